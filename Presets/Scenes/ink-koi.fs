/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Ink koi: koi circle on a sheet of paper, painted in wet ink. They strike with their tails on the beat, drops of ink ring out on the bar, bamboo is brushed leaf by leaf over the phrase and washed away; one colour only, in the fish and in the seal.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "swim", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 2.3 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 2.3 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 6.4 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 1.0 },
    { "NAME": "wet", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.08, 0.08, 0.10, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.24, 0.30, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.30, 0.40, 0.46, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.93, 0.89, 0.80, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.85, 0.27, 0.16, 1.0] }
  ],
  "PASSES": [ { "TARGET": "brushed", "WIDTH": "$WIDTH/1.6", "HEIGHT": "$HEIGHT/1.6", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [10.8, 10.5, 6.5],
    "steps": 2,
    "subject": "koi", "domain": "art", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "paper"],
    "mood": { "valence": 0.3, "arousal": -0.5, "reach": 0.8 },
    "bindings": [
      { "input": "swim", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "wet", "signal": "bass", "low": 0.15, "high": 1.0, "halfLifeSeconds": 0.5 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.4 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// leaf-shaped stroke from the origin along +x: distance, length l, greatest half width w
float leaf(vec2 p, float l, float w) {
    float t = clamp(p.x / l, 0.0, 1.0);
    float half1 = w * 2.6 * sqrt(t) * (1.0 - t) * (0.75 + 0.25 * (1.0 - t));
    return max(abs(p.y) - half1, max(-p.x, p.x - l)) * 0.85;
}

// two koi head to tail on a circle round the origin; returns (density of ink, amount of colour, how much lies above)
vec3 koiPair(vec2 q, float head, float radius, float size, float stroke, float seed, float pixel, float ragged) {
    float r = length(q), angle = atan(q.y, q.x + (abs(q.x) + abs(q.y) < 1e-5 ? 1e-5 : 0.0));
    float turns = (head - angle) / 3.14159265, which = floor(turns);
    float second = mod(which, 2.0);
    float s = (turns - which) * 3.14159265 * radius / size - 0.045, t = s / 0.36;
    float v = (r - radius) / size;
    pixel /= size;
    // the body's wave runs back and grows towards the tail; the head sways against it
    float wave = stroke + second * 1.9;
    float bend = (0.006 + 0.040 * t * t) * sin(wave - t * 3.4) / (1.0 + 0.3 * t);
    v -= bend;
    float away = abs(v);
    float width = 0.068 * 1.75 * sqrt(max(t, 0.0)) * (1.0 - 0.90 * min(t, 1.06)) + 0.004;
    float body = (away - width) * 0.88 + ragged * 0.005;
    body = max(body, (t - 1.06) * 0.36);
    body = s < 0.0 ? length(vec2(s, max(away - 0.004, 0.0))) + ragged * 0.005 : body;
    // tail: a forked fan, thin as silk; it trails the wave
    float fanT = clamp((t - 0.93) / 0.44, 0.0, 1.0);
    float fanWidth = 0.010 + 0.092 * fanT * (1.0 - 0.25 * fanT), fanV = v + 0.03 * sin(wave - t * 3.4 - 0.8) * fanT;
    float fork = 0.30 * (1.0 - clamp(abs(fanV) / max(fanWidth, 1e-3), 0.0, 1.0));
    float fan = max(abs(fanV) - fanWidth, max((0.93 - t) * 0.36, max((fanT - 1.0 + fork) * 0.16, (t - 1.38) * 0.36))) * 0.8 + ragged * 0.006;
    // fins: a broad pair behind the gills, a small pair further back
    float flap = 0.75 + 0.28 * sin(wave * 0.5 + 1.0);
    vec2 finAt = vec2(s - 0.088, away - 0.034);
    float cf = cos(flap), sf = sin(flap);
    mat2 spread = mat2(cf, -sf, sf, cf);
    float fin = leaf(spread * finAt, 0.135, 0.030) + ragged * 0.004;
    float fin2 = leaf(spread * vec2(s - 0.205, away - 0.030), 0.075, 0.017) + ragged * 0.003;
    float fins = min(fin, fin2);
    float rays = valueNoise(vec2(t * 4.0 + seed, (fanT > 0.0 ? fanV / max(fanWidth, 0.01) * 11.0 : (away + s * 0.6) * 170.0) + second * 9.0));

    // one koi is white with patches of colour, the other is ink
    float dark = seed < 5.0 ? second : 1.0 - second;
    float inBody = smoothstep(pixel, -pixel - 0.003, body);
    float patches = smoothstep(0.50, 0.56, valueNoise(vec2(s * 17.0 + seed * 3.0 + second * 20.0 + variety * 43.0, v * 11.0 + seed)) + ragged * 0.05) * smoothstep(0.05, 0.12, t) * smoothstep(1.05, 0.8, t);
    float back = smoothstep(0.045, 0.0, away);
    vec2 net = vec2(s + away * 0.9, s - away * 0.9) * 76.0;
    float scales = smoothstep(0.62, 0.95, max(abs(fract(net.x) - 0.5), abs(fract(net.y) - 0.5)) * 2.0) * smoothstep(0.24, 0.34, t) * smoothstep(1.0, 0.75, t);
    float contour = (1.0 / (1.0 + body * body * 90000.0)) * (0.35 + 0.65 * valueNoise1(s * 16.0 + seed + second * 5.0)) * smoothstep(0.02, -0.004, body);
    float ink = inBody * (mix(0.05, 0.78, dark) * (0.45 + 0.55 * back) + 0.20 * scales * (0.5 + dark)) + contour * mix(0.85, 0.7, dark);
    ink += inBody * mix(0.20, 0.45, dark) * smoothstep(0.25, 0.05, t) * smoothstep(0.035, 0.0, away - 0.006) * (1.0 - 0.5 * dark);
    // dorsal fin and gill: two quick strokes of the tip of the brush
    ink += smoothstep(0.0055 + pixel, 0.003, abs(v - 0.004 * sin(s * 40.0))) * smoothstep(0.34, 0.42, t) * smoothstep(0.74, 0.62, t) * 0.95;
    ink += smoothstep(0.004, 0.001, abs(t - 0.255 + away * away * 34.0) * 0.36) * inBody * 0.55 * smoothstep(0.0, 0.02, away);
    float eye = length(vec2(s - 0.040, away - 0.0265));
    ink += smoothstep(0.0095 + pixel, 0.006, eye) * 1.6 - smoothstep(0.004, 0.002, length(vec2(s - 0.038, away - 0.029))) * 1.2;
    ink += inkWash(fan, 0.006) * (0.16 + 0.62 * smoothstep(0.35, 0.85, rays)) * (1.0 - 0.45 * fanT);
    ink += inkWash(fins, 0.004) * (0.14 + 0.50 * smoothstep(0.35, 0.9, rays)) * (1.0 - inBody);
    float whisker = length(vec2(max(abs(s - 0.002) - 0.016, 0.0), away - 0.024 - 0.25 * (0.018 - s)));
    ink += smoothstep(0.003, 0.001, whisker) * 0.6;
    float shadow = smoothstep(0.085, -0.02, body + 0.02) * 0.14;
    return vec3(max(ink, 0.0) + shadow * (1.0 - inBody), patches * inBody * (1.0 - dark), max(inBody, 0.5 * smoothstep(0.01, -0.01, min(fan, fins))));
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 0) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 1.6 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec3 light = quickLinear(lightColour.rgb), deep = quickLinear(deepColour.rgb), shade = quickLinear(shadeColour.rgb), accent = quickLinear(accentColour.rgb), base = quickLinear(baseColour.rgb);
    // the one colour: the warmer of the palette's two opposites, made pure
    accent = mix(base, accent, smoothstep(-0.08, 0.08, (accent.r - accent.b) - (base.r - base.b)));
    accent = saturation(accent, 1.5) * (0.30 / max(luma(saturation(accent, 1.5)), 0.05));
    accent = mix(accent, vec3(0.80, 0.10, 0.03), 0.48);

    // the sheet
    float fibre = paperFibre(uv);
    float cloudy = fbm(uv * 2.3 + variety * 17.0, 2);
    vec3 paper = mix(vec3(0.86, 0.79, 0.67), tintTo(vec3(0.80), light, 1.0), 0.3) * (1.0 + 0.045 * fibre + 0.16 * (cloudy - 0.5));
    vec3 inkColour = mix(vec3(0.10, 0.11, 0.13), tintTo(vec3(0.10), deep, 1.0), 0.5);
    float ragged = valueNoise(uv * 60.0) + 0.5 * fibre - 0.5;
    vec2 bled = uv + vec2(ragged, -ragged) * 0.0022;

    float density = 0.0;
    // a broad pale wash where the water lies: its edge runs with the bass
    float pool = length((uv - vec2(0.10 * side, -0.06)) * vec2(0.72, 1.0)) - 0.40 - 0.16 * (cloudy - 0.5) * 2.0 - 0.015 * wet;
    float washing = inkWash(pool + 0.03 * ragged, 0.045);
    density += washing * (0.06 + 0.05 * cloudy + 0.03 * wet) + 0.035 * smoothstep(0.028, 0.0, abs(pool + 0.02 * ragged)) * (0.3 + cloudy);

    // ripples: a drop falls every half bar somewhere near the fish
    for (int i = 0; i < 2; i++) {
        float when = barCount * 2.0 * 0.5 + float(i) * 0.5, n = floor(when), age = when - n;
        vec2 at = (hash12(n * 2.0 + float(i) + 3.0) - 0.5) * vec2(0.75, 0.50) + vec2(0.10 * side, -0.05);
        float d = length((uv - at) * vec2(0.92, 1.15)) + 0.006 * ragged;
        float ring = d - 0.23 * sqrt(age), inner = d - 0.15 * sqrt(age);
        density += (0.30 / (1.0 + ring * ring * 40000.0) + 0.16 / (1.0 + inner * inner * 60000.0)) * (1.0 - age) * (1.0 - age) * (0.35 + 0.75 * wet);
        density += 0.9 * smoothstep(0.011, 0.007, d) * smoothstep(0.25, 0.0, age);
    }

    // the deep pair first, small and pale; then the pair above
    float drift = barCount * 0.11 + variety * 6.0;
    vec2 centre = vec2(0.10 * side + 0.03 * sin(drift), -0.065 + 0.02 * cos(drift * 1.3));
    float scale = 0.92 * clamp(0.22 + 0.95 * wide, 0.0, 1.0);
    vec2 q = (bled - centre) * vec2(0.90 * side, 1.08) / scale;
    float deepOn = smoothstep(0.3, 1.0, mod(chapterGlide, 4.0)) * smoothstep(4.0, 3.6, mod(chapterGlide, 4.0));
    // (the inner circle and the outer never touch, so one evaluation serves both)
    bool outer = length(q) > 0.335;
    vec3 koi = vec3(0.0);
    float fromFish = outer ? abs(length(q) - 0.425) : abs(length(q) - 0.215);
    int fish = fromFish < 0.21 ? 1 : 0;
    for (int once = 0; once < fish; once++) koi = koiPair(outer ? vec2(-q.x, q.y) : q, outer ? swim * 0.16 + 2.1 : swim * 0.23 + variety * 6.0, outer ? 0.425 : 0.215, outer ? 0.66 : 1.0,
        3.1416 * beatCount * (outer ? 0.5 : 1.0), outer ? 7.0 : 2.0, pixel, ragged);
    koi *= outer ? vec3(0.42, 0.35, 0.5) * deepOn : vec3(1.0);
    density = mix(density, koi.x, koi.z) + koi.x * (1.0 - koi.z);
    float tint = koi.y;

    // bamboo: brushed over the phrase, joint by joint, leaf by leaf; the next phrase washes it out and begins again
    float phrase = barCount / 8.0, grown = fract(phrase), stand = floor(phrase);
    float washedOut = smoothstep(0.0, 0.07, grown) * smoothstep(1.0, 0.955, grown);
    grown = grown * 1.15;
    vec2 b = vec2((uv.x * side + max(min(wide, 0.95) - 0.16, 0.33)), uv.y + tall);
    float sway = 0.010 * sin(beatCount * 0.785 + uv.y * 2.0) * (0.4 + middle);
    b.x += -0.16 * (b.y - 0.6) * (b.y - 0.3) * 0.35 - sway * b.y * 1.5;
    float bamboo = 0.0, hairs = valueNoise(vec2(b.x * 190.0 + b.y * 16.0, b.y * 5.0 + b.x * 20.0));
    for (int i = 0; i < 2; i++) {
        float n = float(i);
        float x = b.x - (0.035 - 0.085 * n) - 0.05 * n * b.y, thick = 0.021 - 0.008 * n;
        float joint = (b.y + 0.11 * n) / (0.235 + 0.03 * n), j = floor(joint), f = joint - j;
        float flare = 0.0035 * (smoothstep(0.10, 0.0, f) + smoothstep(0.88, 1.0, f));
        float d = max(abs(x) - thick - flare + 0.002 * ragged, (abs(f - 0.5) - 0.474) * 0.235);
        float on = smoothstep(j + f, j + f + 0.25, grown * 7.5 - 1.2 * n);
        float dryness = clamp(0.25 + 0.55 * hash11(j + n * 7.0 + stand) - 0.4 * wet, 0.0, 1.0);
        bamboo += smoothstep(pixel, -pixel - 0.0025, d) * mix(0.95, 0.3 + 0.9 * smoothstep(0.25, 0.7, hairs), dryness) * (0.62 + 0.45 / (1.0 + d * d * 90000.0)) * on * (0.50 - 0.26 * n) * (0.55 + 0.75 * smoothstep(-thick, thick, x));
        bamboo += smoothstep(0.006, 0.002, abs((f - 0.003) * 0.235 + x * x * 8.0)) * step(abs(x), thick * 1.25) * on * 0.9;
    }
    float breeze = 0.10 * sin(beatCount * 1.571) * (0.5 + middle), unlike = hash11(stand + 3.0) - 0.5;
    int leaves = QUALITY > 1 ? 9 : 8;
    if (QUALITY < 1) leaves = 7;
    if (abs(b.x - 0.045) >= 0.42) leaves = 0;
    for (int i = 0; i < leaves; i++) {
        float n = float(i), cluster = floor(n / 3.0);
        vec2 h = hash12(n + 5.0);
        float turnBy = -0.35 - 0.55 * (n - cluster * 3.0) + 0.35 * (h.x - 0.5);
        vec2 at = b - vec2(0.045 + 0.035 * sin(cluster * 2.4), 0.925 - 0.20 * cluster + 0.03 * h.y + 0.10 * unlike);
        vec2 way = swing2(vec2(0.25, 0.0) - turnBy * 0.15915);
        at = mat2(way.x, way.y, -way.y, way.x) * at;
        at += vec2(at.y, -at.x) * (breeze * (h.y - 0.3) + 0.25 * unlike * (h.x - 0.5));
        float l = 0.185 + 0.075 * h.y, on = smoothstep(8.0 - n, 9.0 - n, grown * 12.0 - 3.4);
        at.y += at.x * at.x * 0.9;
        float d = leaf(at, l * on + 1e-3, 0.017 + 0.006 * h.x) + 0.0015 * ragged;
        // (one set of brush hairs serves all leaves)
        float dry = smoothstep(0.40, 1.0, at.x / l) * 0.8;
        bamboo += smoothstep(pixel, -pixel - 0.0025, d) * mix(0.90, 0.35 + 0.8 * smoothstep(0.3, 0.7, hairs), dry) * (0.62 + 0.4 / (1.0 + d * d * 90000.0)) * step(0.01, on) * (0.75 + 0.45 * h.x);
    }
    density += bamboo * washedOut + (1.0 - washedOut) * smoothstep(0.0, 0.6, bamboo) * 0.10;

#if QUALITY > 0
    // a brush that was shaken: a few splashes, more when the music presses
    vec2 cell = floor(uv * 9.0 + 40.0), inCell = fract(uv * 9.0) - 0.5;
    vec3 h = hash23(cell + floor(chapterGlide + 0.5) * 3.0);
    density += 0.7 * smoothstep(0.004, -0.01, length(inCell - (h.xy - 0.5) * 0.7) - 0.05 * h.z * h.z + 0.03 * ragged) * step(0.90 - 0.10 * power - 0.10 * strain, h.x) * step(abs(pool), 0.30);
#endif

#if QUALITY < 1
    // what the brush has done, at five eighths of the size; the paper stays sharp
    if (PASSINDEX == 0) { gl_FragColor = vec4(density, tint, 0.0, 1.0); return; }
    vec4 done = IMG_NORM_PIXEL(brushed, isf_FragNormCoord);
    density = done.x;
    tint = done.y;
#endif

    // ink sinks into the fibres
    density *= 1.0 + 0.22 * fibre * (0.4 + exp(-density));
    vec3 colour = inkOn(paper, inkColour, density * 1.25);
    colour = mix(colour, colour * (0.25 + 0.75 * accent / max(max(accent.r, max(accent.g, accent.b)), 0.05)) * vec3(0.92), tint);
    colour = mix(colour, accent * (1.15 + 0.25 * ragged + 0.1 * fibre) * exp(-density * 0.8), tint * 0.80);

    // seal
    vec2 seal = (uv - vec2(side * min(wide - 0.13, 0.66), -tall + 0.125)) / 0.046;
    seal.x += 0.05 * sin(seal.y * 3.0);
    float sealD = sdRoundBox(seal, vec2(0.92, 0.92), 0.22) + 0.10 * ragged;
    float bars = min(min(abs(abs(seal.x) - 0.46) + step(0.68, abs(seal.y)), abs(seal.y - 0.52) + step(0.62, abs(seal.x))), min(abs(seal.y + 0.05) + step(0.62, abs(seal.x)), min(abs(seal.x) + step(0.62, abs(seal.y - 0.0)), abs(seal.y + 0.58) + step(0.50, abs(seal.x)))));
    float carved = smoothstep(0.085, 0.05, bars + 0.06 * ragged);
    float stamp = smoothstep(0.05, -0.03, sealD) * (1.0 - 0.92 * carved) * (0.80 + 0.25 * smoothstep(-0.6, 0.3, ragged + fibre));
    colour = mix(colour, accent * 0.85, clamp(stamp, 0.0, 1.0) * 0.92);

    // lamplight on the sheet
    colour *= 1.06 - 0.46 * smoothstep(0.10, 1.3, dot(uv * vec2(0.8, 1.0) - vec2(0.10 * side, 0.08), uv * vec2(0.8, 1.0) - vec2(0.10 * side, 0.08)) / (0.2 + 0.5 * wide * wide));
    vec3 coded = quickFinish(colour * 1.18, gl_FragCoord.xy, 0.0, 0.5);
    gl_FragColor = vec4(coded, 1.0);
}
