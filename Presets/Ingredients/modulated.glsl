// Bent by another field, as one picture bends another.
// signature: coordinate x scalar -> coordinate
// families: field lattice
// licence: MIT
// cost: 0.2
// slot: angle 0..6.28
// slot: amount 0.05..0.35 mid
vec2 modulated(vec2 p, float f, float angle, float amount) { return p + (0.08 + amount) * (f - 0.5) * vec2(cos(angle), sin(angle)); }
