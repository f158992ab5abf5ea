/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Film burn: the film stops in the gate, browns, blisters and burns through from a spot, and the next picture is seen by the light behind it.",
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
    "subject": "fire", "domain": "film", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "mood": { "valence": -0.2, "arousal": 0.5, "reach": 0.9 },
    "fits": ["fire", "desert", "dune", "lightning", "heat", "floodlight", "sun"],
    "bindings": [
      { "input": "pulse", "signal": "kick", "halfLifeSeconds": 0.2 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    vec2 seed = hash12(floor(variety * 97.0) + 3.0);
    vec2 c = (seed - 0.5) * 0.5 * span, c2 = (seed.yx - 0.5) * span * vec2(-0.8, 0.8);
    float t = progress;
    float n = valueNoise(p * 3.2 + seed * 31.0) - 0.5, n2 = valueNoise(p * 9.0 - seed * 17.0) - 0.5, n3 = valueNoise(p * 27.0) - 0.5;
    float ragged = 0.30 * n + 0.11 * n2 + 0.035 * n3;
    float whole = length(span) * 0.5 + length(c) + 0.45;
    float fire = t * t * (0.35 + 0.65 * t);
    float d = length(p - c) - (fire * whole * 1.12 - 0.06) - 0.012 * pulse;
    float second = length(p - c2) - (remap(t, 0.42, 1.0) * remap(t, 0.42, 1.0) * 1.5 - 0.12);
    d = min(d, second) + ragged * smoothstep(0.0, 0.25, t);
    float ends = smoothstep(0.0, 0.08, t) * (1.0 - smoothstep(0.90, 1.0, t));
    // heat runs before the hole: the dyes go brown, the layer lifts in blisters
    float heat = (1.0 - smoothstep(0.0, 0.34, d)) * smoothstep(0.0, 0.10, t);
    vec2 cell = p * 17.0;
    vec2 dot1 = fract(cell) - 0.5 - (hash22(floor(cell)) - 0.5) * 0.5;
    float bubble = smoothstep(0.42, 0.0, length(dot1)) * smoothstep(0.15, 0.75, heat);
    vec3 was = IMG_NORM_PIXEL(startImage, uv + dot1 * bubble * 0.03).rgb;
    float light = grey(was);
    vec3 brown = mix(vec3(0.16, 0.055, 0.015), vec3(0.98, 0.62, 0.22), light);
    was = mix(was, brown, smoothstep(0.0, 0.7, heat));
    was += vec3(0.55, 0.24, 0.06) * heat * heat * 0.55 + bubble * 0.10 * vec3(1.0, 0.7, 0.4) * (dot1.y + 0.2);
    was *= 1.0 - 0.92 * smoothstep(0.055, 0.005, d) * ends;          // char
    float ember = crest(d + 0.002, 0.014) * (0.6 + 0.8 * n3 + 0.4 * pulse);
    vec3 will = IMG_NORM_PIXEL(endImage, uv).rgb;
    float lamp = (1.0 - smoothstep(0.0, 0.22, -d)) * ends;
    will = mix(will, vec3(1.0, 0.93, 0.76), 0.62 * lamp * (1.0 - smoothstep(0.4, 0.9, t)));
    float hole = smoothstep(0.003, -0.004, d) * smoothstep(0.0, 0.03, t);
    hole = mix(hole, 1.0, smoothstep(0.94, 1.0, t));
    vec3 colour = mix(was, will, hole) + vec3(1.0, 0.42, 0.08) * ember * 0.9 * ends;
    gl_FragColor = vec4(colour, 1.0);
}
