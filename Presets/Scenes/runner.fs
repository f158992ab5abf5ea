/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Runner: a sprinter alone on the track under floodlights. A foot strikes on every beat, the arms swing against the legs; the crowd glitters with the treble, the haze in the lights breathes with the bass, and in every fourth chapter the run becomes a full sprint.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.62 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "breath", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flashes", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.05, 0.06, 0.11, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.12, 0.16, 0.30, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.70, 0.30, 0.22, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.95, 0.90, 0.80, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.20, 0.75, 0.80, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 44, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.38)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.38)", "FLOAT": true },
    { "TARGET": "stadium", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [9.6, 9.6, 6.7],
    "steps": 2,
    "subject": "runner", "domain": "sports", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton"],
    "mood": { "valence": 0.3, "arousal": 0.7, "reach": 0.8 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "breath", "signal": "bass", "low": 0.2, "high": 1.0, "halfLifeSeconds": 0.4 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "sparkle", "signal": "treble", "low": 0.15, "high": 1.0, "halfLifeSeconds": 0.15 },
      { "input": "flashes", "signal": "snare", "halfLifeSeconds": 0.25 },
      { "input": "flow", "signal": "flow" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// Lengths are in body heights; the runner faces right; y = 0 is the track.
const float STRIDE_LENGTH = 2.35;
const vec2 FIGURE_LOW = vec2(-0.62, -0.06);
const vec2 FIGURE_SIZE = vec2(1.20, 1.20);
// limbs: far leg 0-3, far arm 4-6, trunk 7-11, hair 12-14, near leg 15-18, near arm 19-21; radii: begin, end, front swell, back swell
const int LIMBS = 22;
const vec4 LEG_SHAPE[4] = vec4[4](vec4(0.068, 0.043, 0.014, 0.016), vec4(0.043, 0.021, 0.002, 0.026), vec4(0.023, 0.020, 0.004, 0.0), vec4(0.020, 0.013, 0.0, 0.0));
const vec4 ARM_SHAPE[3] = vec4[3](vec4(0.037, 0.026, 0.008, 0.008), vec4(0.028, 0.017, 0.004, 0.008), vec4(0.019, 0.018, 0.0, 0.0));
const vec4 TRUNK_SHAPE[8] = vec4[8](vec4(0.066, 0.053, 0.024, 0.0), vec4(0.053, 0.070, 0.004, 0.014), vec4(0.046, 0.027, 0.0, 0.0),
    vec4(0.060, 0.054, 0.0, 0.0), vec4(0.036, 0.021, 0.006, 0.0), vec4(0.026, 0.022, 0.0, 0.0), vec4(0.022, 0.015, 0.0, 0.0), vec4(0.015, 0.004, 0.0, 0.0));

// one stride (two steps) in two beats; in every fourth chapter one a beat; a foot strikes on the beat
float strideCount() {
    float chapter = floor(beatCount / 16.0), into = beatCount - 16.0 * chapter;
    return 8.0 * chapter + 8.0 * floor(chapter / 4.0) + into * (mod(chapter, 4.0) == 3.0 ? 1.0 : 0.5);
}

vec4 poseTexel(int k, float cycle) {
    int i = k < LIMBS ? k : k - LIMBS;
    bool isNear = i >= 15, isTrunk = i >= 7 && i < 15, isArm = (i >= 4 && i < 7) || i >= 19;
    int part = isTrunk ? i - 7 : isArm ? (isNear ? i - 19 : i - 4) : (isNear ? i - 15 : i);
    float a = 6.2832 * cycle, side = isNear ? 1.0 : -1.0;
    float c = cos(a), s = sin(a), twice = cos(2.0 * a - 1.9);
    // flight is highest between the strikes, the trunk leans and counter-rotates
    float hip = 0.520 + 0.024 * twice;
    float lean = 0.17 + 0.05 * power + 0.025 * sin(2.0 * a);
    vec2 up = vec2(lean, 1.0 - 0.5 * lean * lean), on = vec2(up.y, -up.x);
    vec2 pelvis = vec2(0.0, hip);
    vec2 neck = pelvis + up * 0.305;
    vec2 head = pelvis + up * 0.405 + vec2(0.030, 0.004 * twice);

    // leg
    float u = fract(cycle + (isNear ? 0.0 : 0.5));
    vec3 foot = footfall(u, 0.23, 0.20, 0.27, 0.12);
    float stance = max(-foot.z, 0.0), swing = max(foot.z, 0.0);
    vec2 root = pelvis + on * side * 0.016 * c + vec2(0.0, -0.012);
    vec2 ankle = vec2(foot.x, 0.062 - 0.10 * stance * (1.0 - stance) + 0.075 * stance * stance * stance + 0.075 * (1.0 - swing) * (1.0 - swing) * (1.0 - swing) * step(0.001, swing) + 0.385 * foot.y);
    vec4 leg = reach(root, ankle, 0.245, 0.245, 1.0);
    vec2 shin = normalize(leg.zw - leg.xy + vec2(0.0, -1e-4));
    float drop = clamp((leg.w - 0.018) / 0.112, 0.02, 0.98);
    vec2 standing = vec2(sqrt(1.0 - drop * drop), -drop);
    vec2 hanging = turn(0.5) * turn(0.55 - 0.5 * bump(swing, 0.2, 0.4)) * shin;
    vec2 sole = normalize(mix(standing, hanging, smoothstep(0.0, 0.22, swing) * (1.0 - smoothstep(0.85, 1.0, swing))) + vec2(1e-4, 0.0));
    vec2 ball = leg.zw + sole * 0.088 - vec2(-sole.y, sole.x) * 0.004;
    vec2 toe = ball + normalize(mix(sole, vec2(1.0, 0.0), 0.7 * (1.0 - smoothstep(0.0, 0.14, swing)))) * 0.045;

    // arm, against the leg of its side
    float back = side * -c * 0.95 - side * 0.25 * s;
    float shoulderAngle = -0.20 + 0.92 * back, elbow = 1.62 + 0.42 * back;
    vec2 shoulder = pelvis + up * 0.275 + on * side * -0.030 * c + vec2(0.0, 0.006 * twice);
    shoulderAngle += lean * -0.3;
    vec2 upper = vec2(sin(shoulderAngle), -cos(shoulderAngle)), lower = vec2(sin(shoulderAngle + elbow), -cos(shoulderAngle + elbow));
    vec2 hand = vec2(sin(shoulderAngle + elbow + 0.25), -cos(shoulderAngle + elbow + 0.25));
    vec2 elbowAt = shoulder + upper * 0.155, wrist = elbowAt + lower * 0.135;

    // hair: a pony tail that follows late
    float swingHair = sin(2.0 * a - 2.6), late = sin(2.0 * a - 3.7), flutter = 0.012 * sin(flow * 6.0);
    vec2 knot = head + vec2(-0.058, 0.018);
    vec2 hair1 = knot + vec2(-0.062, 0.012 + 0.024 * swingHair), hair2 = hair1 + vec2(-0.062, -0.010 + 0.036 * late + flutter), hair3 = hair2 + vec2(-0.050, -0.026 + 0.034 * sin(2.0 * a - 4.8) - flutter);

    vec4 legLimb = part == 0 ? vec4(root, leg.xy) : part == 1 ? vec4(leg.xy, leg.zw) : part == 2 ? vec4(leg.zw + vec2(-sole.x, -sole.y) * 0.016, ball) : vec4(ball, toe);
    vec4 armLimb = part == 0 ? vec4(shoulder, elbowAt) : part == 1 ? vec4(elbowAt, wrist) : vec4(wrist, wrist + hand * 0.040);
    vec4 trunk = part == 0 ? vec4(pelvis - up * 0.012 - on * 0.008, pelvis + up * 0.10)
        : part == 1 ? vec4(pelvis + up * 0.10, pelvis + up * 0.235) : part == 2 ? vec4(pelvis + up * 0.262, head - up * 0.03)
        : part == 3 ? vec4(head + vec2(-0.012, 0.014), head + vec2(0.006, 0.022)) : part == 4 ? vec4(head + vec2(0.026, 0.002), head + vec2(0.040, -0.054))
        : part == 5 ? vec4(knot, hair1) : part == 6 ? vec4(hair1, hair2) : vec4(hair2, hair3);
    vec4 shape = isTrunk ? TRUNK_SHAPE[part] : isArm ? ARM_SHAPE[min(part, 2)] : LEG_SHAPE[min(part, 3)];
    return k >= LIMBS ? shape : isTrunk ? trunk : isArm ? armLimb : legLimb;
}

// distances at p: trunk and head with hair, far limbs, near leg, near arm
vec4 runner(vec2 p, bool draw) {
    vec4 found = vec4(0.3);
    float chain = 0.3;
    int count = draw ? LIMBS : 0;
    for (int i = 0; i < count; i++) {
        vec4 ends = texelFetch(pose, ivec2(i, 0), 0), shape = texelFetch(pose, ivec2(LIMBS + i, 0), 0);
        float d = muscle(p, ends.xy, ends.zw, shape);
        bool first = i == 0 || i == 4 || i == 7 || i == 15 || i == 19;
        chain = first ? d : smoothMin(chain, d, i < 12 && i > 7 ? 0.030 : 0.012);
        found.x = i >= 7 && i < 15 ? min(found.x, chain) : found.x;
        found.y = i < 7 ? min(found.y, chain) : found.y;
        found.z = i >= 15 && i < 19 ? min(found.z, chain) : found.z;
        found.w = i >= 19 ? min(found.w, chain) : found.w;
    }
    return found;
}

// soft round lights in a grid of cells: the crowd and its lamps, out of focus
vec3 crowd(vec2 p, float shimmer) {
    vec2 cell = floor(p);
    vec3 h = hash23(cell);
    float d = length(fract(p) - 0.3 - 0.4 * h.xy);
    float on = smoothstep(0.29, 0.23, d) * (0.65 + 0.35 * smoothstep(0.1, 0.25, d));
    return vec3(on * h.z * h.z, on * step(0.90, h.x) * shimmer, h.y);
}

void main() {
    float strides = strideCount(), cycle = fract(strides);
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x), cycle); return; }
    vec4 found = runner(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE, PASSINDEX == 1);
    if (PASSINDEX == 1) { gl_FragColor = found; return; }

