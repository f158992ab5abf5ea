import Music

/// How much of each pitch class sounds: from interpolated peaks of a long spectrum.
///
/// Source: E. Gómez, “Tonal Description of Polyphonic Audio for Music Content Processing”, INFORMS 2006
/// (peaks instead of bins, weights by distance to the semitone).
struct Chroma: ~Copyable {
  /// C…B of the latest spectrum, the bass counted again; sums to 1, or all 0 where nothing sounds.
  private(set) var classes = InlineArray<12, Float>(repeating: 0)
  /// Spectral peaks within 26 dB of the loudest: how dense the texture is.
  private(set) var peakCount: Float = 0

  private let binWidth: Float
  private let firstBin: Int
  private let lastBin: Int

  /// From the lowest cello string to where overtones outweigh fundamentals, hertz.
  private static var range: ClosedRange<Double> { 60...2000 }
  /// Below this a peak is bass and counts `bassWeight` times: the bass tells the key.
  private static var bassBelow: Float { 200 }
  private static var bassWeight: Float { 3 }
  /// Above it, weight falls as 1 / frequency.
  private static var plainBelow: Float { 1000 }
  /// 26 dB as a ratio of magnitudes.
  private static var depth: Float { 0.05 }

  init(binCount: Int, binWidth: Double) {
    self.binWidth = Float(binWidth)
    firstBin = max(2, Int(Self.range.lowerBound / binWidth))
    lastBin = min(binCount - 2, Int(Self.range.upperBound / binWidth))
  }

  mutating func hear(_ magnitudes: borrowing Buffer<Float>) {
    var loudest: Float = 1e-6
    for bin in firstBin...lastBin { loudest = max(loudest, magnitudes[bin]) }
    let least = loudest * Self.depth
    classes = InlineArray(repeating: 0)
    peakCount = 0
    for bin in firstBin...lastBin {
      let here = magnitudes[bin]
      guard here > least, here > magnitudes[bin - 1], here >= magnitudes[bin + 1] else { continue }
      peakCount += 1
      add(bin: bin, before: magnitudes[bin - 1], here: here, after: magnitudes[bin + 1])
    }
    var sum: Float = 0
    for i in 0..<12 { sum += classes[i] }
    for i in 0..<12 { classes[i] /= max(sum, 1e-12) }
  }

  private mutating func add(bin: Int, before: Float, here: Float, after: Float) {
    let a = Maths.log2(max(before, 1e-9))
    let b = Maths.log2(max(here, 1e-9))
    let c = Maths.log2(max(after, 1e-9))
    let curve = a - 2 * b + c
    let offset = curve < -1e-6 ? min(max(0.5 * (a - c) / curve, -0.5), 0.5) : 0
    let hertz = (Float(bin) + offset) * binWidth
    let semitones = 12 * Maths.log2(hertz / 440) + 57  // 0 is the C below the bass clef
    let nearest = semitones.rounded()
    let off = semitones - nearest
    let aim = max(0, 1 - 2.5 * off * off)
    let register = hertz < Self.bassBelow ? Self.bassWeight : min(1, Self.plainBelow / hertz)
    let note = Int(nearest)
    classes[((note % 12) + 12) % 12] += here.squareRoot() * aim * register
  }
}
