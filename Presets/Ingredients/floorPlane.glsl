// Lies on the ground and runs to the horizon.
// signature: coordinate -> coordinate
// families: field lattice
// licence: MIT
// cost: 0.5
// weight: 0.8
// slot: height 0.12..0.35
// slot: along 0.2..0.6 travel
vec2 floorPlane(vec2 p, float height, float along) {
    float y = abs(p.y - HORIZON) + 0.04;
    return vec2(p.x, 1.0) * height / y + vec2(0.0, along);
}
