/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Winter aurora: curtains of light over a snowed-in spruce forest and a frozen lake. The voice of the music lifts the curtains, treble combs them into rays, each beat runs along their folds, tension draws them up into red; a cabin keeps its lamp lit.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "height", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "rays", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "fold", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "beatPhase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.15 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.05, 0.12, 0.25, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.20, 0.60, 0.45, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.55, 0.95, 0.70, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.75, 0.45, 0.90, 1.0] }
  ],
  "PASSES": [ { "TARGET": "curtains", "WIDTH": "$WIDTH/2.5", "HEIGHT": "$HEIGHT/4", "FLOAT": true },
              { "TARGET": "shoreline", "WIDTH": "$WIDTH", "HEIGHT": "$HEIGHT/5", "FLOAT": true },
              { "TARGET": "lake", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [10.1, 9.8, 7.5],
    "steps": 2,
    "subject": "aurora", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "plants"],
    "mood": { "valence": 0.2, "arousal": -0.2, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "height", "signal": "mid", "halfLifeSeconds": 0.35 },
      { "input": "rays", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "fold", "signal": "bass", "halfLifeSeconds": 0.6 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "beatPhase", "signal": "beat" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "barCount", "signal": "bars" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const float SHORE = -0.16;       // where the far shore meets the ice

vec3 lowLight() { return saturation(mix(vec3(0.05, 0.90, 0.36), tintTo(vec3(0.60), toLinear(lightColour.rgb), 1.0), 0.34), 1.25); }
vec3 highLight() { return saturation(mix(vec3(0.42, 0.10, 0.80), tintTo(vec3(0.22), toLinear(accentColour.rgb), 1.0), 0.30), 1.2); }

// the curtains, marched upwards through a folded band of sky; x across, y above the shore
vec3 aurora(float x, float y, vec2 pixel) {
    float clock = flow * 0.6 + TIME * 0.05;
    vec3 low = lowLight(), high = highLight(), red = vec3(0.80, 0.10, 0.16);
    float jitter = hash21(pixel);
    vec3 sum = vec3(0.0);
    float reach = 1.0 / (y + 0.16);
    float lift = 0.50 + 0.55 * height + 0.30 * strain;
    float sharp = mix(2.3, 3.1, strain) - 0.4 * power;
    int folds = QUALITY > 1 ? 20 : 17;
    if (QUALITY < 1) folds = 14;
    for (int i = 0; i < folds; i++) {
        float k = (float(i) + jitter) / float(folds);
        vec2 g = vec2(x, 1.0) * (1.0 + lift * k) * reach;
        float w = valueNoise(g * vec2(0.42, 0.50) + vec2(variety * 37.0 + chapterGlide * 0.06, clock * 0.07));
        float v = valueNoise(g * vec2(1.15, 0.95) + vec2(w * 2.0 - clock * 0.09, variety * 19.0 + clock * 0.05));
        // curtains hang where the phase is whole: spaced evenly up the sky, folded by the noise
        float phase = 1.22 * log(g.y) + (w - 0.5) * (1.9 + 0.4 * fold) + (v - 0.5) * (0.55 + 0.40 * fold) + 0.10 * swing(variety + chapterGlide * 0.25) - 0.55;
        float which = floor(phase + 0.5);
        float r = max(1.0 - abs(phase - which) * sharp, 0.0);
        r *= r; r *= r * r;
        r *= 0.35 + 0.65 * hash11(which + 7.0 + floor(variety * 9.0)) + (which == 1.0 ? 0.6 : 0.0);
        float comb = valueNoise(vec2(g.x * 8.0 + v * 9.0 + clock * 0.7, which * 9.0 + w * 3.0));
        float strike = 0.55 + (0.35 + 0.95 * rays) * clamp(1.9 - 0.24 * reach * (1.0 + abs(x)), 0.15, 1.0) * (comb * comb * 2.2 - 0.45);
        float run = 1.0 + 0.9 * pulse * bump(fract(g.x * 0.16 + w * 0.6 - beatPhase * 0.5), 0.5, 0.3);
        float level = smoothstep(0.0, 0.06, k) * (0.10 + exp(-k * (4.6 - 1.6 * height)));
        vec3 c = mix(low, high, smoothstep(0.12, 0.60, k + 0.20 * (comb - 0.5)));
        c = mix(c, red, smoothstep(0.45, 1.0, k) * (0.20 + 0.6 * strain));
        sum += c * (r * level * max(strike, 0.08) * run * (1.0 - k * k));
    }
    return sum * (20.0 / float(folds)) * (0.20 + 0.16 * power) * smoothstep(0.0, 0.20, y + 0.03);
}

vec3 lampLight() { vec3 accent = toLinear(accentColour.rgb); return mix(vec3(1.0, 0.55, 0.18), accent / max(luma(accent), 0.05) * 0.45, 0.12); }
vec4 over(vec4 under, vec3 paint, float cover) { return under * (1.0 - cover) + vec4(paint, 1.0) * cover; }

// hills, forest and cabin on the far shore: light times cover, cover
vec4 farShore(vec2 p, float side, float pixel, vec3 night, vec3 dusk, vec3 glowLight) {
    vec4 colour = vec4(0.0);
    vec3 needle = night * 0.40, lamp = lampLight();
    float hx = p.x * side;
    // ---- far hills under snow
    float hill = 0.050 + 0.085 * smoothstep(0.75, -0.35, hx) * (0.45 + 0.75 * fbm1(p.x * 2.6 + variety * 20.0, 4)) + 0.012 * fbm1(p.x * 17.0, 2);
    float snowline = valueNoise(vec2(p.x * 21.0 + p.y * 30.0, p.y * 55.0));
    vec3 hillColour = mix(dusk * 0.75, dusk * 0.40 + glowLight * 0.30, smoothstep(0.35, 0.75, snowline));
    hillColour = mix(hillColour, dusk * 1.05 + glowLight * 0.1, smoothstep(0.09, 0.0, p.y));
    colour = over(colour, hillColour, clamp(0.5 + (hill - p.y) / (pixel * 1.6), 0.0, 1.0));

    // ---- spruce along the far shore
    float wood = 0.055 + 0.06 * smoothstep(-0.10, 0.85, hx) + 0.045 * smoothstep(-0.25, -0.8, hx);
    float gap = smoothstep(0.10, 0.17, abs(hx + 0.23));                 // a clearing for the cabin
    float ground = 0.006;
    float tx = p.x * 105.0 + 50.0, ti = floor(tx), th = hash11(ti);
    float spire = (1.0 - abs(tx - ti - 0.5) * 2.0) * (0.25 + 0.75 * th);
    tx = tx * 1.63 + 4.7; ti = floor(tx);
    spire = max(spire, (1.0 - abs(tx - ti - 0.5) * 2.0) * (0.2 + 0.6 * hash11(ti)));
    float rowFar = ground + (0.010 + wood * 0.42) * (0.40 + 0.60 * gap) * (0.55 + 0.75 * spire) - p.y;
    vec2 rowNear = snowyConiferRow(vec2(p.x, p.y - ground), 0.021, (0.020 + wood) * (0.25 + 0.95 * gap), variety + 1.0);
    colour = over(colour, mix(needle, dusk, 0.30) + glowLight * 0.06 * smoothstep(0.02, 0.0, rowFar), clamp(0.5 + rowFar / (pixel * 2.5), 0.0, 1.0));
    vec3 snowy = mix(needle, dusk * 0.6 + glowLight * 0.9, smoothstep(0.25, 0.75, rowNear.y) * 0.65);
    colour = over(colour, snowy, clamp(0.5 - rowNear.x / (pixel * 1.3), 0.0, 1.0));
    // the cabin
    vec2 c = vec2(hx + 0.23, p.y - ground);
    float wall = sdBox(c - vec2(0.0, 0.011), vec2(0.026, 0.013));
    float roof = max(abs(c.x) * 0.62 + c.y - 0.043, 0.021 - c.y);
    float chimney = sdBox(c - vec2(0.014, 0.042), vec2(0.0032, 0.010));
    colour = over(colour, night * 0.5 + lamp * 0.008, clamp(0.5 - min(wall, chimney) / (pixel * 1.2), 0.0, 1.0));
    colour = over(colour, dusk * 1.2 + glowLight * 1.6, clamp(0.5 - roof / (pixel * 1.2), 0.0, 1.0));
    float pane = min(sdBox(c - vec2(-0.010, 0.0115), vec2(0.0050, 0.0052)), sdBox(c - vec2(0.009, 0.0115), vec2(0.0042, 0.0052)));
    colour = over(colour, lamp * 1.55, clamp(0.5 - pane / (pixel * 1.2), 0.0, 1.0));
    return colour;
}

void main() {
    if (PASSINDEX == 0) {
        vec2 full = RENDERSIZE * vec2(2.5, 4.0);
        vec2 span = full / min(full.x, full.y);
        gl_FragColor = vec4(aurora((isf_FragNormCoord.x - 0.5) * span.x, isf_FragNormCoord.y * (0.5 * span.y - SHORE), gl_FragCoord.xy), 1.0);
        return;
    }
#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 1 ? RENDERSIZE * vec2(1.0, 5.0) : PASSINDEX == 2 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (PASSINDEX == 1 ? gl_FragCoord.xy - 0.5 * full : (isf_FragNormCoord - 0.5) * full) * pixel;
    float wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0;
    float clock = flow + TIME * 0.1;

    vec3 deep = toLinear(deepColour.rgb), base = toLinear(baseColour.rgb);
    vec3 low = lowLight();
    vec3 night = tintTo(vec3(0.0030, 0.0075, 0.0210), deep, 0.25);
    vec3 dusk = tintTo(vec3(0.0140, 0.0300, 0.0600), base, 0.22);
    vec3 glowLight = mix(low, vec3(luma(low)) * vec3(0.75, 0.95, 1.15), 0.45) * (0.020 + 0.055 * power + 0.03 * height);   // what the sky casts on the snow
    if (PASSINDEX == 1) {
        gl_FragColor = farShore(vec2(uv.x, gl_FragCoord.y * pixel), side, pixel, night, dusk, glowLight);
        return;
    }

    // the ice mirrors all that stands above the shore: look there instead, through a wavering surface
    float above = uv.y - SHORE;
    float ice = 1.0 - smoothstep(-pixel * 0.7, pixel * 0.7, above);
    float depth = max(-above, 0.0);
    vec2 plane = vec2(uv.x, 1.0) / (depth + 0.045);
    float rime = valueNoise(plane * vec2(1.3, 0.55) + variety * 30.0);
    float fine = valueNoise(plane * vec2(5.0, 2.2) + 9.0);
    float waver = (fine - 0.5) * 0.016 * smoothstep(0.0, 0.2, depth) + (rime - 0.5) * 0.010;
    vec2 p = vec2(uv.x + ice * waver, abs(above) * mix(1.0, 1.06, ice) + ice * abs(waver) * 0.8);

    // ---- sky
    vec3 colour = mix(dusk, night, smoothstep(-0.05, 0.42, p.y));
    float stars = starField(uv * 38.0 + 11.0 + variety * 9.0, 0.34, max(0.026, 38.0 * pixel * 0.62), TIME) * 1.1 ;
    colour += stars * vec3(0.70, 0.82, 1.0) * (1.0 - ice) * smoothstep(0.05, 0.3, p.y) * 0.7;
    // once in sixteen bars a meteor
    float fall = barCount / 16.0 + variety * 5.0, part = (fall - floor(fall)) * 40.0;
    vec2 m = hash12(floor(fall) + 3.0), head = vec2((m.x - 0.5) * wide * 0.7, 0.52) + vec2(0.34, -0.20) * part * (m.y < 0.5 ? vec2(-1.0, 1.0) : vec2(1.0));
    vec2 tail = vec2(m.y < 0.5 ? 0.13 : -0.13, 0.077), rel = uv - vec2(0.0, SHORE) - head;
    float along = clamp(dot(rel, tail) / dot(tail, tail), 0.0, 1.0);
    colour += vec3(0.8, 0.95, 1.0) * (bump(part, 0.5, 0.5) * (1.0 - along) * (1.0 - ice) * clamp(1.0 - length(rel - tail * along) / (pixel * 0.9 + 0.0012 * (1.0 - along)), 0.0, 1.0)) * step(part, 1.0);
    vec2 look = vec2(p.x / wide + 0.5, p.y / (0.5 * tall - SHORE));
    vec3 curtain = IMG_NORM_PIXEL(curtains, look).rgb;
    colour += curtain;
    colour += low * 0.018 * exp(-p.y * 7.0) * (0.4 + power);

    // ---- the far shore, painted by the second pass
    vec4 land = IMG_NORM_PIXEL(shoreline, vec2(p.x / wide + 0.5, p.y * 5.0 / tall));
    colour = p.y * 5.0 < tall ? colour * (1.0 - land.a) + land.rgb : colour;
    float hx = p.x * side;
    vec2 c = vec2(hx + 0.23, p.y - 0.006);
    vec3 lamp = lampLight();
    vec3 needle = night * 0.40;
    float flicker = 0.9 + 0.1 * valueNoise1(TIME * 3.0);
    colour += lamp * 0.00020 / (dot(c - vec2(0.0, 0.012), c - vec2(0.0, 0.012)) + 0.0016) * flicker;
    vec2 sm = c - vec2(0.014, 0.052);
    float rise = max(sm.y, 0.0);
    float plume = exp(-pow(abs(sm.x - rise * 0.35 - 0.02 * rise * 8.0 * (valueNoise(vec2(rise * 22.0 - clock * 0.5, 3.0)) - 0.5)) / (0.0035 + rise * 0.16), 2.0)) * exp(-rise * 16.0) * step(0.0, sm.y);
    colour += (dusk * 0.7 + glowLight * 0.5) * plume * 0.8;

    // ---- ice: dark glass with cracks, rime and drifted snow
    vec3 mirror = colour * (0.55 + 0.20 * fine) + night * 0.25;
    float drift = smoothstep(0.54, 0.80, rime * 0.65 + fine * 0.25 + 0.16 * valueNoise(plane * vec2(0.45, 0.3) + 4.0));
    vec3 cover = dusk * 0.55 + glowLight * 1.15 + curtain * 0.10;
#if QUALITY > 0
    float crackA = abs(valueNoise(plane * vec2(0.55, 0.9) + 40.0 + variety * 8.0) - 0.5), crackB = abs(valueNoise(plane * vec2(1.4, 1.1) + 77.0) - 0.5);
    float cracks = max(1.0 - crackA * 42.0, 0.0) * 0.6 + max(1.0 - crackB * 30.0, 0.0) * 0.3;
    mirror += (glowLight * 0.55 + dusk * 0.15) * cracks * 0.6 * smoothstep(0.03, 0.25, depth);
#endif
    mirror = mix(mirror, cover, drift * 0.55 * smoothstep(0.01, 0.12, depth) + 0.5 * exp(-depth * 130.0));
    colour = mix(colour, mirror, ice);
    // ground mist over the ice
    colour += (dusk * 0.55 + low * 0.006) * exp(-abs(above - 0.004) * 60.0) * (0.45 + 0.9 * valueNoise(vec2(uv.x * 5.0 - clock * 0.10, 2.0)));

#if QUALITY < 1
    // all behind the snow bank at half size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(lake, isf_FragNormCoord).rgb;
#endif
    // ---- foreground: a snow bank with tall snow-laden spruce
    vec2 f = vec2(uv.x * side, uv.y);
    float bank = -0.485 - 0.36 * (tall - 1.0) + 0.155 * smoothstep(0.15, 0.85, f.x) + 0.10 * smoothstep(-0.35, -0.95, f.x) + 0.022 * valueNoise1(f.x * 4.0 + variety * 9.0);
    float high = f.y - bank;
    float sway = 0.010 * swing(barCount * 0.25 + f.x * 0.3) * max(high, 0.0);
    float place = (f.x + sway) / 0.115;
    vec2 big = vec2(1e3, 0.0);
    for (int k = -1; k <= 1; k++) {
        float i = floor(place) + float(k);
        vec2 h = hash12(i + 17.0 + floor(variety * 97.0));
        float tx = i + 0.5 + 0.6 * (h.x - 0.5), at = tx * 0.115;
        float stand = 0.80 * smoothstep(0.30, 0.78, at) + 0.62 * smoothstep(-0.45, -0.90, at);
        float size = stand * (0.45 + 0.55 * h.y);
        vec2 tree = snowyConifer(vec2((place - tx) * 0.115, high + 0.025), max(size, 0.01), max(size, 0.01) * (0.16 + 0.05 * h.x), h.x + 3.0);
        tree.x = size > 0.12 ? tree.x : 1e3;
        big = tree.x < big.x ? tree : big;
    }
    float lump = valueNoise(vec2(f.x * 55.0, f.y * 75.0));
    vec3 bough = mix(needle * (0.55 + 0.5 * lump), dusk * 0.55 + glowLight * 0.95, smoothstep(0.30, 0.80, big.y + 0.35 * (lump - 0.5)) * 0.85);
    colour = mix(colour, bough, clamp(0.5 - big.x / (pixel * 1.3), 0.0, 1.0));
    float body = clamp(0.5 - high / (pixel * 1.4), 0.0, 1.0);
    float ripple = valueNoise(vec2(f.x * 7.0 + high * 18.0, high * 42.0)) * 0.6 + valueNoise(vec2(f.x * 23.0, high * 90.0)) * 0.4;
    vec3 snow = mix(dusk * 0.32 + night * 0.5, dusk * 0.55 + glowLight * 1.25, clamp(0.35 + 0.9 * (ripple - 0.35) + 2.2 * high, 0.0, 1.0));
    snow += glowLight * 0.8 * smoothstep(-0.020, 0.0, high);
    float glitter = step(0.9965, hash21(floor(gl_FragCoord.xy / max(1.0, 0.0028 / pixel)))) ;
    snow += glitter * (0.15 + 0.35 * rays) * low;
    colour = mix(colour, snow, body);

    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(finish(saturation(colour, 1.15) * 2.3, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
