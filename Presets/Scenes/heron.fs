/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Heron at dusk: a grey heron wades through the shallows among reeds before the setting sun. She takes one slow step a chapter, her neck breathes with the bars, rings spread from her legs on the downbeats, reeds nod with the beat; bass moves the water, treble glitters on it, tension draws her neck back, and once in sixteen bars she strikes.",
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
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.14, 0.12, 0.26, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.60, 0.35, 0.40, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.75, 0.50, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.50, 0.35, 1.0] }
  ],
  "PASSES": [ { "TARGET": "dusk", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.60)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.72)", "FLOAT": true }, { "TARGET": "lake", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [9.2, 9.1, 8.1],
    "steps": 2,
    "subject": "heron", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.0, "arousal": -0.5, "reach": 1.0 },
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

// Lengths of the bird are in her standing height without the neck stretched (about one); she faces right, the water stands at y = 0.
const float SHORE = -0.055;
const vec2 FIGURE_LOW = vec2(-0.55, -0.08), FIGURE_SIZE = vec2(1.60, 1.62);
const float STEP = 0.17;

float paceOf() { return easeInOut(fract(barCount * 0.25) * 2.4); }
// the strike: (drawn back, thrust, holding the catch), once in sixteen bars
vec3 strikeNow() {
    float t = mod(barCount + floor(variety * 16.0), 16.0) - 12.0;
    float thrust = smoothstep(1.00, 1.10, t) * (1.0 - smoothstep(1.25, 1.9, t));
    return vec3(smoothstep(0.0, 0.95, t) * (1.0 - smoothstep(1.0, 1.06, t)), thrust, smoothstep(1.1, 1.2, t) * (1.0 - smoothstep(3.0, 3.4, t)));
}

