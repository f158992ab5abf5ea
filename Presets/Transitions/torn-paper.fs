/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Torn paper: a tear runs across the picture, its white fibres show, and the halves are pulled apart over the next one.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 }
  ],
  "KINORA": {
    "cost": [2.9],
    "subject": "torn paper", "domain": "art", "licence": "MIT", "uses": ["noise"],
    "mood": { "valence": -0.2, "arousal": 0.7, "reach": 0.9 },
    "fits": ["paper", "poster", "cut", "cut-out", "print", "drawn"],
    "bindings": [ { "input": "variety", "signal": "variation" } ]
  }
}*/

// height of the tear at x: one slow wander, and teeth
float tear(float x) {
    return 0.16 * (valueNoise1(x * 1.7 + variety * 50.0) - 0.5) + 0.045 * (valueNoise1(x * 9.0 + 7.0) - 0.5) + 0.016 * (valueNoise1(x * 41.0) - 0.5) + (variety - 0.5) * 0.16 * x;
}

void main() {
    float t = clamp(progress, 0.0, 1.0);
    vec2 aspect = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 at = (isf_FragNormCoord - 0.5) * aspect;
    float side = variety < 0.5 ? 1.0 : -1.0;
    at.x *= side;
    // the tip of the tear runs over in the first part; the halves swing open behind it, then are pulled away
    float tip = mix(-0.5 * aspect.x - 0.05, 0.5 * aspect.x + 0.75, smoothstep(0.0, 0.62, t) * 0.5 + 0.5 * clamp(t / 0.62, 0.0, 1.0));
    float behind = max(tip - at.x, 0.0);
    float late = max(t - 0.28, 0.0) / 0.72, pull = late * late * (0.40 + 0.62 * aspect.y);
    // (near the tear the paper gives way, further off it still lies flat)
    float give = mix(exp(-abs(at.y) * 7.0), 1.0, smoothstep(0.0, 0.5, late));
    float opening = (0.030 * smoothstep(0.0, 0.12, behind) + 0.075 * behind * smoothstep(0.0, 0.8, behind)) * smoothstep(0.0, 0.12, t) * give + pull;
    float swing = 0.16 * late * late;
    vec2 upper = at - vec2(-0.06 * t * t, opening) , lower = at + vec2(0.05 * t * t, opening * 1.04);
    upper += vec2(-(at.y - 0.2), at.x) * swing * 0.5;
    lower -= vec2(-(at.y + 0.2), at.x) * swing * 0.5;
    float du = upper.y - tear(upper.x), dl = tear(lower.x) - lower.y;
    // the upper half keeps the core of the paper: a white, ragged border below its picture
    float fibre = valueNoise(vec2(at.x * 150.0, at.y * 46.0)), torn = step(0.0008, opening);
    float core = (0.011 + 0.024 * valueNoise1(upper.x * 21.0 + 3.0) + 0.010 * fibre) * smoothstep(0.0, 0.02, opening);
    float coreLow = (0.003 + 0.009 * valueNoise1(lower.x * 33.0) + 0.004 * fibre) * smoothstep(0.0, 0.02, opening);
    float px = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);

    vec4 colour = IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    float shown = smoothstep(0.0, 0.05, t);
    float shadow = max(smoothstep(-0.10, 0.0, du + core - 0.012), smoothstep(-0.10, 0.0, dl + coreLow));
    colour.rgb *= 1.0 - 0.50 * shadow * smoothstep(1.0, 0.80, t);
    vec2 away = vec2(side, 1.0);
    vec4 up = IMG_NORM_PIXEL(startImage, upper * away / aspect + 0.5), down = IMG_NORM_PIXEL(startImage, lower * away / aspect + 0.5);
    vec3 paper = vec3(0.95, 0.935, 0.90) * (0.80 + 0.24 * fibre);
    // lower half under the upper one
    vec3 lowSheet = mix(paper * 0.94, down.rgb, smoothstep(coreLow - px, coreLow + px, dl + coreLow));
    lowSheet *= 1.0 - 0.35 * smoothstep(0.0, 0.10, opening) * smoothstep(-0.05, 0.01, du + core) * smoothstep(1.0, 0.8, t);
    colour.rgb = mix(colour.rgb, lowSheet, smoothstep(-px, px, dl + coreLow));
    vec3 highSheet = mix(paper * (0.86 + 0.14 * smoothstep(0.0, core, du + core)), up.rgb, smoothstep(-px, px, du));
    highSheet *= 1.0 + 0.10 * smoothstep(0.03, 0.0, du) * step(0.0, du) * smoothstep(0.0, 0.03, opening);
    colour.rgb = mix(colour.rgb, highSheet, smoothstep(-px, px, du + core));
    if (opening < 0.0008 || t <= 0.0) colour = IMG_NORM_PIXEL(startImage, isf_FragNormCoord);
    if (t >= 1.0) colour = IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    colour.a = 1.0;
    gl_FragColor = colour;
}
