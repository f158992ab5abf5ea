// Turns slowly.
// signature: coordinate -> coordinate
// families: field flame feedback
// licence: MIT
// cost: 0.5
// slot: x -0.3..0.3
// slot: way -0.16..0.16 flow
vec2 spin(vec2 p, float x, float way) { return rotation(way) * (p - vec2(x, 0.0)) + vec2(x, 0.0); }
