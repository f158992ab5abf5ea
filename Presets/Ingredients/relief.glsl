// Lit from the side like a relief.
// signature: field -> colour
// families: field reaction lattice
// licence: MIT
// cost: 2
// samples: 3
// weight: 1.5
// slot: depth 0.08..0.3
// slot: shine 0.1..0.9 treble
vec3 relief(vec2 p, float depth, float shine) {
    float h = FIELD(p), e = 0.012;
    vec3 n = normalize(vec3((h - vec2(FIELD(p + vec2(e, 0.0)), FIELD(p + vec2(0.0, e)))) * depth / e, 1.0));
    vec3 l = normalize(vec3(SUN - p, 0.55));
    float d = max(dot(n, l), 0.0), s = max(reflect(-l, n).z, 0.0);
    s *= s; s *= s; s *= s;
    return toneRamp(0.1 + 0.75 * h) * (0.15 + 1.05 * d) + LIGHT * s * s * (0.25 + shine) + ACCENT * 0.12 * max(-n.x, 0.0);
}
