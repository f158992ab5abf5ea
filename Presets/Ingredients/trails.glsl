// What was there fades and moves on.
// signature: coordinate x colour -> image
// families: feedback warp
// licence: MIT
// cost: 1
// slot: keep 0.86..0.965
// slot: grow -0.012..0.02
// slot: fresh 0.35..1 bass
vec3 trails(vec2 q, vec3 c, float keep, float grow, float fresh) {
    vec3 old = LAST(q * (1.0 - grow)) * keep;
    return max(old - 0.002, 0.0) + c * (1.0 - keep) * (1.2 + fresh);
}
