/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Paper theatre: a toy stage of cut paper lit from within. Three jointed paper dancers on strings dance on the beat, with another dance in every chapter; the moon swings on its thread with the bars, windows light on the beat, and the scenery is changed between chapters.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.45 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.4 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.22, 0.20, 0.42, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.66, 0.28, 0.32, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.86, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.22, 0.66, 0.68, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 36, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "scenery", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "steps": 2,
    "cost": [13.9, 13.8, 10.8],
    "subject": "dancers", "domain": "animation", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton", "paper"],
    "mood": { "valence": 0.6, "arousal": 0.3, "reach": 0.9 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.3 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.3 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy", "low": 0.25, "high": 1.0 },
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

// parts of a dancer in the order they are glued: arm and leg behind, skirt, trunk, head, hat, then the near limbs
const int PARTS = 12;

// one texel: the two ends of part k of a dancer (lengths in dancer heights, y = 0 the boards)
vec4 poseTexel(int k) {
    int dancer = clamp(k / PARTS, 0, 2), part = k - dancer * PARTS;
    float who = float(dancer) - 1.0, chapter = chapterGlide + 4.0;
    // four dances; the outer two dancers mirror each other, the middle one is half a bar behind
    float mirror = dancer == 0 ? -1.0 : 1.0, beats = beatCount + (dancer == 1 ? 0.0 : 2.0);
    float which = mod(chapter, 4.0);
    float kick = bump(which, 1.0, 1.0), twirl = bump(which, 2.0, 1.0), jump = bump(which, 3.0, 1.0);
    float swayDance = max(1.0 - kick - twirl - jump, 0.0);
    float a = 3.14159265 * beats, sh = sin(a * 0.5), ch = cos(a * 0.5), s = 2.0 * sh * ch, c = ch * ch - sh * sh, twice = c * c - s * s;
    float vigour = 0.45 + 0.65 * power;
    float f = fract(beats), hop = 4.0 * f * (1.0 - f) * jump * vigour;
    // the weight drops on the beat and rises between
    float rise = (0.5 - 0.5 * twice);
    vec2 pelvis = vec2(0.055 * s * (swayDance + 0.3 * kick) * vigour, 0.475 - 0.035 * (1.0 - rise) * vigour + 0.19 * hop + 0.012 * twirl);
    float leanBy = 0.16 * s * vigour * (swayDance + 0.4 * kick) + 0.05 * sh * twirl;
    float late = s * 0.765 - c * 0.644;
    mat2 lean = turn(leanBy);
    vec2 up = lean * vec2(0.0, 1.0), acrossBody = lean * vec2(1.0, 0.0);
    vec2 neck = pelvis + up * 0.265;
    float headTilt = -0.22 * late * vigour * (swayDance + 0.5 * kick);
    vec2 headUp = turn(headTilt) * up, head = neck + headUp * 0.095;

    // which side this limb is on
    bool isLeg = part == 1 || part == 2 || part == 8 || part == 9;
    bool isArm = part == 0 || part == 3 || part == 10 || part == 11;
    float side = (part == 0 || part == 3 || part == 1 || part == 2) ? -1.0 : 1.0;
    // feet
    float step1 = max(s * side, 0.0);
    float k1 = step1 * step1 * kick * vigour;
    vec2 foot = vec2(side * mix(0.075, 0.030, twirl), 0.028);
    foot += vec2(0.05 * s, 0.085 * step1) * swayDance * vigour;
    foot += vec2(side * 0.40, 0.46) * k1 + vec2(0.0, 0.03) * step1 * kick;
    foot += vec2(side * 0.17, 0.0) * hop + vec2(0.0, 0.23 * hop + 0.015 * jump);
    foot.y += 0.06 * twirl * step(0.0, side) * (0.5 + 0.5 * s) * 2.0;
    vec4 leg = reach(pelvis + acrossBody * side * 0.038 - up * 0.02, foot, 0.225, 0.225, side);
    vec2 toe = leg.zw + vec2(side * 0.045, -0.012 - 0.03 * k1);
    // hands
    vec2 hand = vec2(side * 0.27, 0.62 + 0.19 * side * (c * 0.878 + s * 0.479)) * swayDance;
    hand += vec2(side * (0.33 - 0.04 * late), 0.70 + 0.10 * s * side) * kick;
    hand += vec2(side * (0.10 + 0.14 * (0.5 + 0.5 * ch)), 1.10 - 0.25 * (0.5 + 0.5 * ch) + 0.03 * late) * twirl;
    hand += vec2(side * 0.30, 0.72 + 0.34 * hop + 0.05 * late) * jump;
    hand += vec2(pelvis.x * 1.3, pelvis.y - 0.475);
    vec2 shoulder = neck + acrossBody * side * 0.068 - up * 0.030;
    vec4 arm = reach(shoulder, hand, 0.165, 0.155, -side);
    // skirt: follows late
    vec2 hem = pelvis + vec2(-0.075 * (s * 0.454 - c * 0.891) * vigour * (swayDance + kick) + 0.05 * twirl * (sh * 0.697 - ch * 0.717), -0.175 + 0.05 * hop);

    vec4 found = part == 0 || part == 10 ? vec4(shoulder, arm.xy) : part == 3 || part == 11 ? vec4(arm.xy, arm.zw)
        : part == 1 || part == 8 ? vec4(pelvis + acrossBody * side * 0.038, leg.xy) : part == 2 || part == 9 ? vec4(leg.xy, leg.zw)
        : part == 4 ? vec4(pelvis + up * 0.05, hem) : part == 5 ? vec4(neck - up * 0.045, pelvis + up * 0.01)
        : part == 6 ? vec4(head + headUp * 0.008, head - headUp * 0.006) : vec4(head + headUp * (dancer == 1 ? 0.056 : 0.062), head + headUp * (dancer == 1 ? 0.100 : 0.135) - acrossBody * 0.03 * late);
    // a twirling paper figure shows its edge
    float turned = mix(1.0, ch, twirl);
    turned = mix(turned, turned < 0.0 ? -1.0 : 1.0, 0.18);
    found.xz *= turned * mirror;
    return found;
}

// skyline of the cut scenery: roofs or trees or mountains by chapter
float skyline(float x, float kind, float seed) {
    float at = x * 7.0 + seed, cell = floor(at), f = at - cell;
    vec2 h = hash12(cell + seed * 3.0);
    float ridgeRoof = 0.045 * (1.0 - abs(f - 0.5) * 2.0) * step(0.4, h.y), tower = step(0.72, h.y) * step(abs(f - 0.5), 0.20);
    float roofs = 0.05 + 0.085 * h.x + ridgeRoof * 0.9 + tower * (0.055 + 0.22 * max(0.20 - abs(f - 0.5), 0.0));
    float tree = x * 11.0 + seed, t = abs(fract(tree) - 0.5), grown = 0.55 + 0.45 * hash11(floor(tree) + seed);
    float up = 1.0 - t * (2.5 + 0.8 * (1.0 - grown)), tier = fract(up * 4.6);
    float trees = 0.055 + 0.018 * valueNoise1(x * 3.0 + seed) + max(0.225 * grown * (up - 0.10 * tier), 0.0);
    float hills = 0.03 + 0.14 * ridge(valueNoise1(x * 2.6 + seed)) + 0.02 * abs(fract(x * 4.0 + seed) - 0.5);
    return kind < 0.5 ? roofs : kind < 1.5 ? trees : hills;
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x)); return; }
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 1 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    float room = min(wide, 1.05);
    pixel *= PASSINDEX == 1 ? 2.0 : 1.0;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(1.0, 0.80, 0.52), tintTo(vec3(0.9), light, 1.0), 0.45);
    float fibre = paperFibre(uv * 1.3);
    float grain = 1.0 + 0.07 * fibre;

    // a slow look from side to side: near layers slide against far ones
    float look = 0.020 * sin(barCount * 0.3927 + variety * 6.0);
    float lift = 0.70 * (tall - 0.5);
    vec2 p = uv - vec2(0.0, -lift);

    vec3 cool = mix(accent, deep, 0.5), night = mix(deep, tintTo(vec3(0.05, 0.10, 0.20), accent, 0.5), 0.65) * 0.42;
    // the glowing back sheet, with stars pricked through it
    vec2 moonAt = vec2((variety < 0.5 ? 0.19 : -0.19) + 0.055 * sin(barCount * 1.5708), 0.235) * vec2(min(wide * 1.2, 1.0), 1.0);
    moonAt.y -= 0.006 * cos(barCount * 3.1416);
    float toMoon = length(p - moonAt);
    vec3 colour = mix(mix(mix(base, light, 0.45), lamp, 0.35) * 1.05, night, smoothstep(-0.20, 0.20, p.y)) * 0.80;
    colour += lamp * 0.24 / (1.0 + toMoon * toMoon * 40.0) + lamp * 0.20 * exp(-abs(p.y + 0.14) * 9.0);
    vec2 starCell = floor(p * 15.0);
    vec3 sh = hash23(starCell);
    float star = smoothstep(0.075 * sh.z + pixel * 15.0, 0.05 * sh.z, length(fract(p * 15.0) - 0.25 - 0.5 * sh.xy)) * step(0.62, sh.x);
    colour += lamp * star * (0.35 + 0.9 * high * step(0.5, fract(sh.y * 7.0 + beatCount * 0.5))) * smoothstep(-0.02, 0.2, p.y);
    colour *= grain;

    // moon on its thread, throwing a soft shadow on the sheet
    float moonR = 0.088;
    float bite = length(p - moonAt - vec2(0.036, 0.018)) - 0.078;
    float moonD = smoothMax(toMoon - moonR, -bite, 0.006);
    float moonShadow = smoothMax(length(p - moonAt - vec2(-0.012, -0.020)) - moonR, -(length(p - moonAt - vec2(0.024, -0.002)) - 0.078), 0.02);
    colour *= 1.0 - 0.42 * smoothstep(0.028, -0.022, moonShadow);
    float thread = abs(p.x - moonAt.x - 0.02 - (p.y - moonAt.y) * 0.05 * -sin(barCount * 1.5708));
    colour = mix(colour, lamp * 0.5, smoothstep(1.4 * pixel, 0.4 * pixel, thread) * step(moonAt.y + 0.06, p.y) * 0.6);
    colour = mix(colour, lamp * (1.15 + 0.1 * pulse) * (1.0 + 0.10 * fibre) * (0.85 + 0.3 * smoothstep(-0.09, 0.06, p.y - moonAt.y)), smoothstep(pixel, -pixel, moonD));

    // clouds on threads, two sheets
    int clouds = p.y > 0.06 ? 2 : 0;
    for (int i = 0; i < clouds; i++) {
        float n = float(i);
        vec2 q = p - vec2((n < 0.5 ? -0.36 : 0.44) * min(wide * 1.15, 1.0) + look * (1.0 + n) + 0.02 * sin(flow * 0.25 + n * 2.0), 0.20 + 0.09 * n + 0.006 * sin(barCount * 1.5708 + n * 2.0));
        float d = min(min(length(q) - 0.052, length(q - vec2(0.062, -0.012)) - 0.040), min(length(q + vec2(0.066, 0.014)) - 0.038, sdRoundBox(q + vec2(0.0, 0.032), vec2(0.112, 0.024), 0.022)));
        colour *= 1.0 - 0.38 * smoothstep(0.030, -0.02, d + 0.010 + 0.5 * (q.y * 0.2));
        vec3 cloudPaper = mix(mix(light, base, 0.25), deep, 0.30 + 0.10 * n) * 0.72 * grain * (0.85 + 2.5 * max(-d, 0.0));
        colour = mix(colour, cloudPaper, smoothstep(pixel, -pixel, d));
        colour += lamp * 0.16 * smoothstep(0.004, 0.0, abs(d)) * step(d, 0.002);
        colour = mix(colour, lamp * 0.4, smoothstep(1.3 * pixel, 0.3 * pixel, abs(q.x)) * step(0.04, q.y) * 0.4);
    }

    // three sheets of scenery; between the chapters they sink away and others rise
    float change = fract(chapterGlide + 0.001), kind0 = floor(chapterGlide + 0.001);
    int sheets = p.y < 0.30 && p.y > -0.36 ? 3 : 0;
    for (int i = 0; i < sheets; i++) {
        float n = float(i);
        float turnOver = clamp(change * 1.6 - 0.2 * n, 0.0, 1.0);
        float sink = 0.34 * bump(turnOver, 0.5, 0.5);
        float number = kind0 + step(0.5, turnOver);
        float kind = mod(number + (n > 1.5 ? 1.0 : 0.0) + floor(variety * 3.0), 3.0);
        float x = p.x + look * (2.0 + 1.6 * n) + 0.31 * n;
        float baseY = -0.155 - 0.045 * n - sink;
        float h = skyline(x * (1.15 - 0.22 * n), kind, number * 5.0 + n * 11.0 + floor(variety * 9.0)) * (1.0 - 0.12 * n) + baseY;
        float d = p.y - h;
        // shadow thrown on what is behind
        colour *= 1.0 - 0.50 * smoothstep(0.034, -0.02, d - 0.012);
        float inside = smoothstep(pixel, -pixel, d / (1.0 + 0.6 * min(abs(dFdx(h)) / pixel, 3.0)));
        vec3 sheet = (n < 0.5 ? mix(mix(base, light, 0.20), deep, 0.30) * 0.58 : n < 1.5 ? mix(cool, base, 0.15) * 0.24 : mix(night, shade, 0.5) * 0.42);
        sheet += lamp * (0.20 - 0.045 * n) * exp(-max(-d * 0.35 + (0.16 - (p.y - baseY)) * 0.5, 0.0) * 9.0) * (0.6 + 0.6 / (1.0 + 9.0 * (p.x - moonAt.x) * (p.x - moonAt.x)));
        // windows cut in the houses
        vec2 pane = vec2(x * (1.0 - 0.12 * n) * 42.0, (p.y - baseY) * 46.0);
        vec2 hole = abs(fract(pane) - 0.5);
        float chance = hash21(floor(pane) + n * 17.0 + number);
        float lit = step(0.60, chance) * smoothstep(0.30, 0.24, max(hole.x, hole.y * 0.8)) * step(kind, 0.5) * step(d, -0.022) * step(n, 1.5);
        float glowing = step(fract(chance * 7.3 + floor(beatCount) * 0.381), 0.30 + 0.6 * power);
        sheet = mix(sheet * grain, mix(deep * 0.25, lamp * 1.25, glowing), lit);
        sheet += lamp * 0.10 * smoothstep(0.005, 0.001, -d);
        colour = mix(colour, sheet, inside);
    }

