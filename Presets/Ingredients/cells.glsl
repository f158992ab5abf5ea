// Round cells, some lighter.
// signature: coordinate -> scalar
// families: field march
// licence: MIT
// cost: 7
// slot: pitch 2..6
// slot: way 0.2..0.6 flow
// slot: seed 0..90
float cells(vec2 p, float pitch, float way, float seed) {
    vec2 q = p * pitch, i = floor(q), f = q - i;
    float best = 9.0, tone = 0.0;
    for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
        vec2 g = vec2(float(x), float(y)), h = hash22(i + g + seed);
        vec2 o = 0.5 + 0.4 * swing2(h + way * (0.4 + h.yx));
        float d = length(g + o - f);
        tone = d < best ? h.x : tone;
        best = min(best, d);
    }
    return clamp((1.0 - best) * (0.45 + 0.7 * tone), 0.0, 1.0);
}
