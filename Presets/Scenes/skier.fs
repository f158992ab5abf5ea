/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Powder: a skier carves down a mountainside towards us. One turn in two beats round a pole that is passed on the beat; the snow plume flies out of every turn and swells with the bass, treble lights the crystals, the sun goes round with the chapters, and now and then the skier jumps.",
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
    { "TARGET": "rider", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.66)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.71)", "FLOAT": true },
    { "TARGET": "mountainside", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [23, 23, 13.4],
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

// The slope: a plane at eye height 0.5 below a horizon; depth 1 is one unit from the lens. The skier stays at depth HERE.
const int LIMBS = 22;
const vec2 FIGURE_LOW = vec2(-0.66, -0.34);
const vec2 FIGURE_SIZE = vec2(1.32, 1.42);
const float HORIZON = 0.155, HERE = 1.15, SPEED = 1.35, SWEEP = 0.30;

// across the slope at a beat (-1..1): the outside of a turn on every second beat
float across(float b) { return cos(1.5707963 * b); }
// height of the rare jump: in the last bar of every third chapter
float leap(float b) { float c = mod(b, 48.0) - 43.0; return c > 0.0 && c < 2.0 ? 4.0 * 0.25 * c * (2.0 - c) : 0.0; }

vec4 poseTexel(int k) {
    int i = k < LIMBS ? k : k - LIMBS;
    float a = 1.5707963 * beatCount, x = cos(a), v = -sin(a), air = leap(beatCount), vigour = 0.7 + 0.3 * power;
    // the body leans into the turn, low at its outside, tall between the turns
    float lean = -0.50 * x * vigour * (1.0 - air), low1 = x * x * (1.0 - 0.6 * air);
    vec2 up = turn(-lean) * vec2(0.0, 1.0);
    float reachUp = mix(0.475, 0.395, low1 * vigour) - 0.05 * air;
    vec2 pelvis = up * reachUp + vec2(0.0, 0.02);
    vec2 chestUp = turn(-lean * 0.30 - 0.05 * v) * vec2(0.0, 1.0), chestOn = vec2(chestUp.y, -chestUp.x);
    vec2 neck = pelvis + chestUp * (0.265 - 0.02 * low1);
    vec2 head = neck + vec2(0.0, 0.088) + chestUp * 0.01 + vec2(0.02 * v, 0.0);
    // skis: 0 left 1 right; the outside one carries
    vec2 ski = normalize(vec2(0.80 * v * (1.0 - 0.5 * air) + 0.02, -0.50)) * (0.30 + 0.14 * abs(v));
    vec2 spread = vec2(0.085 + 0.03 * air, 0.0);
    float sideOf = i == 0 || i == 2 || i == 4 || i == 5 || i == 9 || i == 10 || i == 11 || i == 15 || i == 17 || i == 19 ? -1.0 : 1.0;
    float inside = max(-sideOf * x, 0.0) * (1.0 - air);
    vec2 foot = spread * sideOf + vec2(0.0, 0.03 + 0.055 * inside + 0.02 * air) + vec2(0.0, -0.05) * sideOf * v * 0.5;
    vec2 hip = pelvis + vec2(sideOf * 0.055, -0.01);
    float bone = max(length(hip - foot) * 0.515, 0.17);
    vec4 leg = reach(hip, foot + vec2(0.0, 0.06), bone, bone, sideOf * 1.0);
    leg.xy = mix(leg.xy, (hip + foot) * 0.5 + vec2(-0.09 * x, -0.01), 0.55);
    vec2 shoulder = neck + chestOn * sideOf * 0.105 - chestUp * 0.045;
    float plant = bump(fract((beatCount + (sideOf > 0.0 ? 3.0 : 1.0)) / 4.0), 0.5, 0.17);
    vec2 hand = shoulder + vec2(sideOf * (0.155 + 0.06 * inside + 0.06 * air), -0.155 - 0.05 * plant + 0.07 * inside + 0.20 * air) + vec2(0.03 * v, 0.0);
    vec4 arm = reach(shoulder, hand, 0.145, 0.135, sideOf);
    vec2 poleEnd = hand + mix(vec2(sideOf * 0.17 + 0.06 * x, -0.24), vec2(sideOf * 0.05, -0.40), plant) + vec2(0.0, 0.05 * air);
    vec2 tail = foot - ski * 0.62 + vec2(0.0, -0.02), tip = foot + ski * 0.85 + vec2(0.0, -0.02);
    // 0 1 ski, 2 3 tip, 4 pole left, 16 pole right, 5..: legs 5 6 thigh+shin left? see below
    vec4 e = i < 2 ? vec4(tail, tip) : i < 4 ? vec4(tip, tip + ski * 0.14 + vec2(0.0, 0.022)) : i == 4 || i == 16 ? vec4(hand, poleEnd)
        : i == 5 || i == 6 ? vec4(hip, leg.xy) : i == 9 || i == 7 ? vec4(leg.xy, leg.zw) : i == 10 || i == 8 ? vec4(leg.zw - vec2(0.0, 0.01), foot + ski * 0.10 + vec2(0.0, 0.005))
        : i == 11 || i == 12 ? vec4(shoulder, arm.xy) : i == 15 || i == 13 ? vec4(arm.xy, arm.zw) : i == 17 || i == 14 ? vec4(arm.zw, arm.zw + vec2(sideOf * 0.012, 0.012))
        : i == 18 ? vec4(pelvis - vec2(0.045, 0.0), pelvis + vec2(0.045, 0.0)) : i == 19 ? vec4(pelvis + chestUp * 0.02, neck - chestUp * 0.07) : i == 20 ? vec4(neck - chestOn * 0.075 - chestUp * 0.045, neck + chestOn * 0.075 - chestUp * 0.045) : vec4(head, head + chestUp * 0.01);
    vec4 shape = i < 2 ? vec4(0.021, 0.021, 0.0, 0.0) : i < 4 ? vec4(0.021, 0.010, 0.0, 0.0) : i == 4 || i == 16 ? vec4(0.0075, 0.005, 0.0, 0.0)
        : i == 5 || i == 6 ? vec4(0.074, 0.058, 0.012, 0.012) : i == 9 || i == 7 ? vec4(0.058, 0.046, 0.004, 0.004) : i == 10 || i == 8 ? vec4(0.046, 0.040, 0.0, 0.0)
        : i == 11 || i == 12 ? vec4(0.056, 0.045, 0.0, 0.0) : i == 15 || i == 13 ? vec4(0.045, 0.034, 0.0, 0.0) : i == 17 || i == 14 ? vec4(0.036, 0.034, 0.0, 0.0)
        : i == 18 ? vec4(0.066, 0.066, 0.0, 0.0) : i == 19 ? vec4(0.092, 0.108, 0.0, 0.0) : i == 20 ? vec4(0.062, 0.062, 0.0, 0.0) : vec4(0.070, 0.066, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}
float limb(int i, vec2 p) { return muscle(p, texelFetch(pose, ivec2(i, 0), 0).xy, texelFetch(pose, ivec2(i, 0), 0).zw, texelFetch(pose, ivec2(LIMBS + i, 0), 0)); }
vec4 skier(vec2 p) {
    float kit = min(min(chainOf(pose, 0, 0, 4, LIMBS, p, 0.004), limb(4, p)), limb(16, p));
    float left = smoothMin(limb(5, p), smoothMin(limb(9, p), limb(10, p), 0.02), 0.03), right = smoothMin(limb(6, p), smoothMin(limb(7, p), limb(8, p), 0.02), 0.03);
    float trunk = chainOf(pose, 0, 18, 21, LIMBS, p, 0.05);
    float arms = min(smoothMin(limb(11, p), smoothMin(limb(15, p), limb(17, p), 0.01), 0.02), smoothMin(limb(12, p), smoothMin(limb(13, p), limb(14, p), 0.01), 0.02));
    return vec4(kit, min(left, right), smoothMin(trunk, arms, 0.018), limb(21, p));
}
// a point of the mountainside (across, height above the snow, depth) to the screen
vec2 onScreen(float x, float y, float z) { return vec2(x / z, HORIZON - (0.5 - y) / z); }

// lays paint on a transparent sheet (light times cover, cover)
void lay(inout vec4 sheet, vec3 paint, float cover) { sheet = mix(sheet, vec4(paint, 1.0), cover); }

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x)); return; }
    if (PASSINDEX == 1) { gl_FragColor = skier(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
#if QUALITY > 0
    if (PASSINDEX == 4) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 2 || PASSINDEX == 4 ? RENDERSIZE * 2.0 : PASSINDEX == 3 ? vec2(textureSize(distance1, 0)) * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec2 p = uv / clamp(0.42 + 0.66 * wide, 0.6, 1.0);
    p.y += 0.15 * (tall - 0.5);
    float narrow = 1.0 / clamp(0.42 + 0.66 * wide, 0.6, 1.0);
    pixel *= narrow;
    float way = variety < 0.5 ? 1.0 : -1.0;
    p.x *= way;
    // the lens sways with the skier and shakes a little on the beat
    float x0 = across(beatCount), air = leap(beatCount);
    p += vec2(0.05 * across(beatCount - 0.35), 0.006 * x0 * x0 - 0.004 * pulse);
    p = turn(0.030 * across(beatCount - 0.2)) * p;

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * sin(chapterGlide * 0.8 + variety * 6.0);
    float overcast = clamp(-warmth * 0.8 - 0.25 + 0.35 * strain, 0.0, 0.75);
    vec3 sun = mix(vec3(1.0, 0.58, 0.28), vec3(1.0, 0.86, 0.64), hour);
    sun = mix(sun, tintTo(sun, light, 0.9), 0.35) * (1.0 - 0.45 * overcast);
    vec3 zenith = mix(vec3(0.035, 0.120, 0.36), tintTo(vec3(0.12), deep, 0.8), 0.28);
    vec3 haze = mix(mix(vec3(0.50, 0.36, 0.36), vec3(0.30, 0.46, 0.66), hour), tintTo(vec3(0.36), base, 0.6), 0.25);
    vec3 shadowSnow = mix(vec3(0.085, 0.160, 0.35), tintTo(vec3(0.15), base, 0.7), 0.25);
    vec2 sunAt = vec2(-0.36 * min(wide * 1.1, 1.0) + 0.10 * fract(variety * 4.1), HORIZON + 0.215 + 0.03 * hour);
    float toSun = length(p - sunAt), glow = 1.0 / (1.0 + toSun * toSun * 15.0);
    float up = p.y - HORIZON, go = mod(beatCount * SPEED, 5400.0);

    // the skier, a sheet that is laid over the slope below
    if (PASSINDEX == 3) {
        vec2 at = isf_FragNormCoord, q = FIGURE_LOW + at * FIGURE_SIZE;
        vec4 sum = vec4(0.0);
        vec2 s = vec2(0.009, 0.0);
        vec4 f = IMG_NORM_PIXEL(figure, at), fx = IMG_NORM_PIXEL(figure, at + s) - IMG_NORM_PIXEL(figure, at - s), fy = IMG_NORM_PIXEL(figure, at + s.yx) - IMG_NORM_PIXEL(figure, at - s.yx);
        float edge = 0.8 * FIGURE_SIZE.x / RENDERSIZE.x;
        vec2 key = normalize(vec2(sign(sunAt.x) * 0.75, 0.66));
        vec4 head4 = texelFetch(pose, ivec2(21, 0), 0), chest = texelFetch(pose, ivec2(19, 0), 0);
        vec2 rise = normalize(chest.zw - chest.xy), on = vec2(rise.y, -rise.x);
        for (int i = 0; i < 4; i++) {
            float d = i == 0 ? f.x : i == 1 ? f.y : i == 2 ? f.z : f.w;
            vec2 n = i == 0 ? vec2(fx.x, fy.x) : i == 1 ? vec2(fx.y, fy.y) : i == 2 ? vec2(fx.z, fy.z) : vec2(fx.w, fy.w);
            n /= max(length(n), 1e-4);
            vec2 l = roundLight(d, n, i == 0 ? 0.02 : 0.075, key);
            vec3 cloth = i == 0 ? mix(light * 0.5, accent * 0.5, 0.5) : i == 1 ? deep * 0.22 + 0.01 : i == 2 ? accent * 0.72 : light * 0.62;
            vec2 c = q - chest.xy;
            float along = dot(c, rise), wideAt = dot(c, on);
            if (i == 0) { vec4 pa = texelFetch(pose, ivec2(4, 0), 0), pb = texelFetch(pose, ivec2(16, 0), 0); cloth = mix(cloth, vec3(0.03), step(min(sdSegment(q, pa.xy, pa.zw), sdSegment(q, pb.xy, pb.zw)), 0.010)); }
            if (i == 1) {
                for (int j = 0; j < 2; j++) {
                    vec4 boot = texelFetch(pose, ivec2(j == 0 ? 10 : 8, 0), 0);
                    cloth = mix(cloth, light * 0.40, smoothstep(0.050, 0.044, sdSegment(q, boot.xy, boot.zw)));
                }
            }
            if (i == 2) {
                float glove = 1e2;
                for (int j = 0; j < 2; j++) { vec4 hand = texelFetch(pose, ivec2(j == 0 ? 17 : 14, 0), 0); glove = min(glove, sdSegment(q, hand.xy, hand.zw) - 0.040); }
                cloth = mix(cloth, mix(light * 0.55, accent, 0.1), smoothstep(0.004, 0.0, abs(along - 0.135 + 0.35 * abs(wideAt)) - 0.020));   // a chevron on the jacket
                cloth = mix(cloth, vec3(0.012), smoothstep(0.004, 0.002, abs(wideAt)) * step(0.0, along) * 0.7);
                cloth = mix(cloth, deep * 0.22 + 0.01, smoothstep(0.004, -0.004, along + 0.012) * step(abs(wideAt), 0.14));
                cloth = mix(cloth, vec3(0.02), smoothstep(0.004, -0.004, glove));
                l.x *= 0.75 + 0.25 * smoothstep(0.02, 0.05, abs(abs(wideAt) - 0.115) + 0.03 * step(0.25, along));
            }
            vec3 lit = cloth * (shadowSnow * 1.6 + haze * 0.35) * (0.50 + 0.5 * l.x + 0.25 * max(-n.y, 0.0)) + cloth * sun * 1.1 * smoothstep(0.45, 1.0, l.x) * (1.0 - overcast);
            lit += sun * l.y * (0.42 + 1.2 * cloth) * (1.0 - 0.8 * overcast);
            if (i >= 2) lay(sum, vec3(0.0), 0.35 * smoothstep(0.04, 0.0, d) * step(f.y, 0.02));
            lay(sum, lit, smoothstep(edge, -edge, d));
            if (i == 3) {
                // goggles hold the whole valley
                vec2 h = q - head4.xy - vec2(0.0, -0.004);
                float strap = max(abs(h.y + 0.002 + 0.6 * h.x * h.x) - 0.014, d + 0.002);
                float lens = sdRoundBox(h + vec2(0.0, 0.004), vec2(0.052, 0.025), 0.022), face = max(d, h.y + 0.026);
                vec3 skin = mix(vec3(0.16, 0.075, 0.042), vec3(0.48, 0.28, 0.20), fract(variety * 9.1));
                lay(sum, skin * (shadowSnow + haze * 0.4 + 0.1), smoothstep(edge, -edge, face + 0.012));
                lay(sum, vec3(0.02), smoothstep(edge, -edge, min(strap, lens - 0.006)));
                vec3 mirror = mix(mix(sun * 0.9, accent * 0.5, smoothstep(-0.01, 0.02, h.y)), zenith, smoothstep(0.0, 0.024, h.y)) + sun * smoothstep(0.014, 0.006, length(h - vec2(sign(sunAt.x) * 0.022, 0.008))) * (0.8 + sparkle);
                lay(sum, mirror, smoothstep(edge, -edge, lens));
            }
        }
        gl_FragColor = sum;
        return;
    }

    // sky and peaks, at half size
    if (PASSINDEX == 2) {
        vec3 colour = mix(haze, zenith, clamp(sqrt(max(up, 0.0)) * 1.55, 0.0, 1.0));
        float cloudNoise = fbm(vec2(p.x * 2.2 + beatCount * 0.008 + up, up * 7.0) + variety * 20.0, 3), cloud = smoothstep(0.50 - 0.2 * overcast, 0.78, cloudNoise);
        colour += sun * (0.75 * glow * glow + 0.20 * glow);
        colour = mix(colour, haze * 0.9 + sun * (0.2 + 0.5 * glow), cloud * 0.6 * smoothstep(0.0, 0.2, up));
        colour += sun * smoothstep(0.040, 0.034, toSun) * 2.6 * (1.0 - overcast);
        for (int i = 0; i < 2; i++) {
            float n = float(i), x = p.x * (2.3 + 1.1 * n) + 17.0 * n + variety * 70.0;
            float h = (0.275 - 0.10 * n) * (0.62 * ridge(valueNoise1(x)) + 0.24 * ridge(valueNoise1(x * 2.4 + 5.0)) + 0.09 * valueNoise1(x * 6.3) + 0.05 * valueNoise1(x * 16.0)) * (0.55 + 0.9 * min(abs(p.x + 0.1), 0.8));
            float below = h - up;
            vec3 f = valueNoiseD(vec2(x * 2.4 + below * 3.0, below * 7.0 + 9.0 * n)), g = valueNoiseD(vec2(x * 7.0 - below * 9.0, below * 17.0));
            float lit = smoothstep(0.36, 0.66, 0.5 + 0.26 * f.y + 0.16 * g.y);
            float rock = smoothstep(0.56, 0.74, g.x + 0.35 * (f.x - 0.5)) * 0.7;
            vec3 face = mix(shadowSnow * 1.15 + haze * 0.08, haze * 0.30 + sun * 0.85, lit * (1.0 - 0.7 * overcast));
            face = mix(face, mix(zenith * 0.5 + deep * 0.2, haze * 0.35 + sun * 0.12, lit), rock);
            face = mix(face, haze + sun * 0.22 * glow, 0.40 - 0.18 * n);
            colour = mix(colour, face, smoothstep(pixel, -pixel, up - h));
        }

        // the wood at the top of the slope
        if (up < 0.10 && up > -0.03) {
            float rise = 0.02 * p.x * p.x, firs = coniferRow(vec2(p.x * 8.0 + 0.2, (up + 0.012 + rise) * 8.0), 0.17, 0.40 * smoothstep(0.06, 0.30, abs(p.x)) + 0.08, 2.0 + floor(variety * 9.0));
            colour = mix(colour, mix(haze * 0.55, deep * 0.35, 0.5) + sun * 0.12 * glow, smoothstep(pixel * 8.0, -pixel * 8.0, firs) * 0.92);
        }
        gl_FragColor = vec4(colour, 1.0);
        return;
    }
    vec3 colour = IMG_NORM_PIXEL(distance1, isf_FragNormCoord).rgb;

    // the slope
    float roll = 0.012 * valueNoise1(p.x * 3.0 + 7.0) + 0.02 * p.x * p.x, drop = max(-(up - roll), 0.0);
    float depth = 0.5 / max(drop, 0.012), slopeCover = smoothstep(-pixel, pixel, drop);
    vec2 snowAt = vec2(p.x * depth, depth - go);
    float nearness = 1.0 / (1.0 + 0.16 * depth * depth);
    vec3 big = valueNoiseD(snowAt * vec2(1.1, 0.8)), mid = valueNoiseD(snowAt * vec2(3.3, 2.1) + 7.0);
    float fine = valueNoise(snowAt * vec2(14.0, 9.0)) - 0.5;
    float lit = 0.56 + 0.20 * (big.z * 0.9 - big.y * 0.45) + 0.10 * (mid.z * 0.8 - mid.y * 0.5) * nearness + 0.16 * fine * nearness;
    float streaming = smoothstep(0.0, 0.9, lit);
    vec3 snow = mix(shadowSnow, haze * 0.36 + sun * 0.78, smoothstep(0.36, 0.80, lit) * (1.0 - 0.65 * overcast));
    snow += sun * 0.30 * exp(-abs(p.x - sunAt.x) * 2.6) * streaming * (1.0 - overcast);
    // where the skis have been
    float age = (depth - HERE) / SPEED, made = beatCount - age, trackX = SWEEP * across(made) / HERE * HERE;
    float speedX = -sin(1.5707963 * made) * 0.9, off = (snowAt.x - trackX) / sqrt(1.0 + speedX * speedX);
    float w = pixel * depth, twin = abs(abs(off) - 0.060) - 0.016;
    float flown = step(0.001, leap(made)), carved = step(0.0, age) * (1.0 - flown) * smoothstep(11.0, 5.0, depth);
    float groove = smoothstep(0.012 + w, -w, twin) * carved;
    snow = mix(snow, shadowSnow * 0.75, groove * 0.75);
    snow += sun * 0.5 * smoothstep(0.014 + w, 0.0, abs(abs(off) - 0.086)) * carved * (0.4 + 0.6 * streaming);
    float apex = across(made);
    float torn = smoothstep(0.34, 0.0, abs(off - 0.20 * apex)) * apex * apex * carved * smoothstep(0.35, 0.65, valueNoise(snowAt * vec2(9.0, 6.0)));
    snow = mix(snow, haze * 0.40 + sun * 0.62, torn * 0.6);
    // crystals
    vec2 grain = floor(vec2(snowAt.x * 210.0, (depth - go) * 150.0));
    float glint = step(0.990, hash21(grain)) * nearness * step(0.5, fract(hash21(grain + 5.0) * 9.0 + beatCount * 0.5));
    snow += sun * glint * (0.3 + 1.6 * sparkle) * streaming;
    snow = mix(snow, haze * 0.95 + sun * (0.05 + 0.40 * glow), 1.0 - exp(-max(depth - 1.5, 0.0) * 0.065));
    // long shadow of the skier, thrown towards us
    float skierX = SWEEP * x0;
    vec2 feet = onScreen(skierX, 0.0, HERE), q = (p - feet - vec2(0.0, 0.16 * air)) / 0.47;
    vec2 ground = p - feet;
    vec2 castAt = vec2(ground.x + 0.62 * max(-ground.y, 0.0) * sign(sunAt.x) * -1.0, -ground.y * 2.1 - 0.34 * air) / 0.47;
    vec4 g4 = IMG_NORM_PIXEL(figure, (castAt - FIGURE_LOW) / FIGURE_SIZE);
    float thrown = smoothstep(0.03, -0.04, min(min(g4.x + 0.01, g4.y), min(g4.z, g4.w))) * step(abs(castAt.x), 0.62) * step(0.0, castAt.y + 0.02) * step(castAt.y, 1.0);
    snow = mix(snow, shadowSnow * 0.72, thrown * 0.8 * (1.0 - 0.8 * overcast));
    snow *= 0.80;
    colour = mix(colour, snow, slopeCover);

    // firs at the sides and poles in the middle go by, farthest first
    float gap = 1.15, start = floor(go / gap), slide = fract(go / gap) * gap;
    // (of the firs that may stand at a place, the two nearest are drawn)
    vec4 first = vec4(0.0), second = vec4(0.0);
    vec2 firstFoot = vec2(0.0), secondFoot = vec2(0.0);
    for (int j = 8; j >= 0; j--) {
        float z = 0.45 + gap * float(j) + slide, id = start - float(j);
        vec2 h = hash12(mod(id, 401.0) + 3.0);
        float side = h.x < 0.5 ? -1.0 : 1.0, x = side * (0.95 + 2.3 * fract(h.x * 7.3) + 0.10 * z), high = 0.55 + 0.65 * h.y;
        vec2 foot = onScreen(x, 0.0, z);
        foot.y += 0.02 * foot.x * foot.x;
        vec2 t = (p - foot) * z;
        bool here = abs(t.x) < 0.30 * max(high - t.y, 0.0) + 0.02 && t.y > -0.08;
        second = here ? first : second;
        secondFoot = here ? firstFoot : secondFoot;
        first = here ? vec4(t, high, h.y) : first;
        firstFoot = here ? vec2(foot.x, z) : firstFoot;
        // its shadow lies towards us
        vec2 s = vec2(t.x + 0.5 * min(t.y, 0.0) * sign(sunAt.x), t.y * 2.0);
        float shade = smoothstep(0.0, -0.06, sdTriangle(vec2(s.x, -s.y - high * 1.4) * vec2(1.0, -1.0) * vec2(1.0, -1.0), high * 0.22, high * 1.4));
        colour = mix(colour, colour * mix(vec3(0.55, 0.66, 0.85), vec3(1.0), 0.2), shade * step(t.y, 0.0) * slopeCover * (1.0 - overcast) * exp(-z * 0.12) * 0.8);
    }
    for (int k = 0; k < 2; k++) {
        vec4 stands = k == 0 ? second : first;
        vec2 t = stands.xy, foot = k == 0 ? secondFoot : firstFoot;
        float z = foot.y, high = max(stands.z, 0.1);
        vec2 fir = snowyConifer(t + vec2(0.0, 0.02), high, high * 0.26, stands.w * 9.0);
        float fade = exp(-z * 0.075);
        vec3 needle = mix(vec3(0.012, 0.030, 0.028), deep * 0.15, 0.4) + sun * 0.10 * smoothstep(0.02, 0.0, -fir.x) * step(0.0, (sunAt.x - foot.x) * t.x);
        vec3 tree = mix(needle * 0.8, mix(shadowSnow * 0.9, haze * 0.3 + sun * 0.7, smoothstep(-0.10, 0.10, (sunAt.x - foot.x) * t.x * 4.0) * (1.0 - 0.6 * overcast)), smoothstep(0.40, 0.85, fir.y));
        tree = mix(haze + sun * 0.2 * glow, tree, fade);
        colour = mix(colour, tree, smoothstep(pixel * z, -pixel * z, fir.x) * smoothstep(0.45, 0.62, z));
    }
    for (int j = 4; j >= -1; j--) {
        float turnNumber = floor(beatCount * 0.5) - float(j) + 0.0, since = beatCount - turnNumber * 2.0, z = HERE + SPEED * since + 0.05;
        if (j >= 0 || z > 0.35) {
            float side = mod(turnNumber, 2.0) < 0.5 ? 1.0 : -1.0, hitBy = exp(-max(since, 0.0) * 2.2) * step(0.0, since) * swing(since * 2.0 + 0.25);
            vec2 t = (p - onScreen(side * (SWEEP - 0.25), 0.0, z)) * z;
            t.x += side * (0.10 * hitBy) * t.y * 3.0;
            float edge = pixel * z * 0.8, bamboo = max(abs(t.x) - 0.0085, abs(t.y - 0.20) - 0.22);
            float flag = max(abs(t.x - side * -0.058 - 0.0) - 0.052, abs(t.y - 0.335 - 0.008 * swing(flow * 0.6 + t.x * 3.0)) - 0.055);
            vec3 cloth = mix(side > 0.0 ? accent : mix(base, deep, 0.4), light, 0.05) * (haze * 0.4 + 0.25 + sun * 0.5) * (0.85 + 0.25 * swing(t.x * 7.0 + flow * 0.5));
            float fade = exp(-max(z - 1.0, 0.0) * 0.09) * smoothstep(0.35, 0.6, z);
            float shade = smoothstep(0.02, -0.01, abs(t.x + 0.6 * min(t.y, 0.0) * sign(sunAt.x)) - 0.012) * step(t.y, 0.0) * step(-0.22, t.y);
            colour = mix(colour, colour * vec3(0.5, 0.62, 0.82), shade * fade * (1.0 - overcast) * 0.7);
            colour = mix(colour, mix(haze, cloth, fade), smoothstep(edge, -edge, flag) * smoothstep(0.35, 0.6, z));
            colour = mix(colour, mix(haze, cloth * 0.7, fade), smoothstep(edge, -edge, bamboo) * smoothstep(0.35, 0.6, z));
        }
    }

    // the plume: thrown outwards at the outside of every turn, hanging in the light behind
    float cloudSum = 0.0, core = 0.0;
    for (int i = 0; i < 8; i++) {
        float s = (float(i) + fract(beatCount * 5.5)) / 5.5, then = beatCount - s, x = across(then);
        float strength = (0.15 + 0.85 * x * x) * (1.0 - s / 1.5) * (1.0 - step(0.001, leap(then)));
        float z = HERE + SPEED * s * 0.62, high = 0.03 + 0.62 * s - 0.24 * s * s;
        vec2 c = onScreen(SWEEP * x + x * (0.10 + 0.42 * s - 0.10 * s * s), high, z);
        float size = (0.085 + 0.34 * s) / z;
        vec2 d = (p - c) / size;
        float blob = max(1.0 - dot(d, d), 0.0);
        cloudSum += blob * blob * max(strength, 0.0);
    }
    vec2 billowAt = vec2(p.x * 6.5 - 0.4 * x0, p.y * 7.0 - beatCount * 0.6);
    float billow = fbm(billowAt + 0.35 * swing2(billowAt.yx * 0.4), 3);
    float powder = 1.0 - exp(-cloudSum * (0.06 + 3.6 * billow * billow) * (0.75 + 1.7 * plume));
    vec3 powderLight = mix(shadowSnow * 1.25 + haze * 0.20, haze * 0.45 + sun * (1.05 + 0.7 * glow), smoothstep(0.26, 0.62, billow) * (1.0 - 0.5 * overcast));
    colour = mix(colour, powderLight, powder * 0.94);

#if QUALITY < 1
    // all behind the skier at half size
    if (PASSINDEX == 4) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(mountainside, isf_FragNormCoord).rgb;
#endif
    // the skier
    vec2 at = (q - FIGURE_LOW) / FIGURE_SIZE;
    vec4 drawn = IMG_NORM_PIXEL(rider, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5);
    colour = colour * (1.0 - drawn.a) + drawn.rgb;
    // snow round the skis hides their edges
    float skirt = smoothstep(0.42, 0.0, length((q - vec2(0.12 * x0, -0.03)) * vec2(0.9, 2.1))) * (1.0 - air);
    colour = mix(colour, powderLight, clamp(skirt * (0.25 + 1.2 * billow * billow) * (0.45 + 0.6 * x0 * x0) * (0.5 + 0.7 * plume), 0.0, 0.85) * smoothstep(0.16, -0.04, q.y));

    // crystals in the air
    for (int i = 0; i < 2; i++) {
        float n = float(i), scale = 9.0 + 9.0 * n;
        vec2 c = vec2(p.x + 0.10 * x0, p.y) * scale + vec2(-flow * 0.3, beatCount * (0.22 - 0.08 * n)) + 30.0 * n;
        vec3 h = hash23(floor(c));
        vec2 d = fract(c) - 0.25 - 0.5 * h.xy;
        float flake = smoothstep(0.055 * h.z, 0.0, length(d)) * step(0.5, h.x);
        colour += (haze * 0.25 + sun * (0.2 + 1.2 * sparkle * step(0.5, fract(h.y * 5.0 + beatCount * 0.5)))) * flake * (0.45 + 0.9 * strain);
    }
    colour += sun * (0.14 * glow * glow + 0.05 * glow) * (1.0 - overcast);
    colour *= 1.0 - 0.26 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.25) * 1.35, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
