/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Light through blinds: the picture lies on the slats of a blind; row by row from the top they tip over, and the next picture shines in between them.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "sun", "TYPE": "color", "DEFAULT": [1.0, 0.9, 0.7, 1] }
  ],
  "KINORA": {
    "cost": [2.5],
    "subject": "blinds", "domain": "place", "licence": "MIT", "uses": ["ease", "picture"],
    "mood": { "valence": 0.4, "arousal": 0.0, "reach": 0.8 },
    "fits": ["window", "lamp", "room", "piano", "guitar", "city"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "sun", "signal": "palette.light" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float rows = max(floor(span.y * 13.0 + 0.5), 4.0);
    float row = floor(uv.y * rows), v = (uv.y * rows - row) * 2.0 - 1.0;
    float place = 1.0 - (row + 0.5) / rows;
    float local = remap(progress, place * 0.42, place * 0.42 + 0.58);
    // a tip, a small swing back
    float tip = clamp(easeInOut(local) + 0.05 * swing(local * 2.0) * local * (1.0 - local) * 4.0, 0.0, 1.0);
    float c = cos(tip * 1.5707963), s = sin(tip * 1.5707963);
    float thick = 0.10 * s * (1.0 - easeIn(local));
    float open = max(c, 0.001) + thick, onSlat = v / max(c, 0.001);
    float soft = 3.0 * rows / RENDERSIZE.y;
    float slat = smoothstep(open + soft * 0.5, open - soft * 0.5, abs(v)) * step(0.002, 1.0 - local);
    if (local <= 0.0) slat = 1.0;
    float faceV = clamp(onSlat, -1.0, 1.0);
    vec3 face = IMG_NORM_PIXEL(startImage, vec2(uv.x, (row + 0.5 + 0.5 * faceV) / rows)).rgb;
    vec3 beyond = IMG_NORM_PIXEL(endImage, uv).rgb;
    vec3 warm = mix(vec3(1.0, 0.95, 0.86), sun.rgb, 0.6);
    // the face turns from the room's light; its upper edge catches the light from behind
    face *= 1.0 - 0.72 * s * (0.6 + 0.4 * faceV * 0.5 + 0.2);
    face += warm * s * 0.34 * smoothstep(0.45, 1.0, onSlat) * (1.0 - local);
    vec3 rim = warm * mix(0.75, 0.20, smoothstep(-0.2, 0.8, -v));
    face = mix(face, rim, step(c, abs(v)) * smoothstep(0.0, 0.2, s));
    // light falls in over-bright through the narrow gap, then settles
    float gap = 1.0 - c;
    float flood = (1.0 - smoothstep(0.25, 1.0, gap)) * (0.55 + 0.10 * pulse);
    beyond = mix(beyond, screened(beyond, warm * 0.55), flood);
    beyond *= 1.0 - 0.30 * (1.0 - local) * smoothstep(open + 0.5, open, abs(v)) ;
    float cord = crest(abs(fract(uv.x * max(floor(span.x * 2.5), 1.0)) - 0.5), 0.004 * rows / 13.0);
    beyond *= 1.0 - 0.6 * cord * smoothstep(0.0, 0.2, local) * smoothstep(1.0, 0.75, local);
    gl_FragColor = vec4(mix(beyond, face, slat), 1.0);
}
