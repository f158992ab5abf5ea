import Music

/// What arousal is made of, in one hop; every part is free of level but the last.
struct MoodCues {
  /// Raw flux of all bands, of the upper and of the lower ones.
  var flux: Float = 0
  var highFlux: Float = 0
  var lowFlux: Float = 0
  /// Spectral peaks: density of the texture.
  var peakCount: Float = 0
  /// Mean whitened level of the bands, 0…1: how full the spectrum is.
  var fullness: Float = 0
  /// Spectral centroid, hertz.
  var centroid: Float = 0
  /// Energy below 150 Hz as a share of all.
  var lowShare: Float = 0
  var onsetStrength: Float = 0
  var meanSquare: Float = 0
}

/// Arousal and valence from an additive model of smoothed cues.
///
/// Additive: T. Eerola, A. Friberg, R. Bresin, “Emotional expression in music: contribution, linearity, and
/// additivity of primary musical cues”, Frontiers in Psychology 4:487, 2013. Loudness counts only against
/// the piece's own memory, so that a volume knob is no mood.
struct MoodEstimator: ~Copyable {
  private(set) var mood = Mood()
  /// Onsets per second over the last seconds.
  var onsetRate: Float { onsets.perSecond }
  /// The cues as they enter the sum, for benches: see `weights`.
  private(set) var terms = InlineArray<11, Float>(repeating: 0)
  private var smoothed = InlineArray<11, Float>(repeating: 0)
  private var longLevel: Float = 0
  private var lastLevel: Float = 0
  private var heardSeconds: Float = 0
  private var onsets = OnsetRate(seconds: 3)
  private let keep = Float(Maths.exponential(-Hop.seconds / smoothingSeconds))
  private let longKeep = Float(Maths.exponential(-Hop.seconds / 25))
  private let restKeep = Float(Maths.exponential(-Hop.seconds / 0.3))

  /// Time constant of every cue, seconds: listeners answer after 1–3 s (E. Schubert, Music Perception 2004).
  private static var smoothingSeconds: Double { 1.5 }
  /// Seconds of music after which the mood is believed by 63 %.
  private static var patienceSeconds: Float { 3 }
  /// Share of arousal in valence: lively is a little happier (E. Schubert 2004).
  private static var arousalInValence: Float { 0.15 }

  /// Centre, spread and weight of each cue; the weights are of z-scores.
  ///
  /// Logistic regression of ordered pairs on the mood bench's dev tracks, strongly regularised: the signs of
  /// single weights mean little, their sum was right for 92 % of pairs from sources left out.
  private static var weights: InlineArray<11, (centre: Float, spread: Float, weight: Float)> {
    [
      (-6.88, 0.667, -0.10),  // log2 flux
      (-7.31, 0.732, -0.28),  // log2 flux, upper bands
      (-7.93, 0.851, 0.07),  // log2 flux, lower bands
      (4.31, 0.533, 0.48),  // log2 spectral peaks
      (0.44, 0.0963, -0.07),  // fullness
      (10.6, 0.71, 0.34),  // log2 centroid, hertz
      (0.117, 0.0808, -0.02),  // low share
      (2.83, 1.83, 0.38),  // onsets per second
      (0.0587, 0.353, -0.04),  // log2 (tempo / 120)
      (0.0885, 0.669, 0.45),  // level against its own memory, in 6 dB
      (0.169, 0.0509, -0.09),  // how fast the level falls between notes, in 6 dB per hop
    ]
  }

  /// One hop. Real-time safe.
  mutating func hear(
    _ cues: MoodCues, beatsPerMinute: Double, modality: Float, isSilent: Bool
  ) {
    onsets.hear(cues.onsetStrength)
    guard !isSilent else { return rest() }
    heardSeconds = min(heardSeconds + Float(Hop.seconds), 60)
    let level = 0.5 * Maths.log2(max(cues.meanSquare, 1e-9))
    // Short notes fall often and far; a level that only breathes hardly does.
    let fall = min(max(lastLevel - level, 0), 1)
    lastLevel = level
    // Until the memory is as old as its time constant it is a plain mean.
    let share = max(1 - longKeep, Float(Hop.seconds) / heardSeconds)
    longLevel += (level - longLevel) * share
    let values: InlineArray<11, Float> = [
      Maths.log2(max(cues.flux, 1e-4)), Maths.log2(max(cues.highFlux, 1e-4)),
      Maths.log2(max(cues.lowFlux, 1e-4)), Maths.log2(max(cues.peakCount, 1)), cues.fullness,
      Maths.log2(max(cues.centroid, 50)), cues.lowShare, onsetRate,
      Maths.log2(Float(beatsPerMinute) / 120), level - longLevel, fall,
    ]
    let step = max(1 - keep, Float(Hop.seconds) / heardSeconds)
    var sum: Float = 0
    for i in 0..<smoothed.count {
      smoothed[i] += (values[i] - smoothed[i]) * step
      let cue = Self.weights[i]
      terms[i] = smoothed[i]
      sum += cue.weight * min(max((smoothed[i] - cue.centre) / cue.spread, -3), 3)
    }
    mood.arousal = Maths.tanh(sum)
    mood.valence = min(
      max(modality + Self.arousalInValence * (mood.arousal - modality), -1), 1)
    mood.confidence = 1 - Maths.exp(-heardSeconds / Self.patienceSeconds)
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
