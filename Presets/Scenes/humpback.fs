/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Humpback: a great whale glides under the surface through shafts of light, one slow stroke of the flukes every two bars, long fins rowing after; bass sways the shafts, treble lights the plankton, the voice brightens the surface; every chapter she breathes out a stream of bubbles, the calf comes and goes, tension draws her up to the light.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "voice", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.03, 0.12, 0.25, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.10, 0.42, 0.60, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.65, 0.92, 0.95, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.80, 0.60, 1.0] }
  ],
  "PASSES": [ { "TARGET": "water", "WIDTH": "$WIDTH/3", "HEIGHT": "$HEIGHT/3", "FLOAT": true }, { "TARGET": "profile", "WIDTH": 128, "HEIGHT": 2, "FLOAT": true },
    { "TARGET": "cow", "WIDTH": "floor(min($WIDTH,$HEIGHT)*1.30)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.78)", "FLOAT": true },
    { "TARGET": "calf", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.50)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.30)", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [8.5, 8.6, 8.4],
    "steps": 2,
    "subject": "humpback whale", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "water", "light"],
    "mood": { "valence": 0.2, "arousal": -0.4, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "voice", "signal": "mid", "halfLifeSeconds": 0.4 },
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

// Lengths are in body lengths of the whale; she faces right, s = 0 at the root of the flukes, 1 at the snout.
const int STATIONS = 15, SPANS = 14;
const vec3 HULL[STATIONS] = vec3[STATIONS](vec3(-0.02, 0.010, -0.010), vec3(0.06, 0.016, -0.018), vec3(0.14, 0.026, -0.030), vec3(0.24, 0.044, -0.050),
    vec3(0.34, 0.066, -0.074), vec3(0.44, 0.083, -0.100), vec3(0.54, 0.092, -0.122), vec3(0.64, 0.094, -0.138), vec3(0.73, 0.089, -0.142),
    vec3(0.81, 0.078, -0.132), vec3(0.88, 0.064, -0.114), vec3(0.935, 0.050, -0.092), vec3(0.975, 0.036, -0.070), vec3(0.998, 0.020, -0.050), vec3(1.02, -0.014, -0.022));

// height of back (x) and belly (y) over the axis at s
vec2 hull(float s) {
    vec2 now = HULL[0].yz;
    for (int i = 0; i < SPANS; i++) {
        vec3 a = HULL[i], b = HULL[i + 1];
        vec3 before = HULL[max(i - 1, 0)], after = HULL[min(i + 2, STATIONS - 1)];
        if (s >= a.x && s < b.x) {
            float t = (s - a.x) / (b.x - a.x), u = 1.0 - t, w = b.x - a.x;
            vec2 m0 = (b.yz - before.yz) / max(b.x - before.x, 1e-4) * w, m1 = (after.yz - a.yz) / max(after.x - a.x, 1e-4) * w;
            now = a.yz * (1.0 + 2.0 * t) * u * u + m0 * t * u * u + b.yz * t * t * (3.0 - 2.0 * t) - m1 * t * t * u;
        }
    }
    return s >= 1.02 ? HULL[STATIONS - 1].yz : now;
}
// how far the stroke lifts the axis at s; the wave runs from chest to flukes
float axisLift(float s, float cycle) { float a = 1.0 - s; return (0.012 + 0.088 * a * a) * swing(cycle - 0.42 * a) - 0.010 * swing(cycle); }

// a fin from its root along a direction: leading edge to the left of the way if side > 0; (cover distance, along 0..1, across)
vec3 fin(vec2 p, vec2 root, vec2 way, float long1, float wide1, float bend, float side, float knobs) {
    vec2 q = p - root;
    float u = dot(q, way) / long1, v = (way.x * q.y - way.y * q.x) * side / long1;
    v -= bend * u * abs(u);
    float w = clamp(u, 0.0, 1.0), tip = sqrt(1.0 - w);
    // an arm (knobs 1) is a long blade; a lobe of the flukes (knobs 0) is narrow at the root, broad, then pointed
    float lead = wide1 * mix((0.22 + 1.15 * w * (1.15 - w)) * tip, (0.42 + 0.25 * w) * tip * (1.0 + 0.5 * w), knobs);
    float trail = wide1 * mix((0.25 + 1.55 * w * (1.0 - w)) * (1.0 - w * w), (0.62 - 0.28 * w) * tip * (1.0 + 0.5 * w), knobs);
    lead += knobs * 0.011 * swing(u * 7.5) * smoothstep(0.15, 0.4, u) * tip;
    float d = v > 0.0 ? v - lead : -v - trail;
    d = u < 0.0 ? length(vec2(u, v)) - (v > 0.0 ? lead : trail) : max(d, u - 1.0);
    return vec3(d * long1 * 0.9, u, v / wide1);
}

