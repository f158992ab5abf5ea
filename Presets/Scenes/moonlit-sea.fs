/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Moonlit sea: a swell rolls in under a low moon. The bass lifts the waves, each beat runs down the moon's path, the treble sparkles, tension draws the clouds together; a lighthouse answers from the headland and a small sail passes.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "swell", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.45 },
    { "NAME": "lift", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "sparkle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "beatPhase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.05, 0.15, 0.27, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.22, 0.42, 0.58, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.72, 0.85, 0.93, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.95, 0.72, 0.45, 1.0] }
  ],
  "KINORA": {
    "cost": [9.3, 8.9, 7.9],
    "steps": 2,
    "subject": "sea", "domain": "nature", "licence": "MIT", "uses": ["noise", "colour", "shape", "ease"],
    "mood": { "valence": 0.1, "arousal": -0.3, "reach": 0.9 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "swell", "signal": "bass", "low": 0.12, "high": 1.0, "halfLifeSeconds": 0.45 },
      { "input": "lift", "signal": "kick", "halfLifeSeconds": 0.18 },
      { "input": "sparkle", "signal": "treble", "low": 0.25, "high": 1.0, "halfLifeSeconds": 0.15 },
      { "input": "beatPhase", "signal": "beat" },
      { "input": "barCount", "signal": "bars" },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "variety", "signal": "variation" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

const float FOCAL = 1.15;

// long swell: two trains of waves that come towards us, crests broader than troughs are deep; height only
float swellHeight(vec2 p, float clock, float amount) {
    vec2 s = 0.5 + 0.5 * swing2(vec2(dot(p, vec2(0.012, 0.042)) + clock * 0.105, dot(p, vec2(-0.036, 0.060)) + clock * 0.135 + 0.27));
    s *= s;
    return amount * (0.95 * s.x + 0.42 * s.y - 0.5);
}
// the same with its slope
vec3 swellSlope(vec2 p, float clock, float amount) {
    vec2 d1 = vec2(0.012, 0.042), d2 = vec2(-0.036, 0.060);
    vec2 a = vec2(dot(p, d1) + clock * 0.105, dot(p, d2) + clock * 0.135 + 0.27);
    vec2 s = 0.5 + 0.5 * swing2(a), c = 3.14159 * swing2(a + 0.25);
    return vec3(amount * (0.95 * s.x * s.x + 0.42 * s.y * s.y - 0.5), amount * (0.95 * 2.0 * s.x * c.x * d1 + 0.42 * 2.0 * s.y * c.y * d2));
}

void main() {
    vec2 uv = (gl_FragCoord.xy - 0.5 * RENDERSIZE) / min(RENDERSIZE.x, RENDERSIZE.y);
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    float wide = RENDERSIZE.x * pixel;
    float clock = flow * 1.6 + TIME * 0.25 + variety * 90.0;

    // a boat's view: it rises with the swell and rolls a little over two bars
    float roll = swing(barCount * 0.25) * (0.006 + 0.012 * swell);
    uv += roll * vec2(-uv.y, uv.x);
    float horizon = 0.085 + 0.010 * swing(barCount * 0.5 + 0.1) * (0.3 + swell);
    float side = variety < 0.5 ? -1.0 : 1.0;
    float moonUp = 0.235 + 0.03 * fract(variety * 3.7);
    vec2 moonAt = vec2(-side * (0.10 + 0.16 * fract(variety * 7.3)) - 0.02 * swing(chapterGlide * 0.21), horizon + moonUp);
    float view = uv.y - horizon;

    // colours, linear: the palette owns the light, the shadows stay night
    vec3 deep = toLinear(deepColour.rgb), base = toLinear(baseColour.rgb), light = toLinear(lightColour.rgb), accent = toLinear(accentColour.rgb);
    vec3 night = tintTo(vec3(0.0050, 0.0105, 0.026), deep, 0.22);
    vec3 haze = tintTo(vec3(0.040, 0.066, 0.115), base, 0.80);
    vec3 moonlight = mix(vec3(1.0, 0.93, 0.80), tintTo(vec3(0.9), light, 1.0), 0.6);

    // ---- sky
    float up = max(view, 0.0);
    vec2 toMoon = uv - moonAt;
    float moonDistance = length(toMoon);
    float halo = 0.022 / (0.022 + moonDistance * moonDistance);
    vec3 sky = mix(haze, night, smoothstep(0.0, 0.40, up)) ;
    sky += moonlight * (0.11 * halo * halo + 0.012 * halo);

    // clouds: flat banks seen in perspective, lit from behind by the moon
    vec2 cp = vec2(uv.x * 1.1, 0.42) / (up + 0.15) + vec2(clock * 0.030 + variety * 40.0, clock * 0.012);
#if QUALITY > 0
    cp.x += (valueNoise(cp * 0.8 + 3.1) - 0.5) * 1.1;
#endif
    vec2 cs = cp * vec2(0.8, 1.9);
    float cloud = fbm(cs, view > 0.0 ? 4 : 0);                  // (clouds end at the horizon)
#if QUALITY > 0
    float thick = fbm(cs + vec2(clamp(-toMoon.x * 0.8, -0.3, 0.3), -0.35), view > 0.0 ? 2 : 0);
#else
    float thick = valueNoise(cs + vec2(clamp(-toMoon.x * 0.8, -0.3, 0.3), -0.35));
#endif
    float cover = 0.60 - 0.17 * clamp(0.35 * swing(chapterGlide * 0.33 + variety) + 0.35 + 0.6 * strain, 0.0, 1.0);
    float clouds = smoothstep(cover, cover + 0.17, cloud) * smoothstep(0.0, 0.05, up);
    float rim = smoothstep(cover, cover + 0.06, cloud) * (1.0 - smoothstep(cover + 0.05, cover + 0.19, cloud));
    float lit = clamp((cloud - thick) * 2.2 + 0.35, 0.0, 1.0);
    vec3 cloudColour = haze * (0.06 + 0.34 * lit) + night * 0.5 + moonlight * (halo * (0.10 * lit + 0.10 * rim) + halo * halo * (0.30 * lit + 0.75 * rim));

    // the moon, its seas, and the stars
    float disc = 1.0 - smoothstep(0.060 - 1.2 * pixel, 0.060 + 1.2 * pixel, moonDistance);
    float maria = fbm(toMoon * 21.0 + 4.3, 2);
    vec3 moon = moonlight * mix(0.40, 0.95, smoothstep(0.36, 0.62, maria)) * (0.95 + 1.5 * (toMoon.y - toMoon.x));
    float stars = starField(uv * 46.0 + variety * 50.0, 0.30, max(0.030, 46.0 * pixel * 0.55), TIME) * smoothstep(0.06, 0.35, up) * (1.0 - halo);
    sky += stars * vec3(0.75, 0.85, 1.0) * 0.45;
    sky = mix(sky, moon, disc);
    sky = mix(sky, cloudColour, clouds * (1.0 - 0.35 * disc));

    // headland with a lighthouse, on the side away from the moon
    float hx = uv.x * side;
    float near = hx - (0.10 + 0.05 * fract(variety * 5.1));
    float bumps = fbm1(hx * 7.0 + variety * 30.0, 4);
    float profile = (0.024 * smoothstep(0.0, 0.05, near) + 0.11 * smoothstep(0.06, 0.55, near) * (0.7 + 0.3 * fract(variety * 11.0))) * (0.62 + 0.7 * bumps);
    float farProfile = 0.040 * smoothstep(-0.30, 0.2, hx) * (1.0 - smoothstep(0.5, 1.2, hx)) * (0.35 + 1.2 * fbm1(hx * 4.0 + 77.0 + variety * 12.0, 2));
    float farLand = smoothstep(-pixel, pixel, farProfile - view - 0.002);
    float land = smoothstep(-pixel, pixel, profile - view) * step(0.0, near);
    float lampX = 0.190 + 0.05 * fract(variety * 5.1);
    vec2 q = vec2(hx - lampX, view - 0.026);
    float tower = min(sdLimb(q, vec2(0.0, -0.012), vec2(0.0, 0.036), 0.0062, 0.0040), sdBox(q - vec2(0.0, 0.0425), vec2(0.0052, 0.0035)));
    tower = min(tower, sdTriangle(q - vec2(0.0, 0.0525), 0.0055, 0.0055));
    float towerCover = 1.0 - smoothstep(-pixel * 0.7, pixel * 0.7, tower);
    sky = mix(sky, haze * 0.60 + moonlight * 0.03 * halo, farLand * 0.9);
    float mist = exp(-up * 40.0);
    vec3 rock = mix(night * 0.30, haze * 0.34, mist);
    rock += (haze * 0.5 + moonlight * 0.02) * smoothstep(0.012, 0.0, profile - view) * 0.30;
    sky = mix(sky, rock, land);
    sky = mix(sky, mix(night * 0.35, haze * 0.9, smoothstep(0.004, -0.004, q.x * -1.0) * 0.5), towerCover);
    // its beam turns once in two bars
    float aim = swing(barCount * 0.5 + 0.25), facing = 0.5 + 0.5 * swing(barCount * 0.5);
    vec2 fromLamp = q - vec2(0.0, 0.0425);
    float reach = length(fromLamp) + 1e-4;
    float spreadUp = abs(fromLamp.y) / (0.003 + 0.075 * reach);
    float beam = smoothstep(1.0, 0.0, spreadUp) * smoothstep(0.0, 0.03, fromLamp.x * sign(aim)) * abs(aim) * exp(-reach * 3.0);
    facing *= facing; facing *= facing; facing *= facing;
    vec3 lampColour = mix(vec3(1.0, 0.74, 0.42), accent / max(luma(accent), 0.05) * 0.7, 0.35);
    vec3 lampLight = lampColour * (0.000035 * (0.5 + 3.0 * facing) / (reach * reach + 0.000016) + 0.055 * beam) * smoothstep(-0.012, 0.004, view);

    // ---- sea: find the wave the eye meets between the highest and the lowest water
    vec3 ray = normalize(vec3(uv.x, min(view, -0.0012), FOCAL));
    float amount = (0.35 + 1.15 * swell + 0.25 * lift) * (0.75 + 0.35 * power);
    float camera = 2.35 + 0.30 * amount;
    float top = 0.87 * amount, bottom = -0.5 * amount;
    float inv = 1.0 / max(-ray.y, 1e-4);
    float t0 = (camera - top) * inv, t1 = (camera - bottom) * inv;
    vec2 drift = vec2(variety * 60.0, 0.0);
    // five samples of the ray's height above the water; the first that lies under it ends the search
    float part = (t1 - t0) / float(min(4 + QUALITY, 5)), amp0 = amount / (1.0 + t0 * 0.008);
    float a0 = camera + ray.y * t0 - swellHeight(ray.xz * t0 + drift, clock, amp0);
    float t = t1, under = a0, open = 1.0;
    int looks = QUALITY > 0 ? 5 : 4;
    if (view >= pixel) looks = 0;                 // (above the horizon there is no water)
    for (int i = 1; i <= looks; i++) {
        float ti = t0 + part * float(i);
        float a1 = camera + ray.y * ti - swellHeight(ray.xz * ti + drift, clock, amp0);
        float hit = a1 < 0.0 ? open : 0.0;
        t = hit > 0.5 ? ti - part * clamp(a1 / min(a1 - under, -1e-4), 0.0, 1.0) : t;
        open -= hit;
        under = a1;
    }
    vec2 sea = ray.xz * t + drift;
    vec3 w = swellSlope(sea, clock, amp0);
    float foot = t * pixel / FOCAL * sqrt(1.0 + t / camera);      // how much water one pixel covers
    vec2 slope = w.yz;
    float rough = 0.0015 + 0.003 * power;
    float chop = 0.0, size = 0.50, tall = 0.135 + 0.08 * power;
    vec2 wp = sea;
    vec2 axis = vec2(0.30, 1.0);
    for (int i = 0; i < looks; i++) {
        vec3 n = valueNoiseD(wp * vec2(0.55, 1.0) * size + axis * clock * (0.50 + 0.16 * float(i)) * (i == 1 || i == 3 ? -0.5 : 1.0) + float(i) * 7.7);
        float fade = 1.0 - smoothstep(0.25, 0.95, foot * size);
        float c = n.x * 2.0 - 1.0;
        slope += fade * tall * size * (-2.0 * c) * 1.7 * n.yz * vec2(0.55, 1.0);   // height 1 - c*c: rounded crests, sharp creases never
        chop += fade * tall * (1.0 - c * c);
        rough += (1.0 - fade) * 0.009 + 0.0008;
        size *= 2.05; tall *= 0.53;
        wp = mat2(0.97, i == 1 ? -0.42 : 0.24, i == 1 ? 0.42 : -0.24, 0.97) * wp;
    }
    vec3 normal = normalize(vec3(-slope.x, 1.0, -slope.y));
    float k = 1.0 - clamp(dot(normal, -ray), 0.02, 1.0);
    float fresnel = 0.02 + 0.98 * k * k * k * k * k;
    fresnel = mix(fresnel, 0.40, smoothstep(15.0, 120.0, t) * 0.7);
    vec3 mirror = reflect(ray, normal);
    vec3 moonDirection = normalize(vec3(moonAt.x, moonUp, FOCAL));
    float nearMoon = max(dot(mirror, moonDirection), 0.0);
    nearMoon *= nearMoon; nearMoon *= nearMoon;
    vec3 skyAbove = mix(haze * 0.85, night * 0.9, smoothstep(0.0, 0.42, abs(mirror.y)));
    skyAbove += moonlight * (0.012 * nearMoon + 0.050 * nearMoon * nearMoon * nearMoon * nearMoon);
    float crest = clamp(w.x / max(amount, 0.05) * 0.8 + 0.36, 0.0, 1.0);
    vec3 water = night * 0.22 + tintTo(vec3(0.004, 0.030, 0.034), base, 0.25) * (0.10 + crest * crest * (0.55 + 0.5 * lift)) * exp(-t * 0.02);
    vec3 ocean = mix(water, skyAbove, fresnel);
    // glitter: how near is this water's slope to the slope that mirrors the moon, given the ripples too small to see
    vec3 halfway = normalize(moonDirection - ray);
    vec2 miss = (slope + halfway.xz / max(halfway.y, 0.05)) * vec2(1.15, 0.75);
    float glint = exp(-dot(miss, miss) / (2.2 * rough + 0.002)) * 0.034 / (rough + 0.014);
    // sparks: single facets, more of them with the treble; the beat runs them from the horizon to us
    vec2 cell = sea * vec2(4.0, 3.0) / (1.0 + t * 0.045);
    float facet = valueNoise(cell + vec2(clock * 1.9, -clock * 2.6));
    float spark = smoothstep(0.78 - 0.20 * sparkle, 1.0, facet);
    float run = bump(log(t + 1.0), mix(4.4, 1.3, beatPhase), 0.6) * (0.35 + 0.65 * pulse);
    glint *= (0.55 + 2.2 * spark) * (1.0 + 1.3 * run);
    ocean += moonlight * glint * (1.15 - 0.35 * strain);
    // whitecaps in a loud sea
    float foam = smoothstep(0.10, 0.34, chop + 0.25 * crest - 0.30 + 0.10 * power) * smoothstep(0.35, 0.80, facet * 0.5 + 0.5 * valueNoise(sea * vec2(3.3, 4.9) + clock * 0.6)) * crest;
    ocean += (haze * 0.8 + moonlight * (0.05 + 0.20 * halo)) * foam * smoothstep(0.25, 0.9, power) * exp(-t * 0.02);
    // headland and lamp lie in the water as well
    float below = min(view, 0.0);
    float shade = smoothstep(-0.02, 0.10, near) * exp(below * 24.0);
    ocean = mix(ocean, night * 0.3, 0.7 * shade);
    float lampPath = exp(-abs(hx - lampX - slope.x * 0.04) * 120.0 / (1.0 - below * 14.0)) * exp(below * 17.0);
    ocean += lampColour * lampPath * (0.08 + 0.45 * facing) * (0.4 + spark * 2.0);
    // mist lies on the far water
    float column = exp(-toMoon.x * toMoon.x * 18.0);
    ocean = mix(ocean, haze * 0.80 + moonlight * 0.10 * column, 0.75 * exp(below * 70.0));

    vec3 colour = mix(ocean, sky, smoothstep(-pixel * 0.7, pixel * 0.7, view)) + lampLight;
    colour += moonlight * 0.020 * exp(-abs(view) * 24.0) * column;

    // a small sail crosses the far water every six phrases of four bars
    float voyage = fract(barCount / 24.0 + variety * 3.0);
    float sailX = mix(-wide * 0.5 - 0.06, wide * 0.5 + 0.06, voyage) * side;
    vec2 s = vec2((uv.x - sailX) * side, view + 0.010 - 0.0015 * swing(barCount)) / 1.1;
    s += 0.06 * swing(barCount * 0.5) * vec2(-s.y, s.x);
    float hull = max(sdEllipse(s - vec2(0.0, 0.0035), vec2(0.020, 0.0065)), s.y - 0.0035);
    float belly = 0.10 * s.y * (1.0 - clamp(s.y / 0.06, 0.0, 1.0));
    float mainSail = max(max(-s.x - 0.0005, s.x - belly - 0.019 * (1.0 - s.y / 0.060)), 0.008 - s.y);
    float jib = max(max(s.x + 0.0022, -s.x - belly - 0.015 * (1.0 - s.y / 0.050)), 0.007 - s.y);
    float boat = 1.0 - smoothstep(-pixel * 0.6, pixel * 0.6, min(hull, min(mainSail, jib)));
    colour = mix(colour, mix(night * 0.25, haze * 0.45 + moonlight * 0.04, smoothstep(0.005, 0.05, s.y) * 0.6), boat * 0.96);

    colour *= 1.0 - 0.30 * dot(uv, uv) / (0.25 + 0.25 * wide * wide);
    gl_FragColor = vec4(finish(colour * 2.1, gl_FragCoord.xy, TIME, 0.7), 1.0);
}
