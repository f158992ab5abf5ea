// A wave runs through, as high as the bass.
// signature: coordinate -> coordinate
// families: field lattice warp spectrum
// licence: MIT
// cost: 0.5
// slot: pitch 0.6..2.4
// slot: height 0.03..0.16 bass
// slot: way -0.35..0.35 flow
vec2 waveBend(vec2 p, float pitch, float height, float way) { return p + vec2(0.0, height * swing(p.x * pitch + way)); }
