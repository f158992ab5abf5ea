// Two sets of rings, one over the other.
// signature: coordinate -> scalar
// families: field
// licence: MIT
// cost: 1
// slot: apart 0.1..0.5
// slot: pitch 6..14
// slot: way 0.1..0.3 flow
float moire(vec2 p, float apart, float pitch, float way) {
    vec2 c = apart * vec2(swing(way * 0.5 + 0.25), swing(way * 0.37)) + 0.12;
    return clamp(0.5 + 0.35 * (swing(length(p - c) * pitch - way) + swing(length(p + c) * pitch)), 0.0, 1.0);
}
