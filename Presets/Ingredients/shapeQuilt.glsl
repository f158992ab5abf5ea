// A quilt of shapes, each turned its own way.
// signature: coordinate -> colour
// families: lattice
// licence: MIT
// cost: 4
// domain: art
// slot: pitch 1.6..4.5
// slot: size 0.3..0.75 bass
// slot: way 0.1..0.3 flow
// slot: seed 0..90
vec3 shapeQuilt(vec2 p, float pitch, float size, float way, float seed) {
    p *= pitch;
    vec2 i = floor(p), f = p - i - 0.5;
    vec3 h = hash23(i + floor(seed));
    float s = 0.16 + 0.3 * size * valueNoise(i * 0.6 + way), k = fract(h.x * 7.7);
    f = rotation(floor(h.y * 4.0) * 1.5708 + 0.3 * swing(way * 0.5 + h.z)) * f;
    float d = k < 0.25 ? sdCircle(f, s) : k < 0.45 ? abs(sdCircle(f, s)) - 0.07 : k < 0.65 ? sdBox(f, vec2(s)) : k < 0.85 ? sdCircle(f + 0.5, 0.5 + s * 0.8) : min(sdBox(f, vec2(s, 0.08)), sdBox(f, vec2(0.08, s)));
    vec3 ground = h.z < 0.4 ? LIGHT : h.z < 0.7 ? BASE : DEEP;
    vec3 ink = h.x < 0.35 ? SHADE : h.x < 0.7 ? ACCENT : mix(DEEP, BASE, step(0.7, h.z));
    return mix(ground, ink, coverage(d));
}
