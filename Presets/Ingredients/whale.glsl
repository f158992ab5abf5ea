// A whale passes, great and slow.
// signature: coordinate x land -> view
// families: composition
// places: under
// licence: MIT
// cost: 14
// subject: whale
// domain: animals
// mood: 0.0 -0.5
// slot: size 0.34..0.5
// slot: way 0.02..0.05 flow
// slot: beat 0.125..0.125 bars
// slot: gleam 0.2..0.9 bass
// slot: y -0.06..0.12
vec3 whale(vec2 p, vec3 land, float size, float way, float beat, float gleam, float y) {
    vec2 q = (p - vec2(0.35 * swing(way * 0.5), y + 0.03 * swing(beat))) / size;
    float tail = smoothstep(0.2, -1.3, q.x);
    q.y -= 0.16 * tail * tail * swing(beat - 0.10 - 0.12 * q.x) + 0.04 * q.x * q.x - 0.02;
    float u = clamp((q.x + 1.25) / 2.25, 0.0, 1.0);
    float back = 0.34 * pow(u, 0.75) * sqrt(max(1.0 - u * u * u * u, 0.0)) + 0.018, belly = 0.36 * pow(u, 0.95) * sqrt(max(1.0 - u * u * u * u * u, 0.0)) + 0.012;
    float body = max(max(q.y - back, -q.y - belly), max(-1.25 - q.x, q.x - 1.0));
    float hump = sdLimb(q, vec2(-0.42, 0.18), vec2(-0.56, 0.27), 0.06, 0.012);
    body = smoothMin(body, hump, 0.08);
    float flap = swing(beat + 0.3);
    vec2 f = turnBy(0.55 + 0.28 * flap) * (q - vec2(0.38, -0.12));
    float fin = sdEllipse(f - vec2(-0.30, -0.06), vec2(0.40, 0.085)), edge = 0.02 * abs(swing(f.x * 5.0));
    vec2 t = q - vec2(-1.24, 0.0);
    float fluke = min(sdLimb(t, vec2(0.0), vec2(-0.26, 0.16 + 0.05 * swing(beat)), 0.055, 0.012), sdLimb(t, vec2(0.0), vec2(-0.24, -0.10 + 0.05 * swing(beat)), 0.05, 0.010));
    float d = smoothMin(body, fluke, 0.09), all = min(d, fin + edge * 0.6);
    float line = -0.02 - 0.10 * smoothstep(0.2, 0.95, q.x) + 0.05 * smoothstep(0.4, -0.6, q.x), pale = smoothstep(0.03, -0.05, q.y - line);
    float groove = smoothstep(0.35, 0.15, abs(fract((q.y + 0.14 * q.x) * 26.0) - 0.5)) * pale * smoothstep(-0.15, 0.2, q.x);
    float lit = clamp(0.25 + (q.y + 0.05) * 2.2, 0.0, 1.0), net = pow(fbm(vec2(q.x * 4.0 + beat * 0.6, q.y * 7.0 - beat * 0.4), 2), 2.0) * lit;
    vec3 skin = mix(SHADE * 0.45, mix(DEEP, BASE, 0.55), lit) + LIGHT * net * gleam * 0.9;
    skin = mix(skin, mix(BASE, LIGHT, 0.4) * 0.6, pale * 0.75) * (1.0 - 0.45 * groove);
    skin = mix(skin, SHADE * 0.25, smoothstep(0.02, 0.0, length((q - vec2(0.70, -0.075)) * vec2(1.0, 1.3)) - 0.012));
    skin = mix(skin, SHADE * 0.3, smoothstep(0.010, 0.0, abs(q.y + 0.115 - 0.13 * (q.x - 0.62)) - 0.002) * step(0.58, q.x) * 0.7);
    vec3 c = mix(land, skin, smoothstep(PIXEL, -PIXEL, d * size));
    vec3 arm = mix(SHADE * 0.4, mix(BASE, LIGHT, 0.3) * 0.7, clamp(0.3 - f.y * 4.0, 0.0, 1.0));
    c = mix(c, arm, smoothstep(PIXEL, -PIXEL, (fin + edge * 0.6) * size));
    float veil = 0.05 + 0.25 * smoothstep(0.2, -1.4, q.x);
    return mix(c, land, veil * smoothstep(PIXEL, -PIXEL, all * size));
}
