/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Tilt-shift: only a band of the picture is sharp, what lies before and beyond it melts away, and the place looks like a small model of itself; the band wanders over eight bars and widens with the energy.",
  "CREDIT": "Kinora", "CATEGORIES": ["Blur"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "band", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "PASSES": [ { "TARGET": "near", "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, { "TARGET": "far", "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, {} ],
  "KINORA": {
    "cost": [2.8],
    "subject": "model", "domain": "film", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "bindings": [
      { "input": "amount", "signal": "level", "low": 0.75, "high": 1.0, "halfLifeSeconds": 0.5 },
      { "input": "barCount", "signal": "bars" },
      { "input": "band", "signal": "energy", "halfLifeSeconds": 0.5 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

const vec2 RING[8] = vec2[8](vec2(1.0, 0.0), vec2(0.707, 0.707), vec2(0.0, 1.0), vec2(-0.707, 0.707), vec2(-1.0, 0.0), vec2(-0.707, -0.707), vec2(0.0, -1.0), vec2(0.707, -0.707));

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    float middle = 0.42 + 0.13 * swing(barCount / 16.0 + variety), tilt = (variety - 0.5) * 0.35;
    float away = abs(uv.y - middle - tilt * (uv.x - 0.5)) - 0.07 - 0.07 * band;
    float soft = smoothstep(0.0, 0.34, away);
    if (PASSINDEX < 2) {
        vec2 reach = (PASSINDEX == 0 ? 0.0085 : 0.0175) * (0.15 + soft) * amount / span;
        vec4 sum = vec4(0.0);
        for (int i = 0; i < 8; i++) {
            vec2 tap = uv + reach * (PASSINDEX == 0 ? RING[i].yx * vec2(0.92, -0.92) + RING[i] * 0.38 : RING[i]);
            vec3 c = PASSINDEX == 0 ? IMG_NORM_PIXEL(inputImage, tap).rgb : IMG_NORM_PIXEL(near, tap).rgb;
            float l = grey(c);
            sum += vec4(c, 1.0) * (1.0 + 3.0 * l * l);
        }
        gl_FragColor = vec4(sum.rgb / sum.a, 1.0);
        return;
    }
    vec3 sharp = IMG_NORM_PIXEL(inputImage, uv).rgb, blurred = IMG_NORM_PIXEL(far, uv).rgb;
    vec3 colour = mix(sharp, blurred, smoothstep(0.0, 0.30, soft) * min(amount * 3.0, 1.0));
    // models are painted brighter than the world
    vec3 painted = mix(vec3(grey(colour)), colour, 1.38);
    painted = mix(painted, painted * painted * (3.0 - 2.0 * painted), 0.45);
    gl_FragColor = vec4(clamp(mix(colour, painted, amount), 0.0, 1.0), 1.0);
}
