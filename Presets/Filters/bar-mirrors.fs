/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Mirrors by the bar: on each bar a mirror is slid in or drawn out at the first beat: one at the side, one below as well, the lower one alone, none. On the beat their ground edges catch the light.",
  "CREDIT": "Kinora", "CATEGORIES": ["Distortion Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 1.0 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 }
  ],
  "KINORA": {
    "cost": [1.1],
    "subject": "mirrors", "domain": "abstract", "licence": "MIT", "uses": ["ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0, "halfLifeSeconds": 2.0 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "barCount", "signal": "bars" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

// where the two mirrors stand in a bar: 0.5 in the middle, 1 out of the picture
vec2 stand(float bar) {
    float k = mod(bar + floor(variety * 4.0), 4.0);
    return vec2(k < 1.5 ? 0.5 : 1.0, k > 0.5 && k < 2.5 ? 0.5 : 1.0);
}

void main() {
    vec2 uv = isf_FragNormCoord;
    float bar = floor(barCount), now = overshoot(clamp((barCount - bar) * 4.0, 0.0, 1.0));
    vec2 line = mix(stand(bar - 1.0), stand(bar), now);
    line = mix(vec2(1.0), line, smoothstep(0.0, 0.85, amount));
    vec2 at = uv;
    bool flipped = fract(variety * 8.0) < 0.5;
    if (flipped) at = 1.0 - at;
    vec2 beyond = max(at - line, 0.0);
    at -= 2.0 * beyond;
    at = abs(at);
    if (flipped) at = 1.0 - at;
    vec3 colour = IMG_NORM_PIXEL(inputImage, at).rgb;
    // a mirror takes a little light and has a ground edge
    vec2 shown = step(1e-5, beyond) ;
    colour *= 1.0 - 0.10 * max(shown.x, shown.y);
    vec2 d = abs((flipped ? 1.0 - uv : uv) - line) * RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float rim = max(crest(d.x, 0.006) * step(line.x, 0.995), crest(d.y, 0.006) * step(line.y, 0.995));
    gl_FragColor = vec4(colour * (1.0 - 0.45 * rim) + (0.05 + 0.55 * pulse) * rim, 1.0);
}
