/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Video tape: colours lag and bleed, lines wobble, the head switches at the foot of the picture, and a kick throws the tracking for a moment.",
  "CREDIT": "Kinora", "CATEGORIES": ["Retro"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.8 },
    { "NAME": "tracking", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "wear", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 }
  ],
  "KINORA": {
    "cost": [3.0],
    "subject": "tape", "domain": "film", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "tracking", "signal": "kick", "low": 0.05, "high": 1.0, "halfLifeSeconds": 0.18 },
      { "input": "wear", "signal": "treble", "low": 0.3, "high": 0.9, "halfLifeSeconds": 0.3 } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    float lines = 288.0, line = floor(uv.y * lines), field = floor(TIME * 25.0);
    // time-base error: lines sway slowly, jitter finely, and tear in a band that runs upward
    float wobble = (valueNoise1(uv.y * 9.0 + TIME * 2.3) - 0.5) * 0.0045 + (hash21(vec2(line, field)) - 0.5) * 0.0012;
    float band = uv.y - fract(TIME * 0.21) * 1.3 + 0.15;
    float torn = crest(band, 0.10) * (0.35 + tracking);
    wobble += torn * (valueNoise(vec2(uv.y * 30.0, TIME * 9.0)) - 0.5) * 0.060;
    float foot = smoothstep(0.035, 0.0, uv.y);
    wobble += foot * (0.05 + 0.05 * hash11(field)) * (1.0 - uv.y * 20.0);
    wobble *= amount;
    vec2 at = vec2(clamp(uv.x + wobble, 0.0, 1.0), uv.y);
    vec2 x = vec2(1.0 / span.x, 0.0) * amount;
    // brightness has few lines, colour far fewer, and comes late
    vec3 a = IMG_NORM_PIXEL(inputImage, at).rgb, b = IMG_NORM_PIXEL(inputImage, at - x * 0.0022).rgb, c = IMG_NORM_PIXEL(inputImage, at + x * 0.0022).rgb;
    vec3 d = IMG_NORM_PIXEL(inputImage, at - x * 0.008).rgb, e = IMG_NORM_PIXEL(inputImage, at - x * 0.017).rgb, f = IMG_NORM_PIXEL(inputImage, at - x * 0.027).rgb;
    float l = 0.5 * grey(a) + 0.25 * (grey(b) + grey(c));
    l += (grey(a) - grey(b)) * 0.45 * amount;                       // sharpened by the machine: a ghost edge
    vec3 late = (a + d * 1.5 + e * 1.5 + f) / 5.0;
    vec3 chroma = late - grey(late);
    vec3 tape = l + chroma * (1.15 - 0.9 * torn);
    float noise1 = hash21(vec2(floor(uv.x * span.x * 320.0), line) + field * 7.0) - 0.5;
    tape += noise1 * (0.035 + 0.05 * wear + 0.30 * torn * torn + 0.35 * foot);
    // dropouts: short white dashes, rarely
    float dash = hash21(vec2(line, field + 0.5)), from = hash21(vec2(line + 0.5, field)) * 1.2 - 0.1;
    tape += 0.45 * step(0.9965 - 0.003 * wear, dash) * smoothstep(0.0, 0.01, uv.x - from) * smoothstep(0.08, 0.0, uv.x - from);
    tape *= 0.955 + 0.045 * swing(uv.y * lines);
    tape = mix(tape, tape * vec3(0.97, 1.0, 1.05) + vec3(0.020, 0.018, 0.034), 0.8);
    gl_FragColor = vec4(mix(a, clamp(tape, 0.0, 1.0), amount), 1.0);
}
