/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Ink in water: a drop of the next picture falls into the old one, sinks, curls and billows out until it has stained everything; a kick pushes the cloud.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "push", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "inkColour", "TYPE": "color", "DEFAULT": [0.05, 0.06, 0.12, 1.0] }
  ],
  "KINORA": {
    "cost": [3.7],
    "subject": "ink", "domain": "abstract", "licence": "MIT", "uses": ["noise"],
    "mood": { "valence": 0.0, "arousal": -0.3, "reach": 0.7 },
    "fits": ["ink", "koi", "jellyfish", "water", "paint", "cloud", "mist"],
    "bindings": [
      { "input": "variety", "signal": "variation" },
      { "input": "push", "signal": "kick", "halfLifeSeconds": 0.25 },
      { "input": "inkColour", "signal": "palette.deep" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float t = progress * (2.0 - progress);
    // curls: the plane folded twice by slow noise, more the longer the ink has hung
    vec2 seed = vec2(variety * 61.0, 7.0);
    float n1 = valueNoise(p * 2.2 + seed + vec2(0.0, t * 1.1));
    float n2 = valueNoise(p * 2.2 + seed.yx + vec2(31.0, t * 0.9));
    vec2 fold = (vec2(n1, n2) - 0.5) * (0.20 + 0.75 * t);
    float n3 = valueNoise((p + fold) * 4.6 - seed + vec2(0.0, t * 1.4));
    vec2 curl = vec2(n3 - 0.5, n2 - n3) * 0.34;
    float n4 = valueNoise((p + fold * 1.4 + curl) * 11.0 + seed + vec2(0.0, t * 2.0));
    float n5 = valueNoise((p + curl * 2.2) * 23.0 - seed);
    // the drop enters above and sinks; the cloud it leaves is a mushroom that widens
    float x0 = (variety - 0.5) * 0.4;
    vec2 c = p + fold * 0.8 - vec2(x0, mix(0.55 * span.y, 0.02, t));
    float plume = length(c * vec2(1.0, 0.85));
    float stem = abs(c.x) * 2.6 + max(-c.y, 0.0) * 2.0 + 0.12;
    float d = min(plume, mix(stem, 3.0, smoothstep(0.35, 0.75, t)));
    d += (n3 - 0.5) * 0.42 * (1.0 - 0.4 * t) + (n4 - 0.5) * 0.17 + (n5 - 0.5) * 0.05;
    float reach = -0.35 + (length(span) * 0.5 + 1.35) * (0.25 * progress + 0.75 * progress * progress) + 0.42 * smoothstep(0.0, 0.15, progress) * (1.0 - progress) + 0.03 * push * progress * (1.0 - progress);
    float depth = reach - d;                                        // > 0 inside the cloud
    float stain = smoothstep(0.0, 0.30, depth);
    stain = mix(stain, 1.0, smoothstep(0.88, 1.0, progress));
    // the young edge carries the pigment, in threads
    float pigment = smoothstep(-0.05, 0.02, depth) * (1.0 - smoothstep(0.02, 0.40, depth)) * (0.45 + 0.75 * n4) + 0.35 * smoothstep(-0.02, 0.2, depth) * n4 * (1.0 - stain);
    pigment = clamp(pigment, 0.0, 0.86) * (1.0 - smoothstep(0.80, 1.0, progress)) * smoothstep(0.0, 0.05, progress);
    vec2 bend = (curl + fold * 0.3) * 0.16;
    vec3 was = IMG_NORM_PIXEL(startImage, clamp(uv + bend * smoothstep(-0.4, 0.1, depth) * progress, 0.0, 1.0)).rgb;
    vec3 will = IMG_NORM_PIXEL(endImage, clamp(uv - bend * (1.0 - stain) * (1.0 - progress) * 2.0, 0.0, 1.0)).rgb;
    vec3 colour = mix(was, will, stain);
    colour *= mix(vec3(1.0), mix(vec3(0.09, 0.10, 0.14), inkColour.rgb, 0.35), pigment);
    gl_FragColor = vec4(colour, 1.0);
}
