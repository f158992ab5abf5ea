/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Mirror ball: a ball of mirrors turns over a dance floor and throws its flecks of light over curtain, floor and crowd. It turns in surges from beat to beat, each ring of mirrors sends out the light of its own band, kicks lift the lamps, the crowd bounces; a build-up draws the beams together and the drop lets a rain of glitter fall. Once in sixteen bars all lamps but a white one go out.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator", "Audio Visualizer"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 64 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "surge", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "knock", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "strainBefore", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "beams", "WIDTH": 28, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "hall", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "mirrors", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.51)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.51)", "FLOAT": true },
    { "TARGET": "people", "WIDTH": "$WIDTH", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.23)", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [10.1, 10.0, 8.7],
    "steps": 2,
    "subject": "disco ball", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.4, "arousal": 0.4, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "surge", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "knock", "signal": "kick", "halfLifeSeconds": 0.12 },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.1 },
      { "input": "strainBefore", "signal": "tension", "halfLifeSeconds": 1.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// The hall in lengths of about a metre; the eye stands at EYE and looks along -z through a lens of length LENS.
const vec3 EYE = vec3(0.0, -0.62, 3.7);
const float LENS = 1.10, RADIUS = 0.80, LEVEL = -0.145;      // LEVEL: where the horizon lies in the picture
const float GROUND = -1.50, BACK = -3.6, SIDE = 5.2;
const int BEAMS = QUALITY > 1 ? 28 : QUALITY > 0 ? 24 : 18;
const float RINGS = 19.0;                                    // rings of flecks that the ball throws

float way() { return variety < 0.5 ? 1.0 : -1.0; }
float turns() { return way() * (surge / 40.0 + flow * 0.004); }
// where the ball hangs; it swings a little
vec3 ball(float spanX) { return vec3(0.30 * way() * clamp(spanX - 1.0, 0.0, 1.2) * 1.5 + 0.03 * swing(beatCount / 16.0), 0.52 - 0.22 * easeInOut(bump(fract(barCount / 16.0 + variety), 0.94, 0.06) * 1.4) + 0.25 * clamp(1.0 - spanX, -0.3, 0.0), 0.0); }
// once in sixteen bars the coloured lamps go out
float alone() { return smoothstep(0.0, 0.3, bump(fract(barCount / 16.0 + variety), 0.94, 0.06)); }
float bandOf(float part) { return IMG_NORM_PIXEL(spectrum, vec2(0.02 + 0.55 * part * part, 0.5)).r * (0.75 + 0.6 * part); }
vec3 warmLamp() { vec3 l = quickLinear(lightColour.rgb); return mix(mix(vec3(1.0, 0.72, 0.40), tintTo(vec3(0.75), l, 1.0), 0.55), vec3(0.95, 0.97, 1.0), alone()); }
vec3 coldLamp() { return mix(saturation(tintTo(vec3(0.42), quickLinear(accentColour.rgb), 1.0), 1.35), vec3(0.75, 0.82, 0.95), alone()); }

// the flecks of light in a direction from the ball: how bright, which lamp (0 or 1)
vec2 flecks(vec3 d, float soft) {
    float t = asin(clamp(d.y, -1.0, 1.0)) / 3.14159 + 0.5, row = floor(t * RINGS);
    float lat = (row + 0.5) / RINGS - 0.5, many = max(floor(2.0 * RINGS * cos(3.14159 * lat) + 0.5), 3.0);
    float at = (atan(d.z, d.x) / 6.2832 + turns() + 0.5 * fract(row * 0.618)) * many, cell = floor(at);
    vec3 h = hash23(vec2(mod(cell, many), row + 3.0 + floor(chapterGlide + 0.5)));
    vec2 f = abs(vec2(at - cell, fract(t * RINGS)) - 0.5 + 0.22 * (h.xy - 0.5));
    float size1 = 0.12 + 0.16 * h.z * h.z + 0.05 * pulse, edge = max(f.x, f.y) * 0.6 + length(f) * 0.45;
    float loud = bandOf(row / RINGS);
    return vec2(smoothstep(size1 + soft, size1 - soft, edge) * step(0.42, h.x) * (0.30 + 1.1 * loud * loud + 0.35 * pulse * step(0.6, h.y)), step(0.45, h.y));
}

// the hall along a ray: curtain, floor, walls, with the flecks on them
vec3 hallLight(vec3 o, vec3 v, vec3 c, vec3 warm, vec3 cold, vec3 cloth, vec3 dark) {
    float toBack = (BACK - o.z) / min(v.z, -1e-3), toGround = v.y < -1e-4 ? (GROUND - o.y) / v.y : 1e3, toSide = (SIDE * sign(v.x) - o.x) / (abs(v.x) < 1e-4 ? 1e-4 : v.x);
    float t = min(min(toBack, toGround), toSide);
    vec3 p = o + v * t, d = p - c;
    bool isGround = t == toGround;
    float far = length(d), along = t == toSide ? p.z * 1.1 : p.x;
    vec2 fleck = flecks(d / far, isGround ? 0.10 : 0.075);
    vec3 lampLight = mix(warm, cold, fleck.y) * fleck.x;
    // heavy folds that hang a little unevenly
    float fold = swing(along * 0.62 + 0.10 * swing(along * 0.23 + p.y * 0.03) + variety), fine = swing(along * 1.71 + 0.3 * fold + p.y * 0.02);
    float shade = 0.55 + 0.30 * fold + 0.15 * fine;
    vec3 drape = cloth * (0.15 + 1.5 * shade * shade) * (0.45 + 0.55 * smoothstep(-2.2, 1.8, p.y)) * (2.6 / (0.7 + 0.10 * far * far)) * (0.75 + 0.35 * low) + lampLight * (0.25 + 0.95 * shade) * 4.2 / (1.0 + 0.16 * far * far);
    // boards, polished
    float board = floor(p.x * 2.2), seam = smoothstep(0.0, 0.03, abs(fract(p.x * 2.2) - 0.5) - 0.46);
    vec3 wood = mix(dark * 2.4, cloth * 0.55, 0.35 + 0.3 * hash11(board + 40.0)) * (1.0 - 0.6 * seam * smoothstep(9.0, 2.0, t));
    vec3 floor1 = wood * (0.8 + 0.5 * low) * 1.4 / (0.6 + 0.10 * far * far) + lampLight * (0.60 + 0.25 * hash11(board)) * 4.6 / (1.0 + 0.16 * far * far);
    return isGround ? floor1 : drape;
}

// a mirror of the ball: n outward, v the way of looking
vec3 mirrorLight(vec3 n, vec3 v, float pixel1, vec3 warm, vec3 cold, vec3 cloth, vec3 dark) {
    float rows = QUALITY > 0 ? 20.0 : 18.0;
    float t = asin(clamp(n.y, -1.0, 1.0)) / 3.14159 + 0.5, row = floor(t * rows);
    float lat = 3.14159 * ((row + 0.5) / rows - 0.5), round1 = cos(lat), many = max(floor(2.0 * rows * round1 + 0.5), 3.0);
    float turn1 = turns() + 0.5 * fract(row * 0.618), at = (atan(n.z, n.x) / 6.2832 + turn1) * many, cell = floor(at);
    float lon = 6.2832 * ((cell + 0.5) / many - turn1);
    vec3 h = hash23(vec2(mod(cell, many), row + 11.0));
    vec3 flat1 = vec3(round1 * cos(lon), sin(lat), round1 * sin(lon));
    vec3 m = normalize(mix(flat1, n, 0.32) + 0.055 * (h - 0.5));
    vec3 r = reflect(v, m);
    // what a mirror sees: dark below, the glow of the hall, two lamps in front, one behind
    vec3 seen = mix(dark * 2.0, cloth * 3.0, smoothstep(-0.7, 0.5, r.y)) * (0.5 + 0.7 * smoothstep(-0.4, 0.8, -r.z)) + (warm * smoothstep(0.1, -0.9, r.x) + cold * smoothstep(-0.1, 0.9, r.x)) * 0.07;
    float a = max(dot(r, normalize(vec3(-0.62, 0.55, 0.56))), 0.0), b = max(dot(r, normalize(vec3(0.72, 0.35, 0.60))), 0.0), e = max(dot(r, normalize(vec3(0.25, 0.62, -0.74))), 0.0);
    a *= a; b *= b; e *= e; a *= a; b *= b; e *= e;
    vec2 wide = vec2(a, b) * vec2(a, b); vec2 hot = wide * wide; hot *= hot;
    float loud = bandOf(row / rows);
    seen += warm * (0.10 * a + 0.55 * wide.x + 3.2 * hot.x) + cold * (0.12 * b + 0.60 * wide.y + 3.0 * hot.y) + mix(warm, cold, 0.5) * e * e * 0.8;
    // some mirrors catch a lamp of their own; those of a loud band more
    float catch1 = fract(h.x * 17.0 + floor(beatCount * 2.0 + h.y) * 0.382 + turns() * many * 0.5);
    seen += mix(warm, cold, step(0.5, h.z)) * smoothstep(0.90 - 0.22 * loud * loud, 1.0, catch1) * (0.5 + 1.8 * high + 1.2 * loud);
    seen *= 0.80 + 0.35 * h.z;
    vec2 f = abs(vec2(at - cell, fract(t * rows)) - 0.5), w = pixel1 * vec2(many / 6.2832 / max(round1, 0.2), rows / 3.14159) / max(abs(n.z), 0.25);
    float gap = max(smoothstep(0.465 - w.x, 0.465 + w.x * 0.4, f.x), smoothstep(0.465 - w.y, 0.465 + w.y * 0.4, f.y));
    return mix(seen, dark * 0.6, gap * 0.85);
}

// people who dance, seen from behind: negative inside
float crowd(vec2 p, float size, float seed) {
    float at = p.x / size, cell0 = floor(at), d = 1e3;
    for (int k = -1; k <= 1; k++) {
        float cell = cell0 + float(k);
        vec3 h = hash23(vec2(cell + 50.0, seed + floor(variety * 13.0)));
        float bounce = abs(swing(0.5 * beatCount + 0.10 * h.x)) * (0.05 + 0.20 * power), lean = 0.09 * swing(beatCount * 0.25 + h.y) * power;
        vec2 q = vec2(at - cell - 0.5 - 0.5 * (h.x - 0.5) - lean * 0.6, p.y / size - 0.25 * h.z - bounce);
        vec2 skull = q - vec2(lean * 0.5, 0.02);
        float head = length(skull * vec2(1.10, 0.90)) - 0.185, hair = h.y > 0.5 ? sdLimb(skull, vec2(0.0, 0.05), vec2(0.0, -0.24), 0.20, 0.15) : length(skull - vec2(0.0, 0.06)) - 0.19;
        float body = smoothMin(sdLimb(q, vec2(-0.24, -0.46), vec2(0.24, -0.46), 0.15, 0.15), sdLimb(q, vec2(0.0, -0.70), vec2(0.0, -2.2), 0.33, 0.36), 0.16);
        float figure = smoothMin(min(head, hair), min(body, sdSegment(q, vec2(0.0, -0.42), vec2(lean * 0.5, -0.05)) - 0.085), 0.10);
        // arms go up with the energy
        float up = smoothstep(0.55, 0.85, power + 0.5 * (h.y - 0.5) + 0.25 * pulse * step(0.5, h.z)) * step(0.35, h.y);
        float side = h.x < 0.5 ? 1.0 : -1.0;
        vec2 elbow = vec2(side * (0.44 + 0.06 * lean), mix(-0.55, -0.02, up)), hand = vec2(side * (0.34 + lean), mix(-0.80, 0.52, up));
        figure = min(figure, min(sdLimb(q, vec2(side * 0.30, -0.44), elbow, 0.12, 0.085), min(sdLimb(q, elbow, hand, 0.085, 0.06), length(q - hand) - 0.085)));
        d = min(d, figure);
    }
    return min(d, p.y / size + (seed < 9.0 ? 1.30 : 0.90)) * size;
}

void main() {
    if (PASSINDEX == 0) {
        // the beams: direction, strength
        float i = floor(gl_FragCoord.x);
        vec3 h = hash23(vec2(i + 1.0, 7.0 + floor(chapterGlide + 0.5)));
        float lat = mix(-0.95, 0.75, fract(i * 0.618 + 0.1 * h.z)) * (1.0 - 0.35 * strain), lon = 6.2832 * (fract(i * 0.3819) + 0.02 * h.x - turns());
        float loud = bandOf(fract(i * 0.618));
        gl_FragColor = vec4(cos(lat) * cos(lon), sin(lat), cos(lat) * sin(lon), (0.25 + 1.3 * loud * loud) * (0.5 + 0.5 * h.y));
        return;
    }
    float release = clamp((strainBefore - strain) * 2.2 - 0.15, 0.0, 1.0);
    // the sheets of mirrors and people lie on the picture pixel by pixel
    vec2 full = PASSINDEX == 1 ? RENDERSIZE * 2.0 : PASSINDEX == 4 ? RENDERSIZE : vec2(textureSize(hall, 0)) * 2.0;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 span = full * pixel;
    float seen = RADIUS * LENS / EYE.z * 1.024;
    vec3 c = ball(span.x);
    vec2 middle1 = vec2(c.x, c.y - EYE.y) * LENS / EYE.z + vec2(0.0, LEVEL);
    vec2 origin = floor(middle1 / pixel + 0.5 * full - 0.5 * (PASSINDEX == 2 ? RENDERSIZE : vec2(textureSize(mirrors, 0))));
    vec2 at = PASSINDEX == 1 ? isf_FragNormCoord * full : PASSINDEX == 2 ? gl_FragCoord.xy + origin : gl_FragCoord.xy;
    vec2 uv = at * pixel - 0.5 * span, p = uv - middle1;
    float r = length(p) / seen;
    vec3 v = normalize(vec3(uv.x, uv.y - LEVEL, -LENS));
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb);
    vec3 warm = warmLamp(), cold = coldLamp();
    vec3 dark = mix(vec3(0.004, 0.004, 0.007), tintTo(vec3(0.006), shade, 1.0), 0.5);
    vec3 cloth = mix(vec3(0.055, 0.010, 0.016), saturation(tintTo(vec3(0.026), mix(deep, base, 0.4), 1.0), 1.5), 0.6) * (1.0 - 0.55 * alone());
    if (PASSINDEX == 1) {
        vec3 light = hallLight(EYE, v, c, warm, cold, cloth, dark);
        // the floor mirrors ball and curtain softly
        if (v.y < 0.0) {
            float t = (GROUND - EYE.y) / v.y;
            vec3 p = EYE + v * t;
            if (p.z > BACK) {
                vec3 r = vec3(v.x, -v.y, v.z);
                float polish = 0.10 + 0.45 * pow(1.0 + v.y, 6.0), near = dot(c - p, r);
                float miss = length(p + r * near - c) / RADIUS;
                light += polish * (cloth * 0.6 + mix(warm, cold, 0.5) * (0.55 * smoothstep(1.25, 0.75, miss) + 0.10 / (0.4 + miss * miss)) * (0.6 + 0.5 * pulse));
            }
        }
        // beams in the haze: how near the way of looking comes to each
        vec3 haze = vec3(0.0);
        for (int i = 0; i < 28; i++) {
            if (i >= BEAMS) break;
            vec4 beam = texelFetch(beams, ivec2(i, 0), 0);
            vec3 n = cross(v, beam.xyz), w = EYE - c;
            float nn = max(dot(n, n), 1e-4), gap = abs(dot(w, n)) * inversesqrt(nn);
            float slope = dot(v, beam.xyz), s = (dot(w, beam.xyz) - dot(w, v) * slope) / max(1.0 - slope * slope, 1e-3);
            float girth = 0.016 + 0.030 * s, x = max(1.0 - gap / girth, 0.0);
            haze += (i % 2 == 0 ? warm : cold) * (beam.w * x * x * smoothstep(RADIUS * 0.8, RADIUS * 1.3, s) * smoothstep(5.5, 1.0, s));
        }
        light += haze * (0.16 + 0.26 * power + 0.30 * knock + 0.55 * release) * (1.0 - 0.5 * alone());
        // the lamps' own cones, from above left and right
        for (int i = 0; i < 2; i++) {
            vec2 from = vec2(i == 0 ? -0.62 : 0.70, 0.62) * vec2(min(span.x, 1.7), span.y), to = middle1;
            vec2 way1 = to - from, q = uv - from;
            float along = dot(q, way1) / dot(way1, way1), aside = length(q - way1 * along);
            float cone = smoothstep(0.02 + 0.15 * along, 0.0, aside) * smoothstep(1.02, 0.80, along) * step(0.0, along);
            light += (i == 0 ? warm : cold) * cone * cone * (0.05 + 0.05 * knock + 0.07 * pulse) * (i == 0 ? 1.0 : 1.0 - alone());
        }
        gl_FragColor = vec4(light, 1.0);
        return;
    }
    if (PASSINDEX == 2) {
        // the ray meets the ball
        vec3 w = EYE - c;
        float b = dot(w, v), q = max(b * b - dot(w, w) + RADIUS * RADIUS, 0.0);
        vec3 n = (w + v * (-b - sqrt(q))) / RADIUS;
        vec3 mirror = mirrorLight(n, v, pixel / seen, warm, cold, cloth, dark) * (0.80 + 0.35 * pulse + 0.5 * release);
        mirror *= 0.35 + 0.65 * smoothstep(-0.95, 0.25, n.y + 0.45 * n.z);
        gl_FragColor = vec4(mirror, smoothstep(1.0 + pixel / seen, 1.0 - pixel / seen, r));
        return;
    }
    float foot = -0.5 * span.y;
    if (PASSINDEX == 3) {
        // the crowd, rim-lit by the ball; two rows: light times cover, cover
        vec4 seen1 = vec4(0.0);
        for (int i = 0; i < 2; i++) {
            float size1 = i == 0 ? 0.078 : 0.150, level = foot + (i == 0 ? 0.125 : 0.050);
            float d = crowd(uv - vec2(i == 0 ? 0.03 : 0.0, level), size1, i == 0 ? 5.0 : 23.0);
            float toBall = clamp(1.3 - 1.1 * abs(uv.x - middle1.x), 0.15, 1.0);
            vec3 figure = dark * (i == 0 ? 0.8 : 0.25) + mix(warm, cold, 0.5 + 0.5 * clamp((uv.x - middle1.x) * 3.0, -1.0, 1.0)) * smoothstep(-0.055 * size1, 0.0, d) * smoothstep(-0.8, 0.3, (uv.y - level) / size1) * (i == 0 ? 0.20 : 0.13) * toBall * (0.5 + 0.6 * pulse);
            seen1 = mix(seen1, vec4(figure, 1.0), smoothstep(pixel, -pixel, d));
        }
        gl_FragColor = seen1;
        return;
    }
    vec3 colour = IMG_NORM_PIXEL(hall, isf_FragNormCoord).rgb;
    // glow about the ball
    colour += mix(warm, cold, 0.5) * (0.020 + 0.035 * pulse + 0.05 * release) / (0.10 + max(r - 0.9, 0.0) * max(r - 0.9, 0.0) * 3.0);
    // chain and cap
    float rope = abs(p.x + 0.02 * swing(beatCount / 16.0) * (p.y - seen)) - 0.0035 - 0.0016 * swing(p.y * 42.0), cap = sdRoundBox(p - vec2(0.0, seen * 1.03), vec2(0.024, 0.018), 0.006);
    colour = mix(colour, dark + warm * 0.05 * smoothstep(0.004, -0.004, p.x), smoothstep(pixel, -pixel, rope) * step(seen, p.y));
    colour = mix(colour, dark * 2.0 + warm * 0.30 * smoothstep(0.012, -0.012, abs(p.x + 0.006)), smoothstep(pixel, -pixel, cap));
    vec2 inSheet = at - origin, sheet = vec2(textureSize(mirrors, 0));
    vec4 mirror = texelFetch(mirrors, ivec2(clamp(inSheet, vec2(0.0), sheet - 1.0)), 0);
    colour = mix(colour, mirror.rgb, mirror.a * step(r, 1.1));
    // glints where the lamps stand in the mirrors
    for (int i = 0; i < 3; i++) {
        if (r > 1.6) break;
        vec3 n = normalize((i == 0 ? vec3(-0.62, 0.55, 0.56) : i == 1 ? vec3(0.72, 0.35, 0.60) : vec3(0.05, 0.95, 0.30)) + vec3(0.0, 0.0, 1.0));
        float flash = valueNoise1(turns() * 150.0 + float(i) * 31.0), size1 = (0.35 + 0.65 * flash) * (0.5 + 0.5 * high + 0.5 * knock);
        vec2 q = abs(p - n.xy * seen * (0.97 + 0.05 * flash));
        float star = max(1.0 - q.x / (0.13 * size1), 0.0) * max(1.0 - q.y / 0.004, 0.0) + max(1.0 - q.y / (0.13 * size1), 0.0) * max(1.0 - q.x / 0.004, 0.0);
        colour += mix(i == 1 ? cold : warm, vec3(1.0), 0.5) * (star * star * 0.9 + 0.0009 / (dot(q, q) + 0.0006) * smoothstep(1.6, 1.0, r)) * size1 * flash;
    }
    // glitter that the drop lets fall
#if QUALITY > 0
    float rain = max(release, 0.7 * alone());
    if (rain > 0.01) {
        for (int i = 0; i < 2; i++) {
            float size1 = i == 0 ? 13.0 : 8.0;
            vec2 g = vec2(uv.x + 0.04 * swing(uv.y + flow * 0.1 + float(i) * 0.4), uv.y + TIME * (i == 0 ? 0.10 : 0.16)) * size1, id = floor(g);
            vec3 h = hash23(id + float(i) * 71.0);
            vec2 q = fract(g) - 0.25 - 0.5 * h.xy;
            float flip = abs(swing(TIME * (0.6 + h.x) + h.y));
            colour += mix(warm, cold, step(0.5, h.x)) * smoothstep(0.10, 0.04, max(abs(q.x), abs(q.y) / max(flip, 0.15))) * step(0.55, h.z) * flip * flip * rain * 1.4;
        }
    }
#endif
    vec4 crowd1 = texelFetch(people, ivec2(at.x, min(at.y, float(textureSize(people, 0).y - 1))), 0);
    colour = colour * (1.0 - crowd1.a) + crowd1.rgb;
    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.10) * 1.9, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
