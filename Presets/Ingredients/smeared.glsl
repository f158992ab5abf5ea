// Carried along by the wind of a field.
// signature: field x colour -> image
// families: feedback
// licence: MIT
// cost: 2
// samples: 3
// slot: wind 0.004..0.016
// slot: keep 0.9..0.97
// slot: fresh 0.3..1 bass
vec3 smeared(vec2 p, vec3 c, float wind, float keep, float fresh) {
    float h = FIELD(p), e = 0.02;
    vec2 g = vec2(FIELD(p + vec2(0.0, e)) - h, h - FIELD(p + vec2(e, 0.0))) / e;
    g *= wind / max(length(g), 0.3);
    return LAST(p - g) * keep + c * (1.0 - keep) * (0.9 + 0.8 * fresh);
}
