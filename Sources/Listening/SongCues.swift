import Music

/// What the judgements of mood and form are made of, once in eight hops (43 ms): sixteen cues of the sound,
/// and how the last quarter second differs from the seconds before.
///
/// Novelty is a causal relative of J. Foote, “Automatic Audio Segmentation Using a Measure of Audio
/// Novelty”, ICME 2000: his kernel waits for its second half, these memories look back only.
struct SongCues: ~Copyable {
  /// The cues of the latest step; see `Cue`.
  let cues = Buffer<Float>(cueCount)
  /// What the form network reads, `featureCount` numbers.
  let features = Buffer<Float>(featureCount)
  /// Spectral shape of the last quarter second: log2 magnitudes of `bandCount` bands around their mean.
  let shape = Buffer<Float>(bandCount)
  /// Log2 magnitudes of the bands in the latest step.
  let bands = Buffer<Float>(bandCount)
  /// Mean distance of the shape from the passage's own, in its spreads.
  private(set) var novelty: Float = 0
  private(set) var heardSeconds: Float = 0

  private let group: Buffer<Int32>
  private let centres: Buffer<Float>
  private let sums = Buffer<Float>(bandCount + cueCount)
  private let quick = Buffer<Float>(cueCount)
  private let middle = Buffer<Float>(cueCount)
  private let slow = Buffer<Float>(cueCount)
  private let spread = Buffer<Float>(cueCount, filledWith: 1)
  private let slowShape = Buffer<Float>(bandCount)
  private let shapeSpread = Buffer<Float>(bandCount, filledWith: 1)
  private var quickChroma = InlineArray<12, Float>(repeating: 0)
  private var slowChroma = InlineArray<12, Float>(repeating: 0)
  private var memory = PassageMemory()
  private let recalls: Bool
  /// What was new in the last 32 steps (1.4 s): a ring of novelty, harmony and the memory's nearest three.
  private let past = Buffer<Float>(32 * newsCount)
  private var step = 0
  private var hops = 0
  private var lastLevel: Float = 0
  private var onsetRate = OnsetRate(seconds: 1)

  static var hopsPerStep: Int { 8 }
  static var stepSeconds: Double { Hop.seconds * Double(hopsPerStep) }
  static var cueCount: Int { 16 }
  static var bandCount: Int { 20 }
  /// Quick and middle against slow, absolute, shape by quarters, chroma, the memory's distances, what was new
  /// before, place in the bar, tonality.
  static var featureCount: Int { 3 * cueCount + 4 + 1 + PassageMemory.distanceCount + 3 * newsCount + 4 + 1 }
  private static var newsCount: Int { 5 }
  /// Which cue stands where.
  enum Cue {
    static var level: Int { 0 }
    static var flux: Int { 1 }
    static var lowFlux: Int { 2 }
    static var highFlux: Int { 3 }
    static var regions: Int { 4 }
    static var centroid: Int { 9 }
    static var lowShare: Int { 10 }
    static var highShare: Int { 11 }
    static var flatness: Int { 12 }
    static var peaks: Int { 13 }
    static var onsetRate: Int { 14 }
    static var fall: Int { 15 }
  }
  /// Time constants of the memories, seconds.
  private static var quickSeconds: Double { 0.2 }
  private static var harmonySeconds: Double { 0.35 }
  private static var middleSeconds: Double { 1.5 }
  private static var slowSeconds: Double { 7 }
  /// Least spread of a cue or band: below it steadiness would make anything new.
  private static var leastSpread: Float { 0.3 }

  /// - Parameter centres: hertz of each band given to `hear`.
  init(centres given: borrowing Buffer<Float>, parts: EarParts = .all) {
    recalls = parts.contains(.passageMemory)
    group = Buffer(given.count, filledWith: 0)
    centres = Buffer(given.count)
    let octaves = Maths.log2(given[given.count - 1] / given[0]) + 1e-3
    for band in 0..<given.count {
      centres[band] = given[band]
      group[band] = Int32(Float(Self.bandCount) * Maths.log2(given[band] / given[0]) / octaves)
    }
  }