#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 2 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    uv.y += 0.25 * (tall - 0.5);
    float way = variety < 0.5 ? 1.0 : -1.0;
    uv.x *= way;
    float twice = cos(12.5664 * cycle - 1.9);
    uv.y += 0.003 * twice + 0.004 * pulse;

    // camera on a rail beside the track; nearer in the sprint chapters
    float sprint = bump(mod(chapterGlide + 0.5, 4.0), 3.5, 1.0);
    float zoom = (0.74 + 0.10 * sprint + 0.03 * sin(chapterGlide * 1.7 + variety * 5.0)) * clamp(0.5 + 0.6 * wide, 0.0, 1.0);
    float groundY = -0.385 - 0.03 * sprint, horizon = -0.085;
    float runnerX = -0.10 * smoothstep(0.5, 1.0, wide) + 0.05 * sin(beatCount * 0.131 + variety * 7.0);
    vec2 p = (uv - vec2(runnerX, groundY)) / zoom;
    float run = mod(strides * STRIDE_LENGTH, 600.0);

    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.96, 0.88), tintTo(vec3(1.0), light, 0.9), 0.5);
    vec3 night = tintTo(vec3(0.006, 0.009, 0.022), deep, 0.45);

    // night sky over the stand, with the haze that the lamps light
    float up = uv.y - horizon;
    vec3 colour = mix(tintTo(vec3(0.018, 0.024, 0.050), deep, 0.5), night, smoothstep(0.2, 0.75, up));

    // the stand: tiers of people out of focus, a dark roof edge, the rail of boards
    float slide = uv.x + strides * 0.2;
    float roof = 0.335 + 0.035 * uv.x + 0.012 * sin(slide * 1.3);
    vec2 seat = vec2(slide * 26.0, up * 34.0 - uv.x * 1.1);
    vec3 people = crowd(seat, 1.0), fans = QUALITY > 0 ? crowd(seat * 0.53 + 17.3, 1.0) : vec3(0.0);
    float tier = smoothstep(0.165, 0.175, up) - smoothstep(0.195, 0.205, up);
    float bright = smoothstep(roof, roof - 0.16, up) * 0.6 + 0.4;
    vec3 stand = night * 1.3 + tintTo(vec3(0.014, 0.016, 0.030), deep, 0.5);
    stand += mix(mix(base, light, people.z), accent, step(0.72, people.z)) * people.x * 0.42 * bright;
    stand += mix(mix(base, light, fans.z), accent, step(0.78, fans.z)) * fans.x * 0.36 * bright;
