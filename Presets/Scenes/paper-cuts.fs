/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Paper cuts: leaves, corals and birds cut from painted paper with big scissors, pinned on squares of colour. Fronds sway with the bar and spread with the bass, birds flap on the beat, treble turns the stars, and every four bars the sheets change places and colours.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "phrasePhase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "hit", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "KINORA": {
    "cost": [8.7, 8.3],
    "steps": 1,
    "subject": "paper cut-outs", "domain": "art", "licence": "MIT", "uses": ["noise", "colour", "ease", "paper"],
    "mood": { "valence": 0.6, "arousal": 0.3, "reach": 1.2 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "phrasePhase", "signal": "phrase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "hit", "signal": "onset", "halfLifeSeconds": 0.12 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// a frond with round lobes, standing on the origin: negative inside; spread 0..1, lean bends it
float frond(vec2 p, float lobes, float spread, float lean) {
    p.x -= lean * (p.y + 0.42) * (p.y + 0.42);
    float y = clamp((p.y + 0.42) / 0.84, 0.0, 1.0), side = p.x < 0.0 ? 0.5 : 0.0;
    float u = y * lobes + side - abs(p.x) * 5.0 * spread, i = floor(u), f = u - i - 0.5;
    float reach1 = (0.10 + 0.27 * sqrt(y * (1.0 - y) * 4.0)) * (0.75 + 0.25 * swing(i * 0.37)) * (0.75 + 0.4 * spread);
    float lobe = length(vec2(max(abs(p.x) - reach1 + 0.05, 0.0), f * 0.84 / lobes * 1.05)) - 0.036 * 5.0 / lobes;
    float stem = abs(p.x) - 0.040 * (1.15 - y);
    float d = min(lobe, stem);
    return max(d, abs(p.y) - 0.43);
}
// a swallow, wings up to down
float bird(vec2 p, float flap) {
    float x = abs(p.x), wing = abs(p.y - flap * x * (1.0 - 0.5 * x) + 0.55 * x * x) - 0.095 * (1.0 - x / 0.42) * (1.0 + 2.0 * x);
    float body = length(vec2(p.x * 2.4, p.y + 0.03)) - 0.15, tail = max(x - 0.03 - 0.30 * max(-p.y - 0.10, 0.0), max(p.y + 0.08, -p.y - 0.34 + 0.5 * x));
    tail = max(tail, 0.035 - x - 0.4 * (p.y + 0.22));
    return min(min(max(wing, x - 0.42), body), min(tail, length(p - vec2(0.0, 0.13)) - 0.055));
}
float shapeOf(vec2 q, float kind, float a, float flap) {
    if (kind < 2.5) return frond(kind < 1.5 ? q : vec2(q.x, -q.y), kind < 0.5 ? 5.0 : kind < 1.5 ? 7.0 : 4.0, 0.55 + 0.45 * low, a);
    if (kind < 3.5) return bird(q * 0.95, flap);
    float r = length(q), turnAt = atan(q.y, q.x) / 6.2832 + a * 0.25 + 0.04 * high;
    return kind < 4.5 ? r - 0.27 - 0.13 * swing(turnAt * 6.0) : r - 0.30 - 0.10 * abs(swing(turnAt * 2.5)) + 0.10 * smoothstep(0.15, 0.0, abs(r - 0.18));
}
vec3 gouache(float n) {
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    n = mod(n, 8.0);
    vec3 c = n < 1.0 ? vec3(0.020, 0.055, 0.40) : n < 2.0 ? vec3(0.72, 0.075, 0.030) : n < 3.0 ? vec3(0.83, 0.46, 0.035) : n < 4.0 ? vec3(0.030, 0.24, 0.085) : n < 5.0 ? vec3(0.66, 0.15, 0.26) : n < 6.0 ? vec3(0.80, 0.76, 0.68) : n < 7.0 ? vec3(0.020, 0.018, 0.024) : vec3(0.09, 0.34, 0.46);
    vec3 t = n < 1.0 ? deep : n < 2.0 ? accent : n < 3.0 ? light : n < 4.0 ? base : n < 5.0 ? accent : n < 6.0 ? light : n < 7.0 ? deep : base;
    return mix(c, tintTo(c, t, 1.0), 0.30);
}
void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    float tooth = paperFibre(uv), brushed = valueNoise(vec2(uv.x * 9.0 + uv.y * 3.0, uv.y * 70.0 - uv.x * 9.0)) - 0.5;
    // columns of sheets; the widths of neighbours differ
    vec2 g = vec2(uv.x / 0.36 + 0.5, uv.y / 0.47 + 0.5 + 0.03 * swing(chapterGlide * 0.2));
    float column = floor(g.x), shiftY = 0.28 * (hash11(column + 3.0) - 0.5);
    g.y += shiftY;
    vec2 id = vec2(column, floor(g.y)), f = g - id - 0.5;
    float seed = hash21(id + floor(variety * 50.0)), change = floor(chapterGlide + 0.5 * seed), glide = fract(chapterGlide + 0.5 * seed);
    float n = floor(seed * 8.0) + change * 3.0 + id.x * 3.0 + id.y * 5.0;
    vec3 sheet = gouache(n), above = gouache(n + 2.0 + floor(seed * 3.0));
    vec2 edge = 0.5 - abs(f + 0.006 * vec2(swing(f.y * 1.7 + seed), swing(f.x * 1.3 + seed * 3.0)));
    float margin = min(edge.x * 0.36, edge.y * 0.47);
    vec3 ground = vec3(0.80, 0.76, 0.68) * (1.0 + 0.05 * tooth);
    vec3 c = mix(ground, sheet * (1.0 + 0.16 * brushed + 0.05 * tooth), smoothstep(0.006 - pixel, 0.006 + pixel, margin));
    c *= 1.0 - 0.25 * smoothstep(0.006, 0.0, abs(margin - 0.003)) * step(margin, 0.006);
    // what is cut and pinned on it
    float kind = mod(floor(seed * 41.0) + change, 6.0), size = 1.06 - 0.10 * bump(glide, 0.0, 0.2);
    float sway = 0.42 * swing(barCount * 0.5 + id.x * 0.13 + id.y * 0.3) * (0.5 + 0.5 * power) + 0.08 * pulse;
    float flap = 1.1 * cos(6.2832 * (beatCount * 0.5 + 0.13 * id.x)) * (0.5 + 0.5 * power);
    vec2 q = rotation(0.30 * swing(barCount * 0.25 + seed) + (seed - 0.5) * 0.5) * f * vec2(0.36, 0.47) / 0.43 * size * (1.0 - 0.05 * pulse * step(0.5, seed));
    q.y -= kind == 3.0 ? 0.05 * cos(6.2832 * (beatCount * 0.5 + 0.13 * id.x) + 1.5) : 0.0;
    float d = shapeOf(q, kind, sway, flap), cast1 = shapeOf(q + vec2(-0.022, 0.030), kind, sway, flap);
    float unit = pixel / 0.43, rough = 0.006 * tooth;
    c *= 1.0 - 0.50 * smoothstep(0.028, -0.012, cast1);
    vec3 cutting = above * (1.0 + 0.20 * brushed - 0.06 * tooth);
    cutting += 0.07 * smoothstep(-0.022, 0.0, d) * smoothstep(0.0, 0.03, cast1);
    c = mix(c, cutting, smoothstep(unit, -unit, d + rough));
    // one great blue frond over the whole wall, that crosses with each phrase
    vec2 big = rotation(0.35 * swing(phrasePhase) - 0.5) * (uv - vec2((0.5 - phrasePhase) * 2.6 * (wide + 0.4), -0.06)) / 0.98;
    float over = frond(big, 6.0, 0.6 + 0.4 * low, 0.22 * swing(barCount * 0.5)), over2 = frond(big + vec2(-0.022, 0.032), 6.0, 0.6 + 0.4 * low, 0.22 * swing(barCount * 0.5));
    c *= 1.0 - 0.42 * smoothstep(0.025, -0.015, over2);
    c = mix(c, gouache(6.5 + 2.0 * floor(chapterGlide + 0.5)) * (1.0 + 0.18 * brushed) + 0.04 * smoothstep(-0.016, 0.0, over), smoothstep(pixel, -pixel, over + rough));
    // scraps in the air when the music strikes
    for (int i = 0; i < 5; i++) {
        vec2 h = hash12(float(i) * 9.1 + floor(beatCount * 0.25) * 2.0);
        float fall = fract(beatCount * 0.25 + h.x);
        vec2 s = rotation(fall * 5.0 + h.y * 6.0) * (uv - vec2((h.x - 0.5) * 2.0 * wide + 0.06 * swing(fall * 1.5), (0.6 - 1.3 * fall) * (0.6 + tall)));
        c = mix(c, gouache(h.y * 8.0), smoothstep(pixel, -pixel, max(abs(s.x) - 0.016, abs(s.y + 0.3 * s.x) - 0.007)) * step(0.45, power + 0.4 * hit));
    }
    c *= 0.90 + 0.16 * uv.y - 0.10 * uv.x;
    c *= 1.0 - 0.26 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(c * 1.75, gl_FragCoord.xy, 0.0, 0.4), 1.0);
}
