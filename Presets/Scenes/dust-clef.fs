/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Dust clef: grains of glowing dust, a hundred thousand and more in the full look, stream along the line of a treble clef on five strings. A light runs along the line in two bars, kicks puff dust off it, the strings swing with their bands, the dust on the floor leaps with the beat; a build-up draws the line tight and the drop bursts it over the dark, from where it gathers again.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator", "Audio Visualizer"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 64 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "draw1", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "knock", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "strainBefore", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "form", "WIDTH": 512, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "grains", "WIDTH": 512, "HEIGHT": 256, "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "dust" },
    { "TARGET": "near", "WIDTH": "$WIDTH/4", "HEIGHT": "$HEIGHT/4", "FLOAT": true },
    { "TARGET": "wide", "WIDTH": "$WIDTH/12", "HEIGHT": "$HEIGHT/12", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [39, 11.2, 6.8],
    "steps": 2,
    "points": { "target": "dust", "counts": [131072, 30000, 6500] },
    "subject": "treble clef", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.1, "arousal": 0.2, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "draw1", "signal": "downPulse" },
      { "input": "knock", "signal": "kick", "halfLifeSeconds": 0.10 },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.1 },
      { "input": "strainBefore", "signal": "tension", "halfLifeSeconds": 1.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// A texel of "grains" is one grain: its place (in lengths of the picture's shorter side, from the middle) and its speed. The
// vertex shader beside this file draws them. Of sixteen grains ten make the clef, three are mist that leaves it, three lie on the floor.
varying vec3 grain;                             // light, light of what is under way, light of the floor
#ifdef POINTS
const int GRAINS = POINTS;
#else
const int GRAINS = 16384;                       // a host that draws no particles
#endif

// the line of a treble clef; its height is about 1.9
const int BENDS = 27;
const vec2 CLEF[BENDS] = vec2[BENDS](vec2(0.04, -0.37), vec2(-0.09, -0.32), vec2(-0.11, -0.17), vec2(0.01, -0.06), vec2(0.17, -0.10), vec2(0.25, -0.27), vec2(0.17, -0.46),
    vec2(-0.02, -0.54), vec2(-0.23, -0.47), vec2(-0.34, -0.27), vec2(-0.30, -0.04), vec2(-0.15, 0.16), vec2(0.03, 0.35), vec2(0.15, 0.55), vec2(0.16, 0.76), vec2(0.09, 0.93),
    vec2(0.00, 0.94), vec2(-0.07, 0.79), vec2(-0.075, 0.55), vec2(-0.035, 0.20), vec2(0.03, -0.20), vec2(0.085, -0.55), vec2(0.09, -0.79), vec2(0.02, -0.95), vec2(-0.11, -0.97),
    vec2(-0.20, -0.87), vec2(-0.16, -0.80));

// a place of the clef at 0..1 along it, and how thick it is there: as a broad pen would have drawn it
vec3 clefAt(float along) {
    float at = min(along / 0.955, 0.9999) * float(BENDS - 1), f = fract(at);
    int i = int(at);
    vec2 a = CLEF[max(i - 1, 0)], b = CLEF[i], c = CLEF[i + 1], d = CLEF[min(i + 2, BENDS - 1)];
    vec2 p = b + 0.5 * f * (c - a + f * (2.0 * a - 5.0 * b + 4.0 * c - d + f * (3.0 * (b - c) + d - a)));
    float r = 0.030 + 0.042 * bump(at, 9.3, 3.6) + 0.026 * bump(at, 5.0, 2.6) + 0.026 * bump(at, 13.8, 2.4) - 0.008 * bump(at, 20.0, 4.0);
    return along > 0.955 ? vec3(-0.145, -0.83, 0.082) : vec3(p, r);
}

void main() {
    if (PASSINDEX == 0) { gl_FragColor = vec4(clefAt(isf_FragNormCoord.x), 1.0); return; }
    vec2 full = PASSINDEX == 1 ? vec2(textureSize(dust, 0)) : PASSINDEX == 3 ? RENDERSIZE * 4.0 : PASSINDEX == 4 ? RENDERSIZE * 12.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 span = full * pixel;
    float scale = 0.405 * (1.0 + 0.40 * (span.y - 1.0));
    vec2 middle1 = vec2(0.012 * swing(beatCount / 32.0), 0.052 + 0.04 * (span.y - 1.0));
    float ground = middle1.y - 1.0 * scale;
    float release = clamp((strainBefore - strain) * 2.2 - 0.15, 0.0, 1.0);   // the drop: tension has just gone

    if (PASSINDEX == 1) {
        ivec2 here = ivec2(gl_FragCoord.xy);
        int number = here.x + 512 * here.y;
        if (number >= GRAINS) { gl_FragColor = vec4(0.0); return; }
        vec4 me = texelFetch(grains, here, 0);
        vec2 p = me.xy, v = me.zw;
        int kind = number % 16;
        vec3 h = hash23(vec2(here) + 3.0), g = hash23(vec2(here) * 1.31 + 57.0);
        float seconds = clamp(TIMEDELTA, 0.0, 0.05);
        // its home on the line; the whole line streams slowly, and turns a little as if it stood in space
        float along = fract(h.x + flow * 0.011);
        vec3 line = texelFetch(form, ivec2(along * 511.9, 0), 0).xyz;
        vec2 aside = vec2(g.x + g.y - 1.0, h.y + h.z - 1.0);
        float turn1 = 0.30 * swing(beatCount / 32.0 + variety), thick = line.z * (1.05 + 0.25 * low - 0.40 * strain);
        vec2 onLine = line.xy + aside * thick * 1.4;
        onLine.x = onLine.x * (1.0 - 0.5 * turn1 * turn1) + (g.z - 0.5) * 2.0 * thick * turn1;
        vec2 home = middle1 + onLine * scale;
        vec3 n1 = valueNoiseD(p * 2.7 + vec2(flow * 0.11, -flow * 0.07) + variety * 17.0);
        vec2 curl = vec2(n1.z, -n1.y);
        float life = fract(g.z + flow * 0.045 * (0.6 + 0.8 * h.z)), speed = 7.0;
        bool fresh = me == vec4(0.0);
        if (kind >= 10 && kind < 13) {
            // mist: leaves the line, rises with the air and fades
            vec2 away = normalize(aside + 1e-3) * (0.10 + 0.25 * h.y) + vec2(0.10 * swing(flow * 0.03), 0.10);
            home = middle1 + (line.xy + aside * thick * 2.0) * scale + (away * life + curl * 0.10 * life) * (0.35 + 0.5 * power);
            fresh = fresh || life < 0.02;
            speed = 4.0;
        } else if (kind >= 13) {
            // the floor, in perspective: nearer grains lie lower and further apart
            float depth = g.x * g.x;
            home = vec2((h.x - 0.5) * (1.6 + 1.2 * depth) * span.x, ground + 0.02 - (0.03 + 0.5 * span.y + ground) * depth);
            float hop = max(knock * 1.4 - 0.15, 0.0) * (0.25 + 0.75 * h.y * h.y) * (0.3 + 0.7 * power);
            home.y += 0.14 * hop * exp2(-abs(home.x - middle1.x) * 2.2);
        }
        if (fresh) { gl_FragColor = vec4(home, 0.0, 1e-6); return; }
        vec2 back = home - p;
        float far = length(back);
        // home, never faster than the eye can follow; tighter on the downbeat and in a build-up
        // (a third of them hold on, so that the clef is never lost)
        float thrown = kind >= 13 ? 0.3 : kind % 3 == 0 ? 0.25 : 1.0, calm = 1.0 - release * thrown;
        vec2 wanted = back * min(speed * (0.8 + 0.4 * draw1 + 0.8 * strain), (0.55 + 0.5 * h.z) / max(far, 1e-4)) * calm * calm;
        wanted += curl * (0.030 + 0.12 * smoothstep(0.02, 0.3, far)) * (0.4 + power);
        // a kick puffs dust off the line
        vec2 off = (p - middle1) - line.xy * scale;
        float loose = g.y * g.y * g.y;
        if (kind < 13) wanted += (normalize(off + aside * 1e-3 + 1e-5) + curl * 0.3) * 0.75 * knock * power * loose * smoothstep(0.16, 0.0, length(off));
        // the drop: out over the dark, each at its own pace, in a great whirl
        vec2 from = p - middle1 + 0.02 * aside;
        vec2 burst = normalize(from + 1e-4) * (0.06 + 0.80 * h.y * h.y) + vec2(-from.y, from.x) * 0.9 + curl * 0.16;
        wanted += burst * release * (kind < 13 ? thrown : 0.15);
        v += (wanted - v) * min(seconds * mix(9.0, 14.0, max(release, knock)), 1.0);
        p += v * seconds;
        gl_FragColor = vec4(p, v + vec2(0.0, 1e-7));
        return;
    }
    if (PASSINDEX == 2) {
#ifdef POINTS
        vec2 d = gl_PointCoord * 2.0 - 1.0;
        float spark = max(1.0 - dot(d, d), 0.0);
        gl_FragColor = vec4(grain * spark, 1.0);
#else
        // without particles: a lattice of grains about the line
        vec2 uv = (isf_FragNormCoord - 0.5) * span, q = (uv - middle1) / scale;
        float nearest = 1e2;
        for (int i = 0; i < 96; i++) { vec3 line = texelFetch(form, ivec2(i * 5 + 2, 0), 0).xyz; nearest = min(nearest, length(q - line.xy) - line.z); }
        vec2 g = uv * 150.0;
        vec3 h = hash23(floor(g));
        gl_FragColor = vec4(vec3(1.0, 0.3 * h.y, 0.0) * smoothstep(0.35, 0.0, length(fract(g) - 0.3 - 0.4 * h.xy)) * step(h.z, smoothstep(0.05, -0.03, nearest)), 1.0);
#endif
        return;
    }
    if (PASSINDEX == 3) {
        vec2 t = 1.0 / full;
        vec3 sum = vec3(0.0);
        for (int i = 0; i < 4; i++) sum += IMG_NORM_PIXEL(dust, isf_FragNormCoord + (vec2(i % 2, i / 2) * 2.0 - 1.0) * t).rgb;
        gl_FragColor = vec4(sum * 0.25, 1.0);
        return;
    }
    if (PASSINDEX == 4) {
        vec2 t = 4.0 / full;
        vec3 sum = vec3(0.0);
        for (int i = 0; i < 25; i++) {
            vec2 o = vec2(i % 5, i / 5) - 2.0;
            sum += IMG_NORM_PIXEL(near, isf_FragNormCoord + o * 1.9 * t).rgb * exp2(-dot(o, o) * 0.35);
        }
        gl_FragColor = vec4(sum * 0.112, 1.0);
        return;
    }

    vec2 uv = (isf_FragNormCoord - 0.5) * span, p = uv - middle1;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 gold = mix(vec3(1.0, 0.62, 0.24), tintTo(vec3(0.62), light, 1.0), 0.45), ember = saturation(tintTo(vec3(0.34), accent, 1.0), 1.35);
    vec3 night = mix(vec3(0.005, 0.006, 0.012), tintTo(vec3(0.009), deep, 1.0), 0.65);
    // a hall of dark air, brighter about the figure, and the floor that it stands on
    vec3 colour = night * (1.2 - 0.8 * dot(p, p)) + tintTo(vec3(0.020), mix(base, deep, 0.4), 1.0) * exp2(-dot(p * vec2(0.9, 1.0), p) * 6.0) * (0.6 + 0.6 * low);
    float below = ground + 0.02 - uv.y, isFloor = smoothstep(0.0, 0.012, below);
    vec2 mirror = vec2(isf_FragNormCoord.x, isf_FragNormCoord.y + 2.0 * max(below, 0.0) / span.y);
    vec3 under = IMG_NORM_PIXEL(wide, mirror).rgb;
    colour = mix(colour, night * 0.9 + base * 0.004 + gold * under.r * 0.16 * exp2(-max(below, 0.0) * 7.0), isFloor);
    colour += gold * 0.030 * exp2(-dot(p.x, p.x) * 9.0 - abs(below) * 26.0) * (0.6 + 0.6 * pulse);
    // the staff: five strings, each swung by a band of its own
    float row = clamp(floor(p.y / (0.25 * scale) + 2.5), 0.0, 4.0), across = p.x / span.x + 0.5;
    float loud = IMG_NORM_PIXEL(spectrum, vec2(0.03 + 0.10 * row, 0.5)).r;
    float bow = 0.016 * loud * sin(3.14159 * clamp(across, 0.0, 1.0) * (2.0 + row)) * swing(beatCount * 2.0 + row * 0.3);
    float off = abs(p.y - (row - 2.0) * 0.25 * scale - bow), ends = smoothstep(0.5, 0.34, abs(across - 0.5));
    vec3 string1 = mix(base, gold, 0.5);
    colour += string1 * (smoothstep(0.0012 + pixel, 0.0, off) * 0.22 + 0.00013 / (off + 0.004)) * (0.40 + 1.5 * loud) * ends;
    // the dust and the light that it throws into the air
    vec3 soft = IMG_NORM_PIXEL(near, isf_FragNormCoord).rgb, air = IMG_NORM_PIXEL(wide, isf_FragNormCoord).rgb, grains1 = IMG_NORM_PIXEL(dust, isf_FragNormCoord).rgb;
    vec3 lit = mix(gold, mix(ember, gold, 0.15), clamp(air.g / max(air.r, 0.01), 0.0, 1.0));
    colour += lit * (soft.r * 0.26 + air.r * 0.42) * (0.75 + 0.35 * pulse + 0.3 * strain);
    vec3 hot = mix(gold, mix(ember, vec3(0.8), 0.15), clamp(grains1.g / max(grains1.r, 1e-3), 0.0, 1.0));
    // a light that runs along the line in two bars
    float run = fract(barCount * 0.5);
    vec2 toRun = p / scale - texelFetch(form, ivec2(min(run * 1.06, 1.0) * 511.0, 0), 0).xy;
    float lamp = exp2(-dot(toRun, toRun) * 26.0) * smoothstep(0.0, 0.06, run) * smoothstep(1.0, 0.92, run);
    colour += mix(gold, vec3(1.0), 0.4) * lamp * (grains1.r * 1.3 + soft.r * 0.5 + 0.03);
    colour += hot * grains1.r * (1.05 + 0.25 * pulse + 0.35 * strain + 0.8 * release) + mix(base, gold, 0.6) * grains1.b * 0.55;
    colour *= 1.0 - 0.36 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.10) * 1.7, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
