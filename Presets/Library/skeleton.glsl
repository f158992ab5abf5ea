// Kinora shader library: skeletons of living figures, drawn as signed distances. MIT.
// Needs shape. Limbs are best worked out once a frame in a small float pass and read back by texel.

// muscle: tapered limb from a (radius ra) to b (radius rb), swollen by left and right of the way from a to b.
float muscle(vec2 p, vec2 a, vec2 b, vec4 shape) {
    vec2 q = p - a, d = b - a;
    float h = clamp(dot(q, d) / max(dot(d, d), 1e-8), 0.0, 1.0);
    float belly = (d.x * q.y > d.y * q.x) ? shape.z : shape.w;
    float u = 1.0 - h;
    return length(q - d * h) - mix(shape.x, shape.y, h) - belly * 6.75 * h * u * u;
}
// reach: two bones from a towards target, bent to the side (+1: left of the way); returns (joint, end), end = target if in reach.
vec4 reach(vec2 a, vec2 target, float l1, float l2, float side) {
    vec2 d = target - a;
    float far = max(length(d), 1e-5), l = clamp(far, abs(l1 - l2) + 1e-3, (l1 + l2) * 0.998);
    d /= far;
    float x = (l1 * l1 - l2 * l2 + l * l) / (2.0 * l);
    return vec4(a + d * x + vec2(-d.y, d.x) * side * sqrt(max(l1 * l1 - x * x, 0.0)), a + d * l);
}
// turn: rotation by a small angle (up to about 0.6 radians) without trigonometry.
mat2 turn(float a) { float s = a - a * a * a * 0.16667, c = 1.0 - a * a * 0.5 + a * a * a * a * 0.04167; return mat2(c, s, -s, c); }
// footfall: path of a foot through one stride; u = 0..1 since it struck, duty = part of the stride on the ground.
// Returns (place along the ground from ahead to -behind, lift 0..1, part of the swing 0..1 or -part of the stance); early 0..1 puts the lift later.
vec3 footfall(float u, float duty, float ahead, float behind, float early) {
    float q = u / duty, s = clamp((u - duty) / (1.0 - duty), 0.0, 1.0), t = 1.0 - s;
    float m = -(ahead + behind) * (1.0 - duty) / duty * 0.50;
    float swing = -behind * (1.0 + 2.0 * s) * t * t + m * s * t * t + ahead * s * s * (3.0 - 2.0 * s) - m * s * s * t;
    float lift = s * mix(1.0, s, early) * t * t * (3.0 - 2.0 * t) * (3.86 + early * 3.6);
    return u < duty ? vec3(mix(ahead, -behind, q), 0.0, -max(q, 1e-3)) : vec3(swing, lift, s);
}
// outlineEdge: one edge of a closed outline; start with nearest = 1e6, turns = 1; then sqrt(nearest) * turns is the distance.
void outlineEdge(vec2 p, vec2 a, vec2 b, inout float nearest, inout float turns) {
    vec2 e = b - a, w = p - a;
    vec2 q = w - e * clamp(dot(w, e) / max(dot(e, e), 1e-9), 0.0, 1.0);
    nearest = min(nearest, dot(q, q));
    bool crosses = (a.y <= p.y) != (b.y <= p.y);
    bool left = (e.x * w.y - e.y * w.x > 0.0) == (b.y > a.y);
    turns = (crosses && left) ? -turns : turns;
}
// A pose is a float picture, a row a figure: texel i holds both ends of limb i, texel count + i its radii and swellings as muscle() takes them.

// chainOf: distance at p of the limbs begin..<end (at most 32) of a pose's row, blended over k.
float chainOf(sampler2D limbs, int row, int begin, int end, int limbCount, vec2 p, float k) {
    float d = 1e2;
    for (int limb = 0; limb < 32; limb++) {
        int i = begin + limb;
        if (i >= end) break;
        d = smoothMin(d, muscle(p, texelFetch(limbs, ivec2(i, row), 0).xy, texelFetch(limbs, ivec2(i, row), 0).zw, texelFetch(limbs, ivec2(limbCount + i, row), 0)), k);
    }
    return d;
}
// profileHead: a head seen from the side, facing +x, p from the middle of the skull, r its radius: skull, brow, nose, jaw.
float profileHead(vec2 p, float r) {
    p /= r;
    float skull = length((p + vec2(0.10, -0.10)) * vec2(0.93, 1.0)) - 1.0;
    float jaw = sdLimb(p, vec2(0.42, -0.25), vec2(0.62, -0.92), 0.55, 0.30);
    float nose = sdLimb(p, vec2(0.86, 0.02), vec2(1.10, -0.32), 0.12, 0.11);
    return smoothMin(smoothMin(skull, jaw, 0.35), nose, 0.18) * r;
}
// roundLight: light on a flat figure as if it were round; d distance (negative inside), slope its unit outward slope,
// girth how far in it curves, key the unit way to the light. Returns (shade 0..1, rim 0..1).
vec2 roundLight(float d, vec2 slope, float girth, vec2 key) {
    float curve = clamp(1.0 + d / girth, 0.0, 1.0), facing = dot(slope, key);
    return vec2(clamp(0.50 + 0.50 * facing * curve, 0.0, 1.0), smoothstep(0.05, 0.85, facing) * smoothstep(-0.32 * girth, 0.0, d));
}
// alongLimb: how far along the way from a to b the foot of p lies (0..1, not clamped).
float alongLimb(vec2 p, vec2 a, vec2 b) { vec2 d = b - a; return dot(p - a, d) / max(dot(d, d), 1e-8); }
