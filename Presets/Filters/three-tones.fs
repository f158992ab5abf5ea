/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Three tones: the picture in the palette alone, from its shade through its base to its light; what was warm takes the accent, and the middle tone breathes with the bass.",
  "CREDIT": "Kinora", "CATEGORIES": ["Stylize"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.9 },
    { "NAME": "breath", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "shade", "TYPE": "color", "DEFAULT": [0.05, 0.07, 0.13, 1] },
    { "NAME": "middle", "TYPE": "color", "DEFAULT": [0.25, 0.42, 0.55, 1] },
    { "NAME": "light", "TYPE": "color", "DEFAULT": [0.93, 0.86, 0.72, 1] },
    { "NAME": "accent", "TYPE": "color", "DEFAULT": [0.92, 0.45, 0.25, 1] }
  ],
  "KINORA": {
    "cost": [1.3],
    "subject": "tones", "domain": "art", "licence": "MIT", "uses": ["picture", "noise"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.75, "high": 1.0 },
      { "input": "breath", "signal": "bass", "halfLifeSeconds": 0.5 },
      { "input": "shade", "signal": "palette.shade" },
      { "input": "middle", "signal": "palette.base" },
      { "input": "light", "signal": "palette.light" },
      { "input": "accent", "signal": "palette.accent" } ]
  }
}*/

void main() {
    vec3 picture = IMG_NORM_PIXEL(inputImage, isf_FragNormCoord).rgb;
    float l = sqrt(clamp(grey(picture), 0.0, 1.0));
    l = mix(l, l * l * (3.0 - 2.0 * l), 0.55);
    float pivot = 0.55 - 0.05 * breath;
    // two straight ramps with a soft joint, like two plates printed over each other
    float low = smoothstep(0.0, pivot + 0.10, l), high = smoothstep(pivot - 0.06, 1.0, l);
    vec3 warmth = mix(middle.rgb, accent.rgb, smoothstep(0.02, 0.28, picture.r - 0.5 * (picture.g + picture.b)));
    vec3 tone = mix(mix(shade.rgb * 0.35, warmth, low), mix(light.rgb, vec3(1.0), 0.15), high);
    float grain1 = hash21(gl_FragCoord.xy) - 0.5;
    tone += 0.018 * grain1;
    gl_FragColor = vec4(mix(picture, tone, amount), 1.0);
}
