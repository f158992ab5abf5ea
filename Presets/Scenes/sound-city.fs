/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Sound city: a skyline at night over a river. Every tower is a band of the spectrum, its windows lit as high as it sounds; the wave of the music lies on the water as light, beats run along the bridge, searchlights swing with the bar, fireworks rise with the energy.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 64 },
    { "NAME": "sound", "TYPE": "audio", "MAX": 256 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "hit", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "KINORA": {
    "cost": [6.4, 5.5],
    "steps": 1,
    "subject": "city", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.2, "arousal": 0.3, "reach": 1.2 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "hit", "signal": "onset", "halfLifeSeconds": 0.12 },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// a row of towers at height y over the bank: (light, cover)
vec4 towers(vec2 p, float cell, float tallest, float row, float pixel, vec3 wall, vec3 lampA, vec3 lampB) {
    float at = p.x / cell + row * 0.37 + variety * 20.0, id = floor(at), f = at - id - 0.5;
    vec3 h = hash23(vec2(id, row + 3.0));
    float w = 0.34 + 0.13 * h.x, mid = exp(-p.x * p.x * 2.2), clump = valueNoise1(at * 0.29 + row * 7.3), mark1 = step(0.90, fract(h.x * 13.7 + h.y * 3.1));
    // quarters of high houses and of low ones, a landmark now and then
    float high1 = tallest * (0.14 + 0.66 * h.y * h.y + 0.50 * mark1) * (0.42 + 0.35 * mid + 0.85 * clump * clump);
    float step1 = h.z > 0.5 ? smoothstep(0.0, 0.001, abs(f) - w * 0.55) * 0.16 * high1 : 0.0, spire = h.z > 0.72 || mark1 > 0.5 ? high1 * 0.28 * step(abs(f), 0.018) : 0.0;
    // roofs: flat, stepped, or pitched
    float pitch = h.z < 0.24 ? abs(f) * cell * 1.1 : h.z < 0.34 ? (f + 0.5) * cell * 0.6 : 0.0;
    float d = max((abs(f) - w) * cell, p.y - high1 + step1 + pitch - spire), cover = smoothstep(pixel, -pixel, d);
    // windows: columns and floors; lit as far up as its band sounds
    float part = 0.02 + 0.55 * fract(id * 0.0618 + 0.5 + row * 0.21), sound1 = clamp(IMG_NORM_PIXEL(spectrum, vec2(part, 0.5)).r * (1.1 + 1.5 * part), 0.0, 1.0);
    vec2 cellW = vec2(cell * 0.105, cell * 0.135), wq = vec2(f * cell, p.y) / cellW, wid = floor(wq), wf = abs(fract(wq) - 0.5);
    float pane = smoothstep(0.5, 0.30, max(wf.x * 1.25, wf.y * 1.1)), r = hash21(wid + id * 17.0 + row * 5.0), blur = clamp(pixel / cellW.x * 1.6, 0.0, 1.0);
    pane = mix(pane, 0.40, blur);
    float level = p.y / max(high1, 1e-3), meter = smoothstep(sound1 + 0.03, sound1 - 0.03, level) * step(0.16, r), home = step(0.86, r) * 0.55;
    vec3 glow = mix(lampA, lampB, smoothstep(0.2, 0.9, level + 0.25 * (h.x - 0.5)));
    vec3 light1 = wall * (0.6 + 0.9 * level) + glow * pane * (meter * (0.5 + 0.9 * sound1) + home) * step(abs(f), w - 0.05) * step(p.y, high1 - step1 - pitch);
    light1 += vec3(0.9, 0.08, 0.05) * spire * 6.0 * smoothstep(0.9, 1.0, level - 0.2) * (0.3 + pulse);
    return vec4(light1, cover);
}
void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float bank = -0.135 - 0.20 * (tall - 0.5), up = uv.y - bank;
    bool water = up < 0.0;
    float depth = max(-up, 0.0), far = 1.0 / (depth + 0.055);
    // the river: look up again through waves, and through the live wave of the music
    float swell = valueNoise(vec2(uv.x * far * 0.55 + flow * 0.12, far * 1.7 - flow * 0.45)) - 0.5, ripple = valueNoise(vec2(uv.x * far * 2.1, far * 5.0 - flow * 1.1)) - 0.5;
    float wave = IMG_NORM_PIXEL(sound, vec2(fract(uv.x * 0.22 + 0.5), 0.5)).r - 0.5;
    vec2 p = vec2(uv.x + (water ? swell * 0.030 + ripple * 0.014 : 0.0), water ? depth * 1.10 + (swell * 0.05 + ripple * 0.03) * smoothstep(0.0, 0.15, depth) : up);
    p.y = max(p.y, 0.0);
    vec3 night = mix(vec3(0.004, 0.007, 0.020), tintTo(vec3(0.010), deep, 1.0), 0.5), dusk = mix(vec3(0.060, 0.030, 0.075), tintTo(vec3(0.055), base, 1.0), 0.55);
    vec3 lampA = mix(vec3(1.0, 0.62, 0.26), tintTo(vec3(0.66), light, 1.0), 0.4), lampB = saturation(tintTo(vec3(0.42), accent, 1.0), 1.3);
    // sky, moon, searchlights
    vec3 c = mix(dusk, night, smoothstep(0.0, 0.52, p.y));
    c += dusk * 0.8 * exp(-p.y * 9.0) * (0.7 + 0.5 * power);
    vec2 moonAt = vec2((variety < 0.5 ? -0.55 : 0.55) * min(wide, 1.0), 0.45 + 0.4 * (tall - 0.5));
    float m = length(p - moonAt);
    c += vec3(0.75, 0.78, 0.85) * (smoothstep(0.048, 0.044, m) * (0.75 - 0.25 * valueNoise(p * 34.0)) + 0.05 * exp(-m * 7.0));
    for (int i = 0; i < 3; i++) {
        float n = float(i), a = 0.55 * swing(barCount * 0.25 + 0.33 * n + variety) + 0.1 * (n - 1.0);
        vec2 from = p - vec2((n - 1.0) * 0.42 * min(wide, 1.1), 0.02);
        float off = from.x - from.y * a, beam = smoothstep(0.018 + 0.075 * from.y, 0.0, abs(off));
        c += mix(lampA, lampB, 0.5 * n) * beam * beam * exp(-from.y * 2.6) * step(0.0, from.y) * (0.06 + 0.16 * power + 0.10 * pulse);
    }
    // fireworks when there is power: one in two beats
    for (int i = 0; i < 2; i++) {
        float clock = beatCount * 0.5 + 0.5 * float(i), born = floor(clock), age = clock - born;
        vec2 h = hash12(born * 3.1 + float(i) * 7.0);
        vec2 d = p - vec2((h.x - 0.5) * 1.5 * min(wide, 1.1), 0.40 + 0.12 * h.y + 0.3 * (tall - 0.5) - 0.06 * age * age);
        float grown = 0.16 * easeOut(age * 1.3), r = length(d), a = atan(d.y, d.x) / 6.2832 * 22.0, spoke = abs(fract(a) - 0.5) * r * 0.29;
        float spark = smoothstep(0.0045 + pixel, 0.0, spoke) * smoothstep(grown + 0.004, grown - 0.01, r) * smoothstep(grown * 0.35, grown, r);
        c += mix(lampB, lampA, h.y) * spark * (1.0 - age) * (1.0 - age) * 2.6 * smoothstep(0.35, 0.75, power + 0.4 * strain);
    }
    // three rows of towers, the far ones soft with haze
    vec3 wall = night * 0.9 + 0.002;
    vec4 t = towers(p, 0.075, 0.24, 1.0, pixel * 2.0, wall, lampA, lampB);
    c = mix(c, mix(t.rgb * 0.55, dusk * 1.1, 0.35), t.a);
#if QUALITY > 0
    t = towers(p, 0.105, 0.29, 2.0, pixel * 1.4, wall, lampA, lampB);
    c = mix(c, mix(t.rgb * 0.8, dusk, 0.16), t.a);
#endif
    t = towers(p, 0.150, 0.36, 3.0, pixel, wall * 0.7, lampA, lampB);
    c = mix(c, t.rgb * 1.1, t.a);
    // the quay with lamps, a chase of light on the beat
    float lampX = p.x / 0.052, li = floor(lampX);
    vec2 lq = vec2((lampX - li - 0.5) * 0.052, p.y - 0.013);
    float chase = bump(fract(li * 0.0625 - beatCount * 0.25), 0.5, 0.22);
    c = mix(c, night * 0.6, smoothstep(pixel, -pixel, p.y - 0.007));
    c += mix(lampA, lampB, chase) * (0.000045 + 0.00016 * chase * (0.3 + power)) / (dot(lq, lq) + 0.00012);
    if (water) {
        c = c * (0.62 - 0.5 * depth) * (1.0 + 0.6 * ripple) + night * 0.35 + dusk * 0.10 * (0.5 + swell);
        float crest = abs(depth - 0.20 - 0.22 * (tall - 0.5) - wave * (0.16 + 0.10 * low) - 0.004 * swell);
        c += mix(lampB, light, 0.25) * (0.0016 / (crest + 0.0035) * (0.35 + 1.4 * abs(wave) + 0.5 * hit) * (0.55 + 0.9 * ripple + 0.4)) * smoothstep(0.25, 0.0, crest);
        c += lampA * 0.35 * smoothstep(0.30, 0.5, ripple) * smoothstep(0.10, 0.0, abs(uv.x - moonAt.x)) * smoothstep(0.0, 0.1, depth) * 0.4;
    }
    c *= 1.0 - 0.34 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(c, 1.1) * 2.4, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
