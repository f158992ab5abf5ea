/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Dust clef: a hundred thousand grains of glowing dust (on a big picture) gather into a treble clef, stream along its line, and become a pair of notes every four bars. The rest lies as sand on the floor and leaps with every kick, as on a drum. The downbeat draws the figure together, a build-up packs it tight and the drop throws it all over the dark; the staff behind swings with the bands.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator", "Audio Visualizer"],
  "INPUTS": [
    { "NAME": "spectrum", "TYPE": "audioFFT", "MAX": 64 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "draw1", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "knock", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "strainBefore", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "PASSES": [
    { "TARGET": "form", "WIDTH": 256, "HEIGHT": 1, "FLOAT": true },
    { "TARGET": "grains", "WIDTH": "floor(min(max($WIDTH*8/15,$WIDTH*0.9-600),1400))", "HEIGHT": "floor($HEIGHT*min(max(8/15,0.9-600/$WIDTH),1400/$WIDTH))", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "grains", "WIDTH": "floor(min(max($WIDTH*8/15,$WIDTH*0.9-600),1400))", "HEIGHT": "floor($HEIGHT*min(max(8/15,0.9-600/$WIDTH),1400/$WIDTH))", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "grains", "WIDTH": "floor(min(max($WIDTH*8/15,$WIDTH*0.9-600),1400))", "HEIGHT": "floor($HEIGHT*min(max(8/15,0.9-600/$WIDTH),1400/$WIDTH))", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "grains", "WIDTH": "floor(min(max($WIDTH*8/15,$WIDTH*0.9-600),1400))", "HEIGHT": "floor($HEIGHT*min(max(8/15,0.9-600/$WIDTH),1400/$WIDTH))", "FLOAT": true, "PERSISTENT": true },
    { "TARGET": "glow1", "WIDTH": "floor(min($WIDTH*2/15,256))", "HEIGHT": "floor($HEIGHT*min(2/15,256/$WIDTH))", "FLOAT": true },
    { "TARGET": "glow2", "WIDTH": "floor(min($WIDTH*2/15,256))", "HEIGHT": "floor($HEIGHT*min(2/15,256/$WIDTH))", "FLOAT": true },
    {}
  ],
  "KINORA": {
    "cost": [11.6, 11.4, 7.8],
    "steps": 2,
    "subject": "treble clef", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease", "shape"],
    "mood": { "valence": 0.1, "arousal": 0.2, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "draw1", "signal": "downPulse" },
      { "input": "knock", "signal": "kick", "halfLifeSeconds": 0.10 },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.1 },
      { "input": "strainBefore", "signal": "tension", "halfLifeSeconds": 1.2 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// Particles without a vertex: a cell of the lattice holds one grain or none. A texel is (place in the cell, packed; speed in
// picture heights a second; 0 never used, 0.1 empty, 0.5 to 1 the grain's own number). Grains change cells by the same rule
// looked at from both sides, so that none is ever lost: into an empty cell only, and of several the one with the greatest number.
const float FILL = 0.145;                       // part of the cells that hold a grain
const float SETTLED = 0.30;                     // part of the grains that make the figure; the others are sand

// the line of a treble clef; its height is about 1.9
const int BENDS = 27;
const vec2 CLEF[BENDS] = vec2[BENDS](vec2(0.04, -0.37), vec2(-0.09, -0.32), vec2(-0.11, -0.17), vec2(0.01, -0.06), vec2(0.17, -0.10), vec2(0.25, -0.27), vec2(0.17, -0.46),
    vec2(-0.02, -0.54), vec2(-0.23, -0.47), vec2(-0.34, -0.27), vec2(-0.30, -0.04), vec2(-0.15, 0.16), vec2(0.03, 0.35), vec2(0.15, 0.55), vec2(0.16, 0.76), vec2(0.09, 0.93),
    vec2(0.00, 0.94), vec2(-0.07, 0.79), vec2(-0.075, 0.55), vec2(-0.035, 0.20), vec2(0.03, -0.20), vec2(0.085, -0.55), vec2(0.09, -0.79), vec2(0.02, -0.95), vec2(-0.11, -0.97),
    vec2(-0.20, -0.87), vec2(-0.16, -0.80));

// a place of the figure at 0..1 along it, and how thick it is there
vec3 formAt(float along, float notes) {
    if (notes < 0.5) {
        // a curve through the bends; the last part is the ball at its end
        float at = min(along / 0.95, 0.9999) * float(BENDS - 1), f = fract(at);
        int i = int(at);
        vec2 a = CLEF[max(i - 1, 0)], b = CLEF[i], c = CLEF[i + 1], d = CLEF[min(i + 2, BENDS - 1)];
        vec2 p = b + 0.5 * f * (c - a + f * (2.0 * a - 5.0 * b + 4.0 * c - d + f * (3.0 * (b - c) + d - a)));
        float r = mix(0.040, 0.058, bump(at, 9.0, 3.5)) - 0.016 * bump(at, 20.0, 4.0);
        return along > 0.95 ? vec3(-0.150, -0.835, 0.085) : vec3(p, r);
    }
    // two heads, the beam, the stems: in an order that brings every grain from one figure to the other by a short way
    float part = along < 0.48 ? fract(along / 0.24) : along < 0.74 ? (along - 0.48) / 0.26 : fract((along - 0.74) / 0.13);
    return along < 0.24 ? vec3(vec2(0.38, -0.46) + vec2(0.13, 0.055) * (part - 0.5), 0.150) : along < 0.48 ? vec3(vec2(-0.42, -0.60) + vec2(0.13, 0.055) * (part - 0.5), 0.150)
        : along < 0.74 ? vec3(mix(vec2(-0.235, 0.66), vec2(0.565, 0.80), part), 0.075) : along < 0.87 ? vec3(mix(vec2(0.565, 0.84), vec2(0.565, -0.41), part), 0.026) : vec3(mix(vec2(-0.235, -0.55), vec2(-0.235, 0.70), part), 0.026);
}

vec2 unpack(float packed1) { float x = floor(packed1 / 4096.0); return vec2(x, packed1 - x * 4096.0) / 4095.0; }
float pack(vec2 inCell) { vec2 q = floor(clamp(inCell, 0.0, 1.0) * 4095.0); return q.x * 4096.0 + q.y; }
bool isGrain(vec4 cell) { return cell.w > 0.45; }
vec4 cellAt(ivec2 at) { return texelFetch(grains, clamp(at, ivec2(0), textureSize(grains, 0) - 1), 0); }
// where a grain goes in one step, in cells
vec2 goes(ivec2 from, vec4 cell, vec2 stride) { vec2 v = cell.yz * stride; return vec2(from) + unpack(cell.x) + v * min(1.0, 0.95 / max(length(v), 1e-5)); }

void main() {
    if (PASSINDEX == 0) {
        gl_FragColor = vec4(formAt(isf_FragNormCoord.x, mod(floor(chapterGlide + 0.5), 2.0)), 1.0);
        return;
    }
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec2 cells = vec2(textureSize(grains, 0));
    vec2 span = cells / min(cells.x, cells.y);                       // the picture in units of its shorter side
    float scale = 0.430 * min(1.0, span.x / 1.05), seconds = clamp(TIMEDELTA, 0.0, 0.07);
    vec2 middle = vec2(0.02 * swing(beatCount / 32.0), 0.02 + 0.03 * (span.y - 1.0));
    float release = clamp((strainBefore - strain) * 2.2 - 0.15, 0.0, 1.0);   // the drop: tension has just gone

    if (PASSINDEX == 1) {
        // forces
        vec4 me = cellAt(here);
        if (me.w < 0.05) {
            vec3 h = hash23(vec2(here) + variety * 61.0);
            me = vec4(pack(h.xy), 0.0, 0.0, h.z < FILL ? 0.5 + 0.5 * fract(h.z * 91.7) : 0.1);
        }
        vec2 crowd = vec2(0.0);
        for (int i = 0; i < 9; i++) {
            ivec2 o = ivec2(i % 3, i / 3) - 1;
            crowd += isGrain(cellAt(here + o)) ? vec2(o) : vec2(0.0);
        }
        float number = me.w * 2.0 - 1.0, own = fract(number * 37.3);
        vec2 p = ((vec2(here) + unpack(me.x)) / cells - 0.5) * span - middle;
        // its own place in the figure, which wanders slowly along the line
        float sand = step(SETTLED, own), along = fract(own / SETTLED + flow * 0.010), tight = 0.45 + 0.55 * draw1 + 0.6 * strain;
        vec3 line = texelFetch(form, ivec2(int(along * 256.0), 0), 0).xyz;
        vec2 aside = 2.0 * hash12(number * 713.0) - 1.0;
        vec2 home = (line.xy + aside * inversesqrt(1.0 + dot(aside, aside)) * line.z * (1.0 + 0.35 * low - 0.25 * strain)) * scale;
        vec2 back = home - p, off = p - line.xy * scale;
        float far = length(back);
        vec3 n1 = valueNoiseD(p * 3.1 + vec2(flow * 0.10, -flow * 0.07) + variety * 17.0), n2 = valueNoiseD(p * 9.3 - vec2(flow * 0.13, flow * 0.11) + own * 3.0);
        vec2 curl1 = vec2(n1.z, -n1.y), curl2 = vec2(n2.z, -n2.y);
        // home; the kick shakes it loose, the drop throws it away
        vec2 wanted = back / max(far, 1e-4) * min(far * 7.0, 0.80) * tight * (1.0 - release);
        wanted += (curl1 * 0.030 + curl2 * 0.016) * (0.3 + power) * (0.4 + smoothstep(0.0, 0.2, far));
        wanted += (normalize(off + 1e-4) + curl2 * 0.6) * 0.17 * knock * power * (0.15 + own / SETTLED) * smoothstep(0.25, 0.0, far);
        wanted += normalize(p + curl2 * 0.3 + 1e-4) * 0.66 * release * (0.3 + own / SETTLED);
        // the sand: it falls, and leaps with the kick; a wind of the music drives it to and fro
        float high1 = p.y + middle.y + 0.5 * span.y;
        vec2 falls = vec2(0.10 * swing(beatCount * 0.125 + 0.5 * p.x) * (0.4 + power) + curl1.x * 0.05, -0.34) + vec2(curl2.x * 0.5, 1.25 * (0.35 + 0.65 * fract(own * 61.7))) * knock * (0.35 + 0.65 * power) * smoothstep(0.30, 0.02, high1);
        falls += vec2(curl2.x * 0.6, 0.9 * fract(own * 61.7)) * release;
        wanted = mix(wanted, falls, sand) - crowd * 0.006;
        me.yz += (wanted - me.yz) * min(seconds * mix(mix(5.0, 3.0, sand), 11.0, max(release, knock)), 1.0);
        gl_FragColor = isGrain(me) ? me : vec4(0.0, 0.0, 0.0, 0.1);
        return;
    }
    if (PASSINDEX > 1 && PASSINDEX < 5) {
        // a third of the way each (a half in the cheapest look)
        vec4 me = cellAt(here);
        const float LEGS = QUALITY > 0 ? 3.0 : 2.0;
        if (QUALITY < 1 && PASSINDEX == 4) { gl_FragColor = me; return; }
        vec2 stride = vec2(min(cells.x, cells.y) * seconds / LEGS);
        bool full1 = isGrain(me);
        vec2 next = goes(here, me, stride);
        ivec2 to = full1 ? ivec2(floor(next)) : here;
        bool inside = all(greaterThanEqual(to, ivec2(0))) && all(lessThan(to, ivec2(cells)));
        // who else wants that cell
        vec4 first = vec4(0.0);
        ivec2 from = to;
        vec4 there = vec4(0.0);
        for (int i = 0; i < 9; i++) {
            ivec2 n = to + ivec2(i % 3, i / 3) - 1;
            vec4 cell = texelFetch(grains, clamp(n, ivec2(0), ivec2(cells) - 1), 0);
            bool is = isGrain(cell) && all(greaterThanEqual(n, ivec2(0))) && all(lessThan(n, ivec2(cells)));
            there = is && n == to ? cell : there;
            bool wants = is && n != to && ivec2(floor(goes(n, cell, stride))) == to && cell.w > first.w;
            first = wants ? cell : first;
            from = wants ? n : from;
        }
        vec4 moved = vec4(pack(goes(from, first, stride) - vec2(to)), first.yzw), stays = vec4(pack(next - vec2(here)), me.yzw), empty = vec4(0.0, 0.0, 0.0, 0.1);
        // two that meet change places, and so does one that is under way with one that rests; who finds no room turns aside
        bool taken = isGrain(there), meet = taken && to != here && ivec2(floor(goes(to, there, stride))) == here, leaves = inside && !taken && from == here;
        bool hurries = dot(first.yz, first.yz) > 0.0025, rests = ivec2(floor(goes(to, there, stride))) == to, yields = full1 && to == here && first.w > 0.45 && hurries, passes = taken && to != here && rests && from == here && hurries;
        vec4 met = vec4(pack(goes(to, there, stride) - vec2(here)), there.yzw);
        float turnBy = 2.6 * (hash21(vec2(me.w * 811.0, float(FRAMEINDEX % 977) + float(PASSINDEX) * 0.37)) - 0.5);
        vec4 blocked = vec4(me.x, inside ? rotation(turnBy) * me.yz * 0.85 : -0.5 * me.yz, me.w);
        gl_FragColor = full1 ? (yields ? moved : to == here ? stays : meet || passes ? met : leaves ? empty : blocked) : (first.w > 0.45 ? moved : empty);
        return;
    }
    if (PASSINDEX == 5) {
        // how many grains there are in four by four cells, and how fast
        vec2 sum = vec2(0.0);
        ivec2 corner = ivec2(floor(isf_FragNormCoord * cells / 4.0)) * 4;
        for (int i = 0; i < 16; i++) {
            vec4 cell = cellAt(corner + ivec2(i % 4, i / 4));
            sum += isGrain(cell) ? vec2(1.0, length(cell.yz)) * (fract((cell.w * 2.0 - 1.0) * 37.3) < SETTLED ? 1.25 : 0.22) : vec2(0.0);
        }
        gl_FragColor = vec4(sum / 16.0, 0.0, 1.0);
        return;
    }
    if (PASSINDEX == 6) {
        vec2 t = 1.0 / vec2(textureSize(glow1, 0)), sum = vec2(0.0);
        for (int i = 0; i < 9; i++) sum += IMG_NORM_PIXEL(glow1, isf_FragNormCoord + (vec2(i % 3, i / 3) - 1.0) * 2.6 * t).xy * (i == 4 ? 0.24 : 0.095);
        gl_FragColor = vec4(sum, 0.0, 1.0);
        return;
    }

    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel, p = uv - middle;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 gold = mix(vec3(1.0, 0.66, 0.28), tintTo(vec3(0.66), light, 1.0), 0.45), ember = saturation(tintTo(vec3(0.30), accent, 1.0), 1.35), night = mix(vec3(0.006, 0.007, 0.014), tintTo(vec3(0.009), deep, 1.0), 0.6);
    // the dark, and the light that the dust throws into it
    vec2 near = IMG_NORM_PIXEL(glow1, isf_FragNormCoord).xy, wideGlow = IMG_NORM_PIXEL(glow2, isf_FragNormCoord).xy;
    vec3 colour = night * (1.5 - 1.2 * dot(p, p)) + tintTo(vec3(0.020), base, 1.0) * exp2(-dot(p, p) * 7.0) * (0.5 + low);
    colour += mix(gold, ember, clamp(wideGlow.y / max(wideGlow.x, 0.02) * 3.0, 0.0, 0.8)) * (wideGlow.x * wideGlow.x * 0.55 + near.x * near.x * 0.16) * (0.75 + 0.35 * pulse);
    // the staff: five strings, each swung by a band of its own
    float row = clamp(floor(p.y / (0.25 * scale) + 2.5), 0.0, 4.0), across = p.x / span.x + 0.5;
    float loud = IMG_NORM_PIXEL(spectrum, vec2(0.03 + 0.10 * row, 0.5)).r;
    float bow = 0.020 * loud * sin(3.14159 * clamp(across, 0.0, 1.0) * (2.0 + row)) * swing(beatCount * 2.0 + row * 0.3);
    float off = abs(p.y - (row - 2.0) * 0.25 * scale - bow), ends = smoothstep(0.5, 0.36, abs(across - 0.5));
    colour += mix(base, gold, 0.4) * (smoothstep(0.0014 + pixel, 0.0, off) * 0.10 + 0.00010 / (off + 0.004)) * (0.35 + 1.6 * loud) * ends;
    // the grains
    vec2 x = isf_FragNormCoord * cells;
#if QUALITY > 0
    ivec2 corner = ivec2(floor(x)) - 1;
    const int WINDOW = 3;
#else
    ivec2 corner = ivec2(floor(x - 0.5));
    const int WINDOW = 2;
#endif
    vec2 shine = vec2(0.0);
    for (int i = 0; i < 9; i++) {
        if (i >= WINDOW * WINDOW) break;
        ivec2 n = corner + ivec2(i % WINDOW, i / WINDOW);
        vec4 cell = cellAt(n);
        float number = cell.w * 2.0 - 1.0, speed = length(cell.yz);
        vec2 d = x - vec2(n) - unpack(cell.x), way = cell.yz / max(speed, 1e-4);
        // fast ones are drawn out along their way
        d -= way * clamp(dot(d, way), -1.0, 1.0) * min(speed * 2.2, 0.55);
        float r2 = dot(d, d) / (0.26 + 0.34 * number), spark = max(1.0 - r2, 0.0);
        float sand = step(SETTLED, fract(number * 37.3));
        float wink = (1.15 - 0.88 * sand) * (0.55 + 0.45 * fract(number * 53.1) + 1.3 * high * step(0.88, fract(number * 17.7 + floor(beatCount * 2.0) * 0.381)));
        shine += isGrain(cell) ? vec2(wink, wink * min(speed * 3.2, 1.0)) * spark * spark : vec2(0.0);
    }
    float hot = clamp(shine.y / max(shine.x, 1e-3), 0.0, 1.0);
    colour += mix(gold, mix(ember, vec3(0.9), 0.25), hot) * shine.x * (0.50 + 0.30 * pulse + 0.35 * strain);
    colour *= 1.0 - 0.36 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.6, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
