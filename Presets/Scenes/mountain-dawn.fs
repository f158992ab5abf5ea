/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Mountain dawn: ridge behind ridge above a valley of mist. The sun climbs with the energy, the bass breathes in the mist, birds row across on the beat, tension closes the clouds and draws the light to a point.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 9.2 },
    { "NAME": "breath", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "shimmer", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.55 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.07, 0.07, 0.13, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.16, 0.20, 0.36, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.55, 0.45, 0.56, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.78, 0.58, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.99, 0.55, 0.32, 1.0] }
  ],
  "PASSES": [ { "TARGET": "crests", "WIDTH": "2*$WIDTH+$HEIGHT", "HEIGHT": "2", "FLOAT": true }, { "TARGET": "valley", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [10.7, 10.2, 6.8],
    "steps": 2,
    "subject": "mountains", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "plants"],
    "mood": { "valence": 0.5, "arousal": -0.1, "reach": 0.9 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "breath", "signal": "bass", "halfLifeSeconds": 0.6 },
      { "input": "shimmer", "signal": "treble", "halfLifeSeconds": 0.25 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const float SPAN = 1.9;      // the crest table reaches from -SPAN to SPAN

// the skyline of one range: sharp crests over soft shoulders
float range(float x, float seed) {
    x += seed * 13.7;
    float n = ridge(valueNoise1(x)) * 0.55 + ridge(valueNoise1(x * 2.31 + 5.0)) * 0.26;
    n += valueNoise1(x * 5.3) * 0.10 + ridge(valueNoise1(x * 11.7)) * 0.05;
    return n + valueNoise1(x * 27.0) * 0.028 + valueNoise1(x * 61.0) * 0.012;
}
float footOf(float d) { return mix(0.060, -0.385, d * (0.80 + 0.20 * d)); }

// the crest of range i (0 far, 7 near) over x; spurs come in from left and right by turns
float crestOf(float i, float x0, float glide) {
    float d = i / 7.0, turn = mod(i, 2.0) < 0.5 ? 1.0 : -1.0;
    float scale = mix(4.4, 1.35, d), shift = glide * (0.25 + 2.2 * d * d);
    float spurUp = smoothstep(-0.28, 0.95, turn * (x0 - 0.12)) + 0.35 * smoothstep(0.1, 1.0, -turn * (x0 - 0.12));
    float crest = footOf(d) + (0.070 + 0.150 * spurUp) * range(x0 * scale + shift + i * 3.9, variety * 7.0 + i) + (0.02 + 0.165 * d) * spurUp - 0.03 * d;
    // woods along the nearer crests: two sizes of tree
    float tx = (x0 + shift / scale) * mix(230.0, 105.0, d), ti = floor(tx), w = hash11(ti + i * 41.0);
    float tree = (1.0 - abs(tx - ti - 0.5) * 2.0) * (0.1 + 0.9 * w * w);
    tx = tx * 1.7 + 7.3; ti = floor(tx); w = hash11(ti + i * 23.0);
    tree = max(tree, (1.0 - abs(tx - ti - 0.5) * 2.0) * (0.2 + 0.5 * w));
    return crest + smoothstep(0.25, 0.65, d) * tree * mix(0.005, 0.027, d);
}

void main() {
    float glide = journey * 0.006 + TIME * 0.002;
    if (PASSINDEX == 0) {
        float x0 = (isf_FragNormCoord.x * 2.0 - 1.0) * SPAN, row = isf_FragNormCoord.y < 0.5 ? 0.0 : 4.0;
        gl_FragColor = vec4(crestOf(row, x0, glide), crestOf(row + 1.0, x0, glide), crestOf(row + 2.0, x0, glide), crestOf(row + 3.0, x0, glide));
        return;
    }
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 1 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = vec2(uv.x * side, uv.y);
    float clock = flow + TIME * 0.1;

    vec3 shade = toLinear(shadeColour.rgb), deep = toLinear(deepColour.rgb), base = toLinear(baseColour.rgb), light = toLinear(lightColour.rgb), accent = toLinear(accentColour.rgb);
    // dawn: warm light over cold shadow; the palette owns the light and leans the shadow
    vec3 warm = mix(vec3(1.05, 0.42, 0.13), tintTo(vec3(0.62), light, 1.0), 0.36);
    vec3 zenith = tintTo(vec3(0.035, 0.075, 0.200), deep, 0.22);
    vec3 horizonLight = mix(tintTo(vec3(0.42), light, 0.90), warm * 0.70, 0.45);
    vec3 cold = tintTo(vec3(0.0038, 0.0070, 0.021), deep, 0.20);
    vec3 blush = mix(tintTo(vec3(0.20, 0.12, 0.17), base, 0.50), vec3(0.16, 0.10, 0.22), 0.35);

    float rise = clamp(0.28 + 0.62 * power + 0.02 * chapterGlide, 0.0, 1.10);
    vec2 sun = vec2(0.155 + 0.06 * fract(variety * 5.7), 0.070 + 0.105 * rise);
    vec2 toSun = p - sun;
    float sunSquare = dot(toSun, toSun), sunDistance = sqrt(sunSquare);
    float glow = 0.040 / (0.040 + sunSquare);
    float narrow = mix(1.0, 0.70, strain);

    // ---- sky: three steps of colour, and high cloud lit from below
    float up = p.y - 0.03;
    vec3 sky = mix(horizonLight, blush, smoothstep(-0.02, 0.24, up + 0.05 * sunDistance));
    sky = mix(sky, zenith, smoothstep(0.06, 0.46, up + 0.10 * (sunDistance - 0.3)));
    sky += warm * (0.42 * glow * glow + 0.12 * glow) * (0.6 + 0.5 * rise) * narrow;
    vec2 cp = vec2(p.x * 1.7 - clock * 0.012 + variety * 20.0, up * 8.0 / (0.7 + up) - p.x * 0.25);
#if QUALITY > 0
    cp += (valueNoise(cp * 1.2) - 0.5) * vec2(1.6, -0.7);
#endif
    float cloud = fbm(cp * vec2(0.9, 1.25), up > 0.04 ? 4 : 0);
    float edge = 0.52 - 0.12 * strain - 0.04 * swing(chapterGlide * 0.21 + variety);
    float bank = smoothstep(edge, edge + 0.20, cloud) * smoothstep(0.04, 0.16, up);
    float lit = clamp(1.0 - (cloud - edge) * 3.6, 0.0, 1.0);
    vec3 cloudColour = mix(mix(blush, zenith, 0.5) * 0.70, warm * 0.72 + 0.05, lit * (0.35 + 0.65 * glow));
    sky = mix(sky, cloudColour, bank * 0.85);
    float disc = 1.0 - smoothstep(0.036 - 1.5 * pixel, 0.036 + 1.5 * pixel, sunDistance);
    sky = mix(sky, warm * 2.6 + 0.6, disc);

    // ---- ranges, far to near, spurs from left and right by turns; each clear at its crest, lost in mist at its foot
    vec3 colour = sky;
    float breathing = 0.50 + 0.35 * breath + 0.10 * swing(chapterGlide * 0.25 + variety) + 0.2 * strain;
    float veil1 = valueNoise(vec2(p.x * 5.0 - clock * 0.14, p.y * 12.0 + clock * 0.03)) - 0.5;
#if QUALITY == 0
    float veil2 = -0.7 * veil1;
#else
    float veil2 = valueNoise(vec2(p.x * 9.0 + clock * 0.10 + 33.0, p.y * 21.0 - clock * 0.02)) - 0.5;
#endif
    vec3 air = mix(mix(blush, zenith, 0.55) * 0.90, horizonLight * 0.95, clamp(glow * 1.15 - 0.03, 0.0, 1.0));
    vec3 cloudSea = mix(mix(air, blush, 0.5) * 1.25 + 0.01, warm * 0.70 + 0.08, clamp(glow * 1.0 - 0.10, 0.0, 0.8));
    float column = 0.5 + 0.5 * p.x / SPAN;
    vec4 farCrests = IMG_NORM_PIXEL(crests, vec2(column, 0.25)), nearCrests = IMG_NORM_PIXEL(crests, vec2(column, 0.75));
    float rimLight = glow * (0.22 * glow + 0.03) * narrow, behind = 1.0;
    vec4 parts = vec4(0.0);
    float open = 1.0, chosen = 0.0;                                // how much of the mist-free rock shows, and which range it is
    for (int i = 0; i < 8; i++) {
        float d = float(i) / 7.0;
        float crest = i == 0 ? farCrests.x : i == 1 ? farCrests.y : i == 2 ? farCrests.z : i == 3 ? farCrests.w : i == 4 ? nearCrests.x : i == 5 ? nearCrests.y : i == 6 ? nearCrests.z : nearCrests.w;
        float below = crest - p.y;
        float cover = clamp(0.5 + below / (pixel * 1.6), 0.0, 1.0);
        float shadow = 0.12 + 0.86 * d * (1.45 - 0.45 * d);
        float veil = mix(veil1, veil2, fract(float(i) * 0.62));
        float mist = smoothstep(0.13 + 0.06 * d, -0.05 - 0.10 * d, p.y - footOf(d) + veil * (0.07 + 0.13 * d)) * breathing * (1.35 - 0.45 * d);
        mist = min(mist, 0.94) * clamp(below * 25.0 + 0.25, 0.0, 1.0);
        float clear = 1.0 - mist;
        // what this range adds of air, shadow, cloud sea and sunlit rim
        parts = mix(parts, vec4(clear * (1.0 - shadow), clear * shadow, mist * (1.0 - 0.62 * d), clear * rimLight * max(1.0 - below * 30.0, 0.0) * (1.0 - 0.6 * d)), cover);
        behind *= 1.0 - cover;
        open = mix(open, clear, cover);
        chosen = mix(chosen, float(i) + 1.0, cover);
    }
    colour = colour * behind + air * parts.x + cold * parts.y + cloudSea * parts.z + warm * parts.w;
    // gullies and spurs on the slope that is seen
    float lean = mod(chosen, 2.0) - 0.5, fine = mix(17.0, 6.0, chosen / 8.0);
    float spur = valueNoise(vec2(p.x + glide * 0.6 + lean * 1.2 * p.y, p.y * 0.75) * fine * 1.3 + chosen * 5.0);
#if QUALITY > 0
    spur += 0.6 * valueNoise(vec2(p.x + glide * 0.6 - lean * 0.9 * p.y, p.y * 0.8) * fine * 3.7 + chosen * 9.0) - 0.8;
#else
    spur -= 0.5;
#endif
    colour *= 1.0 + 0.42 * spur * open * clamp(chosen, 0.0, 1.0);

    // light shafts from the sun, broken by cloud and crests
    float angle = atan(toSun.y, toSun.x + (abs(toSun.x) < 1e-5 ? 1e-5 : 0.0));
    float shaft = valueNoise1(angle * 7.0 + clock * 0.08 + 40.0) * 0.6 + valueNoise1(angle * 17.0 - clock * 0.11 + 90.0) * 0.4;
    float fall = 1.0 / (1.0 + 14.0 * sunSquare);
    shaft = smoothstep(0.40, 1.0, shaft) * fall * fall * smoothstep(0.02, 0.20, sunDistance);
    colour += warm * shaft * (0.08 + 0.22 * shimmer) * (0.3 + 0.7 * rise);
    colour += warm * (0.10 * fall * fall * (0.85 + 0.15 * pulse) + 0.014 / (sunSquare * 60.0 + 0.05));

#if QUALITY < 1
    // sky and ranges at half size
    if (PASSINDEX == 1) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(valley, isf_FragNormCoord).rgb;
#endif
    // ---- birds: a loose wedge rows over the valley, one wingbeat a beat, gliding between
    float flight = beatCount / 16.0 + variety * 4.0;
    float trip = floor(flight), part = flight - trip;
    float eagle = step(2.5, mod(trip, 4.0));                      // every fourth time one great bird soars instead
    vec2 r = hash12(trip + 3.0);
    vec2 lead = vec2(mix(-wide * 0.5 - 0.10, wide * 0.5 + 0.30, part), 0.13 + 0.16 * r.x + 0.03 * swing(part * 1.3 + r.y));
    float bird = 1e3;
    for (int i = 0; i < 5; i++) {
        float k = float(i), arm = floor((k + 1.0) * 0.5) * (mod(k, 2.0) < 0.5 ? 1.0 : -0.75);
        vec2 j = hash12(k * 3.7 + trip) - 0.5;
        float size = mix(0.0200 * (1.1 + 0.35 * j.x), i == 0 ? 0.047 : 0.0005, eagle);
        vec2 b = (p - lead + vec2(abs(arm) * 0.042 + j.x * 0.014, arm * 0.020 + j.y * 0.012)) / size;
        float beat = beatCount - 0.10 * k + j.y * 0.2;
        vec2 f = swing2(vec2(beat, beat - 0.11));                  // the hand follows the arm
        f *= (0.35 + 0.65 * smoothstep(-0.2, 0.5, 1.0 - abs(fract(beat * 0.125 + j.x) * 4.0 - 2.0))) * (1.0 - 0.75 * eagle);
        b.y -= 0.14 * f.x;                                         // the body answers the wing
        float s = abs(b.x + 0.15 * b.y);
        float inner = min(s, 0.42), outer = max(s - 0.42, 0.0);
        float line = inner * (0.45 + 0.75 * f.x) + outer * (-0.45 + 1.15 * f.y) - outer * outer * 0.25;
        float wing = (abs(b.y - line) - (0.105 - 0.10 * s)) * 0.75;
        wing = max(wing, s - 1.0);
        wing = min(wing, length((b - vec2(0.03, -0.01)) * vec2(0.42, 1.0)) - 0.115);
        bird = min(bird, wing * size + (i == 0 ? 0.0 : eagle));
    }
    colour = mix(colour, cold * 0.7 + blush * 0.04, clamp(0.5 - bird / (pixel * 1.2), 0.0, 1.0) * 0.94);

    // ---- foreground: our own slope, a dark stand of firs that frames the valley
    float ground = -0.44 - 0.22 * (tall - 1.0) + 0.17 * smoothstep(-0.05, -0.85, p.x) + 0.09 * smoothstep(0.40, 0.95, p.x) + 0.03 * valueNoise1(p.x * 4.0 + variety * 9.0);
    float gx = p.x + glide * 2.6;
    float high = p.y - ground;
    float sway = 0.018 * swing(beatCount * 0.125 + p.x * 0.7) * max(high, 0.0);
    float stand = 0.75 * smoothstep(-0.10, -0.60, p.x) + 0.40 * smoothstep(0.36, 0.80, p.x);
    float back = coniferRow(vec2(gx + sway + 7.7, high + 0.015), 0.028, 0.10 + 0.16 * stand, variety * 3.0 + 4.0);
    float trees = coniferRow(vec2(gx + sway, high + 0.12), 0.078, 0.20 + 0.50 * stand, variety * 3.0 + 1.0);
    float grain = valueNoise(vec2(gx * 90.0, p.y * 60.0));
    vec3 fir = cold * (0.14 + 0.20 * grain) + warm * glow * 0.006;
    vec3 firBack = cold * (0.40 + 0.25 * grain) + mix(blush, warm, glow * 0.6) * (0.020 + 0.07 * breathing * smoothstep(0.13, -0.03, high));
    colour = mix(colour, firBack, max(clamp(0.5 - back / (pixel * 1.2), 0.0, 1.0), clamp(0.5 - (high + 0.005) / (pixel * 1.5), 0.0, 1.0)));
    colour = mix(colour, fir, max(clamp(0.5 - trees / (pixel * 1.2), 0.0, 1.0), smoothstep(-0.03, -0.10, high) * 0.85));

    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(finish(saturation(colour, 1.22) * 2.0, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
