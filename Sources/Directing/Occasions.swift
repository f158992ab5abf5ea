/// What the music has given the director reason to change the scene for, each good until a time.
struct Occasions: Sendable {
  /// The weightiest first.
  private static var order: InlineArray<3, Decision.Reason> { [.song, .act, .section] }
  private var ends = InlineArray<3, Double>(repeating: -.infinity)

  /// - Parameter end: stream time, seconds.
  mutating func give(_ reason: Decision.Reason, until end: Double) {
    for i in Self.order.indices where Self.order[i] == reason { ends[i] = end }
  }

  mutating func end(_ reason: Decision.Reason) { give(reason, until: -.infinity) }

  mutating func clear() { ends = InlineArray(repeating: -.infinity) }

  /// The weightiest that is still good.
  func standing(at now: Double) -> Decision.Reason? {
    for i in ends.indices where now < ends[i] { return Self.order[i] }
    return nil
  }
}
