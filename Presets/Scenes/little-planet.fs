/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Little planet: a cel-shaded world no bigger than a village, with a train that runs round it for ever. The engine puffs on every beat, its three wagons hop with bass, middle and treble, houses and trees bounce, the planet's heart glows with the bass, the sun goes round with the chapters and the seasons with it; once a minute a rocket leaves.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.08, 0.07, 0.16, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.16, 0.20, 0.44, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.32, 0.60, 0.66, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.0, 0.90, 0.68, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.92, 0.36, 0.26, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "globe", "WIDTH": "$WIDTH/1.5", "HEIGHT": "$HEIGHT/1.5", "FLOAT": true },
    { "TARGET": "train", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.66)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.18)", "FLOAT": true },
    { "TARGET": "rocket", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.09)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.20)", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [14.7, 19.4, 11.4],
    "steps": 2,
    "subject": "planet", "domain": "animation", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.7, "arousal": 0.2, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.15 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.15 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.12 },
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

const float RADIUS = 0.285;
const float CELLS = 30.0;

// cel paint: a flat shape with an inked edge of width ink, soft by a pixel
void paint(inout vec3 colour, float d, vec3 flat1, vec3 line, float ink, float soft) {
    colour = mix(colour, line, smoothstep(soft, -soft, d - ink));
    colour = mix(colour, flat1, smoothstep(soft, -soft, d));
}
void paint(inout vec4 sheet, float d, vec3 flat1, vec3 line, float ink, float soft) {
    sheet = mix(sheet, vec4(line, 1.0), smoothstep(soft, -soft, d - ink));
    sheet = mix(sheet, vec4(flat1, 1.0), smoothstep(soft, -soft, d));
}
// the train's sheet: along the rails, over them; the rocket's: across, along
const vec2 TRAIN_LOW = vec2(-0.30, -0.02), TRAIN_SIZE = vec2(0.56, 0.15), ROCKET_LOW = vec2(-0.04, -0.12), ROCKET_SIZE = vec2(0.08, 0.17);
// two flat tones, parted by light
vec3 cel(vec3 tone, float lit) { return mix(tone * vec3(0.46, 0.48, 0.66), tone, smoothstep(-0.03, 0.03, lit)); }
float wavy(float a, float k1, float k2, float seed) { return 0.6 * swing(a * k1 + seed) + 0.4 * swing(a * k2 + seed * 1.7); }
float cloudShape(vec2 q) { return max(min(min(length(q) - 0.034, length(q - vec2(0.040, -0.010)) - 0.025), min(length(q + vec2(0.042, 0.009)) - 0.026, length(q - vec2(0.018, 0.018)) - 0.026)), -q.y - 0.024); }

