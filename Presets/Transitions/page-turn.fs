/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Page turn: the picture is a page; a corner lifts, the paper curls over and away, and the next picture lies beneath.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.94, 0.91, 0.85, 1.0] }
  ],
  "KINORA": {
    "cost": [2.8],
    "subject": "page", "domain": "art", "licence": "MIT", "uses": ["colour"],
    "mood": { "valence": 0.3, "arousal": -0.2, "reach": 0.9 },
    "fits": ["book", "paper", "page", "flip", "poster", "drawn", "pencil"],
    "bindings": [ { "input": "lightColour", "signal": "palette.light" } ]
  }
}*/

vec4 startAt(vec2 at, vec2 aspect) { return IMG_NORM_PIXEL(startImage, at / aspect); }

void main() {
    vec2 aspect = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 at = isf_FragNormCoord * aspect;
    // the page is rolled along n round a cylinder that gets wider on its way
    float t = clamp(progress, 0.0, 1.0);
    float eased = t * t * (3.0 - 2.0 * t) * 0.4 + t * 0.6;
    float slant = mix(0.62, 0.16, eased);
    vec2 n = normalize(vec2(1.0, -slant));
    float low = dot(vec2(0.0, aspect.y), n), high = dot(vec2(aspect.x, 0.0), n);
    float radius = mix(0.07, 0.20, eased) * min(1.0, aspect.x);
    float roll = mix(high - 0.04 * smoothstep(0.0, 0.03, t) + 0.01, low - radius - 0.02, eased);
    float x = dot(at, n) - roll;

    vec4 colour;
    float open = smoothstep(0.0, 0.06, t) * smoothstep(1.0, 0.94, t);
    // where this point of the rolled page came from: over the top (its back) or on the near side (its front)
    float u = clamp(x / radius, -1.0, 1.0), bent = asin(u);
    float overTop = x < 0.0 ? 3.14159265 * radius - x : radius * (3.14159265 - bent), onFront = x < 0.0 ? x : radius * bent;
    vec2 backAt = at + n * (overTop - x), frontAt = at + n * (onFront - x);
    // distances into the back and the front sheet: their edges are soft by one pixel
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 gap = min(backAt, aspect - backAt), frontGap = min(frontAt, aspect - frontAt);
    float edge = min(gap.x, gap.y), onRoll = clamp(0.5 + (radius - x) / pixel, 0.0, 1.0);
    float backCover = clamp(0.5 + edge / pixel, 0.0, 1.0) * onRoll;
    float frontCover = clamp(0.5 + min(frontGap.x, frontGap.y) / pixel, 0.0, 1.0) * onRoll;

    // what lies under the page
    colour = IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    float away = max(x - radius, 0.0), reach = radius * 2.2;
    colour.rgb *= 1.0 - open * (0.55 * exp(-away * away / (reach * reach * 0.35)) * smoothstep(0.0, 0.4, 1.0 - t * 0.4));
    // the front, in the soft shadow of the sheet above it
    float shadowOnFront = smoothstep(-0.16, 0.0, edge) * smoothstep(-radius * 9.0, 0.0, x);
    vec4 front = startAt(frontAt, aspect);
    front.rgb *= 1.0 - open * (0.55 * (1.0 - (x > 0.0 ? cos(bent) : 1.0)) + 0.42 * shadowOnFront);
    colour = mix(colour, front, frontCover);
    // the back: paper, with the picture faintly through it; the curve turns it from dark to bright
    vec3 through = startAt(backAt, aspect).rgb;
    float facing = x < 0.0 ? 1.0 : cos(bent);
    float shade = 0.60 + 0.34 * facing + 0.16 * smoothstep(0.35, 0.9, facing) * (1.0 - smoothstep(0.0, radius * 2.0, -x));
    vec3 sheet = mix(lightColour.rgb * 0.92, through, 0.16) * shade;
    sheet *= 0.93 + 0.07 * smoothstep(0.0, 0.012, edge);
    colour = mix(colour, vec4(sheet, 1.0), backCover);
    if (t <= 0.0) colour = IMG_NORM_PIXEL(startImage, isf_FragNormCoord);
    if (t >= 1.0) colour = IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    gl_FragColor = colour;
}
