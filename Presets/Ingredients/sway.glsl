// Sways over two bars.
// signature: coordinate -> coordinate
// families: field lattice flame spectrum warp
// licence: MIT
// cost: 0.3
// slot: amount 0.04..0.25
// slot: way 0.5..0.5 bars
vec2 sway(vec2 p, float amount, float way) { return turnBy(amount * swing(way)) * p; }
