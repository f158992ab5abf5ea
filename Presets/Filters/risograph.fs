/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Risograph: the picture is printed in two inks on rough paper, each a cloud of grains; every bar is a new sheet, and the second drum never meets the first exactly.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "sheet", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "swell", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "first", "TYPE": "color", "DEFAULT": [0.06, 0.12, 0.28, 1] },
    { "NAME": "second", "TYPE": "color", "DEFAULT": [0.95, 0.4, 0.3, 1] }
  ],
  "KINORA": {
    "cost": [2.0],
    "subject": "print", "domain": "art", "licence": "MIT", "uses": ["noise", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "sheet", "signal": "bars" },
      { "input": "swell", "signal": "bass", "halfLifeSeconds": 0.3 },
      { "input": "first", "signal": "palette.deep" },
      { "input": "second", "signal": "palette.accent" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = uv * span;
    float bar = floor(sheet);
    vec2 slip = (hash12(bar + 3.0) - 0.5) * 0.010 / span;
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb, other = IMG_NORM_PIXEL(inputImage, uv + slip).rgb;
    float light = sqrt(grey(picture)), light2 = sqrt(grey(other));
    // the dark ink draws; the bright one fills the middle tones and what is warm
    float dark = clamp(1.16 - 1.42 * light, 0.0, 1.0);
    float bright = clamp(0.98 - 2.1 * abs(light2 - 0.48) + 1.0 * (other.r - 0.5 * other.b - 0.5 * other.g) + 0.10 * swell, 0.0, 0.96);
    float grains = 0.55 * valueNoise(p * 290.0 + bar * 7.0) + 0.45 * hash21(floor(p * 420.0) + bar);
    float grains2 = 0.55 * valueNoise(p.yx * 270.0 + 31.0 - bar * 5.0) + 0.45 * hash21(floor(p * 390.0) + 57.0 + bar);
    // a drum inks unevenly
    float roll = 0.92 + 0.12 * valueNoise(vec2(p.x * 2.0, p.y * 7.0) + bar * 3.0);
    float ink1 = smoothstep(-0.16, 0.16, dark * roll - grains), ink2 = smoothstep(-0.16, 0.16, bright * roll - grains2);
    vec3 paper = vec3(0.955, 0.935, 0.885) - 0.025 * valueNoise(p * vec2(60.0, 150.0));
    vec3 a = mix(vec3(0.08, 0.16, 0.36), first.rgb, 0.45), b = mix(vec3(1.0, 0.36, 0.28), second.rgb, 0.5);
    vec3 print = paper * mix(vec3(1.0), b, 0.92 * ink2) * mix(vec3(1.0), a, 0.94 * ink1);
    gl_FragColor = vec4(mix(picture, print, amount), 1.0);
}
