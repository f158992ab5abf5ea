// Arcs that find each other.
// signature: coordinate -> scalar
// families: field lattice march
// licence: MIT
// cost: 2
// slot: pitch 2..5
// slot: width 0.06..0.2 bass
// slot: seed 0..90
float truchet(vec2 p, float pitch, float width, float seed) {
    p *= pitch;
    vec2 i = floor(p), f = p - i;
    f.x = hash21(i + floor(seed)) > 0.5 ? 1.0 - f.x : f.x;
    float d = min(abs(length(f) - 0.5), abs(length(f - 1.0) - 0.5));
    return 1.0 - smoothstep(0.05 + width - 0.06, 0.11 + width, d);
}
