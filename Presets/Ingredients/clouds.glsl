// Clouds.
// signature: coordinate -> scalar
// families: field march reaction feedback
// licence: MIT
// cost: 5
// weight: 1.3
// slot: pitch 1.2..3.5
// slot: way 0.08..0.3 flow
// slot: seed 0..90
float clouds(vec2 p, float pitch, float way, float seed) { return smoothstep(0.22, 0.78, fbm(p * pitch + vec2(way, seed), 4)); }
