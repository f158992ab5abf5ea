import Directing
import Foundation
import Music
import Scenery

/// What a show's inventions start from.
struct InventionSetting: Sendable {
  /// Whether scenes are invented unasked.
  var isOn: Bool
  var seed: UInt64
  /// The presets' folder.
  var presets: String
  var brief: String?
  var intent: Intent

  /// What the brief makes of the ingredients' chances.
  func favours() -> [String: Double] {
    guard let brief, let lexicon = BriefDesk.usualLexicon() else { return [:] }
    return BriefCasting(lexicon).favours(of: brief, among: Pantry.grammar(in: presets).grammar)
  }
}

/// When scenes are ordered from the process that invents, and when old ones leave: a matter of the score alone.
///
/// A scene is ordered as soon as one of another kind has come on, in the mood of that moment; so about every second scene
/// is an invention.
struct InventionPlan {
  /// The ear has an idea of the mood by then.
  private static let firstSeconds = 6.0
  /// A scene in stock no longer fits when the mood has moved this far in either direction.
  private static let moodDrift: Float = 0.5
  /// More than that don't stay: programs take memory.
  private static let mostKept = 12

  private let setting: InventionSetting
  private let favours: [String: Double]
  private let isTimed: Bool
  private var ordinal = 0
  private var isComposing = false
  private var orderedEntrance: SampleTime?
  private var orderedMood = Mood()
  /// Suggested, and not on stage yet.
  private var stock: PresetIndex?
  private(set) var inventions: [PresetIndex] = []

  /// - Parameter isTimed: a clock judges too; not where the same scenes must come out each time.
  init(_ setting: InventionSetting, isTimed: Bool) {
    self.setting = setting
    self.isTimed = isTimed
    favours = setting.favours()
  }

  /// The next order, when it is time.
  mutating func order(_ snapshot: Snapshot) -> InventionOrder? {
    let score = snapshot.score
    let present = score.onStage.scene
    if let waiting = stock, present == waiting || score.change?.incoming.scene == waiting { stock = nil }
    guard setting.isOn, !isComposing, present != .nothing, score.change == nil,
      !inventions.contains(present), orderedEntrance != score.onStage.entrance,
      snapshot.moment.hop.end.seconds >= Self.firstSeconds
    else { return nil }
    let mood = mood(of: snapshot)
    let drift = max(
      abs(mood.valence - orderedMood.valence), abs(mood.arousal - orderedMood.arousal))
    if stock != nil, drift < Self.moodDrift { return nil }
    orderedEntrance = score.onStage.entrance
    return order(snapshot, mood)
  }

  /// What a hand asks for.
  ///
  /// - Parameter parent: the scene whose child is wanted.
  /// - Returns: nil while another is being composed.
  mutating func orderByHand(_ snapshot: Snapshot, parent: Genome? = nil) -> InventionOrder? {
    guard !isComposing else { return nil }
    var order = order(snapshot, mood(of: snapshot))
    order.parent = parent
    order.isByHand = true
    return order
  }

  private mutating func order(_ snapshot: Snapshot, _ mood: Mood) -> InventionOrder {
    isComposing = true
    ordinal += 1
    orderedMood = mood
    var chance = SeededGenerator(
      seed: setting.seed, purpose: "stage invention", ordinal: UInt64(ordinal))
    return InventionOrder(
      presets: setting.presets, ordinal: ordinal, seed: chance.next(), valence: mood.valence,
      arousal: mood.arousal, colours: InventionOrder.colours(of: snapshot.score.palette), favours: favours,
      isTimed: isTimed)
  }

  private func mood(of snapshot: Snapshot) -> Mood { setting.intent.mood(over: snapshot.moment.mood) }

  /// An order came to this scene, or to none.
  ///
  /// - Returns: what the director is told.
  mutating func arrived(_ scene: PresetIndex?, isByHand: Bool) -> Cue? {
    isComposing = false
    guard let scene else { return nil }
    inventions.append(scene)
    if isByHand { return .scene(scene) }
    stock = scene
    return .suggest(scene)
  }

  /// An old invention that nobody sees or waits for, when there are many.
  mutating func leaver(_ snapshot: Snapshot) -> PresetIndex? {
    guard inventions.count > Self.mostKept, snapshot.score.change == nil else { return nil }
    guard let place = inventions.firstIndex(where: { $0 != snapshot.score.onStage.scene && $0 != stock })
    else { return nil }
    return inventions.remove(at: place)
  }
}
