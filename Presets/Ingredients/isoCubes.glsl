// Cubes seen from above at an angle.
// signature: coordinate -> colour
// families: lattice
// licence: MIT
// cost: 5
// slot: pitch 2..5
// slot: lift 0.1..0.7 bass
// slot: way 0.1..0.3 flow
// slot: seed 0..90
vec3 isoCubes(vec2 p, float pitch, float lift, float way, float seed) {
    vec3 c = SHADE;
    for (int k = 4; k >= -1; k--) {
        vec2 q = p * pitch;
        float row = floor(q.y / 0.5) + float(k);
        float x = q.x + 0.5 * mod(row, 2.0), i = floor(x), u = fract(x) - 0.5;
        float h = hash21(vec2(i, row) + floor(seed)), up = (0.12 + lift) * valueNoise(vec2(i, row) * 0.4 + way * 2.0) * 1.1;
        float v = q.y - row * 0.5 - up, top = 0.5 - abs(u);
        vec3 tint = mix(mix(DEEP, BASE, h), ACCENT, step(0.88, h));
        bool onTop = abs(v) < 0.5 * top, onSide = v <= -0.5 * top && v > -0.5 * top - 0.9;
        c = onSide ? tint * (u < 0.0 ? 0.35 : 0.65) * (1.0 + 0.5 * v) : c;
        c = onTop ? mix(tint, LIGHT, 0.25 + 0.3 * up) : c;
    }
    return c;
}
