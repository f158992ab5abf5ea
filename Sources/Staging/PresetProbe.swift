import CGL
import Music
import Scenery

/// Tries a preset on a small picture, with music and with silence, and tells what is wrong with it.
///
/// A shader that hangs the graphics card hangs the probe, too: run it in a process that can be ended.
public struct PresetProbe {
  /// How long and how closely a preset is looked at.
  public struct Effort: Sendable {
    /// No power of two on either side, as on stage.
    public var size: PixelSize
    /// To draw with music, and again in silence; ≥ 8.
    public var frames: Int
    /// In silence, palette and flow stay the music's: only what is heard differs.
    public var isDirectedAlike: Bool

    /// Small enough to be quick: four seconds, or as many frames as told.
    public static func quick(frames: Int = 48) -> Effort {
      Effort(size: PresetProbe.size, frames: frames, isDirectedAlike: false)
    }

    /// For presets that we answer for: five seconds.
    public static let thorough = Effort(
      size: PixelSize(width: 320, height: 180), frames: 60, isDirectedAlike: true)
  }

  static let size = PixelSize(width: 160, height: 90)
  static let framesPerSecond = 12
  /// How many pictures are looked at.
  static let looks = 8

  /// Thresholds, as shares of full light.
  static let blackPeak: Float = 16 / 255
  static let flatContrast: Float = 1.5 / 255
  static let stillMotion: Float = 0.3 / 255
  static let deafReaction: Float = 0.3 / 255
  /// Largest step by which an end frame may differ.
  static let endSteps = 2

  private let stage: Stage
  private let program: PresetProgram
  private let effort: Effort
  private var report: ProbeReport

  /// Draws the preset and judges it; nothing of it stays on the stage.
  public static func check(
    _ preset: Preset, on stage: Stage, effort: Effort = .quick()
  ) -> ProbeReport {
    stage.context.makeCurrent()
    do {
      return try measured(preset, on: stage, effort)
    } catch {
      var report = ProbeReport(preset)
      report.findings.append(.unusable(error))
      return report
    }
  }

  private static func measured(
    _ preset: Preset, on stage: Stage, _ effort: Effort
  ) throws(PresetError) -> ProbeReport {
    let program = try stage.compiled(preset, size: effort.size)
    for economy in 0...preset.header.kinora.steps where !program.hasTier(economy: economy) {
      program.take(tiersOf: try stage.compiled(preset, size: effort.size, economy: economy))
    }
    var probe = PresetProbe(stage: stage, program: program, effort: effort, report: ProbeReport(preset))
    do {
      try probe.look()
    } catch {
      throw PresetError(path: preset.path, reason: error.description)
    }
    if let error = stage.context.takeError() {
      throw PresetError(path: preset.path, reason: "OpenGL refuses to draw it: \(error).")
    }
    return probe.report
  }

  private mutating func look() throws(StageError) {
    switch program.preset.kind {
    case .scene, .filter: try lookAtScene()
    case .transition: try lookAtTransition()
    case .look: break  // a look has no shader
    }
  }

  // MARK: Scenes

  private mutating func lookAtScene() throws(StageError) {
    var flashes = FlashCount()
    let loud = try pictures(.loud) { flashes.add($0) }
    report.flashesPerSecond = Float(
      flashes.perSecond(ofFrames: effort.frames, framesPerSecond: Double(Self.framesPerSecond)))
    let silent = try pictures(.silent)
    report.light = loud.map(\.light).max() ?? 0
    report.contrast = loud.map(\.contrast).max() ?? 0
    report.motion = zip(loud, loud.dropFirst()).map { $0.difference(from: $1) }.max() ?? 0
    report.reaction = zip(loud, silent).map { $0.difference(from: $1) }.max() ?? 0
    if (loud.map(\.peak).max() ?? 0) < Self.blackPeak {
      report.findings.append(.black)
    } else if report.contrast < Self.flatContrast {
      report.findings.append(.flat)
    }
    guard program.preset.kind == .scene else { return }
    if report.motion < Self.stillMotion { report.findings.append(.still) }
    if report.reaction < Self.deafReaction { report.findings.append(.deaf) }
  }

