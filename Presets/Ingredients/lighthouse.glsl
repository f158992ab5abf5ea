// A lighthouse turns its beam.
// signature: coordinate x land -> view
// families: composition
// places: water
// licence: MIT
// cost: 5
// subject: lighthouse
// domain: technology
// mood: -0.3 -0.1
// slot: x -0.45..0.45
// slot: size 0.4..0.65
// slot: turn 0.25..0.5 bars
// slot: glow 0.3..1 bass
vec3 lighthouse(vec2 p, vec3 land, float x, float size, float turn, float glow) {
    vec2 q = (p - vec2(x, -0.38)) / size;
    float rock = q.y - 0.16 * (1.0 - q.x * q.x * 1.4) - 0.10 * (fbm1(q.x * 4.0 + x * 9.0, 3) - 0.5), tower = sdLimb(q, vec2(0.0, 0.1), vec2(0.0, 0.95), 0.11, 0.07);
    tower = max(tower, q.y - 0.95);
    float lamp = sdBox(q - vec2(0.0, 1.02), vec2(0.05, 0.06)), roof = sdTriangle(q - vec2(0.0, 1.19), 0.08, 0.11), gallery = sdBox(q - vec2(0.0, 0.95), vec2(0.1, 0.015));
    vec2 l = q - vec2(0.0, 1.02);
    float aim = swing(turn), r = length(l) + 0.02, face = 0.5 + 0.5 * swing(turn + 0.25);
    float beam = smoothstep(0.05 + 0.2 * r, 0.0, abs(l.y)) * smoothstep(0.0, 0.1, l.x * sign(aim)) * abs(aim) * exp(-r * 0.7);
    vec3 c = land + mix(LIGHT, ACCENT, 0.25) * beam * (0.25 + 0.4 * glow);
    vec3 band = mix(LIGHT * 0.8, ACCENT * 0.8, step(0.5, fract(q.y * 2.6))) * (0.35 + 0.65 * smoothstep(-0.1, 0.1, q.x * sign(SUN.x)));
    c = mix(c, band, smoothstep(PIXEL, -PIXEL, tower * size));
    c = mix(c, SHADE * 0.4, smoothstep(PIXEL, -PIXEL, min(roof, gallery) * size));
    c = mix(c, LIGHT * 1.3, smoothstep(PIXEL, -PIXEL, lamp * size)) + mix(LIGHT, ACCENT, 0.3) * (0.01 + 0.04 * face * face * glow) / (r * r + 0.02);
    return mix(c, mix(SHADE * 0.4, DEEP, 0.35 * valueNoise(q * 12.0)), smoothstep(PIXEL, -PIXEL, rock * size));
}
