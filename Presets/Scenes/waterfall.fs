/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Waterfall: a white fall drops over a wall of basalt columns into a pool. It surges with every beat and swells with energy and tension, bass drives the spray, treble sparkles in it, the light wanders through the gorge with the chapters and stands as a bow in the mist; white birds cross now and then, ferns tremble in front.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.10, 0.16, 0.22, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.32, 0.50, 0.34, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.90, 0.68, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.60, 0.80, 0.90, 1.0] }
  ],
  "PASSES": [ { "TARGET": "gorge", "WIDTH": "$WIDTH/3", "HEIGHT": "$HEIGHT/3", "FLOAT": true }, { "TARGET": "valley", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [18.7, 13.1, 7.8],
    "steps": 2,
    "subject": "waterfall", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "light"],
    "mood": { "valence": 0.2, "arousal": 0.1, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "sparkle", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "warmth", "signal": "valence" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const float POOL = -0.245;        // where the pool meets the wall

// the upper edge of the wall
float edgeAt(float x) { return 0.265 + 0.26 * x * x * smoothstep(0.0, 0.5, abs(x)) + 0.012 * valueNoise1(x * 14.0 + 3.0) - 0.030 * exp2(-x * x * 260.0); }
// columns grow towards the sides, where the wall comes near
float columnAt(float x) { return sign(x) * log(1.0 + abs(x) * 3.2) * 15.5; }

// a boulder: cover distance and light from its slope
vec2 boulder(vec2 p, vec2 at, vec2 size, float seed) {
    vec2 q = (p - at) / size;
    float rough = valueNoise(q * 1.9 + seed) * 0.55 + valueNoise(q * 4.7 + seed * 3.0) * 0.25;
    float d = (length(q * vec2(1.0, q.y < 0.0 ? 0.8 : 1.15)) - 0.75 - 0.42 * (rough - 0.35)) * min(size.x, size.y);
    return vec2(d, clamp(0.40 + 0.55 * q.y - 0.38 * q.x + 0.9 * (rough - 0.4), 0.0, 1.0));
}

// a fern's frond from its root: (cover 0..1, light)
vec2 frond(vec2 p, float long1, float bend, float px) {
    float u = p.x / long1, v = p.y - bend * u * u * long1;
    float teeth = u * 23.0 - abs(v) / long1 * 9.0, f = fract(teeth), span = long1 * 0.26 * sqrt(max(u, 0.0)) * (1.0 - u) * 1.9;
    float leaflet = max(abs(v) - span * (0.85 + 0.15 * f), (abs(f - 0.5) - 0.36 + 0.30 * abs(v) / max(span, 1e-4)) * long1 / 25.0);
    float d = min(leaflet, abs(v) - 0.0016);
    d = u > 0.0 && u < 1.0 ? d : 1.0;
    return vec2(clamp(0.5 - d / px, 0.0, 1.0), 0.35 + 0.65 * u * (v > 0.0 ? 1.0 : 0.55));
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 3.0 : PASSINDEX == 1 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow + TIME * 0.12;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    float stretch = 1.0 + 0.75 * max(tall - 1.0, 0.0);
    vec2 p = vec2(uv.x * side, uv.y / stretch);
    p.x -= 0.08;
    pixel *= PASSINDEX == 1 ? 2.0 : 1.0;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * swing(chapterGlide * 0.083 + fract(variety * 3.9));
    vec3 sunLight = mix(mix(vec3(1.0, 0.66, 0.36), vec3(1.0, 0.90, 0.70), hour), tintTo(vec3(0.82), light, 1.0), 0.25) * (1.0 - 0.4 * strain);
    vec3 air = mix(vec3(0.34, 0.46, 0.52), tintTo(vec3(0.44), accent, 1.0), 0.10) * (1.0 - 0.3 * strain);
    vec3 rock = mix(vec3(0.034, 0.033, 0.036), tintTo(vec3(0.033), deep, 1.0), 0.12);
    vec3 moss = mix(vec3(0.075, 0.125, 0.018), tintTo(vec3(0.100), base, 1.0), 0.16);
    vec3 foam = mix(vec3(0.86, 0.93, 0.96), air * 1.8, 0.12);
    float water = journey * 0.62 + clock * 0.55, swell = 0.80 + 0.25 * power + 0.55 * strain + 0.05 * pulse;

    // the fall: how wide, and where its threads run
    float top = edgeAt(0.0) + 0.004, drop = max(top - p.y, 0.0), fallen = sqrt(drop + 0.012);
    float half1 = (0.046 + 0.072 * drop) * swell, across = (p.x - 0.006 * swing(drop * 1.1 + clock * 0.05)) / half1;
    vec2 spray = (p - vec2(0.0, POOL)) / vec2(0.30, 0.20);
    if (PASSINDEX == 0) {
        // mist over the pool, and the shafts of light that stand in it
        float billow = valueNoise(vec2(p.x * 5.0 + 0.8 * swing(p.y * 1.2 + clock * 0.07), p.y * 6.0 - clock * 0.55)) * 0.6 + valueNoise(vec2(p.x * 12.0 - clock * 0.2, p.y * 13.0 - clock * 0.9) + 9.0) * 0.4;
        float cloud = exp2(-dot(spray, spray) * (2.1 - 0.8 * low)) * (0.25 + 1.25 * billow) * swell + 0.30 * smoothstep(0.30, -0.20, p.y) * billow * exp2(-abs(p.x) * 2.2);
        float shaft = lightShafts(vec2(p.x + 0.42, p.y - 0.62) * vec2(0.85, 0.80), clock * 0.4, low);
        gl_FragColor = vec4(cloud, shaft, billow, 1.0);
        return;
    }
    vec4 gorge1 = IMG_NORM_PIXEL(gorge, isf_FragNormCoord);

    // sky over the edge
    vec3 colour = mix(air * 0.85 + sunLight * 0.16, mix(air * 0.5, vec3(0.050, 0.155, 0.33), 0.75), smoothstep(0.22, 0.50, p.y));
    float wisp = valueNoise(vec2(p.x * 2.0 - clock * 0.05, p.y * 7.0) + variety * 30.0) * 0.6 + valueNoise(vec2(p.x * 5.0 - clock * 0.08, p.y * 15.0)) * 0.4;
    colour = mix(colour, sunLight * 0.62 + air * 0.28, smoothstep(0.46, 0.78, wisp) * 0.8);
    float hill = edgeAt(p.x) + 0.055 * smoothstep(0.02, 0.5, abs(p.x)) * (0.4 + valueNoise1(p.x * 3.0 + 5.0));
    colour = mix(colour, mix(moss * 0.9, air * 0.7, 0.40) + sunLight * moss * 0.5, clamp(0.5 + (hill - p.y) / pixel, 0.0, 1.0));

    // the wall of columns
    float edge = edgeAt(p.x), under = edge - p.y;
    float c = columnAt(p.x), id = floor(c), f = c - id;
    vec2 r = hash12(id + floor(variety * 30.0) * 3.0);
    float scale = 0.020 + 0.064 * abs(p.x);                      // about a column's width here
    float hang = -0.030 + 0.11 * r.x - 0.17 * p.x * p.x + 0.05 * valueNoise1(id * 0.35 + 3.0);
    float inset = -r.y * scale * 0.5;                     // each column's top stands a little higher or lower
    float split = 0.30 + 0.35 * r.x;
    float faceLit = f < split ? 0.95 : 0.38;
    float groove = smoothstep(0.0, 0.10, f) * smoothstep(1.0, 0.90, f);
    float courses = p.y / (scale * (1.5 + r.y)) + r.x * 7.0, crack = smoothstep(0.03, 0.07, abs(fract(courses) - 0.5)) ;
    float stone = valueNoise(vec2(p.x * 60.0, p.y * 90.0)) * 0.5 + valueNoise(vec2(p.x * 21.0 + 7.0, p.y * 26.0)) * 0.5;
    float towardsFall = 1.0 / (1.0 + p.x * p.x * 9.0), fromLeft = smoothstep(0.9, -0.5, p.x);
    vec3 wall = rock * (0.45 + 0.9 * stone) * (0.35 + faceLit) * (0.35 + 0.65 * groove) * (0.70 + 0.30 * crack);
    float inSun = smoothstep(0.34, 0.06, under - 0.12 * hour + 0.10 * (p.x + 0.3)) * smoothstep(-0.05, 0.45, p.x + 0.12 * stone) + 0.25 * smoothstep(0.10, 0.0, under);
    wall += sunLight * vec3(0.235, 0.195, 0.150) * faceLit * groove * (0.25 + 0.9 * stone) * (0.75 + 0.25 * crack) * inSun;
    wall += air * 0.055 * faceLit * towardsFall * (0.5 + stone) * groove;
    wall += moss * (0.35 + 0.6 * faceLit) * smoothstep(0.54, 0.76, stone + 0.16 * (r.y - 0.5)) * smoothstep(0.16, 0.01, under) * (0.35 + 0.9 * inSun);
    // below the hanging columns the wall draws back into shade
    float recess = smoothstep(hang + 0.002, hang - 0.002, p.y);
    float strata = valueNoise(vec2(p.x * 9.0 + 0.5 * stone, p.y * 46.0)) ;
    vec3 cave = rock * (0.20 + 0.55 * strata * stone) + air * 0.030 * towardsFall * (0.3 + stone) + moss * 0.30 * smoothstep(0.55, 0.75, strata) * towardsFall;
    cave *= 0.45 + 0.55 * smoothstep(0.0, 0.16, hang - p.y);
    wall = mix(wall, cave, recess);
    // rubble of broken columns at the foot
    float heap = POOL + 0.035 + 0.075 * smoothstep(0.10, 0.75, abs(p.x)) + (0.050 * valueNoise1(c * 1.1 + 5.0) + 0.016 * valueNoise1(c * 4.3)) * smoothstep(0.03, 0.14, abs(p.x));
    float block = valueNoise(vec2(c * 1.9 + p.y * 9.0, p.y * 30.0 - c * 0.8));
    vec3 rubble = rock * (0.25 + 1.0 * stone * block * 1.8) + moss * 0.42 * smoothstep(0.50, 0.80, block * 0.6 + stone * 0.4) * (0.4 + heap - p.y) + air * 0.022 * towardsFall;
    wall = mix(wall, rubble, clamp(0.5 + (heap - p.y) / pixel, 0.0, 1.0));
    colour = mix(colour, wall, clamp(0.5 + (under + inset * smoothstep(0.04, 0.12, abs(p.x))) / (pixel * 1.3), 0.0, 1.0));
    // turf that hangs over the edge
    float turf = 0.020 + 0.020 * valueNoise1(p.x * 60.0) + 0.014 * valueNoise1(p.x * 150.0), onTurf = smoothstep(turf, turf - 0.012, under) * smoothstep(-0.014, -0.004, under) * smoothstep(half1, half1 + 0.02, abs(p.x));
    float blades = valueNoise(vec2(p.x * 170.0 + p.y * 40.0, p.y * 60.0));
    colour = mix(colour, moss * (0.22 + 0.75 * blades) + sunLight * moss * 1.1 * smoothstep(0.022, 0.0, under) * (0.3 + blades), onTurf);

    // thin falls beside the great one
    for (int k = 0; k < 2; k++) {
        float x0 = k == 0 ? -0.118 : 0.086, w = 0.0045 * swell, d = edgeAt(x0) - p.y;
        float thread = valueNoise(vec2((p.x - x0) / w * 1.3 + 7.0, sqrt(max(d, 0.0)) * 13.0 - water * 2.4)), v = abs(p.x - x0 - 0.003 * swing(d * 3.0)) / (w * (1.0 + 3.0 * max(d, 0.0)));
        colour = mix(colour, foam * (0.40 + 0.35 * thread), smoothstep(1.0, 0.2, v) * (0.25 + 0.6 * thread) * step(0.0, d) * smoothstep(0.50, 0.30, d) * step(POOL, p.y));
    }
    // the great fall: threads stretch as it gathers speed
    float t1 = valueNoise(vec2(across * 2.6 + 3.0, fallen * 9.0 - water * 2.0)), t2 = valueNoise(vec2(across * 6.5 + 0.6 * t1, fallen * 15.0 - water * 3.1 + 5.0)), t3 = valueNoise(vec2(across * 15.0, fallen * 24.0 - water * 4.2));
    float threads = t1 * 0.40 + t2 * 0.35 + t3 * 0.25;
    float sheet = smoothstep(1.12, 0.72, abs(across) + 0.55 * (0.5 - t2) + 0.25 * (0.5 - t3)) * step(p.y, top) * smoothstep(POOL - 0.02, POOL + 0.01, p.y);
    vec3 white = mix(air * 0.55 + rock, foam, smoothstep(0.22, 0.70, threads + 0.10 * swing(beatCount - fallen * 1.6) * (0.4 + 0.6 * power))) * (0.58 + 0.42 * smoothstep(1.0, -0.6, across));
    white += sunLight * 0.55 * smoothstep(0.50, 0.85, threads) * smoothstep(0.30, 0.0, drop - 0.16 * hour);
    colour = mix(colour, white, sheet * (0.80 + 0.20 * smoothstep(0.3, 0.6, threads)));

    // the pool: dark glass that mirrors the fall, rings of foam that run out, a stream towards us
    float depth = max(POOL - p.y, 0.0), z = 0.10 / (depth + 0.055);
    vec2 plane = vec2(p.x * z * 3.2, z * 5.5);
    float chopA = valueNoise(plane * vec2(2.1, 1.6) + vec2(0.0, water * 0.55)), chopB = valueNoise(plane * vec2(5.5, 3.6) + vec2(clock * 0.2, water * 0.9));
    float chop = chopA * 0.6 + chopB * 0.4;
    vec3 mirror = mix(rock * 0.6 + vec3(0.004, 0.018, 0.020), air * 0.22 + vec3(0.01, 0.06, 0.05), smoothstep(0.35, 0.80, chop) * 0.75);
    mirror += foam * 0.55 * exp2(-abs(p.x + 0.03 * (chop - 0.5)) * 26.0 / (1.0 + 4.0 * depth)) * (0.35 + 0.9 * chop) * smoothstep(0.30, 0.0, depth);
    float rush = length(vec2(p.x, depth * 3.0)), ring = swing(rush * 9.0 - water * 0.8 + 0.4 * chopA) ;
    mirror += foam * 0.16 * smoothstep(0.2, 1.0, ring + 1.2 * (chop - 0.5)) * smoothstep(0.55, 0.10, rush);
    mirror += foam * 0.65 * smoothstep(0.68, 0.90, chopB + 0.20 * chopA + 0.10 * smoothstep(0.0, 0.3, depth)) * (0.25 + 0.5 * smoothstep(0.05, 0.25, depth));
    mirror += sunLight * smoothstep(0.74, 0.90, chopB) * (0.10 + 0.45 * sparkle) * fromLeft;
    colour = mix(colour, mirror, clamp(0.5 + depth / pixel, 0.0, 1.0) * step(p.y, POOL + pixel));

    // boulders in the stream and on the banks, wet at the waterline
    float bank = 0.0;
    // (of the boulders that may lie at a place, the two nearest)
    vec4 front = vec4(9.0, 9.0, 1.0, 1.0), back = front;
    float frontAt = 0.0, backAt = 0.0;
    for (int k = 0; k < 7; k++) {
        float n = float(k);
        vec2 h = hash12(n * 2.7 + floor(variety * 50.0)), at = vec2((mod(n, 2.0) < 0.5 ? -1.0 : 1.0) * (0.13 + 0.075 * n + 0.05 * h.x), POOL - 0.012 - 0.022 * n - 0.01 * h.y), size = vec2(0.045 + 0.015 * n + 0.02 * h.y, 0.026 + 0.0105 * n);
        vec2 q = abs(p - at) / size;
        bool here = q.x < 1.35 && q.y < 1.75;
        back = here ? front : back;
        backAt = here ? frontAt : backAt;
        front = here ? vec4(at, size) : front;
        frontAt = here ? n : frontAt;
    }
    for (int k = 0; k < 2; k++) {
        vec4 lies = k == 0 ? back : front;
        vec2 at = lies.xy, size = lies.zw, b = boulder(p, at, size, (k == 0 ? backAt : frontAt) * 3.1);
        b.x = at.x > 8.0 ? 1.0 : b.x;
        float mossy = smoothstep(0.42, 0.75, b.y + 0.3 * (stone - 0.5));
        vec3 stoneLight = rock * (0.30 + 1.5 * b.y) * (0.6 + 0.8 * stone) + air * 0.04 * b.y * b.y + sunLight * 0.06 * b.y * b.y;
        stoneLight = mix(stoneLight, moss * (0.15 + 0.55 * b.y) * (0.5 + stone) + sunLight * moss * 0.7 * b.y * b.y, mossy * 0.75);
        colour = mix(colour, stoneLight, clamp(0.5 - b.x / (pixel * 1.3), 0.0, 1.0));
        colour += foam * 0.35 * smoothstep(0.012, 0.0, abs(b.x)) * smoothstep(at.y + 0.1 * size.y, at.y - 0.75 * size.y, p.y) * (0.3 + 0.7 * chopB) * step(0.0, b.x);
    }

    // mist, shafts, the bow
    vec3 mistLight = air * 0.62 + sunLight * (0.20 + 0.45 * gorge1.y);
    colour = mix(colour, mistLight, clamp(gorge1.x * (0.45 + 0.35 * low), 0.0, 0.88));
    colour += (sunLight * 0.34 + air * 0.08) * gorge1.y * (0.40 + 0.5 * low) * smoothstep(0.42, 0.20, p.y);
    float bowAt = (length((p - vec2(0.10, -0.52)) * vec2(0.95, 1.0)) - 0.405) / 0.052;
    float shows = bump(bowAt, 0.0, 1.25) * smoothstep(0.25, 0.9, 0.5 + 0.5 * swing(chapterGlide * 0.25 + variety)) * (0.5 + 0.5 * warmth) * (1.0 - strain) * smoothstep(0.12, -0.16, p.y) * smoothstep(0.02, 0.20, p.x + 0.22);
    vec3 bow = vec3(bump(bowAt, 0.55, 0.9), bump(bowAt, 0.0, 0.8), bump(bowAt, -0.55, 0.85));
    colour += sunLight * bow * shows * 0.20 * (0.4 + gorge1.z);
    // drops fly off in the light
    vec2 m = p * 24.0 + vec2(0.6 * swing(clock * 0.1), water * 1.6);
    vec3 h = hash23(floor(m));
    colour += foam * smoothstep(0.06 + 24.0 * pixel * 0.4, 0.0, length((fract(m) - 0.2 - 0.6 * h.xy) * vec2(1.0, 0.55))) * step(0.72, h.z) * (0.08 + 0.5 * sparkle) * exp2(-dot(spray, spray) * 1.2);

    // white birds cross in front of the wall, every third chapter
    float trip = barCount / 4.0 + floor(variety * 3.0), part = fract(trip), crosses = step(1.5, mod(floor(trip), 3.0));
    float bird = 1.0;
    for (int k = 0; k < 3; k++) {
        float n = float(k);
        vec2 at = vec2(mix(-0.65, 0.65, part * 1.15 - 0.06 * n) * wide, 0.10 + 0.05 * n + 0.05 * swing(part * 1.7 + 0.2 * n));
        vec2 q = (p - at) / (0.022 - 0.003 * n);
        vec2 flap = swing2(vec2(beatCount - 0.13 * n, beatCount - 0.13 * n - 0.10));
        float s = abs(q.x), inner = min(s, 0.42), outer = max(s - 0.42, 0.0);
        float wing = max((abs(q.y - inner * (0.35 + 0.7 * flap.x) - outer * (-0.45 + 1.1 * flap.y)) - (0.13 - 0.12 * s)) * 0.8, s - 1.0);
        bird = min(bird, min(wing, length(q * vec2(0.55, 1.0)) - 0.12) * 0.02);
    }
    colour = mix(colour, foam * 0.85 + sunLight * 0.1, clamp(0.5 - bird / (pixel * 1.2), 0.0, 1.0) * crosses * 0.95);

#if QUALITY < 1
    // the valley at half size
    if (PASSINDEX == 1) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(valley, isf_FragNormCoord).rgb;
#endif
    // the bank before us with its ferns
    float bottom = -0.5 * tall / stretch;
    float shore = bottom - 0.02 + 0.26 * smoothstep(0.22, 0.95, abs(p.x + 0.08) / (0.5 * wide)) + 0.03 * valueNoise1(p.x * 7.0 + 2.0), into = shore - p.y;
    float tuft = valueNoise(p * 55.0) * 0.5 + valueNoise(p * 19.0) * 0.5;
    float grass = valueNoise(vec2(p.x * 120.0 + 25.0 * into, p.y * 26.0)) * 0.6 + 0.4 * tuft;
    vec3 green = moss * (0.04 + 0.24 * grass * grass) + sunLight * moss * 0.55 * smoothstep(0.07, 0.0, into) * grass * grass;
    colour = mix(colour, green, clamp(0.5 + (into + 0.045 * (grass - 0.5)) / (pixel * 1.5), 0.0, 1.0));
    int rounds2 = wide < 0.95 ? 6 : 3;   // in a wide picture those of the other side do not reach here
    for (int k = 0; k < rounds2; k++) {
        float n = wide < 0.95 ? float(k) : 2.0 * float(k) + step(-0.08, p.x), left = mod(n, 2.0) < 0.5 ? -1.0 : 1.0;
        vec2 r2 = hash12(n * 5.1 + 2.0 + floor(variety * 40.0));
        float quake = 0.05 * swing(beatCount * 0.5 + n * 0.21) * (0.4 + power) + 0.04 * swing(barCount * 0.25 + n * 0.3);
        vec2 root = vec2(left * (0.5 * wide - 0.05 - 0.16 * r2.x) - 0.08, bottom + 0.05 + 0.10 * r2.y);
        float angle = 1.5708 + left * (0.9 * (r2.y - 0.5) + 0.35) - left * 0.15 * floor(n * 0.5) * 0.5;
        vec2 q = rotation(-angle + quake) * (p - root);
        vec2 leaf = frond(q, 0.25 + 0.14 * r2.x, left * (-0.55 - 0.4 * r2.y) + quake, pixel * 1.3);
        colour = mix(colour, moss * (0.06 + 0.42 * leaf.y) + sunLight * moss * 0.85 * leaf.y * leaf.y * (left < 0.0 ? 0.6 : 1.0), leaf.x);
    }
    colour *= 1.0 - 0.36 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.6, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
