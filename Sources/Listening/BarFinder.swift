/// Which beat begins the bar, and how many beats a bar has: a forward filter over bar positions that takes
/// one step per beat.
///
/// Its evidence is what the network says of downbeats, and, where there is no network, an accent in the bass and
/// a change of harmony. Sources: F. Krebs, S. Böck, G. Widmer, “An Efficient State-Space Model for Joint Tempo and
/// Meter Tracking”, ISMIR 2015; M. Davies, M. Plumbley, “A Spectral Difference Approach to Downbeat Extraction
/// in Musical Audio”, EUSIPCO 2006.
struct BarFinder: ~Copyable {
  /// Beats per bar of the favoured meter.
  private(set) var beatsPerBar = 4
  /// Count of a beat that is a downbeat.
  private(set) var downbeat: Int64 = 0
  /// 0…1: belief in the favoured meter and offset above chance.
  private(set) var confidence: Float = 0

  /// For each meter in turn, belief that beat `weighed` is its first, second … beat.
  private let belief: Buffer<Float>
  private let turned: Buffer<Float>
  private var weighed: Int64 = 0
  /// Beats since the performer's last word about the bar.
  private var sinceHand: Float = BarFinder.handBeats
  private var accents = Standardiser()
  private var changes = Standardiser()
  /// The beat under way: its accent, the network's best word on it, its mean spectrum; and the one before.
  private var current: Int64 = 0
  private var accent: Float = 0
  private var odds: Float = BarFinder.unheard
  private var beatOdds: Float = BarFinder.unheard
  private var frames: Float = 0
  private let spectrum: Buffer<Float>
  private let previous: Buffer<Float>

  /// Meters, in beats per bar, and how common they are.
  private static var meters: InlineArray<6, Int> { [2, 3, 4, 5, 6, 7] }
  private static var priors: InlineArray<6, Float> { [0.01, 0.15, 0.71, 0.05, 0.04, 0.04] }
  private static var stateCount: Int { 27 }
  /// For so many beats after a performer's word about the bar the ear's own grows back: eight bars.
  private static var handBeats: Float { 32 }
  /// Log-odds that say nothing was heard.
  private static var unheard: Float { -9 }
  /// Probability per beat that the bar was mistaken or slips.
  private static var slip: Float { 0.01 }
  /// Log-odds of a first beat per standard deviation of evidence; half beside the network.
  private static var weightOfAccent: Float { 0.8 }
  private static var weightOfChange: Float { 0.5 }
  /// An accent belongs to a beat within this share of the beat.
  private static var reach: Double { 0.2 }
  /// A beat is taken as heard this share of a beat before the next one: what is decided about the bar is known
  /// well before the next bar line, so that nobody who aims at it is left standing.
  private static var foresight: Double { 0.3 }
  /// Bars of two pass for halves of bars of four unless they are believed so many times as much.
  private static var reluctanceOfTwo: Float { 30 }
  /// Another meter must be believed so many times as much.
  private static var hysteresis: Float { 1.5 }

  private let usesNetwork: Bool

  init(bandCount: Int, usesNetwork: Bool) {
    self.usesNetwork = usesNetwork
    belief = Buffer(Self.stateCount)
    turned = Buffer(Self.stateCount)
    spectrum = Buffer(bandCount)
    previous = Buffer(bandCount)
    forget()
  }

  /// Back to not knowing, as after a change of the metrical level.
  mutating func forget() {
    var state = 0
    for meter in 0..<Self.meters.count {
      for _ in 0..<Self.meters[meter] {
        belief[state] = Self.priors[meter] / Float(Self.meters[meter])
        state += 1
      }
    }
    confidence = 0
  }

