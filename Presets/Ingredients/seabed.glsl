// Rocks, weed and sand at the bottom.
// signature: coordinate x sky -> land
// families: composition
// places: under
// licence: MIT
// cost: 10
// subject: sea bed
// domain: nature
// mood: 0 -0.3
// slot: weed 0.15..0.4
// slot: way 0.15..0.35 flow
// slot: lean 0.2..1 bass
// slot: seed 0..90
vec3 seabed(vec2 p, vec3 sky, float weed, float way, float lean, float seed) {
    vec3 c = sky;
    for (int i = 0; i < 3; i++) {
        float k = float(i), y = -0.28 - 0.07 * k + 0.12 * (fbm1(p.x * 2.0 + seed + k * 5.0, 3) - 0.4), s = 0.16 - 0.02 * k;
        float tall = weed * (0.7 + 0.3 * k), up = clamp((p.y - y) / tall, 0.0, 1.0);
        float x = p.x + 0.09 * (0.3 + lean) * up * up * swing(way + p.x * 0.3 + up * 0.5 + k * 0.3) + seed, id = floor(x / s);
        vec2 h = hash12(id + k * 13.0);
        float u = (fract(x / s) - 0.3 - 0.4 * h.x) * s, leaf = abs(u + 0.014 * swing(up * 2.5 + h.y)) - 0.018 * (1.0 - up) * (0.6 + 0.5 * swing(up * 4.0 + h.x));
        float d = max(leaf, p.y - y - tall * h.y);
        vec3 tint = mix(mix(BASE, DEEP, 0.6), SHADE * 0.6, k / 2.0);
        c = mix(c, mix(tint, ACCENT, 0.35 * step(0.6, h.x)), smoothstep(PIXEL, -PIXEL, d) * step(0.25, h.y));
        c = mix(c, tint * (0.8 + 0.5 * valueNoise(p * 30.0)), smoothstep(-PIXEL, PIXEL, y - p.y));
    }
    return c;
}
