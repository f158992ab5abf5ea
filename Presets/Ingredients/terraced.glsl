// In steps.
// signature: scalar -> scalar
// families: field march
// licence: MIT
// cost: 0.2
// weight: 0.6
// slot: count 3..6
// slot: lift 0..0.2 bass
float terraced(float a, float count, float lift) { float x = (a + lift) * count, i = floor(x); return clamp((i + smoothstep(0.85, 1.0, x - i)) / count, 0.0, 1.0); }
