import CGL
import Scenery

/// Makes programs of presets in one context and proves that they draw; on whatever thread that context is current.
final class PresetCompiler {
  let context: GraphicsContext
  private let images: ImageLoading?
  private let sounds: SoundTextures
  private let spares: SpareTextures

  init(
    _ context: GraphicsContext, sounds: SoundTextures, spares: SpareTextures, images: ImageLoading?
  ) {
    self.context = context
    self.sounds = sounds
    self.spares = spares
    self.images = images
  }

  /// A program in one tier, drawn twice, one pixel each, so that its first frame on stage is like any other.
  ///
  /// Takes 5–100 ms a pass, with no cache more.
  ///
  /// - Parameters:
  ///   - economy: steps below the full look.
  ///   - size: of the pictures it will draw: drivers compile for some sizes apart.
  func compile(_ preset: Preset, economy: Int, size: PixelSize) throws(PresetError) -> PresetProgram {
    context.makeCurrent()
    _ = context.takeError()
    let program = try PresetProgram(preset, economy: economy, in: context, images: images)
    let run = PresetRun(program, sounds: sounds, spares: spares)
    var frame = PresetRun.Frame(size: size, time: 0, signals: Signals(), streamSeconds: 0)
    frame.isWarmUp = true
    frame.economy = economy
    do {
      if preset.kind != .scene {
        let picture = try Target(context, size: size, format: .colour).texture
        frame.images = ["startImage": picture, "endImage": picture, "inputImage": picture]
        frame.progress = 0.5
      }
      // Twice: the second frame reads what the first wrote.
      for _ in 0..<2 { _ = try run.draw(frame) }
    } catch {
      throw PresetError(path: preset.path, reason: error.description)
    }
    glFinish()
    if let error = context.takeError() {
      throw PresetError(path: preset.path, reason: "OpenGL refuses to draw it: \(error).")
    }
    return program
  }
}
