/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Troupe: five dancers in silhouette before a great disc of light. They strike a new figure on every beat, in unison, in canon or mirrored by chapters; the bands raise the light wall behind them, onsets send rings over the disc, the beams cross with the bars, and in front the audience bobs to the beat.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.05 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "strike1", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.14, 0.08, 0.26, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.70, 0.24, 0.36, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.0, 0.82, 0.55, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.20, 0.62, 0.72, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 32, "HEIGHT": 5, "FLOAT": true },
    { "TARGET": "figures", "WIDTH": "floor(min($WIDTH,$HEIGHT)*1.15)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.255)", "FLOAT": true },
    { "TARGET": "slopes", "WIDTH": "floor(min($WIDTH,$HEIGHT)*1.15)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.255)", "FLOAT": true },
    { "TARGET": "hall", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [11.8, 11.9, 10.4],
    "steps": 2,
    "subject": "dancers", "domain": "animation", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton"],
    "mood": { "valence": 0.4, "arousal": 0.6, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.2 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "strike1", "signal": "onset" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy", "low": 0.3, "high": 1.0 },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "flow", "signal": "flow" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// Lengths in dancer heights; y = 0 the boards.
const int LIMBS = 16;
const vec2 CELL_LOW = vec2(-0.66, -0.05), CELL_SIZE = vec2(1.32, 1.48);

// the figures of the dance: (pelvis x, its drop, lean, lift off the boards), hands from the neck (left, right), feet from the middle
const int FIGURES = 10;
const vec4 BODY[FIGURES] = vec4[FIGURES](vec4(0.015, 0.012, 0.04, 0.0), vec4(-0.02, -0.02, -0.05, 0.0), vec4(-0.13, 0.105, -0.20, 0.0), vec4(0.13, 0.105, 0.20, 0.0), vec4(-0.05, 0.005, -0.28, 0.0),
    vec4(0.05, 0.005, 0.28, 0.0), vec4(0.0, -0.02, 0.06, 0.22), vec4(-0.02, 0.085, -0.16, 0.0), vec4(-0.02, -0.015, 0.08, 0.0), vec4(0.02, -0.015, -0.08, 0.0));
const vec4 HANDS[FIGURES] = vec4[FIGURES](vec4(-0.20, -0.25, 0.30, -0.10), vec4(-0.10, 0.31, 0.16, 0.28), vec4(-0.34, 0.04, 0.22, 0.24), vec4(-0.22, 0.24, 0.34, 0.04), vec4(-0.24, 0.22, 0.31, 0.10),
    vec4(-0.31, 0.10, 0.24, 0.22), vec4(-0.32, 0.04, 0.20, 0.26), vec4(-0.30, -0.14, 0.22, -0.24), vec4(-0.07, 0.32, 0.33, 0.02), vec4(-0.33, 0.02, 0.07, 0.32));
const vec4 FEET[FIGURES] = vec4[FIGURES](vec4(-0.11, 0.0, 0.09, 0.0), vec4(-0.05, 0.0, 0.09, 0.0), vec4(-0.30, 0.0, 0.20, 0.0), vec4(-0.20, 0.0, 0.30, 0.0), vec4(-0.05, 0.0, 0.40, 0.50),
    vec4(-0.40, 0.50, 0.05, 0.0), vec4(-0.40, 0.20, 0.38, 0.12), vec4(-0.17, 0.0, 0.12, 0.0), vec4(-0.02, 0.0, 0.05, 0.25), vec4(-0.05, 0.25, 0.02, 0.0));
const int STEPS[32] = int[32](0, 2, 0, 3, 7, 1, 4, 0, 5, 3, 0, 2, 7, 6, 7, 1, 7, 8, 0, 9, 2, 4, 3, 5, 7, 1, 8, 9, 7, 6, 7, 6);
int stepAt(float n) { return STEPS[int(mod(n, 32.0))]; }

vec4 poseTexel(int k, int who) {
    int i = k < LIMBS ? k : k - LIMBS;
    float number = float(who) - 2.0, w = mod(chapterGlide + 4.0, 4.0);
    // in the second chapter they follow one another, in the fourth like a wave from one side
    float b = beatCount - abs(number) * bump(w, 1.0, 1.0) - 0.5 * (number + 2.0) * (bump(w, 3.0, 1.0));
    float mirror = number < -0.5 && mod(floor(b / 16.0), 4.0) == 2.0 ? -1.0 : 1.0;
    float n = floor(b), f = b - n, go = smoothstep(0.28, 1.0, f), swingPast = 0.20 * exp(-f * 4.5) * swing(f * 1.1);
    int before = stepAt(n - 1.0), now = stepAt(n), next = stepAt(n + 1.0);
    go = go * go * (1.6 - 0.6 * go);
    float big = 0.72 + 0.38 * power;
    vec4 body = mix(BODY[now], BODY[next], go) + (BODY[now] - BODY[before]) * swingPast;
    vec4 hands = mix(HANDS[now], HANDS[next], go) + (HANDS[now] - HANDS[before]) * swingPast * 1.6;
    vec4 feet = mix(FEET[now], FEET[next], go), reached = HANDS[next] - HANDS[now];
    hands.xz += vec2(-0.15, 0.15) * 4.0 * go * (1.0 - go) * min(abs(reached.yw) * 2.5, vec2(1.0));
    feet.yw *= big;
    // a foot that changes its place is lifted on the way; a leap is crouched for
    vec4 moved = FEET[next] - FEET[now];
    float way1 = 4.0 * go * (1.0 - go);
    feet.yw += 0.10 * way1 * min(abs(moved.xz) * 4.0, 1.0);
    float rising = BODY[next].w - BODY[now].w;
    float lift = (body.w + 0.3 * way1 * max(abs(rising), 0.0)) * big;
    float drop = body.y + 0.10 * bump(f, 0.30, 0.25) * step(0.05, rising) + 0.11 * exp(-f * 5.0) * step(0.05, BODY[now].w) * 0.0 + 0.018 * exp(-f * 5.0);
    body.x *= mirror; body.z *= mirror;
    if (mirror < 0.0) { hands = vec4(-hands.z, hands.w, -hands.x, hands.y); feet = vec4(-feet.z, feet.w, -feet.x, feet.y); }

    vec2 pelvis = vec2(body.x, 0.495 - drop + lift);
    vec2 up = turn(-body.z) * vec2(0.0, 1.0), on = vec2(up.y, -up.x);
    vec2 neck = pelvis + up * 0.275;
    vec2 face = turn(body.z * 0.9) * up, head = neck + face * 0.108;
    bool right = (i >= 3 && i <= 5) || i == 10 || i == 11;
    float side = right ? 1.0 : -1.0;
    vec2 foot = (right ? feet.zw : feet.xy) + vec2(0.0, 0.035 + lift);
    vec2 hip = pelvis + on * side * 0.042;
    vec4 leg = reach(hip, foot, 0.238, 0.238, side);
    leg.xy = mix(leg.xy, (hip + foot) * 0.5 + vec2(0.012 * side, 0.01), 0.66 * (1.0 - smoothstep(0.22, 0.36, foot.y - lift)));
    vec2 shin = normalize(leg.zw - leg.xy + 1e-4);
    float flying = smoothstep(0.06, 0.16, foot.y);
    vec2 toe = leg.zw + mix(vec2(side * 0.050, -0.016), shin * 0.075, flying);
    vec2 shoulder = neck + on * side * 0.082 - up * 0.035;
    vec4 arm = reach(shoulder, neck + (right ? hands.zw : hands.xy), 0.168, 0.165, hands.y + hands.w > 0.35 ? -side : side * (abs(hands.x) > 0.25 ? -1.0 : -1.0));
    vec2 hem = pelvis + vec2(-(BODY[next].x - BODY[now].x) * 0.5 * mirror * way1 - 0.05 * body.z, -0.19 + 0.10 * lift + 0.05 * way1);
    bool skirted = who != 0 && who != 4;
    vec4 e = i == 0 || i == 3 ? vec4(hip, leg.xy) : i == 1 || i == 4 ? vec4(leg.xy, leg.zw) : i == 2 || i == 5 ? vec4(leg.zw, toe)
        : i == 6 ? vec4(pelvis - up * 0.005, pelvis + up * 0.11) : i == 7 ? vec4(pelvis + up * 0.12, neck - up * 0.055) : i == 8 || i == 10 ? vec4(shoulder, arm.xy) : i == 9 || i == 11 ? vec4(arm.xy, arm.zw + normalize(arm.zw - arm.xy + 1e-4) * 0.03)
        : i == 12 ? vec4(head - face * 0.030, head + face * 0.020) : i == 13 ? (who == 2 ? vec4(head + face * 0.010, head - face * 0.115 + vec2(-body.z * 0.30 - 0.25 * swingPast, 0.0)) : skirted ? vec4(head + face * 0.072, head + face * 0.080) : vec4(head + face * 0.026, head + face * 0.030))
        : i == 15 ? vec4(neck - up * 0.050, head - face * 0.035) : vec4(pelvis + up * 0.06, hem);
    vec4 shape = i == 0 || i == 3 ? vec4(0.064, 0.037, 0.008, 0.008) : i == 1 || i == 4 ? vec4(0.037, 0.020, 0.010, 0.012) : i == 2 || i == 5 ? vec4(0.024, 0.013, 0.0, 0.0)
        : i == 6 ? vec4(skirted ? 0.074 : 0.066, skirted ? 0.044 : 0.054, 0.0, 0.0) : i == 7 ? vec4(skirted ? 0.045 : 0.055, skirted ? 0.070 : 0.082, 0.0, 0.0) : i == 8 || i == 10 ? vec4(0.036, 0.025, 0.0, 0.0) : i == 9 || i == 11 ? vec4(0.025, 0.012, 0.004, 0.004)
        : i == 12 ? vec4(0.033, 0.049, 0.0, 0.0) : i == 13 ? (who == 2 ? vec4(0.053, 0.026, 0.016, 0.016) : skirted ? vec4(0.028, 0.025, 0.0, 0.0) : vec4(0.051, 0.050, 0.0, 0.0)) : i == 15 ? vec4(0.031, 0.023, 0.0, 0.0) : skirted ? vec4(0.058, who == 2 ? 0.200 : 0.150, 0.0, 0.0) : vec4(0.05, 0.05, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}
float dancer(vec2 p, int who) {
    float d = min(chainOf(pose, who, 0, 3, LIMBS, p, 0.018), chainOf(pose, who, 3, 6, LIMBS, p, 0.018));
    d = smoothMin(d, chainOf(pose, who, 6, 8, LIMBS, p, 0.05), 0.03);
    d = smoothMin(d, min(chainOf(pose, who, 8, 10, LIMBS, p, 0.012), chainOf(pose, who, 10, 12, LIMBS, p, 0.012)), 0.012);
    d = smoothMin(d, chainOf(pose, who, 15, 16, LIMBS, p, 0.012), 0.030);
    d = smoothMin(d, chainOf(pose, who, 12, 14, LIMBS, p, 0.010), 0.012);
    if (who != 0 && who != 4) {
        vec4 hem = texelFetch(pose, ivec2(14, who), 0);
        vec2 along = normalize(hem.zw - hem.xy);
        float past = dot(p - hem.zw, along), over = dot(p - hem.zw, vec2(-along.y, along.x));
        d = min(d, max(chainOf(pose, who, 14, 15, LIMBS, p, 0.01), past - 0.006 * swing(over * 11.0) - 0.2 * over * over));
    }
    return d;
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x), int(gl_FragCoord.y)); return; }
    if (PASSINDEX == 1) {
        float at = isf_FragNormCoord.x * 5.0;
        int who = int(clamp(at, 0.0, 4.0));
        gl_FragColor = vec4(dancer(CELL_LOW + vec2(fract(at), isf_FragNormCoord.y) * CELL_SIZE, who), 0.0, 0.0, 1.0);
        return;
    }
    if (PASSINDEX == 2) {
        vec2 tex = isf_FragNormCoord, s = vec2(0.012 / 5.0, 0.0), t = vec2(0.0, 0.010);
        gl_FragColor = vec4(IMG_NORM_PIXEL(figures, tex).x, IMG_NORM_PIXEL(figures, tex + s).x - IMG_NORM_PIXEL(figures, tex - s).x, IMG_NORM_PIXEL(figures, tex + t).x - IMG_NORM_PIXEL(figures, tex - t).x, 1.0);
        return;
    }
#if QUALITY > 0
    if (PASSINDEX == 3) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 3 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec2 p = uv * 1.0;
    p.y += 0.3 * (tall - 0.5);
    float look = 0.018 * swing(barCount / 8.0 + variety);

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.78, 0.48), tintTo(vec3(0.85), light, 1.0), 0.6), night = tintTo(vec3(0.008, 0.008, 0.016), deep, 0.6);
    vec3 cold = mix(accent, base, 0.15);
    float boards = -0.235, chapter = mod(chapterGlide + 4.0, 4.0);

    // backdrop: the dark, the wall of light strips that the bands raise, the disc
    vec3 colour = mix(night * 1.8 + cold * 0.03, night, smoothstep(-0.2, 0.5, p.y));
    float stripAt = (abs(p.x - look * 0.5) - 0.02) / 0.072, strip = floor(stripAt), inStrip = abs(fract(stripAt) - 0.5);
    float band = mix(mix(low, middle, clamp(strip / 5.0, 0.0, 1.0)), high, clamp(strip / 5.0 - 1.0, 0.0, 1.0));
    float level1 = 0.06 + 0.52 * band * (0.75 + 0.25 * swing(strip * 0.37 + beatCount * 0.25));
    float rung = (p.y - boards) / 0.030, lit = step(floor(rung) * 0.030, level1) * step(0.0, rung);
    float tube = smoothstep(0.36, 0.24, inStrip) * smoothstep(0.42, 0.30, abs(fract(rung) - 0.5));
    float heat = clamp((p.y - boards) / 0.5, 0.0, 1.0);
    vec3 stripLight = saturation(mix(mix(deep * 2.0, base, smoothstep(0.0, 0.5, heat)), accent, smoothstep(0.35, 1.0, heat)), 1.35);
    colour += stripLight * (tube * (0.012 + 0.55 * lit) + 0.10 * lit * smoothstep(0.5, 0.2, inStrip)) * step(0.0, stripAt);

    vec2 middleAt = vec2(look * 0.7, 0.115 + 0.015 * swing(barCount / 4.0));
    vec2 d = p - middleAt;
    float r = length(d), size = 0.325 * (1.0 + 0.02 * pulse + 0.05 * strain) * clamp(0.45 + 0.75 * wide, 0.0, 1.0);
    float disc = smoothstep(pixel * 1.5, -pixel * 1.5, r - size);
    float cloudy = fbm(vec2(d.x * 3.0 + flow * 0.08, d.y * 5.0 - flow * 0.05) + variety * 30.0, 2);
    vec3 discLight = mix(mix(base, accent, 0.15 + 0.25 * swing(chapterGlide * 0.25)) * 1.05, lamp * 1.05, smoothstep(-size, size * 0.8, d.y + 0.30 * (cloudy - 0.5)));
    discLight *= 0.82 + 0.35 * cloudy;
    // rings run out from the middle on the beat; in the last chapters the disc is eclipsed to a ring
    float ring = fract(beatCount * 0.5) * 1.25, ring2 = fract(beatCount * 0.5 + 0.5) * 1.25;
    discLight += lamp * (bump(r / size, ring, 0.06) * (1.0 - ring * 0.75) + bump(r / size, ring2, 0.06) * (1.0 - ring2 * 0.75)) * (0.12 + 0.55 * strike1);
    float eclipse = bump(chapter, 3.0, 0.95);
    discLight *= 1.0 - eclipse * smoothstep(0.93, 0.86, r / size) * 0.90;
    colour = mix(colour, discLight, disc);
    float halo = max(r - size, 0.0);
    colour += mix(lamp, base, 0.45) * (0.30 * exp(-halo * 9.0) + 0.09 * exp(-halo * 2.6)) * (1.0 - disc) * (0.85 + 0.3 * pulse);

    // beams from the flies, crossing with the bars
    float smoke = fbm(vec2(p.x * 2.4 - flow * 0.07, p.y * 3.2 + flow * 0.05), 2), beams = 0.0;
    vec3 beamLight = vec3(0.0);
    for (int i = 0; i < 6; i++) {
        float n = float(i) - 2.5;
        vec2 q = p - vec2(n * 0.34 * min(wide * 1.1, 1.0), tall + 0.3 * (tall - 0.5) + 0.06);
        float lean = -0.30 * n * 0.4 + 0.42 * swing(barCount / 4.0 + n * 0.13) * (n > 0.0 ? 1.0 : -1.0), along = -q.y;
        float off = (q.x - lean * along) / (0.018 + 0.105 * along);
        float beam = exp(-off * off * 2.0) * exp(-along * 0.75) * step(0.0, along);
        float on = 0.35 + 0.65 * step(0.5, fract(n * 0.5 + 0.25 + floor(beatCount) * 0.5)) * (0.4 + 0.6 * pulse) + 0.4 * strain;
        beamLight += (fract(n * 0.5) < 0.3 ? cold : mix(base, lamp, 0.4)) * beam * on;
    }
    colour += beamLight * (0.10 + 0.85 * smoke * smoke) * 0.80;

    // the boards: a glossy floor that gives the light back
    float below = boards - p.y, onFloor = smoothstep(-pixel, pixel, below);
    float depth = 0.10 / (below + 0.045);
    float plank = abs(fract(p.x * depth * 3.2 + 0.5) - 0.5);
    vec2 mirrorAt = vec2(p.x, boards + below * 1.15);
    float mr = length(vec2(mirrorAt.x, mirrorAt.y) - middleAt), grainy = valueNoise(vec2(p.x * 26.0 * depth, below * 190.0)) - 0.5;
    vec3 wood = night * 1.6 + mix(base, deep, 0.5) * 0.035;
    vec3 glow = mix(lamp, base, 0.35) * (0.55 * smoothstep(0.10 + below * 0.5, -0.04 - below * 0.3, mr - size) * (1.0 - 0.7 * eclipse) + 0.16 * exp(-max(mr - size, 0.0) * 4.0));
    wood += glow * (0.40 + 0.5 * grainy) * exp(-below * 1.5);
    wood += beamLight * 0.10 * (0.6 + grainy);
    wood *= 1.0 - 0.35 * smoothstep(0.03, 0.0, plank) * smoothstep(0.02, 0.1, below);
    colour = mix(colour, wood, onFloor);
    colour += lamp * 0.10 * exp(-abs(below) * 60.0);

