// Two chemicals that feed and eat each other (Gray and Scott; Pearson 1993).
// signature: field -> state
// families: reaction
// licence: MIT
// cost: 6
// samples: 1
// slot: feed 0.026..0.058
// slot: kill 0.0585..0.0635
// slot: drop 0.1..1 bass
vec4 reaction(vec2 p, float feed, float kill, float drop) {
    float e = 1.0 / 110.0, seedAt = FIELD(p);
    vec2 c = STATE(p).xy;
    vec2 l = 0.2 * (STATE(p + vec2(e, 0.0)).xy + STATE(p - vec2(e, 0.0)).xy + STATE(p + vec2(0.0, e)).xy + STATE(p - vec2(0.0, e)).xy)
        + 0.05 * (STATE(p + e).xy + STATE(p - e).xy + STATE(p + vec2(e, -e)).xy + STATE(p + vec2(-e, e)).xy) - c;
    c = FRAMEINDEX < 2 ? vec2(1.0 - 0.5 * step(0.62, seedAt), 0.45 * step(0.62, seedAt)) : c;
    float r = c.x * c.y * c.y;
    c += vec2(1.0 * l.x - r + feed * (1.0 - c.x), 0.5 * l.y + r - (kill + feed) * c.y);
    c.y += 0.02 * drop * smoothstep(0.8, 0.9, seedAt);
    return vec4(clamp(c, 0.0, 1.0), 0.0, 1.0);
}
