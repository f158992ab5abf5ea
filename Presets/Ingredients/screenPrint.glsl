// Flat colours, one printed over the other.
// signature: scalar -> colour
// families: field lattice reaction
// licence: MIT
// cost: 0.6
// mood: 0.4 0.3
// slot: shift -0.15..0.15
// slot: push 0..0.2 bass
vec3 screenPrint(float f, float shift, float push) {
    f += shift + push - 0.1;
    float w = 0.012;
    vec3 c = mix(DEEP, BASE, smoothstep(0.25 - w, 0.25 + w, f));
    c = mix(c, ACCENT, smoothstep(0.5 - w, 0.5 + w, f));
    return mix(c, LIGHT, smoothstep(0.72 - w, 0.72 + w, f));
}
