/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Guitar: six strings over the sound hole of a guitar, close by. Each string is a part of the spectrum and swings as a real one does, in its own standing wave; onsets pluck, light runs along the strings on the beat, the rosette turns its colours with the chapters.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 64 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
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
  "KINORA": {
    "cost": [5.0, 4.7],
    "steps": 1,
    "subject": "guitar", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.3, "arousal": 0.1, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
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

void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.70, 0.42), tintTo(vec3(0.74), light, 0.9), 0.35);
    float way = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = rotation(way * (0.13 + 0.03 * swing(chapterGlide * 0.11))) * uv;
    p.y += 0.004 * low * swing(beatCount);
    vec2 hole = vec2(-0.10, 0.0);
    float r = length(p - hole), key = 1.0 / (1.0 + 2.2 * dot(p - vec2(-0.35, 0.40), p - vec2(-0.35, 0.40)));
    // the top of spruce: fine straight grain, bear-claw across it
    float warp = valueNoise(p * vec2(1.6, 3.0)) * 0.03, grain = valueNoise(vec2(p.x * 3.0, (p.y + warp) * 130.0)), year = valueNoise(vec2(p.x * 1.2 + 9.0, (p.y + warp) * 38.0)), claw = valueNoise(vec2(p.x * 19.0 + p.y * 8.0, p.y * 4.0));
    vec3 wood = mix(vec3(0.34, 0.165, 0.055), vec3(0.66, 0.40, 0.17), 0.25 + 0.40 * grain + 0.30 * year + 0.12 * claw);
    wood = mix(wood, tintTo(wood, base, 1.0), 0.22);
    vec3 c = wood * lamp * (0.10 + 0.80 * key) + lamp * 0.05 * key * claw;
    // rosette: rings of inlay round the hole
    float a = atan(p.y, p.x - hole.x) / 6.2832, band = (r - 0.325) / 0.055, tile = fract(a * 44.0 + 0.5 * floor(band * 3.0)), dia = abs(tile - 0.5) + abs(fract(band * 1.5) - 0.5);
    vec3 inlay = mix(mix(vec3(0.55, 0.47, 0.34), light, 0.3), mix(accent, deep, 0.25 + 0.25 * swing(chapterGlide * 0.25 + floor(a * 44.0) / 11.0)), smoothstep(0.42 + pixel * 30.0, 0.42, dia));
    inlay *= lamp * (0.12 + 0.75 * key) * (1.0 + 0.9 * pulse * bump(fract(a - beatCount * 0.25), 0.5, 0.2));
    c = mix(c, inlay, smoothstep(0.5 + pixel * 12.0, 0.5, abs(band - 0.5)));
    c *= 1.0 - 0.75 * smoothstep(0.004 + pixel, 0.0, min(abs(r - 0.325), min(abs(r - 0.380), abs(r - 0.312))));
    // the hole: dark, a breath of light deep inside with the bass
    vec3 inside = vec3(0.010, 0.005, 0.003) + lamp * vec3(0.12, 0.05, 0.02) * (0.15 + 1.3 * low) * smoothstep(0.32, 0.0, length(p - hole - vec2(0.07, -0.09)));
    inside += lamp * 0.10 * smoothstep(0.29, 0.30, length(p - hole - vec2(0.008, -0.014))) ;
    c = mix(c, inside, smoothstep(pixel, -pixel, r - 0.30));
    // fingerboard at the left end, with its frets
    float board = p.x + 0.50, fret = (-board) * 7.5, fretAt = abs(fract(fret + 0.06 * fret) - 0.5), bw = 0.262 - 0.012 * board;
    float onBoard = smoothstep(pixel, -pixel, max(board, abs(p.y) - bw));
    c *= 1.0 - 0.55 * smoothstep(0.03, -0.02, max(board - 0.012, abs(p.y + 0.014) - bw));
    vec3 ebony = vec3(0.020, 0.012, 0.009) * (0.7 + 0.8 * grain) * (0.5 + 2.0 * key) + lamp * 0.03 * key;
    ebony = mix(ebony, lamp * vec3(0.75, 0.68, 0.52) * (0.35 + 0.5 * key) * (0.5 + 0.5 * swing(fret)), smoothstep(0.055, 0.02, abs(fretAt - 0.5)));
    c = mix(c, ebony, onBoard);
    // six strings and their shadows; the thick ones below
    // (a place is near two of them at most)
    float below = clamp(floor(p.y / 0.083 + 2.5), 0.0, 4.0);
    for (int i = 0; i < 2; i++) {
        float n = below + float(i), y0 = (n - 2.5) * 0.083, part = 0.010 + 0.026 * (5.0 - n) * (1.0 + 0.25 * (5.0 - n));
        part = 0.012 + 0.05 * n * (0.4 + 0.2 * n);
        float loud = clamp(IMG_NORM_PIXEL(spectrum, vec2(part, 0.5)).r * (1.0 + 0.35 * n) * 1.15, 0.0, 1.0), modes = 1.0 + mod(n + floor(beatCount * 0.25), 3.0);
        float along = clamp((p.x + 1.25) / 2.6, 0.0, 1.0), shape1 = abs(swing(along * 0.5 * modes)), amp = (0.030 * loud * loud + 0.004 * hit) * shape1;
        float thick = 0.0062 - 0.00068 * n, d = p.y - y0, off = abs(d - amp * 0.8 * swing(flow * (2.3 + 0.4 * n)));
        float cast1 = abs(d + 0.030 - 0.4 * amp) - thick - amp;
        c *= 1.0 - 0.48 * smoothstep(0.012, -0.004, cast1) * (1.0 - 0.6 * smoothstep(0.31, 0.28, r));
        // a swinging string is a veil with bright edges
        float veil = smoothstep(amp + thick + pixel, amp, abs(d)), edge1 = smoothstep(0.45, 1.0, abs(d) / (amp + thick));
        vec3 glow = mix(mix(accent, light, n / 5.0), lamp, 0.30);
        c += glow * veil * (0.10 + 0.45 * edge1) * smoothstep(0.002, 0.012, amp) * 0.9;
        float wound = n < 3.0 ? 0.75 + 0.25 * swing(p.x * 62.0 + n * 0.3) * smoothstep(0.004, 0.0018, pixel) : 1.0, cover = smoothstep(thick + pixel * 0.8, thick - pixel * 0.8, off);
        vec3 metal = (n < 3.0 ? vec3(0.60, 0.40, 0.19) : vec3(0.62, 0.62, 0.60)) * lamp * (0.14 + 0.9 * key * smoothstep(1.0, 0.1, abs(off / thick - 0.2))) * wound;
        float run = bump(fract(along - beatCount * 0.5 + 0.08 * n), 0.5, 0.16);
        c = mix(c, metal + glow * (0.9 * loud + 0.7 * run * pulse), cover);
    }
#if QUALITY > 0
    vec2 m = vec2(p.x + flow * 0.01, p.y - flow * 0.008) * 14.0;
    vec3 h = hash23(floor(m));
    c += lamp * smoothstep(0.06, 0.0, length(fract(m) - 0.2 - 0.6 * h.xy)) * step(0.80, h.z) * (0.06 + 0.6 * high) * key;
#endif
    c *= 1.0 + 0.12 * strain * swing(flow * 0.5);
    c *= 1.0 - 0.42 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(c * (1.9 + 0.3 * power), gl_FragCoord.xy, TIME, 0.6), 1.0);
}
