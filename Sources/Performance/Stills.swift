import Capture
import Foundation
import Media
import Music
import Scenery
import Session
import Staging

/// Stills of presets while the demo song plays, one folder a preset: what contact sheets are made of.
public struct Stills {
  /// Every preset's pictures are drawn in this rhythm, so that what a scene keeps from frame to frame is there.
  private static let framesPerSecond = 15
  /// Stills of a transition, its two ends among them.
  private static let transitionStills = 12
  /// Where in the demo song transitions are looked at: drums and melody are there.
  private static let transitionSeconds = 20.0

  public var size: PictureSize
  public var everySeconds: Double
  public var durationSeconds: Double
  /// Steps below the full look.
  public var economy: Int

  public init(size: PictureSize, everySeconds: Double, durationSeconds: Double, economy: Int = 0) {
    self.size = size
    self.everySeconds = everySeconds
    self.durationSeconds = durationSeconds
    self.economy = economy
  }

  /// Draws presets by name or file, or all scenes and transitions.
  ///
  /// - Parameter output: gets a folder `NAME` with a PNG file for each still.
  public func make(_ names: [String], presets folder: String?, into output: String) throws(PerformanceError) {
    let catalogue = try Catalogue.find(named: folder)
    let named = names.isEmpty ? catalogue.presets : try catalogue.presets(named: names)
    let chosen = named.filter { $0.kind != .filter }
    let scenes = catalogue.presets.filter { $0.kind == .scene }
    let picture = PixelSize(width: size.width, height: size.height)
    let stage = try OfflinePerformance.openStage(picture)
    stage.economy = economy
    let writer: PNGWriter
    do { writer = try PNGWriter(width: size.width, height: size.height) } catch { throw .other(error) }
    for preset in chosen {
      let place = "\(output)/\(preset.name)"
      var shelf = Shelf(stage: stage, writer: writer, folder: place)
      if preset.kind == .transition {
        guard let from = scenes.first, let to = scenes.dropFirst(3).first ?? scenes.last else { continue }
        try shelf.open(Repertoire([from, to, preset]))
        try drawTransition(&shelf)
      } else {
        try shelf.open(Repertoire([preset]))
        try drawScene(&shelf)
      }
    }
  }

  private func drawScene(_ shelf: inout Shelf) throws(PerformanceError) {
    var next = everySeconds / 2
    try shelf.play(framesPerSecond: Self.framesPerSecond, until: durationSeconds) {
      snapshot, seconds, keep throws(PerformanceError) in
      let plan = snapshot.plan(atSeconds: seconds)
      guard seconds >= next else { return try keep(plan, nil) }
      let whole = Int(seconds)
      next += everySeconds
      try keep(plan, Self.sorted(whole) + " s")
    }
  }

  /// Three digits, so that names stand in order.
  private static func sorted(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
  }

  private func drawTransition(_ shelf: inout Shelf) throws(PerformanceError) {
    let begin = Self.transitionSeconds
    var step = -Self.framesPerSecond
    try shelf.play(framesPerSecond: Self.framesPerSecond, until: begin + 2) {
      snapshot, seconds, keep throws(PerformanceError) in
      guard seconds >= begin - 1, step < Self.transitionStills else { return }
      var plan = snapshot.plan(atSeconds: seconds)
      var incoming = plan.outgoing
      incoming.appearance.scene = PresetIndex(1)
      plan.outgoing.appearance.scene = PresetIndex(0)
      plan.incoming = incoming
      plan.transition = PresetIndex(2)
      plan.progress = Float(max(0, step)) / Float(Self.transitionStills - 1)
      let percent = Int((plan.progress * 100).rounded())
      let name = Self.sorted(percent) + " %"
      try keep(plan, step >= 0 ? name : nil)
      step += 1
    }
  }
}

/// Where one preset's stills are drawn and kept.
private struct Shelf {
  typealias Keep = (FramePlan, String?) throws(PerformanceError) -> Void

  let stage: Stage
  let writer: PNGWriter
  let folder: String
  private var repertoire = Repertoire()

  init(stage: Stage, writer: PNGWriter, folder: String) {
    self.stage = stage
    self.writer = writer
    self.folder = folder
  }

  mutating func open(_ repertoire: Repertoire) throws(PerformanceError) {
    self.repertoire = repertoire
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (place, preset) in repertoire.presets.enumerated() {
        if let preset { try stage.prepare(preset, as: PresetIndex(Int32(place))) }
      }
    } catch {
      throw .other(error)
    }
  }

  /// Plays the demo song to the repertoire's first scene; `draw` is told of each frame and may keep it by a name.
  func play(
    framesPerSecond: Int, until end: Double,
    draw: (Snapshot, Double, Keep) throws(PerformanceError) -> Void
  ) throws(PerformanceError) {
    var source = try SoundSource.open("demo")
    var conductor = Conductor(repertoire: repertoire, seed: OfflinePerformance.usualSeed)
    let grid = FrameGrid(framesPerSecond: framesPerSecond)
    let sound = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)
    defer { sound.deallocate() }
    var events = repertoire.presets.indices.map { place in
      SessionEvent.cue(.ready(PresetIndex(Int32(place))), from: .stage)
    }
    events.append(.cue(.hold(true), from: .auto))
    var frame: Int64 = 0
    while grid.time(ofFrame: frame).seconds < end {
      do { guard try source.next(sound) else { return } } catch { throw .other(error) }
      let step = conductor.step(UnsafeBufferPointer(sound), events: events)
      events = []
      let heard = step.snapshot.moment.hop.end
      while grid.time(ofFrame: frame) < heard {
        try draw(step.snapshot, grid.time(ofFrame: frame).seconds, keep)
        frame += 1
      }
    }
  }

  private func keep(_ plan: FramePlan, as name: String?) throws(PerformanceError) {
    stage.draw(plan)
    guard let name else { return }
    let size = stage.outputSize
    var pixels = [UInt8](repeating: 0, count: 4 * size.width * size.height)
    pixels.withUnsafeMutableBytes { stage.readPixels(into: $0) }
    do {
      let bytes = try pixels.withUnsafeBytes { try writer.bytes(of: $0) }
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    } catch {
      throw .cannotWrite(path: folder, reason: "\(error)")
    }
  }
}
