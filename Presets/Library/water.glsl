// Kinora shader library: under water. MIT. Needs noise.

// surfaceFromBelow: the ceiling of a sea; x across, h how far over the eye's horizon (>= 0): (web of light, sky that shows through).
vec2 surfaceFromBelow(float x, float h, float clock) {
    vec2 g = vec2(x, 1.0) / (h + 0.055);
    float swell = valueNoise(g * vec2(0.34, 0.42) + vec2(-clock * 0.35, clock * 0.25));
    float a = valueNoise(g * vec2(0.9, 1.0) + swell * 1.5 + vec2(clock * 0.6, -clock * 0.3)), b = valueNoise(g * vec2(1.9, 1.7) - swell * 2.0 + vec2(-clock * 0.9, clock * 0.5) + 7.0);
    float web = max(1.0 - (abs(a - 0.5) * 3.4 + abs(b - 0.5) * 1.8), 0.0);
    return vec2(web * web, smoothstep(0.30, 0.75, a * 0.6 + swell * 0.5));
}
// plankton: a level of drifting specks; scale in cells a unit, size in cells.
float plankton(vec2 p, float scale, float size) {
    vec2 q = p * scale, i = floor(q);
    vec3 h = hash23(i);
    return smoothstep(size * (0.4 + 0.6 * h.z), 0.0, length(q - i - 0.2 - 0.6 * h.xy)) * step(0.55, h.z);
}
