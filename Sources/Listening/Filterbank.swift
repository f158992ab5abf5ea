/// Triangular filters, equally far apart on a logarithmic scale of frequency.
///
/// Where the spectrum is coarser than the scale, one bin makes one band. Source: S. Böck, F. Krebs,
/// M. Schedl, “Evaluating the Online Capabilities of Onset Detection Methods”, ISMIR 2012.
struct Filterbank: ~Copyable {
  let bandCount: Int
  /// Centre of each band, in hertz.
  let centres: Buffer<Float>
  private let firstBin: Buffer<Int32>
  private let weightStart: Buffer<Int32>
  private let weights: Buffer<Float>

  /// - Parameters:
  ///   - binWidth: hertz between two bins of the spectrum.
  ///   - range: lowest and highest centre, in hertz.
  init(binCount: Int, binWidth: Double, range: ClosedRange<Double>, bandsPerOctave: Double) {
    let centreBins = Self.centreBins(
      binCount: binCount, binWidth: binWidth, range: range, bandsPerOctave: bandsPerOctave)
    bandCount = centreBins.count - 2
    centres = Buffer(bandCount)
    firstBin = Buffer(bandCount, filledWith: 0)
    weightStart = Buffer(bandCount + 1, filledWith: 0)
    var all: [Float] = []
    for band in 0..<bandCount {
      let (low, centre, high) = (centreBins[band], centreBins[band + 1], centreBins[band + 2])
      centres[band] = Float(Double(centre) * binWidth)
      firstBin[band] = Int32(low + 1)
      let triangle = (low + 1..<high).map { bin in
        bin <= centre
          ? Float(bin - low) / Float(centre - low) : Float(high - bin) / Float(high - centre)
      }
      all += triangle
      weightStart[band + 1] = Int32(all.count)
    }
    weights = Buffer(all.count)
    for (i, weight) in all.enumerated() { weights[i] = weight }
  }

  /// Weighted sums of magnitudes, one per band.
  func apply(_ magnitudes: borrowing Buffer<Float>, into bands: borrowing Buffer<Float>) {
    for band in 0..<bandCount {
      let start = Int(weightStart[band])
      let count = Int(weightStart[band + 1]) - start
      let bins = magnitudes.base + Int(firstBin[band])
      let factors = weights.base + start
      var sum: Float = 0
      for i in 0..<count { sum += bins[i] * factors[i] }
      bands[band] = sum
    }
  }

  /// Index of the first band whose centre is at or above `hertz`.
  func band(atOrAbove hertz: Float) -> Int {
    var band = 0
    while band < bandCount && centres[band] < hertz { band += 1 }
    return band
  }

  /// Distinct bins nearest to the scale's steps, with one neighbour beyond either end.
  private static func centreBins(
    binCount: Int, binWidth: Double, range: ClosedRange<Double>, bandsPerOctave: Double
  ) -> [Int] {
    var bins: [Int] = []
    var hertz = range.lowerBound
    while hertz <= range.upperBound * Maths.power(2, 1 / bandsPerOctave) {
      let bin = Int((hertz / binWidth).rounded())
      if bin > bins.last ?? 0 && bin < binCount { bins.append(bin) }
      hertz *= Maths.power(2, 1 / bandsPerOctave)
    }
    return [max(0, (bins.first ?? 1) - 1)] + bins
  }
}
