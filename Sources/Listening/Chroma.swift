import Music

/// How much of each pitch class sounds in each register: from interpolated peaks of a long spectrum.
///
/// Source: E. Gómez, “Tonal Description of Polyphonic Audio for Music Content Processing”, INFORMS 2006
/// (peaks instead of bins, weights by distance to the semitone).
struct Chroma: ~Copyable {
  /// C…B of each register of the latest spectrum, from low to high; sums to 1, or all 0 where nothing sounds.
  let registers = Buffer<Float>(registerCount * 12)
  /// C…B of all registers, the lowest two counted again; sums to 1, or all 0.
  private(set) var classes = InlineArray<12, Float>(repeating: 0)
  /// Spectral peaks within 26 dB of the loudest: how dense the texture is.
  private(set) var peakCount: Float = 0
  /// Share of the energy that stands in peaks, 0…1: tones against noise.
  private(set) var tonality: Float = 0

  private let binWidth: Float
  private let firstBin: Int
  private let lastBin: Int

  /// Octaves from 55 Hz: bass, tenor, alto, soprano, overtones. A register tells its own of a key.
  static var registerCount: Int { 5 }
  private static var lowest: Float { 55 }
  /// Hertz of the first and the last bin.
  private static var range: ClosedRange<Double> { 50...2000 }
  /// How many times the bass counts in `classes`: the bass tells the harmony.
  private static var bassWeight: Float { 3 }
  /// 26 dB as a ratio of magnitudes.
  private static var depth: Float { 0.05 }

  init(binCount: Int, binWidth: Double) {
    self.binWidth = Float(binWidth)
    firstBin = max(2, Int(Self.range.lowerBound / binWidth))
    lastBin = min(binCount - 2, Int(Self.range.upperBound / binWidth))
  }

  mutating func hear(_ magnitudes: borrowing Buffer<Float>) {
    var loudest: Float = 1e-6
    var energy: Float = 1e-12
    for bin in firstBin...lastBin {
      loudest = max(loudest, magnitudes[bin])
      energy += magnitudes[bin] * magnitudes[bin]
    }
    let least = loudest * Self.depth
    registers.fill(0)
    peakCount = 0
    var standing: Float = 0
    for bin in firstBin...lastBin {
      let here = magnitudes[bin]
      guard here > least, here > magnitudes[bin - 1], here >= magnitudes[bin + 1] else { continue }
      peakCount += 1
      standing += here * here
      add(bin: bin, before: magnitudes[bin - 1], here: here, after: magnitudes[bin + 1])
    }
    tonality = standing / energy
    normalise()
  }

  private func add(bin: Int, before: Float, here: Float, after: Float) {
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
    let octave = Int(max(Maths.log2(hertz / Self.lowest), 0))
    let note = Int(nearest)
    registers[min(octave, Self.registerCount - 1) * 12 + ((note % 12) + 12) % 12] += here.squareRoot() * aim
  }

  private mutating func normalise() {
    var sum: Float = 1e-12
    for i in 0..<registers.count { sum += registers[i] }
    for i in 0..<registers.count { registers[i] /= sum }
    var weighted: Float = 1e-12
    for note in 0..<12 {
      classes[note] = 0
      for register in 0..<Self.registerCount {
        classes[note] += registers[register * 12 + note] * (register < 2 ? Self.bassWeight : 1)
      }
      weighted += classes[note]
    }
    for note in 0..<12 { classes[note] /= weighted }
  }
}
