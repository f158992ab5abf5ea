// Soft bands.
// signature: coordinate -> scalar
// families: field lattice feedback
// licence: MIT
// cost: 0.4
// weight: 0.4
// slot: pitch 1.5..6
// slot: soft 0.3..2.5
// slot: way -0.35..0.35 flow
float stripes(vec2 p, float pitch, float soft, float way) { return clamp(0.5 + 0.5 * swing(p.y * pitch + way) * (1.0 + soft), 0.0, 1.0); }
