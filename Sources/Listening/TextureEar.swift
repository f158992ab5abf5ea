import Music

/// Words for the texture, and whether it is music at all, speech, or noise such as applause.
///
/// Speech swings in level and brightness and pauses; music holds its tones and keeps time (after E. Scheirer,
/// M. Slaney, “Construction and Evaluation of a Robust Multifeature Speech/Music Discriminator”, ICASSP 1997).
/// A multinomial logistic model of thirteen cues, means of three seconds, fitted by Tools/train-mood.
struct TextureEar: ~Copyable {
  private(set) var texture = Texture()
  /// How likely the sound is music, 0…1.
  private(set) var musicality: Float = 0
  private let table = Buffer<Float>(5 * cueCount)
  private let now = Buffer<Float>(cueCount)
  private let means = Buffer<Float>(cueCount)
  private var brightness: Float = 0
  private var level: Float = 0
  private var quickLevel: Float = 0
  private var centroid: Float = 0
  private var tonality: Float = 0
  private var heardSeconds: Float = 0

  private static var cueCount: Int { SoundKindTable.cues.count }
  private static var meanSeconds: Float { 3 }
  private static var swingSeconds: Float { 0.8 }
  private static var quickSeconds: Float { 0.15 }
  /// Cues whose mean is of squares.
  private static var squared: InlineArray<4, Int> { [0, 1, 2, 4] }
  /// Music is named after so many seconds; anything else after more, since music still finds its beat then.
  private static var musicSeconds: Float { 1.5 }
  private static var otherSeconds: Float { 5 }
  /// A kind less likely than this is not named.
  private static var gate: Float { 0.6 }
  /// A cue further from its mean than this many spreads counts as this far: what was never heard is not sure.
  private static var bound: Float { 2.5 }
  /// Bands between 300 Hz and 3 kHz, about.
  private static var middle: Range<Int> { 8..<14 }
  /// Where nine of ten passages of own songs lie: quick swing, tonality, peaks, onsets, beat, middle, centroid swing.
  private static var quickSwings: ClosedRange<Float> { 0.23...0.9 }
  private static var tonalities: ClosedRange<Float> { 0.45...0.55 }
  private static var peaks: ClosedRange<Float> { 3.6...5.3 }
  private static var onsets: ClosedRange<Float> { 1.4...2.8 }
  private static var beats: ClosedRange<Float> { 0.3...0.95 }
  private static var middles: ClosedRange<Float> { 0.9...3 }
  private static var centroidSwings: ClosedRange<Float> { 0.2...0.75 }
  private static var centroids: ClosedRange<Float> { 9.4...11.9 }

  init() {
    for (i, cue) in SoundKindTable.cues.enumerated() {
      for (j, number) in [cue.centre, 1 / cue.spread, cue.music, cue.speech, cue.noise].enumerated() {
        table[5 * i + j] = number
      }
    }
  }

  /// One step of `SongCues`.
  mutating func hear(
    cues: borrowing Buffer<Float>, bands: borrowing Buffer<Float>, tonality: Float, beat: Float
  ) {
    heardSeconds = min(heardSeconds + Float(SongCues.stepSeconds), 3600)
    gather(cues, bands, tonality: tonality, beat: beat)
    for i in 0..<Self.cueCount { means[i] += (now[i] - means[i]) * share(Self.meanSeconds) }
    brightness += (cues[SongCues.Cue.centroid] - brightness) * share(Self.meanSeconds)
    texture.percussive =
      0.5 * Self.place(value(1), Self.quickSwings) + 0.5 - 0.5 * Self.place(means[3], Self.tonalities)
    texture.dense = 0.5 * Self.place(means[11], Self.peaks) + 0.5 * Self.place(means[10], Self.onsets)
    texture.bright = Self.place(brightness, Self.centroids)
    texture.steady = Self.place(means[6], Self.beats)
    texture.vocal = (Self.place(means[12], Self.middles) * Self.place(value(2), Self.centroidSwings))
      .squareRoot()
    nameKind()
  }

  /// Silence is what it is at once.
  mutating func rest() {
    heardSeconds = 0
    musicality = 0
    texture = Texture()
  }

  private mutating func gather(
    _ cues: borrowing Buffer<Float>, _ bands: borrowing Buffer<Float>, tonality: Float, beat: Float
  ) {
    let loud = cues[SongCues.Cue.level]
    let bright = cues[SongCues.Cue.centroid]
    level += (loud - level) * share(Self.swingSeconds)
    quickLevel += (loud - quickLevel) * share(Self.quickSeconds)
    centroid += (bright - centroid) * share(Self.swingSeconds)
    self.tonality += (tonality - self.tonality) * share(Self.swingSeconds)
    now[0] = (loud - level) * (loud - level)
    now[1] = (loud - quickLevel) * (loud - quickLevel)
    now[2] = (bright - centroid) * (bright - centroid)
    now[3] = tonality
    now[4] = (tonality - self.tonality) * (tonality - self.tonality)
    now[5] = cues[SongCues.Cue.flatness]
    now[6] = beat
    now[7] = cues[SongCues.Cue.lowShare]
    now[8] = cues[SongCues.Cue.highShare]
    now[9] = cues[SongCues.Cue.flux]
    now[10] = cues[SongCues.Cue.onsetRate]
    now[11] = cues[SongCues.Cue.peaks]
    var (inside, all): (Float, Float) = (0, 0)
    for band in 0..<SongCues.bandCount {
      all += bands[band] / Float(SongCues.bandCount)
      if Self.middle.contains(band) { inside += bands[band] / Float(Self.middle.count) }
    }
    now[12] = inside - all
  }

  /// A cue's mean; of squares, their root.
  private func value(_ cue: Int) -> Float {
    let squared = Self.squared
    for i in 0..<4 where squared[i] == cue { return means[cue].squareRoot() }
    return means[cue]
  }

  private mutating func nameKind() {
    var sums: InlineArray<3, Float> = [
      SoundKindTable.constants.music, SoundKindTable.constants.speech, SoundKindTable.constants.noise,
    ]
    for cue in 0..<Self.cueCount {
      let score = min(max((value(cue) - table[5 * cue]) * table[5 * cue + 1], -Self.bound), Self.bound)
      for kind in 0..<3 { sums[kind] += score * table[5 * cue + 2 + kind] }
    }
    let most = max(sums[0], sums[1], sums[2])
    let isMusic = sums[0] == most
    var total: Float = 0
    for kind in 0..<3 {
      sums[kind] = Maths.exp(sums[kind] - most)
      total += sums[kind]
    }
    musicality = sums[0] / total
    let chance = max(sums[0], sums[1], sums[2]) / total
    texture.kindConfidence = chance
    guard heardSeconds > (isMusic ? Self.musicSeconds : Self.otherSeconds), chance > Self.gate else {
      texture.kind = .unknown
      return
    }
    texture.kind = isMusic ? .music : sums[1] > sums[2] ? .speech : .noise
  }

  private func share(_ seconds: Float) -> Float {
    let step = Float(SongCues.stepSeconds)
    return max(1 - Maths.exp(-step / seconds), step / heardSeconds)
  }

  /// Where a value lies in a range, 0…1.
  private static func place(_ value: Float, _ range: ClosedRange<Float>) -> Float {
    min(max((value - range.lowerBound) / (range.upperBound - range.lowerBound), 0), 1)
  }
}
