// A stormy sky that the snare lights up.
// signature: coordinate -> sky
// families: composition
// places: land water
// licence: MIT
// cost: 8
// mood: -0.6 0.7
// slot: along 0.15..0.4 flow
// slot: flash 0.2..0.7 snare
// slot: seed 0..90
vec3 stormSky(vec2 p, float along, float flash, float seed) {
    vec2 q = p * vec2(1.3, 2.6) + vec2(along, seed);
    float n = fbm(q + 0.7 * fbm(q * 1.7 - along * 0.5, 2), 4), near = exp(-length(p - SUN) * 3.5);
    vec3 c = mix(SHADE * 0.7, mix(DEEP, BASE, 0.6), smoothstep(0.3, 0.75, n)) + BASE * 0.35 * smoothstep(0.12, 0.0, p.y - HORIZON);
    float bolt = abs(p.x - SUN.x - 0.16 * (fbm1(p.y * 6.0 + seed + floor(along * 5.0), 3) - 0.5) * 2.0);
    return c + LIGHT * near * flash * n * 0.9 + mix(LIGHT, ACCENT, 0.3) * smoothstep(0.008, 0.0, bolt) * smoothstep(0.3, 0.6, flash) * smoothstep(HORIZON, HORIZON + 0.05, p.y);
}
