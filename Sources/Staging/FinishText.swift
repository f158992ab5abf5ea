import Scenery

/// GLSL of the grade, the looks and the glow; the formulas stand in `Grade`.
enum FinishText {
  static func fragment(isGraded: Bool, looks: [ColourTable.Shape]) -> String {
    var text = "uniform sampler2D start;\n"
    if isGraded { text += gradeText }
    for (slot, shape) in looks.enumerated() { text += look(shape, slot: slot) }
    text += "void main() {\n  vec3 c = texture(start, at).rgb;\n"
    if isGraded { text += "  c = graded(c);\n" }
    if !looks.isEmpty {
      let shares = looks.indices.map { "share\($0)" }.joined(separator: " - ")
      // What no look has a share in is the picture as it is.
      text += "  vec3 plain = clamp(c, 0.0, 1.0);\n  c = plain * (1.0 - \(shares))"
      for slot in looks.indices { text += " + share\(slot) * looked\(slot)(plain)" }
      text += ";\n"
    }
    if isGraded { text += "  c = printed(clamp(c, 0.0, 1.0));\n" }
    return text + "  colour = vec4(dithered(c), 1.0);\n}\n"
  }

  private static func vector(_ c: Colour) -> String { "vec3(\(c.red), \(c.green), \(c.blue))" }

  /// Hash: M. Jarzynski and M. Olano, “Hash Functions for GPU Rendering”, JCGT 9(3), 2020 (PCG).
  private static let gradeText = """
    uniform sampler2D glow;
    uniform vec3 lift;
    uniform vec3 gain;
    uniform vec3 inverseGamma;
    uniform vec3 balance;
    uniform float contrast;
    uniform float saturation;
    uniform float bloom;
    uniform float vignette;
    uniform float grain;
    uniform ivec2 corner;
    uniform int grainSize;
    uniform uint grainSeed;
    const vec3 weights = \(vector(Grade.luma));

    vec3 graded(vec3 c) {
      c += bloom * texture(glow, at).rgb * \(vector(Grade.halation)) * (1.0 - c);
      c *= balance;
      c = pow(max(c * (gain - lift) + lift, vec3(1e-6)), inverseGamma);
      c = (c - \(Grade.pivot)) * contrast + \(Grade.pivot);
      float grey = dot(c, weights);
      return grey + (c - grey) * saturation;
    }
    uint hashed(uint x) {
      x = x * 747796405u + 2891336453u;
      x = ((x >> ((x >> 28u) + 4u)) ^ x) * 277803737u;
      return (x >> 22u) ^ x;
    }
    vec3 printed(vec3 c) {
      vec2 r = at * 2.0 - 1.0;
      float square = 0.5 * dot(r, r);
      c *= 1.0 - vignette * square * square;
      uvec2 cell = uvec2((ivec2(gl_FragCoord.xy) - corner) / grainSize);
      uint h = hashed(cell.x + hashed(cell.y + grainSeed));
      float n = float((h & 0xffffu) + (h >> 16u)) / 65535.0 - 1.0;
      float grey = dot(c, weights);
      return c + 0.05 * grain * n * (0.3 + 2.8 * grey * (1.0 - grey));
    }

    """

  /// A cube is read between its four nearest entries: those of the tetrahedron, one of six in a cell, that the
  /// colour lies in. Source: J. M. Kasson et al., “Performing color space conversions with three-dimensional linear
  /// interpolation”, J. Electronic Imaging 4(3), 1995.
  private static func look(_ shape: ColourTable.Shape, slot: Int) -> String {
    let sampler = shape == .cube ? "sampler3D" : "sampler2D"
    let head = """
      uniform \(sampler) look\(slot);
      uniform int size\(slot);
      uniform float share\(slot);
      uniform vec3 low\(slot);
      uniform vec3 span\(slot);
      vec3 looked\(slot)(vec3 c) {
        vec3 place = clamp((c - low\(slot)) / span\(slot), 0.0, 1.0) * float(size\(slot) - 1);
        ivec3 base = min(ivec3(place), ivec3(size\(slot) - 2));
        vec3 f = place - vec3(base);

      """
    switch shape {
    case .cube:
      return head + """
          float high = max(f.r, max(f.g, f.b));
          float less = min(f.r, min(f.g, f.b));
          float middle = f.r + f.g + f.b - high - less;
          ivec3 first = f.r == high ? ivec3(1, 0, 0) : (f.g == high ? ivec3(0, 1, 0) : ivec3(0, 0, 1));
          ivec3 last = f.b == less ? ivec3(0, 0, 1) : (f.g == less ? ivec3(0, 1, 0) : ivec3(1, 0, 0));
          return texelFetch(look\(slot), base, 0).rgb * (1.0 - high)
            + texelFetch(look\(slot), base + first, 0).rgb * (high - middle)
            + texelFetch(look\(slot), base + 1 - last, 0).rgb * (middle - less)
            + texelFetch(look\(slot), base + 1, 0).rgb * less;
        }

        """
    case .curves:
      let row = LookTexture.curveRow
      let channels = ["r", "g", "b"].map { channel in
        func entry(_ at: String) -> String {
          "texelFetch(look\(slot), ivec2((\(at)) % \(row), (\(at)) / \(row)), 0).\(channel)"
        }
        return "mix(\(entry("base.\(channel)")), \(entry("base.\(channel) + 1")), f.\(channel))"
      }
      return head + "  return vec3(" + channels.joined(separator: ",\n    ") + ");\n}\n"
    }
  }

  // MARK: Glow

  /// Sixteen texels in four reads, then what of their light is bright.
  static let bright = """
    uniform sampler2D start;
    void main() {
      vec2 texel = 1.0 / vec2(textureSize(start, 0));
      vec3 c = 0.25 * (texture(start, at + texel * vec2(-1.0, -1.0)).rgb
        + texture(start, at + texel * vec2(1.0, -1.0)).rgb + texture(start, at + texel * vec2(-1.0, 1.0)).rgb
        + texture(start, at + texel).rgb);
      colour = vec4(c * smoothstep(0.6, 1.0, max(c.r, max(c.g, c.b))), 1.0);
    }

    """

  static let half = """
    uniform sampler2D start;
    void main() { colour = vec4(texture(start, at).rgb, 1.0); }

    """

  static let blur = """
    uniform sampler2D start;
    uniform vec2 way;
    uniform vec2 taps[5];
    void main() {
      vec3 sum = texture(start, at).rgb * taps[0].y;
      for (int i = 1; i < 5; i++) {
        vec2 offset = way * taps[i].x;
        sum += (texture(start, at + offset).rgb + texture(start, at - offset).rgb) * taps[i].y;
      }
      colour = vec4(sum, 1.0);
    }

    """
}
