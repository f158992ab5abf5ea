import CGL
import Music
import Scenery

/// Measures what each input of a preset does to its picture: how much, and whether to light, colour, place or motion.
///
/// Each value is tried on a run of its own, in silence, with all other inputs at their defaults.
public struct EffectProbe {
  /// Enough to see what moves, and quick.
  static let size = PixelSize(width: 110, height: 62)
  /// Values tried of a range, its ends among them.
  static let values = 7
  static let framesPerSecond = 12

  private let stage: Stage
  private let program: PresetProgram
  private let frames: Int
  private let images: [Texture]

  /// What one value of one input looks like.
  private struct Look {
    var value: Float
    var picture: ProbePicture
    var light: Float
    var motion: Float
    var isGood: Bool
  }

  /// Measures a preset; nothing of it stays on the stage.
  ///
  /// - Returns: bindings by effect, and the effects. No cost: that needs a clock.
  public static func measure(
    _ preset: Preset, on stage: Stage
  ) throws(PresetError) -> SideFile.Measurement {
    stage.context.makeCurrent()
    var bare = preset
    bare.header.kinora.bindings = []
    let program = try stage.compiled(bare, size: size)
    let probe = EffectProbe(stage: stage, program: program)
    var measurement = SideFile.Measurement()
    measurement.digest = preset.ownDigest
    do {
      measurement.effects = try probe.effects()
    } catch {
      throw PresetError(path: preset.path, reason: error.description)
    }
    if let error = stage.context.takeError() {
      throw PresetError(path: preset.path, reason: "OpenGL refuses to draw it: \(error).")
    }
    measurement.bindings = proved(EffectRules(preset.header, measurement.effects), bare, on: stage)
    return measurement
  }

  /// Bindings with which the preset was seen to stay a picture, not to flash and, if it can, to show the music.
  private static func proved(_ rules: EffectRules, _ bare: Preset, on stage: Stage) -> [Binding] {
    var preset = bare
    func report(_ bindings: [Binding]) -> ProbeReport {
      preset.header.kinora.bindings = bindings
      return PresetProbe.check(preset, on: stage, effort: .quick(frames: provingFrames))
    }
    let before = report([])
    var rules = rules
    var bindings = rules.bindings()
    for attempt in 0..<4 {
      let now = report(bindings)
      let isLost = now.showsNothing && !before.showsNothing
      // What flashes by itself may go on as it did.
      if isLost || now.flashesPerSecond > max(calmFlashes, before.flashesPerSecond) {
        let isUnfit = isLost || now.flashes && !before.flashes
        bindings = attempt < 3 ? EffectRules.calmed(bindings, of: bare.header) : isUnfit ? [] : bindings
      } else if !now.answers && attempt == 0 {
        bindings = rules.widened(bindings)
      } else {
        break
      }
    }
    return bindings
  }

  private static let provingFrames = 16
  /// One fewer than is safe: real music is wilder than what is tried here.
  private static let calmFlashes: Float = 2

  private init(stage: Stage, program: PresetProgram) {
    self.stage = stage
    self.program = program
    // What is kept from frame to frame shows its effect late.
    frames = program.preset.header.passes.contains(where: \.isPersistent) ? 12 : 3
    images = ProbePicture.moving(Self.size).map { $0.texture(in: stage.context) }
  }

  private func effects() throws(StageError) -> [InputEffect] {
    let plain = try look(nil)
    var effects: [InputEffect] = []
    for input in program.preset.header.inputs where input.hasRange && !input.initial.isTexture {
      guard let start = input.number ?? input.firstAxis else { continue }
      var looks: [Look] = []
      for value in Self.tried(input) { looks.append(try look((input, value))) }
      let span = input.maximum - input.minimum
      // A hundredth away, towards the middle.
      let near = start + (start * 2 < input.minimum + input.maximum ? span : -span) / 100
      let close = try look((input, near))
      effects.append(Self.effect(of: input, from: start, plain: plain, close: close, looks))
    }
    return effects
  }

