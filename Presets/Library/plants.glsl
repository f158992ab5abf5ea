// Kinora shader library: plants. MIT. Needs noise.

// snowyConifer: a fir standing on the origin, height h, half width w, seed any number: (distance-like value, negative inside; 0..1 where snow would lie).
vec2 snowyConifer(vec2 p, float h, float w, float seed) {
    float y = clamp(p.y / h, 0.0, 1.0), x = abs(p.x), k = fract(seed * 7.13), v = 1.0 - y;
    float tiers = 11.0 + 7.0 * k;
    float side = p.x < 0.0 ? 0.43 : 0.0;                        // the two sides do not mirror each other
    float t = y * tiers * (0.70 + 0.45 * y) + side + x / w * (1.1 + 0.5 * k);   // boughs hang down and out
    float i = floor(t), f = t - i, r = hash11(i + seed * 17.0 + side * 9.0);
    float reach = v * (1.22 - 0.22 * v) * (0.55 + 0.45 * smoothstep(0.0, 0.22, y));
    float edge = w * reach * (0.55 + 0.65 * r * r) * (0.42 + 0.58 * (1.0 - f)) + 0.006 * h * v;
    float d = max((x - edge) * 0.8, max(p.y - h, 0.05 * h - p.y));
    return vec2(min(d, max(x - 0.014 * h * v, max(-p.y, p.y - h))), f * smoothstep(0.25, 0.9, x / max(edge, 1e-4)));
}
// conifer: the distance-like value of snowyConifer alone.
float conifer(vec2 p, float h, float w, float seed) { return snowyConifer(p, h, w, seed).x; }
// coniferRow: a row of firs (negative inside) along x; cell width c, tallest h; ground at y = 0.
float coniferRow(vec2 p, float c, float h, float seed) {
    float i0 = floor(p.x / c), d = 1e3;
    int last = p.y < h ? 1 : -2;                                // above the tops there is nothing to look for
    for (int k = -1; k <= last; k++) {
        float i = i0 + float(k);
        vec2 r = hash12(i + seed * 31.7);
        float tall = h * (0.45 + 0.55 * r.y * r.y);
        d = min(d, conifer(p - vec2((i + 0.5 + 0.55 * (r.x - 0.5)) * c, -0.02 * h), tall, tall * (0.17 + 0.07 * r.x), r.x + seed));
    }
    return d;
}
// snowyConiferRow: coniferRow with snow: (distance-like value, 0..1 snow).
vec2 snowyConiferRow(vec2 p, float c, float h, float seed) {
    float i0 = floor(p.x / c);
    vec2 d = vec2(1e3, 0.0);
    int last = p.y < h ? 1 : -2;
    for (int k = -1; k <= last; k++) {
        float i = i0 + float(k);
        vec2 r = hash12(i + seed * 31.7);
        float tall = h * (0.45 + 0.55 * r.y * r.y);
        vec2 e = snowyConifer(p - vec2((i + 0.5 + 0.55 * (r.x - 0.5)) * c, -0.02 * h), tall, tall * (0.17 + 0.07 * r.x), r.x + seed);
        d = e.x < d.x ? e : d;
    }
    return d;
}
