/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Pencil walk: a small whistling person drawn by hand, every drawing made anew, four to the beat. They walk through pencil hills with a step on every beat, dance in every second chapter, and whistle a note on each beat; the bands thicken the hatching, the bass shakes the line, and the last drawing still shines through the paper.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.32 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.13, 0.12, 0.15, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.22, 0.26, 0.46, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.36, 0.56, 0.60, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.90, 0.72, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.86, 0.34, 0.26, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "pose", "WIDTH": 48, "HEIGHT": 2, "FLOAT": true },
    { "TARGET": "figure", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.36)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.36)", "FLOAT": true },
    { "TARGET": "more", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.36)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.36)", "FLOAT": true },
    { "TARGET": "page", "WIDTH": "$WIDTH/1.5", "HEIGHT": "$HEIGHT/1.5", "FLOAT": true },
    { "TARGET": "walker", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.76)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.86)", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [15.9, 15.8, 14.0],
    "steps": 2,
    "subject": "drawn walker", "domain": "animation", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease", "skeleton", "paper"],
    "mood": { "valence": 0.5, "arousal": 0.0, "reach": 1.1 },
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

// Lengths in figure heights; the walker faces right; y = 0 is the ground.
const int LIMBS = 24;
const vec2 FIGURE_LOW = vec2(-0.62, -0.06);
const vec2 FIGURE_SIZE = vec2(1.24, 1.40);

// how much of each dance: (walk, kicks, jumps and twists)
vec3 danceOf() {
    float w = mod(chapterGlide + 4.0, 4.0);
    float kick = bump(w, 1.0, 1.0), jump = bump(w, 3.0, 1.0);
    return vec3(max(1.0 - kick - jump, 0.0), kick, jump);
}
// ground covered, in figure heights, at a drawing: the walk goes on, the dances stay
float wayGone(float b) {
    float chapter = floor(b / 16.0), into = b - 16.0 * chapter;
    float strolled = 16.0 * ceil(chapter * 0.5);
    return (strolled + (mod(chapter, 2.0) < 0.5 ? into : 0.0)) * 0.34;
}

