/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Under water: the picture lies on the bottom of clear water; a net of light wanders over it, the swell bends it, and the red is lost with the depth.",
  "CREDIT": "Kinora", "CATEGORIES": ["Distortion Effect"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.7 },
    { "NAME": "swell", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "gleam", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "waterColour", "TYPE": "color", "DEFAULT": [0.25, 0.42, 0.55, 1] }
  ],
  "KINORA": {
    "cost": [2.0],
    "subject": "water", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.7, "high": 1.0 },
      { "input": "swell", "signal": "flow" },
      { "input": "gleam", "signal": "bass", "low": 0.3, "high": 1.0, "halfLifeSeconds": 0.35 },
      { "input": "waterColour", "signal": "palette.base" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);

    vec2 p = uv * span;
    vec3 a = valueNoiseD(p * 2.6 + vec2(0.25, 0.35) * swell), b = valueNoiseD(p * 5.2 - vec2(0.45, 0.20) * swell + 9.0);
    vec2 bend = (a.yz * 0.0085 + b.yz * 0.0042) * amount;
    vec3 c = IMG_NORM_PIXEL(inputImage, clamp(uv + bend / span, 0.0, 1.0)).rgb;
    // light through the waves: two folded nets, thin and bright where both meet
    vec2 q = p + a.yz * 0.020 + b.yz * 0.012;
    float n1 = valueNoise(q * 6.4 + vec2(0.30, -0.22) * swell), n2 = valueNoise(mat2(0.8, 0.6, -0.6, 0.8) * q * 9.5 - vec2(0.26, 0.31) * swell + 5.0);
    float net1 = 1.0 - abs(2.0 * n1 - 1.0), net2 = 1.0 - abs(2.0 * n2 - 1.0);
    net1 *= net1; net1 *= net1; net2 *= net2; net2 *= net2;
    float net = net1 * 0.55 + net2 * 0.30 + net1 * net2 * 1.1;
    net *= net * 0.7 + 0.5;
    float shaft = valueNoise1((p.x + p.y * 0.45) * 4.5 + 0.35 * swell) * smoothstep(0.1, 1.0, uv.y);
    vec3 sea = mix(vec3(0.16, 0.52, 0.60), waterColour.rgb, 0.45);
    vec3 water = mix(vec3(1.0), sea * 1.55, 0.72);
    float depth = 0.35 + 0.65 * (1.0 - uv.y);
    vec3 colour = c * mix(vec3(1.0), water, depth);
    colour = mix(colour, sea * 0.42, 0.22 * depth);
    colour *= 0.92 + (0.45 + 0.30 * gleam) * net;
    colour = screened(colour, vec3(0.80, 1.0, 0.95) * (0.05 * net * (0.4 + gleam) + 0.12 * shaft * shaft));
    gl_FragColor = vec4(mix(c, colour, amount), 1.0);
}
