// Broken panes, each a little shifted.
// signature: coordinate -> coordinate
// families: field
// licence: MIT
// cost: 6
// weight: 0.6
// slot: pitch 2..5
// slot: amount 0.1..0.5 snare
// slot: seed 0..90
vec2 shatter(vec2 p, float pitch, float amount, float seed) {
    vec2 q = p * pitch, near = vec2(0.0);
    float best = 9.0;
    vec2 i = floor(q), f = q - i;
    for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
        vec2 g = vec2(float(x), float(y)), o = hash22(i + g + seed);
        float d = dot(g + o - f, g + o - f);
        near = d < best ? i + g : near;
        best = min(best, d);
    }
    return p + (0.15 + amount) * (hash22(near + seed + 7.0) - 0.5);
}
