/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Shot: a football turns in slow motion above a floodlit pitch. One turn a bar, a boot strikes it every four bars, the wave of the crowd runs round the ground with the bars, cameras flash with the onsets; the bass breathes in the lamps' haze, and once in sixteen bars the net takes the ball.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 2.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strike1", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.10, 0.14, 0.30, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.30, 0.42, 0.66, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.95, 0.93, 0.84, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.90, 0.32, 0.24, 1.0] }
  ],
  "PASSES": [ { "TARGET": "ground", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [8.1, 8.1, 7.8],
    "steps": 2,
    "subject": "football", "domain": "sports", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.4, "arousal": 0.5, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.4 },
      { "input": "strike1", "signal": "onset" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "sparkle", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "flow", "signal": "flow" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const float HORIZON = -0.115;
// beats since the last strike of the ball (up to 8) or until the next one (down to -8)
float sinceStrike() { return mod(beatCount + 8.0, 16.0) - 8.0; }
float strikeNumber() { return floor((beatCount + 8.0) / 16.0); }

// panels of a football at the unit vector n: (which: positive on a pentagon; way to the nearest seam)
vec2 panels(vec3 n) {
    const float G = 1.618034;
    vec3 a = abs(n);
    float v = max(a.y + G * a.z, max(a.x + G * a.y, a.z + G * a.x)) * 0.525731;
    float one = a.x + a.y + a.z, flipped = one - 2.0 * min(a.x, min(a.y, a.z));
    vec3 far = G * a.yzx, near = a.zxy / G;
    vec3 p = far + near, q = far - near;
    // largest and second largest of the faces' seven candidates
    float first = max(max(one, p.x), max(p.y, p.z));
    float second = min(max(one, p.x), max(p.y, p.z));
    second = max(second, max(min(one, p.x), min(p.y, p.z)));
    second = max(second, max(flipped, max(q.x, max(q.y, q.z))));
    float penta = v * 2.26728 - first * 0.57735 * 2.32744;
    float seam = penta > 0.0 ? penta : min(-penta, (first - second) * 0.57735 * 1.6);
    return vec2(penta, seam);
}

void main() {
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    uv.y += 0.2 * (tall - 0.5);
    float way = variety < 0.5 ? 1.0 : -1.0;
    uv.x *= way;

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 lamp = mix(vec3(0.94, 0.98, 1.0), tintTo(vec3(1.0), light, 0.9), 0.4);
    vec3 night = tintTo(vec3(0.0035, 0.006, 0.017), deep, 0.4);
    float t = sinceStrike(), number = strikeNumber(), f = fract(beatCount / 16.0);
    bool isGoal = mod(number, 4.0) == 3.0;
    float room = clamp(wide * 1.15, 0.3, 1.0);

    // the ball's slow path, and the camera that follows it not quite
    vec2 ball = vec2((0.20 * cos(3.14159265 * beatCount / 16.0) - 0.02) * room, -0.045 + 0.115 * 4.0 * f * (1.0 - f) + 0.01 * swing(beatCount / 8.0));
    float radius = (0.172 + 0.045 * swing(chapterGlide * 0.23 + variety) + 0.03 * sin(6.2832 * f) ) * clamp(0.55 + 0.55 * wide, 0.0, 1.0);
    float pan = 0.16 * cos(3.14159265 * beatCount / 16.0 + 0.15) + 0.10 * sin(chapterGlide * 0.8 + variety * 9.0);
    float lift = 0.05 * 4.0 * f * (1.0 - f);
    vec2 view = uv + vec2(pan, lift);
    float up = view.y - HORIZON;

    if (PASSINDEX == 0) {
        // all that is out of focus, at half size
        float soft = 0.006;
        vec3 colour = mix(tintTo(vec3(0.010, 0.018, 0.042), base, 0.4), night, smoothstep(0.15, 0.6, up));
        float bowl = 1.0 + 0.55 * view.x * view.x;
        float v = up / bowl, around = view.x * 1.25 * inversesqrt(1.0 + 0.45 * view.x * view.x);
        // crowd: rows of people; the wave makes them stand up
        float wave = bump(fract(around * 0.35 - beatCount / 8.0) - 0.5, 0.0, 0.13) * (0.35 + 0.65 * power);
        vec2 seat = vec2(around * 46.0, v * 58.0 - wave * 0.45);
        float row = floor(seat.y);
        seat.x += 0.5 * mod(row, 2.0);
        vec2 cell = floor(seat), q = fract(seat) - vec2(0.5, 0.42);
        vec3 h = hash23(cell + 11.0), g = hash23(cell + 77.0);
        q.x += 0.25 * (h.x - 0.5);
        q.y -= 0.10 * (h.y - 0.5) + 0.12 * power * max(swing(beatCount + h.y), 0.0);
        float torso = softCover(length(q * vec2(1.0, 0.8) + vec2(0.0, 0.14)) - 0.30, 0.12), head = softCover(length(q - vec2(0.0, 0.22)) - 0.14, 0.08);
        vec3 shirt = mix(mix(accent * 0.55, base * 0.5, step(0.45, h.z)), light * 0.45, step(0.80, h.z)) * (0.35 + 0.65 * g.x);
        float lit = (0.22 + 0.35 * smoothstep(0.36, 0.02, v)) * (0.9 + 1.6 * wave);
        vec3 stand = night * 1.6 + shirt * torso * lit;
        stand = mix(stand, mix(vec3(0.20, 0.11, 0.07), vec3(0.38, 0.25, 0.19), g.y) * (lit + 0.1), head);
        // cameras
        vec2 flashAt = vec2(around * 21.0, v * 27.0);
        float tick = floor(beatCount * 2.0), flash = step(0.992 - 0.014 * strike1 - (isGoal ? 0.10 * bump(t, 1.0, 2.0) : 0.0), hash21(floor(flashAt) + mod(tick, 97.0) * 13.7)) * (1.0 - fract(beatCount * 2.0));
        vec2 fa = fract(flashAt) - 0.5;
        stand += lamp * flash * (1.2 + 2.0 * sparkle) * (max(1.0 - dot(fa, fa) * 16.0, 0.0) + 0.012 / (0.012 + dot(fa, fa) * 2.0) * smoothstep(0.25, 0.1, dot(fa, fa)));
        // gangways, the balcony's board of lights, the roof
        float aisle = softCover(abs(fract(around * 1.9 + 0.2) - 0.5) - 0.018, 0.012);
        stand = mix(stand, night * 1.3 + lamp * 0.02, aisle * 0.8);
        float balcony = abs(v - 0.188);
        float running = valueNoise1(around * 22.0 - beatCount * 0.5);
        stand = mix(stand, night * 0.6, softCover(balcony - 0.020, 0.005));
        stand += mix(accent, light, 0.2) * softCover(balcony - 0.0065, 0.005) * (0.25 + 0.75 * smoothstep(0.45, 0.6, running)) * (0.7 + 0.5 * pulse);
        stand *= 0.55 + 0.45 * smoothstep(0.0, 0.06, v);
        float roof = 0.345;
        stand *= 1.0 - 0.75 * smoothstep(roof - 0.10, roof, v);
        colour = mix(colour, stand, softCover(v - roof, soft));
        float canopy = abs(v - roof - 0.022) - 0.022;
        float truss = abs(fract(around * 11.0) - 0.5) * 0.09;
        colour = mix(colour, night * 0.8 + base * 0.03 + lamp * 0.02 * step(truss, 0.01), softCover(canopy, soft));
        // lamps along the roof: banks of bulbs, haze under them
        float bank = around * 2.3 + 0.5, id = floor(bank), bx = (fract(bank) - 0.5) / 2.3;
        vec2 lq = vec2(bx, v - roof - 0.030);
        float bulbs = softCover(max(abs(lq.x) - 0.075, abs(lq.y) - 0.012), 0.004) * (0.35 + 0.65 * softCover(abs(fract(lq.x * 62.0) - 0.5) - 0.30, 0.1));
        float on = 0.85 + 0.30 * step(fract(id * 0.381 + floor(beatCount) * 0.25), 0.25) * pulse;
        colour += lamp * bulbs * 2.6 * on;
        float fromBank = length(max(abs(lq) - vec2(0.07, 0.01), 0.0));
        colour += lamp * (0.0022 / (0.0022 + fromBank * fromBank * (0.8 + fromBank * 6.0))) * 0.34 * on;
        float mistNoise = fbm(vec2(view.x * 2.4 - flow * 0.05, up * 3.0 + flow * 0.03) + variety * 20.0, 2);
        float beam = exp(-lq.x * lq.x / (0.006 + 0.07 * max(-lq.y, 0.0))) * smoothstep(0.02, -0.03, lq.y) * exp(lq.y * 3.2);
        colour += mix(lamp, base, 0.35) * beam * (0.05 + 0.30 * low * mistNoise) * (1.0 + 0.7 * strain);

        // pitch
        float below = max(-up, 0.0), depth = 0.20 / max(below + 0.012, 0.004);
        vec2 grass = vec2(view.x * depth, depth);
        float band = smoothstep(-0.15, 0.15, swing(grass.x * 0.42 + 0.1) ) ;
        float blade = valueNoise(vec2(view.x * 60.0 * (0.3 + below * 2.0), up * 160.0)) - 0.5;
        vec3 lawn = mix(vec3(0.045, 0.150, 0.040), tintTo(vec3(0.10), base, 0.6), 0.18) * (0.62 + 0.38 * band + 0.45 * blade * smoothstep(0.05, 0.35, below));
        lawn *= lamp * (0.75 + 0.5 * exp(-view.x * view.x * 1.2));
        float w = max(fwidth(depth), 0.01);
        float lines = softCover(abs(depth - 4.6) - 0.10, w + 0.05);                              // goal line
        float box = max(abs(grass.x - 1.05) - 3.4, 0.0);
        lines = max(lines, softCover(max(abs(depth - 2.55) - 0.045, abs(grass.x - 1.05) - 3.4), w * 0.5 + 0.03));
        lines = max(lines, softCover(max(abs(abs(grass.x - 1.05) - 3.4) - 0.05, max(2.5 - depth, depth - 4.6)), 0.05));
        vec2 spot = vec2(grass.x - 1.05, (depth - 3.0) * 1.0);
        lines = max(lines, softCover(abs(length(vec2(grass.x - 1.05, depth - 3.05)) - 1.25) - 0.045, w * 0.5 + 0.03) * step(depth, 2.52));
        lawn = mix(lawn, lamp * 0.55, lines * 0.75);
        // shadow of the ball, soft and far
        lawn *= 1.0 - 0.5 * exp(-dot((view - vec2(ball.x + pan, -0.36 - 0.05 * f)) * vec2(5.0, 16.0), (view - vec2(ball.x + pan, -0.36 - 0.05 * f)) * vec2(5.0, 16.0)));
        // boards
        float boardUp = up + 0.006;
        float boardCell = floor(around * 2.6 + beatCount * 0.0625), text = valueNoise(vec2(around * 70.0 + beatCount * 1.7, floor(boardUp * 140.0)));
        vec3 boards = mix(mix(accent, deep, 0.2), mix(base, light, 0.2), step(0.5, hash11(boardCell))) * (0.42 + 0.45 * smoothstep(0.45, 0.6, text));
        lawn += boards * 0.14 * exp(-below * 22.0);
        colour = mix(colour, lawn, softCover(boardUp + 0.012, 0.003));
        colour = mix(colour, boards * (0.9 + 0.3 * pulse), softCover(abs(boardUp - 0.010) - 0.020, 0.004));
        // the goal and its keeper
        vec2 gq = view - vec2(0.225, HORIZON - 0.026);
        float goal = min(max(abs(abs(gq.x) - 0.150) - 0.0042, abs(gq.y - 0.053) - 0.055), max(abs(gq.y - 0.108) - 0.0042, abs(gq.x) - 0.154));
        vec2 mesh = abs(fract(vec2(gq.x + gq.y, gq.x - gq.y) * 70.0) - 0.5);
        colour += lamp * 0.05 * (1.0 - smoothstep(0.0, 0.16, min(mesh.x, mesh.y))) * step(abs(gq.x), 0.150) * step(abs(gq.y - 0.053), 0.053);
        colour = mix(colour, lamp * 0.85, softCover(goal, 0.003));
        float dance = 0.045 * swing(beatCount * 0.25), hop = 0.006 * abs(swing(beatCount * 0.5)), arms = 0.35 + 0.25 * swing(beatCount * 0.5);
        vec2 k = (gq - vec2(dance, hop)) / 0.082;
        float keeper = 1e3;
        if (abs(k.x) < 1.0 && k.y > -0.2 && k.y < 1.3) {
            vec2 m = vec2(abs(k.x), k.y);
            keeper = sdLimb(m, vec2(0.0, 0.50), vec2(0.03, 0.80), 0.11, 0.14);
            keeper = min(keeper, sdLimb(m, vec2(0.07, 0.46), vec2(0.24, 0.24), 0.085, 0.06));
            keeper = min(keeper, sdLimb(m, vec2(0.24, 0.24), vec2(0.22, 0.0), 0.06, 0.05));
            keeper = min(keeper, sdLimb(m, vec2(0.13, 0.84), vec2(0.36, 0.74 + 0.1 * arms), 0.06, 0.05));
            keeper = min(keeper, sdLimb(m, vec2(0.36, 0.74 + 0.1 * arms), vec2(0.50, 0.84 + 0.45 * arms), 0.05, 0.065));
            keeper = min(keeper, length(m - vec2(0.0, 1.06)) - 0.115);
        }
        vec3 keeperLight = k.y > 0.93 || k.y < 0.24 ? vec3(0.30, 0.18, 0.12) : k.y > 0.48 ? mix(accent, light, 0.2) * 0.85 : vec3(0.02);
        colour = mix(colour, keeperLight * (0.6 + 0.5 * smoothstep(-0.5, 0.6, k.x)), softCover(keeper, 0.05));
        gl_FragColor = vec4(colour, 1.0);
        return;
    }

    vec3 colour = IMG_NORM_PIXEL(ground, isf_FragNormCoord).rgb;
    vec2 q = uv - ball;

    // once in sixteen bars the net is there to catch it
    float caught = isGoal ? smoothstep(-1.6, -0.1, t) * smoothstep(6.0, 2.5, t) : 0.0;
    if (caught > 0.001) {
        float give = strike((clamp(t, 0.0, 5.9) + 0.25) / 6.2) * step(-0.1, t) + 0.15 * swing(t * 0.5) * exp(-max(t, 0.0) * 0.5);
        float pull = give * 0.42 * exp(-dot(q, q) / (radius * radius * 2.6));
        vec2 n = q * (1.0 - pull) + vec2((1.0 - caught) * 0.5, 0.02 * q.x);
        n.y += 0.05 * n.x * n.x;
        vec2 cord = vec2(n.x + n.y, n.x - n.y) / 0.115;
        vec2 away = abs(fract(cord) - 0.5) * 0.115 * 0.7071;
        away = 0.04066 - away;
        float thick = 0.0024 + 0.0010 * pull;
        float rope = smoothstep(thick + pixel, thick - pixel, min(away.x, away.y));
        float knot = smoothstep(0.007 + pixel, 0.007 - pixel, length(away));
        float twist = 0.75 + 0.25 * swing((cord.x - cord.y) * 6.0);
        colour *= 1.0 - 0.10 * caught;
        colour = mix(colour, lamp * (0.55 + 0.35 * q.y) * twist, max(rope, knot) * caught * 0.92);
    }

    // the boot
    float into = abs(t), side = mod(number, 2.0) < 0.5 ? -1.0 : 1.0;
    if (!isGoal && into < 2.6) {
        vec2 swingBack = t < 0.0 ? vec2(0.62, -0.30) * t * t * 0.32 + vec2(0.02, 0.0) : vec2(0.30, -0.62) * t * t * 0.30;
        vec2 toe = vec2(-side, 1.0) * (vec2(0.50, -0.88) * (radius + 0.030)) + vec2(-side, 1.0) * swingBack;
        vec2 b = (q - toe) * vec2(side, 1.0);
        b = rotation(0.50 + 0.16 * t) * b / (radius * 1.12);
        // in boot space: toe at the origin, heel to the left, shin up and back
        vec2 heel = vec2(-1.18, 0.06), ankle = vec2(-1.10, 0.52), knee1 = vec2(-2.2, 3.1);
        float boot = sdLimb(b, vec2(-0.02, 0.0), vec2(-0.55, 0.12), 0.15, 0.25);
        boot = smoothMin(boot, sdLimb(b, vec2(-0.55, 0.14), heel, 0.25, 0.22), 0.15);
        boot = smoothMin(boot, sdLimb(b, heel + vec2(0.06, 0.10), ankle, 0.24, 0.26), 0.12);
        float studs = sdBox(vec2((fract(b.x * 3.4) - 0.5) / 3.4, b.y + 0.185 - 0.09 * b.x * b.x * 0.3), vec2(0.055, 0.075));
        studs = max(studs, max(b.x + 0.05, -1.32 - b.x));
        float sock = sdLimb(b, ankle + vec2(-0.01, 0.12), knee1, 0.26, 0.48);
        sock = smoothMin(sock, sdLimb(b, knee1, vec2(-2.9, 8.0), 0.46, 0.95), 0.12);                // the thigh, which a tall picture shows
        float unit = pixel / (radius * 1.12);
        float e = 0.03;
        vec2 slope = vec2(dFdx(boot) * way, dFdy(boot)), slopeS = vec2(dFdx(sock) * way, dFdy(sock));
        slope = slope / max(length(slope), 1e-5) ; slopeS = slopeS / max(length(slopeS), 1e-5);
        float curve = clamp(1.0 + boot / 0.24, 0.0, 1.0), curveS = clamp(1.0 + sock / 0.34, 0.0, 1.0);
        vec2 key = normalize(vec2(-0.35, 0.9));
        float lit = 0.5 + 0.5 * dot(slope, key) * curve, litS = 0.5 + 0.5 * dot(slopeS, key) * curveS;
        float ribs = 0.88 + 0.12 * swing(dot(b - ankle, vec2(0.87, 0.48)) * 5.0);
        float hoop = step(abs(dot(b - ankle, vec2(-0.40, 0.92)) - 1.15), 0.16);
        vec3 wool = mix(mix(base, deep, 0.3) * 0.75, light * 0.6, hoop) * ribs * (0.12 + 1.1 * litS * litS) + lamp * 0.30 * smoothstep(-0.07, 0.0, sock) * smoothstep(0.2, 0.9, dot(slopeS, key));
        float upLeg = dot(b - ankle, vec2(-0.40, 0.92));
        vec3 skin = vec3(0.30, 0.155, 0.095) * (0.20 + 1.1 * litS * litS) * lamp, shorts = light * 0.55 * (0.15 + 1.0 * litS * litS);
        wool = mix(wool, mix(skin, shorts, smoothstep(-0.05, 0.05, upLeg - 3.75 - 0.15 * swing(b.x * 0.4))), smoothstep(-0.04, 0.04, upLeg - 2.62));
        float laces = smoothstep(0.05, 0.03, abs(fract(dot(b, vec2(0.9, 0.45)) * 6.0) - 0.5) * 0.33) * smoothstep(0.14, 0.08, abs(b.y - 0.30 - 0.10 * b.x * -1.0)) * step(-0.95, b.x) * step(b.x, -0.45);
        vec3 hide = mix(mix(accent, deep, 0.15), light, 0.8 * laces) * (0.10 + 1.0 * lit * lit) + lamp * (0.55 * smoothstep(0.90, 1.0, lit) + 0.35 * smoothstep(-0.05, 0.0, boot) * smoothstep(0.2, 0.9, dot(slope, key)));
        float sole = smoothstep(0.02, -0.02, b.y + 0.10 - 0.05 * b.x * b.x);
        hide = mix(hide, light * 0.35 * (0.4 + lit), sole * 0.8);
        colour = mix(colour, wool, smoothstep(unit, -unit, sock));
        colour = mix(colour, light * 0.30, smoothstep(unit, -unit, studs));
        colour = mix(colour, hide, smoothstep(unit, -unit, boot));
    }

    // the ball
    float struck = isGoal ? 0.0 : exp(-abs(t) * 7.0);
    vec2 squash = vec2(1.0 + 0.10 * struck, 1.0 - 0.12 * struck);
    vec2 bq = q / (radius * squash);
    float r2 = dot(bq, bq), r = sqrt(r2), unit = pixel / radius;
    if (r < 1.0 + 2.0 * unit) {
        vec3 n = vec3(bq.x, bq.y, sqrt(max(1.0 - r2, 0.0)));
        float spin = 1.5708 * beatCount, tiltA = 0.9 * chapterGlide + variety * 6.0;
        vec3 m = n;
        m.xy = rotation(0.5 + tiltA * 0.7) * m.xy;
        m.yz = rotation(spin) * m.yz;
        m.xy = rotation(tiltA) * m.xy;
        vec2 panel = panels(m);
        float foot = max(unit * 1.2 / max(n.z, 0.15), 0.002);
        float black = smoothstep(-foot, foot, panel.x);
        float seam = smoothstep(0.012 + foot, 0.012 - foot * 0.5, panel.y) * min(0.02 / foot, 1.0);
        float puff = smoothstep(0.0, 0.10, panel.y);
        float mud = valueNoise(m.xy * 5.0 + m.z * 3.0) * 0.6 + valueNoise(m.yz * 13.0) * 0.4;
        vec3 hide = mix(vec3(0.80, 0.79, 0.76), mix(vec3(0.014), deep * 0.08, 0.5), black);
        hide = mix(hide, vec3(0.13, 0.12, 0.06), smoothstep(0.62, 0.80, mud) * 0.42);
        hide *= 0.72 + 0.28 * puff;
        hide *= 1.0 - 0.75 * seam;
        vec3 keyA = normalize(vec3(-0.55, 0.75, 0.42)), keyB = normalize(vec3(0.80, 0.50, -0.05)), back = vec3(0.0, 0.0, 1.0);
        float a = dot(n, keyA), b = dot(n, keyB);
        vec3 lit = hide * lamp * (0.85 * smoothstep(-0.25, 1.0, a) * max(a + 0.25, 0.0) + 0.55 * max(b, 0.0));
        lit += hide * (mix(vec3(0.03, 0.10, 0.03), base * 0.2, 0.25) * (0.9 * max(-n.y, 0.0) + 0.25) + base * 0.06);
        vec3 halfA = normalize(keyA + back), halfB = normalize(keyB + vec3(0.0, 0.0, 0.9));
        float gloss = pow(max(dot(n, halfA), 0.0), 40.0) * 0.38 + pow(max(dot(n, halfB), 0.0), 60.0) * 0.35;
        lit += lamp * gloss * (0.5 + 0.5 * puff) * (0.8 + 0.4 * sparkle);
        float fresnel = (1.0 - n.z) * (1.0 - n.z);
        lit += lamp * fresnel * fresnel * (0.30 * smoothstep(-0.3, 0.8, n.y) + 0.75 * smoothstep(0.2, 0.9, dot(normalize(bq + 1e-4), vec2(0.87, 0.5))));
        colour = mix(colour, lit, smoothstep(1.0 + unit, 1.0 - unit, r));
    }

    // drops and blades of grass flung from it: many at the strike, a few with every bar
    float angle = atan(q.y, q.x);
    for (int i = 0; i < 3; i++) {
        float n = float(i);
        float since = i == 0 ? max(t, 0.0) : mod(beatCount + 4.0 * (n - 1.0), 8.0);
        float strength = i == 0 ? (isGoal ? 0.0 : 1.0) * step(0.0, t) : 0.55;
        float sectors = 34.0 + 13.0 * n, turning = angle + 0.25 * since - 0.3 * n;
        float sector = turning * sectors / 6.2832, id = floor(sector);
        vec2 h = hash12(mod(id, sectors) + 41.0 * n + 7.0 * floor((beatCount + 4.0 * (n - 1.0)) / 8.0));
        float out1 = radius * (1.02 + (0.25 + 1.2 * h.x * h.x) * since * (1.0 - 0.05 * since) * (i == 0 ? 0.9 : 0.40));
        vec2 away = vec2(length(q + vec2(0.0, 0.008 * since * since)) - out1, (fract(sector) - 0.3 - 0.4 * h.y) * out1 * 6.2832 / sectors);
        float size = (0.0022 + 0.0045 * h.y * h.y) * strength * (1.0 - since / 8.0);
        away.x *= 0.55;
        float drop = smoothstep(size + pixel, size - pixel, length(away)) * step(0.02, since) * step(h.x, 0.75);
        colour = mix(colour, lamp * (0.5 + 0.8 * sparkle) * (h.y > 0.8 ? vec3(0.25, 0.6, 0.2) : vec3(1.0)), drop * 0.85);
    }
    // fine rain in the lamps, when the music is low
    vec2 rainAt = vec2(uv.x * 34.0 + uv.y * 4.0, uv.y * 3.0 + flow * 1.6);
    rainAt.y += 7.0 * hash11(floor(rainAt.x));
    float fall = hash21(floor(rainAt));
    float streak = smoothstep(0.10, 0.02, abs(fract(rainAt.x) - 0.5)) * smoothstep(0.0, 0.5, fract(rainAt.y)) * step(0.80, fall);
    colour += lamp * streak * 0.035 * (0.3 + low) * smoothstep(-0.35, 0.35, uv.y);
    colour += lamp * 0.012 * pulse;
    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.6, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
