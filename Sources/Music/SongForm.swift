/// Where the music stands in its form.
public struct SongForm: Sendable, BitwiseCopyable, Equatable {
  /// Which section this is, by what it sounds like: 0 is the first heard (A), 1 the next that was new (B) …;
  /// −1 while nobody can know yet.
  public var label: Int16 = -1
  /// Whether this section was here before, and whether it came back changed (A′).
  public var isReturn = false
  public var isVaried = false
  /// Semitones, −5…6, by which it came back higher.
  public var transposition: Int8 = 0
  /// How sure the label is, 0…1.
  public var confidence: Float = 0
  /// Stream time at which the section began, seconds: the bar line next to where it was noticed.
  public var beganSeconds: Double = 0
  /// Bar of the phrase, 1…`barsInPhrase`; 0 while bars are not known.
  public var bar: Int32 = 0
  /// 4, 8 or 16.
  public var barsInPhrase: Int32 = 8
  /// How sure the place in the phrase is, 0…1.
  public var phraseConfidence: Float = 0

  public init() {}

  /// As musicians write it: “A”, “B′”; “?” while it is not known.
  public var name: String {
    guard label >= 0 else { return "?" }
    let letter = String(UnicodeScalar(UInt8(65 + Int(label) % 26)))
    return letter + (label >= 26 ? String(Int(label) / 26) : "") + (isVaried ? "′" : "")
  }
}

/// What is to be expected of a drop.
public struct DropWatch: Sendable, BitwiseCopyable, Equatable {
  /// The music builds up and something must come of it.
  public var isArmed = false
  /// How likely a drop is within the next bars, 0…1; 0 when disarmed.
  public var probability: Float = 0
  /// Bars to the bar line where it is expected, counting down; −1 while bars are not known or nothing is armed.
  public var barsLeft: Float = -1
  /// Stream time of that bar line, seconds.
  public var expectedSeconds: Double = 0

  public init() {}
}

/// What the sound is.
public enum SoundKind: UInt8, Sendable, BitwiseCopyable {
  case silence
  case music
  case speech
  /// Applause, crowds, rain, hiss.
  case noise
  /// Something, but nobody can say what.
  case unknown
}

/// Words for the texture, each from 0 to 1.
public struct Texture: Sendable, BitwiseCopyable, Equatable {
  /// 0: tones, 1: strikes and noise.
  public var percussive: Float = 0
  /// 0: sparse, 1: dense.
  public var dense: Float = 0
  /// 0: dark, 1: bright.
  public var bright: Float = 0
  /// 0: free, 1: in strict time.
  public var steady: Float = 0
  /// 0: nothing like a voice, 1: the middle of the spectrum moves as voices do.
  public var vocal: Float = 0
  public var kind = SoundKind.silence
  /// How sure the kind is, 0…1.
  public var kindConfidence: Float = 1

  public init() {}
}
