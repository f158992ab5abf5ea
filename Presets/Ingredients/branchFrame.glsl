// Seen from under a branch.
// signature: coordinate x view -> view
// families: composition
// places: land
// licence: MIT
// cost: 8
// slot: side -1..1
// slot: wind 0.1..0.8 mid
// slot: way 0.2..0.5 flow
// slot: seed 0..90
vec3 branchFrame(vec2 p, vec3 c, float side, float wind, float way, float seed) {
    vec2 q = vec2(p.x * (side < 0.0 ? 1.0 : -1.0) + 0.95, p.y - 0.52);
    q.y += 0.012 * wind * swing(way + q.x * 0.3);
    float bow = -0.16 * q.x + 0.05 * swing(q.x * 0.9 + seed), d = abs(q.y - bow) - 0.03 * (1.0 - q.x / 1.25);
    d = max(d, q.x - 1.2);
    float id0 = floor(q.x / 0.08), leaf = 9.0;
    for (int i = -1; i <= 1; i++) {
        float id = id0 + float(i);
        vec2 h = hash12(id + floor(seed)), at = vec2((id + 0.5) * 0.08, -0.16 * (id + 0.5) * 0.08 + 0.05 * swing((id + 0.5) * 0.072 + seed));
        vec2 l = turnBy(0.5 * (h.x - 0.5) + 0.12 * wind * swing(way * 1.4 + h.y)) * (q - at + vec2(0.0, 0.04 + 0.05 * h.y));
        leaf = min(leaf, max(length(l - vec2(0.05, 0.0)) - 0.072, length(l + vec2(0.05, 0.0)) - 0.072) + step(1.15, at.x));
    }
    c = mix(c, mix(SHADE * 0.4, mix(ACCENT, DEEP, 0.5), 0.45), smoothstep(PIXEL, -PIXEL, leaf));
    return mix(c, SHADE * 0.3, smoothstep(PIXEL, -PIXEL, d));
}
