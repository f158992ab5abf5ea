/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Powder: a skier carves down a steep mountainside towards us, the low sun behind. One turn in two beats round a slalom pole that is passed on the beat; the snow plume flies out of every turn and swells with the bass, treble lights the crystals, the light changes with the chapters, and now and then the skier jumps.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "plume", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.14, 0.22, 0.44, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.40, 0.58, 0.80, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.99, 0.88, 0.70, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.92, 0.30, 0.20, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 44, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.36)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.36)", "FLOAT": true },
    { "TARGET": "distance1", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "rider", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.72)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.74)", "FLOAT": true },
    { "TARGET": "powder1", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "snow1", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "mountainside", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [22, 22, 14.6],
    "steps": 2,
    "subject": "skier", "domain": "sports", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton", "plants"],
    "mood": { "valence": 0.5, "arousal": 0.6, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "plume", "signal": "bass", "low": 0.15, "high": 1.0, "halfLifeSeconds": 0.3 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "sparkle", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "flow", "signal": "flow" },
      { "input": "variety", "signal": "variation" },
      { "input": "warmth", "signal": "valence" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// The slope: a plane at eye height 0.5 below its own horizon, which is tilted on the screen; depth 1 is one unit from
// the lens. The skier stays at depth HERE.
const int LIMBS = 22;
const vec2 FIGURE_LOW = vec2(-0.72, -0.38);
const vec2 FIGURE_SIZE = vec2(1.44, 1.48);
const float HORIZON = 0.205, HERE = 1.15, SPEED = 1.35, SWEEP = 0.30, TILT = 0.30, SCALE = 0.54;

// across the slope at a beat (-1..1): the outside of a turn on every second beat
float across(float b) { return cos(1.5707963 * b); }
// height of the rare jump: in the last bar of every third chapter
float leap(float b) { float c = mod(b, 48.0) - 43.0; return c > 0.0 && c < 2.0 ? 4.0 * 0.25 * c * (2.0 - c) : 0.0; }

vec4 poseTexel(int k) {
    int i = k < LIMBS ? k : k - LIMBS;
    float a = 1.5707963 * beatCount, x = cos(a), v = -sin(a), air = leap(beatCount), vigour = 0.75 + 0.25 * power;
    bool isLeft = i == 0 || i == 2 || i == 4 || i == 5 || i == 9 || i == 10 || i == 11 || i == 15 || i == 17;
    float side = isLeft ? -1.0 : 1.0, deep1 = x * x;
    // legs lie far over to the inside of the turn, the trunk stays upright over the outer ski; tall between two turns
    float lean = 0.72 * x * vigour * (1.0 - 0.6 * air);
    vec2 up = vec2(-sin(lean), cos(lean));
    vec2 pelvis = up * mix(0.50, mix(0.455, 0.40, vigour), deep1) * (1.0 - 0.24 * air) + vec2(0.0, 0.02);
    float trunkLean = 0.20 * lean - 0.10 * v;
    vec2 chestUp = vec2(-sin(trunkLean), cos(trunkLean)), yoke = normalize(vec2(1.0, -0.26 * x * vigour));
    vec2 neck = pelvis + chestUp * (0.285 - 0.035 * deep1) + vec2(0.0, -0.03 * air);
    vec2 head = neck + vec2(-0.035 * v - 0.012 * x, 0.078);
    // the outer ski carries, the inner one is drawn up and runs a little ahead
    float inner = max(-side * x, 0.0), outer = max(side * x, 0.0);
    vec2 ski = normalize(vec2(0.92 * v * (1.0 - 0.4 * air) - 0.10 * x, -0.52)) * (0.34 + 0.10 * abs(v));
    vec2 foot = vec2(side * (0.088 + 0.022 * air) - 0.035 * x * inner, 0.0) + vec2(0.0, 0.03 + 0.070 * inner + 0.05 * air * (0.5 + 0.5 * side)) + vec2(0.0, -0.05) * side * v * 0.5;
    vec2 hip = pelvis + normalize(vec2(1.0, -0.30 * x)) * side * 0.062;
    vec4 leg = reach(hip, foot + up * 0.085, 0.235, 0.225, side);
    // seen from the front a bent knee comes at us: it drops, and both go over to the inside together
    leg.xy = mix(leg.xy, (hip + foot) * 0.5 + vec2(-0.075 * x - 0.02 * v, 0.025), 0.60);
    vec2 shoulder = neck + yoke * side * 0.120 - chestUp * 0.045;
    float plant = bump(fract((beatCount + (isLeft ? 1.0 : 3.0)) / 4.0), 0.5, 0.15);
    vec2 hand = shoulder + vec2(side * (0.165 + 0.05 * inner + 0.02 * outer + 0.05 * air), -0.175 + 0.075 * inner - 0.055 * outer + 0.02 * plant + 0.09 * air) + vec2(0.02 * v, 0.0);
    vec4 arm = reach(shoulder, hand, 0.150, 0.145, -side);
    arm.xy = mix(arm.xy, (shoulder + hand) * 0.5 + vec2(side * 0.065, -0.012), 0.7);
    vec2 poleEnd = hand + mix(vec2(side * (0.20 - 0.15 * inner), -0.10 - 0.08 * outer - 0.12 * inner), vec2(side * 0.015, -0.43), plant) + vec2(0.0, 0.03 * air);
    vec2 tail = foot - ski * 0.60, tip = foot + ski * 0.92;
    vec4 e = i < 2 ? vec4(tail, tip) : i < 4 ? vec4(tip, tip + ski * 0.16 + vec2(0.0, 0.030)) : i == 4 || i == 16 ? vec4(hand, poleEnd)
        : i == 5 || i == 6 ? vec4(hip, leg.xy) : i == 9 || i == 7 ? vec4(leg.xy, foot + up * 0.10) : i == 10 || i == 8 ? vec4(foot + up * 0.105, foot + ski * 0.07 + up * 0.015)
        : i == 11 || i == 12 ? vec4(shoulder, arm.xy) : i == 15 || i == 13 ? vec4(arm.xy, hand) : i == 17 || i == 14 ? vec4(hand, hand + vec2(-side * 0.012, 0.020))
        : i == 18 ? vec4(pelvis - yoke * 0.048, pelvis + yoke * 0.048) : i == 19 ? vec4(pelvis + chestUp * 0.03, neck - chestUp * 0.085) : i == 20 ? vec4(neck - yoke * 0.088 - chestUp * 0.050, neck + yoke * 0.088 - chestUp * 0.050) : vec4(head, head + chestUp * 0.01);
    vec4 shape = i < 2 ? vec4(0.016, 0.021, 0.0, 0.0) : i < 4 ? vec4(0.021, 0.010, 0.0, 0.0) : i == 4 || i == 16 ? vec4(0.0075, 0.005, 0.0, 0.0)
        : i == 5 || i == 6 ? vec4(0.078, 0.062, 0.014, 0.014) : i == 9 || i == 7 ? vec4(0.056, 0.046, 0.006, 0.006) : i == 10 || i == 8 ? vec4(0.045, 0.036, 0.0, 0.0)
        : i == 11 || i == 12 ? vec4(0.058, 0.048, 0.0, 0.0) : i == 15 || i == 13 ? vec4(0.047, 0.032, 0.0, 0.0) : i == 17 || i == 14 ? vec4(0.037, 0.034, 0.0, 0.0)
        : i == 18 ? vec4(0.070, 0.070, 0.0, 0.0) : i == 19 ? vec4(0.090, 0.112, 0.0, 0.0) : i == 20 ? vec4(0.060, 0.060, 0.0, 0.0) : vec4(0.068, 0.066, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}
vec4 bone(int i) { return texelFetch(pose, ivec2(i, 0), 0); }
float limb(int i, vec2 p) { return muscle(p, bone(i).xy, bone(i).zw, bone(LIMBS + i)); }
// a ski seen from before: narrow at the waist, wide at the shovel; (distance, along 0..1, across)
vec3 skiAt(vec2 p, int i) {
    vec4 a = bone(i), b = bone(i + 2);
    vec2 d = b.zw - a.xy, q = p - a.xy;
    float h = clamp(dot(q, d) / dot(d, d), 0.0, 1.0), l = length(d), off = (d.x * q.y - d.y * q.x) / l - 0.055 * h * h * h * h * h * l;
    float w = mix(0.011, 0.022, h) + 0.016 * (h - 0.45) * (h - 0.45);
    return vec3(length(vec2(dot(q, d) / l - h * l, off)) - w * smoothstep(1.06, 0.90, h), h, off);
}
vec4 skier(vec2 p) {
    float kit = min(min(min(skiAt(p, 0).x, skiAt(p, 1).x), limb(4, p)), limb(16, p));
    float left = smoothMin(limb(5, p), limb(9, p), 0.018), right = smoothMin(limb(6, p), limb(7, p), 0.018);
    left = min(left, limb(10, p));
    right = min(right, limb(8, p));
    float trunk = chainOf(pose, 0, 18, 21, LIMBS, p, 0.045);
    float arms = min(min(smoothMin(limb(11, p), limb(15, p), 0.012), limb(17, p)), min(smoothMin(limb(12, p), limb(13, p), 0.012), limb(14, p)));
    return vec4(kit, min(left, right), smoothMin(trunk, arms, 0.014), limb(21, p));
}
// a point of the mountainside (across, height above the snow, depth) in the slope's frame
vec2 onSlope(float x, float y, float z) { return vec2(x / z, HORIZON - (0.5 - y) / z); }
// from the slope's frame to the screen
vec2 onScreen(float x, float y, float z) { vec2 g = onSlope(x, 0.0, z); return turn(-TILT) * g + vec2(0.0, y / z); }

// the fir of a number, at a depth: (across, height, seed)
vec3 firAt(float id, float z) {
    vec2 h = hash12(mod(id, 401.0) + 3.0);
    return vec3((h.x < 0.66 ? -1.0 : 1.0) * (0.86 + 1.9 * fract(h.x * 7.3)) - 0.16 * z, 0.62 + 0.75 * h.y, h.y);
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x)); return; }
    if (PASSINDEX == 1) { gl_FragColor = skier(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
#if QUALITY > 0
    if (PASSINDEX == 6) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    bool isHalf = PASSINDEX == 2 || PASSINDEX >= 4 && PASSINDEX < 7;
    vec2 full = isHalf ? RENDERSIZE * 2.0 : PASSINDEX == 3 ? vec2(textureSize(distance1, 0)) * 2.0 : RENDERSIZE;
    float pixel = (isHalf ? 2.0 : 1.0) / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full / min(full.x, full.y);
    float wide = 0.5 * full.x / min(full.x, full.y), tall = 0.5 * full.y / min(full.x, full.y);
    float narrow = 1.0 / clamp(0.42 + 0.66 * wide, 0.6, 1.0);
    vec2 p = uv * narrow;
    p.y += 0.15 * (tall - 0.5);
    pixel *= narrow;
    float way = variety < 0.5 ? 1.0 : -1.0;
    p.x *= way;
    // the lens sways with the skier and shakes a little on the beat
    float x0 = across(beatCount), air = leap(beatCount);
    p += vec2(0.05 * across(beatCount - 0.35), 0.006 * x0 * x0 - 0.004 * pulse);
    p = turn(0.030 * across(beatCount - 0.2)) * p;
    vec2 slopeAt = turn(TILT) * p;

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * sin(chapterGlide * 0.8 + variety * 6.0);
    float overcast = clamp(-warmth * 0.5 - 0.25 + 0.25 * strain, 0.0, 0.55), sunny = 1.0 - overcast;
    vec3 sun = mix(vec3(1.0, 0.55, 0.24), vec3(1.0, 0.84, 0.60), hour);
    sun = mix(sun, tintTo(sun, light, 0.9), 0.25) * (1.0 - 0.35 * overcast);
    vec3 zenith = mix(vec3(0.018, 0.085, 0.32), tintTo(vec3(0.10), deep, 0.8), 0.25);
    vec3 haze = mix(mix(vec3(0.46, 0.34, 0.36), vec3(0.24, 0.42, 0.68), hour), tintTo(vec3(0.36), base, 0.6), 0.22);
    vec3 shadowSnow = mix(vec3(0.030, 0.085, 0.28), tintTo(vec3(0.095), base, 0.7), 0.22);
    vec2 sunAt = vec2(0.30 * min(wide * 1.2, 1.0) + 0.10 * fract(variety * 4.1), 0.300 + 0.03 * hour);
    vec2 toSun = sunAt - p;
    float sunDistance = length(toSun), glow = 1.0 / (1.0 + sunDistance * sunDistance * 15.0);
    float go = mod(beatCount * SPEED, 5400.0);
    vec2 feet = onScreen(SWEEP * x0, 0.0, HERE);
    // the slope: it ends at a near ridge, its wood against the sky
    float lumps = 0.030 * valueNoise1(slopeAt.x * 3.0 + 7.0) + 0.010 * valueNoise1(slopeAt.x * 11.0), drop = HORIZON - slopeAt.y;
    float ridgeLine = drop - 0.058 + lumps, depth = 0.5 / max(drop, 0.030);
    vec2 snowAt = vec2(slopeAt.x * depth, depth - go);
    float nearness = 1.0 / (1.0 + 0.10 * depth * depth);
    float gap = 0.92, start = floor(go / gap), slide = fract(go / gap) * gap;

    // the skier, a sheet that is laid over the slope below
    if (PASSINDEX == 3) {
        vec2 at = isf_FragNormCoord, q = FIGURE_LOW + at * FIGURE_SIZE;
        vec4 sum = vec4(0.0);
        vec2 s = vec2(0.008, 0.0);
        vec4 f = IMG_NORM_PIXEL(figure, at), fx = IMG_NORM_PIXEL(figure, at + s) - IMG_NORM_PIXEL(figure, at - s), fy = IMG_NORM_PIXEL(figure, at + s.yx) - IMG_NORM_PIXEL(figure, at - s.yx);
        float edge = 0.6 * FIGURE_SIZE.x / RENDERSIZE.x;
        vec2 key = normalize(vec2(0.78, 0.62));
        vec4 head4 = bone(21), chest = bone(19);
        vec2 rise = normalize(chest.zw - chest.xy), on = vec2(rise.y, -rise.x);
        vec3 fill = shadowSnow * 2.1 + haze * 0.22, bright = saturation(accent, 1.12) * 0.9, pale = mix(vec3(0.80), light, 0.35);
        // skis and poles
        for (int j = 0; j < 2; j++) {
            vec3 k = skiAt(q, j);
            vec3 top = mix(bright * 0.75, pale * 0.9, step(abs(fract(k.y * 2.0 + 0.3) - 0.5), 0.13));
            vec3 board = mix(vec3(0.012), top, smoothstep(-0.002, 0.002, k.z * (x0 < 0.0 ? -1.0 : 1.0) + 0.006));
            lay(sum, board * (fill + sun * 0.75 * sunny) + sun * 0.9 * smoothstep(0.006, 0.0, abs(k.x + 0.003)) * step(k.z, 0.0) * sunny, smoothstep(edge, -edge, k.x));
            vec4 pole = bone(j == 0 ? 4 : 16);
            vec2 basket = mix(pole.xy, pole.zw, 0.90);
            float d = min(sdLimb(q, pole.xy, pole.zw, 0.0070, 0.0045), sdEllipse(q - basket, vec2(0.024, 0.010)));
            lay(sum, vec3(0.02) + sun * 0.55 * smoothstep(-0.002, 0.004, dot(q - pole.xy, vec2(pole.zw - pole.xy).yx * vec2(-1.0, 1.0)) * (j == 0 ? 1.0 : -1.0)) * sunny, smoothstep(edge, -edge, d));
        }
        for (int i = 1; i < 4; i++) {
            float d = i == 1 ? f.y : i == 2 ? f.z : f.w;
            vec2 n = i == 1 ? vec2(fx.y, fy.y) : i == 2 ? vec2(fx.z, fy.z) : vec2(fx.w, fy.w);
            n /= max(length(n), 1e-4);
            // folds of cloth: short creases across the way of the limb
#if QUALITY < 1
            float crease = 0.0;
#else
            float crease = valueNoise(vec2(dot(q, vec2(n.y, -n.x)) * 34.0, d * 46.0 + 7.0 * float(i))) - 0.5;
#endif
            vec2 l = roundLight(d, normalize(n + 0.55 * crease * vec2(n.y, -n.x)), 0.070, key);
            vec3 cloth = i == 1 ? mix(deep * 0.16, vec3(0.014, 0.020, 0.040), 0.6) : i == 2 ? bright * 0.70 : pale * 0.85;
            vec2 c = q - chest.xy;
            float along = dot(c, rise), wideAt = dot(c, on);
            if (i == 1) {
                for (int j = 0; j < 2; j++) {
                    vec4 boot = bone(j == 0 ? 10 : 8), shin = bone(j == 0 ? 9 : 7), thigh = bone(j == 0 ? 5 : 6);
                    // a stripe down the outer seam, the hard shell of the boot with its buckles
                    float seam = min(sdSegment(q + vec2(j == 0 ? 0.036 : -0.036, 0.0), thigh.xy, thigh.zw), sdSegment(q + vec2(j == 0 ? 0.028 : -0.028, 0.0), shin.xy, shin.zw));
                    cloth = mix(cloth, bright * 0.62, smoothstep(0.011, 0.008, seam));
                    float shell = smoothstep(0.049, 0.044, sdSegment(q, boot.xy, boot.zw)), buckle = abs(fract(alongLimb(q, boot.xy, boot.zw) * 3.0) - 0.5);
                    cloth = mix(cloth, mix(pale * 0.75, vec3(0.03), smoothstep(0.32, 0.40, buckle)), shell);
                }
            }
            if (i == 2) {
                float glove = 1e2, cuff = 1e2;
                for (int j = 0; j < 2; j++) { vec4 hand = bone(j == 0 ? 17 : 14), fore = bone(j == 0 ? 15 : 13); glove = min(glove, sdSegment(q, hand.xy, hand.zw) - 0.040); cuff = min(cuff, sdSegment(q, mix(fore.xy, fore.zw, 0.72), fore.zw) - 0.050); }
                // a yoke of a pale colour over the shoulders, its point down the chest; zip; hem
                float yokeAt = along - 0.135 - 0.30 * abs(wideAt);
                cloth = mix(cloth, pale * 0.78, smoothstep(-0.003, 0.003, yokeAt) * step(abs(wideAt), 0.30));
                cloth = mix(cloth, deep * 0.20, smoothstep(0.003, 0.0, abs(yokeAt + 0.014) - 0.010));
                cloth = mix(cloth, vec3(0.010), smoothstep(0.004, 0.002, abs(wideAt)) * step(-0.02, along) * step(along, 0.25));
                cloth = mix(cloth, mix(deep * 0.16, vec3(0.014, 0.020, 0.040), 0.6), smoothstep(0.003, -0.003, along + 0.028 + 0.02 * abs(wideAt)) * step(abs(wideAt), 0.15));
                cloth = mix(cloth, vec3(0.018), smoothstep(0.004, -0.004, min(glove, cuff)));
                l.x *= 0.72 + 0.28 * smoothstep(0.010, 0.045, abs(abs(wideAt) - 0.118) + 0.03 * step(0.25, along));
            }
            float lit = smoothstep(0.52, 0.66, l.x + 0.10 * crease) * sunny;
            vec3 paint = cloth * fill * (0.55 + 0.55 * l.x + 0.35 * max(-n.y, 0.0) + 0.30 * crease) + cloth * sun * 1.45 * lit;
            paint += sun * l.y * l.y * (0.30 + 0.9 * cloth) * sunny;
            if (i >= 2) lay(sum, vec3(0.0), 0.45 * smoothstep(0.035, 0.0, d) * step(f.y, 0.02));
            lay(sum, paint, smoothstep(edge, -edge, d));
            if (i == 3) {
                // helmet's brim, face, goggles that hold the whole valley
                vec2 h = q - head4.xy - vec2(0.0, -0.004);
                float strap = max(abs(h.y + 0.002 + 0.6 * h.x * h.x) - 0.013, d + 0.002);
                float lens = sdRoundBox(h + vec2(0.0, 0.004), vec2(0.052, 0.026), 0.022), face = max(d, h.y + 0.026);
                vec3 skin = mix(vec3(0.16, 0.075, 0.042), vec3(0.48, 0.28, 0.20), fract(variety * 9.1));
                lay(sum, skin * (fill * 1.5 + sun * 0.8 * smoothstep(-0.01, 0.03, h.x) * sunny), smoothstep(edge, -edge, face + 0.012));
                lay(sum, vec3(0.010), smoothstep(edge, -edge, min(strap, lens - 0.007)));
                vec3 mirror = mix(mix(sun * 0.9, bright * 0.6, smoothstep(-0.01, 0.02, h.y)), zenith, smoothstep(0.0, 0.024, h.y)) + sun * smoothstep(0.012, 0.006, length(h - vec2(0.024, 0.008))) * (0.8 + sparkle);
                lay(sum, mirror, smoothstep(edge, -edge, lens));
                lay(sum, bright * 0.55 * (0.3 + 0.9 * lit), smoothstep(edge, -edge, max(d + 0.004, abs(h.x + 0.010 * h.y) - 0.012)) * step(0.030, h.y));
            }
        }
        gl_FragColor = sum;
        return;
    }

    // the plume, at half size: thrown outwards at the outside of every turn, hanging in the light behind
    if (PASSINDEX == 4) {
        float dense = 0.0, before = 0.0;
        vec2 step1 = normalize(toSun) * 0.045;
        const float PUFFS = QUALITY < 1 ? 2.8 : 5.5;
        for (int i = 0; i < 8; i++) {
            if (QUALITY < 1 && i >= 4) break;
            float s = (float(i) + fract(beatCount * PUFFS)) / PUFFS, then = beatCount - s, x = across(then);
            float strength = (0.10 + 0.90 * x * x) * (1.0 - s / 1.5) * (1.0 - step(0.001, leap(then)));
            float z = HERE + SPEED * s * 0.62, high = 0.015 + 0.66 * s - 0.28 * s * s;
            vec2 c = onScreen(SWEEP * x + x * (0.08 + 0.52 * s - 0.12 * s * s), high, z);
            float size = (0.060 + 0.32 * s) / z;
            vec2 d = (p - c) / size, e = d + step1 / size;
            float blob = max(1.0 - dot(d, d), 0.0), shade = max(1.0 - dot(e, e), 0.0);
            dense += blob * blob * max(strength, 0.0);
            before += shade * shade * max(strength, 0.0);
        }
        // the fan that the edges throw, in rays away from the skis
        vec2 from = p - feet - vec2(0.02 * x0, -0.015), out1 = normalize(vec2(sign(x0) * 0.90, 0.42));
        float r = length(from), toward = dot(from, out1) / max(r, 1e-4);
        float fan = smoothstep(0.62, 0.95, toward) * smoothstep(0.30, 0.03, r) * x0 * x0 * (1.0 - step(0.001, air));
        float ray = valueNoise(vec2(atan(from.y, abs(from.x)) * 11.0, r * 9.0 - beatCount * 7.0)) * 0.65 + valueNoise(vec2(atan(from.y, abs(from.x)) * 31.0, r * 22.0 - beatCount * 13.0)) * 0.35;
        vec2 billowAt = vec2(p.x * 8.0 - 0.4 * x0, p.y * 8.5 - beatCount * 0.6);
        float billow = fbm(billowAt + 0.35 * swing2(billowAt.yx * 0.4), 4);
        float ragged = smoothstep(0.20, 0.72, billow + 0.20 * min(dense, 1.0));
        float cover = 1.0 - exp(-dense * (0.05 + 3.4 * ragged * ragged) * (0.75 + 1.7 * plume) - fan * (0.2 + 3.6 * ray * ray * ray) * (0.8 + 0.8 * plume));
        float lit = exp(-1.0 * before * (0.30 + billow)) * smoothstep(0.05, 0.65, billow + 0.35 * fan + 0.15);
        vec3 powder = mix(shadowSnow * 1.7 + haze * 0.16, haze * 0.40 + sun * (1.45 + 0.8 * glow), lit * (0.35 + 0.65 * sunny));
        float flecks = 0.0;
        // clods and grains that fly out of the turn, drawn out by their speed
        vec2 outward = normalize(vec2(sign(x0) * 0.90, 0.50)), away = p - feet, flight = normalize(vec2(away.x, away.y - 0.02) + 1e-4);
        for (int i = 0; i < 2; i++) {
            if (QUALITY < 1 && i >= 1) break;
            float n = float(i), rays = 15.0 + 11.0 * n, r = length(away), turnAt = atan(away.y, away.x) * rays;
            vec2 c = vec2(turnAt, log2(r + 0.02) * (3.2 + n) - beatCount * (2.4 + 0.8 * n) + 7.0 * hash11(floor(turnAt) + 50.0 * n));
            vec3 h = hash23(floor(c) + 30.0 * n);
            vec2 d = (fract(c) - 0.3 - 0.4 * h.xy) * vec2(r * 0.95 / (rays * 0.066), r * 3.2) * 0.066;
            float fleck = smoothstep(0.0052 + pixel, 0.0015, length(d * vec2(1.0, 0.30)) * (1.3 + h.z)) * step(0.62, h.z);
            flecks += fleck * smoothstep(0.05, 0.40, cover + 0.25 * smoothstep(0.4, 0.1, r) * x0 * x0) * smoothstep(0.03, 0.10, r) * smoothstep(0.1, 0.6, dot(flight, outward)) * 0.75;
        }
        flecks = min(flecks, 1.0);
        gl_FragColor = vec4(mix(powder, haze * 0.5 + sun * (1.2 + sparkle), flecks), max(cover, flecks));
        return;
    }

    // sky and peaks, at half size
    if (PASSINDEX == 2) {
        float up = p.y - 0.02;
        vec3 colour = mix(haze, zenith, clamp(sqrt(max(up, 0.0)) * 1.45 - 0.05, 0.0, 1.0));
        float cloudNoise = fbm(vec2(p.x * 2.2 + beatCount * 0.008 + up, up * 7.0) + variety * 20.0, 3), cloud = smoothstep(0.52 - 0.2 * overcast, 0.80, cloudNoise);
        colour += sun * (0.85 * glow * glow + 0.20 * glow) * sunny;
        colour = mix(colour, haze * 0.9 + sun * (0.15 + 0.55 * glow), cloud * 0.5 * smoothstep(0.0, 0.2, up));
        colour += sun * smoothstep(0.034, 0.028, sunDistance) * 3.0 * sunny;
        for (int i = 0; i < 2; i++) {
            if (QUALITY < 1 && i < 1) continue;
            float n = float(i), x = p.x * (2.1 + 1.2 * n) + 17.0 * n + variety * 70.0 + beatCount * 0.002;
            float h = (0.33 - 0.13 * n) * (0.60 * ridge(valueNoise1(x)) + 0.25 * ridge(valueNoise1(x * 2.4 + 5.0)) + 0.10 * ridge(valueNoise1(x * 6.3)) + 0.05 * valueNoise1(x * 16.0)) - 0.02;
            float below = h - up;
            vec3 f = valueNoiseD(vec2(x * 2.4 + below * 3.0, below * 7.0 + 9.0 * n)), g = valueNoiseD(vec2(x * 7.0 - below * 9.0, below * 17.0));
            float lit = smoothstep(0.46, 0.60, 0.5 - 0.26 * f.y - 0.16 * g.y);
            float rock = smoothstep(0.56, 0.70, g.x + 0.35 * (f.x - 0.5)) * 0.75;
            vec3 face = mix(shadowSnow * 1.25 + haze * 0.06, haze * 0.25 + sun * 0.95, lit * sunny);
            face = mix(face, mix(zenith * 0.4 + deep * 0.1, haze * 0.22 + sun * 0.10, lit), rock);
            face = mix(face, haze * 0.9 + sun * 0.25 * glow, 0.36 - 0.16 * n);
            colour = mix(colour, face, smoothstep(pixel, -pixel, up - h));
        }
        // far below on the open side the valley lies in haze
        colour = mix(colour, haze * 0.85 + sun * (0.10 + 0.35 * glow), 0.75 * smoothstep(0.10, -0.06, p.y));
        // the wood along the ridge
#if QUALITY < 1
        float top = fract(slopeAt.x * 26.0 + go * 0.1), tall1 = 0.09 * (0.4 + 0.6 * hash11(floor(slopeAt.x * 26.0 + go * 0.1))) * smoothstep(0.55, -0.25, slopeAt.x);
        vec2 wood = vec2(-ridgeLine - tall1 * (1.0 - 2.6 * abs(top - 0.5)), 0.0);
#else
        vec2 wood = snowyConiferRow(vec2(slopeAt.x * 3.0 + go * 0.012, -ridgeLine * 3.0 + 0.02), 0.115, 0.42 * smoothstep(0.55, -0.25, slopeAt.x) + 0.05, 2.0 + floor(variety * 9.0));
#endif
        vec3 tree = mix(mix(haze * 0.34, zenith * 0.5, 0.5) + sun * 0.12 * glow, haze * 0.45 + sun * 0.45, smoothstep(0.45, 0.9, wood.y) * 0.8);
        colour = mix(colour, tree, smoothstep(pixel * 2.2, -pixel * 2.2, wood.x));
        gl_FragColor = vec4(colour, 1.0);
        return;
    }
    // what of the slope is smooth, at half size: its relief, torn snow, the shadows of the firs
    if (PASSINDEX == 5) {
        // low light from the right and from behind: each swell has a lit crest and a blue lee with a clean edge
        vec3 big = valueNoiseD(snowAt * vec2(1.25, 0.62)), mid = valueNoiseD(snowAt * vec2(3.9, 1.7) + big.x * 1.5 + 7.0);
        float lit0 = 0.50 - 0.17 * (big.y - 0.5 * big.z) - 0.115 * (mid.y - 0.5 * mid.z) * (0.4 + 0.6 * nearness);
        float dark = 0.0;
        for (int j = 8; j >= 0; j--) {
            if (QUALITY < 1 && j > 3) continue;
            float z = 0.55 + gap * float(j) + slide;
            vec3 stands = firAt(start - float(j), z);
            vec2 t = (p - onScreen(stands.x, 0.0, z)) * z;
            float high = stands.y;
            vec2 e = turn(TILT) * t, s = vec2(e.x - 1.25 * e.y, -e.y * 1.9);
            float tier = 0.030 * abs(fract(s.y * 7.0 / high) - 0.5);
            dark = max(dark, smoothstep(0.012 * z, -0.012 * z, abs(s.x) - 0.215 * (high - s.y) - tier) * step(0.0, s.y) * step(s.y, high));
        }
#if QUALITY < 1
        vec2 torn = mid.xx;
#else
        vec2 torn = vec2(valueNoise(snowAt * vec2(11.0, 7.0)), valueNoise(snowAt * vec2(23.0, 14.0) + 3.0));
#endif
        gl_FragColor = vec4(lit0, torn, dark);
        return;
    }
    vec3 colour = IMG_NORM_PIXEL(distance1, isf_FragNormCoord).rgb;
    vec4 powder = IMG_NORM_PIXEL(powder1, isf_FragNormCoord), relief = IMG_NORM_PIXEL(snow1, isf_FragNormCoord);

    float fine = valueNoise(snowAt * vec2(26.0, 13.0)) - 0.5;
    float lit = relief.x + 0.22 * fine * nearness;
    float bright1 = smoothstep(0.36, 0.56, lit);
    vec3 snow = mix(shadowSnow * (0.95 + 0.5 * fine), haze * 0.20 + sun * (0.62 + 0.30 * lit), bright1 * (0.30 + 0.70 * sunny));
    snow += sun * 0.40 * exp(-abs(p.x - sunAt.x) * 2.2) * bright1 * sunny;
    // where the skis have been
    float age = (depth - HERE) / SPEED, made = beatCount - age;
    float speedX = -sin(1.5707963 * made) * 0.55, off = (snowAt.x - SWEEP * across(made)) / sqrt(1.0 + speedX * speedX);
    float w = pixel * depth, twin = abs(abs(off) - 0.052) - 0.014;
    float carved = step(0.0, age) * (1.0 - step(0.001, leap(made))) * smoothstep(8.5, 4.5, depth);
    float groove = smoothstep(0.008 + w, -w, twin) * carved;
    snow = mix(snow, shadowSnow * 0.72, groove * 0.85);
    snow += sun * 0.6 * smoothstep(0.010 + w, 0.0, abs(off + 0.075)) * carved * sunny;
    float apex = across(made);
    float torn = smoothstep(0.30, 0.0, abs(off - 0.20 * apex)) * apex * apex * carved * smoothstep(0.42, 0.60, relief.y);
    snow = mix(snow, mix(shadowSnow * 1.1, haze * 0.25 + sun * 0.85, smoothstep(0.3, 0.7, 0.6 * fine + relief.z) * sunny), torn * 0.7);
    // crystals
    vec2 grain = floor(vec2(snowAt.x * 210.0, snowAt.y * 150.0));
    float gem = hash21(grain), glint = step(0.990, gem) * nearness * step(0.5, fract(gem * 977.0 + beatCount * 0.5));
    snow += sun * glint * (0.3 + 1.8 * sparkle) * (0.2 + bright1);
    // the skier's long shadow, thrown towards us, and those of the firs
    vec2 d1 = slopeAt - turn(TILT) * feet, cast1 = vec2(d1.x - 1.25 * d1.y, -d1.y * 1.9 - 0.30 * air) / SCALE, q = (p - feet - vec2(0.0, 0.16 * air)) / SCALE;
    vec4 g4 = IMG_NORM_PIXEL(figure, clamp((cast1 - FIGURE_LOW) / FIGURE_SIZE, 0.0, 1.0));
    float thrown = smoothstep(0.014, -0.014, min(min(g4.x, g4.y), min(g4.z, g4.w))) * step(abs(cast1.x), 0.70) * step(-0.05, cast1.y) * step(cast1.y, 1.08) * step(d1.y, 0.01);
    // (of the firs that may stand at a place, the two nearest are drawn)
    vec4 first = vec4(0.0, 9.0, 0.1, 0.0), second = first;
    vec2 firstFoot = vec2(0.0, 1.0), secondFoot = firstFoot;
    for (int j = 8; j >= 0; j--) {
        if (QUALITY < 1 && j > 5) continue;
        float z = 0.55 + gap * float(j) + slide;
        vec3 stands = firAt(start - float(j), z);
        float high = stands.y;
        vec2 foot = onScreen(stands.x, 0.0, z), t = (p - foot) * z;
        bool here = abs(t.x) < 0.30 * max(high - t.y, 0.0) + 0.02 && t.y > -0.06;
        second = here ? first : second;
        secondFoot = here ? firstFoot : secondFoot;
        first = here ? vec4(t, high, stands.z) : first;
        firstFoot = here ? vec2(foot.x, z) : firstFoot;
    }
    snow = mix(snow, shadowSnow * (0.62 + 0.3 * fine), max(thrown * 0.92, relief.w * 0.88) * (0.25 + 0.75 * sunny));
    snow = mix(snow, haze * 0.80 + sun * (0.10 + 0.35 * glow), 1.0 - exp(-max(depth - 2.0, 0.0) * 0.085));
    colour = mix(colour, snow * 0.86, smoothstep(-pixel, pixel, ridgeLine));

    // firs go by, dark and heavy with snow
    for (int k = 0; k < 2; k++) {
        vec4 stands = k == 0 ? second : first;
        vec2 t = stands.xy, foot = k == 0 ? secondFoot : firstFoot;
        float z = foot.y, high = stands.z;
        vec2 fir = snowyConifer(t + vec2(0.0, 0.02), high, high * 0.27, stands.w * 9.0);
        float turned = smoothstep(-0.05, 0.09, t.x + 0.04 * (fir.y - 0.5)), fade = exp(-max(z - 1.0, 0.0) * 0.075);
        vec3 needle = mix(vec3(0.004, 0.017, 0.018), deep * 0.07, 0.3) + vec3(0.020, 0.040, 0.012) * (0.4 + sun) * turned * sunny;
        vec3 tree = mix(needle, mix(shadowSnow * 0.85, haze * 0.2 + sun * 0.95, turned * (0.2 + 0.8 * sunny)), smoothstep(0.44, 0.80, fir.y));
        tree += sun * 0.35 * smoothstep(0.020, 0.0, -fir.x) * turned * sunny;
        colour = mix(colour, mix(haze * 0.75 + sun * 0.2 * glow, tree, fade), smoothstep(pixel * z, -pixel * z, fir.x) * smoothstep(0.55, 0.75, z));
    }
    // slalom poles, one a turn, knocked over as they are passed
    for (int j = 2; j >= -1; j--) {
        float turnNumber = floor(beatCount * 0.5) - float(j), since = beatCount - turnNumber * 2.0, z = HERE + SPEED * since + 0.05;
        if (z < 0.5) continue;
        float side = mod(turnNumber, 2.0) < 0.5 ? 1.0 : -1.0, hit = exp(-max(since, 0.0) * 1.9) * step(0.0, since) * swing(since * 1.6 + 0.25);
        vec2 t = (p - onScreen(side * (SWEEP - 0.29), 0.0, z)) * z;
        t.x -= side * 0.75 * hit * max(t.y, 0.0);
        float edge = max(pixel * z * 0.8, 0.035 * smoothstep(1.0, 0.55, z)), pole = max(abs(t.x) - 0.0115, abs(t.y - 0.19) - 0.21), panel = sdRoundBox(t - vec2(0.0, 0.33), vec2(0.026, 0.065), 0.012);
        vec3 paint = side > 0.0 ? saturation(accent, 1.4) * 0.75 : mix(deep, base, 0.35) * 0.8;
        vec3 cloth = paint * (shadowSnow * 2.0 + haze * 0.3 + sun * 1.2 * smoothstep(-0.004, 0.006, t.x) * sunny);
        float fade = exp(-max(z - 1.0, 0.0) * 0.08);
        vec2 e = turn(TILT) * t;
        float shade = smoothstep(0.010, -0.004, abs(e.x - 1.25 * e.y) - 0.012) * step(e.y, 0.0) * step(-0.25, e.y);
        colour = mix(colour, shadowSnow * 0.7, shade * fade * sunny * 0.8);
        colour = mix(colour, mix(haze, cloth, fade), smoothstep(edge, -edge, min(pole, panel)) * smoothstep(0.5, 0.85, z));
    }
    colour = mix(colour, powder.rgb, powder.a * 0.95);

#if QUALITY < 1
    // all behind the skier at half size
    if (PASSINDEX == 6) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(mountainside, isf_FragNormCoord).rgb;
#endif
    // the skier, up to the boots in the snow that the edges throw
    vec2 at = (q - FIGURE_LOW) / FIGURE_SIZE;
    vec4 drawn = IMG_NORM_PIXEL(rider, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5);
    float buried = powder.a * smoothstep(0.10, -0.03, q.y + 0.10 * x0 * q.x) * 0.80 * (1.0 - air);
    colour = mix(colour * (1.0 - drawn.a) + drawn.rgb, powder.rgb, buried * drawn.a);
    // crystals in the air
    for (int i = 0; i < 2; i++) {
            if (QUALITY < 1 && i >= 1) break;
        float n = float(i), scale = 9.0 + 9.0 * n;
        vec2 c = vec2(p.x + 0.10 * x0, p.y) * scale + vec2(-flow * 0.3, beatCount * (0.22 - 0.08 * n)) + 30.0 * n;
        vec3 h = hash23(floor(c));
        vec2 d = fract(c) - 0.25 - 0.5 * h.xy;
        float flake = smoothstep(0.050 * h.z, 0.0, length(d)) * step(0.6, h.x);
        colour += (haze * 0.25 + sun * (0.2 + 1.2 * sparkle * step(0.5, fract(h.y * 5.0 + beatCount * 0.5)))) * flake * (0.35 + 0.9 * strain);
    }
    colour += sun * (0.12 * glow * glow + 0.03 * glow) * sunny;
    colour *= 1.0 - 0.24 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.30) * 1.45, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
