// Kinora shader library: pictures that a filter or a transition is given. MIT.

// grey: how bright an sRGB-coded colour looks, 0..1.
float grey(vec3 c) { return dot(c, vec3(0.30, 0.59, 0.11)); }
// mirrorEdge: a place beyond the picture's edge, reflected back into it.
vec2 mirrorEdge(vec2 at) { return 1.0 - abs(1.0 - mod(at, 2.0)); }
// inPicture: 1 inside the picture, 0 beyond its edge, soft over a pixel (in parts of the picture).
float inPicture(vec2 at, float pixel) { vec2 d = min(at, 1.0 - at); return clamp(0.5 + min(d.x, d.y) / pixel, 0.0, 1.0); }
// passed: how far a soft front has passed a place (0..1) when it is at progress: all 0 at 0, all 1 at 1.
float passed(float progress, float place, float width) { return clamp((progress * (1.0 + width) - place) / width, 0.0, 1.0); }
// screened: two lights on one sheet, without clipping.
vec3 screened(vec3 a, vec3 b) { return 1.0 - (1.0 - clamp(a, 0.0, 1.0)) * (1.0 - clamp(b, 0.0, 1.0)); }
// crest: 1 on a line, 0 beyond a width; x is the distance from the line.
float crest(float x, float width) { x = clamp(abs(x) / width, 0.0, 1.0); x = 1.0 - x; return x * x * (3.0 - 2.0 * x); }
// AIR: the colour of the light about a place: an image seen from far around, at five places.
#define AIR(image, at) (0.2 * (IMG_NORM_PIXEL(image, mirrorEdge((at) + vec2(0.02, 0.0))).rgb + IMG_NORM_PIXEL(image, mirrorEdge((at) + vec2(0.24, 0.07))).rgb + IMG_NORM_PIXEL(image, mirrorEdge((at) + vec2(-0.22, 0.09))).rgb + IMG_NORM_PIXEL(image, mirrorEdge((at) + vec2(0.11, -0.13))).rgb + IMG_NORM_PIXEL(image, mirrorEdge((at) + vec2(-0.12, -0.10))).rgb))
