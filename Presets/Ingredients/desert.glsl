// Dunes in low light.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 12
// mood: 0.1 -0.1
// subject: desert
// domain: nature
// slot: pitch 0.6..1.4
// slot: grain 0.2..0.9 hat
// slot: way 0.02..0.08 flow
// slot: seed 0..90
vec3 desert(vec2 p, vec3 sky, float pitch, float grain, float way, float seed) {
    vec3 c = sky;
    for (int i = 0; i < 3; i++) {
        float k = float(i), x = p.x * pitch * (1.3 - 0.25 * k) + seed + k * 4.1;
        float y = HORIZON + 0.03 - 0.14 * k + 0.16 * (ridge(valueNoise1(x)) - 0.5), d = y - p.y;
        // The crest runs down towards the eye in a bow; on its far side lies the shadow.
        float u = x + 1.5 * d + 0.5 * d * swing(1.3 * d + 0.3 * x), rise = ridge(valueNoise1(u + 0.03)) - ridge(valueNoise1(u - 0.03));
        float lit = smoothstep(-0.025, 0.025, rise * sign(SUN.x)), ripple = 0.5 + 0.5 * swing(d * 24.0 + 2.2 * fbm(vec2(x * 4.0, d * 9.0) + way, 2));
        vec3 sand = mix(mix(DEEP, SHADE, 0.25), mix(BASE, LIGHT, 0.45), 0.15 + 0.85 * lit) * (0.86 + 0.22 * ripple * (0.4 + grain) * lit);
        c = mix(c, mix(sand, mix(ACCENT, LIGHT, 0.5), 0.3 * (1.0 - k * 0.5)), smoothstep(-PIXEL, PIXEL, d));
    }
    return c;
}
