// Kinora shader library: easing, mostly in musical time. MIT.

// easeInOut: slow, fast, slow over 0..1 (cubic ends).
float easeInOut(float x) { x = clamp(x, 0.0, 1.0); return x * x * x * (x * (x * 6.0 - 15.0) + 10.0); }
// easeOut: fast, then settling over 0..1.
float easeOut(float x) { x = 1.0 - clamp(x, 0.0, 1.0); return 1.0 - x * x * x; }
// easeIn: slow start, then fast over 0..1.
float easeIn(float x) { x = clamp(x, 0.0, 1.0); return x * x * x; }
// overshoot: arrives past 1 and comes back (follow-through) over 0..1.
float overshoot(float x) { x = clamp(x, 0.0, 1.0) - 1.0; return 1.0 + x * x * (2.7 * x + 1.7); }
// stepped: a count that glides to each new integer over the first part (0..1) of it: beats to footfalls.
float stepped(float beats, float part) { float i = floor(beats); return i + easeInOut((beats - i) / max(part, 1e-3)); }
// strike: rises in a tenth of 0..1 and falls with weight over the rest.
float strike(float x) { x = fract(x); return x < 0.1 ? x * 10.0 : exp(-(x - 0.1) * 4.0) * (1.0 - smoothstep(0.85, 1.0, x)); }
// bump: smooth hill, 1 at centre, 0 beyond +-width.
float bump(float x, float centre, float width) { x = clamp((x - centre) / max(width, 1e-4), -1.0, 1.0); x = 1.0 - x * x; return x * x; }
// remap: x from the range a..b to 0..1, clamped.
float remap(float x, float a, float b) { return clamp((x - a) / (b - a), 0.0, 1.0); }
// drawingAt: number of the drawing that shows, so many to the beat; the first of them begins on the beat.
float drawingAt(float beats, float each) { return floor(beats * each + 0.001); }
// swing: sin(2 pi x) for a quarter of the price (error 0.001); x in turns.
float swing(float x) { x = fract(x) * 2.0 - 1.0; float y = -4.0 * x * (1.0 - abs(x)); return y * (0.775 + 0.225 * abs(y)); }
// swing2: swing of two phases at once.
vec2 swing2(vec2 x) { x = fract(x) * 2.0 - 1.0; vec2 y = -4.0 * x * (1.0 - abs(x)); return y * (0.775 + 0.225 * abs(y)); }
