/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Colour breath: on every beat the lens takes a breath and its colours part towards the edges, red outward and blue inward; they come together again before the next one.",
  "CREDIT": "Kinora", "CATEGORIES": ["Color Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "depth", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.3],
    "subject": "lens", "domain": "film", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "bindings": [
      { "input": "amount", "signal": "pulse", "low": 0.0, "high": 1.0 },
      { "input": "beatCount", "signal": "beats" },
      { "input": "depth", "signal": "energy", "low": 0.35, "high": 1.0 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 q = (uv - 0.5) * span;
    float r2 = dot(q, q);
    // the middle of the breath goes to and fro over four beats
    vec2 middle = vec2(0.08 * swing(beatCount * 0.25), 0.0);
    vec2 out1 = (q - middle) / span;
    float part = amount * depth * (0.010 + 0.110 * min(r2, 1.2));
    float scatter = hash21(gl_FragCoord.xy) - 0.5;
    vec3 sum = vec3(0.0), weight = vec3(1e-4);
    for (int i = 0; i < 6; i++) {
        float s = (float(i) + 0.5 + scatter * 0.8) / 6.0;           // 0 red .. 1 blue
        vec3 w = max(1.0 - abs(vec3(s, s - 0.5, s - 1.0)) * 2.2, 0.0);
        sum += IMG_NORM_PIXEL(inputImage, clamp(uv - out1 * part * (1.0 - 2.0 * s), 0.0, 1.0)).rgb * w;
        weight += w;
    }
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb;
    gl_FragColor = vec4(mix(picture, sum / weight, smoothstep(0.0, 0.0012, part)), 1.0);
}
