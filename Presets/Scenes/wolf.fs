/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Wolf: a wolf trots through a snowed-in forest under a great moon, one stride a beat, the paws of each diagonal falling together. Her breath steams on the beat, bass throws up the snow, treble glitters in it, tension brings the blizzard; the moon and the distance change with the chapters, and now and then the pack runs along the ridge.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.08, 0.12, 0.24, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.30, 0.42, 0.60, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.85, 0.92, 1.00, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.75, 0.70, 0.90, 1.0] }
  ],
  "PASSES": [ { "TARGET": "forest", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "pose", "WIDTH": 24, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.66)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.40)", "FLOAT": true }, { "TARGET": "field", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [11.7, 11.7, 10.5],
    "steps": 2,
    "subject": "wolf", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton", "plants"],
    "mood": { "valence": -0.2, "arousal": 0.3, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
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

// Lengths are in heights of the withers; the wolf faces right, the ground is y = 0.
const vec2 FIGURE_LOW = vec2(-1.30, -0.08), FIGURE_SIZE = vec2(2.66, 1.56);
const float DUTY = 0.44, AHEAD = 0.37, BEHIND = 0.37, STRIDE = 1.68;
const float HORIZON = -0.085;

// leg k: 0 far hind, 1 far fore, 2 near hind, 3 near fore; the diagonals (1 with 2, 0 with 3) strike together.
// texels of a leg: (root, first joint), (second joint, paw)
vec4 legTexel(int k, int part, float cycle) {
    bool hind = k % 2 == 0, near = k > 1;
    float u = fract(cycle - ((k == 1 || k == 2) ? 0.0 : 0.5) - (hind ? 0.03 : 0.0));
    vec3 foot = footfall(u, DUTY, AHEAD, BEHIND, hind ? 0.25 : 0.15);
    float bob = 0.018 * swing(2.0 * cycle + 0.10), ground = near ? 0.0 : 0.035;
    vec2 paw = vec2((hind ? -0.47 : 0.43) + (near ? 0.0 : 0.05) + foot.x, ground + 0.035 + (hind ? 0.15 : 0.20) * foot.y);
    if (hind) {
        vec2 hip = vec2(-0.47 + 0.05 * foot.x, 0.745 + bob);
        vec2 shank = normalize(vec2(-0.42 - 0.62 * foot.x - 0.55 * foot.y, 1.0)) * 0.265;
        vec4 bones = reach(hip, paw + shank, 0.315, 0.315, 1.0);
        return part == 0 ? vec4(hip, bones.xy) : vec4(bones.zw, bones.zw - shank);
    }
    vec2 elbow = vec2(0.37 + 0.30 * foot.x, 0.545 + bob + 0.10 * abs(foot.x) + 0.05 * foot.y);
    vec2 pastern = normalize(vec2(-0.10 - 0.50 * max(foot.z, 0.0) * (1.0 - max(foot.z, 0.0)) * 4.0 + 0.25 * max(-foot.z, 0.0), 1.0)) * 0.085;
    vec4 bones = reach(elbow, paw + pastern, 0.285, 0.205, 1.0);
    return part == 0 ? vec4(elbow, bones.xy) : vec4(bones.zw, bones.zw - pastern);
}

// distances of the wolf's parts: trunk with head and tail, far legs, near legs; the fourth 1 on the face
vec4 wolf(vec2 p, float cycle) {
    float bob = 0.018 * swing(2.0 * cycle + 0.10), nod = 0.022 * swing(2.0 * cycle - 0.08), rock = 0.012 * swing(cycle);
    vec2 q = p - vec2(0.0, bob);
    float trunk = sdEllipse(q - vec2(0.33, 0.735), vec2(0.310, 0.225));
    trunk = smoothMin(trunk, sdLimb(q, vec2(0.30, 0.80), vec2(-0.42, 0.820), 0.175, 0.160), 0.08);
    trunk = smoothMin(trunk, sdEllipse(q - vec2(-0.46, 0.780), vec2(0.215, 0.185)), 0.08);
    trunk = smoothMin(trunk, sdLimb(q, vec2(0.25, 0.62), vec2(-0.20, 0.715), 0.105, 0.095), 0.08);
    vec2 head = vec2(0.885, 1.005 + nod);
    // neck in its ruff
    trunk = smoothMin(trunk, sdLimb(q, vec2(0.46, 0.82), head - vec2(0.09, 0.05), 0.225, 0.172), 0.07);
    trunk = smoothMin(trunk, sdLimb(q, vec2(0.52, 0.66), head - vec2(0.07, 0.15), 0.130, 0.085), 0.06);
    vec2 h = (q - head) / 1.14;
    float skull = sdEllipse(h - vec2(0.0, 0.0), vec2(0.132, 0.106));
    float muzzle = smoothMin(sdLimb(h, vec2(0.07, -0.010), vec2(0.248, -0.064), 0.068, 0.040), sdLimb(h, vec2(0.05, -0.070), vec2(0.215, -0.112), 0.044, 0.022), 0.02);
    float face = smoothMin(skull, muzzle, 0.05);
    float ears = min(sdLimb(h, vec2(-0.045, 0.065), vec2(-0.092, 0.222), 0.060, 0.005), sdLimb(h, vec2(0.018, 0.070), vec2(0.000, 0.210), 0.050, 0.005));
    trunk = smoothMin(trunk, smoothMin(face, ears, 0.02) * 1.14, 0.03);
    // the tail follows late
    float wave = 0.05 * swing(2.0 * cycle - 0.25), late = 0.07 * swing(2.0 * cycle - 0.42);
    vec2 t0 = vec2(-0.60, 0.830), t1 = vec2(-0.755, 0.690 + wave * 0.5), t2 = vec2(-0.880, 0.530 + wave), t3 = vec2(-1.035, 0.430 + late);
    float tail = smoothMin(smoothMin(sdLimb(q, t0, t1, 0.068, 0.088), sdLimb(q, t1, t2, 0.088, 0.096), 0.03), sdLimb(q, t2, t3, 0.096, 0.012), 0.03);
    trunk = smoothMin(trunk, tail, 0.05);
    // fur breaks the outline
    float tufts = valueNoise(vec2(q.x * 17.0 + q.y * 14.0, q.y * 44.0 - q.x * 9.0)) - 0.5;
    trunk += 0.020 * tufts * smoothstep(0.75, 0.55, q.x) - 0.004;
    vec2 legs = vec2(9.0);
    for (int k = 0; k < 4; k++) {
        vec4 a = texelFetch(pose, ivec2(2 * k, 0), 0), b = texelFetch(pose, ivec2(2 * k + 1, 0), 0);
        bool hind = k % 2 == 0;
        vec2 hip = hind ? a.xy : a.xy + vec2(0.04, 0.18);
        float d = hind ? muscle(p, hip, a.zw, vec4(0.165, 0.088, 0.0, 0.010)) : muscle(p, hip, a.xy, vec4(0.120, 0.078, 0.0, 0.0));
        d = smoothMin(d, hind ? muscle(p, a.zw, b.xy, vec4(0.084, 0.036, 0.0, 0.016)) : muscle(p, a.xy, a.zw, vec4(0.076, 0.038, 0.006, 0.006)), 0.04);
        d = smoothMin(d, hind ? sdLimb(p, b.xy, b.zw, 0.036, 0.033) : sdLimb(p, a.zw, b.xy, 0.037, 0.032), 0.02);
        vec2 paw = b.zw;
        if (!hind) d = smoothMin(d, sdLimb(p, b.xy, paw, 0.032, 0.034), 0.015);
        d = smoothMin(d, sdLimb(p, paw + vec2(-0.005, 0.0), paw + vec2(0.065, -0.008), 0.036, 0.028), 0.02);
        if (k < 2) legs.x = min(legs.x, d); else legs.y = min(legs.y, d);
    }
    float eye = length((h - vec2(0.075, 0.022)) * vec2(1.0, 1.5)) - 0.016, nose = length(h - vec2(0.292, -0.052)) - 0.026;
    return vec4(min(trunk, nose), legs, min(eye, nose + 0.004));
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 3) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 || PASSINDEX == 3 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float cycle = fract(beatCount);
    if (PASSINDEX == 1) { int c = int(gl_FragCoord.x); gl_FragColor = legTexel(clamp(c / 2, 0, 3), c % 2, cycle); return; }
    if (PASSINDEX == 2) { gl_FragColor = wolf(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE, cycle); return; }
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow + TIME * 0.1;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y + 0.08 * (tall - 1.0));
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 night = mix(vec3(0.0055, 0.0125, 0.032), tintTo(vec3(0.013), deep, 1.0), 0.30);
    vec3 dusk = mix(vec3(0.040, 0.085, 0.160), tintTo(vec3(0.085), base, 1.0), 0.30);
    vec3 moonLight = mix(vec3(0.72, 0.86, 1.0), tintTo(vec3(0.84), light, 1.0), 0.30);
    float storm = smoothstep(0.25, 0.95, strain), hour = chapterGlide * 0.09 + fract(variety * 5.1);
    vec2 moon = vec2((0.26 + 0.06 * swing(hour)) * min(1.0, wide * 0.72), 0.185 + 0.060 * swing(hour + 0.3));
    vec2 toMoon = p - moon;
    float m2 = dot(toMoon, toMoon), away = sqrt(m2), glow = 1.0 / (1.0 + m2 * 9.0);
    float close1 = 0.5 + 0.5 * swing(chapterGlide * 0.25 + 0.1), size = (0.285 + 0.045 * close1) * min(1.0, 0.55 + 0.30 * wide);
    float run = mod(beatCount * STRIDE * size, 700.0);                // how far the ground has gone by, on the screen

    if (PASSINDEX == 0) {
        vec3 colour = mix(dusk * 1.15, night, smoothstep(-0.05, 0.50, p.y + 0.10 * away)) + (dusk * 0.9 + moonLight * 0.05) * glow + moonLight * 0.10 * glow * glow * glow;
        float stars = starField(p * 34.0 + 7.0, 0.30, max(0.028, 34.0 * pixel * 0.7), TIME);
        colour += moonLight * stars * 0.55 * smoothstep(0.10, 0.35, p.y) * (1.0 - storm);
        float r = 0.118, disc = smoothstep(r + 0.0025, r - 0.0025, away);
        float seas = valueNoise(rotation(0.6) * toMoon * 17.0 + 4.0) * 0.55 + valueNoise(rotation(1.7) * toMoon * 41.0) * 0.30 + valueNoise(toMoon * 95.0) * 0.15;
        vec3 face = moonLight * (1.15 - 0.66 * smoothstep(0.34, 0.70, seas)) * (0.80 + 0.35 * sqrt(max(1.0 - m2 / (r * r), 0.0)));
        colour = mix(colour, face, disc);
        vec2 g = vec2(p.x * 1.4 - clock * 0.03 + variety * 20.0, p.y * 6.5);
        float cloud = smoothstep(0.52 - 0.14 * storm, 0.80, fbm(g, 4)) * smoothstep(0.0, 0.15, p.y);
        colour = mix(colour, dusk * 0.55 + moonLight * (0.05 + 0.50 * glow * glow), cloud * (0.65 + 0.2 * storm));
        // ridge with the far pack, then woods in three distances
        float ridgeY = 0.035 + 0.075 * fbm1(p.x * 1.4 + run * 0.010 + variety * 30.0, 3);
        float snowy = valueNoise(vec2(p.x * 16.0 + p.y * 30.0 + run * 0.15, p.y * 42.0));
        colour = mix(colour, dusk * 0.85 + moonLight * 0.13 * (0.25 + snowy) * (0.5 + glow), smoothstep(-pixel, pixel, ridgeY - p.y));
        for (int k = 0; k < 2; k++) {
            float n = float(k), speed = 0.055 + 0.10 * n, foot = k == 0 ? 0.000 : -0.045;
            float x = p.x + run * speed + n * 3.7, open = smoothstep(0.30, 0.62, valueNoise1(x * (2.2 - 0.9 * n) + 9.0 + variety * 12.0) + 0.14 * smoothstep(0.15, 0.7, abs(p.x - moon.x)));
            vec2 tree = snowyConiferRow(vec2(x, p.y - foot), k == 0 ? 0.028 : 0.074, (k == 0 ? 0.125 : 0.36) * (0.42 + 0.78 * open), 3.0 + n * 5.0 + floor(variety * 20.0));
            vec3 needle = mix(night * 1.4 + dusk * 0.26, night * 0.85, n) + dusk * 0.30 * smoothstep(0.06, 0.0, p.y - foot);
            vec3 bough = mix(needle, dusk * 0.62 + moonLight * (0.06 + 0.15 * glow), smoothstep(0.25, 0.80, tree.y) * (0.55 + 0.20 * n));
            colour = mix(colour, bough, clamp(0.5 - tree.x / (pixel * 1.5), 0.0, 1.0));
            float drift = foot + 0.012 * valueNoise1(x * 6.0 + 2.0) - p.y;
            colour = mix(colour, dusk * (0.75 + 0.1 * n) + moonLight * 0.10 * (0.4 + glow), smoothstep(-0.002, 0.004, drift));
            colour += (dusk * 0.40 + moonLight * 0.03 * glow) * exp2(-abs(p.y - foot - 0.01) * 38.0) * (0.35 + 0.9 * valueNoise1(x * 3.0 - clock * 0.15)) * (0.7 + 0.6 * storm);
        }
        gl_FragColor = vec4(colour, 1.0);
        return;
    }
    vec3 colour = IMG_NORM_PIXEL(forest, isf_FragNormCoord).rgb;

    // the snow field: hollows in blue shade, crests in moonlight, glitter
    float groundY = -0.285 - 0.03 * close1, edge0 = HORIZON + 0.018 * valueNoise1((p.x + run * 0.22) * 3.0) - p.y, depth = max(edge0, 0.0);
    float z = (HORIZON - groundY) / max(depth, 0.012);
    vec2 plane = vec2(p.x * z / 1.0 + run, z);
    float dunes1 = valueNoise(vec2(plane.x * 1.6, plane.y * 1.9)), crust = valueNoise(vec2(plane.x * 7.0, plane.y * 6.0 + dunes1 * 2.0)), grain = hash21(floor(vec2(plane.x * 360.0 / max(z, 1.0), p.y * 400.0)));
    float lit = clamp(0.30 + 1.10 * (dunes1 - 0.42) + 0.50 * (crust - 0.5) * min(1.0, 2.0 / z) + 0.16 * (grain - 0.5), 0.0, 1.0);
    float path = exp2(-abs(p.x - moon.x) * (4.5 - 3.0 * min(depth * 3.0, 1.0)));
    vec3 snow = mix(dusk * 0.34 + night, dusk * 0.85 + moonLight * (0.15 + 0.36 * path), smoothstep(0.10, 0.75, lit));
    float gem = step(0.9965, grain);
    snow += moonLight * gem * (0.25 + 0.9 * sparkle) * (0.25 + path) * smoothstep(0.04, 0.15, depth);
    snow = mix(snow, dusk * 0.80 + moonLight * 0.05 * glow, exp2(-depth * 26.0) * 0.8);
    colour = mix(colour, snow, smoothstep(-pixel, pixel, edge0));

    // a few tall trunks behind her, in the mist of the wood, each with its shadow
    float trunkAt = (p.x + run * 0.42) / 0.62 + variety * 9.0, trunkCell = floor(trunkAt), isTrunk = step(0.55, hash11(mod(trunkCell, 409.0) + 2.0));
    vec2 th = hash12(mod(trunkCell, 409.0) + 5.0);
    float tx = (trunkAt - trunkCell - 0.3 - 0.4 * th.x) * 0.62, rootY = HORIZON - 0.035 - 0.050 * th.y, up1 = max(p.y - rootY, 0.0), trunkHalf = (0.0085 + 0.0075 * th.y) * (1.0 - 0.35 * up1) + 0.012 * exp2(-up1 * 60.0);
    float lean1 = tx + 0.035 * (th.x - 0.5) * up1 + 0.004 * swing(up1 * 1.7 + th.x), barkAt = lean1 / trunkHalf * (moon.x > p.x ? 1.0 : -1.0);
    float fallen = max(rootY - p.y, 0.0), cast1 = smoothstep(0.016, 0.004, abs(tx + fallen * (moon.x - p.x) * 1.6)) * step(0.0001, fallen) * exp2(-fallen * 16.0);
    colour *= 1.0 - 0.45 * cast1 * isTrunk * (1.0 - 0.7 * storm);
    vec3 bark = night * 0.8 + dusk * 0.20 + moonLight * (0.02 + 0.10 * glow) * smoothstep(0.1, 0.9, barkAt) + dusk * 0.5 * exp2(-up1 * 20.0);
    colour = mix(colour, bark, smoothstep(pixel, -pixel, abs(lean1) - trunkHalf) * step(rootY, p.y) * isTrunk * 0.95);
