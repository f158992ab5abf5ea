/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Shutter: the nine blades of a camera iris close over the picture, turn, and open on the next one.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.80, 0.84, 0.90, 1.0] },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.11, 0.13, 1.0] }
  ],
  "KINORA": {
    "cost": [2.6],
    "subject": "camera iris", "domain": "technology", "licence": "MIT", "uses": ["ease"],
    "mood": { "valence": 0.0, "arousal": 0.6, "reach": 1.0 },
    "fits": ["camera", "floodlight", "football", "sport", "ring", "disc", "lamp"],
    "bindings": [ { "input": "lightColour", "signal": "palette.light" }, { "input": "shadeColour", "signal": "palette.shade" } ]
  }
}*/

const int BLADES = 9;
const float RADIUS = 1.75;

void main() {
    float t = clamp(progress, 0.0, 1.0);
    vec2 p = (gl_FragCoord.xy - 0.5 * RENDERSIZE) / (0.5 * length(RENDERSIZE));
    float px = 1.5 / length(RENDERSIZE);
    // closed at the middle; it snaps shut and opens with a little more leisure
    float closed = t < 0.5 ? easeInOut(t * 2.0) : 1.0 - easeInOut((t - 0.5) * 2.0);
    float offset = mix(RADIUS - 1.07, RADIUS + 0.004, closed);
    float angle = 0.9 * closed + 1.1 * easeInOut(t);
    vec2 c = vec2(cos(angle), sin(angle)) * offset;
    const float STEP = 6.2831853 / float(BLADES);
    mat2 onward = mat2(cos(STEP), sin(STEP), -sin(STEP), cos(STEP));
    // each blade covers what lies outside its own circle; every blade lies over the next one
    vec2 last = transpose(onward) * c;
    float before = length(p - last) - RADIUS, deepest = -1e3, own = 0.0, above = -1e3, number = 0.0;
    for (int i = 0; i < BLADES; i++) {
        float d = length(p - c) - RADIUS;
        deepest = max(deepest, d);
        bool top = d > 0.0 && before <= 0.0;
        own = top ? d : own;
        above = top ? before : above;
        number = top ? float(i) : number;
        before = d;
        c = onward * c;
    }
    float aperture = smoothstep(px, -px, deepest);
    vec4 picture = t < 0.5 ? IMG_NORM_PIXEL(startImage, isf_FragNormCoord) : IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    // blades: dark brushed metal, a bright ground edge, the shadow of the blade above
    vec2 q = p;
    float brushed = 0.5 + 0.5 * sin(own * 420.0 + number * 2.1) * 0.25 + 0.25 * sin(own * 1310.0);
    float turning = dot(normalize(q + 1e-4), vec2(cos(number * STEP * 1.0 + angle + 1.9), sin(number * STEP + angle + 1.9)));
    float sheen = 0.18 + 0.75 * smoothstep(0.25, 1.0, turning) * exp(-own * 2.0) + 0.30 * smoothstep(0.75, 1.0, -turning);
    vec3 metal = mix(shadeColour.rgb * 0.8, lightColour.rgb * 0.80, sheen * 0.62) * (0.86 + 0.14 * brushed);
    metal += lightColour.rgb * 0.45 * smoothstep(0.010, 0.0015, own) * (0.4 + 0.6 * max(turning, 0.0));
    metal *= 1.0 - 0.70 * exp(above * 18.0);
    metal *= 1.0 - 0.35 * smoothstep(0.3, 1.0, length(p));
    // the blades throw a soft shadow on the picture and the light falls as the aperture closes
    picture.rgb *= 1.0 - 0.55 * smoothstep(-0.10, 0.0, deepest) * closed - 0.25 * closed * closed;
    vec4 colour = vec4(mix(metal, picture.rgb, aperture), 1.0);
    if (t <= 0.0) colour = IMG_NORM_PIXEL(startImage, isf_FragNormCoord);
    if (t >= 1.0) colour = IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    gl_FragColor = colour;
}
