/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Chameleon: a chameleon grips a branch in the rain forest, in leaves and blurred light. Spots and mazes grow on its skin by reaction and diffusion, spots when the music is calm and mazes when it is wild; a wave of other colour runs along it each bar, it rocks on the branch with the beat, its eye follows a fly, dew drops fall on the downbeats; a build-up coils the tail tight and pales the skin, and once in sixteen bars the tongue shoots out.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator", "Feedback"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.1 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.05, 0.14, 0.12, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.20, 0.48, 0.26, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.80, 0.90, 0.50, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.55, 0.25, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "skinA", "WIDTH": "160", "HEIGHT": "94", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "skinB", "WIDTH": "160", "HEIGHT": "94", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "skinC", "WIDTH": "160", "HEIGHT": "94", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "skinD", "WIDTH": "160", "HEIGHT": "94", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "pose", "WIDTH": "4", "HEIGHT": "1", "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.78)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.51)", "FLOAT": true },
    { "TARGET": "forest", "WIDTH": "$WIDTH/3", "HEIGHT": "$HEIGHT/3", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [13.9, 12.8, 10.4],
    "steps": 2,
    "subject": "chameleon", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "light"],
    "mood": { "valence": 0.3, "arousal": 0.0, "reach": 1.2 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.4 },
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

// Lengths are in those of the trunk and head (about one); the animal faces right, the branch's upper edge is at y = -0.22.
const vec2 FIGURE_LOW = vec2(-0.86, -0.48), FIGURE_SIZE = vec2(1.56, 1.02);
const vec2 SKIN_LOW = vec2(-0.80, -0.40), SKIN_SIZE = vec2(1.44, 0.84);

// the strike: (drawn back, tongue out 0..1, holding the fly), once in sixteen bars
vec3 strikeNow() {
    float t = mod(barCount + floor(variety * 16.0), 16.0) - 13.0;
    return vec3(smoothstep(0.0, 0.9, t) * (1.0 - smoothstep(1.0, 1.04, t)), smoothstep(1.00, 1.06, t) * (1.0 - smoothstep(1.12, 1.45, t)), smoothstep(1.06, 1.08, t) * (1.0 - smoothstep(1.45, 1.55, t)));
}
// where the fly is: round and round in front of it, nearer as the strike comes
vec2 flyAt() {
    float t = mod(barCount + floor(variety * 16.0), 16.0) - 13.0, near = smoothstep(-0.2, 0.8, t);
    vec2 roam = vec2(0.98 + 0.16 * swing(barCount * 0.37), 0.24 + 0.14 * swing(barCount * 0.53 + 0.2)) + 0.035 * swing2(vec2(beatCount * 0.5, beatCount * 0.75));
    return mix(roam, vec2(0.99, 0.165) + 0.010 * swing2(vec2(beatCount, beatCount * 1.5)), near);
}
// to and fro on the branch with the beat, as they walk: a leaf in the wind
vec2 rock() { return vec2(0.022 * swing(beatCount * 0.5) * (0.5 + 0.7 * power) - 0.03 * strikeNow().x, 0.006 * swing(beatCount + 0.1) * (0.4 + power)); }

// what is the same for all of a frame, worked out once: strike and nod; rock and fly; lip and tip of the tongue; whether the fly is gone
vec4 pose4(int place) {
    vec3 strike = strikeNow();
    float nod = 0.10 * strike.x + 0.04 * swing(barCount * 0.25);
    vec2 move = rock(), lip = rotation(-nod) * vec2(0.300, -0.066) + move + vec2(0.255, 0.115);
    float caught = step(1.55, mod(barCount + floor(variety * 16.0), 16.0) - 13.0);
    if (place == 0) return vec4(strike, nod);
    if (place == 1) return vec4(move, flyAt());
    if (place == 2) return vec4(lip, mix(lip, vec2(0.99, 0.165), strike.y));
    float away = smoothstep(0.55, 0.75, valueNoise1(floor(barCount * 0.5) * 3.1 + variety * 9.0)) * (1.0 - strike.x) * (1.0 - strike.y);
    return vec4(cos(nod), sin(nod), (1.0 - caught) * (1.0 - step(0.5, strike.z) * step(strike.y, 0.3)), away);
}

