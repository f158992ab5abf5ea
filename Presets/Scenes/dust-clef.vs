// The grains of dust-clef.fs as points; every other pass draws the whole picture.
varying vec3 grain;

void main() {
    isf_vertShaderInit();
    grain = vec3(0.0);
#ifdef POINTS
    if (PASSINDEX == 2) {
        vec4 me = texelFetch(grains, ivec2(gl_VertexID % 512, gl_VertexID / 512), 0);
        float number = float(gl_VertexID), h = hash11(number + 0.5), shorter = min(RENDERSIZE.x, RENDERSIZE.y), speed = length(me.zw);
        int kind = gl_VertexID % 16;
        // big ones are few; out-of-focus ones drift in front in the mist
        float size1 = shorter * (POINTS > 100000 ? 0.0026 : POINTS > 20000 ? 0.0036 : 0.0060) * (0.55 + 0.9 * h * h);
        size1 = max(size1 * (kind == 12 ? 1.5 : 1.0), 1.7);
        gl_Position = vec4(me.xy * 2.0 * shorter / RENDERSIZE, 0.0, 1.0);
        gl_PointSize = size1;
        float twinkle = 0.65 + 0.35 * h + 1.6 * high * step(0.93, hash11(number * 1.7 + floor(beatCount * 2.0) * 13.0));
        // the same light from few grains as from many
        float gain = 0.25 * shorter * shorter / (float(POINTS) * size1 * size1) * twinkle * mix(1.0, 0.35, kind < 10 ? 0.0 : 1.0);
        grain = kind < 13 ? vec3(1.0, min(speed * 2.6, 1.0), 0.0) * gain : vec3(0.0, 0.0, gain);
    }
#endif
}
