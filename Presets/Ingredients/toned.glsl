// From shadow to light.
// signature: scalar -> colour
// families: field flame reaction spectrum
// licence: MIT
// cost: 0.5
// slot: glow 0..0.7 kick
vec3 toned(float f, float glow) { return toneRamp(f) + ACCENT * glow * 0.5 * smoothstep(0.8, 1.0, f); }
