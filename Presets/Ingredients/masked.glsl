// One picture through the other.
// signature: colour x colour x scalar -> colour
// families: field
// licence: MIT
// cost: 0.3
// weight: 0.5
// slot: push 0..0.3 bass
vec3 masked(vec3 a, vec3 b, float mask, float push) { return mix(a, b, smoothstep(0.35, 0.65, mask + push - 0.15)); }
