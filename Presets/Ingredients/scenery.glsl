// A composition as a picture among others.
// signature: view -> colour
// families: field
// licence: MIT
// cost: 0
// weight: 0
vec3 scenery(vec3 c) { return c; }
