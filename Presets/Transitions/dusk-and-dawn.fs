/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Dusk and dawn: the light goes down in the picture behind a glowing horizon, stars stand over the outlines, and the sun that comes up lights another place.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "glow", "TYPE": "color", "DEFAULT": [1.0, 0.62, 0.35, 1] }
  ],
  "KINORA": {
    "cost": [2.3],
    "subject": "horizon", "domain": "nature", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.3, "arousal": -0.5, "reach": 1.0 },
    "fits": ["dusk", "dawn", "sunset", "horizon", "moon", "sun", "star", "aurora", "night"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "glow", "signal": "palette.accent" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float t = progress;
    vec3 was = IMG_NORM_PIXEL(startImage, uv).rgb, will = IMG_NORM_PIXEL(endImage, uv).rgb;
    // the shadow of night comes from above, and lifts from below
    float dusk = easeInOut(remap(t, 0.0, 0.48)), dawn = easeInOut(remap(t, 0.52, 1.0));
    float night = t < 0.5 ? smoothstep(0.0, 0.75, dusk * 1.6 - 0.60 * (1.0 - uv.y)) : 1.0 - smoothstep(0.0, 0.75, dawn * 1.6 - 0.60 * uv.y);
    night *= smoothstep(0.0, 0.05, t) * smoothstep(1.0, 0.95, t);
    float change = smoothstep(0.42, 0.58, t + 0.10 * (uv.y - 0.5));
    vec3 here = mix(was, will, change);
    float light = grey(here);
    float low = t < 0.5 ? dusk : 1.0 - dawn;                        // 0 day .. 1 night
    // the sun's way: down to the horizon, under it, up on the other side
    float side = variety < 0.5 ? -1.0 : 1.0;
    vec2 sun = vec2(side * span.x * mix(-0.26, 0.26, t), mix(0.26, -0.30, low * (1.6 - 0.6 * low)) * span.y);
    float horizon = -0.10 * span.y;
    vec2 q = p - vec2(sun.x, max(sun.y, horizon - 0.05));
    float halo = exp(-dot(q * vec2(0.75, 1.7), q * vec2(0.75, 1.7)) * 3.2);
    float band = exp(-abs(p.y - horizon) * 6.5);
    float warm = low * (1.25 - low) * 2.4;                          // strongest while the sun is low
    vec3 ember = mix(vec3(1.0, 0.52, 0.22), glow.rgb, 0.5);
    // dusk takes the blue out of the light, night all but the blue
    vec3 evening = here * mix(vec3(1.0), vec3(1.02, 0.70, 0.52), min(warm, 1.0) * 0.75);
    vec3 dark = vec3(0.020, 0.030, 0.062) + vec3(0.075, 0.100, 0.175) * light * (0.6 + 0.6 * uv.y);
    vec3 colour = mix(evening, dark, night);
    colour = screened(colour, ember * (0.62 * halo * min(warm, 1.0) * (1.25 - low) + 0.46 * band * band * low * (1.55 - low) * (0.45 + 0.55 * halo) * (1.0 + 0.12 * pulse)) * (1.0 - 0.55 * light * night));
    float disc = smoothstep(0.060, 0.054, length(p - sun)) * smoothstep(horizon - 0.02, horizon + 0.03, p.y + 0.06) * min(warm * 1.4, 1.0);
    colour = mix(colour, screened(colour, vec3(1.0, 0.86, 0.60)), disc * (1.0 - night * 0.5) * 0.85);
    // ground under the horizon holds less light; stars over it
    float stars = starField(p * 15.0, 0.35, 0.09, t * 25.0) + starField(p * 27.0 + 7.0, 0.3, 0.10, t * 31.0) * 0.6;
    colour += stars * smoothstep(0.72, 1.0, night) * smoothstep(horizon + 0.02, horizon + 0.35, p.y) * smoothstep(0.5, 0.1, light) * 0.85 * vec3(0.9, 0.95, 1.0);
    gl_FragColor = vec4(colour, 1.0);
}
