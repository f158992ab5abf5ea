// A net of cracks.
// signature: coordinate -> scalar
// families: field march
// licence: MIT
// cost: 8
// slot: pitch 1.5..5
// slot: width 0.04..0.22 bass
// slot: seed 0..90
float cracks(vec2 p, float pitch, float width, float seed) {
    vec2 q = p * pitch + 0.35 * vec2(valueNoise(p * pitch * 1.7), valueNoise(p * pitch * 1.7 + 9.0)), i = floor(q), f = q - i;
    float one = 9.0, two = 9.0;
    for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
        vec2 g = vec2(float(x), float(y));
        float d = length(g + 0.5 + 0.42 * (hash22(i + g + seed) * 2.0 - 1.0) - f);
        two = min(two, max(d, one));
        one = min(one, d);
    }
    return 1.0 - smoothstep(0.0, 0.06 + width, two - one);
}
