// Moved off the middle, nearer or farther, a little tilted.
// signature: coordinate -> coordinate
// families: field lattice march flame spectrum reaction
// licence: MIT
// cost: 0.3
// weight: 2
// slot: x -0.4..0.4
// slot: y -0.22..0.22
// slot: size 0.6..1.7
// slot: tilt -0.6..0.6
vec2 place(vec2 p, float x, float y, float size, float tilt) { return turnBy(tilt) * (p - vec2(x, y)) * size; }
