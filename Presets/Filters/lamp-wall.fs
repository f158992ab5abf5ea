/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Lamp wall: the picture is shown by a wall of small lamps in their sockets; each lights and cools with its own inertia, and a ring of light runs out over the wall on the downbeat.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "ring", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatSeconds", "TYPE": "float", "MIN": 0.1, "MAX": 2.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 }
  ],
  "PASSES": [ { "TARGET": "lamps", "PERSISTENT": true, "FLOAT": true, "WIDTH": "floor($WIDTH*54.0/min($WIDTH,$HEIGHT))", "HEIGHT": "floor($HEIGHT*54.0/min($WIDTH,$HEIGHT))" }, {} ],
  "KINORA": {
    "cost": [1.8],
    "subject": "lamps", "domain": "place", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "ring", "signal": "bars" },
      { "input": "pulse", "signal": "pulse" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    if (PASSINDEX == 0) {
        // one texel a lamp: a filament follows quickly up, slowly down
        vec2 d = 0.25 / RENDERSIZE;
        vec3 now = 0.25 * (IMG_NORM_PIXEL(inputImage, uv + d).rgb + IMG_NORM_PIXEL(inputImage, uv - d).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(d.x, -d.y)).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(-d.x, d.y)).rgb);
        vec3 old = IMG_NORM_PIXEL(lamps, uv).rgb;
        vec3 pace = mix(vec3(1.0 - exp2(-TIMEDELTA / (0.5 * beatSeconds))), vec3(1.0 - exp2(-TIMEDELTA / 0.03)), step(old, now));
        gl_FragColor = vec4(FRAMEINDEX == 0 ? now : mix(old, now, pace), 1.0);
        return;
    }
    vec2 count = IMG_SIZE(lamps);
    vec2 g = uv * count, cell = floor(g), f = (g - cell - 0.5) * (span / count) / min(span.x / count.x, span.y / count.y);
    vec2 home = (cell + 0.5) / count;
    vec3 light = IMG_NORM_PIXEL(lamps, home).rgb;
    float l = max(light.r, max(light.g, light.b)), r = length(f);
    vec2 q = (home - 0.5) * span;
    float phase = fract(ring), wave = crest(length(q) - phase * 1.6, 0.14) * (1.0 - phase) * (1.0 - phase);
    light *= 1.0 + (0.30 * wave + 0.03 * pulse);
    float pixel = count.y / RENDERSIZE.y;
    float bulb = smoothstep(0.455 + pixel, 0.455 - pixel, r), core = smoothstep(0.34, 0.0, r);
    float dome = smoothstep(0.14, 0.0, length(f - vec2(-0.12, 0.14)));
    // bulbs: a filament brighter than its glass; unlit glass mirrors the hall
    vec3 glass = vec3(0.050, 0.048, 0.052) + 0.05 * dome + light * (0.86 + 0.75 * core) + light * light * 0.35 * core;
    vec3 glow = IMG_NORM_PIXEL(lamps, uv).rgb;
    vec3 board = vec3(0.030, 0.028, 0.032) * (0.8 + 0.4 * valueNoise(uv * span * 70.0)) + glow * 0.50 * (1.0 - smoothstep(0.36, 0.75, r) * 0.6);
    board *= 1.0 - 0.35 * crest(r - 0.47, 0.04);
    vec3 wall = mix(board, glass, bulb);
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, clamp(wall, 0.0, 1.0), amount), 1.0);
}