// the coiled tail: (distance, way along it 0..1); turns open when calm, close when the music strains
vec2 tail(vec2 p, vec2 root) {
    vec2 hub = vec2(-0.595, -0.165);
    float tight = 0.020 + 0.010 * (1.0 - strain);
    vec2 d = p - hub;
    float r = length(d), angle = atan(d.y, d.x) / 6.2831853;                     // turns
    // the outermost winding leaves the hub's top towards the root
    float start = 0.25, outer = 0.150, steps = outer / (1.9 + 0.5 * strain);
    float best = 9.0, way = 0.0;
    for (int k = 0; k < 4; k++) {
        float turns = float(k) + fract(angle - start);                            // from the top, against the clock
        float radius = outer - steps * turns * 0.92;
        float thick = mix(0.040, 0.013, clamp(turns / 2.2, 0.0, 1.0));
        float e = abs(r - radius) - thick;
        e = turns > 1.75 ? 9.0 : e;
        if (e < best) { best = e; way = 0.35 + 0.65 * clamp(turns / 2.2, 0.0, 1.0); }
    }
    float last = (start + 1.75) * 6.2831853, tip = outer - steps * 1.61;
    float cap = length(p - hub - tip * vec2(cos(last), sin(last))) - 0.0185;
    if (cap < best) { best = cap; way = 0.87; }
    // from the root over an arch to the top of the coil
    vec2 top = hub + vec2(0.0, outer), a = root, c = mix(root, top, 0.55) + vec2(-0.02, 0.055);
    float first = sdLimb(p, a, c, 0.082, 0.056), second = sdLimb(p, c, top, 0.056, 0.040);
    float arch = smoothMin(first, second, 0.05);
    if (arch < best) way = 0.30 * clamp(dot(p - a, top - a) / dot(top - a, top - a), 0.0, 1.0);
    return vec2(smoothMin(best, arch, 0.02), way);
}

// a grasping foot over the branch
float mitten(vec2 p, vec2 at, float s) {
    float a = sdLimb(p, at + vec2(-0.012, 0.030) * s, at + vec2(-0.045, -0.045) * s, 0.028 * s, 0.017 * s);
    float b = sdLimb(p, at + vec2(0.012, 0.030) * s, at + vec2(0.050, -0.040) * s, 0.028 * s, 0.017 * s);
    return min(a, b);
}

