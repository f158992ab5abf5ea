// A stag stands and lifts its antlers.
// signature: coordinate x land -> view
// families: composition
// places: land
// licence: MIT
// cost: 16
// uses: skeleton
// subject: stag
// domain: animals
// mood: 0.0 -0.4
// slot: x -0.35..0.35
// slot: size 0.34..0.52
// slot: breath 0.25..0.25 beats
// slot: look 0.0..0.12 bass
vec3 stag(vec2 p, vec3 land, float x, float size, float breath, float look) {
    float way = x > 0.0 ? -1.0 : 1.0, b = 0.008 * swing(breath);
    vec2 q = (p - vec2(x, -0.38)) / size;
    q.x *= way;
    vec2 rump = vec2(-0.34, 0.70), chest = vec2(0.22, 0.69), poll = vec2(0.45, 1.10 + look * 0.4), nose = poll + vec2(0.24, -0.09 + look * 0.5);
    float d = sdLimb(q, rump, chest, 0.130 + b, 0.150 + b);
    d = smoothMin(d, sdLimb(q, chest + vec2(0.03, 0.05), poll, 0.125, 0.058), 0.09);
    d = smoothMin(d, sdLimb(q, poll, nose, 0.062, 0.032), 0.03);
    d = smoothMin(d, sdLimb(q, chest + vec2(0.10, 0.02), poll + vec2(0.0, -0.20), 0.06, 0.05), 0.06);
    d = min(d, min(sdLimb(q, poll + vec2(-0.02, 0.03), poll + vec2(-0.15, 0.05), 0.030, 0.006), sdLimb(q, rump + vec2(-0.10, 0.06), rump + vec2(-0.18, -0.02), 0.035, 0.012)));
    for (int i = 0; i < 4; i++) {
        float k = float(i), back = i < 2 ? 0.0 : 1.0, off = (i == 0 || i == 2) ? 0.05 : -0.07;
        vec2 hip = back > 0.5 ? rump + vec2(0.02 + off, -0.06) : chest + vec2(off, -0.08), foot = vec2(hip.x - back * 0.03 + off * 0.4, 0.02);
        vec4 leg = reach(hip, foot, 0.31, 0.33, back > 0.5 ? -1.0 : 1.0);
        float l = min(sdLimb(q, hip, leg.xy, mix(0.060, 0.085, back), 0.032), sdLimb(q, leg.xy, leg.zw, 0.030, 0.019));
        d = smoothMin(d, min(l, sdLimb(q, leg.zw, leg.zw + vec2(0.035, -0.015), 0.024, 0.020)), 0.03);
    }
    float horn = 1e2;
    for (int i = 0; i < 2; i++) {
        float s = i == 0 ? 1.0 : 0.55, lean = i == 0 ? -1.0 : 0.55;
        vec2 a = poll + vec2(-0.02, 0.05), m = a + vec2(0.20 * lean, 0.22), e = m + vec2(0.03 * lean, 0.28);
        horn = min(horn, min(sdLimb(q, a, m, 0.022, 0.018), sdLimb(q, m, e, 0.018, 0.006)));
        horn = min(horn, sdLimb(q, mix(a, m, 0.25), mix(a, m, 0.25) + vec2(0.13, 0.10) * s, 0.014, 0.005));
        horn = min(horn, sdLimb(q, m, m + vec2(-lean * 0.13, 0.17), 0.014, 0.005));
        horn = min(horn, sdLimb(q, mix(m, e, 0.5), mix(m, e, 0.5) + vec2(-lean * 0.10, 0.13), 0.012, 0.004));
        horn = min(horn, sdLimb(q, mix(m, e, 0.3), mix(m, e, 0.3) + vec2(lean * 0.10, 0.12), 0.012, 0.004));
    }
    float rim = smoothstep(-0.035, 0.0, d) * clamp(0.25 + 0.9 * (q.y - 0.55) + q.x * way * sign(SUN.x - x) * 0.8, 0.0, 1.0);
    vec3 coat = mix(SHADE * 0.30, mix(DEEP, ACCENT, 0.25) * 0.55, clamp((q.y - 0.45) * 1.5, 0.0, 1.0) * 0.7) + LIGHT * 0.45 * rim;
    vec3 c = mix(land, land * 0.45, smoothstep(0.6, 0.0, length((q - vec2(-0.05, 0.0)) * vec2(1.0, 8.0))) * 0.8);
    float mist = exp(-length((q - nose - vec2(0.10 + 0.05 * swing(breath), 0.0)) * vec2(3.5, 7.0))) * (0.5 + 0.5 * swing(breath + 0.2));
    c = mix(c, coat, smoothstep(PIXEL, -PIXEL, min(d, horn) * size));
    c = mix(c, LIGHT, 0.35 * mist);
    float blades = fbm1(p.x * 60.0, 2) * 0.05 + 0.012, grass = p.y + 0.40 - blades;
    return mix(c, mix(SHADE * 0.35, DEEP * 0.7, 0.5 * valueNoise(vec2(p.x * 90.0, p.y * 8.0))), smoothstep(PIXEL, -PIXEL, grass));
}
