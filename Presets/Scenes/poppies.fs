/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Poppies: a meadow of poppies, cornflowers and daisies under a big summer sky. The flowers open and close through each phrase, heads nod with the beat, gusts cross the field with the bars, treble flickers in the grass, tension closes the cups under a darker cloud and the energy opens them; petals fly on the loud passages, a white butterfly goes from flower to flower.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "journey", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "phrasePhase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.12, 0.22, 0.40, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.35, 0.60, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.88, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.25, 0.15, 1.0] }
  ],
  "PASSES": [ { "TARGET": "summerSky", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, { "TARGET": "meadowRows", "WIDTH": 256, "HEIGHT": 7, "FLOAT": true }, { "TARGET": "field", "WIDTH": "$WIDTH/1.6", "HEIGHT": "$HEIGHT/1.6", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [17.6, 17.6, 9.9],
    "steps": 2,
    "subject": "poppy field", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.7, "arousal": 0.1, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "journey", "signal": "travel" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "phrasePhase", "signal": "phrase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.5 },
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

const float HORIZON = -0.10;
const float SPAN = 4.4;           // width of meadow that the table of rows holds

// turn a point by a small angle
vec2 turn1(vec2 q, float a) { float c = 1.0 - 0.5 * a * a; return vec2(c * q.x + a * q.y, c * q.y - a * q.x); }

// a poppy seen from a little above its rim; q in flower radii, open 0 (bud) to 1 (bowl): colour and cover
vec4 poppy(vec2 q, float open, float seed, float px, vec3 red, vec3 sunLight) {
    float w = mix(0.36, 1.0, open), x = q.x / w;
    float arch = sqrt(max(1.0 - x * x, 0.0)), past = (abs(x) - 1.0) * w;
    float ruffle = (valueNoise1(q.x * 4.2 + seed * 9.0) - 0.5) * 0.20 + (valueNoise1(q.x * 11.0 + seed * 31.0) - 0.5) * 0.07;
    float end = mix(0.10, 0.02, open);
    float backTop = end + mix(0.62, 0.50, open) * arch * (0.80 + 0.20 * arch) + ruffle * (0.3 + 0.7 * arch);
    float rim = end + mix(0.42, -0.14, open) * arch + (0.6 * ruffle + 0.08 * (valueNoise1(q.x * 3.1 + seed * 17.0) - 0.5)) * (0.3 + 0.7 * arch);
    float bowl = end - mix(0.62, 0.66, open) * arch * (0.62 + 0.38 * arch) + 0.3 * ruffle * (1.0 - arch);
    float back = max(max(q.y - backTop, bowl - q.y) * 0.8, past), front = max(max(q.y - rim, bowl - q.y) * 0.8, past);
    // folds run out of the base
    vec2 r = vec2(q.x, q.y + 0.72);
    float fan = r.x / max(r.y, 0.12), folds = valueNoise(vec2(fan * 7.0 + seed * 5.0, length(r) * 1.8)) * 0.6 + valueNoise(vec2(fan * 19.0 - seed * 3.0, length(r) * 2.5)) * 0.4;
    // inside: the far petals, the light through them, black blotches, seeds and stamens
    float deepIn = smoothstep(rim - 0.10, backTop + 0.1, q.y);
    vec3 inner = red * (0.30 + 0.75 * deepIn * (0.5 + folds)) + sunLight * vec3(0.50, 0.10, 0.02) * deepIn * deepIn * (0.35 + 0.9 * folds);
    vec2 heart = (q - vec2(0.0, mix(0.30, -0.02, open)));
    float seam = smoothstep(0.05, 0.0, abs(heart.x + 0.12 * seed - 0.06 + 0.1 * heart.y)) * deepIn;
    inner *= 1.0 - 0.30 * seam;
    float blotch = smoothstep(1.0, 0.55, length(heart / vec2(0.50 * w, 0.26)) + 0.3 * (folds - 0.5));
    inner = mix(inner, vec3(0.010, 0.005, 0.010), blotch * 0.9);
    float stamen = smoothstep(0.62, 0.80, valueNoise(q * 26.0 + seed * 11.0)) * smoothstep(1.0, 0.6, length(heart / vec2(0.36 * w, 0.24)));
    inner += sunLight * vec3(0.20, 0.17, 0.10) * stamen;
    vec2 pod = heart - vec2(0.0, 0.05);
    float seedPod = length(pod / vec2(0.13, 0.15)) - 1.0;
    inner = mix(inner, vec3(0.16, 0.22, 0.06) * (0.35 + 0.8 * smoothstep(-0.1, 0.15, pod.y)) + sunLight * 0.05, clamp(0.5 - seedPod * 0.13 / px, 0.0, 1.0) * open);
    // outside: the near petals in their own shade, brighter where the sun comes through the rim
    float toRim = smoothstep(0.34, 0.0, rim - q.y), round1 = 1.0 - x * x * 0.55;
    vec3 outer = red * (0.34 + 0.62 * folds) * round1 + sunLight * vec3(0.62, 0.085, 0.02) * (0.18 + 0.82 * toRim * toRim) * (0.25 + 0.9 * folds) * round1;
    float seam2 = abs(q.x - (0.25 - 0.5 * fract(seed * 3.7)) * w * (1.0 + r.y * 0.6));
    outer *= 1.0 - 0.40 * smoothstep(0.05, 0.0, seam2) * step(0.0, q.x - (0.25 - 0.5 * fract(seed * 3.7)) * w * (1.0 + r.y * 0.6)) * smoothstep(-0.62, -0.2, q.y);
    outer *= 0.62 + 0.38 * smoothstep(-0.62, -0.15, q.y);
    float isFront = clamp(0.5 - front / px, 0.0, 1.0), cover = max(clamp(0.5 - back / px, 0.0, 1.0), isFront);
    vec3 colour = mix(inner, outer, isFront);
    // the hairy calyx that held the bud
    float cup = length((q - vec2(0.0, -0.55)) / vec2(0.12 + 0.16 * (1.0 - open), 0.12 + 0.30 * (1.0 - open))) - 1.0;
    float green = clamp(0.5 - cup * 0.14 / px, 0.0, 1.0) * smoothstep(0.75, 0.30, open);
    colour = mix(colour, vec3(0.055, 0.11, 0.025) + sunLight * 0.05 * smoothstep(0.0, 0.2, q.x), green);
    return vec4(colour, max(cover, green));
}

// a poppy far off: the same cup with nothing in it but light and shade
vec4 farPoppy(vec2 q, float open, float px, vec3 red, vec3 sunLight) {
    float w = mix(0.36, 0.95, open), x = min(abs(q.x) / w, 1.0), arch = sqrt(1.0 - x * x);
    float backTop = 0.08 + 0.52 * arch, rim = 0.08 + mix(0.42, -0.06, open) * arch * arch, bowl = 0.08 - 0.66 * arch;
    float d = max(max(q.y - backTop, bowl - q.y), (abs(q.x) - w)), inside = smoothstep(rim - 0.08, rim + 0.08, q.y);
    float toTop = smoothstep(0.7, 0.0, mix(rim, backTop, inside) - q.y);
    vec3 colour = red * (0.35 + 0.55 * toTop) + sunLight * vec3(0.55, 0.085, 0.02) * toTop * toTop * 0.8;
    colour *= 1.0 - 0.8 * inside * smoothstep(0.26, 0.12, length((q - vec2(0.0, 0.16)) * vec2(0.7, 1.5)));
    return vec4(colour, clamp(0.5 - d * 0.8 / px, 0.0, 1.0));
}

// the sky: deep blue above, warm below, heaped clouds lit from the sun's side; p over the horizon
vec3 skyLight(vec2 p, vec2 sun, vec3 zenith, vec3 haze, vec3 sunLight) {
    float clock = flow * 0.20 + TIME * 0.04;
    float up = max(p.y, 0.0);
    vec2 toSun = sun - p;
    float s2 = dot(toSun, toSun), glow = 1.0 / (1.0 + s2 * 9.0);
    vec3 colour = mix(haze, zenith, smoothstep(-0.02, 0.50, up + 0.10 * sqrt(s2)));
    colour += sunLight * (0.42 * glow * glow + 0.10 * glow);
    // perspective: the heaps grow towards us
    vec2 g = vec2(p.x * 0.95 / (0.45 + 0.5 * up) - clock * 0.10 + variety * 40.0, up * 2.3 / (0.55 + 0.6 * up));
    vec2 lightWay = normalize(toSun + vec2(0.0, 0.35)) * 0.22;
    float a = fbm(g * 1.5, 5), b = fbm((g + lightWay) * 1.5, 3);
    float edge = 0.475 - 0.11 * strain - 0.03 * swing(chapterGlide * 0.17 + variety);
    float cover = smoothstep(edge, edge + 0.075, a) * smoothstep(0.015, 0.09, up);
    float thick = clamp((a - edge) * 4.2, 0.0, 1.0), facing = clamp(0.5 + (a - b) * 4.2, 0.0, 1.0);
    vec3 shadow1 = mix(mix(haze, zenith, 0.55) * 0.85 + 0.03, zenith * 0.55 + 0.02, strain), white = sunLight * (0.72 + 0.5 * glow) + haze * 0.22;
    vec3 cloud = mix(shadow1, white, facing * (1.0 - 0.45 * thick));
    cloud += sunLight * 0.55 * glow * (1.0 - thick) * (1.0 - thick);
    return mix(colour, cloud, cover * 0.94);
}

// row j of the meadow at x: (crown, wind, gust)
vec3 rowAt(float n, float x) {
    float zr = 4.2 * exp2(-0.45 * n);
    float crown = -0.205 / zr + 0.04 * (valueNoise1(x * zr * 0.5 + n * 5.0 + variety * 9.0) - 0.5) / zr;
    float gust = valueNoise(vec2(x * zr * 0.5 - journey * 0.40, zr * 0.3 + journey * 0.12));
    return vec3(crown, (0.5 + 0.5 * power) * (gust - 0.3) * 1.3 + 0.10 * swing(beatCount * 0.5 - x * zr * 0.4 + n * 0.1), gust);
}
float wake() { return 0.42 + 0.20 * power - 0.75 * strain; }
// great poppy k: first (stem's foot, head x, head y, lean), then (open, seed, radius, 0)
vec4 headAt(int k, bool second, float wide, float tall, float horizon) {
    vec2 r = hash12(float(k) * 7.7 + floor(variety * 61.0));
    float place = k == 0 ? -0.24 : k == 1 ? 0.13 : k == 2 ? 0.40 : k == 3 ? -0.42 : 0.02;
    float radius = k == 0 ? 0.098 : k == 1 ? 0.078 : k == 2 ? 0.088 : k == 3 ? 0.066 : 0.056;
    float gust = valueNoise(vec2(place * 1.1 - journey * 0.40, 0.2 + journey * 0.12)) - 0.35;
    float nod = 0.5 * (0.6 + power) * gust + 0.07 * swing(beatCount * 0.5 - 0.17 * float(k)) + 0.03 * swing(beatCount - 0.1 * float(k));
    float root = (place + 0.05 * (r.x - 0.5)) * max(min(wide, 2.3), 0.85);
    vec2 head = vec2(root + 0.10 * (r.y - 0.5) + 0.16 * nod, -0.145 - 0.045 * float(k == 3 || k == 4 ? 2 : k == 1 ? 1 : 0) - 0.06 * r.y - 0.03 * abs(nod) - 0.05 * (tall - 1.0));
    float open = clamp(wake() + 0.62 * (0.5 + 0.5 * swing(phrasePhase - 0.25 - 0.20 * r.x)) + 0.06 * pulse, 0.06, 1.0);
    return second ? vec4(open, r.y + float(k), radius, 0.0) : vec4(root, head, (r.x - 0.5) * 0.7 - 0.7 * nod);
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 2.0 : PASSINDEX == 2 ? RENDERSIZE * 1.6 : PASSINDEX == 1 ? vec2(textureSize(summerSky, 0)) * 2.0 : RENDERSIZE;

    float pixel = 1.0 / min(full.x, full.y), shape = full.y * pixel;
    pixel /= 1.0 + 0.55 * max(shape - 1.0, 0.0);             // tall pictures look closer
    float wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0;
    float horizon = HORIZON - 0.14 * (tall - 1.0);
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y - horizon);
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float hour = 0.5 + 0.5 * swing(chapterGlide * 0.061 + fract(variety * 5.3));
    vec3 sunLight = mix(mix(vec3(1.0, 0.60, 0.28), vec3(1.0, 0.90, 0.72), hour), tintTo(vec3(0.85), light, 1.0), 0.28) * (1.0 - 0.35 * strain);
    vec3 zenith = mix(mix(vec3(0.060, 0.145, 0.36), vec3(0.045, 0.175, 0.50), hour), tintTo(vec3(0.15), deep, 1.0), 0.20);
    vec3 haze = mix(mix(vec3(0.62, 0.42, 0.32), vec3(0.50, 0.60, 0.66), hour), tintTo(vec3(0.50), light, 1.0), 0.25);
    vec2 sun = vec2(0.30, 0.16 + 0.26 * hour);
    if (PASSINDEX == 1) {
        int column = int(gl_FragCoord.x);
        gl_FragColor = gl_FragCoord.y < 6.0 ? vec4(rowAt(floor(gl_FragCoord.y), (isf_FragNormCoord.x - 0.5) * SPAN), 0.0)
            : headAt(clamp(column / 2, 0, 4), column % 2 == 1, wide, tall, horizon);
        return;
    }
    if (PASSINDEX == 0) { gl_FragColor = vec4(skyLight(p, sun, zenith, haze, sunLight), 1.0); return; }

    vec3 colour = IMG_NORM_PIXEL(summerSky, isf_FragNormCoord).rgb;
    float s2 = dot(p - sun, p - sun), glow = 1.0 / (1.0 + s2 * 9.0);
    float disc = smoothstep(0.030 + 1.5 * pixel, 0.030 - 1.5 * pixel, sqrt(s2));
    colour += sunLight * (disc * 2.0 + 0.012 / (s2 * 30.0 + 0.03)) * (1.0 - 0.6 * strain);

    // swallows, one sweep a chapter
    float swallow = 1.0;
    int birds = p.y > 0.10 && p.y < 0.50 ? 3 : 0;
    for (int k = 0; k < birds; k++) {
        float n = float(k), t = fract(barCount / 8.0 + n * 0.06 + variety) ;
        vec2 at = vec2(mix(-0.75, 0.75, t) * wide, 0.26 + 0.05 * n + 0.07 * swing(t * 2.3 + n * 0.2) );
        vec2 b = (p - at) / (0.017 - 0.002 * n);
        float flap = 0.25 + 0.55 * swing(beatCount + n * 0.3), s = abs(b.x);
        float wing = max(abs(b.y - s * flap + s * s * (0.5 + 0.3 * flap)) - (0.16 - 0.15 * s), s - 1.0);
        swallow = min(swallow, min(wing, max(abs(b.x) - 0.10 + 0.05 * b.y, abs(b.y + 0.05) - 0.30)) * 0.016);
    }
    colour = mix(colour, zenith * 0.10, clamp(0.5 - swallow / (pixel * 1.3), 0.0, 1.0) * 0.9);

    // far hills, a wood, one old oak
    vec3 leaf = mix(vec3(0.050, 0.105, 0.020), tintTo(vec3(0.075), base, 1.0), 0.25);
    float hill1 = 0.050 + 0.055 * valueNoise1(p.x * 1.7 + variety * 30.0) + 0.012 * valueNoise1(p.x * 5.0), hill2 = 0.020 + 0.045 * valueNoise1(p.x * 2.3 + 50.0 + variety * 20.0);
    float wood = hill2 + 0.012 * valueNoise1(p.x * 60.0) * smoothstep(0.35, 0.6, valueNoise1(p.x * 4.0 + 7.0));
    colour = mix(colour, mix(haze * 0.62, zenith, 0.42) + leaf * 0.3 + sunLight * 0.05 * glow, clamp(0.5 + (hill1 - p.y) / (pixel * 1.4), 0.0, 1.0));
    float plots = valueNoise(vec2(p.x * 5.0 + p.y * 16.0, p.y * 44.0));
    // hedges part the fields, woods stand in the folds
    float hedges = smoothstep(0.10, 0.0, abs(fract(p.x * 3.1 + p.y * 14.0 + 0.3 * valueNoise1(p.x * 2.0)) - 0.5)) + smoothstep(0.12, 0.0, abs(fract(p.y * 38.0 - p.x * 1.3) - 0.5));
    float woods = max(smoothstep(0.58, 0.66, valueNoise(vec2(p.x * 7.0 + 3.0, p.y * 40.0)) + 0.12 * valueNoise1(p.x * 90.0)), 0.75 * min(hedges, 1.0) * step(0.35, valueNoise1(p.x * 70.0)));
    colour = mix(colour, mix(mix(mix(leaf * 1.3, vec3(0.30, 0.24, 0.07), 0.55 * smoothstep(0.45, 0.6, plots)), leaf * 0.35, 0.8 * woods), haze * 0.55, 0.36) + sunLight * 0.06 * glow, clamp(0.5 + (wood - p.y) / (pixel * 1.4), 0.0, 1.0));
    vec2 o = p - vec2(-min(0.36, wide * 0.5 - 0.16), 0.012);
    if (abs(o.x) < 0.17 && o.y < 0.25 && o.y > -0.02) {
        float bark = abs(o.x + 0.006 * swing(o.y * 9.0)) - 0.0085 - 0.010 * smoothstep(0.03, 0.0, o.y);
        bark = max(bark, o.y - 0.11);
        float lump = valueNoise(o * 62.0 + vec2(0.3 * swing(beatCount * 0.25), 0.0)) * 0.6 + valueNoise(o * 150.0) * 0.4;
        float crown = min(min(length((o - vec2(0.0, 0.130)) * vec2(0.92, 1.1)) - 0.062, length((o - vec2(-0.055, 0.100)) * vec2(0.9, 1.2)) - 0.046), min(length((o - vec2(0.058, 0.105)) * vec2(0.9, 1.15)) - 0.048, length(o - vec2(0.018, 0.170)) - 0.035)) - 0.026 * (lump - 0.5);
        float sunny = clamp(0.35 + dot(o - vec2(0.0, 0.115), vec2(5.0, 4.5)) + 1.3 * (lump - 0.5), 0.0, 1.0);
        colour = mix(colour, leaf * 0.30 + zenith * 0.02, clamp(0.5 - bark / pixel, 0.0, 1.0));
        colour = mix(colour, mix(leaf * 0.30 + zenith * 0.04, leaf * 1.25 + sunLight * vec3(0.11, 0.10, 0.01), sunny), clamp(0.5 - crown / (pixel * 1.4), 0.0, 1.0));
    }

    // the meadow, a plane of grass with drifts of red
    vec3 red = mix(vec3(0.72, 0.030, 0.012), tintTo(vec3(0.21), saturation(accent, 1.3), 1.0), 0.04);
    float depth = max(-p.y, 0.0), z = 0.22 / max(depth, 0.005);
    vec2 g = vec2(p.x * z, z);
    float gust = valueNoise(vec2(g.x * 0.5 - journey * 0.40, g.y * 0.3 + journey * 0.12));
    float drifts = valueNoise(vec2(g.x * 0.17 + variety * 13.0, g.y * 0.13)) * 0.65 + valueNoise(vec2(g.x * 0.6, g.y * 0.3 + 9.0)) * 0.35;
    float spots = valueNoise(vec2(p.x * 120.0 + z * 3.0, depth * 800.0)), spots2 = valueNoise(vec2(p.x * 70.0 - z * 2.0, depth * 420.0 + 5.0));
    float toward = 0.35 + 0.65 / (1.0 + (p.x - sun.x) * (p.x - sun.x) * 2.5);
    vec3 grass = leaf * (0.55 + 0.9 * gust * (0.5 + 0.6 * spots2)) + sunLight * vec3(0.085, 0.095, 0.010) * toward * (0.3 + gust);
    float redness = smoothstep(0.62, 0.40, spots * 0.5 + (1.0 - drifts) * 0.62 - 0.04 * smoothstep(2.0, 20.0, z));
    vec3 meadow = mix(grass, red * (0.55 + 0.55 * gust) + sunLight * vec3(0.22, 0.03, 0.01) * toward * spots2, redness * 0.85);
    meadow = mix(meadow, haze * 0.60 + red * 0.08, smoothstep(7.0, 45.0, z) * 0.70);
    colour = mix(colour, meadow, clamp(0.5 - p.y / pixel, 0.0, 1.0));

    // rows of grass and flowers, far to near
    float bloom = wake(), seen = 0.0;
    vec4 bud = vec4(9.0, 0.0, 0.0, 1.0), budLight = vec4(0.0, 0.0, 0.0, 1.0);
    if (p.y < 0.02) {
        int first = clamp(int(log2(max(depth, 0.01) * 9.05) * 2.222), 0, 5), last = clamp(int(log2(max(depth, 0.01) * 47.7) * 2.222), 0, 5);
        for (int r = 0; r < 6; r++) {
            int j = first + r;
            if (j > last) break;
            float n = float(j), zr = 4.2 * exp2(-0.45 * n), unit = 0.040 / zr;
            vec4 row = texture(meadowRows, vec2(p.x / SPAN + 0.5, (n + 0.5) / 7.0));
            float crown = row.x;
            float x = p.x / unit + n * 23.7, y = (p.y - crown) / unit;
            if (y < 2.4 && (y > -6.5 || j == 5)) {
                float wind = row.y, g2 = row.z;
                float t = max(y + 4.0, 0.0) * 0.25, xs = x - wind * t * t;
                // grass
                float c1 = xs * 2.6, i1 = floor(c1), c2 = xs * 4.1 + 7.3, i2 = floor(c2);
                vec2 r1 = hash12(i1 + n * 37.0), r2 = hash12(i2 + n * 53.0);
                float blade1 = (1.0 - abs(c1 - i1 - 0.5 - 0.10 * (r1.y - 0.5) * (y + 3.0)) * 2.3) * 1.4 + r1.x * 2.4 - 2.6, blade2 = (1.0 - abs(c2 - i2 - 0.5) * 2.2) * 1.1 + r2.x * 1.6 - 2.6;
                float high = max(blade1, blade2) - y;
                float tone = blade1 > blade2 ? r1.y : r2.y;
                vec3 blade = leaf * (0.30 + 0.75 * tone) * (0.45 + 0.55 * smoothstep(-4.5, -0.5, y)) + sunLight * vec3(0.14, 0.15, 0.012) * toward * smoothstep(-3.0, 0.6, y) * (0.12 + 0.88 * tone * tone) * (0.5 + 0.8 * g2 + 0.4 * sparkle * r1.x);
                float sward = clamp(0.5 + high * unit / (pixel * 1.6), 0.0, 1.0);
                colour = mix(colour, blade, sward);
                seen *= 1.0 - sward;
                // flowers
                float often = n < 2.5 ? 0.30 : 0.36;
                int count = n < 2.5 ? 2 : 1;
                if (y <= -3.6) count = 0;
                for (int k = 0; k < count; k++) {
                    float cell = xs * often + float(k) * 0.5, i = floor(cell);
                    vec3 h = hash23(vec2(i + float(k) * 91.0, n + 3.0 + floor(variety * 40.0)));
                    float size = 0.75 + 0.5 * h.z;
                    vec2 c = vec2((i + 0.5 + 0.30 * (h.x - 0.5) - float(k) * 0.5) / often, -0.15 - 1.6 * h.y);
                    vec2 q = vec2(xs, y) - c;
                    float stem = max(abs(q.x + 0.12 * q.y * (h.x - 0.5)) - 0.055, q.y + 0.3);
                    colour = mix(colour, blade * 0.7 + leaf * 0.25, clamp(0.5 - stem * unit / pixel, 0.0, 1.0) * smoothstep(-4.5, -2.5, y));
                    q = turn1(q, (h.x - 0.5) * 0.9 - 0.25 * wind) / size;
                    float open = clamp(bloom + 0.62 * (0.5 + 0.5 * swing(phrasePhase - 0.25 - 0.22 * h.x)), 0.06, 1.0), px = pixel * 1.3 / (unit * size);
                    vec3 own = mix(red, red * vec3(1.05, 1.9, 1.2), h.x * h.x) * (0.75 + 0.5 * h.z / 0.72);
                    vec4 f = farPoppy(q, open, px, own, sunLight * toward);
                    // daisy or cornflower: a small wheel of petals, tilted towards us
                    vec2 m = q * vec2(1.6, 2.3);
                    float rr = length(m), ray = abs(fract(atan(m.y, m.x + 1e-4) * 2.07 + h.x) - 0.5);
                    float petals = rr - 0.82 + 0.30 * ray * (h.z < 0.86 ? 1.0 : 1.9);
                    vec3 white = h.z < 0.86 ? vec3(0.62, 0.64, 0.60) + sunLight * 0.20 : mix(vec3(0.05, 0.11, 0.52), zenith, 0.3) + sunLight * vec3(0.03, 0.05, 0.14);
                    white *= 0.70 + 0.5 * ray + 0.2 * q.y;
                    white = mix(white, h.z < 0.86 ? vec3(0.75, 0.42, 0.03) : vec3(0.05, 0.02, 0.18), smoothstep(0.34, 0.24, rr));
                    f = h.z < 0.72 ? vec4(f.rgb * (0.8 + 0.4 * g2), f.a) : vec4(white * (0.75 + 0.3 * toward), clamp(0.5 - petals * unit * 0.5 / pixel, 0.0, 1.0));
                    colour = mix(colour, f.rgb, f.a);
                    // of the near poppies only the frontmost is worked out in full, below
                    seen *= 1.0 - f.a * (h.z < 0.72 ? 0.0 : 1.0);
                    bool chosen = h.z < 0.72 && n > 2.5 && f.a > 0.02;
                    bud = chosen ? vec4(q, h.x + n * 0.13, open) : bud;
                    budLight = chosen ? vec4(own * (0.8 + 0.4 * g2), px) : budLight;
                    seen = chosen ? 1.0 : seen;
                }
            }
        }
    }

    // great poppies close by, on long stems; the one in front at this place is worked out in full
    int rounds1 = PASSINDEX < 9 ? 5 : 0;   // not a constant, so that the loop stays a loop
    for (int k = 0; k < rounds1; k++) {
        vec4 stand = texelFetch(meadowRows, ivec2(2 * k, 6), 0), cup = texelFetch(meadowRows, ivec2(2 * k + 1, 6), 0);
        vec2 head = stand.yz;
        float foot = -0.5 * tall - horizon - 0.06;
        float t = clamp((p.y - foot) / (head.y - 0.55 * cup.z - foot), 0.0, 1.0), stemX = mix(stand.x, head.x, t * t);
        float stem = abs(p.x - stemX) - (0.0042 - 0.0012 * t) * cup.z * 13.0, lit = smoothstep(-0.004, 0.004, p.x - stemX);
        float onStem = clamp(0.5 - stem / (pixel * 1.2), 0.0, 1.0) * step(p.y, head.y - 0.4 * cup.z);
        colour = mix(colour, leaf * (0.45 + 0.4 * lit) + sunLight * vec3(0.10, 0.11, 0.02) * lit * toward, onStem);
        seen *= 1.0 - onStem;
        vec2 q = turn1(p - head, stand.w) / cup.z;
        bool chosen = farPoppy(q * 0.95, cup.x, pixel / cup.z, red, red).a > 0.02;
        bud = chosen ? vec4(q, cup.yx) : bud;
        budLight = chosen ? vec4(red, pixel * 1.2 / cup.z) : budLight;
        seen = chosen ? 1.0 : seen;
    }
    vec4 flower = poppy(bud.xy, bud.w, bud.z, budLight.w, budLight.rgb, sunLight * (0.25 + 0.80 * toward));
    colour = mix(colour, flower.rgb, flower.a * seen);

#if QUALITY < 1
    // the field at five eighths of the size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(field, isf_FragNormCoord).rgb;
#endif
    // loose petals on the wind, more when it is loud
    int flying = int(7.0 * smoothstep(0.30, 0.95, power));
    vec4 flies = vec4(9.0, 9.0, 0.0, 0.0);
    for (int k = 0; k < 7; k++) {
        if (k >= flying) break;
        vec2 r = hash12(float(k) * 5.1 + 2.0);
        float t = fract(journey * (0.035 + 0.02 * r.x) + r.y);
        vec2 at = vec2(mix(-0.62, 0.62, t) * wide, -0.16 + 0.34 * r.x + 0.07 * swing(t * 3.0 + r.x) - 0.08 * t);
        vec2 q = (p - at) / (0.010 + 0.010 * r.y);
        flies = dot(q, q) < 4.0 ? vec4(q, r) : flies;             // they seldom meet
    }
    vec2 lone = rotation(journey * (1.0 + flies.z) + flies.w * 6.0) * flies.xy;
    lone.y /= 0.35 + 0.6 * abs(swing(journey * 0.45 + flies.z));
    float petal = length(lone * vec2(0.8, 1.0) + vec2(0.0, 0.25 * lone.x * lone.x)) - 0.8;
    colour = mix(colour, red * (0.8 + 0.5 * lone.x) + sunLight * vec3(0.25, 0.03, 0.01), clamp(0.5 - petal * 0.012 / (pixel * 1.3), 0.0, 1.0));

    // a white butterfly
    float leg = floor(barCount * 0.5), part = easeInOut(fract(barCount * 0.5) * 1.35);
    vec2 from = hash12(leg + 3.0), to = hash12(leg + 4.0);
    vec2 at = mix(vec2((from.x - 0.5) * 0.7 * wide, -0.10 - 0.08 * from.y), vec2((to.x - 0.5) * 0.7 * wide, -0.10 - 0.08 * to.y), part) + vec2(0.012 * swing(beatCount * 0.7), 0.10 * bump(part, 0.5, 0.5) + 0.010 * swing(beatCount * 2.0));
    vec2 b = (p - at) / 0.021;
    float beatWing = 0.30 + 0.70 * abs(swing(beatCount * (part > 0.0 && part < 1.0 ? 2.0 : 0.5))), s = abs(b.x) / beatWing;
    vec2 wb = vec2(s, b.y - 0.25 * s);
    float wing = min(length((wb - vec2(0.50, 0.28)) * vec2(1.0, 1.25)) - 0.50, length((wb - vec2(0.38, -0.42)) * vec2(1.0, 1.0)) - 0.36);
    colour = mix(colour, vec3(0.75, 0.74, 0.62) * (0.6 + 0.4 * beatWing) + sunLight * 0.25 - 0.5 * smoothstep(0.25, 0.0, length(wb - vec2(0.86, 0.62))), clamp(0.5 - wing * 0.018 / pixel, 0.0, 1.0));
    colour = mix(colour, vec3(0.02), clamp(0.5 - (length(b * vec2(1.0, 0.16)) - 0.09) * 0.02 / pixel, 0.0, 1.0));

    colour += sunLight * glow * glow * 0.05 * (1.0 - strain);
    colour *= 1.0 - 0.28 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.15) * 1.55, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
