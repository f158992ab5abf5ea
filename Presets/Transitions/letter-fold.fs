/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Letter fold: the picture is a letter; its sides are folded in, then its top and foot, each fold with a breath of paper, and the folded letter is taken away from the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "sheet", "TYPE": "color", "DEFAULT": [0.93, 0.86, 0.72, 1] }
  ],
  "KINORA": {
    "cost": [4.9],
    "subject": "letter", "domain": "art", "licence": "MIT", "uses": ["ease", "noise", "paper", "picture"],
    "mood": { "valence": 0.3, "arousal": -0.1, "reach": 0.8 },
    "fits": ["paper", "poster", "drawn", "book", "print", "pencil"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "sheet", "signal": "palette.light" } ]
  }
}*/

// the sheet with its sides folded by two angles (half turns 0..1): colour and cover at a place on the table
vec4 folded(vec2 p, vec2 size, float left, float right, vec3 paper) {
    vec3 colour = IMG_NORM_PIXEL(startImage, clamp(p / size + 0.5, 0.0, 1.0)).rgb;
    float third = size.x / 6.0, pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    float inside = clamp(0.5 + (third - abs(p.x)) / pixel, 0.0, 1.0) * clamp(0.5 + (0.5 * size.y - abs(p.y)) / pixel, 0.0, 1.0);
    vec4 sum = vec4(colour, inside);
    for (int k = 0; k < 2; k++) {
        float turn = k == 0 ? left : right, mirror = k == 0 ? -1.0 : 1.0;
        float a = turn * 3.14159265, c = cos(a), s = sin(a);
        float away = p.x * mirror - third;                          // from the fold, outward
        float along = away / (abs(c) < 0.02 ? (c < 0.0 ? -0.02 : 0.02) : c);
        float y = p.y / (1.0 + 0.30 * along * s);                   // what rises comes nearer
        float cover = clamp(0.5 + along / pixel, 0.0, 1.0) * clamp(0.5 + (2.0 * third - along) * max(abs(c), 0.02) / pixel, 0.0, 1.0) * clamp(0.5 + (0.5 * size.y - abs(y)) / pixel, 0.0, 1.0);
        if (turn <= 0.0) cover = clamp(0.5 + away / pixel, 0.0, 1.0) * inPicture(p / size + 0.5, pixel);
        vec2 at = vec2(mirror * (third + along), y) / size + 0.5;
        vec3 front = IMG_NORM_PIXEL(startImage, clamp(at, 0.0, 1.0)).rgb * (1.0 - 0.45 * s);
        vec3 back = paper * (0.88 - 0.38 * s + 0.12 * smoothstep(0.0, 0.4, along)) + front * 0.05;
        // its shadow on what lies under it
        float shadow = c < 0.3 ? smoothstep(0.10 + 0.2 * s, 0.0, max(-along, along - 2.0 * third)) * 0.35 : 0.0;
        sum.rgb *= 1.0 - shadow * (1.0 - cover);
        sum = vec4(mix(sum.rgb, c > 0.0 ? front : back, cover), max(sum.a, cover));
    }
    return sum;
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span, size = span;
    float t = progress;
    vec3 paper = mix(vec3(0.95, 0.935, 0.90), sheet.rgb, 0.35);
    float left = easeInOut(remap(t, 0.02, 0.26)), right = easeInOut(remap(t, 0.20, 0.44));
    float top = easeInOut(remap(t, 0.40, 0.60)), foot = easeInOut(remap(t, 0.54, 0.74));
    // taken away: a little lift first, then off with a turn
    float away = remap(t, 0.74, 1.0), go = easeIn(away);
    float side = variety < 0.5 ? 1.0 : -1.0;
    vec2 q = p;
    float lift = 1.0 + 0.10 * easeOut(remap(t, 0.72, 0.82));
    q -= vec2(side * go * (0.62 * span.x), go * (0.75 * span.y));
    q = rotation(-side * go * 0.9) * q / lift;
    paper *= 0.97 + 0.03 * paperFibre(q);
    float third = size.y / 6.0, pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec4 table = vec4(IMG_NORM_PIXEL(endImage, uv).rgb, 1.0);
    vec2 packet = vec2(size.x / 6.0, mix(size.y * 0.5, third, foot));
    // the shadow of the packet on the table
    vec2 far = max(abs(q + vec2(0.02, 0.03) * lift) - vec2(size.x / 6.0 + (1.0 - max(left, right)) * size.x, mix(mix(size.y, third, foot), third, top)), 0.0);
    table.rgb *= 1.0 - 0.42 * exp(-length(far) * 14.0) * smoothstep(0.0, 0.12, t) * (1.0 - go);
    vec4 sum = vec4(0.0);
    // middle third, then the two flaps of the folded packet
    float middle = clamp(0.5 + (third - abs(q.y)) / pixel, 0.0, 1.0);
    vec4 base = folded(q, size, left, right, paper);
    sum = vec4(base.rgb, base.a * middle);
    for (int k = 0; k < 2; k++) {
        float turn = k == 0 ? top : foot, mirror = k == 0 ? 1.0 : -1.0;
        float off = q.y * mirror - third;
        if (turn <= 0.0) {
            float cover = clamp(0.5 + off / pixel, 0.0, 1.0) * base.a;
            sum = vec4(mix(sum.rgb, base.rgb, cover), max(sum.a, cover));
            continue;
        }
        float a = turn * 3.14159265, c = cos(a), s = sin(a);
        float along = off / (abs(c) < 0.02 ? (c < 0.0 ? -0.02 : 0.02) : c);
        float x = q.x / (1.0 + 0.30 * along * s);
        float cover = clamp(0.5 + along / pixel, 0.0, 1.0) * clamp(0.5 + (2.0 * third - along) * max(abs(c), 0.02) / pixel, 0.0, 1.0) * clamp(0.5 + (size.x / 6.0 - abs(x)) / pixel, 0.0, 1.0);
        vec2 at = vec2(x, mirror * (third + along));
        vec3 back = paper * (0.93 - 0.38 * s + 0.10 * smoothstep(0.0, 0.3, along));
        vec3 front = back * 0.9;
        sum.rgb *= 1.0 - 0.35 * smoothstep(0.12, 0.0, max(along - 2.0 * third, 0.0)) * smoothstep(0.3, -0.2, c) * (1.0 - cover);
        sum = vec4(mix(sum.rgb, c > 0.0 ? front : back, cover), max(sum.a, cover));
    }
    sum.rgb *= 1.0 + 0.04 * pulse;
    gl_FragColor = vec4(mix(table.rgb, sum.rgb, sum.a * (1.0 - smoothstep(0.96, 1.0, t))), 1.0);
}
