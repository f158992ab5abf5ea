/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Dunes: knife-edged dunes under a sun that wanders through the chapters. Bass and beat blow plumes of sand from the crests, ripples creep with the flow, a line of footprints leads over the ridge; tension raises the sand into a storm, the energy clears it; a hawk circles, now and then a dust devil crosses.",
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
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.14, 0.30, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.75, 0.45, 0.28, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.82, 0.55, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.35, 0.55, 0.75, 1.0] }
  ],
  "PASSES": [ { "TARGET": "farDunes", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [9.9, 10.1, 7.6],
    "steps": 2,
    "subject": "desert dunes", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "ease"],
    "mood": { "valence": 0.1, "arousal": -0.1, "reach": 1.0 },
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
      { "input": "warmth", "signal": "valence" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// a row of dunes along x: gentle to windward, steep to lee, a knife edge between: (height 0..1, place 0..1 in its dune, number)
const float EDGE = 0.66;
vec3 duneRow(float x, float seed) {
    float i = floor(x), u = x - i, h = hash11(i + seed), h2 = hash11(i + 1.0 + seed);
    float rise = u / EDGE, fall = (1.0 - u) / (1.0 - EDGE);
    float up = u < EDGE ? rise * rise * (1.65 - 0.65 * rise) : fall * (0.75 + 0.25 * fall);
    return vec3(0.18 * mix(h, h2, u * u * (3.0 - 2.0 * u)) + up * (0.45 + 0.55 * h), u, i);
}

// the picture so far and what all rows share
float pixel, wide, clock, hour, horizon, storm, glow, wind, gustiness;
vec2 p, sun;
vec3 sunLight, haze, zenith, sand, shade, colour;

// row k of the dunes (0 far, 4 near), laid over the picture
void dune(int k) {
    float n = float(k), d = n * 0.25;
    float cell = 0.30 * exp2(n * 0.82), high = 0.050 * exp2(n * 0.86);
    float foot = k == 4 ? -0.50 : horizon - 0.030 - 0.020 * n * n;
    float seed = n * 7.0 + floor(variety * 40.0);
    float pan = (k == 4 ? 0.78 : fract(variety * 3.3) + n * 0.37) + chapterGlide * 0.004 * (n + 1.0);
    float x = p.x / cell + pan;
    vec3 row = duneRow(x, seed);
    float crest = foot + high * row.x, h = crest - p.y;
    // the edge between light and shadow winds down from the peak towards us
    float t = max(h, 0.0) / high;
    float bend = 0.17 * t + 0.13 * t * t * swing(x * 0.21 + n * 0.31 + 0.1) + 0.045 * swing(t * 0.42 + n * 0.3);
    vec3 face = duneRow(x - bend * (1.0 + 0.22 * swing(x * 0.17 + n * 0.43)), seed);
    float edge = (face.y - EDGE) * cell, soft = pixel * (0.8 + 1.2 * t) + 0.015 * cell * t;
    float lee = smoothstep(-soft, soft, edge) * smoothstep(1.0, 0.86 - 0.10 * min(t, 1.0), face.y);
    float grain = k < 1 ? 0.0 : valueNoise(vec2(p.x * 8.0 / cell + h * 9.0, h * 26.0 / cell)) - 0.5;
    // ripples lie across the wind, finer with distance
    float level1 = (foot + high - p.y) / high;
    float warp = k < 1 ? 0.5 : valueNoise(vec2(x * 2.2 + n, level1 * 2.0)) + (k < 3 || QUALITY < 1 ? 0.15 : 0.30 * valueNoise(vec2(x * 9.0, level1 * 7.0 + n)));
    float pitch = 26.0 + 7.0 * n, phase = level1 * pitch * 0.62 + x * pitch * 0.30 + warp * 6.5 - clock * 0.05;
    float rippleSize = high / (pitch * 0.62);
    float ripple = k < 1 ? 0.0 : swing(phase) * smoothstep(1.6 * pixel, 5.0 * pixel, rippleSize) * smoothstep(0.0, 0.10, t);
    float slope = 0.42 + 0.50 * min(face.y, EDGE) - 0.20 * min(t, 1.5) + 0.10 * grain + 0.11 * ripple * (k < 2 ? 0.7 : 0.4 + 0.6 * smoothstep(0.25, 0.75, valueNoise(vec2(x * 1.6 + 5.0, level1 * 1.5))));
    vec3 lit = sand * sunLight * (0.30 + 1.30 * slope * (0.55 + 0.45 * hour)) + sand * haze * 0.16;
    // sun skims the ripples: a path of glitter under the sun
    lit += sunLight * sand * max(ripple, 0.0) * 0.42 / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 7.0);
    lit += sunLight * 0.22 * smoothstep(0.055 * high + pixel, 0.0, h) * smoothstep(0.35, EDGE, row.y) * smoothstep(EDGE + 0.03, EDGE, row.y) * (1.0 + pulse);
    vec3 dark = shade * (0.62 + 0.75 * smoothstep(EDGE, 1.0, face.y) + 0.25 * grain) + zenith * 0.045 + sand * haze * 0.05 * t;
    vec3 ground = mix(lit, dark, lee * (0.92 - 0.12 * hour));
    float glint = k > 2 ? step(0.9975, hash21(floor(gl_FragCoord.xy / max(1.0, 0.0025 / pixel)))) : 0.0;
    ground += sunLight * glint * (0.10 + 0.5 * sparkle) * (1.0 - lee);
    // footprints up the near dune, beside its edge
    if (k == 4) {
        float along = t * 26.0 / (0.55 + 0.5 * t), step1 = floor(along), foot1 = mod(step1, 2.0) - 0.5;
        float way = edge + 0.075 + 0.05 * t + 0.022 * swing(t * 1.3) ;
        vec2 f = vec2((way - foot1 * (0.010 + 0.012 * t)) / (0.0055 + 0.0065 * t), (fract(along) - 0.5) * 2.6);
        float print = smoothstep(1.0, 0.55, length(f)) * step(0.03, t) * smoothstep(1.7, 1.2, t);
        ground = mix(ground, ground * 0.40 + shade * 0.3, print * (1.0 - lee));
        float rim = smoothstep(1.0, 0.6, length(f - vec2(0.7, 0.35))) * (1.0 - print) * step(0.03, t) * smoothstep(1.7, 1.2, t);
        ground += sunLight * sand * 0.35 * rim * (1.0 - lee);
    }
    float air = (1.0 - d) * (1.0 - d);
    ground = mix(ground, haze * 0.80 + sunLight * 0.22 * glow, (0.72 * air + 0.04) * (1.0 - 0.25 * min(t, 1.0)));
    colour = mix(colour, ground, clamp(0.5 + h / (pixel * 1.2), 0.0, 1.0));
    // sand smokes from the crest, blown over the lee
    float lift = -h / high, drift = valueNoise(vec2((p.x - wind * (1.2 + n * 0.5)) * 4.2 / cell - lift * 1.2, lift * 5.0 + n * 9.0)) * 0.62 + (k < 2 || QUALITY < 1 ? 0.19 : valueNoise(vec2((p.x - wind * (2.0 + n * 0.8)) * 12.0 / cell - lift * 3.0, lift * 13.0)) * 0.38);
    float source = smoothstep(0.25, EDGE, row.y) * smoothstep(0.98, EDGE + 0.06, row.y) * (0.35 + 0.65 * row.x);
    float plume = source * smoothstep(-0.03, 0.02, lift) * exp2(-max(lift, 0.0) * (11.0 - 4.0 * gustiness)) * smoothstep(0.35, 0.75, drift + 0.12 * swing(beatCount - 0.12 * n) * gustiness);
    colour = mix(colour, haze * 0.55 + sunLight * (0.45 + 0.6 * glow), min(plume * gustiness * (0.55 + 0.25 * d), 0.85));
    // a dust devil walks between the dunes, every fourth chapter
    if (k == 2) {
        float trip = barCount / 4.0, part = fract(trip), walks = step(2.5, mod(floor(trip) + floor(variety * 4.0), 4.0));
        float lean = p.y - horizon + 0.10, column = p.x - mix(-0.6, 0.25, part) * min(wide, 1.8) * 0.6 - 0.05 * lean - 0.012 * swing(lean * 9.0 - clock);
        float width = 0.006 + 0.10 * max(lean, 0.0) * (0.6 + lean), spin = valueNoise(vec2(column / width * 1.6 + clock * 2.2, lean * 26.0 - clock * 1.4));
        float devil = walks * bump(part, 0.5, 0.5) * smoothstep(1.0, 0.2, abs(column) / width) * smoothstep(0.34, 0.10, lean) * smoothstep(-0.02, 0.02, lean);
        colour = mix(colour, haze * 0.5 + sunLight * 0.30, devil * (0.25 + 0.75 * spin) * 0.8);
    }
}

void main() {
    // the sky and the two farthest rows, soft with air, are drawn at half size
    pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    wide = RENDERSIZE.x * pixel;
    float tall = RENDERSIZE.y * pixel;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    float side = variety < 0.5 ? 1.0 : -1.0;
    clock = flow + TIME * 0.1;
    p = vec2(uv.x * side, uv.y + 0.10 * (tall - 1.0));
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);

    // the hour: the sun wanders between low and higher, sinking behind the far dunes at times
    hour = 0.5 + 0.5 * swing(chapterGlide * 0.073 + 0.16 + fract(variety * 6.1));
    horizon = 0.045;
    sun = vec2(mix(0.46, 0.27, hour) * min(1.0, wide * 0.75), horizon + mix(0.018, 0.235, hour));
    storm = smoothstep(0.25, 0.95, strain);
    sunLight = mix(mix(vec3(1.0, 0.36, 0.10), vec3(1.0, 0.74, 0.42), hour), tintTo(vec3(0.60), light, 1.0), 0.25);
    haze = mix(mix(vec3(0.78, 0.30, 0.15), vec3(0.80, 0.58, 0.38), hour), tintTo(vec3(0.46), light, 1.0), 0.25);
    zenith = mix(mix(vec3(0.060, 0.060, 0.170), vec3(0.065, 0.155, 0.30), hour), tintTo(vec3(0.14), accent, 1.0), 0.25);
    sand = mix(vec3(0.72, 0.275, 0.078), tintTo(vec3(0.36), base, 1.0), 0.20);
    shade = mix(mix(vec3(0.085, 0.030, 0.040), vec3(0.155, 0.070, 0.055), hour), tintTo(vec3(0.060), deep, 1.0), 0.30);

    vec2 toSun = p - sun;
    float s2 = dot(toSun, toSun);
    glow = 1.0 / (1.0 + s2 * 11.0);
    if (PASSINDEX == 0) {
        // sky
        float away = sqrt(s2), up = p.y - horizon;
        colour = mix(haze, zenith, smoothstep(-0.04, 0.46, up + 0.10 * away));
        float streak = valueNoise(vec2(p.x * 1.3 - clock * 0.02 + up * 2.0, up * 13.0 + variety * 20.0)) * 0.6 + valueNoise(vec2(p.x * 3.1 - clock * 0.03, up * 34.0 - p.x * 2.0)) * 0.4;
        float cirrus = smoothstep(0.55, 0.85, streak) * smoothstep(0.04, 0.25, up);
        colour = mix(colour, sunLight * (0.35 + 0.9 * glow) + haze * 0.35, cirrus * 0.45);
        colour += sunLight * (0.60 * glow * glow * glow + 0.16 * glow) * (1.0 - 0.4 * storm);
        float waver = 0.0018 * swing(p.y * 60.0 - clock * 0.9) * smoothstep(0.06, 0.0, abs(up));
        float disc = smoothstep(0.058 + 1.5 * pixel, 0.058 - 1.5 * pixel, length(toSun + vec2(waver, 0.0)));
        colour = mix(colour, sunLight * 2.4 + 0.10, disc * (1.0 - 0.55 * storm) * 0.9);
    } else {
        colour = IMG_NORM_PIXEL(farDunes, isf_FragNormCoord).rgb;
        // a hawk circles
        vec2 circle = vec2(-0.25 + 0.16 * swing(barCount * 0.0625 + 0.25), 0.30 + 0.045 * swing(barCount * 0.0625)) * vec2(min(wide, 1.78) * 0.6, 1.0);
        vec2 b = rotation(0.5 * swing(barCount * 0.0625 + 0.1)) * (p - circle) / 0.034;
        float s = abs(b.x), row1 = 0.12 + 0.10 * swing(beatCount * 0.25);
        float hawk = max(abs(b.y - s * row1 + 0.25 * s * s * s) - (0.155 - 0.09 * s) * (1.0 + 0.15 * swing(s * 6.0) * step(0.6, s)), s - 1.0);
        hawk = min(hawk, max(abs(b.x) - 0.09 - 0.13 * smoothstep(-0.1, -0.42, b.y), abs(b.y + 0.10) - 0.33));
        colour = mix(colour, shade * 0.5, clamp(0.5 - hawk * 0.034 / (pixel * 1.2), 0.0, 1.0) * 0.9);
    }

    // dunes, far to near
    wind = journey * 0.11 + clock * 0.05;
    gustiness = (0.25 + 0.75 * low) * (0.6 + 0.4 * power) + 0.5 * storm;
    // (in the cheapest look the three farthest at half size; one call a row, so that none pays for another's footprints)
    if (PASSINDEX == 0) { dune(0); dune(1); }
#if QUALITY > 0
    if (PASSINDEX != 0) dune(2);
#else
    if (PASSINDEX == 0) dune(2);
#endif
    if (PASSINDEX != 0) { dune(3); dune(4); }

    if (PASSINDEX == 0) { gl_FragColor = vec4(colour, 1.0); return; }

    // sand that runs low over everything, and the storm that tension raises
    float low1 = valueNoise(vec2((p.x - wind * 2.6) * 3.2, p.y * 15.0 - p.x * 2.0)) * 0.6 + valueNoise(vec2((p.x - wind * 4.0) * 8.0, p.y * 34.0 + 4.0)) * 0.4;
    float veil = smoothstep(0.50, 0.85, low1) * smoothstep(0.14, -0.30, p.y) * gustiness * 0.30 + storm * (0.30 + 0.65 * low1) * smoothstep(0.42, -0.10, p.y) * 0.95;
    colour = mix(colour, haze * 0.62 + sunLight * (0.16 + 0.45 * glow), min(veil, 0.9));
    colour += sunLight * glow * glow * 0.10;
    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.08) * (1.45 + 0.15 * warmth), gl_FragCoord.xy, TIME, 0.9), 1.0);
}
