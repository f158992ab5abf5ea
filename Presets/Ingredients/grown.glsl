// What has grown of two chemicals.
// signature: state -> scalar
// families: reaction
// licence: MIT
// cost: 1
// weight: 20
// slot: sharp 2..4.5
// slot: push 0..0.25 bass
float grown(vec2 p, vec4 s, float sharp, float push) { return clamp((s.y + push * 0.2) * sharp, 0.0, 1.0); }
