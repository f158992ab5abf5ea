/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Cut paper: the picture in five sheets of coloured paper, each cut with scissors and laid over the next with its shadow; the stack spreads with the bass.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "spread", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "chapter", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "soft", "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, { "TARGET": "softer", "FLOAT": true, "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, {} ],
  "KINORA": {
    "cost": [5.4],
    "subject": "paper", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "paper", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.8, "high": 1.0 },
      { "input": "spread", "signal": "bass", "low": 0.2, "high": 1.0, "halfLifeSeconds": 0.35 },
      { "input": "chapter", "signal": "chapter" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    if (PASSINDEX < 2) {
        // scissors round off what is small: two soft, small passes
        vec2 d = (PASSINDEX == 0 ? 0.0060 : 0.0105) / span;
        vec3 sum = vec3(0.0);
        for (int i = 0; i < 4; i++) {
            vec2 o = i == 0 ? d : i == 1 ? -d : i == 2 ? vec2(d.x, -d.y) : vec2(-d.x, d.y);
            vec2 q = i == 0 ? vec2(d.x, 0.0) : i == 1 ? vec2(-d.x, 0.0) : i == 2 ? vec2(0.0, d.y) : vec2(0.0, -d.y);
            if (PASSINDEX == 0) sum += IMG_NORM_PIXEL(inputImage, uv + o).rgb + IMG_NORM_PIXEL(inputImage, uv + q * 1.5).rgb;
            else sum += IMG_NORM_PIXEL(soft, uv + o).rgb + IMG_NORM_PIXEL(soft, uv + q * 1.5).rgb;
        }
        sum *= 0.125;
        gl_FragColor = vec4(sum, sqrt(grey(sum)));
        return;
    }
    vec2 p = uv * span;
    float hand = 0.035 * (valueNoise(p * 7.0 + chapter * 3.0) - 0.5);
    vec2 lamp = vec2(-0.60, 0.80) * (0.010 + 0.014 * spread) / span;
    vec4 here = IMG_NORM_PIXEL(softer, uv);
    const float SHEETS = 5.0;
    // what is lighter or darker than its surroundings is cut as a sheet of its own
    vec2 w = 0.11 / span;
    float wide = 0.25 * (IMG_NORM_PIXEL(softer, uv + w).a + IMG_NORM_PIXEL(softer, uv - w).a + IMG_NORM_PIXEL(softer, uv + vec2(w.x, -w.y)).a + IMG_NORM_PIXEL(softer, uv + vec2(-w.x, w.y)).a);
    float lift = hand - 0.45 * wide;
    float l = clamp(here.a * 1.50 + lift, 0.0, 0.999) * SHEETS, sheet = floor(l);
    // shadows of the sheets that lie higher, near and farther off
    float near = clamp(IMG_NORM_PIXEL(softer, uv + lamp * 0.5).a * 1.50 + lift, 0.0, 0.999) * SHEETS;
    float far = clamp(IMG_NORM_PIXEL(softer, uv + lamp * 1.5).a * 1.50 + lift, 0.0, 0.999) * SHEETS;
    float shadow = 0.34 * smoothstep(0.0, 0.12, near - sheet - 1.0) + 0.24 * smoothstep(0.0, 0.35, far - sheet - 1.0);
    // one paper for each height; its colour follows what it shows, in few steps
    vec3 hue = here.rgb / max(max(here.r, max(here.g, here.b)), 0.03);
    hue = floor(hue * 5.0 + 0.5) / 5.0;
    hue = mix(vec3(grey(hue)), hue, 1.30);
    float tone = (sheet + 0.75) / SHEETS;
    vec3 paper = clamp(hue, 0.05, 1.0) * tone * (0.30 + 0.70 * tone) + 0.02;
    float fibre = paperFibre(p * 0.8 + sheet * 3.7);
    paper *= 1.0 + 0.075 * fibre;
    // the white core of the card at the cut, on the side of the lamp
    float width = max(fwidth(l), 1e-4);
    float cut = smoothstep(3.0, 0.5, (l - sheet) / width) * step(0.5, sheet);
    float facing = clamp((near - l) * -2.0 + 0.25, 0.0, 1.0);
    paper *= 1.0 - shadow;
    paper += cut * 0.16 * facing * (0.4 + paper);
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb;
    gl_FragColor = vec4(mix(picture, paper, amount), 1.0);
}