#if QUALITY > 0
    // (branches, broken off short)
    float twig = (p.y - rootY) / 0.11 + th.y * 5.0, twigSide = hash11(floor(twig) + trunkCell) < 0.5 ? -1.0 : 1.0, twigOut = lean1 * twigSide;
    float twigD = abs((fract(twig) - 0.4) * 0.11 - 0.35 * max(twigOut, 0.0)) - 0.0024 + 0.035 * max(twigOut - 0.012, 0.0);
    colour = mix(colour, bark, smoothstep(pixel, -pixel, max(twigD, -twigOut)) * step(twigOut, 0.075) * step(rootY + 0.12, p.y) * isTrunk * 0.9);
#endif

    // the pack on the far snow, every fourth chapter
    float trip = barCount / 4.0 + floor(variety * 4.0), packs = step(2.5, mod(floor(trip), 4.0)), part = fract(trip);
    float px = (p.x - mix(-0.75, 0.75, part) * (wide + 0.3)) / 0.100, cell = floor(px);
    vec2 pk = vec2((px - cell - 0.5) * 0.100, p.y - HORIZON + 0.012 + 0.012 * hash11(cell + 3.0)) / (0.030 + 0.006 * hash11(cell + 9.0));
    vec4 far1 = IMG_NORM_PIXEL(figure, clamp((pk - FIGURE_LOW) / FIGURE_SIZE, 0.0, 1.0));
    float pack = smoothstep(0.05, -0.03, min(far1.x, min(far1.y, far1.z))) * packs * step(abs(cell), 2.5) * step(abs(pk.x), 1.25) * step(abs(pk.y - 0.7), 0.76);
    colour = mix(colour, night * 0.9 + dusk * 0.06, pack * 0.92);

