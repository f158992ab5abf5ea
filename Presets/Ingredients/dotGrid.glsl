// Dots, larger where the sound is.
// signature: coordinate -> scalar
// families: field lattice
// licence: MIT
// cost: 2
// slot: pitch 5..12
// slot: size 0.12..0.34 bass
// slot: way 0.1..0.3 flow
float dotGrid(vec2 p, float pitch, float size, float way) {
    p = turnBy(0.4) * p * pitch;
    vec2 i = floor(p);
    float n = valueNoise(i * 0.31 + way * 2.0);
    return 1.0 - smoothstep(-0.06, 0.06, length(fract(p) - 0.5) - (0.1 + size) * (0.3 + 1.4 * n));
}
