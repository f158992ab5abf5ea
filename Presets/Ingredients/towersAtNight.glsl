// Between towers at night.
// signature: -> colour
// families: march
// licence: MIT
// cost: 34
// domain: technology
// subject: city
// mood: -0.1 0.3
// slot: along 0.25..0.7 travel
// slot: lamps 0.25..0.9 treble
// slot: seed 0..90
vec3 towersAtNight(vec2 p, float along, float lamps, float seed) {
    vec3 ro = vec3(0.5, 1.5, along), rd = normalize(vec3(p.x + 0.1 * swing(along * 0.05), p.y - 0.12, 0.85));
    vec3 sky = mix(mix(BASE, ACCENT, 0.3) * 0.6, SHADE, smoothstep(-0.05, 0.4, p.y));
    vec2 cell = floor(ro.xz), side = sign(rd.xz + 1e-5), inv = 1.0 / max(abs(rd.xz), 1e-4);
    vec2 next = (side * (cell - ro.xz) + max(side, 0.0)) * inv;
    float t = 0.0; bool met = false; vec2 face = vec2(1.0, 0.0); float tall = 0.0;
    for (int i = 0; i < 26; i++) {
        vec2 wide = mod(cell, 3.0);
        tall = wide.x < 0.5 ? 0.0 : 0.5 + 2.4 * hash21(cell + floor(seed)) * hash21(cell + 3.0);
        if (ro.y + rd.y * t < tall && i > 0) { met = true; break; }
        bool x = next.x < next.y;
        t = x ? next.x : next.y;
        face = x ? vec2(1.0, 0.0) : vec2(0.0, 1.0);
        cell += side * face;
        next += inv * face;
    }
    vec3 at = ro + rd * t;
    bool roof = at.y > tall - 0.02;
    vec2 w = vec2(dot(at.xz, face.yx) * 5.0, at.y * 6.0);
    vec2 wi = floor(w), wf = abs(fract(w) - 0.5);
    float on = step(0.9 - 0.55 * lamps, hash21(wi + cell * 7.0)) * step(max(wf.x, wf.y), 0.32);
    vec3 wall = mix(SHADE, DEEP, 0.5 + 0.5 * face.x) * 0.8 + mix(ACCENT, LIGHT, hash21(wi)) * on * 0.9;
    float fog = 1.0 - exp(-t * t * 0.006), ground = step(rd.y, 0.0) * (-ro.y / min(rd.y, -1e-3));
    vec3 street = SHADE * 0.5 + ACCENT * 0.5 * smoothstep(0.1, 0.0, abs(fract((ro + rd * ground).x / 3.0) - 0.17)) * exp(-ground * 0.15);
    vec3 c = met ? mix(wall, sky, fog) : rd.y < 0.0 ? mix(street, sky, 1.0 - exp(-ground * ground * 0.004)) : sky;
    return c;
}
