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
  "PASSES": [ { "TARGET": "heaven", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/3", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [6.8, 5.9],
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
vec4 towers(vec2 p, float cell, float tallest, float row, float pixel, vec3 wall, vec3 lampA, vec3 lampB, float moonSide) {
    float at = p.x / cell + row * 0.37 + variety * 20.0, id = floor(at), f = at - id - 0.5;
    vec3 h = hash23(vec2(id, row + 3.0));
    float w = 0.34 + 0.13 * h.x, mid = exp(-p.x * p.x * 2.2), clump = valueNoise1(at * 0.29 + row * 7.3), mark1 = step(0.90, fract(h.x * 13.7 + h.y * 3.1));
    // quarters of high houses and of low ones, a landmark now and then
    float high1 = tallest * (0.14 + 0.66 * h.y * h.y + 0.50 * mark1) * (0.42 + 0.35 * mid + 0.85 * clump * clump);
    float step1 = h.z > 0.5 ? smoothstep(0.0, 0.001, abs(f) - w * 0.55) * 0.16 * high1 : 0.0, spire = h.z > 0.72 || mark1 > 0.5 ? high1 * 0.28 * step(abs(f), 0.018) : 0.0;
    // roofs: flat, stepped, or pitched
    float pitch = h.z < 0.24 ? abs(f) * cell * 1.1 : h.z < 0.34 ? (f + 0.5) * cell * 0.6 : 0.0;
    float d = max((abs(f) - w) * cell, p.y - high1 + step1 + pitch - spire), cover = smoothstep(pixel, -pixel, d);
    // windows: columns and floors, lit as far up as its band sounds, each lamp with its own warmth
    float part = 0.02 + 0.55 * fract(id * 0.0618 + 0.5 + row * 0.21), sound1 = clamp(IMG_NORM_PIXEL(spectrum, vec2(part, 0.5)).r * (1.1 + 1.5 * part), 0.0, 1.0);
    float columns = 7.0 + floor(5.0 * h.z), corner = w * (2.0 * h.y - 1.0) * 0.55, isLit = step(f * moonSide, corner * moonSide);
    vec2 cellW = vec2(cell * 2.0 * (w - 0.03) / columns, cell * (0.062 + 0.030 * h.x)), wq = vec2((f + w - 0.03) * cell, p.y) / cellW, wid = floor(wq), wf = abs(fract(wq) - 0.5);
    float r = hash21(wid + id * 17.0 + row * 5.0), r2 = fract(r * 57.3), blur = clamp(pixel / cellW.x * 1.3, 0.0, 1.0), level = p.y / max(high1, 1e-3);
    float pane = mix(smoothstep(0.40, 0.40 - 0.9 * blur - 0.04, wf.x) * smoothstep(0.36, 0.36 - 0.9 * blur - 0.04, wf.y), 0.42, smoothstep(0.5, 1.0, blur));
    float meter = smoothstep(sound1 + 0.03, sound1 - 0.03, level) * step(0.30, r), home = step(0.90, r) * 0.45;
    vec3 glow = mix(mix(lampA, lampB, smoothstep(0.3, 1.0, level + 0.3 * (h.x - 0.5))), lampA * vec3(1.0, 0.78, 0.5), r2 * r2);
    // two faces: one towards the moon, one in its own shade; haze rises from the streets
    vec3 light1 = wall * (0.45 + 1.1 * level) * (1.0 + 2.6 * isLit) + lampA * 0.030 * exp2(-p.y * 26.0);
    light1 += glow * pane * (meter * (0.40 + 1.5 * sound1 * r2 + 0.35 * sound1) + home * r2) * step(abs(f), w - 0.03) * step(p.y, high1 - step1 - pitch - 0.012) * (0.62 + 0.38 * isLit);
    light1 += glow * 0.55 * smoothstep(0.0035, 0.0, abs(d + 0.0035)) * step(0.6, level) * step(0.6, h.x) * (0.3 + 0.7 * sound1);
    light1 += vec3(0.9, 0.08, 0.05) * spire * 6.0 * smoothstep(0.9, 1.0, level - 0.2) * (0.3 + pulse);
    return vec4(light1, cover);
}
void main() {
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * vec2(2.0, 3.0) : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float bank = -0.135 - 0.20 * (tall - 0.5), up = uv.y - bank;
    vec3 night = mix(vec3(0.004, 0.007, 0.020), tintTo(vec3(0.010), deep, 1.0), 0.5), dusk = mix(vec3(0.060, 0.030, 0.075), tintTo(vec3(0.055), base, 1.0), 0.55);
    vec3 lampA = mix(vec3(1.0, 0.62, 0.26), tintTo(vec3(0.66), light, 1.0), 0.4), lampB = saturation(tintTo(vec3(0.42), accent, 1.0), 1.3);
    vec2 moonAt = vec2((variety < 0.5 ? -0.55 : 0.55) * min(wide, 1.0), 0.45 + 0.4 * (tall - 0.5));
    float moonSide = variety < 0.5 ? -1.0 : 1.0;
    vec2 heavenSize = vec2(2.0 * wide + 0.08, tall - bank);
    if (PASSINDEX == 0) {
        vec2 p = vec2(isf_FragNormCoord.x - 0.5, isf_FragNormCoord.y) * heavenSize;
        float m = length(p - moonAt);
        // sky, moon, searchlights
        vec3 c = mix(dusk, night, smoothstep(0.0, 0.52, p.y));
        // thin clouds, lit from below by the city
        float cloud = smoothstep(0.42, 0.85, valueNoise(vec2(p.x * 1.9 + flow * 0.03, p.y * 9.0)) * 0.7 + 0.3 * valueNoise(vec2(p.x * 6.0 + flow * 0.05, p.y * 22.0)));
        c += (dusk * 0.9 + lampA * 0.020) * cloud * smoothstep(0.05, 0.18, p.y) * exp2(-p.y * 2.6);
        c += (dusk * 0.8 + lampA * 0.05) * exp(-p.y * 9.0) * (0.7 + 0.6 * power);
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
            // sparks fly out, slow down and fall; each has its reach and its trail
            d.y += 0.10 * age * age * smoothstep(0.0, 0.2, length(d));
            float r = length(d), at = atan(d.y, d.x) / 6.2832 * 30.0, id = floor(at), own = hash11(id + born * 7.0 + float(i) * 3.0);
            float head = 0.215 * easeOut(age * 1.25) * (0.58 + 0.42 * own), across = abs(at - id - 0.35 - 0.3 * own) * r * 0.2094, back = head - r;
            float trail = smoothstep(0.0022 + (2.0 * pixel), 0.0, across) * smoothstep(-0.004, 0.002, back) * exp(-max(back, 0.0) * (20.0 + 34.0 * age));
            float bead = 0.000013 / (across * across + back * back + 0.000012), fade = (1.0 - age) * (1.0 - age), shown = smoothstep(0.35, 0.75, power + 0.4 * strain);
            vec3 fire = mix(lampB, lampA, step(0.5, h.y + 0.25 * (own - 0.5)));
            c += (fire * trail * 1.6 + mix(fire, vec3(1.0), 0.5) * min(bead, 1.3) * (0.7 + 0.6 * step(0.5, fract(own * 9.0 + age * 6.0)))) * fade * shown * step(0.004, head) * smoothstep(0.30, 0.22, r);
            c += mix(lampB, lampA, h.y) * 0.020 * fade * shown / (0.05 + r * r * 9.0);
        }
        gl_FragColor = vec4(c, 1.0);
        return;
    }
    bool water = up < 0.0;
    float depth = max(-up, 0.0), far = 1.0 / (depth + 0.055);
    // the river: look up again through waves, and through the live wave of the music
    float swell = valueNoise(vec2(uv.x * far * 0.55 + flow * 0.12, far * 1.7 - flow * 0.45)) - 0.5, ripple = valueNoise(vec2(uv.x * far * 1.5 + 3.0, far * 9.0 - flow * 1.3)) - 0.5;
    float wave = IMG_NORM_PIXEL(sound, vec2(fract(uv.x * 0.22 + 0.5), 0.5)).r - 0.5;
    vec2 p = vec2(uv.x + (water ? swell * 0.020 + ripple * (0.010 + 0.05 * depth) : 0.0), water ? depth * 1.10 + (swell * 0.05 + ripple * 0.10) * smoothstep(0.0, 0.15, depth) : up);
    p.y = max(p.y, 0.0);
    vec3 c = IMG_NORM_PIXEL(heaven, clamp(p / heavenSize + vec2(0.5, 0.0), 0.0, 1.0)).rgb;
    // three rows of towers, the far ones soft with haze
    vec3 wall = night * 0.9 + 0.002;
    vec4 t = towers(p, 0.075, 0.24, 1.0, pixel * 2.0, wall, lampA, lampB, moonSide);
    c = mix(c, mix(t.rgb * 0.55, dusk * 1.1, 0.35), t.a);
#if QUALITY > 0
    t = towers(p, 0.105, 0.29, 2.0, pixel * 1.4, wall, lampA, lampB, moonSide);
    c = mix(c, mix(t.rgb * 0.8, dusk, 0.16), t.a);
#endif
    t = towers(p, 0.150, 0.36, 3.0, pixel, wall * 0.7, lampA, lampB, moonSide);
    c = mix(c, t.rgb * 1.1, t.a);
    // the quay with lamps, a chase of light on the beat
    float lampX = p.x / 0.052, li = floor(lampX);
    vec2 lq = vec2((lampX - li - 0.5) * 0.052, p.y - 0.013);
    float chase = bump(fract(li * 0.0625 - beatCount * 0.25), 0.5, 0.22);
    c = mix(c, night * 0.6, smoothstep(pixel, -pixel, p.y - 0.007));
    c += mix(lampA, lampB, chase) * (0.000045 + 0.00016 * chase * (0.3 + power)) / (dot(lq, lq) + 0.00012);
    // a hanging bridge before the town, strung with lamps; the beats run along it
    float span = 0.52 * min(wide, 1.1), bx = p.x * -moonSide - 0.10 * min(wide, 1.0), deckY = 0.034, along = mod(bx, span) / span - 0.5, onBridge = step(0.0, bx);
    float cableY = deckY + 0.012 + 0.155 * 4.0 * along * along, pylon = min(abs(along + 0.5), abs(along - 0.5)) * span, bead1 = (fract(along * 24.0) - 0.5) * span / 24.0;
    float iron = min(abs(p.y - deckY) - 0.0042, max(abs(p.y - cableY) - 0.0013, -0.01)), hanger = max(abs(bead1) - 0.0006, max(p.y - cableY, deckY - p.y));
    iron = min(min(iron, hanger), max(pylon - 0.0065 * (1.25 - 1.3 * p.y), p.y - deckY - 0.175));
    iron = min(iron, max(pylon - 0.020, abs(p.y - deckY - 0.125) - 0.004));
    c = mix(c, night * 0.35 + lampA * 0.012, smoothstep(pixel, -pixel, iron) * onBridge * 0.95);
    float running = bump(fract(bx * 1.6 - beatCount * 0.25), 0.5, 0.20), toBead = bead1 * bead1 + (p.y - cableY) * (p.y - cableY);
    c += (mix(lampA, lampB, running) * (0.3 + 1.9 * running * (0.3 + power)) * 0.0000075 / (toBead + 0.0000085)) * onBridge * smoothstep(0.0008, 0.0, toBead);
    c += vec3(0.9, 0.08, 0.05) * (0.3 + pulse) * smoothstep(0.0045, 0.002, length(vec2(pylon, p.y - deckY - 0.180))) * onBridge;
    if (water) {
        c = c * (0.62 - 0.5 * depth) * (1.0 + 0.6 * ripple) + night * 0.35 + dusk * 0.10 * (0.5 + swell);
        float crest = abs(depth - 0.20 - 0.22 * (tall - 0.5) - wave * (0.16 + 0.10 * low) - 0.004 * swell);
        c += mix(lampB, light, 0.25) * (0.0016 / (crest + 0.0035) * (0.35 + 1.4 * abs(wave) + 0.5 * hit) * (0.55 + 0.9 * ripple + 0.4)) * smoothstep(0.25, 0.0, crest);
        c += lampA * 0.35 * smoothstep(0.30, 0.5, ripple) * smoothstep(0.10, 0.0, abs(uv.x - moonAt.x)) * smoothstep(0.0, 0.1, depth) * 0.4;
    }
    c *= 1.0 - 0.34 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(c, 1.2) * 2.4, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
