/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Falling rain: it rains in the picture, in three depths, slanted by a wind that the bass drives; drops catch the light that is behind them, the air greys, and the ground below is wet and mirrors what stands on it.",
  "CREDIT": "Kinora", "CATEGORIES": ["Weather"],
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "amount", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.7 },
    { "NAME": "fall", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "wind", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 }
  ],
  "PASSES": [ { "TARGET": "air", "WIDTH": "16", "HEIGHT": "9" }, {} ],
  "KINORA": {
    "cost": [3.1],
    "subject": "rain", "domain": "nature", "licence": "MIT", "uses": ["noise", "ease", "picture"],
    "bindings": [
      { "input": "amount", "signal": "energy", "low": 0.55, "high": 1.0, "halfLifeSeconds": 0.6 },
      { "input": "fall", "signal": "flow", "scale": 0.55 },
      { "input": "wind", "signal": "bass", "low": 0.15, "high": 0.8, "halfLifeSeconds": 1.2 } ]
  }
}*/

// streaks of one depth: how much water a line of sight meets; across drops to a picture's height, length in heights
float streaks(vec2 p, float across, float length, float speed, float share) {
    p.x += p.y * (0.10 + 0.22 * wind);
    float column = floor(p.x * across), x = fract(p.x * across) - 0.5;
    float h = hash11(column + 31.0 * across);
    float y = p.y / (length * 5.0) + fall * speed * (0.85 + 0.3 * h) + h * 57.0;
    float turn = floor(y), along = (y - turn) * 5.0;
    vec2 k = hash22(vec2(column, turn));
    float at = 0.36 * (k.x - 0.5), width = 0.5 * across * fwidth(p.x) + 0.03;
    float body = smoothstep(0.0, 0.5, along) * smoothstep(1.0, 0.9, along);
    return step(k.y, share) * body * smoothstep(width * 1.6, width * 0.4, abs(x - at));
}

void main() {
    vec2 uv = isf_FragNormCoord;
    if (PASSINDEX == 0) { gl_FragColor = vec4(AIR(inputImage, uv), 1.0); return; }
    vec2 p = uv * RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec3 picture = IMG_NORM_PIXEL(inputImage, uv).rgb, around = IMG_NORM_PIXEL(air, uv).rgb;
    // wet ground: what stands above it, drawn long and broken by the splashes
    float ground = 0.17 + 0.03 * valueNoise1(p.x * 3.0);
    float wet = smoothstep(ground, ground - 0.12, uv.y) * amount;
    float ripple = valueNoise(vec2(p.x * 34.0, p.y * 120.0 + fall * 5.0)) - 0.5;
    vec3 mirrored = IMG_NORM_PIXEL(inputImage, mirrorEdge(vec2(uv.x + ripple * 0.018, 2.0 * ground - uv.y + ripple * 0.05))).rgb;
    vec3 colour = mix(picture, mirrored * 0.92, 0.50 * wet);
    // the veil of far rain takes the colour out of the distance
    float veil = amount * (0.20 + 0.16 * valueNoise(p * vec2(2.2, 0.9) + vec2(fall * 0.5, fall * 0.9)));
    colour = mix(colour, mix(vec3(grey(around)), around, 0.55) * vec3(0.90, 0.97, 1.06) + 0.03, veil);
    float far = streaks(p, 78.0, 0.055, 2.3, 0.75), middle = streaks(p + 3.7, 36.0, 0.10, 2.9, 0.55);
    float near = streaks(p + 9.1, 13.0, 0.20, 3.6, 0.30);
    float water = amount * (0.26 * far + 0.38 * middle + 0.34 * near);
    colour = mix(colour, around * 1.15 + vec3(0.20, 0.23, 0.27), water);
    gl_FragColor = vec4(colour, 1.0);
}
