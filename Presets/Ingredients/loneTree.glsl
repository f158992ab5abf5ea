// One tree with a crown that the wind moves.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 16
// subject: tree
// domain: nature
// slot: x -0.45..0.45
// slot: size 0.45..0.8
// slot: wind 0.1..0.6 mid
// slot: way 0.2..0.5 flow
// slot: leaf 0.15..0.75
// slot: seed 0..90
vec3 loneTree(vec2 p, vec3 land, float x, float size, float wind, float way, float leaf, float seed) {
    vec2 q = (p - vec2(x, -0.36)) / size;
    q.x -= 0.05 * wind * swing(way) * q.y * q.y;
    float d = sdLimb(q, vec2(0.0, -0.1), vec2(0.0, 0.45), 0.07, 0.038), s = 1.0;
    d = min(d, sdLimb(q, vec2(-0.16, -0.06), vec2(0.0, 0.08), 0.01, 0.05));
    vec2 z = q - vec2(0.0, 0.42);
    float side = 1.0, crown = 0.0;
    for (int i = 0; i < 6; i++) {
        float k = float(i), h = hash11(k + floor(seed)) - 0.5;
        z.x = abs(z.x + 0.02 * h);
        z = turnBy(0.52 + 0.28 * h + 0.05 * wind * swing(way * 1.3 + k * 0.2)) * z;
        float l = 0.30;
        d = min(d, sdLimb(z, vec2(0.0), vec2(0.0, l), 0.036, 0.022) / s);
        z = (z - vec2(0.0, l * 0.92)) * 1.36; s *= 1.36;
    }
    float n = fbm(q * 5.0 + vec2(seed, way * 0.4), 3), ball = length((q - vec2(0.0, 0.92)) * vec2(0.95, 1.2)) - 0.42;
    float crownAt = ball + (n - 0.5) * 0.35, fine = fbm(q * 22.0 + seed, 2);
    crown = smoothstep(0.02, -0.03, crownAt + (fine - 0.35 - leaf * 0.3) * 0.5) * step(0.3, leaf);
    vec3 green = mix(mix(DEEP, SHADE, 0.3), mix(ACCENT, BASE, 0.35), clamp(0.5 + (q.y - 0.9) * 0.9 + (q.x * sign(SUN.x - x)) * 0.7 + (fine - 0.5) * 1.4, 0.0, 1.0));
    vec3 c = mix(land, SHADE * 0.4, smoothstep(PIXEL, -PIXEL, d * size));
    c = mix(c, green, crown);
    float ground = -0.36 + 0.03 * swing((p.x - x) * 0.4 + 0.25) - p.y;
    return mix(c, mix(SHADE * 0.4, DEEP * 0.5, 0.3 * valueNoise(p * 40.0)), smoothstep(-PIXEL, PIXEL, ground));
}
