/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Passing train: a train rushes by close before the eye, its windows flicker with another light, the rail joints knock on the beat; when the last carriage has gone, it is another place.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "livery", "TYPE": "color", "DEFAULT": [0.85, 0.35, 0.2, 1] },
    { "NAME": "lamp", "TYPE": "color", "DEFAULT": [1.0, 0.88, 0.62, 1] }
  ],
  "KINORA": {
    "cost": [2.8],
    "subject": "train", "domain": "place", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "mood": { "valence": 0.1, "arousal": 0.7, "reach": 1.0 },
    "fits": ["train", "runner", "cyclist", "track", "city", "road", "horse", "run"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "livery", "signal": "palette.accent" },
      { "input": "lamp", "signal": "palette.light" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = (uv - 0.5) * span;
    p.x *= side;
    const float CARRIAGE = 1.9;
    float length1 = CARRIAGE * max(floor(span.x * 1.6 + 0.5), 2.0);
    float run = easeInOut(progress) * 0.45 + 0.55 * progress;
    float whole = length1 + span.x + 0.5;
    float x = whole * run - 0.5 * span.x - 0.25 - p.x;              // along the train, from its head
    float speed = whole * (0.55 + 0.45 * 30.0 * progress * progress * (1.0 - progress) * (1.0 - progress)) * 0.011;
    float y = p.y + 0.004 * pulse;
    float number = floor(x / CARRIAGE), u = x - number * CARRIAGE;
    float blur = speed + 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    // the picture on either side: old ahead of the train, new behind it and through its windows
    vec3 was = IMG_NORM_PIXEL(startImage, uv).rgb, will = IMG_NORM_PIXEL(endImage, uv).rgb;
    float ahead = smoothstep(blur, -blur, x), gone = smoothstep(-blur, blur, x - length1);
    float gap = smoothstep(0.05 + blur, 0.05 - blur, min(u, CARRIAGE - u));
    vec3 scenery = mix(was, will, smoothstep(0.35, 0.65, progress));
    vec3 steel = mix(vec3(0.060, 0.066, 0.080), livery.rgb * vec3(0.42, 0.40, 0.44), smoothstep(0.01, -0.01, y + 0.10) * 0.85 + 0.15);
    // the body mirrors what it passes, drawn out by the speed
    vec3 mirror = IMG_NORM_PIXEL(startImage, vec2(fract(uv.x + 0.2), 1.0 - uv.y)).rgb + IMG_NORM_PIXEL(startImage, vec2(fract(uv.x + 0.5), 0.95 - 0.9 * uv.y)).rgb;
    steel += mirror * 0.055 + 0.05 * valueNoise(vec2(x * 1.5, y * 60.0)) * (0.5 + y);
    steel *= 0.75 + 0.5 * smoothstep(-0.5, 0.45, y);
    steel += lamp.rgb * 0.12 * crest(y + 0.115, 0.006) + 0.20 * livery.rgb * crest(y + 0.10, 0.010);
    // windows: four to a carriage, a door at each end
    float w = (u - 0.30) / 0.325, at = fract(w) - 0.5, pane = floor(w);
    bool has = pane > -0.5 && pane < 3.5;
    float wide = smoothstep(0.40 + blur * 3.0, 0.40 - blur * 3.0, abs(at)), tall = smoothstep(0.155, 0.150, abs(y - 0.09) + 0.02 * smoothstep(0.30, 0.40, abs(at)));
    float glass = has ? wide * tall : 0.0;
    float reveal = has ? smoothstep(0.46 + blur * 3.0, 0.46 - blur * 3.0, abs(at)) * smoothstep(0.178, 0.170, abs(y - 0.09)) : 0.0;
    float d = min(abs(u - 0.17), abs(u - CARRIAGE + 0.17));
    float door = smoothstep(0.085 + blur, 0.085 - blur, d) * smoothstep(0.40, 0.395, abs(y + 0.03));
    steel = mix(steel, steel * 1.35 + 0.012, door * 0.7);
    float small = smoothstep(0.05 + blur, 0.05 - blur, d) * smoothstep(0.11, 0.105, abs(y - 0.12));
    glass = max(glass, small);
    steel = mix(steel, steel * 0.45, reveal * (1.0 - glass));
    vec3 inside = mix(will, lamp.rgb * (0.35 + 0.5 * valueNoise1(number * 7.0 + pane)), 0.34);
    // somebody sits there
    float head = length((vec2((at + 0.12) * 0.325, y + 0.005)) / vec2(0.030, 0.040)), shoulders = length(vec2((at + 0.12) * 0.325, y + 0.085) / vec2(0.062, 0.060));
    float person = has ? smoothstep(1.12, 0.9, min(head, shoulders)) * step(0.45, hash21(vec2(number, pane))) : 0.0;
    inside = mix(inside, vec3(0.05, 0.045, 0.05), 0.85 * person);
    inside += 0.10 * crest(at * 0.325 + y * 0.6 - 0.02, 0.03);
    vec3 train = mix(steel, inside, glass);
    train = mix(train, scenery * 0.55, gap);
    vec3 colour = mix(mix(train, was, ahead), will, gone);
    gl_FragColor = vec4(colour, 1.0);
}
