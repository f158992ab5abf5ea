// A steam train crosses the land, windows lit.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 11
// subject: train
// domain: technology
// mood: 0.1 0.2
// slot: front 0.1..0.6
// slot: size 0.24..0.4
// slot: y -0.34..-0.2
// slot: lamps 0.2..1 treble
// slot: puff 0.1..1 kick
// slot: turn 1..1 travel
vec3 train(vec2 p, vec3 land, float front, float size, float y, float lamps, float puff, float turn) {
    vec2 q = (p - vec2(front, y)) / size;
    q.y -= 0.008 * swing(turn * 2.0);
    vec3 c = land;
    for (int i = 0; i < 7; i++) {
        float k = float(i) + fract(turn * 0.5), r = 0.07 + 0.055 * k;
        vec2 at = vec2(-0.18 - 0.30 * k, 0.62 + 0.10 * k - 0.004 * k * k);
        float steam = smoothstep(r, r * 0.2, length(q - at) + 0.10 * (fbm(q * 5.0 + vec2(turn, k - fract(turn * 0.5)), 2) - 0.5));
        c = mix(c, mix(LIGHT, BASE, 0.25), steam * (0.35 + 0.5 * puff) * (1.0 - k / 8.0));
    }
    float boiler = sdBox(q - vec2(-0.38, 0.31), vec2(0.34, 0.10)) - 0.03, cab = min(sdBox(q - vec2(-0.84, 0.35), vec2(0.15, 0.19)), sdBox(q - vec2(-0.84, 0.56), vec2(0.19, 0.02)));
    float stack = min(sdLimb(q, vec2(-0.16, 0.4), vec2(-0.16, 0.57), 0.035, 0.055), sdCircle(q - vec2(-0.46, 0.44), 0.07));
    float plough = max(max(q.x - 0.10 + 0.9 * (q.y - 0.03), 0.02 - q.y), max(-0.02 - q.x, q.y - 0.2)), d = min(min(boiler, cab), min(stack, plough));
    float u = q.x + 1.06, id = floor(u / 0.92), f = u - 0.92 * (id + 0.5), isCar = step(u, 0.0) * step(-5.5, id);
    float car = min(sdBox(vec2(f, q.y - 0.32), vec2(0.40, 0.17)), sdBox(vec2(f, q.y - 0.51), vec2(0.43, 0.02)));
    car = min(car, sdBox(vec2(abs(f) - 0.45, q.y - 0.2), vec2(0.05, 0.015)));
    car = mix(9.0, car, isCar);
    float wheels = min(min(sdCircle(q - vec2(-0.12, 0.11), 0.09), sdCircle(q - vec2(-0.36, 0.13), 0.12)), min(sdCircle(q - vec2(-0.64, 0.13), 0.12), sdCircle(q - vec2(-0.88, 0.11), 0.09)));
    wheels = min(wheels, mix(9.0, sdCircle(vec2(abs(f) - 0.26, q.y - 0.10), 0.085), isCar));
    float rod = sdBox(q - vec2(-0.5 + 0.05 * swing(turn), 0.13 + 0.05 * swing(turn + 0.25)), vec2(0.24, 0.015));
    float rail = max(abs(q.y) - 0.015, min(0.0, q.y)), sleeper = max(abs(q.y + 0.04) - 0.02, abs(fract(q.x * 5.0) - 0.5) * 0.2 - 0.05);
    c = mix(c, SHADE * 0.35, smoothstep(PIXEL, -PIXEL, min(rail, sleeper) * size));
    c = mix(c, mix(ACCENT * 0.7, SHADE, 0.25) * (0.55 + 1.2 * clamp(q.y - 0.12, 0.0, 0.5)), smoothstep(PIXEL, -PIXEL, car * size));
    c = mix(c, mix(LIGHT, ACCENT, 0.15) * (0.35 + 0.9 * lamps), smoothstep(PIXEL, -PIXEL, mix(9.0, max(abs(fract(f * 5.0) - 0.5) * 0.2 - 0.062, max(abs(q.y - 0.37) - 0.055, abs(f) - 0.38)), isCar) * size));
    c = mix(c, SHADE * 0.35 + BASE * 0.25 * smoothstep(0.36, 0.42, q.y), smoothstep(PIXEL, -PIXEL, d * size));
    c = mix(c, LIGHT * (0.4 + lamps), smoothstep(PIXEL, -PIXEL, sdBox(q - vec2(-0.84, 0.42), vec2(0.07, 0.06)) * size));
    c = mix(c, SHADE * 0.2, smoothstep(PIXEL, -PIXEL, wheels * size));
    c = mix(c, LIGHT * 0.55, smoothstep(PIXEL, -PIXEL, rod * size));
    vec2 l = q - vec2(0.02, 0.36);
    return c + mix(LIGHT, ACCENT, 0.2) * (0.012 * (0.3 + lamps) / (dot(l, l) + 0.01) + 0.16 * lamps * smoothstep(0.05 + 0.22 * l.x, 0.0, abs(l.y + 0.06 * l.x)) * step(0.0, l.x) * exp(-l.x * 0.9));
}
