// Fish that turn together.
// signature: coordinate x land -> view
// families: composition
// places: under
// licence: MIT
// cost: 10
// subject: fish
// domain: nature
// slot: size 0.07..0.17
// slot: way 0.03..0.1 travel
// slot: tail 0.5..1 beats
// slot: shine 0.2..1 treble
// slot: seed 0..90
vec3 fishSchool(vec2 p, vec3 land, float size, float way, float tail, float shine, float seed) {
    vec3 c = land;
    for (int i = 0; i < 10; i++) {
        float k = float(i);
        vec2 h = hash12(k * 1.7 + floor(seed)), at = vec2(fract(h.x + way * (0.6 + 0.5 * h.y)) * 2.6 - 1.3, (h.y - 0.45) * 0.7 + 0.05 * swing(h.x + way * 0.7));
        float s = size * (0.55 + 0.9 * fract(h.x * 7.1));
        vec2 q = (p - at) / s;
        q.y += 0.10 * swing(tail + h.x - q.x * 0.25) * smoothstep(0.6, -1.2, q.x);
        float body = sdEllipse(q, vec2(1.0, 0.34)), fin = max(max(abs(q.y) - 0.32 * (-q.x - 0.75) / 0.5, q.x + 0.75), -q.x - 1.3 + 0.2 * abs(q.y));
        float top = max(sdEllipse(q - vec2(0.0, 0.27), vec2(0.4, 0.2)), -q.y);
        float d = min(min(body, fin), top) * s;
        vec3 tint = mix(ACCENT, mix(BASE, LIGHT, 0.4), step(0.5, fract(h.y * 5.3)));
        tint = mix(tint * 0.5, mix(tint, LIGHT, 0.4), smoothstep(-0.3, 0.3, q.y)) * (0.8 + 0.3 * step(0.5, fract(q.x * 2.5)));
        tint += LIGHT * shine * 0.4 * smoothstep(0.2, 0.0, abs(q.y - 0.12)) * step(body, 0.0);
        tint = mix(tint, SHADE * 0.2, smoothstep(0.09, 0.06, length(q - vec2(0.68, 0.07))));
        c = mix(c, mix(tint, land, 0.35 * (1.0 - s / size / 1.4)), smoothstep(PIXEL, -PIXEL, d));
    }
    return c;
}
