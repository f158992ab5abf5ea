// A ferris wheel full of lights.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 11
// subject: wheel
// domain: technology
// mood: 0.5 0.3
// slot: x -0.35..0.35
// slot: size 0.36..0.5
// slot: turn 0.03..0.07 flow
// slot: run 0.5..1 beats
// slot: glow 0.15..1 bass
vec3 ferrisWheel(vec2 p, vec3 land, float x, float size, float turn, float run, float glow) {
    vec2 q = (p - vec2(x, -0.40)) / size, hub = vec2(0.0, 0.92), w = q - hub;
    float r = length(w), a = atan(w.y, w.x) / 6.28319, cabins = 14.0, u = (a - turn) * cabins;
    float legs = min(sdLimb(q, vec2(-0.42, 0.0), hub, 0.030, 0.020), sdLimb(q, vec2(0.42, 0.0), hub, 0.030, 0.020));
    legs = min(legs, min(sdLimb(q, vec2(-0.20, 0.48), vec2(0.20, 0.48), 0.012, 0.012), sdBox(q - vec2(0.0, 0.03), vec2(0.58, 0.035))));
    float rims = min(abs(r - 0.78) - 0.011, abs(r - 0.66) - 0.008), off = (fract(u) - 0.5) / cabins * 6.28319;
    float spoke = max(min(abs(sin(off)) * r - 0.005, abs(abs(off) - 0.2244) * r - 0.004), r - 0.78);
    float zig = max(abs(abs(off) / 0.2244 * 0.12 + 0.66 - r) - 0.006, max(0.66 - r, r - 0.78));
    vec3 c = land + mix(LIGHT, ACCENT, 0.6) * 0.16 * glow * exp(-abs(r - 0.72) * 5.0);
    c = mix(c, SHADE * 0.45, smoothstep(PIXEL, -PIXEL, min(min(rims, spoke), min(zig, length(w) - 0.07)) * size));
    c = mix(c, SHADE * 0.35, smoothstep(PIXEL, -PIXEL, legs * size));
    float lamps = 42.0, l = (a - turn) * lamps, id = floor(l), lampAway = length(vec2((fract(l) - 0.5) / lamps * 6.28319 * r, r - 0.78));
    float chase = 0.35 + 0.65 * smoothstep(0.4, 1.0, 0.5 + 0.5 * swing(id / 6.0 - run));
    c += mix(LIGHT, ACCENT, step(0.5, fract(id * 0.5))) * chase * (0.6 + glow) * (smoothstep(0.024, 0.010, lampAway) + 0.22 / (1.0 + 900.0 * lampAway * lampAway));
    float arms = 7.0, v = (a - turn) * arms;
    c += mix(ACCENT, LIGHT, 0.4) * 0.55 * glow * smoothstep(0.018, 0.0, abs((fract(v) - 0.5) / arms * 6.28319 * r)) * smoothstep(0.66, 0.1, r) * (0.5 + 0.5 * swing(r * 2.0 - run * 0.5));
    for (int i = -1; i <= 1; i++) {
        float k = floor(u + 0.5) + float(i), at = (k / cabins + turn) * 6.28319;
        vec2 s = w - 0.78 * vec2(cos(at), sin(at));
        float box = min(sdBox(s + vec2(0.0, 0.085), vec2(0.050, 0.038)) - 0.012, max(length((s + vec2(0.0, 0.045)) * vec2(1.0, 1.4)) - 0.062, -0.045 - s.y)), rod = max(abs(s.x) - 0.006, abs(s.y + 0.02) - 0.03);
        float even = step(0.5, fract(k * 0.5 + 0.01)), pane = sdBox(s + vec2(0.0, 0.078), vec2(0.036, 0.018));
        c = mix(c, mix(ACCENT, mix(BASE, LIGHT, 0.35), even) * (0.55 + 0.3 * glow), smoothstep(PIXEL, -PIXEL, min(box, rod) * size));
        c = mix(c, LIGHT * (0.6 + 0.6 * glow), smoothstep(PIXEL, -PIXEL, pane * size));
    }
    float ground = p.y + 0.40 - 0.012 * swing(p.x * 0.7 + x);
    return mix(c, mix(SHADE * 0.4, ACCENT * 0.4, 0.35 * glow * exp(-abs(p.x - x) * 3.0)), smoothstep(PIXEL, -PIXEL, ground));
}
