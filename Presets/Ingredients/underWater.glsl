// Under water, light falling in.
// signature: coordinate -> sky
// families: composition
// places: under
// licence: MIT
// cost: 7
// mood: 0 -0.3
// subject: under water
// domain: nature
// slot: way 0.15..0.4 flow
// slot: glow 0.2..0.9 bass
vec3 underWater(vec2 p, float way, float glow) {
    vec3 c = mix(mix(DEEP, SHADE, 0.5), mix(BASE, LIGHT, 0.3), smoothstep(-0.5, 0.6, p.y));
    float a = (p.x - SUN.x) / (0.9 - p.y), r = 0.5 * valueNoise(vec2(a * 7.0 + way, way)) + 0.5 * valueNoise(vec2(a * 15.0 - way, 3.0));
    c += mix(LIGHT, ACCENT, 0.2) * smoothstep(0.45, 0.85, r) * smoothstep(-0.45, 0.5, p.y) * (0.2 + 0.5 * glow);
    return c + LIGHT * 0.25 * smoothstep(0.3, 0.5, p.y + 0.05 * valueNoise(vec2(p.x * 5.0, way * 2.0)));
}
