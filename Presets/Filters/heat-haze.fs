/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Heat haze: hot air rises from the ground and lets the picture swim, more below than above; the bass stokes it, and far below the ground mirrors the sky.",
  "CREDIT": "Kinora", "CATEGORIES": ["Distortion Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "rise", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "warm", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 }
  ],
  "KINORA": {
    "cost": [2.0],
    "subject": "heat", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "bass", "low": 0.25, "high": 1.0, "halfLifeSeconds": 0.35 },
      { "input": "rise", "signal": "flow" },
      { "input": "warm", "signal": "energy" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = uv * span;
    vec3 a = valueNoiseD(vec2(p.x * 5.5, p.y * 9.0 - rise * 2.4));
    vec3 b = valueNoiseD(vec2(p.x * 15.0 + 3.0 * a.x, p.y * 21.0 - rise * 4.6));
    float near = 1.0 - smoothstep(0.05, 0.95, uv.y);
    vec2 bend = (a.yz * vec2(0.75, 0.5) + b.yz * vec2(0.38, 0.25)) * 0.0125 * amount * (0.25 + 0.95 * near);
    // a layer near the ground throws light back up
    float pool = crest(uv.y - 0.10, 0.10) * smoothstep(0.46, 0.60, a.x + 0.25 * b.x) * amount;
    vec2 at = uv + bend / span;
    vec3 r = IMG_NORM_PIXEL(inputImage, clamp(at, 0.0, 1.0)).rgb;
    float blue = IMG_NORM_PIXEL(inputImage, clamp(at + bend * 0.30 / span, 0.0, 1.0)).b;
    vec3 colour = vec3(r.rg, mix(r.b, blue, min(amount * 2.0, 1.0)));
    vec3 sky = IMG_NORM_PIXEL(inputImage, vec2(at.x, clamp(0.62 - at.y * 0.8, 0.0, 1.0))).rgb;
    colour = mix(colour, sky, 0.45 * pool);
    colour += vec3(0.075, 0.035, 0.0) * warm * amount * near * (0.5 + a.x);
    gl_FragColor = vec4(colour, 1.0);
}
