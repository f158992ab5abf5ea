import Music

/// How loud bass, middle and treble are within this passage, and the picture of the spectrum.
struct BandLevels: ~Copyable {
  private(set) var bands = Bands()
  /// Level against the loudest of the last while, 0…1, smoothed over seconds.
  private(set) var swell: Float = 0
  private var gains = InlineArray<4, AutomaticGain>(repeating: AutomaticGain())
  private var spectrumGain = AutomaticGain()
  private let edges: InlineArray<4, Int>
  /// For each of the stage's 256 bands: its first bin, how many, and how far on to the next bin it lies.
  private let firstBin = Buffer<Int32>(256, filledWith: 0)
  private let binSpan = Buffer<Int32>(256, filledWith: 1)
  private let fraction = Buffer<Float>(256)
  private let keep = Maths.keep(halfLifeSeconds: releaseHalfLifeSeconds, stepSeconds: Hop.seconds)
  private let swellKeep = Maths.keep(halfLifeSeconds: 1.5, stepSeconds: Hop.seconds)

  /// Half-life of a level's fall, seconds: quick enough to see a beat, slow enough not to flicker.
  private static var releaseHalfLifeSeconds: Double { 0.06 }
  /// Lowest and highest frequency of the stage's spectrum, hertz: from the lowest bass to the air.
  private static var range: ClosedRange<Double> { 30...16_000 }
  /// Depth of the stage's spectrum, in base-2 logarithms of magnitude: 60 dB.
  private static var depth: Float { 10 }

  init(binCount: Int, binWidth: Double) {
    let bin = { (hertz: Double) in min(Int((hertz / binWidth).rounded()), binCount) }
    edges = [bin(30), bin(150), bin(2500), bin(16_000)]
    let ratio = Self.range.upperBound / Self.range.lowerBound
    for i in 0..<256 {
      let low = Self.range.lowerBound * Maths.power(ratio, Double(i) / 256) / binWidth
      let high = Self.range.lowerBound * Maths.power(ratio, Double(i + 1) / 256) / binWidth
      firstBin[i] = Int32(low)
      binSpan[i] = Int32(max(1, Int(high) - Int(low)))
      fraction[i] = high - low < 1 ? Float(low - low.rounded(.down)) : 0
    }
  }

  /// One hop. Real-time safe.
  mutating func hear(_ magnitudes: borrowing Buffer<Float>, isSilent: Bool) {
    var sums = InlineArray<4, Float>(repeating: 0)
    for band in 0..<3 {
      var sum: Float = 0
      for bin in edges[band]..<edges[band + 1] { sum += magnitudes[bin] * magnitudes[bin] }
      sums[band] = sum
      sums[3] += sum
    }
    var targets = InlineArray<4, Float>(repeating: 0)
    for i in 0..<4 { targets[i] = gains[i].share(of: sums[i].squareRoot(), isSilent: isSilent) }
    bands.bass = fall(bands.bass, to: targets[0])
    bands.mid = fall(bands.mid, to: targets[1])
    bands.treble = fall(bands.treble, to: targets[2])
    bands.level = fall(bands.level, to: targets[3])
    swell = targets[3] + swellKeep * (swell - targets[3])
    if swell < 1e-6 { swell = 0 }
  }

  /// Rises at once, falls by half-lives.
  private func fall(_ value: Float, to target: Float) -> Float {
    let next = max(target, target + keep * (value - target))
    return next < 1e-6 ? 0 : min(next, 1)
  }

  /// The stage's spectrum: 60 dB below the passage's loudest bin is 0, that bin is 1.
  mutating func draw(
    _ magnitudes: borrowing Buffer<Float>, isSilent: Bool, into spectrum: inout InlineArray<256, Float>
  ) {
    var loudest: Float = 0
    for bin in 1..<magnitudes.count { loudest = max(loudest, magnitudes[bin]) }
    let share = spectrumGain.share(of: loudest, isSilent: isSilent)
    let reference = share > 0 ? loudest / share : 1
    for i in 0..<256 {
      let bins = magnitudes.base + Int(firstBin[i])
      var value = bins[0] + fraction[i] * (bins[1] - bins[0])
      for j in 0..<Int(binSpan[i]) { value = max(value, bins[j]) }
      let octaves = Maths.log2(max(value / reference, 1e-6))
      spectrum[i] = isSilent ? 0 : min(max(1 + octaves / Self.depth, 0), 1)
    }
  }
}

/// Measures a magnitude against the loudest of the last while.
struct AutomaticGain {
  private var peak = AutomaticGain.floor

  /// No passage counts as quieter than this (−72 dB): in silence the gain stops here, hour after hour.
  private static var floor: Float { 2.5e-4 }
  /// Half-life of the loudest, seconds: a quiet verse fills the picture after a few bars.
  private static var halfLifeSeconds: Double { 6 }
  private let keep = Maths.keep(halfLifeSeconds: halfLifeSeconds, stepSeconds: Hop.seconds)

  /// 0…1. In silence the peak is held, so that the first bar after it is judged like the last before.
  mutating func share(of magnitude: Float, isSilent: Bool) -> Float {
    guard !isSilent else { return 0 }
    peak = max(magnitude, peak * keep, Self.floor)
    return magnitude / peak
  }
}

/// Envelopes of strikes: each jumps to its strength and falls to half in 0.1 s.
struct StrikeEnvelopes {
  private(set) var strikes = Strikes()
  private let keep = Maths.keep(halfLifeSeconds: 0.1, stepSeconds: Hop.seconds)
  /// Onset strength below which nothing was struck.
  private static var threshold: Float { 0.25 }

  mutating func hear(_ onsets: Onsets, isSilent: Bool) {
    let quiet: Float = isSilent ? 0 : 1
    let r = onsets.regions
    // A snare sounds in the middle and the upper region at once; either alone is a voice or a cymbal.
    let snare = (min(r[2], 1) * min(r[3], 1)).squareRoot()
    strikes.onset = jump(strikes.onset, to: quiet * onsets.strength)
    strikes.kick = jump(strikes.kick, to: quiet * r[0])
    strikes.snare = jump(strikes.snare, to: quiet * snare)
    strikes.hat = jump(strikes.hat, to: quiet * r[4])
  }

  private func jump(_ envelope: Float, to strength: Float) -> Float {
    let heard = max(0, (strength - Self.threshold) / (1 - Self.threshold))
    let next = max(envelope * keep, min(heard, 1))
    return next < 1e-6 ? 0 : next
  }
}
