/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Chronophotograph: on each beat an exposure is made on the same plate; the last three stand behind what moves now, older ones paler and in the tint of the plate.",
  "CREDIT": "Kinora", "CATEGORIES": ["Feedback", "Film"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.8 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "plate", "TYPE": "color", "DEFAULT": [0.93, 0.86, 0.72, 1] }
  ],
  "PASSES": [ { "TARGET": "third", "PERSISTENT": true, "WIDTH": "floor($WIDTH*0.75)", "HEIGHT": "floor($HEIGHT*0.75)" }, { "TARGET": "second", "PERSISTENT": true, "WIDTH": "floor($WIDTH*0.75)", "HEIGHT": "floor($HEIGHT*0.75)" }, { "TARGET": "first", "PERSISTENT": true, "WIDTH": "floor($WIDTH*0.75)", "HEIGHT": "floor($HEIGHT*0.75)" }, { "TARGET": "counter", "PERSISTENT": true, "FLOAT": true, "WIDTH": "1", "HEIGHT": "1" }, {} ],
  "KINORA": {
    "cost": [4.3],
    "subject": "movement", "domain": "film", "licence": "MIT", "uses": ["noise", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "beatCount", "signal": "beats" },
      { "input": "plate", "signal": "palette.light" } ]
  }
}*/

bool isNewBeat() { return abs(IMG_NORM_PIXEL(counter, vec2(0.5)).r - mod(floor(beatCount), 512.0)) > 0.5; }

void main() {
    vec2 uv = isf_FragNormCoord;
    // the plates are handed on, oldest first
    if (PASSINDEX == 0) { gl_FragColor = FRAMEINDEX == 0 ? IMG_NORM_PIXEL(inputImage, uv) : isNewBeat() ? IMG_NORM_PIXEL(second, uv) : IMG_NORM_PIXEL(third, uv); return; }
    if (PASSINDEX == 1) { gl_FragColor = FRAMEINDEX == 0 ? IMG_NORM_PIXEL(inputImage, uv) : isNewBeat() ? IMG_NORM_PIXEL(first, uv) : IMG_NORM_PIXEL(second, uv); return; }
    if (PASSINDEX == 2) { gl_FragColor = FRAMEINDEX == 0 || isNewBeat() ? IMG_NORM_PIXEL(inputImage, uv) : IMG_NORM_PIXEL(first, uv); return; }
    if (PASSINDEX == 3) { gl_FragColor = vec4(mod(floor(beatCount), 512.0), 0.0, 0.0, 1.0); return; }
    vec3 now = IMG_NORM_PIXEL(inputImage, uv).rgb;
    vec3 a = IMG_NORM_PIXEL(first, uv).rgb, b = IMG_NORM_PIXEL(second, uv).rgb, c = IMG_NORM_PIXEL(third, uv).rgb;
    // an exposure shows only where it differs from what stands there now: figures, not the ground
    float ease1 = fract(beatCount);
    float da = smoothstep(0.05, 0.22, length(a - now)), db = smoothstep(0.05, 0.22, length(b - now)), dc = smoothstep(0.05, 0.22, length(c - now));
    // each grows older through the beat, so that nothing jumps when the next one is made
    float wa = mix(0.66, 0.46, ease1) * smoothstep(0.0, 0.12, ease1), wb = mix(0.46, 0.28, ease1), wc = mix(0.28, 0.0, ease1);
    wb = mix(0.46, wb, smoothstep(0.0, 0.12, ease1));
    vec3 tint = mix(vec3(1.0), plate.rgb * 1.1, 0.5);
    vec3 colour = now;
    colour = mix(colour, mix(vec3(grey(c)) * tint, c, 0.25), dc * wc * amount);
    colour = mix(colour, mix(vec3(grey(b)) * tint, b, 0.40), db * wb * amount);
    colour = mix(colour, mix(vec3(grey(a)) * tint, a, 0.60), da * wa * amount);
    gl_FragColor = vec4(colour, 1.0);
}
