/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Bird flock: first a few birds cross the picture, then the whole flock darkens it with its wings; where the last birds leave, it is another place.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "shade", "TYPE": "color", "DEFAULT": [0.05, 0.07, 0.13, 1] }
  ],
  "KINORA": {
    "cost": [2.7],
    "subject": "birds", "domain": "animals", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "mood": { "valence": 0.1, "arousal": 0.3, "reach": 0.9 },
    "fits": ["bird", "starling", "heron", "hawk", "eagle", "butterfly", "sky", "wing"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "flow", "signal": "beats" },
      { "input": "shade", "signal": "palette.shade" } ]
  }
}*/

// one layer of birds in cells that fly along x; wings beat with the music. near 0..1: how crowded it is here
float birds(vec2 p, float size, float salt, float crowd) {
    vec2 q = p / size + salt;
    q.y += 0.5 * mod(floor(q.x), 2.0);
    vec2 cell = floor(q);
    vec3 h = hash23(cell + salt * 3.0);
    if (h.z > crowd) return 0.0;
    vec2 d = fract(q) - 0.5 - (h.xy - 0.5) * 0.30;
    float c = 0.95, s = (h.x - 0.5) * 0.6;
    d = vec2(c * d.x + s * d.y, c * d.y - s * d.x) * (1.15 + 0.5 * h.y);
    float beat = swing(flow * 0.5 + h.y * 0.35 + salt * 0.13) + 0.5 * pulse;
    float x = abs(d.x), wing = x * (0.55 + 0.9 * beat) - x * x * (1.6 + 1.1 * beat) ;
    float thick = 0.075 * (1.0 - x * 2.1) * (1.0 - 0.4 * x);
    float body = length(d * vec2(1.2, 2.6)) - 0.13;
    float w = max(abs(d.y - wing + 0.03) - thick, x - 0.46);
    float soft = 1.3 / (size * min(RENDERSIZE.x, RENDERSIZE.y)) + 0.012;
    return smoothstep(soft, -soft, min(w, body * 0.6));
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = (uv - 0.5) * span;
    p.x *= side;
    float front = mix(-0.5 * span.x - 0.85, 0.5 * span.x + 0.85, progress);
    float wave = 0.16 * swing(p.y * 0.55 + variety) + 0.20 * (valueNoise(vec2(p.y * 2.4, progress * 4.0)) - 0.5);
    float k = (p.x - front - wave) / 0.62;
    float crowd = exp(-k * k * 2.2), mass = exp(-k * k * 9.0);
    float lift = 0.05 * swing(progress * 1.5);
    float far = birds(p - vec2(front * 1.25, lift), 0.050, 1.3, crowd * 1.1);
    float middle = birds(p - vec2(front * 1.6, -lift), 0.095, 4.7, crowd * 1.15);
    float near = birds(p - vec2(front * 2.2, lift * 2.0), 0.19, 8.1, crowd * 1.1);
    float huge = birds(p - vec2(front * 2.9, -lift * 2.0 + 0.1), 0.40, 2.9, crowd * crowd * 0.95);
    float switched = smoothstep(0.10, -0.10, k + 0.16 * (near - 0.5) + 0.08 * (middle - 0.5));
    vec3 colour = mix(IMG_NORM_PIXEL(startImage, uv).rgb, IMG_NORM_PIXEL(endImage, uv).rgb, switched);
    vec3 dark = mix(vec3(0.035, 0.04, 0.055), shade.rgb, 0.5);
    // the flock takes the light from what lies behind it
    float edge = smoothstep(0.0, 0.05, progress) * smoothstep(1.0, 0.95, progress);
    colour = mix(colour, dark * 1.9, edge * clamp(0.30 * crowd + 0.62 * mass, 0.0, 0.93));
    colour = mix(colour, dark * 1.5, 0.80 * far * edge);
    colour = mix(colour, dark * 1.1, 0.92 * middle * edge);
    colour = mix(colour, dark * 0.8, 0.97 * near * edge);
    colour = mix(colour, dark * 0.5, 0.94 * huge * edge);
    gl_FragColor = vec4(colour, 1.0);
}
