// The wave of the sound as a line of light.
// signature: coordinate -> colour
// families: warp spectrum
// licence: MIT
// cost: 1
// weight: 1.5
// slot: y -0.2..0.2
// slot: height 0.25..0.7
// slot: tint 0..1
// slot: glow 0.4..1.4 bass
vec3 waveLine(vec2 p, float y, float height, float tint, float glow) {
    float d = abs(p.y - y - height * WAVE(p.x * 0.5 + 0.5));
    return mix(ACCENT, LIGHT, tint) * (0.5 + glow) * (smoothstep(0.012, 0.003, d) + 0.02 / (0.02 + d * 4.0)) + BASE * 0.05;
}
