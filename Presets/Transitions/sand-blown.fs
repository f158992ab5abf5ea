/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Blown sand: the picture is of sand; the wind takes it grain by grain from one side, the grains fly over what still lies, and the next picture is laid bare.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [5.0],
    "subject": "sand", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "mood": { "valence": -0.1, "arousal": 0.2, "reach": 0.8 },
    "fits": ["sand", "dune", "desert", "dust", "wind", "wheat", "plain"],
    "bindings": [
      { "input": "pulse", "signal": "onset", "halfLifeSeconds": 0.3 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

// which grain lies at a place, and whether it flies now: grains get rarer with the way flown
float grain(vec2 at, float flown, float salt) {
    float h = hash21(floor(at * vec2(150.0, 230.0)) + salt);
    return step(h, 0.80 * exp(-flown * 3.2));
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = uv * span;
    if (side < 0.0) p.x = span.x - p.x;
    // gusts: the sand goes in tongues, and from the ridges first
    float tongue = valueNoise(vec2(p.x * 1.3, p.y * 4.5) + variety * 40.0) * 0.50 + valueNoise(vec2(p.x * 3.5, p.y * 16.0) - 7.0) * 0.16;
    float front = mix(-0.06, span.x + 1.15, progress * (0.65 + 0.35 * progress)) - tongue + 0.012 * pulse;
    float lies = smoothstep(0.0, -0.05, front - p.x - 0.06 * hash21(floor(p * 190.0)));
    vec3 colour = IMG_NORM_PIXEL(endImage, uv).rgb;
    // dust in the air softens what is new
    float behind = max(front - p.x, 0.0);
    vec3 was = IMG_NORM_PIXEL(startImage, uv).rgb;
    colour = mix(colour, mix(vec3(0.80, 0.66, 0.48), was, 0.35), 0.40 * exp(-behind * 2.6) * smoothstep(0.0, 0.06, progress) * (1.0 - progress));
    colour = mix(colour, was * (1.0 - 0.25 * smoothstep(-0.10, 0.0, front - p.x) * smoothstep(0.0, 0.05, progress)), lies);
    // the flight: started when the front came by, faster and faster; solved for where it started
    float ends = smoothstep(0.0, 0.05, progress) * smoothstep(1.0, 0.85, progress);
    for (int k = 0; k < 3; k++) {
        float v = 1.2 + 1.5 * float(k);
        float under = 1.0 + 4.0 * v * (p.x - front);
        if (under < 0.0) continue;
        float flown = (1.0 + sqrt(under)) / (2.0 * v);
        vec2 from = vec2(front - flown, p.y - (0.16 * flown * (valueNoise(vec2(p.x * 2.0 - progress * 6.0, p.y * 3.0 + float(k) * 9.0)) - 0.30)));
        if (from.x < 0.0) continue;
        float on = grain(from, flown * (0.6 + 0.35 * float(k)), float(k) * 31.0) * ends;
        vec2 at = vec2(side < 0.0 ? span.x - from.x : from.x, from.y) / span;
        vec3 sand = IMG_NORM_PIXEL(startImage, at).rgb;
        sand = mix(sand, vec3(0.86, 0.72, 0.52) * (0.35 + 0.8 * grey(sand)), 0.35) * (0.85 + 0.4 * hash21(floor(from * 200.0)));
        colour = mix(colour, sand, on * 0.9);
    }
    gl_FragColor = vec4(mix(colour, IMG_NORM_PIXEL(endImage, uv).rgb, smoothstep(0.92, 1.0, progress)), 1.0);
}
