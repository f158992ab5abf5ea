/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Felt choir: three felt monsters sing on a little stage. The big one's mouth is the bass, the second's the middle, the small one's the treble; they squash on the beat, sway with the bars, blink and look at one another, take solos by chapters under the lamp, and felt notes float from their mouths.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strike1", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.22, 0.20, 0.44, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.28, 0.58, 0.56, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.86, 0.58, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.90, 0.36, 0.30, 1.0] }
  ],
  "PASSES": [ { "TARGET": "room", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, { "TARGET": "choir", "WIDTH": "$WIDTH/1.6", "HEIGHT": "$HEIGHT/1.6", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [20, 20, 12.7],
    "steps": 2,
    "subject": "singing monsters", "domain": "animation", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.7, "arousal": 0.3, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.10 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.08 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.06 },
      { "input": "strike1", "signal": "onset" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "flow", "signal": "flow" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const vec2 KEY = vec2(-0.50, 0.78);

// how much singer 0, 1 or 2 is the soloist: all together in the first of four chapters
float solo(float who) {
    float w = mod(chapterGlide + 4.0, 4.0);
    float together = max(bump(w, 0.0, 1.0), bump(w, 4.0, 1.0));
    return max(together, bump(w, who + 1.0, 1.0));
}
// light on felt: its colour, a distance (negative inside) with its slope, how far in it is rounded
vec3 feltLight(vec3 tone, float d, vec2 slope, float girth, vec3 key, vec3 fill, float fuzz) {
    float curve = clamp(1.0 + d / girth, 0.0, 1.0);
    float curve2 = curve * curve, facing = dot(slope, KEY) * curve2 + 0.60 * (1.0 - curve2);
    float lit = smoothstep(-0.55, 1.0, facing + 0.16 * fuzz);
    vec3 c = tone * (fill + key * lit * lit * 1.1) * (0.88 + 0.20 * fuzz);
    return c + (key * 0.5 + fill * 0.4) * tone * smoothstep(0.70, 1.0, curve) * (0.22 + 0.25 * max(dot(slope, KEY), 0.0)) * (0.7 + 0.6 * fuzz);
}
float noteShape(vec2 p, float two) {
    float d = min(sdEllipse(p * vec2(0.92, 1.0) + vec2(0.0, 0.15 * p.x), vec2(0.62, 0.46)), sdBox(p - vec2(0.52, 1.35), vec2(0.09, 1.35)));
    float flag = sdLimb(p, vec2(0.55, 2.65), vec2(1.15, 1.75), 0.20, 0.08);
    vec2 q = p - vec2(1.9, 0.25);
    float pair = min(min(sdEllipse(q * vec2(0.92, 1.0) + vec2(0.0, 0.15 * q.x), vec2(0.62, 0.46)), sdBox(q - vec2(0.52, 1.25), vec2(0.09, 1.25))), sdLimb(p, vec2(0.52, 2.60), vec2(2.42, 2.75), 0.17, 0.17));
    return min(d, two > 0.5 ? pair : flag);
}

// a point turned by a small angle
vec2 turn1(vec2 p, float a) { float c = 1.0 - 0.5 * a * a; return vec2(c * p.x - a * p.y, a * p.x + c * p.y); }

void main() {
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 2.0 : PASSINDEX == 1 ? RENDERSIZE * 1.6 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.86, 0.66), tintTo(vec3(0.95), light, 0.9), 0.35);
    vec2 p = uv + vec2(0.0, 0.72 * (tall - 0.5));
    float boards = -0.345, gap = min(0.40, max(wide - 0.17, 0.20) * 0.80), shrink = gap / 0.40;
    float way = variety < 0.5 ? 1.0 : -1.0;
    p.x *= way;

    if (PASSINDEX == 0) {
        // the wall of felt, stitched with a moon and stars, the lamps' pools on it; the floor
        float fibre = valueNoise(vec2(p.x * 60.0 + p.y * 24.0, p.y * 210.0 - p.x * 60.0)) + valueNoise(vec2(p.x * 190.0, p.y * 55.0)) - 1.0;
        vec3 wall = mix(deep, shade, 0.35) * 0.42 * (1.0 + 0.20 * fibre);
        vec3 pools = vec3(0.0);
        for (int i = 0; i < 3; i++) {
            float n = float(i);
            vec2 c = vec2((n - 1.0) * gap, -0.02 - 0.03 * n);
            float r = length((p - c) * vec2(1.0, 0.82));
            float pool = smoothstep(0.36 * shrink + 0.03, 0.30 * shrink, r) * (0.65 + 0.35 * smoothstep(0.36, 0.0, r));
            pools += lamp * pool * solo(n) * (0.85 + 0.2 * pulse);
            vec2 top = vec2((n - 1.0) * gap * 0.55, tall + 0.75 * (tall - 0.5) + 0.1), way1 = c - top;
            float along = clamp(dot(p - top, way1) / dot(way1, way1), 0.0, 1.2), off = length(p - top - way1 * along);
            pools += lamp * 0.10 * solo(n) * smoothstep(0.05 + 0.27 * along * shrink, 0.03 + 0.20 * along * shrink, off) * (1.1 - 0.5 * along);
        }
        vec3 colour = wall * (0.38 + 1.9 * pools);
        // hills of felt along the wall's foot
        for (int i = 0; i < 2; i++) {
            float n = float(i), h = -0.12 - 0.09 * n + (0.055 - 0.015 * n) * swing(p.x * (0.62 + 0.25 * n) + 0.2 + 0.37 * n + variety) + 0.012 * swing(p.x * 1.7 + n);
            float d = p.y - h;
            colour *= 1.0 - 0.40 * smoothstep(0.035, 0.0, d - 0.004);
            vec3 tone = mix(n < 0.5 ? mix(base, deep, 0.55) : mix(base, shade, 0.35), light, 0.05) * 0.62 * (1.0 + 0.20 * fibre);
            float seam = smoothstep(0.006, 0.003, abs(d + 0.016)) * step(0.42, fract(p.x * 34.0));
            tone = mix(tone * (0.40 + 1.6 * pools), light * (0.25 + 0.8 * pools), seam * 0.7);
            colour = mix(colour, tone + lamp * 0.03 * smoothstep(-0.012, 0.0, d), smoothstep(0.003, -0.003, d));
        }
        // moon and stars, sewn on
        vec2 m = p - vec2(-0.30 * shrink * 1.6, 0.315 + 0.2 * (tall - 0.5));
        float moon = max(length(m) - 0.072, 0.058 - length(m - vec2(0.034, 0.012)));
        colour *= 1.0 - 0.35 * smoothstep(0.02, -0.005, moon - 0.006);
        colour = mix(colour, light * 0.75 * (0.5 + 0.9 * pools + 0.3 * pulse) * (1.0 + 0.2 * fibre), smoothstep(0.003, -0.003, moon));
        vec2 grid = p * 5.2 + vec2(0.3, 0.1), id = floor(grid), h = hash22(id + 4.0);
        vec2 s = rotation(6.0 * h.x + 0.15 * swing(beatCount * 0.25 + h.y)) * (fract(grid) - 0.3 - 0.4 * h);
        float a = atan(s.y, s.x), star = length(s) * (1.0 + 0.34 * cos(a * 5.0)) - 0.085 - 0.05 * h.y;
        float on = step(0.52, fract(h.x * 9.7)) * step(0.04, p.y);
        colour *= 1.0 - 0.3 * smoothstep(0.06, -0.02, star) * on;
        colour = mix(colour, mix(light, accent, step(0.7, h.y) * 0.6) * 0.62 * (0.4 + 0.9 * pools + 0.7 * high * step(0.5, fract(h.y * 5.0 + floor(beatCount) * 0.5))), smoothstep(0.02, -0.02, star) * on);
        // boards of the stage
        float below = boards - p.y, plank = abs(fract(p.x / (0.16 + 0.9 * below)) - 0.5);
        vec3 wood = mix(vec3(0.30, 0.17, 0.085), tintTo(vec3(0.22), base, 0.35), 0.2) * (0.75 + 0.35 * valueNoise(vec2(p.x * 6.0 / (0.16 + 0.9 * below), below * 4.0) + floor(p.x / (0.16 + 0.9 * below)) * 7.0));
        wood *= (0.30 + 0.75 * min(pools.g + 0.25, 1.0)) * (0.75 + 0.25 * smoothstep(0.5, 0.46, plank));
        colour = mix(colour, wood, smoothstep(-0.002, 0.002, below + 0.03));
        colour *= 1.0 - 0.45 * smoothstep(0.05, 0.0, abs(below + 0.03)) * step(below, -0.028);
        gl_FragColor = vec4(colour, fibre);
        return;
    }

    vec4 behind = IMG_NORM_PIXEL(room, isf_FragNormCoord);
    vec3 colour = behind.rgb;
    float fuzz = valueNoise(vec2(p.x * 105.0 + p.y * 70.0, p.y * 150.0 - p.x * 60.0)) + 0.8 * valueNoise(vec2(p.x * 260.0 - p.y * 120.0, p.y * 240.0 + p.x * 90.0)) - 0.9;

    // the singers, the tall one behind the others
    // (a place on the stage is never near more than two of them)
    float aside = p.x < 0.0 ? 0.0 : 2.0;
    bool nearMiddle = abs(p.x) < 0.38 * shrink, nearAside = p.x < 0.0 || p.x > 0.09 * shrink;
    int singers = nearMiddle && nearAside ? 2 : 1;
    // (where that number changes, neighbouring pixels tell nothing of slopes)
    bool torn = min(abs(abs(p.x) - 0.38 * shrink), min(abs(p.x), abs(p.x - 0.09 * shrink))) < 2.0 * pixel;
    for (int order = 0; order < singers; order++) {
        float who = order == 0 && nearMiddle ? 1.0 : aside, isSolo = solo(who);
        float band = who < 0.5 ? low : who < 1.5 ? middle : high;
        float sing = band * (0.30 + 0.70 * isSolo);
        float size = (who < 0.5 ? 0.56 : who < 1.5 ? 0.50 : 0.40) * shrink;
        // squash on the beat, stretch between; a lean with the bar, against the neighbour
        float f = fract(beatCount), squash = 0.055 * cos(6.2832 * f) * (0.4 + 0.6 * power) - 0.05 * sing;
        float lean = 0.10 * swing(beatCount / 4.0 + 0.33 * who) * (0.5 + 0.5 * power), jump = 0.05 * isSolo * 4.0 * f * (1.0 - f) * step(0.55, power) * step(who, 2.5);
        vec2 q = (p - vec2((who - 1.0) * gap, boards - 0.020 - 0.012 * who + jump)) / size;
        float unit = pixel / size;
        q.y /= 1.0 - squash;
        q.x /= 1.0 + 0.6 * squash;
        // shadow on the boards and on the wall
        vec2 onFloor = (p - vec2((who - 1.0) * gap, boards - 0.022 - 0.012 * who)) / size;
        colour *= 1.0 - 0.60 * exp(-dot(onFloor * vec2(2.6, 14.0), onFloor * vec2(2.6, 14.0)));
        q.x -= lean * q.y * q.y * 0.8;
        float late = swing(beatCount / 4.0 + 0.33 * who - 0.06), bounce = sin(6.2832 * beatCount - 1.2);

        vec3 tone = who < 0.5 ? mix(accent, deep, 0.08) : who < 1.5 ? mix(base, light, 0.06) : mix(light, accent, 0.14), second = who < 0.5 ? mix(light, accent, 0.2) : who < 1.5 ? mix(accent, deep, 0.15) : mix(base, deep, 0.25);
        vec3 key = lamp * (0.42 + 0.95 * isSolo), fill = mix(deep, lamp, 0.3) * (0.16 + 0.08 * isSolo);
        if (abs(q.x) < 0.80 && q.y > -0.18 && q.y < 1.62) {
            float wideBody = who < 0.5 ? 0.36 : who < 1.5 ? 0.30 : 0.34, high1 = who < 0.5 ? 0.80 : who < 1.5 ? 1.02 : 0.72;
            float headY = high1 - wideBody * 0.82;
            // behind the body: horns, ears or an antenna; arms
            float top = 1e2;
            vec2 m = vec2(abs(q.x), q.y);
            if (who < 0.5) {
                top = min(sdLimb(m, vec2(0.20, high1 - 0.06), vec2(0.30, high1 + 0.10), 0.070, 0.050), sdLimb(m, vec2(0.30, high1 + 0.10), vec2(0.25, high1 + 0.21), 0.050, 0.012));
            } else if (who < 1.5) {
                vec2 tip = vec2(0.40 + 0.03 * bounce, high1 + 0.10 - 0.10 * bounce * power);
                top = smoothMin(sdLimb(m, vec2(0.18, high1 - 0.10), tip, 0.075, 0.095), sdLimb(m, tip, tip + vec2(0.06, -0.10 - 0.04 * bounce), 0.095, 0.070), 0.03);
            } else {
                vec2 ball = vec2(-0.16 * late - 0.03 * bounce, high1 + 0.34 + 0.03 * bounce);
                top = min(sdLimb(q, vec2(0.0, high1 - 0.02), mix(vec2(0.0, high1), ball, 0.6) + vec2(0.02 * late, 0.0), 0.020, 0.016), sdLimb(q, mix(vec2(0.0, high1), ball, 0.6) + vec2(0.02 * late, 0.0), ball, 0.016, 0.014));
                top = min(top, length(q - ball) - 0.085);
            }
            float rough = 0.010 * fuzz;
            vec2 slope = torn ? q - vec2(0.0, headY) : vec2(dFdx(top) * way, dFdy(top));
            slope /= max(length(slope), 1e-5);
            colour = mix(colour, feltLight(second, top, slope, 0.07, key, fill, fuzz), smoothstep(unit * 1.2, -unit * 1.2, top + rough));
            // arms: they wave with the bar, and go up in a solo
            float raise = 0.55 * isSolo * (0.35 + 0.65 * power) + 0.30 * swing(beatCount * 0.5 + 0.25) * sign(q.x) * (0.3 + 0.7 * power);
            vec2 shoulder = vec2(wideBody * 0.92, high1 * 0.40), elbow = shoulder + vec2(0.13, -0.06 + 0.10 * raise), hand = elbow + vec2(0.05 + 0.06 * raise, -0.13 + 0.36 * raise);
            float arm = smoothMin(sdLimb(m, shoulder, elbow, 0.062, 0.055), sdLimb(m, elbow, hand, 0.055, 0.058), 0.03);
            for (int i = 0; i < 3; i++) {
                float spread = (float(i) - 1.0) * 0.75, reachUp = raise > 0.1 ? 1.0 : -1.0;
                vec2 finger = hand + rotation(spread) * normalize(hand - elbow + 1e-4) * 0.082;
                arm = smoothMin(arm, length(m - finger) - 0.034, 0.02);
            }
            slope = torn ? q - vec2(0.0, headY) : vec2(dFdx(arm) * way, dFdy(arm));
            slope /= max(length(slope), 1e-5);
            colour *= 1.0 - 0.25 * smoothstep(0.06, 0.0, arm);
            colour = mix(colour, feltLight(tone * 0.92, arm, slope, 0.06, key, fill, fuzz), smoothstep(unit * 1.2, -unit * 1.2, arm + rough));

            // the body
            float body = smoothMin(sdEllipse(q - vec2(0.0, headY), vec2(wideBody, high1 - headY)), sdRoundBox(q - vec2(0.0, headY * 0.5), vec2(wideBody * 1.04, headY * 0.5 + 0.02), 0.09), 0.12);
            slope = torn ? q - vec2(0.0, headY) : vec2(dFdx(body) * way, dFdy(body));
            slope /= max(length(slope), 1e-5);
            float inside = smoothstep(unit * 1.2, -unit * 1.2, body + rough);
            vec3 skin = tone;
            // pattern: spots, stripes or a bib, each a sewn patch
            if (who < 0.5) {
                vec2 g = q * 6.5, id = floor(g), h = hash22(id + 2.0);
                skin = mix(skin, mix(tone, second, 0.55), smoothstep(0.02, -0.02, length(fract(g) - 0.35 - 0.3 * h) - 0.20 - 0.12 * h.x) * step(0.45, h.y) * smoothstep(0.16, 0.26, abs(q.x)));
            } else if (who < 1.5) skin = mix(skin, mix(tone, second, 0.6), smoothstep(0.02, -0.02, abs(fract((q.y + 0.25 * q.x * q.x) * 5.0) - 0.5) - 0.17) * step(q.y, 0.42));
            float bib = sdEllipse(q - vec2(0.0, headY * 0.28), vec2(wideBody * 0.66, headY * 0.42)), stitch = smoothstep(0.010, 0.006, abs(bib + 0.030)) * step(0.4, fract(atan(q.y - headY * 0.28, q.x) * 5.5));
            skin = mix(skin, mix(second, light, 0.55), smoothstep(0.01, -0.01, bib));
            skin = mix(skin, mix(shade, deep, 0.5), stitch * 0.7 * step(bib, 0.0));
            vec3 flesh = feltLight(skin, body, slope, 0.30, key, fill, fuzz);
            flesh *= 1.0 - 0.25 * smoothstep(0.012, 0.0, abs(bib));
            colour = mix(colour, flesh, inside);

            // mouth: its height is the band's; lips, dark, teeth, tongue
            float open = 0.018 + 0.20 * sing, mouthWide = (who < 0.5 ? 0.215 : who < 1.5 ? 0.165 : 0.150) * (1.0 - 0.25 * sing);
            vec2 mq = q - vec2(0.0, headY * 0.90 - 0.02 - 0.35 * open);
            float smile = 0.35 * mq.x * mq.x / max(mouthWide, 0.05) * (1.0 - sing);
            mq.y -= smile;
            float mouth = sdEllipse(mq, vec2(mouthWide, open));
            colour = mix(colour, colour * 0.55, smoothstep(0.050, 0.0, mouth - 0.012) * inside * 0.65);
            colour = mix(colour, feltLight(tone * 0.72, mouth - 0.022, normalize(mq + 1e-4), 0.03, key, fill, fuzz), smoothstep(unit, -unit, mouth - 0.022) * inside);
            vec3 cave = mix(vec3(0.060, 0.008, 0.012), shade * 0.25, 0.3);
            float tongue = sdEllipse(mq - vec2(0.0, -open * 0.78 - 0.01 * bounce), vec2(mouthWide * 0.66, max(open * 0.55, 0.008)));
            vec3 throat = mix(cave, feltLight(mix(vec3(0.80, 0.24, 0.26), accent, 0.3), tongue, normalize(mq - vec2(0.0, -open * 0.78) + 1e-4), 0.05, key, fill, fuzz), smoothstep(unit, -unit, tongue));
            vec2 tq = vec2(abs(abs(mq.x) - mouthWide * 0.36), mq.y - open * 0.90);
            float teeth = who < 0.5 ? sdTriangle(vec2(tq.x, -tq.y - 0.085) * vec2(1.0, 1.0), 0.045, 0.10) : sdRoundBox(tq, vec2(0.036, 0.055), 0.014);
            throat = mix(throat, vec3(0.86, 0.82, 0.72) * (0.25 + key * 0.75), smoothstep(unit, -unit, teeth) * smoothstep(0.02, 0.06, open));
            colour = mix(colour, throat, smoothstep(unit, -unit, mouth) * inside);

            // eyes: they look at the soloist, blink, and open wide in a build-up
            float eyeR = (who < 0.5 ? 0.098 : who < 1.5 ? 0.085 : 0.108) * (1.0 + 0.12 * strain), eyeX = who < 0.5 ? 0.135 : who < 1.5 ? 0.105 : 0.0, eyeY = high1 - (who < 0.5 ? 0.21 : who < 1.5 ? 0.24 : 0.175);
            float towards = mod(chapterGlide + 4.0, 4.0), target = towards < 0.5 ? 0.0 : floor(towards + 0.5) - 2.0;
            vec2 gaze = vec2(clamp(target - (who - 1.0), -1.0, 1.0) * 0.36 + 0.18 * swing(beatCount / 16.0 + 0.3 * who), 0.10 + 0.22 * sing + 0.15 * swing(beatCount / 8.0));
            float blinkAt = fract(beatCount / (7.0 + who) + 0.29 * who), blink = 1.0 - bump(blinkAt, 0.5, 0.018 + 0.012), lid = mix(-1.0, 0.55 - 0.35 * sing - 0.30 * strain, 1.0) ;
            vec2 eq = vec2(who < 1.5 ? m.x - eyeX : q.x, q.y - eyeY);
            vec2 lookQ = vec2(who < 1.5 ? q.x - sign(q.x) * eyeX : q.x, q.y - eyeY) / eyeR;
            float er = length(eq) / eyeR;
            colour = mix(colour, colour * 0.5, smoothstep(0.35, 0.0, er - 1.0) * inside * 0.5);
            if (er < 1.15) {
                float ball = smoothstep(1.0 + unit / eyeR, 1.0 - unit / eyeR, er), z = sqrt(max(1.0 - er * er, 0.0));
                float diffuse = clamp(dot(vec3(eq / eyeR, z), normalize(vec3(KEY, 0.75))), 0.0, 1.0);
                vec3 white = vec3(0.88, 0.86, 0.82) * (fill * 1.6 + key * diffuse);
                vec2 pupil = lookQ - gaze;
                float iris = length(pupil);
                white = mix(white, mix(second, base, 0.3) * (0.25 + key * 0.7 * diffuse), smoothstep(0.50, 0.46, iris));
                white = mix(white, vec3(0.008), smoothstep(0.33 + 0.06 * pulse, 0.29 + 0.06 * pulse, iris));
                white += lamp * smoothstep(0.13, 0.08, length(pupil - vec2(-0.15, 0.18))) * 0.9 + lamp * 0.35 * smoothstep(0.07, 0.04, length(pupil - vec2(0.14, -0.12)));
                colour = mix(colour, white, ball);
                // lids: felt caps; the singers close their eyes on a high note of their own
                float lidLine = lookQ.y - mix(-0.85, 0.62 - 0.50 * smoothstep(0.55, 0.95, sing) + 0.25 * strain, blink) + 0.18 * lookQ.x * (who < 1.5 ? sign(q.x) : 0.0) * (0.5 - sing);
                vec3 capTone = feltLight(tone * 0.80, (er - 1.06) * eyeR, eq / max(length(eq), 1e-4), eyeR * 0.8, key, fill, fuzz);
                colour *= 1.0 - 0.4 * smoothstep(-0.16, 0.0, lidLine) * step(lidLine, 0.0) * ball;
                colour = mix(colour, capTone, smoothstep(-0.03, 0.03, lidLine) * smoothstep(1.06 + unit / eyeR, 1.06 - unit / eyeR, er));
            }
            // brows jump with the onsets
            vec2 bq = vec2(who < 1.5 ? m.x - eyeX : abs(q.x) - 0.0, q.y - eyeY - eyeR * (1.32 + 0.30 * strike1 + 0.2 * sing));
            float brow = sdSegment(bq, vec2(-eyeR * 0.62, who < 1.5 ? 0.022 - 0.05 * sing : 0.0), vec2(eyeR * 0.62, -0.006)) - 0.019;
            colour = mix(colour, feltLight(mix(shade, second, 0.35) * 0.6, brow, vec2(0.0, 1.0), 0.02, key, fill, fuzz), smoothstep(unit * 1.5, -unit * 1.5, brow + rough));
            // a pompom for a nose
            float nose = length(q - vec2(0.0, headY + 0.055)) - (who < 0.5 ? 0.062 : who < 1.5 ? 0.045 : -1.0);
            colour *= 1.0 - 0.30 * smoothstep(0.04, 0.0, nose) * inside;
            colour = mix(colour, feltLight(second, nose, normalize(q - vec2(0.0, headY + 0.055) + 1e-4), 0.06, key, fill, fuzz), smoothstep(unit * 1.2, -unit * 1.2, nose + rough));
            // cheeks
            colour = mix(colour, mix(vec3(0.85, 0.30, 0.28), accent, 0.4) * (0.25 + key * 0.5), 0.24 * smoothstep(0.070, 0.035, length(m - vec2(wideBody * 0.62, headY * 0.96)) + 0.01 * fuzz) * inside);
            // feet
            float feet = sdEllipse(m - vec2(wideBody * 0.52, 0.012), vec2(0.125, 0.055));
            feet = max(feet, -q.y - 0.03);
            colour = mix(colour, feltLight(second * 0.9, feet, normalize((m - vec2(wideBody * 0.52, 0.0)) * vec2(0.4, 1.0) * vec2(sign(q.x), 1.0) + 1e-4), 0.05, key, fill, fuzz), smoothstep(unit * 1.2, -unit * 1.2, feet + rough));
        }
    }

#if QUALITY < 1
    // the singers at five eighths of the size: felt has no sharp edges
    if (PASSINDEX == 1) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(choir, isf_FragNormCoord).rgb;
#endif
    // felt notes rise from the singers' mouths, one in two beats each, bigger for a fuller voice
    // (a place is never near more than one of them)
    vec3 near = vec3(1e3, 1e3, 0.0), noteAt = vec3(1.0, 0.0, 0.0);
    for (int i = 0; i < 6; i++) {
        float n = float(i), from = mod(n, 3.0), slot = floor(n / 3.0);
        float clock = (beatCount + from * 0.667) / 2.0, age = fract(clock) + slot, born = floor(clock) - slot;
        float hs = hash11(mod(born, 64.0) + from * 17.0), voice = solo(from);
        vec2 mouthAt = vec2((from - 1.0) * gap + 0.10 * shrink, (from < 0.5 ? 0.02 : from < 1.5 ? 0.09 : -0.06) * shrink - 0.02);
        vec2 c = mouthAt + vec2((0.075 + 0.05 * swing(age * 0.5 + hs)) * min(age, 1.0), 0.170 * age - 0.008 * age * age);
        float big = 0.0165 * shrink * smoothstep(0.0, 0.35, age) * smoothstep(2.0, 1.5, age) * voice * (0.8 + 0.5 * hs);
        vec2 k = turn1(p - c, 0.25 * swing(age * 0.5 + hs)) / max(big, 0.001);
        k.x *= way;
        bool here = voice > 0.15 && big > 0.001 && max(abs(k.x - 1.0), abs(k.y - 1.2)) < 3.0;
        near = here ? vec3(k, 1.0) : near;
        noteAt = here ? vec3(big, hs, 0.0) : noteAt;
    }
    float pair = step(0.5, noteAt.y), note = noteShape(near.xy, pair) * noteAt.x;
    colour *= 1.0 - 0.30 * smoothstep(0.012, -0.004, noteShape(near.xy + vec2(-0.3, 0.5), pair) * noteAt.x) * near.z;
    vec3 dye = noteAt.y < 0.33 ? accent : noteAt.y < 0.66 ? light : base;
    colour = mix(colour, dye * (0.35 + lamp * 0.75) * (0.9 + 0.25 * fuzz), smoothstep(pixel, -pixel, note + 0.0012 * fuzz) * near.z);
    // the front edge of the stage with its footlights, curtains at the sides
    float x = abs(uv.x), inner = min(gap * 1.5 + 0.19, wide - 0.03) + 0.02 * swing(uv.y * 1.1 + 0.3) + 0.012 * swing(beatCount / 8.0 + uv.y * 0.5);
    float drape = inner - x;
    colour *= 1.0 - 0.5 * smoothstep(0.05, 0.0, drape + 0.0);
    float foldAt = (x - inner) * 13.0 + 0.10 * swing(uv.y * 0.8);
    vec3 velvet = mix(accent, shade, 0.45) * (0.10 + 0.28 * (0.5 + 0.5 * swing(foldAt))) * (1.0 + 0.2 * fuzz) * (0.8 + 0.5 * lamp);
    colour = mix(colour, velvet, smoothstep(pixel, -pixel, drape));
    float lip = p.y + 0.462;
    colour = mix(colour, mix(deep, shade, 0.4) * 0.35 * (1.0 + 0.25 * fuzz), smoothstep(pixel, -pixel, lip));
    vec2 foot = vec2((fract(p.x / 0.14) - 0.5) * 0.14, p.y + 0.462);
    float on = 0.35 + 0.65 * step(0.5, fract(floor(p.x / 0.14) * 0.5 + floor(beatCount) * 0.5)) * (0.4 + 0.6 * pulse);
    colour += lamp * on * 0.05 * exp(-dot(foot, foot) * 900.0);
    colour = mix(colour, lamp * (0.35 + 0.8 * on), smoothstep(pixel, -pixel, max(length(foot) - 0.018, -foot.y - 0.002)) * step(x, inner));
    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.75, gl_FragCoord.xy, 0.0, 0.35), 1.0);
}
