/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Infinite zoom: the eye falls into the brightest detail of the picture (the moon, a window, a lamp) and finds the next picture inside it; one even exponential fall with a slow turn, eased at both ends, so that one zoom runs on into the next without an end.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "focus", "WIDTH": "1", "HEIGHT": "1", "FLOAT": true, "PERSISTENT": true }, {} ],
  "KINORA": {
    "cost": [3.4],
    "subject": "zoom", "domain": "abstract", "licence": "MIT", "uses": ["noise", "ease"],
    "mood": { "valence": 0.2, "arousal": 0.2, "reach": 1.0 },
    "fits": ["moon", "disc", "planet", "well", "window", "ring", "star"],
    "bindings": [
      { "input": "variety", "signal": "variation" },
      { "input": "pulse", "signal": "pulse" } ]
  }
}*/

const float DEPTH = 2.60;      // natural logarithm of how much smaller the next picture lies in this one (13 times)

// where to fall: the brightest place of the old picture, not too near the edge; held for the whole fall
vec4 findFocus() {
    vec4 held = IMG_NORM_PIXEL(focus, vec2(0.5));
    if (held.z > 0.5 && progress > 0.0 && progress >= held.w - 0.02) return vec4(held.xyz, progress);
    float best = -1.0;
    vec2 at = vec2(0.5);
    for (int j = 0; j < 15; j++) {
        for (int i = 0; i < 22; i++) {
            vec2 c = vec2(0.14 + 0.72 * (float(i) + 0.5) / 22.0, 0.13 + 0.74 * (float(j) + 0.5) / 15.0);
            vec2 s = vec2(0.015, 0.026);
            vec3 a = IMG_NORM_PIXEL(startImage, c - s).rgb + IMG_NORM_PIXEL(startImage, c + s).rgb + IMG_NORM_PIXEL(startImage, c + s * vec2(1.0, -1.0)).rgb;
            vec2 r = vec2(0.060, 0.090);                           // a detail stands out from its surroundings
            vec3 b = IMG_NORM_PIXEL(startImage, c - r).rgb + IMG_NORM_PIXEL(startImage, c + r).rgb + IMG_NORM_PIXEL(startImage, c + r * vec2(1.0, -1.0)).rgb;
            float score = dot(a - 0.80 * b, vec3(0.30, 0.59, 0.11)) - 0.50 * dot(c - 0.5, c - 0.5) + 0.05 * hash21(vec2(i, j) + variety * 91.0);
            if (score > best) { best = score; at = c; }
        }
    }
    // settle on the middle of the bright spot
    vec3 sum = vec3(0.0);
    for (int j = -4; j <= 4; j++) {
        for (int i = -4; i <= 4; i++) {
            vec2 c = at + vec2(i, j) * vec2(0.011, 0.016);
            float w = dot(IMG_NORM_PIXEL(startImage, c).rgb, vec3(0.30, 0.59, 0.11));
            w *= w; w *= w;
            sum += vec3(c, 1.0) * (w + 1e-5);
        }
    }
    return vec4(sum.xy / max(sum.z, 1e-5), 1.0, progress);
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = findFocus(); return; }
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    // even fall with soft ends: speed rises over the first fifth, holds, and dies away over the last
    const float a = 0.22;
    float p = progress, tail = 1.0 - p;
    float e = p < a ? p * p / (2.0 * a) : tail < a ? 1.0 - a - tail * tail / (2.0 * a) : p - 0.5 * a;
    e /= 1.0 - a;
    e = clamp(e + 0.010 * pulse * p * tail, 0.0, 1.0);

    vec4 spot = IMG_NORM_PIXEL(focus, vec2(0.5));
    vec2 f = spot.z > 0.5 ? spot.xy : vec2(0.5);
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float turn = (variety < 0.5 ? -1.0 : 1.0) * 0.42;
    vec2 q = (uv - f) * span;
    vec2 oldAt = rotation(turn * e) * q * exp(-DEPTH * e);
    vec2 newAt = rotation(-turn * (1.0 - e)) * q * exp(DEPTH * (1.0 - e));

    // the next picture opens as a soft drop with a living edge, and at last outgrows the frame
    float late = max(e - 0.60, 0.0) / 0.40;
    float far = length(newAt), edge = 0.74 * smoothstep(0.0, 0.26, e) + 3.4 * late * late * late;
    float wobble = valueNoise(newAt * 2.6 + vec2(p * 1.5, variety * 40.0)) * 0.62 + valueNoise(newAt * 7.0 - p * 2.0) * 0.26 - 0.44;
    float soft = 0.17 + 0.45 * late * late * late;
    float d = (far + wobble * 0.55 * min(edge, 1.0) - edge + soft) / soft;
    float inside = 1.0 - smoothstep(-1.0, 1.0, d);
    inside *= smoothstep(0.0, 0.06, e);
    inside = mix(inside, 1.0, smoothstep(0.95, 1.0, e));
    // its rim bends the light of the old picture
    float rim = max(1.0 - abs(d - 0.4) * 0.5, 0.0);
    oldAt -= q * (rim * rim * 0.16 * exp(-DEPTH * e)) * (1.0 - e);

    vec2 a1 = f + oldAt / span, b1 = mix(vec2(0.5), f, smoothstep(0.35, 0.92, e)) + newAt / span;   // its middle first, then in place
    // beyond its own frame the next picture thins out into the old one
    vec2 past = abs(b1 - 0.5) - 0.5;
    inside *= 1.0 - smoothstep(0.0, 0.20, max(past.x, past.y) + 0.16 * wobble) * (1.0 - smoothstep(0.90, 1.0, e));
    a1 = 1.0 - abs(1.0 - mod(a1, 2.0));
    b1 = 1.0 - abs(1.0 - mod(b1, 2.0));
    vec3 was = IMG_NORM_PIXEL(startImage, a1).rgb, will = IMG_NORM_PIXEL(endImage, b1).rgb;
    will *= 1.0 + 0.25 * rim * inside * (1.0 - smoothstep(0.6, 0.95, e));
    gl_FragColor = vec4(mix(was, will, inside), 1.0);
}
