// Haze lies over the land.
// signature: coordinate x view -> view
// families: composition
// places: land water
// licence: MIT
// cost: 5
// mood: -0.1 -0.5
// slot: level -0.25..0.05
// slot: way 0.06..0.2 flow
// slot: thick 0.2..0.7 mid
vec3 haze(vec2 p, vec3 c, float level, float way, float thick) {
    float n = fbm(vec2(p.x * 1.4 + way, p.y * 5.0 - way * 0.3), 3), band = exp(-pow((p.y - level) / 0.16, 2.0));
    return mix(c, mix(BASE, LIGHT, 0.45), clamp(band * (0.25 + 0.9 * n) * (0.3 + thick), 0.0, 0.85));
}
