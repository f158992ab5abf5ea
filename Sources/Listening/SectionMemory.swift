import Music

/// Remembers how each section of the take began, and tells when one of them comes back.
///
/// A section's first eight seconds are kept as blocks of a third of a second: harmony, spectral shape, cues.
/// While a new section plays, its harmony is correlated with each of the others in twelve transpositions and a
/// few offsets (J. Serrà, E. Gómez, P. Herrera, X. Serra, “Chroma Binary Similarity and Local Alignment Applied
/// to Cover Song Identification”, IEEE TASLP 2008, has the optimal transposition), and its mean sound with
/// theirs. The weights are a logistic regression on pairs of sections of songs that we composed.
struct SectionMemory: ~Copyable {
  /// Log-odds that the present section is the same as each remembered one.
  let odds = Buffer<Float>(capacity, filledWith: -9)
  /// Sections begun so far.
  private(set) var begun = 0
  /// Blocks of the present section heard, at most `blockCount`.
  private(set) var heardBlocks = 0
  /// The remembered section most like the present, or nil before enough was heard.
  private(set) var best: (label: Int16, odds: Float, transposition: Int8)?

  private let block = Buffer<Float>(width)
  private var stepsInBlock = 0
  /// The latest blocks, a ring.
  private let recent = Buffer<Float>(recentCount * width)
  private var made = 0
  /// `capacity` fingerprints of `blockCount + 2 × slack` blocks.
  private let prints = Buffer<Float>(capacity * printLength * width)
  private let printBlocks = Buffer<Int32>(capacity, filledWith: 0)
  private let labels = Buffer<Int16>(capacity, filledWith: -1)
  /// Sums of correlations: section × offset × transposition.
  private let sums = Buffer<Float>(capacity * offsetCount * 12)
  /// Sums of shape and cues: each section's over as many blocks as the present has.
  private let means = Buffer<Float>(capacity * soundWidth)
  private let presentMean = Buffer<Float>(soundWidth)
  private var labelCount: Int16 = 0

  static var capacity: Int { 64 }
  static var stepsPerBlock: Int { 8 }
  static var blockSeconds: Double { SongCues.stepSeconds * Double(stepsPerBlock) }
  /// Blocks of a fingerprint: eight seconds.
  static var blockCount: Int { 24 }
  /// Nothing is said before so many blocks: five seconds.
  static var leastBlocks: Int { 14 }
  private static var slack: Int { 2 }
  private static var offsetCount: Int { 2 * slack + 1 }
  private static var printLength: Int { blockCount + 2 * slack }
  private static var recentCount: Int { 32 }
  private static var soundWidth: Int { SongCues.bandCount + SongCues.cueCount - 1 }
  private static var width: Int { 12 + soundWidth }
  /// Weights of harmony, of the mean distance of shape and of cues in their spreads, and the constant.
  private static var harmonyWeight: Float { 5.06 }
  private static var shapeWeight: Float { -1.97 }
  private static var cueWeight: Float { -8.5 }
  private static var constant: Float { -1.0 }
  /// Spreads of the cues over many songs, the level left out.
  private static var spreads: InlineArray<15, Float> {
    [1.65, 1.85, 1.9, 0.187, 0.181, 0.188, 0.186, 0.198, 0.882, 0.131, 0.172, 0.637, 0.993, 0.618, 0.1]
  }

  /// Ends the present section and begins another, so many seconds ago.
  ///
  /// - Parameter isKnown: whether the present section's label stands: a return keeps the label it returned to.
  mutating func begin(secondsAgo: Double) {
    if begun > 0 { settle() }
    begun += 1
    heardBlocks = 0
    best = nil
    odds.fill(-9)
    sums.fill(0)
    means.fill(0)
    presentMean.fill(0)
    let slot = (begun - 1) % Self.capacity
    labels[slot] = -1
    printBlocks[slot] = 0
    (prints.base + slot * Self.printLength * Self.width).update(
      repeating: 0, count: Self.printLength * Self.width)
    let back = min(Int((secondsAgo / Self.blockSeconds).rounded()), made, Self.recentCount - Self.slack)
    for age in stride(from: min(back + Self.slack, made), to: 0, by: -1) {
      take(recent.base + (made - age) % Self.recentCount * Self.width, isBefore: age > back)
    }
  }

  /// The label of the present section as far as it is known: an old one with strong odds, or a new one.
  var label: Int16 { best.map { $0.odds > 0 ? $0.label : labelCount } ?? (begun == 1 ? 0 : -1) }

  /// Gives the present section its label for good.
  private mutating func settle() {
    let slot = (begun - 1) % Self.capacity
    if let best, best.odds > 0 {
      labels[slot] = best.label
    } else if heardBlocks >= Self.leastBlocks {
      labels[slot] = labelCount
      labelCount += 1
    }
  }

