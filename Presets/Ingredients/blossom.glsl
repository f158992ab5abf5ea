// A flower of petals in rows.
// signature: coordinate -> scalar
// families: field feedback
// licence: MIT
// cost: 1.5
// domain: nature
// slot: x -0.35..0.35
// slot: count 4..9 whole
// slot: size 0.25..0.6
// slot: open 0.2..0.8 bass
// slot: way -0.1..0.1 flow
float blossom(vec2 p, float x, float count, float size, float open, float way) {
    p.x -= x;
    float r = length(p) / size, a = atan(p.y, p.x + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0)) + way, f = 0.0;
    for (int i = 0; i < 4; i++) {
        float k = float(i), edge = (1.0 - 0.2 * k) * (0.7 + (0.2 + 0.3 * open) * abs(cos(0.5 * count * (a + k * 0.4))));
        f = mix(f, 0.35 + 0.2 * k + 0.35 * smoothstep(0.2, 1.0, r / edge), smoothstep(0.04, -0.02, r - edge));
    }
    return clamp(f, 0.0, 1.0);
}
