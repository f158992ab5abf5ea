/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Red and blue: as for the glasses of old cinema, two views in red and in cyan; bright and low things stand nearer, and the depth opens with the bass.",
  "CREDIT": "Kinora", "CATEGORIES": ["Color Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "fade", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 }
  ],
  "KINORA": {
    "cost": [2.6],
    "subject": "depth", "domain": "film", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "bass", "low": 0.3, "high": 1.0, "halfLifeSeconds": 0.35 },
      { "input": "barCount", "signal": "bars" },
      { "input": "fade", "signal": "energy", "low": 0.4, "high": 0.8 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    // depth from what is there: low in the picture is near, and so is what stands out from the mean
    float here = sqrt(grey(IMG_NORM_PIXEL(inputImage, uv).rgb));
    float around = 0.25 * (grey(IMG_NORM_PIXEL(inputImage, uv + vec2(0.020, 0.012)).rgb) + grey(IMG_NORM_PIXEL(inputImage, uv - vec2(0.020, 0.012)).rgb)
        + grey(IMG_NORM_PIXEL(inputImage, uv + vec2(-0.020, 0.012)).rgb) + grey(IMG_NORM_PIXEL(inputImage, uv + vec2(0.020, -0.012)).rgb));
    float near = clamp(0.75 - 0.85 * uv.y + 0.55 * sqrt(around) + 0.15 * (here - sqrt(around)), 0.0, 1.0);
    float pivot = 0.45 + 0.18 * swing(barCount * 0.125);
    float shift = amount * (near - pivot) * 0.062 / span.x;
    vec3 left = IMG_NORM_PIXEL(inputImage, clamp(uv + vec2(shift, 0.0), 0.0, 1.0)).rgb, right = IMG_NORM_PIXEL(inputImage, clamp(uv - vec2(shift, 0.0), 0.0, 1.0)).rgb;
    // half colours: the red eye sees grey, the cyan eye keeps some colour
    float red = mix(left.r, grey(left), 0.80);
    vec3 glasses = vec3(red, mix(right.gb, vec2(grey(right)), 0.55 * fade));
    glasses = mix(glasses, glasses * glasses * (3.0 - 2.0 * glasses), 0.25);
    vec3 print = mix(glasses, vec3(0.955, 0.94, 0.90) * glasses + vec3(0.018, 0.012, 0.016), fade);
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, print, min(amount * 3.0, 1.0)), 1.0);
}
