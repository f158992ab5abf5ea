/// Where the beat is and how fast it goes: a local, linear map from stream time to beats.
///
/// Beats are counted from the first the ear announced and never run backwards; half-way between beat
/// 7 and beat 8 the count is 7.5. The map may be asked ahead of time: that is how light lands *on* a beat.
public struct BeatGrid: Sendable, BitwiseCopyable, Equatable {
  /// Stream time of the anchor, seconds.
  public var anchorSeconds: Double
  /// Beats counted at the anchor.
  public var anchorBeats: Double
  /// Seconds per beat, > 0.
  public var period: Double
  /// Beats in a bar, 2…7.
  public var beatsPerBar: Int32
  /// The count of any beat that is a downbeat.
  public var downbeat: Int64
  /// The chance that the next beat is where the grid has it, 0 (no beat here: the grid coasts) … 1 (certain).
  public var confidence: Float
  /// Whether the downbeat is known, 0…1.
  public var downbeatConfidence: Float

  public init(
    anchorSeconds: Double, anchorBeats: Double, period: Double, beatsPerBar: Int32 = 4, downbeat: Int64 = 0,
    confidence: Float, downbeatConfidence: Float = 0
  ) {
    self.anchorSeconds = anchorSeconds
    self.anchorBeats = anchorBeats
    self.period = period
    self.beatsPerBar = beatsPerBar
    self.downbeat = downbeat
    self.confidence = confidence
    self.downbeatConfidence = downbeatConfidence
  }

  /// What a performance starts from, before a beat was heard: a calm 90 beats per minute, not believed.
  public static let unheard = BeatGrid(anchorSeconds: 0, anchorBeats: 0, period: 60.0 / 90, confidence: 0)

  /// Whether there is a beat worth saying aloud; below this confidence five in six would be wrong.
  public var hasBeat: Bool { confidence >= 0.15 }

  public var beatsPerMinute: Double { 60 / period }

  /// Beats counted at a stream time.
  public func beats(atSeconds seconds: Double) -> Double {
    anchorBeats + (seconds - anchorSeconds) / period
  }

  /// Stream time, in seconds, at which the count is `beats`.
  public func seconds(atBeats beats: Double) -> Double {
    anchorSeconds + (beats - anchorBeats) * period
  }

  /// Bars counted at a stream time; whole on a downbeat.
  public func bars(atSeconds seconds: Double) -> Double {
    (beats(atSeconds: seconds) - Double(downbeat)) / Double(beatsPerBar)
  }

  /// The first bar line later than `seconds`, as a count of beats.
  public func barLine(afterSeconds seconds: Double) -> Double {
    let bar = bars(atSeconds: seconds).rounded(.down) + 1
    return Double(downbeat) + bar * Double(beatsPerBar)
  }
}
