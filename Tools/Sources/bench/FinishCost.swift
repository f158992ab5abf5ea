import Foundation
import Music
import Scenery
import Staging

/// What filters, grade and looks cost a picture, against the scene under them: CPU time, since the software renderer
/// draws on the CPU. On a graphics card it measures the driver only.
enum FinishCost {
  private static let frames = 60
  private static let size = PixelSize(width: 1280, height: 720)

  /// - Parameter folder: of presets.
  static func run(presets folder: String) throws {
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
