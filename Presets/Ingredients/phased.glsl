// One shifts the phase of the other.
// signature: scalar x scalar -> scalar
// families: field
// licence: MIT
// cost: 0.3
// slot: depth 0.5..1.6
// slot: push 0..0.5 mid
float phased(float a, float b, float depth, float push) { return 0.5 + 0.5 * swing(a * depth + b * (0.6 + push)); }
