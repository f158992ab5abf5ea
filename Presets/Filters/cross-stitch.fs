/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Cross-stitch: the picture is embroidered, a cross to every cell of the cloth, in yarns of few colours; the yarn is pulled tight on the beat.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "tight", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapter", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 }
  ],
  "KINORA": {
    "cost": [1.9],
    "subject": "embroidery", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "tight", "signal": "pulse" },
      { "input": "chapter", "signal": "chapter" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = uv * span;
    const float CELLS = 62.0;
    vec2 g = p * CELLS, cell = floor(g), f = g - cell - 0.5;
    vec3 c = IMG_NORM_PIXEL(inputImage, clamp((cell + 0.5) / CELLS / span, 0.0, 1.0)).rgb;
    vec3 h = hash23(cell + 0.5);
    // yarns come in few tones: brightness in seven steps, the hue kept and fed
    float top = max(c.r, max(c.g, c.b));
    float step1 = (floor(sqrt(top) * 7.0 + 0.35 + 0.3 * h.x) + 0.5) / 7.5;
    vec3 yarn = c / max(top, 0.02);
    yarn = mix(vec3(grey(yarn)), yarn, 1.25);
    yarn = clamp(yarn, 0.0, 1.1) * step1 * (0.12 + 1.30 * step1) + 0.02;
    float pixel = CELLS / min(RENDERSIZE.x, RENDERSIZE.y);
    // two diagonals; the upper one covers the lower
    float thick = 0.185 - 0.018 * tight;
    vec2 slant = f + (h.yz - 0.5) * 0.06;
    float a = (slant.x + slant.y) * 0.7071, b = (slant.x - slant.y) * 0.7071;
    float under = smoothstep(thick + pixel, thick - pixel, abs(a)) * smoothstep(0.66, 0.60, abs(b));
    float over = smoothstep(thick + pixel, thick - pixel, abs(b)) * smoothstep(0.66, 0.60, abs(a));
    // strands twist; each thread is round
    float strand = 0.86 + 0.14 * swing(b * 3.4 + a * 5.0), strand2 = 0.86 + 0.14 * swing(a * 3.4 - b * 5.0);
    float round1 = 1.0 - 0.55 * (a / thick) * (a / thick) * 0.6, round2 = 1.0 - 0.55 * (b / thick) * (b / thick) * 0.6;
    float weave = 0.5 + 0.5 * swing(g.x * 4.0) * swing(g.y * 4.0);
    vec3 cloth = vec3(0.90, 0.875, 0.82) * (0.72 + 0.20 * weave + 0.06 * valueNoise(p * 40.0));
    cloth = mix(cloth, cloth * (0.12 + 1.1 * yarn), 0.82);
    float hole = smoothstep(0.12, 0.05, length(abs(f) - 0.5));
    cloth *= 1.0 - 0.65 * hole;
    cloth *= 1.0 - 0.35 * smoothstep(thick + 0.10, thick, min(abs(a), abs(b)));
    vec3 sewn = mix(cloth, yarn * strand * round1 * 0.84, under);
    sewn *= 1.0 - 0.38 * smoothstep(thick + 0.12, thick, abs(b)) * (1.0 - over);
    sewn = mix(sewn, yarn * strand2 * round2 * 1.10, over);
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, sewn, amount), 1.0);
}