// the animal: (distance, 0..1 near leg or -1 far leg, 0..1 tail, way along the tail)
vec4 animal(vec2 p) {
    vec4 frame = texelFetch(pose, ivec2(3, 0), 0);
    vec2 move = texelFetch(pose, ivec2(1, 0), 0).xy, q = p - move;
    float breath = 0.006 * swing(barCount * 0.5);
    // trunk: tall and narrow, the back arched
    float trunk = sdEllipse(q - vec2(-0.055, 0.095), vec2(0.325, 0.165 + breath));
    trunk = smoothMin(trunk, sdEllipse(q - vec2(0.175, 0.055), vec2(0.165, 0.130)), 0.10);
    trunk = smoothMin(trunk, sdEllipse(q - vec2(-0.270, 0.030), vec2(0.125, 0.095)), 0.08);
    // spines along the back, small and leaning
    float along = q.x * 26.0;
    float crest = 0.013 * (1.0 - abs(fract(along + 0.25) * 2.0 - 1.0)) * smoothstep(-0.36, -0.2, q.x) * smoothstep(0.26, 0.1, q.x) * step(0.05, q.y);
    trunk -= crest;
    // head: a wedge with a casque; it nods forward to strike
    vec2 h = q - vec2(0.255, 0.115);
    h = mat2(frame.x, frame.y, -frame.y, frame.x) * h;
    float head = sdLimb(h, vec2(0.020, 0.010), vec2(0.270, -0.055), 0.105, 0.046);
    head = smoothMin(head, sdLimb(h, vec2(0.105, 0.045), vec2(-0.022, 0.178), 0.080, 0.012), 0.060);
    head = smoothMin(head, sdLimb(h, vec2(0.060, -0.080), vec2(0.240, -0.088), 0.050, 0.028), 0.035);
    float chin = 0.010 * (1.0 - abs(fract(h.x * 30.0) * 2.0 - 1.0)) * step(h.y, -0.09) * smoothstep(0.24, 0.16, h.x);
    head -= chin;
    // legs: near ones bent, feet stay where they hold
    vec2 shoulder = vec2(0.175, 0.010) + move, hip = vec2(-0.245, 0.010) + move;
    vec2 handAt = vec2(0.235, -0.215), footAt = vec2(-0.300, -0.215);
    vec2 elbow = knee(shoulder, handAt, 0.145, 0.150, 1.0), kneeAt = knee(hip, footAt, 0.150, 0.150, 1.0);
    float legs = smoothMin(sdLimb(p, shoulder, elbow, 0.058, 0.034), sdLimb(p, elbow, handAt, 0.034, 0.024), 0.015);
    legs = min(legs, smoothMin(sdLimb(p, hip, kneeAt, 0.068, 0.036), sdLimb(p, kneeAt, footAt, 0.036, 0.025), 0.015));
    legs = smoothMin(legs, min(mitten(p, handAt, 1.0), mitten(p, footAt, 1.05)), 0.02);
    vec2 farHand = vec2(0.075, -0.210), farFoot = vec2(-0.130, -0.210);
    float far = sdLimb(p, vec2(0.155, 0.0) + move, knee(vec2(0.155, 0.0) + move, farHand, 0.125, 0.135, 1.0), 0.045, 0.030);
    far = min(far, sdLimb(p, knee(vec2(0.155, 0.0) + move, farHand, 0.125, 0.135, 1.0), farHand, 0.030, 0.022));
    vec2 farKnee = knee(vec2(-0.235, 0.0) + move, farFoot, 0.130, 0.150, 1.0);
    far = min(far, min(sdLimb(p, vec2(-0.235, 0.0) + move, farKnee, 0.055, 0.032), sdLimb(p, farKnee, farFoot, 0.032, 0.023)));
    far = min(far, min(mitten(p, farHand, 0.9), mitten(p, farFoot, 0.9)));
    vec2 end = tail(p, vec2(-0.345, 0.020) + move);
    float body = smoothMin(trunk, head, 0.050);
    body = smoothMin(body, end.x, 0.045);
    float all = smoothMin(body, legs, 0.022);
    float isLeg = smoothstep(-0.018, 0.018, body - legs), isTail = smoothstep(-0.05, 0.05, min(trunk, head) - end.x);
    return vec4(min(all, far), all > 0.0 && far < all ? -1.0 : isLeg, isTail, end.y);
}

// one step of Gray and Scott's reaction; the state is (u, v)
vec2 cellOf(sampler2D state, ivec2 at) { return texelFetch(state, clamp(at, ivec2(0), ivec2(159, 93)), 0).xy; }
vec4 react(sampler2D state) {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec2 here = cellOf(state, at), uv = isf_FragNormCoord;
    vec2 sum = cellOf(state, at + ivec2(1, 0)) + cellOf(state, at - ivec2(1, 0)) + cellOf(state, at + ivec2(0, 1)) + cellOf(state, at - ivec2(0, 1));
    vec2 far = cellOf(state, at + 1) + cellOf(state, at - 1) + cellOf(state, at + ivec2(1, -1)) + cellOf(state, at + ivec2(-1, 1));
    vec2 spread = sum * 0.2 + far * 0.05 - here;
    // spots when calm, mazes when wild
    float wild = smoothstep(0.25, 0.75, 0.6 * power + 0.4 * low);
    float feed = mix(0.031, 0.041, wild), kill = mix(0.0620, 0.0607, wild);
    float rate = here.x * here.y * here.y;
    vec2 next = here + vec2(0.52 * spread.x - rate + feed * (1.0 - here.x), 0.255 * spread.y + rate - (feed + kill) * here.y);
    // on the beat spots are born where the skin is bare
    vec2 cell = uv * vec2(24.0, 14.0), born = hash22(floor(cell) + 17.0 * floor(beatCount));
    float spot = smoothstep(0.30, 0.15, length(fract(cell) - 0.5)) * step(0.94, born.x) * smoothstep(0.80, 0.92, here.x) * smoothstep(0.25, 0.0, fract(beatCount));
    next = mix(next, vec2(0.5, 0.30), spot * 0.5);
    if (FRAMEINDEX == 0 || here.x + here.y < 0.001) {
        float seed = smoothstep(0.66, 0.71, 0.65 * valueNoise(uv * vec2(36.0, 21.0) + variety * 50.0) + 0.35 * valueNoise(uv * vec2(80.0, 47.0) + 9.0));
        next = vec2(1.0 - 0.5 * seed, 0.30 * seed);
    }
    return vec4(clamp(next, 0.0, 1.0), 0.0, 1.0);
}

