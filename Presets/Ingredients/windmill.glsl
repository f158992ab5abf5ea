// A windmill turns its sails.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 8
// subject: windmill
// domain: art
// mood: 0.2 -0.2
// slot: x -0.4..0.4
// slot: size 0.38..0.6
// slot: turn 0.06..0.12 flow
// slot: lamp 0.1..0.9 bass
vec3 windmill(vec2 p, vec3 land, float x, float size, float turn, float lamp) {
    vec2 q = (p - vec2(x, -0.40)) / size, hub = vec2(0.0, 0.98), w = q - hub;
    float mound = q.y - 0.10 * exp(-q.x * q.x * 2.2) - 0.01 * (fbm1(q.x * 9.0, 2) - 0.5);
    float tower = max(abs(q.x) - mix(0.27, 0.15, clamp(q.y / 0.95, 0.0, 1.0)), max(-q.y, q.y - 0.94));
    float cap = max(length((q - vec2(0.0, 0.92)) * vec2(1.0, 0.85)) - 0.18, 0.92 - q.y), gallery = sdBox(q - vec2(0.0, 0.40), vec2(0.31, 0.014));
    float door = max(abs(q.x) - 0.06, max(0.05 - q.y, q.y - 0.28)), pane = min(sdBox(q - vec2(0.0, 0.56), vec2(0.045, 0.055)), sdBox(q - vec2(0.02, 0.76), vec2(0.035, 0.045)));
    float lattice = 1e2, beam = 1e2, cloth = 1e2;
    for (int i = 0; i < 4; i++) {
        vec2 s = turnBy(6.28319 * (turn + 0.25 * float(i))) * w;
        float within = max(0.16 - s.y, s.y - 0.86), wide = max(-s.x, s.x - 0.17);
        beam = min(beam, sdLimb(s, vec2(0.0), vec2(0.0, 0.88), 0.020, 0.012));
        float rung = abs(fract(s.y * 11.0) - 0.5) / 11.0 - 0.012, spar = min(abs(s.x - 0.165), abs(s.x - 0.085)) - 0.008;
        lattice = min(lattice, max(max(within, wide), min(rung, spar)));
        cloth = min(cloth, max(within + 0.02, max(0.01 - s.x, s.x - 0.10 - 0.05 * smoothstep(0.8, 0.2, s.y))));
    }
    float side = clamp(0.5 + q.x * sign(SUN.x - x) * 2.4, 0.0, 1.0);
    vec3 wall = mix(mix(SHADE, DEEP, 0.5), mix(LIGHT, BASE, 0.35), side * side) * (0.75 + 0.25 * step(0.08, fract(q.y * 14.0)));
    vec3 c = mix(land, mix(SHADE * 0.45, DEEP, 0.4 * fbm(q * vec2(14.0, 30.0), 2)), smoothstep(PIXEL, -PIXEL, mound * size));
    c = mix(c, wall, smoothstep(PIXEL, -PIXEL, tower * size));
    c = mix(c, mix(SHADE * 0.5, ACCENT * 0.6, side), smoothstep(PIXEL, -PIXEL, cap * size));
    c = mix(c, SHADE * 0.35, smoothstep(PIXEL, -PIXEL, min(gallery, door) * size));
    c = mix(c, mix(LIGHT, ACCENT, 0.4) * (0.5 + 0.8 * lamp), smoothstep(PIXEL, -PIXEL, pane * size));
    c = mix(c, mix(LIGHT, c, 0.25) * 0.85, 0.8 * smoothstep(PIXEL, -PIXEL, cloth * size));
    return mix(c, SHADE * 0.3, smoothstep(PIXEL, -PIXEL, min(lattice, min(beam, length(w) - 0.045)) * size));
}
