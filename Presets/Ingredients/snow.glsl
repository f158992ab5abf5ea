// Snow falls.
// signature: coordinate x view -> view
// families: composition
// places: land water
// licence: MIT
// cost: 5
// mood: 0 -0.7
// weight: 0.8
// slot: way 0.15..0.4 flow
// slot: much 0.3..0.9 mid
vec3 snow(vec2 p, vec3 c, float way, float much) {
    for (int i = 0; i < 4; i++) {
        float k = float(i);
        vec2 q = p * (16.0 - 3.2 * k) + vec2(0.6 * swing(way * 0.5 + p.y * 0.7 + k * 0.3) + k * 9.1, way * (3.0 - 0.3 * k)), h = hash22(floor(q));
        float d = length(fract(q) - 0.25 - 0.5 * h) - 0.05 - 0.09 * h.x;
        c = mix(c, LIGHT * 1.1, smoothstep(0.05, -0.03, d) * step(h.y, 0.25 + 0.5 * much) * (0.5 + 0.12 * k));
    }
    return c;
}
