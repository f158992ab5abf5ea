/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Linocut: the picture is cut into lino and printed in black over a second block of colour; the gouge leaves its furrows in the light, and the ink takes less on every off-beat.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "press", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "sheet", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "block", "TYPE": "color", "DEFAULT": [0.92, 0.45, 0.25, 1] },
    { "NAME": "inkColour", "TYPE": "color", "DEFAULT": [0.05, 0.07, 0.13, 1] }
  ],
  "KINORA": {
    "cost": [4.5],
    "subject": "print", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.8, "high": 1.0 },
      { "input": "press", "signal": "kick", "halfLifeSeconds": 0.25 },
      { "input": "sheet", "signal": "bars", "scale": 0.5 },
      { "input": "block", "signal": "palette.accent" },
      { "input": "inkColour", "signal": "palette.shade" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = (uv - 0.5) * span;
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb;
    vec2 e = 0.0065 / span;
    float r = grey(IMG_NORM_PIXEL(inputImage, uv + vec2(e.x, 0.0)).rgb), l0 = grey(IMG_NORM_PIXEL(inputImage, uv - vec2(e.x, 0.0)).rgb);
    float u = grey(IMG_NORM_PIXEL(inputImage, uv + vec2(0.0, e.y)).rgb), d = grey(IMG_NORM_PIXEL(inputImage, uv - vec2(0.0, e.y)).rgb);
    float mean = sqrt(0.2 * (r + l0 + u + d + grey(picture)));
    // a cutter looks at what is lighter or darker than its surroundings
    vec2 w = 0.105 / span;
    float wide = sqrt(0.25 * (grey(IMG_NORM_PIXEL(inputImage, uv + w).rgb) + grey(IMG_NORM_PIXEL(inputImage, uv - w).rgb) + grey(IMG_NORM_PIXEL(inputImage, uv + vec2(w.x, -w.y)).rgb) + grey(IMG_NORM_PIXEL(inputImage, uv + vec2(-w.x, w.y)).rgb)));
    mean += 0.75 * (mean - wide);
    // furrows of the gouge: short strokes round a point low in the picture, broken and of uneven depth
    vec2 q = p - vec2(0.0, -0.9);
    float ring = length(q) * 27.0 + 0.9 * valueNoise(p * 3.0);
    float lane = floor(ring), across = abs(ring - lane - 0.5) * 2.0;
    float along = atan(q.x, q.y) * 13.0 + hash11(lane) * 7.0;
    float stroke = fract(along), taper = smoothstep(0.0, 0.35, stroke) * smoothstep(1.0, 0.72, stroke);
    float deep = 0.35 + 0.65 * hash21(vec2(lane, floor(along)));
    float furrow = smoothstep(1.0, 0.15, across) * taper * deep;
    float edge = length(vec2(r - l0, u - d)) / (0.12 + 0.6 * mean);
    float bite = mean + 0.20 * (furrow - 0.30) + 0.05 * (valueNoise(p * 24.0) - 0.5) - 0.10 * smoothstep(0.35, 0.9, edge);
    float pixel = 0.022;
    float black = smoothstep(0.47 + pixel, 0.47 - pixel, bite - 0.015 * press);
    // the colour block: cut coarser, and printed a little off
    vec2 slip = (hash12(floor(sheet) + 5.0) - 0.5) * 0.010 / span;
    float second = sqrt(grey(IMG_NORM_PIXEL(inputImage, uv + slip).rgb)) + 0.14 * (furrow - 0.25);
    float colour1 = smoothstep(0.74 + pixel, 0.74 - pixel, second);
    float salt = valueNoise(p * 170.0) * 0.6 + valueNoise(p * 66.0) * 0.4;
    float take = smoothstep(0.16, 0.34 - 0.05 * press, salt + 0.03 * press);
    vec3 paper = vec3(0.945, 0.925, 0.87) - 0.025 * valueNoise(p * vec2(40.0, 160.0));
    float top = max(picture.r, max(picture.g, picture.b));
    vec3 tint = mix(block.rgb, mix(picture / max(top, 0.05), vec3(0.85), 0.15), 0.62);
    vec3 print = mix(paper, paper * tint, colour1 * (0.72 + 0.22 * take));
    print = mix(print, mix(vec3(0.05, 0.045, 0.05), inkColour.rgb * 0.7, 0.5), black * (0.55 + 0.42 * take));
    gl_FragColor = vec4(mix(picture, print, amount), 1.0);
}
