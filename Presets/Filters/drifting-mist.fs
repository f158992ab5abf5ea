/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Drifting mist: banks of fog lie in the lower half of the picture and drift across it, in the colour of the picture's own light; what is bright glows through, and the mist thins as the music opens.",
  "CREDIT": "Kinora", "CATEGORIES": ["Weather"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.7 },
    { "NAME": "drift", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "air", "WIDTH": "16", "HEIGHT": "9" }, {} ],
  "KINORA": {
    "cost": [2.1],
    "subject": "mist", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 1.0, "high": 0.7, "halfLifeSeconds": 1.5 },
      { "input": "drift", "signal": "flow", "scale": 0.25 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (PASSINDEX == 0) { gl_FragColor = vec4(AIR(inputImage, uv), 1.0); return; }
    vec2 p = uv * RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb, around = IMG_NORM_PIXEL(air, uv).rgb;
    // two banks that pass each other; each thick below its own wavy top
    float slow = valueNoise(vec2(p.x * 1.5 - drift * 0.5, p.y * 3.2)) * 0.6 + valueNoise(vec2(p.x * 3.6 - drift * 0.9, p.y * 7.5 + drift * 0.1)) * 0.4;
    float fast = valueNoise(vec2(p.x * 2.3 + drift * 1.1, p.y * 5.1)) * 0.6 + valueNoise(vec2(p.x * 6.1 + drift * 1.9, p.y * 11.0 - drift * 0.2)) * 0.4;
    float behind = smoothstep(0.95, 0.10, uv.y + 0.55 * (slow - 0.5)) * (0.45 + 0.75 * slow);
    float before = smoothstep(0.50, 0.02, uv.y + 0.40 * (fast - 0.5)) * (0.35 + 0.9 * fast);
    float fog = amount * (0.12 + 0.88 * (1.0 - (1.0 - 0.86 * clamp(behind, 0.0, 1.0)) * (1.0 - 0.66 * clamp(before, 0.0, 1.0))));
    // lights reach through as a soft glow
    float glow = smoothstep(0.55, 0.95, grey(picture));
    vec3 mist = mix(vec3(grey(around)), around, 0.65) * 0.72 + vec3(0.17, 0.18, 0.20);
    vec3 colour = mix(picture, mist, fog * (1.0 - 0.45 * glow));
    gl_FragColor = vec4(colour, 1.0);
}
