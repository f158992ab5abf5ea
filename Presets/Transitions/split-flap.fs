/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Split-flap board: the picture is a departure board; column after column its flaps fall, twice a dark card, and the last ones spell the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "ink", "TYPE": "color", "DEFAULT": [0.95, 0.8, 0.45, 1] }
  ],
  "KINORA": {
    "cost": [2.5],
    "subject": "board", "domain": "place", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.1, "arousal": 0.4, "reach": 0.9 },
    "fits": ["city", "train", "grid", "flip", "print", "sound"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "ink", "signal": "palette.light" } ]
  }
}*/

// a card of a tile: 0 the old picture, 3 the next one; between them dark cards with a stripe
vec3 card(float number, vec2 at, vec2 q, float seed) {
    if (number < 0.5) return IMG_NORM_PIXEL(startImage, at).rgb;
    if (number > 2.5) return IMG_NORM_PIXEL(endImage, at).rgb;
    vec3 tone = number < 1.5 ? IMG_NORM_PIXEL(startImage, at).rgb : IMG_NORM_PIXEL(endImage, at).rgb;
    // letters of seven strokes, any of them
    float k = floor(seed * 125.0 + number * 2.0) + 3.0;
    vec3 across = step(abs(vec3(q.y - 0.29, q.y, q.y + 0.29)), vec3(0.055)) * step(abs(q.x), 0.22) * mod(floor(vec3(k, k / 2.0, k / 4.0)), 2.0);
    vec2 down = step(abs(vec2(q.x + 0.17, q.x - 0.17)), vec2(0.055)) * step(abs(q.y), 0.345);
    down *= mod(floor(q.y > 0.0 ? vec2(k / 8.0, k / 16.0) : vec2(k / 32.0, k / 64.0)), 2.0);
    float glyph = max(max(across.x, across.y), max(across.z, max(down.x, down.y)));
    return mix(vec3(0.045, 0.047, 0.052) + 0.20 * tone, ink.rgb * 0.80, glyph * 0.85);
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 count = max(floor(span * 8.0 + 0.5), 2.0);
    vec2 cell = floor(uv * count), q = fract(uv * count) - 0.5;
    float seed = hash21(cell + floor(variety * 50.0));
    float x = (cell.x + 0.5) / count.x;
    x = variety < 0.5 ? x : 1.0 - x;
    float place = 0.66 * x + 0.22 * seed + 0.12 * (1.0 - cell.y / count.y);
    float local = remap(progress, place * 0.62, place * 0.62 + 0.36) * 3.0;
    float number = min(floor(local), 2.0), fall = local >= 3.0 ? 1.0 : fract(local);
    if (local >= 3.0) number = 2.0;
    fall *= fall;                                                   // it falls with its weight
    float c = cos(fall * 3.14159265), lean = abs(c);
    bool upper = q.y > 0.0, flapUp = fall < 0.5;
    // what lies behind the flap: above the next card, below the present one
    vec3 colour = card(upper ? number + 1.0 : number, uv, q, seed);
    float under = upper ? 0.0 : 0.45 * smoothstep(0.0, 0.5, fall);
    if (upper) under = 0.55 * (1.0 - smoothstep(0.0, 0.6, fall));
    bool covered = upper == flapUp && abs(q.y) < 0.5 * lean;
    if (fall > 0.0 && fall < 1.0) colour *= 1.0 - under;
    if (covered && local > 0.0 && local < 3.0) {
        vec2 onFlap = vec2(q.x, q.y / max(lean, 0.02));
        vec2 at = (cell + 0.5 + onFlap) / count;
        colour = card(flapUp ? number : number + 1.0, at, onFlap, seed) * (flapUp ? 0.55 + 0.45 * lean : 0.62 + 0.38 * lean);
        colour += 0.16 * smoothstep(0.40, 0.5, abs(onFlap.y)) * (1.0 - lean);
    }
    if (local <= 0.0) colour = IMG_NORM_PIXEL(startImage, uv).rgb;
    if (local >= 3.0) colour = IMG_NORM_PIXEL(endImage, uv).rgb;
    // the frame of the board: gaps, and the axle across each tile
    float shown = smoothstep(0.0, 0.10, progress) * (1.0 - smoothstep(0.86, 1.0, progress));
    vec2 pixel = count / RENDERSIZE;
    vec2 rim = 0.5 - abs(q);
    float gap = 1.0 - smoothstep(0.012, 0.012 + 2.0 * pixel.y, min(rim.x, rim.y));
    float axle = 1.0 - smoothstep(0.008, 0.008 + 1.5 * pixel.y, abs(q.y));
    colour *= 1.0 - shown * (0.85 * gap + 0.6 * axle * (1.0 - gap));
    colour += shown * 0.05 * crest(q.y - 0.47, 0.03) * (1.0 + pulse);
    gl_FragColor = vec4(colour, 1.0);
}
