/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Lights out of focus: the bright places of the picture open into large soft discs, as a fast lens shows lamps at night; they open wider with the energy and drift with the bar.",
  "CREDIT": "Kinora", "CATEGORIES": ["Blur", "Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.7 },
    { "NAME": "open", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "drift", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "lights", "WIDTH": "floor($WIDTH/4.0)", "HEIGHT": "floor($HEIGHT/4.0)" }, {} ],
  "KINORA": {
    "cost": [3.5],
    "subject": "lamps", "domain": "film", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "level", "low": 0.5, "high": 1.0, "halfLifeSeconds": 0.4 },
      { "input": "open", "signal": "bass", "low": 0.35, "high": 1.0, "halfLifeSeconds": 0.4 },
      { "input": "drift", "signal": "bars", "scale": 0.125 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    if (PASSINDEX == 0) {
        // what is brighter than its surroundings, alone
        vec2 d = 0.004 / span, far = 0.070 / span;
        vec3 c = 0.25 * (IMG_NORM_PIXEL(inputImage, uv + d).rgb + IMG_NORM_PIXEL(inputImage, uv - d).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(d.x, -d.y)).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(-d.x, d.y)).rgb);
        vec3 a = 0.25 * (IMG_NORM_PIXEL(inputImage, uv + far).rgb + IMG_NORM_PIXEL(inputImage, uv - far).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(far.x, -far.y)).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(-far.x, far.y)).rgb);
        gl_FragColor = vec4(max(c - 0.85 * a - 0.05, 0.0) * 1.9, 1.0);
        return;
    }
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb;
    // lamps on a loose grid: each cell of three sizes looks at the light under it and opens a disc
    vec3 colour = picture;
    vec2 sway = 0.012 * vec2(swing(drift), swing(drift * 0.7 + 0.25));
    for (int k = 0; k < 3; k++) {
        float size = k == 0 ? 7.0 : k == 1 ? 11.0 : 17.0;
        vec2 g = (uv * span + sway * float(3 - k)) * size + float(k) * 5.3;
        vec2 cell = floor(g), f = g - cell - 0.5;
        vec3 h = hash23(cell + float(k) * 11.0);
        vec2 off = (h.xy - 0.5) * 0.28;
        vec2 home = ((cell + 0.5 + off - float(k) * 5.3) / size - sway * float(3 - k)) / span;
        vec3 lamp = IMG_NORM_PIXEL(lights, clamp(home, 0.0, 1.0)).rgb;
        float bright = smoothstep(0.10, 0.42, max(lamp.r, max(lamp.g, lamp.b)));
        vec2 d = f - off;
        // seven blades
        float r = length(d), radius = (0.20 + 0.14 * open) * (0.75 + 0.4 * h.z);
        float soft = 0.025 + 2.0 * size / (min(RENDERSIZE.x, RENDERSIZE.y)) * 0.5;
        float disc = smoothstep(radius + soft, radius - soft, r);
        float rim = disc * (0.50 + 0.50 * smoothstep(radius * 0.62, radius, r));
        vec3 tint = lamp / max(max(lamp.r, max(lamp.g, lamp.b)), 0.05);
        colour = screened(colour, tint * rim * bright * amount * (0.50 - 0.06 * float(k)));
    }
    vec3 around = IMG_NORM_PIXEL(lights, uv).rgb;
    colour = screened(colour, around * 0.25 * amount);
    gl_FragColor = vec4(colour, 1.0);
}
