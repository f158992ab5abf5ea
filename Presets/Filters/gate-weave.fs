/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Gate weave: the picture runs through an old projector. It sways in its gate, jumps a perforation on the bar, is scratched and dusty, and a splice flashes by every eight bars; the edges of the gate are soft and round.",
  "CREDIT": "Kinora", "CATEGORIES": ["Retro", "Film"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "jump", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "phrase", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "wear", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.4],
    "subject": "film", "domain": "film", "licence": "MIT", "uses": ["noise"],
    "bindings": [
      { "input": "beatCount", "signal": "beats" },
      { "input": "jump", "signal": "downPulse", "halfLifeSeconds": 0.06 },
      { "input": "phrase", "signal": "phrase" },
      { "input": "wear", "signal": "energy", "low": 0.35, "high": 0.9 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    float aspect = RENDERSIZE.x / RENDERSIZE.y;
    float frame = floor(TIME * 18.0);                                   // silent film: eighteen a second
    vec2 weave = vec2(valueNoise1(TIME * 1.9) - 0.5, valueNoise1(TIME * 2.7 + 40.0) - 0.5) * vec2(0.007, 0.005);
    weave += (hash12(frame) - 0.5) * vec2(0.0012, 0.0020);
    weave.y += 0.030 * jump * jump;
    vec2 at = uv + weave;
    // a lens bends a little
    vec2 q = at - 0.5;
    at = 0.5 + q * (0.965 + 0.022 * dot(q, q));
    vec3 colour = IMG_NORM_PIXEL(inputImage, at).rgb;
    vec2 n = vec2(0.0012 / aspect, 0.0012);
    colour = 0.5 * colour + 0.25 * (IMG_NORM_PIXEL(inputImage, at + n).rgb + IMG_NORM_PIXEL(inputImage, at - n).rgb);
    float grey = dot(colour, vec3(0.28, 0.60, 0.12));
    // an old print: colour has gone from the shadows, black is brown
    colour = mix(vec3(grey), colour, 0.62);
    colour = mix(vec3(0.055, 0.042, 0.035), vec3(0.985, 0.955, 0.88), colour);
    colour *= 0.965 + 0.05 * valueNoise1(TIME * 7.0);
    vec2 p = vec2(uv.x * aspect, uv.y);
    // scratches stay for some frames and wander
    for (int i = 0; i < 3; i++) {
        float life = floor(beatCount * 0.5 + float(i) * 0.37);
        float r = hash11(life * 13.1 + float(i) * 71.7);
        float x = r * aspect + 0.004 * (valueNoise1(TIME * 3.0 + float(i) * 9.0) - 0.5);
        float on = step(1.0 - 0.75 * wear, hash11(life * 3.7 + float(i) * 5.0));
        float broken = smoothstep(0.35, 0.6, valueNoise1(uv.y * 7.0 + frame * 1.3 + float(i) * 50.0));
        float line = smoothstep(0.0016, 0.0003, abs(p.x - x)) * on * broken;
        colour = mix(colour, r > 0.5 ? vec3(0.95, 0.93, 0.86) : vec3(0.06), line * 0.55);
    }
    // dust: a few specks, others in each frame
    vec2 cell = p * 5.0 + hash12(frame * 1.7) * 31.0;
    vec3 speck = hash23(floor(cell));
    float size = 0.012 + 0.05 * speck.x * speck.x;
    vec2 d = fract(cell) - (0.2 + 0.6 * speck.yx);
    d += (vec2(valueNoise(cell * 9.0), valueNoise(cell * 9.0 + 7.0)) - 0.5) * 0.05;
    float dirt = smoothstep(size, size * 0.6, length(d)) * step(1.0 - 0.09 * wear, speck.z);
    colour = mix(colour, speck.y > 0.35 ? vec3(0.05, 0.04, 0.03) : vec3(0.95, 0.92, 0.85), dirt * 0.85);
    // the splice: a bright bar at the frame line, once in eight bars
    float splice = smoothstep(0.012, 0.0, phrase) * step(phrase, 0.012);
    colour = mix(colour, vec3(0.96, 0.88, 0.70), 0.5 * splice * smoothstep(0.05, 0.02, abs(uv.y - 0.5 - 18.0 * phrase)));
    // the gate
    vec2 g = abs(uv - 0.5 + 0.35 * weave) * 2.0;
    g = max(g - vec2(0.93, 0.90), 0.0) / vec2(0.055, 0.085);
    float open = 1.0 - smoothstep(0.75, 1.0, length(g) + 0.10 * valueNoise(p * 30.0));
    vec2 v = uv - 0.5;
    gl_FragColor = vec4(colour * open * (1.0 - 0.75 * dot(v, v)), 1.0);
}
