/*{
  "ISFVSN": "2",
  "DESCRIPTION": "The climb: a cyclist rides up a mountain road into the low sun. A foot comes down on every beat and the wheels turn once with it; every fourth chapter the rider stands up and dances on the pedals; the bass fills the valley with mist, treble glints on the spokes, and now and then eagles cross.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "mist", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.16, 0.20, 0.38, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.72, 0.44, 0.34, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.86, 0.26, 0.20, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 56, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.42)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.42)", "FLOAT": true },
    { "TARGET": "far", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "rider", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.76)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.76)", "FLOAT": true },
    { "TARGET": "roadside", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [14.2, 14.2, 11.5],
    "steps": 2,
    "subject": "cyclist", "domain": "sports", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton", "plants"],
    "mood": { "valence": 0.5, "arousal": 0.4, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "mist", "signal": "bass", "low": 0.1, "high": 1.0, "halfLifeSeconds": 0.5 },
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

// Lengths in metres along the road; the rider faces right; y = 0 is the road, x = 0 the rear axle.
const int LIMBS = 28;
const vec2 FIGURE_LOW = vec2(-0.42, -0.06);
const vec2 FIGURE_SIZE = vec2(1.92, 1.92);
const vec2 REAR = vec2(0.0, 0.34), FRONT = vec2(0.99, 0.34), CRANK_AXLE = vec2(0.41, 0.275);
const float WHEEL_TURN = 2.10;       // metres of road a beat: one turn of the wheel

float standing() { return max(bump(mod(chapterGlide + 1.0, 4.0), 3.98, 1.0) + bump(mod(chapterGlide + 1.0, 4.0), 0.0, 0.02), smoothstep(0.55, 0.85, strain)); }
// a crank turn in two beats, quickest where the foot pushes: on the beat
float crankAngle() { return -3.14159265 * (beatCount + 0.035 * sin(6.2832 * beatCount)); }

vec4 poseTexel(int k) {
    int i = k < LIMBS ? k : k - LIMBS;
    float stand = standing(), effort = 0.5 + 0.5 * power;
    bool isNear = i >= 25 || (i >= 22 && i <= 24) || i == 17;
    float a = crankAngle() + (isNear ? 0.0 : 3.14159265), c = cos(a), s = sin(a);
    float beatWave = cos(6.2832 * beatCount), sideWave = cos(3.14159265 * beatCount);
    vec2 hip = mix(vec2(0.215, 1.015), vec2(0.43, 1.105), stand) + vec2(0.006 * beatWave, 0.010 * beatWave * effort + 0.022 * beatWave * stand);
    vec2 rise = normalize(mix(vec2(0.81, 0.585), vec2(0.66, 0.75), stand) + vec2(0.02, -0.03) * beatWave * effort);
    vec2 on = vec2(rise.y, -rise.x);
    vec2 shoulder = hip + rise * 0.50 + vec2(0.0, -0.010 * beatWave * effort);
    vec2 head = shoulder + mix(vec2(0.165, 0.140), vec2(0.160, 0.155), stand) + vec2(0.012, -0.014) * cos(6.2832 * beatCount - 0.7) * effort;
    vec2 hand = vec2(0.955, 0.985);

    vec2 pedal = CRANK_AXLE + 0.172 * vec2(c, s);
    float pitch = 0.30 - 0.12 * s - 0.24 * c + 0.15 * stand;
    vec2 toeWay = vec2(cos(pitch), -sin(pitch));
    vec2 ball = pedal + vec2(toeWay.y, -toeWay.x) * -0.030 * vec2(1.0, 1.0);
    vec2 ankle = ball - toeWay * 0.125 + vec2(-toeWay.y, toeWay.x) * 0.075;
    vec4 leg = reach(hip + vec2(0.0, isNear ? 0.0 : 0.006), ankle, 0.435, 0.425, 1.0);
    vec2 shoulderAt = shoulder + on * (isNear ? 0.03 : 0.0) + vec2(isNear ? 0.0 : 0.025, 0.0);
    vec4 arm = reach(shoulderAt, hand + vec2(isNear ? 0.0 : 0.012, 0.035), 0.295, 0.275, -1.0);

    vec2 saddle = vec2(0.185, 0.945), headTop = vec2(0.845, 0.875), headLow = vec2(0.878, 0.735);
    vec2 bars = vec2(0.93, 0.93);
    vec4 e = i == 0 || i == 25 ? vec4(hip, leg.xy) : i == 1 || i == 26 ? vec4(leg.xy, leg.zw) : i == 2 || i == 27 ? vec4(ankle - toeWay * 0.045 - vec2(0.0, 0.045), ball + toeWay * 0.055)
        : i == 3 || i == 17 ? vec4(CRANK_AXLE, pedal) : i == 4 || i == 22 ? vec4(shoulderAt, arm.xy) : i == 5 || i == 23 ? vec4(arm.xy, arm.zw)
        : i == 6 ? vec4(CRANK_AXLE, mix(CRANK_AXLE, saddle, 0.97)) : i == 7 ? vec4(vec2(0.235, 0.80), headTop - vec2(-0.006, 0.035)) : i == 8 ? vec4(CRANK_AXLE, headLow + vec2(-0.006, 0.03))
        : i == 9 ? vec4(CRANK_AXLE, REAR) : i == 10 ? vec4(vec2(0.238, 0.79), REAR) : i == 11 ? vec4(headLow, FRONT) : i == 12 ? vec4(headLow, headTop)
        : i == 13 ? vec4(headTop + vec2(-0.004, 0.02), bars) : i == 14 ? vec4(bars, hand + vec2(0.02, 0.0)) : i == 15 ? vec4(hand + vec2(0.0, -0.025), hand + vec2(-0.075, -0.155)) : i == 16 ? vec4(saddle + vec2(-0.115, 0.020), saddle + vec2(0.15, 0.005))
        : i == 18 ? vec4(hip + vec2(-0.012, 0.004), hip + rise * 0.20 + on * -0.005) : i == 19 ? vec4(hip + rise * 0.20, shoulder - on * -0.004 - rise * 0.03) : i == 20 ? vec4(shoulder + rise * 0.01, head + vec2(-0.035, -0.05))
        : i == 21 ? vec4(head, head + vec2(0.01, 0.0)) : vec4(arm.zw, hand + vec2(0.035, 0.015));
    vec4 shape = i == 0 || i == 25 ? vec4(0.100, 0.050, 0.024, 0.012) : i == 1 || i == 26 ? vec4(0.049, 0.026, 0.002, 0.034) : i == 2 || i == 27 ? vec4(0.031, 0.017, 0.012, 0.0)
        : i == 3 || i == 17 ? vec4(0.020, 0.015, 0.0, 0.0) : i == 4 || i == 22 ? vec4(0.060, 0.036, 0.014, 0.004) : i == 5 || i == 23 ? vec4(0.038, 0.022, 0.012, 0.004) : i == 24 ? vec4(0.027, 0.027, 0.0, 0.0)
        : i == 8 ? vec4(0.024, 0.024, 0.0, 0.0) : i == 9 || i == 10 ? vec4(0.013, 0.010, 0.0, 0.0) : i == 11 ? vec4(0.020, 0.011, 0.0, 0.0) : i == 12 ? vec4(0.023, 0.023, 0.0, 0.0)
        : i == 13 || i == 14 ? vec4(0.017, 0.019, 0.0, 0.0) : i == 15 ? vec4(0.014, 0.014, 0.040, 0.0) : i == 16 ? vec4(0.022, 0.012, 0.0, 0.0)
        : i == 18 ? vec4(0.106, 0.092, 0.022, 0.0) : i == 19 ? vec4(0.092, 0.094, 0.030, 0.010) : i == 20 ? vec4(0.070, 0.050, 0.0, 0.0) : i == 21 ? vec4(0.02, 0.02, 0.0, 0.0) : vec4(0.018, 0.018, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}

vec4 cyclist(vec2 p) {
    float farSide = min(chainOf(pose, 0, 0, 3, LIMBS, p, 0.03), min(chainOf(pose, 0, 3, 4, LIMBS, p, 0.01), chainOf(pose, 0, 4, 6, LIMBS, p, 0.02)));
    float bike = chainOf(pose, 0, 6, 18, LIMBS, p, 0.012);
    vec2 head = texelFetch(pose, ivec2(21, 0), 0).xy;
    float body = chainOf(pose, 0, 18, 21, LIMBS, p, 0.05);
    body = smoothMin(body, profileHead(p - head, 0.092), 0.03);
    body = min(body, chainOf(pose, 0, 22, 25, LIMBS, p, 0.02));
    return vec4(farSide, bike, body, chainOf(pose, 0, 25, 28, LIMBS, p, 0.028));
}

// a mountain: (height of its ridge at x, light on its face at the point) for a sun on the right
vec2 mountain(vec2 at, float scale, float tall, float seed) {
    float x = at.x * scale + seed, h = 0.0, w = 0.62;
    h = w * ridge(valueNoise1(x)) + 0.25 * ridge(valueNoise1(x * 2.3 + 7.0)) + 0.10 * valueNoise1(x * 6.1 + 3.0) + 0.05 * valueNoise1(x * 15.0);
    float high = tall * h, below = high - at.y;
    vec3 n = valueNoiseD(vec2(x * 2.6 + below * scale * 1.1, below * scale * 1.9 + seed)), m = valueNoiseD(vec2(x * 8.0 - below * scale * 3.5, below * scale * 5.0));
    return vec2(high, clamp(0.5 - 0.32 * n.y - 0.20 * m.y + 0.14 * n.z, 0.0, 1.0));
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x)); return; }
    if (PASSINDEX == 1) { gl_FragColor = cyclist(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }

#if QUALITY > 0
    if (PASSINDEX == 4) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 2 || PASSINDEX == 4 ? RENDERSIZE * 2.0 : PASSINDEX == 3 ? vec2(textureSize(far, 0)) * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    pixel *= PASSINDEX == 4 ? 2.0 : 1.0;
    float down = 0.30 * (tall - 0.5);
    uv.y += down;
    float way = variety < 0.5 ? 1.0 : -1.0;
    uv.x *= way;

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * sin(chapterGlide * 0.9 + variety * 6.0);
    vec3 sun = mix(vec3(1.0, 0.52, 0.22), vec3(1.0, 0.78, 0.48), hour);
    sun = mix(sun, tintTo(sun, light, 0.9), 0.35) * (1.0 + 0.2 * warmth);
    float overcast = clamp(-warmth * 0.9 - 0.2 + 0.4 * strain, 0.0, 0.8);
    vec3 zenith = mix(vec3(0.026, 0.092, 0.28), tintTo(vec3(0.030, 0.08, 0.22), deep, 0.8), 0.35);
    vec3 haze = mix(mix(vec3(0.58, 0.36, 0.26), tintTo(vec3(0.50, 0.34, 0.28), base, 0.8), 0.4), sun * 0.6, 0.3) * (1.0 - 0.35 * overcast);
    float run = mod(beatCount * WHEEL_TURN, 2100.0);
    float horizon = -0.02;
    vec2 sunAt = vec2(min(0.34 + 0.16 * fract(variety * 5.3), wide * 0.72), horizon + 0.235 + 0.05 * hour);
    vec2 toSun = uv - sunAt;
    float sunDistance = length(toSun), glow = 1.0 / (1.0 + sunDistance * sunDistance * 14.0);
    float up = uv.y - horizon;

    float sunny = 1.0 - 0.75 * overcast;

    // the rider, a sheet that is laid over the road below
    if (PASSINDEX == 3) {
        vec2 at = isf_FragNormCoord, p = FIGURE_LOW + at * FIGURE_SIZE, key = normalize(vec2(0.72, 0.66));
        vec4 sum = vec4(0.0);
        vec2 step1 = vec2(0.009, 0.0);
        vec4 f = IMG_NORM_PIXEL(figure, at), fx = IMG_NORM_PIXEL(figure, at + step1) - IMG_NORM_PIXEL(figure, at - step1), fy = IMG_NORM_PIXEL(figure, at + step1.yx) - IMG_NORM_PIXEL(figure, at - step1.yx);
        float unit = FIGURE_SIZE.x / RENDERSIZE.x, edge = 0.62 * unit;
        vec4 head4 = texelFetch(pose, ivec2(21, 0), 0), pelvis = texelFetch(pose, ivec2(18, 0), 0), chest = texelFetch(pose, ivec2(19, 0), 0);
        vec3 skin = mix(vec3(0.11, 0.048, 0.026), vec3(0.36, 0.19, 0.12), fract(variety * 9.1));
        vec3 kit = saturation(accent, 1.15) * 0.80, pale = mix(vec3(0.80), light, 0.35), shorts = deep * 0.06 + 0.005;

        // wheels
        vec2 axle = p.x < 0.49 ? REAR : FRONT, w = p - axle;
        float r = length(w), turning = atan(w.y, w.x) + 6.2832 * beatCount;
        // twenty spokes, smeared by the turn; the smear is longest at the rim
        float spoke = abs(fract(turning * 20.0 / 6.2832) - 0.5) * 0.31416, smear = 0.050 + 0.0035 / max(r, 0.02);
        float spokes = smoothstep(smear, 0.0, spoke) * (0.0075 / (r * smear + 0.006) * 1.6) * smoothstep(0.296, 0.290, r);
        float tyre = smoothstep(edge, -edge, abs(r - 0.330) - 0.013), rim = smoothstep(edge, -edge, abs(r - 0.304) - 0.014), hub = smoothstep(edge, -edge, r - 0.024);
        vec2 wn = w / max(r, 1e-3);
        float gleam = smoothstep(0.80, 1.0, abs(dot(wn, normalize(vec2(0.5, 0.85)))));
        // far leg, then wheel, so that the leg shows through the spokes
        vec2 n0 = vec2(fx.x, fy.x) / max(length(vec2(fx.x, fy.x)), 1e-4);
        vec2 l0 = roundLight(f.x, n0, 0.06, key);
        vec4 farFoot = texelFetch(pose, ivec2(2, 0), 0);
        float farShoe = smoothstep(0.040, 0.034, sdSegment(p, farFoot.xy, farFoot.zw));
        vec4 farThigh = texelFetch(pose, ivec2(0, 0), 0);
        vec3 farCloth = mix(skin, shorts, step(alongLimb(p, farThigh.xy, farThigh.zw), 0.72) * step(sdSegment(p, farThigh.xy, farThigh.zw), 0.12));
        farCloth = mix(farCloth, light * 0.4, farShoe);
        lay(sum, farCloth * (zenith * 0.9 + haze * 0.14) * (0.4 + 0.6 * l0.x) + sun * l0.y * 0.22 * sunny, smoothstep(edge, -edge, f.x));
        lay(sum, vec3(0.02) + haze * 0.10, 0.10 * smoothstep(0.30, 0.295, r));
        lay(sum, sun * (0.45 + 1.6 * (0.3 + sparkle) * gleam) + haze * 0.25, clamp(spokes * 0.75, 0.0, 0.62));
        lay(sum, vec3(0.006) + sun * 1.1 * smoothstep(0.2, 0.9, dot(wn, key)) * smoothstep(0.002, 0.009, r - 0.328) * sunny, tyre);
        lay(sum, vec3(0.10) * (zenith + haze) + sun * (0.10 + gleam * (0.55 + 0.6 * sparkle)), rim);
        lay(sum, vec3(0.05) + sun * 0.2, hub);
        // chain, chainring, frame
        float ring = abs(length(p - CRANK_AXLE) - 0.088) - 0.012, chain = min(sdSegment(p, CRANK_AXLE + vec2(0.0, 0.095), REAR + vec2(0.0, 0.045)), sdSegment(p, CRANK_AXLE - vec2(0.01, 0.095), REAR + vec2(0.02, -0.085))) - 0.006;
        lay(sum, vec3(0.02) + sun * 0.10, smoothstep(edge, -edge, min(ring, min(chain, length(p - REAR) - 0.045))));
        vec2 n1 = vec2(fx.y, fy.y) / max(length(vec2(fx.y, fy.y)), 1e-4);
        vec2 l1 = roundLight(f.y, n1, 0.020, key);
        float isRubber = max(step(0.93, p.y) * step(p.x, 0.36), step(0.80, p.y) * step(0.90, p.x));
        isRubber = max(isRubber, smoothstep(0.026, 0.022, sdSegment(p, texelFetch(pose, ivec2(17, 0), 0).xy, texelFetch(pose, ivec2(17, 0), 0).zw)));
        vec3 paint = mix(pale * 0.80, vec3(0.012), isRubber);
        vec3 frameLight = paint * (zenith * 1.1 + haze * 0.22 + sun * 1.1 * l1.x * l1.x * sunny) + sun * l1.y * 0.55 * sunny;
        float down1 = alongLimb(p, CRANK_AXLE, vec2(0.872, 0.765));
        frameLight = mix(frameLight, kit * (0.4 + 0.6 * l1.x), step(abs(down1 - 0.62), 0.20) * step(sdSegment(p, CRANK_AXLE, vec2(0.872, 0.765)), 0.023));
        // bottle
        float bottle = sdLimb(p, mix(CRANK_AXLE, vec2(0.872, 0.765), 0.30) + vec2(-0.022, 0.035), mix(CRANK_AXLE, vec2(0.872, 0.765), 0.56) + vec2(-0.022, 0.035), 0.034, 0.028);
        lay(sum, light * 0.45 * (haze + 0.3) + sun * 0.25 * smoothstep(-0.02, 0.0, bottle), smoothstep(edge, -edge, bottle));
        lay(sum, frameLight, smoothstep(edge, -edge, f.y));
        // trunk, head, near arm
        for (int i = 0; i < 2; i++) {
            float d = i == 0 ? f.z : f.w;
            vec2 n = i == 0 ? vec2(fx.z, fy.z) : vec2(fx.w, fy.w);
            n /= max(length(n), 1e-4);
            vec2 l = roundLight(d, n, 0.085, key);
            vec3 cloth = skin;
            if (i == 0) {
                vec2 rise = normalize(chest.zw - pelvis.xy);
                float along = dot(p - pelvis.xy, rise), over = dot(p - pelvis.xy, vec2(rise.y, -rise.x));
                vec4 sleeve = texelFetch(pose, ivec2(22, 0), 0);
                float onArm = smoothstep(0.066, 0.060, sdSegment(p, sleeve.xy, mix(sleeve.xy, sleeve.zw, 0.58)));
                vec4 lower = texelFetch(pose, ivec2(23, 0), 0);
                float bare = min(sdSegment(p, lower.xy, lower.zw), sdSegment(p, mix(sleeve.xy, sleeve.zw, 0.62), sleeve.zw)) - 0.050;
                float jersey = max(smoothstep(0.575, 0.570, along) * smoothstep(0.0, 0.01, bare), onArm) * step(p.x, chest.z + 0.16);
                cloth = mix(cloth, kit, jersey);
                cloth = mix(cloth, pale * 0.75, jersey * smoothstep(0.010, 0.006, abs(along - 0.34) - 0.035) * (1.0 - onArm));
                cloth = mix(cloth, shorts, smoothstep(0.055, 0.050, along - 0.25 * over) * smoothstep(-0.01, 0.01, bare + 0.02));
                // glove
                cloth = mix(cloth, vec3(0.02), smoothstep(0.052, 0.046, length(p - vec2(0.965, 1.005))));
                // back pockets: a small bulge shaded from below
                l.x *= 1.0 - 0.25 * smoothstep(0.02, 0.0, abs(along - 0.10)) * jersey;
            } else {
                vec4 thigh = texelFetch(pose, ivec2(25, 0), 0), sole = texelFetch(pose, ivec2(27, 0), 0);
                float down2 = alongLimb(p, thigh.xy, thigh.zw);
                cloth = mix(cloth, shorts, smoothstep(0.73, 0.72, down2) * step(sdSegment(p, thigh.xy, thigh.zw), 0.13));
                cloth = mix(cloth, kit, step(abs(down2 - 0.70), 0.025) * step(sdSegment(p, thigh.xy, thigh.zw), 0.13));
                vec4 shin = texelFetch(pose, ivec2(26, 0), 0);
                cloth = mix(cloth, light * 0.5, smoothstep(0.70, 0.71, alongLimb(p, shin.xy, shin.zw)) * step(sdSegment(p, shin.xy, shin.zw), 0.06));
                cloth = mix(cloth, mix(light, accent, 0.1) * 0.75, smoothstep(0.046, 0.040, sdSegment(p, sole.xy + vec2(0.0, 0.005), sole.zw)));
                lay(sum, vec3(0.0), 0.30 * smoothstep(0.030, 0.0, d) * step(min(f.z, f.y), 0.0));
            }
            float crease = valueNoise(vec2(dot(p, vec2(n.y, -n.x)) * 17.0, d * 30.0 + 9.0 * float(i))) - 0.5;
            float belly = clamp(0.5 - 0.5 * n.y, 0.0, 1.0) * clamp(1.0 + d / 0.085, 0.0, 1.0);
            vec3 lit = cloth * ((zenith * 1.15 + haze * 0.20) * (0.60 + 0.6 * l.x + 0.3 * crease) + sun * 1.7 * smoothstep(0.48, 0.74, l.x + 0.07 * crease) * sunny + haze * 0.25 * belly);
            lit += sun * l.y * (0.36 + 1.5 * cloth) * sunny * 0.9;
            lay(sum, lit, smoothstep(edge, -edge, d));
            if (i == 0) {
                // helmet, glasses
                vec2 h = p - head4.xy;
                vec2 tip = turn(-0.12) * h;
                float shell = max(sdLimb(tip, vec2(-0.095, 0.030), vec2(0.045, 0.045), 0.062, 0.080), -(tip.y - 0.012 + 0.10 * tip.x));
                float vents = smoothstep(0.010, 0.004, abs(fract((tip.y + 0.25 * tip.x) * 26.0) - 0.5) * 0.04 - 0.002) * step(tip.y, 0.10) * step(0.045, tip.y) * step(abs(tip.x + 0.02), 0.09);
                vec2 hn = normalize(tip - vec2(-0.02, 0.02));
                float hl = clamp(0.5 + 0.5 * dot(hn, key), 0.0, 1.0);
                vec3 hat = mix(pale * 0.85, vec3(0.02), vents * 0.8) * (zenith * 0.7 + haze * 0.3 + sun * hl * hl * 1.1 * sunny) + sun * 0.7 * smoothstep(-0.018, 0.0, shell) * smoothstep(0.4, 0.9, dot(hn, key)) * sunny;
                lay(sum, hat, smoothstep(edge, -edge, shell));
                float glasses = sdLimb(tip, vec2(0.040, -0.008), vec2(0.100, -0.018), 0.012, 0.022);
                lay(sum, vec3(0.01) + sun * 0.8 * smoothstep(0.3, 1.0, hl) * smoothstep(0.0, 0.03, tip.y + 0.012), smoothstep(edge, -edge, glasses));
            }
        }
        gl_FragColor = sum;
        return;
    }

    if (PASSINDEX == 2) {
        // sky, peaks, valley: smooth things, at half size
        vec3 colour = mix(haze, zenith, clamp(sqrt(max(up + 0.06, 0.0)) * 1.25 - 0.12, 0.0, 1.0));
        float cloudNoise = fbm(vec2(uv.x * 1.6 + beatCount * 0.006 + 1.4 * up, up * 5.5) + variety * 31.0, 3);
        float cloud = smoothstep(0.50 - 0.2 * overcast, 0.76, cloudNoise) * smoothstep(0.0, 0.25, up);
        colour += sun * (0.95 * glow * glow * glow + 0.26 * glow) * (1.0 - 0.6 * overcast);
        colour = mix(colour, mix(haze * 0.8, zenith, 0.3) + sun * smoothstep(0.78, 0.50, cloudNoise) * (0.18 + 0.9 * glow), cloud * 0.75);
        colour += sun * smoothstep(0.043, 0.037, sunDistance) * 2.6 * (1.0 - overcast);
        // eagles cross once in a while
        float crossing = fract(beatCount / 64.0 + 0.3 + variety);
        for (int i = 0; i < 2; i++) {
            float n = float(i);
            vec2 q = (uv - vec2(mix(wide + 0.2, -wide - 0.3, crossing * 2.6 - 0.08 * n), 0.33 - 0.05 * n + 0.02 * sin(crossing * 30.0 + n))) / (0.030 - 0.008 * n);
            float flap = 0.35 * sin(beatCount * 3.1416 + n * 2.0) + 0.1;
            float wing = abs(q.y - abs(q.x) * flap + q.x * q.x * 0.28) - 0.13 * (1.05 - abs(q.x));
            colour = mix(colour, deep * 0.25, smoothstep(0.10, -0.05, max(wing, abs(q.x) - 1.05)) * 0.85);
        }
        // snow peaks, then a nearer range with its forest
        vec2 peak = mountain(vec2(uv.x + beatCount * 0.0022, up), 2.2, 0.40, variety * 90.0);
        float lit = smoothstep(0.44, 0.58, peak.y);
        vec3 rock = mix(zenith * 0.75 + haze * 0.14, haze * 0.52 + sun * 0.28, lit), snow = mix(zenith * 1.1 + haze * 0.25, haze * 0.45 + sun * 0.95, lit);
        float snowLine = smoothstep(-0.02, 0.05, up - 0.13 + 0.14 * (peak.y - 0.5));
        vec3 farFace = mix(mix(rock, snow, snowLine), haze * 0.72 + zenith * 0.2 + sun * 0.35 * glow, 0.22 + 0.34 * smoothstep(0.16, -0.02, up));
        colour = mix(colour, farFace, smoothstep(pixel, -pixel, up - peak.x));
        vec2 near = mountain(vec2(uv.x + beatCount * 0.006 - 0.1, up + 0.05), 3.0, 0.25, 40.0 + variety * 60.0);
        float rise = near.x - 0.05;
        float wood = valueNoise(vec2(uv.x * 90.0 + beatCount * 0.54, up * 70.0));
        vec3 slope = mix(deep * 0.07 + zenith * 0.16, mix(vec3(0.07, 0.11, 0.04), base * 0.25, 0.35) + sun * 0.13, smoothstep(0.44, 0.62, near.y)) * (0.78 + 0.4 * wood);
        // the road that lies ahead: hairpins cut in the slope
        float bends = (uv.x - 0.50 * wide - 0.10 + beatCount * 0.0006), zig = abs(fract(up * 11.0) - 0.5) * 2.0;
        float hairpin = abs(bends - (zig - 0.5) * (0.34 - 1.1 * max(up, 0.0)));
        slope = mix(slope, haze * 0.75 + sun * 0.25, smoothstep(0.018, 0.006, hairpin) * step(up, rise - 0.02) * 0.55);
        slope = mix(slope, haze * 0.40 + zenith * 0.2 + sun * 0.35 * glow, 0.14);
        colour = mix(colour, slope, smoothstep(pixel, -pixel, up - rise));
        // mist in the valley
        float veil = fbm(vec2(uv.x * 2.2 + beatCount * 0.02 - flow * 0.03, up * 6.0 + flow * 0.02), 3);
        float lie = bump(up, -0.035, 0.085) * smoothstep(0.30, 0.75, veil);
        vec3 valley = mix(zenith * 0.42 + deep * 0.05, vec3(0.012, 0.030, 0.045), 0.4);
        colour = mix(colour, valley + haze * 0.10 * glow, smoothstep(0.10, -0.10, up) * 0.85 * smoothstep(pixel, -pixel, up - max(rise, peak.x)));
        colour = mix(colour, haze * 0.30 + zenith * 0.45 + sun * (0.03 + 0.55 * glow), lie * (0.06 + 0.50 * mist));
        gl_FragColor = vec4(colour, 1.0);
        return;
    }

    vec3 colour = IMG_NORM_PIXEL(far, isf_FragNormCoord).rgb;

    // the camera: nearer and farther by chapters; the road tilts
    float stand = standing();
    float zoom = (0.385 + 0.045 * stand + 0.018 * sin(chapterGlide * 1.9 + variety * 4.0)) * clamp(0.50 + 0.6 * wide, 0.0, 1.0);
    vec2 middle = vec2(-0.205 * smoothstep(0.4, 0.9, wide) + 0.13 + 0.03 * sin(beatCount * 0.131), -0.355 + 0.003 * pulse);
    // all lines of the road run to one point ahead; the bicycle stands on one of them
    vec2 ahead = vec2(max(1.30, wide + 0.40), 0.005 + 0.05 * stand);
    float reachAhead = ahead.x - middle.x, climb = (ahead.y - middle.y) / reachAhead;
    vec2 p = turn(-climb * 0.97) * (uv - middle) / zoom + vec2(0.5, 0.0);
    float unit = pixel / zoom;
    float d = max(ahead.x - uv.x, 0.05), lat = (ahead.y - uv.y) / d, latPixel = pixel / d, perMetre = reachAhead * reachAhead / zoom;
    float along = perMetre / d - perMetre / reachAhead + run, blur = clamp(d / reachAhead, 0.2, 2.0);

    // beyond the road's edge the slope falls away, its firs stand dark against the valley
    float edgeY = climb * 0.52, bankY = ahead.y - d * edgeY * 0.86;
    vec2 hillAt = vec2((uv.x + 0.30) / zoom * 0.9 + run * 0.42, (uv.y - bankY) / zoom + 0.22 - 0.10 * sin(uv.x + run * 0.16));
    float firs = coniferRow(hillAt, 0.44, 0.92 + 0.15 * sin(run * 0.05), 3.0);
    float firCover = smoothstep(unit * 1.2, -unit * 1.2, firs) * smoothstep(0.45, 0.65, valueNoise1(hillAt.x * 0.35 + 5.0));
    colour = mix(colour, mix(vec3(0.004, 0.012, 0.012), deep * 0.06, 0.4) + haze * 0.02 + sun * (0.02 + 0.12 * glow) * smoothstep(-0.05, 0.0, firs) * sunny, firCover * 0.95);
    float blades = valueNoise(vec2(along * 7.0 - lat * 30.0, lat * 60.0)), tufts = valueNoise1(along * 2.0);
    float bank = bankY + (0.022 * tufts + 0.030 * blades + 0.014 * valueNoise1(along * 9.0)) * blur - uv.y;
    vec3 meadow = mix(vec3(0.040, 0.070, 0.014), tintTo(vec3(0.06, 0.06, 0.03), base, 0.7), 0.3);
    colour = mix(colour, meadow * (0.35 + 0.9 * blades) + sun * 0.30 * smoothstep(0.030, 0.0, bank) * blades * sunny, smoothstep(-pixel, pixel, bank));

    // asphalt in low light: seams and stains run to the vanishing point, the sun lies on it ahead
    float coarse = valueNoise(vec2(along * 1.4, lat * 110.0)) - 0.5, fine = valueNoise(vec2(along * 26.0, lat * 620.0)) - 0.5;
    float worn = bump(lat, climb * 1.02, 0.055) + bump(lat, climb * 1.75, 0.07);
    vec3 tar = mix(vec3(0.030, 0.033, 0.046), tintTo(vec3(0.034), deep, 0.6), 0.4) * (1.0 + 0.7 * coarse + 0.30 * fine);
    tar += (sun * 0.9 + haze * 0.2) * (0.012 + 0.030 * smoothstep(-0.1, 0.5, coarse) + 0.020 * worn + 0.014 * fine) * (1.0 + 6.0 * exp(-max(d - 0.25, 0.0) * 2.1)) * sunny;
    float crack = smoothstep(0.010, 0.004, abs(lat - climb * 1.34 - 0.012 * (valueNoise1(along * 1.7) - 0.5))) * step(0.5, valueNoise1(along * 0.23));
    tar *= 1.0 - 0.45 * crack;
    float line = smoothstep(latPixel, -latPixel, abs(lat - edgeY * 1.13) - 0.0045), dash = smoothstep(latPixel, -latPixel, abs(lat - climb * 1.55) - 0.0075) * smoothstep(0.04 + latPixel, -latPixel, abs(mod(along, 6.3) - 1.6) - 1.5);
    tar = mix(tar, haze * 0.40 + zenith * 0.2 + sun * (0.25 + 0.3 * exp(-d * 1.5)) * sunny, max(line, dash) * (0.75 + 0.4 * coarse));
    // names that friends painted
    float cheer = step(mod(along, 37.8), 8.0) * smoothstep(0.012, 0.018, 0.020 - abs(lat - climb * 1.30)), strokes = step(0.47, valueNoise(vec2(along * 3.2, lat * 210.0 + floor(along / 37.8))));
    tar = mix(tar, haze * 0.50 + sun * 0.15, cheer * strokes * 0.45);
    // the verge on our side, drawn out by the speed
    float verge = lat - climb * 2.02 - 0.030 * (valueNoise1(along * 1.3) - 0.5), straw = valueNoise(vec2(along * 1.1, lat * 230.0));
    tar = mix(tar, meadow * (0.20 + 0.9 * straw) + sun * 0.10 * straw * straw * sunny, smoothstep(0.0, 0.014, verge));
    colour = mix(colour, tar, smoothstep(-pixel, pixel, ahead.y - d * edgeY - uv.y));

    // guard stones at the far edge, one every two beats
    float gap = 2.0 * WHEEL_TURN, stoneD = perMetre / max((floor(along / gap) + 0.5) * gap - run + perMetre / reachAhead, 0.5), size = zoom * stoneD / reachAhead;
    vec2 stone = (uv - vec2(ahead.x - stoneD, ahead.y - stoneD * edgeY * 0.97)) / size;
    float stoneUnit = pixel / size, block = sdRoundBox(stone - vec2(0.0, 0.25), vec2(0.095 - 0.05 * stone.y, 0.27), 0.045);
    vec3 stoneLight = (zenith * 0.9 + haze * 0.12 + sun * 0.95 * smoothstep(0.015, 0.050, stone.x) * sunny) * (0.62 + 0.3 * valueNoise(stone * 20.0));
    stoneLight = mix(stoneLight, stoneLight * saturation(accent, 1.2) * 1.6, step(abs(stone.y - 0.38), 0.055));
    float stoneShade = smoothstep(0.04, -0.05, sdSegment(stone, vec2(0.0), vec2(-1.1, -0.20)) - 0.075);
    colour *= 1.0 - 0.60 * stoneShade * sunny;
    colour = mix(colour, stoneLight, smoothstep(stoneUnit, -stoneUnit, block));

    // shadow of rider and bicycle, thrown back along the road
    float drop = max(-p.y, 0.0);
    vec2 shadowAt = (vec2(p.x + drop * 3.2, drop * 3.6) - FIGURE_LOW) / FIGURE_SIZE;
    vec4 g = IMG_NORM_PIXEL(figure, shadowAt);
    float wheelShade = min(abs(length(vec2(p.x + drop * 3.2, drop * 3.6) - REAR) - 0.32), abs(length(vec2(p.x + drop * 3.2, drop * 3.6) - FRONT) - 0.32)) - 0.014;
    float within = step(abs(shadowAt.x - 0.5), 0.5) * step(abs(shadowAt.y - 0.5), 0.5) * step(p.y, 0.0);
    float thrown = smoothstep(max(0.012, 0.6 * unit) + 0.05 * drop, -max(0.012, 0.6 * unit) - 0.05 * drop, min(min(min(g.x, g.y), min(g.z, g.w)), wheelShade)) * within;
    colour *= 1.0 - 0.74 * thrown * sunny;
    colour *= 1.0 - 0.45 * smoothstep(0.10, 0.0, length(vec2(min(abs(p.x), abs(p.x - 0.99)), p.y * 2.5))) * step(p.y, 0.02);

#if QUALITY < 1
    // all but the rider at half size
    if (PASSINDEX == 4) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(roadside, isf_FragNormCoord).rgb;
#endif
    // the figure
    vec2 at = (p - FIGURE_LOW) / FIGURE_SIZE;
    vec4 drawn = IMG_NORM_PIXEL(rider, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5);
    colour = colour * (1.0 - drawn.a) + drawn.rgb;
    // breath in the cold air, out on every second beat
    vec4 mouth4 = texelFetch(pose, ivec2(21, 0), 0);
    float age = fract(beatCount * 0.5);
    vec2 puffAt = mouth4.xy + vec2(0.15 + 0.06 * age - 0.75 * age * age, -0.075 + 0.10 * age);
    float puffSize = 0.03 + 0.22 * age;
    vec2 puff = (p - puffAt) / puffSize;
    float breath = max(1.0 - dot(puff, puff), 0.0);
    colour = mix(colour, haze * 0.8 + sun * 0.55, breath * breath * (1.0 - age) * (1.0 - age) * 0.30 * (0.4 + 0.6 * power));

    // glare of the sun over everything in front of it
    colour += sun * (0.10 * glow * glow + 0.05 * glow) * sunny * (1.0 + 0.25 * pulse);
    colour *= 1.0 - 0.24 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour * (0.35 + colour * 1.4) / (0.35 + colour), 1.20) * 1.60, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
