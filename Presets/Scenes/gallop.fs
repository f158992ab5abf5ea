/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Gallop: a horse gallops across a plain into the low sun. One stride a beat, each hoof falls where a real one would; the bass raises the dust, the mood is the light, every few bars the hour and the distance change, and now and then a herd runs along the ridge.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "dust", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.24, 0.15, 0.22, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.72, 0.40, 0.26, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.80, 0.55, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.35, 0.60, 0.75, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 117, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.42)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.28)", "FLOAT": true },
    { "TARGET": "plains", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [10.9, 10.2, 8.5],
    "steps": 2,
    "subject": "horse", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton"],
    "mood": { "valence": 0.4, "arousal": 0.6, "reach": 0.9 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "dust", "signal": "bass", "low": 0.15, "high": 1.0, "halfLifeSeconds": 0.4 },
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

// Lengths are in withers heights; the horse faces right; y = 0 is the ground.
const float HIND_DUTY = 0.24;
const float FORE_DUTY = 0.21;
const float STRIDE_LENGTH = 3.5;
const vec2 FIGURE_LOW = vec2(-1.16, -0.10);
const vec2 FIGURE_SIZE = vec2(2.34, 1.56);
const int OUTLINE = 84;
const vec2 BODY[OUTLINE] = vec2[OUTLINE](
    vec2(0.740,0.559), vec2(0.752,0.578), vec2(0.767,0.601), vec2(0.799,0.625), vec2(0.827,0.636), vec2(0.831,0.612),
    vec2(0.826,0.579), vec2(0.815,0.535), vec2(0.835,0.521), vec2(0.864,0.505), vec2(0.892,0.479), vec2(0.924,0.449),
    vec2(0.965,0.419), vec2(1.006,0.390), vec2(1.041,0.368), vec2(1.068,0.348), vec2(1.086,0.305), vec2(1.073,0.278),
    vec2(1.049,0.269), vec2(1.028,0.260), vec2(0.993,0.264), vec2(0.969,0.291), vec2(0.942,0.306), vec2(0.907,0.318),
    vec2(0.864,0.325), vec2(0.820,0.328), vec2(0.780,0.327), vec2(0.745,0.329), vec2(0.717,0.349), vec2(0.695,0.362),
    vec2(0.681,0.339), vec2(0.665,0.300), vec2(0.634,0.255), vec2(0.600,0.205), vec2(0.571,0.157), vec2(0.545,0.110),
    vec2(0.520,0.068), vec2(0.500,0.030), vec2(0.492,-0.001), vec2(0.485,-0.030), vec2(0.472,-0.065), vec2(0.450,-0.100),
    vec2(0.417,-0.134), vec2(0.370,-0.165), vec2(0.301,-0.189), vec2(0.220,-0.205), vec2(0.137,-0.213), vec2(0.050,-0.212),
    vec2(-0.042,-0.200), vec2(-0.130,-0.180), vec2(-0.204,-0.152), vec2(-0.270,-0.125), vec2(-0.326,-0.111),
    vec2(-0.380,-0.100), vec2(-0.443,-0.089), vec2(-0.500,-0.070), vec2(-0.539,-0.028), vec2(-0.562,0.020),
    vec2(-0.564,0.062), vec2(-0.552,0.100), vec2(-0.533,0.135), vec2(-0.505,0.165), vec2(-0.466,0.191), vec2(-0.420,0.212),
    vec2(-0.367,0.226), vec2(-0.310,0.232), vec2(-0.252,0.227), vec2(-0.190,0.218), vec2(-0.121,0.207), vec2(-0.050,0.200),
    vec2(0.017,0.202), vec2(0.080,0.212), vec2(0.137,0.232), vec2(0.190,0.255), vec2(0.240,0.270), vec2(0.290,0.290),
    vec2(0.344,0.327), vec2(0.400,0.372), vec2(0.461,0.422), vec2(0.520,0.470), vec2(0.573,0.507), vec2(0.620,0.535),
    vec2(0.661,0.552), vec2(0.695,0.560));
const int LEGS = OUTLINE / 2;
const int SHAPES = LEGS + 20;
const int HAIR = SHAPES + 10;
const int TAIL = HAIR + 27;
const int HEAD = 25;
const vec4 HIND_SHAPE[5] = vec4[5](vec4(0.200, 0.092, 0.0, 0.012), vec4(0.088, 0.040, 0.014, 0.026),
    vec4(0.042, 0.029, 0.0, 0.006), vec4(0.035, 0.029, 0.0, 0.0), vec4(0.031, 0.044, 0.0, 0.0));
const vec4 FORE_SHAPE[5] = vec4[5](vec4(0.125, 0.105, 0.02, 0.0), vec4(0.086, 0.040, 0.020, 0.012),
    vec4(0.037, 0.026, 0.0, 0.004), vec4(0.033, 0.027, 0.0, 0.0), vec4(0.029, 0.042, 0.0, 0.0));

// where in the stride we are: one stride a beat, in every fourth chapter one in two beats; the leading fore hoof strikes on the beat
float strideCount() {
    float chapter = floor(beatCount / 16.0), into = beatCount - 16.0 * chapter;
    return 16.0 * chapter - 8.0 * floor((chapter + 1.0) / 4.0) + into * (mod(chapter, 4.0) == 2.0 ? 0.5 : 1.0);
}

// a point of the horse at rest (origin in the barrel) to its place in this moment of the gallop; turnOf = (cos, sin) of the stride
vec2 carried(vec2 v, vec2 turnOf, float isHead) {
    float gathered = dot(turnOf, vec2(0.927, -0.374)), early = dot(turnOf, vec2(0.88, 0.48)), late = -early;
    float hindPart = smoothstep(0.02, -0.42, v.x);
    v = vec2(-0.10, 0.12) + turn(-0.17 * gathered * hindPart) * (v - vec2(-0.10, 0.12));
    v.y += 0.018 * gathered * bump(v.x, -0.12, 0.36);
    float neck = smoothstep(0.20, 0.52, v.x + 0.35 * max(v.y, 0.0) - 0.06);
    v = vec2(0.74, 0.53) + turn(isHead * (0.03 - 0.06 * late)) * (v - vec2(0.74, 0.53));
    v = vec2(0.30, 0.06) + turn((0.085 * early - 0.10 - 0.05 * power) * neck) * (v - vec2(0.30, 0.06));
    return turn(0.05 * early) * v + vec2(0.0, 0.735 + 0.032 * dot(turnOf, vec2(0.71, -0.70)));
}

// one texel of the pose: outline points by twos, limbs (both ends), their radii, then the hair
vec4 poseTexel(int k, float cycle) {
    vec2 turnOf = vec2(cos(6.2832 * cycle), sin(6.2832 * cycle));
    // which leg: 0 left hind, 1 right hind, 2 left fore, 3 right fore (the right ones are near)
    int legIndex = clamp((k - LEGS) / 5, 0, 3), segment = clamp(k - LEGS - legIndex * 5, 0, 4);
    bool isLeg = k >= LEGS && k < SHAPES, isHair = k >= HAIR, isTail = k >= TAIL, hind = legIndex < 2;
    float nearSide = float(legIndex & 1);
    float strikeAt = (hind ? 0.0 : 0.355) + nearSide * (hind ? 0.13 : 0.145);
    // hair: which lock and how far along
    int lockLength = isTail ? 6 : 3;
    int h = max(k - (isTail ? TAIL : HAIR), 0), lock = h / lockLength;
    float t = float(h - lock * lockLength) / float(lockLength - 1), l = float(lock);

    vec2 maneRoot = mix(mix(vec2(0.22, 0.245), vec2(0.52, 0.435), min(l / 5.0, 1.0)), vec2(0.745, 0.535), max(l - 5.0, 0.0) / 3.0);
    vec2 rest = isLeg ? (hind ? vec2(-0.395, 0.045) : vec2(0.295, -0.10))
        : isHair ? (isTail ? vec2(-0.49, 0.135 - 0.02 * l) : maneRoot) : BODY[clamp(2 * k, 0, OUTLINE - 1)];
    float head = 2 * k < HEAD || (isHair && !isTail && lock == 8) ? 1.0 : 0.0;
    vec2 at = carried(rest, turnOf, head);
    vec2 second = carried(BODY[clamp(2 * k + 1, 0, OUTLINE - 1)], turnOf, 2 * k + 1 < HEAD ? 1.0 : 0.0);

    // hair streams back and follows the body late
    float wave = sin(6.2832 * cycle - (isTail ? 0.6 + t * 3.0 + l * 0.5 : 1.6 + t * 2.4 + l * 0.45));
    float flutter = sin(flow * 5.0 - t * 5.0 + l * 2.4);
    vec2 hair = isTail
        ? vec2((0.07 * l - 0.66) * t, 0.36 * t - (0.44 + 0.07 * l) * t * t + t * (0.35 + t) * (0.085 * wave + 0.018 * flutter))
        : vec2((-0.20 - 0.04 * float(lock & 1)) * t, 0.10 * t - 0.06 * t * t + t * (0.070 * wave + 0.020 * flutter));
    float thick = isTail ? (0.034 + 0.19 * t * (1.0 - t)) * (1.0 - 0.86 * t * t * t) : mix(0.036, 0.004, t);

    // legs
    float u = fract(cycle - strikeAt);
    vec3 foot = footfall(u, hind ? HIND_DUTY : FORE_DUTY, hind ? 0.46 : 0.385, hind ? 0.38 : 0.35, hind ? 0.3 : 0.15);
    float stance = max(-foot.z, 0.0), swing = max(foot.z, 0.0);
    float ground = 0.022 * (1.0 - nearSide);
    vec2 root = at + (hind ? vec2(0.05 * foot.x, 0.0) : vec2(0.26 * foot.x, 0.06 * abs(foot.x)));
    vec2 target = vec2((hind ? -0.36 : 0.30) + 0.02 * (1.0 - nearSide) + foot.x,
        ground + 0.125 - 0.20 * stance * (1.0 - stance) + 0.03 * stance * stance + 0.03 * (1.0 - swing) * step(0.001, swing) + foot.y * (hind ? 0.19 : 0.34));
    vec4 bones = reach(root, target, hind ? 0.5135 : 0.315, hind ? 0.29 : 0.22, 1.0);
    vec2 thigh = mat2(0.9677, 0.2521, -0.2521, 0.9677) * ((bones.xy - root) / 0.5135);
    vec2 stifle = root + (hind ? mat2(0.8776, -0.4794, 0.4794, 0.8776) * thigh * 0.27 : vec2(0.0));
    vec2 fetlock = bones.zw, hock = hind ? fetlock - thigh * 0.26 : bones.xy;
    vec2 cannon = (fetlock - hock) / (hind ? 0.26 : 0.22);
    float drop = clamp((fetlock.y - ground) / 0.142, 0.05, 0.99);
    vec2 standing = vec2(sqrt(1.0 - drop * drop), -drop);
    float fold = 1.1 * bump(swing, 0.36, 0.46);
    vec2 hanging = turn(0.45 - fold * 0.55) * turn(-fold * (hind ? 0.40 : 0.55)) * cannon;
    float airborne = smoothstep(0.0, 0.16, swing) * (1.0 - smoothstep(0.86, 1.0, swing));
    vec2 pastern = normalize(mix(standing, hanging, airborne) + vec2(0.0, -1e-4));
    vec2 coronet = fetlock + pastern * 0.080, toe = coronet + (pastern * 0.8 + cannon * 0.2) * 0.050;
    vec2 top = hind ? root : at + vec2(-0.06, 0.20);
    vec4 limb = segment == 0 ? vec4(top, hind ? stifle : root) : segment == 1 ? vec4(hind ? stifle : root, hock)
        : segment == 2 ? vec4(hock, fetlock) : segment == 3 ? vec4(fetlock, coronet) : vec4(coronet, toe);
    int shape = clamp(k - SHAPES, 0, 9);
    return k < LEGS ? vec4(at, second) : isHair ? vec4(at + hair, thick, t) : isLeg ? limb : shape < 5 ? HIND_SHAPE[shape % 5] : FORE_SHAPE[shape % 5];
}

// distances of the horse's parts at p: trunk with neck and head, far legs, hair, near legs; each only where it can matter
vec4 horse(vec2 p, bool draw) {
    float nearest = 0.09, turns = 1.0;
    vec2 a = texelFetch(pose, ivec2(OUTLINE / 2 - 1, 0), 0).zw;
    int count = draw && p.y > 0.36 && p.x > -0.80 ? OUTLINE / 2 : 0;
    for (int i = 0; i < count; i++) {
        vec4 b = texelFetch(pose, ivec2(i, 0), 0);
        outlineEdge(p, a, b.xy, nearest, turns);
        outlineEdge(p, b.xy, b.zw, nearest, turns);
        a = b.zw;
    }
    float trunk = sqrt(nearest) * turns, farLegs = 0.3, nearLegs = 0.3, hair = 0.3, leg = 0.3;
    count = draw && p.y < 1.02 && abs(p.x + 0.05) < 0.95 ? 20 : 0;
    for (int i = 0; i < count; i++) {
        vec4 ends = texelFetch(pose, ivec2(LEGS + i, 0), 0), shape = texelFetch(pose, ivec2(SHAPES + i % 5 + (i / 10) * 5, 0), 0);
        float d = muscle(p, ends.xy, ends.zw, shape);
        d = i % 5 == 4 ? max(d, dot(p - ends.zw, ends.zw - ends.xy) * 20.0 - 0.010) : d;
        leg = i % 5 == 0 ? d : smoothMin(leg, d, i % 5 == 1 ? 0.055 : 0.022);
        bool isNear = (i / 5) % 2 == 1;
        nearLegs = isNear ? min(nearLegs, leg) : nearLegs;
        farLegs = isNear ? farLegs : min(farLegs, leg);
    }
    count = draw && p.y > 0.50 && p.x < 0.95 && abs(p.x + 0.25) > 0.16 ? 45 : 0;
    vec3 previous = vec3(0.0);
    for (int i = 0; i < count; i++) {
        vec4 b = texelFetch(pose, ivec2(HAIR + i, 0), 0);
        vec2 start = b.w == 0.0 ? b.xy - vec2(1e-3, 0.0) : previous.xy;
        float ra = b.w == 0.0 ? b.z : previous.z;
        hair = smoothMin(hair, sdLimb(p, start, b.xy, ra, b.z), 0.028);
        previous = b.xyz;
    }
    return vec4(trunk, farLegs, hair, nearLegs);
}

// a row of grass: how high its blades stand at x (0..1); blades bend with the wind
float sward(float x, float y, float scale) {
    float at = (x - y * 0.5 - y * abs(y) * 1.5) * scale, cell = floor(at), other = at * 0.61 + 31.5, second = floor(other);
    vec2 h = hash12(cell), g = hash12(second);
    float a = 1.0 - abs(at - cell - 0.35 - 0.3 * h.y) * 2.4, b = 1.0 - abs(other - second - 0.35 - 0.3 * g.y) * 2.4;
    return max(sqrt(max(a, 0.0)) * (0.25 + 0.75 * h.x), sqrt(max(b, 0.0)) * (0.25 + 0.75 * g.x));
}

void main() {
    float strides = strideCount(), cycle = fract(strides + 0.5);
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x), cycle); return; }
    vec4 parts = horse(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE, PASSINDEX == 1);
    if (PASSINDEX == 1) { gl_FragColor = parts; return; }

