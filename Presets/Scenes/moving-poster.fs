/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Moving poster: planes of a constructivist print push and turn against each other. A black wedge drives into the red disc on the beat, bars along a diagonal are the bands of the music, arcs swing with the bar, every four bars the whole sheet is set anew at another angle; tension drives the wedge deeper.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 64 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
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
  "KINORA": {
    "cost": [6.0, 6.0],
    "steps": 1,
    "subject": "poster", "domain": "art", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape", "paper"],
    "mood": { "valence": 0.1, "arousal": 0.6, "reach": 1.1 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.25 },
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

// ink over paper: a printed plane with a lifted edge's shadow
void plane(inout vec3 sheet, float d, vec3 ink, float wear, float pixel) {
    sheet *= 1.0 - 0.22 * smoothstep(0.022, -0.006, d);
    float cover = smoothstep(pixel, -pixel, d);
    sheet = mix(sheet, ink * (1.0 + 0.10 * wear), cover * (0.955 + 0.045 * wear));
}
void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float tooth = paperFibre(uv), fleck = valueNoise(uv * 240.0) - 0.5;
    vec3 paper = mix(vec3(0.74, 0.66, 0.52), tintTo(vec3(0.66), light, 1.0), 0.30) * (1.0 + 0.05 * tooth);
    vec3 red = mix(vec3(0.62, 0.030, 0.018), saturation(tintTo(vec3(0.16), accent, 1.0), 1.3), 0.34), black = vec3(0.011) + shade * 0.10, grey = mix(vec3(0.30, 0.28, 0.25), tintTo(vec3(0.26), base, 1.0), 0.5), second = mix(vec3(0.70, 0.40, 0.06), tintTo(vec3(0.36), light, 1.0), 0.4);
    float way = variety < 0.5 ? 1.0 : -1.0, wear = tooth * 0.7 + fleck;
    float beat = fract(beatCount), drive = strike(beatCount) * (0.4 + 0.6 * power);
    // every four bars the sheet is set at another angle, with an overshoot
    float set = chapterGlide * 0.83 + variety * 5.0;
    float tilt = 0.32 * swing(set * 0.29 + 0.1) + 0.012 * swing(beatCount / 8.0);
    vec2 p = rotation(tilt) * vec2(uv.x * way, uv.y) / ((0.86 + 0.18 * min(tall - 0.5, 0.6)) * clamp(wide / 0.72, 0.65, 1.0));
    vec3 c = paper;
    // a great grey quarter behind, and a frame of thin rules
    vec2 g = rotation(0.5 + 0.12 * swing(barCount * 0.125)) * (p - vec2(-0.34, -0.10));
    plane(c, max(length(g) - 0.50, -g.x), grey * 1.25, wear, pixel);
    for (int i = 0; i < 3; i++) plane(c, abs(length(p - vec2(0.20, 0.04)) - 0.40 - 0.032 * float(i) - 0.010 * middle) - 0.0028 - 0.003 * float(i), mix(black, grey, 0.3), wear, pixel);
    // bars along a diagonal: the bands
    vec2 r = rotation(-0.72) * (p - vec2(0.44, -0.24));
    // (a place is near two of them at most)
    float under = clamp(floor((r.y + 0.17) / 0.056), 0.0, 5.0);
    for (int k = 0; k < 2; k++) {
        float n = under + float(k), i = n, hear = IMG_NORM_PIXEL(spectrum, vec2(0.02 + 0.09 * n * (0.6 + 0.1 * n), 0.5)).r;
        float reach1 = 0.10 + 0.05 * hash11(n + floor(set)) + 0.52 * clamp(hear * (1.0 + 0.3 * n), 0.0, 1.0);
        plane(c, sdBox(r - vec2(reach1 * 0.5 - 0.34, 0.056 * n - 0.17), vec2(reach1 * 0.5, 0.0185)), i == 3.0 ? red : i == 5.0 ? second : black, wear, pixel);
    }
    // the disc: pushed by the wedge
    vec2 away = normalize(vec2(0.86, 0.40)), at = vec2(0.16, 0.05) + away * 0.022 * drive;
    vec2 q = p - at;
    float disc = length(q) - 0.262 - 0.016 * low;
    plane(c, disc, red, wear, pixel);
    // a cut through it shows paper, turning with the bar
    vec2 cut = rotation(1.5708 * stepped(barCount, 0.22) + 0.4) * q;
    plane(c, max(max(abs(length(cut) - 0.185) - 0.018, cut.y), -cut.x - 0.17), paper, wear, pixel);
    plane(c, length(cut - vec2(0.0, 0.10)) - 0.034 - 0.012 * pulse, black, wear, pixel);
    // the wedge drives in on the beat
    vec2 w = p - at - away * (0.15 - 0.09 * (1.0 - drive) + 0.10 * strain - 0.05 * power);
    vec2 wr = vec2(dot(w, away), dot(w, vec2(-away.y, away.x)));
    float wedge = max(abs(wr.y) - 0.165 * clamp(-wr.x / 0.62, 0.0, 1.0), max(wr.x, -wr.x - 0.62)) * 0.93;
    plane(c, wedge, black, wear, pixel);
    plane(c, max(abs(wr.y - 0.016 + 0.04 * wr.x) - 0.006, max(wr.x + 0.14, -wr.x - 0.56)), paper, wear, pixel);
    // fragments fly from the point
    // (of those that may be at a place, the last)
    vec4 shard = vec4(9.0, 9.0, 0.0, 0.0);
    float age = easeOut(beat * 1.2);
    for (int i = 0; i < 6; i++) {
        vec2 h = hash12(float(i) * 5.3 + floor(beatCount) * 3.0);
        vec2 s = q - away * (0.12 + 0.26 * age * (0.4 + h.x)) - vec2(-away.y, away.x) * (h.y - 0.5) * (0.10 + 0.55 * age);
        shard = dot(s, s) < 0.008 ? vec4(s, h.x + (i < 3 ? 0.0 : 2.0), h.y) : shard;
    }
    float late = step(1.5, shard.z), hx = shard.z - 2.0 * late, side = 0.024 * (0.4 + hx) * smoothstep(1.0, 0.6, beat) * smoothstep(0.2, 0.5, power + hit);
    vec2 s = rotation(hx * 6.0 + age * 2.0 * (shard.w - 0.5)) * shard.xy;
    plane(c, max(abs(s.x) * 1.7 + s.y, -s.y - side) - side, late < 0.5 ? black : second, wear, pixel);
    // type: blocks of a headline in two sizes, leaning with the sheet
    vec2 t = rotation(1.5708) * (p - vec2(-0.66 * clamp(wide, 0.75, 0.9), -0.02));
    vec2 cell = t / vec2(0.074, 0.11), id = floor(cell);
    vec2 f = fract(cell) - 0.5;
    float glyph = sdBox(f, vec2(0.36, 0.43)), form = hash11(id.x + 11.0 + floor(set));
    glyph = max(glyph, -sdBox(f - vec2(0.0, form < 0.5 ? 0.12 : -0.20), vec2(form < 0.3 ? 0.5 : 0.13, 0.12)));
    glyph = max(glyph, -sdBox(f - vec2(form < 0.7 ? 0.2 : 0.0, -0.25), vec2(0.13, form < 0.7 ? 0.10 : 0.3)));
    if (abs(id.x + 0.5) < 4.0 && id.y == 0.0) plane(c, glyph * 0.074, id.x == 2.0 ? red : black, wear, pixel);
    plane(c, sdBox(t - vec2(0.0, -0.035), vec2(0.29 + 0.05 * low, 0.010)), red, wear, pixel);
    // a worker's lamp: concentric target that answers the treble
    vec2 o = p - vec2(-0.40, 0.30);
    float l = length(o);
    plane(c, l - 0.075, black, wear, pixel);
    plane(c, abs(l - 0.045) - 0.008 - 0.010 * high, second, wear, pixel);
    plane(c, abs(o.y - o.x * 0.25) - 0.003 + 0.02 * step(0.42, l) , black, wear, pixel);
    // light over the sheet, fold lines of a poster that hung
    c *= 0.86 + 0.20 * smoothstep(-0.6, 0.6, uv.y + 0.4 * uv.x);
    float fold = min(abs(uv.x + 0.002 * tooth), abs(uv.y + 0.002 * tooth));
    c *= 1.0 - 0.10 * smoothstep(0.006, 0.0, fold) + 0.05 * smoothstep(0.012, 0.004, abs(fold - 0.008));
    c *= 1.0 - 0.30 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(c * 1.45, gl_FragCoord.xy, 0.0, 0.5), 1.0);
}
