import CGL
import Scenery

/// The last pass: mixes where no transition does, scales up, dithers and writes sRGB to the window.
///
/// Scenes write sRGB-coded values, and so does this pass; only the crossfade goes through linear light.
struct MasterPass {
  private let copy: Program
  private let show: Program
  private let crossfade: Program
  private let still: Program
  private let dissolve: Program

  init(_ context: GraphicsContext) throws(StageError) {
    copy = try Self.program(context, "copy", Self.copyText)
    show = try Self.program(context, "show", Self.showText)
    crossfade = try Self.program(context, "crossfade", Self.crossfadeText)
    still = try Self.program(context, "still picture", Self.stillText)
    dissolve = try Self.program(context, "dissolve", Self.dissolveText)
  }

  /// A part of a framebuffer.
  struct Area: Equatable {
    var x: Int
    var y: Int
    var size: PixelSize
  }

  /// Draws one picture into the area; pixel by pixel where the sizes agree.
  func show(_ picture: Texture, in area: Area) {
    let program = picture.size == area.size ? copy : show
    glUseProgram(program.name)
    picture.bind(toUnit: 0)
    if program === copy { glUniform2i(copy.location("corner"), GLint(area.x), GLint(area.y)) }
    Self.draw(in: area)
  }

  /// Draws a mixture in linear light; the plain transition where no better one is ready.
  func crossfade(_ from: Texture, _ to: Texture, progress: Float, in area: Area) {
    glUseProgram(crossfade.name)
    from.bind(toUnit: 0)
    to.bind(toUnit: 1)
    glUniform1i(crossfade.location("end"), 1)
    glUniform1f(crossfade.location("progress"), progress)
    Self.draw(in: area)
  }

  /// Draws a mixture of two pictures' codes: a filter's amount.
  func dissolve(_ from: Texture, _ to: Texture, amount: Float, in target: Target) {
    glBindFramebuffer(GLName.framebuffer, target.framebuffer)
    glUseProgram(dissolve.name)
    from.bind(toUnit: 0)
    to.bind(toUnit: 1)
    glUniform1i(dissolve.location("end"), 1)
    glUniform1f(dissolve.location("amount"), amount)
    Self.draw(in: Area(x: 0, y: 0, size: target.size))
  }

  /// Draws the picture shown while there is none: dusk in the palette's dark colours.
  func still(_ palette: Palette, in target: Target) {
    glBindFramebuffer(GLName.framebuffer, target.framebuffer)
    glUseProgram(still.name)
    let (low, high) = (palette.deep, palette.shade)
    glUniform3f(still.location("low"), low.red, low.green, low.blue)
    glUniform3f(still.location("high"), high.red, high.green, high.blue)
    Self.draw(in: Area(x: 0, y: 0, size: target.size))
  }

  static func draw(in area: Area) {
    glViewport(GLint(area.x), GLint(area.y), GLsizei(area.size.width), GLsizei(area.size.height))
    glDrawArrays(GLName.triangleStrip, 0, 4)
  }

  // MARK: Texts

  /// Compiles a fragment shader of Kinora's own over the whole area; it has `at` (0…1) and `dithered`.
  static func program(
    _ context: GraphicsContext, _ part: String, _ body: String
  ) throws(StageError) -> Program {
    let head = context.dialect.version + context.dialect.precision
    let fragment = head + "in vec2 at;\nout vec4 colour;\n" + ditherText + body
    do {
      return try ShaderCompiler.program(vertex: head + vertexText, fragment: fragment, in: context)
    } catch {
      throw StageError.broken(part: part, reason: error.text)
    }
  }

  private static let vertexText = """
    out vec2 at;
    void main() {
      at = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
      gl_Position = vec4(at * 2.0 - 1.0, 0.0, 1.0);
    }

    """

  /// Less than half a step either way: values that are exact already stay as they are.
  /// Source: J. Jimenez, “Next Generation Post Processing in Call of Duty” (interleaved gradient noise).
  private static let ditherText = """
    vec3 dithered(vec3 c) {
      float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
      return c + (noise - 0.5) * (0.98 / 255.0);
    }

    """

  /// Nothing between the pixels, so nothing to dither.
  private static let copyText = """
    uniform sampler2D start;
    uniform ivec2 corner;
    void main() { colour = vec4(texelFetch(start, ivec2(gl_FragCoord.xy) - corner, 0).rgb, 1.0); }

    """

  private static let showText = """
    uniform sampler2D start;
    void main() { colour = vec4(dithered(texture(start, at).rgb), 1.0); }

    """

  private static let crossfadeText = """
    uniform sampler2D start;
    uniform sampler2D end;
    uniform float progress;
    vec3 toLinear(vec3 c) {
      return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(vec3(0.04045), c));
    }
    vec3 toSRGB(vec3 c) {
      return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(vec3(0.0031308), c));
    }
    void main() {
      vec3 light = mix(toLinear(texture(start, at).rgb), toLinear(texture(end, at).rgb), progress);
      colour = vec4(dithered(toSRGB(light)), 1.0);
    }

    """

  private static let dissolveText = """
    uniform sampler2D start;
    uniform sampler2D end;
    uniform float amount;
    void main() {
      colour = vec4(dithered(mix(texture(start, at).rgb, texture(end, at).rgb, amount)), 1.0);
    }

    """

  private static let stillText = """
    uniform vec3 low;
    uniform vec3 high;
    void main() { colour = vec4(dithered(mix(low, high, smoothstep(0.0, 1.0, at.y))), 1.0); }

    """
}
