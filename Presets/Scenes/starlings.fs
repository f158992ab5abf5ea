/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Starlings: a murmuration over a reed marsh at dusk. Thousands of birds fold and breathe as one cloud; the bass swells it, each beat sends a dark wave through it, tension draws it tight; the water keeps its picture and a heron watches.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 4.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 6.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 6.4 },
    { "NAME": "breath", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.45 },
    { "NAME": "flutter", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.14, 0.16, 0.30, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.60, 0.38, 0.48, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.99, 0.74, 0.48, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.45, 0.30, 1.0] }
  ],
  "PASSES": [ { "TARGET": "evening", "WIDTH": "$WIDTH/2.5", "HEIGHT": "$HEIGHT/2.5", "FLOAT": true },
              { "TARGET": "cloudOfBirds", "WIDTH": "$WIDTH/2.5", "HEIGHT": "$HEIGHT/2.5", "FLOAT": true }, {} ],
  "KINORA": {
    "steps": 2,
    "cost": [8.8, 8.3, 8.0],
    "subject": "starlings", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.2, "arousal": 0.1, "reach": 0.9 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "breath", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "flutter", "signal": "treble", "halfLifeSeconds": 0.25 },
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

const float SHORE = -0.205;

// where the flock's leader is at a time in beats
vec2 leader(float t, float room) {
    vec2 a = swing2(vec2(t / 19.0 + variety, t / 11.0 + variety * 3.0)), b = swing2(vec2(t / 7.3, t / 6.1 + 0.3));
    return vec2(room * (0.85 * a.x + 0.30 * b.x), 0.150 + 0.110 * a.y + 0.055 * b.y);
}

float clockOfFlock() { return journey * 0.40 + beatCount * 0.20 + variety * 50.0 + TIME * 0.08; }

// the evening sky at p
vec3 skyAt(vec2 p, float clock, vec3 ember, vec3 rose, vec3 dusk) {
    // ---- sky: an ember line, rose, then the blue of dusk
    vec2 sun = vec2(0.22, SHORE + 0.015);
    vec2 toSun = (p - sun) * vec2(0.62, 1.0);
    float glow = 0.030 / (0.030 + dot(toSun, toSun));
    float up = p.y - SHORE;
    vec3 sky = mix(ember * 0.85, rose, smoothstep(0.0, 0.24, up + 0.10 * length(toSun)));
    sky = mix(sky, dusk, smoothstep(0.12, 0.66, up + 0.06 * length(toSun)));
    sky += ember * (0.55 * glow * glow + 0.12 * glow) * (0.75 + 0.35 * power);
    vec2 cp = vec2(p.x * 1.25 - clock * 0.010 + variety * 30.0, up * 7.0 / (0.55 + up) + 0.10 * p.x);
    cp += (valueNoise(cp * 1.3) - 0.5) * vec2(1.5, -0.8);
    float cloud = fbm(cp * vec2(0.95, 1.6), 4);
    float bank = smoothstep(0.48 - 0.08 * strain, 0.74, cloud) * smoothstep(0.02, 0.14, up);
    vec3 cloudColour = mix(dusk * 0.75 + rose * 0.15, ember * 0.75 + rose * 0.25, clamp(glow * 0.9 + 0.55 * exp(-up * 4.0) - 0.9 * (cloud - 0.55), 0.0, 1.0));
    return mix(sky, cloudColour, bank * 0.75);

}

// the mass of birds at p: how far the air folds them (2), how dense they fly, whether they are here at all
vec4 massAt(vec2 p, vec2 span, float room, float clock) {
    // ---- the flock
    float t = clockOfFlock();
    vec2 c0 = leader(t, room), c1 = leader(t - 1.4, room), c2 = leader(t - 3.0, room), c3 = leader(t - 4.8, room);
    vec2 centre = (c0 + c1 + c2 + c3) * 0.25;
    vec2 f = p + (vec2(valueNoise(p * 3.3 + vec2(clock * 0.25, 0.0)), valueNoise(p * 3.3 + vec2(40.0, -clock * 0.22))) - 0.5) * 0.26;
    float swell = 0.85 + 0.40 * breath - 0.28 * strain + 0.10 * swing(beatCount / 16.0);
    vec4 r = (vec4(0.106, 0.150, 0.142, 0.092) + vec4(0.02, -0.024, 0.016, 0.022) * swing(chapterGlide * 0.29 + variety)) * swell * (1.0 + 0.10 * (span.x - 1.0));
    vec2 d0 = f - c0, d1 = f - c1, d2 = f - c2, d3 = f - c3;
    d0.y *= 1.5; d1.y *= 1.35; d2.y *= 1.6; d3.y *= 1.8;
    float field = r.x * r.x / (dot(d0, d0) + 0.0006) + r.y * r.y / (dot(d1, d1) + 0.0006) + r.z * r.z / (dot(d2, d2) + 0.0006) + r.w * r.w / (dot(d3, d3) + 0.0006);
    field = field * 0.75;
    // folds: sheets of birds seen edge on are dark, seen flat are thin
    float sheet = ridge(valueNoise((f - centre) * vec2(5.0, 7.5) + vec2(clock * 0.30, 9.0)));
    float crowd = smoothstep(0.55, 2.4, field);
    return vec4(f - p, crowd * (0.60 + 0.80 * sheet), smoothstep(0.50, 0.85, field));
}

