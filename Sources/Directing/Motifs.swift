import Music
import Scenery

/// Remembers the world of each section, and tells when one comes back.
struct Motifs: Sendable {
  /// What was on stage while a section was heard for the first time.
  struct World: Sendable, Equatable {
    var scene: PresetIndex
    var transition: PresetIndex
    var variation: Float
    /// How often it has come back.
    var returns = 0
  }

  /// A section that comes back, and what it is called.
  struct Return: Sendable, Equatable {
    var name: String
    var world: World
    /// Another variation than any time before, 0..<1.
    var variation: Float
    /// Degrees by which the palette is turned.
    var turn: Double
  }

  private var worlds: [Int16: World] = [:]
  /// The section whose label was looked at, by its beginning and label.
  private var seen: (began: Double, label: Int16)?
  private var labelSince = 0.0
  private var hasReturned = false

  /// A label must stand this long.
  private static let patienceSeconds = 0.5
  private static let believed: Float = 0.6
  /// A scene that came on this much before a section was noticed belongs to it.
  private static let aheadSeconds = 1.0
  /// If no scene came on with a section, the one on stage is its world, seconds after its beginning.
  private static let settleSeconds = 9.0
  /// The golden section of a turn: no variation comes twice for long.
  private static let variationStep: Float = 0.381_966
  private static let turnDegrees = 24.0

  mutating func forget() {
    worlds.removeAll(keepingCapacity: true)
    seen = nil
  }

  /// - Parameter transition: what brought on the scene that is on stage.
  mutating func hear(
    _ form: SongForm, atSeconds now: Double, onStage: Appearance, by transition: PresetIndex
  ) -> Return? {
    guard form.label >= 0, onStage.scene != .nothing else { return nil }
    if seen == nil || seen! != (form.beganSeconds, form.label) {
      if seen?.began != form.beganSeconds { hasReturned = false }
      seen = (form.beganSeconds, form.label)
      labelSince = now
    }
    if worlds[form.label] == nil, !form.isReturn {
      let entrance = onStage.entrance.seconds
      let cameWithIt = entrance >= form.beganSeconds - Self.aheadSeconds
      if cameWithIt || now - form.beganSeconds >= Self.settleSeconds {
        worlds[form.label] = World(
          scene: onStage.scene, transition: transition, variation: onStage.variation)
      }
    }
    guard form.isReturn, !hasReturned, form.confidence >= Self.believed,
      now - labelSince >= Self.patienceSeconds, var world = worlds[form.label]
    else { return nil }
    hasReturned = true
    world.returns += 1
    worlds[form.label] = world
    let variation = world.variation + Self.variationStep * Float(world.returns)
    return Return(
      name: form.name, world: world,
      variation: min(variation - variation.rounded(.down), 1 - Float.ulpOfOne),
      turn: Self.turnDegrees * Double(world.returns))
  }
}
