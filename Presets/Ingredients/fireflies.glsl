// Sparks of living light.
// signature: coordinate x view -> view
// families: composition
// places: land
// licence: MIT
// cost: 6
// mood: 0.1 -0.5
// slot: way 0.08..0.2 flow
// slot: glow 0.3..1.4 kick
// slot: seed 0..90
vec3 fireflies(vec2 p, vec3 c, float way, float glow, float seed) {
    for (int i = 0; i < 12; i++) {
        float k = float(i);
        vec2 h = hash12(k * 1.9 + floor(seed)), at = vec2((h.x - 0.5) * 2.0, -0.42 + 0.5 * h.y) + 0.07 * swing2(vec2(way * (1.0 + h.x), way * (0.8 + h.y) + h.x));
        float d = dot(p - at, p - at);
        c += mix(ACCENT, LIGHT, 0.5) * (0.2 + glow * (0.5 + 0.5 * swing(way * 3.0 + h.x))) * (0.00012 / (d + 0.00005)) * 0.35;
    }
    return c;
}
