/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Mirror fan: two mirrors close over the picture like a fan until it is a kaleidoscope of twelve; the tube turns a step, and the fan opens on the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [2.7],
    "subject": "mirrors", "domain": "abstract", "licence": "MIT", "uses": ["ease", "picture"],
    "mood": { "valence": 0.4, "arousal": 0.3, "reach": 0.8 },
    "fits": ["ring", "rose", "kaleidoscope", "grid", "glass", "sphere", "op"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float shut = progress < 0.5 ? easeInOut(progress * 2.0) : easeInOut(2.0 - progress * 2.0);
    const float TURN = 6.2831853;
    float mirrors = exp2(shut * 3.585);                            // one whole turn .. twelve wedges
    float sector = TURN / mirrors;
    float heading = TURN * (0.25 + variety) + 1.9 * easeInOut(progress) ;
    float r = length(p), a = atan(p.y, p.x + (abs(p.x) < 1e-5 ? 1e-5 : 0.0)) - heading;
    a = mod(a + 0.5 * TURN, TURN) - 0.5 * TURN;                     // the first wedge lies round the heading, the seam opposite
    float wrapped = mod(a + 0.5 * sector, 2.0 * sector);
    float fold = (wrapped < sector ? wrapped : 2.0 * sector - wrapped) - 0.5 * sector;
    float number = floor(abs(a) / sector + 0.5);
    float angle = fold + heading * 1.0;
    vec2 q = r * vec2(cos(angle), sin(angle));
    float draw = 1.0 - 0.16 * shut + 0.03 * pulse * shut;
    vec2 at = mirrorEdge(q * draw / span + 0.5);
    float change = smoothstep(0.44, 0.56, progress);
    vec3 colour = mix(IMG_NORM_PIXEL(startImage, at).rgb, IMG_NORM_PIXEL(endImage, at).rgb, change);
    // each reflection loses some light; the mirrors' edges are ground
    float glass = smoothstep(0.0, 0.06, shut);
    colour *= 1.0 - glass * min(number * 0.05, 0.28);
    float rim = (0.5 * sector - abs(fold)) * r;
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    colour *= 1.0 - 0.55 * glass * (1.0 - smoothstep(0.0, 2.5 * pixel, rim));
    colour += 0.14 * glass * crest(rim - 0.006, 0.005) * (0.4 + 0.6 * swing(number * 0.31 + progress));
    gl_FragColor = vec4(colour, 1.0);
}
