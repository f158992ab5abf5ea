// A night sky with moon and stars.
// signature: coordinate -> sky
// families: composition
// places: land water
// licence: MIT
// cost: 6
// mood: -0.2 -0.5
// subject: moon
// domain: nature
// slot: size 0.04..0.09
// slot: sparkle 0.2..1 treble
// slot: way 0.3..1 flow
// slot: seed 0..90
vec3 nightSky(vec2 p, float size, float sparkle, float way, float seed) {
    float up = p.y - HORIZON;
    vec2 m = p - SUN;
    float d = length(m), disc = smoothstep(size + PIXEL, size - PIXEL, d);
    vec3 c = mix(mix(DEEP, BASE, 0.4), SHADE * 0.8, smoothstep(0.0, 0.5, up)) + LIGHT * 0.1 * exp(-d * 4.0);
    c += LIGHT * starField(p * 30.0 + seed, 0.4, max(0.06, 30.0 * PIXEL * 0.6), way) * (0.3 + sparkle) * (1.0 - disc);
    return mix(c, LIGHT * (0.75 + 0.45 * fbm(m * 22.0 + seed, 3)), disc);
}
