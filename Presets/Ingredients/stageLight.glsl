// A hall with beams of light.
// signature: coordinate -> sky
// families: composition
// places: hall
// licence: MIT
// cost: 4
// mood: 0.2 0.6
// subject: stage
// domain: art
// slot: sweep 0.25..0.25 bars
// slot: glow 0.3..1.2 kick
// slot: seed 0..90
vec3 stageLight(vec2 p, float sweep, float glow, float seed) {
    vec3 c = mix(DEEP * 0.6, SHADE * 0.5, smoothstep(-0.2, 0.5, p.y));
    for (int i = 0; i < 5; i++) {
        float k = float(i), h = hash11(k + floor(seed));
        vec2 from = vec2(-0.8 + 0.4 * k, 0.56);
        float a = 0.5 * swing(sweep * (0.5 + h) + h), d = abs((p.x - from.x) - (from.y - p.y) * a), wide = 0.02 + 0.13 * (from.y - p.y);
        float beam = smoothstep(wide, wide * 0.15, d) * exp(-(from.y - p.y) * 1.4);
        c += (i % 2 == 0 ? ACCENT : mix(BASE, LIGHT, 0.4)) * beam * (0.3 + 0.8 * glow);
    }
    return c;
}
