/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Starry field: thick paint, strokes laid along a sky that turns in great whorls over wheat, hills and a black cypress. The whorls turn with the music, stars swell on the beat in rings of paint, wind goes through the wheat with the bass, the cypress leans with the bar.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "KINORA": {
    "cost": [6.2, 6.0],
    "steps": 1,
    "subject": "painted night", "domain": "art", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.2, "arousal": 0.1, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
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

// strokes of a brush along a direction: light and dark ridges, -1..1
float strokes(vec2 p, vec2 way, float size, float seed) {
    vec2 q = vec2(dot(p, way), dot(p, vec2(-way.y, way.x))) / size;
    float row = floor(q.y + seed), f = fract(q.y + seed) - 0.5;
    return (valueNoise(vec2(q.x * 0.16 + hash11(row) * 40.0, row)) - 0.5) * 1.6 - f * f * 2.2 + 0.2;
}
void main() {
    vec2 full = RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec2 p = vec2(uv.x * (variety < 0.5 ? 1.0 : -1.0), uv.y);
    vec3 night = mix(vec3(0.012, 0.030, 0.135), tintTo(vec3(0.035), deep, 1.0), 0.35), blue = mix(vec3(0.055, 0.160, 0.42), tintTo(vec3(0.16), accent, 1.0), 0.35), pale = mix(vec3(0.42, 0.58, 0.62), tintTo(vec3(0.52), light, 1.0), 0.40), gold = mix(vec3(0.95, 0.62, 0.10), tintTo(vec3(0.66), light, 1.0), 0.25);
    // the flow of the sky: a wind and three whorls; along it runs a coordinate that the strokes keep to
    float stream = p.y * 1.0 + 0.10 * swing(p.x * 0.55 + chapterGlide * 0.05), ring = 0.0, turned = 0.0, whorl = 0.0;
    for (int i = 0; i < 3; i++) {
        float n = float(i), s = n < 0.5 ? 0.27 : n < 1.5 ? 0.17 : 0.14;
        vec2 d = p - vec2(n < 0.5 ? -0.10 : n < 1.5 ? 0.36 : -0.62 , n < 0.5 ? 0.17 : n < 1.5 ? 0.06 : 0.30) - 0.4 * vec2(0.0, tall - 0.5);
        float r = length(d), k = smoothstep(s, s * 0.45, r), a = atan(d.y, d.x) / 6.2832;
        float spiral = r * 1.1 + (a + flow * 0.045 * (n == 1.0 ? -1.0 : 1.0)) * 0.088235;
        stream = mix(stream, spiral, k);
        turned = mix(turned, r * 5.0, k);
        whorl = max(whorl, k);
    }
    float lay = stream * 34.0, whole = floor(lay), f = lay - whole - 0.5, row = mod(whole + 300.0, whorl > 0.5 ? 3.0 : 300.0), run = (whorl > 0.5 ? turned * 2.4 : p.x * 5.0) - flow * (0.25 + 0.3 * hash11(row));
    float bristle = valueNoise(vec2(run * 2.0, row * 3.7)) , fine = valueNoise(vec2(run * 5.0, f * 5.0 + row * 7.0)) - 0.5, ridge1 = 1.0 - f * f * 4.0;
    float tone = clamp(bristle * 0.85 + 0.25 * (hash11(row + 3.0) - 0.5) + 0.22 * whorl + 0.15 * (middle - 0.4), 0.0, 1.0);
    vec3 c = mix(night, blue, smoothstep(0.15, 0.60, tone));
    c = mix(c, pale, smoothstep(0.62, 0.95, tone + 0.20 * whorl));
    c *= 0.72 + 0.36 * ridge1 + 0.35 * fine;
    // stars: rings of short strokes, swelling one after the other on the beat; the moon at the side
    // (where two of them meet, the nearer one is painted)
    vec4 star = vec4(1e3, 1e3, 9.0, 0.0);
    for (int i = 0; i < 8; i++) {
        float n = float(i);
        vec2 h = hash12(n * 4.7 + floor(variety * 37.0));
        bool moon = i == 7;
        vec2 at = moon ? vec2(min(wide - 0.17, 0.68), 0.33 + 0.7 * (tall - 0.5)) : vec2((fract(h.x + n * 0.382) - 0.5) * 1.8 * min(wide, 1.2), 0.10 + 0.34 * h.y + 0.5 * (tall - 0.5));
        float swell = 1.0 + 0.35 * pulse * step(0.5, fract(n * 0.5 + floor(beatCount) * 0.5)) + 0.2 * high, size = (moon ? 0.105 : 0.040 + 0.025 * h.x) * swell;
        vec2 d = (p - at) / size;
        float r = length(d);
        star = r < star.z ? vec4(d, r, n) : star;
    }
    {
        float r = star.z, n = star.w, a = atan(star.y, star.x) / 6.2832, moon = step(6.5, n);
        float rr = r * 5.0, ring1 = floor(rr), dab = valueNoise(vec2((a + 0.5) * (8.0 + 6.0 * ring1) + flow * 0.1, ring1 * 7.0 + n)), k = smoothstep(1.45, 0.25, r + 0.35 * (dab - 0.5));
        vec3 paint = mix(mix(blue, pale, 0.7), gold, smoothstep(0.9, 0.35, r + 0.3 * (dab - 0.5)));
        paint = mix(paint, vec3(0.98, 0.88, 0.55), smoothstep(0.35, 0.15, r) * (1.0 - 0.5 * moon));
        paint = mix(paint, gold * 1.05, moon * smoothstep(0.02, -0.02, max(r - 0.62, 0.50 - length(star.xy - vec2(0.24, 0.08)))));
        c = mix(c, paint * (0.80 + 0.35 * dab), k * 0.92);
    }
    // hills, then wheat in wind; rows of strokes again
    float hill = -0.145 + 0.050 * swing(p.x * 0.42 + variety + 0.2) + 0.022 * swing(p.x * 1.1 + 0.4), under = hill - p.y - 0.3 * (tall - 0.5);
    float hs = strokes(p, normalize(vec2(1.0, 0.30 * swing(p.x * 0.42 + variety + 0.45))), 0.016, 3.0);
    c = mix(c, mix(night * 1.1, blue * 0.75, clamp(0.45 + 0.6 * hs, 0.0, 1.0)) + vec3(0.0, 0.012, 0.006), smoothstep(pixel, -pixel, -under));
    // a village with lit windows
    float vx = p.x * 15.0, vi = floor(vx), house = hash11(vi + 40.0), vh = (0.018 + 0.018 * house) * step(0.35, house) * step(abs(p.x + 0.05), 0.42), roof = (0.5 - abs(fract(vx) - 0.5)) * 0.030;
    float ground = -0.205 - 0.3 * (tall - 0.5) + 0.010 * swing(p.x * 0.5), hy = p.y - ground;
    c = mix(c, night * 0.55 + blue * 0.16 * fract(house * 7.0), smoothstep(pixel, -pixel, hy - vh - roof * step(0.35, house)) * step(0.0, vh - 0.001));
    c += gold * 1.1 * smoothstep(0.006, 0.003, max(abs(fract(vx) - 0.5) / 15.0, abs(hy - 0.010))) * step(0.001, vh) * (0.5 + 0.5 * step(0.4, fract(house * 9.0 + floor(barCount) * 0.3)));
    float gust = swing(p.x * 0.6 - beatCount * 0.25 + 0.3 * p.y) * (0.15 + 0.55 * low), depth = max(ground - p.y, 0.0);
    float ws = strokes(vec2(p.x, p.y) + vec2(0.0, 0.012 * gust), normalize(vec2(0.35 + 0.5 * gust, 1.0)), 0.008 + 0.020 * depth, 9.0), ws2 = strokes(p, normalize(vec2(-0.25 + 0.5 * gust, 1.0)), 0.014 + 0.02 * depth, 5.0);
    vec3 wheat = mix(vec3(0.20, 0.10, 0.020), gold * 0.72, clamp(0.42 + 0.50 * ws + 0.28 * ws2 + 0.25 * gust, 0.0, 1.0));
    wheat = mix(wheat, mix(vec3(0.02, 0.10, 0.05), blue * 0.4, 0.4), smoothstep(0.25, -0.5, ws2 + ws * 0.4) * 0.75);
    c = mix(c, wheat * (0.75 + 0.5 * smoothstep(0.35, 0.0, depth)), smoothstep(pixel, -pixel, hy + 0.008 * ws));
    // the cypress: a black flame
    vec2 t = p - vec2(-0.46 * min(wide, 1.0), -0.06 - tall);
    float high1 = 0.86 + 0.9 * (tall - 0.5), ty = clamp(t.y / high1, 0.0, 1.0), bendX = 0.10 * ty * ty * swing(barCount * 0.25) + 0.012 * swing(ty * 1.6 - beatCount * 0.25);
    float tx = t.x - bendX, flame = 0.125 * sqrt(ty) * (1.0 - ty) * (1.9 - 0.5 * ty) + 0.018 * swing(ty * 4.0 + (tx > 0.0 ? 0.3 : 0.0)) * (1.0 - ty);
    float ts = strokes(vec2(tx, t.y), normalize(vec2(0.35 * swing(ty * 1.3 + 0.2) - tx * 1.2, 1.0)), 0.012, 1.0);
    c = mix(c, mix(vec3(0.004, 0.010, 0.010), mix(vec3(0.020, 0.065, 0.035), night, 0.35) * 1.4, clamp(0.35 + 0.65 * ts, 0.0, 1.0)), smoothstep(0.006, -0.006, abs(tx) - flame - 0.008 * ts) * step(0.0, t.y) * step(t.y, 0.985 * high1));
    c *= 1.0 + 0.15 * strain * (bristle - 0.5);
    // the weave of the canvas shows through the paint
    c *= 1.0 + 0.045 * swing(uv.x * 110.0) * swing(uv.y * 110.0) * smoothstep(0.004, 0.001, pixel);
    c *= 1.0 - 0.30 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(c * (1.7 + 0.3 * power), gl_FragCoord.xy, 0.0, 0.4), 1.0);
}