  /// - Parameters:
  ///   - beats: count of beats at the sound of this frame.
  ///   - accent: strength in the bass.
  ///   - downbeat: the network's log-odds of a downbeat in this frame; `beat` those of a beat.
  ///   - levels: whitened levels of the bands that carry harmony.
  mutating func hear(
    beats: Double, accent strength: Float, downbeat: Float, beat beatLogOdds: Float,
    levels: UnsafePointer<Float>
  ) {
    let beat = Int64((beats + Self.foresight).rounded(.down))
    if beat != current { finish(next: beat) }
    if abs(Maths.wrapped(beats)) < Self.reach {
      accent = max(accent, strength)
      odds = max(odds, downbeat)
      beatOdds = max(beatOdds, beatLogOdds)
    }
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
    let onsetEvidence =
      Self.weightOfAccent * accents.standardise(accent) + Self.weightOfChange * changes.standardise(change)
    let evidence = usesNetwork ? 0.5 * onsetEvidence + networkEvidence : onsetEvidence
    sinceHand = min(sinceHand + 1, Self.handBeats)
    step(to: current)
    weigh(evidence * sinceHand / Self.handBeats, bound: 2)
    accent = 0
    odds = Self.unheard
    beatOdds = Self.unheard
    frames = 0
    current = beat
  }

  /// Log-odds that a beat is a downbeat, given that it is a beat, against one in four.
  private var networkEvidence: Float {
    let down = Maths.chance(logOdds: odds)
    let any = max(Maths.chance(logOdds: beatOdds), down)
    let share = min(max((down + 0.01) / (any + 0.04), 0.02), 0.98)
    return 0.693_147 * (Maths.log2(share / (1 - share)) + 1.585)
  }

  /// Log-odds that beat `weighed` is a downbeat.
  private mutating func weigh(_ evidence: Float, bound: Float) {
    let factor = Maths.exp(min(max(evidence, -bound), bound))
    var first = 0
    for meter in 0..<Self.meters.count {
      belief[first] *= factor
      first += Self.meters[meter]
    }
    normalise()
    decide()
  }

  /// The performer says that beat `beat` is the first of a bar.
  mutating func accept(downbeat beat: Int64) {
    step(to: beat)
    sinceHand = 0
    // e⁶: outweighs bars of misleading accents, not the music itself in the end.
    weigh(6, bound: 6)
  }

  private mutating func step(to beat: Int64) {
    let steps = beat - weighed
    weighed = beat
    var first = 0
    for index in 0..<Self.meters.count {
      let meter = Self.meters[index]
      let turns = Int(((steps % Int64(meter)) + Int64(meter)) % Int64(meter))
      for i in 0..<meter { turned[first + (i + turns) % meter] = belief[first + i] }
      first += meter
    }
    belief.base.update(from: turned.base, count: Self.stateCount)
  }

  private mutating func normalise() {
    var sum: Float = 0
    for i in 0..<Self.stateCount { sum += belief[i] }
    var state = 0
    for meter in 0..<Self.meters.count {
      let prior = Self.priors[meter] / Float(Self.meters[meter])
      for _ in 0..<Self.meters[meter] {
        belief[state] = belief[state] / max(sum, 1e-20) * (1 - Self.slip) + prior * Self.slip
        state += 1
      }
    }
  }

  private mutating func decide() {
    var best = (meter: beatsPerBar, mass: Float(0), place: 0, share: Float(0))
    var first = 0
    for index in 0..<Self.meters.count {
      let meter = Self.meters[index]
      var mass: Float = 0
      var top = first
      for i in first..<(first + meter) {
        mass += belief[i]
        if belief[i] > belief[top] { top = i }
      }
      var weight = meter == beatsPerBar ? mass * Self.hysteresis : mass
      if meter == 2 { weight /= Self.reluctanceOfTwo }
      if weight > best.mass {
        best = (meter, weight, top - first, belief[top] / max(mass, 1e-9))
      }
      first += meter
    }
    beatsPerBar = best.meter
    downbeat = weighed - Int64(best.place)
    let chance = 1 / Float(best.meter)
    confidence = max(0, (best.share - chance) / (1 - chance))
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
