/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Record: the picture is pressed on a record that starts to turn, label and grooves come out, it spins until the eye can not follow; when it slows down the next picture lies on the platter.",
  "CREDIT": "Kinora", "CATEGORIES": ["Transition"],
  "INPUTS": [
    { "NAME": "startImage", "TYPE": "image" },
    { "NAME": "endImage", "TYPE": "image" },
    { "NAME": "progress", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "label1", "TYPE": "color", "DEFAULT": [0.92, 0.45, 0.25, 1] }
  ],
  "KINORA": {
    "cost": [7.2],
    "subject": "record", "domain": "music", "licence": "MIT", "uses": ["ease", "noise", "picture"],
    "mood": { "valence": 0.4, "arousal": 0.4, "reach": 0.8 },
    "fits": ["record", "groove", "music", "disc", "turn", "wheel"],
    "bindings": [
      { "input": "pulse", "signal": "pulse" },
      { "input": "variety", "signal": "variation" },
      { "input": "label1", "signal": "palette.accent" } ]
  }
}*/

// turned so far, in turns: from rest to fast to rest, three whole turns
float turned(float t) { t = clamp(t, 0.0, 1.0); return 3.0 * t * t * t * (t * (t * 6.0 - 15.0) + 10.0); }

void main() {
    vec2 uv = isf_FragNormCoord;
    if (progress <= 0.0) { gl_FragColor = IMG_NORM_PIXEL(startImage, uv); return; }
    if (progress >= 1.0) { gl_FragColor = IMG_NORM_PIXEL(endImage, uv); return; }
    vec2 span = RENDERSIZE / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 p = (uv - 0.5) * span;
    float side = variety < 0.5 ? 1.0 : -1.0, t = progress;
    float now = turned(t), smear = turned(t + 0.012) - turned(t - 0.012);
    float disc = smoothstep(0.0, 0.24, t) * (1.0 - smoothstep(0.76, 1.0, t));
    float r = length(p), edge = mix(length(span) * 0.56, 0.485, easeInOut(disc));
    vec3 colour = vec3(0.0);
    float change = smoothstep(0.46, 0.54, t);
    float scatter = hash21(gl_FragCoord.xy + 3.0);
    // six exposures on the way; the change runs through them: more and more are of the new picture
    mat2 onward = rotation(-side * 1.0471976 * smear);
    vec2 q = rotation(-side * 6.2831853 * (now + smear * (scatter / 6.0 - 0.5))) * p;
    float old = 6.0 - floor(change * 6.0 + 0.5);
    for (int i = 0; i < 6; i++) {
        if (float(i) >= old) break;
        colour += IMG_NORM_PIXEL(startImage, mirrorEdge(q / span + 0.5)).rgb;
        q = onward * q;
    }
    for (int i = 0; i < 6; i++) {
        if (float(i) >= 6.0 - old) break;
        colour += IMG_NORM_PIXEL(endImage, mirrorEdge(q / span + 0.5)).rgb;
        q = onward * q;
    }
    colour /= 6.0;
    // grooves, and the light of the room that stands still on them
    float fine = 0.5 + 0.5 * swing(r * 95.0), track = valueNoise1(r * 31.0 + 4.0);
    vec2 n = p / max(r, 1e-3);
    float sheen = abs(dot(n, vec2(0.80, 0.60)));
    sheen = sheen * sheen; sheen *= sheen; sheen *= sheen;
    float second = abs(dot(n, vec2(-0.5, 0.866)));
    second *= second; second *= second; second *= second;
    float groove = disc * smoothstep(0.16, 0.18, r);
    colour *= 1.0 - groove * (0.30 + 0.25 * fine * track);
    colour += groove * (sheen * 0.30 + second * 0.10) * (0.35 + 0.65 * track) * (0.7 + 0.3 * fine);
    colour *= 1.0 - 0.5 * groove * crest(r - 0.30 - 0.06 * floor(variety * 3.0), 0.006);
    // the label with its hole
    float pixel = 1.5 / min(RENDERSIZE.x, RENDERSIZE.y), grown = 0.155 * easeOut(disc);
    float paper = smoothstep(pixel, -pixel, r - grown);
    float a = -side * 6.2831853 * now;
    q = rotation(a) * p;
    float print = crest(r - 0.118, 0.004) + crest(r - 0.055, 0.003) + step(abs(q.y - 0.085), 0.008) * step(abs(q.x), 0.05) + step(abs(q.y + 0.082), 0.005) * step(abs(q.x), 0.04);
    vec3 tag = label1.rgb * 0.82 * (1.0 - 0.65 * min(print, 1.0)) * (0.92 + 0.08 * valueNoise(q * 90.0)) + 0.10 * sheen + 0.05 * pulse;
    tag = mix(tag, vec3(0.02), smoothstep(0.014 + pixel, 0.014 - pixel, r));
    colour = mix(colour, tag, paper * disc);
    // beyond its rim the felt of the platter, in the dark
    float rim = smoothstep(edge - pixel, edge + pixel, r);
    vec3 felt = vec3(0.045, 0.042, 0.046) * (0.7 + 0.5 * valueNoise(p * 130.0)) + colour * 0.04;
    felt *= 1.0 - 0.7 * exp(-max(r - edge, 0.0) * 18.0);
    colour = mix(colour, felt, rim * smoothstep(0.0, 0.10, disc));
    colour += disc * 0.25 * crest(r - edge + 0.006, 0.006) * (0.2 + sheen);
    gl_FragColor = vec4(colour, 1.0);
}
