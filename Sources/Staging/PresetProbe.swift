import CGL
import Music
import Scenery

/// Tries a preset on a small picture, with music and with silence, and tells what is wrong with it.
///
/// A shader that hangs the graphics card hangs the probe, too: run it in a process that can be ended.
public struct PresetProbe {
  /// Small enough to be quick, and no power of two on either side, as on stage.
  static let size = PixelSize(width: 160, height: 90)
  static let framesPerSecond = 12
  /// Four seconds.
  public static let usualFrames = 48
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
  private let frames: Int
  private var report: ProbeReport

  /// Draws the preset and judges it; nothing of it stays on the stage.
  ///
  /// - Parameter frames: to draw with music, and again in silence; ≥ 8.
  public static func check(
    _ preset: Preset, on stage: Stage, frames: Int = usualFrames
  ) -> ProbeReport {
    stage.context.makeCurrent()
    do {
      return try measured(preset, on: stage, frames: frames)
    } catch {
      var report = ProbeReport(preset)
      report.findings.append(.unusable(error))
      return report
    }
  }

  private static func measured(
    _ preset: Preset, on stage: Stage, frames: Int
  ) throws(PresetError) -> ProbeReport {
    let program = try stage.compiled(preset, size: size)
    var probe = PresetProbe(stage: stage, program: program, frames: frames, report: ProbeReport(preset))
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
      flashes.perSecond(ofFrames: frames, framesPerSecond: Double(Self.framesPerSecond)))
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
    let tests = isFilter ? ProbePicture.moving(Self.size).map { $0.texture(in: stage.context) } : []
    var frame = PresetRun.Frame(size: Self.size, time: 0, signals: Signals(), streamSeconds: 0)
    let lookEvery = max(1, frames / Self.looks)
    for count in 0..<frames {
      if isFilter { frame.images = ["inputImage": tests[count % tests.count]] }
      hear(music, atSeconds: Double(count) / Double(Self.framesPerSecond), &frame)
      let target = try run.draw(frame)
      let picture = ProbePicture(target)
      each(picture)
      if count % lookEvery == lookEvery - 1 { pictures.append(picture) }
    }
    try lookForNaN(run, frame)
    return pictures
  }

  private func hear(_ music: SyntheticMusic, atSeconds seconds: Double, _ frame: inout PresetRun.Frame) {
    frame.hear(music, atSeconds: seconds, stage.sounds)
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

  private mutating func lookAtTransition() throws(StageError) {
    let start = ProbePicture.test(Self.size, turned: false)
    let end = ProbePicture.test(Self.size, turned: true)
    var frame = PresetRun.Frame(size: Self.size, time: 0, signals: Signals(), streamSeconds: 0)
    frame.images = [
      "startImage": start.texture(in: stage.context), "endImage": end.texture(in: stage.context),
    ]
    hear(.loud, atSeconds: 0.2, &frame)
    let run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    var pictures: [ProbePicture] = []
    for progress in [Float(0), 0.25, 0.5, 0.75, 1] {
      frame.progress = progress
      pictures.append(ProbePicture(try run.draw(frame)))
    }
    frame.progress = 0.5
    try lookForNaN(run, frame)
    let first = pictures[0].largestStep(from: start)
    let last = pictures[4].largestStep(from: end)
    if first > Self.endSteps { report.findings.append(.startDiffers(steps: first)) }
    if last > Self.endSteps { report.findings.append(.endDiffers(steps: last)) }
    let between = pictures[1...3]
    report.light = between.map(\.light).max() ?? 0
    report.contrast = between.map(\.contrast).max() ?? 0
    report.motion = zip(pictures, pictures.dropFirst()).map { $0.difference(from: $1) }.max() ?? 0
    if (between.map(\.peak).max() ?? 0) < Self.blackPeak { report.findings.append(.black) }
    let isMixed = between.contains { $0.largestStep(from: start) > 8 && $0.largestStep(from: end) > 8 }
    if !isMixed { report.findings.append(.noTransition) }
  }
}
