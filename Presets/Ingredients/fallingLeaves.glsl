// Leaves, or petals, fall.
// signature: coordinate x view -> view
// families: composition
// places: land hall
// licence: MIT
// cost: 6
// slot: way 0.08..0.2 flow
// slot: size 0.02..0.05
// slot: gust 0.0..0.1 snare
// slot: seed 0..90
vec3 fallingLeaves(vec2 p, vec3 c, float way, float size, float gust, float seed) {
    for (int i = 0; i < 12; i++) {
        float k = float(i);
        vec2 h = hash12(k * 1.3 + floor(seed)), at = vec2(fract(h.x + way * 0.35 + 0.06 * swing(way + h.y)) * 2.2 - 1.1 + gust * h.y, 0.65 - 1.3 * fract(h.y + way * (0.5 + 0.5 * h.x)));
        vec2 q = rotation(6.28 * (h.x + way * (h.y - 0.3) * 2.0)) * (p - at) / (size * (0.5 + 1.2 * h.y));
        q.y /= 0.25 + 0.75 * abs(swing(way * 2.0 + h.x));
        c = mix(c, mix(ACCENT, mix(BASE, LIGHT, h.x), step(0.6, h.y)) * (0.7 + 0.4 * q.x), smoothstep(0.1, -0.1, max(length(q - vec2(0.0, 0.45)) - 1.0, length(q + vec2(0.0, 0.45)) - 1.0)));
    }
    return c;
}
