// Kinora shader library: light in the air and in the water. MIT. Needs noise.

// lightShafts: rays that fan out from a place above (toSun = point - place, y negative below it), 0..1.
float lightShafts(vec2 toSun, float clock, float sway) {
    float away = length(toSun * vec2(0.8, 1.0)), angle = toSun.x / max(-toSun.y + 0.12, 0.05);
    float sweep = 0.10 * (2.0 * valueNoise1(clock * 0.16) - 1.0) + 0.05 * sway;
    float shaft = valueNoise1(angle * 5.0 + clock * 0.22 + sweep * 3.0 + 40.0) * 0.55 + valueNoise1(angle * 12.0 - clock * 0.34 + 90.0) * 0.30 + valueNoise1(angle * 29.0 + clock * 0.5) * 0.15;
    float fade = smoothstep(1.25, 0.0, away) * smoothstep(2.6, 0.4, abs(angle));
    return smoothstep(0.42, 0.85, shaft) * fade * fade * 1.2;
}
