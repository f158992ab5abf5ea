import Foundation
import Music
import Scenery

@testable import Staging

/// A headless stage with presets written in the test, and plans to draw them by.
@MainActor struct TestStage {
  let stage: Stage

  init(
    _ width: Int = 160, _ height: Int = 90, dialect: ShaderDialect = .core, images: ImageLoading? = nil
  ) throws {
    var settings = WindowSettings(size: PixelSize(width: width, height: height), isHeadless: true)
    settings.dialects = [dialect]
    stage = try Stage(window: Window(settings), images: images)
  }

  /// Parses a preset from a header (without the comment) and GLSL; the GLSL begins on line 2.
  static func preset(
    _ glsl: String, header: String = "{}", vertex: String? = nil, name: String = "try-out",
    library: [String: String] = [:]
  ) throws(PresetError) -> Preset {
    try PresetParser.parse(
      text: "/*\(header.split(separator: "\n").joined())*/\n\(glsl)\n", vertexText: vertex,
      path: "Presets/\(name).fs", library: library)
  }

  func prepare(
    _ index: Int32, _ glsl: String, header: String = "{}", vertex: String? = nil,
    library: [String: String] = [:]
  ) throws {
    try stage.prepare(
      Self.preset(glsl, header: header, vertex: vertex, library: library), as: PresetIndex(index))
  }

  static func layer(_ scene: Int32, entrance: Double = 0, at seconds: Double = 0) -> LayerPlan {
    let appearance = Appearance(
      scene: PresetIndex(scene), entrance: SampleTime(seconds: entrance), entranceBeats: 0, variation: 0.5)
    return LayerPlan(appearance: appearance, time: max(0, seconds - entrance), signals: Signals())
  }

  static func plan(
    _ scene: Int32, at seconds: Double = 0, entrance: Double = 0, incoming: LayerPlan? = nil,
    transition: Int32? = nil, progress: Float = 0
  ) -> FramePlan {
    FramePlan(
      seconds: seconds, outgoing: layer(scene, entrance: entrance, at: seconds), incoming: incoming,
      transition: transition.map(PresetIndex.init), progress: progress,
      moment: Moment(hop: HopIndex(Int64(seconds / Hop.seconds))))
  }

  func draw(_ plan: FramePlan) -> ProbePicture {
    stage.draw(plan)
    return picture()
  }

  /// The picture just drawn.
  func picture() -> ProbePicture {
    let size = stage.outputSize
    var pixels = [UInt8](repeating: 0, count: 4 * size.width * size.height)
    pixels.withUnsafeMutableBytes { stage.readPixels(into: $0) }
    return ProbePicture(size: size, pixels: pixels)
  }
}

extension ProbePicture {
  /// Red, green and blue at a share of the width and height, from the top left.
  func colour(_ x: Double, _ y: Double) -> [UInt8] {
    let column = min(size.width - 1, Int(x * Double(size.width)))
    let row = min(size.height - 1, Int(y * Double(size.height)))
    let at = 4 * (row * size.width + column)
    return Array(pixels[at..<(at + 3)])
  }
}

/// GLSL that tests share.
enum Shader {
  static let red = "void main() { gl_FragColor = vec4(1.0, 0.0, 0.0, 1.0); }"
  static let blue = "void main() { gl_FragColor = vec4(0.0, 0.0, 1.0, 1.0); }"
  static let corners = "void main() { gl_FragColor = vec4(isf_FragNormCoord, 0.25, 1.0); }"
  static let not = "void main() { gl_FragColor = vec4(undeclared, 0.0, 0.0, 1.0); }"

  /// A trail: a dot runs, its past fades.
  static let trailHeader = #"{ "PASSES": [{ "TARGET": "past", "PERSISTENT": true, "FLOAT": true }, {}] }"#
  static let trail = """
    void main() {
      if (PASSINDEX == 0) {
        vec2 dot = 0.5 + 0.35 * vec2(cos(TIME * 3.0), sin(TIME * 3.0));
        vec2 toDot = (isf_FragNormCoord - dot) * vec2(RENDERSIZE.x / RENDERSIZE.y, 1.0);
        vec4 old = IMG_NORM_PIXEL(past, isf_FragNormCoord + vec2(0.004, 0.0));
        gl_FragColor = old * 0.96 + vec4(1.0, 0.6, 0.2, 1.0) * exp(-200.0 * length(toDot) * length(toDot));
      } else {
        gl_FragColor = vec4(IMG_THIS_PIXEL(past).rgb * 0.4, 1.0);
      }
    }
    """

  static let wipeHeader = """
    { "INPUTS": [{ "NAME": "startImage", "TYPE": "image" }, { "NAME": "endImage", "TYPE": "image" },
      { "NAME": "progress", "TYPE": "float" }] }
    """
  static let wipe = """
    void main() {
      bool isNew = isf_FragNormCoord.x < progress;
      gl_FragColor = isNew ? IMG_THIS_PIXEL(endImage) : IMG_THIS_PIXEL(startImage);
    }
    """
}
