/*{
  "ISFVSN": "2",
  "DESCRIPTION": "Op art: a printed grid swells into spheres that are not there. Bass blows them up and they sink back with weight, each beat sends a ripple over the sheet, chapters carry the spheres to other places and turn squares into discs; tension draws all of it into a well.",
  "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
  "INPUTS": [
    { "NAME": "flow", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.0 },
    { "NAME": "beatCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 0.35 },
    { "NAME": "barCount", "TYPE": "float", "MIN": 0.0, "MAX": 100000.0, "DEFAULT": 1.0 },
    { "NAME": "low", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "middle", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "high", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.4 },
    { "NAME": "power", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.6 },
    { "NAME": "strain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.1 },
    { "NAME": "pulse", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "hit", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
    { "NAME": "chapterGlide", "TYPE": "float", "MIN": 0.0, "MAX": 10000.0, "DEFAULT": 0.0 },
    { "NAME": "variety", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.37 },
    { "NAME": "shadeColour", "TYPE": "color", "DEFAULT": [0.10, 0.08, 0.14, 1.0] },
    { "NAME": "deepColour", "TYPE": "color", "DEFAULT": [0.20, 0.16, 0.34, 1.0] },
    { "NAME": "baseColour", "TYPE": "color", "DEFAULT": [0.62, 0.36, 0.30, 1.0] },
    { "NAME": "lightColour", "TYPE": "color", "DEFAULT": [0.96, 0.84, 0.62, 1.0] },
    { "NAME": "accentColour", "TYPE": "color", "DEFAULT": [0.30, 0.62, 0.78, 1.0] }
  ],
  "KINORA": {
    "cost": [3.8, 3.4],
    "steps": 1,
    "subject": "swelling grid", "domain": "art", "licence": "MIT", "uses": ["noise", "colour", "ease", "paper"],
    "mood": { "valence": 0.2, "arousal": 0.4, "reach": 1.2 },
    "bindings": [
      { "input": "flow", "signal": "flow" },
      { "input": "beatCount", "signal": "beats" },
      { "input": "barCount", "signal": "bars" },
      { "input": "low", "signal": "bass", "halfLifeSeconds": 0.25 },
      { "input": "middle", "signal": "mid", "halfLifeSeconds": 0.25 },
      { "input": "high", "signal": "treble", "halfLifeSeconds": 0.15 },
      { "input": "power", "signal": "energy" },
      { "input": "strain", "signal": "tension", "halfLifeSeconds": 0.8 },
      { "input": "pulse", "signal": "pulse" },
      { "input": "hit", "signal": "onset", "halfLifeSeconds": 0.12 },
      { "input": "chapterGlide", "signal": "chapterEase" },
      { "input": "variety", "signal": "variation" },
      { "input": "shadeColour", "signal": "palette.shade" },
      { "input": "deepColour", "signal": "palette.deep" },
      { "input": "baseColour", "signal": "palette.base" },
      { "input": "lightColour", "signal": "palette.light" },
      { "input": "accentColour", "signal": "palette.accent" } ]
  }
}*/

