// Iterated maps, the light of their orbits (after Draves' flames).
// signature: coordinate -> scalar
// families: flame
// licence: MIT
// cost: 9
// weight: 2
// slot: a 0.6..2.2
// slot: b -1.6..1.6
// slot: size 1.2..1.8
// slot: open 0.05..0.3 bass
// slot: way 0.03..0.1 flow
float flames(vec2 p, float a, float b, float size, float open, float way) {
    vec2 z = p * 1.7;
    float sum = 0.0, near = 9.0;
    mat2 m = rotation(a + 0.25 * swing(way));
    for (int i = 0; i < 14; i++) {
        z = m * (abs(z) - vec2(0.42, 0.26) - open * 0.35);
        float r2 = max(dot(z, z), 0.06);
        z = mix(z, z / r2, 0.55) * size + vec2(b, -0.4 * b) * 0.28;
        z = clamp(z, -6.0, 6.0);
        float d = abs(z.x * z.y) + 0.12 * abs(length(z) - 0.9);
        sum += exp(-d * 9.0);
        near = min(near, d);
    }
    return clamp(0.16 * sum + 0.35 * exp(-near * 4.0), 0.0, 1.0);
}
