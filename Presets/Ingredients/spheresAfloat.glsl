// Balls that float, one behind the other.
// signature: coordinate -> colour
// families: march
// licence: MIT
// cost: 14
// slot: size 0.12..0.3 bass
// slot: way 0.05..0.14 flow
// slot: rise 0.03..0.2 flow
// slot: seed 0..90
vec3 spheresAfloat(vec2 p, float size, float way, float rise, float seed) {
    vec3 c = mix(mix(BASE, DEEP, 0.35), SHADE, smoothstep(-0.1, 0.7, length(p - SUN))), l = normalize(vec3(SUN, 0.6));
    for (int i = 0; i < 14; i++) {
        float k = float(i), z = 2.6 - k * 0.15;
        vec3 h = hash23(vec2(k, floor(seed)));
        vec2 at = vec2((h.x - 0.5) * 2.4 + 0.12 * swing(way + h.z), fract(h.y + rise * (0.3 + h.z) / z) * 1.7 - 0.85) ;
        float r = (0.08 + size * (0.4 + 0.8 * h.z)) / z * 1.3;
        vec2 d = (p - at) / r;
        float q = dot(d, d), n = sqrt(max(1.0 - q, 0.0));
        vec3 tint = h.z < 0.3 ? ACCENT : h.z < 0.65 ? BASE : mix(DEEP, LIGHT, 0.35);
        float lit = max(dot(vec3(d, n), l), 0.0), rim = 1.0 - n;
        vec3 ball = tint * (0.2 + 0.9 * lit) + mix(BASE, LIGHT, 0.5) * 0.35 * rim * rim * rim + LIGHT * pow(max(lit, 0.001), 24.0) * 0.8;
        c = mix(c, mix(ball, mix(BASE, DEEP, 0.4), clamp((z - 0.7) * 0.28, 0.0, 0.6)), smoothstep(1.0, 1.0 - 3.0 * PIXEL / r, sqrt(q)));
    }
    return c;
}