vec4 poseTexel(int k, float b) {
    int i = k < LIMBS ? k : k - LIMBS;
    vec3 dance = danceOf();
    float vigour = 0.55 + 0.45 * power, a = 3.14159265 * b, s = sin(a), c = cos(a), twice = cos(2.0 * a), late = cos(2.0 * a - 1.1), half1 = sin(0.5 * a);
    // far 0 thigh 1 shin 2 shoe 3 upper arm 4 forearm; near 5 thigh 6 shin 7 shoe; body 8 belly 9 chest 10 scarf; near arm 11 12 13; scarf tail 14 15 16; head 17, hair 18 19
    bool isNear = (i >= 5 && i <= 7) || (i >= 11 && i <= 13);
    float side = isNear ? 1.0 : -1.0;
    float f = fract(b), hop = 4.0 * f * (1.0 - f) * dance.z;
    // weight: down just after the contact, up as the legs pass
    float bob = -0.022 * cos(2.0 * a - 0.9) * dance.x - 0.040 * twice * dance.y * vigour - 0.055 * (1.0 - 4.0 * f * (1.0 - f)) * dance.z;
    vec2 hip = vec2(0.05 * s * dance.y + 0.05 * half1 * dance.z, 0.335 + bob + 0.15 * hop * vigour);
    float lean = 0.05 * dance.x + (0.10 - 0.22 * s * vigour) * dance.y + 0.16 * half1 * dance.z + 0.03 * sin(2.0 * a - 0.5);
    vec2 up = turn(-lean) * vec2(0.0, 1.0), on = vec2(up.y, -up.x);
    vec2 neck = hip + up * (0.235 + 0.012 * late);
    vec2 head = neck + turn(-lean * 0.6 + 0.07 * late) * up * 0.165 + vec2(0.012, 0.0);

    // walking foot, then the dances
    vec3 foot = footfall(fract(b * 0.5 + (isNear ? 0.0 : 0.5)), 0.56, 0.19, 0.19, 0.2);
    float stance = max(-foot.z, 0.0), swing1 = max(foot.z, 0.0);
    vec2 walk = vec2(foot.x, 0.045 + 0.16 * foot.y + 0.035 * smoothstep(0.7, 1.0, stance));
    float kicking = max(side * s, 0.0), kick = kicking * kicking;
    vec2 kicked = vec2(-0.02 + side * 0.05 + 0.36 * kick, 0.045 + 0.30 * kick) + vec2(0.06 * side * s, 0.0) * (1.0 - kick);
    vec2 jumped = vec2(side * (0.09 + 0.12 * hop) + 0.05 * half1, 0.045 + 0.24 * hop);
    vec2 ankle = walk * dance.x + kicked * dance.y + jumped * dance.z;
    vec4 leg = reach(hip + on * side * 0.018, ankle, 0.165, 0.165, 1.0);
    float toeUp = dance.x * (0.55 * smoothstep(0.6, 1.0, swing1) - 0.9 * smoothstep(0.65, 1.0, stance) * step(0.001, stance) - 0.8 * (1.0 - smoothstep(0.0, 0.45, swing1)) * step(0.001, swing1)) + 0.6 * kick * dance.y - 0.5 * hop;
    vec2 toeWay = turn(clamp(toeUp, -0.6, 0.6)) * vec2(1.0, 0.0);

    // arms swing against the legs, and lead the dances
    float sway = -side * c;
    vec2 shoulder = neck - up * 0.045 + on * side * 0.012;
    vec2 handWalk = shoulder + vec2(0.17 * sway * vigour + 0.03, -0.215 + 0.04 * sway * sway);
    vec2 handKick = shoulder + vec2(-0.24 * side * s + 0.05, -0.02 + 0.16 * side * s);
    vec2 handJump = shoulder + vec2(side * (0.15 + 0.05 * half1), -0.06 + 0.27 * hop + 0.10 * side * half1);
    vec2 hand = handWalk * dance.x + handKick * dance.y + handJump * dance.z;
    vec4 arm = reach(shoulder, hand, 0.125, 0.120, dance.y > 0.5 ? 1.0 : -1.0);
    vec2 palm = arm.zw + normalize(arm.zw - arm.xy + 1e-4) * 0.022;

    // the scarf's tail follows late
    float gale = dance.x * 0.8 + 0.2, drag = sin(2.0 * a - 1.6), drag2 = sin(2.0 * a - 2.7);
    vec2 knot = neck + vec2(-0.065, -0.005);
    vec2 t1 = knot + vec2(-0.095 * gale - 0.02, 0.010 - 0.06 * (1.0 - gale) + 0.022 * drag), t2 = t1 + vec2(-0.085 * gale - 0.01, -0.022 - 0.06 * (1.0 - gale) + 0.034 * drag2), t3 = t2 + vec2(-0.065 * gale, -0.035 + 0.036 * sin(2.0 * a - 3.7));

    vec4 e = i == 0 || i == 5 ? vec4(hip + on * side * 0.018, leg.xy) : i == 1 || i == 6 ? vec4(leg.xy, leg.zw) : i == 2 || i == 7 ? vec4(leg.zw - toeWay * 0.02 - vec2(0.0, 0.008), leg.zw + toeWay * 0.062 - vec2(0.0, 0.012))
        : i == 3 || i == 11 ? vec4(shoulder, arm.xy) : i == 4 || i == 12 ? vec4(arm.xy, arm.zw) : i == 13 ? vec4(arm.zw, palm)
        : i == 8 ? vec4(hip + up * 0.015, hip + up * 0.06 + on * 0.012) : i == 9 ? vec4(hip + up * 0.06, neck - up * 0.03) : i == 10 ? vec4(neck - on * 0.048 + up * 0.004, neck + on * 0.055 + up * 0.012)
        : i == 14 ? vec4(knot, t1) : i == 15 ? vec4(t1, t2) : i == 16 ? vec4(t2, t3) : i == 17 ? vec4(head, head + vec2(0.001, 0.0)) : vec4(head, palm);
    vec4 shape = i == 0 || i == 5 ? vec4(0.058, 0.042, 0.0, 0.0) : i == 1 || i == 6 ? vec4(0.042, 0.040, 0.0, 0.0) : i == 2 || i == 7 ? vec4(0.036, 0.030, 0.010, 0.0)
        : i == 3 || i == 11 ? vec4(0.040, 0.034, 0.0, 0.0) : i == 4 || i == 12 ? vec4(0.034, 0.036, 0.0, 0.0) : i == 13 ? vec4(0.028, 0.028, 0.0, 0.0)
        : i == 8 ? vec4(0.090, 0.094, 0.0, 0.0) : i == 9 ? vec4(0.094, 0.062, 0.0, 0.0) : i == 10 ? vec4(0.034, 0.036, 0.0, 0.0) : vec4(0.030, 0.028, 0.0, 0.0);
    return k < LIMBS ? e : shape;
}

