// Sparks on their way.
// signature: coordinate -> scalar
// families: feedback warp
// licence: MIT
// cost: 3
// slot: size 0.02..0.06 kick
// slot: way 0.12..0.4 flow
// slot: seed 0..90
float meteors(vec2 p, float size, float way, float seed) {
    float sum = 0.0;
    for (int i = 0; i < 6; i++) {
        vec2 h = hash12(float(i) * 3.1 + seed);
        vec2 c = vec2(0.8, 0.45) * swing2(vec2(way * (0.3 + h.x) + h.y, way * (0.25 + h.y) + h.x * 2.0 + 0.25));
        sum += exp(-dot(p - c, p - c) / ((0.02 + size) * (0.02 + size)));
    }
    return clamp(sum, 0.0, 1.0);
}
