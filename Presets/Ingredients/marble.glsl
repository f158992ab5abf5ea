// Veins of marble.
// signature: coordinate -> scalar
// families: field march
// licence: MIT
// cost: 9
// weight: 1.2
// slot: pitch 1..2.4
// slot: veins 0.7..2.4
// slot: way 0.06..0.2 flow
// slot: seed 0..90
float marble(vec2 p, float pitch, float veins, float way, float seed) {
    vec2 q = p * pitch + seed;
    vec2 w = vec2(fbm(q + way * 0.6, 3), fbm(q + vec2(5.2, 1.3) - way * 0.5, 3));
    return 0.5 + 0.5 * swing(veins * (q.x * 0.4 + 2.0 * w.x + w.y) + way);
}