// a sphere under the sheet at c, radius r, swollen 0..1: bends the sheet's coordinates and gives its slope (xy), height (z)
void swell(inout vec2 q, inout vec3 form, vec2 p, vec2 c, float r, float amount) {
    vec2 d = p - c;
    float l = length(d) / r, z = sqrt(max(1.0 - l * l, 0.0));
    float k = clamp(l, 0.0, 1.0), on = step(l, 1.0);
    // towards the middle the pattern grows, at the rim it crowds
    float bent = mix(k, asin(min(k, 0.9999)) * 0.63662, 0.88);
    q -= on * amount * d * (1.0 - bent / max(k, 1e-3)) * 1.15;
    form += on * amount * vec3(d / r, z);
}
void main() {
    float pixel = 1.0 / min(RENDERSIZE.x, RENDERSIZE.y);
    vec2 uv = (isf_FragNormCoord - 0.5) * RENDERSIZE * pixel;
    float wide = 0.5 * RENDERSIZE.x * pixel, tall = 0.5 * RENDERSIZE.y * pixel;
    vec3 shade = quickLinear(shadeColour.rgb), deep = quickLinear(deepColour.rgb), base = quickLinear(baseColour.rgb), light = quickLinear(lightColour.rgb), accent = quickLinear(accentColour.rgb);
    float way = variety < 0.5 ? 1.0 : -1.0;
    vec2 p = vec2(uv.x * way, uv.y);
    float stretch = clamp(wide, 0.5, 1.4);
    float breath = 0.72 + 0.28 * low + 0.10 * pulse, beat = fract(beatCount);
    // three spheres on slow paths; the great one leads
    float a = chapterGlide * 0.21 + variety, b = chapterGlide * 0.17 + variety * 3.0;
    vec2 c0 = vec2(0.30 * stretch * swing(a), (0.06 + 0.20 * (tall - 0.5)) * swing(a * 1.3 + 0.2));
    vec2 c1 = vec2(-0.62 * stretch * swing(a + 0.12), -0.24 * swing(b + 0.4) * (tall * 2.0)), c2 = vec2(0.72 * stretch * swing(b + 0.31), 0.26 * swing(a + 0.6) * (tall * 2.0));
    vec2 q = p;
    vec3 form = vec3(0.0);
    // the ripple of the beat, running over the sheet
    vec2 fromC = p - c0;
    float dist = length(fromC), ring = bump(dist, 0.30 + 0.9 * beat, 0.13) * (1.0 - beat);
    q += fromC / max(dist, 1e-3) * ring * 0.028 * (0.4 + power);
    form.xy -= fromC / max(dist, 1e-3) * ring * 0.30 * (dist < 0.30 + 0.9 * beat ? -1.0 : 1.0) * (0.4 + power);
    swell(q, form, p, c1, 0.20 + 0.05 * middle, 0.55 + 0.45 * middle);
    swell(q, form, p, c2, 0.17 + 0.05 * high, 0.50 + 0.50 * high);
    vec2 keep = q;
    swell(q, form, p, c0, 0.385 * (0.92 + 0.10 * breath), breath);
    // a well: the sheet falls away
    vec2 w = p - vec2(-0.18 * stretch, 0.08);
    float well = strain * exp(-dot(w, w) * 9.0);
    q += w * well * 1.6;
    form.z -= well * 1.2;
    form.xy += w * well * 2.2;
    // the print
    float grid = 15.0;
    vec2 at = q * grid + vec2(flow * 0.10, barCount * 0.0) + 0.5, id = floor(at), f = at - id - 0.5;
    float odd = mod(id.x + id.y, 2.0), size = length(vec2(length(dFdx(q)), length(dFdy(q)))) * grid * 0.8 + 1e-4;
    float zone = mod(chapterGlide, 3.0), round1 = smoothstep(0.15, 0.85, bump(zone, 1.5, 1.5));
    float which = hash21(id + floor(chapterGlide) * 3.0);
    float grown = 0.40 - 0.10 * round1 + 0.07 * form.z + 0.05 * swing(beatCount * 0.25 + which) * power;
    float box = max(abs(f.x), abs(f.y)), disc = length(f), turned = (abs(f.x) + abs(f.y)) * 0.7071;
    float d = mix(box, disc, round1) - grown;
    float inner = mix(disc, turned, round1) - grown * (0.52 + 0.18 * swing(beatCount * 0.25 + id.x * 0.06));
    vec2 soft = vec2(size * 0.9, -size * 0.9);
    // tones: the ground changes from cell to cell, colours turn over with the height of the form
    float height = clamp(form.z, -0.3, 1.0), toneAt = clamp(0.5 + 0.5 * height + 0.12 * (which - 0.5), 0.0, 1.0);
    vec3 black = vec3(0.012) + shade * 0.25, white = mix(vec3(0.86, 0.84, 0.78), light, 0.22);
    vec3 hot = saturation(mix(accent, tintTo(vec3(0.30), accent, 1.0), 0.3), 1.35), cool = saturation(mix(deep, tintTo(vec3(0.14), deep, 1.0), 0.5), 1.4);
    vec3 ground = mix(black, white, odd), figure = mix(white, black, odd);
    ground = mix(ground, mix(cool, mix(hot, base, 0.25), smoothstep(0.25, 0.95, toneAt)), smoothstep(0.10, 0.55, height) * (odd < 0.5 ? 0.92 : 0.55));
    figure = mix(figure, mix(hot, white, smoothstep(0.4, 1.0, toneAt)), smoothstep(0.0, 0.5, height) * (odd < 0.5 ? 0.9 : 0.25));
    vec3 colour = mix(ground, figure, smoothstep(soft.x, soft.y, d));
    float special = step(0.90 - 0.25 * hit, which);
    colour = mix(colour, mix(hot, ground, 0.15), smoothstep(soft.x, soft.y, inner) * max(special, smoothstep(0.35, 0.8, height)));
    colour = mix(colour, mix(ground, figure, 0.45), smoothstep(0.35, 0.9, size));
    // light as if it were round
    vec3 n = normalize(vec3(form.xy, 0.55 + max(form.z, 0.0)));
    float lit = dot(n, normalize(vec3(-0.45, 0.60, 0.72)));
    colour *= 0.40 + 0.78 * lit + 0.10 * height;
    float s2 = max(lit, 0.0); s2 *= s2; s2 *= s2; s2 *= s2;
    colour += mix(white, hot, 0.2) * 0.12 * s2 * smoothstep(0.1, 0.6, height);
    // the great sphere throws a shadow on the sheet
    vec2 thrown = p - c0 - vec2(0.075, -0.095);
    float under = smoothstep(0.46, 0.30, length(thrown)) * smoothstep(0.37, 0.40, dist);
    colour *= 1.0 - 0.50 * under * breath;
#if QUALITY > 0
    colour *= 1.0 + 0.06 * paperFibre(uv);
#endif
    colour *= 1.0 - 0.28 * dot(uv, uv) / (0.25 + wide * wide);
    gl_FragColor = vec4(quickFinish(colour * 1.5, gl_FragCoord.xy, TIME, 0.5), 1.0);
}
