/// What the music feels like; level-free, smoothed over seconds.
public struct Mood: Sendable, BitwiseCopyable, Equatable {
  /// −1 (sad, dark) … 1 (happy, bright).
  public var valence: Float
  /// −1 (calm) … 1 (excited).
  public var arousal: Float
  /// 0…1; 0 while nothing was heard that could tell.
  public var confidence: Float

  public init(valence: Float = 0, arousal: Float = 0, confidence: Float = 0) {
    self.valence = valence
    self.arousal = arousal
    self.confidence = confidence
  }
}

/// A musical key: pitch class of the tonic (0 = C … 11 = B) and mode.
public struct Key: Sendable, BitwiseCopyable, Equatable {
  public var tonic: Int8
  public var isMinor: Bool

  public init(tonic: Int8, isMinor: Bool) {
    self.tonic = tonic
    self.isMinor = isMinor
  }

  /// As musicians write it: “A minor”, “F# major”.
  public var name: String {
    let names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]
    return names[Int(tonic) % 12] + (isMinor ? " minor" : " major")
  }
}

/// How strongly things begin and how loud the bands are, each 0…1 after automatic gain.
public struct Bands: Sendable, BitwiseCopyable, Equatable {
  public var bass: Float
  public var mid: Float
  public var treble: Float
  public var level: Float

  public init(bass: Float = 0, mid: Float = 0, treble: Float = 0, level: Float = 0) {
    self.bass = bass
    self.mid = mid
    self.treble = treble
    self.level = level
  }
}

/// Percussive and other strikes as envelopes: each jumps to its strength (1: as strong as this passage
/// gets) in the hop that hears it, and falls to half in 0.1 s, so that no picture misses one.
public struct Strikes: Sendable, BitwiseCopyable, Equatable {
  public var onset: Float
  public var kick: Float
  public var snare: Float
  public var hat: Float

  public init(onset: Float = 0, kick: Float = 0, snare: Float = 0, hat: Float = 0) {
    self.onset = onset
    self.kick = kick
    self.snare = snare
    self.hat = hat
  }
}

/// How the beat is divided: the first part of the beat against the second, 1 for straight eighths, 2 for a
/// triplet's swing.
public struct Swing: Sendable, BitwiseCopyable, Equatable {
  public var ratio: Float
  /// 0…1; 0 while no off-beat stands out.
  public var confidence: Float

  public init(ratio: Float = 1, confidence: Float = 0) {
    self.ratio = ratio
    self.confidence = confidence
  }
}

/// A beat said aloud. What was announced is never taken back.
public struct BeatAnnouncement: Sendable, BitwiseCopyable, Equatable {
  /// When the beat is, seconds in the stream; later than the announcing hop when it was predicted.
  public var seconds: Double
  public var isDownbeat: Bool
  /// Whether the ear dares to say anything of the bar.
  public var knowsBar: Bool
  /// 0…1.
  public var confidence: Float

  public init(seconds: Double, isDownbeat: Bool, knowsBar: Bool, confidence: Float) {
    self.seconds = seconds
    self.isDownbeat = isDownbeat
    self.knowsBar = knowsBar
    self.confidence = confidence
  }
}

/// What the music is doing at one hop. Copy it anywhere: nothing inside is shared.
public struct Moment: Sendable, BitwiseCopyable {
  public var hop: HopIndex
  /// Loudness-free strength of what begins in this hop, ≥ 0; 1 is usual for a beat of this passage.
  public var onsetStrength: Float = 0
  public var bands = Bands()
  public var strikes = Strikes()
  public var grid = BeatGrid.unheard
  public var swing = Swing()
  /// Set in the one hop that announces a beat.
  public var announcement: BeatAnnouncement?
  public var mood = Mood()
  public var key: Key?
  /// Loudness and density over seconds, 0…1.
  public var energy: Float = 0
  /// 0…1; rises while the music builds up.
  public var tension: Float = 0
  /// True in the one hop that announces a new section.
  public var beginsSection = false
  /// True in the one hop that hears a drop: the music comes back in full after a build-up.
  public var drops = false
  /// No music: below the gate for longer than a breath.
  public var isSilent = true
  /// Waveform of the last 512 sample frames (mono, −1…1), oldest first.
  public var wave = InlineArray<512, Float>(repeating: 0)
  /// Magnitudes of 256 bands from low to high, 0…1.
  public var spectrum = InlineArray<256, Float>(repeating: 0)

  public init(hop: HopIndex) { self.hop = hop }
}
