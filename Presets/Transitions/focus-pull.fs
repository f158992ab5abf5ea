/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Focus pull: the picture goes soft until its lights are only discs, and the discs come together again as the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "PASSES": [ { "TARGET": "soft", "WIDTH": "floor($WIDTH/4.0)", "HEIGHT": "floor($HEIGHT/4.0)" }, { "TARGET": "softer", "WIDTH": "floor($WIDTH/4.0)", "HEIGHT": "floor($HEIGHT/4.0)" }, {} ],
  "KINORA": {
    "cost": [4.1],
    "subject": "focus", "domain": "film", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.3, "arousal": -0.3, "reach": 1.0 },
    "fits": ["butterfly", "flower", "lamp", "petal", "dew", "meadow", "portrait"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

const vec2 DISC[9] = vec2[9](vec2(0.0, 0.0), vec2(0.95, 0.0), vec2(0.67, 0.67), vec2(0.0, 0.95), vec2(-0.67, 0.67), vec2(-0.95, 0.0), vec2(-0.67, -0.67), vec2(0.0, -0.95), vec2(0.67, -0.67));

float blurNow() { float b = 1.0 - abs(2.0 * progress - 1.0); return easeInOut(min(b * 1.15, 1.0)); }

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float blur = blurNow(), change = smoothstep(0.40, 0.60, progress);
    // a lens breathes when it is focused
    float breath = 1.0 - 0.05 * blur;
    vec2 at = (uv - 0.5) * breath + 0.5;
    if (PASSINDEX < 2) {
        // two small passes of a ring each make a filled disc; lights outshine what is dull
        vec2 reach = (PASSINDEX == 0 ? 0.020 : 0.034) * blur / span;
        mat2 turn = PASSINDEX == 0 ? mat2(1.0, 0.0, 0.0, 1.0) : mat2(0.924, 0.383, -0.383, 0.924);
        vec4 sum = vec4(0.0);
        for (int i = 0; i < 9; i++) {
            vec2 tap = uv + turn * DISC[i] * reach;
            vec3 c = PASSINDEX == 0 ? mix(IMG_NORM_PIXEL(startImage, tap).rgb, IMG_NORM_PIXEL(endImage, tap).rgb, change) : IMG_NORM_PIXEL(soft, tap).rgb;
            float light = grey(c);
            float w = 1.0 + 7.0 * blur * light * light * light;
            sum += vec4(c, 1.0) * w;
        }
        gl_FragColor = vec4(sum.rgb / sum.a, 1.0);
        return;
    }
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec3 sharp = mix(IMG_NORM_PIXEL(startImage, at).rgb, IMG_NORM_PIXEL(endImage, at).rgb, change);
    vec3 blurred = IMG_NORM_PIXEL(softer, at).rgb;
    vec3 colour = mix(sharp, blurred, smoothstep(0.02, 0.22, blur));
    // discs of the brightest places, with the rim a lens gives them
    vec2 cell = uv * span * 6.0 + floor(variety * 40.0);
    for (int k = 0; k < 2; k++) {
        vec2 c = cell * (1.0 + 0.6 * float(k)) + 0.37 * float(k);
        vec2 id = floor(c), f = fract(c) - 0.5 - (hash22(id + 9.0) - 0.5) * 0.30;
        vec2 home = (uv - f / (6.0 * (1.0 + 0.6 * float(k))) / span);
        vec3 lamp = IMG_NORM_PIXEL(soft, home).rgb;
        float light = smoothstep(0.30, 0.85, max(lamp.r, max(lamp.g, lamp.b)));
        float r = length(f) - 0.30 * blur;
        float disc = smoothstep(0.02, -0.02, r) * (0.55 + 0.6 * crest(r + 0.03, 0.06));
        colour = screened(colour, lamp * disc * light * 0.42 * blur * (0.9 + 0.3 * pulse));
    }
    gl_FragColor = vec4(colour, 1.0);
}