#if QUALITY < 1
    // all behind the wolf at half size
    if (PASSINDEX == 3) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(field, isf_FragNormCoord).rgb;
#endif
    // the wolf and her shadow
    vec2 f = (p - vec2(-0.055 + 0.03 * swing(barCount * 0.031 + variety), groundY)) / size;
    float drop = max(-f.y, 0.0), image = step(f.y, 0.0);
    vec2 shade = vec2(f.x + drop * 0.9, drop * 2.1);
    vec2 at = (mix(f, shade, image) - FIGURE_LOW) / FIGURE_SIZE;
    float within = step(abs(at.x - 0.5), 0.495) * step(abs(at.y - 0.5), 0.495);
    vec4 w = IMG_NORM_PIXEL(figure, clamp(at, 0.0, 1.0)), wx = IMG_NORM_PIXEL(figure, clamp(at + vec2(0.009, 0.0), 0.0, 1.0)), wy = IMG_NORM_PIXEL(figure, clamp(at + vec2(0.0, 0.0155), 0.0, 1.0));
    float thrown = smoothstep(0.05 + 0.10 * drop, -0.03 - 0.08 * drop, min(w.x, min(w.y, w.z))) * image * within;
    colour *= 1.0 - 0.66 * thrown * smoothstep(0.75, 0.05, drop) * (1.0 - 0.6 * storm);
    float soft = 0.8 * pixel / size, inside = within * (1.0 - image);
    // guard hairs break every edge, longest at neck, belly and tail, none on the face
    float fur = valueNoise(vec2(f.x * 26.0 + f.y * 22.0, f.y * 74.0 - f.x * 16.0)) * 0.55 + valueNoise(vec2(f.x * 66.0 + f.y * 40.0, f.y * 150.0 - f.x * 50.0)) * 0.45;
    float hair = (0.022 * smoothstep(0.90, 0.70, f.x) * smoothstep(0.35, 0.62, f.y) + 0.008) * (fur - 0.45) * smoothstep(1.16, 1.06, f.y);
    w.xz += hair * vec2(1.0, 0.45 + 0.55 * smoothstep(0.40, 0.70, f.y));
    w.y += 0.4 * hair;
    float body = smoothMin(w.x, w.z, 0.05);
    vec2 slope = vec2(smoothMin(wx.x, wx.z, 0.05), smoothMin(wy.x, wy.z, 0.05)) - smoothMin(w.x - hair, w.z - hair, 0.05);
    slope /= max(length(slope), 1e-4);
    vec2 legSlope = vec2(wx.z, wy.z) - w.z + hair;
    legSlope /= max(length(legSlope), 1e-4);
    vec2 key = normalize(moon - p + vec2(0.0, 0.20));
    float back = clamp(1.0 + body / 0.15, 0.0, 1.0), facing = dot(slope, key);
    // grey saddle, pale cheeks, belly and legs
    float pale = smoothstep(0.80, 0.58, f.y + 0.10 * (fur - 0.5)) * 0.75 + 0.6 * smoothstep(0.13, 0.02, abs(f.x - 1.02) * 0.5 + abs(f.y - 0.93)) + 0.3 * smoothstep(0.45, 0.75, f.x) * smoothstep(0.95, 0.75, f.y);
    vec3 coat = mix(vec3(0.022, 0.024, 0.032), vec3(0.150, 0.146, 0.140), clamp(pale, 0.0, 1.0) * smoothstep(0.10, 0.50, f.y) * 0.9 + 0.1 * pale) * (0.25 + 1.5 * fur);
    vec3 pelt = coat * (dusk * 2.6 + 0.10) * (0.75 + 0.35 * slope.y * back);
    pelt += coat * moonLight * 4.2 * smoothstep(0.10, 1.0, facing) * clamp(1.0 + body / 0.110, 0.0, 1.0) * (0.15 + 1.3 * fur);
    // the moon behind her lights every hair along the back
    pelt += moonLight * (0.10 + 1.15 * fur * fur) * smoothstep(0.040, 0.0, -body) * smoothstep(0.15, 0.90, facing) * (0.55 + 0.75 * glow);
    pelt += dusk * 0.16 * smoothstep(0.45, 0.02, f.y) * back * (0.5 - 0.5 * slope.y);
    pelt += moonLight * 0.16 * fur * smoothstep(0.35, 0.95, dot(legSlope, key)) * smoothstep(-0.030, 0.0, w.z) * smoothstep(0.004, -0.004, w.z);
    pelt *= 1.0 - 0.60 * smoothstep(0.034, 0.0, abs(w.z + 0.004)) * smoothstep(-0.14, -0.04, w.x) * step(w.z, 0.03);
    pelt = mix(pelt, vec3(0.003), smoothstep(soft, -soft, w.w) * step(1.10, f.x));
    pelt = mix(pelt, vec3(0.85, 0.50, 0.10) * (0.55 + 0.6 * pulse), smoothstep(soft, -soft, w.w + 0.003) * step(f.x, 1.05));
    vec3 farLeg = coat * (dusk * 1.1 + 0.04) + dusk * 0.035;
    colour = mix(colour, farLeg, smoothstep(soft, -soft, w.y) * inside);
    colour = mix(colour, pelt, smoothstep(soft, -soft, body) * inside);

    // snow thrown up where the paws strike, and her breath
    float thrown1 = 0.0;
    for (int k = 0; k < 4; k++) {
        float n = float(k), pair = mod(n, 2.0), age = fract(cycle - 0.5 * pair) + floor(n * 0.5) * 0.999;
        float x0 = 0.43 + AHEAD - age * STRIDE * 0.95;
        float grow = 0.05 + 0.20 * age;
        vec2 a = (f - vec2(x0, 0.02 + 0.20 * age - 0.10 * age * age)) / vec2(grow * 1.7, grow), b = (f - vec2(x0 - 0.92, 0.02 + 0.24 * age - 0.11 * age * age)) / vec2(grow * 1.8, grow * 1.1);
        float blob = max(1.0 - dot(a, a), 0.0), blob2 = max(1.0 - dot(b, b), 0.0);
        thrown1 += (blob * blob + blob2 * blob2) * max(1.25 - 0.5 * age, 0.0) * smoothstep(0.0, 0.05, age) * smoothstep(2.0, 1.1, age);
    }
    float powder = valueNoise(vec2(f.x * 5.0 + run / size * 1.1, f.y * 7.0 - clock)) * 0.6 + valueNoise(vec2(f.x * 17.0 + run / size * 1.9, f.y * 21.0 - clock * 2.0)) * 0.4;
    colour = mix(colour, dusk * 0.95 + moonLight * (0.22 + 0.35 * path + 0.2 * glow), (1.0 - exp2(-thrown1 * (0.25 + 1.5 * low) * (0.25 + 1.6 * powder * powder))) * 0.85);
    for (int k = 0; k < 3; k++) {
        float age = fract(beatCount - 0.10) + float(k);
        vec2 q = (f - vec2(1.27 - 0.34 * age, 0.93 + 0.17 * age)) / (vec2(0.17, 0.105) * (0.4 + 0.85 * age));
        float puff = max(1.0 - dot(q, q), 0.0);
        colour += (dusk * 0.6 + moonLight * (0.26 + 0.35 * glow)) * puff * puff * (0.15 + 1.3 * powder) * smoothstep(0.0, 0.15, age) * smoothstep(1.9, 0.3, age) * 0.85 * (1.0 - smoothstep(soft, -soft, body) * inside);
    }

    // a drift and young trees before us, blurred by the speed
    float nearX = p.x * 1.0 + run * 1.55, bank = -0.5 * tall + 0.08 * (tall - 1.0) + 0.030 + 0.075 * valueNoise1(nearX * 1.3) + 0.02 * valueNoise1(nearX * 5.0);
    vec3 bankLight = dusk * 0.30 + night * 0.6 + moonLight * 0.10 * smoothstep(0.05, 0.0, bank - p.y) * (0.4 + path);
    colour = mix(colour, bankLight, smoothstep(-0.006, 0.012, bank - p.y));
    // snow in the air: three sheets, driven by the wind that tension brings
    float wind = 0.25 + 0.35 * power + 1.6 * storm;
    for (int k = 0; k < 3; k++) {
        if (QUALITY == 0 && k > 1) break;
        float n = float(k), scale = 15.0 - 4.5 * n;
        vec2 q = p * scale + vec2(run * (0.30 + 0.35 * n) * scale * 0.35 + clock * wind * (0.5 + 0.3 * n), clock * (0.55 + 0.25 * n) + 0.2 * swing(p.x * 0.7 + clock * 0.1));
        vec2 i = floor(q);
        vec3 h = hash23(i + n * 41.0);
        vec2 d = (q - i - 0.2 - 0.6 * h.xy) * vec2(1.0 / (1.0 + 1.2 * storm), 1.0);
        float flake = smoothstep(0.045 + 0.045 * h.z + scale * pixel * 0.4, 0.0, length(d)) * step(0.60 - 0.45 * storm - 0.15 * power, h.z);
        colour += (dusk * 0.6 + moonLight * 0.30) * flake * (0.55 + 0.15 * n) * (0.6 + 0.5 * glow);
    }
    float blow = valueNoise(vec2(p.x * 2.2 + run * 0.9 + clock * wind, p.y * 8.0 - p.x)) * 0.6 + valueNoise(vec2(p.x * 6.0 + run * 1.6 + clock * wind * 2.0, p.y * 19.0)) * 0.4;
    colour = mix(colour, dusk * 1.05 + moonLight * 0.12, smoothstep(0.40, 0.85, blow) * storm * 0.65 * smoothstep(0.35, -0.2, p.y));
    colour += moonLight * glow * glow * 0.030;
    colour *= mix(0.76, 1.10, smoothstep(0.0, 0.22, luma(colour)));
    colour *= 1.0 - 0.36 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.10) * 2.0, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
