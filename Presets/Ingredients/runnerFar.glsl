// Somebody runs.
// signature: coordinate x land -> view
// families: composition
// places: land hall
// licence: MIT
// cost: 12
// uses: skeleton
// subject: runner
// domain: sports
// mood: 0.2 0.6
// slot: x -0.4..0.4
// slot: size 0.45..0.7
// slot: stride 0.5..0.5 travel
// slot: lean 0.1..0.3 bass
vec3 runnerFar(vec2 p, vec3 land, float x, float size, float stride, float lean) {
    float ph = fract(stride), up = 0.03 * cos(12.566 * ph - 1.9);
    vec2 q = (p - vec2(x, -0.43)) / size, hip = vec2(0.0, 0.52 + up), n = normalize(vec2(0.12 + lean * 0.5, 1.0)), neck = hip + n * 0.30, head = hip + n * 0.41 + vec2(0.02, 0.0);
    float d = smoothMin(sdLimb(q, hip, neck, 0.068, 0.082), sdLimb(q, neck, head, 0.04, 0.03), 0.03);
    d = min(d, sdEllipse(q - head - vec2(0.0, 0.02), vec2(0.056, 0.070)));
    for (int i = 0; i < 2; i++) {
        float s = i == 0 ? 0.0 : 0.5, swingArm = swing(ph + s + 0.25);
        vec3 foot = footfall(fract(ph + s), 0.24, 0.22, 0.28, 0.12);
        vec4 leg = reach(hip, vec2(foot.x, 0.06 + 0.38 * foot.y), 0.25, 0.25, 1.0);
        d = smoothMin(d, min(sdLimb(q, hip, leg.xy, 0.072, 0.045), sdLimb(q, leg.xy, leg.zw, 0.047, 0.024)), 0.02);
        d = min(d, sdLimb(q, leg.zw, leg.zw + normalize(vec2(0.9, 0.3 - foot.y)) * 0.09, 0.026, 0.018));
        float a = -0.2 - swingArm * 0.95;
        vec2 elbow = neck - n * 0.03 + 0.16 * vec2(sin(a), -cos(a)), hand = elbow + 0.15 * vec2(sin(a + 1.6), -cos(a + 1.6));
        d = min(d, min(sdLimb(q, neck - n * 0.03, elbow, 0.036, 0.028), sdLimb(q, elbow, hand, 0.028, 0.022)));
    }
    float shadow = smoothstep(0.45, 0.0, length((q - vec2(0.0, 0.02)) * vec2(1.0, 7.0)));
    vec3 c = mix(land, land * 0.4, shadow * 0.7);
    vec3 suit = q.y - up > 0.5 && q.y < 0.8 ? ACCENT * 0.75 : SHADE * 0.35;
    return mix(c, suit + LIGHT * 0.25 * smoothstep(-0.012, 0.0, d) * clamp(sign(SUN.x - x) * q.x * 6.0 + 0.4, 0.0, 1.0), smoothstep(PIXEL, -PIXEL, d * size));
}
