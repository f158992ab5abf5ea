// Lines of equal height.
// signature: scalar -> scalar
// families: field march
// licence: MIT
// cost: 0.3
// slot: count 3..8
// slot: way -0.3..0.3 flow
float contoured(float a, float count, float way) {
    float x = abs(fract(a * count + way) - 0.5) * 2.0;
    return smoothstep(0.15, 0.5, x) * (0.3 + 0.7 * a);
}