#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 2 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    float bottom = -tall + 0.30 * (tall - 0.5);
    uv.y += 0.30 * (tall - 0.5);
    float way = variety < 0.5 ? 1.0 : -1.0;
    uv.x *= way;
    uv.y += 0.0035 * dot(vec2(cos(6.2832 * cycle), sin(6.2832 * cycle)), vec2(0.4, 0.9));

    // camera: nearer in the slow chapters, the hour glides with the chapters
    float hour = chapterGlide * 0.7 + variety * 6.0;
    float slowness = bump(mod(chapterGlide, 4.0), 2.0, 1.0);
    float zoom = (0.445 + 0.085 * slowness + 0.02 * sin(hour * 2.3)) * clamp(0.52 + 0.6 * wide, 0.0, 1.0);
    float horizon = -0.100 + 0.03 * sin(hour * 1.1) - 0.02 * slowness;
    float groundY = -0.30 - 0.045 * slowness;
    vec2 p = (uv - vec2(-0.015 + 0.035 * sin(beatCount * 0.196 + variety * 9.0), groundY)) / zoom;
    float run = mod(strides * STRIDE_LENGTH, 900.0);

    // light: a low sun ahead of the horse
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float low = 0.5 + 0.5 * sin(hour * 1.3);
    vec2 sunAt = vec2(mix(0.20, 0.36, fract(variety * 7.7)) * min(wide * 1.3, 1.0), horizon + 0.05 + 0.12 * low);
    vec3 sun = mix(vec3(1.0, 0.50, 0.20), vec3(1.0, 0.72, 0.42), low);
    sun = mix(sun, tintTo(sun, light, 0.9), 0.40) * (1.0 + 0.25 * warmth);
    float overcast = clamp(-warmth * 1.2 - 0.25 + 0.35 * strain, 0.0, 0.85);
    vec3 haze = mix(tintTo(vec3(0.50, 0.235, 0.12), base, 0.35), sun * 0.62, 0.35) * (1.0 - 0.35 * overcast);
    vec3 zenith = mix(tintTo(vec3(0.045, 0.075, 0.19), accent, 0.30), deep * 0.8, 0.35);

    // sky
    float up = uv.y - horizon;
    vec2 toSun = uv - sunAt;
    float sunDistance = length(toSun);
    float glow = 1.0 / (1.0 + sunDistance * sunDistance * 17.0);
    float skyRamp = pow(clamp(up, 0.0, 1.0) * 1.35 + 0.0004, 0.62);
    vec3 sky = mix(haze, zenith, clamp(skyRamp, 0.0, 1.0));
    vec2 cloudAt = vec2(uv.x * 1.9 + beatCount * 0.008 + 1.2 * up, (up * 9.0) / (0.55 + up)) + variety * 31.0;
    float cloudNoise = fbm(cloudAt, 3);
    float cloud = smoothstep(0.47 - 0.16 * overcast, 0.72, cloudNoise) * smoothstep(0.0, 0.10, up);
    float lining = smoothstep(0.70, 0.50, cloudNoise);
    sky += sun * (1.05 * glow * glow * glow + 0.22 * glow) * (1.0 - 0.6 * overcast);
    sky = mix(sky, mix(haze * 0.62, mix(zenith, deep, 0.4) * 0.8 + haze * 0.16, 0.8 * skyRamp + 0.2 * overcast) + sun * lining * (0.14 + 1.0 * glow), cloud * 0.8);
    float disc = smoothstep(0.052 + 1.5 * pixel, 0.052 - 1.5 * pixel, sunDistance);
    sky += sun * disc * 3.2 * (1.0 - overcast) * (1.0 - 0.7 * cloud);
    vec3 colour = sky;

    // hills in three distances, each nearer one darker and faster
    float lightSide = glow * (1.0 - 0.5 * overcast);
    float far = 0.105 * fbm1(uv.x * 2.1 + beatCount * 0.006 + variety * 50.0, 3) + 0.012;
    colour = mix(colour, mix(haze * 0.80, zenith, 0.28) + sun * 0.30 * lightSide, smoothstep(-pixel, pixel, far - up));
    float middle = 0.080 * fbm1(uv.x * 3.4 + beatCount * 0.022 + 90.0 + variety * 20.0, 2) - 0.002;
    colour = mix(colour, mix(haze * 0.36, deep * 0.7, 0.4) + sun * 0.24 * lightSide * smoothstep(-0.05, 0.02, up - middle), smoothstep(-pixel, pixel, middle - up));
    // the herd on the ridge, every fourth chapter
    float herdWay = mod(floor(beatCount / 16.0), 4.0) == 1.0 ? fract(beatCount / 16.0) : 0.0;
    float herdX = uv.x - mix(-wide - 0.36, wide + 0.36, herdWay);
    float herdCell = floor(herdX / 0.115);
    vec2 herdAt = vec2((fract(herdX / 0.115) - 0.5) * 0.115, up + 0.010 - 0.004 * hash11(herdCell)) / (0.036 + 0.006 * hash11(herdCell + 7.0));
    vec4 herd = IMG_NORM_PIXEL(figure, (herdAt - FIGURE_LOW) / FIGURE_SIZE);
    float herdCover = smoothstep(0.02, -0.02, min(min(herd.x, herd.y), min(herd.z, herd.w))) * step(abs(herdCell), 2.5) * step(0.5, abs(herdCell + 1.0));
    colour = mix(colour, haze * 0.20 + deep * 0.10, herdCover * 0.9);

    // the plain: depth 1 is where the horse runs
    float depth = (horizon - groundY) / max(horizon - uv.y, 0.004);
    vec2 plainAt = vec2((uv.x * depth) / zoom + run, depth * 2.6);
    float nearness = clamp(1.0 / depth, 0.0, 2.0);
    float streak = valueNoise(vec2(plainAt.x * 0.8, plainAt.y * 5.0)) - 0.5;
