// Curtains of light over the pole.
// signature: coordinate -> sky
// families: composition
// places: land water
// licence: MIT
// cost: 9
// mood: 0 -0.5
// subject: aurora
// domain: nature
// slot: height 0.15..0.35
// slot: glow 0.3..1.1 mid
// slot: way 0.1..0.3 flow
// slot: seed 0..90
vec3 auroraSky(vec2 p, float height, float glow, float way, float seed) {
    vec3 c = mix(DEEP, SHADE * 0.6, smoothstep(0.0, 0.5, p.y - HORIZON));
    c += LIGHT * 0.5 * starField(p * 28.0 + seed, 0.35, max(0.06, 28.0 * PIXEL * 0.6), way * 3.0);
    for (int i = 0; i < 3; i++) {
        float k = float(i), base = HORIZON + 0.12 + 0.09 * k + 0.14 * (valueNoise(vec2(p.x * (1.2 + k * 0.4) + way, seed + k * 7.0)) - 0.5);
        float y = (p.y - base) / height, ray = valueNoise(vec2(p.x * 16.0 + 4.0 * valueNoise(vec2(p.x * 2.0, way + k)), k + way * 2.0));
        float veil = smoothstep(-0.06, 0.06, y) * exp(-max(y, 0.0) * (2.0 + 2.0 * ray));
        c += mix(mix(BASE, ACCENT, 0.4 * k), LIGHT, 0.2) * veil * (0.3 + 0.7 * ray) * (0.2 + 0.6 * glow);
    }
    return c;
}
