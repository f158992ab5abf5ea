// A swan glides on its reflection.
// signature: coordinate x land -> view
// families: composition
// places: water
// licence: MIT
// cost: 11
// subject: swan
// domain: animals
// mood: 0.3 -0.6
// slot: x -0.35..0.35
// slot: size 0.28..0.46
// slot: glide 0.125..0.125 bars
// slot: plume 0.0..0.10 mid
vec3 swan(vec2 p, vec3 land, float x, float size, float glide, float plume) {
    float way = x > 0.0 ? -1.0 : 1.0;
    vec2 o = (p - vec2(x + 0.05 * swing(glide), -0.26)) / size;
    o.x *= way;
    vec3 c = land;
    for (int i = 0; i < 2; i++) {
        vec2 q = o;
        float under = i == 0 ? 1.0 : 0.0;
        if (i == 0) { q.y = -q.y - 0.01; q.x += 0.022 * swing(o.y * 7.0 + glide * 3.0) * clamp(-o.y * 5.0, 0.0, 1.0); }
        float nod = 0.02 * swing(glide * 2.0);
        float body = sdEllipse(q - vec2(-0.06, 0.10), vec2(0.46, 0.20));
        body = smoothMin(body, sdLimb(q, vec2(-0.40, 0.16), vec2(-0.62, 0.27 + 0.2 * plume), 0.09, 0.01), 0.12);
        body = max(body, -0.02 - q.y);
        vec2 a = vec2(0.31, 0.16), b = vec2(0.50, 0.38), e = vec2(0.30, 0.62), g = vec2(0.36, 0.86 + nod), h = vec2(0.52, 0.86 + nod);
        float neck = smoothMin(sdLimb(q, a, b, 0.12, 0.072), sdLimb(q, b, e, 0.070, 0.055), 0.10);
        neck = smoothMin(neck, sdLimb(q, e, g, 0.055, 0.050), 0.10);
        neck = smoothMin(neck, sdLimb(q, g, h, 0.055, 0.062), 0.06);
        float bill = sdLimb(q, h + vec2(0.05, -0.01), h + vec2(0.19, -0.08), 0.034, 0.012), mask = sdEllipse(q - h - vec2(0.065, 0.0), vec2(0.03, 0.028)), eye = sdCircle(q - h - vec2(0.02, 0.02), 0.010);
        float wing = max(sdEllipse(turnBy(-0.25 - plume) * (q - vec2(-0.14, 0.22)), vec2(0.42, 0.17 + 0.6 * plume)), 0.05 - q.y), swanAll = smoothMin(min(body, wing), neck, 0.06);
        float feather = 0.5 + 0.5 * swing((q.x * 0.9 + q.y * 1.8) * 4.2), form = clamp(0.42 + 1.1 * (q.y - 0.10) + 0.5 * q.x * way * sign(SUN.x - x), 0.0, 1.0);
        vec3 white = mix(mix(DEEP, BASE, 0.5), mix(LIGHT, vec3(1.0), 0.45), 0.35 + 0.65 * form) - 0.10 * feather * smoothstep(0.0, -0.05, wing) * step(q.x, 0.2);
        white = mix(white, mix(SHADE, DEEP, 0.5), smoothstep(0.03, 0.0, abs(wing) - 0.004) * 0.25 * step(swanAll, 0.0));
        float show = mix(1.0, 0.42 * exp(o.y * 1.2), under), inWater = i == 0 ? step(o.y, 0.0) : smoothstep(-PIXEL, PIXEL, (o.y + 0.015) * size);
        c = mix(c, white, smoothstep(PIXEL, -PIXEL, swanAll * size) * show * inWater);
        c = mix(c, mix(ACCENT, vec3(0.9, 0.35, 0.05), 0.5), smoothstep(PIXEL, -PIXEL, bill * size) * show * inWater);
        c = mix(c, SHADE * 0.2, smoothstep(PIXEL, -PIXEL, min(mask, eye) * size) * show * inWater);
    }
    float wake = abs(o.y + 0.03 + 0.05 * max(-o.x - 0.3, 0.0)) - 0.006, line = abs(o.y + 0.06 + 0.13 * max(-o.x + 0.1, 0.0)) - 0.008;
    return mix(c, mix(LIGHT, c, 0.3), smoothstep(0.012, 0.0, min(wake, line)) * smoothstep(1.4, 0.2, abs(o.x + 0.3)) * 0.55);
}
