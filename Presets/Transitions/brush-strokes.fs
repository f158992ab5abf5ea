/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Brush strokes: a broad brush paints the next picture over the old one, stroke under stroke, to and fro, with bristle marks and a wet ridge before the hair.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [5.6],
    "subject": "brush", "domain": "art", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.3, "arousal": 0.1, "reach": 0.9 },
    "fits": ["paint", "painted", "art", "print", "paper", "poster", "koi"],
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
    float tilt = (variety - 0.5) * 0.35;
    p = vec2(p.x + tilt * p.y, p.y - tilt * p.x);
    float rows = floor(span.y * 5.0 + 1.5), height = (span.y + 1.1 * span.x * abs(tilt) + 0.02 * span.x * span.x + 0.06) / rows;
    float reach = 0.5 * span.x + 0.5 * abs(tilt) * span.y + 0.14;
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec3 colour = IMG_NORM_PIXEL(startImage, uv).rgb, will = IMG_NORM_PIXEL(endImage, uv).rgb;
    float top = 0.5 * rows * height;
    float row0 = floor((top - p.y) / height);
    // the stroke of this row and that of the nearer neighbour, which overlap; the later lies on top
    float nearer = fract((top - p.y) / height) < 0.5 ? row0 - 1.0 : row0;
    for (int k = 0; k < 2; k++) {
        float row = nearer + float(k);
        if (row < 0.0 || row > rows - 1.0) continue;
        float h = hash11(row + floor(variety * 77.0));
        float begin = row / rows * 0.80, local = remap(progress, begin, begin + 0.80 / rows * 1.25);
        if (local <= 0.0) continue;
        float way = mod(row, 2.0) < 0.5 ? 1.0 : -1.0;
        float head = mix(-reach, reach, local * (1.4 - 0.4 * local)) + 0.02 * pulse * (1.0 - local);
        // an arm swings in an arc
        float arc = 0.016 * p.x * p.x + (0.010 * p.x * p.x + 0.014 * p.x) * (h - 0.5);
        float v = (p.y - (top - (row + 0.5) * height) - arc) / height;      // -0.5 .. 0.5 across the brush
        float bristle = valueNoise(vec2(v * 46.0 + row * 13.0, p.x * 1.6)) * 0.6 + valueNoise(vec2(v * 110.0 - row * 7.0, p.x * 3.0)) * 0.4;
        float ahead = p.x * way - head - 0.10 * (bristle - 0.5) + 0.5 * v * v * 0.25;
        float body = smoothstep(0.02, -0.03, ahead);
        // the hairs spread: the edges are dry, and dryer at the end of the stroke
        float dry = 0.20 + 0.30 * smoothstep(-reach, reach, p.x * way);
        float edge = smoothstep(0.66 - 0.10 * bristle, 0.50 - 0.16 * bristle, abs(v));
        float laid = body * edge * smoothstep(dry - 0.32, dry - 0.02, bristle + 0.42 * (0.5 - abs(v)));
        float thick = (bristle - 0.5) * 0.16;
        float ridge = crest(ahead + 0.012, 0.035) * edge;
        float rim = crest(abs(v) - 0.52, 0.09) * body;
        vec3 paint = mix(will, IMG_NORM_PIXEL(endImage, clamp(uv - vec2(way * 0.045 * (1.0 - smoothstep(0.0, 0.3, -ahead)), 0.0), 0.0, 1.0)).rgb, 0.8);
        float settled = smoothstep(0.0, 0.5, -ahead) * smoothstep(0.8, 1.0, local);
        paint *= 1.0 + thick * (1.0 - 0.6 * settled) + 0.20 * ridge - 0.16 * rim * (1.0 - settled);
        paint += 0.07 * ridge;
        colour *= 1.0 - 0.25 * crest(ahead - 0.02, 0.05) * edge * (1.0 - laid) - 0.22 * crest(v + 0.56, 0.10) * body * (1.0 - laid);
        colour = mix(colour, paint, laid);
    }
    // the last gaps are filled as the paint runs together
    gl_FragColor = vec4(mix(colour, will, smoothstep(0.80, 1.0, progress)), 1.0);
}
