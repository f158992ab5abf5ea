import Directing
import Foundation
import Music
import Performance
import Scenery
import Staging

/// What filters, grade and looks cost a picture, against the scene under them: CPU time, since the software renderer
/// draws on the CPU. On a graphics card it measures the driver only.
enum FinishCost {
  private static let frames = 20
  private static let size = PixelSize(width: 1280, height: 720)

  /// The share of a scene's cost that grade and look may have, in the middle of all scenes.
  private static let bar = 1.0 / 6
  private static let showSize = PixelSize(width: 640, height: 360)
  /// Pictures of each scene with and without finish, by turns, after some that compile.
  private static let turns = 8
  private static let warmUp = 3

  /// - Parameter folder: of presets.
  /// - Returns: whether grade and look cost no more of a picture than they may.
  static func run(presets folder: String) throws -> Bool {
    try runParts(presets: folder)
    return try runShares(presets: folder)
  }

  /// Grade and look of every scene, at the size of a usual show.
  private static func runShares(presets folder: String) throws -> Bool {
    let window = try Window(WindowSettings(size: showSize, isHeadless: true))
    let stage = try Stage(window: window, size: showSize)
    stage.fixedOutput = showSize
    let look = try PresetParser.parseLook(
      text: text("\(folder)/Looks/amber-print.cube"), path: "amber-print.cube")
    try stage.prepare(look, as: PresetIndex(1))
    var shares: [(name: String, share: Double)] = []
    for scene in Catalogue(folder: folder).presets where scene.kind == .scene {
      try stage.prepare(scene, as: PresetIndex(0))
      shares.append((scene.name, try share(of: Repertoire([scene, look]), on: stage)))
    }
    shares.sort { $0.share > $1.share }
    let median = DrawTimes.median(shares.map(\.share))
    for (name, share) in shares { print("  \(name): \(tenths(100 * share)) %") }
    print(
      "grade and look at \(showSize.width)×\(showSize.height), share of the scene's cost: median "
        + "\(tenths(100 * median)) % of \(shares.count) scenes (at most \(tenths(100 * bar)) %)")
    return median <= bar
  }

  /// What grade and look take of the processor, as a share of the scene without them; measured by turns.
  private static func share(of repertoire: Repertoire, on stage: Stage) throws -> Double {
    let cues: [Cue] = [.grade(1), .look(PresetIndex(1), bars: 0)]
    let plans = try ScenePlans.make(repertoire, cues: cues, frames: 2 * (warmUp + turns))
    var (finished, plain) = (DrawTimes(), DrawTimes())
    for (place, plan) in plans.enumerated() {
      var bare = plan
      bare.finishing = FinishingPlan()
      if place < 2 * warmUp {
        var warm = DrawTimes()
        warm.draw(place % 2 == 0 ? plan : bare, on: stage)
      } else if place % 2 == 0 {
        finished.draw(plan, on: stage)
      } else {
        plain.draw(bare, on: stage)
      }
    }
    let under = DrawTimes.median(plain.cpu)
    return (DrawTimes.median(finished.cpu) - under) / max(under, 1e-3)
  }

  private static func runParts(presets folder: String) throws {
    let window = try Window(WindowSettings(size: size, isHeadless: true))
    let stage = try Stage(window: window, size: size)
    stage.fixedOutput = size
    let scene = try preset("Scenes/moonlit-sea.fs", in: folder)
    try stage.prepare(scene, as: PresetIndex(0))
    let look = try PresetParser.parseLook(
      text: text("\(folder)/Looks/amber-print.cube"), path: "amber-print.cube")
    try stage.prepare(look, as: PresetIndex(1))
    let plain = milliseconds(stage, FinishingPlan())
    print("\(scene.name) alone, \(size.width)×\(size.height): \(tenths(plain)) ms of CPU a picture")
    var graded = FinishingPlan()
    graded.grade = Grade(mood: Mood(valence: 0.6, arousal: 0.5, confidence: 1), tension: 0.3, amount: 1)
    var silent = graded
    silent.grade.bloom = 0
    var straight = silent
    straight.grade.gamma = Grade.identity.gamma
    var looked = FinishingPlan()
    looked.looks = LookMix(outgoing: PresetIndex(1), incoming: PresetIndex(1))
    var both = graded
    both.looks = looked.looks
    for (name, plan) in [
      ("grade", graded), ("grade without glow", silent),
      ("grade without glow and gamma", straight), ("look", looked), ("grade and look", both),
    ] {
      let cost = milliseconds(stage, plan) - plain
      print("  + \(name): \(tenths(cost)) ms, \(tenths(100 * cost / plain)) % of the scene")
    }
    for name in ["gate-weave", "halftone", "ink-edge", "kaleidoscope", "light-trails", "watercolour"] {
      try stage.prepare(try preset("Filters/\(name).fs", in: folder), as: PresetIndex(2))
      var plan = FinishingPlan()
      let layer = layer(PresetIndex(2))
      plan.filters = [FinishingPlan.Filter(layer: layer, amount: 1)]
      let cost = milliseconds(stage, plan) - plain
      print("  + filter \(name): \(tenths(cost)) ms, \(tenths(100 * cost / plain)) % of the scene")
    }
  }

  private static func preset(_ path: String, in folder: String) throws -> Preset {
    var library: [String: String] = [:]
    for name in ["colour", "ease", "noise", "paper", "plants", "shape", "skeleton"] {
      library[name] = try text("\(folder)/Library/\(name).glsl")
    }
    return try PresetParser.parse(
      text: text(folder + "/" + path), path: folder + "/" + path, library: library)
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private static func layer(_ preset: PresetIndex) -> LayerPlan {
    let appearance = Appearance(scene: preset, entrance: .zero, entranceBeats: 0, variation: 0.5)
    return LayerPlan(appearance: appearance, time: 0, signals: Signals())
  }

  /// CPU time of a picture, all threads together.
  private static func milliseconds(_ stage: Stage, _ finishing: FinishingPlan) -> Double {
    var start = 0.0
    for frame in -5..<frames {
      // The first pictures compile.
      if frame == 0 { start = Folder.cpuSeconds() }
      let seconds = Double(frame + 5) / 30
      var layer = layer(PresetIndex(0))
      layer.time = seconds
      var plan = FramePlan(seconds: seconds, outgoing: layer, moment: Moment(hop: HopIndex(0)))
      plan.finishing = finishing
      for place in plan.finishing.filters.indices { plan.finishing.filters[place].layer.time = seconds }
      plan.finishing.grain = UInt32(frame + 5)
      stage.draw(plan)
      stage.finish()
    }
    return (Folder.cpuSeconds() - start) * 1000 / Double(frames)
  }

  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
