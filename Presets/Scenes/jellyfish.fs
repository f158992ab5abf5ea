/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Jellyfish: a bloom drifts up through shafts of light in deep water. Bells close on the beat and coast open again, tentacles follow; treble lights the plankton, bass sways the shafts, energy wakes the glow, a shiver of light runs down the arms every bar.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barPhase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "sway", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "spark", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.03, 0.15, 0.28, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.15, 0.45, 0.60, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.65, 0.90, 0.95, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.98, 0.55, 0.55, 1.0] }
  ],
  "PASSES": [ { "TARGET": "deepWater", "WIDTH": "$WIDTH/3", "HEIGHT": "$HEIGHT/3", "FLOAT": true },
    { "TARGET": "great", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.765)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.97)", "FLOAT": true },
    { "TARGET": "small", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.357)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.4515)", "FLOAT": true }, {} ],
  "KINORA": {
    "steps": 2,
    "cost": [7.8, 7.5, 7.3],
    "subject": "jellyfish", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "ease"],
    "mood": { "valence": 0.1, "arousal": -0.2, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barPhase", "signal": "bar" },
      { "input": "sway", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "spark", "signal": "treble", "halfLifeSeconds": 0.2 },
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

// the swim stroke: a quick close, a slow coast open; 0 open to 1 closed over one cycle
float stroke(float c) {
    c = fract(c);
    float a = clamp(c / 0.30, 0.0, 1.0), b = clamp((c - 0.30) / 0.70, 0.0, 1.0);
    return a * a * (3.0 - 2.0 * a) * (1.0 - b * b * (3.0 - 2.0 * b));
}
// how far the stroke has carried it beyond even travel: up with the close, sinking back with the coast
float thrust(float c) { c = fract(c); return (c < 0.42 ? (c / 0.42) * (c / 0.42) * (3.0 - 2.0 * c / 0.42) : 1.0) - c; }

// one animal; p in bell radii, y along its axis: (light it gives, how much it covers)
vec4 jelly(vec2 p, float cycle, float seed, float px, vec3 skin, vec3 heart) {
    float k = stroke(cycle), late = stroke(cycle - 0.09);
    float wide = mix(1.06, 0.74, k), tall = mix(0.74, 1.02, k);
    float below = max(-p.y, 0.0);
    // arms and tentacles hang from a line that lags behind
    float lag = swing(below * 0.16 - cycle * 0.5 + seed);
    float line = 0.17 * below * (0.4 + 0.3 * below) * lag;
    float x = p.x - line;

    // the bell: dome above, a skirt that curls in as it closes
    float y = clamp(p.y / tall, 0.0, 1.0), y2 = y * y;
    float skirt = clamp(below / 0.24, 0.0, 1.0);
    float w = wide * sqrt(max(1.0 - y2 * (0.62 + 0.38 * y2), 0.0)) * (1.0 - (0.05 + 0.24 * late) * skirt * skirt);
    float u = clamp(p.x / max(w, 1e-3), -1.0, 1.0), around = u * (1.0 + 0.57 * u * u);   // about the angle round the bell
    float lappet = abs(fract(around * 3.82 + 0.25) - 0.5) * 2.0;
    float hem = -0.13 - 0.07 * late - 0.045 * sqrt(max(1.0 - lappet * lappet, 0.0)) * (1.0 - u * u * 0.6);
    float inside = min(w - abs(p.x), min(p.y - hem, tall - p.y));
    float cover = clamp(0.5 + inside / (px * 1.5), 0.0, 1.0);
    float r2 = clamp(p.x * p.x / (wide * wide) + y2, 0.0, 1.0), face = sqrt(1.0 - r2);
    float shell = 1.0 - face;
    shell = shell * shell;
    float canal = 1.0 - min(abs(fract(around * 5.1) - 0.5) * 9.0, 1.0);
    float band = smoothstep(0.15, 0.0, p.y - hem);
    float glowTop = exp(-dot(p - vec2(0.0, tall * 0.30), p - vec2(0.0, tall * 0.30)) * 4.5);
    float mottled = valueNoise(vec2(around * 3.0, p.y * 5.0) + seed * 17.0);
    vec3 light = skin * (0.07 + 0.85 * shell + 0.20 * canal * (1.0 - y) * (0.4 + 0.6 * face) + 0.32 * band + 0.10 * mottled * face);
    light += skin * 0.55 * smoothstep(0.55, 1.0, y) * face;                        // sky light on the crown
    // the four horseshoes of the gonads, seen from the side as a garland of arches
    float petal = abs(fract(around * 0.98 + 0.5 + 0.12 * swing(seed)) - 0.5) * 2.1;
    float arch = tall * (0.20 + 0.30 * sqrt(max(1.0 - petal * petal, 0.0))) * (0.80 + 0.20 * face);
    float hoop = abs(p.y - arch) / (0.055 + 0.10 * petal * petal);
    light += heart * ((0.95 * exp(-hoop * hoop) + 0.14 * smoothstep(0.0, 0.1, arch - p.y) * mottled) * smoothstep(0.05, 0.6, face) * step(0.10, p.y + 0.1) + 0.20 * glowTop + 0.25 * glowTop * glowTop);
    vec4 sum = vec4(light, 0.30 + 0.38 * shell + 0.15 * band) * cover;

    // oral arms: frilled ribbons that cross in the middle
    float reach = 2.15 + 0.40 * late, t = clamp((below + 0.05) / reach, 0.0, 1.0);
    float fold = valueNoise(vec2(x * 7.5 / (1.0 - 0.45 * t) + 1.3 * lag, below * 1.5 - cycle * 0.5 + seed * 5.0));
    float frill = valueNoise(vec2(x * 17.0 + seed * 9.0, below * 8.5 - cycle * 1.1));
    float girth = 0.56 * wide * (1.0 - t) * (0.62 + 0.38 * t) * (0.75 + 0.5 * fold);
    float ribbon = smoothstep(0.34, 0.52, fold + 0.22 * (frill - 0.5)) * (1.0 - smoothstep(0.60, 0.80, fold) * 0.45);
    float arms = smoothstep(0.0, 0.07 + px, girth - abs(x) - 0.05 * frill) * smoothstep(0.16, 0.0, p.y) * (1.0 - t * t) * (0.25 + 0.75 * ribbon);
    float shiver = bump(t, barPhase * 1.5 - 0.2, 0.28);
    sum += vec4(mix(heart, skin, 0.15 + 0.55 * t) * (0.22 + 0.62 * ribbon + 0.55 * frill * frill + 0.8 * shiver * (0.2 + frill)), 0.40 * ribbon + 0.10) * arms * (1.0 - 0.60 * cover);

    // tentacles from the hem, all at once: the angle round the bell names each one
    float hang = 2.5 + 0.5 * late;
    float spread = wide * (1.0 - 0.24 * late * min(below * 4.0, 1.0)) * (1.0 - 0.16 * min(below, 2.4));
    float v = (p.x - line * 1.25) / spread;
    float bent = clamp(v, -1.0, 1.0) * (1.0 + 0.57 * min(v * v, 1.0)) * 6.3 + 0.5;
    float id = floor(bent), off = bent - id - 0.5, own = hash11(id + seed * 41.0 + 7.0);
    float wiggle = (0.30 * swing(below * (0.42 + 0.2 * own) - cycle * 0.5 + own * 3.0) + 0.10 * swing(below * 1.3 - cycle + own)) * min(below * 0.9, 1.0);
    float away = abs(off - wiggle + 0.36 * (fract(own * 7.7) - 0.5)) * spread * 0.158 * (0.35 + 0.65 * sqrt(max(1.0 - v * v, 0.0)));
    float s = below / (hang * (0.50 + 0.50 * own));
    float thick = 0.0085 * (1.0 - 0.6 * s) + px * 0.35;
    float thread = clamp((thick - away) / px + 0.5, 0.0, 1.0) * step(abs(v), 1.0) * max(1.0 - s, 0.0) * smoothstep(0.05, 0.16, below) * min(0.022 / thick, 1.0);
    sum += vec4(skin * (0.25 + 0.50 * fract(own * 3.3) + 0.9 * shiver), 0.25) * thread * (1.0 - 0.7 * cover);
    return sum;
}
// a halo of its own light in the water
vec3 halo(vec2 p, vec3 skin, vec3 heart) { return (heart * 0.45 + skin * 0.55) * 0.060 / (1.0 + dot(p * vec2(1.0, 0.8), p * vec2(1.0, 0.8)) * 2.6); }
// the sheets of the two near animals, in bell radii
const vec2 JELLY_LOW = vec2(-1.70, -3.16), JELLY_SIZE = vec2(3.40, 4.30);
vec4 onSheet(sampler2D sheet, vec2 q) { vec2 at = (q - JELLY_LOW) / JELLY_SIZE; return IMG_NORM_PIXEL(sheet, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5); }

// place an animal: p on the screen to its own frame
vec2 toJelly(vec2 p, vec2 at, float size, float lean) { p = (p - at) / size; return vec2(p.x + lean * p.y, p.y - lean * p.x) ; }

void main() {
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 3.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 span = full * pixel;
    vec2 uv = (isf_FragNormCoord - 0.5) * span;
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = vec2(uv.x * side, uv.y);
    float clock = flow + TIME * 0.1;

    vec3 deep = toLinear(deepColour.rgb), base = toLinear(baseColour.rgb), bright = toLinear(lightColour.rgb), accent = toLinear(accentColour.rgb);
    vec3 abyss = tintTo(vec3(0.0006, 0.0030, 0.0095), deep, 0.25);
    vec3 water = tintTo(vec3(0.0030, 0.0270, 0.0620), base, 0.22);
    vec3 day = tintTo(vec3(0.06, 0.34, 0.46), bright, 0.22);
    vec3 skin = saturation(mix(vec3(0.30, 0.62, 0.85), tintTo(vec3(0.56), bright, 1.0), 0.50), 1.35);
    vec3 heart = saturation(mix(vec3(0.95, 0.34, 0.40), tintTo(vec3(0.46), accent, 1.0), 0.55), 1.55);
    float awake = 0.55 + 0.65 * power;

    float sizeA = 0.225, cycleA = beatCount * 0.5, sizeB = 0.105, cycleB = beatCount * 0.5 + 0.5;
    if (PASSINDEX == 1 || PASSINDEX == 2) {
        vec2 q = JELLY_LOW + isf_FragNormCoord * JELLY_SIZE;
        float px = JELLY_SIZE.x / RENDERSIZE.x;
        gl_FragColor = PASSINDEX == 1 ? jelly(q, cycleA, 1.3 + variety * 2.0, px, skin, heart) : jelly(q, cycleB, 3.7 + variety, px, skin * 0.92, heart);
        return;
    }

    if (PASSINDEX == 0) {
        // the water: a pool of daylight above, dark below
        vec2 source = vec2(0.16 + 0.05 * swing(chapterGlide * 0.17), 0.5 * span.y + 0.34);
        vec2 d = p - source;
        float from = length(d), lit = exp(-from * from * 1.25);
        vec3 colour = mix(abyss, water, smoothstep(-0.60, 0.75, p.y / max(span.y, 0.8) * 1.1 + 0.10));
        colour += day * (0.55 * lit * lit + 0.16 * lit) * (1.0 - 0.35 * strain);
        // shafts: beams that fan out from the light and sway
        float fan = d.x / max(-d.y, 0.12);
        float beam = valueNoise1(fan * 5.0 + clock * 0.12 + 0.3 * sway * swing(clock * 0.1)) * 0.55 + valueNoise1(fan * 13.0 - clock * 0.17 + 50.0) * 0.45;
        beam = smoothstep(0.42, 0.95, beam) * exp(-from * 1.75) * smoothstep(0.0, 0.5, from);
        colour += day * beam * (0.75 + 0.35 * sway) * (1.0 - 0.5 * strain);
        float murk = fbm(p * vec2(1.6, 2.2) + vec2(clock * 0.04, -clock * 0.02 + variety * 30.0), 3);
        colour *= 0.72 + 0.56 * murk;
        // far animals, soft with distance, rising for ever
        for (int i = 0; i < 8; i++) {
            float f = float(i);
            vec2 r = hash12(f * 7.3 + floor(variety * 53.0));
            float dist = 0.35 + 0.65 * fract(f * 0.618 + 0.3);            // 0 near .. 1 far
            float size = mix(0.100, 0.024, dist);
            float cycle = beatCount * 0.5 + floor(r.x * 4.0) * 0.25 + 0.02 * f;
            float rise = fract(r.y + (journey * 0.0048 + TIME * 0.002) * (1.3 - dist) + 0.11 * f);
            float across = (fract(r.x + f * 0.382) - 0.5) * (span.x + 0.1) + 0.02 * swing(beatCount * 0.03 + r.y);
            vec2 at = vec2(across, mix(-0.5 * span.y - 4.0 * size, 0.5 * span.y + 2.0 * size, rise) + 0.55 * size * thrust(cycle));
            vec2 q = toJelly(p, at, size, 0.35 * (r.x - 0.5));
            vec4 j = jelly(q, cycle, r.x * 9.0, max(pixel * 3.6, 0.005 * dist) / size, skin, heart);
            j.rgb += halo(q, skin, heart);
            float veil = 1.0 - 0.74 * dist;
            colour = colour * (1.0 - j.a * 0.5 * veil) + mix(water * 2.2 * luma(j.rgb), j.rgb * 0.5, veil * 0.8) * veil * awake;
        }
        gl_FragColor = vec4(colour, 1.0);
        return;
    }

    vec3 colour = IMG_NORM_PIXEL(deepWater, isf_FragNormCoord).rgb;
    float sky = clamp(0.55 + p.y * 0.8, 0.15, 1.2);

    // plankton: two depths of drifting motes that light up with the treble
    // once in thirty-two beats a ring of sea fire runs out from the great animal
    float fire = fract(beatCount / 32.0), wake = 1.6 * bump(length(p - vec2(0.15, 0.1)), fire * 6.0 - 0.1, 0.16) * (1.0 - fire * 3.0 > 0.0 ? 1.0 - fire * 3.0 : 0.0) * (0.4 + power);
    vec2 drift = vec2(clock * 0.012, -clock * 0.020 - journey * 0.004);
    for (int i = 0; i < 2; i++) {
        float grid = i == 0 ? 15.0 : 34.0;
        vec2 c = (p + drift * (i == 0 ? 1.6 : 1.0)) * grid + 3.0 * vec2(swing(p.y * 0.6 + clock * 0.03), swing(p.x * 0.5 - clock * 0.02)) * 0.3;
        vec2 cell = floor(c);
        vec3 h = hash23(cell + float(i) * 57.0 + variety * 31.0);
        vec2 q = c - cell - 0.25 - 0.5 * h.xy;
        float mote = (i == 0 ? 0.0035 : 0.0050) / (dot(q, q) + (i == 0 ? 0.0050 : 0.0080));
        float on = step(0.55, h.z), twinkle = wake + 0.25 + spark * (0.5 + 0.5 * swing(beatCount * 0.25 + h.x * 3.0)) * 1.6;
        colour += mix(day, skin, 0.4) * (on * min(mote, 1.0) * smoothstep(0.30, 0.05, dot(q, q)) * twinkle * (i == 0 ? 0.16 : 0.13) * sky);
    }

    // two near animals: one low and off to the side, then the great one, lit from above
    vec2 atB = vec2(-0.30 - 0.10 * (span.x - 1.0) + 0.05 * swing(chapterGlide * 0.21 + 0.3), -0.10 + 0.07 * swing(beatCount / 64.0 + variety)) + vec2(0.01, 0.035) * thrust(cycleB);
    vec2 q = toJelly(p, atB, sizeB, -0.22 + 0.08 * swing(beatCount / 32.0));
    vec4 b = onSheet(small, q);
    b.rgb += halo(q, skin * 0.92, heart);
    colour = colour * (1.0 - 0.55 * b.a) + b.rgb * 0.62 * awake * sky;

    vec2 atA = vec2(0.13 + 0.08 * min(span.x - 1.0, 1.0) + 0.05 * swing(chapterGlide * 0.13), 0.120 + 0.16 * (span.y - 1.0) + 0.03 * swing(beatCount / 48.0)) + vec2(0.012, 0.060) * thrust(cycleA);
    q = toJelly(p, atA, sizeA, 0.20 + 0.07 * swing(beatCount / 40.0 + 0.2));
    vec4 a = onSheet(great, q);
    a.rgb += halo(q, skin, heart);
    colour = colour * (1.0 - 0.62 * a.a) + a.rgb * 0.84 * awake * sky;

    colour *= 1.0 - 0.42 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(finish(saturation(colour, 1.15) * 1.8, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
