// Two inks on dark paper.
// signature: scalar x scalar -> colour
// families: field reaction
// licence: MIT
// cost: 0.4
// slot: glow 0.2..1 bass
vec3 twoInks(float a, float b, float glow) {
    vec3 c = mix(SHADE * 0.5, DEEP, b * 0.8);
    c = mix(c, BASE * (0.7 + 0.6 * glow), smoothstep(0.3, 0.8, a));
    return c + ACCENT * smoothstep(0.55, 1.0, b * a + 0.25 * b) * (0.5 + glow);
}
