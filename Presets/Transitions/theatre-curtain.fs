/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Theatre curtain: two heavy curtains are drawn over the picture, their hems trailing behind, meet and sway under a footlight, and open on the next act.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "cloth", "TYPE": "color", "DEFAULT": [0.62, 0.1, 0.14, 1] }
  ],
  "KINORA": {
    "cost": [2.0],
    "subject": "curtain", "domain": "theatre", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.4, "arousal": 0.1, "reach": 0.8 },
    "fits": ["theatre", "stage", "dancer", "puppet", "choir", "felt"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "cloth", "signal": "palette.accent" } ]
  }
}*/

// how far the curtain is drawn (0 open, 1 closed) at a time
float drawn(float t) { return easeInOut(remap(t, 0.0, 0.42)) * (1.0 - easeInOut(remap(t, 0.56, 1.0))); }

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float halfWidth = 0.5 * span.x, height = uv.y;
    // the rail leads, the hem follows
    float cover = drawn(progress - 0.07 * (1.0 - height) * (1.0 - height) * smoothstep(0.0, 0.3, progress) * smoothstep(1.0, 0.7, progress));
    float fromWing = halfWidth - abs(p.x);
    float sway = 0.012 * swing(progress * 3.0 + height * 0.6 + step(0.0, p.x) * 0.5) * (1.0 - height) * smoothstep(0.02, 0.12, progress) * smoothstep(0.98, 0.88, progress);
    float width = cover * (halfWidth + 0.02) + sway * cover - 0.001;
    // the same folds lie closer the less it is drawn
    float u = fromWing / max(width, 1e-3);
    float folds = 5.0 + 3.0 * halfWidth;
    float drape = u * folds + 0.55 * valueNoise(vec2(u * folds * 0.6 + variety * 20.0, height * 2.2)) + 0.10 * (1.0 - height) * swing(progress * 2.0);
    float fold = fract(drape), edge = width - fromWing;
    float crown = 1.0 - abs(fold * 2.0 - 1.0);
    // velvet: bright where it turns away, deep in the valleys
    float sheen = 0.16 + 0.55 * crown * crown + 0.40 * crest(fold - 0.80, 0.16) - 0.12 * crest(fold, 0.12);
    vec3 velvet = mix(vec3(0.50, 0.035, 0.06), cloth.rgb * vec3(0.75, 0.45, 0.5), 0.38);
    float lamp = 0.62 + 0.52 * exp(-dot(p - vec2(0.0, -0.25), p - vec2(0.0, -0.25)) * 2.2) + 0.06 * pulse * (1.0 - height);
    vec3 cloths = velvet * sheen * 1.5 * lamp + vec3(0.10, 0.05, 0.03) * crest(fold - 0.55, 0.20) * lamp;
    // a gold hem with its fringe
    float hem = uv.y * span.y - 0.055 - 0.010 * crown;
    float fringe = 0.6 + 0.4 * swing(drape * 14.0);
    vec3 gold = vec3(0.92, 0.68, 0.28) * (0.35 + 0.75 * sheen) * lamp;
    cloths = mix(cloths, gold * (hem < -0.012 ? fringe * 0.8 : 1.0), smoothstep(0.002, -0.002, hem) * (1.0 - 0.7 * crest(hem + 0.012, 0.004)));
    cloths *= 1.0 - 0.35 * smoothstep(0.75, 1.0, height);
    float pixel = 1.5 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec3 stage = progress < 0.5 ? IMG_NORM_PIXEL(startImage, uv).rgb : IMG_NORM_PIXEL(endImage, uv).rgb;
    stage *= 1.0 - 0.55 * smoothstep(-0.13, 0.0, edge) * smoothstep(0.0, 0.06, cover);
    cloths *= 1.0 - 0.45 * crest(edge, 0.035);
    gl_FragColor = vec4(mix(stage, cloths, smoothstep(-pixel, pixel, edge)), 1.0);
}
