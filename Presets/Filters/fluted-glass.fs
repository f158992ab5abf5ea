/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Fluted glass: a door of ribbed glass before the picture; every rib shows it squeezed and turned round, the door slides slowly, and the bass makes the ribs rounder.",
  "CREDIT": "Kinora", "CATEGORIES": ["Distortion Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.7 },
    { "NAME": "slide", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 }
  ],
  "KINORA": {
    "cost": [2.0],
    "subject": "glass", "domain": "place", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "bass", "low": 0.4, "high": 1.0, "halfLifeSeconds": 0.4 },
      { "input": "slide", "signal": "flow", "scale": 0.03 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = (uv - 0.5) * span;
    float slant = variety < 0.34 ? 0.0 : variety < 0.67 ? 0.42 : -0.42;
    vec2 across = normalize(vec2(1.0, slant));
    float ribs = 13.0 + 8.0 * fract(variety * 3.0);
    float g = (dot(p, across) + slide) * ribs;
    float number = floor(g), f = g - number - 0.5;
    float uneven = 0.85 + 0.30 * hash11(number);
    // a half-round rib: the ray is bent the more the nearer it is to the seam
    float bend = f * (0.9 + 2.6 * f * f) * uneven * amount;
    vec2 at = uv - across * bend * (2.15 / ribs) / span;
    float seed = valueNoise(vec2(p.y * 2.0 + number * 7.0, number)) - 0.5;
    at += vec2(0.0, seed * 0.012 * amount);
    at = mirrorEdge(at);
    vec2 split = across * f * amount * 0.012 / span;
    vec3 c = IMG_NORM_PIXEL(inputImage, at).rgb;
    c.r = mix(c.r, IMG_NORM_PIXEL(inputImage, mirrorEdge(at + split)).r, 0.85);
    c.b = mix(c.b, IMG_NORM_PIXEL(inputImage, mirrorEdge(at - split)).b, 0.85);
    // glass: dark seams, a line of light along each rib
    float seam = smoothstep(0.36, 0.5, abs(f));
    float pane = min(amount * 2.0, 1.0);
    c *= 1.0 - 0.38 * seam * pane;
    c += pane * crest(f + 0.24, 0.07) * 0.085 * (0.4 + grey(c)) + pane * crest(f - 0.34, 0.05) * 0.04;
    gl_FragColor = vec4(c, 1.0);
}
