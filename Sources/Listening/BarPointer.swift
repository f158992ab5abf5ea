/// A belief over beat period and position in the beat, moved on by every frame of sound.
///
/// The state space has one state per frame of each period, so that moving on costs nothing: only at the
/// beat may the period change. It is run as a forward filter: causal, deterministic, without particles.
/// Source: F. Krebs, S. Böck, G. Widmer, “An Efficient State-Space Model for Joint Tempo and Meter
/// Tracking”, ISMIR 2015.
struct BarPointer: ~Copyable {
  let shortest: Int
  let periodCount: Int
  /// Belief in each period, all positions together; sums to 1.
  let tempi: Buffer<Float>
  /// Log-likelihood of the frame at hand for each anchor of tempo and phase bin; written by the owner
  /// before `move`.
  let evidence: Buffer<Float>
  /// By what each period's belief is multiplied in the next step; 1 after every step.
  let bias: Buffer<Float>
  static var phaseBins: Int { 64 }
  static var evidenceCount: Int { BeatModel.anchors.count * phaseBins }

  private let belief: Buffer<Float>
  /// For each period, where its states start in `belief`.
  private let start: Buffer<Int32>
  /// For each period, which of its slots is position 0 now.
  private let head: Buffer<Int32>
  private let bin: Buffer<UInt8>
  private let likelihood: Buffer<Float>
  /// Likelihoods of one period, mixed from its two anchors.
  private let mixed: Buffer<Float>
  /// For each period the anchor below its tempo, and how far on to the next one it lies, 0…1.
  private let anchor: Buffer<Int32>
  private let beyond: Buffer<Float>
  private let leaving: Buffer<Float>
  private let arriving: Buffer<Float>
  private let change: Buffer<Float>
  private let histogram: Buffer<Float>
  /// Belief to be added to each state of a period in this frame.
  private let fresh: Buffer<Float>

  /// Reluctance to change the period at a beat: probability falls by e per 1/20 of relative change.
  private static var reluctance: Double { 20 }
  /// Largest relative change of period at one beat.
  private static var reach: Double { 0.12 }
  /// Probability per frame that all is different: new tempo, new phase.
  private static var surprise: Float { 1e-4 }

  /// - Parameter periods: beat periods in frames of `stepSeconds`.
  init(periods: ClosedRange<Int>, stepSeconds: Double) {
    shortest = periods.lowerBound
    periodCount = periods.count
    let states = periods.reduce(0, +)
    belief = Buffer(states, filledWith: 1 / Float(states))
    bin = Buffer(states, filledWith: 0)
    start = Buffer(periodCount, filledWith: 0)
    head = Buffer(periodCount, filledWith: 0)
    tempi = Buffer(periodCount, filledWith: 1 / Float(periodCount))
    leaving = Buffer(periodCount)
    arriving = Buffer(periodCount)
    change = Buffer(periodCount * periodCount)
    evidence = Buffer(Self.evidenceCount)
    likelihood = Buffer(Self.evidenceCount)
    mixed = Buffer(Self.phaseBins)
    anchor = Buffer(periodCount, filledWith: 0)
    beyond = Buffer(periodCount)
    histogram = Buffer(Self.phaseBins)
    fresh = Buffer(periodCount)
    bias = Buffer(periodCount, filledWith: 1)
    fillTables()
    placeAnchors(stepSeconds: stepSeconds)
  }

  private func placeAnchors(stepSeconds: Double) {
    let tempi = BeatModel.anchors
    for i in 0..<periodCount {
      let bpm = 60 / (Double(shortest + i) * stepSeconds)
      let low = bpm < tempi[1] ? 0 : 1
      let span = Maths.logarithm2(tempi[low + 1] / tempi[low])
      anchor[i] = Int32(low)
      beyond[i] = Float(min(max(Maths.logarithm2(bpm / tempi[low]) / span, 0), 1))
    }
  }

