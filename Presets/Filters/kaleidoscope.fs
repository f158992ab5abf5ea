/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Kaleidoscope: three mirrors round the picture. The tube turns a step on every beat and settles, another number of mirrors comes every four bars, and the mirrors' glass darkens with each reflection.",
  "CREDIT": "Kinora", "CATEGORIES": ["Distortion Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "chapter", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "drift", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "breath", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 }
  ],
  "KINORA": {
    "cost": [3.0],
    "subject": "mirrors", "domain": "abstract", "licence": "MIT", "uses": ["ease"],
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "chapter", "signal": "chapterEase" },
      { "input": "drift", "signal": "flow" },
      { "input": "breath", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

vec2 mirrored(vec2 q, float mirrors) {
    float sector = 6.2831853 / mirrors;
    float angle = atan(q.y, q.x + (abs(q.x) + abs(q.y) < 1e-5 ? 1e-5 : 0.0));
    float fold = abs(mod(angle + 0.5 * sector, sector) - 0.5 * sector);
    return length(q) * vec2(cos(fold), sin(fold));
}

vec3 tube(vec2 p, float count) {
    float mirrors = 4.0 + 2.0 * mod(floor(count) + floor(variety * 3.0), 3.0);     // 4, 6, 8
    float turn = 0.2618 * stepped(beatCount, 0.45) + 6.0 * variety;
    float c = cos(turn), s = sin(turn);
    vec2 q = mirrored(mat2(c, s, -s, c) * p, mirrors);
    // the object chamber: where the wedge looks at the picture moves slowly
    float look = 0.11 * drift + 5.0 * variety;
    vec2 at = 0.5 + 0.16 * vec2(cos(look), sin(look * 0.83)) + (q - vec2(0.22, 0.06)) * (0.86 - 0.10 * breath) / vec2(RENDERSIZE.x / RENDERSIZE.y, 1.0);
    // beyond its edge the picture goes on mirrored
    at = abs(mod(at + 1.0, 2.0) - 1.0);
    vec3 colour = IMG_NORM_PIXEL(inputImage, at).rgb;
    float seam = abs(q.y) * mirrors;
    return colour * mix(0.86, 1.0, smoothstep(0.0, 0.035, seam));
}

void main() {
    vec2 p = (isf_FragNormCoord - 0.5) * RENDERSIZE / RENDERSIZE.y;
    float step1 = floor(chapter), glide = chapter - step1;
    vec3 colour = tube(p, step1);
    if (glide > 0.001) colour = mix(colour, tube(p, step1 + 1.0), glide);
    float r = length(p);
    gl_FragColor = vec4(colour * (1.0 - 0.22 * smoothstep(0.35, 1.05, r)), 1.0);
}
