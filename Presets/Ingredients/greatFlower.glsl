// One great flower that opens with the sound.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 8
// subject: flower
// domain: nature
// mood: 0.4 -0.1
// slot: x -0.35..0.35
// slot: y -0.05..0.12
// slot: size 0.2..0.36
// slot: open 0.25..1 bass
// slot: way 0.02..0.08 flow
// slot: count 5..9 whole
vec3 greatFlower(vec2 p, vec3 land, float x, float y, float size, float open, float way, float count) {
    vec2 at = vec2(x + 0.012 * swing(way * 3.0), y), q = (p - at) / size;
    float stem = abs(p.x - x - 0.05 * swing((p.y - y) * 0.6)) - 0.010, r = length(q), a = atan(q.y, q.x + (r < 1e-5 ? 1e-5 : 0.0));
    vec3 c = mix(land, mix(DEEP, SHADE, 0.4), smoothstep(PIXEL, -PIXEL, max(stem, p.y - y)));
    vec2 l = turnBy(0.6) * (p - vec2(x + 0.09, y - size * 1.1));
    c = mix(c, mix(DEEP, BASE, 0.3), smoothstep(PIXEL, -PIXEL, sdEllipse(l, vec2(0.12, 0.032))));
    for (int i = 0; i < 4; i++) {
        float k = float(i), turn = a + k * 0.45 + 0.1 * swing(way + k * 0.2), wave = abs(cos(0.5 * count * turn));
        float edge = (1.0 - 0.21 * k) * (0.45 + 0.55 * (0.3 + 0.7 * open) * sqrt(wave)), d = (r - edge) * size;
        vec3 petal = mix(mix(ACCENT, DEEP, 0.35), mix(ACCENT, LIGHT, 0.25 + 0.2 * k), smoothstep(0.1, 1.0, r / edge));
        petal *= 0.75 + 0.35 * wave + 0.08 * swing(turn * count * 1.5);
        c *= 1.0 - 0.35 * smoothstep(0.03, 0.0, d);
        c = mix(c, petal, smoothstep(PIXEL, -PIXEL, d));
    }
    float seeds = 0.5 + 0.5 * swing(r * 16.0) * swing(a * 3.5);
    return mix(c, mix(SHADE, LIGHT, 0.35 + 0.5 * seeds), smoothstep(PIXEL, -PIXEL, (r - 0.17) * size));
}
