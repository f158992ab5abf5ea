// A windsurfer leans against the wind.
// signature: coordinate x land -> view
// families: composition
// places: water
// licence: MIT
// cost: 11
// uses: skeleton
// subject: windsurfer
// domain: sports
// mood: 0.4 0.5
// slot: x -0.3..0.3
// slot: size 0.40..0.6
// slot: swell 0.25..0.25 bars
// slot: lean 0.05..0.30 bass
// slot: spray 0.3..0.9 mid
vec3 windsurfer(vec2 p, vec3 land, float x, float size, float swell, float lean, float spray) {
    float way = x > 0.0 ? -1.0 : 1.0, up = 0.03 * swing(swell);
    vec2 o = (p - vec2(x + 0.05 * swing(swell * 0.5), -0.28 + up * 0.6)) / size;
    o.x *= way;
    vec2 q = turnBy(0.07 + 0.05 * swing(swell + 0.2)) * o;
    float tilt = 0.22 + lean * 0.7;
    vec2 foot = vec2(0.10, 0.03), n = vec2(-sin(tilt), cos(tilt)), top = foot + 1.08 * n;
    vec2 s = q - foot;
    s = vec2(dot(s, vec2(n.y, -n.x)), dot(s, n));
    float h = clamp(s.y / 1.06, 0.0, 1.0), leech = -0.46 * (1.0 - h) * (0.55 + 0.9 * h) - 0.07 * sin(3.14159 * h), luff = 0.030 * sin(3.14159 * h);
    float sail = max(max(leech - s.x, s.x - luff), max(0.10 + 0.30 * max(-s.x, 0.0) - s.y, s.y - 1.06));
    float mast = sdLimb(s, vec2(0.0), vec2(0.012, 1.08), 0.013, 0.006), boom = sdLimb(s, vec2(0.0, 0.44), vec2(-0.46, 0.40), 0.012, 0.008);
    vec2 hip = vec2(-0.30 - lean * 0.35, 0.30 - 0.12 * lean), neck = hip + vec2(-0.035 - 0.2 * lean, 0.25), head = neck + vec2(0.015, 0.085);
    vec2 grip = foot + 0.44 * n - 0.14 * vec2(n.y, -n.x), grip2 = grip - 0.15 * vec2(n.y, -n.x);
    vec4 la = reach(hip, vec2(-0.10, 0.045), 0.17, 0.18, 1.0), lb = reach(hip, vec2(-0.36, 0.05), 0.16, 0.17, 1.0), aa = reach(neck, grip, 0.17, 0.17, -1.0), ab = reach(neck, grip2, 0.15, 0.15, -1.0);
    float body = smoothMin(sdLimb(q, hip, neck, 0.058, 0.068), sdLimb(q, neck, head, 0.03, 0.03), 0.03);
    body = min(body, sdEllipse(q - head, vec2(0.045, 0.054)));
    body = smoothMin(body, min(min(sdLimb(q, hip, la.xy, 0.055, 0.036), sdLimb(q, la.xy, la.zw, 0.036, 0.022)), min(sdLimb(q, hip, lb.xy, 0.05, 0.034), sdLimb(q, lb.xy, lb.zw, 0.034, 0.022))), 0.02);
    body = min(body, min(min(sdLimb(q, neck, aa.xy, 0.028, 0.022), sdLimb(q, aa.xy, aa.zw, 0.022, 0.016)), min(sdLimb(q, neck, ab.xy, 0.028, 0.022), sdLimb(q, ab.xy, ab.zw, 0.022, 0.016))));
    float bend = 0.05 * smoothstep(0.2, 0.6, q.x), board = max(sdEllipse(q - vec2(-0.06, 0.02 + bend), vec2(0.56, 0.045)), q.y - 0.04 - bend);
    float batten = smoothstep(0.009, 0.003, abs(fract(s.y * 4.5 + s.x * 0.7) - 0.5) / 4.5), lit = clamp(0.45 + 1.6 * (s.x + 0.2) * way * sign(SUN.x - x) + 0.3 * h, 0.0, 1.0);
    vec3 cloth = mix(mix(ACCENT, mix(LIGHT, BASE, 0.2), step(0.52, s.y + 0.5 * s.x)), LIGHT, 0.25 * lit) * (0.6 + 0.5 * lit);
    vec3 c = mix(land, mix(land, cloth, 0.35), smoothstep(0.12, 0.0, abs(o.x + 0.15 + 0.05 * swing(o.y * 7.0 + swell)) - 0.12) * smoothstep(-0.6, 0.0, o.y) * step(o.y, 0.0) * 0.7);
    c = mix(c, mix(cloth, SHADE * 0.5, 0.7 * batten), 0.94 * smoothstep(PIXEL, -PIXEL, sail * size));
    c = mix(c, SHADE * 0.3, smoothstep(PIXEL, -PIXEL, min(mast, boom) * size));
    c = mix(c, mix(SHADE * 0.28, LIGHT * 0.5, smoothstep(-0.02, 0.0, body) * 0.6), smoothstep(PIXEL, -PIXEL, body * size));
    c = mix(c, mix(LIGHT, ACCENT, 0.15) * 0.9, smoothstep(PIXEL, -PIXEL, board * size));
    float behind = max(-o.x - 0.2, 0.0), plume = 0.06 + 0.26 * spray * min(behind, 0.8), far = smoothstep(1.1, 0.1, behind), grain = fbm(vec2(o.x * 6.0 + swell * 9.0, o.y * 9.0), 3);
    float foam = smoothstep(plume, plume * 0.2, o.y + 0.02) * smoothstep(-0.10, -0.02, o.y) * smoothstep(0.25, 0.7, grain + 0.35 * exp(-max(o.y, 0.0) * 8.0)) * smoothstep(0.75, 0.2, o.x) * far;
    return mix(c, mix(LIGHT, vec3(1.0), 0.3), clamp(foam, 0.0, 1.0) * 0.9);
}
