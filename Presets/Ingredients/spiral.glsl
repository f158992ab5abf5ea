// Arms of a spiral.
// signature: coordinate -> scalar
// families: field flame
// licence: MIT
// cost: 1
// slot: x -0.4..0.4
// slot: arms 1..5 whole
// slot: pitch 0.6..2.2
// slot: way -0.4..0.4 flow
float spiral(vec2 p, float x, float arms, float pitch, float way) {
    p.x -= x;
    float a = atan(p.y, p.x + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0)) / 6.28318, r = length(p);
    return mix(0.5, 0.5 + 0.5 * swing(a * arms + log(r + 0.05) * pitch + way), smoothstep(0.0, 0.12, r));
}