  private func fillTables() {
    var next = 0
    for i in 0..<periodCount {
      let period = shortest + i
      start[i] = Int32(next)
      for position in 0..<period {
        bin[next + position] = UInt8(position * Self.phaseBins / period)
      }
      next += period
      for j in 0..<periodCount {
        let ratio = abs(Double(shortest + j) / Double(period) - 1)
        let probability = ratio > Self.reach ? 0 : Maths.exponential(-Self.reluctance * ratio)
        change[i * periodCount + j] = Float(probability)
      }
    }
  }

  /// One frame on.
  ///
  /// - Parameter preference: how likely each period is from elsewhere, > 0; steers changes of tempo only.
  mutating func move(preference: borrowing Buffer<Float>) {
    changePeriods(preference: preference)
    var preferred: Float = 0
    for i in 0..<periodCount { preferred += preference[i] }
    for i in 0..<periodCount {
      fresh[i] = Self.surprise * preference[i] / (preferred * Float(shortest + i))
    }
    weighStates()
  }

  /// Multiplies every state by the likelihood of `evidence`, after applying `bias` and `fresh` once.
  mutating func weighStates() {
    for i in 0..<BeatModel.anchors.count { levelLikelihoods(anchor: i) }
    for i in 0..<periodCount {
      let period = shortest + i
      let states = belief.base + Int(start[i])
      let bins = bin.base + Int(start[i])
      let zero = Int(head[i])
      let factor = bias[i]
      mixLikelihoods(period: i)
      var sum: Float = 0
      for slot in zero..<period {
        let value = (factor * states[slot] + fresh[i]) * mixed[Int(bins[slot - zero])]
        states[slot] = value
        sum += value
      }
      for slot in 0..<zero {
        let value = (factor * states[slot] + fresh[i]) * mixed[Int(bins[slot - zero + period])]
        states[slot] = value
        sum += value
      }
      tempi[i] = sum
      fresh[i] = 0
      bias[i] = 1
    }
    normalise()
  }

  /// From logarithms to likelihoods with mean 1: one frame says where in the beat it lies, not how fast the
  /// beat goes.
  private func levelLikelihoods(anchor i: Int) {
    let logs = evidence.base + i * Self.phaseBins
    let values = likelihood.base + i * Self.phaseBins
    var most = logs[0]
    for bin in 1..<Self.phaseBins { most = max(most, logs[bin]) }
    var sum: Float = 0
    for bin in 0..<Self.phaseBins {
      values[bin] = Maths.exp(logs[bin] - most)
      sum += values[bin]
    }
    let factor = Float(Self.phaseBins) / sum
    for bin in 0..<Self.phaseBins { values[bin] *= factor }
  }

  @inline(__always)
  private func mixLikelihoods(period i: Int) {
    let low = likelihood.base + Int(anchor[i]) * Self.phaseBins
    let high = low + Self.phaseBins
    let share = beyond[i]
    for bin in 0..<Self.phaseBins { mixed[bin] = low[bin] + share * (high[bin] - low[bin]) }
  }

  /// Spreads belief evenly over the positions of one period.
  mutating func setBelief(period i: Int, share: Float) {
    let states = belief.base + Int(start[i])
    for slot in 0..<(shortest + i) { states[slot] = share / Float(shortest + i) }
    tempi[i] = share
  }

  mutating func normalise() {
    var total: Float = 0
    for i in 0..<periodCount { total += tempi[i] }
    let factor = 1 / max(total, 1e-30)
    for i in 0..<belief.count { belief[i] *= factor }
    for i in 0..<periodCount { tempi[i] *= factor }
  }