  /// One hop.
  ///
  /// - Parameter bands: linear magnitudes of the filterbank.
  mutating func hear(_ bands: borrowing Buffer<Float>, onsets: Onsets, meanSquare: Float) {
    onsetRate.hear(onsets.strength)
    for band in 0..<group.count { sums[Int(group[band])] += bands[band] }
    let cue = sums.base + Self.bandCount
    let level = 0.5 * Maths.log2(max(meanSquare, 1e-9))
    cue[Cue.level] += meanSquare
    cue[Cue.flux] += onsets.flux
    cue[Cue.lowFlux] += onsets.lowFlux
    cue[Cue.highFlux] += onsets.highFlux
    for region in 0..<5 { cue[Cue.regions + region] += onsets.regions[region] }
    cue[Cue.fall] += min(max(lastLevel - level, 0), 1)
    lastLevel = level
    addTone(bands, to: cue)
    hops += 1
  }

  /// Closes a step.
  ///
  /// - Parameters:
  ///   - chroma: of the latest long spectrum.
  ///   - grid: of the beat, as of now.
  mutating func close(chroma: borrowing Chroma, grid: BeatGrid, nowSeconds: Double) {
    heardSeconds = min(heardSeconds + Float(Self.stepSeconds), 3600)
    read(peakCount: chroma.peakCount)
    remember()
    rememberShape()
    let harmony = rememberChroma(chroma.classes)
    recall(chroma.classes)
    describe(harmony: harmony, tonality: chroma.tonality, grid: grid, nowSeconds: nowSeconds)
    sums.fill(0)
    hops = 0
    step += 1
  }

  /// Silence: what comes next is judged by itself.
  mutating func rest() {
    heardSeconds = 0
    onsetRate.rest()
    novelty = 0
    hops = 0
    sums.fill(0)
    past.fill(0)
    memory.forget()
  }

  private func addTone(_ bands: borrowing Buffer<Float>, to cue: UnsafeMutablePointer<Float>) {
    var energy: Float = 1e-9
    var moment: Float = 0
    var low: Float = 0
    var high: Float = 0
    for band in 0..<group.count {
      let magnitude = bands[band]
      energy += magnitude
      moment += magnitude * centres[band]
      if centres[band] < 150 { low += magnitude }
      if centres[band] > 4000 { high += magnitude }
    }
    cue[Cue.centroid] += moment / energy
    cue[Cue.lowShare] += low / energy
    cue[Cue.highShare] += high / energy
  }

  /// Sums of the step into cues.
  private func read(peakCount: Float) {
    let scale = 1 / Float(max(hops, 1))
    let sum = sums.base + Self.bandCount
    cues[Cue.level] = 0.5 * Maths.log2(max(sum[Cue.level] * scale, 1e-9))
    for i in Cue.flux...Cue.highFlux {
      cues[i] = Maths.log2(max(sum[i] * scale, 1e-3))
    }
    for i in Cue.regions..<Cue.centroid { cues[i] = (sum[i] * scale).squareRoot() }
    cues[Cue.centroid] = Maths.log2(max(sum[Cue.centroid] * scale, 50))
    cues[Cue.lowShare] = sum[Cue.lowShare] * scale
    cues[Cue.highShare] = (sum[Cue.highShare] * scale).squareRoot()
    cues[Cue.peaks] = Maths.log2(max(peakCount, 1))
    cues[Cue.onsetRate] = Maths.log2(1 + onsetRate.perSecond)
    cues[Cue.fall] = sum[Cue.fall] * scale
    var mean: Float = 0
    var total: Float = 1e-9
    for band in 0..<Self.bandCount {
      mean += Maths.log2(max(sums[band], 1e-6)) / Float(Self.bandCount)
      total += sums[band] / Float(Self.bandCount)
    }
    cues[Cue.flatness] = mean - Maths.log2(total)
  }

  private func share(_ seconds: Double) -> Float {
    max(Float(1 - Maths.exponential(-Self.stepSeconds / seconds)), Float(Self.stepSeconds) / heardSeconds)
  }

  private func remember() {
    let (a, b, c) = (share(Self.quickSeconds), share(Self.middleSeconds), share(Self.slowSeconds))
    for i in 0..<Self.cueCount {
      quick[i] += (cues[i] - quick[i]) * a
      middle[i] += (cues[i] - middle[i]) * b
      slow[i] += (cues[i] - slow[i]) * c
      let off = quick[i] - slow[i]
      spread[i] += (off * off - spread[i]) * min(c, 0.1)
    }
  }

