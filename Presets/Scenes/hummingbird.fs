/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Hummingbird: a ruby-throated hummingbird hovers at trumpet flowers in a morning garden. She darts to the next flower every two bars, sips with the bars, her tail flicks and her throat flashes on the beat; bass sways the vine, treble sparkles in the dew, energy quickens her wings; now and then a rival shoots past.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
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
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.06, 0.20, 0.20, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.30, 0.58, 0.35, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [1.00, 0.92, 0.68, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.30, 0.30, 1.0] }
  ],
  "PASSES": [ { "TARGET": "garden", "WIDTH": "$WIDTH/4", "HEIGHT": "$HEIGHT/4", "FLOAT": true },
    { "TARGET": "hen", "WIDTH": "floor(min($WIDTH,$HEIGHT)*0.74)", "HEIGHT": "floor(min($WIDTH,$HEIGHT)*0.71)", "FLOAT": true },
    { "TARGET": "vine", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true }, {} ],
  "KINORA": {
    "cost": [15.8, 15.8, 10.8],
    "steps": 2,
    "subject": "hummingbird", "domain": "animals", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.6, "arousal": 0.4, "reach": 1.0 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
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

// Lengths of the bird are in body lengths, bill to tail without the bill; she faces right.

// where flower k holds its mouth
vec2 mouthAt(float k, float wide) {
    float i = mod(k, 3.0), sway = (0.010 + 0.016 * low) * swing(barCount * 0.25 + 0.2 * i) + 0.004 * swing(beatCount * 0.5 + 0.3 * i);
    vec2 at = i < 0.5 ? vec2(0.235, 0.205) : i < 1.5 ? vec2(0.300, 0.005) : vec2(0.200, -0.190);
    return vec2(at.x * min(1.0, 0.35 + 0.5 * wide) + sway, at.y + 0.3 * sway);
}

// a wing from its root at an angle: (distance, 0..1 along, across)
vec3 wingShape(vec2 p, float angle, float long1) {
    vec2 q = rotation(-angle) * p;
    float u = q.x / long1, v = q.y / long1 + 0.10 * u * u;
    float lead = 0.055 + 0.045 * u * (1.2 - u), trail = 0.15 * sqrt(max(1.0 - u, 0.0)) * (0.75 + 0.7 * u);
    float d = v > 0.0 ? v - lead * sqrt(max(1.0 - u * u * u, 0.0)) : -v - trail * (1.0 + 0.10 * abs(fract(u * 9.0) - 0.5));
    return vec3(max(d, max(u - 1.0, -u - 0.05)) * long1, u, v);
}

const vec2 HEN_LOW = vec2(-0.75, -0.55), HEN_SIZE = vec2(1.60, 1.55);

// one bird: light times cover, cover; p in body lengths
vec4 bird(vec2 p, float px, float beats, float stretch, vec3 sunLight, vec3 sky, vec3 ruby) {
    vec4 sum = vec4(0.0);
    vec2 root = vec2(0.075, 0.135);
    float fast = swing(beats * 4.0), lag = swing(beats * 4.0 - 0.12);
    // far wing, then tail, body, near wing; the stroke runs level, fore and back, and the wing turns over at each end
    float farAngle = 1.45 - 0.75 * fast;
    vec3 farWing = wingShape((p - root - vec2(0.03, 0.02)) * vec2(1.15, 1.0), farAngle, 0.70);
    float a = atan(p.y - root.y, p.x - root.x), r = length(p - root);
    float spread = smoothstep(0.55, 0.75, a) * smoothstep(2.90, 2.70, a), ends = 0.55 + 0.45 * abs((a - 1.72) / 1.1);
    float feather = 0.72 + 0.28 * valueNoise1(a * 23.0 + 3.0);
    float blur1 = spread * ends * feather * smoothstep(0.76, 0.58, r + 0.03 * feather) * smoothstep(0.03, 0.22, r);
    vec3 airy = mix(sky, sunLight, 0.45) * 0.55 + 0.02;
    lay(sum, airy * 0.75, blur1 * 0.42);
    lay(sum, mix(vec3(0.03, 0.035, 0.04), airy, 0.35) * (0.6 + 0.5 * abs(fract(farWing.y * 9.0) - 0.5)), smoothstep(0.022, -0.022, farWing.x) * 0.62);
    // tail: five feathers that flick and fan
    vec2 hip = vec2(-0.175, -0.165);
    float flick = -2.30 + 0.16 * swing(beats * 0.5) - 0.10 * pulse + 0.30 * stretch, fan = 0.17 + 0.12 * pulse - 0.08 * stretch;
    float tail = 9.0, rib = 0.0;
    for (int k = 0; k < 5; k++) {
        float n = float(k) - 2.0, angle = flick + n * fan * 0.55;
        vec2 q = p - hip;
        vec2 way = vec2(cos(angle), sin(angle));
        float u = dot(q, way) / (0.34 - 0.014 * abs(n)), v = way.x * q.y - way.y * q.x;
        float d = max(abs(v) - 0.043 * sqrt(clamp((1.03 - u) * 5.0, 0.0, 1.0)) * (0.5 + 0.6 * u), max(u - 1.03, -u - 0.1) * 0.34);
        rib = d < tail ? 0.45 + 0.4 * smoothstep(0.012, 0.0, abs(v)) + 0.08 * n : rib;
        tail = min(tail, d);
    }
    vec3 green = mix(vec3(0.020, 0.120, 0.060), vec3(0.010, 0.085, 0.105), 0.5 + 0.5 * swing(p.x * 1.1 - p.y * 0.8 + 0.2 * pulse));
    lay(sum, mix(vec3(0.014, 0.018, 0.022), green * 0.7, 0.4) * (0.6 + 1.4 * rib) + sunLight * 0.03 * rib, clamp(0.5 - tail / px, 0.0, 1.0));
    // body and head
    vec2 head = vec2(0.235, 0.262);
    float trunk = sdLimb(p, vec2(-0.165, -0.165), vec2(0.095, 0.100), 0.072, 0.150);
    trunk = smoothMin(trunk, length((p - head) * vec2(0.94, 1.05)) - 0.112, 0.085);
    vec2 b = p - head - vec2(0.085, 0.000);
    float bill = max(abs(b.y - 0.014 + 0.05 * (b.x - 0.2) * (b.x - 0.2)) - 0.0155 * (1.0 - 0.72 * clamp(b.x / 0.44, 0.0, 1.0)), max(b.x - 0.445, -b.x));
    lay(sum, vec3(0.010, 0.009, 0.010) + sunLight * 0.10 * smoothstep(0.010, 0.016, b.y + 0.05 * (b.x - 0.2) * (b.x - 0.2)), clamp(0.5 - bill / px, 0.0, 1.0));
    float across = dot(p - vec2(-0.02, -0.02), vec2(0.715, -0.699));           // to the breast
    float scales = 0.0;
    vec2 s = rotation(-0.77) * p * vec2(50.0, 38.0);
    s += 0.5 * valueNoise(p * 16.0);
    s.x += mod(floor(s.y), 2.0) * 0.5;
    vec2 c = fract(s) - vec2(0.5, 0.2);
    float down1 = valueNoise(rotation(0.8) * p * vec2(40.0, 110.0));
    scales = 0.25 + 0.50 * smoothstep(0.75, 0.20, length(c)) + 0.35 * (down1 - 0.35);
    float back = clamp(1.0 + trunk / 0.11, 0.0, 1.0);
    float light1 = clamp(0.42 - 0.50 * across / 0.15 + 0.30 * (p.y - 0.1) + 0.10, 0.0, 1.0);
    vec3 coat = green * (0.55 + 1.5 * light1) * (0.45 + 0.8 * scales) + sunLight * vec3(0.10, 0.30, 0.12) * scales * light1 * light1 * 0.9;
    coat += sunLight * vec3(0.22, 0.26, 0.05) * smoothstep(0.55, 1.0, light1) * scales * (0.4 + 0.5 * sparkle);
    vec3 breast = (vec3(0.42, 0.42, 0.40) * (0.55 + 0.35 * scales) + green * 0.3 * smoothstep(0.3, 0.0, back)) * (sky * 0.7 + 0.35) + sunLight * 0.10 * (1.0 - back);
    vec3 plumage = mix(coat, breast, smoothstep(0.005, 0.050, across + 0.012 * (scales - 0.5)) * smoothstep(0.30, 0.20, p.y + 0.3 * (p.x - 0.2)));
    // the throat burns when it turns to the light
    float throat = smoothstep(0.012, -0.012, p.y - 0.235 - 0.10 * (p.x - 0.2)) * smoothstep(0.085, 0.115, p.y + 0.55 * (p.x - 0.16)) * smoothstep(0.075, 0.11, p.x + 0.25 * (p.y - 0.15));
    float flare = 0.30 + 0.95 * pulse * (0.4 + 0.6 * power) + 0.25 * swing(p.x * 4.0 + p.y * 2.0 + beats * 0.25);
    plumage = mix(plumage, ruby * (0.25 + 1.3 * flare * scales) + vec3(0.9, 0.35, 0.10) * flare * scales * scales * 0.35, throat);
    plumage += sunLight * 0.42 * smoothstep(0.030, 0.0, -trunk) * smoothstep(0.02, -0.12, across) * (0.4 + 0.6 * scales);
    plumage += sky * 0.10 * smoothstep(0.035, 0.0, -trunk);
    vec2 e = p - head - vec2(0.030, 0.016);
    plumage = mix(plumage, vec3(0.62), smoothstep(0.010, 0.004, length(e + vec2(0.028, -0.004)) - 0.004));
    plumage = mix(plumage, vec3(0.004), smoothstep(px * 0.5, -px * 0.5, length(e) - 0.0185));
    plumage += vec3(0.9) * smoothstep(0.0065, 0.003, length(e - vec2(0.005, 0.007)));
    lay(sum, plumage, clamp(0.5 - trunk / px, 0.0, 1.0));
    // feet tucked in
    float feet = sdLimb(p, vec2(-0.005, -0.130), vec2(0.030, -0.165), 0.013, 0.008);
    lay(sum, vec3(0.02, 0.018, 0.018), clamp(0.5 - feet / px, 0.0, 1.0));
    // near wing
    float nearAngle = 1.75 + 0.98 * fast;
    vec3 nearWing = wingShape(p - root, nearAngle + 0.10 * lag, 0.74);
    float vane = smoothstep(0.40, 0.50, abs(fract(nearWing.y * 8.0 - nearWing.z * 7.0) - 0.5) ) ;
    vec3 quill = mix(vec3(0.030, 0.032, 0.038), airy * 0.8, 0.16 + 0.34 * smoothstep(0.3, 1.0, nearWing.y)) * (1.0 - 0.45 * vane) + sunLight * 0.12 * smoothstep(-0.05, 0.03, nearWing.z);
    quill = mix(quill, coat * 0.9, smoothstep(0.24, 0.08, nearWing.y));
    lay(sum, airy * 0.9, blur1 * 0.34);
    lay(sum, quill, smoothstep(0.014, -0.014, nearWing.x) * (0.94 - 0.26 * smoothstep(0.4, 1.0, nearWing.y)));
    return sum;
}

void main() {
#if QUALITY > 0
    if (PASSINDEX == 2) { gl_FragColor = vec4(0.0); return; }   // only the cheaper looks use it
#endif
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 4.0 : PASSINDEX == 2 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y), wide = full.x * pixel, tall = full.y * pixel;
    float side = variety < 0.5 ? 1.0 : -1.0, clock = flow * 0.5 + TIME * 0.1;
    vec2 uv = (isf_FragNormCoord - 0.5) * vec2(wide, tall);
    vec2 p = vec2(uv.x * side, uv.y);
    pixel *= PASSINDEX == 2 ? 2.0 : 1.0;
    vec3 deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 sunLight = mix(vec3(1.0, 0.86, 0.58), tintTo(vec3(0.84), light, 1.0), 0.30) * (1.0 - 0.3 * strain);
    vec3 leaf = mix(vec3(0.045, 0.150, 0.048), tintTo(vec3(0.11), base, 1.0), 0.25), shade = mix(vec3(0.006, 0.030, 0.030), tintTo(vec3(0.022), deep, 1.0), 0.25);
    vec3 ruby = mix(vec3(0.72, 0.012, 0.070), tintTo(vec3(0.20), saturation(accent, 1.2), 1.0), 0.25), scarlet = mix(vec3(0.80, 0.085, 0.020), tintTo(vec3(0.24), accent, 1.0), 0.30);
    vec2 sun = vec2(-0.45 * min(wide, 1.78) * 0.7, 0.5 * tall - 0.05);
    float s2 = dot(p - sun, p - sun), glow = 1.0 / (1.0 + s2 * 2.6);
    if (PASSINDEX == 0) {
        // a garden out of focus: leaves as soft shapes, the sky through them as discs
        vec3 colour = mix(shade, leaf * 0.95, smoothstep(-0.65, 0.40, p.y - 0.25 * p.x));
        colour += sunLight * (0.42 * glow * glow + 0.05 * glow) + leaf * 0.5 * glow;
        float big = valueNoise(rotation(0.5) * p * 3.1 + variety * 30.0 + 0.04 * swing(clock * 0.05)), small = valueNoise(rotation(1.3) * p * 6.5 + 9.0 + variety * 17.0);
        colour *= 0.60 + 0.95 * smoothstep(0.30, 0.75, big * 0.65 + small * 0.35);
        for (int k = 0; k < 22; k++) {
            vec3 h = hash23(vec2(float(k) * 2.0 + 1.0, 5.0 + floor(variety * 47.0)));
            vec2 c = vec2((h.x - 0.5) * (wide + 0.2), mix(-0.35, 0.55, h.y) * tall);
            float r = 0.026 + 0.060 * h.z * h.z, d = length((p - c) * vec2(1.0, 1.0));
            float disc = smoothstep(r, r - 0.012, d) * (0.6 + 0.4 * smoothstep(0.5 * r, r, d));
            float wink = 0.40 + 0.9 * sparkle * smoothstep(0.2, 0.9, 0.5 + 0.5 * swing(beatCount * 0.25 + h.x * 7.0)) + 0.20 * pulse * step(0.65, h.z);
            colour += mix(leaf * 2.2, sunLight, step(0.55, h.z)) * disc * wink * (0.045 + 0.17 * glow);
        }
        gl_FragColor = vec4(colour, 1.0);
        return;
    }
    // where the bird is in her trip: two bars at each flower, then a dart to the next one, drawing back first
    float trip = barCount * 0.5 + floor(variety * 9.0), which = floor(trip), part = fract(trip), air = bump(part, 0.13, 0.14);
    if (PASSINDEX == 1) { gl_FragColor = bird(HEN_LOW + isf_FragNormCoord * HEN_SIZE, HEN_SIZE.x / RENDERSIZE.x * 1.2, beatCount, air, sunLight, leaf * 1.6 + 0.10, ruby); return; }
    vec3 colour = IMG_NORM_PIXEL(garden, isf_FragNormCoord).rgb;

    // the vine with its leaves
    float sway = (0.012 + 0.018 * low) * swing(barCount * 0.25) ;
    float vineX = (0.52 + 0.05 * swing(p.y * 0.75 + 0.1)) * min(1.0, 0.35 + 0.5 * wide) + sway * (0.6 + p.y), stem = abs(p.x - vineX) - 0.0085;
    int rounds1 = PASSINDEX < 9 ? 7 : 0;   // not a constant, so that the loop stays a loop
    for (int k = 0; k < rounds1; k++) {
        float n = float(k), left = mod(n, 2.0) < 0.5 ? -1.0 : 1.0;
        vec2 r = hash12(n * 3.9 + floor(variety * 40.0));
        float y = (-0.46 + 0.155 * n) * max(tall, 1.0) + 0.03 * r.x;
        vec2 root = vec2((0.52 + 0.05 * swing(y * 0.75 + 0.1)) * min(1.0, 0.35 + 0.5 * wide) + sway * (0.6 + y), y);
        vec2 q = rotation(-(left > 0.0 ? 0.25 : 2.85) - 0.7 * (r.y - 0.5) - 0.06 * swing(beatCount * 0.25 + r.x)) * (p - root);
        float long1 = 0.150 + 0.06 * r.x, u = q.x / long1, v = q.y + 0.12 * u * u * long1 * left;
        float blade = max(abs(v) - long1 * (0.95 * u * (1.0 - u) + 0.14 * u * sqrt(max(1.0 - u, 0.0))), max(u - 1.0, -u) * long1);
        float veins = smoothstep(0.10, 0.0, abs(fract(u * 6.0 - abs(v) / long1 * 5.0) - 0.5)) * 0.6 + smoothstep(0.012, 0.0, abs(v) / long1 - 0.004);
        vec3 green = leaf * (0.45 + 0.55 * smoothstep(-0.06, 0.06, v * left)) * (1.0 - 0.22 * veins) + sunLight * leaf * 1.5 * glow * (0.5 + 0.5 * u) + sunLight * 0.05 * smoothstep(0.0, 0.05, v);
        float dew = length(q - vec2(0.55, 0.10 * (r.y - 0.3)) * long1) - 0.006;
        colour = mix(colour, green, clamp(0.5 - blade / pixel, 0.0, 1.0));
        colour += (sunLight * (0.25 + 0.9 * sparkle) * smoothstep(0.0, -0.006, dew + 0.002 * (q.x - q.y) / 0.006)) * step(dew, 0.0);
    }
    colour = mix(colour, leaf * (0.5 + 0.7 * smoothstep(0.006, -0.008, p.x - vineX)) + sunLight * 0.06 * smoothstep(0.0, -0.008, p.x - vineX), clamp(0.5 - stem / pixel, 0.0, 1.0));

#if QUALITY < 1
    // the vine at half size
    if (PASSINDEX == 2) { gl_FragColor = vec4(colour, 1.0); return; }
    colour = IMG_NORM_PIXEL(vine, isf_FragNormCoord).rgb;
#endif
    // where the bird is
    float dart = easeInOut(part * 4.2);
    float size = 0.46 * min(1.0, 0.55 + 0.32 * wide);
    vec2 tip = vec2(0.755, 0.272) * size;
    vec2 seat = mix(mouthAt(which - 1.0, wide), mouthAt(which, wide), dart) - tip + vec2(0.012, 0.004);
    float sip = smoothstep(0.30, 0.40, part) * smoothstep(1.0, 0.93, part);
    seat += vec2(-0.13 * air - 0.050 * (1.0 - sip) - 0.022 * sip * (0.5 + 0.5 * swing(barCount)), 0.035 * air);
    seat += vec2(0.004, 0.007) * swing2(vec2(beatCount * 0.5, beatCount)) * (0.6 + 0.6 * power);
    float tilt = 0.14 * air - 0.05 * swing(barCount * 0.5);

    // the flowers: trumpets that hang from thin stalks
    // (the highest and the lowest never reach the same place)
    for (int k = 0; k < 2; k++) {
        float n = float(k) + step(p.y, 0.06);
        vec2 m = mouthAt(n, wide), way = normalize(vec2(1.0, n < 0.5 ? 0.30 : n < 1.5 ? 0.10 : 0.34)), q = p - m;
        vec2 t = vec2(dot(q, way), way.x * q.y - way.y * q.x);
        float u = t.x / 0.175, half1 = 0.0125 + 0.0225 * smoothstep(1.0, 0.25, u) + 0.055 * exp2(-max(u, 0.0) * 11.0);
        vec2 joint = m + way * 0.175, to = vec2((0.52 + 0.05 * swing((m.y + 0.13) * 0.75 + 0.1)) * min(1.0, 0.35 + 0.5 * wide) + sway * (0.6 + m.y), m.y + 0.13);
        float stalk = sdSegment(p, joint, mix(joint, to, 0.5) + vec2(0.012, 0.018)), stalk2 = sdSegment(p, mix(joint, to, 0.5) + vec2(0.012, 0.018), to);
        colour = mix(colour, leaf * 0.9 + sunLight * 0.03, clamp(0.5 - (min(stalk, stalk2) - 0.0042) / pixel, 0.0, 1.0));
        float tube = max(abs(t.y) - half1, max(-t.x, t.x - 0.175) ), side1 = t.y / half1;
        vec3 red = scarlet * (0.42 + 0.48 * sqrt(max(1.0 - side1 * side1, 0.0)) + 0.20 * side1) + sunLight * vec3(0.30, 0.09, 0.03) * smoothstep(0.1, 0.8, side1) * (0.4 + glow);
        red *= 0.85 + 0.15 * smoothstep(0.2, 0.5, abs(fract(side1 * 2.5) - 0.5) * 2.0);
        colour = mix(colour, red, clamp(0.5 - tube / pixel, 0.0, 1.0));
        float calyx = max(abs(t.y) - 0.016, abs(t.x - 0.165) - 0.018);
        colour = mix(colour, leaf * 0.9 + sunLight * 0.04 * smoothstep(-0.01, 0.01, t.y), clamp(0.5 - calyx / pixel, 0.0, 1.0));
        // the lip, five lobes seen aslant, and the golden throat
        vec2 l = vec2(t.x / 0.036, t.y / 0.094);
        float around = atan(l.y, l.x), lobes = 0.84 + 0.16 * swing(around * 0.79577 + 0.15), lip = length(l) - lobes;
        vec3 face = scarlet * (0.75 + 0.35 * l.y) + sunLight * vec3(0.26, 0.06, 0.02) * (0.5 + 0.5 * l.y) + sunLight * 0.05;
        face = mix(face, mix(vec3(0.85, 0.42, 0.04), scarlet, 0.25) * 0.8, smoothstep(0.55, 0.30, length(l)));
        face = mix(face, vec3(0.10, 0.015, 0.008), smoothstep(0.34, 0.20, length(l)));
        face *= 0.86 + 0.20 * abs(fract(around * 2.4) - 0.5) * 2.0;
        colour = mix(colour, face, clamp(0.5 - lip * 0.036 / pixel, 0.0, 1.0));
    }

    // a rival shoots past once in sixteen bars
    float race = (fract(barCount / 16.0 + 0.4 + variety) - 0.5) * 16.0;
    vec2 rivalAt = vec2(mix(1.0, -1.0, clamp(race * 0.9 + 0.5, 0.0, 1.0)) * (0.5 * wide + 0.25), 0.30 + 0.06 * swing(race));
    vec2 rq = rotation(0.55) * ((p - rivalAt) * vec2(-1.0, 1.0)) / 0.15;
    vec2 own = rotation(-tilt) * (p - seat) / size;
    vec2 ownAt = (own - HEN_LOW) / HEN_SIZE, rivalOn = (rq - HEN_LOW) / HEN_SIZE;
    vec4 flown = IMG_NORM_PIXEL(hen, clamp(rivalOn, 0.0, 1.0)) * step(abs(rivalOn.x - 0.5), 0.5) * step(abs(rivalOn.y - 0.5), 0.5) * step(abs(race), 1.0);
    colour = colour * (1.0 - flown.a) + flown.rgb;
    flown = IMG_NORM_PIXEL(hen, clamp(ownAt, 0.0, 1.0)) * step(abs(ownAt.x - 0.5), 0.5) * step(abs(ownAt.y - 0.5), 0.5);
    colour = colour * (1.0 - flown.a) + flown.rgb;

    vec2 m = p * 6.0 + vec2(clock * 0.25, clock * 0.12 + 0.1 * swing(p.x + clock * 0.1));
    vec3 h = hash23(floor(m));
    colour += sunLight * smoothstep(0.040 * h.z + 6.0 * pixel * 0.6, 0.0, length(fract(m) - 0.2 - 0.6 * h.xy)) * step(0.62, h.z) * (0.08 + 0.45 * sparkle) * (0.2 + glow);
    colour += sunLight * glow * glow * 0.06;
    colour *= 1.0 - 0.34 * dot(uv, uv) / (0.25 * (wide * wide + tall * tall));
    gl_FragColor = vec4(quickFinish(saturation(colour, 1.12) * 1.75, gl_FragCoord.xy, TIME, 0.6), 1.0);
}
