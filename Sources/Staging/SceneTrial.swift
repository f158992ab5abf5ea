import Glibc
import Music
import Scenery

/// Plays a few seconds of music to a scene on a small picture, and tells whether it may be shown and what it looks like.
public struct SceneTrial: Sendable {
  /// Why a scene stays away.
  public enum Fault: String, Sendable, CaseIterable {
    case unusable, dark, bright, flat, plain, noisy, still, restless, flickering, flashing, deaf, notANumber,
      slow
  }

  /// What is played: a chorus or a verse, made of arithmetic.
  public enum Music: Sendable { case loud, gentle }

  private let music: SyntheticMusic
  private let margin: Float
  public private(set) var faults: [Fault] = []
  /// Why it can't be drawn.
  public private(set) var error: PresetError?
  public private(set) var descriptor: ClipDescriptor?
  /// Standard deviation of the light, mean over the clip, 0…1.
  public private(set) var contrast: Float = 0
  /// The last picture: RGBA bytes, top row first.
  public private(set) var still: [UInt8] = []
  /// Mean time of a picture, milliseconds, as the clock that was given tells it.
  public private(set) var milliseconds = 0.0

  public var isPassed: Bool { faults.isEmpty }

  private init(music: SyntheticMusic, margin: Float) {
    self.music = music
    self.margin = margin
  }

  public static var size: PixelSize { PresetProbe.size }
  private static let framesPerSecond = 12.0
  private static let frames = 48
  private static let silentFrames = 12

  /// - Parameters:
  ///   - palette: in which colours it is played.
  ///   - music: what is played to it; loud music tells most.
  ///   - margin: how much farther from the rails it must stay, as a share of each; 0: as far as is allowed.
  ///   - budgetMilliseconds: what a small picture may take.
  ///   - fromSeconds: when the clip that is judged begins; the scene is played from its entrance.
  ///   - now: a clock, in seconds.
  public static func play(
    _ preset: Preset, on stage: Stage, palette: Palette, music: Music = .loud, margin: Double = 0,
    budgetMilliseconds: Double = 14, fromSeconds: Double = 0, now: () -> Double
  ) -> SceneTrial {
    var trial = SceneTrial(music: music == .loud ? .loud : .gentle, margin: Float(margin))
    stage.context.makeCurrent()
    do throws(PresetError) {
      let program = try stage.compiled(preset, size: size)
      do {
        try trial.play(program, on: stage, palette, budgetMilliseconds, fromSeconds, now)
      } catch {
        throw PresetError(path: preset.path, reason: "\(error)")
      }
      if let error = stage.context.takeError() {
        throw PresetError(path: preset.path, reason: "OpenGL refuses to draw it: \(error).")
      }
    } catch {
      trial.error = error
      trial.faults = [.unusable]
    }
    return trial
  }

  private mutating func play(
    _ program: PresetProgram, on stage: Stage, _ palette: Palette, _ budget: Double, _ from: Double,
    _ now: () -> Double
  ) throws(StageError) {
    let first = Int(from * Self.framesPerSecond)
    let run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    var pictures: [ProbePicture] = []
    var spent = 0.0
    var flashes = FlashCount()
    // Who keeps nothing from picture to picture is the same without those before.
    let isForgetful = !program.buffers.contains(where: \.isPersistent)
    for count in (isForgetful ? first : 0)..<(first + Self.frames) {
      let frame = Self.frame(music, count, stage, palette)
      let start = now()
      let target = try run.draw(frame)
      guard count >= first else { continue }
      let picture = ProbePicture(target)
      spent += now() - start
      flashes.add(picture)
      pictures.append(picture)
    }
    milliseconds = spent * 1000 / Double(Self.frames)
    if milliseconds > budget { faults.append(.slow) }
    if flashes.perSecond(ofFrames: Self.frames, framesPerSecond: Self.framesPerSecond) > FlashCount.safe {
      faults.append(.flashing)
    }
    try look(for: program, run, stage, palette)
    let silent = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    var reaction: Float = 0
    for count in 0..<Self.silentFrames {
      let quiet = ProbePicture(try silent.draw(Self.frame(.silent, count, stage, palette)))
      if first == 0 { reaction = max(reaction, quiet.difference(from: pictures[count])) }
    }
    if first == 0, reaction < 3 * PresetProbe.deafReaction { faults.append(.deaf) }
    judge(pictures)
  }

  private static func frame(
    _ music: SyntheticMusic, _ count: Int, _ stage: Stage, _ palette: Palette
  ) -> PresetRun.Frame {
    let seconds = Double(count) / framesPerSecond
    var frame = PresetRun.Frame(size: size, time: 0, signals: Signals(), streamSeconds: 0)
    frame.hear(music, atSeconds: seconds, stage.sounds, palette: palette)
    return frame
  }

  /// Each pass shows where it computes no number.
  private mutating func look(
    for program: PresetProgram, _ run: PresetRun, _ stage: Stage, _ palette: Palette
  ) throws(StageError) {
    for pass in program.passes.indices {
      var frame = Self.frame(.loud, Self.frames, stage, palette)
      frame.revealedPass = pass
      if ProbePicture(try run.draw(frame)).light > 0, !faults.contains(.notANumber) {
        faults.append(.notANumber)
      }
    }
  }

  /// The rails: every one of them on what was played.
  private mutating func judge(_ pictures: [ProbePicture]) {
    let lights = pictures.map(\.light)
    let changes = zip(pictures.dropFirst(), pictures).map { $0.difference(from: $1) }
    let looks = stride(from: 5, to: pictures.count, by: 6).map { pictures[$0] }
    let planes = looks.map(LightPlane.init)
    func mean(_ x: [Float]) -> Float { x.reduce(0, +) / Float(max(1, x.count)) }
    let light = mean(lights)
    let (more, less) = (1 + margin, 1 - margin)
    if light < 0.03 * more { faults.append(.dark) }
    if light > 0.92 * less { faults.append(.bright) }
    contrast = mean(looks.map(\.contrast))
    if contrast < 0.05 * more { faults.append(.flat) }
    if mean(planes.map(\.entropy)) < 1 * more { faults.append(.plain) }
    if mean(planes.map(\.residue)) > 0.10 * less { faults.append(.noisy) }
    if mean(changes) < 0.0015 * more { faults.append(.still) }
    if mean(changes) > 0.20 * less { faults.append(.restless) }
    // The first pictures of a feedback fill an empty buffer.
    let jumps = zip(lights.dropFirst(3), lights.dropFirst(2)).map { abs($0 - $1) }
    if (jumps.max() ?? 0) > 0.15 * less { faults.append(.flickering) }
    descriptor = ClipDescriptor(looks, changes: changes, lights: Array(lights.dropFirst(2)))
    still = pictures.last?.pixels ?? []
  }
}