float headShape(vec2 p) {
    float d = sdEllipse(p - vec2(0.0, 0.005), vec2(0.132, 0.122));
    d = smoothMin(d, sdEllipse(p - vec2(0.035, -0.040), vec2(0.100, 0.080)), 0.04);
    return smoothMin(d, sdLimb(p, vec2(0.120, -0.005), vec2(0.162, -0.012), 0.030, 0.026), 0.02);
}
float everything(vec2 p, int row) {
    vec2 head = texelFetch(pose, ivec2(17, row), 0).xy;
    return min(chainOf(pose, row, 0, 17, LIMBS, p, 0.004), headShape(p - head));
}

// one layer of the walker (0 to 5) at a distance d, coloured in, hatched and outlined
void crayon(inout vec4 sum, int i, float d, vec2 q, vec2 w, vec2 face, vec2 shiver, float tooth, float thick, float soft, float size, float slow, vec3 sheet, vec3 lead, vec3 light, vec3 wool[5]) {
    vec4 shoe = texelFetch(pose, ivec2(i == 0 ? 2 : 7, 0), 0), fore = texelFetch(pose, ivec2(i == 0 ? 4 : 12, 0), 0), upper = texelFetch(pose, ivec2(i == 0 ? 3 : 11, 0), 0);
    vec3 wax = i == 1 ? wool[3] : i == 3 || i == 5 ? wool[0] : i == 4 ? wool[2] : wool[1];
    if (i == 0 && min(sdSegment(q, upper.xy, upper.zw), sdSegment(q, fore.xy, fore.zw)) < 0.042) wax = wool[0];
    if ((i == 0 || i == 2) && sdSegment(q, shoe.xy, shoe.zw) < 0.043) wax = wool[4];
    if ((i == 0 || i == 5) && length(q - fore.zw - normalize(fore.zw - fore.xy + 1e-4) * 0.026) < 0.034) wax = wool[2];
    float fill = smoothstep(0.002, -0.002, d + 0.003 * shiver.y), form = clamp(1.0 + d / 0.045, 0.0, 1.0);
    lay(sum, sheet, smoothstep(0.001, -0.001, d));
    float press = (i == 4 ? 0.50 : 0.66) + 0.12 * middle + (i == 0 ? 0.18 : 0.0);
    float strokes = pencilHatch(q * vec2(i == 3 ? -1.0 : 1.0, 1.0) * size, 0.0115, press, tooth, slow + float(i));
    lay(sum, mix(wax, wax * wax, 0.25), fill * (i == 4 ? 0.30 + 0.35 * strokes : 0.50 + 0.45 * strokes));
    // the side away from the sun is gone over once more
    if (i == 3) {
        float stripes = step(0.5, fract((q.y - 0.30 * q.x * 0.3) * 15.0));
        lay(sum, mix(light, sheet, 0.5) * 0.95, fill * stripes * 0.75 * step(texelFetch(pose, ivec2(8, 0), 0).y + 0.02, q.y));
    }
    lay(sum, vec3(0.0), 0.35 * fill * pencilHatch(q * size * vec2(1.0, -1.0), 0.013, 0.6, tooth, slow) * smoothstep(0.3, 1.0, form) * smoothstep(0.25, -0.2, face.x + (i == 4 ? 0.08 : 0.22)) * (i == 0 ? 1.6 : 1.0));
    lay(sum, lead, pencilLine(d, thick * 1.15, tooth, soft) * 0.95);
    lay(sum, lead, pencilLine(d + 0.0045 * (shiver.x + 0.35), thick * 0.5, tooth, soft) * 0.5);
}

