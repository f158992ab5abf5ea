/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Mosaic: the picture is laid of small stones in bowed courses, each a little tilted, with gold among the bright ones; a gleam runs over the wall on the beat.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "gleam", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "grout", "TYPE": "color", "DEFAULT": [0.05, 0.07, 0.13, 1] }
  ],
  "KINORA": {
    "cost": [2.0],
    "subject": "mosaic", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "gleam", "signal": "beats", "scale": 0.25 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "grout", "signal": "palette.shade" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = (uv - 0.5) * span;
    const float STONES = 40.0;
    vec2 bow = vec2(0.0, 0.045 * swing(p.x * 0.33 + 0.15) + 0.012 * swing(p.x * 1.1 + p.y * 0.4));
    vec2 g = (p + bow) * STONES;
    float course = floor(g.y);
    g.x += hash11(course) * 9.0;
    // stones of different lengths: two cells are now and then one
    vec2 cell = vec2(floor(g.x), course), f = g - cell - 0.5;
    vec3 h = hash23(cell);
    float lean = (h.x - 0.5) * 0.22;
    vec2 q = vec2(f.x + lean * f.y, f.y - lean * f.x) + (h.yz - 0.5) * 0.07;
    vec2 size = vec2(0.47 - 0.04 * h.y, 0.465 - 0.045 * h.z);
    vec2 out1 = abs(q) - size + 0.08;
    float d = length(max(out1, 0.0)) + min(max(out1.x, out1.y), 0.0) - 0.08;
    vec2 back = vec2(cell.x + 0.5 - hash11(course) * 9.0, cell.y + 0.5) / STONES;
    vec2 at = (back - bow) / span + 0.5;
    vec3 stone = IMG_NORM_PIXEL(inputImage, clamp(at, 0.0, 1.0)).rgb;
    float l = grey(stone);
    stone = mix(vec3(l), stone, 1.22) * (0.98 + 0.40 * h.x) + 0.020;
    // each face looks another way: a light that passes catches one after the other
    vec2 face = (h.yz - 0.5) * 2.0;
    float wave = crest(fract(gleam - dot(p, vec2(0.45, 0.22)) + 0.12 * face.x) - 0.5, 0.16);
    float gold = step(0.62, h.z + 0.35 * l);
    vec3 shine = mix(vec3(1.0), vec3(1.0, 0.82, 0.45), gold);
    stone *= 0.93 + 0.14 * (face.x * 0.5 + face.y * 0.5);
    stone += shine * wave * (0.10 + 0.30 * l * gold) * (0.35 + 0.65 * max(face.y, 0.0)) * (0.7 + 0.3 * pulse);
    // lit from above left
    float bevel = smoothstep(-0.11, -0.01, d);
    stone *= 1.0 + bevel * (0.30 * sign(q.y - q.x * 0.6) * min(abs(q.y - q.x * 0.6) * 4.0, 1.0));
    float pixel = STONES / min(RENDERSIZE.x, RENDERSIZE.y);
    vec3 bed = mix(vec3(0.20, 0.185, 0.17), grout.rgb, 0.5) * (0.55 + 0.25 * valueNoise(p * 300.0)) * (0.5 + 0.8 * l);
    vec3 wall = mix(bed, stone, smoothstep(pixel, -pixel, d));
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, wall, amount), 1.0);
}