  private static func tried(_ input: PresetInput) -> [Float] {
    guard input.values.isEmpty else { return input.values.prefix(12).map { Float($0) } }
    let span = input.maximum - input.minimum
    let values = (0..<Self.values).map { input.minimum + span * Float($0) / Float(Self.values - 1) }
    guard case .long = input.initial else { return values }
    return values.map { $0.rounded() }
  }

  private func look(_ held: (input: PresetInput, value: Float)?) throws(StageError) -> Look {
    let run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    var pictures: [ProbePicture] = []
    for count in 0..<frames {
      let seconds = 1 + Double(count) / Double(Self.framesPerSecond)
      let plan = SyntheticMusic.silent.snapshot(atSeconds: seconds, scene: PresetIndex(0)).plan(
        atSeconds: seconds)
      stage.sounds.hear(plan.moment)
      var frame = PresetRun.Frame(
        size: Self.size, time: seconds, signals: plan.outgoing.signals, streamSeconds: seconds)
      frame.images = ["inputImage": images[count % images.count]]
      if let held { frame.signals.overrides.set(held.input.name, to: SIMD4(repeating: held.value)) }
      let target = try run.draw(frame)
      if count >= frames - 2 { pictures.append(ProbePicture(target)) }
    }
    let last = pictures[pictures.count - 1]
    let isGood = last.peak >= PresetProbe.blackPeak && last.contrast >= PresetProbe.flatContrast
    return Look(
      value: held?.value ?? 0, picture: last, light: last.light, motion: last.difference(from: pictures[0]),
      isGood: isGood)
  }

  private static func effect(
    of input: PresetInput, from start: Float, plain: Look, close: Look, _ looks: [Look]
  ) -> InputEffect {
    var effect = InputEffect(input: input.name)
    let differences = looks.map { $0.picture.difference(from: plain.picture) }
    let most = differences.indices.max { differences[$0] < differences[$1] } ?? 0
    effect.brightness = looks.map { abs($0.light - plain.light) }.max() ?? 0
    effect.motion = looks.map { abs($0.motion - plain.motion) }.max() ?? 0
    effect.hue = looks.map { $0.picture.tintDistance(from: plain.picture) }.max() ?? 0
    effect.position = max(0, differences[most] - abs(looks[most].light - plain.light) - effect.hue)
    let steps = zip(looks, looks.dropFirst()).map { $0.picture.difference(from: $1.picture) }
    let widest = max(differences[most], 1e-6)
    effect.roughness = min(1, close.picture.difference(from: plain.picture) / widest)
    let ends = looks[0].picture.difference(from: looks[looks.count - 1].picture)
    effect.isRound = looks.count >= 4 && ends < 0.1 * (steps.max() ?? 0)
    (effect.low, effect.high) = safeRange(from: start, plain: plain, looks)
    return effect
  }

  /// Around the default, as far as the picture stays a picture. A picture that is none at the default may become one.
  private static func safeRange(from start: Float, plain: Look, _ looks: [Look]) -> (Float, Float) {
    let sorted = looks.sorted { $0.value < $1.value }
    var (low, high) = (start, start)
    for look in sorted where look.value > start {
      guard look.isGood || !plain.isGood else { break }
      high = look.value
    }
    for look in sorted.reversed() where look.value < start {
      guard look.isGood || !plain.isGood else { break }
      low = look.value
    }
    return (low, high)
  }
}

extension PresetInput {
  var firstAxis: Float? { if case .point(let x, _) = initial { x } else { nil } }
}

extension ProbePicture {
  /// Distance of the mean colours beyond their light, 0…1.
  func tintDistance(from other: ProbePicture) -> Float {
    let (a, b) = (tint, other.tint)
    return max(abs(a.0 - b.0), abs(a.1 - b.1))
  }

  /// Mean red and blue above the mean light.
  private var tint: (Float, Float) {
    var sums = SIMD3<Float>.zero
    for i in stride(from: 0, to: pixels.count, by: 4) {
      sums += SIMD3(Float(pixels[i]), Float(pixels[i + 1]), Float(pixels[i + 2]))
    }
    sums /= Float(max(1, pixels.count / 4)) * 255
    let light = 0.2126 * sums.x + 0.7152 * sums.y + 0.0722 * sums.z
    return (sums.x - light, sums.z - light)
  }
}
