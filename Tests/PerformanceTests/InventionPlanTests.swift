import Directing
import Foundation
import Music
import Scenery
import Testing

@testable import Performance

@Suite("The plan of a show's inventions") struct InventionPlanTests {
  /// In a box, because an expectation doesn't change what it looks at.
  private final class Planning {
    var plan: InventionPlan
    init(isOn: Bool = true, isTimed: Bool = false) {
      plan = InventionPlan(
        InventionSetting(isOn: isOn, seed: 4, presets: "", brief: nil, intent: Intent()), isTimed: isTimed)
    }
    func order(_ snapshot: Snapshot) -> InventionOrder? { plan.order(snapshot) }
    func orderByHand(_ snapshot: Snapshot) -> InventionOrder? { plan.orderByHand(snapshot) }
    func arrived(_ scene: PresetIndex?, isByHand: Bool) -> Cue? { plan.arrived(scene, isByHand: isByHand) }
    func leaver(_ snapshot: Snapshot) -> PresetIndex? { plan.leaver(snapshot) }
  }
  /// What the stage may know at a time, with a scene on since its entrance.
  private func snapshot(
    _ scene: Int32, since entrance: Double, at seconds: Double, arousal: Float = 0
  ) -> Snapshot {
    var moment = Moment(hop: HopIndex(Int64(seconds / Hop.seconds)))
    moment.mood = Mood(valence: 0.2, arousal: arousal, confidence: 1)
    let appearance = Appearance(
      scene: PresetIndex(scene), entrance: SampleTime(seconds: entrance), entranceBeats: 0, variation: 0)
    return Snapshot(moment: moment, score: Score(onStage: appearance))
  }

  @Test("orders one for each scene that isn't one, and suggests it")
  func everySecond() throws {
    let plan = Planning()
    #expect(plan.order(snapshot(0, since: 0, at: 2)) == nil, "no mood yet")
    let first = try #require(plan.order(snapshot(0, since: 0, at: 7)))
    #expect(first.ordinal == 1 && first.valence == 0.2 && !first.isTimed)
    #expect(plan.order(snapshot(0, since: 0, at: 8)) == nil, "it is being composed")
    #expect(plan.arrived(PresetIndex(9), isByHand: false) == .suggest(PresetIndex(9)))
    #expect(plan.order(snapshot(1, since: 20, at: 21)) == nil, "one is in stock")
    #expect(plan.order(snapshot(9, since: 30, at: 31)) == nil, "it is on stage")
    let second = try #require(plan.order(snapshot(1, since: 50, at: 51)))
    #expect(second.seed != first.seed)
    _ = plan.arrived(nil, isByHand: false)
    #expect(plan.order(snapshot(1, since: 50, at: 60)) == nil, "what failed isn't tried again at once")
    #expect(plan.order(snapshot(2, since: 70, at: 71)) != nil)
  }

  @Test("orders another where the mood has left the one in stock")
  func staleStock() {
    let plan = Planning()
    #expect(plan.order(snapshot(0, since: 0, at: 7)) != nil)
    _ = plan.arrived(PresetIndex(9), isByHand: false)
    #expect(plan.order(snapshot(1, since: 20, at: 21, arousal: 0.9)) != nil)
  }

  @Test("invents unasked only where it shall, and by hand always")
  func byHand() throws {
    let plan = Planning(isOn: false, isTimed: true)
    #expect(plan.order(snapshot(0, since: 0, at: 7)) == nil)
    let order = try #require(plan.orderByHand(snapshot(0, since: 0, at: 8)))
    #expect(order.isByHand && order.isTimed)
    #expect(plan.orderByHand(snapshot(0, since: 0, at: 8)) == nil, "one at a time")
    #expect(plan.arrived(PresetIndex(3), isByHand: true) == .scene(PresetIndex(3)))
  }

  @Test("lets the oldest leave that is neither on stage nor waited for")
  func leaving() {
    let plan = Planning(isOn: false, isTimed: true)
    for index in 10..<23 {
      _ = plan.orderByHand(snapshot(0, since: 0, at: 8))
      _ = plan.arrived(PresetIndex(Int32(index)), isByHand: true)
    }
    #expect(plan.leaver(snapshot(10, since: 5, at: 8)) == PresetIndex(11))
    #expect(plan.leaver(snapshot(10, since: 5, at: 8)) == nil, "twelve may stay")
  }

  @Test("keeps scenes under names of their own and never replaces a file")
  func keeping() throws {
    let folder = NSTemporaryDirectory() + "kinora-own-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func preset(_ number: Int) throws -> Preset {
      try PresetParser.parse(
        text: "/*{}*/ void main() { gl_FragColor = vec4(0.\(number)); }",
        path: "invented-\(number)-tree-sea.fs", kind: .scene)
    }
    #expect(OwnPresets.keep(try preset(1), in: folder) == "Saved: \(folder)/Scenes/tree-sea.fs")
    #expect(OwnPresets.keep(try preset(2), in: folder) == "Saved: \(folder)/Scenes/tree-sea-2.fs")
    #expect(OwnPresets.keep(try preset(1), in: folder).hasPrefix("Saved already"))
    let kept = try String(contentsOfFile: "\(folder)/Scenes/tree-sea.fs", encoding: .utf8)
    #expect(kept == (try preset(1)).source)
    #expect(OwnPresets.keep(try preset(1), in: "/proc/nowhere").hasPrefix("Can't save"))
  }
}
