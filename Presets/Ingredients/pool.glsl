// Mirrored in water.
// signature: picture -> colour
// families: field flame lattice spectrum
// licence: MIT
// cost: 2
// samples: 1.3
// weight: 0.5
// slot: level -0.25..0.0
// slot: rough 0.01..0.06 bass
// slot: way 0.3..0.8 flow
vec3 pool(vec2 p, float level, float rough, float way) {
    float depth = max(level - p.y, 0.0);
    float n = valueNoise(vec2(p.x * 5.0, 0.8 / (depth + 0.06) + way * 2.0)) - 0.5;
    vec2 q = p.y < level ? vec2(p.x + n * (rough + 0.01) * (1.0 + 6.0 * depth), 2.0 * level - p.y + n * rough) : p;
    vec3 c = PICTURE(q);
    return p.y < level ? c * (0.72 - 0.5 * depth) + DEEP * 0.15 + LIGHT * 0.06 * smoothstep(0.012, 0.0, depth) : c;
}
