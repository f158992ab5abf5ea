import Music

/// Everything in the music that a preset can bind an input to. Names are those used in preset headers.
public enum Signal: String, Sendable, CaseIterable {
  case beat, bar, phrase
  case beats, bars, chapter, chapterEase
  case pulse, downPulse
  case level, bass, mid, treble
  case onset, kick, snare, hat
  case energy, tension, arousal, valence
  case flow, travel
  case variation
  case paletteShade = "palette.shade"
  case paletteDeep = "palette.deep"
  case paletteBase = "palette.base"
  case paletteLight = "palette.light"
  case paletteAccent = "palette.accent"

  /// The range a value can have; what decides how it is mapped to an input.
  public enum Range: Sendable { case unit, signed, unbounded, colour }

  public var range: Range {
    switch self {
    case .arousal, .valence: .signed
    case .beats, .bars, .chapter, .chapterEase, .flow, .travel: .unbounded
    case .paletteShade, .paletteDeep, .paletteBase, .paletteLight, .paletteAccent: .colour
    default: .unit
    }
  }

  /// Strikes jump up at once and fall slowly; everything else is smoothed alike in both directions.
  public var isStrike: Bool {
    switch self {
    case .pulse, .downPulse, .onset, .kick, .snare, .hat: true
    default: false
    }
  }
}