// the bird: (distance, distance of the wing's plumes, 0..1 along the neck, distance of the legs)
vec4 heron(vec2 p) {
    vec3 strike = strikeNow();
    float pace = paceOf(), count = floor(barCount * 0.25), breath = swing(barCount * 0.5);
    float odd = mod(count, 2.0), lift = bump(pace, 0.5, 0.5);
    float stance = 0.5 - pace, swings = pace * 2.0 - 0.5 - pace;                 // feet relative to the body, in steps
    vec2 body = vec2(0.0, 0.640 + 0.010 * lift + 0.004 * breath - 0.035 * strike.y);
    // legs: the near one is the odd one
    vec2 footA = vec2(stance * STEP - 0.02, 0.0), footB = vec2(swings * STEP - 0.02, 0.15 * lift);
    float legs = 9.0;
    for (int k = 0; k < 2; k++) {
        vec2 foot = k == 0 ? footA : footB, hip = body + vec2(-0.03, -0.13);
        vec2 joint = knee(hip, foot, 0.235, 0.335, -1.0);
        float leg = min(sdLimb(p, hip, joint, 0.030, 0.0125), sdLimb(p, joint, foot, 0.0115, 0.0085));
        leg = min(leg, length(p - joint) - 0.0150);
        float toe = k == 0 ? 9.0 : min(sdLimb(p, foot, foot + vec2(0.075, -0.015 - 0.10 * lift), 0.008, 0.004), sdLimb(p, foot, foot + vec2(-0.04, -0.015 - 0.05 * lift), 0.007, 0.004));
        legs = min(legs, min(leg, toe));
    }
    // body: an egg that leans forward, a drooping tail, folded wing with long plumes
    float lean = 0.38 - 0.25 * strike.y;
    vec2 b = rotation(-lean) * (p - body);
    float trunk = sdEllipse(b - vec2(0.02, 0.0), vec2(0.205, 0.118)) ;
    trunk = smoothMin(trunk, sdLimb(b, vec2(-0.10, 0.015), vec2(-0.335, -0.012), 0.085, 0.016), 0.06);
    trunk = smoothMin(trunk, sdLimb(b, vec2(0.12, 0.0), vec2(0.205, 0.055), 0.085, 0.045), 0.05);
    vec2 w = b - vec2(-0.06, 0.030);
    float wing = sdEllipse(vec2(w.x, w.y + 0.30 * w.x * w.x - 0.05 * w.x), vec2(0.235, 0.090));
    // neck: an S of six pieces between rest, drawn back and thrust
    vec2 shoulder = body + rotation(lean) * vec2(0.185, 0.050);
    vec2 n1 = vec2(0.175, 0.075), n2 = vec2(0.155, 0.225 + 0.008 * breath), n3 = vec2(0.075, 0.345 + 0.012 * breath), n4 = vec2(0.120, 0.455 + 0.016 * breath), head = vec2(0.205, 0.480 + 0.018 * breath);
    float drawn = max(strike.x, 0.65 * strain), down = strike.y;
    n1 = mix(mix(n1, vec2(0.155, 0.030), drawn), vec2(0.110, -0.010), down);
    n2 = mix(mix(n2, vec2(0.165, 0.150), drawn), vec2(0.215, -0.080), down);
    n3 = mix(mix(n3, vec2(0.040, 0.190), drawn), vec2(0.310, -0.200), down);
    n4 = mix(mix(n4, vec2(0.105, 0.275), drawn), vec2(0.385, -0.340), down);
    head = mix(mix(head, vec2(0.205, 0.285), drawn), vec2(0.440, -0.450), down);
    float neck = 9.0, along = 0.0;
    vec2 path[6] = vec2[6](vec2(0.0), n1, n2, n3, n4, head);
    for (int k = 0; k < 5; k++) {
        vec2 a = shoulder + path[k], c = shoulder + path[k + 1], before = shoulder + path[max(k - 1, 0)], after = shoulder + path[min(k + 2, 5)];
        vec2 middle = (a + c) * 0.5625 - (before + after) * 0.0625;
        float ra = 0.050 - 0.0058 * float(k), rb = ra - 0.0058;
        if (k == 0) ra = 0.064;
        float piece = smoothMin(sdLimb(p, a, middle, ra, 0.5 * (ra + rb)), sdLimb(p, middle, c, 0.5 * (ra + rb), rb), 0.01);
        along = piece < neck ? (float(k) + 0.5) / 5.0 : along;
        neck = smoothMin(neck, piece, 0.016);
    }
    vec2 h = shoulder + head, gaze = normalize(mix(vec2(1.0, -0.10), vec2(0.62, -0.80), down) + vec2(0.0, 0.22 * strike.z * (1.0 - down)));
    vec2 q = p - h;
    q = vec2(dot(q, gaze), -gaze.y * q.x + gaze.x * q.y);
    float skull = sdEllipse(q - vec2(0.012, 0.004), vec2(0.062, 0.034));
    float beak = max(max(abs(q.y + 0.006) - 0.0175 * clamp(1.0 - (q.x - 0.045) / 0.20, 0.0, 1.0), q.x - 0.245), 0.02 - q.x) * 0.9;
    float crest = sdLimb(q, vec2(-0.03, 0.018), vec2(-0.185, -0.020 + 0.012 * swing(beatCount * 0.5)), 0.012, 0.002);
    // the catch
    float fish = strike.z * (1.0 - down) > 0.3 ? sdEllipse(q - vec2(0.215, -0.012), vec2(0.022, 0.058)) : 9.0;
    float bib = 9.0;
    for (int k = 0; k < 3; k++) bib = min(bib, sdLimb(p, shoulder + vec2(-0.02 + 0.02 * float(k), -0.01), shoulder + vec2(0.030 + 0.030 * float(k), -0.155 - 0.02 * float(k == 1)), 0.018, 0.002));
    float d = smoothMin(trunk, min(neck, bib), 0.045);
    d = min(d, min(min(smoothMin(skull, neck, 0.02), beak), min(crest, fish)));
    return vec4(d, wing, beak < 0.010 && q.x > 0.062 ? 3.0 : crest < 0.0 || (abs(q.y - 0.010 - 0.25 * abs(q.x - 0.02)) < 0.010 && skull < 0.0 && q.x < 0.03) || length(q - vec2(0.045, 0.008)) < 0.0085 ? 2.0 : neck < trunk || skull < 0.01 ? along : -1.0, legs);
}

