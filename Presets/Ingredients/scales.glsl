// Scales of a fish.
// signature: coordinate -> scalar
// families: field lattice march
// licence: MIT
// cost: 1.5
// domain: nature
// slot: pitch 3..8
// slot: lift 0.1..0.6 mid
float scales(vec2 p, float pitch, float lift) {
    p *= pitch;
    float best = 0.0;
    for (int k = 0; k < 3; k++) {
        float row = floor(p.y) + 1.0 - float(k);
        float x = fract(p.x + 0.5 * mod(row, 2.0)) - 0.5, d = length(vec2(x, (p.y - row - 0.2) * 0.8));
        float tone = hash21(vec2(floor(p.x + 0.5 * mod(row, 2.0)), row));
        best = d < 0.62 ? d / 0.62 * (0.55 + 0.45 * tone) + lift * 0.3 * tone : best;
    }
    return clamp(best, 0.0, 1.0);
}
