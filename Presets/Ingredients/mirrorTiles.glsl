// Tiles that mirror each other.
// signature: coordinate -> coordinate
// families: field flame
// licence: MIT
// cost: 0.3
// weight: 0.7
// slot: size 0.35..1.1
// slot: along -0.1..0.1 flow
vec2 mirrorTiles(vec2 p, float size, float along) {
    p = (p + vec2(along, along * 0.37)) / size;
    return (abs(fract(p * 0.5) * 2.0 - 1.0) - 0.5) * size + vec2(0.15, 0.08);
}
