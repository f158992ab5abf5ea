/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Wave wash: a sheet of sea runs over the picture with a lip of foam, carries the old one off and drains away from the new one, leaving lace behind it.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "surge", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "waterColour", "TYPE": "color", "DEFAULT": [0.12, 0.42, 0.50, 1.0] }
  ],
  "KINORA": {
    "cost": [3.5],
    "subject": "wave", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease"],
    "mood": { "valence": 0.3, "arousal": 0.2, "reach": 0.8 },
    "fits": ["wave", "sea", "surfer", "swell", "whale", "shoal", "swimmer", "beach", "water"],
    "bindings": [
      { "input": "variety", "signal": "variation" },
      { "input": "surge", "signal": "bass", "halfLifeSeconds": 0.3 },
      { "input": "waterColour", "signal": "palette.base" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    // the sea comes from one lower corner; s grows along its run, q across it
    float slant = (variety - 0.5) * 0.9;
    vec2 run = normalize(vec2(variety < 0.5 ? 1.0 : -1.0, 0.55 + slant * 0.3));
    float s = dot(p, run), q = dot(p, vec2(-run.y, run.x));
    float half0 = 0.5 * dot(span, abs(run));
    float lobes = valueNoise1(q * 2.3 + variety * 30.0) * 0.30 + valueNoise1(q * 6.1 + progress * 1.2) * 0.10;
    float e = progress * (1.45 - 0.45 * progress);                  // it arrives fast and tires
    float front = mix(-half0 + 0.10, half0 + 0.74, e) - lobes + 0.02 * surge * progress * (1.0 - progress) * 4.0;
    float behind = front - s;                                       // > 0 under water
    vec3 water = mix(vec3(0.10, 0.36, 0.44), waterColour.rgb, 0.35);
    // foam: a web of cells torn along the run, and bubbles
    vec2 w = vec2(s - front * 0.72, q);
    float n1 = valueNoise(w * vec2(7.0, 9.0) + variety * 20.0);
    float n2 = valueNoise(w * vec2(15.0, 19.0) + n1 * 2.2 + progress * 2.0);
    float n3 = valueNoise(w * 47.0 - n1 * 3.0);
    float web = 1.0 - min(abs(n1 - 0.5), abs(n2 - 0.5) * 1.15) * 5.0;
    float wet = smoothstep(-0.012, 0.012, behind + (n3 - 0.5) * 0.03);
    float age = behind / 0.55;                                      // 0 at the lip, 1 where it has drained
    float lip = smoothstep(-0.012, 0.006, behind + (n3 - 0.5) * 0.035) * (1.0 - smoothstep(0.02, 0.075 + 0.06 * n1, behind));
    float lace = smoothstep(mix(0.15, 0.95, clamp(age, 0.0, 1.0)), 1.05, web + (n3 - 0.5) * 0.35) * wet * (1.0 - smoothstep(0.55, 1.15, age));
    float foam = clamp(lip * (0.75 + 0.5 * n3) + lace * 0.85, 0.0, 1.0);
    float sheet = wet * (1.0 - smoothstep(0.25, 1.10, age));        // how much water stands here
    // water bends what lies under it; the old picture is dragged along at the lip
    vec2 bend = vec2(n1 - 0.5, n2 - 0.5) * 0.050 * sheet + run * 0.030 * sheet * (1.0 - smoothstep(0.0, 0.35, age));
    float changed = smoothstep(0.015, 0.22, behind + (n1 - 0.5) * 0.14);
    vec3 was = IMG_NORM_PIXEL(startImage, clamp(uv - bend / span, 0.0, 1.0)).rgb;
    vec3 will = IMG_NORM_PIXEL(endImage, clamp(uv - bend / span, 0.0, 1.0)).rgb;
    vec3 colour = mix(was, will, changed);
    colour = mix(colour, colour * (0.50 + 0.75 * water) + water * 0.20, sheet * 0.85);
    colour += vec3(0.10) * sheet * smoothstep(0.55, 0.9, n2) * n1;   // glints
    // a thin shadow runs ahead of the lip, the wet sand darkens behind
    colour *= 1.0 - 0.35 * smoothstep(-0.10, 0.0, behind) * (1.0 - wet) * smoothstep(0.0, 0.04, progress);
    vec3 white = mix(vec3(0.93, 0.96, 0.97), water, 0.10) * (0.80 + 0.25 * n3);
    colour = mix(colour, white, foam);
    colour = mix(colour, will, smoothstep(0.94, 1.0, progress));
    colour = mix(was, colour, smoothstep(0.0, 0.04, progress));
    gl_FragColor = vec4(colour, 1.0);
}
