/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Snow and thaw: it begins to snow in the picture, drifts rise until all is a quiet white field, and the thaw opens it in patches on the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.3],
    "subject": "snow", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "mood": { "valence": 0.1, "arousal": -0.6, "reach": 0.8 },
    "fits": ["snow", "winter", "snowed", "ski", "skier", "wolf", "aurora", "mountain"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

// flakes of one layer, falling and swaying
float flakes(vec2 p, float size, float salt) {
    vec2 q = p * size;
    q.y += progress * (14.0 + size * 0.35) + salt;
    q.x += 0.35 * swing(q.y * 0.11 + salt) + salt * 3.1;
    vec2 cell = floor(q);
    vec3 h = hash23(cell + salt);
    float d = length(fract(q) - 0.25 - 0.5 * h.xy);
    return smoothstep(0.06 + 0.12 * h.z, 0.02, d) * step(0.25, h.z);
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float fall = easeInOut(remap(progress, 0.0, 0.50)), thaw = remap(progress, 0.50, 1.0);
    vec2 seed = vec2(variety * 50.0, 3.0);
    float n = valueNoise(p * 2.3 + seed), n2 = valueNoise(p * 6.5 - seed), n3 = valueNoise(p * 21.0 + seed);
    vec3 was = IMG_NORM_PIXEL(startImage, uv).rgb, will = IMG_NORM_PIXEL(endImage, uv).rgb;
    // three drifts rise from below, one behind the other
    float cover = 0.0, crestLight = 0.0, blue = 0.0;
    for (int i = 0; i < 3; i++) {
        float k = float(i);
        float hill = 0.13 * valueNoise1(p.x * (1.3 + 0.7 * k) + k * 17.0 + variety * 30.0) + 0.025 * valueNoise1(p.x * 5.0 + k * 5.0);
        float top = mix(-0.5 * span.y - 0.18, 0.5 * span.y + 0.06, fall * fall * (1.25 - 0.25 * fall) + 0.10 * (1.0 - k) * fall * (1.0 - fall) * 2.0) + hill - 0.07 * k * (1.0 - fall) ;
        float d = p.y - top;
        float on = smoothstep(0.004 + 0.012 * n3, -0.004, d);
        cover = max(cover, on);
        crestLight = mix(crestLight, exp(-max(-d, 0.0) * 16.0), on);
        blue = mix(blue, 0.30 + 0.25 * k * (1.0 - fall), on);
    }
    float ends = smoothstep(0.0, 0.05, progress);
    vec3 snow = mix(vec3(0.68, 0.75, 0.86), vec3(0.90, 0.92, 0.95), 0.35 * n + 0.2 * n2 + 0.5 * crestLight) - 0.05 * blue;
    snow += 0.035 * (n3 - 0.5);
    // the air thickens with the snowfall
    vec3 colour = mix(was, vec3(0.62, 0.68, 0.77), 0.55 * fall * (1.0 - cover));
    colour = mix(colour, snow, cover * ends);
    // thaw: patches open, wet at their borders
    float order = n * 0.55 + n2 * 0.27 + n3 * 0.10 + 0.10 * (1.0 - uv.y);
    float depth = mix(0.16, 0.90, thaw) - order;
    float open = smoothstep(0.0, 0.02, depth) * step(0.001, thaw);
    open = mix(open, 1.0, smoothstep(0.94, 1.0, progress));
    float thin = smoothstep(-0.16, 0.0, depth) * step(0.001, thaw);
    colour = mix(colour, mix(snow * vec3(0.88, 0.92, 0.97), will, 0.45), thin * 0.65 * (1.0 - open));
    float lip = crest(depth - 0.030, 0.045) * (1.0 - thaw);
    colour = mix(colour, will * (1.0 - 0.45 * lip) + 0.10 * crest(depth - 0.012, 0.012) * (1.0 - thaw), open);
    float snowfall = smoothstep(0.0, 0.12, progress) * (1.0 - smoothstep(0.46, 0.72, progress));
    float f = flakes(p, 26.0, 1.7) * 0.55 + flakes(p, 15.0, 5.3) * 0.8 + flakes(p, 8.0, 9.1) * (0.75 + 0.25 * pulse);
    gl_FragColor = vec4(mix(colour, vec3(0.96, 0.97, 1.0), min(f, 1.0) * snowfall * 0.9), 1.0);
}
