// Hills behind hills.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 12
// weight: 1.4
// subject: hills
// domain: nature
// slot: height 0.06..0.2
// slot: pitch 1..2.6
// slot: along 0.02..0.08 travel
// slot: mist 0.2..0.8 mid
// slot: seed 0..90
vec3 hills(vec2 p, vec3 sky, float height, float pitch, float along, float mist, float seed) {
    vec3 c = sky;
    for (int i = 0; i < 4; i++) {
        float k = float(i) / 3.0, x = p.x * pitch * (0.8 + k) + along * (0.3 + k * 2.0) + seed + 9.0 * k;
        float y = HORIZON + 0.08 - 0.13 * k * (1.0 + k) * 1.1 + height * (1.0 + 0.4 * k) * (fbm1(x, 4) - 0.35);
        float d = y - p.y;
        vec3 tint = mix(mix(BASE, LIGHT, 0.25), SHADE * 0.8, 0.15 + 0.85 * k);
        tint = mix(tint, mix(LIGHT, BASE, 0.5), (1.0 - k) * (0.2 + 0.4 * mist) * smoothstep(0.0, 0.22, d));
        c = mix(c, tint, smoothstep(-PIXEL, PIXEL, d));
    }
    return c;
}
