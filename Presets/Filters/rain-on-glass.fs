/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Rain on glass: the picture is seen through a window in the rain; the pane is misty, drops stand on it with the whole picture upside down in each, and some run down, faster when there is more going on.",
  "CREDIT": "Kinora", "CATEGORIES": ["Distortion Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "rain", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "splash", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 }
  ],
  "PASSES": [ { "TARGET": "mist", "WIDTH": "floor($WIDTH/4.0)", "HEIGHT": "floor($HEIGHT/4.0)" }, {} ],
  "KINORA": {
    "cost": [2.4],
    "subject": "rain", "domain": "place", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "level", "low": 0.75, "high": 1.0, "halfLifeSeconds": 0.5 },
      { "input": "rain", "signal": "flow", "scale": 0.45 },
      { "input": "splash", "signal": "hat", "halfLifeSeconds": 0.25 } ]
  }
}*/

// standing drops: offset of the ray and cover
vec3 standing(vec2 p, float size, float salt) {
    vec2 g = p * size + salt, cell = floor(g), f = g - cell - 0.5;
    vec3 h = hash23(cell);
    vec2 d = f - (h.xy - 0.5) * 0.55;
    float life = fract(rain * 0.22 + h.z * 7.0);
    float r = (0.10 + 0.22 * h.z * h.z) * smoothstep(0.0, 0.10, life) * (1.0 - smoothstep(0.75, 1.0, life)) * step(0.25, h.x);
    float k = length(d) / max(r, 1e-3);
    return vec3(d / size, smoothstep(1.0, 0.86, k)) * step(0.001, r);
}

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    if (PASSINDEX == 0) {
        vec2 d = 0.011 / span;
        vec3 sum = IMG_NORM_PIXEL(inputImage, uv).rgb * 2.0;
        sum += IMG_NORM_PIXEL(inputImage, uv + d).rgb + IMG_NORM_PIXEL(inputImage, uv - d).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(d.x, -d.y)).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(-d.x, d.y)).rgb;
        sum += IMG_NORM_PIXEL(inputImage, uv + vec2(d.x, 0.0) * 1.7).rgb + IMG_NORM_PIXEL(inputImage, uv - vec2(d.x, 0.0) * 1.7).rgb + IMG_NORM_PIXEL(inputImage, uv + vec2(0.0, d.y) * 1.7).rgb + IMG_NORM_PIXEL(inputImage, uv - vec2(0.0, d.y) * 1.7).rgb;
        gl_FragColor = vec4(sum * 0.1, 1.0);
        return;
    }
    vec2 p = uv * span;
    vec3 small = standing(p, 24.0, 3.0), large = standing(p, 10.0, 17.0);
    // runners: one to a column, stopping and starting, leaving a clear track with beads
    float column = floor(p.x * 8.0), hx = hash11(column + 5.0);
    float t = rain * (0.55 + 0.5 * hx) + hx * 19.0, turn = floor(t), go = t - turn;
    float hy = hash21(vec2(column, turn));
    float head = span.y * (1.10 - 1.30 * (go * go * 0.55 + 0.45 * go + 0.025 * swing(go * 4.0)));
    float meander = 0.022 * swing(p.y * 1.4 + hy) + 0.009 * swing(p.y * 4.1 + hx * 3.0);
    float x = (fract(p.x * 8.0) - 0.5) / 8.0 + meander + (hy - 0.5) * 0.03;
    float y = p.y - head;
    float r = 0.020 + 0.012 * hy;
    float bead = length(vec2(x, y * (y > 0.0 ? 0.55 : 1.0))) / r;
    float runner = smoothstep(1.0, 0.86, bead);
    float track = smoothstep(r * 0.75, r * 0.45, abs(x)) * smoothstep(0.0, 0.03, y) * smoothstep(0.60, 0.15, y);
    vec2 ray = large.xy * large.z * 5.0;
    float drop = large.z;
    if (small.z > drop) { ray = small.xy * 9.0; drop = small.z; }
    if (runner > drop) { ray = vec2(x, y) * 6.0; drop = runner; }
    drop *= amount;
    vec3 sharp = IMG_NORM_PIXEL(inputImage, uv).rgb, soft = IMG_NORM_PIXEL(mist, uv).rgb;
    vec3 pane = mix(soft, vec3(grey(soft)) * vec3(0.94, 0.99, 1.05) + 0.035, 0.25);
    vec3 colour = mix(sharp, pane, amount * 0.92 * (1.0 - track));
    vec3 lens = IMG_NORM_PIXEL(mist, clamp(uv - ray / span, 0.0, 1.0)).rgb * 1.06;
    float rim = drop * (1.0 - drop) * 4.0;
    float shine = smoothstep(0.012, 0.002, length(ray * 0.14 - vec2(-0.010, 0.010)));
    lens += shine * (0.22 + 0.14 * splash);
    colour = mix(colour, lens, drop) * (1.0 - 0.30 * rim);
    gl_FragColor = vec4(colour, 1.0);
}
