/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Stop motion: the picture is taken anew only on every half beat and stands still between; each take sits a hair elsewhere, as when a hand has touched the puppet.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize", "Feedback"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 1.0 },
    { "NAME": "takes", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "touch", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 }
  ],
  "PASSES": [ { "TARGET": "held", "PERSISTENT": true }, { "TARGET": "slate", "PERSISTENT": true, "FLOAT": true, "WIDTH": "1", "HEIGHT": "1" }, {} ],
  "KINORA": {
    "cost": [3.2],
    "subject": "animation", "domain": "animation", "licence": "MIT", "uses": ["noise", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.8, "high": 1.0 },
      { "input": "takes", "signal": "beats", "scale": 2.0 },
      { "input": "touch", "signal": "kick", "halfLifeSeconds": 0.2 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    float take = floor(takes);
    if (PASSINDEX == 0) {
        bool isNew = FRAMEINDEX == 0 || abs(IMG_NORM_PIXEL(slate, vec2(0.5)).r - mod(take, 512.0)) > 0.5;
        gl_FragColor = isNew ? IMG_NORM_PIXEL(inputImage, uv) : IMG_NORM_PIXEL(held, uv);
        return;
    }
    if (PASSINDEX == 1) { gl_FragColor = vec4(mod(take, 512.0), 0.0, 0.0, 1.0); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 nudge = (hash12(take + 0.5) - 0.5) * (0.0035 + 0.004 * touch) / span;
    vec2 at = (uv - 0.5) * 0.992 + 0.5 + nudge;
    vec3 still = IMG_NORM_PIXEL(held, at).rgb;
    // the lamp is never quite the same twice; a thumb leaves its mark on the clay now and then
    vec2 q = (uv - hash12(take * 1.7 + 9.0)) * span;
    float lamp = 1.0 + 0.020 * (hash11(take) - 0.5);
    float ridges = crest(fract(length(q * vec2(1.0, 0.75) + 0.05) * 95.0) - 0.5, 0.45) * smoothstep(0.085, 0.03, length(q * vec2(1.0, 0.8)));
    still *= lamp * (1.0 - 0.07 * ridges * step(0.55, hash11(take + 3.0)));
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, still, amount), 1.0);
}
