// Kinora shader library: paper and ink. MIT. Uses noise.

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
