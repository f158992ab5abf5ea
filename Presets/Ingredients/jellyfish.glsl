// Jellyfish rise, their bells beat.
// signature: coordinate x land -> view
// families: composition
// places: under
// licence: MIT
// cost: 9
// subject: jellyfish
// domain: nature
// mood: 0.1 -0.4
// slot: size 0.13..0.24
// slot: rise 0.02..0.06 flow
// slot: pulse 0.5..0.5 beats
// slot: glow 0.2..1 bass
// slot: seed 0..90
vec3 jellyfish(vec2 p, vec3 land, float size, float rise, float pulse, float glow, float seed) {
    vec3 c = land;
    for (int i = 0; i < 5; i++) {
        float k = float(i);
        vec2 h = hash12(k * 2.1 + floor(seed)), at = vec2((k - 2.0) * 0.36 + 0.22 * (h.x - 0.5) + 0.03 * swing(rise * 3.0 + h.y), 0.85 * fract(h.y + 0.37 * k + rise) - 0.28);
        float s = size * (0.45 + 0.8 * h.x), beat = 0.5 + 0.5 * swing(pulse + h.y), wide = 0.62 - 0.12 * beat;
        vec2 q = (p - at) / s;
        vec3 tint = mix(ACCENT, mix(BASE, LIGHT, 0.5), step(0.55, h.y));
        float hem = 0.06 * abs(swing(q.x * 2.6 / wide)) - 0.02, bell = max(sdEllipse(q, vec2(wide, 0.46 + 0.10 * beat)), hem - q.y);
        float strand = clamp(floor(q.x / 0.2 + 0.5), -2.0, 2.0), down = max(-q.y, 0.0), reachDown = 1.3 + 0.4 * swing(strand * 0.31 + h.x);
        float line = abs(q.x - strand * 0.2 * (1.0 - 0.15 * beat) - 0.10 * down * swing(down * 0.9 - pulse * 0.5 + strand * 0.23)) - 0.018 * (1.0 - down / 2.2);
        line = max(line, max(q.y - 0.06, -q.y - reachDown));
        float arm = max(abs(q.x - 0.12 * down * swing(down * 0.6 - pulse * 0.5)) - 0.12 * (1.0 - down) - 0.02 * swing(down * 6.0), max(q.y - 0.06, down - 0.95));
        c += tint * (0.10 + 0.22 * glow) * exp(-dot(q, q) * 1.6);
        c = mix(c, mix(tint, LIGHT, 0.3), 0.65 * smoothstep(PIXEL, -PIXEL, line * s));
        c = mix(c, mix(tint, LIGHT, 0.5), 0.5 * smoothstep(PIXEL, -PIXEL, arm * s));
        float rim = smoothstep(-0.16, 0.0, bell), rib = 0.5 + 0.5 * swing(q.x / max(sqrt(max(0.3 - q.y * q.y, 0.02)), 0.1) * 1.6);
        c = mix(c, tint * (0.35 + 0.25 * rib) + mix(tint, LIGHT, 0.6) * (0.55 * rim + 0.35 * glow * smoothstep(0.5, 0.0, length(q - vec2(0.0, 0.12)))), 0.85 * smoothstep(PIXEL, -PIXEL, bell * s));
    }
    return c;
}
