/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Falling light: the picture is strung on threads; one after the other they let go, its lights run down as bright streaks, and the next picture hangs behind.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.4],
    "subject": "rain", "domain": "abstract", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.1, "arousal": 0.3, "reach": 0.9 },
    "fits": ["rain", "waterfall", "fall", "snow", "spark", "firework", "leave"],
    "bindings": [
      { "input": "pulse", "signal": "treble", "halfLifeSeconds": 0.2 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float threads = floor(span.x * 120.0);
    float number = floor(uv.x * threads), across = fract(uv.x * threads) - 0.5;
    float x = (number + 0.5) / threads;
    float h = hash11(number + floor(variety * 900.0)), wide = valueNoise1(x * span.x * 5.0 + variety * 60.0);
    // bright threads let go first
    float bright = grey(IMG_NORM_PIXEL(startImage, vec2(x, 0.3)).rgb + IMG_NORM_PIXEL(startImage, vec2(x, 0.6)).rgb + IMG_NORM_PIXEL(startImage, vec2(x, 0.85)).rgb) * 0.33;
    float wait = clamp(0.52 * wide + 0.16 * h + 0.30 * (1.0 - bright) - 0.14, 0.0, 0.62);
    float fall = max(progress - wait, 0.0) / 0.38;
    float tail = 0.34 + 0.55 * h;
    float front = 1.02 - fall * fall * (1.05 + tail);              // the upper end of what hangs, falling
    float below = front - uv.y;                                     // > 0: under the upper end
    vec3 will = IMG_NORM_PIXEL(endImage, uv).rgb;
    vec3 still = IMG_NORM_PIXEL(startImage, uv).rgb;
    if (fall <= 0.0) { gl_FragColor = vec4(still, 1.0); return; }
    // what hangs slides down with its thread, drawn out more and more: its lights make the streaks
    float pull = fall * fall * 0.55;
    vec2 at = vec2(x + across / threads * (1.0 - min(fall, 1.0)), clamp(uv.y + pull * (0.35 + 0.65 * uv.y), 0.0, 1.0));
    vec3 hung = IMG_NORM_PIXEL(startImage, at).rgb;
    // the streak behind the upper end: the light of the thread's brightest place
    float up = max(-below, 0.0) / tail;
    vec3 light = IMG_NORM_PIXEL(startImage, vec2(x, 0.42 + 0.45 * h)).rgb;
    light = max(light, IMG_NORM_PIXEL(startImage, vec2(x, 0.80)).rgb);
    float streak = up > 0.0 ? (1.0 - min(up, 1.0)) * (1.0 - min(up, 1.0)) : 0.0;
    float round1 = 1.0 - 3.2 * across * across;
    vec3 glow = light * (0.9 + 0.35 * pulse) * round1;
    float ends = 1.0 - smoothstep(0.86, 1.0, progress);
    vec3 over = screened(will, glow * streak * ends) * (1.0 - 0.30 * streak * ends);
    vec3 colour = mix(over, hung * (1.0 - 0.25 * min(fall, 1.0) * (1.0 - round1)), smoothstep(0.0, 0.006, below));
    colour += glow * 0.55 * crest(below, 0.020) * step(0.05, front) * smoothstep(0.0, 0.15, fall);
    gl_FragColor = vec4(mix(colour, will, smoothstep(0.95, 1.0, progress)), 1.0);
}
