import Music

/// Arousal and valence from an additive model of cues, followed by a filter that waits for real changes.
///
/// Additive: T. Eerola, A. Friberg, R. Bresin, “Emotional expression in music: contribution, linearity, and
/// additivity of primary musical cues”, Frontiers in Psychology 4:487, 2013. Loudness counts only against
/// the piece's own memory, so that a volume knob is no mood. The filter is slow while the music is steady and
/// quick once deviations to one side add up: E. S. Page, “Continuous Inspection Schemes”, Biometrika 1954.
struct MoodEstimator: ~Copyable {
  private(set) var mood = Mood()
  /// Onsets per second over the last seconds.
  var onsetRate: Float { onsets.perSecond }
  private let terms = Buffer<Float>(MoodModelTable.cues.count)
  private let weights = Buffer<Float>(3 * MoodModelTable.cues.count)
  private var energy: Float = 0
  private var usualLevel: Float = 0
  private var level: Float = 0
  private var swing: Float = 0
  private var heardSeconds: Float = 0
  private var onsets = OnsetRate(seconds: 3)
  private var filter = ChangeFilter()
  private let restKeep = Float(Maths.exponential(-Hop.seconds / 0.3))

  /// Seconds of music after which the mood is believed by 63 %.
  private static var patienceSeconds: Float { 3 }
  /// Share of arousal in valence: lively is a little happier (E. Schubert, Music Perception 2004).
  private static var arousalInValence: Float { 0.1 }
  /// Time constants, seconds: of loudness, of the memory it is held against, of its mean and of its swing.
  private static var loudnessSeconds: Float { 0.8 }
  private static var memorySeconds: Float { 25 }
  private static var meanSeconds: Float { 0.8 }
  private static var swingSeconds: Float { 1.5 }
  /// The memory is a plain mean of the music until it is this old, seconds.
  private static var wakeSeconds: Float { 8 }
  /// A difference of this many times 6 dB counts by half: small ones are the arrangement's.
  private static var deadZone: Float { 1 }

  private let parts: EarParts

  init(parts: EarParts = .all) {
    self.parts = parts
    for (i, cue) in MoodModelTable.cues.enumerated() {
      weights[3 * i] = cue.centre
      weights[3 * i + 1] = 1 / cue.spread
      weights[3 * i + 2] = cue.weight
    }
  }

  /// One hop.
  mutating func hear(onsetStrength: Float, isSilent: Bool) {
    onsets.hear(onsetStrength)
    if isSilent { rest() }
  }

  /// One step of `SongCues`.
  ///
  /// - Parameters:
  ///   - cues: `SongCues.cues`.
  ///   - tonality: of `Chroma`.
  ///   - modality: of `KeyFinder`.
  ///   - musicality: of `TextureEar`: what is no music has no mood to be sure of.
  mutating func judge(
    cues: borrowing Buffer<Float>, tonality: Float, grid: BeatGrid, modality: Float,
    musicality: Float
  ) {
    let step = Float(SongCues.stepSeconds)
    heardSeconds = min(heardSeconds + step, 3600)
    for i in 1..<SongCues.cueCount { terms[i - 1] = cues[i] }
    weighLevel(cues[SongCues.Cue.level])
    terms[16] = tonality
    terms[17] = grid.confidence
    terms[18] = grid.confidence * Maths.log2(max(Float(grid.beatsPerMinute), 30) / 120)
    var sum: Float = 0
    for i in 0..<terms.count {
      let limit: Float = i == 15 ? 6 : 3
      let score = (terms[i] - weights[3 * i]) * weights[3 * i + 1]
      sum += weights[3 * i + 2] * min(max(score, -limit), limit)
    }
    filter.hear(sum, heardSeconds: heardSeconds, waits: parts.contains(.changeFilter))
    mood.arousal = Maths.tanh(filter.value)
    mood.valence = min(max(modality + Self.arousalInValence * (mood.arousal - modality), -1), 1)
    mood.confidence = musicality * (1 - Maths.exp(-heardSeconds / Self.patienceSeconds))
  }

