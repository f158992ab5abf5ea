// A horse gallops past.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 14
// uses: skeleton
// subject: horse
// domain: nature
// weight: 1.3
// slot: x -0.3..0.3
// slot: size 0.30..0.5
// slot: gait 0.5..0.5 travel
// slot: lean 0.02..0.12 bass
// slot: y -0.3..-0.2
vec3 horse(vec2 p, vec3 land, float x, float size, float gait, float lean, float y) {
    float ph = fract(gait), bob = 0.03 * swing(ph + 0.1);
    vec2 q = (p - vec2(x, y)) / size - vec2(0.0, bob);
    q = turnBy(-0.06 * swing(ph)) * (q - vec2(0.0, 0.6)) + vec2(0.0, 0.6);
    vec2 rump = vec2(-0.40, 0.66), chest = vec2(0.34, 0.64), poll = vec2(0.72, 1.02 + 0.05 * swing(ph + 0.3) + lean);
    float d = sdLimb(q, rump, chest, 0.155, 0.150);
    d = smoothMin(d, sdLimb(q, vec2(0.0, 0.60), vec2(0.26, 0.60), 0.150, 0.14), 0.1);
    d = smoothMin(d, sdLimb(q, chest + vec2(0.02, 0.06), poll, 0.125, 0.062), 0.09);
    d = smoothMin(d, sdLimb(q, poll, poll + vec2(0.23, -0.15), 0.068, 0.036), 0.03);
    d = min(d, sdLimb(q, poll, poll + vec2(-0.03, 0.09), 0.028, 0.006));
    float mane = sdLimb(q, poll + vec2(-0.02, 0.05), chest + vec2(-0.14, 0.22 + 0.03 * swing(ph * 2.0)), 0.03, 0.065);
    vec2 t1 = rump + vec2(-0.22, 0.10 + 0.06 * swing(ph)), t2 = t1 + vec2(-0.24, -0.10 + 0.08 * swing(ph - 0.2));
    d = min(smoothMin(d, mane, 0.04), min(sdLimb(q, rump + vec2(-0.08, 0.08), t1, 0.05, 0.055), sdLimb(q, t1, t2, 0.055, 0.012)));
    for (int i = 0; i < 4; i++) {
        float k = float(i), front = i < 2 ? 1.0 : 0.0;
        float u = fract(ph + (i == 0 ? 0.52 : i == 1 ? 0.40 : i == 2 ? 0.10 : 0.0));
        vec3 foot = footfall(u, 0.26, 0.34, 0.36, 0.2);
        vec2 hip = i < 2 ? chest + vec2(0.04, -0.10) : rump + vec2(0.0, -0.06);
        vec2 target = vec2(hip.x + foot.x * 1.15, 0.05 + 0.30 * foot.y - bob);
        vec4 leg = reach(hip, target, 0.33, 0.34, i < 2 ? 1.0 : -1.0);
        float l = min(sdLimb(q, hip, leg.xy, 0.085, 0.042), sdLimb(q, leg.xy, leg.zw, 0.042, 0.026));
        d = smoothMin(d, min(l, sdLimb(q, leg.zw, leg.zw + vec2(0.05, -0.02), 0.032, 0.030)), 0.035);
    }
    vec3 coat = mix(SHADE * 0.3, BASE * 0.5, smoothstep(0.02, -0.08, d) * clamp(q.y - 0.4, 0.0, 1.0) * 0.6);
    vec3 c = mix(land, land * 0.55, smoothstep(0.5, 0.0, length((q - vec2(0.0, 0.0)) * vec2(0.8, 5.0))) * 0.8);
    float dust = smoothstep(0.55, 0.0, length((q - vec2(-0.85, 0.1)) * vec2(0.7, 1.9))) * fbm(q * 3.0 + vec2(gait * 2.0, 0.0), 3);
    c = mix(c, mix(LIGHT, BASE, 0.5), dust * 0.5);
    return mix(c, coat, smoothstep(PIXEL, -PIXEL, d * size));
}
