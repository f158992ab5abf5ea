// A boat under sail, heeling.
// signature: coordinate x land -> view
// families: composition
// places: water
// licence: MIT
// cost: 7
// subject: boat
// domain: sports
// slot: x -0.4..0.4
// slot: size 0.3..0.6
// slot: heel 0.04..0.22 bass
// slot: way 0.25..0.25 bars
// slot: y -0.2..-0.1
vec3 sailingBoat(vec2 p, vec3 land, float x, float size, float heel, float way, float y) {
    vec2 q = (p - vec2(x + 0.04 * swing(way * 0.25), y + 0.012 * swing(way))) / size;
    vec2 m = q;
    q = turnBy(0.05 + 0.03 * swing(way) + heel * 0.5) * q;
    float hull = max(sdEllipse(q - vec2(0.0, 0.06), vec2(0.42, 0.14)), q.y - 0.06), mast = sdLimb(q, vec2(0.03, 0.0), vec2(0.03, 1.0), 0.012, 0.006);
    float belly = 0.12 * sin(clamp(q.y / 0.95, 0.0, 1.0) * 3.14159);
    float mainSail = max(max(q.x - 0.01, -q.x - 0.40 * (1.0 - q.y / 0.97) - belly * 0.8), 0.12 - q.y);
    float jib = max(max(0.05 - q.x, q.x - 0.36 * (1.0 - q.y / 0.86) - belly * 0.6), 0.10 - q.y);
    vec3 c = land;
    float below = max(-m.y, 0.0), w = smoothstep(0.45, 0.0, abs(m.x + 0.03 * swing(below * 8.0 + way)) - 0.05 * (1.0 - below)) * exp(-below * 3.5) * step(m.y, 0.0);
    c = mix(c, LIGHT * 0.7, w * 0.4);
    c = mix(c, mix(LIGHT, ACCENT, 0.12) * (0.75 + 0.5 * (q.x + 0.3)), smoothstep(PIXEL, -PIXEL, mainSail * size));
    c = mix(c, ACCENT * (0.8 + 0.5 * q.y), smoothstep(PIXEL, -PIXEL, jib * size));
    c = mix(c, SHADE * 0.5, smoothstep(PIXEL, -PIXEL, mast * size));
    c = mix(c, mix(SHADE * 0.5, BASE * 0.7, smoothstep(0.0, 0.06, q.y)), smoothstep(PIXEL, -PIXEL, hull * size));
    return mix(c, LIGHT * 0.8, smoothstep(0.02, 0.0, abs(m.y + 0.075 - 0.01 * swing(m.x * 3.0 + way))) * smoothstep(0.5, 0.3, abs(m.x)) * 0.5);
}