  /// Loudness of the last second against the piece's own, and how far the level swings.
  private mutating func weighLevel(_ now: Float) {
    energy += (Maths.exp2(2 * now) - energy) * share(Self.loudnessSeconds)
    let loudness = 0.5 * Maths.log2(energy + 1e-9)
    usualLevel += (loudness - usualLevel) * memoryShare
    let difference = loudness - usualLevel
    terms[15] = difference * abs(difference) / (abs(difference) + Self.deadZone)
    if !parts.contains(.levelMemory) { terms[15] = weights[3 * 15] }
    level += (now - level) * share(Self.meanSeconds)
    swing += ((now - level) * (now - level) - swing) * share(Self.swingSeconds)
    terms[19] = swing.squareRoot()
  }

  private func share(_ seconds: Float) -> Float {
    let step = Float(SongCues.stepSeconds)
    return max(1 - Maths.exp(-step / seconds), step / heardSeconds)
  }

  private var memoryShare: Float {
    let step = Float(SongCues.stepSeconds)
    let steady = 1 - Maths.exp(-step / Self.memorySeconds)
    return heardSeconds < Self.wakeSeconds ? max(steady, step / heardSeconds) : steady
  }

  /// Silence is calm, neither happy nor sad, and known to be so; it comes to rest within 2 s.
  private mutating func rest() {
    heardSeconds *= restKeep
    mood.arousal = -1 + restKeep * (mood.arousal + 1)
    mood.valence *= restKeep
    mood.confidence *= restKeep
    if heardSeconds < 1e-3 {
      heardSeconds = 0
      mood.valence = 0
      mood.confidence = 0
    }
  }
}

/// Follows a value slowly while it only wavers, and at once when it has gone elsewhere.
struct ChangeFilter {
  private(set) var value: Float = 0
  private var quick: Float = 0
  private var spread = leastSpread * leastSpread
  private var above: Float = 0
  private var below: Float = 0

  /// Time constants, seconds: of what is compared, of the value while steady and while changing, of the spread.
  private static var quickSeconds: Float { 0.6 }
  private static var steadySeconds: Float { 6 }
  private static var changeSeconds: Float { 0.7 }
  private static var spreadSeconds: Float { 10 }
  /// Deviations below this many spreads do not add up.
  private static var slack: Float { 0.7 }
  /// Sums, in spread-seconds, at which the gate begins to open and is open.
  private static var gate: (start: Float, open: Float) { (0.4, 0.9) }
  private static var leastSpread: Float { 0.25 }
  /// The first seconds of music are averaged, with as much as this of a middling mood: one note is no mood.
  private static var priorSeconds: Float { 0.7 }
  private static var wakeSeconds: Float { 3 }

  /// One step of `SongCues`.
  ///
  /// - Parameter waits: false smooths over 1.5 s instead, for benches.
  mutating func hear(_ input: Float, heardSeconds: Float, waits: Bool = true) {
    let step = Float(SongCues.stepSeconds)
    let age = heardSeconds + Self.priorSeconds
    if heardSeconds < 1.5 * step {
      (quick, value, above, below) = (0, 0, 0, 0)
    }
    quick += (input - quick) * max(1 - Maths.exp(-step / Self.quickSeconds), step / age)
    let off = quick - value
    let unit = off / max(spread.squareRoot(), Self.leastSpread)
    above = min(max(above + (unit - Self.slack) * step, 0), 2 * Self.gate.open)
    below = min(max(below + (-unit - Self.slack) * step, 0), 2 * Self.gate.open)
    let sum = (max(above, below) - Self.gate.start) / (Self.gate.open - Self.gate.start)
    let gate = min(max(sum, 0), 1)
    let rate = (1 - gate) / Self.steadySeconds + gate / Self.changeSeconds
    let wake = heardSeconds < Self.wakeSeconds ? step / age : 0
    guard waits else {
      value += (input - value) * max(step / 1.5, wake)
      return
    }
    value += off * min(max(step * rate, wake), 1)
    spread += (off * off - spread) * (step / Self.spreadSeconds) * (1 - gate)
  }
}