// one row of reeds (cover): cells of width c, tallest h, bowed by the wind
float reeds(vec2 p, int rows, float c, float h, float wind, float seed, float px) {
    float y = max(p.y, 0.0);
    float bow = wind * y * y;
    float sum = 0.0;
    for (int k = 0; k < 4; k++) {
        if (k >= rows) break;
        float x = (p.x + bow * (k == 0 ? 1.0 : 0.8)) / c + float(k) * 0.37 + seed, i = floor(x);
        vec3 r = hash23(vec2(i, seed + float(k) * 9.0));
        float tall = h * (0.40 + 0.60 * r.x), t = y / tall;
        float lean = (r.y - 0.5) * 0.55;
        float off = (x - i - 0.5 - (r.z - 0.5) * 0.3 - lean * t * t) * c;
        float stem = 0.0016 + 0.0014 * (1.0 - t);
        // the plume nods to one side; a leaf leaves the stem half way up
        float plume = 0.0090 * clamp(tall * 5.0 - 0.1, 0.3, 1.0) * bump(t, 0.90, 0.12) * step(0.35, r.y);
        float leaf = bump(t, 0.45 + 0.2 * r.z, 0.20);
        float leafOff = off - (r.x - 0.5) * 0.05 * smoothstep(0.2, 0.75, t);
        float d = min(abs(off - plume * 0.5) - stem - plume, abs(leafOff) - 0.0030 * leaf + 0.0006);
        d = max(d, p.y - tall);
        sum = max(sum, clamp(0.5 - d / (px * 1.2), 0.0, 1.0));
    }
    return sum;
}

// a heron, one unit tall, standing on the origin, looking to +x (signed distance); up 0..1 stretches the neck
float heron(vec2 p, float up) {
    vec2 hip = vec2(-0.01, 0.44), chest = vec2(0.13, 0.60);
    float d = sdLimb(p, vec2(0.02, 0.0), vec2(-0.035, 0.22), 0.007, 0.009);
    d = min(d, sdLimb(p, vec2(-0.035, 0.22), hip, 0.009, 0.020));
    d = min(d, sdLimb(p, vec2(-0.07, 0.0), vec2(-0.085, 0.24), 0.007, 0.009));
    d = min(d, sdLimb(p, vec2(-0.085, 0.24), hip, 0.009, 0.020));
    float body = sdLimb(p, vec2(-0.12, 0.475), chest, 0.062, 0.080);
    body = smoothMin(body, sdLimb(p, vec2(-0.10, 0.48), vec2(-0.30, 0.35), 0.050, 0.010), 0.05);
    vec2 n1 = mix(vec2(0.235, 0.64), vec2(0.20, 0.69), up), n2 = mix(vec2(0.165, 0.755), vec2(0.185, 0.83), up), head = mix(vec2(0.235, 0.835), vec2(0.235, 0.965), up);
    body = smoothMin(body, sdLimb(p, chest, n1, 0.055, 0.030), 0.04);
    body = smoothMin(body, sdLimb(p, n1, n2, 0.033, 0.026), 0.015);
    body = smoothMin(body, sdLimb(p, n2, head, 0.026, 0.030), 0.015);
    d = min(d, body);
    d = min(d, sdLimb(p, head, head + vec2(0.21, -0.022), 0.024, 0.003));
    d = min(d, sdLimb(p, head, head + vec2(-0.115, -0.020), 0.014, 0.002));
    return min(d, sdLimb(p, chest + vec2(0.0, -0.03), chest + vec2(0.035, -0.16), 0.030, 0.002));
}

