// A crystal of folds.
// signature: coordinate -> colour
// families: flame
// licence: MIT
// cost: 8
// weight: 1.2
// slot: angle 0.4..1.3
// slot: size 1.25..1.6
// slot: open 0.1..0.4 bass
// slot: way 0.02..0.1 flow
vec3 folded(vec2 p, float angle, float size, float open, float way) {
    vec2 z = p; float s = 1.0; vec3 c = SHADE * 0.6;
    mat2 m = rotation(angle + 0.3 * swing(way));
    for (int i = 0; i < 9; i++) {
        z = m * (abs(z) - vec2(0.24 + 0.1 * open, 0.12)) * size; s *= size;
        float d = sdBox(z, vec2(0.22, 0.06)) / s, k = float(i) / 8.0;
        c = mix(c, mix(mix(DEEP, BASE, k), mix(ACCENT, LIGHT, k), step(0.55, fract(k * 3.7))), coverage(d) * 0.85);
        c += ACCENT * 0.02 * exp(-abs(d) * 60.0);
    }
    return c;
}
