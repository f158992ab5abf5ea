// Ripples in sand.
// signature: coordinate -> scalar
// families: field march
// licence: MIT
// cost: 3
// domain: nature
// slot: pitch 2..6
// slot: way -0.15..0.15 flow
// slot: seed 0..90
float dunes(vec2 p, float pitch, float way, float seed) {
    float x = p.y * pitch + 1.6 * fbm(p * vec2(0.8, 1.7) + seed, 3) * 2.0 + p.x * 0.7 + way;
    x = fract(x);
    return x < 0.72 ? x / 0.72 : 1.0 - (x - 0.72) / 0.28;
}
