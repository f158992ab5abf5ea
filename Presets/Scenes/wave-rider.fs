/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Wave rider: inside a great barrel, a surfer crouched on the wall of water, the low sun shining through the lip. The surfer bends and rises with the beat and trims with the bars; bass thickens the lip, treble lights the drops, a build-up draws the barrel in, and every sixteen bars it breathes out a blast of spray.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.05, 0.20, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.12, 0.50, 0.58, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.86, 0.64, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.40, 0.26, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 40, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.38)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.33)", "FLOAT": true },
    { "TARGET": "soft1", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "barrel", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "rider1", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.575)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.50)", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [11.3, 11.3, 9.5],
    "steps": 2,
    "subject": "surfer", "domain": "sports", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton"],
    "mood": { "valence": 0.4, "arousal": 0.3, "reach": 1.1 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "journey", "signal": "travel" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.4 },
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

// Lengths of the surfer in metres, facing +x, y = 0 the deck of the board.
const int LIMBS = 20;
const vec2 FIGURE_LOW = vec2(-1.15, -0.22);
const vec2 FIGURE_SIZE = vec2(2.30, 2.00);

vec4 poseTexel(int k) {
    int i = k < LIMBS ? k : k - LIMBS;
    float a = 6.2832 * beatCount, beatWave = cos(a), late = cos(a - 0.9), bar = sin(a * 0.25), tallPart = bump(mod(chapterGlide + 4.0, 4.0), 2.0, 1.0);
    float vigour = 0.5 + 0.5 * power;
    // down on the beat, up between; every fourth chapter the surfer stands tall with the arms out
    float crouch = mix(0.62, 0.12, tallPart) + 0.20 * beatWave * vigour * (1.0 - 0.5 * tallPart) + 0.15 * strain;
    vec2 pelvis = vec2(-0.10 + 0.05 * bar, 0.78 - 0.40 * crouch);
    float lean = mix(0.62, 0.18, tallPart) + 0.18 * crouch + 0.07 * bar;
    vec2 up = normalize(vec2(lean, 1.0)), on = vec2(up.y, -up.x);
    vec2 neck = pelvis + up * 0.47;
    vec2 head = neck + normalize(mix(up, vec2(0.25, 1.0), 0.55)) * 0.19 + vec2(0.02, 0.0) * late;
    // far 0 thigh 1 shin 2 foot 3 upper arm 4 forearm 5 hand; 6 7 8 trunk; near 9 thigh 10 shin 11 foot; 12 13 14 arm; 15 head
    bool isFront = i < 6;
    vec2 foot = isFront ? vec2(0.36, 0.085) : vec2(-0.42, 0.075);
    vec4 leg = reach(pelvis + on * (isFront ? 0.05 : -0.03), foot, 0.43, 0.42, isFront ? 1.0 : 1.0);
    vec2 shoulder = neck - up * 0.06 + on * (isFront ? 0.06 : -0.05);
    vec2 reachOut = isFront ? vec2(0.52, mix(-0.06, 0.12, tallPart) - 0.10 * late * vigour + 0.06 * bar) : vec2(-0.50, mix(0.10, 0.16, tallPart) + 0.10 * late * vigour + 0.10 * bar);
    vec4 arm = reach(shoulder, shoulder + reachOut, 0.29, 0.27, isFront ? -1.0 : 1.0);
    vec2 fingers = arm.zw + normalize(arm.zw - arm.xy) * 0.10 + vec2(0.0, isFront ? 0.02 : 0.04);
    vec4 e = i == 0 || i == 9 ? vec4(pelvis + on * (isFront ? 0.05 : -0.03), leg.xy) : i == 1 || i == 10 ? vec4(leg.xy, leg.zw) : i == 2 || i == 11 ? vec4(foot + vec2(-0.05, -0.045), foot + vec2(0.15, -0.050))
        : i == 3 || i == 12 ? vec4(shoulder, arm.xy) : i == 4 || i == 13 ? vec4(arm.xy, arm.zw) : i == 5 || i == 14 ? vec4(arm.zw, fingers)
        : i == 6 ? vec4(pelvis, pelvis + up * 0.18) : i == 7 ? vec4(pelvis + up * 0.18, neck - up * 0.07) : i == 8 ? vec4(neck - up * 0.02, head - up * 0.05) : vec4(head, head);
    vec4 shape = i == 0 || i == 9 ? vec4(0.100, 0.066, 0.02, 0.0) : i == 1 || i == 10 ? vec4(0.062, 0.040, 0.0, 0.022) : i == 2 || i == 11 ? vec4(0.040, 0.024, 0.008, 0.0)
        : i == 3 || i == 12 ? vec4(0.062, 0.044, 0.008, 0.0) : i == 4 || i == 13 ? vec4(0.044, 0.028, 0.0, 0.008) : i == 5 || i == 14 ? vec4(0.030, 0.016, 0.0, 0.0)
        : i == 6 ? vec4(0.112, 0.098, 0.010, 0.0) : i == 7 ? vec4(0.098, 0.104, 0.026, 0.012) : i == 8 ? vec4(0.058, 0.050, 0.0, 0.0) : vec4(0.02, 0.02, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}
vec4 surfer(vec2 p) {
    vec2 head = texelFetch(pose, ivec2(15, 0), 0).xy;
    float front = min(chainOf(pose, 0, 0, 3, LIMBS, p, 0.03), chainOf(pose, 0, 3, 6, LIMBS, p, 0.02));
    float body = smoothMin(chainOf(pose, 0, 6, 9, LIMBS, p, 0.06), profileHead(turn(0.10) * (p - head), 0.098), 0.03);
    float back = min(chainOf(pose, 0, 9, 12, LIMBS, p, 0.03), 1e2);
    // the board: a long blade with a lifted nose
    float along = p.x / 1.08, deck = p.y + 0.035 - 0.055 * along * abs(along) - 0.05 * max(along - 0.4, 0.0);
    float board = sdEllipse(vec2(p.x - 0.05, deck + 0.02 * along), vec2(1.06 , 0.085 + 0.02 * along));
    return vec4(front, min(body, chainOf(pose, 0, 12, 15, LIMBS, p, 0.02)), back, board);
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x)); return; }
    if (PASSINDEX == 1) { gl_FragColor = surfer(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
#if QUALITY > 0
    if (PASSINDEX == 3) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 2 || PASSINDEX == 3 ? RENDERSIZE * 2.0 : PASSINDEX == 4 ? vec2(textureSize(barrel, 0)) * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    float way = variety < 0.5 ? 1.0 : -1.0;
    pixel *= PASSINDEX == 3 ? 2.0 : 1.0;
    vec2 p = vec2(uv.x * way, uv.y) / (1.0 + 0.35 * max(min(wide, tall * 1.6) - 0.9, 0.0));
    p += 0.006 * vec2(swing(beatCount / 8.0), swing(beatCount / 4.0)) + vec2(0.0, 0.003 * pulse);

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * sin(chapterGlide * 0.8 + variety * 6.0), noon = smoothstep(0.35, 0.75, fract(variety * 3.7 + 0.2));
    float overcast = clamp(-warmth * 0.8 - 0.2 + 0.3 * strain, 0.0, 0.8);
    vec3 sun = mix(mix(vec3(1.0, 0.50, 0.20), vec3(1.0, 0.70, 0.38), hour), vec3(1.0, 0.93, 0.78), noon);
    sun = mix(sun, tintTo(sun, light, 0.9), 0.35) * (1.0 - 0.4 * overcast);
    vec3 sky = mix(mix(vec3(0.12, 0.24, 0.46), vec3(0.16, 0.42, 0.74), noon), tintTo(vec3(0.30), base, 0.8), 0.30);
    vec3 haze = mix(mix(vec3(0.80, 0.50, 0.32), vec3(0.55, 0.72, 0.82), noon), tintTo(vec3(0.5), light, 0.8), 0.25);
    vec3 abyss = mix(vec3(0.002, 0.022, 0.040), tintTo(vec3(0.016), deep, 0.8), 0.20);
    vec3 water = mix(vec3(0.008, 0.115, 0.155), tintTo(vec3(0.085), base, 0.9), 0.20);
    vec3 glass = mix(vec3(0.06, 0.52, 0.48), tintTo(vec3(0.36), base, 0.7), 0.18);

    // the surfer, a sheet that is laid over the wave below
    if (PASSINDEX == 4) {
        vec2 at = isf_FragNormCoord, q = FIGURE_LOW + at * FIGURE_SIZE;
        vec4 sum = vec4(0.0);
        vec2 s = vec2(0.009, 0.0);
        vec4 f = IMG_NORM_PIXEL(figure, at), fx = IMG_NORM_PIXEL(figure, at + s) - IMG_NORM_PIXEL(figure, at - s), fy = IMG_NORM_PIXEL(figure, at + s.yx) - IMG_NORM_PIXEL(figure, at - s.yx);
        vec2 key = normalize(vec2(0.62, 0.70));
        float edge = 0.7 * FIGURE_SIZE.x / RENDERSIZE.x;
        vec4 head4 = texelFetch(pose, ivec2(15, 0), 0), pelvis = texelFetch(pose, ivec2(6, 0), 0);
        vec3 skin = mix(vec3(0.15, 0.070, 0.038), vec3(0.44, 0.24, 0.15), fract(variety * 9.1)), bright = saturation(accent, 1.15), pale = mix(vec3(0.80), light, 0.35);
        vec3 vest = mix(mix(deep * 0.14, vec3(0.010, 0.020, 0.034), 0.5), pale * 0.8, step(0.5, fract(variety * 5.3))), shorts = bright * 0.75;
        // the leash, a cord from the ankle to the tail
        vec4 ankle = texelFetch(pose, ivec2(11, 0), 0);
        vec2 tail = vec2(-0.95, 0.02), c = q - ankle.xy, way1 = tail - ankle.xy;
        float t = clamp(dot(c, way1) / dot(way1, way1), 0.0, 1.0);
        lay(sum, vec3(0.015) + sun * 0.25, smoothstep(edge, -edge, length(c - way1 * t - vec2(0.0, 0.10 * 4.0 * t * (1.0 - t))) - 0.008));
        float crease = QUALITY < 1 ? 0.0 : valueNoise(vec2(q.x * 22.0 + q.y * 14.0, q.y * 40.0 - q.x * 9.0)) - 0.5;
        for (int i = 0; i < 4; i++) {
            // board, front limbs, legs behind, trunk with the near arm
            float d = i == 0 ? f.w : i == 1 ? f.x : i == 2 ? f.z : f.y;
            vec2 n = i == 0 ? vec2(fx.w, fy.w) : i == 1 ? vec2(fx.x, fy.x) : i == 2 ? vec2(fx.z, fy.z) : vec2(fx.y, fy.y);
            n /= max(length(n), 1e-4);
            vec2 l = roundLight(d, n, i == 0 ? 0.045 : 0.085, key);
            vec3 cloth = skin;
            if (i == 0) {
                // a white deck, a stringer, bands at nose and tail
                float deck = q.y + 0.035 - 0.055 * (q.x / 1.08) * abs(q.x / 1.08) - 0.05 * max(q.x / 1.08 - 0.4, 0.0);
                cloth = mix(pale * 0.95, bright * 0.8, step(abs(q.x - 0.72), 0.05) + step(abs(q.x - 0.60), 0.02) + step(q.x, -0.62) * step(-0.86, q.x));
                cloth = mix(cloth, deep * 0.3, smoothstep(0.010, 0.004, abs(deck - 0.012)));
                cloth *= 0.50 + 0.50 * smoothstep(-0.055, -0.015, deck);
            } else if (i == 3) {
                vec2 h = q - head4.xy, up = normalize(pelvis.zw - pelvis.xy);
                float along = dot(q - pelvis.xy, up);
                vec4 upper = texelFetch(pose, ivec2(12, 0), 0), lower = texelFetch(pose, ivec2(13, 0), 0);
                float bare = min(sdSegment(q, lower.xy, lower.zw), sdSegment(q, mix(upper.xy, upper.zw, 0.60), upper.zw)) - 0.060;
                vec4 hand = texelFetch(pose, ivec2(14, 0), 0);
                bare = min(bare, sdSegment(q, hand.xy, hand.zw) - 0.045);
                float faceOn = smoothstep(0.165, 0.160, length(h - vec2(0.02, 0.0)));
                cloth = mix(cloth, vest * (1.0 + 0.5 * crease), smoothstep(-0.004, 0.004, bare) * (1.0 - faceOn));
                cloth = mix(cloth, bright * 0.75, smoothstep(0.020, 0.014, abs(along - 0.30)) * smoothstep(-0.004, 0.004, bare) * (1.0 - faceOn));
                cloth = mix(cloth, shorts * (1.0 + 0.6 * crease), smoothstep(0.006, -0.006, along - 0.035) * smoothstep(-0.004, 0.004, bare));
                float hairy = smoothstep(0.0, 0.01, h.y - 0.012 + (h.x - 0.045) * -0.75) * step(length(h), 0.16);
                cloth = mix(cloth, mix(vec3(0.012, 0.008, 0.006), vec3(0.13, 0.070, 0.02), fract(variety * 2.3)) * (1.0 + 1.2 * crease), hairy);
            } else {
                vec4 thigh = texelFetch(pose, ivec2(i == 1 ? 0 : 9, 0), 0);
                float down = alongLimb(q, thigh.xy, thigh.zw), on = step(sdSegment(q, thigh.xy, thigh.zw), 0.135);
                cloth = mix(cloth, shorts * (1.0 + 0.6 * crease), smoothstep(0.80, 0.78, down) * on);
                cloth = mix(cloth, pale * 0.8, step(abs(down - 0.70), 0.035) * on);
                if (i == 1) {
                    vec4 sleeve = texelFetch(pose, ivec2(3, 0), 0);
                    cloth = mix(cloth, vest, smoothstep(0.62, 0.58, alongLimb(q, sleeve.xy, sleeve.zw)) * step(sdSegment(q, sleeve.xy, sleeve.zw), 0.085));
                }
            }
            float lit = smoothstep(0.50, 0.74, l.x + 0.06 * crease) * (1.0 - 0.6 * overcast);
            vec3 paint = cloth * (glass * 0.40 + water + haze * 0.16 + sky * 0.10) * (0.7 + 0.4 * l.x) + cloth * sun * 1.5 * lit + sun * l.y * (0.30 + 1.3 * cloth) * (1.0 - 0.5 * overcast);
            paint += glass * 0.12 * smoothstep(0.0, -1.0, n.y) * (1.0 - l.x);
            lay(sum, vec3(0.0), (i > 1 ? 0.45 * smoothstep(0.04, 0.0, d) * step(min(f.x, f.z), 0.02) : 0.0));
            lay(sum, paint, smoothstep(edge, -edge, d));
        }
        gl_FragColor = sum;
        return;
    }

    // the opening: an almond leaning with the throw of the lip; rho is 1 on its edge and grows towards us
    float wind = -0.42 + 0.05 * swing(beatCount / 32.0);
    float size = 0.335 * (1.0 - 0.20 * strain + 0.05 * swing(chapterGlide * 0.31) + 0.02 * low);
    vec2 eye = vec2(-0.075, 0.045);
    vec2 e = rotation(wind) * (p - eye) / (size * vec2(1.36, 0.86));
    e.y += 0.22 * e.x * e.x * (1.0 - 0.4 * e.x) - 0.12;
    float turnA = atan(e.y, e.x);
    float ragged = 0.045 * (valueNoise(vec2(turnA * 5.0 - beatCount * 0.5, beatCount * 0.7)) - 0.5) * smoothstep(-0.6, 0.8, e.y - 0.5 * e.x);
    float rho = length(e) + ragged, inner = 1.0 / max(rho, 1.0);   // (a power of inner fades with the depth)
    float depth = log2(max(rho, 0.05));                                        // 0 at the opening, about 2 at the lens

    // the surfer rides in the lower part of the opening, a little up the face
    float trim = swing(beatCount / 16.0), zoom = 0.285 * (1.0 + 0.08 * swing(beatCount / 32.0 + 0.2));
    vec2 rider = eye + vec2(0.075 + 0.025 * trim, -0.232 + 0.020 * swing(beatCount / 8.0 + 0.1)) * (size / 0.335);
    float heel = -0.20 - 0.08 * trim - 0.05 * swing(beatCount / 4.0);
    vec2 q = turn(heel) * (p - rider) / zoom * vec2(-1.0, 1.0);
    float unit = pixel / zoom;

    vec2 wakeAt = q - vec2(-0.75, -0.05);
    float behind = max(-wakeAt.x, 0.0), spread = 0.03 + 0.16 * behind;
    float blast = fract((beatCount - 33.0) / 64.0) * 64.0, gust = smoothstep(0.0, 1.0, blast) * smoothstep(10.0, 1.5, blast);
    float horizon = -0.035 - 0.05 * p.x, up = p.y - horizon;
    if (PASSINDEX == 2) {
        // noise of what is soft, at half size: clouds, the boiling landing, the wake, the barrel's breath
        vec2 boilAt = p * (7.0 - 1.6 * depth) + vec2(0.0, -0.3 * beatCount);
        float boil = fbm(boilAt + 0.3 * swing2(boilAt.yx * 0.5 + beatCount * 0.25), 3);
        float clouds = fbm(vec2(p.x * 4.0 + beatCount * 0.01, (p.y - horizon) * 14.0) + variety * 20.0, 3);
        float wakeNoise = valueNoise(vec2(wakeAt.x * 3.5 + beatCount * 2.5, wakeAt.y * 7.0)) * 0.6 + 0.4 * valueNoise(vec2(wakeAt.x * 9.0 + beatCount * 5.0, wakeAt.y * 16.0));
#if QUALITY < 1
        float fume = clouds;
#else
        float fume = fbm(vec2(depth * 2.6 - blast * 0.9, turnA * 2.0 + 0.3 * blast), 3);
#endif
        gl_FragColor = vec4(clouds, boil, wakeNoise, fume);
        return;
    }
    vec4 soft = IMG_NORM_PIXEL(soft1, isf_FragNormCoord);
    float wakeNoise = soft.z;

    // outside: sky, sun, the sea's horizon, a headland
    vec2 sunAt = vec2(-0.20 - 0.05 * hour, 0.125 + 0.05 * hour + 0.04 * noon);
    float toSun = length(p - sunAt), glow = 1.0 / (1.0 + toSun * toSun * 26.0);
    vec3 colour = mix(haze, sky, clamp(sqrt(max(up, 0.0)) * 1.7, 0.0, 1.0));
    float cloud = smoothstep(0.50 - 0.15 * overcast, 0.75, soft.x) * smoothstep(0.0, 0.08, up);
    colour += sun * (0.55 * glow * glow + 0.14 * glow);
    colour = mix(colour, haze * 0.75 + sun * (0.25 + 0.5 * glow), cloud * 0.7);
    colour += sun * smoothstep(0.034, 0.030, toSun) * 2.2 * (1.0 - overcast);
    float head = 0.052 * ridge(valueNoise1(p.x * 7.0 + 3.0 + variety * 30.0)) * smoothstep(0.05, 0.30, p.x + 0.10) + 0.004;
    colour = mix(colour, mix(haze * 0.55, deep * 0.5, 0.5), smoothstep(pixel, -pixel, up - head));
    float chop = valueNoise(vec2(p.x * 14.0 / (0.05 - min(up, 0.0) * 2.2), 3.0 / (0.04 - min(up, 0.0)) + beatCount * 0.5));
    vec3 sea = mix(haze * 0.55 + sun * 0.1, water * 1.3, smoothstep(0.0, 0.16, -up)) + sun * smoothstep(0.50, 0.85, chop) * exp(-abs(p.x - sunAt.x) * 9.0) * 1.3;
    colour = mix(colour, sea, smoothstep(pixel, -pixel, up));

    // the wall: water drawn up the face and thrown over; long lines that wind round the barrel
    float climb = beatCount * 0.30 + flow * 0.10;
    float travel = journey * 0.55;
    float round1 = turnA + 0.55 * depth;
    float lines = valueNoise(vec2(depth * 9.0 + round1 * 1.1 + travel * 0.35, round1 * 1.6 - climb));
    float fine = valueNoise(vec2(depth * 26.0 + round1 * 2.6 + travel * 0.9 + 30.0, round1 * 3.4 - climb * 1.7));
    float swell = valueNoise(vec2(depth * 2.2 - travel * 0.12, round1 * 1.3 - climb * 0.5) + 60.0);
    float relief = 0.50 * lines + 0.30 * fine + 0.45 * swell;
    float roof = smoothstep(-0.5, 0.9, sin(turnA - 0.35)), near = smoothstep(0.0, 1.9, depth);
    // sunlight comes through where the water is thin: at the lip, and near the opening
    float thin = (0.25 + 0.75 * roof) * inner * (0.2 + 0.8 * inner);
    vec3 wall = mix(water, abyss, clamp(near * 0.95 + 0.18 * (1.0 - roof), 0.0, 1.0));
    wall += glass * thin * (0.30 + 1.05 * relief * relief);
    wall += mix(water, sky, 0.5) * smoothstep(0.48, 0.85, relief) * (0.30 + 0.25 * roof) * (1.0 - 0.45 * near);
    float sheen = smoothstep(0.70, 0.98, relief + 0.20 * inner * inner * inner);
    wall += (sun * 0.9 + haze * 0.25) * sheen * inner * (0.25 + 0.9 * smoothstep(0.4, 1.0, cos(turnA - 0.2) * 0.5 + 0.5));
    float inner2 = inner * inner, inner4 = inner2 * inner2;
    wall += mix(sun, glass * 2.0, 0.45) * inner4 * inner4 * inner2 * (0.25 + 0.50 * roof) * (0.5 + relief);                // the lit rim of the opening
    // the sun stands behind the water: where the way to it goes through the lip the wave glows
    vec2 outward = normalize(p - eye + 1e-4), sunward = normalize(sunAt - eye);
    float facing = 0.5 + 0.5 * dot(outward, sunward), through = facing * facing * inner * (0.35 + 0.65 * inner);
    wall += mix(glass * 1.5, sun * vec3(0.60, 1.10, 0.70), 0.45) * through * (0.10 + 1.15 * relief * relief) * (1.0 - 0.55 * overcast);
    wall *= (0.78 + 0.44 * lines) * mix(1.0, 0.62 + 0.38 * facing, 0.8);

    // foam: where the lip lands, and the torn lace that is carried up the face
    float floorPart = smoothstep(0.15, -0.75, e.y / max(rho, 0.3));
    float lace = valueNoise(vec2(depth * 7.0 + travel * 0.8, round1 * 7.0 - climb * 2.2)), lace2 = valueNoise(vec2(depth * 17.0 + travel * 1.9 + 9.0, round1 * 19.0 - climb * 4.6));
    float web = smoothstep(0.17, 0.03, abs(lace - 0.5) + 0.30 * abs(lace2 - 0.5)) * smoothstep(0.25, 0.60, swell + 0.35 * floorPart);
    vec3 foam = mix(sky * 0.45 + glass * 0.25 + 0.10, haze * 0.45 + sky * 0.25 + sun * 0.50, inner);
    wall = mix(wall, foam, web * (0.10 + 0.40 * floorPart) * (1.0 - 0.55 * near));
    // the lip lands in a line of white water; it also covers where the angle begins anew
    float fromCut = 3.14159265 - abs(turnA), broad = 0.34 + 0.10 * low + 0.10 * depth;
    float boil = soft.y;
    float landing = smoothstep(broad, 0.10, fromCut + 0.75 * (boil - 0.55) * smoothstep(0.02, 0.25, fromCut));
    float puffs = smoothstep(0.34, 0.66, boil);
    wall = mix(wall, mix(water * 0.9 + sky * 0.14, foam * 1.3 + sun * 0.25 * inner, 0.12 + 0.88 * puffs) * (0.75 + 0.35 * inner), landing);

    float inside = smoothstep(1.0 - 1.5 * pixel / size, 1.0 + 1.5 * pixel / size, rho);
    colour = mix(colour, wall, inside);

    // the falling lip: a torn curtain across the far side of the opening
    float curtainX = e.x + 0.80 + 0.20 * e.y, fall = valueNoise(vec2(e.x * 26.0 + e.y * 3.0, e.y * 2.2 + beatCount * 1.5)), strands = valueNoise(vec2(e.x * 60.0, e.y * 4.0 + beatCount * 2.6));
    float curtain = smoothstep(0.34 + 0.12 * low, -0.10, curtainX + 0.34 * (fall - 0.5)) * (1.0 - inside);
    colour = mix(colour, mix(glass * 0.9 + water, sky * 0.5 + haze * 0.4 + sun * 0.6, 0.25 + 0.75 * strands), curtain * (0.30 + 0.65 * smoothstep(0.30, 0.75, strands + 0.3 * curtain)));
    // hanging drops along the roof of the opening
    vec2 dropAt = vec2(e.x * 11.0, e.y * 5.0 + beatCount * 0.9);
    dropAt.y += 9.0 * hash11(floor(dropAt.x));
    vec2 dh = hash22(floor(dropAt)), dq = fract(dropAt) - vec2(0.3 + 0.4 * dh.x, 0.5);
    float drop = smoothstep(0.17, 0.05, length(dq * vec2(1.0, 0.42)) + 0.10 * dh.y) * step(0.42, dh.x + 0.3 * low) * smoothstep(0.10, 0.75, e.y + 0.25 * dh.y) * (1.0 - inside);
    colour = mix(colour, haze * 0.7 + sun * (0.6 + 0.8 * sparkle), drop * 0.75);

#if QUALITY < 1
    // the wave at half size
    if (PASSINDEX == 3) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(barrel, isf_FragNormCoord).rgb;
#endif
    // the trail that the board cuts, and the spray of its rail
    float wake = smoothstep(1.0, 0.2, abs(wakeAt.y + 0.10 * behind + 0.05 * behind * behind) / spread) * smoothstep(0.0, 0.15, behind) * exp(-behind * 0.7);
    colour = mix(colour, foam * 1.15, wake * smoothstep(0.25, 0.65, wakeNoise + 0.25 * wake) * 0.9);
    float plume = 0.0;
    const float PUFFS = QUALITY < 1 ? 3.0 : 5.0;
    for (int i = 0; i < 5; i++) {
        if (QUALITY < 1 && i >= 3) break;
        float age = fract(beatCount + float(i) / PUFFS), n = float(i);
        vec2 c = vec2(-0.85 - 1.25 * age, 0.02 + (1.0 + 0.5 * low) * age * (1.0 - 0.75 * age));
        vec2 d = (q - c) / (0.08 + 0.46 * age);
        float blob = max(1.0 - dot(d, d), 0.0);
        plume += blob * blob * (1.0 - age);
    }
    float spray = 1.0 - exp(-plume * (0.2 + 1.5 * wakeNoise * wakeNoise) * (0.7 + 0.9 * low));
    colour = mix(colour, haze * 0.65 + sun * (0.35 + 0.35 * glow), clamp(spray, 0.0, 1.0) * 0.80);
    // shadow and shine under the board
    colour *= 1.0 - 0.5 * exp(-dot((q - vec2(0.0, -0.14)) * vec2(0.95, 7.0), (q - vec2(0.0, -0.14)) * vec2(0.95, 7.0)));

    vec2 at = (q - FIGURE_LOW) / FIGURE_SIZE;
    vec4 drawn = IMG_NORM_PIXEL(rider1, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5);
    colour = colour * (1.0 - drawn.a) + drawn.rgb;
    // front spray hides the board's tail now and then
    colour = mix(colour, foam * 1.1, clamp(spray * 0.35 * smoothstep(0.0, -0.6, q.x + 0.5), 0.0, 0.6));

    // drops close to the lens, and the barrel's breath: a blast of mist with every sixteenth bar
    float life = fract(beatCount / 4.0), grow = 0.5 + 1.6 * life * life;
    vec2 beadAt = (p - eye) / grow * 10.0, beadHash = hash22(floor(beadAt) + 7.0 * floor(beatCount / 4.0)), beadOff = fract(beadAt) - 0.25 - 0.5 * beadHash;
    beadOff = vec2(dot(beadOff, outward) * 0.5, dot(beadOff, vec2(-outward.y, outward.x)));
    float bead = smoothstep(0.075 * beadHash.x, 0.02 * beadHash.x, length(beadOff)) * step(0.55, fract(beadHash.y * 7.3)) * smoothstep(0.0, 0.2, life) * smoothstep(1.0, 0.6, life);
    colour = mix(colour, haze * 0.55 + sun * (0.25 + 0.9 * sparkle), bead * 0.55);
    float open = smoothstep(0.16, 0.42, length((q - vec2(0.0, 0.55)) * zoom));
    if (gust > 0.001) {
        colour = mix(colour, haze * 0.75 + sun * 0.45, gust * smoothstep(0.38, 0.80, soft.w + 0.12) * 0.62 * open);
    }
    colour += sun * (0.20 * glow * glow + 0.05 * glow) * (1.0 + 0.2 * pulse);
    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 * 4.0 * (wide * wide + tall * tall) * 0.5 + 0.1);
    gl_FragColor = vec4(quickFinish(saturation(colour * (0.45 + colour * 1.5) / (0.45 + colour), 1.25) * 1.30, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
