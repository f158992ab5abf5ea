/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Searching spotlights: the lights go down on the picture, two spotlights wander over a dark stage, find each other, and open on the next one.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "warm", "TYPE": "color", "DEFAULT": [1.0, 0.92, 0.75, 1] }
  ],
  "KINORA": {
    "cost": [2.1],
    "subject": "spotlight", "domain": "theatre", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.0, "arousal": 0.1, "reach": 0.8 },
    "fits": ["stage", "dancer", "theatre", "searchlight", "floodlight", "piano", "choir"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "warm", "signal": "palette.light" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float t = progress;
    float dark = easeInOut(remap(t, 0.0, 0.26));
    float search = remap(t, 0.14, 0.66), meet = easeInOut(remap(t, 0.50, 0.70)), open = easeIn(remap(t, 0.68, 1.0));
    // they glide, stop, look, glide: a step to each new place
    float walk = 0.35 + stepped(search * 3.0, 0.7) / 3.0;
    vec2 wide = 0.36 * span;
    vec2 a = mix(wide * vec2(swing(walk * 0.83 + variety), 0.75 * swing(walk * 1.19 + 0.3)), vec2(0.0), meet);
    vec2 b = mix(wide * vec2(swing(walk * 0.97 + 0.53 + variety), 0.75 * swing(walk * 0.71 + 0.1)), vec2(0.0), meet);
    float born = overshoot(remap(t, 0.12, 0.24));
    float radius = 0.19 * born * (1.0 + 0.05 * pulse) + 0.04 * meet + open * (length(span) * 0.62);
    // cones fall from the flies: the pool is wider than high, lower ones more so
    float da = length((p - a) * vec2(1.0, 1.12)) - radius, db = length((p - b) * vec2(1.0, 1.12)) - radius * 0.9;
    float soft = 0.022 + 0.25 * open;
    float poolA = smoothstep(soft, -soft, da), poolB = smoothstep(soft, -soft, db) ;
    float light = 1.0 - (1.0 - poolA) * (1.0 - poolB);
    // dust in the two beams
    float top = 0.5 * span.y + 0.25, beams = 0.0;
    for (int i = 0; i < 2; i++) {
        vec2 c = i == 0 ? a : b, lamp = vec2((i == 0 ? -0.28 : 0.28) * span.x, top);
        vec2 d = c - lamp, q = p - lamp;
        float h = dot(q, d) / dot(d, d);
        float off = abs(q.x * d.y - q.y * d.x) / length(d);
        beams += smoothstep(1.0, 0.2, off / max(radius * h, 1e-3)) * step(0.0, h) * smoothstep(1.05, 0.85, h) * (0.5 + 0.5 * valueNoise(p * 5.0 + vec2(t * 3.0, -t * 2.0)));
    }
    float faint = (1.0 - open) * smoothstep(0.12, 0.24, t);
    vec3 was = IMG_NORM_PIXEL(startImage, uv).rgb, will = IMG_NORM_PIXEL(endImage, uv).rgb;
    vec3 room = was * mix(vec3(1.0), vec3(0.035, 0.042, 0.070), dark);
    room = mix(room, will * vec3(0.035, 0.042, 0.07), smoothstep(0.35, 0.6, t));
    vec3 tint = mix(vec3(1.0), mix(vec3(1.05, 1.0, 0.9), warm.rgb, 0.35), (1.0 - open) * 0.7);
    float hot = 0.06 * (1.0 - open);
    vec3 lit = will * tint * (1.06 - 0.06 * open) + hot * warm.rgb * (poolA * poolB + 0.4);
    vec3 colour = mix(room, lit, light);
    colour += warm.rgb * beams * 0.075 * faint;
    colour += warm.rgb * 0.16 * faint * (crest(da, 0.018) + crest(db, 0.018)) * 0.5;
    gl_FragColor = vec4(mix(colour, will, smoothstep(0.95, 1.0, t)), 1.0);
}
