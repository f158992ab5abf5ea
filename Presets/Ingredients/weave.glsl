// Woven cloth.
// signature: coordinate -> scalar
// families: field lattice
// licence: MIT
// cost: 1
// domain: art
// slot: pitch 3..9
// slot: lift 0.2..0.8 bass
float weave(vec2 p, float pitch, float lift) {
    p = turnBy(0.5) * p * pitch;
    vec2 i = floor(p), f = p - i - 0.5;
    bool over = mod(i.x + i.y, 2.0) < 0.5;
    float across = over ? f.x : f.y, along = over ? f.y : f.x;
    float tone = over ? 0.62 : 0.38;
    return clamp((tone + 0.3 * lift * hash21(i)) * (1.0 - 2.6 * across * across) * (0.75 + 0.7 * (0.25 - along * along)), 0.0, 1.0);
}
