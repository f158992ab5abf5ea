/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Autumn path: a path leads through a golden beech wood into the low sun. Shafts of light sway with the bass, leaves let go on the beat and sail down, gusts run through the crowns with the bars, treble makes the light flicker in the leaves; tension darkens the wood and shakes it, and now and then a stag stands in the light.",
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
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.16, 0.12, 0.20, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.70, 0.42, 0.16, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.85, 0.55, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.90, 0.35, 0.15, 1.0] }
  ],
  "PASSES": [ { "TARGET": "depths", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, { "TARGET": "wood", "WIDTH": "$WIDTH/1.6", "HEIGHT": "$HEIGHT/1.6", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [16.2, 16.1, 11.8],
    "steps": 2,
    "subject": "autumn forest", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "light"],
    "mood": { "valence": 0.3, "arousal": -0.3, "reach": 1.0 },
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

const float EYE = -0.075;                 // height of the horizon

// middle of the path at a height below the horizon
float pathAt(float y) { float d = max(EYE - y, 0.0); return 0.055 + 0.20 * swing(0.08 + 0.62 * d) * smoothstep(0.0, 0.30, d) - 0.30 * d; }

// trunks in a row: (cover, across -1..1, a number of its own); none where the path runs
vec3 trunks(vec2 p, float cell, float half1, float foot, float seed, float px) {
    float i = floor(p.x / cell);
    vec3 sum = vec3(0.0);
    for (int k = 0; k < 2; k++) {
        float c = i + float(k) - (fract(p.x / cell) < 0.5 ? 1.0 : 0.0);
        vec2 h = hash12(c + seed);
        float x = (c + 0.5 + 0.5 * (h.x - 0.5)) * cell, up = p.y - foot + 0.10 * cell * (h.y - 0.5);
        float bend = x + (h.y - 0.5) * 0.10 * up + 0.012 * swing(up * 1.3 + h.x) ;
        float w = half1 * (0.55 + 0.75 * h.y) * (1.0 + 0.9 * exp2(-max(up, 0.0) / half1 * 1.1) - 0.22 * clamp(up, 0.0, 1.0));
        float v = (p.x - bend) / w;
        float gap = step(2.8 * half1 + cell * 0.45, abs(x - pathAt(foot)));
        float cover = clamp(0.5 + (1.0 - abs(v)) * w / px, 0.0, 1.0) * clamp(0.5 + (up + 0.4 * half1 * v * v) / px, 0.0, 1.0) * gap;
        sum = mix(sum, vec3(1.0, v, h.x), cover);
        sum.x = max(sum.x, cover);
    }
    return sum;
}

// leaves: how dense the crown is at p (0..1) and its tone (0 yellow .. 1 red)
vec2 crown(vec2 p, float scale, float lower, float seed, float gust) {
    vec2 q = p * scale + vec2(gust * 0.35 * swing(p.y * 1.5 + seed), 0.0) + seed * 7.0;
    float broad = valueNoise(q * 0.16 + 3.0), fine = valueNoise(q), mid = valueNoise(rotation(0.8) * q * 0.43 + 9.0), dust = valueNoise(rotation(2.1) * q * 2.1);
    float dense = broad * 0.62 + mid * 0.38 + (p.y - lower) * 1.5 + 0.5 * (fine - 0.5) + 0.45 * (dust - 0.5);
    return vec2(smoothstep(0.58, 0.68, dense), clamp(0.55 * fine + 0.55 * broad + 0.3 * dust - 0.15, 0.0, 1.0));
}

float stag(vec2 p, float lifted) {
    // facing left, looking at us when the head is up
    float d = sdLimb(p, vec2(-0.26, 0.02), vec2(0.24, 0.03), 0.130, 0.120);
    d = smoothMin(d, sdLimb(p, vec2(-0.28, 0.05), vec2(-0.40, 0.34 * lifted + 0.04), 0.105, 0.060), 0.08);
    vec2 head = vec2(-0.42, 0.36 * lifted + 0.05);
    d = smoothMin(d, sdLimb(p, head, head + vec2(-0.13, -0.055), 0.056, 0.028), 0.03);
    vec2 q = p - head;
    q.x = q.x * 0.9 + 0.02;
    float ear = sdLimb(vec2(abs(q.x), q.y), vec2(0.03, 0.03), vec2(0.12, 0.06), 0.022, 0.006);
    vec2 m = vec2(abs(q.x - 0.01), q.y);
    float antler = min(sdLimb(m, vec2(0.02, 0.04), vec2(0.14, 0.19), 0.014, 0.011), sdLimb(m, vec2(0.14, 0.19), vec2(0.12, 0.36), 0.011, 0.006));
    antler = min(antler, min(sdLimb(m, vec2(0.085, 0.125), vec2(0.055, 0.23), 0.010, 0.005), sdLimb(m, vec2(0.14, 0.21), vec2(0.215, 0.31), 0.010, 0.005)));
    d = min(d, min(ear, antler));
    float legs = min(min(sdLimb(p, vec2(-0.27, -0.05), vec2(-0.265, -0.50), 0.045, 0.018), sdLimb(p, vec2(-0.21, -0.05), vec2(-0.185, -0.48), 0.040, 0.018)),
        min(min(sdLimb(p, vec2(0.26, -0.02), vec2(0.30, -0.25), 0.075, 0.026), sdLimb(p, vec2(0.30, -0.25), vec2(0.275, -0.50), 0.026, 0.018)), min(sdLimb(p, vec2(0.20, -0.04), vec2(0.225, -0.26), 0.060, 0.024), sdLimb(p, vec2(0.225, -0.26), vec2(0.205, -0.48), 0.024, 0.018))));
    return min(d, legs);
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 2.0 : PASSINDEX == 1 ? RENDERSIZE * 1.6 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), shape = full.y * pixel;
    pixel /= 1.0 + 0.45 * max(shape - 1.0, 0.0);
    float wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow + TIME * 0.1;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y + 0.12 * (tall - 1.0));
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * swing(chapterGlide * 0.067 + fract(variety * 4.7));
    vec3 sunLight = mix(mix(vec3(1.0, 0.56, 0.20), vec3(1.0, 0.80, 0.46), hour), tintTo(vec3(0.75), light, 1.0), 0.25) * (1.0 - 0.35 * strain);
    vec3 yellow = mix(vec3(0.82, 0.47, 0.045), tintTo(vec3(0.50), light, 1.0), 0.10), rust = mix(vec3(0.52, 0.120, 0.016), tintTo(vec3(0.19), accent, 1.0), 0.15);
    vec3 dark = mix(vec3(0.020, 0.012, 0.010), tintTo(vec3(0.012), deep, 1.0), 0.35);
    vec3 mist = mix(mix(vec3(0.46, 0.27, 0.12), vec3(0.50, 0.40, 0.22), hour), tintTo(vec3(0.34), base, 1.0), 0.22) * (1.0 - 0.4 * strain);
    vec2 sun = vec2(0.10, 0.095 + 0.07 * hour);
    vec2 toSun = p - sun;
    float s2 = dot(toSun, toSun), glow = 1.0 / (1.0 + s2 * 10.0), wideGlow = 1.0 / (1.0 + s2 * 2.6);
    float gust = (0.25 + 0.5 * power + 0.6 * strain) * (0.6 + swing(barCount * 0.5 - p.x * 0.5) * 0.6) + 0.15 * swing(beatCount * 0.5 + p.x);

    if (PASSINDEX == 0) {
        // the depths of the wood: light, then row before row of trunks in the mist
        vec3 colour = mix(mist * 0.55, mist * 0.9 + sunLight * 0.25, wideGlow) + sunLight * (1.35 * glow * glow + 0.25 * glow);
        vec2 c0 = crown(p, 50.0, 0.06, 2.0 + variety * 5.0, gust);
        colour = mix(colour, mix(yellow, rust, c0.y) * (0.25 + 0.35 * wideGlow) + mist * 0.45 + sunLight * yellow * 0.9 * glow, c0.x * 0.75);
        for (int k = 0; k < 3; k++) {
            float n = float(k), d = (n + 1.0) * 0.25;
            float foot = EYE - 0.004 - 0.020 * n * (0.6 + 0.5 * n);
            // ground of this row: leaf litter that the light skims
            float litter = valueNoise(vec2(p.x * 60.0 / (1.0 + n), p.y * 220.0 / (1.0 + n)));
            vec3 floor1 = mix(dark, mix(yellow, rust, litter) * 0.42, 0.35 + 0.5 * wideGlow);
            floor1 = mix(mist * 0.8 + sunLight * 0.30 * glow, floor1, 0.35 + 0.5 * d);
            float rise = foot + 0.010 * (valueNoise1(p.x * 7.0 + n * 9.0) - 0.3) + 0.03 * smoothstep(0.15, 0.7, abs(p.x - 0.1)) * d;
            colour = mix(colour, floor1, clamp(0.5 + (rise + 0.012 - p.y) / pixel, 0.0, 1.0));
            vec3 t = trunks(p, 0.050 * exp2(0.85 * n), 0.0052 * exp2(0.95 * n), foot, 11.0 + n * 31.0 + floor(variety * 60.0), pixel * 2.0);
            float towards = (sun.x > p.x ? 1.0 : -1.0) * t.y;
            vec3 bark = mix(mist * (0.62 - 0.15 * d), dark * 1.5, 0.25 + 0.55 * d) + sunLight * 0.30 * glow * smoothstep(0.1, 1.0, towards);
            colour = mix(colour, bark, t.x * (0.45 + 0.45 * d));
            vec2 c = crown(p, 46.0 - 8.0 * n, 0.115 + 0.055 * n, 5.0 + n * 3.0 + variety * 9.0, gust);
            vec3 leaves = mix(yellow, rust, c.y) * (0.16 + 0.30 * wideGlow) + mist * (0.30 - 0.22 * d) + sunLight * yellow * (1.3 * glow + 0.10) * (1.0 - 0.6 * c.y);
            colour = mix(colour, leaves, c.x * 0.9);
            colour += (mist * 0.10 + sunLight * 0.09 * wideGlow) * smoothstep(0.10, 0.0, abs(p.y - foot - 0.02)) * (0.6 + 0.4 * valueNoise1(p.x * 4.0 - clock * 0.2 + n * 7.0));
        }
        float shaft = lightShafts(vec2(toSun.x + 0.30, toSun.y - 0.55) * 0.72, clock * 0.5, low);
        gl_FragColor = vec4(colour, shaft);
        return;
    }
    vec4 ground = IMG_NORM_PIXEL(depths, isf_FragNormCoord);
    vec3 colour = ground.rgb;

    // the floor of the wood: litter, and a path that shines where the light falls on it
    float depth = max(EYE - 0.062 - p.y, 0.0), z = 0.30 / max(EYE - p.y, 0.02);
    vec2 g = vec2((p.x - pathAt(p.y)) * z, z);
    vec2 cell1 = vec2(p.x * z * 24.0, z * 22.0);
    float plain = smoothstep(1.4, 3.6, z), leafB = valueNoise(rotation(0.7) * cell1 * 0.60 + 7.0), leafA = mix(valueNoise(cell1 + 1.5 * leafB), 0.5, plain), leafC = mix(valueNoise(rotation(0.4) * cell1 * 2.6 + 3.0), 0.5, plain);
    float way = smoothstep(0.33, 0.22, abs(g.x) + 0.16 * (leafB - 0.5));
    float dapple = smoothstep(0.42, 0.72, valueNoise(vec2(g.x * 1.5 + 0.25 * swing(clock * 0.04), g.y * 1.3 + variety * 20.0)) * 0.75 + 0.25 * leafB + 0.12 * ground.a + 0.06 * gust);
    vec3 litter = mix(mix(yellow, rust, leafA), dark * 2.0, smoothstep(0.45, 0.15, leafC) * 0.8) * (0.24 + 0.55 * leafB * leafC);
    vec3 earth = mix(vec3(0.150, 0.090, 0.050), mist * 0.40, 0.35) * (0.75 + 0.5 * leafC) + mix(yellow, rust, leafA) * 0.40 * smoothstep(0.64, 0.80, leafA);
    vec3 floor1 = mix(litter, earth, way * 0.85);
    float near = smoothstep(0.0, 0.45, depth);
    floor1 = floor1 * (0.30 + 0.25 * wideGlow) + floor1 * sunLight * (1.9 * dapple * (0.35 + 0.9 * wideGlow) + 1.1 * glow);
    floor1 += sunLight * 0.34 * way * glow * (0.5 + leafB);
    colour = mix(colour, mix(colour, floor1, smoothstep(0.0, 0.10, depth)), clamp(0.5 + depth / pixel, 0.0, 1.0));

    // the stag, every fourth chapter
    float trip = barCount / 4.0 + floor(variety * 4.0), stands = step(2.5, mod(floor(trip), 4.0)) * smoothstep(0.0, 0.12, fract(trip)) * smoothstep(1.0, 0.88, fract(trip));
    vec2 s = (p - vec2(pathAt(-0.16) + 0.015, -0.105)) / 0.092;
    float lifted = 0.15 + 0.85 * smoothstep(0.15, 0.35, fract(trip)) ;
    float beast = stag(s, lifted);
    colour = mix(colour, dark * 1.2 + mist * 0.05 + sunLight * 0.22 * smoothstep(-0.035, 0.0, beast) * smoothstep(-0.2, 0.3, s.y), clamp(0.5 - beast * 0.092 / (pixel * 1.2), 0.0, 1.0) * stands * 0.94);

    // near trunks with their crowns, then the two that frame the picture
    for (int k = 0; k < 2; k++) {
        float n = float(k), foot = k == 0 ? -0.185 : -0.37;
        vec3 t = trunks(p + vec2(k == 0 ? 0.10 : 0.02, 0.0), k == 0 ? 0.27 : 0.56, k == 0 ? 0.027 : 0.060, foot, 71.0 + n * 13.0 + floor(variety * 60.0), pixel * 1.2);
        float towards = (sun.x > p.x ? 1.0 : -1.0) * t.y, round1 = sqrt(max(1.0 - t.y * t.y, 0.0));
        float rough = valueNoise(vec2(t.y * 3.5 + t.z * 40.0, p.y * 26.0)) * 0.5 + valueNoise(vec2(t.y * 9.0 + t.z * 70.0, p.y * 11.0)) * 0.5;
        vec3 bark = dark * (0.7 + 0.9 * rough) + mist * vec3(0.075, 0.065, 0.055) * (1.0 - 0.75 * n) * (0.5 + round1);
        bark += sunLight * vec3(0.55, 0.45, 0.35) * smoothstep(0.25, 1.0, towards) * (0.04 + 0.80 * glow + 0.20 * wideGlow) * (0.35 + 0.9 * rough);
        bark += vec3(0.05, 0.07, 0.01) * smoothstep(0.55, 0.75, rough) * smoothstep(0.30, -0.05, p.y - foot) * (0.4 + wideGlow);
        bark = mix(bark, mix(yellow, rust, 0.3) * (0.12 + 0.20 * wideGlow) + sunLight * yellow * 0.5 * glow, 0.75 * smoothstep(0.16, 0.40, p.y - 0.06 * n));
        colour = mix(colour, bark, t.x);
        vec2 c = crown(p + vec2(0.0, 0.03 * swing(p.x * 1.3 + n)), k == 0 ? 30.0 : 21.0, k == 0 ? 0.24 : 0.36 + 0.10 * (1.0 - smoothstep(0.2, 0.8, abs(p.x - 0.1))), 17.0 + n * 3.0 + variety * 9.0, gust * 1.3);
        vec3 leaves = mix(yellow, rust, c.y) * (0.10 + 0.16 * wideGlow) * (1.0 - 0.4 * n) + sunLight * yellow * (0.9 * glow + 0.22 * wideGlow) * (1.0 - 0.7 * c.y) * (0.75 + 0.6 * sparkle * step(0.6, fract(c.y * 37.0)));
        colour = mix(colour, leaves, c.x * 0.96);
    }

#if QUALITY < 1
    // the wood at five eighths of the size
    if (PASSINDEX == 1) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(wood, isf_FragNormCoord).rgb;
#endif
    // shafts of light through the mist
    colour += (sunLight * 0.30 + mist * 0.10) * ground.a * (0.45 + 0.65 * low) * smoothstep(-0.50, 0.05, p.y);

    // falling leaves: far ones in two sheets, a few close by; they rock as they fall
    for (int k = 0; k < 2; k++) {
        float n = float(k), scale = 8.5 - 4.0 * n;
        vec2 q = p * scale + vec2(clock * 0.12 + 0.5 * gust * 0.3, journey * (0.13 + 0.05 * n) + clock * 0.10);
        vec2 i = floor(q);
        vec3 h = hash23(i + n * 37.0);
        float rock = swing(beatCount * 0.25 + h.x * 3.0 + h.y);
        vec2 f = q - i - 0.5 - 0.30 * (h.xy - 0.5) - vec2(0.14 * rock, 0.05 * abs(rock));
        f = rotation(rock * 1.3 + h.z * 6.0) * f;
        f.y /= 0.30 + 0.60 * abs(swing(beatCount * 0.125 + h.z * 2.0));
        float size = 0.075 + 0.05 * h.y, u = f.x / size, d = max(abs(f.y) - 0.50 * size * (1.0 - u * u) * (1.0 - 0.35 * u), abs(f.x) - size);
        float falls = step(0.62 - 0.25 * power - 0.2 * strain, h.z);
        colour = mix(colour, mix(yellow, rust, h.x) * (0.30 + 0.7 * wideGlow) + sunLight * yellow * (0.25 + 1.3 * glow), clamp(0.5 - d / scale / (pixel * 1.3), 0.0, 1.0) * falls);
    }
    // (close by, one leaf at a place)
    vec4 fallen = vec4(9.0, 9.0, 0.0, 0.0);
    float turned = 0.0;
    for (int k = 0; k < 5; k++) {
        vec3 h = hash23(vec2(float(k) * 3.0 + 1.0, 4.0 + floor(variety * 30.0)));
        float life = beatCount / (14.0 + 6.0 * h.x) + h.y, t = fract(life);
        float rock = swing(t * (3.0 + h.z) + h.x), turn1 = swing(t * 2.3 + h.y);
        vec2 at = vec2((hash11(floor(life) + float(k) * 9.0) - 0.5) * wide * 1.1 + 0.10 * rock + 0.25 * t * gust * 0.4, mix(0.62, -0.62, t) * tall + 0.03 * abs(rock));
        vec2 f = (p - at) / (0.030 + 0.022 * h.z);
        bool here = dot(f, f) < 2.4;
        fallen = here ? vec4(f, 1.1 * rock + h.x * 6.28, h.z) : fallen;
        turned = here ? turn1 : turned;
    }
    {
        vec2 f = rotation(fallen.z) * fallen.xy;
        f.y /= 0.35 + 0.60 * abs(turned);
        f.y -= 0.12 * f.x * f.x;
        float tooth = 0.035 * abs(swing(f.x * 3.2));
        float blade = max(abs(f.y) - (0.56 - 0.16 * f.x) * (1.0 - f.x * f.x) - tooth * (1.0 - f.x * f.x), abs(f.x) - 1.0) * 0.8, stem = max(abs(f.y) - 0.035, abs(f.x + 1.15) - 0.40);
        vec3 leaf = mix(yellow, rust, fallen.w) * (0.35 + 0.5 * wideGlow + 0.25 * turned) + sunLight * yellow * (0.25 + 0.9 * glow);
        leaf *= 1.0 - 0.30 * smoothstep(0.06, 0.0, min(abs(f.y), abs(fract(f.x * 3.2 - abs(f.y) * 2.2) - 0.5) * 0.30 + 0.02)) ;
        colour = mix(colour, leaf, clamp(0.5 - min(blade, stem) * 0.035 / (pixel * 1.3), 0.0, 1.0));
    }
    // motes in the light
    vec2 m = p * 13.0 + vec2(clock * 0.3, clock * 0.1);
    vec3 h = hash23(floor(m));
    colour += sunLight * smoothstep(0.05 + 13.0 * pixel * 0.5, 0.0, length(fract(m) - 0.2 - 0.6 * h.xy)) * step(0.7, h.z) * (0.06 + 0.3 * sparkle) * (glow + ground.a * 0.6);
    colour += sunLight * glow * glow * (0.10 + 0.04 * pulse);
    colour *= 1.0 - 0.42 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.55, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
