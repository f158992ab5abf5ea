/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Silent iris: as in a silent film, the picture closes to a round hole on its brightest place, waits a moment there, shuts, and opens again round the brightest place of the next one.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "spots", "WIDTH": "2", "HEIGHT": "1", "FLOAT": true, "PERSISTENT": true }, {} ],
  "KINORA": {
    "cost": [2.6],
    "subject": "iris", "domain": "film", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.3, "arousal": -0.1, "reach": 0.9 },
    "fits": ["face", "film", "moon", "disc", "lamp", "sing", "felt", "dog"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" } ]
  }
}*/

vec3 look(vec2 at) { return gl_FragCoord.x < 1.0 ? IMG_NORM_PIXEL(startImage, at).rgb : IMG_NORM_PIXEL(endImage, at).rgb; }

// the place of interest of the old picture (left texel) and of the new one (right); kept for the whole act
vec4 findSpot() {
    vec4 held = IMG_NORM_PIXEL(spots, vec2(gl_FragCoord.x < 1.0 ? 0.25 : 0.75, 0.5));
    if (held.z > 0.5 && progress >= held.w - 0.02) return vec4(held.xyz, progress);
    float best = -1.0;
    vec2 at = vec2(0.5);
    for (int j = 0; j < 12; j++) {
        for (int i = 0; i < 20; i++) {
            vec2 c = vec2(0.12 + 0.76 * float(i) / 19.0, 0.15 + 0.66 * float(j) / 11.0);
            float light = grey(look(c) + look(c + vec2(0.02, 0.03)) + look(c - vec2(0.02, -0.03)));
            float score = light - 0.9 * dot(c - 0.5, c - 0.5);
            if (score > best) { best = score; at = c; }
        }
    }
    return vec4(at, 1.0, progress);
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = findSpot(); return; }
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    bool closing = progress < 0.52;
    vec2 spot = IMG_NORM_PIXEL(spots, vec2(closing ? 0.25 : 0.75, 0.5)).xy;
    vec2 q = (uv - spot) * span;
    float whole = length(max(spot, 1.0 - spot) * span) + 0.04, small = 0.19 + 0.012 * pulse;
    float radius = closing
        ? mix(mix(whole, small, easeInOut(progress / 0.34)), -0.03, easeIn(remap(progress, 0.43, 0.52)))
        : mix(mix(-0.03, small, overshoot(remap(progress, 0.54, 0.64))), whole, easeInOut(remap(progress, 0.68, 1.0)));
    // a hand turns the ring: it isn't quite round, and not quite even
    float angle = atan(q.y, q.x + (abs(q.x) < 1e-5 ? 1e-5 : 0.0));
    float hand = 0.010 * swing(angle * 0.4775 + progress * 1.5) * min(radius * 3.0, 1.0);
    float d = length(q) - radius - hand;
    vec3 film = closing ? IMG_NORM_PIXEL(startImage, uv).rgb : IMG_NORM_PIXEL(endImage, uv).rgb;
    float narrow = 1.0 - smoothstep(small, whole * 0.8, radius);
    float light = grey(film);
    film = mix(film, vec3(1.04, 0.93, 0.74) * (0.03 + 0.97 * light), 0.55 * narrow);
    film *= 1.0 - 0.4 * smoothstep(-0.16, 0.0, d) * narrow;
    vec3 mask = vec3(0.022, 0.017, 0.015) + vec3(0.05, 0.036, 0.024) * smoothstep(0.10, 0.0, d) * step(0.0, radius);
    gl_FragColor = vec4(mix(mask, film, smoothstep(0.012, -0.014, d)), 1.0);
}
