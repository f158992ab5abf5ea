// Grasses close to the eye.
// signature: coordinate x view -> view
// families: composition
// places: land
// licence: MIT
// cost: 9
// weight: 1.1
// slot: tall 0.12..0.34
// slot: wind 0.2..1 bass
// slot: way 0.2..0.5 flow
// slot: seed 0..90
vec3 grasses(vec2 p, vec3 c, float tall, float wind, float way, float seed) {
    for (int i = 0; i < 5; i++) {
        float k = float(i), s = 0.05 + 0.012 * k, up = clamp((p.y + 0.53) / tall, 0.0, 1.4);
        float x = p.x + k * 0.31 + seed - (0.02 + 0.05 * wind) * up * up * (1.2 * swing(way + p.x * 0.35 + k * 0.17) + 0.6), id = floor(x / s);
        vec2 h = hash12(id + 41.0 * k);
        float u = (fract(x / s) - 0.2 - 0.6 * h.x) * s - 0.03 * (h.y - 0.5) * up * up, top = 0.35 + 0.75 * h.y;
        float d = max(abs(u) - 0.008 * (1.0 - up / top), up - top) ;
        float ear = length(vec2(u * 5.0, (up - top) * 0.7)) - 0.055 * step(0.55, h.x);
        c = mix(c, mix(SHADE * 0.35, mix(DEEP, ACCENT, 0.25), 0.25 * up), smoothstep(PIXEL, -PIXEL, min(d, ear * 0.4)));
    }
    return c;
}
