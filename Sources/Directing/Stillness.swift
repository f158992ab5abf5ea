import Music

/// Deliberate stillness: now and then, in calm passages, the picture holds its breath for a phrase.
struct Stillness: Sendable {
  /// Bars that it lasts.
  static let bars = 8
  /// The energy master while it lasts.
  static let master: Float = 0.3

  private(set) var isOn = false
  private var until = 0.0
  private var calmSince: Double?
  private var nextChance = 0.0
  private let seed: UInt64
  private var chances: UInt64 = 0

  private static let calmDrive = 0.38
  private static let wakeDrive = 0.5
  /// The passage has been calm for this long.
  private static let patienceSeconds = 12.0
  /// There is a chance every so many seconds, and this likely.
  private static let chanceSeconds = 8.0
  private static let share = 0.4
  /// Stillness comes no sooner after stillness.
  private static let pauseSeconds = 60.0
  private static let longestSeconds = 30.0

  init(seed: UInt64) { self.seed = seed }

  /// - Parameters:
  ///   - drive: of the last seconds, 0…1.
  ///   - mayBegin: nothing else is due before a phrase is over.
  /// - Returns: whether it begins now.
  mutating func advance(_ moment: Moment, drive: Double, mayBegin: Bool, isDisturbed: Bool) -> Bool {
    let now = moment.hop.end.seconds
    if isOn {
      if now >= until || drive > Self.wakeDrive || moment.isSilent || isDisturbed {
        isOn = false
        nextChance = now + Self.pauseSeconds
      }
      return false
    }
    guard drive < Self.calmDrive, !moment.isSilent, !isDisturbed else {
      calmSince = nil
      return false
    }
    calmSince = calmSince ?? now
    guard mayBegin, now - (calmSince ?? now) >= Self.patienceSeconds, now >= nextChance else { return false }
    nextChance = now + Self.chanceSeconds
    chances += 1
    var chance = SeededGenerator(seed: seed, purpose: "stillness", ordinal: chances)
    guard chance.unit() < Self.share else { return false }
    isOn = true
    until = now + Self.seconds(moment.grid)
    return true
  }

  static func seconds(_ grid: BeatGrid) -> Double {
    min(Double(bars) * Double(grid.beatsPerBar) * grid.period, longestSeconds)
  }
}
