// Rain before it all.
// signature: coordinate x view -> view
// families: composition
// places: land water
// licence: MIT
// cost: 4
// mood: -0.5 -0.1
// weight: 0.8
// slot: way 0.8..1.6 flow
// slot: much 0.2..0.8 treble
vec3 rain(vec2 p, vec3 c, float way, float much) {
    for (int i = 0; i < 3; i++) {
        float k = float(i) + 1.0;
        vec2 q = turnBy(0.14) * p * vec2(26.0 / k, 3.2 / k) + vec2(k * 7.7, way * (2.2 - 0.4 * k));
        vec2 h = hash22(floor(q));
        float s = smoothstep(0.16, 0.0, abs(fract(q.x) - 0.2 - 0.6 * h.x)) * smoothstep(0.0, 0.4, fract(q.y)) * smoothstep(1.0, 0.7, fract(q.y));
        c += mix(LIGHT, BASE, 0.4) * s * step(h.y, 0.35 + 0.5 * much) * 0.13 * k;
    }
    return c * 0.92;
}
