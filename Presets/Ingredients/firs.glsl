// A wood of firs, mist among them.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 22
// uses: plants
// subject: forest
// domain: nature
// mood: -0.2 -0.3
// slot: size 0.16..0.32
// slot: mist 0.2..0.8 mid
// slot: along 0.01..0.06 travel
// slot: seed 0..90
vec3 firs(vec2 p, vec3 sky, float size, float mist, float along, float seed) {
    vec3 c = sky;
    for (int i = 0; i < 3; i++) {
        float k = float(i), y = HORIZON + 0.02 - 0.14 * k + 0.04 * swing(p.x * 0.5 + k * 0.3 + seed), s = size * (0.6 + 0.5 * k);
        float d = min(coniferRow(vec2(p.x + along * (0.4 + k), p.y - y), s * 0.5, s, floor(seed) + k * 3.0), p.y - y);
        vec3 tint = mix(mix(BASE, DEEP, 0.4), SHADE * 0.6, k / 2.0);
        tint = mix(tint, mix(BASE, LIGHT, 0.4), (0.15 + 0.5 * mist) * smoothstep(s * 0.6, -0.05, p.y - y) * (1.0 - k * 0.35));
        c = mix(c, tint, smoothstep(PIXEL, -PIXEL, d));
    }
    return c;
}
