/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Light well: the wave of the music is drawn as a ring of light at the mouth of a deep shaft, and every ring sinks down its wall, lower and lower, towards a light at the bottom. Bass widens the mouth, the bar turns and bends the shaft, beats throw rings out over the dark, chapters fold it into petals, tension draws it tight.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "sound", "TYPE": "audio", "MAX": 256 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "hit", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "PASSES": [ { "TARGET": "past", "WIDTH": 160, "HEIGHT": 128, "FLOAT": true, "PERSISTENT": true }, {} ],
  "KINORA": {
    "cost": [6.4, 5.2],
    "steps": 1,
    "subject": "ring of sound", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease"],
    "mood": { "valence": 0.1, "arousal": 0.4, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "hit", "signal": "onset", "halfLifeSeconds": 0.12 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const float SINK = 26.0;            // rows of the past a second
const float STEP = 3.0;             // rows from ring to ring
const float SHRINK = 0.93559;       // of a ring to the next: exp2(-0.032 STEP)
const int LOOK = QUALITY < 1 ? 5 : 7;       // rings looked at for a pixel

// how narrow the shaft is where a place lies, 1 at its mouth
float narrowAt(vec2 q, float mouth) { return clamp(length(q) / mouth, 0.03, 1.0); }

void main() {
    if (PASSINDEX == 0) {
        // the newest row holds the wave of now and how loud it is; whole rows sink, so many a second
        float rows = floor(TIME * SINK) - floor((TIME - TIMEDELTA) * SINK), row = floor(gl_FragCoord.y), at = isf_FragNormCoord.x;
        float wave = 0.25 * (IMG_NORM_PIXEL(sound, vec2(at * 0.96 + 0.008, 0.5)).r + 2.0 * IMG_NORM_PIXEL(sound, vec2(at * 0.96 + 0.015, 0.5)).r + IMG_NORM_PIXEL(sound, vec2(at * 0.96 + 0.022, 0.5)).r) - 0.5;
        vec4 before = texelFetch(past, ivec2(gl_FragCoord.x, int(max(row - max(rows, 0.0), 0.0))), 0);
        gl_FragColor = row < max(rows, 0.5) ? vec4(wave, power, max(hit, 0.6 * pulse), 1.0) : before;
        return;
    }
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 span = RENDERSIZE * pixel, uv = (isf_FragNormCoord - 0.5) * span;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 hot = saturation(tintTo(vec3(0.62), mix(light, vec3(1.0, 0.78, 0.5), 0.35), 1.0), 1.25), cool = saturation(tintTo(vec3(0.26), mix(accent, vec3(0.10, 0.45, 0.9), 0.25), 1.0), 1.5), low1 = saturation(tintTo(vec3(0.10), mix(base, deep, 0.4), 1.0), 1.5);
    float way = variety < 0.5 ? 1.0 : -1.0, petals = 3.0 + mod(floor(chapterGlide + variety * 5.0), 4.0);
    vec2 mouthAt = 0.04 * vec2(swing(chapterGlide * 0.21 + variety), swing(chapterGlide * 0.17 + 0.4));
    float mouth = 0.400 + 0.030 * low - 0.07 * strain, between = mod(TIME * SINK, STEP), spin = way * (0.0020 + 0.0016 * swing(barCount * 0.125));
    vec2 p = uv - mouthAt;
    // the shaft bends: deep rings lie aside
    vec2 bend = 0.20 * vec2(swing(flow * 0.035 + variety), swing(flow * 0.027 + 0.3 + variety)), drift = 0.05 * vec2(swing(flow * 0.06), swing(flow * 0.05 + 0.25));
    vec3 c = mix(vec3(0.002, 0.003, 0.007), tintTo(vec3(0.006), deep, 1.0), 0.7);
    // (which way a place is bent aside depends on its depth, which depends on where it is bent to: two rounds are near enough)
    float sunk = 1.0 - narrowAt(p, mouth);
    sunk = 1.0 - narrowAt(p - bend * sunk * sunk - drift * sunk * (1.0 - sunk), mouth);
    vec2 q = p - bend * sunk * sunk - drift * sunk * (1.0 - sunk);
    float r = length(q), deepAt = -log2(clamp(r / mouth, 0.02, 2.0)) / 0.032, turnAt = atan(q.y, q.x) * 0.1591549 + spin * max(deepAt, 0.0);
    float fold = abs(fract(turnAt * 2.0) - 0.5) * 1.96 + 0.01, petal = 1.0 + 0.055 * swing(turnAt * petals + 0.006 * deepAt) * (0.4 + power);
    // of the rings near this place, from the uppermost on: whoever lies within one looks past it, deeper
    float n = max(floor((deepAt - between) / STEP) - float(LOOK) * 0.45, 0.0), age = n * STEP + between, narrow = exp2(-0.032 * age), open = 1.0, outside = n < 0.5 ? 1.0 : 0.0;
    float here = clamp(r / mouth, 0.02, 1.0), fade = here * (1.45 - 0.45 * here) * smoothstep(128.0, 96.0, age);
    vec3 lines = vec3(0.0), tone = mix(mix(low1, cool, clamp(here * 2.8 - 0.28, 0.0, 1.0)), hot, clamp(here * here * 1.1 - 0.15, 0.0, 1.0)) * fade, flash = hot * fade;
    for (int i = 0; i < LOOK; i++) {
        vec4 then = IMG_NORM_PIXEL(past, vec2(fold, (age - fract(TIME * SINK) + 0.5) / 128.0));
        float ring = mouth * narrow * (petal + 0.95 * then.r), d = r - ring, over1 = clamp(0.5 + d / pixel, 0.0, 1.0);
        float thin = (0.0016 + 0.0030 * narrow) * (0.8 + 0.9 * then.b);
        float crisp = clamp(0.5 + (thin - abs(d)) / pixel, 0.0, 1.0), halo = 0.0011 * narrow / (abs(d) + 0.006 * (0.4 + narrow));
        // the line, and the wall between it and the next one up
        float wall1 = 0.030 + 0.100 * clamp(1.0 - 30.0 * d, 0.0, 1.0) + 0.30 * max(then.r, 0.0) * narrow;
        lines += mix(tone, flash, min(1.8 * abs(then.r), 1.0)) * (open * (crisp * (0.9 + 1.1 * then.b) + halo * (0.35 + 0.6 * then.g) + (i == 0 ? 0.0 : over1 * wall1)));
        outside = i == 0 ? outside * over1 : outside;
        open *= 1.0 - over1;
        age += STEP;
        narrow *= SHRINK;
    }
    c += lines;
    // what shines at the bottom
    float toBottom = r * r / (0.0030 + 0.0014 * strain);
    c += mix(cool, hot, 0.7) * ((0.55 + 0.9 * pulse + 0.5 * strain) / (1.0 + toBottom * toBottom) + 0.13 / (1.0 + 0.16 * toBottom));
    // over the dark about the mouth: light from below, rings that the beats throw out, sparks of the treble
    float beat = fract(beatCount), far = max(r - mouth, 0.0);
    c += outside * hot * (0.10 * exp2(-far * 14.0) + 0.030 * exp2(-far * 4.0)) * (0.5 + 0.5 * pulse);
    c += outside * mix(hot, cool, beat) * smoothstep(0.010, 0.0, abs(far - 0.02 - 0.55 * easeOut(beat))) * (1.0 - beat) * (1.0 - beat) * (0.05 + 0.30 * hit);
#if QUALITY > 0
    vec2 g = vec2(turnAt * 90.0, (log2(max(r, 0.05)) - flow * 0.10) * 16.0), id = floor(g);
    vec3 h = hash23(vec2(mod(id.x, 90.0), mod(id.y, 512.0)));
    c += outside * mix(hot, cool, h.x) * smoothstep(0.20, 0.0, length((fract(g) - 0.3 - 0.4 * h.xy) * vec2(1.0, 0.55))) * step(0.84, h.z) * (0.10 + 0.9 * high) * smoothstep(0.85, 0.45, r);
#endif
    c *= 1.0 - 0.30 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(quickFinish(saturation(c, 1.15) * 1.9, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
