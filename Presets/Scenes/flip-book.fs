/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Flip book: a dog gallops after a bouncing ball through the water-coloured pages of a flip book. Four drawings to the beat, the ball strikes the ground on the beat, the dog runs a true gallop with its two flights; leaves curl away from under the thumb, bands colour the washes, each chapter is painted in another season.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.12, 0.10, 0.13, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.24, 0.40, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.36, 0.56, 0.50, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.90, 0.72, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.90, 0.34, 0.22, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 66, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.52)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.312)", "FLOAT": true },
    { "TARGET": "measure", "WIDTH": "$WIDTH/8", "HEIGHT": "$HEIGHT/8" },
    { "TARGET": "drawing1", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.88)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.528)", "FLOAT": true },
    { "TARGET": "desk1", "WIDTH": "$WIDTH/1.6", "HEIGHT": "$HEIGHT/1.6", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [15.3, 15.6, 11.6],
    "steps": 2,
    "subject": "running dog", "domain": "animation", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton", "paper"],
    "mood": { "valence": 0.5, "arousal": 0.5, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.2 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.3 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// Lengths in the dog's height at the shoulder; it runs right; y = 0 the ground.
const int LIMBS = 33;
const vec2 FIGURE_LOW = vec2(-1.25, -0.10), FIGURE_SIZE = vec2(2.60, 1.56);

// limbs: 0..4 far hind, 5..8 far fore, 9..13 near hind, 14..17 near fore, 18..20 trunk, 21 neck, 22 skull, 23 muzzle, 24 jaw, 25 26 ear, 27..29 tail, 30 tongue, 31 nose, 32 eye
vec4 poseTexel(int k, float b) {
    int i = k < LIMBS ? k : k - LIMBS;
    float u = fract(b), a = 6.2832 * u, gathered = cos(a - 5.53), vigour = 0.7 + 0.3 * power;
    // two flights: stretched after the hind feet push off, gathered after the fore feet
    float fly = 0.050 * cos(2.0 * a - 4.9) * vigour + 0.01;
    float stretch = 0.80 - 0.135 * gathered * vigour;
    vec2 hip = vec2(-0.42 + 0.055 * gathered, 0.80 + fly + 0.055 * sin(a + 0.4)), chest = vec2(hip.x + stretch, 0.79 + fly - 0.055 * sin(a + 0.4));
    vec2 loin = (hip + chest) * 0.5 + vec2(-0.05, 0.055 + 0.105 * gathered * vigour);
    vec2 withers = chest + vec2(-0.04, 0.10);
    vec2 neckTop = withers + vec2(0.235, 0.19 + 0.03 * sin(a - 1.0)), skull = neckTop + vec2(0.085, 0.045);
    vec2 nose = skull + vec2(0.265, -0.055 - 0.015 * sin(a));

    bool fore = (i >= 5 && i <= 8) || (i >= 14 && i <= 17), isNear = i >= 9;
    int part = i <= 4 ? i : i <= 8 ? i - 5 : i <= 13 ? i - 9 : i - 14;
    float strikeAt = (fore ? 0.43 : 0.0) + (isNear ? 0.085 : 0.0);
    vec3 foot = footfall(fract(u - strikeAt), 0.175, fore ? 0.47 : 0.50, fore ? 0.42 : 0.46, 0.25);
    float stance = max(-foot.z, 0.0), swing1 = max(foot.z, 0.0), ground = isNear ? 0.0 : 0.020;
    vec2 root = fore ? chest + vec2(0.03 + 0.05 * foot.x, -0.07) : hip + vec2(0.02, -0.035);
    vec2 paw = vec2((fore ? 0.40 : -0.36) + foot.x, ground + 0.040 + foot.y * (fore ? 0.30 : 0.24));
    float fold = bump(swing1, 0.40, 0.45);
    // hind: hip, stifle, hock, paw; fore: shoulder, elbow, wrist, paw
    vec2 shank = normalize(fore ? vec2(-0.12 - 0.75 * fold + 0.9 * (stance - 0.5) * step(0.001, stance) * -0.4, 1.0) : vec2(-0.42 - 0.55 * fold - 0.4 * smoothstep(0.5, 1.0, stance) + 0.25 * (1.0 - smoothstep(0.0, 0.4, stance)) * step(0.001, stance), 1.0));
    vec2 upperEnd = paw + shank * (fore ? 0.155 : 0.215);
    vec4 limb = reach(root, upperEnd, fore ? 0.300 : 0.330, fore ? 0.305 : 0.315, fore ? -1.0 : 1.0);
    vec2 slide = limb.zw - upperEnd;
    paw += slide;
    vec2 toe = paw + mix(vec2(0.055, -0.012), -shank * 0.06 + vec2(0.02, 0.0), smoothstep(0.05, 0.25, swing1) * (1.0 - smoothstep(0.75, 0.95, swing1)));

    float lag = sin(a - 1.5), lag2 = sin(a - 2.4), lag3 = sin(a - 3.3);
    vec2 t0 = hip + vec2(-0.13, 0.07), t1 = t0 + vec2(-0.155, 0.075 + 0.06 * lag), t2 = t1 + vec2(-0.150, 0.055 + 0.085 * lag2), t3 = t2 + vec2(-0.115, 0.055 + 0.085 * lag3);
    vec2 e0 = skull + vec2(-0.075, 0.075), e1 = e0 + vec2(-0.125, -0.005 + 0.075 * lag2), e2 = e1 + vec2(-0.085, -0.050 + 0.075 * lag3);
    vec4 e = i <= 17 ? (part == 0 ? vec4(root, limb.xy) : part == 1 ? vec4(limb.xy, limb.zw) : part == 2 ? vec4(limb.zw, paw) : part == 3 ? vec4(paw, toe) : vec4(root + vec2(0.0, 0.03), mix(root, limb.xy, 0.5)))
        : i == 18 ? vec4(hip, loin) : i == 19 ? vec4(loin, chest) : i == 20 ? vec4(chest + vec2(-0.10, -0.03), chest + vec2(0.045, -0.035)) : i == 21 ? vec4(withers + vec2(0.01, -0.09), neckTop)
        : i == 22 ? vec4(skull, skull + vec2(0.02, 0.0)) : i == 23 ? vec4(skull + vec2(0.06, -0.015), nose) : i == 24 ? vec4(skull + vec2(0.055, -0.065), nose + vec2(-0.055, -0.068 - 0.018 * (0.5 + 0.5 * lag)))
        : i == 25 ? vec4(e0, e1) : i == 26 ? vec4(e1, e2) : i == 27 ? vec4(t0, t1) : i == 28 ? vec4(t1, t2) : i == 29 ? vec4(t2, t3)
        : i == 30 ? vec4(nose + vec2(-0.085, -0.075), nose + vec2(-0.135 - 0.03 * lag, -0.150 + 0.035 * lag2)) : i == 31 ? vec4(nose, nose + vec2(0.012, 0.004)) : vec4(skull + vec2(0.075, 0.028), skull + vec2(0.077, 0.028));
    vec4 shape = i <= 17 ? (part == 0 ? (fore ? vec4(0.105, 0.058, 0.010, 0.0) : vec4(0.150, 0.072, 0.030, 0.015)) : part == 1 ? (fore ? vec4(0.056, 0.034, 0.010, 0.0) : vec4(0.070, 0.036, 0.0, 0.020)) : part == 2 ? vec4(0.034, 0.030, 0.0, 0.0) : part == 3 ? vec4(0.033, 0.024, 0.0, 0.0) : vec4(fore ? 0.10 : 0.13, 0.08, 0.0, 0.0))
        : i == 18 ? vec4(0.155, 0.125, 0.0, 0.0) : i == 19 ? vec4(0.125, 0.190, 0.0, 0.045) : i == 20 ? vec4(0.190, 0.160, 0.0, 0.0) : i == 21 ? vec4(0.135, 0.092, 0.0, 0.015)
        : i == 22 ? vec4(0.108, 0.104, 0.0, 0.0) : i == 23 ? vec4(0.078, 0.046, 0.0, 0.0) : i == 24 ? vec4(0.048, 0.030, 0.0, 0.0) : i == 25 ? vec4(0.046, 0.058, 0.0, 0.0) : i == 26 ? vec4(0.056, 0.028, 0.0, 0.0)
        : i == 27 ? vec4(0.045, 0.036, 0.0, 0.0) : i == 28 ? vec4(0.036, 0.030, 0.0, 0.0) : i == 29 ? vec4(0.030, 0.010, 0.0, 0.0) : i == 30 ? vec4(0.026, 0.022, 0.0, 0.0) : i == 31 ? vec4(0.030, 0.028, 0.0, 0.0) : vec4(0.016, 0.016, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}
// far legs; trunk, neck, head and tail; near legs; ear
vec4 dog(vec2 p) {
    float farLegs = min(chainOf(pose, 0, 0, 4, LIMBS, p, 0.03), chainOf(pose, 0, 5, 9, LIMBS, p, 0.02));
    float trunk = smoothMin(chainOf(pose, 0, 18, 22, LIMBS, p, 0.09), chainOf(pose, 0, 22, 24, LIMBS, p, 0.05), 0.05);
    trunk = min(min(trunk, chainOf(pose, 0, 24, 25, LIMBS, p, 0.02)), smoothMin(chainOf(pose, 0, 27, 30, LIMBS, p, 0.03), trunk, 0.04));
    float nearLegs = min(chainOf(pose, 0, 9, 13, LIMBS, p, 0.03), chainOf(pose, 0, 14, 18, LIMBS, p, 0.02));
    return vec4(farLegs, trunk, nearLegs, chainOf(pose, 0, 25, 27, LIMBS, p, 0.02));
}

// a dye as clear as water colour: strong in its hue, thin in the rest
vec3 pure(vec3 c) { return min(saturation(c, 1.7) * 1.6, vec3(1.45)); }

void main() {
    float drawn = drawingAt(beatCount, 4.0), b = drawn * 0.25;
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x), b); return; }
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // tells the dog's sheet how large the picture is
    if (PASSINDEX == 1) { gl_FragColor = dog(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
#if QUALITY > 0
    if (PASSINDEX == 4) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 4 ? RENDERSIZE * 1.6 : PASSINDEX == 3 ? vec2(textureSize(measure, 0)) * 8.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float seed = mod(drawn, 8.0) * 13.7 + variety * 9.0, into = fract(beatCount * 4.0 + 0.001);
    vec3 lead = mix(vec3(0.040, 0.038, 0.042), shade * 0.5, 0.4), lamp = mix(vec3(1.0, 0.92, 0.78), light, 0.15);

    // the desk under the lamp
    float grainAt = valueNoise(vec2(uv.x * 3.0 + swing(uv.y * 1.3), uv.y * 34.0)), fineGrain = valueNoise(vec2(uv.x * 12.0, uv.y * 150.0));
    vec3 desk = mix(vec3(0.20, 0.105, 0.055), tintTo(vec3(0.12), deep, 0.7), 0.35) * (0.60 + 0.45 * grainAt + 0.20 * fineGrain);
    float poolLight = exp(-dot(uv - vec2(-0.14, 0.14), uv - vec2(-0.14, 0.14)) * 1.0);
    vec3 colour = desk * lamp * (0.14 + 0.75 * poolLight);

    // the book: a bound block of pages; each page lies a hair differently
    vec2 halfPage = vec2(min(0.735, wide - 0.08), min(0.435, 0.435));
    vec2 jitter = (hash12(mod(drawn, 32.0)) - 0.5) * 0.006;
    vec2 q = rotation(-0.035 + 0.004 * (hash11(mod(drawn, 32.0) + 9.0) - 0.5)) * (uv - vec2(-0.035, 0.016)) - jitter, block = rotation(-0.035) * (uv - vec2(-0.035, 0.016));
    // (the dog is a sheet of its own: there q is where on the page its texels lie)
    float way = variety < 0.5 ? 1.0 : -1.0, shrink = clamp(halfPage.x / 0.60, 0.4, 1.15), size = 0.355 * shrink, groundY = -0.225 * min(mix(1.0, 0.8, 1.0 - shrink), 1.0);
    vec2 dogAt = vec2(-0.085 * shrink + 0.02 * swing(b / 16.0), groundY);
    if (PASSINDEX == 3) q = ((FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE) * size + dogAt) * vec2(way, 1.0);
    vec2 grains = (PASSINDEX == 3 ? q : uv) / pixel + 0.5 * full;
    float thickness = 0.030, side = sdBox(block - vec2(0.006, -thickness * 0.5), halfPage + vec2(0.006, thickness * 0.5));
    colour *= 1.0 - 0.60 * smoothstep(0.085, -0.03, sdBox(block - vec2(0.022, -0.045), halfPage));
    float underThumb = bump(block.y, -halfPage.y * 0.52, 0.34), fanWide = 0.020 + 0.050 * underThumb;
    float outBy = max(block.x - halfPage.x, 0.0) / fanWide, downBy = max(-halfPage.y - block.y, 0.0) / thickness;
    float depthOf = clamp(max(outBy, downBy), 0.0, 1.0), leafCount = outBy > downBy ? min(9.0 + 5.0 * underThumb, fanWide / (3.5 * pixel)) : min(10.0, thickness / (3.5 * pixel));
    float leaves = fract(depthOf * leafCount - 0.2 * valueNoise1((block.x + block.y) * 7.0)), crisp = max(0.15, leafCount * pixel / (outBy > downBy ? fanWide : thickness));
    leaves = smoothstep(0.0, crisp, leaves) * smoothstep(1.0, 0.55, leaves);
    side = max(min(side, sdBox(block - vec2(0.5 * fanWide, 0.0), halfPage + vec2(0.5 * fanWide, 0.2 * thickness))), block.x - halfPage.x - fanWide);
    vec3 sheet = mix(vec3(0.93, 0.88, 0.78), tintTo(vec3(0.86), light, 0.6), 0.20);
    colour = mix(colour, sheet * (0.16 + 0.55 * leaves) * (1.0 - 0.55 * depthOf) * (0.45 + 0.6 * poolLight) * lamp, smoothstep(pixel, -pixel, side));

    // the page in front: paper, its light, a bend to the spine
    float page = sdBox(q, halfPage), fibre = paperFibre(q * 0.9 + mod(drawn, 8.0) * 3.1), tooth = (valueNoise(grains * (0.0022 / pixel) * 0.42) + valueNoise(grains.yx * (0.0022 / pixel) * 0.21 + 9.0)) - 1.0;
    float bend = 1.0 - 0.30 * smoothstep(0.16, 0.0, q.x + halfPage.x) + 0.06 * smoothstep(0.1, 0.3, q.x + halfPage.x);
    vec3 paper = sheet * (1.0 + 0.03 * fibre + 0.03 * tooth), drawnOn = paper;

    // what is drawn on it
    vec2 shiver = vec2(valueNoise(q * 9.0 + seed), valueNoise(q * 9.0 - seed + 40.0)) - 0.5;
    float soft = max(0.8 * pixel, 0.0007), thick = 0.0031 + 0.0026 * shiver.y;
    vec2 w = vec2(q.x * way, q.y) + shiver * (0.006 + 0.005 * low);
    float run = b * 0.62 * shrink;
    float season = mod(chapterGlide, 4.0), spring = max(bump(season, 0.0, 1.0), bump(season, 4.0, 1.0)), summer = bump(season, 1.0, 1.0), autumn = bump(season, 2.0, 1.0), winter = bump(season, 3.0, 1.0);
    // the seasons' own greens, ochres and blues, each leaning to the palette
    vec3 wash = pure(mix(vec3(0.34, 0.52, 0.12), base, 0.25)) * spring + pure(mix(vec3(0.20, 0.44, 0.14), base, 0.25)) * summer + pure(mix(vec3(0.70, 0.34, 0.08), accent, 0.25)) * autumn + pure(mix(vec3(0.34, 0.50, 0.72), deep, 0.2)) * winter;
    if (PASSINDEX == 3) {
        vec2 at = isf_FragNormCoord, d = FIGURE_LOW + at * FIGURE_SIZE;
        float wet = valueNoise(w * 7.0 + 3.0) * 0.6 + valueNoise(w * 19.0) * 0.4;
        vec4 sum = vec4(0.0);
        vec4 g = IMG_NORM_PIXEL(figure, at);
        vec3 coat = pure(mix(vec3(0.66, 0.27, 0.07), mix(vec3(0.76, 0.47, 0.16), vec3(0.36, 0.20, 0.12), step(0.75, fract(variety * 3.3))), step(0.4, fract(variety * 3.3)))), white = paper * 1.02;
        vec4 skull = texelFetch(pose, ivec2(22, 0), 0), chest = texelFetch(pose, ivec2(20, 0), 0), hipAt = texelFetch(pose, ivec2(18, 0), 0);
        float unit = 1.0 / size;
        for (int i = 0; i < 5; i++) {
            // far legs, tongue, body, near legs, ear
            vec4 tongue = texelFetch(pose, ivec2(30, 0), 0);
            float e = i == 0 ? g.x : i == 1 ? sdLimb(d, tongue.xy, tongue.zw, 0.028, 0.024) : i == 2 ? g.y : i == 3 ? g.z : g.w;
            float cover = smoothstep(0.0010 * unit, -0.0010 * unit, e), form = clamp(1.0 + e / 0.12, 0.0, 1.0);
            lay(sum, i == 0 ? paper * 0.90 : white, cover);
            vec3 dye = i == 1 ? mix(vec3(0.85, 0.30, 0.30), accent, 0.4) : coat;
            // a white chest and paws, a saddle of colour
            float patch1 = i == 2 ? smoothstep(-0.06, 0.05, d.y - mix(hipAt.y, chest.y, clamp(0.5 + d.x, 0.0, 1.0)) + 0.05 + 0.06 * swing(d.x * 1.3 + 0.2) + 0.05 * (wet - 0.5)) : i == 3 ? smoothstep(0.22, 0.30, d.y + 0.04 * (wet - 0.5)) : 1.0;
            if (i == 2) patch1 = mix(patch1, smoothstep(0.03, -0.03, d.x - skull.x - 0.075 + 0.4 * (d.y - skull.y)), smoothstep(0.26, 0.22, length(d - skull.xy - vec2(0.08, 0.0))));
            float density = inkWash(e * size + 0.0025 * shiver.x, 0.0035) * (0.55 + 0.55 * wet + 0.45 * form * form) * patch1 * (i == 0 ? 1.35 : 1.0) * (i == 4 ? 1.5 : 1.0);
            sum.rgb = inkOn(sum.rgb, dye, density * (0.72 + 0.2 * middle));
            // hatching on the under side, then the line: thick where the form turns down
            lay(sum, lead, cover * pencilHatch(w * vec2(1.0, -1.0), 0.0085, 0.46, tooth, seed) * smoothstep(0.30, 1.0, form) * smoothstep(0.03, -0.12, d.y - mix(hipAt.y, chest.y, clamp(0.5 + d.x, 0.0, 1.0)) + (i == 3 ? 0.3 : 0.06)) * (i == 0 ? 0.75 : 0.45) * (i == 1 ? 0.0 : 1.0));
            lay(sum, lead, pencilLine(e * size, thick * (i == 2 ? 1.30 : 1.10), tooth, soft) * 0.95 * (i == 3 ? mix(0.12, 1.0, smoothstep(-0.075, 0.0, g.y)) : 1.0));
            lay(sum, lead, pencilLine(e * size + 0.0042 * (shiver.x + 0.35), thick * 0.45, tooth, soft) * (i == 3 ? 0.15 : 0.45));
        }
        vec2 h = d - skull.xy;
        vec4 noseAt = texelFetch(pose, ivec2(31, 0), 0);
        float blink = step(0.9, fract(b / 6.0 + 0.3));
        float eye = length((h - vec2(0.078, 0.026)) * vec2(1.0, mix(0.85, 4.0, blink))) - 0.019, nose = length((d - noseAt.xy) * vec2(0.9, 1.1)) - 0.035;
        float collar = sdSegment(d, texelFetch(pose, ivec2(21, 0), 0).zw + vec2(-0.110, 0.030), texelFetch(pose, ivec2(21, 0), 0).zw + vec2(0.015, -0.115)) - 0.020;
        lay(sum, mix(base, deep, 0.3), smoothstep(0.004, -0.004, max(collar, g.y)) * 0.92);
        lay(sum, lead, smoothstep(0.006, -0.004, min(eye, nose)) * 0.95);
        lay(sum, white, smoothstep(0.004, -0.002, length(h - vec2(0.084, 0.032)) - 0.006) * (1.0 - blink));
        gl_FragColor = sum;
        return;
    }
    // sun, hills washed in water colour, pooled at their edges
    vec2 sunAt = vec2(0.40, 0.235) * vec2(shrink, 1.0);
    float toSun = length(w - sunAt) - 0.062 - 0.006 * pulse, wet = valueNoise(w * 7.0 + 3.0) * 0.6 + valueNoise(w * 19.0) * 0.4;
    drawnOn = inkOn(drawnOn, vec3(1.5, 1.02, 0.10), inkWash(toSun + 0.010 * (wet - 0.5), 0.006) * (1.05 + 0.35 * middle));
    vec2 margin = halfPage - 0.030 - abs(q + 0.010 * shiver);
    float washed = smoothstep(0.0, 0.006, min(margin.x, margin.y) + 0.022 * (wet - 0.5)), sky1 = clamp((w.y - groundY) / (halfPage.y - groundY), 0.0, 1.0);
    vec3 skyDye = mix(pure(mix(vec3(0.95, 0.62, 0.36), accent, 0.20)), pure(mix(vec3(0.26, 0.52, 0.78), mix(base, deep, 0.3), 0.35)), smoothstep(0.10, 0.85, sky1 + 0.25 * (wet - 0.5)));
    float cloud = smoothstep(0.48, 0.66, valueNoise(vec2(w.x * 4.0 + run * 0.12 + variety * 9.0, w.y * 11.0)) * 0.7 + 0.3 * wet);
    drawnOn = inkOn(drawnOn, skyDye, washed * (0.30 + 0.30 * sky1 + 0.16 * middle) * (0.75 + 0.5 * wet) * (1.0 - 0.85 * cloud) * smoothstep(-0.02, 0.02, toSun) * smoothstep(0.02, 0.17, w.y - groundY));
    for (int i = 0; i < 2; i++) {
        float n = float(i), x = w.x * (1.1 + 0.4 * n) + run * (0.10 + 0.14 * n) + 7.0 * n + variety * 30.0;
        float h = groundY + 0.125 - 0.055 * n + 0.13 * (valueNoise1(x * 2.6) - 0.3) + 0.02 * valueNoise1(x * 9.0), d = w.y - h;
        vec3 dye = mix(wash, pure(mix(vec3(0.30, 0.44, 0.62), deep, 0.3)), 0.55 - 0.40 * n);
        drawnOn = inkOn(drawnOn, dye, inkWash(d + 0.010 * (wet - 0.5), 0.005) * (0.42 + 0.20 * n + 0.16 * middle) * (0.65 + 0.55 * wet) * smoothstep(-0.30, -0.02, d) * washed);
        drawnOn = mix(drawnOn, lead, pencilLine(d, thick * (0.7 + 0.3 * n), tooth, soft) * (0.30 + 0.25 * n));
    }
    // trees go by: bare strokes, a blot of leaves
    float treeAt = (w.x + run * 0.55) / 0.36 + variety * 5.0, treeId = floor(treeAt);
    vec2 th = hash12(treeId), tq = vec2((fract(treeAt) - 0.5 - 0.4 * (th.x - 0.5)) * 0.36, w.y - groundY - 0.015);
    float trunk = min(sdLimb(tq, vec2(0.0), vec2(0.006, 0.10 + 0.05 * th.y), 0.0055, 0.003), min(sdLimb(tq, vec2(0.003, 0.06), vec2(-0.035, 0.13 + 0.03 * th.y), 0.0032, 0.0015), sdLimb(tq, vec2(0.004, 0.08), vec2(0.040, 0.145), 0.003, 0.0015)));
    float leafD = length((tq - vec2(0.002, 0.145 + 0.03 * th.y)) * vec2(1.0, 1.15)) - 0.060 - 0.015 * th.x + 0.03 * (wet - 0.5) + 0.010 * shiver.x, isTree = step(0.40, fract(th.y * 9.1));
    drawnOn = inkOn(drawnOn, mix(wash, pure(accent), 0.3 * autumn), inkWash(leafD, 0.007) * (0.55 + 0.3 * low) * isTree * (1.0 - 0.95 * winter));
    drawnOn = mix(drawnOn, lead, smoothstep(0.0012, -0.0008, trunk) * isTree * 0.8);
    // the ground: one quick line, grass in ticks, speed strokes
    float gd = w.y - groundY - 0.006 * (valueNoise1((w.x + run) * 8.0) - 0.5);
    drawnOn = inkOn(drawnOn, wash, inkWash(gd, 0.006) * washed * smoothstep(-0.30, 0.0, gd) * (0.50 + 0.25 * low) * (0.6 + 0.6 * wet));
    drawnOn = mix(drawnOn, lead, pencilLine(gd, thick * 1.2, tooth, soft) * 0.85);
    float blade = (w.x + run) / 0.033, bladeId = floor(blade);
    vec2 bh = hash12(bladeId + 5.0), bq = vec2((fract(blade) - 0.5) * 0.033, w.y - groundY + 0.055 * bh.x * bh.x);
    float tick = sdSegment(bq, vec2(0.0), vec2(0.006 - 0.014 * bh.y, 0.012 + 0.020 * bh.y));
    drawnOn = mix(drawnOn, lead, pencilLine(tick, 0.0013, tooth, soft) * step(0.45, bh.y) * 0.75);
    float streak = floor(w.y / 0.030 + 0.5), sh = hash11(streak + seed * 3.0), streakX = fract(w.x * 1.3 + sh * 5.0 + b * 0.9);
    drawnOn = mix(drawnOn, lead, pencilLine(w.y - streak * 0.030 - 0.004 * shiver.y, 0.0010, tooth, soft) * step(0.72, sh) * step(streakX, 0.22) * step(w.x, -0.15) * step(groundY + 0.03, w.y) * step(w.y, groundY + 0.27) * (0.25 + 0.45 * power));

    // the ball strikes the ground on the beat
    float f = fract(b), hop = 4.0 * f * (1.0 - f);
    vec2 ballAt = vec2((0.405 + 0.03 * swing(b / 8.0)) * shrink, groundY + 0.030 * shrink + 0.150 * shrink * hop);
    vec2 bl = (w - ballAt) / vec2(1.0 + 0.22 * step(f, 0.1), 1.0 - 0.25 * step(f, 0.1));
    float ball = length(bl) - 0.033 * shrink;
    vec2 bt = rotation(-b * 2.2) * bl;
    drawnOn = mix(drawnOn, drawnOn * 0.55, smoothstep(0.010, -0.006, length((w - vec2(ballAt.x, groundY - 0.010)) * vec2(1.0, 4.0)) - 0.030 * shrink * (1.0 - 0.5 * hop)) * 0.7);
    drawnOn = mix(drawnOn, paper, smoothstep(0.001, -0.001, ball));
    drawnOn = inkOn(drawnOn, pure(mix(vec3(0.85, 0.16, 0.10), accent, 0.4)), smoothstep(0.002, -0.002, ball) * (0.85 + 0.3 * wet) * (abs(bt.y) < 0.010 * shrink ? 0.15 : 1.0));
    drawnOn = mix(drawnOn, lead, pencilLine(ball, thick * 1.2, tooth, soft) * 0.95);
    // where it has been: a dotted arc
    float back = ballAt.x - w.x, arcPhase = f - back / (0.62 * shrink);
    float arc = abs(w.y - groundY - 0.030 * shrink - 0.150 * shrink * 4.0 * fract(arcPhase) * (1.0 - fract(arcPhase)));
    drawnOn = mix(drawnOn, accent, smoothstep(0.0032, 0.0012, arc) * step(0.5, fract(w.x * 46.0)) * step(0.04, back) * smoothstep(0.32, 0.08, back) * 0.8);

    // the dog
    vec2 d = (w - dogAt) / size, at = (d - FIGURE_LOW) / FIGURE_SIZE;
    float shadow = length((w - dogAt - vec2(0.0, -0.012)) * vec2(1.0, 6.5)) - 0.20 * shrink;
    drawnOn = mix(drawnOn, drawnOn * 0.55, smoothstep(0.05, -0.08, shadow) * pencilHatch(w, 0.010, 0.75, tooth, seed) * 0.8);
    vec4 dogSheet = IMG_NORM_PIXEL(drawing1, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5);
    drawnOn = drawnOn * (1.0 - dogSheet.a) + dogSheet.rgb;
    // dust where paws have struck; snow or leaves in the air
    for (int i = 0; i < 2; i++) {
        float age = fract(b - (i < 1 ? 0.04 : 0.47)), px = (i < 1 ? 0.10 : 0.70) * size - 0.62 * shrink * age * 0.8;
        float puff = length((w - dogAt - vec2(px, 0.016 + 0.030 * age)) * vec2(1.0, 1.3)) - (0.010 + 0.022 * age) * shrink;
        drawnOn = mix(drawnOn, lead, pencilLine(puff + 0.006 * shiver.y, thick * 0.7, tooth, soft) * step(0.0, w.y - groundY) * (1.0 - 0.5 * age) * 0.6);
    }
    vec2 flakeAt = vec2(w.x + run * 0.8, w.y + b * 0.05) * 11.0;
    vec3 fh = hash23(floor(flakeAt));
    float flake = length((fract(flakeAt) - 0.3 - 0.4 * fh.xy) * (autumn > 0.3 ? vec2(1.0, 1.8) : vec2(1.0))) - 0.055;
    drawnOn = mix(drawnOn, mix(mix(accent, light, fh.z), mix(deep, base, 0.5), winter), smoothstep(0.02, -0.02, flake) * step(0.80 - 0.25 * high, fh.z) * (autumn + 0.7 * winter) * 0.8);
    // the drawing's place in the beat, ticked in the corner
    vec2 corner = q - halfPage + vec2(0.075, 0.045);
    float tally = abs((fract(corner.x / 0.012) - 0.5) * 0.012 + 0.15 * corner.y);
    drawnOn = mix(drawnOn, lead, pencilLine(tally, 0.0013, tooth, soft) * step(abs(corner.y), 0.013) * step(0.0, corner.x) * step(floor(corner.x / 0.012), mod(drawn, 4.0)) * 0.55);

    drawnOn = saturation(drawnOn, 1.15);
    vec3 pageLight = drawnOn * bend * lamp * (0.55 + 0.62 * poolLight);
    colour = mix(colour, pageLight, smoothstep(pixel, -pixel, page));
    colour *= 1.0 - 0.25 * smoothstep(0.0025, 0.0, abs(page)) * step(-0.004, page);

#if QUALITY < 1
    // desk and page at five eighths of the size
    if (PASSINDEX == 4) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(desk1, isf_FragNormCoord).rgb;
#endif
    // the page before, flying up to the left: a curved leaf that sweeps past in a blink
    // its free edge runs ahead at the top; the roll of the leaf behind it catches the lamp, its back shows the drawing through
    float sweep = 1.0 - (1.0 - into) * (1.0 - into) * (1.0 - into), edgeX = mix(halfPage.x * 1.02, -halfPage.x * 1.12, sweep);
    float raised = 4.0 * sweep * (1.0 - sweep), arch = edgeX + 0.42 * q.y * (0.25 + raised) - 0.30 * q.y * q.y * sweep, leafX = q.x - arch;
    float lifted = smoothstep(0.62, 0.45, into);
    vec2 tip = vec2(0.0, 0.030 * raised);
    float onPage = smoothstep(pixel, -pixel, abs(q.y - tip.y) - halfPage.y - tip.y) * step(-halfPage.x - 0.01, q.x);
    float leafWide = (0.07 + 0.22 * raised) * (1.0 - 0.9 * q.y) * max(lifted, 0.01), across = clamp(1.0 - leafX / leafWide, 0.0, 1.0);
    float ahead = max(-leafX, 0.0);
    colour *= 1.0 - 0.50 * exp(-ahead * 9.0) * step(leafX, 0.0) * lifted * onPage;
    float onLeaf = smoothstep(-pixel, pixel, leafX) * smoothstep(pixel, -pixel, leafX - leafWide) * onPage * step(into, 0.62);
    float roll = across * across, shine = bump(across, 0.42, 0.34);
    vec3 leafLight = sheet * lamp * (0.42 + 0.42 * roll + 0.45 * shine) * (0.55 + 0.62 * poolLight) * (1.0 + 0.03 * fibre);
    leafLight *= 1.0 - 0.35 * smoothstep(0.10, 0.0, 1.0 - across) * 0.5;
    colour *= 1.0 - 0.40 * exp(-max(leafX - leafWide, 0.0) * 16.0) * step(leafWide, leafX) * lifted * onPage * raised;
    colour = mix(colour, leafLight, onLeaf * (0.94 - 0.22 * across));

    // staples of the binding, the thumb that lets the pages go
    vec2 staple = vec2(q.x + halfPage.x - 0.026, abs(q.y) - 0.20);
    colour = mix(colour, vec3(0.45) * lamp * (0.6 + 0.4 * poolLight), smoothstep(pixel, -pixel, sdRoundBox(staple, vec2(0.0028, 0.030), 0.0026)));
    float press = 0.010 * (1.0 - into);
    vec2 thumbAt = rotation(0.86) * (block - vec2(halfPage.x - 0.004, -halfPage.y * 0.52 + 0.006 * into));
    thumbAt.x += 0.030 + press;
    // two joints and the ball of the thumb, bent back a little as it presses
    vec2 bent = vec2(thumbAt.x, thumbAt.y + 0.30 * thumbAt.x * thumbAt.x - 0.030 * smoothstep(0.05, -0.08, thumbAt.x));
    float thumb = smoothMin(sdLimb(bent, vec2(-0.022, 0.0), vec2(0.085, 0.0), 0.049, 0.058), sdLimb(bent, vec2(0.11, 0.002), vec2(0.34, 0.020), 0.056, 0.078), 0.020);
    thumb = smoothMin(thumb, sdLimb(bent, vec2(0.40, 0.02), vec2(1.1, 0.14), 0.090, 0.22), 0.06);
    float nail = sdRoundBox(bent - vec2(-0.028, 0.012), vec2(0.033, 0.028), 0.024);
    vec3 skin = mix(vec3(0.74, 0.43, 0.29), vec3(0.28, 0.135, 0.075), fract(variety * 6.7));
    float roundness = clamp(1.0 + thumb / 0.055, 0.0, 1.0), up = clamp(bent.y / 0.055, -1.0, 1.0);
    colour *= 1.0 - 0.55 * smoothstep(0.075, -0.02, sdLimb(bent + vec2(0.020, 0.036), vec2(-0.02, 0.0), vec2(0.90, 0.02), 0.049, 0.120));
    // lamp from the upper left, warm where the light goes through the skin's edge, cool below
    vec3 thumbLight = skin * lamp * (0.42 + 0.62 * smoothstep(-0.9, 0.8, up - 0.4 * bent.x) * (1.0 - 0.35 * roundness * roundness * roundness)) * (0.98 + 0.06 * fineGrain);
    thumbLight += skin * vec3(0.9, 0.25, 0.10) * 0.35 * smoothstep(0.6, 1.0, roundness) * (1.0 - up * 0.5);
    float wrinkle = min(abs(bent.x - 0.094 - 0.012 * swing(bent.y * 5.0)), min(abs(bent.x - 0.109 - 0.010 * swing(bent.y * 6.0 + 0.2)), abs(bent.x - 0.120 + 0.2 * bent.y * bent.y)));
    thumbLight *= 1.0 - 0.30 * smoothstep(0.0035, 0.0005, wrinkle) * smoothstep(0.055, 0.020, abs(bent.y - 0.008));
    float lunula = smoothstep(0.003, -0.003, length(bent - vec2(0.016, 0.012)) - 0.019);
    vec3 nailLight = mix(skin, vec3(0.95, 0.72, 0.66), 0.62) * lamp * (0.72 + 0.30 * smoothstep(-0.02, 0.03, bent.y)) + 0.10 * lunula;
    nailLight = mix(nailLight, vec3(0.95, 0.90, 0.84) * lamp, smoothstep(0.002, -0.002, bent.x + 0.054));
    nailLight += lamp * 0.35 * bump(bent.y, 0.024, 0.007) * smoothstep(0.026, 0.010, abs(bent.x + 0.028));
    thumbLight *= 1.0 - 0.35 * smoothstep(0.007, 0.0, abs(nail));
    thumbLight = mix(thumbLight, nailLight, smoothstep(pixel * 1.2, -pixel * 1.2, nail));
    colour = mix(colour, thumbLight, smoothstep(pixel, -pixel, thumb));

    colour *= 1.0 - (0.22 + 0.30 * strain) * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(toSRGB(clamp(colour * 1.06, 0.0, 1.0)) + filmGrain(gl_FragCoord.xy, drawn / 12.0) * 0.010 + dither(gl_FragCoord.xy), 1.0);
}
