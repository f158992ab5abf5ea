/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Storm over wheat: a shelf cloud rolls over a golden field, the last sun still on the ears. Lightning falls with the downbeats of the loud bars, every onset lights the cloud from inside, the wind runs through the wheat with the beat, bass brings the rain, tension lets down a funnel; a windpump turns on the farm.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "hit", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.12, 0.16, 0.24, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.35, 0.40, 0.46, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.95, 0.80, 0.50, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.70, 0.75, 0.98, 1.0] }
  ],
  "PASSES": [ { "TARGET": "cloudbank", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/3", "FLOAT": true }, { "TARGET": "boltPath", "WIDTH": 160, "HEIGHT": 2, "FLOAT": true }, { "TARGET": "land", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [12.3, 12.3, 10.6],
    "steps": 2,
    "subject": "thunderstorm", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": -0.3, "arousal": 0.5, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "hit", "signal": "onset", "halfLifeSeconds": 0.22 },
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

const float HORIZON = -0.145;

// a jagged line: straight pieces between chance points, -0.5..0.5
float jag(float y, float seed) { float i = floor(y); return mix(hash11(i + seed), hash11(i + 1.0 + seed), y - i) - 0.5; }
float channel(float y, float seed) { return jag(y * 9.0, seed) * 0.085 + jag(y * 27.0, seed + 31.0) * 0.030 + jag(y * 71.0, seed + 57.0) * 0.012; }

// which bars have a bolt; where it stands; how bright it burns now
vec3 boltOf(float wide) {
    float bar = floor(barCount), into = barCount - bar;
    vec2 r = hash12(bar + floor(variety * 89.0) * 7.0);
    float first = step(mod(bar, 4.0), 0.5);
    float comes = max(first, step(r.x, 0.10 + 0.55 * power * power));
    // the stroke, and one weaker stroke after it down the same way
    float burn = exp(-into * 11.0) + 0.55 * exp(-max(into - 0.14, 0.0) * 13.0) * step(0.14, into);
    return vec3(mix(-0.22, 0.85, r.y) * min(wide, 1.2) * 0.5, comes * burn * smoothstep(0.62, 0.50, into), bar);
}

// the lower edge of the shelf cloud over the horizon
float shelf(float x) { return 0.225 - 0.080 * smoothstep(-0.9, 0.8, x) + 0.020 * swing(x * 0.31 + variety + chapterGlide * 0.06) + 0.028 * strain * swing(x * 0.5 + 0.2); }

// the bolt's way down: texel rows (main, three branches), (last branch); places relative to its head, 9 where there is none
vec4 boltTexel(vec2 at, vec3 bolt) {
    float seed = bolt.z * 17.0 + 3.0, top = shelf(bolt.x) + 0.10, y = at.x * top, head = channel(top, seed);
    vec4 x = vec4(9.0);
    for (int k = 0; k < 4; k++) {
        vec2 r = hash12(seed + 5.0 + float(k) * 3.1);
        float start = top * (0.30 + 0.62 * r.x), drop = start - y, long1 = 0.03 + 0.09 * r.y, twist = seed + 9.0 * float(k + 1);
        x[k] = drop > 0.0 && drop < long1 ? channel(start, seed) - head + 0.10 * (top - start) + (k % 2 == 0 ? 0.85 : -0.7) * drop * (0.7 + 0.6 * r.y) + 0.7 * (channel(y * 1.3, twist) - channel(start * 1.3, twist)) : 9.0;
    }
    return at.y < 0.5 ? vec4(channel(y, seed) - head + 0.10 * (top - y), x.xyz) : vec4(x.w, 0.0, 0.0, 0.0);
}

// the sky over the horizon: a clear gap, rain curtains, then the plates of the shelf cloud, nearer and nearer
vec3 stormSky(vec2 p, vec3 gap, vec3 slate, vec3 ash, vec3 flashLight, vec3 bolt) {
    float clock = flow * 0.35 + TIME * 0.06;
    float sunny = 1.0 / (1.0 + (p.x + 0.75) * (p.x + 0.75) * 2.2);
    vec3 colour = mix(gap * (0.22 + 0.80 * sunny), mix(ash, gap, 0.25) * 0.85, smoothstep(0.0, 0.16, p.y));
    float edge = shelf(p.x);
    // distant rain: curtains that hang from the cloud and lean with the wind
    float lean = p.x + 0.45 * p.y;
    float curtain = valueNoise(vec2(lean * 3.0 + clock * 0.10, 4.0)) * 0.65 + valueNoise(vec2(lean * 13.0 + clock * 0.2, p.y * 2.0)) * 0.35;
    float rain = smoothstep(0.42 - 0.25 * low, 0.80, curtain + 0.30 * smoothstep(-0.3, 0.7, p.x)) * smoothstep(0.30, 0.0, p.y - edge + 0.03);
    colour = mix(colour, mix(slate, ash, 0.45), rain * 0.82);
    float broad = fbm(vec2(p.x * 1.5 - clock * 0.22 + variety * 30.0, p.y * 4.2 + clock * 0.05), 3);
    float fine = fbm(vec2(p.x * 4.6 - clock * 0.40 + broad * 2.6, p.y * (12.0 - 7.0 * min(p.y * 2.0, 1.0)) - broad * 2.0 + 9.0), 4);
    float body = broad * 0.45 + fine * 0.55;
    // the funnel grows with the tension
    float reach = smoothstep(0.45, 0.98, strain);
    if (reach > 0.0) {
        float t = clamp(p.y / edge, 0.0, 1.0), way = 0.30 + 0.05 * swing(t * 0.55 + clock * 0.10) * (1.0 - t) + 0.02 * swing(t * 1.6 - clock * 0.3);
        float half1 = 0.007 + 0.016 * t + 0.095 * t * t * t * t;
        float tube = smoothstep(half1 + 0.006, half1 - 0.012, abs(p.x - way)) * smoothstep(1.0 - reach - 0.04, 1.0 - reach + 0.08, t) * step(p.y, edge + 0.05);
        float skirt = smoothstep(0.055, 0.0, length((p - vec2(way, 0.0)) * vec2(0.55, 1.6))) * smoothstep(0.80, 1.0, reach);
        float turn1 = 0.5 + 0.5 * (p.x - way) / half1;
        colour = mix(colour, slate * 0.55 + ash * 0.30 * smoothstep(0.75, 0.05, turn1) * (0.6 + 0.8 * fine), max(tube, skirt * 0.7) * 0.94);
    }
    for (int k = 0; k < 4; k++) {
        float n = float(k);
        float e = edge + n * (0.055 + 0.022 * n) + 0.030 * (valueNoise1(p.x * (2.6 - 0.4 * n) + n * 13.0 - clock * 0.15 + variety * 40.0) - 0.5) * (1.0 + 0.7 * n);
        float h = p.y - e + (fine - 0.5) * (0.050 + 0.045 * n) + (broad - 0.5) * 0.05 * n;
        float t = clamp(h / (0.085 + 0.045 * n), 0.0, 1.0);
        float torn = smoothstep(0.36, 0.66, valueNoise1(p.x * 1.9 + n * 7.7 + variety * 23.0 - clock * 0.06) + 0.22 * sunny);
        float lip = exp(-h * h * 2200.0 / (1.0 + n)) * (0.25 + 0.75 * torn);
        vec3 plate = mix(slate * (0.50 + 0.25 * n), mix(slate, ash, 0.55 - 0.05 * n), t * t * (3.0 - 2.0 * t)) * (0.16 + 2.7 * body * body);
        plate += gap * lip * (0.08 + 0.55 * sunny) * (0.62 - 0.18 * n) * smoothstep(0.25, 0.75, fine) * 1.2;
        colour = mix(colour, plate, smoothstep(-0.004, 0.012 + 0.006 * n, h));
    }
    colour *= 0.92 - 0.50 * smoothstep(0.30, 0.75, p.y);
    // lightning inside the cloud
    vec2 r = hash12(floor(beatCount * 0.5) + 5.0);
    vec2 inside1 = p - vec2((r.x - 0.35) * 1.3, edge + 0.10 + 0.22 * r.y), inside2 = (p - vec2(bolt.x, edge + 0.03)) * vec2(0.8, 1.3);
    float lamp = hit * hit * 0.85 * (0.3 + 0.7 * power) / (1.0 + dot(inside1, inside1) * 38.0) + bolt.y * 1.7 / (1.0 + dot(inside2, inside2) * 26.0);
    return colour + flashLight * lamp * (0.10 + 1.5 * body * body) * smoothstep(-0.02, 0.08, p.y - edge + 0.05);
}

// one row of wheat: p from its crowns (y = 0), in stalk units; (cover, light 0..1)
vec2 wheatRow(vec2 p, float wind, float seed, float px) {
    float t = max(p.y + 3.0, 0.0) * 0.333;
    float x = p.x - wind * t * t;
    vec2 sum = vec2(0.0);
    for (int k = 0; k < 2; k++) {
        float at = x * 1.25 + float(k) * 0.5, i = floor(at), side = (at - i - 0.5) * 0.8;
        vec2 r = hash12(i * 1.37 + seed + float(k) * 41.0);
        float top = -0.20 - 1.25 * r.x * r.x, up = p.y - top + 0.95, u = up / 0.95;
        float v = side - 0.16 * (r.y - 0.5) + 0.35 * (r.y - 0.45) * max(up + 0.3, 0.0) * max(up + 0.3, 0.0) - wind * 0.10 * max(up, 0.0);
        float grain = abs(fract(u * 4.5 + (v > 0.0 ? 0.5 : 0.0)) - 0.45);
        float ear = (0.150 * sqrt(max(u * (1.12 - u) * 3.2, 0.0)) * (1.0 - 0.35 * u) - 0.06 * grain) - abs(v);
        ear = u > 0.0 && u < 1.1 ? ear : -1.0;
        float stalk = u <= 0.05 ? 0.030 - abs(v) : -1.0;
        float fan = v / max(u + 0.25, 0.1), awn = u > 0.2 && u < 1.9 ? (0.012 - abs(fract(fan * 11.0 + r.x) - 0.5) * 0.065 * (u + 0.25)) - max(abs(fan) - 0.26 + 0.05 * u, 0.0) : -1.0;
        float c = clamp(0.5 + max(ear, stalk) / px, 0.0, 1.0), hair = clamp(0.5 + awn / px, 0.0, 1.0) * clamp(0.02 / px, 0.10, 0.75) * smoothstep(1.9, 0.9, u);
        float shine = clamp(0.55 - v * 3.2 + 0.25 * u - 1.1 * grain, 0.05, 1.0) * (0.6 + 0.4 * r.y);
        sum = mix(sum, vec2(1.0, 0.75), hair * (1.0 - sum.x * 0.7));
        sum = mix(sum, vec2(1.0, u > 0.0 ? shine : 0.35), c);
    }
    return sum;
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * vec2(2.0, 3.0) : PASSINDEX == 2 ? RENDERSIZE * 2.0 : PASSINDEX == 1 ? vec2(textureSize(cloudbank, 0)) * vec2(2.0, 3.0) : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, lowered = 0.16 * (tall - 1.0);
    float horizon = HORIZON - lowered, skyTall = 0.5 * tall - horizon;

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 gap = mix(vec3(0.95, 0.60, 0.24), tintTo(vec3(0.55), light, 1.0), 0.30);
    vec3 slate = mix(vec3(0.020, 0.031, 0.050), tintTo(vec3(0.030), deep, 1.0), 0.22);
    vec3 ash = mix(vec3(0.150, 0.185, 0.235), tintTo(vec3(0.175), base, 1.0), 0.20);
    vec3 flashLight = mix(vec3(0.72, 0.78, 1.0), tintTo(vec3(0.75), accent, 1.0), 0.35);
    vec3 bolt = boltOf(wide);
    if (PASSINDEX == 1) { gl_FragColor = boltTexel(isf_FragNormCoord, bolt); return; }
    if (PASSINDEX == 0) {
        gl_FragColor = vec4(stormSky(vec2((isf_FragNormCoord.x - 0.5) * wide * side, isf_FragNormCoord.y * skyTall), gap, slate, ash, flashLight, bolt), 1.0);
        return;
    }
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    vec2 p = vec2(uv.x * side, uv.y - horizon);
    float clock = flow + TIME * 0.1;
    float sunny = 1.0 / (1.0 + (p.x + 0.75) * (p.x + 0.75) * 2.2);
    vec3 colour = IMG_NORM_PIXEL(cloudbank, vec2(isf_FragNormCoord.x, clamp(p.y / skyTall, 0.004, 0.996))).rgb;

    // the bolt, from the cloud to the ground, with branches
    if (bolt.y > 0.01 && p.y > -0.01 && p.y < 0.40) {
        float top = shelf(bolt.x) + 0.10, y = p.y;
        vec4 path = texture(boltPath, vec2(y / top, 0.25)), twig = texture(boltPath, vec2(y / top, 0.75));
        float d = abs(p.x - bolt.x - path.x) + max(y - top, 0.0);
        vec4 branch = abs(p.x - bolt.x - vec4(path.yzw, twig.x));
        float thin = min(min(branch.x, branch.y), min(branch.z, branch.w));
        float core = clamp(1.0 - (d * 0.72 - 0.0012) / pixel, 0.0, 1.0) + 0.55 * clamp(1.0 - thin * 0.72 / pixel, 0.0, 1.0);
        colour += flashLight * bolt.y * (core * 3.2 + 0.0022 / (d + 0.006) + 0.0006 / (thin + 0.008)) * smoothstep(top, top - 0.10, y);
    }

    // far fields, a hedge and the farm on the horizon
    float ridgeLine = 0.008 + 0.010 * valueNoise1(p.x * 3.0 + variety * 17.0) ;
    vec3 farLand = mix(slate * 1.2, ash * 0.35, 0.25) + gap * 0.10 * sunny;
    float hedge = ridgeLine + 0.011 * valueNoise1(p.x * 41.0 + 3.0) * valueNoise1(p.x * 13.0 + 9.0) + 0.004 * valueNoise1(p.x * 150.0);
    colour = mix(colour, farLand, clamp(0.5 + (hedge - p.y) / (pixel * 1.4), 0.0, 1.0));
    vec2 f = vec2(p.x - min(0.43, wide * 0.5 - 0.18), p.y - 0.006);
    if (abs(f.x) < 0.16 && abs(f.y) < 0.16) {
        float house = sdBox(f - vec2(0.0, 0.014), vec2(0.030, 0.016));
        float roof = max(abs(f.y - 0.031) - 0.013, abs(f.x) - 0.035 + (f.y - 0.031) * 0.55);
        float barn = min(sdBox(f - vec2(0.070, 0.010), vec2(0.022, 0.014)), max((abs(f.x - 0.070) - 0.026) * 0.72 + (f.y - 0.022) * 0.72, 0.020 - f.y));
        float tree = length((f - vec2(-0.055, 0.034)) * vec2(1.0, 1.1)) - 0.025 - 0.012 * valueNoise(f * 130.0 + clock * 0.2);
        tree = min(min(tree, length((f - vec2(-0.077, 0.025))) - 0.015 - 0.010 * valueNoise(f * 150.0)), sdBox(f - vec2(-0.058, 0.008), vec2(0.003, 0.012)));
        vec2 w = f - vec2(0.122, 0.0);
        float pump = min(abs(abs(w.x) - mix(0.013, 0.002, clamp(w.y / 0.085, 0.0, 1.0))) - 0.0013, abs(abs(fract(w.y * 34.0) - 0.5) - abs(w.x) * 22.0) * 0.014 - 0.0004 + max(abs(w.x) - mix(0.013, 0.002, clamp(w.y / 0.085, 0.0, 1.0)), 0.0));
        pump = max(pump, max(w.y - 0.086, -w.y));
        vec2 hub = w - vec2(0.0, 0.090);
        float away = length(hub), turned = atan(hub.y, hub.x + 1e-5) / 6.2832 * 12.0 + journey * 3.0;
        float rotor = max(away - 0.026, max(0.004 - away, (abs(fract(turned) - 0.5) - 0.30) * away * 0.5));
        float vane = max(abs(hub.y) - 0.0035 - 0.25 * max(hub.x - 0.030, 0.0), abs(hub.x - 0.034) - 0.014);
        float all1 = min(min(min(house, roof), min(barn, tree)), min(pump, min(rotor, vane)));
        vec3 wall = farLand * 0.5 + gap * 0.30 * sunny * step(house, 0.0) * smoothstep(0.03, -0.03, f.x);
        colour = mix(colour, mix(wall, slate * 0.45 + gap * 0.02, step(house, 0.0) < 0.5 ? 1.0 : 0.0), clamp(0.5 - all1 / (pixel * 1.3), 0.0, 1.0));
        float pane = min(sdBox(f - vec2(-0.010, 0.014), vec2(0.0042, 0.0052)), sdBox(f - vec2(0.012, 0.014), vec2(0.0042, 0.0052)));
        colour = mix(colour, vec3(1.0, 0.55, 0.16) * 1.3, clamp(0.5 - pane / pixel, 0.0, 1.0));
        colour += vec3(1.0, 0.5, 0.15) * 0.00012 / (dot(f - vec2(0.0, 0.014), f - vec2(0.0, 0.014)) + 0.0008);
    }

    // the wheat: a plane of ears to the horizon, gusts that run across it, two wheel tracks that lead the eye
    float depth = max(-p.y, 0.0);
    float z = 0.26 / max(depth, 0.006);
    vec2 g = vec2((p.x - 0.10) * z, z);
    float gustNear = valueNoise(vec2(g.x * 0.55 - journey * 0.42, g.y * 0.34 + journey * 0.11));
    float gust = mix(gustNear, 0.5, smoothstep(3.0, 22.0, z) * 0.6);
    vec3 gold = mix(vec3(0.86, 0.47, 0.115), tintTo(vec3(0.46, 0.27, 0.08), light, 1.0), 0.22), umber = mix(vec3(0.085, 0.042, 0.014), slate * 0.6, 0.25);
    float shadow1 = smoothstep(0.30, 0.62, valueNoise(vec2(g.x * 0.12 + clock * 0.06, g.y * 0.16 - clock * 0.03) + variety * 11.0) + 0.12 * sunny + 0.10 * (1.0 - strain));
    float lit = (0.20 + 0.80 * shadow1) * (0.55 + 0.75 * sunny) * (1.0 - 0.45 * strain);
    vec3 flashOn = flashLight * bolt.y * 0.20 / (1.0 + (p.x - bolt.x) * (p.x - bolt.x) * 6.0);
    float nap = valueNoise(vec2(g.x * 34.0, g.y * 9.0)) * smoothstep(9.0, 2.5, z) + 0.5 * smoothstep(2.5, 9.0, z);
    float stripe = valueNoise(vec2(p.x * 60.0 + g.x * 4.0, depth * 240.0));
    vec3 field = mix(umber, gold, clamp((0.24 + 0.62 * gust + 0.30 * (nap - 0.5) + 0.20 * (stripe - 0.5)) , 0.0, 1.0)) * lit;
    float track = min(abs(g.x - 0.22), abs(g.x + 0.22)) ;
    field *= 1.0 - 0.62 * smoothstep(0.055, 0.020, track) * smoothstep(30.0, 6.0, z) * smoothstep(0.9, 1.6, z);
    field += umber * 0.5 + flashOn * (0.35 + gust) * (gold + 0.25);
    field = mix(field, farLand * 0.9 + gap * 0.22 * sunny, smoothstep(9.0, 40.0, z) * 0.75);
    colour = mix(colour, field, clamp(0.5 + depth / pixel, 0.0, 1.0) * step(p.y, 0.5 * pixel));

#if QUALITY < 1
    // sky, bolt and land at half size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(land, isf_FragNormCoord).rgb;
#endif
    // rows of ears before us, far to near
    if (p.y < -0.035) {
        // only the rows whose ears or straw can be here
        int first = clamp(int(log2(max(depth, 0.01) * 6.02) * 2.5), 0, 6), last = clamp(int(log2(max(depth, 0.01) * 31.6) * 2.5), 0, 6);
        for (int r = 0; r < 7; r++) {
            int j = first + r;
            if (j > last) break;
            float n = float(j), zr = 3.6 * exp2(-0.40 * n);
            float crown = -0.26 / zr + 0.03 * swing(p.x * zr * 0.13 + n * 0.37 + variety) / zr, unit = 0.052 / zr;
            float x = (p.x - 0.10) * 1.0 / unit + n * 17.3;
            float run = journey * 0.42 - p.x * zr * 0.55;
            float g2 = valueNoise(vec2(-run, zr * 0.34 + journey * 0.11));
            float wind = 0.25 + (1.0 + 0.9 * power) * (g2 - 0.3) + 0.16 * swing(beatCount * 0.5 - p.x * zr * 0.35) + 0.6 * strain;
            vec2 q = vec2(x, (p.y - crown) / unit);
            if (q.y < 2.2 && (q.y > -6.5 || j == 6)) {
                vec2 w = wheatRow(q, wind, n * 61.0 + floor(variety * 50.0), pixel / unit * 1.15);
                float under = smoothstep(-0.9, -2.1, q.y + 0.6 * (valueNoise1(x * 2.3) - 0.5));
                float stem = valueNoise1((x - wind * 0.4) * 5.0);
                vec3 thicket = mix(umber * 0.75, gold * 0.34, stem * smoothstep(-5.0, -1.0, q.y)) * lit + umber * 0.3;
                colour = mix(colour, thicket, under);
                vec3 ear = mix(umber * 1.3, gold * 1.2, w.y * (0.22 + 1.1 * g2)) * (lit * 1.12 + 0.04) + gap * 0.30 * pow(w.y, 4.0) * lit * (0.6 + 0.8 * sparkle);
                ear += flashOn * (0.4 + w.y) * (gold + 0.3);
                colour = mix(colour, ear * (1.0 - 0.10 * n * smoothstep(-0.3, -0.6, uv.y)), w.x);
            }
        }
    }

    // crows lift from the wheat, every fourth chapter
    float trip = barCount / 4.0, part = fract(trip), rising = step(2.5, mod(floor(trip) + floor(variety * 4.0), 4.0));
    if (rising > 0.5 && p.y > -0.12 && p.y < 0.30) {
        float crow = 1.0;
        for (int k = 0; k < 6; k++) {
            vec2 r = hash12(float(k) * 5.3 + floor(trip));
            float t = clamp(part * 1.5 - 0.22 * r.x, 0.0, 1.0);
            float size = 0.014 * (0.8 + 0.6 * r.y);
            vec2 at = vec2(mix(-0.30 + 0.24 * r.x, 0.9 + 0.5 * r.y, t) * min(wide, 1.8) * 0.62, -0.06 + (0.18 + 0.16 * r.y) * t * (1.6 - t) + 0.012 * swing(beatCount * 0.5 + r.x));
            vec2 b = (p - at) / size;
            float flap = swing(beatCount * 2.0 + r.y), s = abs(b.x);
            float wing = abs(b.y - s * (0.25 + 0.75 * flap) + s * s * (0.35 + 0.30 * flap)) - (0.20 - 0.15 * s) ;
            wing = min(max(wing, s - 1.0), length(b * vec2(0.55, 1.1) ) - 0.17);
            crow = min(crow, t > 0.005 && t < 0.99 ? wing * size : 1.0);
        }
        colour = mix(colour, slate * 0.35, clamp(0.5 - crow / (pixel * 1.3), 0.0, 1.0) * 0.95);
    }

    // rain: threads of two distances, leaning with the wind
    float wet = smoothstep(0.18, 0.95, 0.55 * low + 0.35 * power + 0.35 * strain);
    for (int k = 0; k < 2; k++) {
        float n = float(k), scale = 34.0 + 30.0 * n;
        vec2 r = vec2(p.x + 0.22 * p.y + 0.02 * n, p.y) * vec2(scale, 1.5 + 0.7 * n);
        float lane = floor(r.x), h = hash11(lane + n * 71.0);
        r.y += TIME * (4.2 - 1.0 * n) + h * 19.0;
        float drop = step(0.72 - 0.22 * wet, hash21(vec2(lane, floor(r.y)))), f1 = fract(r.y);
        float thread = smoothstep(0.5, 0.0, abs(fract(r.x) - 0.5) / max(scale * pixel * 1.2, 0.06) * 0.5) * drop * smoothstep(0.0, 0.08, f1) * smoothstep(0.42, 0.10, f1);
        colour += (ash * 0.55 + gap * 0.16 * sunny + flashLight * bolt.y * 0.25) * thread * wet * (0.55 - 0.2 * n);
    }
    colour *= 1.0 - 0.32 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.75, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
