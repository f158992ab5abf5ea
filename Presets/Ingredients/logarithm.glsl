// Rolled up into a spiral stair that goes inwards.
// signature: coordinate -> coordinate
// families: field
// licence: MIT
// cost: 1
// weight: 0.5
// slot: x -0.3..0.3
// slot: arms 1..4 whole
// slot: way -0.3..0.3 flow
vec2 logarithm(vec2 p, float x, float arms, float way) {
    p.x -= x;
    float a = atan(p.y, p.x + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0)) / 6.28318;
    a = abs(fract(a * arms) - 0.5) * 2.0;
    return vec2(log(length(p) + 0.06) * 0.9 + way, a * 0.7);
}
