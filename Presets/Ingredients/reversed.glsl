// Dark drawing on a light ground.
// signature: scalar -> colour
// families: field reaction spectrum lattice
// licence: MIT
// cost: 0.5
// slot: ink 0.5..1
// slot: glow 0..0.6 snare
vec3 reversed(float f, float ink, float glow) {
    vec3 ground = mix(LIGHT, vec3(luma(LIGHT)) * 0.9, 0.25);
    return mix(mix(ground, mix(SHADE, DEEP, 0.5), ink * smoothstep(0.25, 0.75, f)), ACCENT, (0.35 + glow) * smoothstep(0.72, 0.95, f));
}
