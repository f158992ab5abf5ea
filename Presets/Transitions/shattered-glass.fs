/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Shattered glass: a blow strikes the picture, cracks run out from it, the pieces hang a moment and then fall with their weight, the lowest first; the next picture stood behind the pane.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [17.4],
    "subject": "glass", "domain": "place", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": -0.1, "arousal": 0.7, "reach": 1.0 },
    "bindings": [
      { "input": "pulse", "signal": "snare", "halfLifeSeconds": 0.15 },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

// one crack from top to bottom between two columns: x = place + slope y, in cells
vec2 crack(float i) { vec2 h = hash12(i * 3.7 + floor(variety * 71.0)); return vec2(i + (h.x - 0.5) * 0.52, (h.y - 0.5) * 0.30); }

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 count = vec2(max(floor(span.x * 4.0 + 0.5), 3.0), 4.0) ;
    vec2 cells = span.y / count.y * vec2(span.x / count.x / (span.y / count.y), 1.0);
    vec2 g = uv * count;                                            // in cells, from below
    float t = progress, seed = floor(variety * 71.0);
    vec2 blow = vec2(0.5) + (hash12(seed + 0.5) - 0.5) * vec2(0.4, 0.3);
    float pixel = 1.2 * count.y / RENDERSIZE.y;
    vec3 colour = IMG_NORM_PIXEL(endImage, uv).rgb;
    float column = floor(g.x);
    float shade = 0.0;
    for (int k = 0; k < 3; k++) {
        float i = column + float(k) - 1.0;
        if (i < -0.5 || i > count.x - 0.5) continue;
        vec2 left = i < 0.5 ? vec2(-1.0, 0.0) : crack(i), right = i > count.x - 1.5 ? vec2(count.x + 1.0, 0.0) : crack(i + 1.0);
        for (int j = 0; j < 4; j++) {
            vec2 id = vec2(i, float(j));
            vec4 h = vec4(hash22(id + seed), hash22(id + seed + 57.0));
            vec2 centre = id + 0.5;
            // the lower ones give way first, and those near the blow
            float wait = 0.20 + 0.075 * float(j) + 0.10 * h.x + 0.14 * length(centre / count - blow);
            float fall = max(t - wait, 0.0);
            float drop = fall * fall * (38.0 + 12.0 * h.y) * count.y * 0.25;
            float lean = fall * fall * (h.z - 0.5) * 9.0 + (h.z - 0.5) * 0.02 * smoothstep(0.1, 0.2, t);
            float zoom = 1.0 - 0.5 * fall;                              // and comes towards us
            vec2 q = g - centre + vec2((h.w - 0.5) * -2.2 * fall, drop);
            q = (q * cells);
            float c = 1.0 - 0.5 * lean * lean, s = lean;
            q = vec2(c * q.x - s * q.y, s * q.x + c * q.y) * zoom / cells;
            vec2 at = centre + q;
            float low = j == 0 ? -9.0 : float(j) + (hash21(id + 7.0) - 0.5) * 0.35 + (at.x - i - 0.5) * (hash21(id + 3.3) - 0.5) * 1.3;
            vec2 above = id + vec2(0.0, 1.0);
            float high = j == 3 ? 9.0 : float(j) + 1.0 + (hash21(above + 7.0) - 0.5) * 0.35 + (at.x - i - 0.5) * (hash21(above + 3.3) - 0.5) * 1.3;
            vec2 frame = min(at, count - at);
            float d = min(min(at.x - left.x - left.y * (at.y - 2.0), right.x + right.y * (at.y - 2.0) - at.x), min(at.y - low, high - at.y));
            float body = min(d, min(frame.x, frame.y) + pixel);
            float cover = clamp(0.5 + body / pixel, 0.0, 1.0);
            shade = max(shade, smoothstep(-0.22, 0.05, body) * step(0.0001, fall));
            if (cover > 0.0) {
                vec3 piece = IMG_NORM_PIXEL(startImage, at / count).rgb;
                float reached = smoothstep(0.0, 0.04, t * 2.6 - length(at / count - blow));
                float moving = smoothstep(0.0, 0.05, fall);
                float bevel = crest(d, 0.035 + 0.03 * moving);
                piece *= 1.0 - 0.25 * moving * (0.5 + h.y);
                piece += reached * bevel * (0.20 + 0.55 * h.x) * vec3(0.80, 0.92, 1.0) * (0.5 + 0.5 * moving + 0.3 * pulse);
                piece *= 1.0 - 0.5 * reached * crest(d, 0.010);
                piece += moving * 0.20 * crest(q.x * 0.8 + q.y + 0.5 - fall * 5.0, 0.22);
                if (fall <= 0.0 && cover >= 1.0) { colour = piece; shade = 0.0; }
                else colour = mix(colour * (1.0 - 0.35 * shade * (1.0 - cover)), piece, cover);
            }
        }
    }
    gl_FragColor = vec4(mix(colour, IMG_NORM_PIXEL(endImage, uv).rgb, smoothstep(0.94, 1.0, t)), 1.0);
}
