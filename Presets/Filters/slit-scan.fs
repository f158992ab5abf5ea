/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Slit scan: a slit runs over the picture once a bar and leaves behind it what it saw, so that everything that moves is bent into the time of the bar.",
  "CREDIT": "Kinora", "CATEGORIES": ["Feedback", "Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 1.0 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 }
  ],
  "PASSES": [ { "TARGET": "seen", "PERSISTENT": true, "FLOAT": true }, { "TARGET": "slit", "PERSISTENT": true, "FLOAT": true, "WIDTH": "1", "HEIGHT": "1" }, {} ],
  "KINORA": {
    "cost": [3.2],
    "subject": "time", "domain": "film", "licence": "MIT", "uses": ["ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "level", "low": 0.85, "high": 1.0 },
      { "input": "barCount", "signal": "bars" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    float along = variety < 0.5 ? uv.y : uv.x;
    if (fract(variety * 2.0) < 0.5) along = 1.0 - along;
    // to and fro, a bar each way: no jump at the bar line
    float now = abs(mod(barCount, 2.0) - 1.0);
    if (PASSINDEX == 0) {
        vec4 old = IMG_NORM_PIXEL(seen, uv), fresh = IMG_NORM_PIXEL(inputImage, uv);
        float last = IMG_NORM_PIXEL(slit, vec2(0.5)).r;
        float low = min(now, last) - 0.004, high = max(now, last) + 0.004;
        bool passes = along >= low && along <= high;
        // far from the slit the old picture slowly takes in what is there now, so that nothing stays for ever
        gl_FragColor = FRAMEINDEX == 0 || passes ? fresh : mix(old, fresh, 1.0 - exp2(-TIMEDELTA / 6.0));
        return;
    }
    if (PASSINDEX == 1) { gl_FragColor = vec4(now, 0.0, 0.0, 1.0); return; }
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb, bent = IMG_NORM_PIXEL(seen, uv).rgb;
    float line = crest(along - now, 0.006) * (0.16 + 0.10 * pulse);
    gl_FragColor = vec4(mix(picture, bent + line * (0.3 + bent), amount), 1.0);
}
