// The wave of the sound as a ring.
// signature: coordinate -> colour
// families: warp spectrum
// licence: MIT
// cost: 1.5
// slot: x -0.3..0.3
// slot: radius 0.12..0.32
// slot: height 0.15..0.5
// slot: glow 0.4..1.4 bass
vec3 waveRing(vec2 p, float x, float radius, float height, float glow) {
    p.x -= x;
    float a = abs(atan(p.x, p.y + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0))) / 3.14159;
    float d = abs(length(p) - radius - height * WAVE(a));
    return mix(LIGHT, ACCENT, a) * (0.5 + glow) * (smoothstep(0.014, 0.003, d) + 0.012 / (0.02 + d * 4.0)) + DEEP * 0.1;
}
