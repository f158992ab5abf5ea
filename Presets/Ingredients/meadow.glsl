// A meadow in bloom.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 9
// mood: 0.6 0
// subject: flowers
// domain: nature
// slot: wind 0.1..0.6 mid
// slot: way 0.2..0.5 flow
// slot: seed 0..90
vec3 meadow(vec2 p, vec3 sky, float wind, float way, float seed) {
    float d = HORIZON + 0.02 * swing(p.x * 0.6 + seed) - p.y;
    vec3 c = mix(mix(BASE, LIGHT, 0.2), mix(DEEP, SHADE, 0.5), smoothstep(0.0, 0.45, d));
    for (int i = 0; i < 5; i++) {
        float k = float(i), y0 = HORIZON - 0.03 - 0.055 * k * (1.0 + 0.25 * k), s = 0.02 + 0.014 * k;
        float x = p.x + 0.02 * wind * swing(p.x * 0.8 + way + k * 0.2) * (p.y - y0 + s) / s + k * 0.37 + seed, i0 = floor(x / s / 1.6);
        vec2 h = hash12(i0 + 31.0 * k);
        vec2 q = vec2((fract(x / s / 1.6) - 0.5) * 1.6 * s, p.y - y0 - s * (0.5 + 1.3 * h.x));
        float stem = smoothstep(PIXEL + 0.0012, 0.0008, abs(q.x)) * step(q.y, 0.0) * step(-s * 2.5, q.y);
        float a = atan(q.y, q.x + 1e-5), bloom = length(q * vec2(1.0, 1.3)) - s * 0.42 * (0.75 + 0.25 * cos(a * 5.0));
        c = mix(c, mix(DEEP, SHADE, 0.4), stem * step(0.0, d + 0.08));
        c = mix(c, h.y < 0.5 ? ACCENT : h.y < 0.8 ? LIGHT : BASE, smoothstep(PIXEL, -PIXEL, bloom) * step(0.35, h.x) * (0.6 + 0.1 * k));
        c = mix(c, LIGHT * 0.9, smoothstep(PIXEL, -PIXEL, length(q) - s * 0.13) * step(0.35, h.x));
    }
    return mix(sky, c, smoothstep(-PIXEL, PIXEL, max(d, 0.0) - PIXEL));
}
