// Folded several times like paper.
// signature: coordinate -> coordinate
// families: field flame
// licence: MIT
// cost: 1.5
// slot: angle 0.3..1.4
// slot: shift 0.08..0.35 bass
// slot: size 1.1..1.45
vec2 foldings(vec2 p, float angle, float shift, float size) {
    mat2 m = rotation(angle);
    for (int i = 0; i < 4; i++) p = m * (abs(p) - shift) * size;
    return p;
}
