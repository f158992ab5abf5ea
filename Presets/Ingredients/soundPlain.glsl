// A plain of sound that runs to the horizon.
// signature: -> colour
// families: spectrum march
// licence: MIT
// cost: 40
// weight: 0.9
// slot: height 0.25..0.8
// slot: along 0.3..0.8 travel
vec3 soundPlain(vec2 p, float height, float along) {
    vec3 ro = vec3(0.0, 0.75, 0.0), rd = normalize(vec3(p.x, p.y - 0.05, 0.9));
    vec3 sky = mix(DEEP, SHADE, smoothstep(0.0, 0.45, p.y)) + ACCENT * 0.3 * exp(-abs(p.y - 0.08) * 14.0);
    float t = 0.6, y = 0.0; bool met = false;
    vec2 q = vec2(0.0);
    for (int i = 0; i < 26; i++) {
        vec3 at = ro + rd * t;
        q = vec2(at.x, at.z + along);
        y = height * SPECTRUM(abs(at.x) * 0.18 + 0.02) * (0.4 + 0.9 * valueNoise(q * 1.4));
        if (at.y < y) { met = true; break; }
        t += max(0.06, (at.y - y) * 0.45) + t * 0.02;
    }
    vec2 g = abs(fract(q * 2.0) - 0.5);
    float line = smoothstep(0.42, 0.48, max(g.x, g.y)) * exp(-t * 0.12);
    vec3 ground = mix(SHADE, BASE, clamp(y * 1.6, 0.0, 1.0)) * 0.6 + mix(ACCENT, LIGHT, y) * line * 0.9;
    return met ? mix(ground, sky, 1.0 - exp(-t * t * 0.012)) : sky;
}