void main() {
    float draw1 = drawingAt(beatCount, 4.0), b = draw1 * 0.25;
    if (PASSINDEX == 0) { gl_FragColor = poseTexel(int(gl_FragCoord.x), gl_FragCoord.y < 1.0 ? b : b - 0.25); return; }
    if (PASSINDEX == 1) {
        vec2 p = FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE;
        gl_FragColor = vec4(min(chainOf(pose, 0, 0, 3, LIMBS, p, 0.012), chainOf(pose, 0, 3, 5, LIMBS, p, 0.012)), chainOf(pose, 0, 5, 8, LIMBS, p, 0.012), chainOf(pose, 0, 8, 10, LIMBS, p, 0.05), chainOf(pose, 0, 11, 14, LIMBS, p, 0.012));
        return;
    }
    if (PASSINDEX == 2) {
        vec2 p = FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE;
        gl_FragColor = vec4(headShape(p - texelFetch(pose, ivec2(17, 0), 0).xy), everything(p, 1), chainOf(pose, 0, 14, 17, LIMBS, p, 0.006), chainOf(pose, 0, 10, 11, LIMBS, p, 0.01));
        return;
    }
#if QUALITY > 0
    if (PASSINDEX == 3) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 3 ? RENDERSIZE * 1.5 : PASSINDEX == 4 ? vec2(textureSize(page, 0)) * 1.5 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * full * pixel;
    float wide = 0.5 * full.x * pixel, tall = 0.5 * full.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float seed = mod(draw1, 8.0) * 17.3 + variety * 9.0, slow = mod(floor(draw1 / 2.0), 4.0) * 11.1;
    float way = variety < 0.5 ? 1.0 : -1.0;
    // where the walker is; that drawing is a sheet of its own
    float size = 0.60, atX = -0.08 * smoothstep(0.5, 0.9, wide), groundY = -0.292;
    if (PASSINDEX == 4) uv = (FIGURE_LOW + isf_FragNormCoord * FIGURE_SIZE) * size * vec2(way, 1.0) + vec2(atX * way, groundY - 0.012 - 0.35 * (tall - 0.5));
    vec2 grains = uv / pixel + 0.5 * full;

    // the sheet: warm drawing paper with its tooth
    float fibre = paperFibre(uv * 0.9), tooth = (valueNoise(grains * (0.0022 / pixel) * 0.42) + valueNoise(grains.yx * (0.0022 / pixel) * 0.21 + 9.0)) - 1.0;
    vec3 sheet = mix(vec3(0.90, 0.86, 0.77), tintTo(vec3(0.84), light, 0.6), 0.30);
    vec3 colour = sheet * (1.0 + 0.030 * fibre + 0.035 * tooth);
    vec3 lead = mix(vec3(0.055, 0.055, 0.062), shade * 0.6, 0.4), blue = mix(vec3(0.22, 0.45, 0.80), tintTo(vec3(0.35), base, 0.9), 0.3);

    vec2 p = vec2(uv.x * way, uv.y + 0.35 * (tall - 0.5));
    // the hand that draws is never twice the same: the whole line boils
    vec2 shiver = vec2(valueNoise(p * 9.0 + seed), valueNoise(p * 9.0 - seed + 40.0)) - 0.5;
    float shake = 0.006 + 0.008 * low;
    float thick = 0.0021 + 0.0022 * valueNoise(p * 6.0 + seed * 0.7), soft = max(0.8 * pixel, 0.0007);
    vec2 w = p + shiver * shake;
    float gone = wayGone(b);
    vec3 dance = danceOf();
    if (PASSINDEX == 4) {
        vec2 at = isf_FragNormCoord, q = FIGURE_LOW + at * FIGURE_SIZE, face = q - texelFetch(pose, ivec2(17, 0), 0).xy;
        vec4 sum = vec4(0.0);
        vec4 f = IMG_NORM_PIXEL(figure, at) * size, m = IMG_NORM_PIXEL(more, at) * size;
        // the drawing before, in blue, through the sheet
        lay(sum, blue, pencilLine(m.y, 0.0016, tooth, soft * 1.5) * 0.34);
        vec3 jumper = mix(accent, light, 0.12), trousers = mix(deep, base, 0.25), scarf = mix(light * vec3(1.0, 0.86, 0.5), base, 0.12), flesh = mix(vec3(0.93, 0.72, 0.55), vec3(0.50, 0.31, 0.20), fract(variety * 6.7)), shoes = mix(shade, deep, 0.4);
        vec3 wool[5] = vec3[5](jumper, trousers, flesh, scarf, shoes);
        // far limbs, scarf's tail, near leg, body, head with the scarf, near arm: one call each, so that none pays for another's
        crayon(sum, 0, f.x, q, w, face, shiver, tooth, thick, soft, size, slow, sheet, lead, light, wool);
        crayon(sum, 1, m.z, q, w, face, shiver, tooth, thick, soft, size, slow, sheet, lead, light, wool);
        crayon(sum, 2, f.y, q, w, face, shiver, tooth, thick, soft, size, slow, sheet, lead, light, wool);
        crayon(sum, 3, f.z, q, w, face, shiver, tooth, thick, soft, size, slow, sheet, lead, light, wool);
        crayon(sum, 4, m.x, q, w, face, shiver, tooth, thick, soft, size, slow, sheet, lead, light, wool);
        // hair: a scribbled cap with a tuft that bounces late; eye, cheek, whistling mouth, ear
        float cap = max(headShape(face) * size, -(face.y - 0.034 - 0.34 * face.x + 0.012 * swing(face.x * 9.0 + seed)) * size);
        float late = sin(6.2832 * b - 1.3);
        cap = min(cap, sdLimb(face, vec2(-0.02, 0.115), vec2(-0.075 + 0.01 * late, 0.175 + 0.02 * late), 0.034, 0.006) * size);
        cap = min(cap, sdLimb(face, vec2(0.02, 0.115), vec2(0.035 + 0.01 * late, 0.185 + 0.016 * late), 0.030, 0.006) * size);
        vec3 hairWax = mix(shade * 0.7, vec3(0.36, 0.17, 0.08), fract(variety * 3.1));
        lay(sum, hairWax, smoothstep(0.002, -0.002, cap) * (0.62 + 0.38 * pencilHatch(face * size * vec2(1.3, 0.4), 0.010, 0.7, tooth, slow)));
        lay(sum, lead, pencilLine(cap, thick, tooth, soft) * 0.9);
        float blink = step(0.93, fract(b / 8.0 + 0.21)), eye = length((face - vec2(0.068, 0.012)) * vec2(1.0, mix(0.62, 4.0, blink))) - 0.0125;
        float brow = sdSegment(face, vec2(0.048, 0.055 + 0.008 * pulse), vec2(0.092, 0.058 + 0.008 * pulse)) - 0.004;
        float open = 0.009 + 0.007 * pulse, mouth = abs(length((face - vec2(0.112, -0.066)) * vec2(1.2, 1.0)) - open) - 0.0032;
        float ear = max(abs(length((face - vec2(-0.030, -0.012)) * vec2(1.25, 1.0)) - 0.024) - 0.003, face.x + 0.012 - 0.02);
        lay(sum, accent, 0.42 * smoothstep(0.040, 0.012, length(face - vec2(0.048, -0.046))) * (0.5 + 0.5 * pencilHatch(face * size, 0.009, 0.7, tooth, slow)));
        lay(sum, lead, smoothstep(0.004, -0.002, min(min(eye, brow), min(mouth, ear))) * 0.92);
        lay(sum, sheet, smoothstep(0.003, -0.001, length(face - vec2(0.072, 0.018)) - 0.004) * (1.0 - blink));
        // scarf round the neck
        float wrap = m.w;
        lay(sum, sheet, smoothstep(0.001, -0.001, wrap));
        lay(sum, scarf, smoothstep(0.002, -0.002, wrap) * (0.55 + 0.4 * pencilHatch(q * size, 0.011, 0.66, tooth, slow)));
        lay(sum, lead, pencilLine(wrap, thick * 1.1, tooth, soft) * 0.95);
        crayon(sum, 5, f.w, q, w, face, shiver, tooth, thick, soft, size, slow, sheet, lead, light, wool);
        gl_FragColor = sum;
        return;
    }

    // sun with its rays: a notch round on every beat
    vec2 sunAt = vec2(min(0.44, wide - 0.24), 0.255 + 0.3 * (tall - 0.5)), sq = w - sunAt;
    float sunR = 0.085 + 0.006 * pulse, toSun = length(sq), ang = atan(sq.y, sq.x) * 14.0 / 6.2832 + floor(b) * 0.5;
    float ray = max(abs(fract(ang) - 0.5) * toSun * 6.2832 / 14.0, abs(toSun - 0.148 - 0.012 * step(0.5, fract(floor(ang) * 0.5))) - 0.028 - 0.020 * middle);
    vec3 sunWax = mix(vec3(0.98, 0.70, 0.20), tintTo(vec3(0.75), accent, 0.6), 0.14);
    colour = mix(colour, colour * sunWax * 1.15, smoothstep(0.004, -0.004, toSun - sunR) * (0.35 + 0.65 * pencilHatch(sq, 0.012, 0.75, tooth, slow)));
    colour = mix(colour, sunWax * 0.85, pencilLine(ray, 0.0042, tooth, 0.002) * 0.9);
    colour = mix(colour, lead, pencilLine(toSun - sunR, thick, tooth, soft) * 0.8);
    // the sun's face: it hums along
    float eyes = length(vec2(abs(sq.x) - 0.028, (sq.y - 0.014) * 0.7)) - 0.0065, smile = max(abs(length(sq - vec2(0.0, 0.006)) - 0.042) - 0.002, sq.y + 0.016 + 0.006 * (1.0 - middle));
    colour = mix(colour, lead, smoothstep(0.002, -0.001, min(eyes, smile)) * 0.8);

    // clouds
    for (int i = 0; i < 2; i++) {
        float n = float(i), span = 2.0 * wide + 0.6;
        vec2 q = w - vec2(mod(n * 0.9 + 0.25 + variety - gone * (0.035 + 0.02 * n), span) - 0.5 * span, 0.31 - 0.13 * n + 0.3 * (tall - 0.5));
        float d = min(min(length(q) - 0.055, length(q - vec2(0.068, -0.014)) - 0.042), length(q + vec2(0.070, 0.016)) - 0.040);
        d = max(d, -q.y - 0.042);
        colour = mix(colour, sheet * (1.01 + 0.03 * fibre), smoothstep(0.003, -0.003, d) * 0.95);
        colour = mix(colour, colour * mix(vec3(1.0), blue, 0.5), smoothstep(0.003, -0.003, d) * pencilHatch(q, 0.014, 0.45, tooth, slow + n) * smoothstep(0.03, -0.04, q.y));
        colour = mix(colour, lead, pencilLine(d, thick * 0.9, tooth, soft) * 0.7);
    }

    // far hills, then nearer ones, coloured in with the side of the pencil
    for (int i = 0; i < 2; i++) {
        float n = float(i), x = w.x * (1.0 + 0.5 * n) + gone * (0.05 + 0.10 * n) + 9.0 * n + variety * 20.0;
        float h = groundY + 0.10 - 0.03 * n + (0.20 - 0.07 * n) * valueNoise1(x * 2.3) + 0.02 * valueNoise1(x * 9.0);
        float d = w.y - h;
        vec3 wax = n < 0.5 ? mix(blue, base, 0.5) : mix(base, tintTo(vec3(0.30, 0.42, 0.14), light, 0.3), 0.55);
        float body = smoothstep(0.003, -0.003, d);
        colour = mix(colour, sheet * (1.0 + 0.03 * fibre), body * 0.92);
        colour = mix(colour, colour * mix(vec3(1.0), wax * 1.25, 0.85), body * (0.25 + 0.75 * pencilHatch(vec2(w.x * (n < 0.5 ? 1.0 : -1.0), w.y) + vec2(gone * (0.05 + 0.07 * n), 0.0), 0.016 + 0.006 * n, 0.55 + 0.2 * middle, tooth, 3.0 + n)));
        colour = mix(colour, lead, pencilLine(d, thick * (0.8 + 0.3 * n), tooth, soft) * (0.55 + 0.25 * n));
    }
    // trees: a trunk and a scribble
    float treeX = (w.x + gone * 0.30) / 0.52 + variety * 7.0, treeId = floor(treeX);
    vec2 th = hash12(treeId);
    vec2 tq = vec2((fract(treeX) - 0.5 - 0.4 * (th.x - 0.5)) * 0.52, w.y - groundY - 0.02);
    tq.x -= 0.010 * swing(b * 0.5 + th.y) * tq.y * 8.0 * (0.3 + low);
    float tall1 = 0.15 + 0.11 * th.y, crown = length((tq - vec2(0.0, tall1)) * vec2(1.0, 0.85)) - 0.062 - 0.022 * th.x;
    float trunk = max(abs(tq.x) - 0.010 + 0.02 * tq.y, max(-tq.y, tq.y - tall1));
    float isTree = step(0.35, fract(th.x * 7.7));
    colour = mix(colour, mix(vec3(0.42, 0.27, 0.16), sheet, 0.25), smoothstep(0.002, -0.002, trunk) * isTree * 0.8);
    colour = mix(colour, lead, pencilLine(trunk, thick * 0.8, tooth, soft) * step(0.0, crown) * isTree * 0.8);
    vec3 leaf = mix(tintTo(vec3(0.30, 0.45, 0.12), base, 0.45), mix(accent, light, 0.4), step(0.62, th.y) * 0.85);
    colour = mix(colour, sheet, smoothstep(0.004, -0.004, crown) * isTree * 0.9);
    colour = mix(colour, colour * leaf * 1.2, smoothstep(0.006, -0.004, crown + 0.006 * shiver.x) * isTree * (0.35 + 0.65 * pencilHatch(tq, 0.015, 0.72, tooth, slow + th.x)));
    float turns = atan(tq.y - tall1, tq.x) / 6.2832, spiral = abs(fract((crown + 0.08) / 0.024 + turns + seed * 0.13) - 0.5) * 0.024;
    colour = mix(colour, lead, pencilLine(spiral, thick * 0.55, tooth, soft) * smoothstep(0.002, -0.002, crown) * isTree * 0.38);
    colour = mix(colour, lead, pencilLine(crown, thick, tooth, soft) * isTree * 0.8);

    // the ground line, with tufts and pebbles
    float bumps = 0.008 * (valueNoise1((w.x + gone * 0.62) * 7.0) - 0.5), gd = w.y - groundY - bumps;
    float under = smoothstep(0.002, -0.002, gd);
    colour = mix(colour, sheet * (1.0 + 0.03 * fibre), under * 0.95);
    vec2 g = vec2(w.x + gone * 0.62, w.y);
    colour = mix(colour, colour * mix(base, light, 0.45) * 1.05, under * (0.25 + 0.6 * pencilHatch(g * vec2(-1.0, 1.0), 0.020, 0.42 + 0.2 * low, tooth, 7.0)) * smoothstep(-0.26, 0.0, gd));
    float tuftX = g.x * 5.0, tuftId = floor(tuftX);
    vec2 gh = hash12(tuftId + 3.0);
    vec2 tu = vec2((fract(tuftX) - 0.5) / 5.0, w.y - groundY + 0.02 + 0.13 * gh.x);
    float tuft = min(min(sdSegment(tu, vec2(0.0), vec2(-0.014, 0.024)), sdSegment(tu, vec2(0.004, 0.0), vec2(0.005, 0.032))), sdSegment(tu, vec2(0.008, 0.0), vec2(0.022, 0.022)));
    colour = mix(colour, lead, pencilLine(tuft, thick * 0.7, tooth, soft) * step(0.4, gh.y) * 0.75);
    colour = mix(colour, lead, pencilLine(gd, thick * 1.25, tooth, soft) * 0.9);

    // the walker
    vec2 q = (w - vec2(atX, groundY - 0.012)) / size;
    vec2 at = (q - FIGURE_LOW) / FIGURE_SIZE;
    vec4 headLimb = texelFetch(pose, ivec2(17, 0), 0);
    // where the foot is, the ground is dark
    float lifted = max(texelFetch(pose, ivec2(8, 0), 0).y - 0.38, 0.0);
    float pool = length((q - vec2(0.02, -0.018)) / vec2(0.24 - 0.3 * lifted, 0.026)) - 1.0;
    colour = mix(colour, colour * 0.45 + lead * 0.1, smoothstep(0.3, -0.4, pool) * pencilHatch(q, 0.022, 0.8 - lifted, tooth, slow) * 0.75);
#if QUALITY < 1
    // all but the walker and the notes at two thirds of the size
    if (PASSINDEX == 3) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(page, isf_FragNormCoord).rgb;
#endif
    vec4 drawn = IMG_NORM_PIXEL(walker, clamp(at, 0.0, 1.0)) * step(abs(at.x - 0.5), 0.5) * step(abs(at.y - 0.5), 0.5);
    colour = colour * (1.0 - drawn.a) + drawn.rgb;

    // whistled notes: one a beat, rising and swinging away
    vec2 mouthAt = vec2(atX, groundY) + (headLimb.xy + vec2(0.19, -0.05)) * size;
    // (the nearest of them)
    vec4 note = vec4(9.0, 9.0, 1.0, 0.0);
    float faded = 0.0;
    for (int i = 0; i < 5; i++) {
        float age = b - floor(b) + float(i), id = floor(b) - float(i);
        float r = hash11(mod(id, 64.0) + 3.0);
        vec2 c = mouthAt + vec2(0.028 + 0.062 * age + 0.010 * swing(age * 0.5 + r), 0.070 * age + 0.035 * swing(age * 0.25 + r) - 0.010 * age * age);
        vec2 nq = turn(-0.22 + 0.3 * swing(b * 0.25 + r)) * (w - c);
        float n = 0.021 * smoothstep(-0.25, 0.5, age) * (0.75 + 0.5 * r);
        vec2 off = nq - vec2(0.8, 1.5) * n;
        bool nearer = dot(off, off) < dot(note.xy - vec2(0.8, 1.5) * note.z, note.xy - vec2(0.8, 1.5) * note.z);
        note = nearer ? vec4(nq, n, r) : note;
        faded = nearer ? smoothstep(5.0, 3.0, age) : faded;
    }
    {
        vec2 nq = note.xy;
        float n = note.z, r = note.w;
        float dot1 = length(turn(0.5) * nq * vec2(0.78, 1.1)) - n * 0.62, stem = sdSegment(nq, vec2(n * 0.62, 0.0), vec2(n * 0.62, n * 3.1)) - 0.0016;
        float flag = r < 0.5 ? sdSegment(nq, vec2(n * 0.62, n * 3.0), vec2(n * 1.55, n * 1.9)) - 0.0032 : min(sdSegment(nq, vec2(n * 0.62, n * 3.0), vec2(n * 2.7, n * 3.4)) - 0.0042, min(sdSegment(nq, vec2(n * 2.7, n * 0.4), vec2(n * 2.7, n * 3.4)) - 0.0016, length(turn(0.5) * (nq - vec2(n * 2.1, n * 0.4)) * vec2(0.78, 1.1)) - n * 0.62));
        vec3 ink = r < 0.35 ? accent : r < 0.7 ? mix(deep, base, 0.4) : lead;
        colour = mix(colour, ink, smoothstep(0.0022, -0.0012, min(min(dot1, stem), flag) + 0.0008 * tooth) * faded * smoothstep(-0.6, 0.2, tooth + 0.5) * (0.65 + 0.35 * power));
    }
    // once a minute a paper plane crosses
    float crossing = fract(b / 96.0 + 0.42), fly = crossing * 6.0;
    if (fly < 1.0) {
        vec2 pq = turn(0.25 * cos(fly * 12.0)) * (w - vec2(mix(-wide - 0.2, wide + 0.2, fly), 0.20 + 0.05 * sin(fly * 12.0)));
        float wing = max(sdTriangle(vec2(pq.y * 1.6 - 0.01 * 1.6, pq.x - 0.06), 0.045, 0.13), -1.0), fold = sdSegment(pq, vec2(0.06, 0.006), vec2(-0.07, -0.012));
        colour = mix(colour, sheet * 1.04, smoothstep(0.001, -0.001, wing));
        colour = mix(colour, lead, max(pencilLine(wing, thick, tooth, soft), pencilLine(fold, thick * 0.8, tooth, soft)) * 0.9);
        float trail = abs(p.y - 0.20 - 0.05 * sin((p.x + wide + 0.2) / (2.0 * wide + 0.4) * 12.0));
        colour = mix(colour, blue, pencilLine(trail, 0.0012, tooth, soft) * step(pq.x, -0.08) * step(0.5, fract(p.x * 22.0)) * smoothstep(-0.7, 0.0, pq.x) * 0.7);
    }

    // the animator's sheet: peg holes on the light box, a field guide, the number of the drawing as strokes
    float top = tall - 0.038;
    vec2 hole = vec2(uv.x, uv.y - top);
    float pegs = min(length(hole) - 0.014, sdRoundBox(vec2(abs(hole.x) - 0.245, hole.y), vec2(0.035, 0.0105), 0.0105));
    colour *= 1.0 - 0.25 * smoothstep(0.006, -0.002, pegs + 0.002) ;
    colour = mix(colour, light * 1.25 + 0.1, smoothstep(pixel, -pixel, pegs));
    vec2 field = abs(uv) - vec2(wide - 0.045, tall - 0.075);
    colour = mix(colour, blue, pencilLine(max(field.x, field.y), 0.0007, tooth, soft) * 0.22);
    vec2 tally = uv - vec2(wide - 0.19, -tall + 0.095);
    float count = mod(draw1, 4.0), strokeId = floor(tally.x / 0.017);
    float mark = abs((fract(tally.x / 0.017) - 0.5) * 0.017 + 0.10 * tally.y * 0.3 + 0.003 * shiver.x);
    colour = mix(colour, lead, pencilLine(mark, 0.0018, tooth, soft) * step(abs(tally.y), 0.018) * step(0.0, strokeId) * step(strokeId, count) * 0.7);
    // lamp of the desk: light from the upper left, the sheet darkens outwards; tension throws a shadow over it
    float fall = dot(uv - vec2(-0.15, 0.12), uv - vec2(-0.15, 0.12)) / (0.25 + wide * wide);
    colour *= 1.04 - (0.34 + 0.30 * strain) * fall;
    colour = mix(colour, colour * light * 1.1, 0.10);
    gl_FragColor = vec4(toSRGB(clamp(colour, 0.0, 1.0)) + filmGrain(gl_FragCoord.xy, draw1 / 12.0) * 0.012 + dither(gl_FragCoord.xy), 1.0);
}