// sky, far wood and far reeds over the shore; y up from it
vec3 duskLight(vec2 p, vec2 sun, vec3 zenith, vec3 rose, vec3 sunLight, vec3 night) {
    float clock = flow * 0.25 + TIME * 0.05;
    vec2 toSun = p - sun;
    float s2 = dot(toSun, toSun), away = sqrt(s2), glow = 1.0 / (1.0 + s2 * 10.0);
    vec3 colour = mix(rose, zenith, smoothstep(0.0, 0.48, p.y + 0.16 * away));
    colour += sunLight * (0.40 * glow * glow + 0.16 * glow);
    float streak = valueNoise(vec2(p.x * 1.4 - clock * 0.05 + p.y * 2.5 + variety * 30.0, p.y * 12.0)) * 0.55 + valueNoise(vec2(p.x * 3.4 - clock * 0.09, p.y * 30.0 + p.x * 2.0)) * 0.45;
    float bars = smoothstep(0.50 - 0.15 * strain, 0.78, streak) * smoothstep(0.06, 0.22, p.y);
    colour = mix(colour, mix(zenith * 0.75 + rose * 0.15, sunLight * 0.85 + rose * 0.25, clamp(glow * 1.9 - 0.10 + 0.35 * smoothstep(0.75, 0.5, streak), 0.0, 1.0)), bars * 0.75);
    float r = 0.062, disc = smoothstep(r + 0.003, r - 0.003, away);
    colour = mix(colour, sunLight * (1.7 + 0.5 * clamp(toSun.y / r, -1.0, 1.0)), disc * (1.0 - 0.5 * bars));
    float hill = 0.052 + 0.060 * valueNoise1(p.x * 1.5 + variety * 20.0) + 0.012 * valueNoise1(p.x * 6.0);
    colour = mix(colour, mix(rose * 0.62 + zenith * 0.22, sunLight * 0.5, 0.35 * glow), smoothstep(-0.004, 0.004, hill - p.y));
    float wood = 0.026 + 0.050 * valueNoise1(p.x * 3.1 + 40.0 + variety * 9.0) + 0.014 * valueNoise1(p.x * 27.0) + 0.006 * valueNoise1(p.x * 90.0);
    colour = mix(colour, mix(night * 1.6 + rose * 0.14, sunLight * 0.22, 0.5 * glow), smoothstep(-0.003, 0.003, wood - p.y));
    float reeds = 0.012 + 0.014 * valueNoise1(p.x * 130.0) * (0.4 + 0.6 * valueNoise1(p.x * 7.0 + 3.0));
    colour = mix(colour, night * 1.1 + rose * 0.05, smoothstep(-0.002, 0.002, reeds - p.y));
    float mist = exp2(-abs(p.y - 0.012) * 65.0) * (0.35 + 0.65 * valueNoise1(p.x * 3.0 - clock * 0.6));
    return mix(colour, rose * 0.75 + sunLight * 0.22 * glow, mist * 0.62);
}

