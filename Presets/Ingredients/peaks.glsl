// Snowy peaks.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 16
// weight: 1.2
// subject: mountains
// domain: nature
// slot: height 0.26..0.46
// slot: pitch 1.1..1.9
// slot: glow 0.2..0.9 bass
// slot: along 0.005..0.03 travel
// slot: seed 0..90
vec3 peaks(vec2 p, vec3 sky, float height, float pitch, float glow, float along, float seed) {
    vec3 c = sky;
    for (int i = 0; i < 2; i++) {
        float k = float(i), x = p.x * pitch * (1.6 - 0.5 * k) + along * (1.0 + k) + seed + 7.3 * k, id = floor(x), foot = HORIZON - 0.05 - 0.10 * k;
        float n = fbm(vec2(x * 3.0, p.y * 6.0 + k), 4) - 0.5, d = -9.0, side = 0.0;
        for (int j = -1; j <= 1; j++) {
            vec2 h = hash12(id + float(j) + 17.0 * k + floor(seed));
            float at = id + float(j) + 0.3 + 0.4 * h.x, tall = height * (0.5 + 0.6 * h.y) * (1.0 - 0.3 * k), e = foot + tall * (1.0 - 1.05 * abs(x - at)) - p.y;
            side = e > d ? x - at : side;
            d = max(d, e);
        }
        d += 0.05 * n * smoothstep(0.0, 0.05, d + 0.04);
        float lit = smoothstep(-0.04, 0.06, (side + 0.5 * n + 0.10 * swing(p.y * 5.0 + id * 0.3)) * sign(SUN.x)), high = (p.y - foot) / height;
        float snow = smoothstep(0.26, 0.34, high + 0.45 * n + 0.1 * k);
        vec3 rock = mix(SHADE, DEEP, 0.3 + 0.7 * lit) * (0.8 + 0.7 * n), ice = mix(mix(BASE, DEEP, 0.45), mix(LIGHT, ACCENT, 0.2 * glow) * 1.05, lit);
        vec3 far = mix(mix(rock, ice, snow), mix(BASE, LIGHT, 0.3), (1.0 - k) * 0.35 + 0.5 * smoothstep(0.25, -0.05, high));
        c = mix(c, far, smoothstep(-PIXEL, PIXEL, d));
    }
    float f = HORIZON - 0.14 + 0.05 * (fbm1(p.x * 3.0 + seed, 3) - 0.5) - p.y;
    return mix(c, mix(mix(BASE, DEEP, 0.6), SHADE * 0.8, smoothstep(0.0, 0.22, f)), smoothstep(-PIXEL, PIXEL, f));
}
