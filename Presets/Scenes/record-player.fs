/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Record player: a long-playing record turns under a lamp, once in four beats. Its grooves carry the wave of what is playing, beats run outwards through them as rings of light, the arm moves inwards with every phrase; bass trembles the needle, and the room behind glows with the mood.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "sound", "TYPE": "audio", "MAX": 256 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "phrasePhase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
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
    "cost": [9.4, 8.7],
    "steps": 1,
    "subject": "record player", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.2, "arousal": 0.0, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "phrasePhase", "signal": "phrase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.25 },
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

// The deck is a plane seen from above its near edge: ground = (x, 1) * k, k = LENS / (HORIZON - y).
const float LENS = 0.90, HORIZON = 0.75, DISC = 0.43;
const vec2 MIDDLE = vec2(-0.05, 1.19);

void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    float fit = 1.0 / clamp(0.30 + 0.80 * wide, 0.55, 1.0);
    vec2 p = uv * fit;
    p.y = min(p.y - 0.10 * (tall - 0.5), 0.72);
    pixel *= fit;
    float way = variety < 0.5 ? 1.0 : -1.0;
    p.x *= way;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.66, 0.36), tintTo(vec3(0.70), light, 0.9), 0.35);
    vec3 night = mix(vec3(0.010, 0.012, 0.022), tintTo(vec3(0.014), deep, 1.0), 0.6);
    float k = LENS / (HORIZON - p.y);
    vec2 g = vec2(p.x * k, k), c = g - MIDDLE;
    float px = pixel * k, py = pixel * k * k / LENS, r = length(c), foot = mix(px, py, abs(c.y) / max(r, 1e-3));
    float spin = beatCount * 0.25;

    // the room: a dark wall, far lamps out of focus, a warm pool from the reading lamp
    vec3 colour = night + tintTo(vec3(0.05), base, 0.8) * exp(-length(p - vec2(0.55, 0.36)) * 3.0) * 2.2;
    for (int i = 0; i < 7; i++) {
        vec2 h = hash12(float(i) * 3.7 + floor(variety * 31.0)), at = vec2((h.x - 0.5) * 2.2 * max(wide * fit, 0.6), 0.30 + 0.22 * h.y + 0.05 * (tall - 0.5));
        float size = 0.030 + 0.035 * fract(h.x * 7.7), d = length(p - at), glow = 0.25 + 0.5 * power + 0.6 * pulse * step(0.5, fract(h.y * 9.0 + 0.5 * floor(beatCount)));
        colour += mix(accent, lamp, fract(h.y * 5.0)) * (0.10 * glow * smoothstep(size, size - 0.012, d) * (0.6 + 0.4 * smoothstep(size * 0.5, size, d)));
    }
    // the plinth of walnut
    vec2 b = vec2(g.x + 0.0, g.y - 1.17);
    float plinth = sdRoundBox(b, vec2(0.78, 0.60), 0.05), edgeW = 1.2 * max(px, py);
    float grain = valueNoise(vec2(g.x * 5.0 + 2.0 * valueNoise(g * vec2(2.0, 7.0)), g.y * 46.0)), ringed = valueNoise(vec2(g.x * 2.0, g.y * 13.0));
    vec3 wood = mix(vec3(0.070, 0.030, 0.013), vec3(0.26, 0.125, 0.055), 0.25 + 0.45 * ringed + 0.30 * grain);
    wood = mix(wood, tintTo(wood, base, 1.0), 0.25);
    float pool = 1.0 / (1.0 + 1.7 * dot(g - vec2(0.30, 1.45), g - vec2(0.30, 1.45)));
    vec3 deck = wood * (0.10 + 1.25 * pool * lamp);
    deck += lamp * 0.55 * exp(-pow(length((g - vec2(0.58, 1.58)) * vec2(2.2, 1.2)), 2.0) * 4.0) * (0.12 + 0.3 * grain);
    colour = mix(colour, deck, smoothstep(edgeW, -edgeW, plinth));
    colour += lamp * 0.20 * smoothstep(0.012, 0.0, abs(plinth + 0.010)) * pool;
    // its front edge falls away
    colour *= mix(1.0, 0.30, smoothstep(0.0, 0.02, plinth) * smoothstep(2.2, 1.1, g.y));
    // platter and shadow of the disc
    colour *= 1.0 - 0.72 * smoothstep(DISC + 0.10, DISC - 0.02, length(c + vec2(0.035, -0.02)));
    float rimR = DISC + 0.022, dots = smoothstep(0.25, 0.10, abs(fract(atan(c.y, c.x) * 14.0 + spin * 88.0) - 0.5));
    float edgeLight = 0.25 + 0.75 * pow(abs(dot(c / max(r, 1e-3), vec2(0.62, 0.78))), 6.0);
    vec3 steel = vec3(0.30, 0.31, 0.33) * edgeLight * (0.35 + pool * lamp) * (0.8 + 0.5 * dots * smoothstep(rimR - 0.018, rimR - 0.008, r));
    colour = mix(colour, steel, smoothstep(foot, -foot, r - rimR));
    // the record: the grooves throw the lamp back as two fans of light
    vec2 dir = c / max(r, 1e-3);
    float turnAt = atan(dir.y, dir.x) / 6.2832, fan = abs(dot(dir, vec2(0.55, 0.835))), fan2 = abs(dot(dir, vec2(-0.86, 0.51)));
    float track = r * 9.5, gap = smoothstep(0.05, 0.02, abs(fract(track) - 0.5)) * smoothstep(0.19, 0.21, r);
    float wave = IMG_NORM_PIXEL(sound, vec2(fract(turnAt + 0.5 + spin), 0.5)).r - 0.5;
    float groove = r * 118.0 + wave * 1.6 * smoothstep(0.2, 0.3, r) + 0.15 * swing(turnAt + spin), lines = 0.5 + 0.5 * swing(groove);
    float fineness = clamp(0.30 / (foot * 118.0) - 0.35, 0.0, 1.0);
    float uneven = 0.65 + 0.7 * valueNoise1(r * 90.0) * (0.5 + 0.5 * hash11(floor(track + 0.5)));
    float sheen = (pow(fan, 26.0) + 0.16 * pow(fan, 5.0) + 0.5 * pow(fan2, 40.0)) * uneven * mix(1.0, 0.45 + 1.1 * lines, fineness);
    vec3 vinyl = vec3(0.0045) + night * 0.25 + lamp * sheen * 0.24 * (0.35 + pool) + mix(accent, lamp, 0.35) * 0.030 * uneven * mix(1.0, lines * 2.0, fineness);
    vinyl *= 1.0 - 0.6 * gap;
    // each beat a ring of light runs outwards; the live wave glows on its grooves
    float beat = fract(beatCount), ringAt = 0.17 + 0.32 * beat;
    vinyl += mix(accent, light, 0.25) * (0.55 * (0.3 + 0.7 * power) * (1.0 - beat) * bump(r, ringAt, 0.035) * mix(1.0, lines * 1.7, fineness));
    vinyl += accent * (0.9 * abs(wave) * bump(r, 0.30 + 0.10 * wave, 0.020 + 0.03 * middle));
    vinyl += lamp * 0.30 * smoothstep(2.5 * foot, 0.0, abs(r - DISC + 0.004)) * (0.15 + pow(fan, 8.0));
    colour = mix(colour, vinyl, smoothstep(foot, -foot, r - DISC));
    // the label turns: half dyed, a sun, lines of print
    vec2 l = rotation(-6.2832 * spin) * c / 0.155;
    float lr = length(l);
    vec3 dye = mix(accent, saturation(accent, 1.3), 0.6), paper = mix(light, vec3(0.85, 0.78, 0.64), 0.4);
    float lf = foot / 0.155;
    vec3 label = mix(dye * 0.75, paper * 0.72, smoothstep(-lf, lf, l.y - 0.05 * swing(l.x * 0.6)));
    label = mix(label, mix(base, dye, 0.2) * 0.8, smoothstep(lf, -lf, length(l - vec2(0.0, 0.42)) - 0.24));
    float row = l.y * 9.0, ink = step(0.5, fract(row)) * step(0.35, hash21(vec2(floor(l.x * 13.0), floor(row)))) * step(abs(l.x), 0.55) * step(abs(l.y + 0.48), 0.22);
    label = mix(label, paper * 0.6, ink * 0.75);
    label *= smoothstep(0.0, 3.0 * lf, abs(lr - 0.86)) * 0.4 + 0.6;
    label *= (0.22 + 1.0 * pool * lamp) * (0.85 + 0.35 * pow(fan, 3.0));
    colour = mix(colour, label, smoothstep(lf, -lf, lr - 1.0));
    colour = mix(colour, vec3(0.55) * lamp, smoothstep(lf, -lf, length(l) - 0.055));
    // the arm: pivot, S-bent tube, headshell; it hangs over the deck and throws a shadow
    float inwards = mix(0.405, 0.235, phrasePhase * 0.25 + 0.25 * mod(floor(chapterGlide), 4.0) * 0.75);
    vec2 pivot = vec2(0.60, 1.53), needle = MIDDLE + inwards * normalize(vec2(0.86, -0.20)) + vec2(0.0, 0.002 * low * swing(flow * 3.0));
    vec2 along = normalize(needle - pivot), off = vec2(-along.y, along.x), bend = mix(pivot, needle, 0.72) + off * 0.035;
    for (int i = 0; i < 2; i++) {
        vec2 q = i == 0 ? g + vec2(0.040, -0.030) : g;
        float tube = min(sdSegment(q, pivot - along * 0.16, bend), sdSegment(q, bend, needle - along * 0.05)) - 0.0105;
        float shell = sdLimb(q, needle - along * 0.055, needle + along * 0.012, 0.024, 0.021), weight = sdLimb(q, pivot - along * 0.15, pivot - along * 0.235, 0.048, 0.048);
        float stand = length(q - pivot) - 0.085, d = min(min(tube, shell), min(weight, stand)), w = 1.3 * max(px, 0.6 * py);
        if (i == 0) { colour *= 1.0 - 0.62 * smoothstep(0.018, -0.012, d); continue; }
        float across = clamp(dot(q - pivot, off) / 0.012, -1.5, 1.5);
        vec3 metal = vec3(0.16, 0.165, 0.175) + lamp * (0.95 * smoothstep(0.8, 0.0, abs(across - 0.25))) * (0.4 + 0.6 * pool);
        colour = mix(colour, vec3(0.055) + lamp * 0.45 * smoothstep(0.018, 0.0, abs(stand + 0.016)) * smoothstep(-0.2, 0.9, dot(normalize(q - pivot + 1e-4), vec2(0.6, 0.8))), smoothstep(w, -w, stand));
        colour = mix(colour, metal, smoothstep(w, -w, tube));
        colour = mix(colour, vec3(0.05) + lamp * 0.35 * smoothstep(0.03, -0.01, length(q - pivot + along * 0.19) - 0.02), smoothstep(w, -w, weight));
        colour = mix(colour, mix(vec3(0.03), dye * 0.6, 0.4) + lamp * 0.2 * smoothstep(0.0, -0.012, shell), smoothstep(w, -w, shell));
        colour += mix(lamp, accent, 0.4) * (0.0006 + 0.0014 * hit) / (dot(q - needle, q - needle) + 0.0014);
    }
    // knob that glows with the pulse
    // (a turned knob with a pointer that the chapters move, ticks round it, a lamp beside it)
    vec2 knob = g - vec2(0.60, 0.80), topAt = knob - vec2(0.0, 0.026);
    float kr = length(knob), ka = atan(knob.y, knob.x) / 6.2832, kw = 1.2 * max(px, 0.6 * py);
    float ticks = smoothstep(0.10, 0.04, abs(fract(ka * 24.0) - 0.5)) * smoothstep(kw, -kw, abs(kr - 0.098) - 0.008) * step(0.10, abs(ka + 0.25));
    colour = mix(colour, lamp * 0.45 * (0.25 + pool), ticks * 0.8);
    colour *= 1.0 - 0.65 * smoothstep(0.030, -0.02, sdSegment(knob + vec2(0.030, -0.016), vec2(0.0), vec2(0.0, 0.02)) - 0.062);
    float side1 = sdSegment(knob, vec2(0.0), vec2(0.0, 0.026)) - 0.060, tr = length(topAt), ta = atan(topAt.y, topAt.x) / 6.2832;
    float knurl = 0.55 + 0.45 * swing(atan(knob.y - 0.013, knob.x) * 6.4);
    colour = mix(colour, vec3(0.030) + lamp * (0.16 * pool + 0.05) * knurl * (0.3 + smoothstep(-0.06, 0.05, knob.x)), smoothstep(kw, -kw, side1));
    float cone = abs(swing(ta * 2.0 + 0.06)), turned = -0.25 - 0.36 + 0.72 * fract(0.137 * (chapterGlide + 3.0 * variety));
    vec3 capLight = vec3(0.10, 0.10, 0.105) + lamp * (0.10 + 0.62 * cone * cone * cone) * (0.25 + pool) * (0.85 + 0.15 * swing(tr * 160.0));
    capLight += lamp * 0.30 * smoothstep(0.007, 0.0, abs(tr - 0.050)) * pool;
    vec2 point1 = rotation(-6.2832 * turned) * topAt;
    capLight = mix(capLight, mix(accent, vec3(0.9), 0.35) * (0.5 + 0.6 * pulse), smoothstep(kw, -kw, max(abs(point1.y) - 0.0055, abs(point1.x - 0.034) - 0.014)));
    colour = mix(colour, capLight, smoothstep(kw, -kw, tr - 0.055));
    colour += accent * (0.0008 + 0.0016 * pulse) / (dot(g - vec2(0.62, 0.96), g - vec2(0.62, 0.96)) + 0.0008);
    // dust in the beam of the lamp
#if QUALITY > 0
    for (int i = 0; i < 2; i++) {
        vec2 q = (p + vec2(flow * 0.010, flow * -0.006 * (1.0 + float(i)))) * (10.0 + 9.0 * float(i));
        vec3 h = hash23(floor(q));
        float mote = smoothstep(0.05, 0.0, length(fract(q) - 0.2 - 0.6 * h.xy)) * step(0.72, h.z);
        colour += lamp * mote * (0.12 + 0.5 * high) * smoothstep(0.9, 0.0, length(p - vec2(0.3, 0.35)));
    }
#endif
    colour *= 1.0 - 0.35 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(colour * 2.1, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
