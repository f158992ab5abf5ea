// Wheels that drive each other.
// signature: coordinate -> colour
// families: lattice
// licence: MIT
// cost: 4
// domain: technology
// subject: gears
// slot: pitch 1.4..3
// slot: way 0.1..0.3 travel
// slot: shine 0.2..1 kick
vec3 gears(vec2 p, float pitch, float way, float shine) {
    p *= pitch;
    vec2 i = floor(p), f = p - i - 0.5;
    float even = mod(i.x + i.y, 2.0) < 0.5 ? 1.0 : -1.0, r = length(f);
    float a = atan(f.y, f.x + (r < 1e-5 ? 1e-5 : 0.0)) + even * way * 0.6 + (even < 0.0 ? 0.2618 : 0.0);
    float tooth = 0.035 * clamp(4.0 * cos(a * 12.0), -1.0, 1.0), d = r - 0.46 - tooth;
    d = max(d, 0.11 - r);
    float spoke = max(abs(r - 0.255) - 0.085, 0.12 - abs(sin(a * 2.5)) * r * 1.6);
    d = max(d, -spoke);
    vec3 tint = mix(mix(DEEP, BASE, hash21(i)), ACCENT, step(0.8, hash21(i + 9.0)));
    float lit = 0.55 + 0.45 * dot(normalize(f + 1e-4), normalize(vec2(-0.6, 0.8))) * smoothstep(0.0, 0.45, r);
    return mix(SHADE * (0.6 + 0.5 * valueNoise(p * 3.0)), tint * lit + LIGHT * 0.25 * shine * smoothstep(0.03, 0.0, abs(d + 0.03)), coverage(d));
}
