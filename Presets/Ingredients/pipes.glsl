// Pipes that shine.
// signature: coordinate -> colour
// families: lattice
// licence: MIT
// cost: 4
// slot: pitch 2..4.5
// slot: shine 0.2..1 treble
// slot: run 0.3..0.9 travel
// slot: seed 0..90
vec3 pipes(vec2 p, float pitch, float shine, float run, float seed) {
    p *= pitch;
    vec3 c = SHADE * 0.7;
    for (int k = 0; k < 2; k++) {
        vec2 q = p + float(k) * 0.37 + floor(seed), i = floor(q), f = q - i;
        f.x = hash21(i + 11.0 * float(k)) > 0.5 ? 1.0 - f.x : f.x;
        vec2 a = length(f) < length(f - 1.0) ? f : f - 1.0;
        float d = abs(length(a) - 0.5) / 0.17;
        float z = sqrt(max(1.0 - d * d, 0.0));
        float flowing = 0.5 + 0.5 * swing(atan(a.y, a.x + 1e-5) * 0.6366 - run);
        vec3 tint = k == 0 ? mix(DEEP, BASE, 0.4) : mix(BASE, ACCENT, 0.3);
        c *= d < 1.7 ? 0.5 + 0.5 * smoothstep(1.0, 1.7, d) : 1.0;
        c = d < 1.0 ? tint * (0.25 + 0.85 * z) + LIGHT * shine * 0.5 * z * z * z * z + ACCENT * 0.35 * flowing * z * float(k) : c;
    }
    return c;
}
