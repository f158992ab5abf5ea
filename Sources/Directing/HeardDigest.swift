import Music

/// A running digest of what was heard: two songs never agree for long, one song always agrees with itself.
///
/// Mixed into every choice, so that the order of a show depends on its music and not on the seed alone.
struct HeardDigest: Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  /// A quarter of a second, nearly.
  private static let hopsBetweenLooks: Int64 = 47

  mutating func add(_ moment: Moment) {
    if moment.announcement != nil { mix(Int64((moment.grid.beatsPerMinute * 2).rounded())) }
    guard moment.hop.value % Self.hopsBetweenLooks == 0, !moment.isSilent else { return }
    for number in [
      moment.energy, moment.tension, moment.mood.valence, moment.mood.arousal, moment.bands.bass,
      moment.bands.mid, moment.bands.treble, moment.onsetStrength,
    ] {
      mix(Int64((number * 8).rounded()))
    }
  }

  private mutating func mix(_ number: Int64) {
    value = (value ^ UInt64(bitPattern: number)) &* 0x100_0000_01b3
  }
}
