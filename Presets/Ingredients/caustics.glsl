// Light at the bottom of a pool.
// signature: coordinate -> scalar
// families: field feedback
// licence: MIT
// cost: 4
// domain: nature
// slot: pitch 0.8..2
// slot: way 0.2..0.5 flow
float caustics(vec2 p, float pitch, float way) {
    vec2 q = p * pitch * 1.6;
    float sum = 0.0;
    for (int i = 0; i < 4; i++) {
        float k = float(i);
        q += 0.55 * swing2(q.yx * (0.42 + 0.11 * k) + vec2(way * (0.6 + 0.1 * k), -way * 0.5 + 0.3 * k));
        sum += 1.0 - abs(swing(q.x * 0.33 + q.y * 0.21));
    }
    sum *= 0.25;
    return clamp(sum * sum * sum * 2.2, 0.0, 1.0);
}
