// A sky at dusk with the sun low.
// signature: coordinate -> sky
// families: composition
// places: land water
// licence: MIT
// cost: 1
// slot: glow 0.2..0.9 bass
// slot: size 0.05..0.11
vec3 duskSky(vec2 p, float glow, float size) {
    float up = p.y - HORIZON, d = length(p - SUN);
    vec3 c = mix(mix(ACCENT, LIGHT, 0.35), mix(BASE, DEEP, 0.3), smoothstep(-0.02, 0.28, up));
    c = mix(c, DEEP, smoothstep(0.2, 0.75, up)) + (ACCENT + LIGHT) * (0.12 + 0.25 * glow) * exp(-d * 5.0);
    return mix(c, mix(LIGHT, ACCENT, 0.2) * 1.5, smoothstep(size + 1.5 * PIXEL, size - 1.5 * PIXEL, d));
}
