import Music

/// How strongly things begin in one hop: for each region of frequency and together, 1 being usual for a
/// strong beginning in this passage, 0 for nothing new.
package struct Onsets: Sendable {
  /// Below 130 Hz, to 500, to 2000, to 6000 Hz, and above.
  package var regions = InlineArray<5, Float>(repeating: 0)
  /// All regions together.
  package var strength: Float = 0
  /// Mean raw flux over all bands, in units of whitened log magnitude; not normalised.
  var flux: Float = 0
  /// The same of the bands below 500 Hz and above 2000 Hz.
  var lowFlux: Float = 0
  var highFlux: Float = 0

  package static let regionCount = 5
}

/// Onset strength by spectral flux on a logarithmic scale, with a maximum filter against vibrato and
/// adaptive whitening against level and tone.
///
/// Sources: S. Böck, G. Widmer, “Maximum Filter Vibrato Suppression for Onset Detection”, DAFx-13;
/// D. Stowell, M. Plumbley, “Adaptive whitening for improved real-time audio onset detection”, ICMC 2007.
struct OnsetDetector: ~Copyable {
  let filterbank: Filterbank
  /// Whitened log magnitudes of this hop, each 0…1.
  let levels: Buffer<Float>
  /// Linear magnitudes of this hop's bands.
  let bands: Buffer<Float>
  /// How far each whitened level stands above the maximum-filtered one of 16 ms before, ≥ 0.
  let rises: Buffer<Float>
  private let peaks: Buffer<Float>
  /// `lagHops + 1` rows of maximum-filtered levels, a ring.
  private let past: Buffer<Float>
  private var row = 0
  private let parts: EarParts
  private let regionStart: InlineArray<6, Int>
  private var normalisers = InlineArray<6, Normaliser>(repeating: Normaliser())

  /// Distance of the difference, in hops: 16 ms, in which an attack crosses the steep part of the window.
  private static var lagHops: Int { 3 }
  /// Steps per octave: a quarter tone, so that the maximum filter spans a usual vibrato.
  private static var bandsPerOctave: Double { 24 }
  /// Half-life of a band's peak, seconds: longer than a bar's rest, shorter than a verse.
  private static var peakHalfLifeSeconds: Double { 3 }
  /// A band counts as loud as this share of the loudest at least (−20 dB): noise is not whitened into music.
  private static var share: Float { 0.1 }
  /// No band's peak is taken below this magnitude (−80 dB): silence stays silent.
  private static var floor: Float { 1e-4 }
  /// Slope of the compression: log2(1 + 20 x).
  private static var compression: Float { 20 }
  private let peakKeep = Maths.keep(halfLifeSeconds: peakHalfLifeSeconds, stepSeconds: Hop.seconds)

  init(binCount: Int, binWidth: Double, parts: EarParts = .all) {
    self.parts = parts
    let bank = Filterbank(
      binCount: binCount, binWidth: binWidth, range: 30...16_000, bandsPerOctave: Self.bandsPerOctave)
    let count = bank.bandCount
    regionStart = [
      0, bank.band(atOrAbove: 130), bank.band(atOrAbove: 500), bank.band(atOrAbove: 2000),
      bank.band(atOrAbove: 6000), count,
    ]
    levels = Buffer(count)
    bands = Buffer(count)
    rises = Buffer(count)
    peaks = Buffer(count, filledWith: Self.floor)
    past = Buffer(count * (Self.lagHops + 1))
    filterbank = bank
  }

  /// - Parameter magnitudes: one hop after the previous call.
  /// - Real-time safe.
  mutating func hear(_ magnitudes: borrowing Buffer<Float>) -> Onsets {
    filterbank.apply(magnitudes, into: bands)
    whiten()
    let rows = Self.lagHops + 1
    let before = past.base + ((row + 1) % rows) * levels.count
    var onsets = Onsets()
    var sum: Float = 0
    for region in 0..<Onsets.regionCount {
      var rise: Float = 0
      for band in regionStart[region]..<regionStart[region + 1] {
        rises[band] = max(0, levels[band] - before[band])
        rise += rises[band]
      }
      sum += rise
      let mean = rise / Float(regionStart[region + 1] - regionStart[region])
      onsets.regions[region] = normalisers[region].normalise(mean)
      if region < 2 { onsets.lowFlux += mean / 2 }
      if region > 2 { onsets.highFlux += mean / 2 }
    }
    onsets.flux = sum / Float(levels.count)
    onsets.strength = normalisers[Onsets.regionCount].normalise(onsets.flux)
    return onsets
  }

  /// Divides each band by its recent peak, compresses, and remembers the result spread by one band.
  private mutating func whiten() {
    var loudest = Self.floor
    for band in 0..<levels.count {
      let peak = max(bands[band], peaks[band] * peakKeep, Self.floor)
      peaks[band] = peak
      loudest = max(loudest, peak)
    }
    let least = loudest * Self.share
    let scale = 1 / Maths.log2(1 + Self.compression)
    for band in 0..<levels.count {
      let own = parts.contains(.whitening) ? max(peaks[band], least) : loudest
      let relative = bands[band] / own
      levels[band] = scale * Maths.log2(1 + Self.compression * relative)
    }
    row = (row + 1) % (Self.lagHops + 1)
    let spread = past.base + row * levels.count
    let last = levels.count - 1
    guard parts.contains(.vibratoFilter) else { return spread.update(from: levels.base, count: levels.count) }
    for band in 0...last {
      spread[band] = max(levels[max(band - 1, 0)], levels[band], levels[min(band + 1, last)])
    }
  }
}

/// Scales a flux so that 0 is its usual restlessness and 1 a strong beginning in this passage.
struct Normaliser {
  private var mean: Float = 0
  private var peak: Float = Normaliser.floor

  /// The least flux that counts as a beginning, in units of whitened log magnitude.
  private static var floor: Float { 0.04 }
  /// Half-life of the restlessness that is subtracted, seconds: about a beat.
  private static var meanHalfLifeSeconds: Double { 0.4 }
  /// Half-life of the peak, seconds: a bar or two.
  private static var peakHalfLifeSeconds: Double { 3 }
  /// How fast the peak follows a stronger beginning, per hop: one odd bang must not hush the passage.
  private static var attack: Float { 0.3 }
  private let meanKeep = Maths.keep(halfLifeSeconds: meanHalfLifeSeconds, stepSeconds: Hop.seconds)
  private let peakKeep = Maths.keep(halfLifeSeconds: peakHalfLifeSeconds, stepSeconds: Hop.seconds)

  mutating func normalise(_ flux: Float) -> Float {
    let risen = max(0, flux - mean)
    mean = flux + meanKeep * (mean - flux)
    if mean < 1e-9 { mean = 0 }
    peak = max(peak * peakKeep, Self.floor)
    if risen > peak { peak += Self.attack * (risen - peak) }
    return min(risen / peak, 2)
  }
}
