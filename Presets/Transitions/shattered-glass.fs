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
    "cost": [8.7],
    "subject": "glass", "domain": "place", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": -0.1, "arousal": 0.7, "reach": 1.0 },
    "fits": ["glass", "ice", "lightning", "football", "storm", "window"],
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
    float column = floor(g.x), shade = 0.0;
    // the piece that lies on top here: its place in the old picture, how it fell, how far it is from its edge
    vec2 hit = g, turned = vec2(0.0), luck = vec2(0.0);
    float cover = 0.0, flown = 0.0, inside = 0.0;
    for (int k = 0; k < 3; k++) {
        float i = column + float(k) - 1.0;
        vec2 left = i < 0.5 ? vec2(-1.0, 0.0) : crack(i), right = i > count.x - 1.5 ? vec2(count.x + 1.0, 0.0) : crack(i + 1.0);
        vec2 low = vec2(-9.0, 0.0);
        for (int j = 0; j < 4; j++) {
            vec2 id = vec2(i, float(j));
            vec3 h = hash23(id + seed);
            vec2 centre = id + 0.5, high = (fract(h.xy * 37.7) - 0.5) * vec2(0.35, 1.3) + vec2(id.y + 1.0, 0.0);
            if (j == 3) high = vec2(99.0, 0.0);
            // the lower ones give way first, and those near the blow
            float fall = max(t - 0.20 - 0.075 * id.y - 0.10 * h.x - 0.22 * dot(centre / count - blow, centre / count - blow), 0.0);
            float lean = (h.z - 0.5) * (fall * fall * 9.0 + 0.02 * smoothstep(0.1, 0.2, t));
            // it tips over, and comes towards us
            vec2 q = (g - centre + vec2((h.y - 0.5) * -2.2 * fall, fall * fall * (38.0 + 12.0 * h.y))) * cells;
            float c = 1.0 - 0.5 * lean * lean;
            q = vec2(c * q.x - lean * q.y, lean * q.x + c * q.y) * (1.0 - 0.5 * fall) / cells;
            vec2 at = centre + q, frame = min(at, count - at);
            float d = min(min(at.x - left.x - left.y * (at.y - 2.0), right.x + right.y * (at.y - 2.0) - at.x), min(at.y - low.x - q.x * low.y, high.x + q.x * high.y - at.y));
            low = high;
            float body = min(d, min(frame.x, frame.y) + pixel), on = fall > 0.0 ? clamp(0.5 + body / pixel, 0.0, 1.0) : step(0.0, body);
            on *= step(-0.5, i) * step(i, count.x - 0.5);
            shade = max(shade, smoothstep(-0.22, 0.05, body) * step(0.0001, fall));
            if (on > 0.4 || on > cover) { hit = at; turned = q; luck = h.xy; cover = on; flown = fall; inside = d; }
        }
    }
    vec3 piece = IMG_NORM_PIXEL(startImage, hit / count).rgb;
    float reached = smoothstep(0.0, 0.04, t * 2.6 - length(hit / count - blow)), moving = smoothstep(0.0, 0.05, flown);
    piece *= 1.0 - 0.25 * moving * (0.5 + luck.y);
    piece += reached * crest(inside, 0.035 + 0.03 * moving) * (0.20 + 0.55 * luck.x) * vec3(0.80, 0.92, 1.0) * (0.5 + 0.5 * moving + 0.3 * pulse);
    piece *= 1.0 - 0.5 * reached * crest(inside, 0.010);
    piece += moving * 0.20 * crest(turned.x * 0.8 + turned.y + 0.5 - flown * 5.0, 0.22);
    vec3 will = IMG_NORM_PIXEL(endImage, uv).rgb;
    vec3 colour = mix(will * (1.0 - 0.35 * shade * (1.0 - cover)), piece, cover);
    gl_FragColor = vec4(mix(colour, will, smoothstep(0.94, 1.0, t)), 1.0);
}
