// The lace of a quadratic map.
// signature: coordinate -> scalar
// families: field flame
// licence: MIT
// cost: 8
// slot: re -0.82..-0.62
// slot: im 0.12..0.36
// slot: breathe 0.0..0.06 bass
// slot: way 0.02..0.06 flow
float julia(vec2 p, float re, float im, float breathe, float way) {
    vec2 z = p * 2.1, c = vec2(re, im) + 0.02 * vec2(swing(way), swing(way + 0.25)) + vec2(breathe, 0.0) * 0.4;
    float trap = 4.0, n = 0.0;
    for (int i = 0; i < 22; i++) {
        z = vec2(z.x * z.x - z.y * z.y, 2.0 * z.x * z.y) + c;
        float d = dot(z, z);
        trap = min(trap, d);
        n += d < 16.0 ? 1.0 : 0.0;
        z = d < 16.0 ? z : vec2(9.0);
        if (d >= 16.0) break;
    }
    return clamp(0.6 * sqrt(sqrt(trap)) + 0.5 * n / 22.0, 0.0, 1.0);
}
