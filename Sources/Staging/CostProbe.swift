import CGL
import Music
import Scenery

/// Draws a preset again and again so that somebody with a clock can tell what a picture costs.
public final class CostProbe {
  private let stage: Stage
  private let run: PresetRun
  private var frame: PresetRun.Frame
  private var count = 0

  /// What costs are told in multiples of: four sines and a palette of cosines.
  public static func reference() throws(PresetError) -> Preset {
    try PresetParser.parse(
      text: """
        /*{ "KINORA": { "bindings": [] } }*/
        void main() {
          vec2 p = isf_FragNormCoord * 8.0;
          float v = sin(p.x + TIME) + sin(p.y * 1.3 - TIME) + sin(p.x + p.y + 0.7 * TIME) + sin(length(p) * 2.0);
          gl_FragColor = vec4(0.5 + 0.5 * cos(6.2832 * (0.25 * v + vec3(0.0, 0.33, 0.67))), 1.0);
        }
        """, path: "reference.fs")
  }

  /// - Parameter economy: steps below the full look.
  public init(
    _ preset: Preset, on stage: Stage, size: PixelSize, economy: Int = 0
  ) throws(PresetError) {
    stage.context.makeCurrent()
    self.stage = stage
    let program = try stage.compiled(preset, size: size, economy: economy)
    run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    frame = PresetRun.Frame(size: size, time: 0, signals: Signals(), streamSeconds: 0)
    frame.economy = economy
    frame.progress = preset.kind == .transition ? 0.5 : nil
    let (one, two) = (ProbePicture.test(size, turned: false), ProbePicture.test(size, turned: true))
    let texture = one.texture(in: stage.context)
    frame.images = [
      "inputImage": texture, "startImage": texture, "endImage": two.texture(in: stage.context),
    ]
  }

  /// Draws the next frame of loud music and waits until it is there.
  public func draw() throws(PresetError) {
    let seconds = 4 + Double(count) / 30
    frame.hear(.loud, atSeconds: seconds, stage.sounds)
    if frame.progress != nil { frame.progress = 0.3 + 0.4 * Float(count % 12) / 11 }
    count += 1
    do {
      _ = try run.draw(frame)
    } catch {
      throw PresetError(path: run.program.preset.path, reason: error.description)
    }
    glFinish()
  }
}
