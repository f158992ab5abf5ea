// Kinora shader library: colour. MIT.

// QUALITY: 2 is the full look; hosts that know cheaper looks of a scene define 1 or 0.
#ifndef QUALITY
#define QUALITY 2
#endif

// toLinear: sRGB-coded colour to linear light (a cubic, within 0.002; no pow).
vec3 toLinear(vec3 c) { return c * (0.01599 + c * (0.66830 + c * 0.31571)); }
// toSRGB: linear light to sRGB-coded colour.
vec3 toSRGB(vec3 c) { c = max(c, vec3(0.0)); return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(vec3(0.0031308), c)); }
// luma: how bright a linear colour looks.
float luma(vec3 c) { return dot(c, vec3(0.2126, 0.7152, 0.0722)); }
// linearToOKLab: linear light to OKLab.
vec3 linearToOKLab(vec3 c) {
    vec3 m = mat3(0.4122214708, 0.2119034982, 0.0883024619, 0.5363325363, 0.6806995451, 0.2817188376, 0.0514459929, 0.1073969566, 0.6299787005) * max(c, vec3(0.0));
    m = pow(m, vec3(1.0 / 3.0));
    return mat3(0.2104542553, 1.9779984951, 0.0259040371, 0.7936177850, -2.4285922050, 0.7827717662, -0.0040720468, 0.4505937099, -0.8086757660) * m;
}
// okLabToLinear: OKLab to linear light (may leave the gamut: clamp at the end).
vec3 okLabToLinear(vec3 c) {
    vec3 m = mat3(1.0, 1.0, 1.0, 0.3963377774, -0.1055613458, -0.0894841775, 0.2158037573, -0.0638541728, -1.2914855480) * c;
    m = m * m * m;
    return mat3(4.0767416621, -1.2684380046, -0.0041960863, -3.3077115913, 2.6097574011, -0.7034186147, 0.2309699292, -0.3413193965, 1.7076147010) * m;
}
// okLCh: lightness 0..1, chroma 0..0.35, hue in radians to linear light.
vec3 okLCh(float l, float c, float h) { return max(okLabToLinear(vec3(l, c * cos(h), c * sin(h))), vec3(0.0)); }
// linearToOKLCh: linear light to (lightness, chroma, hue in radians).
vec3 linearToOKLCh(vec3 c) { vec3 o = linearToOKLab(c); return vec3(o.x, length(o.yz), atan(o.z, o.y + (abs(o.y) + abs(o.z) < 1e-6 ? 1e-6 : 0.0))); }
// tonemap: soft shoulder, monotone, never clips (linear in, linear out).
vec3 tonemap(vec3 c) { return 1.0 - exp(-1.1 * max(c, vec3(0.0))); }
// saturation: push a linear colour away from (k > 1) or towards (k < 1) its grey.
vec3 saturation(vec3 c, float k) { return max(mix(vec3(luma(c)), c, k), vec3(0.0)); }
// tintTo: take a colour's light and lend it part of another's hue (k = 0..1); both linear.
vec3 tintTo(vec3 c, vec3 tint, float k) { return mix(c, tint * (luma(c) / max(luma(tint), 1e-4)), k); }
// dither: +-half a step of 8 bit by a pixel-coordinate hash; add to the sRGB-coded colour last.
float dither(vec2 pixel) { vec3 q = fract(vec3(pixel.xyx) * vec3(0.06711056, 0.00583715, 0.0973)); q += dot(q, q.yzx + 19.19); return (fract((q.x + q.y) * q.z) - 0.5) / 255.0; }
// filmGrain: moving grain of mean 0, about +-0.5; scale by 0.01 to 0.04 and add to the sRGB-coded colour.
float filmGrain(vec2 pixel, float time) { vec3 q = fract(vec3(pixel.xyx + mod(floor(time * 12.0), 61.0) * 7.31) * 0.1031); q += dot(q, q.yzx + 33.33); return fract((q.x + q.y) * q.z) - 0.5; }
// quickLinear: sRGB-coded colour to linear light by a cubic (within 0.004): for palette inputs, where pow is too dear.
vec3 quickLinear(vec3 c) { return c * (c * (c * 0.305 + 0.682) + 0.0125); }
// quickFinish: finish() with roots instead of powers (within one step of 8 bit, but for the darkest tones).
vec3 quickFinish(vec3 c, vec2 pixel, float time, float grain) {
    vec3 t = tonemap(c), r = sqrt(t), q = sqrt(r);
    vec3 s = clamp(0.6523 * r + 0.6991 * q - 0.3310 * sqrt(q) - 0.0205 * t, 0.0, 1.0);
#if QUALITY > 0
    s += filmGrain(pixel, time) * 0.03 * grain * (0.4 + s * (1.0 - s) * 2.4);
#endif
    return s + dither(pixel);
}
// finish: linear light to the screen: tone-map, code, grain (strength 0..1), dither.
vec3 finish(vec3 c, vec2 pixel, float time, float grain) {
#if QUALITY < 2
    return quickFinish(c, pixel, time, grain);
#else
    vec3 s = toSRGB(tonemap(c));
    return s + filmGrain(pixel, time) * 0.03 * grain * (0.4 + s * (1.0 - s) * 2.4) + dither(pixel);
#endif
}
