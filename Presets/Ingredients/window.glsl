// Seen through a tall window of panes.
// signature: picture -> colour
// families: field march flame
// licence: MIT
// cost: 1
// weight: 0.3
// slot: count 2..5 whole
// slot: way 0.5..0.5 bars
vec3 window(vec2 p, float count, float way) {
    vec2 q = vec2(p.x * count * 0.7, p.y * 2.0 + 0.5), f = abs(fract(q) - 0.5);
    float bar = smoothstep(0.455, 0.47, max(f.x, f.y));
    vec3 c = PICTURE(p + 0.015 * (hash22(floor(q)) - 0.5) + vec2(0.004 * swing(way), 0.0));
    return mix(c * (0.9 + 0.2 * hash21(floor(q))), SHADE * 0.3, bar);
}