#if QUALITY > 0
    // cameras flash here and there
    vec2 flashCell = floor(seat * 0.5);
    float flash = step(0.992 - 0.012 * flashes, hash21(flashCell + floor(beatCount * 2.0) * 13.7)) * (1.0 - fract(beatCount * 2.0));
    vec2 flashAt = fract(seat * 0.5) - 0.5;
    float flashFall = max(0.5 - length(flashAt), 0.0);
    stand += lamp * flash * (0.3 + 1.7 * sparkle) * flashFall * flashFall * flashFall * 18.0;
#endif
    stand = mix(stand, night * 0.7, tier * 0.85);
    stand *= 0.65 + 0.35 * smoothstep(0.0, 0.10, up);
    float pillar = smoothstep(0.020, 0.010, abs(fract(slide * 1.15) - 0.5)) * step(up, roof);
    stand = mix(stand, night * 0.5, pillar * 0.8);
    colour = mix(colour, stand, smoothstep(0.012, -0.012, up - roof));
    float fascia = smoothstep(0.022, 0.012, abs(up - roof - 0.012));
    colour = mix(colour, shade * 0.25 + lamp * 0.10 * smoothstep(0.0, 0.02, up - roof), fascia);

    // lamps on masts, their haze and their flare
    float hazeLight = 0.0, spacing = max(wide * 0.62, 0.42), passing = fract(strides * 0.03 / spacing + variety);
    for (int i = 0; i < 4; i++) {
        float n = float(i) - 1.5;
        n += 0.5 - passing;
        vec2 mast = vec2(n * spacing, horizon + 0.475 + 0.040 * abs(n) + 0.02 * n);
        vec2 q = uv - mast;
        float d2 = dot(q, q);
        vec2 bulbs = abs(q / vec2(0.052, 0.026));
        vec2 grid = fract(q * vec2(58.0, 58.0) + vec2(0.5, 0.0)) - 0.5;
        float box = step(max(bulbs.x, bulbs.y), 1.0);
        float stem = smoothstep(0.006, 0.004, abs(q.x)) * step(q.y, 0.0) * step(roof, up);
        colour = mix(colour, shade * 0.3, max(stem, box) * 0.8);
        colour += lamp * box * smoothstep(0.42, 0.12, length(grid)) * 3.0;
        float flare = q.y * 130.0, streak = 0.030 / ((1.0 + flare * flare) * (0.03 + abs(q.x)));
        colour += lamp * (0.0012 / (0.0022 + d2 * (0.8 + 3.0 * d2)) + 0.09 * streak) * (0.8 + 0.25 * breath);
        // the beam that leans towards the track
        float along = -q.y, across = (q.x + n * 0.10 * along) / (0.05 + 0.42 * max(along, 0.0));
        hazeLight += smoothstep(0.0, 0.05, along) * exp(-across * across * 3.2 - along * 1.4);
    }
