/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Lane four: swimmers from above in a sunlit pool. A hand enters on every beat, the feet beat six to the stroke, rings and foam follow; caustics dance on the tiles with the treble, the lane ropes sway with the bass, the race shifts with the phrases, and now and then the shadow of a bird crosses the water.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "warmth", "TYPE": "float", "MIN": -1.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.05, 0.22, 0.40, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.14, 0.60, 0.72, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.94, 0.80, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.92, 0.34, 0.22, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 30, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.46)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.25)", "FLOAT": true },
    { "TARGET": "waves", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    { "TARGET": "bottom", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [9.9, 9.7, 9.8],
    "steps": 2,
    "subject": "swimmer", "domain": "sports", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton"],
    "mood": { "valence": 0.4, "arousal": 0.2, "reach": 1.0 },
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.4 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "sparkle", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "flow", "signal": "flow" },
      { "input": "variety", "signal": "variation" },
      { "input": "warmth", "signal": "valence" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// Lengths in metres seen from above; the swimmer swims towards +x, the hips are the origin.
const int LIMBS = 15;
const vec2 FIGURE_LOW = vec2(-1.15, -0.66), FIGURE_SIZE = vec2(2.55, 1.32);
const float LANE = 1.60, STROKE_LENGTH = 1.9;      // lanes' width; water covered in one stroke of two beats

float roll() { return sin(3.14159265 * beatCount); }
// where a hand is at a phase of its stroke (0 = it enters): under the body until a half, then over the water
vec2 handAt(float phase, float side) {
    float c = cos(6.2832 * phase), s = sin(6.2832 * phase);
    bool under = phase < 0.5;
    return vec2(0.53 + 0.66 * c + (under ? 0.10 * s * s : -0.04 * s * s), side * (under ? 0.17 + 0.12 * sin(12.5664 * phase) : 0.17 - 0.36 * s));
}

vec4 poseTexel(int k) {
    int i = k < LIMBS ? k : k - LIMBS;
    float phase = fract(beatCount * 0.5), r = roll();
    // the left hand enters on even beats, the right one on odd beats; limbs 0..2 are the arm under water
    bool leftUnder = phase < 0.5, under = i < 3;
    float side = (under == leftUnder) ? 1.0 : -1.0;
    float own = under ? fract(phase * 1.0 + (leftUnder ? 0.0 : 0.5)) : fract(phase + (leftUnder ? 0.5 : 0.0));
    vec2 shoulder = vec2(0.49 + (under ? 0.04 * cos(6.2832 * own) : 0.03 * cos(6.2832 * own)), side * (0.165 - 0.03 * side * r));
    vec2 hand = handAt(own, side);
    vec4 arm = reach(shoulder, hand, 0.31, 0.30, under ? side : side);
    vec2 fingers = arm.zw + normalize(arm.zw - arm.xy + 1e-4) * 0.11;
    float legSide = i >= 11 ? -1.0 : 1.0, kick = sin(9.42478 * beatCount + (legSide > 0.0 ? 0.0 : 3.14159265));
    vec2 hip = vec2(-0.02, legSide * 0.085), knee1 = vec2(-0.42 - 0.01 * kick, legSide * (0.095 + 0.012 * kick) + 0.012 * r), ankle = vec2(-0.82 + 0.025 * kick, legSide * 0.075 + 0.020 * r), toe = ankle + vec2(-0.17 + 0.05 * kick, -legSide * 0.02);
    vec4 e = i == 0 || i == 3 ? vec4(shoulder, arm.xy) : i == 1 || i == 4 ? vec4(arm.xy, arm.zw) : i == 2 || i == 5 ? vec4(arm.zw, fingers)
        : i == 6 ? vec4(vec2(0.0, 0.01 * r), vec2(0.22, 0.008 * r)) : i == 7 ? vec4(vec2(0.42, 0.125 + 0.02 * r), vec2(0.42, -0.125 + 0.02 * r))
        : i == 8 || i == 11 ? vec4(hip, knee1) : i == 9 || i == 12 ? vec4(knee1, ankle) : i == 10 || i == 13 ? vec4(ankle, toe) : vec4(0.70, 0.025 * r, 0.725, 0.03 * r);
    vec4 shape = i == 0 || i == 3 ? vec4(0.068, 0.048, 0.010, 0.010) : i == 1 || i == 4 ? vec4(0.048, 0.032, 0.006, 0.006) : i == 2 || i == 5 ? vec4(0.038, 0.022, 0.012, 0.012)
        : i == 6 ? vec4(0.150, 0.130, 0.0, 0.0) : i == 7 ? vec4(0.100, 0.100, 0.0, 0.0) : i == 8 || i == 11 ? vec4(0.095, 0.062, 0.0, 0.0) : i == 9 || i == 12 ? vec4(0.060, 0.038, 0.010, 0.010) : i == 10 || i == 13 ? vec4(0.036, 0.026, 0.006, 0.006) : vec4(0.098, 0.082, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}
vec4 swimmer(vec2 p) {
    float trunk = smoothMin(chainOf(pose, 0, 6, 8, LIMBS, p, 0.16), min(chainOf(pose, 0, 8, 11, LIMBS, p, 0.03), chainOf(pose, 0, 11, 14, LIMBS, p, 0.03)), 0.06);
    trunk = smoothMin(trunk, sdLimb(p, vec2(0.48, 0.0), texelFetch(pose, ivec2(14, 0), 0).xy, 0.075, 0.055), 0.05);
    return vec4(chainOf(pose, 0, 0, 3, LIMBS, p, 0.02), trunk, chainOf(pose, 0, 14, 15, LIMBS, p, 0.01), chainOf(pose, 0, 3, 6, LIMBS, p, 0.02));
}
// the swimmer of a lane: how far ahead of ours, and the phase of the stroke is shared
float aheadOf(float lane) { return lane == 0.0 ? 0.0 : 0.75 * sin(beatCount * 0.0982 * (1.0 + 0.2 * lane) + lane * 2.1 + variety * 6.0) - 0.12 * lane; }

void main() {
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x)); return; }
    if (PASSINDEX == 1) { gl_FragColor = swimmer(FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE); return; }
#if QUALITY > 0
    if (PASSINDEX == 3) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 2 || PASSINDEX == 3 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    // on a tall picture the lanes run upwards
    vec2 s = wide < tall * 0.8 ? vec2(uv.y, -uv.x) : uv;
    float way = variety < 0.5 ? 1.0 : -1.0;
    way = wide < tall * 0.8 ? 1.0 : way;
    s.x *= way;
    float zoom = 0.345 * (1.0 + 0.10 * sin(chapterGlide * 0.9 + variety * 5.0) + 0.05 * strain);
    s = rotation(0.10 * sin(chapterGlide * 0.7 + variety * 9.0) + 0.02 * swing(beatCount / 16.0)) * s;
    vec2 p = s / zoom + vec2(0.10 + 0.10 * swing(beatCount / 32.0), 0.05 * swing(beatCount / 24.0));
    float unit = pixel / zoom;
    // our swimmer surges with each pull; the pool goes by
    float surge = 0.05 * cos(6.2832 * beatCount - 0.9), gone = mod(beatCount * STROKE_LENGTH * 0.5 + surge, 950.0);
    float lane = floor(p.y / LANE + 0.5);
    vec2 own = vec2(p.x - aheadOf(lane), p.y - lane * LANE);
    float hasSwimmer = step(abs(lane), 2.5);

    if (PASSINDEX == 2) {
        // (surface slope x, y, caustics, foam)
        vec2 w = vec2(p.x + gone * 0.6, p.y);
        vec3 a = valueNoiseD(w * 1.7 + vec2(-0.25, 0.2) * flow), b = valueNoiseD(rotation(0.6) * w * 3.6 + vec2(0.35, -0.3) * flow + 20.0);
        vec2 slope = a.yz * 0.9 + b.yz * 0.9;
        // rings from the hands' last entries; the bow wave
        float rings = 0.0;
        for (int i = 0; i < 4; i++) {
            float age = fract(beatCount) + float(i), side = mod(floor(beatCount) - float(i), 2.0) < 0.5 ? 1.0 : -1.0;
            vec2 c = own - vec2(1.16 - age * STROKE_LENGTH * 0.5 + 0.05, side * 0.17);
            float r = length(c), front = 0.06 + 0.30 * age;
            float wave = bump(r, front, 0.13) * exp(-age * 0.8);
            rings += wave;
            slope += c / max(r, 0.05) * (wave * swing((r - front) * 5.0) * 1.6) * hasSwimmer;
        }
        float behind = max(0.80 - own.x, 0.0), arms = abs(abs(own.y) - 0.10 - 0.34 * behind);
        float vee = bump(arms, 0.0, 0.12 + 0.05 * behind) * exp(-behind * 0.55) * step(0.001, behind) * hasSwimmer;
        slope += vec2(0.4, sign(own.y)) * vee * 0.9 * swing(behind * 2.2 - beatCount * 0.5 + arms * 3.0);
        // caustics: folds of two drifting fields, bent by the waves
        vec2 cw = vec2(p.x + gone, p.y) + slope * 0.10;
        float n1 = valueNoise(cw * 2.3 + 0.5 * swing2(cw.yx * 0.35 + flow * 0.05) + flow * vec2(0.22, 0.10)), n2 = valueNoise(rotation(1.0) * cw * 3.1 + 0.4 * swing2(cw.yx * 0.4 - flow * 0.06) - flow * vec2(0.16, 0.24) + 9.0);
        float f1 = 1.0 - abs(2.0 * n1 - 1.0), f2 = 1.0 - abs(2.0 * n2 - 1.0);
        float caustic = f1 * f1 * f1 * 0.75 + f2 * f2 * f2 * 0.55 + 1.6 * f1 * f1 * f1 * f1 * f2 * f2 * f2;
        // foam: the kick behind the feet, the splash of the hands, the wake's lace
        float kickBack = max(-0.80 - own.x, 0.0);
        float churn = fbm(vec2(own.x * 5.0 + beatCount * 3.8, own.y * 7.0) + 3.0 * variety, 3), lace = valueNoise(vec2(own.x * 11.0 + beatCount * 6.5, own.y * 13.0));
        float boil = smoothstep(0.34 + 0.30 * kickBack, 0.0, abs(own.y)) * smoothstep(-0.62, -0.90, own.x) * exp(-kickBack * 1.1) * (0.75 + 0.4 * low);
        float splash = 0.0;
        for (int i = 0; i < 2; i++) {
            float age = fract(beatCount) + float(i), side = mod(floor(beatCount) - float(i), 2.0) < 0.5 ? 1.0 : -1.0;
            vec2 c = own - vec2(1.20 - age * STROKE_LENGTH * 0.42, side * 0.17);
            splash += max(1.0 - dot(c, c) / (0.010 + 0.07 * age), 0.0) * exp(-age * 2.2) * (0.7 + 0.6 * power);
        }
        float front = bump(length(own - vec2(0.74, 0.0)), 0.155, 0.05) * smoothstep(0.66, 0.84, own.x) * 0.7;
        float foam = (smoothstep(0.38, 0.72, churn * 0.55 + lace * 0.45 + 0.20 * boil) * boil * 1.45 + splash * smoothstep(0.30, 0.62, churn * 0.5 + lace * 0.5) + front * (0.4 + lace) + vee * smoothstep(0.52, 0.75, lace) * 0.7) * hasSwimmer;
        gl_FragColor = vec4(slope, caustic, foam);
        return;
    }

    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float overcast = clamp(-warmth * 0.6 - 0.1 + 0.3 * strain, 0.0, 0.7);
    vec3 sun = mix(vec3(1.0, 0.93, 0.78), tintTo(vec3(0.95), light, 0.9), 0.4) * (1.0 - 0.35 * overcast);
    vec3 pool = mix(vec3(0.045, 0.42, 0.56), tintTo(vec3(0.34), base, 0.8), 0.25), dark = mix(vec3(0.008, 0.10, 0.20), tintTo(vec3(0.08), deep, 0.8), 0.25);
    vec3 sky = mix(vec3(0.45, 0.68, 0.92), tintTo(vec3(0.62), base, 0.5), 0.3);
    vec4 water = IMG_NORM_PIXEL(waves, isf_FragNormCoord);
    vec2 slope = water.xy;

    // the floor through the water: tiles, the lane's line, caustics
    vec2 f = vec2(p.x + gone, p.y) + slope * 0.085;
    float far = unit;
    vec2 tile = abs(fract(f * 4.0) - 0.5), tileId = floor(f * 4.0);
    float grout = smoothstep(0.5 - 4.0 * far - 0.035, 0.5 - 0.03, max(tile.x, tile.y));
    float laneY = f.y - floor(f.y / LANE + 0.5) * LANE;
    float line = smoothstep(0.125 + far, 0.125 - far, abs(laneY));
    float cross = smoothstep(0.125 + far, 0.125 - far, abs(mod(f.x + 6.0, 25.0) - 12.5)) * smoothstep(0.50, 0.48, abs(laneY));
    vec3 floorLight = pool * (0.62 + 0.07 * (hash21(tileId) - 0.5));
    floorLight = mix(floorLight, dark * 0.75, max(line, cross) * 0.88);
    floorLight *= 1.0 - 0.20 * grout;
    floorLight += (pool * 0.85 + sun * 0.16) * water.z * (0.34 + 0.40 * sparkle + 0.12 * pulse) * (1.0 - 0.6 * overcast) * (1.0 - 0.55 * max(line, cross));
    // bird, once a minute
    float crossing = fract(beatCount / 128.0 + 0.31) * 10.0;
    vec2 bq = rotation(0.5) * (f - vec2(gone, 0.0) - vec2(mix(-4.0, 4.0, crossing), 0.4)) / 0.55;
    float flap = 0.25 * swing(beatCount * 0.5), bird = min(sdEllipse(bq, vec2(0.42, 0.10)), max(abs(bq.x - 0.05 + 0.35 * abs(bq.y) * (1.0 + flap)) - 0.16 * (1.1 - abs(bq.y)), abs(bq.y) - 1.05));
    floorLight *= 1.0 - 0.45 * smoothstep(0.06, -0.06, bird) * step(crossing, 1.0);

    // the swimmer's shadow on the floor, and the body: below the water bent, above it sharp
    vec2 at = (own + slope * 0.020 - FIGURE_LOW) / FIGURE_SIZE, shadowAt = (own + slope * 0.10 + vec2(-0.24, 0.30) - FIGURE_LOW) / FIGURE_SIZE;
    float within = step(abs(at.x - 0.5), 0.495) * step(abs(at.y - 0.5), 0.495) * hasSwimmer;
    float shaded = step(abs(shadowAt.x - 0.5), 0.495) * step(abs(shadowAt.y - 0.5), 0.495) * hasSwimmer;
    vec4 g = IMG_NORM_PIXEL(figure, shadowAt);
    floorLight *= 1.0 - 0.55 * smoothstep(0.06, -0.06, min(min(g.x, g.y), min(g.z, g.w))) * shaded * (1.0 - 0.6 * overcast);
    vec3 colour = mix(floorLight, pool * 0.8, 0.16);

#if QUALITY < 1
    // the floor of the pool at half size
    if (PASSINDEX == 3) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(bottom, isf_FragNormCoord).rgb;
#endif
    float skinTone = fract(variety * 9.1 + lane * 0.37);
    vec3 skin = mix(vec3(0.17, 0.080, 0.045), vec3(0.58, 0.35, 0.25), skinTone);
    vec3 cap = lane == 0.0 ? mix(accent, light, 0.05) : mix(mix(light, base, 0.4), deep, 0.5 * step(0.0, lane)), suit = lane == 0.0 ? mix(deep, accent, 0.15) * 0.35 : deep * 0.4 + accent * 0.08;
    vec2 key = normalize(vec2(-0.5 * way, 0.85));
    if (within > 0.5) {
        vec2 st = vec2(0.007, 0.0), tt = vec2(0.0, 0.013);
        vec4 d4 = IMG_NORM_PIXEL(figure, at), fx = IMG_NORM_PIXEL(figure, at + st) - IMG_NORM_PIXEL(figure, at - st), fy = IMG_NORM_PIXEL(figure, at + tt) - IMG_NORM_PIXEL(figure, at - tt);
        float edge = 0.8 * unit, r = roll();
        for (int i = 0; i < 4; i++) {
            // arm under water, trunk and legs, head, arm over water
            float d = i == 0 ? d4.x : i == 1 ? d4.y : i == 2 ? d4.z : d4.w;
            vec2 n = i == 0 ? vec2(fx.x, fy.x) : i == 1 ? vec2(fx.y, fy.y) : i == 2 ? vec2(fx.z, fy.z) : vec2(fx.w, fy.w);
            n /= max(length(n), 1e-4);
            vec2 l = roundLight(d, n, i == 1 ? 0.11 : 0.07, key);
            vec3 cloth = skin;
            float under = i == 0 ? 0.74 : i == 1 ? mix(0.62, 0.12, smoothstep(-0.35, 0.30, own.x + 0.25 * r * sign(own.y) * 0.6)) : i == 2 ? 0.05 : 0.0;
            if (i == 1) {
                float trunks = smoothstep(0.01, -0.01, max(own.x - 0.09, -own.x - 0.17 + 0.15 * abs(own.y)));
                float strap = smoothstep(0.028, 0.020, abs(abs(own.y - 0.02 * r) - 0.085 + 0.06 * (own.x - 0.2))) * step(own.x, 0.46) * step(0.05, own.x);
                cloth = mix(cloth, suit, max(trunks, step(0.5, fract(variety * 4.7 + lane * 0.5)) * max(strap, smoothstep(0.30, 0.26, own.x + 0.5 * own.y * own.y) * step(-0.1, own.x))));
                cloth *= 1.0 - 0.22 * smoothstep(0.018, 0.0, abs(own.y - 0.012 * r)) * step(0.02, own.x) * step(own.x, 0.44);
                // shoulder blades
                cloth *= 1.0 + 0.16 * bump(length(own - vec2(0.40, 0.10 + 0.02 * r)), 0.07, 0.06) + 0.16 * bump(length(own - vec2(0.40, -0.10 + 0.02 * r)), 0.07, 0.06);
            }
            if (i == 2) {
                cloth = mix(cap, light, smoothstep(0.020, 0.014, abs(own.y - 0.03 * r)) * 0.7);
                float breathing = step(0.5, fract(beatCount / 4.0)) * max(-r, 0.0);
                cloth = mix(cloth, skin, smoothstep(0.075, 0.060, length(own - vec2(0.73, -0.10))) * breathing);
                cloth = mix(cloth, vec3(0.02), smoothstep(0.012, 0.007, abs(own.x - 0.765 + 0.5 * own.y * own.y)) * step(0.03, abs(own.y)));
            }
            vec3 lit = cloth * (sky * 0.34 + sun * 1.25 * smoothstep(0.18, 1.0, l.x) * (1.0 - 0.55 * overcast));
            lit += sun * l.y * 0.22 + sun * 0.55 * smoothstep(0.86, 0.97, l.x) * (i == 0 ? 0.0 : 0.5) * smoothstep(0.35, 0.7, water.z);
            lit += cloth * sun * water.z * 0.5 * under;
            // water over it
            lit = mix(lit, lit * pool * 1.6 + pool * 0.22, under);
            if (i == 3) colour *= 1.0 - 0.30 * smoothstep(0.07, -0.01, d) * step(0.0, d);
            colour = mix(colour, lit, smoothstep(edge + 0.008 * under, -edge - 0.008 * under, d) * (i == 0 ? 0.86 : 1.0));
        }
    }

    // the surface: sky in the slopes, sun on the crests
    float facing = slope.x * 0.35 * way + slope.y * 0.8;
    colour = mix(colour, sky, clamp(0.06 + 0.16 * smoothstep(0.2, 1.4, facing), 0.0, 0.5) * 0.55);
    colour *= 1.0 + 0.10 * clamp(facing, -1.2, 1.2);
    float glitter = valueNoise(vec2(p.x + gone * 0.6, p.y) * 21.0 + slope * 2.5 + flow * 0.5);
    colour += sun * smoothstep(0.80, 0.97, glitter) * smoothstep(0.5, 1.3, facing) * (0.35 + 1.3 * sparkle) * (1.0 - 0.7 * overcast);
    float foam = clamp(water.w, 0.0, 1.3);
    colour = mix(colour, (sky * 0.40 + sun * 0.62) * (0.80 + 0.25 * clamp(facing, -1.0, 1.0)), smoothstep(0.05, 0.9, foam) * 0.94);

    // lane ropes: floats on a line, swaying
    float ropeY = p.y / LANE - 0.5, ropeId = floor(ropeY + 0.5);
    float bend = 0.030 * (0.4 + low) * swing(beatCount * 0.125 + p.x * 0.21 + ropeId * 0.3) + slope.y * 0.012;
    vec2 rope = vec2(p.x + gone, (ropeY - ropeId) * LANE + bend);
    float bead = rope.x / 0.115, beadId = floor(bead), bx = (fract(bead) - 0.5) * 0.115;
    float disk = sdRoundBox(vec2(bx, rope.y), vec2(0.049, 0.062), 0.022);
    float shade = sdRoundBox(vec2(bx * 0.3, rope.y + 0.0 - 0.26) , vec2(0.06, 0.050), 0.03);
    colour *= 1.0 - 0.34 * smoothstep(0.05, -0.03, abs(rope.y - 0.24 + slope.y * 0.08) - 0.045) * (1.0 - 0.6 * overcast);
    float mark = mod(beadId, 16.0), red = step(mark, 7.5);
    vec3 float1 = mix(light * 0.85, mix(accent, deep, 0.5 * step(0.5, fract(ropeId * 0.5))), red);
    float across = rope.y / 0.062, glossy = smoothstep(0.25, 0.05, abs(across - 0.35));
    vec3 beadLight = float1 * (sky * 0.35 + sun * (0.35 + 0.75 * clamp(0.5 + 0.6 * across, 0.0, 1.0))) + sun * glossy * 0.30 * (0.7 + 0.5 * sparkle);
    beadLight *= 0.80 + 0.20 * smoothstep(0.049, 0.02, abs(bx));
    float wash = smoothstep(0.55, 0.2, abs(rope.y) * 8.0);
    colour = mix(colour, colour + sun * 0.12, smoothstep(0.030, 0.0, abs(disk)) * 0.6);
    colour = mix(colour, beadLight, smoothstep(unit, -unit, disk) * mix(0.94, 0.72, wash * smoothstep(0.5, 0.9, foam)));

    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.30) * 1.20, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
