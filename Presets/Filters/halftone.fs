/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Halftone: the picture is printed in four inks on cheap paper, each in its own turned screen of dots; the dots swell on the beat, and the sheets slip a little out of register on the bar.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize", "Retro"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "cells", "TYPE": "float", "MIN": 40.0, "MAX": 160.0, "DEFAULT": 104.0 },
    { "NAME": "swell", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "slip", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 }
  ],
  "KINORA": {
    "cost": [2.6],
    "subject": "print", "domain": "art", "licence": "MIT", "uses": ["noise"],
    "bindings": [
      { "input": "swell", "signal": "pulse", "halfLifeSeconds": 0.12 },
      { "input": "slip", "signal": "downPulse", "low": 0.15, "high": 1.0, "halfLifeSeconds": 0.2 },
      { "input": "barCount", "signal": "bars" } ]
  }
}*/

// how much of the paper one ink covers at a place: dots that grow, and join beyond half
float screen(vec2 place, vec2 turn, float ink, float soft) {
    vec2 q = mat2(turn.x, turn.y, -turn.y, turn.x) * place;
    vec2 d = fract(q) - 0.5;
    float wave = 0.5 - 0.25 * (cos(6.2831853 * d.x) + cos(6.2831853 * d.y)) ;
    return smoothstep(-soft, soft, ink - wave);
}

vec4 inks(vec2 uv) {
    vec3 c = clamp(IMG_NORM_PIXEL(inputImage, uv).rgb, 0.0, 1.0);
    float k = 1.0 - max(c.r, max(c.g, c.b));
    float part = 0.55 * k * k * k;                   // black only where it is dark
    vec3 rest = clamp((1.0 - c - part) / max(1.0 - part, 0.05), 0.0, 1.0);
    // dots of all inks darken each other: the plates are made lighter, and the greys they share mostly go to black
    float shared = min(rest.r, min(rest.g, rest.b));
    return vec4(pow(rest - 0.55 * shared, vec3(1.25)), pow(part + 0.42 * shared * k, 1.1));
}

void main() {
    vec2 uv = isf_FragNormCoord;
    float aspect = RENDERSIZE.x / RENDERSIZE.y;
    vec2 p = vec2(uv.x * aspect, uv.y) * cells;
    float soft = clamp(2.4 * cells / RENDERSIZE.y, 0.06, 0.5);
    float sheet = floor(barCount);
    vec2 off = (hash12(sheet + 3.0) - 0.5) * slip * 0.006;
    vec2 off2 = (hash12(sheet + 17.0) - 0.5) * slip * 0.006;
    float grow = 1.0 + 0.22 * swell;
    vec4 here = inks(uv);
    float cyan = screen(p + off * cells, vec2(0.9659, 0.2588), inks(uv + off).x * grow, soft);
    float magenta = screen(p + off2 * cells, vec2(0.2588, 0.9659), inks(uv + off2).y * grow, soft);
    float yellow = screen(p, vec2(1.0, 0.0), here.z * grow, soft);
    float black = screen(p, vec2(0.7071, 0.7071), here.w * 1.15 * grow, soft);
    float fibre = valueNoise(p * 1.7) * 0.6 + valueNoise(p * vec2(0.35, 5.0)) * 0.4;
    vec3 paper = vec3(0.955, 0.935, 0.885) - 0.035 * fibre;
    float dry = 0.90 + 0.10 * fibre;                 // ink doesn't fill every fibre
    paper *= mix(vec3(1.0), vec3(0.13, 0.62, 0.80), cyan * dry);
    paper *= mix(vec3(1.0), vec3(0.87, 0.17, 0.45), magenta * dry);
    paper *= mix(vec3(1.0), vec3(0.98, 0.86, 0.16), yellow * dry);
    paper *= mix(vec3(1.0), vec3(0.13, 0.12, 0.13), black * dry);
    gl_FragColor = vec4(paper, 1.0);
}