#if QUALITY > 0
    float tuft = valueNoise(vec2(plainAt.x * 15.0 - uv.y * 30.0, uv.y * 34.0)) - 0.5;
#else
    float tuft = 0.6 * streak;
#endif
    float sunPath = exp(-abs(toSun.x) * mix(3.2, 1.6, nearness)) * (1.0 - 0.6 * overcast);
    vec3 grass = mix(tintTo(vec3(0.070, 0.048, 0.018), base, 0.35), deep * 0.18, 0.35 + 0.25 * nearness);
    vec3 plain = grass * (0.80 + 0.55 * streak + 1.1 * tuft * nearness);
    plain += sun * sunPath * (0.07 + 0.14 * max(streak, 0.0) + 0.42 * max(tuft, 0.0) * nearness) * (1.15 - 0.45 * nearness);
    plain = mix(plain, haze * 0.60 + sun * 0.40 * lightSide, exp(-nearness * 4.2));
    float isPlain = smoothstep(-pixel, pixel, horizon - uv.y);
    colour = mix(colour, plain, isPlain);

#if QUALITY < 1
    // sky and plain at half size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(plains, isf_FragNormCoord).rgb;
#endif
    // the horse
    // (below the hooves the same look-up serves the long shadow, which falls towards us, away from the sun)
    float drop = max(-p.y - 0.03, 0.0), below = step(p.y, -0.03);
    vec2 shadowAt = vec2(p.x + drop * (sunAt.x - uv.x + 0.25) * 2.2, drop * 2.3);
    vec2 at = (mix(p, shadowAt, below) - FIGURE_LOW) / FIGURE_SIZE;
    vec4 f = IMG_NORM_PIXEL(figure, at), fx = IMG_NORM_PIXEL(figure, at + vec2(0.010, 0.0)), fy = IMG_NORM_PIXEL(figure, at + vec2(0.0, 0.015));
    float within = step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5), inside = within * (1.0 - below);
    float thrown = smoothstep(0.035 + 0.07 * drop, -0.02 - 0.05 * drop, min(min(f.x, f.y), min(f.w, f.z))) * below * within;
    colour *= 1.0 - 0.72 * thrown * (1.0 - 0.75 * overcast) * smoothstep(0.55, 0.05, drop);
    float body = smoothMin(f.x, f.w, 0.045);
    vec2 slope = vec2(smoothMin(fx.x, fx.w, 0.045), smoothMin(fy.x, fy.w, 0.045)) - body;
    slope /= max(length(slope), 1e-4);
    vec2 muscleSlope = vec2(fx.w, fy.w) - f.w;
    muscleSlope /= max(length(muscleSlope), 1e-4);
    float soft = 0.75 * pixel / zoom;
    vec2 sunward = (sunAt - uv) / max(sunDistance, 1e-3);
    vec2 key = normalize(sunward + vec2(0.0, 0.9));
    float back = clamp(1.0 - body / -0.16, 0.0, 1.0), near = clamp(1.0 - f.w / -0.10, 0.0, 1.0);
    float round1 = dot(slope, key) * back, round2 = dot(muscleSlope, key) * near * near * smoothstep(0.004, -0.03, f.w);
    float rim = smoothstep(0.026, 0.0, -body) * smoothstep(-0.15, 0.75, dot(slope, key));
    float sheen = smoothstep(0.10, 0.9, round1) * 0.5 + smoothstep(0.1, 0.9, round2) * 0.38;
    vec3 coat = mix(tintTo(vec3(0.022, 0.009, 0.005), base, 0.3), deep * 0.08, 0.35);
    vec3 horseLight = coat * (0.75 + 0.45 * slope.y * back) + zenith * 0.06 * max(slope.y, 0.0) * back;
    sheen *= 0.15 + 0.85 * smoothstep(0.62, 0.42, p.x);
    horseLight += coat * sun * (5.0 * sheen) + sun * (0.10 + 0.05 * sparkle) * sheen * sheen * sheen;
    horseLight += sun * rim * (1.25 - 0.6 * overcast) * (0.55 + 0.75 * glow);
    horseLight += haze * 0.14 * smoothstep(0.35, -0.05, p.y) * (0.5 - 0.5 * slope.y) * back;
    horseLight *= 1.0 - 0.45 * smoothstep(0.030, 0.0, abs(f.w + 0.004)) * smoothstep(-0.13, -0.05, f.x) * step(f.w, 0.03);
    // eye and nostril are what make a head
    vec3 farLight = mix(coat * 0.5, haze * 0.5, 0.20) + sun * 0.28 * smoothstep(0.022, 0.0, -f.y) * step(0.2, dot(normalize(vec2(fx.y, fy.y) - f.y + 1e-5), key));
    colour = mix(colour, farLight, smoothstep(soft, -soft, f.y) * inside);
    colour = mix(colour, horseLight, smoothstep(soft, -soft, body) * inside);
    // mane and tail: thin hair lets the sun through
    float strands = valueNoise(vec2(p.x * 2.5, p.y * 80.0 + p.x * 24.0));
    float hairEdge = f.z + 0.008 * (strands - 0.3) * smoothstep(-0.05, -0.01, f.z);
    float thin = smoothstep(-0.040, 0.0, f.z), onCoat = smoothstep(0.0, -0.03, body);
    vec3 hair = coat * (0.4 + 0.6 * strands) + sun * (0.03 + 0.80 * thin * thin * (1.0 - 0.85 * onCoat)) * (0.15 + 0.85 * strands) * (0.45 + 0.7 * glow) * (1.0 - 0.5 * overcast);
    colour = mix(colour, hair, smoothstep(soft * 1.5, -soft * 1.5, hairEdge) * inside * (1.0 - 0.85 * smoothstep(-0.012, -0.055, body)));

    // dust: every hoof beat of the last strides leaves a puff that swells and drifts back
    float cloudDust = 0.0;
    int puffs = QUALITY > 0 ? 8 : 4;
    for (int i = 0; i < puffs; i++) {
        float n = float(i), which = mod(n, 4.0);
        float strikeAt = which < 2.0 ? which * 0.13 : 0.355 + (which - 2.0) * 0.145;
        float age = fract(cycle - strikeAt) + floor(n / 4.0);
        float place = (which < 2.0 ? 0.02 : 0.62) - (age - 0.05) * STRIDE_LENGTH * 0.62 ;
        float size = 0.06 + 0.36 * age - 0.06 * age * age;
        vec2 q = (p - vec2(place, 0.02 + 0.11 * age + 0.25 * size)) / vec2(size * 1.7, size);
        float blob = max(1.0 - dot(q, q), 0.0);
        cloudDust += blob * blob * (2.3 - age) * smoothstep(0.0, 0.06, age);
    }
    vec2 dustAt = vec2(p.x * 3.0 + run * 1.2, p.y * 4.5 - flow * 0.6);