const vec2 WHALE_LOW = vec2(-0.74, -0.43), WHALE_SIZE = vec2(1.42, 0.85);

// one whale: light times cover, cover; p in body lengths
vec4 whale(vec2 p, float cycle, float px, vec3 sunLight, vec3 sea, float fog, float seed) {
    float s = p.x + 0.5, clock = flow * 0.5 + TIME * 0.12;
    vec4 station = texture(profile, vec2((s + 0.05) / 1.1, 0.25)), moved = texture(profile, vec2((s + 0.05) / 1.1, 0.75));
    float lift = seed < 0.5 ? moved.x : moved.y;
    float y = p.y - lift;
    float top = station.x, low1 = station.y;
    // hooked back fin on its hump
    float hump = clamp((s - 0.27) / 0.075, 0.0, 1.0), hook = 0.030 * hump * hump * (1.0 - smoothstep(0.345, 0.385, s)) + 0.006 * bump(s, 0.33, 0.12);
    float knuckle = 0.0035 * max(swing(s * 19.0), 0.0) * smoothstep(0.26, 0.20, s) * smoothstep(0.05, 0.10, s);
    top += hook + knuckle;
    float slope = 1.0 / sqrt(1.0 + station.z * station.z);
    float body = max(max((y - top), (low1 - y)) * slope, max(-0.02 - s, s - 1.02));
    vec4 sum = vec4(0.0);
    vec3 dark = mix(vec3(0.040, 0.056, 0.074), sea * 0.30, 0.25), pale = vec3(0.62, 0.68, 0.70);

    // flukes: two lobes, seen from below and behind, opening with the stroke
    float rootLift = texture(profile, vec2(0.05 / 1.1, 0.75))[seed < 0.5 ? 0 : 1];
    float pitch = 0.55 * swing(cycle - 0.42 + 0.17), opened = 0.50 + 0.16 * swing(cycle - 0.20);
    vec2 root = vec2(-0.500, rootLift), aim = vec2(-0.84, -0.10 - 0.55 * pitch);
    vec2 wayNear = normalize(aim + vec2(0.12, -opened * 0.80)), wayFar = normalize(aim + vec2(-0.05, opened));
    vec3 lobeFar = fin(p, root, wayFar, 0.185, 0.34, -0.34, -1.0, 0.0), lobeNear = fin(p, root, wayNear, 0.205, 0.36, 0.36, 1.0, 0.0);
    // the far fin below the chest
    float row = 0.30 * swing(cycle + 0.08) + 0.12 * swing(chapterGlide * 0.31 + seed);
    vec2 chest = vec2(0.165, -0.085 + lift);
    vec3 finFar = fin(p, chest + vec2(0.035, -0.02), normalize(vec2(-0.30 + 0.35 * row, -0.62 + 0.2 * row)), 0.23, 0.22, -0.20 + 0.25 * row, -1.0, 1.0);
    vec3 finNear = fin(p, chest, normalize(vec2(-0.80 + 0.45 * row, -0.62 - 0.50 * row)), 0.315, 0.20, -0.16 + 0.30 * swing(cycle - 0.10), -1.0, 1.0);
    vec2 skinAt = p * 17.0 + valueNoise(p * 31.0) * 1.3;
    float mottle = valueNoise(skinAt + seed * 7.0) * 0.55 + valueNoise(rotation(0.7) * skinAt * 2.7) * 0.45;
    vec3 under = mix(dark, pale * 0.42, smoothstep(0.40, 0.62, mottle + 0.1)) * (sea * 1.5 + 0.05);
    vec3 farFin = mix(under * 0.55 + sea * 0.05, sea * 0.55, 0.45);
    lay(sum, farFin, (clamp(0.5 - finFar.x / px, 0.0, 1.0)) * (1.0 - fog * 0.9));
    vec3 lobeLight = mix(dark * (sea * 2.2 + 0.1) + sunLight * 0.010, under * 0.9, 0.45);
    lay(sum, lobeLight * 0.75 + sea * 0.05, (clamp(0.5 - lobeFar.x / px, 0.0, 1.0)) * (1.0 - fog));

    // the body: round, lit from above by a net of light
    float middle = 0.5 * (top - hook + low1), half1 = max(0.5 * (top - hook - low1), 1e-3);
    float n = clamp((y - middle) / half1, -1.0, 1.0), face = sqrt(max(1.0 - n * n, 0.0));
    vec2 onSkin = vec2(s * 9.0, asin(n) * 1.6);
    float net = abs(valueNoise(onSkin + vec2(-clock * 1.1, clock * 0.7) + 3.0) - 0.5) + abs(valueNoise(onSkin * 1.35 + vec2(clock * 0.9 + 9.0, -clock * 0.6)) - 0.5);
    net = max(1.0 - net * 2.5, 0.0);
    net *= net;
    float up = smoothstep(-0.35, 1.0, n);
    // mouth: from the snout down to its corner under the eye
    float mouthY = mix(-0.050, -0.006, smoothstep(0.735, 0.99, s)) - 0.030 * bump(s, 0.735, 0.05);
    float jaw = smoothstep(0.004, -0.004, y - mouthY) * smoothstep(0.70, 0.76, s);
    float throat = smoothstep(0.10, -0.10, n + 0.38 - 0.40 * smoothstep(0.45, 0.72, s) + 0.25 * smoothstep(0.68, 0.74, s) + 0.42 * (mottle - 0.5)) * smoothstep(0.30, 0.50, s);
    float v = (y - low1) / max(middle - low1, 1e-3);
    float pleat = smoothstep(0.06, 0.20, abs(fract(v * 7.0 + 0.25 * swing(s * 0.6)) - 0.5)) ;
    float pleats = smoothstep(0.40, 0.52, s) * smoothstep(1.05, 0.8, v) * smoothstep(1.0, 0.96, s);
    vec3 skin = mix(dark * (0.8 + 0.5 * mottle), pale * (0.55 + 0.35 * mottle), throat * 0.72);
    skin *= 1.0 - 0.45 * pleats * (1.0 - pleat);
    vec3 lit = skin * (sea * (0.85 + 1.6 * face * 0.3) + sunLight * (0.04 + 1.5 * up * up + 5.0 * net * up * (0.5 + 0.5 * voice)));
    lit += (sunLight * 0.10 + sea * 0.2) * smoothstep(0.35, 1.0, n) * (0.4 + 1.4 * mottle);
    lit += sea * 0.20 * (1.0 - face) * (1.0 - up) ;
    lit *= 1.0 - 0.55 * smoothstep(0.0035, 0.0, abs(y - mouthY)) * smoothstep(0.725, 0.74, s) * smoothstep(1.0, 0.985, s);
    // knobs on the snout, barnacles on the chin, the eye
    vec2 knobAt = vec2(s * 36.0, y * 42.0), knobCell = floor(knobAt);
    vec2 knobPlace = hash22(knobCell) * 0.5 + 0.25;
    float knob = smoothstep(0.20, 0.08, length(fract(knobAt) - knobPlace)) * smoothstep(0.80, 0.86, s) * smoothstep(0.985, 0.96, s) * smoothstep(0.0, 0.018, y - mouthY) * step(0.35, hash21(knobCell + 5.0));
    lit += skin * sunLight * knob * 1.2 * (0.3 + up);
    float crust = smoothstep(0.62, 0.80, valueNoise(p * 90.0)) * smoothstep(0.06, 0.0, length((vec2(s, y) - vec2(0.95, -0.062)) * vec2(0.8, 1.3)));
    lit = mix(lit, pale * (sea + sunLight * 0.3), crust * 0.6);
    vec2 eyeAt = vec2(s - 0.742, y + 0.036);
    lit = mix(lit, vec3(0.004), smoothstep(0.0052, 0.0034, length(eyeAt * vec2(0.8, 1.2))));
    lit += sunLight * 0.2 * smoothstep(0.0016, 0.0006, length(eyeAt - vec2(0.001, 0.0015))) + skin * sunLight * 0.22 * smoothstep(0.003, 0.0, abs(length(eyeAt * vec2(0.7, 1.2)) - 0.0085)) * step(0.0, eyeAt.y);
    lit *= 1.0 - 0.5 * smoothstep(0.05, 0.0, finNear.x) * smoothstep(0.0, 0.012, finNear.x);
    lay(sum, lit, (clamp(0.5 - body / px, 0.0, 1.0)) * (1.0 - fog));

    // the near lobe and the near fin, white below with a dark edge
    lay(sum, lobeLight + sea * 0.04 + sunLight * 0.05 * smoothstep(0.2, 0.9, lobeNear.y), (clamp(0.5 - lobeNear.x / px, 0.0, 1.0)) * (1.0 - fog));
    float finUp = clamp(0.45 + 1.0 * finNear.z, 0.0, 1.0);
    vec3 finLight = mix(dark, pale * 0.80, smoothstep(0.30, 0.75, mottle * 0.7 + 0.42 * finNear.y) * 0.9) * (sea * 1.1 + sunLight * (0.16 + 0.45 * finUp + 0.5 * net * finUp));
        lay(sum, finLight, (clamp(0.5 - finNear.x / px, 0.0, 1.0)) * (1.0 - fog * 0.8));
    return sum;
}

