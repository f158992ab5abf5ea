import Music

/// What the beat network is shown: how much of each third of an octave there is, and how much of it is new.
///
/// Levels are logarithmic, against the loudest of the last seconds, so that a volume knob changes nothing;
/// rises come from the whitened spectrum of the onset detector, so that a dull loudspeaker changes little.
struct BeatFeatures: ~Copyable {
  /// `groupCount` levels, each 0…1, then as many rises, each ≥ 0; complete after every `hopsPerFrame` hops.
  let values: Buffer<Float>
  let groupCount: Int
  private let bandCount: Int
  private let rises: Buffer<Float>
  private var hops = 0
  private var loudest = BeatFeatures.floor

  /// Hops per frame of the network: 21 ms, finer than anyone hears a beat misplaced.
  static var hopsPerFrame: Int { 4 }
  /// Bands of the filterbank that make one group; the lowest, where bins are wider than bands, stay finer.
  private static var bandsPerGroup: Int { 3 }
  /// Half-life of the loudest, seconds.
  private static var halfLifeSeconds: Double { 4 }
  /// No passage counts as quieter than this magnitude (−80 dB).
  private static var floor: Float { 1e-4 }
  /// Slope of the compression: log2(1 + 20 x).
  private static var compression: Float { 20 }
  private let keep = Maths.keep(
    halfLifeSeconds: halfLifeSeconds, stepSeconds: Hop.seconds * Double(hopsPerFrame))

  init(bandCount: Int) {
    self.bandCount = bandCount
    groupCount = bandCount / Self.bandsPerGroup
    values = Buffer(2 * groupCount)
    rises = Buffer(groupCount)
  }

  /// One hop.
  ///
  /// - Parameters:
  ///   - magnitudes: linear magnitudes of the filterbank, `bandCount` of them.
  ///   - rise: for each band how far its whitened level stands above what was there 16 ms before, ≥ 0.
  /// - Returns: whether a frame is complete.
  /// - Real-time safe.
  mutating func hear(magnitudes: UnsafePointer<Float>, rise: UnsafePointer<Float>) -> Bool {
    for group in 0..<groupCount {
      let first = group * Self.bandsPerGroup
      let sum = rise[first] + rise[first + 1] + rise[first + 2]
      rises[group] = max(rises[group], sum / Float(Self.bandsPerGroup))
    }
    hops += 1
    guard hops == Self.hopsPerFrame else { return false }
    hops = 0
    finish(magnitudes)
    return true
  }

  private mutating func finish(_ magnitudes: UnsafePointer<Float>) {
    var most = loudest * keep
    for group in 0..<groupCount {
      let first = group * Self.bandsPerGroup
      let sum = magnitudes[first] + magnitudes[first + 1] + magnitudes[first + 2]
      let mean = sum / Float(Self.bandsPerGroup)
      values[group] = mean
      most = max(most, mean)
    }
    loudest = max(most, Self.floor)
    let scale = 1 / Maths.log2(1 + Self.compression)
    for group in 0..<groupCount {
      values[group] = scale * Maths.log2(1 + Self.compression * values[group] / loudest)
      values[groupCount + group] = rises[group]
      rises[group] = 0
    }
  }
}
