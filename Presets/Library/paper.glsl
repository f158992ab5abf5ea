// Kinora shader library: paper and ink. MIT. Uses noise, ease.

// paperFibre: grain of hand-made paper at p (about one unit across the sheet), about -1..1, with long fibres.
float paperFibre(vec2 p) {
    float long1 = valueNoise(vec2(p.x * 46.0 + p.y * 14.0, p.y * 260.0 - p.x * 30.0)), long2 = valueNoise(vec2(p.x * 240.0 + p.y * 40.0, p.y * 38.0));
    return (long1 + long2) - 1.0;
}

// inkWash: density of a pale wash with a soft wet edge that pools a little; bleed = how far it runs into the paper.
float inkWash(float d, float bleed) {
    float cover = smoothstep(bleed, -bleed, d);
    return cover * (0.72 + 0.55 * (1.0 - cover) * cover * 4.0);
}
// inkOn: what is left of the light of paper under ink of a density; the ink's own colour shows where it is thin. Linear.
vec3 inkOn(vec3 paper, vec3 ink, float density) { return paper * exp(-density * (2.4 - 1.6 * ink)); }
// pencilLine: darkness 0..1 of a soft pencil line along a distance d; tooth is the grain of the paper there (-1..1), soft half a pixel or more.
float pencilLine(float d, float thick, float tooth, float soft) {
    float line = 1.0 - smoothstep(thick - soft, thick + soft, abs(d));
    return line * smoothstep(-0.75, 0.35, tooth + 0.62 * line);
}
// pencilHatch: slanted strokes of shading, their spacing and a pressure 0..1; another seed is another drawing.
float pencilHatch(vec2 p, float spacing, float press, float tooth, float seed) {
    vec2 bent = swing2(vec2(p.x * 2.3 - p.y + seed * 0.37, p.y * 2.9 + p.x - seed * 0.53));
    float at = (p.x * 0.78 + p.y) / spacing + 0.27 * (bent.x + bent.y), stroke = floor(at);
    float s = abs(at - stroke - 0.5) * 2.0, along = 0.5 + 0.5 * swing((p.x - p.y) * 1.9 + hash11(stroke + seed * 7.0));
    return smoothstep(1.0 - press, 1.25 - press, s + 0.30 * tooth) * (0.55 + 0.45 * along);
}
