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
        vec3 a = valueNoiseD(p * 14.0 + seed), b = valueNoiseD(p * 37.0 - seed);
        // wet paint runs down the slopes of the paper, and further where the bass is
        vec2 run = (a.yz * 0.0012 + b.yz * 0.0007) * (0.4 + wet);
        vec4 here = IMG_NORM_PIXEL(paint, uv + run * back);
        vec2 d = (0.0022 + 0.0022 * wet) * back;
        vec4 around = 0.25 * (IMG_NORM_PIXEL(paint, uv + run * back + vec2(d.x, 0.0)) + IMG_NORM_PIXEL(paint, uv + run * back - vec2(d.x, 0.0))
            + IMG_NORM_PIXEL(paint, uv + run * back + vec2(0.0, d.y)) + IMG_NORM_PIXEL(paint, uv + run * back - vec2(0.0, d.y)));
        vec4 spread = mix(here, around, 0.55);
        // the brush: blots of the new picture, more of them on the beat
        float blot = valueNoise(p * 7.0 + seed + floor(TIME * 7.0) * 3.7) * 0.65 + 0.35 * valueNoise(p * 19.0 - seed);
        float lays = smoothstep(0.72 - 0.62 * brush, 0.95 - 0.45 * brush, blot);
        float rate = FRAMEINDEX == 0 ? 1.0 : 1.0 - exp2(-TIMEDELTA / 0.09);
        vec2 blur = 0.004 * back;
        vec3 now = 0.25 * (IMG_NORM_PIXEL(inputImage, uv + blur).rgb + IMG_NORM_PIXEL(inputImage, uv - blur).rgb
            + IMG_NORM_PIXEL(inputImage, uv + vec2(blur.x, -blur.y)).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(-blur.x, blur.y)).rgb);
        float take = rate * max(lays, 0.10);
        gl_FragColor = FRAMEINDEX == 0 ? vec4(now, 0.5) : vec4(mix(spread.rgb, now, take), mix(spread.a, lays, rate));
    } else {
        vec4 wash = IMG_NORM_PIXEL(paint, uv);
        vec2 d = 0.005 * back;
        vec3 far = 0.25 * (IMG_NORM_PIXEL(paint, uv + vec2(d.x, 0.0)).rgb + IMG_NORM_PIXEL(paint, uv - vec2(d.x, 0.0)).rgb
            + IMG_NORM_PIXEL(paint, uv + vec2(0.0, d.y)).rgb + IMG_NORM_PIXEL(paint, uv - vec2(0.0, d.y)).rgb);
        float rim = length(wash.rgb - far);                                   // pigment pools at the edge of a wash
        float tooth = valueNoise(p * 190.0) * 0.5 + valueNoise(p * 85.0) * 0.3 + valueNoise(p * 31.0) * 0.2;
        float pools = valueNoise(p * 6.0) * 0.6 + valueNoise(p * 15.0 + 8.0) * 0.4;
        vec3 colour = wash.rgb;
        // transparent paint on white: never quite dark, lighter where the water stood
        colour = mix(vec3(0.97, 0.955, 0.92), colour, 0.93 - 0.24 * pools * smoothstep(0.05, 0.6, dot(colour, vec3(0.33))));
        colour = 0.075 + 0.925 * colour;
        colour *= 1.0 - clamp(rim * 2.6, 0.0, 0.42);
        float density = 1.0 - dot(colour, vec3(0.30, 0.59, 0.11));
        colour += (tooth - 0.5) * 0.13 * (0.25 + density);                      // grains of pigment lie in the hollows
        gl_FragColor = vec4(colour, 1.0);
    }
}
