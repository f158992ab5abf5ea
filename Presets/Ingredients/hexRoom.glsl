// Honeycomb, lit from within.
// signature: coordinate -> colour
// families: lattice
// licence: MIT
// cost: 4
// slot: pitch 2.5..6
// slot: glow 0.2..1.3 bass
// slot: way 0.2..0.6 flow
vec3 hexRoom(vec2 p, float pitch, float glow, float way) {
    p *= pitch;
    vec2 s = vec2(1.0, 1.7320508), a = mod(p, s) - s * 0.5, b = mod(p - s * 0.5, s) - s * 0.5;
    vec2 g = dot(a, a) < dot(b, b) ? a : b, id = p - g;
    vec2 q = abs(g);
    float d = max(dot(q, s * 0.5), q.x), n = valueNoise(id * 0.5 + way), edge = smoothstep(0.5, 0.42, d);
    vec3 c = mix(SHADE, mix(BASE, ACCENT, step(0.72, hash21(floor(id * 3.0 + 0.5)))), n) * (0.3 + 0.9 * edge * (1.0 - d));
    return c * (0.5 + glow * n * 1.6) + LIGHT * 0.25 * smoothstep(0.05, 0.0, abs(d - 0.44)) * n * glow;
}
