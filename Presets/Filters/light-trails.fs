/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Light trails: what is bright stays on the film and drifts outward while it fades, as with a long exposure; the shutter opens on the beat, and old light turns towards the palette's accent.",
  "CREDIT": "Kinora", "CATEGORIES": ["Feedback", "Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "shutter", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "beatSeconds", "TYPE": "float", "MIN": 0.1, "MAX": 2.0, "DEFAULT": 0.5 },
    { "NAME": "push", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "sway", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "oldLight", "TYPE": "color", "DEFAULT": [0.95, 0.55, 0.35, 1.0] }
  ],
  "PASSES": [ { "TARGET": "trail", "PERSISTENT": true, "FLOAT": true, "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, {} ],
  "KINORA": {
    "cost": [1.3],
    "subject": "light", "domain": "abstract", "licence": "MIT", "uses": ["ease"],
    "bindings": [
      { "input": "shutter", "signal": "pulse", "low": 0.18, "high": 1.0 },
      { "input": "push", "signal": "energy", "low": 0.2, "high": 1.0 },
      { "input": "sway", "signal": "bars", "scale": 0.25 },
      { "input": "oldLight", "signal": "palette.accent" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec3 now = IMG_NORM_PIXEL(inputImage, uv).rgb;
    if (PASSINDEX == 0) {
        // half of the light is left after a beat; by time, not by pictures
        float keep = exp2(-TIMEDELTA / beatSeconds);
        float zoom = 1.0 - TIMEDELTA * (0.05 + 0.16 * push);
        float turn = TIMEDELTA * 0.10 * swing(sway);
        vec2 q = (uv - 0.5) * vec2(RENDERSIZE.x / RENDERSIZE.y, 1.0) * zoom;
        q = vec2(q.x - turn * q.y, q.y + turn * q.x) / vec2(RENDERSIZE.x / RENDERSIZE.y, 1.0);
        vec3 old = IMG_NORM_PIXEL(trail, q + 0.5).rgb;
        float age = 1.0 - exp2(-TIMEDELTA / (1.6 * beatSeconds));
        float light = dot(old, vec3(0.30, 0.59, 0.11));
        old = mix(old, oldLight.rgb * (light / max(dot(oldLight.rgb, vec3(0.30, 0.59, 0.11)), 0.15)), age) * keep;
        float peak = max(now.r, max(now.g, now.b));
        vec3 fresh = now * smoothstep(0.42, 0.92, peak) * (0.35 + 0.65 * shutter);
        gl_FragColor = vec4(max(old, fresh), 1.0);
    } else {
        vec3 glow = IMG_NORM_PIXEL(trail, uv).rgb;
        vec3 colour = now * 0.92;
        gl_FragColor = vec4(1.0 - (1.0 - colour) * (1.0 - clamp(glow * 0.9, 0.0, 1.0)), 1.0);
    }
}
