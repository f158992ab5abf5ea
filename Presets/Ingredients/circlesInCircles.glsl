// Circles that touch, down to the smallest.
// signature: coordinate -> scalar
// families: flame
// licence: MIT
// cost: 6
// weight: 1.5
// slot: size 1.05..1.35
// slot: way 0.03..0.12 flow
// slot: open 0..0.2 bass
float circlesInCircles(vec2 p, float size, float way, float open) {
    vec2 z = p * 1.3 + vec2(0.35 * swing(way), 0.4);
    float scale = 1.0, tone = 0.0;
    for (int i = 0; i < 8; i++) {
        z = -1.0 + 2.0 * fract(0.5 * z + 0.5);
        float k = (size - open * 0.3) / max(dot(z, z), 0.05);
        z *= k; scale *= k;
        tone += dot(z, z) < 1.0 ? 0.12 : 0.03;
    }
    return clamp(0.25 + tone * 0.6 - 0.75 * smoothstep(0.02, 0.0, abs(z.y) / scale) + 0.9 * exp(-abs(abs(z.y) / scale) * 40.0), 0.0, 1.0);
}