#if QUALITY > 0
    float mist = fbm(vec2(uv.x * 2.6 + run * 0.12, uv.y * 3.4 - flow * 0.10), 2);
#else
    float mist = valueNoise(vec2(uv.x * 2.6 + run * 0.12, uv.y * 3.4 - flow * 0.10));
#endif
    colour += mix(lamp, deep * 2.0, 0.45) * hazeLight * (0.015 + 0.15 * breath * mist * mist) * (1.0 + 0.8 * strain) ;

    // boards along the far side of the track
    float boardY = 0.034;
    vec2 board = vec2(slide * 2.2 + run * 0.10, up / boardY);
    float panel = hash11(floor(board.x));
    float writing = step(0.42, valueNoise(vec2(board.x * 9.0, floor(board.y * 3.0) + panel * 50.0))) * smoothstep(0.12, 0.2, fract(board.x)) * smoothstep(0.88, 0.8, fract(board.x)) * step(abs(board.y - 0.1), 0.55);
    vec3 boardLight = mix(accent * 0.38, mix(base, light, 0.3) * 0.45, step(0.5, panel)) * (0.55 + 0.5 * writing);
    float onBoard = smoothstep(pixel, -pixel, abs(up - 0.004) - boardY);
    colour = mix(colour, boardLight, onBoard * 0.85);

    // track: depth 1 is the runner's lane
    float depth = (horizon - groundY) / max(horizon - 0.018 - uv.y, 0.006);
    float ground = smoothstep(pixel, -pixel, uv.y - horizon + 0.030);
    vec2 floorAt = vec2(uv.x * depth / zoom + run, depth);
    float soft = max(fwidth(depth), 1e-4);
    float lane = (depth - 0.42) / 0.245, laneEdge = abs(fract(lane) - 0.5);
    float line = smoothstep(0.5 - 0.055 - soft * 4.0, 0.5 - 0.045, laneEdge) * step(depth, 2.55);
    float onTrack = smoothstep(2.62 + soft, 2.62 - soft, depth);
    float cellX = max(fwidth(floorAt.x), 1e-4);
    float mark = smoothstep(0.035 + cellX, 0.03, abs(fract(floorAt.x / 4.7 + floor(lane) * 0.09) - 0.5) * 4.7) * onTrack;
        float wear = valueNoise(vec2(floorAt.x * 1.6, lane * 3.0)) - 0.5;
    vec3 rubber = tintTo(vec3(0.20, 0.055, 0.040), base, 0.55) * (0.8 + 0.35 * wear);
    vec3 lawn = tintTo(vec3(0.030, 0.085, 0.035), accent, 0.25) * (0.75 + 0.3 * step(0.5, fract(floorAt.x * 0.12)));
    float pool = 0.35 + 0.65 * exp(-abs(uv.x - 0.1) * 0.9) ;
    vec3 floorLight = mix(lawn, rubber, onTrack) * lamp * (0.55 + 0.85 * pool);
    floorLight = mix(floorLight, lamp * 0.62 * pool, max(line, mark * 0.8) * 0.85 * onTrack);
    // sheen of the lamps on the rubber
    floorLight += lamp * 0.10 * exp(-abs(uv.x) * 1.2) * smoothstep(0.6, 2.4, depth) * (0.6 + 0.8 * wear) * onTrack;
    floorLight = mix(floorLight, deep * 0.8 + lamp * 0.06, 1.0 - exp(-max(depth - 1.0, 0.0) * 0.22));
    floorLight *= smoothstep(0.30, 0.75, depth) * 0.5 + 0.5;
    colour = mix(colour, floorLight, ground);

