/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Light melt: what is brightest gives way first. The old picture runs like wet paint from its lights down into its darks, an inked edge on the run, and the next one lies dry beneath.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "inkColour", "TYPE": "color", "DEFAULT": [0.06, 0.07, 0.12, 1] }
  ],
  "PASSES": [ { "TARGET": "lights", "WIDTH": "floor($WIDTH/8.0)", "HEIGHT": "floor($HEIGHT/8.0)" }, {} ],
  "KINORA": {
    "cost": [3.2],
    "subject": "melting", "domain": "art", "licence": "MIT", "uses": ["noise", "picture"],
    "mood": { "valence": 0.0, "arousal": 0.0, "reach": 1.0 },
    "fits": ["paint", "thick", "glass", "felt", "ink", "record"],
    "bindings": [
      { "input": "pulse", "signal": "kick", "halfLifeSeconds": 0.2 },
      { "input": "variety", "signal": "variation" },
      { "input": "inkColour", "signal": "palette.shade" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (PASSINDEX == 0) {
        // a soft, small map of both pictures' light
        vec2 d = 1.2 / RENDERSIZE;
        vec3 sum = IMG_NORM_PIXEL(startImage, uv).rgb * 2.0 + IMG_NORM_PIXEL(endImage, uv).rgb;
        sum += IMG_NORM_PIXEL(startImage, uv + d).rgb + IMG_NORM_PIXEL(startImage, uv - d).rgb;
        sum += IMG_NORM_PIXEL(startImage, uv + vec2(d.x, -d.y)).rgb + IMG_NORM_PIXEL(startImage, uv + vec2(-d.x, d.y)).rgb;
        gl_FragColor = vec4(vec3(grey(sum) / 7.0), 1.0);
        return;
    }
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 p = uv * RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float t = progress;
    // threads of paint run down, each at its own pace
    float thread = valueNoise1(p.x * 23.0 + variety * 60.0) * 0.65 + valueNoise1(p.x * 61.0 + 9.0) * 0.35;
    float run = t * (0.05 + 0.26 * thread * thread) + 0.006 * pulse;
    float light = IMG_NORM_PIXEL(lights, uv + vec2(0.0, run)).r;
    float near = IMG_NORM_PIXEL(lights, uv + vec2(0.0, run * 0.35)).r;
    float order = 1.0 - sqrt(clamp(max(light, near * 0.85) * 1.15, 0.0, 1.0));
    float cloud = valueNoise(p * vec2(3.0, 1.2) + variety * 30.0) * 0.6 + valueNoise(p * vec2(11.0, 4.0) - 3.0) * 0.4;
    order = clamp(order * 0.62 + 0.62 * cloud + 0.05 * valueNoise(p * 31.0) + 0.20 * (1.0 - uv.y) - 0.32, 0.0, 1.0);
    float depth = mix(-0.08, 0.95, t) - order;    // > 0: melted
    float gone = smoothstep(0.0, 0.035, depth);
    gone = mix(gone, 1.0, smoothstep(0.93, 1.0, t)) * smoothstep(0.0, 0.05, t);
    float ends = smoothstep(0.0, 0.08, t) * (1.0 - smoothstep(0.88, 1.0, t));
    // close to the edge the old paint already flows
    float wet = smoothstep(-0.22, 0.0, depth) * ends;
    vec3 was = IMG_NORM_PIXEL(startImage, uv + vec2(0.004 * (thread - 0.5), run * 0.55) * wet).rgb;
    vec3 will = IMG_NORM_PIXEL(endImage, uv).rgb;
    was *= 1.0 + 0.22 * wet * (thread - 0.45);
    float line = crest(depth + 0.006, 0.026) * ends;
    float shine = crest(depth + 0.045, 0.03) * ends * thread;
    will *= 1.0 - 0.38 * ends * (1.0 - smoothstep(0.02, 0.11, depth));
    vec3 colour = mix(was, will, gone);
    colour = mix(colour, inkColour.rgb * 0.5, 0.86 * line);
    colour += 0.14 * shine * (0.3 + was);
    gl_FragColor = vec4(colour, 1.0);
}
