import Music

/// How often something begins: a leaky count of strong onsets.
struct OnsetRate {
  /// Onsets per second, ≥ 0.
  private(set) var perSecond: Float = 0
  private var wasStrong = false
  private let keep: Float

  /// Onset strength above which something counts as begun.
  private static var threshold: Float { 0.3 }

  /// - Parameter seconds: time constant of the count's memory.
  init(seconds: Double) { keep = Float(Maths.exponential(-Hop.seconds / seconds)) }

  /// One hop. Real-time safe.
  mutating func hear(_ strength: Float) {
    let isStrong = strength > Self.threshold
    let hits: Float = isStrong && !wasStrong ? 1 / Float(Hop.seconds) : 0
    wasStrong = isStrong
    perSecond = hits + keep * (perSecond - hits)
    if perSecond < 1e-6 { perSecond = 0 }
  }

  /// Silence: nothing begins.
  mutating func rest() { perSecond = 0 }
}