void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 span = RENDERSIZE * pixel;
    float room = 0.26 + 0.16 * clamp(span.x - 1.0, 0.0, 1.2);
    vec2 uv = (isf_FragNormCoord - 0.5) * span;
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 s = vec2(uv.x * side, uv.y);
    float clock = flow + TIME * 0.1;

    vec3 deep = toLinear(deepColour.rgb), base = toLinear(baseColour.rgb), bright = toLinear(lightColour.rgb), accent = toLinear(accentColour.rgb);
    vec3 ember = mix(vec3(1.05, 0.40, 0.12), tintTo(vec3(0.55), bright, 1.0), 0.40);
    vec3 rose = mix(tintTo(vec3(0.30, 0.14, 0.17), base, 0.55), vec3(0.28, 0.12, 0.20), 0.35);
    vec3 dusk = tintTo(vec3(0.030, 0.050, 0.130), deep, 0.28);
    vec3 dark = tintTo(vec3(0.0040, 0.0055, 0.0130), deep, 0.22);

    if (PASSINDEX < 2) {
        vec2 at = vec2((isf_FragNormCoord.x - 0.5) * span.x, SHORE + isf_FragNormCoord.y * (0.5 * span.y - SHORE));
        gl_FragColor = PASSINDEX == 0 ? vec4(skyAt(at, clock, ember, rose, dusk), 1.0) : massAt(at, span, room, clock);
        return;
    }

    // the water mirrors all above the shore through small ripples
    float above = s.y - SHORE;
    float wet = clamp(0.5 - above / (pixel * 1.4), 0.0, 1.0), depth = max(-above, 0.0);
    vec2 heronAt = vec2(-0.30 - 0.12 * clamp(span.x - 1.2, 0.0, 0.6), -0.420 - 0.20 * (span.y - 1.0));
    vec2 plane = vec2(s.x, 0.9) / (depth + 0.035);
    float ripple = valueNoise(plane * vec2(0.9, 3.0) + vec2(clock * 0.15, -clock * 0.5)) - 0.5;
    float fine = valueNoise(plane * vec2(2.6, 8.0) + vec2(-clock * 0.2, clock * 0.7)) - 0.5;
    vec2 ring = (s - heronAt) * vec2(1.0, 4.2);
    float spreadOut = length(ring);
    float rings = swing(spreadOut * 13.0 - beatCount * 0.5) * exp(-spreadOut * 5.5) * (0.4 + 0.6 * pulse);
    vec2 p = vec2(s.x + wet * (ripple * 0.030 + fine * 0.012) * min(depth * 9.0, 1.0), abs(above) + wet * (ripple * 0.020 + fine * 0.012 + rings * 0.02) * min(depth * 9.0, 1.0)) + vec2(0.0, SHORE);

    float up = p.y - SHORE;
    vec2 sun = vec2(0.22, SHORE + 0.015);
    vec2 toSun = (p - sun) * vec2(0.62, 1.0);
    float glow = 0.030 / (0.030 + dot(toSun, toSun));
    vec2 look2 = vec2(p.x / span.x + 0.5, up / (0.5 * span.y - SHORE));
    vec3 colour = IMG_NORM_PIXEL(evening, look2).rgb;

    // ---- the flock: its shape comes from the second pass, its birds are drawn here
    vec4 mass = IMG_NORM_PIXEL(cloudOfBirds, look2);
    vec2 centre = leader(clockOfFlock() - 2.2, room);
    float wave = bump(fract(dot(p - centre, vec2(0.85, 0.35)) * 1.6 - beatCount * 0.5), 0.5, 0.26) * (0.35 + 0.65 * pulse);
    float ink = 0.0, beatTime = TIME * (3.0 + 2.5 * flutter);
    vec2 wheel = swing2(vec2(0.25, 0.0) + 0.085 * swing(clockOfFlock() / 23.0));      // cosine, sine of a slow wheeling
    vec2 apart = p - centre;
    float crowding = mass.z + 0.22 * wave * mass.w;
    float blur = pixel * 69.0 + 0.04, sharp = 1.0 / blur;
    for (int i = 0; i < 5; i++) {
        float k = float(i);
        // each layer wheels about the flock its own way: birds stream past one another
        float a = 0.9 * k, way = mod(k, 2.0) * 2.0 - 1.0;
        vec2 turn = vec2(cos(a) * wheel.x - sin(a) * wheel.y * way, sin(a) * wheel.x + cos(a) * wheel.y * way);
        vec2 q = apart + mass.xy * (0.35 + 0.10 * k);
        q = vec2(turn.x * q.x - turn.y * q.y, turn.y * q.x + turn.x * q.y) * (104.0 + 10.0 * k) + vec2(clock * (2.2 + 0.5 * k), k * 31.0);
        vec2 cell = floor(q);
        vec3 h = hash23(cell + k * 17.0);
        vec2 b = q - cell - 0.225 - 0.55 * h.xy;
        // here if the crowd is dense enough for this bird
        float there = mass.w * clamp((crowding + 0.20 * step(0.80, h.x) - h.z * 1.10) * 6.5 + 0.55, 0.0, 1.0);
        float wing = abs(fract(beatTime + h.x * 7.0 + h.y * 3.0) - 0.5);
        float size = (0.165 + 0.095 * h.y + 0.12 * wave) * there;
        float across = abs(b.x), flank = across * 0.75 + abs(b.y - 0.35 * across) * (1.0 + 0.8 * wing);
        float mark = clamp((size - flank) * sharp + 0.5, 0.0, 1.0) * min(size * sharp * 2.2, 1.0);
        ink = max(ink, mark * min(size * 9.0, 1.0) * (0.78 + 0.22 * h.z));
    }
    float smoke = mass.z * (0.05 + 0.36 * mass.z + 0.25 * wave);
    colour = mix(colour, dusk * 0.45 + rose * 0.05, smoke * 0.8);
    colour = mix(colour, dark * 0.8 + dusk * 0.06, ink * (0.93 - 0.23 * wet));

    // ---- far shore: a low line of willows and reed, mist before it
    float tx = p.x * 130.0, ti = floor(tx), tf = abs(tx - ti - 0.5) * 2.0;
    float line = 0.006 + 0.030 * fbm1(p.x * 5.0 + variety * 40.0, 4) * smoothstep(-0.9, 0.3, -p.x + 0.3 * valueNoise1(p.x * 2.0)) + 0.006 * hash11(ti) * (1.0 - tf);
    float land = clamp(0.5 + (line - up) / (pixel * 1.5), 0.0, 1.0);
    vec3 landColour = mix(dark + dusk * 0.25, mix(rose, ember, glow) * 0.42, 0.35 + 0.4 * glow);
    colour = mix(colour, landColour, land);
    float mist = exp(-up * 34.0) * (0.35 + 0.5 * valueNoise(vec2(p.x * 4.0 - clock * 0.08, up * 30.0)));
    colour = mix(colour, mix(rose, ember, 0.25 + 0.6 * glow) * 0.75, mist * 0.55);

    // ---- water: darker than the sky, with bright lines where it lies calm
    vec3 pool = colour * (0.62 + 0.30 * ripple) + dusk * 0.05;
    pool += ember * (0.10 + 0.30 * glow) * smoothstep(0.30, 0.50, fine + 0.4 * ripple) * exp(-depth * 5.0) * 0.7;
    pool = mix(pool, pool * 0.55, smoothstep(0.05, 0.34, depth));
    pool += rose * 0.10 * rings * rings;
    pool += (ember * 0.5 + rose) * 0.20 * exp(-depth * 160.0);
    colour = mix(colour, pool, wet);

    // ---- middle: tufts of reed standing in the water, the heron between them
    vec2 h = (s - heronAt) / 0.205;
    float below = step(h.y, 0.0);
    h = vec2(h.x + below * (ripple * 0.10 + fine * 0.05), abs(h.y) * (1.0 + 0.06 * below));
    float look = clamp(0.25 + 0.55 * strain + 0.45 * smoothstep(-0.2, 0.6, swing(beatCount / 64.0)) + 0.04 * pulse, 0.0, 1.0);
    float bird = heron(vec2(h.x + 0.012 * swing(beatCount / 16.0) * h.y, h.y), look) * 0.205;
    vec3 silhouette = dark * 0.55 + rose * 0.012;
    float rim = smoothstep(-0.006, 0.0, bird) * smoothstep(-0.05, 0.25, h.x);
    vec3 birdColour = silhouette + ember * 0.035 * rim + dusk * 0.03;
    colour = mix(colour, mix(birdColour, colour * 0.35 + silhouette * 0.5, below), clamp(0.5 - bird / (pixel * 1.2), 0.0, 1.0) * (1.0 - 0.25 * below));

    float wind = 0.55 * swing(beatCount / 16.0 + s.x * 0.35) + 0.30 * swing(beatCount / 4.0 + s.x * 0.8) * (0.2 + 0.5 * power) + 0.35;
    float bottom = -0.5 * span.y;
    float frame = smoothstep(0.10, 0.85, s.x) * 0.9 + smoothstep(-0.45, -0.95, s.x) * 0.8;
    vec2 g2 = vec2(s.x, s.y - bottom - 0.035);
    float back = reeds(g2, 1, 0.0145, 0.040 + 0.36 * frame + 0.045 * valueNoise1(s.x * 6.0), wind * 0.6, 3.0 + variety, pixel);
    colour = mix(colour, mix(silhouette + dusk * 0.10, ember * 0.20 + rose * 0.15, glow * 0.45), back * 0.92);
    vec2 g1 = vec2(s.x, s.y - bottom + 0.02);
    float front = reeds(g1, 2, 0.040, 0.055 + 0.66 * frame, wind * 0.8, 11.0 + variety * 3.0, pixel);
    colour = mix(colour, silhouette * 0.7, front);
    colour = mix(colour, silhouette * 0.7, smoothstep(0.060, 0.0, s.y - bottom - 0.03 * frame + 0.02 * valueNoise1(s.x * 20.0)) * 0.85);

    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(finish(saturation(colour, 1.22) * 2.05, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
