/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Engraving: the picture is cut into copper: lines that swell in the dark and bend over the forms, crossed in the deepest shadows; the burin presses with the bass.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "press", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "inkColour", "TYPE": "color", "DEFAULT": [0.05, 0.07, 0.13, 1] }
  ],
  "KINORA": {
    "cost": [2.6],
    "subject": "engraving", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "press", "signal": "bass", "low": 0.2, "high": 1.0, "halfLifeSeconds": 0.25 },
      { "input": "flow", "signal": "flow", "scale": 0.15 },
      { "input": "inkColour", "signal": "palette.shade" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = (uv - 0.5) * span;
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb;
    vec2 e = 0.008 / span;
    float right = grey(IMG_NORM_PIXEL(inputImage, uv + vec2(e.x, 0.0)).rgb), up = grey(IMG_NORM_PIXEL(inputImage, uv + vec2(0.0, e.y)).rgb);
    float left = grey(IMG_NORM_PIXEL(inputImage, uv - vec2(e.x, 0.0)).rgb), down = grey(IMG_NORM_PIXEL(inputImage, uv - vec2(0.0, e.y)).rgb);
    float here = grey(picture), wide = sqrt(0.25 * (right + up + left + down));
    float l = mix(wide, sqrt(here), 0.6);
    // lines run over the light as over a relief
    float relief = 0.020 * wide + 0.008 * valueNoise(p * 2.2 + flow);
    vec2 turned = vec2(0.956 * p.x + 0.292 * p.y, 0.956 * p.y - 0.292 * p.x);
    float lines = clamp(RENDERSIZE.y / 6.2, 48.0, 110.0) * min(1.0, 1.0);
    float a = abs(fract((turned.y + relief) * lines) - 0.5) * 2.0;
    float b = abs(fract((turned.x * 0.82 + turned.y * 0.5 - relief) * lines) - 0.5) * 2.0;
    float soft = clamp(lines * 2.2 / min(RENDERSIZE.x, RENDERSIZE.y), 0.10, 0.6);
    float dark = 1.0 - smoothstep(0.02, 0.92, l + 0.03 - 0.05 * press);
    float shaky = 0.10 * (valueNoise(turned * vec2(26.0, 150.0)) - 0.5);
    float first = smoothstep(-soft, soft, dark * 1.10 + shaky - a - 0.02);
    float second = smoothstep(-soft, soft, (dark - 0.56) * 2.0 + shaky - b);
    // contours are cut last and deepest
    float edge = length(vec2(right - left, up - down)) / (0.14 + 0.8 * wide * wide);
    float contour = smoothstep(0.40, 1.0, edge);
    float ink = clamp(max(max(first, second), contour), 0.0, 1.0);
    float tooth = valueNoise(p * 180.0);
    vec3 paper = vec3(0.945, 0.915, 0.84) - 0.03 * tooth - 0.05 * valueNoise(p * 3.0);
    vec3 tone = mix(vec3(0.075, 0.060, 0.055), inkColour.rgb, 0.45);
    vec3 plate = mix(paper, tone * (0.8 + 0.3 * tooth), ink * 0.95);
    // a hint of hand colouring
    float top = max(picture.r, max(picture.g, picture.b));
    plate *= mix(vec3(1.0), picture / max(top, 0.05), 0.30 * smoothstep(0.03, 0.25, top));
    gl_FragColor = vec4(mix(picture, plate, amount), 1.0);
}
