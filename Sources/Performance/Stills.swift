import Capture
import Foundation
import Media
import Music
import Scenery
import Session
import Staging

/// Stills of presets while the demo song plays, one folder a preset: what contact sheets are made of.
public struct Stills {
  /// Every preset's pictures are drawn in this rhythm, so that what a scene keeps from frame to frame is there …
  private static let framesPerSecond = 15
  /// … from this long before a still.
  private static let runUpSeconds = 4.0
  /// Where in the demo song transitions and filters are looked at: drums and melody are there.
  private static let effectSeconds = 20.0

  public var size: PictureSize
  /// When in the demo song, ascending.
  public var seconds: [Double]
  /// Stills of a transition, its two ends among them; ≥ 2.
  public var transitionStills = 12
  /// Steps below the full look.
  public var economy = 0
  /// Another one, other variations.
  public var seed: UInt64
  /// Scenes that transitions and filters are shown on; empty for any.
  public var backdrops: [String] = []

  public static let usualSeed = OfflinePerformance.usualSeed

  public init(size: PictureSize, seconds: [Double], seed: UInt64 = usualSeed) {
    self.size = size
    self.seconds = seconds
    self.seed = seed
  }

  /// Draws presets by name or file, or all of them.
  ///
  /// - Parameter output: gets a folder `NAME` with a PNG file for each still.
  public func make(_ names: [String], presets folder: String?, into output: String) throws(PerformanceError) {
    let catalogue = try Catalogue.find(named: folder)
    let chosen = names.isEmpty ? catalogue.presets : try catalogue.presets(named: names)
    let scenes =
      backdrops.isEmpty
      ? catalogue.presets.filter { $0.kind == .scene } : try catalogue.presets(named: backdrops)
    let picture = PixelSize(width: size.width, height: size.height)
    let stage = try OfflinePerformance.openStage(picture)
    stage.economy = economy
    let writer: PNGWriter
    do { writer = try PNGWriter(width: size.width, height: size.height) } catch { throw .other(error) }
    for preset in chosen {
      var shelf = Shelf(stage: stage, writer: writer, folder: "\(output)/\(preset.name)")
      switch preset.kind {
      case .scene:
        try shelf.open(Repertoire([preset]))
        try drawScene(&shelf)
      case .filter, .transition:
        guard let from = scenes.first, let to = scenes.last else { continue }
        try shelf.open(Repertoire([from, to == from ? nil : to, preset].compactMap { $0 }))
        let own = PresetIndex(to == from ? 1 : 2)
        if preset.kind == .filter { try drawFilter(own, &shelf) } else { try drawTransition(own, &shelf) }
      case .look: break
      }
    }
  }

  private func drawScene(_ shelf: inout Shelf) throws(PerformanceError) {
    guard let end = seconds.last else { return }
    var coming = seconds[...]
    try shelf.play(framesPerSecond: Self.framesPerSecond, seed: seed, until: end + 1) {
      snapshot, seconds, keep throws(PerformanceError) in
      guard let next = coming.first, seconds >= next - Self.runUpSeconds else { return }
      let plan = snapshot.plan(atSeconds: seconds)
      guard seconds >= next else { return try keep(plan, nil) }
      coming.removeFirst()
      try keep(plan, Self.sorted(Int(seconds)) + " s")
    }
  }

  /// Three digits, so that names stand in order.
  private static func sorted(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
  }

  private func drawFilter(_ filter: PresetIndex, _ shelf: inout Shelf) throws(PerformanceError) {
    let begin = Self.effectSeconds
    var isDone = false
    try shelf.play(framesPerSecond: Self.framesPerSecond, seed: seed, until: begin + 1) {
      snapshot, seconds, keep throws(PerformanceError) in
      guard seconds >= begin - Self.runUpSeconds, !isDone else { return }
      var plan = snapshot.plan(atSeconds: seconds)
      var layer = plan.outgoing
      layer.appearance.scene = filter
      plan.outgoing.appearance.scene = PresetIndex(0)
      plan.finishing.filters = [FinishingPlan.Filter(layer: layer, amount: 1)]
      isDone = seconds >= begin
      try keep(plan, isDone ? Self.sorted(Int(seconds)) + " s" : nil)
    }
  }

  private func drawTransition(
    _ transition: PresetIndex, _ shelf: inout Shelf
  ) throws(PerformanceError) {
    let begin = Self.effectSeconds
    var step = -Self.framesPerSecond
    try shelf.play(framesPerSecond: Self.framesPerSecond, seed: seed, until: begin + 2) {
      snapshot, seconds, keep throws(PerformanceError) in
      guard seconds >= begin - 1, step < transitionStills else { return }
      var plan = snapshot.plan(atSeconds: seconds)
      var incoming = plan.outgoing
      incoming.appearance.scene = PresetIndex(1)
      plan.outgoing.appearance.scene = PresetIndex(0)
      plan.incoming = incoming
      plan.transition = transition
      plan.progress = Float(max(0, step)) / Float(transitionStills - 1)
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
    framesPerSecond: Int, seed: UInt64, until end: Double,
    draw: (Snapshot, Double, Keep) throws(PerformanceError) -> Void
  ) throws(PerformanceError) {
    var source = try SoundSource.open("demo")
    var conductor = Conductor(repertoire: repertoire, seed: seed)
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
