// The higher of two, smoothly.
// signature: scalar x scalar -> scalar
// families: field march
// licence: MIT
// cost: 0.2
float joined(float a, float b) { return clamp(smoothMax(a, b, 0.3), 0.0, 1.0); }
