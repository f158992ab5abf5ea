// Drops of light.
// signature: scalar -> colour
// families: feedback warp
// licence: MIT
// cost: 0.3
// slot: glow 0.4..1.6 kick
vec3 litDrops(float f, float glow) { return mix(BASE, ACCENT, f) * f * f * (0.4 + glow) + LIGHT * smoothstep(0.85, 1.0, f) * glow * 0.6 + DEEP * 0.12; }
