/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Whip pan: the camera draws back a little, then is thrown round past everything between; the pictures smear along the way, and it catches itself on the next one a touch too far.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [6.6],
    "subject": "pan", "domain": "film", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.2, "arousal": 0.8, "reach": 0.9 },
    "fits": ["run", "gallop", "skier", "cyclist", "ball", "sprint", "fast", "hunter", "football"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

// where the camera looks, in pictures: 0 the old one .. 4 the next; draws back first, overshoots last
float heading(float t) {
    t = clamp(t, 0.0, 1.0);
    float swing1 = easeInOut(remap(t, 0.14, 0.80));
    return 4.0 * swing1 - 0.07 * bump(t, 0.13, 0.15) + 0.09 * bump(t, 0.80, 0.14) ;
}

// between the pictures the world goes on mirrored: even panels as they are, odd ones turned round
vec2 panel(vec2 at, float side) {
    if (side < 0.0) at.x = 1.0 - fract(at.x) + floor(at.x);
    float x = fract(at.x * 0.5) * 2.0;
    return vec2(min(x, 2.0 - x), at.y);
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 at = uv;
    if (side < 0.0) at.x = 1.0 - at.x;
    float now = heading(progress), smear = heading(progress + 0.011) - heading(progress - 0.011);
    float speed = abs(smear);
    // a hand-held camera dips on the way
    at.y += 0.030 * bump(progress, 0.47, 0.36) * swing(progress * 2.0);
    at.y = mirrorEdge(at).y;
    float scatter = hash21(gl_FragCoord.xy + progress * 61.0);
    vec3 colour = vec3(0.0);
    // only the picture that can be seen now is asked
    bool hasOld = now - speed < 2.0, hasNew = now + speed > 1.0;
    for (int i = 0; i < 8; i++) {
        if (!hasOld) break;
        vec2 tap = vec2(at.x + now + smear * ((float(i) + scatter) / 8.0 - 0.5), at.y);
        colour += IMG_NORM_PIXEL(startImage, panel(tap, side)).rgb * step(tap.x, 2.0);
    }
    for (int i = 0; i < 8; i++) {
        if (!hasNew) break;
        vec2 tap = vec2(at.x + now + smear * ((float(i) + scatter) / 8.0 - 0.5), at.y);
        colour += IMG_NORM_PIXEL(endImage, panel(tap, side)).rgb * (1.0 - step(tap.x, 2.0));
    }
    colour *= 0.125;
    // light drawn out by the throw shines a little
    colour += colour * colour * 0.35 * smoothstep(0.02, 0.14, speed) * (1.0 + 0.2 * pulse);
    gl_FragColor = vec4(colour, 1.0);
}