  /// One step of `SongCues`. Real-time safe.
  mutating func hear(
    cues: borrowing Buffer<Float>, bands: borrowing Buffer<Float>, chroma: InlineArray<12, Float>
  ) {
    var mean: Float = 0
    for band in 0..<SongCues.bandCount { mean += bands[band] / Float(SongCues.bandCount) }
    for i in 0..<12 { block[i] += chroma[i].squareRoot() }
    for band in 0..<SongCues.bandCount { block[12 + band] += bands[band] - mean }
    for i in 1..<SongCues.cueCount { block[11 + SongCues.bandCount + i] += cues[i] }
    stepsInBlock += 1
    guard stepsInBlock == Self.stepsPerBlock else { return }
    closeBlock()
    let row = recent.base + made % Self.recentCount * Self.width
    row.update(from: block.base, count: Self.width)
    made += 1
    block.fill(0)
    stepsInBlock = 0
    if begun > 0 { take(row, isBefore: false) }
  }

  /// Silence: half a block is no block.
  mutating func rest() {
    block.fill(0)
    stepsInBlock = 0
  }

  /// Sums into means; harmony around its mean, of length 1.
  private func closeBlock() {
    for i in 0..<Self.width { block[i] /= Float(Self.stepsPerBlock) }
    var mean: Float = 0
    for i in 0..<12 { mean += block[i] / 12 }
    var square: Float = 1e-9
    for i in 0..<12 {
      block[i] -= mean
      square += block[i] * block[i]
    }
    for i in 0..<12 { block[i] /= square.squareRoot() }
  }

  private mutating func take(_ row: UnsafePointer<Float>, isBefore: Bool) {
    let slot = (begun - 1) % Self.capacity
    let kept = Int(printBlocks[slot])
    // The blocks before the beginning serve comparisons that begin a little early.
    let place = isBefore ? kept : max(kept, Self.slack)
    if place < Self.printLength {
      (prints.base + (slot * Self.printLength + place) * Self.width).update(from: row, count: Self.width)
      printBlocks[slot] = Int32(place + 1)
    }
    guard !isBefore, heardBlocks < Self.blockCount else { return }
    for i in 0..<Self.soundWidth { presentMean[i] += row[12 + i] }
    for other in 0..<min(begun, Self.capacity) where other != slot && labels[other] >= 0 {
      compare(row, with: other)
    }
    heardBlocks += 1
    if heardBlocks >= Self.leastBlocks { judge(except: slot) }
  }

  private func compare(_ row: UnsafePointer<Float>, with other: Int) {
    let print = prints.base + other * Self.printLength * Self.width
    for offset in 0..<Self.offsetCount {
      let theirs = print + (heardBlocks + offset) * Self.width
      let sum = sums.base + (other * Self.offsetCount + offset) * 12
      for shift in 0..<12 {
        var product: Float = 0
        for i in 0..<12 { product += row[i] * theirs[(i + 12 - shift) % 12] }
        sum[shift] += product
      }
    }
    let sound = print + (heardBlocks + Self.slack) * Self.width + 12
    for i in 0..<Self.soundWidth { means[other * Self.soundWidth + i] += sound[i] }
  }

  private mutating func judge(except slot: Int) {
    best = (-1, -9, 0)
    for other in 0..<min(begun, Self.capacity) where other != slot && labels[other] >= 0 {
      guard Int(printBlocks[other]) >= heardBlocks + Self.slack else { continue }
      let (harmony, shift) = bestHarmony(with: other)
      odds[other] =
        Self.harmonyWeight * harmony + Self.shapeWeight * distance(to: other, 0..<SongCues.bandCount)
        + Self.cueWeight * distance(to: other, SongCues.bandCount..<Self.soundWidth) + Self.constant
      if odds[other] > best?.odds ?? 0 || best?.label == -1 {
        best = (labels[other], odds[other], Int8(shift > 6 ? shift - 12 : shift))
      }
    }
  }

  private func bestHarmony(with other: Int) -> (value: Float, shift: Int) {
    var best = (value: -Float.infinity, shift: 0)
    for i in 0..<Self.offsetCount * 12 {
      let value = sums[other * Self.offsetCount * 12 + i] / Float(heardBlocks)
      if value > best.value { best = (value, i % 12) }
    }
    return best
  }

  private func distance(to other: Int, _ range: Range<Int>) -> Float {
    let spreads = Self.spreads
    var sum: Float = 0
    for i in range {
      let off = abs(presentMean[i] - means[other * Self.soundWidth + i]) / Float(heardBlocks)
      sum += i < SongCues.bandCount ? off : off / spreads[i - SongCues.bandCount]
    }
    return sum / Float(range.count)
  }
}
