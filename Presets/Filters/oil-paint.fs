/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Oil paint: the picture in flat dabs of thick paint that keep its edges, with the relief of the brush and the weave of the canvas; the brush grows with the energy.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "brush", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "turn1", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "dabs", "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, {} ],
  "KINORA": {
    "cost": [4.0],
    "subject": "painting", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.8, "high": 1.0 },
      { "input": "brush", "signal": "energy", "low": 0.25, "high": 1.0, "halfLifeSeconds": 0.5 },
      { "input": "turn1", "signal": "chapter" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = uv * span;
    if (PASSINDEX == 0) {
        // of four neighbourhoods the most even one gives the colour (Kuwahara), turned by the stroke's direction
        float a = valueNoise(p * 3.0 + turn1 * 5.0) * 0.9 + 0.15;
        vec2 x = vec2(swing(a + 0.25), swing(a)) * (0.0085 + 0.0085 * brush), y = vec2(-x.y, x.x);
        vec3 best = vec3(0.0);
        float least = 1e3;
        for (int k = 0; k < 4; k++) {
            vec2 u = k < 2 ? x : -x, v = (k == 0 || k == 3) ? y : -y;
            vec3 c0 = IMG_NORM_PIXEL(inputImage, uv + (0.25 * u + 0.25 * v) / span).rgb, c1 = IMG_NORM_PIXEL(inputImage, uv + (u + 0.3 * v) / span).rgb;
            vec3 c2 = IMG_NORM_PIXEL(inputImage, uv + (0.3 * u + v) / span).rgb, c3 = IMG_NORM_PIXEL(inputImage, uv + (0.8 * u + 0.8 * v) / span).rgb;
            vec3 mean = 0.25 * (c0 + c1 + c2 + c3), spread = c0 * c0 + c1 * c1 + c2 * c2 + c3 * c3 - 4.0 * mean * mean;
            float uneven = grey(max(spread, 0.0)) / (0.02 + grey(mean));
            if (uneven < least) { least = uneven; best = mean; }
        }
        gl_FragColor = vec4(best, grey(best));
        return;
    }
    vec3 paint = IMG_NORM_PIXEL(dabs, uv).rgb;
    // bristles lie along the same stroke direction; the paint is thick where it is light
    float a = valueNoise(p * 3.0 + turn1 * 5.0) * 0.9 + 0.15;
    vec2 x = vec2(swing(a + 0.25), swing(a));
    vec2 q = vec2(dot(p, x), dot(p, vec2(-x.y, x.x)));
    float hair = valueNoise(vec2(q.x * 16.0, q.y * 120.0)) * 0.6 + valueNoise(vec2(q.x * 30.0 + 7.0, q.y * 240.0)) * 0.4 - 0.5;
    vec2 e = 0.0035 / span;
    float slope = IMG_NORM_PIXEL(dabs, uv + vec2(-e.x, e.y)).a - IMG_NORM_PIXEL(dabs, uv + vec2(e.x, -e.y)).a;
    float canvas = swing(p.x * 95.0) * swing(p.y * 95.0);
    float l = grey(paint);
    vec3 rich = mix(vec3(l), paint, 1.28);
    rich = rich * (1.0 + hair * 0.26 - slope * 0.9 + canvas * 0.030 * (1.0 - l)) + 0.018 * hair;
    float wet = max(hair * 1.4 - slope * 2.0, 0.0);
    rich += wet * wet * 0.16 * (0.25 + l);
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, clamp(rich, 0.0, 1.0), amount), 1.0);
}
