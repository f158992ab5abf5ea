// Sheets of cut paper with shadows between.
// signature: field -> colour
// families: field
// licence: MIT
// cost: 4
// samples: 10
// weight: 1.2
// domain: art
// slot: way 0.01..0.05 travel
// slot: lift 0.0..0.18 bass
vec3 paperLayers(vec2 p, float way, float lift) {
    vec3 c = mix(LIGHT, BASE, 0.15);
    for (int i = 0; i < 5; i++) {
        float k = float(i), cut = 0.24 + 0.13 * k - lift * 0.5;
        vec2 q = p * (1.0 - 0.05 * k) + vec2(way * (1.0 + k), 0.13 * k);
        float d = FIELD(q) - cut, s = FIELD(q + vec2(-0.03, 0.035)) - cut;
        vec3 sheet = i == 0 ? mix(LIGHT, BASE, 0.5) : i == 1 ? BASE : i == 2 ? mix(BASE, DEEP, 0.6) : i == 3 ? mix(DEEP, ACCENT, 0.35) : SHADE;
        c *= 1.0 - 0.45 * smoothstep(-0.05, 0.1, s) * (1.0 - smoothstep(-0.02, 0.02, d));
        c = mix(c, sheet, smoothstep(-0.012, 0.012, d));
    }
    return c;
}