void main() {
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 3.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow * 0.5 + TIME * 0.12;
    float cycle = fract(barCount * 0.5 + 0.1), calfCycle = fract(barCount * 1.0 + 0.35);
    if (PASSINDEX == 1) {
        float s = isf_FragNormCoord.x * 1.1 - 0.05;
        vec2 h = hull(s), e = hull(s + 0.01);
        gl_FragColor = isf_FragNormCoord.y < 0.5 ? vec4(h, max(abs(e.x - h.x), abs(e.y - h.y)) * 70.0 * 0.6, 0.0) : vec4(axisLift(s, cycle), axisLift(s, calfCycle), 0.0, 0.0);
        return;
    }
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 abyss = mix(vec3(0.0022, 0.0095, 0.030), tintTo(vec3(0.010), deep, 1.0), 0.16);
    vec3 sea = mix(vec3(0.012, 0.120, 0.215), tintTo(vec3(0.105), base, 1.0), 0.14);
    vec3 sunLight = mix(vec3(0.62, 0.95, 0.92), tintTo(vec3(0.85), light, 1.0), 0.25) * (0.85 + 0.35 * voice + 0.15 * power);
    if (PASSINDEX == 2) { gl_FragColor = whale(WHALE_LOW + isf_FragNormCoord * WHALE_SIZE, cycle, WHALE_SIZE.x / RENDERSIZE.x * 1.2, sunLight, sea, 0.06, 0.0); return; }
    if (PASSINDEX == 3) { gl_FragColor = whale(WHALE_LOW + isf_FragNormCoord * WHALE_SIZE, calfCycle, WHALE_SIZE.x / RENDERSIZE.x * 1.2, sunLight * 0.85, sea, 0.30, 1.0); return; }
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y);
    float ceiling = 0.5 * tall - 0.18;
    vec2 sun = vec2(0.22 + 0.10 * swing(variety * 3.7 + chapterGlide * 0.08), 0.5 * tall + 0.10);

    if (PASSINDEX == 0) {
        vec2 toSun = p - sun;
        float away = length(toSun * vec2(0.8, 1.0));
        float high = (p.y + 0.5 * tall) / tall;
        vec3 colour = mix(abyss, sea, high * high * (0.55 + 0.45 * high));
        colour += sea * 0.95 / (1.0 + away * away * 7.0) + sunLight * 0.16 / (1.0 + away * away * 26.0);
        // the surface from below: a ceiling of light that the swell folds
        float h = max(p.y - ceiling, 0.0);
        vec2 ripple = surfaceFromBelow(p.x, h, clock);
        colour += (sunLight * (0.75 * ripple.x + 0.22 * ripple.y) * (0.5 + 0.9 / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 9.0)) + sea * 0.5 * ripple.y) * smoothstep(0.0, 0.10, h) * (0.55 + 0.35 * voice + 0.15 * pulse);
        // shafts of light
        float shaft = lightShafts(toSun, clock, low);
        colour += (sunLight * 0.17 + sea * 0.35) * shaft * (0.35 + 0.75 * low + 0.3 * strain);
        gl_FragColor = vec4(colour, shaft * 0.5);
        return;
    }
    vec4 ground = IMG_NORM_PIXEL(water, isf_FragNormCoord);
    vec3 colour = ground.rgb;
    // far plankton
    vec2 drift = vec2(-journey * 0.035 - clock * 0.03, clock * 0.02 + 0.02 * swing(clock * 0.11));
    colour += sunLight * plankton(p + drift * 0.5, 21.0, max(0.09, 21.0 * pixel * 1.1)) * (0.03 + 0.10 * sparkle) * (0.3 + 2.0 * ground.a);

    // a calf keeps to her side in some chapters
    float tilt = 0.10 * swing(chapterGlide * 0.19 + variety) + 0.13 + 0.30 * strain;
    float size = 0.92 * min(1.12, 0.16 + 0.58 * wide) * (1.0 + 0.10 * swing(chapterGlide * 0.27 + variety * 2.0));
    vec2 at = vec2(-0.03 + 0.06 * swing(barCount * 0.043 + variety) , -0.015 + 0.035 * swing(barCount * 0.06 + 0.3) + 0.05 * strain);
    at += vec2(0.010, 0.012) * swing2(vec2(cycle + 0.2, cycle + 0.55));
    vec2 q = rotation(-tilt) * (p - at) / size;
    float visit = smoothstep(0.15, 0.85, 0.5 + 0.5 * swing(chapterGlide * 0.25 + 0.05 + variety * 0.2));
    vec2 calfAt = at + vec2(mix(-1.7, 0.02, visit) * min(wide, 1.6) * 0.55 - 0.20, -0.235 + 0.03 * swing(barCount * 0.13)) + vec2(0.012 * swing(calfCycle), 0.0);
    vec2 qc = rotation(-tilt * 0.7 - 0.04) * (p - calfAt) / (size * 0.36);
    vec2 calfOn = (qc - WHALE_LOW) / WHALE_SIZE, cowOn = (q - WHALE_LOW) / WHALE_SIZE;
    vec4 swims = IMG_NORM_PIXEL(calf, clamp(calfOn, 0.0, 1.0)) * step(abs(calfOn.x - 0.5), 0.5) * step(abs(calfOn.y - 0.5), 0.5) * step(0.02, visit);
    colour = colour * (1.0 - swims.a) + swims.rgb;
    swims = IMG_NORM_PIXEL(cow, clamp(cowOn, 0.0, 1.0)) * step(abs(cowOn.x - 0.5), 0.5) * step(abs(cowOn.y - 0.5), 0.5);
    colour = colour * (1.0 - swims.a) + swims.rgb;

    // her breath: a stream of bubbles from the blowhole, once a chapter
    float breath = fract(barCount / 4.0) * 4.0;
    vec2 hole = at + rotation(tilt) * (vec2(0.31, 0.085) * size);
    if (breath < 2.6 && abs(p.x - hole.x + 0.12) < 0.30 && p.y > hole.y - 0.02) {
        for (int k = 0; k < 14; k++) {
            vec2 r = hash12(float(k) * 3.7 + floor(barCount / 4.0));
            float age = breath - 0.45 * r.x - 0.03 * float(k), rise = max(age, 0.0);
            float wobble = 0.012 * swing(age * 1.7 + r.y);
            vec2 c = hole + vec2(-0.10 * rise + wobble + (r.y - 0.5) * 0.07 * sqrt(rise), 0.17 * rise + 0.05 * rise * rise);
            float radius = (0.0035 + 0.0085 * r.y * r.y) * (0.7 + 0.35 * rise), d = length((p - c) * vec2(1.0, 1.25));
            float alive = smoothstep(0.0, 0.12, age) * smoothstep(2.1, 1.3, age);
            float ring = smoothstep(pixel * 1.5, 0.0, abs(d - radius)) * 0.5 + 0.8 * smoothstep(radius * 0.5, 0.0, length(p - c - vec2(-0.3, 0.35) * radius)) + 0.12 * step(d, radius);
            colour += sunLight * ring * alive * 0.55;
        }
    }
    // shafts pass before her too; near plankton, out of focus
    colour += (sunLight * 0.06 + sea * 0.12) * ground.a * (0.5 + low);
    float mote = plankton(p + drift * 1.6 + 3.0, 7.0, max(0.075, 7.0 * pixel * 1.2)) + 0.6 * plankton(rotation(0.5) * p + drift * 1.1, 13.0, max(0.060, 13.0 * pixel * 1.1));
    colour += (sea * 0.5 + sunLight * 0.35) * mote * (0.10 + 0.30 * sparkle) * (0.35 + 1.6 * ground.a);
    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.25) * 1.9, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
