// Where they differ.
// signature: scalar x scalar -> scalar
// families: field
// licence: MIT
// cost: 0.1
float differing(float a, float b) { return abs(a - b); }
