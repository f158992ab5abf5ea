/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Shoal: hundreds of silver fish turn like one body over a reef. The turn runs through the shoal with every bar and flashes as their flanks meet the light; tails beat with the music, bass swells the ball, treble glints on the scales, tension packs it tight; once in sixteen bars a hunter comes through and the shoal opens round it.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "voice", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.03, 0.12, 0.25, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.10, 0.42, 0.60, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.65, 0.92, 0.95, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.80, 0.60, 1.0] }
  ],
  "PASSES": [ { "TARGET": "water", "WIDTH": "$WIDTH/3", "HEIGHT": "$HEIGHT/3", "FLOAT": true }, { "TARGET": "ball", "WIDTH": "$WIDTH/1.6", "HEIGHT": "$HEIGHT/1.6", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [18.5, 18.6, 10.8],
    "steps": 2,
    "subject": "shoal of fish", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "water", "light"],
    "mood": { "valence": 0.1, "arousal": 0.3, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "voice", "signal": "mid", "halfLifeSeconds": 0.4 },
      { "input": "sparkle", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// when the shoal turns: half turns done at a place that hears of it late by delay (in bars); one turn a bar
float turns(float delay) { return stepped(barCount - delay, 0.34); }

// the ball: how far inside the shoal (0 outside .. 1) a place in shoal units is; hunter = where the hole is, z its size
float inShoal(vec2 q, vec3 hunter, float clock) {
    q.y += 0.16 * swing(q.x * 0.30 + clock * 0.09) ;
    float a = length(q * vec2(0.80 + 0.22 * strain, 1.30 + 0.3 * strain)) - 0.92 - 0.12 * low;
    float b = length((q - vec2(0.72 * swing(clock * 0.043 + variety), 0.25 * swing(clock * 0.061))) * vec2(1.1, 1.7)) - 0.72;
    vec2 lobes = swing2(vec2(q.x * 0.55 + q.y * 0.3 + clock * 0.05, q.y * 0.8 - q.x * 0.35 - clock * 0.04));
    float d = smoothMin(a, b, 0.5) + 0.13 * lobes.x * lobes.y + 0.05 * lobes.x;
    float hole = length((q - hunter.xy) * vec2(0.62, 1.0)) - hunter.z;
    return clamp(-smoothMax(d, -hole, 0.2) * 5.0, 0.0, 1.0);
}

// one fish from the side: u from nose (1) to fork (-1) in half lengths; (distance in half lengths, across -1..1)
vec3 fishShape(vec2 q, float wag) {
    float tail = clamp(0.45 - q.x, 0.0, 1.5);
    float v = q.y - 0.10 * tail * tail * wag, x = q.x;
    float body = 0.315 * sqrt(max(1.0 - x, 0.0)) * (x + 0.98) * (1.0 - 0.12 * x) * 0.86 + 0.012;
    float d = x > -0.80 ? max(abs(v) - body, x - 1.0) : 1.0;
    float fork = x + 0.72, open = max(-fork, 0.0);
    float fin = max(abs(abs(v) - open * 0.60) - 0.028 - 0.16 * open * (0.42 - open) * 2.0, max(fork, -x - 1.12 + 0.0 * v));
    float back = max(max(v - body - 0.11 * smoothstep(-0.05, 0.22, x) * smoothstep(0.36, 0.22, x), -v), max(-0.05 - x, x - 0.36));
    return vec3(min(min(d, fin), back), v / max(body, 0.02), x);
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 3.0 : PASSINDEX == 1 ? RENDERSIZE * 1.6 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow * 0.5 + TIME * 0.12;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 abyss = mix(vec3(0.0030, 0.020, 0.045), tintTo(vec3(0.018), deep, 1.0), 0.16);
    vec3 sea = mix(vec3(0.014, 0.165, 0.225), tintTo(vec3(0.135), base, 1.0), 0.16);
    vec3 sunLight = mix(vec3(0.72, 0.98, 0.88), tintTo(vec3(0.90), light, 1.0), 0.25) * (0.85 + 0.30 * voice + 0.15 * power);
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y);
    vec2 sun = vec2(-0.20 + 0.12 * swing(variety * 3.7 + chapterGlide * 0.08), 0.5 * tall + 0.06);
    float ceiling = 0.5 * tall - 0.13, floor1 = -0.5 * tall + 0.155;
    if (PASSINDEX == 0) {
        vec2 toSun = p - sun;
        float away = length(toSun * vec2(0.8, 1.0)), high = (p.y + 0.5 * tall) / tall;
        vec3 water1 = mix(abyss, sea, high * (0.35 + 0.65 * high)) + sea * 1.25 / (1.0 + away * away * 6.0) + sunLight * 0.20 / (1.0 + away * away * 24.0);
        float h = max(p.y - ceiling, 0.0);
        vec2 ripple = surfaceFromBelow(p.x, h, clock);
        water1 += (sunLight * (0.70 * ripple.x + 0.20 * ripple.y) * (0.45 + 0.9 / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 9.0)) + sea * 0.5 * ripple.y) * smoothstep(0.0, 0.10, h) * (0.55 + 0.35 * voice + 0.15 * pulse);
        float shaft = lightShafts(toSun, clock, low);
        water1 += (sunLight * 0.15 + sea * 0.40) * shaft * (0.40 + 0.7 * low);
        // far reef
        float reef = floor1 + 0.045 + 0.075 * valueNoise1(p.x * 3.1 + variety * 30.0) * smoothstep(-0.2, 0.7, abs(p.x + 0.1)) + 0.018 * valueNoise1(p.x * 17.0);
        water1 = mix(water1, mix(abyss * 1.5 + sea * 0.22, water1, 0.35), smoothstep(0.006, -0.006, p.y - reef));
        gl_FragColor = vec4(water1, shaft * 0.5);
        return;
    }
    vec4 ground = IMG_NORM_PIXEL(water, isf_FragNormCoord);
    vec3 colour = ground.rgb;
    vec2 drift = vec2(-clock * 0.03, clock * 0.02);
    colour += sunLight * plankton(p + drift, 19.0, max(0.09, 19.0 * pixel * 1.1)) * (0.02 + 0.08 * sparkle) * (0.3 + 2.0 * ground.a);

    // where the shoal is: it swims the way it looks
    float glide = barCount - 0.17, whole = floor(glide), part = glide - whole, to = mod(whole, 2.0) < 0.5 ? 1.0 : -1.0;
    float ahead = to * (smoothstep(0.0, 1.0, part) - 0.5);
    vec2 centre = vec2(0.16 * ahead * min(wide, 1.6) + 0.05 * swing(chapterGlide * 0.13), 0.035 + 0.05 * swing(barCount * 0.125) );
    float size = 0.365 * min(1.25, 0.55 + 0.45 * wide) * (1.0 + 0.08 * swing(chapterGlide * 0.23 + variety));
    // the hunter comes through once in sixteen bars
    float hunt = fract(barCount / 16.0 + 0.30 * fract(variety * 9.1)) * 16.0 - 12.0, hunts = step(0.0, hunt), run = hunt / 4.0;
    vec2 prey = vec2(mix(-1.15, 1.15, run) * max(wide, 1.0) * 0.72, 0.02 + 0.10 * swing(run * 0.5));
    vec3 hole = vec3((prey - centre) / size, hunts * 0.46);

    // the hunter, and the room that the shoal leaves it
    {
        vec2 s = (p - prey) / (0.46 * min(1.0, 0.5 + 0.4 * wide));
        s.y -= 0.12 * s.x;
        float tail = clamp(0.25 - s.x, 0.0, 1.0), v = s.y - 0.16 * tail * tail * swing(beatCount * 0.5 + 0.35 * tail);
        float body = 0.118 * sqrt(max(0.52 - s.x, 0.0)) * smoothstep(-0.56, 0.10, s.x) * 1.35 + 0.008;
        float d = max(abs(v + 0.01) - body, max(s.x - 0.5, -0.52 - s.x));
        float dorsal = max(max(v - body - 0.13 * smoothstep(0.16, 0.0, s.x), -v), max(s.x - 0.165 + 0.75 * v, -0.03 - s.x + 0.30 * max(v - 0.05, 0.0)));
        float pectoral = max(abs(s.x - 0.13 + 0.85 * (-v - 0.03)) - 0.055 + 0.24 * max(-v - 0.03, 0.0), max(v + 0.02, -v - 0.235));
        float forked = max(abs(s.x + 0.50 + 0.55 * abs(v) - 0.05) - 0.050 + 0.18 * abs(v), abs(v - 0.03) - 0.185);
        float hunter = min(min(d, dorsal), min(pectoral, forked));
        float up = (v + 0.01) / max(body, 0.01);
        vec3 hide = mix(sea * 0.95 + vec3(0.10, 0.13, 0.14), sea * 0.22 + abyss, smoothstep(-0.45, 0.05, up)) + sunLight * 0.15 * smoothstep(0.2, 1.0, up) * step(abs(v), body);
        float gill = smoothstep(0.006, 0.0, abs(fract((s.x - 0.235) * 38.0) - 0.5) * 0.026) * step(abs(s.x - 0.272), 0.046) * step(abs(v), 0.045);
        hide *= 1.0 - 0.5 * gill;
        hide = mix(hide, vec3(0.004), smoothstep(0.013, 0.009, length(vec2(s.x - 0.415, v - 0.012))));
        colour = mix(colour, mix(hide, ground.rgb, 0.16), clamp(0.5 - hunter * 0.46 / (pixel * 1.2), 0.0, 1.0) * hunts);
    }
    vec4 best = vec4(0.0), who = vec4(0.0, 0.0, 0.0, 1.0);
    for (int k = 0; k < 3; k++) {
        float n = float(k) * 1.4, grow = 0.74 + 0.22 * n;
        vec2 q = (p - centre) / size;
        q += vec2(0.11 * n - 0.16, 0.13 * swing(n * 0.29));
        // a lattice of fish, bent by the currents of the shoal
        float bend = 0.20 * swing(q.x * 0.32 + clock * 0.07 + 0.13 * n);
        vec2 l = vec2(q.x, q.y + bend) / (vec2(0.205, 0.088) * grow);
        l.x += n * 0.37;
        float row = floor(l.y);
        l.x += hash11(row + n * 19.0) * 5.0 + 0.10 * swing(clock * 0.3 + row * 0.13);
        for (int m = 0; m < 2; m++) {
            float column = floor(l.x + float(m) * 0.5);
            vec3 h = hash23(vec2(column * 1.31 + n * 57.0, row + float(m) * 131.0));
            vec2 at = vec2(column + 0.5 - float(m) * 0.5, row + 0.5) + vec2(0.22, 0.30) * (h.xy - 0.5);
            vec2 home = at - vec2(n * 0.37 + hash11(row + n * 19.0) * 5.0, 0.0);
            vec2 place = home * vec2(0.205, 0.088) * grow;
            float lives = inShoal(place - vec2(0.0, 0.20 * swing(place.x * 0.32 + clock * 0.07 + 0.13 * n)), hole, clock);
            // heading: the turn comes from one end and runs through
            float delay = 0.06 + 0.075 * (place.x * to * -1.0 + 0.6 * place.y) + 0.03 * h.z;
            float yaw = 0.5 * turns(max(delay, -0.1)) + 0.018 * (h.z - 0.5), facing = swing(yaw + 0.25), across = swing(yaw);
            float show = max(abs(facing), 0.20), way = facing < 0.0 ? -1.0 : 1.0;
            float pitch = 0.42 * swing(place.x * 0.32 + clock * 0.07 + 0.13 * n + 0.25) * way * -1.0 * 0.4;
            vec2 f = (l - at) * vec2(0.205, 0.088) * grow * size;
            float long1 = 0.0330 * grow * (0.85 + 0.3 * h.x) * size / 0.5;
            f = vec2(f.x * way / show, f.y) / long1;
            f.y -= f.x * pitch * show;
            float wag = swing(beatCount * 2.0 + h.z * 1.0 + h.x * 0.3) * (0.5 + 0.6 * power);
            vec3 shape = fishShape(f, wag);
            float cover = clamp(0.5 - shape.x * long1 / (pixel * 1.25), 0.0, 1.0) * step(h.z * 0.85, lives);
            // of the fish at this place the one in front is lit, below
            bool chosen = cover > 0.5 || cover > best.w;
            best = chosen ? vec4(shape.yz, across * 0.9 + facing * 0.25 + 0.25 * (h.y - 0.5), cover) : best;
            who = chosen ? vec4(n, h.y, lives, long1) : who;
        }
    }
    // light: dark back, silver flank that flashes as it swings through the light, pale belly
    float up = best.x, along = best.y, flank = 1.0 - smoothstep(0.25, 0.65, up);
    float flash = smoothstep(0.35, 0.95, abs(best.z)) + 0.20 + 0.35 * smoothstep(0.80, 1.0, who.y) * sparkle;
    vec3 back = mix(abyss * 1.6 + sea * 0.30, vec3(0.02, 0.07, 0.08), 0.3) + sunLight * 0.10 * smoothstep(0.55, 1.0, up);
    vec3 silver = mix(sea * 0.85 + 0.015, sunLight * 1.5, flash * (0.55 + 0.45 * smoothstep(-0.2, 0.3, up)));
    float stripe = smoothstep(0.14, 0.05, abs(up - 0.22)) * step(along, 0.5);
    silver = mix(silver, mix(vec3(0.75, 0.55, 0.10), accent, 0.4) * (0.30 + 0.9 * flash), stripe * 0.7);
    vec3 skin = mix(back, silver, flank);
    skin = mix(skin, mix(back, silver, 0.35), smoothstep(-0.66, -0.76, along) * 0.8);
    skin *= 1.0 - 0.45 * smoothstep(-0.3, -1.0, up);
    float eye = length(vec2(along - 0.70, up * 0.13 - 0.025)) - 0.062;
    skin = mix(skin, vec3(0.004), clamp(0.5 - eye * who.w / pixel, 0.0, 1.0));
    skin *= 0.55 + 0.20 * who.x + 0.15 * who.z;
    colour = mix(colour, mix(skin, ground.rgb, 0.44 - 0.15 * who.x), best.w);

#if QUALITY < 1
    // the shoal at five eighths of the size
    if (PASSINDEX == 1) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(ball, isf_FragNormCoord).rgb;
#endif
    // foreground: reef with kelp that sways
    float swell = 0.035 * swing(barCount * 0.25 + p.x * 0.2) + 0.012 * swing(beatCount * 0.25 + p.x * 0.5);
    for (int i = 0; i < 2; i++) {
        int k = p.x > 0.0 ? i : i + 2;
        vec2 r = hash12(float(k) * 3.3 + floor(variety * 71.0));
        float x0 = (k < 2 ? 0.38 + 0.075 * float(k) + 0.03 * r.x : -0.36 - 0.090 * float(k - 2) - 0.03 * r.x) * max(wide, 0.9) * 1.02;
        float top = floor1 + (0.52 + 0.42 * r.y) * (k == 1 || k == 3 ? 1.0 : 0.62), t = clamp((p.y - floor1 + 0.10) / (top - floor1 + 0.10), 0.0, 1.0);
        float x = p.x - x0 - (swell * 2.4 + 0.022 * swing(t * 1.1 - barCount * 0.25 + r.x)) * t * t;
        float fronds = p.y * 15.0 + r.x * 5.0, which = floor(fronds), u = fronds - which, s = mod(which, 2.0) < 0.5 ? 1.0 : -1.0;
        float reach1 = x * s, long1 = 0.085 * (1.0 - 0.55 * t) , a = reach1 / long1;
        float blade = abs(u - 0.42 - 0.34 * a - 0.07 * swing(a * 0.6 - barCount * 0.5 + r.y)) * 0.066 - 0.021 * sqrt(max(a * (1.0 - a), 0.0)) * 1.5;
        blade = a > 0.0 && a < 1.0 ? blade : 1.0;
        float kelp = max(min(abs(x) - 0.0038 + 0.002 * t, blade), p.y - top);
        vec3 weed = mix(vec3(0.020, 0.034, 0.010), abyss, 0.35) + (vec3(0.060, 0.075, 0.010) + sunLight * 0.02) * smoothstep(0.0, 1.0, t) * (0.30 + 0.8 * smoothstep(0.012, -0.008, blade) * u);
        colour = mix(colour, mix(weed, sea, 0.15), clamp(0.5 - kelp / (pixel * 1.3), 0.0, 1.0));
    }
    float bed = floor1 - 0.055 + 0.11 * valueNoise1(p.x * 2.6 + variety * 50.0 + 7.0) * smoothstep(0.05, 0.75, abs(p.x)) + 0.035 * valueNoise1(p.x * 9.0 + 3.0) + 0.010 * valueNoise1(p.x * 37.0);
    float rough = valueNoise(rotation(0.6) * p * 24.0) * 0.45 + valueNoise(rotation(1.9) * p * 67.0) * 0.55, below = bed - p.y;
    vec3 rock = (abyss * 0.45 + sea * 0.045) * (0.6 + 0.8 * rough) + (sunLight * 0.035 + sea * 0.12) * smoothstep(0.035, 0.0, below) * rough * (0.5 + 1.2 * ground.a);
    float polyps = smoothstep(0.35, 0.75, valueNoise1(p.x * 9.0 + 4.0)) * smoothstep(0.35, 0.8, valueNoise(p * 75.0)) * smoothstep(0.04, 0.0, below);
    rock = mix(rock, mix(tintTo(vec3(0.06), accent, 1.0), sea * 0.6, 0.55), polyps * 0.40);
    colour = mix(colour, rock, clamp(0.5 + below / (pixel * 1.3), 0.0, 1.0));

    colour += (sunLight * 0.05 + sea * 0.12) * ground.a * (0.5 + low);
    colour += (sea * 0.5 + sunLight * 0.35) * plankton(p + drift * 1.6 + 3.0, 7.0, max(0.070, 7.0 * pixel * 1.2)) * (0.08 + 0.25 * sparkle) * (0.35 + 1.6 * ground.a);
    colour *= 1.0 - 0.32 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.18) * 1.75, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
