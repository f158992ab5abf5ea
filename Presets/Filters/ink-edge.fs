/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Ink edge: the picture's contours are drawn with a pen on paper and washed with a little of its colour; the hand draws every line anew on the half beat, and presses harder on the kick.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "stroke", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "press", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "wash", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "inkColour", "TYPE": "color", "DEFAULT": [0.08, 0.09, 0.14, 1.0] }
  ],
  "KINORA": {
    "cost": [3.9],
    "subject": "ink", "domain": "art", "licence": "MIT", "uses": ["noise"],
    "bindings": [
      { "input": "stroke", "signal": "beats", "scale": 2.0 },
      { "input": "press", "signal": "kick", "low": 0.25, "high": 1.0, "halfLifeSeconds": 0.18 },
      { "input": "wash", "signal": "energy", "low": 0.4, "high": 0.85 },
      { "input": "inkColour", "signal": "palette.shade" } ]
  }
}*/

float grey(vec2 uv) { return dot(IMG_NORM_PIXEL(inputImage, uv).rgb, vec3(0.30, 0.59, 0.11)); }

void main() {
    vec2 uv = isf_FragNormCoord;
    float aspect = RENDERSIZE.x / RENDERSIZE.y;
    vec2 p = vec2(uv.x * aspect, uv.y);
    float hand = floor(stroke) * 7.31;
    // a hand is never twice in the same place
    vec2 shake = vec2(valueNoise(p * 9.0 + hand), valueNoise(p * 9.0 + hand + 41.0)) - 0.5;
    vec2 at = uv + shake * vec2(0.0085 / aspect, 0.0085);
    vec2 d = vec2(1.0 / aspect, 1.0) * (0.0016 + 0.0011 * press);
    vec2 n = vec2(d.x, 0.0), m = vec2(0.0, d.y);
    float a = grey(at - n - m), b = grey(at - m), c = grey(at + n - m), e = grey(at - n);
    float f = grey(at + n), g = grey(at - n + m), h = grey(at + m), i = grey(at + n + m);
    vec2 slope = vec2(c + 2.0 * f + i - a - 2.0 * e - g, g + 2.0 * h + i - a - 2.0 * b - c);
    float mean = (a + b + c + e + f + g + h + i) * 0.125;
    // what is dark has fainter steps: the pen looks at ratios
    float edge = length(slope) / (0.16 + 0.9 * mean);
    float line = smoothstep(0.34 - 0.14 * press, 1.05, edge);
    // shadows are hatched, one way, then across
    float shade = 1.0 - smoothstep(0.02, 0.34, mean);
    vec2 q = p + shake * 0.012;
    float first = abs(fract((q.x + q.y) * 62.0) - 0.5) * 2.0, second = abs(fract((q.x - q.y * 1.1) * 62.0) - 0.5) * 2.0;
    float hatch = smoothstep(0.55, 0.25, first) * smoothstep(0.15, 0.55, shade) + smoothstep(0.5, 0.2, second) * smoothstep(0.6, 0.95, shade);
    float tooth = valueNoise(p * 210.0) * 0.55 + valueNoise(p * 60.0) * 0.45;
    float ink = clamp(line + 0.62 * hatch, 0.0, 1.0) * smoothstep(0.05, 0.55, tooth + 0.55 * line + 0.12);
    vec3 paper = vec3(0.965, 0.945, 0.90) - 0.03 * tooth;
    vec3 colour = IMG_NORM_PIXEL(inputImage, uv + shake * 0.02).rgb;
    float light = max(max(colour.r, colour.g), max(colour.b, 0.05));
    vec3 tint = mix(vec3(1.0), colour / light, 0.75);                       // the colour alone, as a thin wash
    float pool = smoothstep(0.25, 0.75, valueNoise(p * 5.0 + 9.0)) * 0.35 + 0.65;
    vec3 sheet = paper * mix(vec3(1.0), tint * mix(0.62, 1.0, smoothstep(0.0, 0.7, mean)), wash * pool);
    gl_FragColor = vec4(mix(sheet, inkColour.rgb * 0.55, ink * 0.94), 1.0);
}
