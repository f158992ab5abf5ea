import Music

/// New sections by novelty: the last half second against the mean and spread of the seconds before.
///
/// A causal relative of J. Foote, “Automatic Audio Segmentation Using a Measure of Audio Novelty”, ICME
/// 2000, whose kernel would have to wait for its second half.
struct SectionDetector: ~Copyable {
  /// True in the hop that announces a new section.
  private(set) var begins = false
  /// How unlike the passage the last half second is; the usual is about 0.45.
  private(set) var novelty: Float = 0
  private let now: Buffer<Float>
  private let mean: Buffer<Float>
  private let variance: Buffer<Float>
  private let coarse: Buffer<Float>
  private let bandsPerStep: Int
  private var heardSeconds: Double = 0
  private var sinceLast: Double = 0
  private let nowKeep = Float(Maths.exponential(-Hop.seconds / 0.25))
  private let longKeep = Float(Maths.exponential(-Hop.seconds / 5))

  private static var steps: Int { 20 }
  /// Novelty that begins a section, in standard deviations.
  private static var threshold: Float { 1.0 }
  /// No second section within this time, seconds.
  private static var deadSeconds: Double { 7 }
  /// Time to learn what is usual, seconds.
  private static var patienceSeconds: Double { 4 }
  /// Least spread of a feature, log2 magnitude: below, steadiness would make anything new.
  private static var leastSpread: Float { 0.4 }

  init(bandCount: Int) {
    bandsPerStep = bandCount / Self.steps
    coarse = Buffer(Self.steps + 1)
    now = Buffer(Self.steps + 1)
    mean = Buffer(Self.steps + 1)
    variance = Buffer(Self.steps + 1, filledWith: 1)
  }

  /// - Parameters:
  ///   - bands: linear magnitudes of the filterbank.
  ///   - flux: raw flux.
  mutating func hear(_ bands: borrowing Buffer<Float>, flux: Float, isSilent: Bool) {
    begins = false
    guard !isSilent else {
      heardSeconds = 0
      return
    }
    heardSeconds += Hop.seconds
    sinceLast += Hop.seconds
    describe(bands, flux: flux)
    let quickShare = max(1 - nowKeep, Float(Hop.seconds / heardSeconds))
    let slowShare = max(1 - longKeep, Float(Hop.seconds / heardSeconds))
    var sum: Float = 0
    for i in 0..<coarse.count {
      now[i] += (coarse[i] - now[i]) * quickShare
      let off = now[i] - mean[i]
      sum += abs(off) / max(variance[i].squareRoot(), Self.leastSpread)
      mean[i] += (coarse[i] - mean[i]) * slowShare
      let square = (coarse[i] - mean[i]) * (coarse[i] - mean[i])
      variance[i] += (square - variance[i]) * slowShare
    }
    novelty = sum / Float(coarse.count)
    guard novelty > Self.threshold, heardSeconds > Self.patienceSeconds, sinceLast > Self.deadSeconds else {
      return
    }
    begins = true
    sinceLast = 0
  }

  /// Level-free log spectrum in coarse steps, and flux.
  private func describe(_ bands: borrowing Buffer<Float>, flux: Float) {
    var total: Float = 0
    for step in 0..<Self.steps {
      var sum: Float = 1e-7
      for band in 0..<bandsPerStep { sum += bands[step * bandsPerStep + band] }
      coarse[step] = Maths.log2(sum)
      total += coarse[step]
    }
    for step in 0..<Self.steps { coarse[step] -= total / Float(Self.steps) }
    coarse[Self.steps] = 0.5 * Maths.log2(max(flux, 1e-3))
  }
}

/// How much the music builds up towards something, 0…1.
struct TensionMeter {
  private(set) var tension: Float = 0
  private var quickDensity: Float = 0
  private var slowDensity: Float = 0
  private var quickHeight: Float = 0
  private var slowHeight: Float = 0
  private var kick: Float = 0
  private let quickKeep = Float(Maths.exponential(-Hop.seconds / 2))
  private let slowKeep = Float(Maths.exponential(-Hop.seconds / 12))
  private let riseKeep = Float(Maths.exponential(-Hop.seconds / 1))

  /// - Parameters:
  ///   - onsetRate: onsets per second.
  ///   - treble: share of energy in the treble as a base-2 logarithm.
  ///   - kickStrength: onset strength of the bass, 0…1.
  mutating func hear(onsetRate: Float, treble: Float, kickStrength: Float, isSilent: Bool) {
    guard !isSilent else {
      tension = tension < 1e-6 ? 0 : tension * riseKeep
      return
    }
    quickDensity = onsetRate + quickKeep * (quickDensity - onsetRate)
    slowDensity = onsetRate + slowKeep * (slowDensity - onsetRate)
    quickHeight = treble + quickKeep * (quickHeight - treble)
    slowHeight = treble + slowKeep * (slowHeight - treble)
    kick = max(kickStrength, kick * quickKeep)
    let denser = min(max(quickDensity / max(slowDensity, 0.5) - 1, 0), 1)
    let higher = min(max((quickHeight - slowHeight) / 2, 0), 1)
    let withoutKick = 1 - min(kick, 1)
    let target = min(1, 0.5 * denser + 0.5 * higher) * (0.5 + 0.5 * withoutKick)
    tension = target + riseKeep * (tension - target)
    if tension < 1e-6 { tension = 0 }
  }
}