// leaves and light behind, out of focus
vec3 forestLight(vec2 p, vec3 deep, vec3 base, vec3 light, vec3 accent) {
    float clock = flow * 0.12 + TIME * 0.04;
    vec2 sun = vec2(-0.45, 0.62);
    float away = length(p - sun);
    vec3 dark = mix(vec3(0.006, 0.017, 0.014), tintTo(vec3(0.012), deep, 1.0), 0.55);
    vec3 green = mix(vec3(0.040, 0.105, 0.040), tintTo(vec3(0.075), base, 1.0), 0.55);
    vec3 glow = mix(vec3(0.70, 0.78, 0.40), tintTo(vec3(0.62), light, 1.0), 0.5);
    vec3 colour = mix(green * 1.5, dark, smoothstep(0.0, 1.35, away + 0.25 * (valueNoise(p * 2.3 + 7.0) - 0.5)));
    colour += glow * 0.60 * exp2(-away * 3.0) * (1.0 + 0.15 * pulse);
    // two depths of leaves: broad blades, dark before light
    for (int k = 0; k < 2; k++) {
        float s = k == 0 ? 3.6 : 2.1, soft = k == 0 ? 0.16 : 0.10;
        vec2 g = rotation(0.5 + 0.4 * float(k)) * p * s + vec2(0.06 * swing(clock + float(k) * 0.4), chapterGlide * 0.06 * float(k + 1)) + float(k) * 13.7 + variety * 9.0;
        vec2 cell = floor(g);
        vec3 h = hash23(cell + 3.0 * float(k));
        vec2 f = rotation(h.x * 6.0 + 0.08 * swing(beatCount * 0.25 + h.y)) * (fract(g) - 0.5 - 0.18 * (h.xy - 0.5));
        float leaf = abs(f.y) - 0.19 * (1.0 - 4.6 * f.x * f.x), cover = smoothstep(soft, -soft, leaf) * step(0.22, h.z);
        vec3 blade = mix(dark * 1.2, green * (0.55 + 1.1 * h.y), 0.35 + 0.5 * h.x) + glow * 0.10 * h.z * exp2(-away * 1.6);
        blade *= 1.0 - 0.22 * float(k) * cover * smoothstep(0.025, 0.0, abs(f.y));
        colour = mix(colour, blade, cover * 0.85);
    }
    // discs of light between the leaves
    vec2 g = p * 4.3 + vec2(0.0, chapterGlide * 0.05) + variety * 30.0;
    vec3 h = hash23(floor(g));
    float radius = 0.14 + 0.22 * h.z, disc = length(fract(g) - 0.5 - (h.xy - 0.5) * 0.26);
    float bokeh = smoothstep(radius, radius * 0.80, disc) * (0.72 + 0.28 * smoothstep(radius * 0.55, radius, disc)) * step(0.70, fract(h.x * 7.3 + h.z));
    vec3 hue = mix(glow, mix(accent, light, h.y) * 0.8, 0.5 * h.z);
    colour += hue * bokeh * (0.06 + 0.16 * exp2(-away * 1.4)) * (0.7 + 0.6 * sparkle * step(0.5, h.y));
    colour += glow * lightShafts(p - sun - vec2(0.0, 0.25), flow, 0.3 * swing(barCount * 0.125)) * 0.11;
    return colour * (0.62 + 0.38 * exp2(-away * 0.9)) * 0.92;
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = react(skinD); return; }
#if QUALITY > 0
    if (PASSINDEX == 1) { gl_FragColor = react(skinA); return; }
    if (PASSINDEX == 2) { gl_FragColor = react(skinB); return; }
