// A flower whose petals are notes.
// signature: coordinate -> scalar
// families: spectrum
// licence: MIT
// cost: 2
// slot: x -0.35..0.35
// slot: count 5..14 whole
// slot: size 0.25..0.5
float petalsOfSound(vec2 p, float x, float count, float size) {
    p.x -= x;
    float a = abs(atan(p.x, p.y + (abs(p.x) + abs(p.y) < 1e-6 ? 1e-6 : 0.0))) / 3.14159, r = length(p), f = 0.05;
    for (int i = 0; i < 4; i++) {
        float k = float(i), cell = (floor(a * count + k * 0.5) + 0.5) / count;
        float edge = size * (1.0 - 0.2 * k) * (0.45 + 1.1 * SPECTRUM(cell * 0.8 + 0.04 * k)) * sqrt(abs(sin(3.14159 * (a * count + k * 0.5))) + 0.02);
        f = mix(f, 0.3 + 0.17 * k + 0.25 * r / size, smoothstep(0.012, -0.006, r - edge));
    }
    return clamp(f, 0.0, 1.0);
}
