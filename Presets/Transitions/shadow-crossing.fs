/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Shadow crossing: the shadow of a leafy bough passes over the picture; where it has passed stands the next one.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 }
  ],
  "KINORA": {
    "cost": [2.6],
    "subject": "leaf shadow", "domain": "nature", "licence": "MIT", "uses": ["noise"],
    "mood": { "valence": 0.1, "arousal": -0.6, "reach": 0.8 },
    "fits": ["leaf", "leave", "tree", "wood", "forest", "garden", "path", "bough"],
    "bindings": [ { "input": "flow", "signal": "flow" }, { "input": "variety", "signal": "variation" } ]
  }
}*/

// shadow of leaves in a grid of cells, one leaf a cell, soft by softness; 0 light .. 1 shadow
float leaves(vec2 p, float softness) {
    vec2 cell = floor(p);
    vec3 h = hash23(cell);
    vec2 q = fract(p) - 0.5 - (h.xy - 0.5) * 0.22;
    float a = (h.z - 0.5) * 1.8 + 0.10 * sin(flow * 1.1 + h.x * 9.0);
    float c = 1.0 - 0.5 * a * a, s = a * (1.0 - a * a * 0.1667);
    q = vec2(c * q.x + s * q.y, c * q.y - s * q.x);
    float d = abs(q.y) - 0.17 * (1.0 - 5.2 * q.x * q.x);
    return smoothstep(softness, -softness, max(d, abs(q.x) - 0.44)) * step(0.12, h.y);
}

void main() {
    float t = clamp(progress, 0.0, 1.0);
    vec2 aspect = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 at = (isf_FragNormCoord - 0.5) * aspect;
    at.x *= variety < 0.5 ? 1.0 : -1.0;
    float front = mix(-0.5 * aspect.x - 0.60, 0.5 * aspect.x + 0.60, t);
    vec2 moving = at - vec2(front * 1.05, 0.02 * sin(flow * 0.7 + at.x * 2.0));
    moving = mat2(0.94, 0.34, -0.34, 0.94) * moving;
    float crown = valueNoise(moving * 2.6 + variety * 30.0) - 0.5;
    float k = at.x - front + 0.20 * at.y + 0.26 * crown;
    float near = leaves(moving * vec2(4.2, 5.2) + 11.0, 0.10), far = leaves(moving * vec2(6.6, 8.0) + vec2(3.3, 0.6), 0.20);
    float bough = smoothstep(0.050, 0.010, abs(moving.y + 0.05 * sin(moving.x * 5.0) + 0.12 * crown - 0.05));
    float body = exp(-k * k * 13.0);
    float canopy = exp(-k * k * 5.0);
    // dark enough in the middle that the change is not seen; dappled towards its borders
    float shadow = 1.0 - (1.0 - 0.90 * near * canopy) * (1.0 - 0.72 * far * canopy) * (1.0 - 0.80 * bough * canopy) * (1.0 - 0.93 * body * body);
    shadow *= smoothstep(0.0, 0.06, t) * smoothstep(1.0, 0.94, t);
    float passed = smoothstep(0.10, -0.10, k + 0.10 * (near - 0.4));
    vec4 a = IMG_NORM_PIXEL(startImage, isf_FragNormCoord), b = IMG_NORM_PIXEL(endImage, isf_FragNormCoord);
    vec4 colour = mix(a, b, passed);
    // shade is cooler than light
    colour.rgb *= mix(vec3(1.0), vec3(0.10, 0.12, 0.17), shadow);
    if (t <= 0.0) colour = a;
    if (t >= 1.0) colour = b;
    gl_FragColor = vec4(colour.rgb, 1.0);
}