#if QUALITY > 0
    float billow = fbm(dustAt, 2);
#else
    float billow = valueNoise(dustAt);
#endif
    float trail = smoothstep(-0.15, -1.6, p.x) * smoothstep(0.75, 0.0, p.y) * smoothstep(-0.40, 0.0, p.y);
    float dustCover = 1.0 - exp(-(cloudDust * 0.62 + trail * 0.55) * (0.15 + 1.5 * billow * billow) * (0.18 + 1.25 * dust) * (1.0 - 0.5 * overcast));
    vec3 dustLight = haze * 0.62 + sun * (0.16 + 0.42 * glow + 0.20 * smoothstep(0.45, 0.75, billow));
    colour = mix(colour, dustLight, dustCover * 0.80);

    // grass in front, blurred by speed
    float nearX = uv.x / zoom * 1.12 + run * 1.25;
    float blade = 0.11 * sward(nearX, p.y, 46.0) - (p.y + 0.150);
    vec3 bladeLight = grass * 0.32 + sun * (0.05 + 0.22 * sunPath) * smoothstep(0.06, 0.0, blade);
    colour = mix(colour, bladeLight, smoothstep(-0.010, 0.012, blade) * 0.9 * smoothstep(-0.60, -0.16, p.y));
    float front = 0.13 * sward(uv.x * 1.9 + run * 1.05, uv.y + 0.5, 27.0) - max(uv.y - bottom - 0.015 + 0.02 * sin(nearX * 0.7), -0.2);
    colour = mix(colour, deep * 0.03 + sun * 0.06 * sunPath * smoothstep(0.05, 0.0, front), smoothstep(-0.022, 0.022, front));

