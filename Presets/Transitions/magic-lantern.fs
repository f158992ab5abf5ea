/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Magic lantern: the wooden carrier is pushed through the lantern by hand; the old slide goes out with its frame, brass and grain pass through the light, and the next slide clicks into place.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "lamp", "TYPE": "color", "DEFAULT": [1.0, 0.88, 0.62, 1] }
  ],
  "KINORA": {
    "cost": [3.5],
    "subject": "lantern", "domain": "theatre", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.3, "arousal": -0.2, "reach": 0.8 },
    "fits": ["theatre", "stage", "puppet", "toy", "film", "poster", "book"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
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
    float between = 0.42, step1 = span.x + between;
    // pushed in two shoves; it stops against its peg and springs back a hair
    float a = easeInOut(remap(progress, 0.10, 0.46)) * 0.46, b = easeInOut(remap(progress, 0.50, 0.84)) * 0.54;
    float shift = step1 * (a + b) + 0.022 * bump(progress, 0.845, 0.05) ;
    float rock = 0.010 * swing((a + b) * 3.0) * smoothstep(0.0, 0.05, a) * (1.0 - smoothstep(0.80, 0.9, progress));
    float x = p.x + shift, y = p.y + rock;
    float u = x > 0.5 * step1 ? x - step1 : x;                     // within one slide
    bool isNew = x > 0.5 * step1;
    float d = 0.5 * span.x - abs(u);                               // > 0 on the glass
    float moving = smoothstep(0.02, 0.12, progress) * (1.0 - smoothstep(0.86, 0.98, progress));
    vec2 at = vec2(u * side, y) / span + 0.5;
    // slides are double: a faint second image of the glass's other side, and colour at the edge of the lens
    vec3 slide = isNew ? IMG_NORM_PIXEL(endImage, clamp(at, 0.0, 1.0)).rgb : IMG_NORM_PIXEL(startImage, clamp(at, 0.0, 1.0)).rgb;
    vec3 flare = isNew ? IMG_NORM_PIXEL(endImage, clamp(at + vec2(0.006, 0.004), 0.0, 1.0)).rgb : IMG_NORM_PIXEL(startImage, clamp(at + vec2(0.006, 0.004), 0.0, 1.0)).rgb;
    slide = mix(slide, flare, 0.25 * moving);
    slide = mix(slide, slide * vec3(1.06, 0.98, 0.84) + 0.02, 0.7 * moving);
    float pixel = 1.5 / min(RENDERSIZE.x, RENDERSIZE.y);
    float blur = pixel + abs(0.012 * (bump(progress, 0.28, 0.16) + bump(progress, 0.67, 0.16))) * span.x;
    float glass = smoothstep(-blur, blur, d);
    slide *= 1.0 - moving * 0.65 * smoothstep(0.05, 0.0, d);
    // mahogany between them, seen against the lamp: a bevel, grain, a brass screw at each corner
    float gx = abs(u) - 0.5 * span.x;
    float grain1 = valueNoise(vec2(gx * 60.0 + 3.0 * valueNoise(vec2(y * 2.0, gx * 4.0)), y * 2.6)) * 0.6 + valueNoise(vec2(gx * 190.0, y * 9.0)) * 0.4;
    vec3 wood = mix(vec3(0.10, 0.042, 0.022), vec3(0.36, 0.16, 0.075), grain1) * (0.75 + 0.35 * smoothstep(0.5, -0.4, length(p) - 0.2));
    wood += lamp.rgb * 0.32 * crest(gx - 0.012, 0.012) + lamp.rgb * 0.05;
    wood *= 1.0 - 0.75 * crest(gx - 0.5 * between, 0.005);
    vec2 s = vec2(gx - 0.10, abs(y) - 0.36 * span.y);
    float screw = length(s) - 0.026;
    vec3 brass = vec3(0.86, 0.62, 0.28) * (0.55 + 0.9 * smoothstep(0.02, -0.03, s.x * side + s.y)) * (1.0 - 0.7 * crest(s.x * 0.7 - s.y * 0.7, 0.004));
    wood = mix(wood * (1.0 - 0.5 * smoothstep(0.014, 0.0, screw)), brass, smoothstep(pixel, -pixel, screw));
    vec3 colour = mix(wood, slide, glass);
    // the lantern's round beam, while anything moves
    float beam = smoothstep(length(span) * 0.56, length(span) * 0.30, length(p));
    colour *= 1.0 - moving * (1.0 - beam) * 0.75;
    colour *= 1.0 + 0.03 * pulse * moving;
    gl_FragColor = vec4(colour, 1.0);
}
