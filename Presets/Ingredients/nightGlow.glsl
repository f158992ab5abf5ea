// It glows in the dark.
// signature: scalar -> colour
// families: field flame spectrum
// licence: MIT
// cost: 0.4
// mood: -0.3 0.4
// slot: power 1.2..3
// slot: glow 0.3..1.3 bass
vec3 nightGlow(float f, float power, float glow) {
    float g = pow(clamp(f, 0.0, 1.0), power);
    return mix(SHADE * 0.6, DEEP, 0.5 + 0.5 * f) * 0.7 + mix(BASE, ACCENT, g) * g * (0.7 + glow) + LIGHT * g * g * g * 0.6;
}
