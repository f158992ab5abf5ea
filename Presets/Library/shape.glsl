// Kinora shader library: plane shapes as signed distances (negative inside). MIT.

// coverage: a distance to 0..1 cover with a one-pixel soft edge.
float coverage(float d) { float w = max(fwidth(d), 1e-5); return clamp(0.5 - d / w, 0.0, 1.0); }
// softCover: cover with a chosen edge width (for depth of field and glow).
float softCover(float d, float w) { return 1.0 - smoothstep(-w, w, d); }
// lay: paint over a transparent sheet (light times cover, cover).
void lay(inout vec4 sheet, vec3 paint, float cover) { sheet = mix(sheet, vec4(paint, 1.0), cover); }
// sdCircle: circle of radius r.
float sdCircle(vec2 p, float r) { return length(p) - r; }
// sdEllipse: ellipse of radii r; close to a true distance near its edge.
float sdEllipse(vec2 p, vec2 r) { float k = length(p / r), g = length(p / (r * r)); return k * (k - 1.0) / max(g, 1e-4); }
// sdBox: box of half size b.
float sdBox(vec2 p, vec2 b) { vec2 d = abs(p) - b; return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0); }
// sdRoundBox: box of half size b with corners of radius r.
float sdRoundBox(vec2 p, vec2 b, float r) { return sdBox(p, b - r) - r; }
// sdSegment: line from a to b, without thickness.
float sdSegment(vec2 p, vec2 a, vec2 b) { vec2 q = p - a, d = b - a; float h = clamp(dot(q, d) / max(dot(d, d), 1e-8), 0.0, 1.0); return length(q - d * h); }
// sdLimb: tapered capsule from a (radius ra) to b (radius rb): bone of a limb, trunk or tail.
float sdLimb(vec2 p, vec2 a, vec2 b, float ra, float rb) { vec2 q = p - a, d = b - a; float h = clamp(dot(q, d) / max(dot(d, d), 1e-8), 0.0, 1.0); return length(q - d * h) - mix(ra, rb, h); }
// sdTriangle: isosceles triangle, apex at the origin pointing up, base half-width w at depth h below.
float sdTriangle(vec2 p, float w, float h) { p.x = abs(p.x); vec2 n = normalize(vec2(h, w)); return max(dot(p, n), -p.y - h); }
// smoothMin: blend of two distances over k (k > 0).
float smoothMin(float a, float b, float k) { float h = max(k - abs(a - b), 0.0) / k; return min(a, b) - h * h * k * 0.25; }
// smoothMax: rounded intersection of two distances over k (k > 0).
float smoothMax(float a, float b, float k) { return -smoothMin(-a, -b, k); }
// knee: the joint of a two-bone limb from a to b with lengths l1, l2, bent to the side (+1 or -1).
vec2 knee(vec2 a, vec2 b, float l1, float l2, float side) {
    vec2 d = b - a; float l = clamp(length(d), abs(l1 - l2) + 1e-4, l1 + l2 - 1e-4); d /= max(length(d), 1e-5);
    float x = (l1 * l1 - l2 * l2 + l * l) / (2.0 * l);
    return a + d * x + vec2(-d.y, d.x) * side * sqrt(max(l1 * l1 - x * x, 0.0));
}
