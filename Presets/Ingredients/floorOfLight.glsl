// A floor that mirrors.
// signature: coordinate x sky -> land
// families: composition
// places: hall land
// licence: MIT
// cost: 4
// mood: 0.3 0.5
// domain: art
// slot: along 0.2..0.5 travel
// slot: glow 0.2..1 bass
vec3 floorOfLight(vec2 p, vec3 sky, float along, float glow) {
    float d = HORIZON - 0.1 - p.y, z = 0.3 / max(d, 0.01);
    vec2 q = vec2(p.x * z * 2.0, z + along), i = floor(q), f = abs(q - i - 0.5);
    float tile = smoothstep(0.5, 0.44, max(f.x, f.y)), h = hash21(i), on = step(0.72, h) * glow;
    vec3 c = mix(DEEP, SHADE, h * 0.7) * (0.35 + 0.5 * tile) + mix(ACCENT, BASE, step(0.85, h)) * on * tile;
    return mix(sky, mix(c, sky * 0.8, smoothstep(5.0, 22.0, z)), smoothstep(-PIXEL, PIXEL, d));
}
