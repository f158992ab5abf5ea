// Somebody sings at a microphone.
// signature: coordinate x land -> view
// families: composition
// places: hall
// licence: MIT
// cost: 10
// uses: skeleton
// subject: singer
// domain: art
// weight: 1.2
// mood: 0.2 0.2
// slot: x -0.35..0.35
// slot: size 0.66..0.86
// slot: pace 0.5..0.5 beats
// slot: lift 0.1..1 mid
vec3 singer(vec2 p, vec3 land, float x, float size, float pace, float lift) {
    float s = swing(pace * 0.5), face = x > 0.0 ? -1.0 : 1.0;
    vec2 q = (p - vec2(x, -0.46)) / size;
    q.x *= face;
    vec2 hip = vec2(-0.01 + 0.015 * s, 0.46), chest = hip + vec2(0.02 + 0.01 * s, 0.21), neck = chest + vec2(0.015, 0.09), head = neck + vec2(0.02, 0.095), mike = head + vec2(0.10, -0.025);
    float d = smoothMin(sdLimb(q, hip, chest, 0.066, 0.078), sdLimb(q, neck - vec2(0.0, 0.03), head, 0.028, 0.03), 0.03);
    float skull = sdEllipse(q - head - vec2(0.0, 0.012), vec2(0.050, 0.062)), hair = max(sdEllipse(q - head - vec2(-0.018, 0.016), vec2(0.062, 0.070)), q.x - head.x - 0.022 + 0.35 * (head.y + 0.05 - q.y));
    hair = smoothMin(hair, sdLimb(q, head + vec2(-0.055, 0.0), head + vec2(-0.075 - 0.01 * s, -0.13), 0.03, 0.012), 0.02);
    for (int i = 0; i < 2; i++) {
        float side = i == 0 ? -1.0 : 1.0;
        vec2 foot = vec2(side * 0.085, 0.02);
        vec4 leg = reach(hip + vec2(side * 0.035, -0.02), foot, 0.213, 0.213, side);
        d = min(d, min(sdLimb(q, hip + vec2(side * 0.035, -0.02), leg.xy, 0.052, 0.036), sdLimb(q, leg.xy, leg.zw, 0.036, 0.024)));
        d = min(d, sdLimb(q, leg.zw, leg.zw + vec2(0.06, -0.008), 0.022, 0.016));
    }
    vec2 near = chest + vec2(0.05, 0.045), far = chest + vec2(-0.06, 0.045), hand = far + vec2(-0.20, 0.02 + 0.24 * lift + 0.02 * s);
    vec4 one = reach(near, mike + vec2(0.01, -0.06), 0.155, 0.15, -1.0), two = reach(far, hand, 0.155, 0.15, 1.0);
    d = min(d, min(sdLimb(q, near, one.xy, 0.032, 0.025), sdLimb(q, one.xy, one.zw, 0.025, 0.018)));
    d = min(d, min(sdLimb(q, far, two.xy, 0.032, 0.025), sdLimb(q, two.xy, two.zw, 0.025, 0.016)));
    vec2 base = vec2(0.19, 0.02);
    float stand = min(sdLimb(q, base, mike - vec2(-0.01, 0.03), 0.008, 0.007), sdEllipse(q - base, vec2(0.085, 0.014))), ball = min(sdCircle(q - mike, 0.026), sdLimb(q, mike, mike + vec2(0.025, -0.05), 0.018, 0.012));
    float shade = smoothstep(0.4, 0.0, length((q - vec2(0.05, 0.01)) * vec2(1.1, 7.0))), sun = clamp(sign(SUN.x - x) * face * (q.x - hip.x) * 8.0 + 0.3, 0.0, 1.0);
    vec3 c = mix(land, land * 0.35, shade * 0.75);
    c = mix(c, mix(LIGHT, BASE, 0.3) * 0.7, smoothstep(PIXEL, -PIXEL, stand * size));
    vec3 suit = q.y > hip.y - 0.03 && q.y < neck.y - 0.015 ? ACCENT * 0.8 : SHADE * 0.35;
    c = mix(c, suit + LIGHT * 0.3 * smoothstep(-0.014, 0.0, d) * sun, smoothstep(PIXEL, -PIXEL, d * size));
    c = mix(c, mix(LIGHT, ACCENT, 0.3) * 0.6, smoothstep(PIXEL, -PIXEL, skull * size));
    c = mix(c, SHADE * 0.3 + BASE * 0.2 * sun, smoothstep(PIXEL, -PIXEL, hair * size));
    return mix(c, LIGHT * 0.9, smoothstep(PIXEL, -PIXEL, ball * size));
}