#if QUALITY > 0
    // rain slants across when the mood is dark
    float raining = smoothstep(0.25, 0.75, overcast);
    vec2 rainAt = vec2(uv.x * 46.0 + uv.y * 13.0, uv.y * 2.2 + TIME * 5.5);
    float drop1 = hash21(floor(rainAt + vec2(0.0, hash11(floor(rainAt.x)) * 9.0)));
    float thread = smoothstep(0.16, 0.0, abs(fract(rainAt.x) - 0.5)) * step(0.80, drop1) * smoothstep(1.0, 0.3, fract(rainAt.y + hash11(floor(rainAt.x)) * 9.0));
    colour += haze * thread * 0.32 * raining;
#endif

    // haze of light over everything near the sun, motes of grass in the air
    colour += sun * glow * glow * 0.16 * (1.0 - overcast) * (1.0 + 0.25 * pulse);
#if QUALITY > 1
    vec2 moteAt = vec2(uv.x * 9.0 + run * 0.9, uv.y * 9.0 + sin(uv.x * 3.0 + beatCount) * 0.3 + flow * 0.2);
    vec3 mote = hash23(floor(moteAt));
    float speck = smoothstep(0.055 * mote.z, 0.0, length((fract(moteAt) - 0.2 - 0.6 * mote.xy) * vec2(0.6, 1.0)));
    colour += sun * speck * step(0.62, mote.x) * (0.25 + 0.7 * glow) * (0.3 + sparkle) * smoothstep(0.35, -0.15, uv.y - horizon - 0.1);
#endif
    colour *= 1.0 - 0.22 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour * (0.55 + colour * 1.3) / (0.5 + colour), 1.18) * 1.25, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
