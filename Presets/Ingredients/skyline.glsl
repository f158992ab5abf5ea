// The skyline of a city, windows lit.
// signature: coordinate x sky -> land
// families: composition
// places: land
// licence: MIT
// cost: 8
// weight: 1.2
// subject: city
// domain: technology
// slot: width 0.05..0.1
// slot: height 0.2..0.45
// slot: lamps 0.2..0.8 treble
// slot: along 0.01..0.05 travel
// slot: seed 0..90
vec3 skyline(vec2 p, vec3 sky, float width, float height, float lamps, float along, float seed) {
    vec3 c = sky;
    for (int i = 0; i < 3; i++) {
        float k = float(i), w = width * (0.8 + 0.5 * k), x = (p.x + along * (0.4 + k) + k * 3.3) / w, b = floor(x);
        vec2 h = hash12(b + floor(seed) + 17.0 * k);
        float y = HORIZON - 0.06 - 0.09 * k + height * (1.0 - 0.22 * k) * (0.25 + 0.75 * h.x * h.x);
        float u = fract(x) - 0.5, inset = 0.42 + 0.08 * h.y, top = y - step(inset * 0.6, abs(u)) * 0.05 * step(0.5, h.y);
        float d = min(top - p.y, (inset - abs(u)) * w);
        vec2 wq = vec2(u * w, p.y) * 70.0, wi = floor(wq), wf = abs(fract(wq) - 0.5);
        float on = step(0.95 - 0.6 * lamps, hash21(wi + b * 7.0)) * step(max(wf.x, wf.y), 0.33) * step(0.3, k);
        vec3 wall = mix(mix(BASE, DEEP, 0.55), SHADE * 0.7, k / 2.0) * (0.85 + 0.3 * h.y);
        c = mix(c, wall + mix(ACCENT, LIGHT, h.x) * on * 0.8, smoothstep(-PIXEL, PIXEL, d));
    }
    return mix(c, SHADE * 0.45 + c * 0.1, smoothstep(-PIXEL, PIXEL, HORIZON - 0.24 - p.y));
}
