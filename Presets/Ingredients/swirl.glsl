// A whirl that the bass tightens.
// signature: coordinate -> coordinate
// families: field feedback warp
// licence: MIT
// cost: 0.8
// slot: x -0.35..0.35
// slot: y -0.2..0.2
// slot: width 0.15..0.6
// slot: twist 0.4..2.6 bass
vec2 swirl(vec2 p, float x, float y, float width, float twist) {
    vec2 q = p - vec2(x, y);
    return rotation(twist * exp(-dot(q, q) / (width * width))) * q + vec2(x, y);
}
