/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Piano: the keys of a grand piano in lamplight. Each key goes down with its own part of the spectrum, and the sound rises from it as a ribbon of light; the black lacquer mirrors keys and light. Beats glow along the hammer rail; now and then a petal falls on the keys.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 128 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "PASSES": [ { "TARGET": "roll", "WIDTH": 22, "HEIGHT": 96, "FLOAT": true, "PERSISTENT": true }, {} ],
  "KINORA": {
    "cost": [6.2, 5.9],
    "steps": 1,
    "subject": "piano", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.1, "arousal": -0.1, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// 22 white keys over the width of 1.9; the keyboard is a plane seen from the player's place.
const float KEYS = 22.0, SPREAD = 1.9, LIP = 0.02;
const float CLIMB = 40.3;           // rows of the roll a second

// what a white key hears: 0..1
float heard(float key) { return IMG_NORM_PIXEL(roll, vec2((key + 0.5) / KEYS, 0.5 / 96.0)).r; }

void main() {
    if (PASSINDEX == 0) {
        // the newest row hears, the others climb and fade
        vec2 at = isf_FragNormCoord;
        float key = floor(at.x * KEYS), part = pow((key + 0.5) / KEYS, 1.3) * 0.62 + 0.012;
        float now = IMG_NORM_PIXEL(spectrum, vec2(part, 0.5)).r * (0.9 + 1.3 * part);
        now = smoothstep(0.44, 0.92, now * (0.7 + 0.3 * step(0.45, hash21(vec2(key, floor(beatCount * 2.0))))));
        float last = texelFetch(roll, ivec2(gl_FragCoord.x, 0), 0).r;
        // whole rows, so many a second: nothing blurs, however many pictures are drawn
        float rows = floor(TIME * CLIMB) - floor((TIME - TIMEDELTA) * CLIMB), row = floor(gl_FragCoord.y);
        vec4 below = texelFetch(roll, ivec2(gl_FragCoord.x, int(max(row - rows, 0.0))), 0);
        gl_FragColor = row < 0.5 ? vec4(max(now, last * exp2(-TIMEDELTA * 5.8)), hash11(key), 0.0, 1.0) : vec4(below.r * exp2(-0.0079 * rows), below.gba);
        return;
    }
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    vec2 p = vec2(uv.x, uv.y + 0.5 * (tall - 0.5));
    p.x += 0.03 * swing(chapterGlide * 0.13 + variety);
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.70, 0.42), tintTo(vec3(0.74), light, 0.9), 0.4);
    vec3 dark = mix(vec3(0.006, 0.006, 0.009), tintTo(vec3(0.008), deep, 1.0), 0.5);
    float rail = -0.035;                                            // where keys meet the fallboard
    bool mirror = p.y > rail && p.y < rail + 0.16;
    float y = mirror ? rail - (p.y - rail) * 1.15 : p.y;
    // the plane of the keys
    float k = 0.62 / (0.58 - min(y, 0.4)), x = p.x * k * SPREAD / 1.72;
    float depth = 1.0 - (k - 0.575) / (1.008 - 0.575);              // 0 at the rail .. 1 at the front
    float at = (x / SPREAD + 0.5) * KEYS, key = floor(at), f = at - key, unit = pixel * k * KEYS / 1.72;
    float down = heard(key), hue = mod(key * 3.0, 7.0) / 7.0;
    vec3 tone = mix(accent, light, 0.25 + 0.5 * swing(key / KEYS * 0.5));
    float pool = exp(-2.6 * (p.x - 0.06) * (p.x - 0.06)) * (0.80 + 0.20 * pulse);
    // white keys
    float seam = smoothstep(0.02 + unit, 0.02, min(f, 1.0 - f)), front = 1.0 - smoothstep(0.93 - 0.05 * down, 0.945 - 0.05 * down, depth);
    vec3 ivory = mix(vec3(0.84, 0.76, 0.62), tintTo(vec3(0.76), light, 0.7), 0.25);
    vec3 c = ivory * lamp * (0.07 + 0.74 * pool * (0.45 + 0.55 * depth)) * (1.0 - 0.30 * down);
    c *= 0.82 + 0.18 * smoothstep(0.0, 0.22, f) * smoothstep(1.0, 0.80, f) + 0.05 * smoothstep(0.80, 0.92, depth);
    c = mix(c * 0.45, c, front);
    c *= 1.0 - 0.85 * seam;
    // a pressed key lies in its neighbours' shadow
    float left = heard(key - 1.0), right = heard(key + 1.0);
    c *= 1.0 - 0.55 * clamp(down - left, 0.0, 1.0) * smoothstep(0.30, 0.0, f) - 0.35 * clamp(down - right, 0.0, 1.0) * smoothstep(0.30, 0.0, 1.0 - f);
    c += tone * down * (0.10 + 0.75 * smoothstep(0.75, 0.0, depth));
    // black keys stand between: C# D# . F# G# A#
    float edge = floor(at + 0.5), which = mod(edge + 1.0 + floor(variety * 7.0), 7.0);
    float has = (which == 0.0 || which == 3.0) ? 0.0 : 1.0, nudge = which == 1.0 || which == 4.0 ? -0.07 : which == 2.0 || which == 6.0 ? 0.07 : 0.0;
    float bx = at - edge - nudge, play = 0.5 * (heard(edge) + heard(edge - 1.0)) * step(0.6, hash21(vec2(edge, floor(beatCount * 2.0))));
    float tip = 0.58, sideLean = -0.045 * bx;
    float shadowOn = smoothstep(0.36, 0.20, abs(bx + 0.11)) * smoothstep(tip + 0.10, tip, depth) * has;
    c *= 1.0 - 0.60 * shadowOn;
    float body = max(abs(bx) - 0.30, (depth - tip - 0.035) * 3.0), top = max(abs(bx) - 0.22, (depth - tip + 0.045 - 0.02 * play) * 3.0);
    vec3 ebony = dark * 1.2 + lamp * 0.035 * pool;
    c = mix(c, ebony * 0.7, smoothstep(unit, -unit, body) * has);
    vec3 face = ebony + lamp * (0.10 * pool) * smoothstep(-0.2, 0.2, depth) * smoothstep(0.20, 0.0, abs(bx + 0.08)) + tone * play * 0.15;
    face += lamp * 0.42 * pool * smoothstep(0.05, 0.0, abs(depth - tip + 0.055));
    c = mix(c, face, smoothstep(unit, -unit, top) * has);
    // front of the keyslip below
    vec3 colour = c;
    float slip = depth - 1.0;
    vec3 lacquer = dark + lamp * 0.05 * pool * smoothstep(0.10, 0.0, slip) + lamp * 0.25 * pool * smoothstep(0.018, 0.0, abs(slip - 0.02));
    colour = mix(colour, lacquer, smoothstep(-0.004, 0.004, slip));

    // the fallboard: black lacquer that mirrors, with a rail of red felt
    float up = p.y - rail;
    vec3 board = dark * 0.9 + lamp * 0.030 * pool * smoothstep(0.45, 0.0, up) + lamp * 0.05 * pool * smoothstep(0.004, 0.0, abs(up - 0.205)) ;
    // ribbons rise from the keys that sound; they lean together with height
    float rise = max(up, 0.0), rx = p.x * (1.0 + 0.10 * rise) + 0.012 * swing(rise * 1.4 - flow * 0.25 + p.x) * (0.3 + power);
    float rk = (rx * 0.62 / (0.58 - rail) / 1.72 + 0.5), cell = rk * KEYS, cf = fract(cell) - 0.5, own = hash11(floor(cell));
    vec4 past = IMG_NORM_PIXEL(roll, vec2((floor(cell) + 0.5) / KEYS, clamp(rise / (0.62 + 0.5 * (tall - 0.5)) + (1.5 - fract(TIME * CLIMB)) / 96.0, 0.5 / 96.0, 1.0)));
    float loud = past.r * past.r, side = 0.20 * swing(rise * 1.7 + own * 3.0 - flow * 0.20) * min(rise * 3.0, 1.0), sway = cf - side;
    float girth = 0.035 + 0.30 * loud * (1.0 - 0.6 * min(rise * 1.6, 1.0)), core = max(1.0 - sway * sway / (girth * girth), 0.0), strand = smoothstep(0.045 + unit, 0.0, abs(sway));
    float old = max(1.0 - rise * 1.55, 0.0), cloud = max(1.0 - 5.0 * sway * sway, 0.0);
    vec3 ribbon = mix(mix(accent, light, 0.5 + 0.5 * swing(floor(cell) / KEYS * 0.5 + chapterGlide * 0.1)), tintTo(vec3(0.5), base, 1.0), 0.25 * own);
    float on = step(0.0, rk) * step(rk, 1.0);
    vec3 lights = (ribbon * (0.42 * core * core * loud + 0.10 * cloud * loud) + mix(ribbon, lamp, 0.45) * strand * past.r * 1.15) * (0.15 + 0.85 * old) * smoothstep(0.0, 0.03, rise) * on;
    if (p.y > rail) {
        colour = mirror ? board + colour * 0.34 * smoothstep(0.16, 0.0, up) : board;
        colour = mix(mix(vec3(0.20, 0.010, 0.014), tintTo(vec3(0.05), accent, 0.8), 0.2) * (0.25 + 0.9 * pool) * lamp * 1.8, colour, smoothstep(0.010, 0.012, up));
        // a lyre of gold, inlaid
        vec2 q = (p - vec2(0.0, 0.105)) / 0.030, half1 = vec2(abs(q.x), q.y);
        float arms = abs(sdEllipse(half1 - vec2(0.0, -0.15), vec2(0.62 + 0.22 * q.y, 0.95))) - 0.075, strings1 = abs(fract(q.x * 3.2 + 0.5) - 0.5) / 3.2 - 0.022;
        float lyre = max(arms, q.y - 0.62);
        lyre = min(lyre, max(strings1, max(half1.x - 0.40, abs(q.y - 0.02) - 0.72)));
        lyre = min(min(lyre, max(abs(q.y - 0.72) - 0.06, half1.x - 0.72)), length(half1 - vec2(0.78, 0.72)) - 0.12);
        lyre = min(lyre, sdBox(q + vec2(0.0, 1.20), vec2(0.34, 0.07)));
        float glyph = smoothstep(pixel / 0.030, -pixel / 0.030, lyre);
        colour = mix(colour, lamp * vec3(0.55, 0.40, 0.17) * (0.3 + 0.6 * pool + 0.4 * pulse), glyph * 0.7);
        colour += lights * (1.0 - 0.35 * smoothstep(0.10, 0.0, up));
        // motes of dust that the treble lights
#if QUALITY > 0
        vec2 m = vec2(p.x, p.y - flow * 0.012) * 16.0;
        vec3 h = hash23(floor(m));
        colour += mix(ribbon, lamp, 0.5) * smoothstep(0.07, 0.0, length(fract(m) - 0.2 - 0.6 * h.xy)) * step(0.80, h.z) * (0.10 + 1.1 * high) * smoothstep(0.0, 0.1, up);
#endif
    } else colour += lights;
    // the rail glows with every beat
    colour += tintTo(vec3(0.30), accent, 0.8) * 0.5 * pulse * exp(-abs(up) * 60.0) * (0.3 + pool);
    // once in sixteen bars a petal comes down in front of all
    float fall = barCount / 16.0 + variety, part = fract(fall) * 8.0;
    vec2 q = rotation(1.5 * swing(part * 0.7) + 0.6) * (p - vec2((hash11(floor(fall)) - 0.5) * 1.0 + 0.09 * swing(part * 1.1), 0.62 - 0.95 * min(part, 1.0)));
    float petal = sdEllipse(q + vec2(0.3 * q.y * q.y * 20.0, 0.0), vec2(0.024, 0.013));
    colour = mix(colour, mix(vec3(0.75, 0.30, 0.34), accent, 0.3) * lamp * (0.4 + 0.5 * smoothstep(-0.02, 0.02, q.x)), smoothstep(pixel, -pixel, petal) * step(part, 2.5));
    colour *= 1.0 - 0.40 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 2.3, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
