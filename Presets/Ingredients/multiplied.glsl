// Where both are.
// signature: scalar x scalar -> scalar
// families: field march
// licence: MIT
// cost: 0.1
float multiplied(float a, float b) { return a * (0.35 + b) / 1.1; }
