// Snowy peaks.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 14
// weight: 1.2
// subject: mountains
// domain: nature
// slot: height 0.25..0.5
// slot: pitch 0.9..1.8
// slot: glow 0.2..0.9 bass
// slot: along 0.005..0.03 travel
// slot: seed 0..90
vec3 peaks(vec2 p, vec3 sky, float height, float pitch, float glow, float along, float seed) {
    float x = p.x * pitch + seed + along, y = HORIZON - 0.1 + height * ridge(fbm1(x, 4)) * (0.6 + 0.5 * valueNoise1(x * 0.7 + 3.0));
    float d = y - p.y, n = fbm(vec2(x * 5.0, p.y * 7.0), 4), side = ridge(fbm1(x + 0.03 * sign(SUN.x), 4)) - ridge(fbm1(x, 4));
    float lit = smoothstep(-0.02, 0.03, -side + (n - 0.5) * 0.06);
    float snow = smoothstep(0.2, 0.0, d - 0.16 * n - 0.02);
    vec3 rock = mix(SHADE, DEEP, lit) * (0.7 + 0.6 * n), ice = mix(mix(BASE, DEEP, 0.3), mix(LIGHT, ACCENT, 0.25 * glow) * 1.05, lit);
    vec3 c = mix(sky, mix(mix(rock, ice, snow), mix(BASE, LIGHT, 0.3), smoothstep(0.1, 0.42, d) * 0.7), smoothstep(-PIXEL, PIXEL, d));
    float f = HORIZON - 0.12 + 0.05 * (fbm1(p.x * 3.0 + seed, 3) - 0.5) - p.y;
    return mix(c, mix(mix(BASE, DEEP, 0.5), SHADE, smoothstep(0.0, 0.25, f)), smoothstep(-PIXEL, PIXEL, f));
}
