/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Monarch: a butterfly feeds on a coneflower before a meadow that the summer light dissolves into discs. Her wings open and close with the bars, she takes off and circles back once in eight bars with true wing beats, others of her kind cross with the energy, treble sets the light sparkling, bass sways the stem, tension gathers the light.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.08, 0.20, 0.16, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.40, 0.58, 0.28, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.90, 0.60, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.50, 0.60, 1.0] }
  ],
  "PASSES": [ { "TARGET": "meadow", "WIDTH": "$WIDTH/4", "HEIGHT": "$HEIGHT/4", "FLOAT": true },
    { "TARGET": "wing", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.42)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.64)", "FLOAT": true },
    { "TARGET": "blossom", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.56)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.56)", "FLOAT": true },
    { "TARGET": "behind", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [12.3, 12.3, 10.4],
    "steps": 2,
    "subject": "butterfly", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton"],
    "mood": { "valence": 0.7, "arousal": -0.2, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "sparkle", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// Wings: lengths in fore wings, the body along y, the right side drawn, the left mirrored.
const vec2 WING_LOW = vec2(-0.05, -1.0), WING_SIZE = vec2(1.20, 1.85);
const vec2 BLOSSOM_LOW = vec2(-1.15, -1.35), BLOSSOM_SIZE = vec2(2.30, 2.30);
const int FORE = 15;
const vec2 FORE_WING[FORE] = vec2[FORE](vec2(0.0, 0.10), vec2(0.14, 0.27), vec2(0.34, 0.47), vec2(0.58, 0.64), vec2(0.82, 0.73), vec2(0.97, 0.745), vec2(1.03, 0.69),
    vec2(1.00, 0.55), vec2(0.92, 0.38), vec2(0.865, 0.22), vec2(0.835, 0.07), vec2(0.78, -0.035), vec2(0.66, -0.06), vec2(0.40, -0.035), vec2(0.0, -0.04));
const int HIND = 13;
const vec2 HIND_WING[HIND] = vec2[HIND](vec2(0.0, 0.04), vec2(0.30, 0.03), vec2(0.58, -0.03), vec2(0.715, -0.14), vec2(0.755, -0.30), vec2(0.72, -0.47), vec2(0.64, -0.62),
    vec2(0.53, -0.74), vec2(0.40, -0.81), vec2(0.27, -0.80), vec2(0.15, -0.68), vec2(0.06, -0.45), vec2(0.0, -0.20));

// the pattern of the right wings at rest: colour with cover
vec4 wings(vec2 p, float px, vec3 orange, vec3 amber) {
    float nearest = 1e6, turns = 1.0, nearest2 = 1e6, turns2 = 1.0;
    for (int i = 0; i < FORE; i++) outlineEdge(p, FORE_WING[i], FORE_WING[(i + 1) % FORE], nearest, turns);
    for (int i = 0; i < HIND; i++) outlineEdge(p, HIND_WING[i], HIND_WING[(i + 1) % HIND], nearest2, turns2);
    float fore = sqrt(nearest) * turns - 0.016, hind = sqrt(nearest2) * turns2 - 0.020;
    float scales = valueNoise(p * 90.0) * 0.5 + valueNoise(p * vec2(20.0, 26.0)) * 0.5;
    vec3 ink = vec3(0.008, 0.006, 0.006), white = vec3(0.85, 0.84, 0.80);
    // hind wing
    vec2 h = p - vec2(0.12, -0.10);
    float a = atan(h.y, h.x), depth = -hind;
    float ribs = abs(fract(a * 2.55 + 0.30) - 0.5) * length(h) * 0.39;
    vec2 c = p - vec2(0.21, -0.20);
    c = vec2(c.x * 0.66 - c.y * 0.75, c.x * 0.75 + c.y * 0.66);
    float oval = length(vec2(c.x * 0.62, c.y * (1.15 + 0.9 * c.x))) - 0.125, cell = abs(oval), inCell = step(oval, 0.0);
    float outer = smoothstep(0.30, 0.50, length(p - vec2(0.05, -0.02)));
    float line = min(cell, mix(0.5 * length(h) * 0.39 - ribs, 1.0, inCell)) - 0.010 - 0.016 * outer * smoothstep(0.25, 0.05, depth);
    line = min(line, depth - mix(0.02, 0.105, outer));
    vec3 colour = mix(mix(amber, orange, smoothstep(0.0, 0.5, length(p))) * (0.75 + 0.5 * scales), ink, clamp(0.5 - line / px, 0.0, 1.0));
    float dots1 = length(vec2((fract(a * 5.1 + 0.35) - 0.5) * 0.125, (depth - 0.036))) - 0.0145, dots2 = length(vec2((fract(a * 5.1 + 0.85) - 0.5) * 0.115, (depth - 0.076))) - 0.0115;
    colour = mix(colour, white, clamp(0.5 - min(dots1, dots2) / px, 0.0, 1.0) * outer);
    vec4 sum = vec4(colour, 1.0) * clamp(0.5 - hind / px, 0.0, 1.0);
    // fore wing over it
    vec2 f = p - vec2(0.30, 0.28);
    a = atan(f.y, f.x);
    depth = -fore;
    outer = smoothstep(0.46, 0.72, p.x);
    float rootVein = min(sdSegment(p, vec2(0.0, 0.06), vec2(0.46, 0.36)), min(sdSegment(p, vec2(0.0, 0.02), vec2(0.44, 0.16)), sdSegment(p, vec2(0.44, 0.16), vec2(0.52, 0.30))));
    rootVein = min(rootVein, min(sdSegment(p, vec2(0.30, 0.235), vec2(0.92, 0.42)), min(sdSegment(p, vec2(0.46, 0.36), vec2(1.0, 0.60)), sdSegment(p, vec2(0.52, 0.27), vec2(0.87, 0.25)))));
    rootVein = min(rootVein, min(sdSegment(p, vec2(0.44, 0.16), vec2(0.85, 0.10)), min(sdSegment(p, vec2(0.28, 0.11), vec2(0.80, -0.03)), sdSegment(p, vec2(0.0, 0.0), vec2(0.70, -0.055)))));
    line = rootVein - 0.0085 - 0.010 * outer;
    line = min(line, depth - mix(0.028, 0.085, max(outer, smoothstep(0.30, 0.65, p.y))));
    float tip = dot(p - vec2(0.665, 0.48), vec2(0.80, 0.60));
    line = min(line, -tip + 0.03 * swing(p.y * 4.0 - p.x * 2.0));
    colour = mix(mix(amber * 0.9, orange, smoothstep(0.1, 0.6, length(p))) * (0.75 + 0.5 * scales), ink, clamp(0.5 - line / px, 0.0, 1.0));
    // white dots along the margin, larger pale spots in the dark tip
    float m = p.y * 7.6 + 0.15, along = (fract(m) - 0.5) * 0.132;
    dots1 = length(vec2(along, depth - 0.030)) - 0.0135;
    dots2 = length(vec2((fract(m + 0.5) - 0.5) * 0.132, depth - 0.064)) - 0.0105;
    float spots = min(min(length((p - vec2(0.70, 0.585)) * vec2(0.75, 1.2)) - 0.030, length((p - vec2(0.775, 0.540)) * vec2(0.8, 1.2)) - 0.027), min(length((p - vec2(0.815, 0.470)) * vec2(0.9, 1.1)) - 0.022, length((p - vec2(0.62, 0.605)) * vec2(0.6, 1.3)) - 0.017));
    colour = mix(colour, white, clamp(0.5 - min(dots1, dots2) / px, 0.0, 1.0) * smoothstep(0.62, 0.80, p.x));
    colour = mix(colour, mix(white, amber, 0.30), clamp(0.5 - spots / px, 0.0, 1.0));
    return mix(sum, vec4(colour, 1.0), clamp(0.5 - fore / px, 0.0, 1.0));
}

// a coneflower from the side: drooping rays round a bristling cone; q in ray lengths
vec4 coneflower(vec2 q, float px, vec3 petal, vec3 sunLight, vec3 leaf) {
    vec4 sum = vec4(0.0);
    float sway = 0.03 * swing(beatCount * 0.25);
    int rounds1 = PASSINDEX < 9 ? 15 : 0;   // not a constant, so that the loop stays a loop
    for (int k = 0; k < rounds1; k++) {
        // far rays first, then from the sides to the middle
        float n = float(k), order = k < 5 ? n - 2.0 : (mod(n, 2.0) < 0.5 ? 1.0 : -1.0) * (5.2 - floor((n - 4.0) * 0.5) * 1.04);
        bool behind = k < 5;
        vec2 r = hash12(n + 3.0 + floor(variety * 31.0));
        float a = behind ? order * 0.42 : order * 0.300 + 0.10 * (r.x - 0.5);
        float c = cos(a), s = sin(a);
        vec2 root = vec2(s * 0.36, behind ? 0.06 : -0.02 - 0.11 * c), tip = vec2(s * (0.98 + 0.12 * r.y) + sway * n * 0.1, behind ? 0.03 + 0.06 * c : -0.28 - (0.42 + 0.10 * r.x) * c - 0.12 * abs(s));
        vec2 d = tip - root, w = q - root;
        float l = length(d);
        d /= l;
        float u = dot(w, d) / l, v = d.x * w.y - d.y * w.x;
        v += (s > 0.0 ? 1.0 : -1.0) * 0.16 * u * (1.0 - u) * abs(s) * -1.0;
        float half1 = (0.030 + 0.135 * u * (1.35 - u) * (0.55 + 0.45 * abs(c))) * sqrt(clamp((1.03 - u) * 7.0, 0.0, 1.0)) * (1.0 - 0.10 * smoothstep(0.92, 1.0, u) * smoothstep(0.02, 0.0, abs(abs(v) - 0.02)));
        float e = max(abs(v) - half1, max(-u, u - 1.03) * l);
        float ribs = abs(fract(v * 21.0) - 0.5) * 2.0, side = v / max(half1, 1e-3) * (s > 0.0 ? 1.0 : -1.0);
        vec3 colour = petal * (0.42 + 0.30 * u + 0.24 * side + 0.14 * ribs) * (behind ? 0.55 : 0.72 + 0.28 * s);
        colour += sunLight * petal * (0.25 + 0.8 * smoothstep(0.3, 1.0, u)) * (0.30 + 0.5 * max(s, 0.0) + 0.3 * max(side, 0.0));
        sum = mix(sum, vec4(colour, 1.0), clamp(0.5 - e / px, 0.0, 1.0));
        sum.rgb *= 1.0 - 0.22 * smoothstep(0.05, 0.0, e) * (1.0 - clamp(0.5 - e / px, 0.0, 1.0)) * step(0.0, u);
    }
    // cone: a dome of spirals, green at its heart, fire at its points
    vec2 d = (q - vec2(0.0, 0.0)) / vec2(0.42, 0.40);
    float dome = length(vec2(d.x, d.y < 0.0 ? d.y * 2.1 : d.y)), face = sqrt(max(1.0 - dome * dome, 0.0));
    float lon = asin(clamp(d.x / max(sqrt(1.0 - min(d.y * d.y, 0.96)), 0.25), -1.0, 1.0)) * 3.2, lat = d.y * 5.2 + 0.3 * face;
    vec2 s1 = fract(vec2(lon + lat, lon - lat)) - 0.5;
    float spike = max(1.0 - length(s1) * 2.1, 0.0), bristle = (0.5 + 0.5 * swing(atan(d.x, d.y + 0.05) * 4.3)) * 0.12 * step(0.0, d.y);
    float key = clamp(0.30 + 0.55 * d.x + 0.45 * d.y, 0.05, 1.0);
    vec3 cone = mix(vec3(0.060, 0.012, 0.006), mix(vec3(0.80, 0.20, 0.025), vec3(0.45, 0.40, 0.06), smoothstep(0.5, 1.0, face * 0.6 + d.y * 0.4)), spike * (0.35 + 0.8 * key));
    cone += sunLight * vec3(0.65, 0.30, 0.06) * spike * spike * key * 0.9;
    float edge = (dome - 1.0 - bristle * spike * 1.2) * 0.40;
    sum = mix(sum, vec4(cone, 1.0), clamp(0.5 - edge / px, 0.0, 1.0));
    return sum;
}

// how far the wings are raised (0 flat, 1 upright) and where she is, how she leans: (x, y, raised, lean)
vec4 life(float bars, float beats, float wide) {
    float part = clamp((fract(bars / 8.0 + 0.30 * fract(variety * 7.3)) - 0.70) / 0.30, 0.0, 1.0), air = smoothstep(0.0, 0.06, part) * smoothstep(1.0, 0.94, part);
    float t = part * part * (3.0 - 2.0 * part);
    vec2 loop1 = vec2(-0.46 * swing(t) * (0.55 + 0.45 * min(wide, 1.5)) + 0.10 * swing(t * 2.0), 0.085 * (1.0 - swing(t + 0.25)) + 0.035 * swing(t * 3.0));
    float flap = 0.5 + 0.5 * swing(beats * 2.0), slow = 0.5 + 0.5 * swing(bars - 0.25);
    slow = slow * slow * (3.0 - 2.0 * slow);
    float raised = mix(0.12 + 0.70 * slow + 0.05 * swing(beats) * slow, 0.02 + 0.93 * flap, air);
    return vec4(loop1 + vec2(0.0, -0.035 * air * (flap - 0.5)), raised, air * (0.5 * swing(t + 0.25) - 0.1));
}

// the wings of one side (-1 left, 1 right): p in fore wings; yaw turns her sideways
vec4 halfOf(vec2 p, float side, float raised, float yaw, vec3 sunLight) {
    float c = swing(0.25 * (1.0 - raised)), s = swing(0.25 * raised), spread = max(c + side * yaw * s, 0.05);
    vec2 q = vec2(p.x * side / spread, 0.0);
    q.y = p.y - 0.30 * q.x * s - 0.06 * q.x * q.x * s * (1.0 - raised);
    vec4 w = IMG_NORM_PIXEL(wing, clamp((q - WING_LOW) / WING_SIZE, 0.0, 1.0));
    w.rgb *= (side < 0.0 ? 0.62 + 0.30 * c : 0.85 + 0.30 * s) * (0.75 + 0.35 * sunLight);
    w.rgb += vec3(0.42, 0.075, 0.002) * sunLight * w.a * smoothstep(0.02, 0.20, w.r) * (side < 0.0 ? 0.50 * s : 0.22);
    return w * step(-0.01, q.x);
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 3) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 4.0 : PASSINDEX == 3 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow * 0.5 + TIME * 0.1;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 sunLight = mix(vec3(1.0, 0.80, 0.45), tintTo(vec3(0.80), light, 1.0), 0.35);
    vec3 leaf = mix(vec3(0.070, 0.150, 0.030), tintTo(vec3(0.115), base, 1.0), 0.30);
    vec3 petal = mix(vec3(0.62, 0.10, 0.30), tintTo(vec3(0.24), saturation(accent, 1.2), 1.0), 0.40);
    if (PASSINDEX == 1) {
        gl_FragColor = wings(WING_LOW + isf_FragNormCoord * WING_SIZE, WING_SIZE.x / RENDERSIZE.x * 1.3, vec3(0.74, 0.130, 0.004), vec3(0.84, 0.235, 0.012));
        return;
    }
    if (PASSINDEX == 2) {
        gl_FragColor = coneflower(BLOSSOM_LOW + isf_FragNormCoord * BLOSSOM_SIZE, BLOSSOM_SIZE.x / RENDERSIZE.x * 1.3, petal, sunLight, leaf);
        return;
    }
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y);
    vec2 sun = vec2(0.42, 0.5 * tall - 0.04);
    float s2 = dot(p - sun, p - sun), glow = 1.0 / (1.0 + s2 * 3.2);
    if (PASSINDEX == 0) {
        // a meadow out of focus: shade below, light above, discs of light that the lens makes
        vec3 colour = mix(mix(leaf * 0.14, tintTo(vec3(0.022), deep, 1.0), 0.22), leaf * 1.05 + sunLight * 0.02, smoothstep(-0.62, 0.30, p.y + 0.15 * p.x));
        float drift = valueNoise(p * 2.1 + variety * 30.0 + clock * 0.02) - 0.5;
        colour *= 1.0 + 0.9 * drift;
        colour += sunLight * (0.50 * glow * glow * glow + 0.10 * glow * glow) * (1.0 - 0.3 * strain);
        for (int k = 0; k < 26; k++) {
            vec3 h = hash23(vec2(float(k), 3.0 + floor(variety * 53.0)));
            vec2 c = vec2((h.x - 0.5) * (wide + 0.2), mix(-0.50, 0.56, h.y) * tall + 0.012 * swing(clock * 0.05 + h.z));
            float r = 0.030 + 0.060 * h.z * h.z + 0.02 * strain, d = length(p - c);
            float ring = smoothstep(r, r - 0.014, d) * (0.55 + 0.45 * smoothstep(0.4 * r, r, d));
            float wink = 0.35 + 0.65 * smoothstep(0.25, 0.9, 0.5 + 0.5 * swing(beatCount * 0.25 + h.x * 5.0)) * (0.35 + 1.1 * sparkle) + 0.25 * pulse * step(0.7, h.z);
            vec3 tint = h.z > 0.62 ? sunLight : h.x > 0.62 && h.y < 0.6 ? petal * 1.6 : leaf * 2.4 + sunLight * 0.12;
            colour += tint * ring * wink * (0.055 + 0.20 * glow);
        }
        gl_FragColor = vec4(colour, 1.0);
        return;
    }
    vec3 colour = IMG_NORM_PIXEL(meadow, isf_FragNormCoord).rgb;

    // far butterflies, soft, more with the energy
    int crowd = 1 + int(4.0 * smoothstep(0.20, 0.85, power + 0.3 * strain));
    vec4 one = vec4(9.0, 9.0, 0.0, 0.0);
    for (int k = 0; k < 5; k++) {
        if (k >= crowd) break;
        vec3 h = hash23(vec2(float(k) * 3.0 + 1.0, 8.0));
        float t = fract(barCount / (11.0 + 5.0 * h.x) + h.y + variety), size = 0.045 + 0.055 * h.z * h.z;
        float beatOf = beatCount * (h.z > 0.6 ? 1.0 : 2.0) + h.x * 4.0, flap = 0.5 + 0.5 * swing(beatOf);
        vec2 at = vec2(mix(0.62, -0.62, t) * (wide + 0.2), (mix(-0.18, 0.42, h.x) + 0.10 * swing(t * 2.0 + h.y) + 0.04 * swing(t * 5.0)) * tall - 0.25 * size * flap);
        vec2 q = turn(0.5 - 0.7 * h.y) * (p - at) / size;
        one = abs(q.x) < 1.1 && abs(q.y) < 1.3 ? vec4(q, 0.10 + 0.70 * flap, h.x + 2.0 * floor(h.z * 64.0)) : one;   // they seldom meet
    }
    float number = floor(one.w * 0.5), haze1 = 0.55 * (1.0 - number / 64.0);
    vec4 other = halfOf(one.xy, one.x < 0.0 ? -1.0 : 1.0, one.z, 0.30 - 0.6 * (one.w - 2.0 * number), sunLight) * step(abs(one.x), 1.1);
    other = mix(other, vec4(0.01, 0.008, 0.008, 1.0), 0.9 * smoothstep(1.0, 0.6, length((one.xy - vec2(0.0, -0.08)) / vec2(0.055, 0.36))));
    colour = mix(colour, other.rgb / max(other.a, 1e-3) * (1.0 - haze1) + colour * haze1, other.a);

#if QUALITY < 1
    // the meadow and the far butterflies at half size
    if (PASSINDEX == 3) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(behind, isf_FragNormCoord).rgb;
#endif
    // stems and blossoms: one behind, one before
    float bend = (0.018 + 0.030 * low) * swing(barCount * 0.25 + 0.1) + 0.006 * swing(beatCount * 0.5);
    float touch = life(barCount, beatCount, wide).y;
    vec2 head2 = vec2(-min(0.46, wide * 0.5 - 0.10) - 0.7 * bend, 0.045), head = vec2(0.10 + 0.08 * clamp(1.6 - wide, 0.0, 1.0) + bend, -0.185 - 0.012 * smoothstep(0.10, 0.0, touch));
    for (int k = 0; k < 2; k++) {
        vec2 c = k == 0 ? head2 : head;
        float size = k == 0 ? 0.150 : 0.255, foot = -0.5 * tall;
        float t = clamp((p.y - foot) / (c.y - foot), 0.0, 1.0), x = p.x - mix(c.x + (k == 0 ? -0.03 : 0.07), c.x, t * (2.0 - t));
        float stem = abs(x) - size * 0.040;
        vec3 stemLight = leaf * (0.35 + 0.9 * smoothstep(-0.010, 0.010, x)) + sunLight * 0.13 * smoothstep(0.004, 0.012, x);
        colour = mix(colour, stemLight, smoothstep(k == 0 ? 0.006 : pixel, k == 0 ? -0.006 : -pixel, stem) * step(p.y, c.y));
        // leaves on the near stem
        if (k == 1) {
            vec2 l = p - vec2(c.x + 0.045, c.y - 0.20);
            float u = l.x * 0.93 + l.y * 0.36, v = -l.x * 0.36 + l.y * 0.93 + 0.9 * u * u;
            float blade = abs(v) - 0.16 * u * (0.32 - u) * 3.2;
            vec3 green = leaf * (0.45 + 0.7 * smoothstep(-0.02, 0.03, v)) * (0.85 + 0.3 * abs(fract(u * 30.0 - abs(v) * 25.0) - 0.5)) + sunLight * 0.10 * smoothstep(0.0, 0.03, v);
            colour = mix(colour, green, clamp(0.5 - blade / pixel, 0.0, 1.0) * step(0.0, u) * step(u, 0.32));
        }
        vec2 at = ((p - c) / size - BLOSSOM_LOW) / BLOSSOM_SIZE;
        vec4 b = IMG_NORM_PIXEL(blossom, clamp(at, 0.0, 1.0));
#if QUALITY < 1
        if (k == 0) b = 0.5 * (IMG_NORM_PIXEL(blossom, clamp(at + vec2(0.010, 0.006), 0.0, 1.0)) + IMG_NORM_PIXEL(blossom, clamp(at - vec2(0.010, 0.006), 0.0, 1.0)));
#else
        if (k == 0) b = 0.25 * (IMG_NORM_PIXEL(blossom, clamp(at + vec2(0.012, 0.006), 0.0, 1.0)) + IMG_NORM_PIXEL(blossom, clamp(at + vec2(-0.012, -0.006), 0.0, 1.0)) + IMG_NORM_PIXEL(blossom, clamp(at + vec2(0.006, -0.012), 0.0, 1.0)) + IMG_NORM_PIXEL(blossom, clamp(at + vec2(-0.006, 0.012), 0.0, 1.0)));
#endif
        colour = mix(colour, b.rgb / max(b.a, 1e-3) * (k == 0 ? 0.75 : 1.0), b.a * (k == 0 ? 0.90 : 1.0));
    }

    // the butterfly
    vec4 now = life(barCount, beatCount, wide);
    float size = (0.335 + 0.02 * swing(chapterGlide * 0.21)) * min(1.0, 0.45 + 0.42 * wide), lean = 0.42 + now.w;
    vec2 seat = head + vec2(0.015, 0.165);
    vec2 q = rotation(lean) * (p - seat - now.xy) / size;
    float raised = now.z;
    // feelers and legs
    vec2 f = vec2(abs(q.x), q.y);
    float feeler = min(abs(f.x - 0.02 - 0.30 * (q.y - 0.26) - 0.25 * (q.y - 0.26) * (q.y - 0.26)) - 0.006 + max(max(0.26 - q.y, q.y - 0.56), 0.0), length((f - vec2(0.132, 0.565)) * vec2(1.0, 0.6)) - 0.013);
    float px = pixel / size;
    colour = mix(colour, vec3(0.012, 0.010, 0.010), clamp(0.5 - feeler * 0.8 / px, 0.0, 1.0));
    vec4 left = halfOf(q, -1.0, raised, 0.34, sunLight), right = halfOf(q, 1.0, raised, 0.34, sunLight);
    vec4 b = (left * (1.0 - right.a) + right) * (abs(q.x) < 1.12 && abs(q.y) < 1.3 ? 1.0 : 0.0);
    colour = colour * (1.0 - b.a) + b.rgb;
    float thorax = length((q - vec2(0.0, 0.09)) / vec2(0.062, 0.145)) - 1.0, belly = length((q - vec2(0.006, -0.21)) / vec2(0.043, 0.24)) - 1.0, brow = length((q - vec2(0.0, 0.245)) / vec2(0.048, 0.050)) - 1.0;
    float body = min(min(thorax * 0.062, belly * 0.043), brow * 0.048);
    float fur = valueNoise(q * vec2(70.0, 46.0)), rings = smoothstep(0.3, 0.5, abs(fract(q.y * 17.0) - 0.5));
    vec3 bodyLight = vec3(0.014, 0.011, 0.011) * (0.6 + 0.8 * fur) + sunLight * 0.055 * smoothstep(-0.02, 0.05, q.x) * (0.3 + 0.7 * fur) * (belly < 0.0 ? 0.5 + 0.5 * rings : 1.0);
    float speck = min(length((f - vec2(0.030, 0.150))) - 0.010, min(length(f - vec2(0.034, 0.060)) - 0.009, length(f - vec2(0.026, 0.245)) - 0.009));
    bodyLight = mix(bodyLight, vec3(0.8), clamp(0.5 - speck / px, 0.0, 1.0));
    colour = mix(colour, bodyLight, clamp(0.5 - body / px, 0.0, 1.0));

    // seeds of down in the light
    vec2 d = p * 5.0 + vec2(clock * 0.25, -clock * 0.12 + 0.1 * swing(p.x + clock * 0.1));
    vec3 h = hash23(floor(d));
    float mote = smoothstep(0.045 * h.z + 5.0 * pixel * 0.6, 0.0, length(fract(d) - 0.2 - 0.6 * h.xy)) * step(0.60, h.z);
    colour += sunLight * mote * (0.10 + 0.45 * sparkle) * (0.25 + glow);
    colour += sunLight * glow * glow * 0.07;
    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.7, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
