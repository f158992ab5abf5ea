// Somebody dances.
// signature: coordinate x land -> view
// families: composition
// places: land hall
// licence: MIT
// cost: 12
// uses: skeleton
// subject: dancer
// domain: art
// weight: 1.2
// mood: 0.3 0.3
// slot: x -0.4..0.4
// slot: size 0.62..0.82
// slot: pace 0.25..0.25 beats
// slot: reachOut 0.2..1 bass
vec3 dancer(vec2 p, vec3 land, float x, float size, float pace, float reachOut) {
    float s = swing(pace), c2 = swing(pace + 0.25), dip = 0.03 * swing(pace * 2.0);
    vec2 q = (p - vec2(x, -0.45)) / size, hip = vec2(0.05 * s, 0.50 + dip), chest = hip + vec2(-0.05 * s, 0.21), neck = chest + vec2(0.01 * s, 0.09), head = neck + vec2(0.03 * s, 0.10);
    float body = smoothMin(sdLimb(q, hip, chest, 0.058, 0.066), sdLimb(q, neck, head, 0.022, 0.03), 0.03);
    body = min(body, sdEllipse(q - head - vec2(0.0, 0.015), vec2(0.046, 0.058)));
    body = min(body, sdCircle(q - head - vec2(-0.035 * s, 0.075), 0.026));
    float skirtY = hip.y + 0.06 - q.y, flare = 0.05 + (0.30 + 0.25 * reachOut) * skirtY;
    float hem = 0.26 + 0.03 * swing((q.x - hip.x) * 3.0 + pace * 2.0);
    float skirt = max(max(abs(q.x - hip.x + 0.25 * c2 * skirtY * 0.6) - flare, skirtY - hem), -skirtY);
    for (int i = 0; i < 2; i++) {
        float side = i == 0 ? -1.0 : 1.0, up = 0.5 + 0.5 * side * s;
        vec2 foot = vec2(side * 0.07 + side * 0.16 * up * reachOut + 0.05 * s, 0.03 + 0.10 * up * up);
        vec4 leg = reach(hip + vec2(side * 0.03, 0.0), foot, 0.25, 0.25, -side);
        body = min(body, min(sdLimb(q, hip + vec2(side * 0.03, 0.0), leg.xy, 0.052, 0.036), sdLimb(q, leg.xy, leg.zw, 0.036, 0.018)));
        body = min(body, sdLimb(q, leg.zw, leg.zw + vec2(side * 0.05, -0.025), 0.018, 0.010));
        vec2 shoulder = chest + vec2(side * 0.065, 0.045), hand = shoulder + vec2(side * (0.18 + 0.06 * reachOut), 0.10 + 0.22 * side * c2 * (0.4 + 0.6 * reachOut));
        vec4 arm = reach(shoulder, hand, 0.15, 0.15, -side * sign(hand.y - shoulder.y + 1e-4));
        body = min(body, min(sdLimb(q, shoulder, arm.xy, 0.027, 0.021), sdLimb(q, arm.xy, arm.zw, 0.021, 0.012)));
    }
    float shade = smoothstep(0.4, 0.0, length((q - vec2(0.05 * s, 0.01)) * vec2(1.1, 7.0)));
    vec3 c = mix(land, land * 0.35, shade * 0.75);
    c = mix(c, SHADE * 0.3 + LIGHT * 0.3 * smoothstep(-0.012, 0.0, body) * clamp((q.x - hip.x) * sign(SUN.x - x) * 8.0 + 0.3, 0.0, 1.0), smoothstep(PIXEL, -PIXEL, body * size));
    return mix(c, ACCENT * (0.55 + 0.5 * (0.5 + 0.5 * swing((q.x - hip.x) * 5.0 / (0.3 + flare)))), smoothstep(PIXEL, -PIXEL, skirt * size));
}
