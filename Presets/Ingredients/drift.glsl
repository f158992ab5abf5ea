// Floats past.
// signature: coordinate -> coordinate
// families: field march lattice
// licence: MIT
// cost: 0.2
// slot: along -0.22..0.22 flow
// slot: up -0.12..0.12 flow
vec2 drift(vec2 p, float along, float up) { return p + vec2(along, up); }
