// Rings run out from a point.
// signature: coordinate -> scalar
// families: field march
// licence: MIT
// cost: 0.5
// slot: x -0.5..0.5
// slot: y -0.3..0.3
// slot: pitch 1.5..6
// slot: way -0.5..0.5 flow
float rings(vec2 p, float x, float y, float pitch, float way) { return 0.5 + 0.5 * swing(length(p - vec2(x, y)) * pitch - way); }
