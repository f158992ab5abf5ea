import Music

/// Tells when a band that is listened to has finished: it was heard, and then it fell silent.
struct PartWatch: Sendable {
  let silenceSeconds: Double
  private var heardSeconds = 0.0
  private var quietSinceSeconds: Double?
  private var last = HopIndex(-1)

  /// A cough or a plugged cable is no music.
  private static let musicSeconds = 2.0

  init(silenceSeconds: Double) { self.silenceSeconds = silenceSeconds }

  /// - Parameter moment: the latest; moments may be left out between two calls, a little silence doesn't hide in them.
  mutating func isOver(_ moment: Moment) -> Bool {
    let passed = Double(moment.hop.value - last.value) * Hop.seconds
    last = moment.hop
    let now = moment.hop.end.seconds
    guard moment.isSilent else {
      heardSeconds += passed
      quietSinceSeconds = nil
      return false
    }
    let since = quietSinceSeconds ?? now
    quietSinceSeconds = since
    return heardSeconds >= Self.musicSeconds && now - since >= silenceSeconds
  }
}