#else
    // half as many steps: these two only hand on
    if (PASSINDEX == 1) { gl_FragColor = texelFetch(skinA, ivec2(gl_FragCoord.xy), 0); return; }
    if (PASSINDEX == 2) { gl_FragColor = texelFetch(skinB, ivec2(gl_FragCoord.xy), 0); return; }
#endif
    if (PASSINDEX == 3) { gl_FragColor = react(skinC); return; }
    if (PASSINDEX == 4) { gl_FragColor = pose4(int(gl_FragCoord.x)); return; }
    if (PASSINDEX == 5) { gl_FragColor = animal(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
    vec2 full = PASSINDEX == 6 ? RENDERSIZE * 3.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel, side = variety < 0.5 ? 1.0 : -1.0;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall), p = vec2(uv.x * side, uv.y);
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    if (PASSINDEX == 6) { gl_FragColor = vec4(forestLight(p, deep, base, light, accent), 1.0); return; }

    // the camera comes nearer and goes again over the chapters
    float near = 0.5 - 0.5 * cos(chapterGlide * 0.9), size = (0.84 + 0.16 * near) * min(1.0, 0.42 + 0.34 * wide);
    vec2 stand = vec2(-0.06 - 0.10 * near, -0.015 - 0.03 * near) * min(1.0, wide - 0.9);
    vec2 f = (p - stand) / size;
    vec3 colour = IMG_NORM_PIXEL(forest, isf_FragNormCoord).rgb;
    vec3 dark = mix(vec3(0.008, 0.014, 0.010), tintTo(vec3(0.010), deep, 1.0), 0.4);
    vec3 sunLight = mix(vec3(1.0, 0.93, 0.62), tintTo(vec3(0.85), light, 1.0), 0.35) * (0.95 + 0.2 * power);
    vec2 key = normalize(vec2(-0.55, 0.85));
    vec4 strike = texelFetch(pose, ivec2(0, 0), 0), move = texelFetch(pose, ivec2(1, 0), 0), mouthAt = texelFetch(pose, ivec2(2, 0), 0), frame = texelFetch(pose, ivec2(3, 0), 0);

    // the branch: bark, moss on its upper side, light on its edge
    float bough = -0.262 - 0.05 * f.x + 0.018 * swing(f.x * 0.22 + 0.1), girth = 0.062 + 0.014 * valueNoise1(f.x * 2.2 + 4.0) - 0.012 * f.x;
    float v = (f.y - bough) / girth;
    float bark = valueNoise(vec2(f.x * 7.0 + 1.5 * v, v * 2.6)) * 0.6 + valueNoise(vec2(f.x * 22.0, v * 5.0 + f.x * 3.0)) * 0.4;
    float branch = abs(v) - 1.0 - 0.10 * (bark - 0.5);
    vec3 wood = mix(vec3(0.030, 0.022, 0.015), tintTo(vec3(0.028), deep, 1.0), 0.25) * (0.8 + 2.4 * bark * bark) * (0.35 + 1.15 * smoothstep(-1.0, 0.9, v));
    float moss = smoothstep(0.25, 0.75, v + 0.9 * (bark - 0.5)) * smoothstep(0.25, 0.5, valueNoise1(f.x * 3.1 + variety * 20.0));
    wood = mix(wood, mix(vec3(0.060, 0.105, 0.022), tintTo(vec3(0.090), base, 1.0), 0.35) * (0.55 + 0.9 * valueNoise(f * 90.0)), moss * 0.85);
    wood += sunLight * 0.24 * smoothstep(0.62, 1.0, v) * (0.4 + bark);
    // shadow of the animal on it
    wood *= 1.0 - 0.45 * smoothstep(0.34, 0.05, abs(f.x + 0.04)) * smoothstep(1.2, 0.0, v);
    float soft = pixel / size;
    colour = mix(colour, wood, smoothstep(soft / girth * 1.2, -soft / girth * 1.2, branch));

    // the animal
    vec2 at = (f - FIGURE_LOW) / FIGURE_SIZE;
    float within = step(abs(at.x - 0.5), 0.498) * step(abs(at.y - 0.5), 0.498);
    vec4 here = IMG_NORM_PIXEL(figure, clamp(at, 0.0, 1.0));
    float body = smoothstep(soft, -soft, here.x) * within;
    {
        vec2 lens = 0.010 / FIGURE_SIZE;
        float dx = IMG_NORM_PIXEL(figure, clamp(at + vec2(lens.x, 0.0), 0.0, 1.0)).x - IMG_NORM_PIXEL(figure, clamp(at - vec2(lens.x, 0.0), 0.0, 1.0)).x;
        float dy = IMG_NORM_PIXEL(figure, clamp(at + vec2(0.0, lens.y), 0.0, 1.0)).x - IMG_NORM_PIXEL(figure, clamp(at - vec2(0.0, lens.y), 0.0, 1.0)).x;
        vec2 slope = vec2(dx, dy) / 0.020;
        float isFar = step(here.y, -0.5), isLeg = max(here.y, 0.0), isTail = here.z * (1.0 - isLeg);
        // round from the edge inwards: a normal leaning outwards at the rim
        float depth = clamp(-here.x / mix(0.15, 0.050, max(isLeg, max(isTail * smoothstep(0.0, 0.3, here.w), isFar))), 0.0, 1.0), bulge = sqrt(max(1.0 - (1.0 - depth) * (1.0 - depth), 0.0));
        vec3 normal = normalize(vec3(slope * (1.0 - bulge) * 1.4, 0.25 + bulge));
        vec2 skinAt = f - move.xy * (1.0 - isLeg);
        // scales: small granules, larger ones among them
        vec2 g = skinAt * 74.0 + vec2(floor(mod(skinAt.y * 74.0, 2.0)) * 0.5, 0.0);
        vec3 h = hash23(floor(g));
        vec2 grain = fract(g) - 0.5;
        float scale = clamp(1.0 - length(grain) * (1.7 - 0.5 * h.z), 0.0, 1.0) * smoothstep(0.9, 0.25, 74.0 * soft);
        normal = normalize(normal + vec3(grain * scale * 0.55, 0.0));
        vec2 pattern = IMG_NORM_PIXEL(skinD, clamp((skinAt - SKIN_LOW) / SKIN_SIZE, 0.01, 0.99)).xy;
        float mark = smoothstep(0.10, 0.22, pattern.y);
        // colours: palette's ground, its accent in the pattern; a wave of light hue runs along with the bar
        vec3 ground = mix(vec3(0.070, 0.230, 0.060), tintTo(vec3(0.180), base, 1.0), 0.55 + 0.25 * power);
        vec3 second = mix(vec3(0.30, 0.17, 0.045), tintTo(vec3(0.240), accent, 1.0), 0.70);
        vec3 pale = mix(vec3(0.48, 0.50, 0.22), tintTo(vec3(0.46), light, 1.0), 0.6);
        float wave = exp2(-abs(skinAt.x - 0.75 + 1.9 * fract(barCount)) * 9.0) * (0.35 + 0.65 * power);
        ground = mix(ground, pale * 0.8, clamp(0.40 * strain + 0.55 * wave + 0.25 * smoothstep(0.05, -0.12, skinAt.y), 0.0, 0.85));
        vec2 fromEye = f - move.xy - vec2(0.40, 0.145);
        float eyeNear = exp2(-dot(fromEye, fromEye) * 60.0);
        vec3 heart = mix(second, mix(second, pale, 0.65), smoothstep(0.24, 0.36, pattern.y));
        vec3 skin = mix(ground, heart * (0.85 + 0.30 * h.y) * (1.0 + 0.8 * wave), mark * (1.0 - 0.35 * strain) * (1.0 - 0.8 * eyeNear) * 0.92);
        skin *= 1.0 - 0.35 * smoothstep(0.05, 0.12, pattern.y) * (1.0 - mark);
        // bands over the back, a pale stripe along the flank
        float bands = smoothstep(0.35, 0.75, valueNoise1(skinAt.x * 8.5 + 0.8 * skinAt.y + variety * 7.0)) * smoothstep(-0.05, 0.16, skinAt.y);
        skin *= 1.0 - 0.42 * bands * (1.0 - isLeg);
        float stripe = smoothstep(0.028, 0.010, abs(skinAt.y - 0.085 - 0.10 * skinAt.x + 0.012 * swing(skinAt.x * 3.0))) * smoothstep(-0.34, -0.20, skinAt.x) * smoothstep(0.26, 0.12, skinAt.x);
        skin = mix(skin, pale, 0.60 * stripe * (1.0 - isLeg) * (1.0 - isTail));
        skin = mix(skin, pale * 0.9, isTail * 0.45 * smoothstep(0.45, 0.6, fract(here.w * 13.0)) * smoothstep(0.1, 0.3, here.w));
        skin *= 0.86 + 0.30 * scale * (0.3 + 0.7 * h.x);
        // light: key from the upper left, the forest's green from below, the sun through the thin rim
        float lit = dot(normal, normalize(vec3(key, 0.55))), spec = pow(max(dot(reflect(vec3(0.0, 0.0, -1.0), normal), normalize(vec3(key, 0.75))), 0.0), 14.0);
        vec3 bounce = mix(vec3(0.05, 0.10, 0.04), tintTo(vec3(0.08), base, 1.0), 0.5);
        vec3 shaded = skin * (sunLight * (0.16 + 1.25 * max(lit, 0.0)) + bounce * (0.9 + 0.8 * max(-normal.y, 0.0)));
        shaded += sunLight * (0.10 + 0.30 * scale) * spec * (0.35 + 0.3 * sparkle);
        shaded += sunLight * skin * 1.7 * smoothstep(0.018, 0.0, -here.x) * smoothstep(-0.05, 0.8, dot(slope, key)) * (1.0 - 0.85 * isLeg) * (1.0 - isFar);
        shaded *= 1.0 - 0.62 * isFar;
        // creases where legs leave the trunk
        shaded *= 1.0 - 0.30 * bump(isLeg, 0.35, 0.35);

        // head: mouth, eye turret with a wandering gaze
        vec2 head = mat2(frame.x, frame.y, -frame.y, frame.x) * (f - move.xy - vec2(0.255, 0.115));
        float mouth = abs(head.y + 0.062 + 0.05 * (head.x - 0.3) * (head.x - 0.3) * 6.0 - 0.020 * smoothstep(0.14, 0.06, head.x));
        shaded *= 1.0 - 0.62 * smoothstep(0.0065, 0.002, mouth) * smoothstep(0.055, 0.085, head.x) * smoothstep(0.325, 0.30, head.x);
        float ridge = smoothstep(0.012, 0.004, abs(head.y - 0.072 + 0.42 * (head.x - 0.12))) * smoothstep(0.06, 0.10, head.x) * smoothstep(0.27, 0.20, head.x);
        shaded += pale * 0.14 * ridge;
        vec2 eyeAt = vec2(0.148, 0.030), e = head - eyeAt;
        float eyeR = 0.066, er = length(e);
        vec2 look = move.zw - (f - head + eyeAt);
        look = normalize(look + vec2(1e-4));
        look = mix(look, vec2(-0.64, 0.77), frame.w);
        vec2 pupilAt = look * 0.024;
        float dome = sqrt(max(1.0 - er * er / (eyeR * eyeR), 0.0));
        vec3 eyeNormal = normalize(vec3(e / eyeR, 0.25 + dome));
        float rings = 0.5 + 0.5 * swing(length(e - pupilAt * 0.6) * 62.0);
        vec3 lid = mix(ground, pale, 0.30 + 0.25 * rings) * (sunLight * (0.18 + 1.15 * max(dot(eyeNormal, normalize(vec3(key, 0.55))), 0.0)) + bounce);
        lid *= 0.72 + 0.28 * rings;
        float pr = length(e - pupilAt);
        lid = mix(lid, vec3(0.55, 0.34, 0.06) * sunLight, smoothstep(0.0215, 0.0190, pr));
        lid = mix(lid, vec3(0.004), smoothstep(0.0150, 0.0120, pr));
        lid += sunLight * smoothstep(0.0055, 0.002, length(e - pupilAt - vec2(-0.006, 0.007) )) * 0.9;
        float isEye = smoothstep(eyeR + soft, eyeR - soft, er);
        shaded *= 1.0 - 0.45 * smoothstep(eyeR + 0.022, eyeR, er) * (1.0 - isEye);
        shaded = mix(shaded, lid, isEye);
        colour = mix(colour, shaded, body);
    }

    // the tongue and the fly
    vec2 lipAt = mouthAt.xy, tip = mouthAt.zw, fly = move.zw;
    float tongue = min(sdLimb(f, lipAt, tip, 0.013, 0.0085), length(f - tip) - 0.026);
    vec3 flesh = vec3(0.55, 0.20, 0.18) * (0.5 + 0.6 * smoothstep(0.010, -0.012, tongue)) * sunLight;
    colour = mix(colour, flesh, smoothstep(soft, -soft, tongue) * step(0.02, strike.y));
    fly = mix(fly, tip, strike.z);
    vec2 b = f - fly;
    float insect = min(sdEllipse(b, vec2(0.016, 0.010)), length(b - vec2(0.012, 0.004)) - 0.008);
    float wings = sdEllipse(rotation(0.7 + 0.5 * swing(TIME * 9.0)) * (b + vec2(0.006, -0.014)), vec2(0.018, 0.007));
    float there = frame.z;
    colour = mix(colour, colour * 0.5 + sunLight * 0.35, smoothstep(soft, -soft, wings) * 0.6 * there);
    colour = mix(colour, dark * 0.6 + sunLight * 0.05, smoothstep(soft, -soft, insect) * there);

#if QUALITY > 1
    // dew under the branch: a drop swells through the bar and falls on the next
    for (int k = 0; k < 3; k++) {
        float x = -0.62 + 0.56 * float(k) + 0.1 * variety, age = fract(barCount + 0.33 * float(k));
        float foot = -0.262 - 0.05 * x + 0.018 * swing(x * 0.22 + 0.1) - 0.060;
        vec2 c = vec2(x, foot - 0.010 * age - 1.4 * max(age - 0.90, 0.0) * max(age - 0.90, 0.0) * 60.0);
        float r = 0.013 * smoothstep(0.0, 0.8, age), drop = smoothMin(length(f - c) - r, sdLimb(f, c, c + vec2(0.0, 1.8 * r), r * 0.7, 0.001), 0.006);
        vec3 water = IMG_NORM_PIXEL(forest, clamp(isf_FragNormCoord - (f - c) * 2.2, 0.0, 1.0)).rgb * 1.2;
        water += sunLight * smoothstep(0.004, 0.001, length(f - c - vec2(-0.35, 0.4) * r)) * 0.9;
        colour = mix(colour, water, smoothstep(soft, -soft, drop) * step(0.002, r));
    }
#endif

#if QUALITY > 0
    // near leaves frame the picture, far out of focus
    for (int k = 0; k < 3; k++) {
        float n = float(k);
        vec2 root = k == 0 ? vec2(0.5 * wide + 0.02, -0.5 * tall + 0.10) : k == 1 ? vec2(-0.5 * wide - 0.02, 0.5 * tall - 0.02) : vec2(0.5 * wide - 0.10, 0.5 * tall + 0.04);
        float turnBy = (k == 0 ? 2.55 : k == 1 ? -0.62 : 3.75) + 0.030 * swing(beatCount * 0.25 + n * 0.3) * (0.5 + low) + 0.02 * swing(barCount * 0.25 + n * 0.4);
        vec2 l = rotation(turnBy) * (p - root) / (k == 2 ? 0.34 : 0.46);
        float blade = abs(l.y) - 0.23 * l.x * (1.0 - l.x) * 2.6 * (1.0 + 0.3 * l.x), cover = smoothstep(0.045, -0.045, blade) * step(0.0, l.x);
        vec3 leaf = dark * 1.1 + mix(vec3(0.014, 0.032, 0.010), tintTo(vec3(0.022), base, 1.0), 0.5) * (0.7 + 0.9 * smoothstep(0.1, -0.1, l.y)) + sunLight * 0.030 * smoothstep(0.030, 0.0, abs(l.y));
        colour = mix(colour, leaf, cover);
    }
#endif
    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.55, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
