// Mountain ridges seen from above.
// signature: coordinate -> scalar
// families: field march
// licence: MIT
// cost: 5
// slot: pitch 1..2.6
// slot: way -0.1..0.1 flow
// slot: seed 0..90
float ridges(vec2 p, float pitch, float way, float seed) {
    float sum = 0.0, weight = 0.55;
    p = p * pitch + seed + vec2(way, 0.0);
    for (int i = 0; i < 4; i++) {
        float n = ridge(valueNoise(p));
        sum += weight * n * n;
        weight *= 0.5;
        p = mat2(1.6, 1.2, -1.2, 1.6) * p;
    }
    return clamp(sum, 0.0, 1.0);
}
