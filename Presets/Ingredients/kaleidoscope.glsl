// A mirrored circle of slices.
// signature: coordinate -> coordinate
// families: field flame
// licence: MIT
// cost: 1
// weight: 0.6
// slot: count 3..8 whole
// slot: x -0.25..0.25
// slot: way -0.1..0.1 flow
vec2 kaleidoscope(vec2 p, float count, float x, float way) {
    p.x -= x;
    float r = length(p), a = atan(p.y, p.x + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0)) + way;
    float slice = 6.28318 / (2.0 * count);
    a = abs(mod(a, 2.0 * slice) - slice);
    return r * vec2(cos(a), sin(a)) + vec2(0.2, 0.1);
}
