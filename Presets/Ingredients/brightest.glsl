// The brightest stays longest.
// signature: coordinate x colour -> image
// families: feedback warp
// licence: MIT
// cost: 1
// slot: keep 0.88..0.96
// slot: grow -0.015..0.02
vec3 brightest(vec2 q, vec3 c, float keep, float grow) { return max(mix(SHADE * 0.4, LAST(q * (1.0 - grow)), keep), c); }
