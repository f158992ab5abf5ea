/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Plucked string: a string is stretched across the picture and plucked; between its swinging bellies the next picture is seen, first five small ones, then fewer and larger, until one belly is the whole picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "metal", "TYPE": "color", "DEFAULT": [1.0, 0.88, 0.62, 1] }
  ],
  "KINORA": {
    "cost": [2.1],
    "subject": "string", "domain": "music", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.2, "arousal": 0.4, "reach": 0.9 },
    "fits": ["string", "guitar", "music", "piano", "sound"],
    "bindings": [
      { "input": "pulse", "signal": "kick", "halfLifeSeconds": 0.25 },
      { "input": "variety", "signal": "variation" },
      { "input": "metal", "signal": "palette.light" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    bool upright = variety >= 0.66;
    vec2 s = upright ? span.yx : span;
    vec2 p = upright ? (uv.yx - 0.5) * s : (uv - 0.5) * s;
    float t = progress, x = p.x / s.x + 0.5;
    // overtones die away one after the other, the fundamental stays
    float five = easeOut(remap(t, 0.06, 0.16)) * (1.0 - easeInOut(remap(t, 0.26, 0.46)));
    float three = easeInOut(remap(t, 0.20, 0.40)) * (1.0 - easeInOut(remap(t, 0.44, 0.68)));
    float one = easeInOut(remap(t, 0.36, 1.0));
    float belly5 = swing(x * 2.5), belly3 = swing(x * 1.5), belly1 = swing(x * 0.5);
    float height = s.y * (0.085 * five * abs(belly5) + 0.19 * three * abs(belly3)) + one * one * s.y * (0.62 * belly1 + 1.0 * one * one * one * (1.0 - 0.5 * (1.0 - belly1)));
    height *= 1.0 + 0.06 * pulse * (1.0 - one);
    float d = abs(p.y) - height;
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    float ends = smoothstep(0.0, 0.06, t) * (1.0 - smoothstep(0.86, 1.0, t));
    float inside = smoothstep(pixel, -pixel, d) * smoothstep(0.04, 0.08, t);
    inside = mix(inside, 1.0, smoothstep(0.95, 1.0, t));
    // the swinging string pushes the light of the old picture away
    float press = exp(-max(d, 0.0) * 13.0) * ends;
    vec2 push = upright ? vec2(sign(p.y), 0.0) : vec2(0.0, sign(p.y));
    vec3 was = IMG_NORM_PIXEL(startImage, clamp(uv - push * press * height * 0.45 / span, 0.0, 1.0)).rgb;
    vec3 will = IMG_NORM_PIXEL(endImage, uv).rgb;
    was *= 1.0 - 0.50 * press;
    // what the eye sees of a fast string: its two turning points, and paler ghosts between them
    float phase = fract(t * 26.0);
    float ghosts = 0.0;
    for (int i = 0; i < 4; i++) {
        float a = swing(phase * 0.25 + float(i) * 0.13) ;
        ghosts += crest(p.y - a * height * (belly5 * five + belly3 * three + one > 0.0 ? 1.0 : -1.0), 0.0035 + pixel) * 0.22;
    }
    float strand = crest(d, 0.0055 + 1.5 * pixel) + ghosts * step(0.01, height) + crest(d, 0.035) * 0.25;
    float wound = 0.78 + 0.22 * swing((p.x + p.y * 0.6) * 46.0);
    vec3 colour = mix(was, will, inside);
    colour = mix(colour, mix(metal.rgb, vec3(1.0, 0.93, 0.78), 0.5) * wound, clamp(strand, 0.0, 1.0) * ends);
    gl_FragColor = vec4(colour, 1.0);
}
