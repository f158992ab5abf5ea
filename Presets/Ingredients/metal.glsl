// Cast metal that mirrors a sky.
// signature: field -> colour
// families: field lattice
// licence: MIT
// cost: 3
// samples: 3
// slot: depth 0.12..0.35
// slot: turn -0.2..0.2 flow
// slot: shine 0.2..1 bass
vec3 metal(vec2 p, float depth, float turn, float shine) {
    float h = FIELD(p), e = 0.012;
    vec3 n = normalize(vec3((h - vec2(FIELD(p + vec2(e, 0.0)), FIELD(p + vec2(0.0, e)))) * depth / e, 1.0));
    vec3 r = reflect(vec3(p * 0.5, -1.0), n);
    float y = r.y * 0.5 + 0.5 + 0.1 * swing(r.x + turn);
    vec3 sky = mix(SHADE * 0.5, BASE, smoothstep(0.1, 0.5, y));
    sky = mix(sky, LIGHT, smoothstep(0.5, 0.56, y) * (1.0 - 0.7 * smoothstep(0.56, 0.95, y)));
    return sky * (0.5 + 0.6 * h) + ACCENT * 0.5 * shine * smoothstep(0.8, 1.0, n.z * h);
}
