/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Watercolour: the picture is painted wet on rough paper. Colour runs into its neighbours and pools at its edges, the brush wets the sheet again on every beat, and white paper is left between the strokes.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize", "Feedback"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "brush", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "wet", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sheet", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 }
  ],
  "PASSES": [ { "TARGET": "paint", "PERSISTENT": true, "FLOAT": true, "WIDTH": "floor($WIDTH/2.0)", "HEIGHT": "floor($HEIGHT/2.0)" }, {} ],
  "KINORA": {
    "cost": [3.6],
    "subject": "watercolour", "domain": "art", "licence": "MIT", "uses": ["noise"],
    "bindings": [
      { "input": "brush", "signal": "pulse", "low": 0.12, "high": 1.0 },
      { "input": "wet", "signal": "bass", "low": 0.3, "high": 1.0, "halfLifeSeconds": 0.4 },
      { "input": "sheet", "signal": "chapter" } ]
  }
}*/

vec2 onSheet(vec2 uv) { return vec2(uv.x * RENDERSIZE.x / RENDERSIZE.y, uv.y); }

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 p = onSheet(uv);
    vec2 back = vec2(RENDERSIZE.y / RENDERSIZE.x, 1.0);
    if (PASSINDEX == 0) {
        vec2 seed = hash12(sheet + 5.0) * 40.0;
        vec3 a = valueNoiseD(p * 17.0 + seed);
        // wet paint runs down the slopes of the paper, and further where the bass is
        vec2 run = a.yz * 0.00030 * (0.3 + wet) * back;
        vec2 d = 0.0016 * back;
        vec4 here = IMG_NORM_PIXEL(paint, uv + run);
        vec4 around = 0.25 * (IMG_NORM_PIXEL(paint, uv + run + vec2(d.x, 0.0)) + IMG_NORM_PIXEL(paint, uv + run - vec2(d.x, 0.0))
            + IMG_NORM_PIXEL(paint, uv + run + vec2(0.0, d.y)) + IMG_NORM_PIXEL(paint, uv + run - vec2(0.0, d.y)));
        vec4 spread = mix(here, around, 0.16 + 0.14 * wet);
        // the brush: blots of the new picture, nearly all of them on the beat; its edge wavers with the paper
        vec2 waver = (vec2(valueNoise(p * 23.0 + seed), valueNoise(p * 23.0 - seed)) - 0.5) * 0.011 * back;
        float blot = valueNoise(p * 5.0 + seed + floor(TIME * 6.0) * 3.7) * 0.7 + 0.3 * a.x;
        float lays = smoothstep(0.70 - 0.62 * brush, 0.90 - 0.45 * brush, blot);
        float rate = FRAMEINDEX == 0 ? 1.0 : 1.0 - exp2(-TIMEDELTA / 0.035);
        vec3 now = IMG_NORM_PIXEL(inputImage, uv + waver).rgb;
        float take = rate * max(lays, 0.16);
        gl_FragColor = FRAMEINDEX == 0 ? vec4(now, 0.5) : vec4(mix(spread.rgb, now, take), mix(spread.a, lays, rate));
    } else {
        vec3 wash = IMG_NORM_PIXEL(paint, uv).rgb;
        vec2 d = 0.0042 * back;
        vec3 right = IMG_NORM_PIXEL(paint, uv + vec2(d.x, 0.0)).rgb, left = IMG_NORM_PIXEL(paint, uv - vec2(d.x, 0.0)).rgb;
        vec3 up = IMG_NORM_PIXEL(paint, uv + vec2(0.0, d.y)).rgb, down = IMG_NORM_PIXEL(paint, uv - vec2(0.0, d.y)).rgb;
        float rim = length(wash - 0.25 * (right + left + up + down)) + 0.30 * (length(right - left) + length(up - down));
        float tooth = valueNoise(p * 230.0) * 0.45 + valueNoise(p * 105.0) * 0.35 + valueNoise(p * 41.0) * 0.2;
        float pools = valueNoise(p * 4.0) * 0.55 + valueNoise(p * 11.0 + 8.0) * 0.45;
        // transparent colour on white paper: how much paint lies there, and which
        vec3 paper = vec3(0.975, 0.965, 0.935);
        vec3 light = pow(clamp(wash, 0.0, 1.0), vec3(0.80));
        vec3 density = -log(max(0.10 + 0.90 * light, vec3(0.02)));
        float grey = dot(density, vec3(0.333));
        density = max(mix(vec3(grey), density, 1.45), 0.0);                     // pigments are purer than light
        density *= (0.62 + 0.56 * pools) * (0.78 + 0.44 * tooth);                // it pools, and lies in the hollows
        density *= 1.0 + min(rim * 1.7, 0.9);                                    // and dries darker at the edge
        // dry brush: where little paint is laid the paper's hills stay white
        float bare = smoothstep(0.30, 0.05, grey) * smoothstep(0.55, 0.75, tooth);
        gl_FragColor = vec4(paper * exp(-density * (1.0 - 0.6 * bare)) + 0.02 * (tooth - 0.5), 1.0);
    }
}
