// Lines of sound, one behind the other.
// signature: coordinate -> scalar
// families: spectrum
// licence: MIT
// cost: 10
// weight: 1.4
// slot: spread 0.03..0.06
// slot: height 0.1..0.3
// slot: way 0.1..0.3 flow
// slot: seed 0..90
float ridgeLines(vec2 p, float spread, float height, float way, float seed) {
    float f = 0.0;
    for (int i = 15; i >= 0; i--) {
        float k = float(i), hill = bump(p.x, 0.08 * swing(k * 0.13 + seed), 0.75);
        float n = valueNoise(vec2(p.x * 9.0 + k * 3.7, way * 3.0 + k)) * 0.5;
        float y = -0.42 + k * spread + hill * height * (n * 0.5 + 1.3 * n * SPECTRUM(abs(p.x) * 0.7 + 0.02 * k));
        float d = p.y - y;
        f = d < 0.0 ? 0.08 + 0.02 * k * 0.5 : f;
        f = max(f, smoothstep(0.009, 0.003, abs(d)) * (1.0 - 0.035 * k));
    }
    return f;
}