// reeds and cat's-tails in a bed: p in reed heights from its foot; (cover, 1 where a cat's-tail)
vec2 reedBed(vec2 p, float wind, float seed, float px) {
    float t = clamp(p.y, 0.0, 1.4), x = p.x - wind * t * t;
    vec2 sum = vec2(0.0);
    for (int k = 0; k < 3; k++) {
        float at = x * (9.0 + 2.0 * float(k)) + float(k) * 5.3 + 0.45 * swing(x * 1.7 + float(k) * 0.3), i = floor(at);
        vec2 r = hash12(i + seed + float(k) * 31.0);
        float tall = 0.45 + 0.55 * r.x, lean = (r.y - 0.5) * 0.9;
        float v = (at - i - 0.5 - lean * 0.55 * t * t) / (9.0 + 2.0 * float(k)), up = p.y / tall;
        float blade = abs(v) - 0.0125 * (1.0 - up) * (1.0 + up);
        blade = up < 1.0 ? blade : 1.0;
        float tail = r.y > 0.66 ? max(abs(v) - 0.0135 + 0.006 * smoothstep(0.5, 1.0, abs(up - 0.90) * 10.0), abs(up - 0.90) - 0.085) : 1.0;
        float stalk = r.y > 0.66 && up < 1.06 ? abs(v) - 0.0028 : 1.0;
        float c = clamp(0.5 - min(min(blade, stalk), tail) / px, 0.0, 1.0);
        sum = mix(sum, vec2(1.0, tail < px ? 1.0 : 0.0), c);
    }
    return sum;
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 || PASSINDEX == 2 ? RENDERSIZE * 2.0 : RENDERSIZE;
    if (PASSINDEX == 1) { gl_FragColor = heron(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow + TIME * 0.1;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y - SHORE + 0.10 * (tall - 1.0));
    float skyTall = 0.5 * tall - SHORE + 0.10 * (tall - 1.0);
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * swing(chapterGlide * 0.055 + fract(variety * 6.7));
    vec3 sunLight = mix(mix(vec3(1.0, 0.30, 0.10), vec3(1.0, 0.56, 0.22), hour), tintTo(vec3(0.50), light, 1.0), 0.20) * (1.0 + 0.15 * power);
    vec3 rose = mix(mix(vec3(0.50, 0.205, 0.185), vec3(0.62, 0.34, 0.20), hour), tintTo(vec3(0.30), base, 1.0), 0.30);
    vec3 zenith = mix(vec3(0.070, 0.080, 0.200), tintTo(vec3(0.085), deep, 1.0), 0.35);
    vec3 night = mix(vec3(0.013, 0.011, 0.022), tintTo(vec3(0.011), deep, 1.0), 0.35);
    vec2 sun = vec2(-0.20 * min(1.0, wide * 0.7), 0.072 + 0.085 * hour);
    if (PASSINDEX == 0) { gl_FragColor = vec4(duskLight(vec2((isf_FragNormCoord.x - 0.5) * wide * side, isf_FragNormCoord.y * skyTall), sun, zenith, rose, sunLight, night), 1.0); return; }

    // where she wades
    float size = 0.47 * min(1.0, 0.62 + 0.26 * wide), water = -0.175;
    float progress = floor(barCount * 0.25) - barCount * 0.25 + paceOf();
    vec2 stand = vec2(0.155 * min(1.0, wide * 0.65) + (progress - 0.5) * STEP * size, water);
    vec3 strike = strikeNow();

    // water: mirror of all above, broken by ripples and rings from her legs
    float below = max(-p.y, 0.0), isWater = clamp(0.5 - p.y / pixel, 0.0, 1.0);
    vec2 plane = vec2(p.x, 1.0) / (below + 0.060);
    float swell = valueNoise(plane * vec2(0.9, 1.5) + vec2(clock * 0.06, clock * 0.28)) - 0.5, fine = valueNoise(plane * vec2(2.6, 4.6) + vec2(-clock * 0.10, clock * 0.55)) - 0.5;
    float chop = (0.55 + 0.6 * low) * (swell * 0.65 + fine * 0.45);
    vec2 leg = p - stand;
    float ringAt = length(leg * vec2(1.0, 3.4)), age = fract(barCount), rings = 0.0;
    rings = swing(ringAt * 26.0 - barCount * 4.0) * bump(ringAt, 0.42 * age, 0.16) * (1.0 - age) * (0.6 + 0.6 * power);
    float splash = mod(barCount + floor(variety * 16.0), 16.0) - 13.02;
    float plunge = splash > 0.0 && splash < 2.0 ? swing(length((leg - vec2(0.24, 0.0) * size / 0.47) * vec2(1.0, 3.4)) * 20.0 - splash * 5.0) * bump(length((leg - vec2(0.24, 0.0)) * vec2(1.0, 3.4)), 0.40 * splash, 0.22) * (1.0 - 0.5 * splash) * 1.6 : 0.0;
    float wave = (chop * 0.05 + (rings + plunge) * 0.013) * isWater * smoothstep(0.0, 0.10, below);
    vec2 look = vec2(p.x + wave * 0.5, abs(p.y) * mix(1.0, 0.92, isWater) + wave);
    vec3 colour = IMG_NORM_PIXEL(dusk, vec2(look.x * side / wide + 0.5, clamp(look.y / skyTall, 0.002, 0.998))).rgb;
    vec3 mirror = colour * (0.74 - 0.30 * smoothstep(0.0, 0.45, below)) + night * 0.4 + rose * 0.015;
    mirror += (sunLight * 0.5 + rose * 0.2) * max(wave, 0.0) * 6.0 * (0.5 + 0.6 * sparkle) / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 8.0);
    mirror = mix(mirror, zenith * 0.40 + night, smoothstep(0.006, 0.030, -wave) * 0.35);
    // the sun's path
    float road = exp2(-abs(p.x - sun.x + wave * 2.0) * (22.0 - 16.0 * smoothstep(0.0, 0.45, below)));
    mirror += sunLight * road * (0.25 + 1.0 * smoothstep(0.0, 0.30, fine + swell * 0.6 + 0.15 * sparkle)) * 0.55 * smoothstep(0.0, 0.03, below);
    colour = mix(colour, mirror, isWater);

    // far beds of reeds to the sides, standing in their own mirror image
    {
        int k = p.x < 0.0 ? 0 : 1;
        float n = float(k), foot = k == 0 ? -0.050 : -0.120, high = k == 0 ? 0.13 : 0.23;
        float bank = smoothstep(0.18, 0.52, (k == 0 ? -p.x : p.x) / max(wide, 1.0) * 1.5 + 0.08 * (valueNoise1(p.x * 6.0 + n * 9.0) - 0.5));
        float y = p.y - foot;
        vec2 q = vec2(p.x + (y < 0.0 ? wave * 0.8 : 0.0) + n * 3.3, (abs(y) * (y < 0.0 ? 1.15 : 1.0)) / high);
        q.x /= high;
        vec2 r = reedBed(vec2(q.x, q.y / max(bank, 0.05)), 0.10 * swing(beatCount * 0.25 - p.x * 0.6) + 0.14 * power * swing(barCount * 0.25 - p.x * 0.3), 7.0 + n * 40.0, pixel / high * 1.3) * step(0.06, bank);
        vec3 reed = mix(night * 1.4 + rose * (0.10 - 0.04 * n), sunLight * 0.22, 0.35 / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 9.0));
        colour = mix(colour, mix(reed, colour, y < 0.0 ? 0.35 : 0.0), r.x * (y < 0.0 ? 0.75 * smoothstep(high, 0.0, -y) : 1.0));
    }

