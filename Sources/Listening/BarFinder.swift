/// Which beat begins the bar, and how many beats a bar has: a forward filter over bar positions that takes
/// one step per beat.
///
/// Evidence for a first beat is an accent in the bass and a change of harmony. Source: M. Davies,
/// M. Plumbley, “A Spectral Difference Approach to Downbeat Extraction in Musical Audio”, EUSIPCO 2006.
struct BarFinder: ~Copyable {
  /// Beats per bar of the favoured meter.
  private(set) var beatsPerBar = 4
  /// Count of a beat that is a downbeat.
  private(set) var downbeat: Int64 = 0
  /// 0…1: belief in the favoured meter and offset above chance.
  private(set) var confidence: Float = 0

  /// Belief for 3 beats per bar (positions 0…2), then for 4 (0…3), at beat `weighed`.
  private var belief = InlineArray<7, Float>(repeating: 0)
  private var weighed: Int64 = 0
  private var accents = Standardiser()
  private var changes = Standardiser()
  /// The beat under way: its accent and its mean spectrum; and the spectrum of the one before.
  private var current: Int64 = 0
  private var accent: Float = 0
  private var frames: Float = 0
  private let spectrum: Buffer<Float>
  private let previous: Buffer<Float>

  /// Prior belief in bars of three; most music has four.
  private static var priorOfThree: Float { 0.2 }
  /// Probability per beat that the bar was mistaken or slips.
  private static var slip: Float { 0.01 }
  /// Log-odds of a first beat per standard deviation of evidence.
  private static var weightOfAccent: Float { 0.8 }
  private static var weightOfChange: Float { 0.5 }
  /// An accent belongs to a beat within this share of the beat.
  private static var reach: Double { 0.15 }
  /// A beat is taken as heard this share of a beat before the next one: what is decided about the bar is known
  /// well before the next bar line, so that nobody who aims at it is left standing.
  private static var foresight: Double { 0.3 }

  init(bandCount: Int) {
    spectrum = Buffer(bandCount)
    previous = Buffer(bandCount)
    forget()
  }

  /// Back to not knowing, as after a change of the metrical level.
  mutating func forget() {
    for i in 0..<3 { belief[i] = Self.priorOfThree / 3 }
    for i in 3..<7 { belief[i] = (1 - Self.priorOfThree) / 4 }
    confidence = 0
  }

  /// - Parameters:
  ///   - beats: count of beats at the sound of this frame.
  ///   - accent: strength in the bass.
  ///   - levels: whitened levels of the bands that carry harmony.
  mutating func hear(beats: Double, accent strength: Float, levels: UnsafePointer<Float>) {
    let beat = Int64((beats + Self.foresight).rounded(.down))
    if beat != current { finish(next: beat) }
    if abs(Maths.wrapped(beats)) < Self.reach { accent = max(accent, strength) }
    for i in 0..<spectrum.count { spectrum[i] += levels[i] }
    frames += 1
  }

  /// Takes the beat under way as heard to its end.
  private mutating func finish(next beat: Int64) {
    let scale = 1 / max(frames, 1)
    var change: Float = 0
    for i in 0..<spectrum.count {
      let mean = spectrum[i] * scale
      change += max(0, mean - previous[i])
      previous[i] = mean
      spectrum[i] = 0
    }
    let evidence =
      Self.weightOfAccent * accents.standardise(accent) + Self.weightOfChange * changes.standardise(change)
    step(to: current)
    weigh(evidence)
    accent = 0
    frames = 0
    current = beat
  }

  /// Log-odds that beat `weighed` is a downbeat.
  private mutating func weigh(_ evidence: Float) {
    let factor = Maths.exp(min(max(evidence, -2), 2))
    belief[0] *= factor
    belief[3] *= factor
    normalise()
    decide()
  }

  /// The performer says that beat `beat` is the first of a bar.
  mutating func accept(downbeat beat: Int64) {
    step(to: beat)
    // e⁴: outweighs a few bars of misleading accents, not the music itself.
    let factor = Maths.exp(4)
    belief[0] *= factor
    belief[3] *= factor
    normalise()
    decide()
  }

  private mutating func step(to beat: Int64) {
    let steps = beat - weighed
    weighed = beat
    let turns3 = Int(((steps % 3) + 3) % 3)
    let turns4 = Int(((steps % 4) + 4) % 4)
    let old = belief
    for i in 0..<3 { belief[(i + turns3) % 3] = old[i] }
    for i in 0..<4 { belief[3 + (i + turns4) % 4] = old[3 + i] }
  }

  private mutating func normalise() {
    var sum: Float = 0
    for i in 0..<7 { sum += belief[i] }
    for i in 0..<7 {
      let prior = i < 3 ? Self.priorOfThree / 3 : (1 - Self.priorOfThree) / 4
      belief[i] = belief[i] / max(sum, 1e-20) * (1 - Self.slip) + prior * Self.slip
    }
  }

  private mutating func decide() {
    let three = belief[0] + belief[1] + belief[2]
    beatsPerBar = three > (beatsPerBar == 3 ? 0.4 : 0.6) ? 3 : 4
    let first = beatsPerBar == 3 ? 0 : 3
    var best = first
    for i in first..<(first + beatsPerBar) where belief[i] > belief[best] { best = i }
    downbeat = weighed - Int64(best - first)
    let share = belief[best] / max(beatsPerBar == 3 ? three : 1 - three, 1e-9)
    let chance = 1 / Float(beatsPerBar)
    confidence = max(0, (share - chance) / (1 - chance))
  }
}

/// Expresses a value in standard deviations of what came before.
struct Standardiser {
  private var mean: Float = 0
  private var square: Float = 0
  private var weight: Float = 0
  /// Share of the past kept per value: about the last 24.
  private static var keep: Float { 0.96 }

  mutating func standardise(_ value: Float) -> Float {
    weight = 1 + Self.keep * weight
    mean += (value - mean) / weight
    square += (value * value - square) / weight
    let variance = max(0, square - mean * mean)
    guard weight > 3, variance > 1e-8 else { return 0 }
    return min(max((value - mean) / variance.squareRoot(), -2.5), 2.5)
  }
}
