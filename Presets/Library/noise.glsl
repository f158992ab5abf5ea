// Kinora shader library: noise. MIT.
// Cheap arithmetic hashes (no sine: identical on every driver), value and gradient noise, fbm, rotation.

// QUALITY: 2 is the full look; hosts that know cheaper looks of a scene define 1 or 0.
#ifndef QUALITY
#define QUALITY 2
#endif
// octavesNow: octaves for this quality: the finest one or two are left out of the cheaper looks.
int octavesNow(int octaves) { return max(min(octaves, 2), octaves - 2 + QUALITY); }

// hash11: one number in, one number 0..1 out.
float hash11(float p) { p = fract(p * 0.1031); p *= p + 33.33; p *= p + p; return fract(p); }
// hash21: a point in, one number 0..1 out.
float hash21(vec2 p) { vec3 q = fract(vec3(p.xyx) * 0.1031); q += dot(q, q.yzx + 33.33); return fract((q.x + q.y) * q.z); }
// hash12: one number in, two numbers 0..1 out.
vec2 hash12(float p) { vec3 q = fract(vec3(p) * vec3(0.1031, 0.1030, 0.0973)); q += dot(q, q.yzx + 33.33); return fract((q.xx + q.yz) * q.zy); }
// hash22: a point in, two numbers 0..1 out.
vec2 hash22(vec2 p) { vec3 q = fract(vec3(p.xyx) * vec3(0.1031, 0.1030, 0.0973)); q += dot(q, q.yzx + 33.33); return fract((q.xx + q.yz) * q.zy); }
// hash23: a point in, three numbers 0..1 out.
vec3 hash23(vec2 p) { vec3 q = fract(vec3(p.xyx) * vec3(0.1031, 0.1030, 0.0973)); q += dot(q, q.yxz + 33.33); return fract((q.xxy + q.yzz) * q.zyx); }
// rotation: the matrix that turns by an angle in radians.
mat2 rotation(float a) { float c = cos(a), s = sin(a); return mat2(c, s, -s, c); }
// valueNoise1: smooth value noise on a line, 0..1.
float valueNoise1(float x) { float i = floor(x), f = x - i; f = f * f * (3.0 - 2.0 * f); return mix(hash11(i), hash11(i + 1.0), f); }
// valueNoise: smooth value noise on the plane, 0..1 (about four hashes).
float valueNoise(vec2 p) {
    vec2 i = floor(p), f = p - i;
    f = f * f * (3.0 - 2.0 * f);
    // the four corner hashes of hash21, worked out together
    vec4 px = fract(vec4(i.x, i.x + 1.0, i.x, i.x + 1.0) * 0.1031);
    vec4 py = fract(vec4(i.y, i.y, i.y + 1.0, i.y + 1.0) * 0.1031);
    vec4 d = px * (py + 33.33) + py * (px + 33.33) + px * (px + 33.33);
    vec4 h = fract((px + py + 2.0 * d) * (px + d));
    return mix(mix(h.x, h.y, f.x), mix(h.z, h.w, f.x), f.y);
}
// valueNoise3: smooth value noise in space, 0..1 (about eight hashes).
float valueNoise3(vec3 p) {
    float i = floor(p.z), f = p.z - i;
    f = f * f * (3.0 - 2.0 * f);
    return mix(valueNoise(p.xy + i * vec2(37.0, 17.0)), valueNoise(p.xy + (i + 1.0) * vec2(37.0, 17.0)), f);
}
// gradientNoise: smooth gradient noise on the plane, about -0.7..0.7, mean 0.
float gradientNoise(vec2 p) {
    vec2 i = floor(p), f = p - i;
    vec2 u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
    vec2 a = hash22(i) * 2.0 - 1.0, b = hash22(i + vec2(1.0, 0.0)) * 2.0 - 1.0;
    vec2 c = hash22(i + vec2(0.0, 1.0)) * 2.0 - 1.0, d = hash22(i + 1.0) * 2.0 - 1.0;
    return mix(mix(dot(a, f), dot(b, f - vec2(1.0, 0.0)), u.x),
               mix(dot(c, f - vec2(0.0, 1.0)), dot(d, f - 1.0), u.x), u.y);
}
// fbm: octaves of value noise (1 to 8), 0..1, each turned so that the lattice never shows.
float fbm(vec2 p, int octaves) {
    float sum = 0.0, weight = 0.5, total = 0.0;
    for (int i = 0; i < 8; i++) {
        if (i >= octavesNow(octaves)) break;
        sum += weight * valueNoise(p);
        total += weight;
        weight *= 0.5;
        p = mat2(1.6, 1.2, -1.2, 1.6) * p + 17.3;
    }
    return sum / max(total, 1e-4);
}
// fbm1: octaves of value noise along a line (1 to 8), 0..1.
float fbm1(float x, int octaves) {
    float sum = 0.0, weight = 0.5, total = 0.0;
    for (int i = 0; i < 8; i++) {
        if (i >= octavesNow(octaves)) break;
        sum += weight * valueNoise1(x);
        total += weight;
        weight *= 0.5;
        x = x * 2.03 + 31.7;
    }
    return sum / max(total, 1e-4);
}
// ridge: fold 0..1 noise into sharp crests, 0..1.
float ridge(float n) { return 1.0 - abs(2.0 * n - 1.0); }
// valueNoiseD: value noise with its slope: (0..1 value, d/dx, d/dy).
vec3 valueNoiseD(vec2 p) {
    vec2 i = floor(p), f = p - i;
    vec2 u = f * f * (3.0 - 2.0 * f), du = 6.0 * f * (1.0 - f);
    vec4 px = fract(vec4(i.x, i.x + 1.0, i.x, i.x + 1.0) * 0.1031);
    vec4 py = fract(vec4(i.y, i.y, i.y + 1.0, i.y + 1.0) * 0.1031);
    vec4 d = px * (py + 33.33) + py * (px + 33.33) + px * (px + 33.33);
    vec4 h = fract((px + py + 2.0 * d) * (px + d));
    float a = h.x, b = h.y - h.x, c = h.z - h.x, e = h.x - h.y - h.z + h.w;
    return vec3(a + b * u.x + c * u.y + e * u.x * u.y, du * (vec2(b, c) + e * u.yx));
}
// starField: sparse round stars; p in cells, amount 0..1 of cells filled, size in cells; twinkle by time; returns 0..1+.
float starField(vec2 p, float amount, float size, float time) {
    vec2 i = floor(p), f = p - i;
    vec3 h = hash23(i);
    vec2 c = 0.2 + 0.6 * h.xy;
    float on = step(1.0 - amount, h.z), k = fract(h.z * 91.7);
    float d = length(f - c) / max(size * (0.4 + k), 1e-4);
    return on * (0.25 + k * k) * exp(-d * d) * (0.75 + 0.25 * sin(time * (1.0 + 3.0 * h.x) + h.y * 40.0));
}
