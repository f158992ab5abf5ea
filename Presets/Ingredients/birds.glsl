// A flock of birds, wings in time.
// signature: coordinate x land -> view
// families: composition
// places: land water
// licence: MIT
// cost: 10
// subject: birds
// domain: nature
// weight: 1.3
// slot: size 0.035..0.085
// slot: spread 0.2..0.45
// slot: flap 0.5..0.5 beats
// slot: way 0.03..0.1 travel
// slot: lift 0.0..0.05 bass
// slot: seed 0..90
vec3 birds(vec2 p, vec3 land, float size, float spread, float flap, float way, float lift, float seed) {
    float d = 9.0;
    for (int i = 0; i < 11; i++) {
        float k = float(i);
        vec2 h = hash12(k + floor(seed)), at = vec2(fract(h.x + way * (0.7 + 0.3 * h.y)) * 2.4 - 1.2, 0.16 + spread * (h.y - 0.4) + 0.03 * swing(h.x + way + k * 0.1) + lift);
        float s = size * (0.5 + h.y);
        vec2 q = (p - at) / s;
        q.x = abs(q.x);
        float beat = swing(flap + h.x) * 0.7;
        vec2 elbow = vec2(0.55, 0.22 + 0.4 * beat), tip = vec2(1.2, 0.05 + 1.0 * beat * abs(beat));
        float wing = min(sdLimb(q, vec2(0.0), elbow, 0.15, 0.10), sdLimb(q, elbow, tip, 0.10, 0.015));
        d = min(d, min(wing, sdEllipse(q - vec2(0.0, 0.0), vec2(0.12, 0.17))) * s);
    }
    return mix(land, mix(SHADE * 0.35, land, 0.12), smoothstep(PIXEL, -PIXEL, d));
}
