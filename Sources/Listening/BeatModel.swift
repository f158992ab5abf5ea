/// What onsets to expect at each phase of a beat, for slow, moderate and fast tempi: the filter's only
/// knowledge of music.
///
/// Log-likelihood ratios, linear in the strengths and their square roots; where nothing is heard that could
/// tell, every phase of every tempo is as likely as any other.
struct BeatModel: ~Copyable {
  /// For each anchor and phase bin `featureCount` weights; the last is of the constant 1.
  let weights: Buffer<Float>
  private let features = Buffer<Float>(featureCount)

  /// Tempi for which there are weights, beats per minute; between two of them likelihoods are mixed.
  static var anchors: InlineArray<3, Double> { [75, 115, 175] }
  /// Regions and strength, their roots, and 1.
  static var featureCount: Int { 2 * (Onsets.regionCount + 1) + 1 }
  /// Weight of one frame's evidence: frames of one attack are not independent, so less than 1; less again
  /// beside the network, which has heard the same onsets.
  static var gainAlone: Float { 0.25 }
  static var gainBesideNetwork: Float { 0.12 }
  /// Stronger than this is no stronger.
  private static var ceiling: Float { 1.5 }

  init() {
    weights = Buffer(BarPointer.evidenceCount * Self.featureCount)
    for i in 0..<weights.count { weights[i] = BeatModelTable.weights[i] }
  }

  /// Log-likelihood of a frame's onsets for each anchor and phase bin, up to a constant.
  func weigh(_ onsets: Onsets, gain: Float, into evidence: borrowing Buffer<Float>) {
    let regions = Onsets.regionCount
    for i in 0...regions {
      let value = min(i < regions ? onsets.regions[i] : onsets.strength, Self.ceiling)
      features[i] = value
      features[regions + 1 + i] = value.squareRoot()
    }
    features[Self.featureCount - 1] = 1
    for row in 0..<BarPointer.evidenceCount {
      let factors = weights.base + row * Self.featureCount
      var sum: Float = 0
      for i in 0..<Self.featureCount { sum += factors[i] * features[i] }
      evidence[row] = gain * sum
    }
  }
}

extension Onsets {
  /// The stronger of two hops, region by region: one frame of the beat filter.
  static func stronger(_ a: Onsets, _ b: Onsets) -> Onsets {
    var both = Onsets()
    for i in 0..<regionCount { both.regions[i] = max(a.regions[i], b.regions[i]) }
    both.strength = max(a.strength, b.strength)
    both.flux = max(a.flux, b.flux)
    return both
  }
}