void main() {
#if QUALITY > 0
    if (PASSINDEX == 0) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 1.5 : PASSINDEX < 3 ? vec2(textureSize(globe, 0)) * 1.5 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    float way = variety < 0.5 ? 1.0 : -1.0;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 ink = mix(shade * 0.35, deep * 0.22, 0.5), lamp = mix(vec3(1.0, 0.80, 0.42), tintTo(vec3(0.8), light, 0.9), 0.4);

    // the camera rolls a little with the phrases and comes nearer in some chapters
    float zoom = 1.0 + 0.10 * sin(chapterGlide * 1.3 + variety * 5.0) + 0.012 * pulse;
    vec2 d = rotation(0.10 * swing(beatCount / 64.0)) * (uv * vec2(way, 1.0) / zoom - vec2(0.0, -0.070)), centre = vec2(0.0);
    float soft = pixel / zoom * 0.8, line = 0.0030;
    float r = length(d), a = atan(d.x, d.y) / 6.28318531;             // turns, clockwise from the top
    float spin = beatCount / (CELLS * 2.0), ground = a + spin + variety;   // a cell passes in two beats
    float sunTurn = chapterGlide * 0.125 + 0.62 + 0.2 * variety;
    vec2 toSun = vec2(sin(6.2832 * sunTurn), cos(6.2832 * sunTurn));
    float lit = dot(d / max(r, 1e-4), toSun) + 0.25;                    // day side
    float breath = 0.006 * pulse;

    vec3 space = mix(tintTo(vec3(0.020, 0.024, 0.060), deep, 0.7), shade * 0.5, 0.3), air = mix(base, tintTo(vec3(0.30, 0.52, 0.72), base, 0.4), 0.5);
    if (PASSINDEX == 1) {
        vec2 e = TRAIN_LOW + isf_FragNormCoord * TRAIN_SIZE - vec2(0.0, 0.003);
        float turnAt = e.x / (6.2832 * (RADIUS + 0.02)), lit = dot(swing2(vec2(turnAt, turnAt + 0.25)), toSun) + 0.25;
        float night = smoothstep(0.15, -0.25, lit), tone = lit + 0.2, wheelTurn = beatCount * 1.5708, u = e.x;
        vec4 sum = vec4(0.0);
        // wagons: bass, middle, treble
        float wagon = clamp(floor((0.072 - u) / 0.092), 0.0, 2.0);
        float bandNow = wagon < 0.5 ? low : wagon < 1.5 ? middle : high;
        vec2 w = e - vec2(0.026 - 0.092 * wagon, 0.020 * bandNow * bandNow + 0.0015 * swing(beatCount * 2.0 + wagon * 0.3));
        w = rotation(0.10 * (bandNow - 0.4) * swing(beatCount * 0.5 + wagon * 0.33)) * w;
        float box = sdRoundBox(w - vec2(0.0, 0.033), vec2(0.037, 0.0165), 0.004), roof = max(sdEllipse(w - vec2(0.0, 0.047), vec2(0.042, 0.014)), 0.0485 - w.y);
        vec3 coat = wagon < 0.5 ? accent : wagon < 1.5 ? mix(base, light, 0.15) : mix(lamp, light, 0.3);
        paint(sum, sdBox(e - vec2(0.026 - 0.092 * wagon + 0.046, 0.016), vec2(0.012, 0.0018)), ink, ink, line * 0.3, soft);
        paint(sum, box, cel(coat * 0.9, tone - 26.0 * max(0.030 - w.y, 0.0)), ink, line, soft);
        paint(sum, max(abs(w.y - 0.0245) - 0.0016, abs(w.x) - 0.035), mix(light, coat, 0.2) * 0.9, ink, 0.0, soft);
        vec2 pane = vec2((fract((w.x + 0.036) / 0.024) - 0.5) * 0.024, w.y - 0.0375);
        paint(sum, max(sdRoundBox(pane, vec2(0.0075, 0.0058), 0.002), abs(w.x) - 0.034), mix(mix(deep, air, 0.5), lamp * 1.1, max(night, 0.15 + 0.5 * bandNow)), ink, line * 0.6, soft);
        paint(sum, roof, cel(mix(deep, coat, 0.3), tone), ink, line, soft);
        vec2 bogie = vec2(abs(e.x - 0.026 + 0.092 * wagon) - 0.022, e.y - 0.0085);
        paint(sum, length(bogie) - 0.0085, cel(ink * 2.0 + 0.05, tone), ink, line * 0.8, soft);
        paint(sum, length(bogie) - 0.0034, mix(lamp, light, 0.5) * 0.8, ink, 0.0, soft);
        // the engine
        vec2 t = e - vec2(0.137, 0.0015 * swing(beatCount * 2.0 + 0.4));
        t.x /= 1.0 + 0.05 * swing(beatCount + 0.25) * power;
        float frame = sdBox(t - vec2(0.0, 0.017), vec2(0.054, 0.0035)), boiler = sdRoundBox(t - vec2(0.016, 0.036), vec2(0.036, 0.0145), 0.012), cab = sdRoundBox(t - vec2(-0.034, 0.044), vec2(0.0175, 0.025), 0.003), cabRoof = sdRoundBox(t - vec2(-0.034, 0.070), vec2(0.023, 0.0035), 0.003);
        float chimney = max(abs(t.x - 0.038) - 0.0052 - 0.20 * max(t.y - 0.062, 0.0), abs(t.y - 0.060) - 0.0135), dome = max(length((t - vec2(0.010, 0.050)) * vec2(1.0, 0.8)) - 0.0085, 0.048 - t.y);
        float plough = max(abs(t.y - 0.0105) - 0.0085, max(t.x - 0.066 + 0.55 * (t.y - 0.003), 0.046 - t.x));
        vec3 engine = mix(accent, deep, 0.10) * 0.92;
        paint(sum, frame, cel(ink * 2.2 + 0.03, tone), ink, line, soft);
        paint(sum, plough, cel(lamp * 0.8, tone), ink, line, soft);
        paint(sum, chimney, cel(ink * 2.2 + 0.04, tone), ink, line, soft);
        paint(sum, dome, cel(lamp * 0.95, tone), ink, line, soft);
        paint(sum, boiler, cel(engine, tone - 34.0 * max(0.033 - t.y, 0.0)), ink, line, soft);
        lay(sum, mix(engine, vec3(1.0), 0.55), smoothstep(soft, -soft, max(abs(t.y - 0.0445) - 0.0015, abs(t.x - 0.018) - 0.026)) * step(-0.2, tone));
        float hoops = max(abs(abs(t.x - 0.014) - 0.014) - 0.0016, abs(t.y - 0.036) - 0.0143);
        paint(sum, hoops, lamp * 0.85, ink, 0.0, soft);
        paint(sum, cab, cel(engine * 0.92, tone - 30.0 * max(0.040 - t.y, 0.0)), ink, line, soft);
        paint(sum, sdRoundBox(t - vec2(-0.034, 0.053), vec2(0.0095, 0.0085), 0.002), mix(mix(deep, air, 0.5), lamp * 1.15, max(night, 0.25)), ink, line * 0.7, soft);
        paint(sum, cabRoof, cel(mix(deep, ink, 0.3), tone), ink, line, soft);
        paint(sum, length(t - vec2(0.056, 0.039)) - 0.0055, lamp * (1.0 + 0.6 * pulse), ink, line, soft);
        // wheels and the rod that couples them
        for (int i = 0; i < 3; i++) {
            vec2 c = t - vec2(i == 0 ? -0.033 : i == 1 ? 0.000 : 0.032, i == 2 ? 0.0090 : 0.0135);
            float radius = i == 2 ? 0.0090 : 0.0140;
            vec2 s = rotation(wheelTurn) * c;
            paint(sum, length(c) - radius, cel(engine * 0.7, tone), ink, line, soft);
            paint(sum, length(c) - radius * 0.68, cel(ink * 2.0 + 0.04, tone), ink, 0.0, soft);
            paint(sum, max(min(abs(s.x), abs(s.y)) - 0.0012, length(c) - radius * 0.70), lamp * 0.75, ink, 0.0, soft);
            paint(sum, length(c) - 0.0028, lamp * 0.9, ink, 0.0, soft);
        }
        vec2 crank = vec2(cos(wheelTurn), -sin(wheelTurn)) * 0.0085;
        paint(sum, sdSegment(t, vec2(-0.033, 0.0135) + crank, vec2(0.0, 0.0135) + crank) - 0.0019, mix(light, vec3(0.8), 0.4), ink, line * 0.6, soft);
        sum.rgb += lamp * 0.30 * night * smoothstep(0.02, 0.0, abs(t.y - 0.036) - 0.2 * max(t.x - 0.056, 0.0)) * step(0.056, t.x) * exp(-(t.x - 0.056) * 14.0);
        gl_FragColor = sum;
        return;
    }
    if (PASSINDEX == 2) {
        vec2 s = ROCKET_LOW + isf_FragNormCoord * ROCKET_SIZE;
        vec4 sum = vec4(0.0);
        float flame = sdTriangle(vec2(s.x, -s.y - 0.058 - 0.020 * fract(beatCount * 4.0)) * vec2(1.0, 1.0), 0.010, 0.040), hull = max(sdEllipse(s, vec2(0.013, 0.038)), -s.y - 0.022), fins = max(abs(s.x) - 0.022 - 0.5 * (s.y + 0.022), abs(s.y + 0.018) - 0.014);
        paint(sum, flame, lamp * 1.3, accent, line, soft);
        paint(sum, fins, accent * 0.9, ink, line, soft);
        paint(sum, hull, mix(light, vec3(0.9), 0.5) * (s.x > 0.004 ? 0.7 : 1.0), ink, line, soft);
        paint(sum, length(s - vec2(0.0, 0.008)) - 0.0055, air, ink, line * 0.7, soft);
        gl_FragColor = sum;
        return;
    }
    // sky: flat rings of air round the planet, stars beyond
    vec3 dusk = mix(accent, light, 0.35);
    float ringAt = (r - RADIUS - 0.035 + 0.006 * wavy(a, 5.0, 7.0, flow * 0.02)) / 0.075, step1 = clamp(floor(ringAt) + smoothstep(1.0 - soft / 0.075 * 1.5, 1.0, fract(ringAt)), 0.0, 6.0);
    float air1 = 1.0 - step1 / 5.0;
    float day = smoothstep(-0.7, 0.8, lit);
    vec3 colour = mix(space, mix(mix(deep * 0.6, dusk * 0.42, bump(lit, 0.15, 0.9)), air * 0.85, day), max(air1, 0.0) * (0.35 + 0.65 * day) * 0.92);
    for (int i = 0; i < 2; i++) {
        float n = float(i);
        vec2 c = rotation(spin * 0.9) * d * (9.0 + 8.0 * n), cell = floor(c);
        vec3 h = hash23(cell + 31.0 * n + floor(variety * 40.0));
        vec2 q = abs(fract(c) - 0.3 - 0.4 * h.xy);
        float size = (0.05 + 0.10 * h.z * h.z) * (0.65 + 0.5 * step(0.5, fract(h.x * 7.0 + beatCount * 0.5)) * high + 0.2 * pulse);
        float star = min(q.x * 4.0 + q.y, q.x + q.y * 4.0) - size * 1.3;
        colour = mix(colour, mix(lamp, vec3(0.9), 0.5), smoothstep(0.03, -0.03, min(star, length(q) - size * 0.36)) * step(0.55, h.z) * smoothstep(0.62, 0.2, air1 * day) * (0.45 + 0.4 * h.y));
    }
    // sun and moon go round opposite one another
    float far = min(max(wide * 0.72, 0.42), 0.64);
    vec2 sunAt = toSun * vec2(far, 0.43), q = d - sunAt;
    float sr = length(q), flames = 0.062 + 0.013 * step(0.0, swing(atan(q.y, q.x) * 1.9099 + beatCount * 0.125)) * smoothstep(-0.2, 0.2, swing(atan(q.y, q.x) * 1.9099 + beatCount * 0.125)) + 0.010 * pulse;
    colour += lamp * 0.16 * smoothstep(0.20, 0.198, sr) * 0.5 + lamp * 0.10 * smoothstep(0.135, 0.133, sr);
    paint(colour, sr - flames, mix(lamp, accent, 0.45) * 1.05, ink, line * 0.8, soft);
    paint(colour, sr - 0.047, mix(lamp * 1.25, light, 0.3), ink, 0.0, soft);
    q = d + toSun * vec2(far, 0.41);
    float moon = max(length(q) - 0.042, 0.037 - length(q - vec2(0.017, 0.009)));
    paint(colour, moon, mix(light, base, 0.15) * 0.95, ink, line * 0.8, soft);

    // clouds drift round in two shells
    for (int i = 0; i < 2; i++) {
        float n = float(i), shell = RADIUS + 0.205 - 0.055 * n, count = 7.0 - 2.0 * n;
        float at = (a + spin * (0.55 - 0.2 * n) + 0.37 * n + variety) * count, id = mod(floor(at), count);
        vec2 h = hash12(id + 11.0 * n + floor(variety * 20.0));
        vec2 c = vec2((fract(at) - 0.5 - 0.25 * (h.x - 0.5)) / count * 6.2832 * shell, r - shell - 0.03 * (h.y - 0.5) - 0.006 * swing(beatCount * 0.25 + h.x));
        c /= 0.75 + 0.6 * h.x;
        float cloud = cloudShape(c);
        vec3 tone = mix(vec3(0.88), light, 0.5) * mix(vec3(0.42, 0.46, 0.66), vec3(1.0), smoothstep(-0.3, 0.5, lit));
        vec3 two = mix(tone * vec3(0.70, 0.75, 0.88), tone, smoothstep(soft, -soft, cloudShape(c - vec2(0.010, -0.010))));
        paint(colour, cloud, two, ink, line * 0.8, soft);
    }

    // far hills: two rings of flat tone
    float season = mod(chapterGlide * 0.25 + variety * 3.0, 3.0);
    vec3 spring = mix(vec3(0.24, 0.52, 0.14), tintTo(vec3(0.40), base, 0.6), 0.10), autumn = mix(vec3(0.72, 0.36, 0.08), accent, 0.25), winter = mix(vec3(0.74, 0.80, 0.88), light, 0.2);
    float toAutumn = bump(season, 1.0, 1.0), toWinter = bump(season, 2.0, 1.0);
    vec3 grass = mix(mix(spring, autumn, toAutumn), winter, toWinter);
    float hills = RADIUS + 0.040 + 0.022 * wavy(a + spin * 0.6, 5.0, 9.0, 0.3) + breath * 0.5;
    paint(colour, r - hills, mix(cel(mix(grass, air, 0.55), lit), space, 0.05), ink, line * 0.7, soft);
    hills = RADIUS + 0.022 + 0.018 * wavy(a + spin * 0.8, 7.0, 11.0, 0.7) + breath * 0.7;
    vec3 hillTone = cel(mix(grass, air, 0.28) * 0.92, lit);
    hillTone *= 1.0 - 0.12 * step(0.5, fract((a + spin * 0.8) * 60.0)) * smoothstep(0.0, -0.002, r - hills + 0.010);
    paint(colour, r - hills, hillTone, ink, line * 0.8, soft);

    // what stands on the ground: one thing a cell, bouncing on the beat
    float at = ground * CELLS, id = mod(floor(at), CELLS);
    vec2 h = hash12(id + floor(variety * 60.0) * 3.0), o = vec2((fract(at) - 0.5) * 6.2832 * RADIUS / CELLS, r - RADIUS - breath + 0.004);
    float hop = (0.5 + 0.5 * swing(beatCount + 0.25 + 0.5 * step(0.5, h.x))) * (0.05 + 0.13 * power);
    o.y /= 0.93 + hop;
    o.x *= 0.96 + 0.5 * hop;
    float kind = floor(h.y * 5.0), night = smoothstep(0.15, -0.25, lit);
    if (o.y < 0.16 && o.y > -0.03) {
        if (kind < 1.5) {
            float high1 = 0.030 + 0.018 * h.x;
            float walls = sdBox(o - vec2(0.0, high1 * 0.5), vec2(0.0155, high1 * 0.5)), roof = max(abs(o.x) * 0.80 + (o.y - high1) - 0.0175, -(o.y - high1) - 0.001);
            float chimney = sdBox(o - vec2(0.009, high1 + 0.014), vec2(0.0030, 0.010));
            vec3 plaster = mix(light, mix(accent, base, step(0.5, fract(h.x * 9.0))), 0.22);
            paint(colour, chimney, cel(accent * 0.6, lit), ink, line, soft);
            paint(colour, walls, cel(plaster * 0.95, lit - 14.0 * max(o.x, 0.0) * (1.0 - 0.6 * night)), ink, line, soft);
            paint(colour, roof, cel(mix(mix(accent, deep, step(0.66, h.x)), grass, toWinter * 0.8), lit), ink, line, soft);
            vec2 pane = vec2(abs(o.x + 0.0005) - 0.0070, o.y - high1 * 0.60);
            paint(colour, sdBox(pane, vec2(0.0034, 0.0045)), mix(deep * 0.8, lamp * (1.1 + 0.35 * pulse), night * step(fract(id * 0.37 + floor(beatCount) * 0.25), 0.75)), ink, 0.0, soft);
            paint(colour, sdRoundBox(o - vec2(0.0, 0.006), vec2(0.0032, 0.0085), 0.003), ink * 1.5 + accent * 0.1, ink, 0.0, soft);
        } else if (kind < 2.5) {
            float trunk = sdBox(o - vec2(0.0, 0.014), vec2(0.0032, 0.016)), crown = min(length(o - vec2(0.0, 0.046)) - 0.019, min(length(o - vec2(0.012, 0.036)) - 0.013, length(o - vec2(-0.012, 0.036)) - 0.013));
            paint(colour, trunk, cel(vec3(0.26, 0.14, 0.08), lit), ink, line, soft);
            vec3 leaf = mix(mix(spring * 0.80, mix(accent, lamp, h.x), toAutumn), winter * 0.9, toWinter);
            paint(colour, crown, cel(leaf, min(lit + 0.4, 0.3) + 10.0 * dot(o - vec2(0.0, 0.044), vec2(toSun.x * cos(6.2832 * a) - toSun.y * sin(6.2832 * a), toSun.x * sin(6.2832 * a) + toSun.y * cos(6.2832 * a)))), ink, line, soft);
        } else if (kind < 3.5) {
            float pine = 1e2;
            for (int i = 0; i < 3; i++) pine = min(pine, sdTriangle(o - vec2(0.0, 0.074 - 0.018 * float(i)), 0.011 + 0.004 * float(i), 0.026));
            paint(colour, sdBox(o - vec2(0.0, 0.008), vec2(0.003, 0.010)), cel(vec3(0.22, 0.12, 0.08), lit), ink, line, soft);
            vec3 needle = mix(spring * vec3(0.35, 0.62, 0.62), winter, toWinter * step(0.5, fract((o.y) * 55.0 + 0.1)));
            paint(colour, pine, cel(needle, lit - 18.0 * o.x * o.x * 60.0 * 0.2 + 8.0 * -o.x), ink, line, soft);
        } else {
            // a windmill: a quarter turn a beat
            float tower = max(abs(o.x) - 0.0115 + 0.09 * o.y, abs(o.y - 0.030) - 0.032), cap = max(length((o - vec2(0.0, 0.061)) * vec2(1.0, 1.1)) - 0.0085, 0.060 - o.y);
            vec2 s = rotation(1.5708 * stepped(beatCount, 0.7) * way) * (o - vec2(0.0, 0.061)), w = abs(s.x) > abs(s.y) ? s : vec2(s.y, -s.x);
            float sail = min(max(abs(abs(w.x) - 0.024) - 0.013, abs(w.y * sign(w.x) - 0.0040) - 0.0042), max(abs(w.x) - 0.037, abs(w.y) - 0.0009));
            paint(colour, tower, cel(mix(light, base, 0.15) * 0.95, lit - 25.0 * o.x), ink, line, soft);
            paint(colour, cap, cel(accent * 0.8, lit), ink, line, soft);
            paint(colour, sail, mix(light, vec3(0.9), 0.5) * (0.55 + 0.45 * day), ink, line * 0.6, soft);
            paint(colour, length(s) - 0.0036, ink, ink, 0.0, soft);
        }
    }

    // the planet cut open: turf, earth in bands, rock with gems, the heart that beats
    float body = r - RADIUS - breath;
    vec3 soil = mix(vec3(0.34, 0.18, 0.10), tintTo(vec3(0.22), accent, 0.6), 0.35), stone = mix(vec3(0.20, 0.15, 0.20), tintTo(vec3(0.16), deep, 0.8), 0.5), mantle = mix(vec3(0.62, 0.15, 0.05), accent, 0.25);
    float drip = 0.024 + 0.010 * wavy(ground, 23.0, 31.0, 0.1), band1 = 0.082 + 0.008 * wavy(ground, 6.0, 13.0, 0.5), band2 = 0.150 + 0.010 * wavy(ground, 5.0, 8.0, 0.9);
    float lightSide = dot(d, toSun) / RADIUS + 0.35 * (1.0 - r / RADIUS) + 0.20;
    vec3 inner = cel(grass, lightSide);
    float depth = -body;
    float c1 = smoothstep(-soft, soft, depth - drip), c2 = smoothstep(-soft, soft, depth - band1), c3 = smoothstep(-soft, soft, depth - band2);
    inner = mix(inner, cel(soil, lightSide + 0.25), c1);
    inner = mix(inner, ink, smoothstep(line * 0.8 + soft, line * 0.8 - soft, abs(depth - drip)) * 0.9);
    // stones in the earth
    vec2 pebble = vec2(ground * 46.0, depth * 26.0);
    vec2 ph = hash22(vec2(mod(floor(pebble.x), 46.0), floor(pebble.y)));
    vec2 pq = (fract(pebble) - 0.5 - 0.3 * (ph - 0.5)) * vec2(1.0, 1.0);
    inner = mix(inner, cel(soil * 1.45, lightSide + 0.2), smoothstep(0.04, -0.04, length(pq * vec2(0.8, 1.2)) - 0.10 - 0.10 * ph.x) * step(0.58, ph.y) * c1 * step(depth, band1 - 0.010) * step(drip + 0.010, depth));
    inner = mix(inner, cel(stone, lightSide + 0.35), c2);
    inner = mix(inner, ink, smoothstep(line * 0.6 + soft, line * 0.6 - soft, abs(depth - band1)) * 0.8);
    // gems that light with the treble
    vec2 gem = vec2(ground * 26.0, (depth - band1) * 15.0);
    vec2 gh = hash22(vec2(mod(floor(gem.x), 26.0) + 90.0, floor(gem.y)));
    vec2 gq = (fract(gem) - 0.5 - 0.2 * (gh - 0.5)) * vec2(0.060, 0.066);
    float cut = abs(gq.x) * 1.2 + abs(gq.y) - 0.0085 - 0.004 * gh.x, shine = high * step(0.4, fract(gh.x * 7.0 + floor(beatCount * 2.0) * 0.381)) ;
    vec3 jewel = mix(base, mix(accent, light, 0.4), step(0.5, gh.x));
    float isGem = step(0.45, gh.y) * c2 * (1.0 - c3);
    inner += jewel * 0.6 * shine * isGem * exp(-max(cut, 0.0) * 160.0);
    inner = mix(inner, ink, smoothstep(soft, -soft, cut - line * 0.7) * isGem);
    inner = mix(inner, jewel * (0.45 + 0.9 * shine) * (gq.x > gq.y * 0.4 ? 0.7 : 1.1), smoothstep(soft, -soft, cut) * isGem);
    inner = mix(inner, mantle * (0.75 + 0.4 * low), c3);
    inner = mix(inner, ink, smoothstep(line * 0.6 + soft, line * 0.6 - soft, abs(depth - band2)) * 0.8);
    // the heart: three flat rings that swell with the bass, cracks of light when the music strains
    float heart = 0.040 + 0.026 * low + 0.012 * pulse, teeth = 0.006 * wavy(a - spin, 9.0, 14.0, beatCount * 0.125);
    inner = mix(inner, mix(mantle, lamp, 0.45) * 1.1, smoothstep(soft, -soft, r - heart * 1.55 - teeth));
    inner = mix(inner, mix(lamp, vec3(1.0, 0.62, 0.16), 0.5) * 1.2, smoothstep(soft, -soft, r - heart - teeth * 0.7));
    inner = mix(inner, mix(lamp, vec3(1.0), 0.6) * 1.5, smoothstep(soft, -soft, r - heart * 0.55));
    float crack = abs(fract(a * 7.0 - spin * 7.0 + 0.06 * wavy(r * 6.0, 3.0, 5.0, floor(a * 7.0 - spin * 7.0))) - 0.5) * r * 0.9;
    inner = mix(inner, mix(lamp, accent, 0.3) * 1.3, smoothstep(0.0035, 0.0015, crack) * smoothstep(0.04 + 0.21 * strain, 0.02, r) * step(0.02, strain));
    paint(colour, body, inner, ink, line * 1.1, soft);

#if QUALITY < 1
    // the globe at two thirds of the size
    if (PASSINDEX == 0) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(globe, isf_FragNormCoord).rgb;
#endif
    // rails and the train; it stays on top while the world turns
    float v = r - RADIUS - breath - 0.0035;
    float sleepers = max(abs(fract(ground * CELLS * 6.0) - 0.5) * 6.2832 * RADIUS / (CELLS * 6.0) - 0.0024, abs(v + 0.0015) - 0.0022);
    paint(colour, sleepers, cel(vec3(0.24, 0.13, 0.08), lit), ink, line * 0.4, soft);
    paint(colour, abs(v - 0.0022) - 0.0012, cel(mix(vec3(0.45), deep, 0.3), lit), ink, line * 0.3, soft);
    float u = a * 6.2832 * (RADIUS + 0.02);
    vec2 onTrain = (vec2(u, v) - TRAIN_LOW) / TRAIN_SIZE;
    vec4 drawn = IMG_NORM_PIXEL(train, clamp(onTrain, 0.0, 1.0)) * step(abs(onTrain.x - 0.5), 0.5) * step(abs(onTrain.y - 0.5), 0.5);
    colour = colour * (1.0 - drawn.a) + drawn.rgb;
    // puffs: one a beat, they swell and stay behind
    for (int i = 5; i >= 0; i--) {
        float age = fract(beatCount) + float(i), born = floor(beatCount) - float(i), hs = hash11(mod(born, 50.0));
        float back = 0.175 - 0.085 * age + 0.006 * age * age, upward = RADIUS + 0.086 + 0.028 * age + 0.012 * hs - 0.0012 * age * age;
        float turnAt = back / (RADIUS + 0.02);
        vec2 c = d - upward * swing2(vec2(turnAt * 0.15915, turnAt * 0.15915 + 0.25));
        float size = (0.010 + 0.0100 * age - 0.0011 * age * age) * smoothstep(0.0, 0.12, age) * smoothstep(6.0, 4.4, age);
        float puff = min(length(c) - size, min(length(c - size * vec2(0.75, -0.25)) - size * 0.66, length(c + size * vec2(0.72, 0.30)) - size * 0.62));
        vec3 white = mix(vec3(0.95), light, 0.4) * mix(vec3(0.50, 0.52, 0.70), vec3(1.0), smoothstep(-0.3, 0.5, lit));
        if (size > 0.001) paint(colour, puff, mix(white * vec3(0.72, 0.76, 0.88), white, smoothstep(soft, -soft, length(c - size * 0.25 * vec2(toSun)) - size * 0.80)), ink, line * 0.8, soft);
    }
    // once a minute a rocket leaves
    float launch = mod(beatCount + 24.0, 96.0) / 12.0;
    if (launch < 1.0) {
        float climb = launch * launch, place = 0.62 + 0.10 * launch;
        vec2 at2 = (RADIUS + 0.02 + 0.75 * climb) * swing2(vec2(place, place + 0.25)), up = normalize(at2), s = vec2(dot(d - at2, vec2(up.y, -up.x)), dot(d - at2, up));
        float trail = abs(s.x) - 0.006 - 0.02 * max(-s.y, 0.0);
        colour = mix(colour, mix(vec3(0.9), light, 0.4), smoothstep(soft, -soft, trail + 0.010 * swing(s.y * 16.0)) * step(s.y, -0.03) * step(RADIUS + 0.02, r) * 0.75);
        vec2 onRocket = (s - ROCKET_LOW) / ROCKET_SIZE;
        vec4 sheet = IMG_NORM_PIXEL(rocket, clamp(onRocket, 0.0, 1.0)) * step(abs(onRocket.x - 0.5), 0.5) * step(abs(onRocket.y - 0.5), 0.5);
        colour = colour * (1.0 - sheet.a) + sheet.rgb;
    }
    // printed on paper: a breath of grain, darker corners
    float tooth = valueNoise(isf_FragNormCoord * full * (0.0022 / pixel) * 0.5) - 0.5;
    colour *= 1.0 + 0.05 * tooth;
    colour *= 1.0 - 0.30 * smoothstep(0.1, 1.2, dot(uv, uv) / (0.20 + wide * wide * 0.7));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.10) * 1.35, gl_FragCoord.xy, 0.0, 0.35), 1.0);
}
