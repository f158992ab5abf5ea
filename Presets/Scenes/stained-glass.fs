/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Stained glass: a rose window in a dark nave. Its rings answer to bass, middle and treble, a light goes round the petals with the bar, and coloured shafts fall through the dust onto the stone floor where a child and a grown-up stand and look up.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.4 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.2 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.06, 0.06, 0.09, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.10, 0.18, 0.50, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.70, 0.15, 0.18, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.98, 0.80, 0.42, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.20, 0.55, 0.75, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "panes", "WIDTH": 88, "HEIGHT": 88 },
    { "TARGET": "shafts", "WIDTH": "floor($WIDTH/4)", "HEIGHT": "floor($HEIGHT/4)" },
    { "TARGET": "window1", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.63)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.63)", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "steps": 2,
    "cost": [9.1, 8.9, 8.6],
    "subject": "rose window", "domain": "art", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.2, "arousal": -0.2, "reach": 0.9 },
    "bindings": [
      { "input": "barCount", "signal": "bars" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.2 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
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

const float TURN = 6.2831853;

// four-lobed opening of radius r
float quatrefoil(vec2 p, float r) {
    p = abs(p);
    p = p.x > p.y ? p : p.yx;
    return length(p - vec2(r * 0.5, 0.0)) - r * 0.52;
}

// the rose at p (radius 1): (distance to the glass, distance to the lead, ring of the pane 0..4, number of the pane in its ring, + 0.5 for the inner piece)
vec4 rose(vec2 p) {
    float r = length(p), a = atan(p.x, p.y + (r < 1e-4 ? 1e-4 : 0.0)) / TURN + 0.5;
    float twelve = a * 12.0, n12 = floor(twelve), f12 = (twelve - n12 - 0.5) * TURN / 12.0;
    float m12 = floor(twelve + 0.5), g12 = (twelve - m12) * TURN / 12.0;
    float twentyFour = a * 24.0, n24 = floor(twentyFour), f24 = (twentyFour - n24 - 0.5) * TURN / 24.0;
    vec2 q = r * vec2(cos(f12), sin(f12)), h = r * vec2(cos(g12), sin(g12)), o = r * vec2(cos(f24), sin(f24));
    float six = (fract(a * 6.0) - 0.5) * TURN / 6.0;
    vec2 s = r * vec2(cos(six), sin(six));
    // openings
    float eye = min(length(s - vec2(0.085, 0.0)) - 0.047, r - 0.068);
    float petal = sdLimb(q, vec2(0.235, 0.0), vec2(0.455, 0.0), 0.026, 0.092);
    float medal = quatrefoil(h - vec2(0.652, 0.0), 0.118);
    float spandrel = length(q - vec2(0.640, 0.0)) - 0.048;
    float outer = quatrefoil(o - vec2(0.868, 0.0), 0.094);
    vec4 found = vec4(eye, 1.0, 0.0, floor(a * 6.0));
    found = petal < found.x ? vec4(petal, 1.0, 1.0, n12) : found;
    found = medal < found.x ? vec4(medal, 1.0, 2.0, mod(m12, 12.0)) : found;
    found = spandrel < found.x ? vec4(spandrel, 1.0, 3.0, n12) : found;
    found = outer < found.x ? vec4(outer, 1.0, 4.0, n24) : found;
    // lead inside the openings
    float petalLead = min(abs(q.y) + step(q.x, 0.34), min(abs(length(q - vec2(0.455, 0.0)) - 0.048), abs(r - 0.335)));
    float medalLead = min(abs(length(h - vec2(0.652, 0.0)) - 0.050), max(0.052 - length(h - vec2(0.652, 0.0)), min(abs(h.y), abs(h.x - 0.652))));
    float outerLead = abs(length(o - vec2(0.868, 0.0)) - 0.034);
    float eyeLead = min(abs(r - 0.036), abs(r - 0.078));
    bool inner = found.z < 0.5 ? r < 0.057 : found.z < 1.5 ? length(q - vec2(0.455, 0.0)) < 0.048 : found.z < 2.5 ? length(h - vec2(0.652, 0.0)) < 0.050 : length(o - vec2(0.868, 0.0)) < 0.034;
    found.w += inner ? 0.5 : 0.0;
    found.y = found.z < 0.5 ? eyeLead : found.z < 1.5 ? petalLead : found.z < 2.5 ? medalLead : found.z < 3.5 ? 0.05 : outerLead;
    return found;
}

// light that comes through the glass at p
vec3 glassLight(vec2 p, vec4 pane, vec3 deep, vec3 base, vec3 light, vec3 accent) {
    float ring = pane.z, number = floor(pane.w), r = length(p);
    // which side of a lead we are on decides the piece of glass
    float piece = (pane.w - number) * 2.0 + (ring > 0.5 && ring < 1.5 ? 2.0 * step(0.335, r) : 0.0);
    float chance = hash21(vec2(ring * 7.0 + piece * 3.0, mod(number, 6.0) + variety * 40.0));
    float scheme = floor(chapterGlide + 0.001) + floor(variety * 4.0), next = fract(chapterGlide);
    float pick = mod(number * (ring > 3.5 ? 0.5 : 1.0) - mod(number, 2.0) * (ring > 3.5 ? 0.5 : 0.0) + ring * 2.0 + piece + scheme, 4.0), later = mod(pick + 1.0, 4.0);
    vec3 jewel = pick < 0.5 ? deep : pick < 1.5 ? base : pick < 2.5 ? accent : light;
    vec3 then = later < 0.5 ? deep : later < 1.5 ? base : later < 2.5 ? accent : light;
    jewel = mix(jewel, then, next);
    jewel = ring > 2.5 && ring < 3.5 ? light : ring < 0.5 && r < 0.036 ? light : jewel;
    // how lit: rings by the bands, petals in turn round the bar, single panes on the beat
    float around = number / (ring > 3.5 ? 24.0 : ring < 0.5 ? 6.0 : 12.0);
    float turning = fract(barCount * 0.5 - around + 0.02 * ring);
    float sweep = exp(-turning * 3.0) * (0.5 + 0.7 * power);
    float band = ring < 0.5 ? low : ring < 1.5 ? low * 0.8 + 0.2 * middle : ring < 3.5 ? middle : high;
    float struck = step(0.80, hash21(vec2(number + ring * 31.0, floor(beatCount) + 0.5))) * (0.35 + 0.65 * pulse);
    float lit = 0.26 + 0.62 * band + 0.75 * sweep + 0.55 * struck * (0.3 + power);
    // wavy old glass, thicker at its edges; a cloud now and then dims the day outside
    float wavy = valueNoise(p * vec2(38.0, 30.0) + number * 3.7) * 0.55 + valueNoise(p * 9.0 + vec2(flow * 0.05, 0.0)) * 0.65;
    return jewel * lit * (0.30 + 0.55 * chance + 1.1 * wavy * wavy) * (0.80 + 0.35 * smoothstep(0.9, -0.2, length(p - vec2(0.25, 0.35))));
}

// a figure seen from behind, one unit high, feet at the origin; coat = 1 for a long coat
float someone(vec2 p, float coat) {
    vec2 q = vec2(abs(p.x), p.y);
    float legs = sdLimb(q, vec2(0.052, 0.04), vec2(0.058, 0.45), 0.034, 0.056);
    float body = sdLimb(p, vec2(0.0, mix(0.46, 0.30, coat)), vec2(0.0, 0.66), mix(0.125, 0.135, coat), 0.088);
    body = max(body, mix(0.40, 0.24, coat) - p.y);
    float shoulders = sdLimb(q, vec2(0.0, 0.70), vec2(0.088, 0.675), 0.060, 0.048), arms = sdLimb(q, vec2(0.110, 0.66), vec2(0.125, 0.42), 0.042, 0.026);
    float head = min(sdEllipse(p - vec2(0.008, 0.865), vec2(0.068, 0.084) * mix(1.2, 1.0, coat)), sdLimb(p, vec2(0.0, 0.72), vec2(0.004, 0.84), 0.044, 0.040));
    return min(smoothMin(smoothMin(min(legs, arms), body, 0.02), shoulders, 0.05), head);
}

void main() {
    vec3 shade = quickLinear(shadeColour.rgb);
    vec3 light = quickLinear(lightColour.rgb), base = quickLinear(baseColour.rgb), deep = quickLinear(deepColour.rgb), accent = quickLinear(accentColour.rgb);
    // jewels: the palette made deep and pure
    vec3 jewelDeep = saturation(deep / max(luma(deep), 0.02), 2.0) * 0.16, jewelBase = saturation(base / max(luma(base), 0.03), 1.9) * 0.22;
    vec3 jewelAccent = saturation(accent / max(luma(accent), 0.03), 1.8) * 0.30, jewelLight = mix(vec3(1.0, 0.72, 0.28), saturation(light, 1.9), 0.5) * 0.66;

    bool small = PASSINDEX == 0;
    vec2 uv = (gl_FragCoord.xy - 0.5 * RENDERSIZE) / min(RENDERSIZE.x, RENDERSIZE.y);
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    float breathe = 1.0 + 0.012 * sin(barCount * 0.785);
    vec2 centre = vec2(0.0, 0.125 + 0.25 * (tall - 0.5));
    float radius = 0.312 * breathe;
    bool sheet = PASSINDEX == 2;
    vec2 w = small ? (isf_FragNormCoord - 0.5) * 2.2 : sheet ? (isf_FragNormCoord - 0.5) * 2.0 : (uv - centre) / radius;
    float px = small ? 0.02 : sheet ? 2.0 / RENDERSIZE.x : pixel / radius;

    float r = length(w);
    float grit = fbm((sheet ? w * radius + centre : uv) * 26.0 + 5.0, 2);
    vec3 stone = mix(vec3(0.060, 0.056, 0.052), shade * 0.8, 0.35);
    vec3 average = (jewelDeep + jewelBase + jewelAccent + jewelLight * 0.6) * 0.30 * (0.4 + 0.5 * low + 0.3 * power);
    if (small || sheet) {
        vec4 pane = rose(w);
        vec3 glass = glassLight(w, pane, jewelDeep, jewelBase, jewelLight, jewelAccent);
        float isGlass = smoothstep(px, -px, pane.x);
        float lead = smoothstep(0.0065 + px, 0.0065 - px, pane.y);
        if (small) { gl_FragColor = vec4(sqrt(clamp(glass * isGlass * (1.0 - 0.6 * lead), 0.0, 1.0)), 1.0); return; }
        // tracery: bevelled bars of stone; their sides towards the glass glow, their faces are nearly black
        vec2 slope = vec2(dFdx(pane.x), dFdy(pane.x));
        slope /= max(length(slope), 1e-6);
        float bar = clamp(pane.x / 0.030, 0.0, 1.0);
        float bevel = 1.0 - bar;
        vec3 tracery = stone * (0.30 + 0.45 * grit) * (0.40 + 0.60 * bar) * (0.6 + average * 2.0) + stone * 1.1 * bevel * max(dot(slope, vec2(0.35, 0.75)), 0.0);
        tracery += glass * (0.22 * bevel * bevel) * (0.60 - 0.40 * slope.y);
        tracery *= 1.0 - 0.6 * smoothstep(0.012, 0.0, pane.x) * smoothstep(-0.2, 0.6, slope.y);
        // glass: recessed, so the top of each opening throws a shadow; lead is dark with a thin gleam
        vec3 paneLight = glass * 1.25 * (0.55 + 0.45 * smoothstep(0.0, -0.022, pane.x)) * (1.0 - 0.35 * smoothstep(-0.024, 0.0, pane.x) * max(slope.y, 0.0));
        paneLight *= 1.0 - 0.92 * lead;
        gl_FragColor = vec4(mix(tracery, paneLight, isGlass), isGlass);
        return;
    }

    // the west wall: courses of stone, worn
    float course = floor(uv.y * 15.0);
    vec2 block = vec2(uv.x * 7.0 + 0.5 * mod(course, 2.0), uv.y * 15.0);
    vec2 joint = abs(fract(block) - 0.5);
    float seam = smoothstep(0.46, 0.50, max(joint.y, (joint.x - 0.5) * 0.45 + 0.5));
    vec3 wall = stone * (0.40 + 0.85 * grit) * (0.85 + 0.3 * hash21(floor(block))) * (1.0 - 0.55 * seam);
    // the window's own glow on the wall round it
    float spill = 1.0 / (1.0 + 9.0 * max(r - 1.0, 0.0) * max(r - 1.0, 0.0));
    vec3 colour = wall * (0.09 + 0.14 * spill) + wall * average * 1.2 * spill;

    // mouldings round the rose, each ring catches the light on its inner shoulder
    float ringD = abs(r - 1.055);
    float mould = smoothstep(0.115 + px, 0.115 - px, ringD);
    float fluting = cos((r - 1.055) * 82.0);
    vec2 outward = w / max(r, 1e-3);
    vec3 mouldLight = stone * (0.30 + 0.6 * grit) * (0.35 + 0.35 * fluting) + stone * average * 3.0 * smoothstep(0.0, 1.0, -sin((r - 1.055) * 82.0)) + stone * 0.25 * max(-outward.y, 0.0) * (0.5 + 0.5 * fluting);
    colour = mix(colour, mouldLight, mould);

    // the rose: tracery and glass, worked out on a sheet of its own
    float isRose = smoothstep(0.975 + px, 0.975 - px, r);
    vec4 window = IMG_NORM_PIXEL(window1, clamp(w * 0.5 + 0.5, 0.0, 1.0));
    float isGlass = window.a;
    colour = mix(colour, window.rgb, isRose);

    // nave: piers at both sides, ribs of the vault that spring from them
    float aside = abs(uv.x), pierX = clamp(wide - 0.28, 0.36, 1.15);
    vec2 vaultAt = vec2(aside, uv.y - centre.y - 0.02);
    float arch = length(vaultAt - vec2(-0.10, 0.06)) - 0.10 - pierX;
    float opening = vaultAt.y > 0.06 ? arch : aside - pierX;
    float rolls = opening * 46.0;
    float roll = 0.5 + 0.5 * cos(rolls), facing = 0.5 - 0.5 * sin(rolls);
    float isPier = smoothstep(-pixel, pixel, opening);
    float pierGrit = 0.6 + 0.8 * grit;
    vec3 pier = stone * pierGrit * (0.05 + 0.10 * roll) + stone * average * (2.6 * facing * facing * exp(-max(opening, 0.0) * 9.0)) * (0.4 + 0.6 * smoothstep(-0.5, 0.2, uv.y));
    pier *= smoothstep(0.32, 0.0, opening) * 0.9 + 0.1;
    pier *= 0.4 + 0.6 * smoothstep(0.0, 0.012, opening);

    // floor: flags in perspective with the rose laid out on them in light
    float horizon = -0.262 - 0.20 * (tall - 0.5);
    float depth = 0.15 / max(horizon + 0.10 - uv.y, 0.012);
    vec2 flags = vec2(uv.x * depth * 2.4, depth * 3.2);
    vec2 flag = abs(fract(flags) - 0.5);
    float flagSeam = smoothstep(0.5 - 0.03 - fwidth(flags.y), 0.5, max(flag.x, flag.y)) * smoothstep(3.0, 0.6, depth);
    float checker = mod(floor(flags.x) + floor(flags.y), 2.0);
    float worn = valueNoise(flags * 3.0);
    vec3 flagStone = stone * (0.5 + 0.45 * checker + 0.5 * worn) * (1.0 - 0.6 * flagSeam);
    float side = variety < 0.5 ? -1.0 : 1.0;
    float lean = side * (0.10 + 0.05 * sin(chapterGlide * 1.9 + variety * 4.0));
    float patchY = horizon - 0.125;
    vec2 laid = vec2((uv.x - lean) / 0.36, (patchY - uv.y) / 0.105 * -1.0);
    laid.x += laid.y * 0.12 * side;
    vec3 cast1 = IMG_NORM_PIXEL(panes, clamp(laid / 2.2 + 0.5, 0.0, 1.0)).rgb;
    cast1 *= cast1 * smoothstep(1.15, 0.9, length(laid));
    float isFloor = smoothstep(pixel, -pixel, uv.y - horizon);
    vec3 floorLight = flagStone * (0.05 + 0.04 * average) + flagStone * cast1 * 26.0 + cast1 * 0.25 * (0.6 + worn * 0.8);
    // polished stone also mirrors the window, long and broken
    vec2 mirror = vec2((uv.x) / radius, (2.0 * horizon - uv.y - centre.y + 0.10) / radius * 0.62 - 0.2);
    mirror.x += (worn - 0.5) * 0.14;
    vec3 mirrored = IMG_NORM_PIXEL(panes, clamp(mirror / 2.2 + 0.5, 0.0, 1.0)).rgb;
    floorLight += mirrored * mirrored * 0.085 * (1.0 - flagSeam) * step(length(mirror), 1.08);
    colour = mix(colour, floorLight, isFloor);
    colour = mix(colour, pier, isPier);

    // shafts: the window's picture drawn out along the way from the glass to the floor
    vec3 shaft = vec3(0.0);
    int taps = PASSINDEX == 1 ? 28 : 0;
    for (int i = 0; i < taps; i++) {
        float t = (float(i) + 0.5) / 28.0;
        vec2 at = (uv - mix(centre, vec2(lean, patchY), t)) / mix(vec2(radius), vec2(0.36, 0.115), t * t);
        vec3 c = IMG_NORM_PIXEL(panes, clamp(at / 2.2 + 0.5, 0.0, 1.0)).rgb;
        shaft += c * c * (1.0 - 0.35 * t) * step(dot(at, at), 1.21) * smoothstep(0.0, 0.12, t);
    }
    // (gathered at a quarter of the size, as roots; here it is spread over the picture)
    if (PASSINDEX == 1) { gl_FragColor = vec4(sqrt(clamp(shaft / 15.0, 0.0, 1.0)), 1.0); return; }
    shaft = IMG_NORM_PIXEL(shafts, isf_FragNormCoord).rgb;
    shaft *= shaft * 4.6;
    float smoke = fbm(vec2(uv.x * 3.0 - uv.y * 1.2 * side + flow * 0.04, uv.y * 2.2 + flow * 0.07) + variety * 9.0, 2);
    float thick = (0.035 + 0.12 * power + 0.10 * strain) * (0.45 + 1.1 * smoke * smoke + 0.2 * pulse);
    colour += shaft * thick * (1.0 - 0.75 * isGlass * isRose);

    // dust that turns in the shafts
    float motes = 0.0;
    {
        float n = 1.0;
        vec2 at = uv * (11.0 + 8.0 * n) + vec2(sin(flow * 0.31 + n * 2.0 + uv.y * 3.0), -flow * (0.16 + 0.1 * n)) + n * 7.7;
        vec3 h = hash23(floor(at));
        vec2 d = fract(at) - 0.2 - 0.6 * h.xy;
        motes += step(0.45, h.z) * smoothstep(0.06 + 0.05 * h.x, 0.0, length(d)) * (0.4 + 0.6 * sin(flow * 1.3 + h.x * 40.0) * h.y);
    }
    colour += shaft * motes * (0.22 + 0.35 * high) * (1.0 - isGlass);

    // two stand in the light and look up
    vec2 stand = (uv - vec2(lean * 0.35 - side * 0.16, patchY + 0.016)) / 0.150;
    stand.x *= side;
    float sway = 0.012 * sin(barCount * 1.571);
    stand.x -= sway * stand.y;
    float person = min(someone(stand, 1.0), someone((stand - vec2(-0.27, 0.0)) / 0.62, 0.0) * 0.62);
    person = min(person, sdLimb(stand, vec2(-0.105, 0.40), vec2(-0.175, 0.36), 0.024, 0.020));
    float edge = pixel / 0.150;
    colour *= 1.0 - 0.55 * smoothstep(0.5, 0.0, length((stand - vec2(0.35, -0.03)) * vec2(0.8, 4.5)));
    vec3 personLight = stone * 0.05 + (shaft * 0.12 + average * 0.5) * smoothstep(0.028, 0.0, -person) * smoothstep(0.05, -0.12, stand.x) * smoothstep(0.1, 0.5, stand.y);
    colour = mix(colour, personLight, smoothstep(edge, -edge, person));

    colour *= 1.0 - 0.35 * smoothstep(0.25, 1.0, dot(uv, uv) / (0.25 + wide * wide));
    gl_FragColor = vec4(quickFinish(colour * 1.7, gl_FragCoord.xy, TIME, 0.8), 1.0);
}
