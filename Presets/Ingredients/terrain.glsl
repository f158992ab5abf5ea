// Flight over a land.
// signature: field -> colour
// families: march
// licence: MIT
// cost: 6
// samples: 22
// domain: nature
// subject: flight over hills
// weight: 1.6
// slot: height 0.35..0.9
// slot: along 0.12..0.4 travel
// slot: glow 0.1..0.8 bass
vec3 terrain(vec2 p, float height, float along, float glow) {
    vec3 ro = vec3(0.0, 1.15, 0.0), rd = normalize(vec3(p.x, p.y - HORIZON - 0.15, 1.0));
    float up = max(p.y - HORIZON, 0.0), sun = length(p - SUN);
    vec3 sky = mix(mix(BASE, LIGHT, 0.4), DEEP, smoothstep(0.0, 0.5, up)) + (ACCENT + LIGHT) * 0.3 * exp(-sun * 4.5) + LIGHT * smoothstep(0.075, 0.068, sun);
    float t = 0.7, h = 0.0, dt = 0.0; bool met = false; vec2 q = vec2(0.0);
    for (int i = 0; i < 20; i++) {
        vec3 at = ro + rd * t;
        q = at.xz * 0.55 + vec2(0.0, along);
        h = height * FIELD(q);
        if (at.y < h) { met = true; break; }
        dt = (at.y - h) * 0.5 + 0.02 + t * 0.015;
        t += dt;
        if (rd.y > 0.0 && at.y > height) break;
    }
    float slope = height * FIELD(q + vec2(SUN.x, 0.12) * 0.12) - h;
    vec3 land = toneRamp(0.12 + 0.7 * h / height) * (0.35 + clamp(0.5 - slope * 3.5, 0.0, 1.1)) + ACCENT * 0.4 * glow * smoothstep(0.7, 1.0, h / height);
    return met ? mix(land, mix(BASE, LIGHT, 0.25), 1.0 - exp(-t * t * 0.018)) : sky;
}