  /// Plays the music to a fresh run of the preset.
  private mutating func pictures(
    _ music: SyntheticMusic, each: (ProbePicture) -> Void = { _ in }
  ) throws(StageError) -> [ProbePicture] {
    let run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    var pictures: [ProbePicture] = []
    let isFilter = program.preset.kind == .filter
    let tests = isFilter ? ProbePicture.moving(effort.size).map { $0.texture(in: stage.context) } : []
    var frame = blankFrame
    let lookEvery = max(1, effort.frames / Self.looks)
    for count in 0..<effort.frames {
      if isFilter { frame.images = ["inputImage": tests[count % tests.count]] }
      hear(music, atSeconds: Double(count) / Double(Self.framesPerSecond), &frame)
      let target = try run.draw(frame)
      let picture = ProbePicture(target)
      each(picture)
      guard count % lookEvery == lookEvery - 1 else { continue }
      pictures.append(picture)
      // What is kept from frame to frame is looked at when nothing comes after.
      if count + 1 == effort.frames || !keepsPictures { try lookForNaN(run, frame) }
    }
    return pictures
  }

  private var blankFrame: PresetRun.Frame {
    PresetRun.Frame(size: effort.size, time: 0, signals: Signals(), streamSeconds: 0)
  }

  private var keepsPictures: Bool { program.preset.header.passes.contains(where: \.isPersistent) }

  private func hear(_ music: SyntheticMusic, atSeconds seconds: Double, _ frame: inout PresetRun.Frame) {
    frame.hear(
      music, atSeconds: seconds, stage.sounds, directedAs: effort.isDirectedAlike ? .loud : music)
  }

  /// Each pass draws where it computes no number: white, before the guard turns it black.
  private mutating func lookForNaN(_ run: PresetRun, _ frame: PresetRun.Frame) throws(StageError) {
    for pass in program.passes.indices {
      var frame = frame
      frame.revealedPass = pass
      let share = ProbePicture(try run.draw(frame)).light
      let isKnown = report.findings.contains {
        if case .notANumber(pass, _) = $0 { return true }
        return false
      }
      if share > 0 && !isKnown { report.findings.append(.notANumber(pass: pass, share: share)) }
    }
  }

  // MARK: Transitions

  /// Goes from one picture to the other while music plays; looks at both ends and at every quarter.
  private mutating func lookAtTransition() throws(StageError) {
    let start = ProbePicture.test(effort.size, turned: false)
    let end = ProbePicture.test(effort.size, turned: true)
    let images = [
      "startImage": start.texture(in: stage.context), "endImage": end.texture(in: stage.context),
    ]
    let loud = try pictures(.loud, between: images)
    let silent = try pictures(.silent, between: images)
    report.reaction = zip(loud, silent).map { $0.difference(from: $1) }.max() ?? 0
    let first = loud[0].largestStep(from: start)
    let last = loud[loud.count - 1].largestStep(from: end)
    if first > Self.endSteps { report.findings.append(.startDiffers(steps: first)) }
    if last > Self.endSteps { report.findings.append(.endDiffers(steps: last)) }
    let looks = (0...4).map { loud[$0 * quarter] }
    let between = looks[1...3]
    report.light = between.map(\.light).max() ?? 0
    report.contrast = between.map(\.contrast).max() ?? 0
    report.motion = zip(looks, looks.dropFirst()).map { $0.difference(from: $1) }.max() ?? 0
    if (between.map(\.peak).max() ?? 0) < Self.blackPeak { report.findings.append(.black) }
    let isMixed = between.contains { $0.largestStep(from: start) > 8 && $0.largestStep(from: end) > 8 }
    if !isMixed { report.findings.append(.noTransition) }
  }

  /// Frames of a quarter of a transition.
  private var quarter: Int { max(1, effort.frames / 4) }

  /// All of them, from progress 0 to 1.
  private mutating func pictures(
    _ music: SyntheticMusic, between images: [String: Texture]
  ) throws(StageError) -> [ProbePicture] {
    let run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    var pictures: [ProbePicture] = []
    var frame = blankFrame
    frame.images = images
    for count in 0...4 * quarter {
      hear(music, atSeconds: Double(count) / Double(Self.framesPerSecond), &frame)
      frame.progress = Float(count) / Float(4 * quarter)
      pictures.append(ProbePicture(try run.draw(frame)))
      let isLook = count == 4 * quarter || count % quarter == 0 && !keepsPictures
      if isLook { try lookForNaN(run, frame) }
    }
    return pictures
  }
}