#if QUALITY < 1
    // the hall and how bright its beams are, at half size
    if (PASSINDEX == 3) { gl_FragColor = vec4(colour, luma(beamLight)); return; }
    vec4 behind = IMG_NORM_PIXEL(hall, isf_FragNormCoord);
    colour = behind.rgb;
    beamLight = vec3(behind.a);
    smoke = 0.55;
#endif
    // the troupe: a wedge, the middle one in front
    float room = min(wide - 0.02, 0.86), gap = min(0.315, room * 0.40), nearest = clamp(floor(p.x / gap + 2.5), 0.0, 4.0);
    float cover = 0.0, rim = 0.0, wing = 0.0, echo = 0.0, shade = 0.0;
    for (int j = -1; j <= 1; j++) {
        float who = nearest + float(j), n = who - 2.0;
        if (who < 0.0 || who > 4.0) continue;
        float scale = (0.455 - 0.028 * abs(n)) * min(gap / 0.315, 1.0) * 1.02;
        vec2 feet = vec2(n * gap + look, boards - 0.052 + 0.020 * abs(n));
        vec2 q = (p - feet) / scale, m = vec2(q.x, -q.y * 1.05);
        float flip = q.y < 0.0 ? 1.0 : 0.0;
        vec2 at = ((flip > 0.5 ? m : q) - CELL_LOW) / CELL_SIZE;
        if (abs(at.x - 0.5) < 0.49 && at.y > 0.0 && at.y < 0.99) {
            vec3 drawn = IMG_NORM_PIXEL(slopes, vec2((who + at.x) / 5.0, at.y)).xyz;
            float f = drawn.x;
            float unit = pixel / scale;
            if (flip < 0.5) {
                vec2 n2 = drawn.yz / max(length(drawn.yz), 1e-4);
                float c = smoothstep(unit, -unit, f);
                vec2 toLight = normalize(middleAt + vec2(0.0, 0.10) - p + 1e-4);
                float edgeLight = smoothstep(-0.013, -0.002, f) * (0.25 + 0.75 * smoothstep(-0.2, 0.8, dot(n2, toLight)));
                rim = mix(rim, edgeLight, c);
                wing = mix(wing, smoothstep(-0.030, -0.004, f) * smoothstep(0.25, 0.95, abs(n2.x)), c);
                cover = max(cover, c);
            } else {
                float blur = unit + 0.02 + 0.25 * m.y;
                echo = max(echo, smoothstep(blur, -blur * 0.6, f) * exp(-m.y * 1.6));
            }
        }
        shade = max(shade, exp(-dot(q * vec2(3.2, 18.0), q * vec2(3.2, 18.0))));
    }
    colour *= 1.0 - (0.80 * echo + 0.4 * shade) * onFloor;
    vec3 figure = night * 0.55 + mix(cold, deep, 0.5) * 0.018 + mix(lamp, base, 0.25) * rim * (0.42 + 0.20 * pulse) + saturation(cold, 1.3) * wing * (0.16 + 0.30 * pulse);
    colour = mix(colour, figure, cover);
    // haze in front of them, thin, low
    float low1 = bump(p.y, boards - 0.02, 0.16) * smoothstep(0.30, 0.75, smoke);
    colour += (mix(lamp, base, 0.5) * 0.16 * exp(-halo * 2.0) + beamLight * 0.05) * low1 * (0.4 + low);
    // motes, and a fall of confetti in every fourth chapter
    float fall = bump(chapter, 2.0, 0.9);
    for (int i = 0; i < 2; i++) {
        float n = float(i), grid = 12.0 + 9.0 * n;
        vec2 c = vec2(p.x + 0.02 * swing(flow * 0.2 + p.y * 2.0), p.y) * grid + vec2(3.0 * n, flow * (0.25 + 1.3 * fall) * (1.0 + 0.4 * n));
        vec3 h = hash23(floor(c) + 50.0 * n);
        vec2 k = fract(c) - 0.25 - 0.5 * h.xy;
        float spin = swing(flow * (0.5 + h.x) + h.y);
        float chip = smoothstep(0.02, -0.01, max(abs(k.x) - 0.07 * (0.2 + abs(spin)), abs(k.y) - 0.045)) * step(1.0 - 0.26 * fall, h.z);
        float mote = smoothstep(0.05 * h.z, 0.0, length(k)) * step(0.6, h.x) * (0.15 + 0.8 * high);
        colour = mix(colour, mix(mix(accent, light, step(0.5, h.x)), base, step(0.75, h.y)) * (0.35 + 0.65 * abs(spin)), chip * 0.85);
        colour += lamp * mote * 0.25 * luma(beamLight + 0.1);
    }

    // the audience in front, heads and raised hands
    float crowd = 0.0, crowdRim = 0.0;
    for (int i = 0; i < 2; i++) {
        float n = float(i), at = (p.x + look * (3.0 + 2.0 * n)) / (0.088 + 0.030 * n) + 7.3 * n + variety * 9.0, id = floor(at);
        vec2 h = hash12(id + 13.0 * n);
        float bob = 0.010 * abs(swing(beatCount * 0.5 + 0.12 * h.x)) * (0.4 + power), unit = 0.088 + 0.030 * n;
        vec2 k = vec2((fract(at) - 0.5 - 0.10 * (h.x - 0.5)) * unit, p.y + 0.455 + 0.052 * n - 0.020 * h.y - bob);
        float head = sdEllipse(k, vec2(0.023 + 0.008 * n, 0.030 + 0.010 * n)), shoulders = sdEllipse(k + vec2(0.0, 0.068 + 0.022 * n), vec2(0.050 + 0.020 * n, 0.042 + 0.012 * n));
        float person = smoothMin(head, shoulders, 0.018);
        float raised = step(0.60, fract(h.y * 7.7)) * step(0.35, power + 0.5 * strain);
        float sway = 0.007 * swing(beatCount * 0.25 + h.x);
        float leftHand = h.x < 0.5 ? -1.0 : 1.0;
        vec2 a = vec2(k.x * leftHand, k.y);
        float arm = min(sdLimb(a, vec2(0.027, -0.045), vec2(0.030, 0.022), 0.0105, 0.0090), sdLimb(a, vec2(0.030, 0.022), vec2(0.020 + sway, 0.078 + 0.02 * h.y), 0.0085, 0.0065));
        arm = min(arm, sdEllipse(a - vec2(0.019 + sway, 0.089 + 0.02 * h.y), vec2(0.0085, 0.0125)));
        person = min(person, mix(1.0, arm, raised));
        float c = smoothstep(pixel * (1.0 + n), -pixel * (1.0 + n), person);
        crowdRim = mix(crowdRim, smoothstep(-0.010, 0.0, person) * smoothstep(-0.5, 0.2, k.y * 20.0), c);
        crowd = max(crowd, c);
    }
    colour = mix(colour, night * 0.25 + mix(lamp, base, 0.4) * crowdRim * 0.05 * exp(-p.x * p.x * 2.0), max(crowd, smoothstep(-0.50, -0.53, p.y)));
    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.22) * 1.5, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
