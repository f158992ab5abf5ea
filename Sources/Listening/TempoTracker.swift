import Music

/// How well each beat period explains the last seconds: a leaky autocorrelation of onset strength, summed
/// over multiples of the period, times a listener's preference for moderate tempi.
///
/// Sources: M. Davies, M. Plumbley, “Context-Dependent Beat Tracking of Musical Audio”, IEEE TASLP 2007
/// (comb over multiples); D. Ellis, “Beat Tracking by Dynamic Programming”, JNMR 2007 (log-normal preference).
struct TempoTracker: ~Copyable {
  /// One per period, `shortest…longest` frames, best 1, each ≥ `least`.
  let likelihood: Buffer<Float>
  let shortest: Int
  private let correlation: Buffer<Float>
  /// The latest onset strengths, newest last, in a sliding stretch of twice the longest lag.
  private let past: Buffer<Float>
  private var newest: Int
  private let preference: Buffer<Float>
  private var mean: Float = 0

  /// Multiples of the period that are summed: one bar of four.
  private static var teeth: Int { 4 }
  /// Memory of the autocorrelation, seconds to one half: with its tail about 6 s of music.
  private static var halfLifeSeconds: Double { 3 }
  /// Middle of the preference, beats per minute, and its width in octaves. Listeners prefer 120 (Moelants 2002);
  /// onsets come oftener than beats, so the double of a slow tempo always fits better than it should.
  private static var preferred: Double { 90 }
  private static var widthOctaves: Double { 0.6 }
  /// No period is ruled out by less than this.
  private static var least: Float { 0.02 }
  /// Half-life of a performer's word about the tempo, seconds.
  private static var handHalfLifeSeconds: Double { 60 }
  /// Width of a performer's preference, octaves: decides between levels, not between neighbours.
  private static var handWidthOctaves: Double { 0.3 }
  /// Share of the log-likelihood that counts as evidence for the filter, per second.
  private static var trust: Float { 0.85 }
  /// Natural-log belief per second by which tempi far from the performer's shrink, right after the hand.
  private static var insistence: Float { 6 }
  let stepSeconds: Double
  private let keep: Float
  private let meanKeep: Float
  private let handKeep: Float
  private let handPreference: Buffer<Float>
  private var handWeight: Float = 0

  /// - Parameter periods: beat periods in frames of `stepSeconds`.
  init(periods: ClosedRange<Int>, stepSeconds: Double) {
    shortest = periods.lowerBound
    let lags = periods.upperBound * Self.teeth + 2
    likelihood = Buffer(periods.count, filledWith: 1)
    preference = Buffer(periods.count)
    correlation = Buffer(lags)
    past = Buffer(2 * lags)
    newest = lags - 1
    keep = Maths.keep(halfLifeSeconds: Self.halfLifeSeconds, stepSeconds: stepSeconds)
    meanKeep = Maths.keep(halfLifeSeconds: 1, stepSeconds: stepSeconds)
    handKeep = Maths.keep(halfLifeSeconds: Self.handHalfLifeSeconds, stepSeconds: stepSeconds)
    handPreference = Buffer(periods.count)
    self.stepSeconds = stepSeconds
    let preferredPeriod = 60 / Self.preferred / stepSeconds
    prefer(period: preferredPeriod, widthOctaves: Self.widthOctaves, in: preference)
  }

  private func prefer(period: Double, widthOctaves: Double, in table: borrowing Buffer<Float>) {
    for i in 0..<table.count {
      let octaves = Maths.log2(Float(Double(shortest + i) / period)) / Float(widthOctaves)
      table[i] = Maths.exp(-0.5 * octaves * octaves)
    }
  }

  /// A performer says that a beat lasts `period` frames.
  mutating func favour(period: Double) {
    prefer(period: period, widthOctaves: Self.handWidthOctaves, in: handPreference)
    handWeight = 1
  }

  /// - Parameter strength: onset strength of one frame.
  mutating func follow(_ strength: Float) {
    mean = strength + meanKeep * (mean - strength)
    if mean < 1e-9 { mean = 0 }
    let centred = strength - mean
    let lags = correlation.count
    newest += 1
    if newest == past.count {
      past.base.update(from: past.base + past.count - lags, count: lags)
      newest = lags
    }
    past[newest] = centred
    let now = past.base + newest
    for lag in 0..<lags {
      let product = centred * now[-lag]
      let value = product + keep * (correlation[lag] - product)
      correlation[lag] = abs(value) < 1e-20 ? 0 : value
    }
    handWeight = handWeight < 1e-3 ? 0 : handWeight * handKeep
    weighPeriods()
  }

  /// Fills in by what factor each period's belief is multiplied in this frame.
  func bias(_ factors: borrowing Buffer<Float>) {
    let trust = Self.trust * Float(stepSeconds)
    let insistence = Self.insistence * Float(stepSeconds) * handWeight
    for i in 0..<factors.count {
      let hand = insistence == 0 ? 0 : insistence * (1 - handPreference[i])
      factors[i] = Maths.exp(trust * 0.693_147 * Maths.log2(likelihood[i]) - hand)
    }
  }

  private func weighPeriods() {
    let energy = max(correlation[0], 1e-6)
    var best: Float = 0
    for i in 0..<likelihood.count {
      let period = shortest + i
      var sum: Float = 0
      for tooth in 1...Self.teeth {
        let lag = tooth * period
        let peak = max(correlation[lag - 1], correlation[lag], correlation[lag + 1])
        sum += max(0, peak) / Float(tooth).squareRoot()
      }
      let preferred = preference[i] + handWeight * (handPreference[i] - preference[i])
      let value = sum / energy * preferred
      likelihood[i] = value
      best = max(best, value)
    }
    let scale = 1 / max(best, 0.05)
    for i in 0..<likelihood.count {
      let relative = likelihood[i] * scale
      likelihood[i] = Self.least + (1 - Self.least) * relative * relative
    }
  }
}
