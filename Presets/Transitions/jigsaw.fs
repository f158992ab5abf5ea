/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Jigsaw: the next picture is laid over the old one piece by piece, each dropped a little too large and pressed in with a knock; at last the seams close.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.7],
    "subject": "puzzle", "domain": "art", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.5, "arousal": 0.1, "reach": 0.9 },
    "fits": ["paper", "poster", "art", "grid", "toy", "print", "village"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" } ]
  }
}*/

// which way the tab between two neighbours points, and where it sits along their seam
vec2 tab(vec2 seam) { vec2 h = hash22(seam * 1.37 + floor(variety * 83.0)); return vec2(h.x < 0.5 ? -1.0 : 1.0, (h.y - 0.5) * 0.22); }

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 count = max(floor(span * 4.6 + 0.5), 2.0);
    vec2 g = uv * count, cell = floor(g), f = fract(g) - 0.5;
    const float KNOB = 0.135;
    float seam = 1.0;
    vec2 own = cell;
    // a tab is a disc on a short neck: it belongs to the piece on the other side of the seam that it points away from
    for (int k = 0; k < 4; k++) {
        vec2 way = k == 0 ? vec2(1.0, 0.0) : k == 1 ? vec2(-1.0, 0.0) : k == 2 ? vec2(0.0, 1.0) : vec2(0.0, -1.0);
        vec2 other = cell + way;
        bool within = other.x > -0.5 && other.y > -0.5 && other.x < count.x - 0.5 && other.y < count.y - 0.5;
        if (!within) continue;
        vec2 lower = min(cell, other);
        bool flat1 = abs(way.x) > 0.5;
        vec2 h = tab(lower + (flat1 ? 0.0 : 37.5));
        float along = (flat1 ? f.y : f.x) - h.y, toSeam = 0.5 - dot(f, way);
        float sense = dot(way, vec2(1.0)) * h.x;                     // > 0: the tab points from this piece outward
        float line = sense > 0.0 ? toSeam + 0.105 : toSeam - 0.105;
        float d = length(vec2(along * 0.92, line)) - KNOB;
        float neck = max(abs(along) - 0.075, abs(toSeam) - 0.03);
        float tabD = min(d, neck);
        float s;
        if (sense > 0.0) { s = min(toSeam, 9.0); s = abs(along) < 0.075 ? max(s, 0.075 - abs(along)) : s; }
        else {
            s = toSeam;
            if (tabD < 0.0) { own = other; s = 0.0; }
            seam = min(seam, abs(tabD));
            s = abs(along) < 0.075 ? 1.0 : s;
        }
        seam = min(seam, abs(s));
    }
    float h = hash21(own + floor(variety * 61.0) + 0.5);
    float place = 0.72 * h + 0.28 * length((own + 0.5) / count - 0.5) * 1.4;
    float local = remap(progress, 0.02 + place * 0.76, 0.02 + place * 0.76 + 0.13);
    vec3 colour = IMG_NORM_PIXEL(startImage, uv).rgb;
    float pixel = count.y / RENDERSIZE.y;
    float ends = smoothstep(0.0, 0.04, progress) * (1.0 - smoothstep(0.88, 1.0, progress));
    float groove = crest(seam, 0.016 + 1.2 * pixel);
    // a shadow falls first; then the piece lies there and is pressed home
    colour *= 1.0 - 0.45 * smoothstep(0.0, 0.35, local) * ends;
    float landed = smoothstep(0.30, 0.38, local);
    float zoom = 1.0 + 0.30 * (1.0 - easeOut(remap(local, 0.30, 1.0)));
    vec2 centre = (own + 0.5) / count;
    vec3 piece = IMG_NORM_PIXEL(endImage, clamp(centre + (uv - centre) / zoom, 0.0, 1.0)).rgb;
    float fresh = 1.0 - smoothstep(0.4, 1.0, local);
    piece *= 1.0 + 0.16 * fresh + 0.05 * pulse * fresh;
    // card: its rim turns down, lit from the upper left
    vec2 lit = f * vec2(-1.0, 1.0);
    piece *= 1.0 - 0.55 * groove * ends;
    piece += 0.16 * crest(seam - 0.035, 0.035) * ends * (0.25 + lit.x + lit.y);
    colour = mix(colour, piece, landed);
    gl_FragColor = vec4(colour, 1.0);
}
