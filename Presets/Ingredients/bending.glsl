// Bent by slow noise.
// signature: coordinate -> coordinate
// families: field lattice march feedback
// licence: MIT
// cost: 2
// weight: 1.4
// slot: pitch 0.8..2.6
// slot: amount 0.08..0.5
// slot: way 0.15..0.4 flow
vec2 bending(vec2 p, float pitch, float amount, float way) {
    return p + amount * (vec2(valueNoise(p * pitch + way), valueNoise(p * pitch + vec2(17.3, 5.1) - way)) - 0.5) * 2.0;
}
