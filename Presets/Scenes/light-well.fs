/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Light well: the wave of the music is drawn as a ring of light, and every ring sinks away into a turning well of its own echoes. Bass pulls the mesh inwards, the bar turns it, beats throw new rings, chapters fold it into petals, tension draws it tight.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "sound", "TYPE": "audio", "MAX": 256 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "hit", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "PASSES": [ { "TARGET": "echo", "WIDTH": "$WIDTH/2", "HEIGHT": "$HEIGHT/2", "FLOAT": true, "PERSISTENT": true }, {} ],
  "KINORA": {
    "cost": [4.5, 3.8],
    "steps": 1,
    "subject": "ring of sound", "domain": "music", "licence": "MIT", "uses": ["noise", "colour", "ease"],
    "mood": { "valence": 0.1, "arousal": 0.4, "reach": 1.3 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "hit", "signal": "onset", "halfLifeSeconds": 0.12 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

void main() {
    vec2 full = PASSINDEX == 0 ? RENDERSIZE * 2.0 : RENDERSIZE;
    float pixel = 1.0 / min(full.x, full.y);
    vec2 span = full * pixel, uv = (isf_FragNormCoord - 0.5) * span;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    vec3 hot = saturation(tintTo(vec3(0.55), light, 1.0), 1.25), cool = saturation(tintTo(vec3(0.34), accent, 1.0), 1.45);
    float way = variety < 0.5 ? 1.0 : -1.0, petals = 3.0 + mod(floor(chapterGlide + variety * 5.0), 4.0);
    vec2 middle1 = 0.05 * vec2(swing(chapterGlide * 0.21 + variety), swing(chapterGlide * 0.17 + 0.4));
    vec2 p = uv - middle1;
    float r = length(p), turnAt = atan(p.y, p.x) / 6.2832;
    // where the ring of now lies: its own wave, folded so that it closes
    float fold = abs(fract(turnAt * 2.0) - 0.5) * 1.96 + 0.01, wave = IMG_NORM_PIXEL(sound, vec2(fold, 0.5)).r - 0.5;
    float ringR = 0.285 + 0.035 * low + 0.020 * swing(turnAt * petals + barCount * 0.25) * (0.4 + power) - 0.05 * strain, off = abs(r - ringR - 0.34 * wave);
    if (PASSINDEX == 0) {
        // a mesh that turns and sinks: the picture of before, seen through it
        // thirty steps a second, however many pictures are drawn: each step blurs a little, so their number must not change
        float fall = min(floor(TIME * 30.0) - floor((TIME - TIMEDELTA) * 30.0), 3.0);
        float pull = 1.0 + fall * (0.014 + 0.016 * low + 0.010 * swing(turnAt * petals + flow * 0.12)), spin = fall * way * (0.010 * swing(barCount * 0.125) + 0.014 * swing(r * 1.1 - flow * 0.1));
        vec2 from = rotation(spin) * p * pull + middle1 + fall * 0.0010 * vec2(swing(p.y * 2.3 + flow * 0.2), swing(p.x * 2.1 - flow * 0.17));
        vec3 before = IMG_NORM_PIXEL(echo, from / span + 0.5).rgb;
        // the ring of the echoes cools as it sinks
        before = mix(before, tintTo(before, mix(cool, deep * 2.0, 0.4), 1.0), 0.030 * fall) * (1.0 - 0.026 * fall);
        before = max(before - 0.0008 * fall, 0.0);
        float line = smoothstep(0.010 + 0.006 * pulse, 0.0, off), beat = fract(beatCount), thrown = smoothstep(0.006, 0.0, abs(r - 0.30 - 0.5 * beat)) * (1.0 - beat) * hit;
        vec3 ink = mix(cool, hot, clamp(0.35 + 2.2 * abs(wave) + 0.3 * swing(turnAt * petals - barCount * 0.25), 0.0, 1.0));
        gl_FragColor = fall < 0.5 ? texelFetch(echo, ivec2(gl_FragCoord.xy), 0) : vec4(max(before, ink * line * (0.42 + 0.40 * power)) + hot * thrown * 0.10, 1.0);
        return;
    }
    vec3 c = mix(vec3(0.003, 0.004, 0.008), tintTo(vec3(0.007), deep, 1.0), 0.7) * (1.4 - r);
    vec2 t = vec2(1.5 / full.x, 1.5 / full.y);
    vec3 e = IMG_NORM_PIXEL(echo, isf_FragNormCoord).rgb;
    // the echoes stand like a wall of the well: lit from above
    float slope = luma(IMG_NORM_PIXEL(echo, isf_FragNormCoord + t).rgb - IMG_NORM_PIXEL(echo, isf_FragNormCoord - t).rgb);
    c += e * (0.85 + 2.6 * slope) + max(slope, 0.0) * hot * 0.35;
    c += hot * (smoothstep(0.0035 + pixel, 0.0, off) * (0.8 + 0.5 * pulse) + 0.0011 / (off + 0.010) * (0.4 + power));
    // the depth of the well, and what shines at its bottom
    float bottom = length(p) / 0.16;
    c *= 0.45 + 0.55 * smoothstep(0.0, 1.4, bottom);
    c += mix(cool, hot, 0.5) * (0.20 + 0.5 * pulse + 0.4 * strain) * exp(-bottom * bottom * 5.0);
    // sparks of the treble on the lip
#if QUALITY > 0
    vec2 g = vec2(turnAt * 60.0, (r - flow * 0.02 * way) * 26.0), id = floor(g);
    vec3 h = hash23(vec2(mod(id.x, 60.0), id.y));
    c += hot * smoothstep(0.18, 0.0, length(fract(g) - 0.3 - 0.4 * h.xy)) * step(0.86, h.z) * high * 0.9 * smoothstep(0.30, 0.5, r);
#endif
    c *= 1.0 - 0.30 * dot(uv, uv) / (0.25 * dot(span, span));
    gl_FragColor = vec4(quickFinish(c * 1.9, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
