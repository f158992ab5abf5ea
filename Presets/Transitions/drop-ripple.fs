/*{
  "ISFVSN": "2",
  "DESCRIPTION": "A drop: it falls into the picture as into still water; its rings run out, and behind the first ring the water mirrors the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.0],
    "subject": "water", "domain": "nature", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.2, "arousal": -0.4, "reach": 0.9 },
    "fits": ["water", "rain", "pool", "pond", "sea", "fish", "heron", "jellyfish", "whale"],
    "bindings": [
      { "input": "pulse", "signal": "bass", "halfLifeSeconds": 0.3 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    vec2 c = (hash12(floor(variety * 61.0) + 1.0) - 0.5) * vec2(0.5, 0.36) * span;
    vec2 q = (p - c) * vec2(1.0, 1.25);                             // seen a little from the side
    float r = max(length(q), 1e-3);
    float whole = length((0.5 * span + abs(c)) * vec2(1.0, 1.25)) + 0.42;
    float t = remap(progress, 0.12, 1.0);
    float front = whole * t * (1.15 - 0.15 * t);
    float back = front - r;                                         // how long ago the first ring was here
    // rings: long ones run ahead, short ones follow and die away
    float life = (1.0 - t) * smoothstep(0.0, 0.04, t);
    float packet = smoothstep(0.0, 0.06, back) * exp(-back * 4.2) * (1.0 + 0.25 * pulse);
    float wave = swing(back * (5.2 + 3.0 * back)) * packet * life;
    float slope = swing(back * (5.2 + 3.0 * back) + 0.25) * packet * life;
    vec2 out1 = q / r;
    vec2 bend = out1 * slope * 0.085 / span;
    float inside = smoothstep(0.02, 0.24, back) * smoothstep(0.0, 0.05, t);
    inside = mix(inside, 1.0, smoothstep(0.92, 1.0, progress));
    vec3 was = IMG_NORM_PIXEL(startImage, clamp(uv + bend, 0.0, 1.0)).rgb, will = IMG_NORM_PIXEL(endImage, clamp(uv + bend, 0.0, 1.0)).rgb;
    vec3 colour = mix(was, will, inside);
    float glint = slope * dot(out1, vec2(-0.55, 0.83));
    colour *= 1.0 + 0.75 * glint;
    colour += vec3(0.75, 0.88, 1.0) * max(glint, 0.0) * max(glint, 0.0) * 0.55;
    colour *= 1.0 - 0.35 * crest(back, 0.05) * life;
    // before: the drop itself comes down, with its own small picture of the next scene, upside down
    float drop = remap(progress, 0.0, 0.13);
    vec2 at = p - c - vec2(0.0, (1.0 - drop * drop) * (0.5 * span.y - c.y + 0.08));
    float bead = length(at * vec2(1.0, at.y > 0.0 ? 0.62 : 1.0)) - 0.038;
    float pixel = 1.5 / min(RENDERSIZE.x, RENDERSIZE.y);
    float lens = smoothstep(pixel, -pixel, bead) * step(drop, 0.999) * step(0.001, drop);
    vec3 tiny = IMG_NORM_PIXEL(endImage, 0.5 - at / span * 9.0).rgb * (0.75 + 0.6 * smoothstep(0.02, -0.03, at.x + at.y)) + 0.5 * smoothstep(0.012, 0.004, length(at - vec2(-0.012, 0.014)));
    gl_FragColor = vec4(mix(colour, tiny, lens), 1.0);
}