#if QUALITY < 1
    // the lake at half size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(lake, isf_FragNormCoord).rgb;
    mirror = colour;
#endif
    // the heron and her mirror image
    vec2 f = (p - stand) / size;
    float image = step(f.y, 0.0);
    vec2 at = (vec2(f.x + image * wave * 3.0, abs(f.y) * mix(1.0, 1.04, image) + image * wave * 2.0) - FIGURE_LOW) / FIGURE_SIZE;
    float within = step(abs(at.x - 0.5), 0.495) * step(abs(at.y - 0.5), 0.495);
    vec4 bird = IMG_NORM_PIXEL(figure, clamp(at, 0.0, 1.0)), bx = IMG_NORM_PIXEL(figure, clamp(at + vec2(0.012, 0.0), 0.0, 1.0)), by = IMG_NORM_PIXEL(figure, clamp(at + vec2(0.0, 0.012), 0.0, 1.0));
    vec2 slope = vec2(bx.x, by.x) - bird.x;
    slope /= max(length(slope), 1e-4);
    float soft = 0.8 * pixel / size;
    float body = smoothstep(soft, -soft, bird.x), legs = smoothstep(soft, -soft, bird.w);
    vec2 sunward = normalize(sun - p + vec2(0.0, 0.10));
    float key = dot(slope, sunward), back = clamp(1.0 + bird.x / 0.11, 0.0, 1.0);
    vec3 slate = mix(vec3(0.055, 0.060, 0.085), tintTo(vec3(0.060), deep, 1.0), 0.25);
    float barbs = valueNoise(vec2(f.x * 16.0 + f.y * 9.0, (f.y - 0.55 * f.x) * 85.0));
    vec3 plumage = slate * (0.55 + 0.55 * barbs) * (0.55 + 0.35 * slope.y * back) + zenith * 0.10 * max(slope.y, 0.0) * back;
    // folded wing darker at its edge, pale neck, black brow
    float wing = smoothstep(0.012, -0.012, bird.y), wingEdge = smoothstep(0.030, 0.0, abs(bird.y + 0.004));
    plumage *= 1.0 - 0.45 * wingEdge * smoothstep(0.0, -0.03, bird.x);
    plumage = mix(plumage, slate * (0.42 + 0.5 * barbs), wing * 0.5);
    float isNeck = smoothstep(-0.7, -0.1, bird.z), isBrow = smoothstep(1.4, 1.8, bird.z) * step(bird.z, 2.4), isBeak = smoothstep(2.4, 2.8, bird.z);
    plumage = mix(plumage, (slate * 0.9 + rose * 0.10 + 0.03) * (0.75 + 0.5 * barbs) * (0.62 + 0.38 * back), isNeck * 0.75);
    plumage = mix(plumage, night * 0.8, isBrow * 0.9);
    plumage = mix(plumage, mix(vec3(0.26, 0.13, 0.035), sunLight * 0.22, 0.3), isBeak * 0.8);
    plumage += sunLight * (0.10 + 0.30 * barbs) * smoothstep(0.1, 0.9, key) * back * back * 0.8;
    plumage += sunLight * 1.15 * smoothstep(0.022, 0.0, -bird.x) * smoothstep(-0.05, 0.75, key);
    vec3 shank = night * 1.4 + vec3(0.030, 0.022, 0.012) + sunLight * 0.10 * smoothstep(0.010, 0.0, -bird.w) * step(f.x, 0.5);
    vec3 over = mix(shank, plumage, body);
    float cover = max(body, legs) * within;
    colour = mix(colour, mix(over, over * 0.5 + mirror * 0.45, image), cover * mix(1.0, 0.80 * smoothstep(1.3, 0.1, -f.y), image));
    colour += (sunLight * 0.35 + rose * 0.25) * smoothstep(0.03, 0.0, abs(f.y)) * smoothstep(0.16, 0.03, abs(f.x + 0.02)) * 0.30 * (0.6 + 0.4 * swing(ringAt * 30.0 - barCount * 3.0));

    // reeds close by frame the picture
    float bottom = -0.5 * tall - SHORE + 0.10 * (tall - 1.0);
    float frame = smoothstep(0.30, 0.98, abs(uv.x) / (0.5 * wide)) * (p.x < 0.0 ? 1.0 : 0.72);
    vec2 near = vec2(p.x / 0.52 + 4.0, (p.y - bottom + 0.05) / 0.52);
    vec2 r = reedBed(vec2(near.x, near.y / max(0.22 + 1.15 * frame, 0.05)), 0.10 * swing(beatCount * 0.5 - p.x * 0.3) * (0.5 + power) + 0.12 * swing(barCount * 0.25), 91.0 + floor(variety * 40.0), pixel / 0.52 * 1.6);
    vec3 reed = night * 0.75 + sunLight * 0.05 / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 6.0) * smoothstep(0.0, 0.6, near.y) + vec3(0.020, 0.008, 0.004) * r.y;
    colour = mix(colour, reed, r.x * smoothstep(0.02, 0.10, frame));
    // gnats dance in the light
    vec2 m = p * 15.0 + vec2(0.25 * swing(clock * 0.3), 0.3 * swing(clock * 0.23));
    vec3 h = hash23(floor(m));
    vec2 dance = 0.25 * swing2(vec2(beatCount * 0.5 + h.x * 3.0, beatCount * 0.37 + h.y * 5.0));
    colour += sunLight * smoothstep(0.045 + 15.0 * pixel * 0.5, 0.0, length(fract(m) - 0.5 - dance)) * step(0.72, h.z) * (0.10 + 0.4 * sparkle) * smoothstep(0.0, 0.06, p.y) * smoothstep(0.25, 0.10, p.y) / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 16.0);
    float s2 = dot(p - sun, p - sun);
    colour += sunLight * (0.05 + 0.03 * pulse) / (1.0 + s2 * 30.0);
    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.15) * 1.6, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
