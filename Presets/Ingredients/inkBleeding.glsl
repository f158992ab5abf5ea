// Ink that bleeds into paper.
// signature: field x scalar -> image
// families: feedback
// licence: MIT
// cost: 3
// samples: 3
// mood: -0.1 -0.4
// slot: wind 0.002..0.008
// slot: fresh 0.2..1 mid
vec3 inkBleeding(vec2 p, float f, float wind, float fresh) {
    float h = FIELD(p), e = 0.02;
    vec2 g = vec2(FIELD(p + vec2(0.0, e)) - h, h - FIELD(p + vec2(e, 0.0))) / e * wind;
    vec3 old = 0.25 * (LAST(p - g + vec2(PIXEL, 0.0)) + LAST(p - g - vec2(PIXEL, 0.0)) + LAST(p - g + vec2(0.0, PIXEL)) + LAST(p - g - vec2(0.0, PIXEL)));
    vec3 paper = mix(LIGHT, vec3(luma(LIGHT)), 0.4), ink = mix(DEEP, ACCENT, step(0.5, h));
    old = mix(old, paper, 0.035);
    return mix(old, ink * 0.8, smoothstep(0.62, 0.9, f) * (0.04 + 0.12 * fresh));
}
