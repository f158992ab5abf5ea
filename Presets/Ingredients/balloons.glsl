// Balloons drift over the land.
// signature: coordinate x land -> view
// families: composition
// places: land water
// licence: MIT
// cost: 7
// subject: balloons
// domain: technology
// mood: 0.5 -0.1
// slot: size 0.09..0.2
// slot: way 0.02..0.06 flow
// slot: flame 0.1..1 kick
// slot: seed 0..90
vec3 balloons(vec2 p, vec3 land, float size, float way, float flame, float seed) {
    vec3 c = land;
    for (int i = 0; i < 5; i++) {
        float k = float(i);
        vec2 h = hash12(k * 2.3 + floor(seed)), at = vec2(fract(h.x + way * (0.4 + 0.5 * h.y)) * 2.4 - 1.2, 0.02 + 0.34 * h.y + 0.02 * swing(way * 2.0 + h.x));
        float s = size * (0.4 + 0.25 * k);
        vec2 q = (p - at) / s;
        float ball = smoothMin(sdCircle(q, 1.0), sdLimb(q, vec2(0.0, -0.5), vec2(0.0, -1.25), 0.6, 0.16), 0.3), basket = sdBox(q - vec2(0.0, -1.75), vec2(0.15, 0.12));
        float ropes = max(abs(abs(q.x) - 0.15) - 0.015, abs(q.y + 1.5) - 0.2), gore = asin(clamp(q.x / sqrt(max(1.0 - q.y * q.y * 0.8, 0.1)), -1.0, 1.0));
        vec3 tint = mix(ACCENT, mix(BASE, LIGHT, step(0.6, h.x)), step(0.0, swing(gore * 1.3 + h.y)));
        tint *= 0.55 + 0.6 * sqrt(max(1.0 - dot(q - 0.3 * vec2(sign(SUN.x), 0.6), q - 0.3 * vec2(sign(SUN.x), 0.6)) * 0.6, 0.0));
        tint += mix(ACCENT, LIGHT, 0.5) * flame * 0.5 * exp(-length(q - vec2(0.0, -0.9)) * 2.0);
        c = mix(c, mix(tint, land, 0.3 - 0.06 * k), smoothstep(PIXEL, -PIXEL, ball * s));
        c = mix(c, SHADE * 0.5, smoothstep(PIXEL, -PIXEL, min(basket, ropes) * s));
    }
    return c;
}
