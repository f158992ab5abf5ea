// The sea, with the light's path on it.
// signature: coordinate x sky -> land
// families: composition
// places: water
// licence: MIT
// cost: 8
// weight: 1.6
// subject: sea
// domain: nature
// slot: swell 0.2..1 bass
// slot: way 0.3..0.8 flow
// slot: sparkle 0.2..1 treble
vec3 waterLand(vec2 p, vec3 sky, float swell, float way, float sparkle) {
    float d = HORIZON - p.y, depth = 1.0 / max(d, 0.004);
    vec2 q = vec2(p.x * depth * 0.9, depth * 0.8 + way * 2.0);
    float n = 0.6 * valueNoise(q * vec2(1.0, 2.2)) + 0.4 * valueNoise(q * vec2(2.3, 4.6) - way * 1.3);
    float calm = smoothstep(60.0, 6.0, depth);
    vec3 c = mix(mix(BASE, LIGHT, 0.15), mix(DEEP, SHADE, 0.5), smoothstep(0.0, 0.4, d));
    c = mix(c, c * 0.55, smoothstep(0.35, 0.75, n) * calm * (0.5 + swell));
    float path = exp(-pow((p.x - SUN.x) / (0.05 + 0.35 * d), 2.0));
    c += mix(LIGHT, ACCENT, 0.35) * path * (0.12 + smoothstep(0.6 - 0.2 * sparkle, 0.85, n) * (0.5 + 0.9 * sparkle));
    c += LIGHT * 0.5 * smoothstep(0.72, 0.8, n) * swell * calm * smoothstep(0.03, 0.3, d);
    return mix(sky, c, smoothstep(-PIXEL, PIXEL, d));
}