  private mutating func rememberShape() {
    let (a, c) = (share(Self.quickSeconds), share(Self.slowSeconds))
    var mean: Float = 0
    for band in 0..<Self.bandCount {
      bands[band] = Maths.log2(max(sums[band], 1e-6))
      mean += bands[band] / Float(Self.bandCount)
    }
    novelty = 0
    for i in 0..<4 { features[3 * Self.cueCount + i] = 0 }
    for band in 0..<Self.bandCount {
      let value = bands[band] - mean
      shape[band] += (value - shape[band]) * a
      let off = shape[band] - slowShape[band]
      let distance = min(abs(off) / max(shapeSpread[band].squareRoot(), Self.leastSpread), 4)
      novelty += distance / Float(Self.bandCount)
      features[3 * Self.cueCount + band / 5] += distance / 5
      slowShape[band] += (value - slowShape[band]) * c
      shapeSpread[band] += (off * off - shapeSpread[band]) * min(c, 0.1)
    }
  }

  /// Distance of the latest harmony from the passage's, 0…1.
  private mutating func rememberChroma(_ chroma: InlineArray<12, Float>) -> Float {
    let (a, c) = (share(Self.harmonySeconds), share(Self.slowSeconds))
    var product: Float = 0
    var square: Float = 1e-9
    var slowSquare: Float = 1e-9
    for i in 0..<12 {
      quickChroma[i] += (chroma[i] - quickChroma[i]) * a
      product += quickChroma[i] * slowChroma[i]
      square += quickChroma[i] * quickChroma[i]
      slowSquare += slowChroma[i] * slowChroma[i]
      slowChroma[i] += (chroma[i] - slowChroma[i]) * c
    }
    return 1 - product / (square * slowSquare).squareRoot()
  }

  /// Compares the present with the passage's memory, then adds it.
  private mutating func recall(_ chroma: InlineArray<12, Float>) {
    let shapes = PassageMemory.shapeWidth
    var sum: Float = 1e-9
    for i in 0..<12 { sum += quickChroma[i] }
    var mean: Float = 0
    for band in 0..<shapes { mean += bands[band] / Float(shapes) }
    for band in 0..<shapes {
      memory.present[band] = shape[band]
      memory.sums[band] += bands[band] - mean
    }
    for i in 0..<12 {
      memory.present[shapes + i] = (quickChroma[i] / sum).squareRoot()
      memory.sums[shapes + i] += chroma[i].squareRoot()
    }
    let compared: InlineArray<4, Int> = [Cue.flux, Cue.highFlux, Cue.peaks, Cue.onsetRate]
    for i in 0..<4 {
      memory.present[shapes + 12 + i] = quick[compared[i]]
      memory.sums[shapes + 12 + i] += cues[compared[i]]
    }
    if recalls { memory.compare() }
    memory.remember()
  }

  private mutating func describe(harmony: Float, tonality: Float, grid: BeatGrid, nowSeconds: Double) {
    let count = Self.cueCount
    for i in 0..<count {
      let scale = 1 / max(spread[i].squareRoot(), Self.leastSpread * 0.5)
      features[i] = min(max((quick[i] - slow[i]) * scale, -4), 4)
      features[count + i] = min(max((middle[i] - slow[i]) * scale, -4), 4)
      features[2 * count + i] = i == Cue.level ? min(heardSeconds / 10, 1) : middle[i]
    }
    var place = 3 * count + 4
    features[place] = harmony
    place += 1
    for i in 0..<PassageMemory.distanceCount { features[place + i] = memory.distances[i] }
    place += PassageMemory.distanceCount
    noteNews(harmony: harmony)
    let back: InlineArray<3, Int> = [6, 14, 28]
    for i in 0..<3 {
      let row = past.base + (step + 32 - back[i]) % 32 * Self.newsCount
      for j in 0..<Self.newsCount { features[place + j] = row[j] }
      place += Self.newsCount
    }
    let beats = grid.beats(atSeconds: nowSeconds)
    let bars = grid.bars(atSeconds: nowSeconds)
    features[place] = grid.confidence * Float(Maths.cosine(2 * .pi * beats))
    features[place + 1] = grid.confidence * Float(Maths.sine(2 * .pi * beats))
    features[place + 2] = grid.downbeatConfidence * Float(Maths.cosine(2 * .pi * bars))
    features[place + 3] = grid.downbeatConfidence * Float(Maths.sine(2 * .pi * bars))
    features[place + 4] = tonality
  }

  private func noteNews(harmony: Float) {
    let row = past.base + step % 32 * Self.newsCount
    row[0] = novelty
    row[1] = harmony
    row[2] = memory.distances[0]
    row[3] = memory.distances[3]
    row[4] = memory.distances[5]
  }
}
