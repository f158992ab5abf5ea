// A tunnel that bends.
// signature: field -> colour
// families: march
// licence: MIT
// cost: 3
// samples: 2
// slot: bend 0.05..0.25
// slot: sides 2..6 whole
// slot: along 0.15..0.5 travel
// slot: glow 0.2..1 bass
vec3 tunnel(vec2 p, float bend, float sides, float along, float glow) {
    float r0 = length(p) + 0.05;
    p += bend * vec2(swing(along * 0.13), swing(along * 0.09 + 0.2)) / (0.4 + r0);
    float r = length(p) + 0.03, a = atan(p.y, p.x + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0)) / 6.28318;
    vec2 q = vec2(abs(fract(a * sides) - 0.5) * 1.6, 0.32 / r + along);
    float f = FIELD(q), s = FIELD(q + vec2(0.03, 0.05)), deep = exp(-0.17 / r);
    vec3 c = toneRamp(0.1 + 0.85 * f) * (0.6 + clamp(0.5 + (f - s) * 3.0, 0.0, 1.2));
    c = mix(mix(ACCENT, LIGHT, 0.3) * (0.25 + 0.9 * glow) * (1.0 - 0.5 * deep), c, deep);
    return c;
}
