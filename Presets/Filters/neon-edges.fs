/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Neon: the outlines of the picture are bent from glass tubes; they glow in its colours before the darkened scene, and the gas brightens a little on the beat.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "gas", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "hum", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "tube", "TYPE": "color", "DEFAULT": [0.92, 0.45, 0.25, 1] }
  ],
  "PASSES": [ { "TARGET": "lines", "WIDTH": "floor($WIDTH*0.75)", "HEIGHT": "floor($HEIGHT*0.75)" }, { "TARGET": "glow", "WIDTH": "floor($WIDTH/4.0)", "HEIGHT": "floor($HEIGHT/4.0)" }, {} ],
  "KINORA": {
    "cost": [3.1],
    "subject": "neon", "domain": "place", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "gas", "signal": "pulse", "halfLifeSeconds": 0.3 },
      { "input": "hum", "signal": "flow" },
      { "input": "tube", "signal": "palette.accent" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    if (PASSINDEX == 0) {
        vec2 e = 0.0036 / span;
        vec3 a = IMG_NORM_PIXEL(inputImage, uv + vec2(-e.x, e.y)).rgb, b = IMG_NORM_PIXEL(inputImage, uv + e).rgb;
        vec3 c = IMG_NORM_PIXEL(inputImage, uv - e).rgb, d = IMG_NORM_PIXEL(inputImage, uv + vec2(e.x, -e.y)).rgb;
        vec3 sum = a + b + c + d;
        vec3 x = b + d - a - c, y = a + b - c - d;
        float strong = sqrt(dot(x, x) + dot(y, y)) / (0.22 + 0.55 * grey(sum));
        float line = smoothstep(0.22, 0.75, strong);
        float top = max(sum.r, max(sum.g, sum.b));
        vec3 hue = sum / max(top, 0.05);
        hue = clamp(mix(vec3(grey(hue)), hue, 1.9), 0.0, 1.2);
        gl_FragColor = vec4(mix(hue, tube.rgb, 0.30) * line, line);
        return;
    }
    if (PASSINDEX == 1) {
        vec4 sum = vec4(0.0);
        for (int i = 0; i < 8; i++) {
            float a = float(i) * 0.125;
            vec2 o = swing2(vec2(a + 0.25, a)) / span;
            sum += IMG_NORM_PIXEL(lines, uv + o * 0.010) * 0.6 + IMG_NORM_PIXEL(lines, uv + o * 0.026) * 0.4;
        }
        gl_FragColor = sum * 0.125;
        return;
    }
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb;
    vec4 core = IMG_NORM_PIXEL(lines, uv), halo = IMG_NORM_PIXEL(glow, uv);
    float light = 0.90 + 0.14 * gas + 0.03 * swing(hum * 0.9 + uv.x * 0.7);
    vec3 wall = picture * vec3(0.16, 0.16, 0.20) * (0.8 + 0.2 * valueNoise(uv * span * 90.0));
    vec3 colour = screened(wall, halo.rgb * (0.95 + 0.25 * gas));
    float filament = smoothstep(0.55, 1.0, core.a);
    colour = screened(colour, core.rgb * 0.85 * light);
    colour = mix(colour, vec3(1.0, 0.97, 0.92) * 0.55 + core.rgb * 0.5, filament * 0.62 * light);
    gl_FragColor = vec4(mix(picture, clamp(colour, 0.0, 1.0), amount), 1.0);
}
