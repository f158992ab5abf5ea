// Day, with clouds that pass.
// signature: coordinate -> sky
// families: composition
// places: land water
// licence: MIT
// cost: 9
// mood: 0.4 0
// slot: pitch 1.2..2.6
// slot: along 0.06..0.2 flow
// slot: cover 0.3..0.55
// slot: light 0..0.3 bass
// slot: seed 0..90
vec3 cloudSky(vec2 p, float pitch, float along, float cover, float light, float seed) {
    vec2 q = vec2(p.x, 0.4) / (max(p.y - HORIZON, 0.0) + 0.28) * pitch * 0.8 + vec2(along, seed);
    float n = fbm(q, 4), s = fbm(q + 0.18 * normalize(SUN), 3);
    vec3 c = mix(mix(LIGHT, BASE, 0.5), mix(BASE, DEEP, 0.25), smoothstep(0.0, 0.6, p.y - HORIZON));
    vec3 lit = mix(mix(BASE, DEEP, 0.35), LIGHT * 1.1, clamp(0.6 + (n - s) * 3.0 + light, 0.0, 1.0));
    return mix(c, lit, smoothstep(cover, cover + 0.2, n));
}
