/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Door of light: a door in the picture itself swings open, light falls through it across the floor, and we walk through into the next picture.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "glowColour", "TYPE": "color", "DEFAULT": [1.0, 0.90, 0.70, 1.0] }
  ],
  "KINORA": {
    "cost": [3.3],
    "subject": "door", "domain": "place", "licence": "MIT", "uses": ["noise", "ease"],
    "mood": { "valence": 0.6, "arousal": 0.0, "reach": 0.8 },
    "fits": ["window", "lamp", "nave", "room", "light", "church", "path", "theatre"],
    "bindings": [
      { "input": "variety", "signal": "variation" },
      { "input": "pulse", "signal": "pulse" },
      { "input": "glowColour", "signal": "palette.light" } ]
  }
}*/

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    float small = min(RENDERSIZE.x, RENDERSIZE.y), pixel = 1.0 / small;
    vec2 span = RENDERSIZE / small;
    float side = variety < 0.5 ? -1.0 : 1.0;
    float opening = easeInOut(remap(progress, 0.02, 0.58));
    float walk = easeIn(remap(progress, 0.10, 1.0)) * 0.75 + 0.25 * remap(progress, 0.10, 1.0);
    float zoom = exp(walk * 2.45);                                  // we come nearer
    vec2 p = (uv - 0.5) * span;
    p.x *= side;
    vec2 eye = p / zoom + vec2(0.0, -0.02 * (1.0 - walk));          // wall coordinates
    vec2 door = vec2(0.150, 0.255);
    door *= mix(1.0, max(span.x * 0.5 / (door.x * 11.5), 1.0) * 1.06, walk);   // grows past the frame in wide pictures
    // the hole
    vec2 inHole = abs(eye) - door;
    float hole = max(inHole.x, inHole.y);
    // the leaf, hinged at +x, swings towards us: solve its perspective
    float angle = opening * 1.75, ca = cos(angle), sa = sin(angle);
    float hx = door.x - eye.x;                                      // distance from the hinge on the screen
    const float distanceToEye = 1.5;
    // a point u along the leaf lies at x = hinge - u ca, z = u sa towards us; screen x = x d / (d - z) about the middle
    float u = hx / max(ca + (-sa * eye.x) / distanceToEye, 0.02);
    float near = distanceToEye / max(distanceToEye - u * sa, 0.2);
    float v = eye.y / near;
    float leaf = max(max(-u, u - 2.0 * door.x), abs(v) - door.y);
    float facing = ca + (-sa * eye.x) / distanceToEye;
    float leafCover = (1.0 - smoothstep(-0.6, 0.9, leaf / (pixel / zoom))) * step(0.02, facing) * step(0.004, 1.0 - smoothstep(0.95, 1.0, opening));
    float holeCover = (1.0 - smoothstep(-0.7, 0.7, hole / (pixel / zoom))) * smoothstep(0.0, 0.02, opening);

    vec2 onLeaf = vec2(door.x - u, v);
    vec2 wallAt = mix(eye, onLeaf, leafCover);
    vec2 startAt = vec2(wallAt.x * side, wallAt.y) / span + 0.5;
    vec3 was = IMG_NORM_PIXEL(startImage, clamp(startAt, 0.0, 1.0)).rgb;
    // beyond the door the new picture stands a little further off and meets us at the end
    float beyond = mix(1.35, 1.0, easeInOut(walk)) ;
    vec2 endAt = (uv - 0.5) * mix(1.0 / beyond, 1.0, walk) + 0.5;
    vec3 will = IMG_NORM_PIXEL(endImage, endAt).rgb;

    vec3 glow = mix(vec3(1.0, 0.96, 0.88), glowColour.rgb, 0.45);
    float rest = 1.0 - smoothstep(0.72, 1.0, progress);
    float flood = smoothstep(0.03, 0.35, progress) * rest;
    float bright = exp(-dot(eye / door, eye / door) * 0.5);
    will = mix(will, glow * (0.85 + 0.25 * bright), flood * (0.92 - 0.88 * smoothstep(0.22, 0.75, progress)));
    // the room darkens; light lies on the floor in a fan and hangs in the air
    float gap = opening * (1.6 - 0.6 * opening);
    vec2 out0 = max(inHole, 0.0);
    float away = length(out0);
    float fan = 0.0;
    if (eye.y < 0.0) {
        float drop = max(-eye.y - door.y, 0.0);
        float left = -door.x - drop * 1.25, right = mix(-door.x, door.x, min(gap, 1.0)) + drop * 0.85;
        fan = smoothstep(0.0, 0.03, drop) * smoothstep(-0.05 - drop * 0.3, 0.02, min(eye.x - left, right - eye.x)) / (1.0 + drop * 4.0);
    }
    float air = exp(-away * 9.0) + 0.45 * exp(-away * 2.2) * (1.0 - walk);
    float lines = 0.75 + 0.25 * valueNoise1(atan(eye.y, eye.x + (abs(eye.x) < 1e-4 ? 1e-4 : 0.0)) * 9.0 + progress * 3.0);
    float shade = 1.0 - 0.55 * smoothstep(0.0, 0.30, progress);
    float lightIn = min(gap * 1.6, 1.0) * (0.95 + 0.05 * pulse);
    vec3 wall = was * shade + glow * ((was + 0.06) * fan * 1.25 + (was * 0.7 + 0.30) * air * 0.60 * lines) * lightIn * (1.0 - 0.6 * walk);
    // the leaf: its edge catches the light, its face turns to shadow
    vec3 face = was * mix(1.0, 0.35, opening) + glow * 0.25 * smoothstep(0.03, 0.0, abs(u - 2.0 * door.x)) * min(gap, 1.0);
    float casing = abs(hole - 0.009);
    float frame = smoothstep(0.0105, 0.0085, casing) * smoothstep(0.0, 0.08, progress);
    wall = mix(wall, (was * 0.5 + 0.10) * (0.35 + 0.3 * smoothstep(0.0, 0.01, casing)) + glow * (0.25 + 0.6 * smoothstep(0.012, 0.0, hole)) * lightIn, frame * 0.9);
    vec3 colour = mix(wall, will, holeCover);
    colour = mix(colour, face, leafCover * smoothstep(0.0, 0.02, opening));
    colour += glow * flood * 0.16 * exp(-max(away, 0.0) * 4.0) * lightIn * (1.0 - holeCover * 0.6) * (1.0 - walk);
    colour = mix(was, colour, smoothstep(0.0, 0.03, progress));
    colour = mix(colour, will, smoothstep(0.93, 1.0, progress));
    gl_FragColor = vec4(colour, 1.0);
}
