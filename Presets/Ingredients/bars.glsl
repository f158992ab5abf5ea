// Columns as high as their notes are loud.
// signature: coordinate -> scalar
// families: spectrum
// licence: MIT
// cost: 1.5
// slot: count 12..40 whole
// slot: height 0.5..1.1
// slot: base -0.35..-0.1
float bars(vec2 p, float count, float height, float base) {
    float i = floor((p.x + 0.9) / 1.8 * count), x = fract((p.x + 0.9) / 1.8 * count) - 0.5;
    float h = 0.03 + height * SPECTRUM(i / count);
    float y = p.y - base;
    float up = step(0.0, y) * smoothstep(0.01, 0.0, y - h), down = step(y, 0.0) * smoothstep(0.02, 0.0, -y - h * 0.6) * 0.35;
    return clamp(smoothstep(0.42, 0.36, abs(x)) * (up * (0.45 + 0.55 * y / h) + down) + 0.06, 0.0, 1.0);
}
