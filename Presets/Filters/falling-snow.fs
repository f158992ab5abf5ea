/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Falling snow: flakes of four depths sink through the picture, each swaying on its own way; the nearest are large and soft, the air whitens towards the distance, and a gust on the bar line blows them aside.",
  "CREDIT": "Kinora", "CATEGORIES": ["Weather"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.7 },
    { "NAME": "fall", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "gust", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "air", "WIDTH": "16", "HEIGHT": "9" }, {} ],
  "KINORA": {
    "cost": [3.0],
    "subject": "snow", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.6, "high": 1.0, "halfLifeSeconds": 0.8 },
      { "input": "fall", "signal": "flow", "scale": 0.3 },
      { "input": "gust", "signal": "downPulse", "halfLifeSeconds": 0.5 } ]
  }
}*/

// flakes of one depth: cover 0..1; cells to a picture's height, softness in parts of a flake
float flakes(vec2 p, float cells, float speed, float size, float soft, float share) {
    p.x -= 0.05 * gust * speed;
    p.y += fall * speed;
    p.x += 0.06 * swing(fall * speed * 0.35 + p.y * 0.3) + fall * speed * 0.20;
    vec2 g = p * cells, cell = floor(g), f = g - cell - 0.5;
    vec3 h = hash23(cell + cells);
    vec2 sway = 0.16 * swing2(vec2(fall * speed * 0.9 + h.x, fall * speed * 0.6 + h.y));
    float d = length(f - (h.xy - 0.5) * 0.45 - sway);
    float radius = size * (0.55 + 0.45 * fract(h.z * 37.0));
    return step(h.z, share) * smoothstep(radius, radius * (1.0 - soft), d);
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (PASSINDEX == 0) { gl_FragColor = vec4(AIR(inputImage, uv), 1.0); return; }
    vec2 p = uv * RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec3 colour = IMG_NORM_PIXEL(inputImage, uv).rgb, around = IMG_NORM_PIXEL(air, uv).rgb;
    vec3 white = mix(around, vec3(grey(around)), 0.6) * 0.45 + vec3(0.50, 0.53, 0.58);
    // what is far stands in the drift: the middle of the picture more than its foot
    float drift = valueNoise(p * 1.7 + vec2(fall * 0.4, fall * 0.15)) * 0.6 + valueNoise(p * 4.3 + vec2(fall * 0.7, fall * 0.3)) * 0.4;
    colour = mix(colour, white, amount * (0.10 + 0.26 * drift * smoothstep(0.0, 0.45, uv.y)));
    float far = flakes(p, 46.0, 0.55, 0.16, 0.6, 0.75), middle = flakes(p + 4.1, 24.0, 0.75, 0.18, 0.6, 0.62);
    float close = flakes(p + 8.3, 12.0, 1.05, 0.17, 0.75, 0.5), near = flakes(p + 2.9, 4.5, 1.6, 0.17, 1.0, 0.30);
    float snow = 1.0 - (1.0 - 0.55 * far) * (1.0 - 0.75 * middle) * (1.0 - 0.85 * close) * (1.0 - 0.55 * near);
    gl_FragColor = vec4(mix(colour, white + 0.05, amount * snow), 1.0);
}