#if QUALITY < 1
    // the stadium at half size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(stadium, isf_FragNormCoord).rgb;
#endif
    // two long shadows, one for each side's lamps
    float dropped = max(-p.y - 0.012, 0.0), below = step(p.y, -0.012);
    vec2 shadowA = vec2(p.x - 0.05 - dropped * 2.6, dropped * 3.3), shadowB = vec2(p.x + dropped * 3.4, dropped * 4.6);
    vec2 at = (mix(p, shadowA, below) - FIGURE_LOW) / FIGURE_SIZE;
    vec4 f = IMG_NORM_PIXEL(figure, at), fx = f + way * dFdx(f), fy = f + dFdy(f);
    float within = step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5), inside = within * (1.0 - below);
    float closest = min(min(f.x, f.y), min(f.z, f.w));
    float thrown = smoothstep(0.010 + 0.06 * dropped, -0.010 - 0.04 * dropped, closest) * below * within;
    vec2 atB = (shadowB - FIGURE_LOW) / FIGURE_SIZE;
    vec4 g = IMG_NORM_PIXEL(figure, atB);
    float thrownB = smoothstep(0.012 + 0.08 * dropped, -0.012 - 0.05 * dropped, min(min(g.x, g.y), min(g.z, g.w))) * below * step(abs(atB.x - 0.5), 0.5) * step(abs(atB.y - 0.5), 0.5);
    colour *= (1.0 - 0.62 * thrown) * (1.0 - 0.38 * thrownB);

    // the runner: lamps from behind on both sides make two rims, the track gives back its colour from below
    vec3 skin = mix(vec3(0.075, 0.030, 0.016), vec3(0.17, 0.085, 0.052), fract(variety * 9.1));
    float edge = 0.8 * pixel / zoom;
    vec3 kit = accent * 0.55 + light * 0.03, shorts = mix(shade * 0.5, deep * 0.35, 0.5);
    vec4 farThigh = texelFetch(pose, ivec2(0, 0), 0), nearThigh = texelFetch(pose, ivec2(15, 0), 0);
    vec4 farSole = texelFetch(pose, ivec2(2, 0), 0), nearSole = texelFetch(pose, ivec2(17, 0), 0);
    vec3 figureLight = colour;
    int layers = inside > 0.5 && closest < 0.05 ? 4 : 0;
    for (int i = 0; i < layers; i++) {
        // far limbs, trunk, near leg, near arm
        float d = i == 0 ? f.y : i == 1 ? f.x : i == 2 ? f.z : f.w;
        vec2 n = vec2(i == 0 ? fx.y : i == 1 ? fx.x : i == 2 ? fx.z : fx.w, i == 0 ? fy.y : i == 1 ? fy.x : i == 2 ? fy.z : fy.w) - d;
        n /= max(length(n), 1e-4);
        float curve = clamp(1.0 + d / 0.050, 0.0, 1.0), outer = 0.30 + 0.70 * smoothstep(-0.035, -0.008, closest);
        float rimA = smoothstep(0.017, 0.0, -d) * smoothstep(0.0, 0.8, dot(n, vec2(-0.72, 0.70)));
        float rimB = smoothstep(0.013, 0.0, -d) * smoothstep(0.1, 0.9, dot(n, vec2(0.80, 0.60)));
        float body = clamp(0.35 + 0.65 * dot(n, vec2(-0.3, 0.8)) * curve, 0.0, 1.0);
        // singlet on the trunk below the neck, shorts over hips and thighs
        float isTrunk = i == 1 ? 1.0 : 0.0, isLeg = i == 2 || i == 0 ? 1.0 : 0.0;
        float along = dot(p - vec2(0.0, 0.52), vec2(0.19, 0.98));
        float singlet = isTrunk * smoothstep(0.285 + edge, 0.285 - edge, along + 0.35 * abs(p.x - 0.20 * along)) * step(0.045, along);
        vec4 bone = i == 0 ? farThigh : nearThigh;
        vec2 thigh = bone.zw - bone.xy, onThigh = p - bone.xy;
        float down = dot(onThigh, thigh) / max(dot(thigh, thigh), 1e-4);
        float short1 = max(isLeg * smoothstep(0.60 + edge * 4.0, 0.60 - edge * 4.0, down) * smoothstep(0.080, 0.074, length(onThigh - thigh * clamp(down, 0.0, 1.0))), isTrunk * smoothstep(0.050 + edge, 0.050 - edge, along));
        float hairy = isTrunk * smoothstep(0.0, 0.008, along - 0.385 + (p.x - 0.105) * -1.1);
        vec4 sole = i == 0 ? farSole : nearSole;
        float shoe = isLeg * smoothstep(0.047 + edge, 0.047 - edge, sdSegment(p, sole.xy - vec2(0.0, 0.01), sole.zw * 1.45 - sole.xy * 0.45));
        vec3 cloth = mix(skin, kit, singlet);
        cloth = mix(cloth, mix(light, accent, 0.35) * 0.6, shoe);
        cloth = mix(cloth, shorts, short1);
        cloth = mix(cloth, vec3(0.012, 0.008, 0.008), hairy);
        float gloss = 1.0 - 0.5 * max(singlet, short1);
        vec3 lit = cloth * lamp * (0.20 + 1.15 * body * body) + cloth * base * 0.35 * max(-n.y, 0.0) * curve;
        lit += lamp * (1.30 * rimA + 0.70 * rimB) * outer * (0.30 * gloss + 0.10 + cloth * 2.0) * (1.0 - 0.6 * hairy);
        lit *= i == 0 ? 0.50 : 1.0;
        // a limb darkens what it passes over
        figureLight *= 1.0 - 0.45 * smoothstep(0.030, 0.0, d) * (i >= 2 ? 1.0 : 0.0) * step(min(f.x, f.z), 0.0);
        figureLight = mix(figureLight, lit, smoothstep(edge, -edge, d));
    }
    colour = mix(colour, figureLight, inside);

#if QUALITY > 0
    // dust in the light
    vec2 moteAt = vec2(uv.x * 8.0 + run * 0.5, uv.y * 8.0 - flow * 0.3);
    vec3 mote = hash23(floor(moteAt));
    float speck = smoothstep(0.05 * mote.z, 0.0, length(fract(moteAt) - 0.2 - 0.6 * mote.xy));
    colour += lamp * speck * step(0.6, mote.x) * hazeLight * 0.6 * (0.3 + sparkle);
#endif
    colour *= 1.0 - 0.25 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.35, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
