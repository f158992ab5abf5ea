// Drops that melt into each other.
// signature: coordinate -> scalar
// families: field march reaction
// licence: MIT
// cost: 3
// slot: size 0.10..0.24 bass
// slot: way 0.08..0.2 flow
// slot: seed 0..90
float drops(vec2 p, float size, float way, float seed) {
    float sum = 0.0;
    for (int i = 0; i < 7; i++) {
        vec2 h = hash12(float(i) + seed);
        vec2 c = vec2(0.75, 0.42) * swing2(vec2(way * (0.5 + h.x) + h.y, way * (0.4 + h.y) + h.x * 3.0));
        sum += (0.07 + size) * (0.07 + size) * (0.5 + h.x) / (dot(p - c, p - c) + 0.006);
    }
    return smoothstep(0.25, 1.6, sum);
}