  /// Turns every period's ring by one; what reaches its end starts a beat, perhaps with another period.
  private func changePeriods(preference: borrowing Buffer<Float>) {
    for i in 0..<periodCount {
      let period = shortest + i
      head[i] = head[i] == 0 ? Int32(period - 1) : head[i] - 1
      leaving[i] = belief[Int(start[i]) + Int(head[i])]
      arriving[i] = 0
    }
    for i in 0..<periodCount where leaving[i] > 1e-12 {
      let row = change.base + i * periodCount
      let low = max(0, Int(Double(shortest + i) * (1 - Self.reach)) - shortest)
      let high = min(periodCount - 1, Int(Double(shortest + i) * (1 + Self.reach)) + 1 - shortest)
      var sum: Float = 0
      for j in low...high { sum += row[j] * preference[j] }
      let share = leaving[i] / max(sum, 1e-20)
      for j in low...high { arriving[j] += share * row[j] * preference[j] }
    }
    for i in 0..<periodCount { belief[Int(start[i]) + Int(head[i])] = arriving[i] }
  }
}

/// What the belief says when asked: period, phase and how sure.
struct BeatReading {
  /// Frames per beat.
  var period: Double
  /// 0..<1.
  var phase: Double
  /// Share of the belief that agrees in tempo and phase, 0…1.
  var agreement: Float
}

extension BarPointer {
  /// Belief within this relative distance counts as the same tempo.
  private static var kinship: Double { 0.06 }

  /// The period index around which the most belief is gathered, and how much.
  func favourite() -> (index: Int, share: Float) {
    var best = (index: 0, share: Float(0))
    for i in 0..<periodCount {
      let share = self.share(around: i)
      if share > best.share { best = (i, share) }
    }
    return best
  }

  func share(around index: Int) -> Float {
    var sum: Float = 0
    for j in kin(of: index) { sum += tempi[j] }
    return sum
  }

  private func kin(of index: Int) -> ClosedRange<Int> {
    let reach = Int((Double(shortest + index) * Self.kinship).rounded())
    return max(0, index - reach)...min(periodCount - 1, index + reach)
  }

  /// Mean period and phase of the belief around one period: where most of it is, and what there is within an eighth of
  /// a beat of the phase `expected`, 0..<1.
  func read(around index: Int, near expected: Double) -> (best: BeatReading, near: BeatReading) {
    histogram.fill(0)
    var mass: Float = 0
    var moment: Float = 0
    for i in kin(of: index) {
      mass += tempi[i]
      moment += tempi[i] * Float(shortest + i)
      let period = shortest + i
      let states = belief.base + Int(start[i])
      let bins = bin.base + Int(start[i])
      let zero = Int(head[i])
      for slot in zero..<period { histogram[Int(bins[slot - zero])] += states[slot] }
      for slot in 0..<zero { histogram[Int(bins[slot - zero + period])] += states[slot] }
    }
    let period = mass > 1e-9 ? Double(moment / mass) : Double(shortest + index)
    let middle = Int(expected * Double(Self.phaseBins))
    let reach = Self.phaseBins / 8
    let best = peak(0..<Self.phaseBins)
    let near = peak(middle - reach..<middle + reach + 1)
    return (
      BeatReading(period: period, phase: best.phase, agreement: best.mass),
      BeatReading(period: period, phase: near.phase, agreement: near.mass)
    )
  }

  /// Centre of the histogram around its highest stretch among some bins, and the belief in that stretch.
  private func peak(_ candidates: Range<Int>) -> (phase: Double, mass: Float) {
    let bins = Self.phaseBins
    let reach = bins / 16
    var best = (bin: candidates.lowerBound, sum: Float(-1))
    for i in candidates {
      var sum: Float = 0
      for j in -reach...reach { sum += histogram[(i + j + 2 * bins) % bins] }
      if sum > best.sum { best = (i, sum) }
    }
    var moment: Float = 0
    var mass: Float = 1e-12
    for i in -2 * reach...2 * reach {
      let value = histogram[(best.bin + i + 2 * bins) % bins]
      moment += value * Float(i)
      mass += value
    }
    // A bin's states lie half a bin beyond its edge on average.
    let centre = Double(best.bin) + Double(moment / mass) + 0.5
    let phase = centre / Double(bins)
    return (phase - phase.rounded(.down), best.sum)
  }
}
