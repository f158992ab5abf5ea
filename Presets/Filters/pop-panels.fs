/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Pop panels: the picture four times over in flat poster inks, each panel with its own set; a bar hands the sets round by one panel.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "punch", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "shade", "TYPE": "color", "DEFAULT": [0.05, 0.07, 0.13, 1] },
    { "NAME": "base", "TYPE": "color", "DEFAULT": [0.25, 0.42, 0.55, 1] },
    { "NAME": "light", "TYPE": "color", "DEFAULT": [0.93, 0.86, 0.72, 1] },
    { "NAME": "accent", "TYPE": "color", "DEFAULT": [0.92, 0.45, 0.25, 1] }
  ],
  "KINORA": {
    "cost": [3.2],
    "subject": "poster", "domain": "art", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.85, "high": 1.0 },
      { "input": "barCount", "signal": "bars" },
      { "input": "punch", "signal": "kick", "halfLifeSeconds": 0.15 },
      { "input": "shade", "signal": "palette.shade" },
      { "input": "base", "signal": "palette.base" },
      { "input": "light", "signal": "palette.light" },
      { "input": "accent", "signal": "palette.accent" } ]
  }
}*/

// the other side of the colour circle, as bright
vec3 opposite(vec3 c) { float g = grey(c); return clamp(vec3(2.0 * g) - c, 0.0, 1.0); }

vec3 poster(float l, float set) {
    vec3 strong = accent.rgb / max(max(accent.r, max(accent.g, accent.b)), 0.2), cool = base.rgb / max(max(base.r, max(base.g, base.b)), 0.2);
    vec3 a = set < 0.5 ? strong : set < 1.5 ? cool : set < 2.5 ? opposite(strong) * 1.1 : light.rgb;
    vec3 b = set < 0.5 ? light.rgb : set < 1.5 ? strong : set < 2.5 ? vec3(0.98, 0.86, 0.30) : opposite(cool);
    vec3 dark = set < 0.5 ? shade.rgb : set < 1.5 ? shade.rgb * 0.7 : set < 2.5 ? cool * 0.30 : strong * vec3(0.50, 0.30, 0.35);
    vec3 deep = mix(dark, a, 0.52);
    float w = 0.014;
    vec3 c = mix(dark, deep, smoothstep(0.30 - w, 0.30 + w, l));
    c = mix(c, a, smoothstep(0.46 - w, 0.46 + w, l));
    return mix(c, b, smoothstep(0.66 - w, 0.66 + w, l));
}

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 cell = floor(uv * 2.0), f = fract(uv * 2.0);
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    float place = cell.y > 0.5 ? cell.x : 3.0 - cell.x;             // clockwise
    float bar = floor(barCount), glide = easeInOut((barCount - bar) * 4.0);
    // a panel looks a little nearer, and the print is pressed on the kick
    vec2 at = (f - 0.5) * (0.86 - 0.02 * punch) + 0.5;
    vec3 picture = IMG_NORM_PIXEL(inputImage, at).rgb;
    // the poster artist sees what stands out from its surroundings
    vec2 w = 0.12 / span;
    float wide = sqrt(0.25 * grey(IMG_NORM_PIXEL(inputImage, at + w).rgb + IMG_NORM_PIXEL(inputImage, at - w).rgb + IMG_NORM_PIXEL(inputImage, at + vec2(w.x, -w.y)).rgb + IMG_NORM_PIXEL(inputImage, at + vec2(-w.x, w.y)).rgb));
    float l = sqrt(grey(picture));
    l += 0.55 * (l - wide) + 0.03 * (valueNoise(f * span * 60.0) - 0.5);
    vec3 c = mix(poster(l, mod(place + 4.0 - mod(bar - 1.0, 4.0), 4.0)), poster(l, mod(place + 4.0 - mod(bar, 4.0), 4.0)), glide);
    vec2 rim = min(f, 1.0 - f) * span;
    float gap = smoothstep(0.012, 0.016, min(rim.x, rim.y));
    c *= 0.965 + 0.05 * valueNoise(uv * span * 210.0);
    c = mix(vec3(0.95, 0.935, 0.90), c, gap);
    gl_FragColor = vec4(mix(IMG_NORM_PIXEL(inputImage, uv).rgb, c, amount), 1.0);
}