#if QUALITY < 1
    // the scenery at half size
    if (PASSINDEX == 1) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(scenery, isf_FragNormCoord).rgb;
#endif
    // the boards
    float stageY = -0.305;
    float edgeD = p.y - stageY - 0.006 * swing(p.x * 0.8 + 0.16);
    colour *= 1.0 - 0.5 * smoothstep(0.05, -0.01, edgeD - 0.004);
    float deepness = max(-edgeD, 0.0);
    vec3 boards = mix(base, lamp, 0.35) * (0.22 + 0.66 * exp(-p.x * p.x * 4.0)) * grain;
    float plank = fract((p.x + look * 5.0) / (0.10 + deepness * 0.45));
    boards *= 0.88 + 0.12 * smoothstep(0.0, 0.05, plank) + 0.06 * step(0.5, fract((p.x + look * 5.0) / (0.20 + deepness * 0.9)));
    colour = mix(colour, boards, smoothstep(pixel, -pixel, edgeD));

    // dancers
    float gap = min(0.39, 0.60 * max(room - 0.235, room * 0.70)), size = 1.05 * gap;
    float cell = clamp(floor((p.x - look * 5.0) / gap + 1.5), 0.0, 2.0);
    vec2 q = (p - vec2((cell - 1.0) * gap + look * 5.0, stageY - 0.030 + 0.012 * abs(cell - 1.0))) / size;
    float unit = pixel / size;
    // contact shadow on the boards
    vec4 bodyEnds = texelFetch(pose, ivec2(int(cell) * PARTS + 5, 0), 0);
    float height = bodyEnds.w - 0.40;
    colour *= 1.0 - 0.45 * smoothstep(1.0, 0.1, length((q - vec2(bodyEnds.z * 0.7 + 0.03, -0.012)) / vec2(0.20 + 0.12 * height, 0.030))) * (1.0 - 1.5 * height) * smoothstep(pixel, -pixel, edgeD);
    vec3 cloth = cell < 0.5 ? mix(accent, deep, 0.25) : cell < 1.5 ? mix(base, light, 0.12) * 1.1 : mix(accent, light, 0.35), dress = cell < 0.5 ? light * 0.8 : cell < 1.5 ? accent : mix(base, deep, 0.3);
    cloth = saturation(cloth, 1.08);
    vec3 skin = mix(vec3(0.72, 0.44, 0.30), light * 0.8, 0.2), hair = mix(vec3(0.05, 0.025, 0.015), vec3(0.30, 0.13, 0.04), fract(variety * 3.0 + 0.4 * cell));
    bool near = abs(q.x) < 0.48 && q.y > -0.04 && q.y < 1.20;
    int count = near ? PARTS : 0;
    float strings = 0.0;
    for (int i = 0; i < count; i++) {
        vec4 e = texelFetch(pose, ivec2(int(cell) * PARTS + i, 0), 0);
        bool arm = i == 0 || i == 3 || i >= 10, fore = i == 3 || i == 11, leg = i == 1 || i == 2 || i == 8 || i == 9, shin = i == 2 || i == 9;
        float ra = arm ? (fore ? 0.023 : 0.029) : leg ? (shin ? 0.028 : 0.040) : i == 4 ? 0.052 : i == 5 ? 0.062 : i == 6 ? 0.068 : (cell == 1.0 ? 0.048 : 0.046);
        float rb = arm ? (fore ? 0.026 : 0.023) : leg ? (shin ? 0.022 : 0.028) : i == 4 ? (cell == 1.0 ? 0.170 : 0.085) : i == 5 ? 0.050 : i == 6 ? 0.060 : (cell == 1.0 ? 0.030 : 0.040);
        float d = sdLimb(q, e.xy, e.zw, ra, rb);
        // the skirt is cut off along a scalloped hem; hats have brims
        vec2 along = e.zw - e.xy;
        along *= inversesqrt(max(dot(along, along), 1e-6));
        float past = dot(q - e.zw, along);
        d = i == 4 ? max(d, past - 0.024 * abs(fract(dot(q - e.zw, vec2(-along.y, along.x)) * 14.6) - 0.5)) : d;
        // shoes
        vec2 shoe = (q - e.zw - vec2(sign(e.z - bodyEnds.z) * 0.026, -0.008)) * vec2(1.0, 1.9);
        d = shin ? min(d, (length(shoe) - 0.044) * 0.6) : d;
        vec3 part = i == 4 ? dress : i == 5 ? cloth : i == 6 ? skin : i == 7 ? (cell == 1.0 ? hair : shade * 0.7) : arm ? (fore ? skin : cloth * 0.92) : (shin && past > -0.03 ? shade * 0.5 : (cell == 1.0 ? skin * 0.95 : dress * 0.85));
        // glued paper: each part shades the ones beneath, its cut edge catches light
        colour *= 1.0 - 0.34 * smoothstep(0.045, -0.01, d + 0.012) * smoothstep(-0.02, 0.05, q.y);
        float cover = smoothstep(unit, -unit, d);
        vec3 lit = part * (0.95 + 0.42 * clamp(0.5 + q.y * 0.5, 0.0, 1.2)) * (1.0 + 0.08 * fibre) + lamp * 0.22 * smoothstep(0.010, 0.0, -d);
        // brass pin at the joint
        float pin = length(q - e.xy) - 0.0085;
        lit = mix(lit, lamp * 0.85, smoothstep(unit, -unit, pin) * (arm || leg ? 1.0 : 0.0));
        colour = mix(colour, lit, cover);
    }
    // brim and band of a tall hat
    vec4 hat = texelFetch(pose, ivec2(int(cell) * PARTS + 7, 0), 0);
    vec2 hatUp = normalize(hat.zw - hat.xy + 1e-5), h = vec2(dot(q - hat.xy, vec2(hatUp.y, -hatUp.x)), dot(q - hat.xy, hatUp));
    float brim = max(abs(h.y + 0.012) - 0.009, abs(h.x) - 0.078), banded = max(abs(h.y - 0.010) - 0.013, abs(h.x) - 0.045);
    colour = mix(colour, cell == 1.0 ? colour : banded < brim ? saturation(accent, 1.2) : shade * 0.75 + lamp * 0.05, smoothstep(unit, -unit, min(brim, banded)));
    // face, and the strings from head and hands
    vec4 head = texelFetch(pose, ivec2(int(cell) * PARTS + 6, 0), 0);
    vec2 fa = q - head.xy;
    float eyes = length(vec2(abs(fa.x) - 0.024, fa.y + 0.004)) - 0.0088, mouth = max(abs(length(fa + vec2(0.0, 0.014)) - 0.026) - 0.0038, fa.y + 0.022);
    colour = mix(colour, base * 1.05, 0.40 * smoothstep(0.016, 0.008, length(vec2(abs(fa.x) - 0.038, fa.y + 0.022))));
    colour = mix(colour, shade * 0.4, 0.9 * smoothstep(unit, -unit, min(eyes, mouth)));
    for (int i = 0; i < 3; i++) {
        vec4 e = texelFetch(pose, ivec2(int(cell) * PARTS + (i == 0 ? 6 : i == 1 ? 3 : 11), 0), 0);
        strings = max(strings, smoothstep(1.5 * unit, 0.4 * unit, abs(q.x - e.z * 0.92 - 0.08 * e.z / max(q.y + 0.2, 0.6))) * step(e.w + (i == 0 ? 0.16 : 0.0), q.y));
    }
    colour = mix(colour, lamp * 0.75, strings * 0.42);

    // face of the middle of the stage: footlights as small cut shells
    float shellX = fract((p.x + look * 7.0) / 0.115) - 0.5;
    float shellD = length(vec2(shellX * 0.115, p.y + 0.482)) - 0.030;
    float apron = p.y + 0.462 + 0.004 * swing(p.x * 1.43);
    colour += lamp * (0.16 + 0.12 * low) * exp(-max(apron, 0.0) * 15.0) * (0.6 + 0.4 * swing(shellX + 0.25)) * smoothstep(0.9, 0.3, abs(p.x));
    colour *= 1.0 - 0.45 * smoothstep(0.030, -0.01, apron);
    vec3 apronPaper = mix(deep, shade, 0.5) * 0.55 * grain + lamp * 0.05 * smoothstep(0.004, 0.0, -apron);
    colour = mix(colour, apronPaper, smoothstep(pixel, -pixel, apron));
    colour = mix(colour, lamp * (0.45 + 0.25 * low) * (0.8 + 0.2 * swing(shellX * 0.414 / max(p.y + 0.520, 0.012) + 0.25)), smoothstep(pixel, -pixel, shellD) * step(p.y, -0.455) * step(abs(p.x), room - 0.1));

    // curtains: strips of paper at both sides, a scalloped valance over the top
    float x = abs(uv.x), draw = 0.030 * sin(barCount * 0.7854) + 0.05 * strain;
    float swings = 0.010 * swing(beatCount * 0.25 - uv.y * 0.48) * (0.4 + low), tie = 0.10 * bump(uv.y, -0.12, 0.42);
    int drapes = x > room * 0.70 - 0.08 ? 3 : 0;
    for (int i = 0; i < drapes; i++) {
        float n = float(i);
        float swung = swings * (1.0 - 0.3 * n);
        float innerX = room - 0.235 + 0.066 * n + tie * (1.0 - 0.2 * n) - draw * (1.0 - n * 0.3) + swung + 0.008 * swing(uv.y * (2.7 + 0.8 * n) + n * 0.32);
        innerX = max(innerX, room * 0.70 + 0.06 * room * n);
        float d = innerX - x;
        colour *= 1.0 - 0.55 * smoothstep(0.045, -0.01, d - 0.006);
        vec3 drape = mix(base, deep, 0.30 + 0.18 * n) * (0.52 - 0.10 * n) * grain;
        drape *= 0.72 + 0.55 * (0.5 + 0.5 * swing((x - innerX) * 15.12 + 0.25));
        drape += lamp * 0.12 * smoothstep(0.030, 0.0, -d) * smoothstep(0.6, -0.4, uv.y);
        colour = mix(colour, drape, smoothstep(pixel, -pixel, d));
    }
    int valances = uv.y > tall - 0.26 ? 2 : 0;
    for (int i = 0; i < valances; i++) {
        float n = float(i), scale = 0.17 + 0.05 * n;
        float f = fract(uv.x / scale + 0.5 * n) - 0.5;
        float d = (tall - 0.090 + 0.045 * n - (sqrt(max(0.30 - f * f, 0.0)) - 0.22) * scale * 0.85 - 0.006 * sin(beatCount * 1.5708 + n) * low) - uv.y;
        colour *= 1.0 - 0.55 * smoothstep(0.045, -0.01, d - 0.010);
        vec3 drape = mix(mix(base, accent, n * 0.6), deep, 0.42) * (0.44 - 0.10 * n) * grain * (0.75 + 0.5 * sqrt(max(0.25 - f * f, 0.0)) * 2.0);
        drape += lamp * 0.22 * smoothstep(0.007, 0.002, abs(d + 0.010)) * 0.8;
        colour = mix(colour, drape, smoothstep(pixel, -pixel, d));
    }
    // beyond the frame only the dark room
    colour *= smoothstep(room + 0.16, room - 0.06, x) * 0.94 + 0.06;
    colour *= 1.0 - 0.28 * smoothstep(0.2, 1.1, dot(uv, uv) / (0.25 + room * room));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.20) * 1.5, gl_FragCoord.xy, 0.0, 0.5), 1.0);
}
