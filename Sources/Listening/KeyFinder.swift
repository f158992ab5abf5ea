import Music

/// The key by correlation of leaky chroma with profiles of the twenty-four keys.
///
/// Profiles after J. Albrecht, D. Shanahan, “The Use of Large Corpora to Train a New Type of Key-Finding
/// Algorithm”, Music Perception 2013 (values not checked against the paper). Method: C. Krumhansl,
/// “Cognitive Foundations of Musical Pitch”, 1990.
struct KeyFinder: ~Copyable {
  private(set) var key: Key?
  /// −1 (surely minor) … 1 (surely major), of the last few seconds.
  private(set) var modality: Float = 0
  private var slow = InlineArray<12, Float>(repeating: 0)
  private var quick = InlineArray<12, Float>(repeating: 0)
  private var heardSeconds: Double = 0
  private let slowKeep: Float
  private let quickKeep: Float
  private let stepSeconds: Double

  private static var major: InlineArray<12, Float> {
    [0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081]
  }
  private static var minor: InlineArray<12, Float> {
    [0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052]
  }
  /// Time constants, seconds: of the key, and of its mode, which listeners notice sooner.
  private static var keySeconds: Double { 10 }
  private static var modeSeconds: Double { 5 }
  /// Another key must correlate better by this much to take over.
  private static var lead: Float { 0.03 }
  /// A key correlates at least this well, or there is none.
  private static var gate: Float { 0.3 }
  /// Nothing is said of a key before this many seconds of music.
  private static var patienceSeconds: Double { 2 }
  /// Sharpness of the vote between major and minor keys.
  private static var gain: Float { 14 }

  init(stepSeconds: Double) {
    self.stepSeconds = stepSeconds
    slowKeep = Float(Maths.exponential(-stepSeconds / Self.keySeconds))
    quickKeep = Float(Maths.exponential(-stepSeconds / Self.modeSeconds))
  }

  mutating func hear(_ classes: InlineArray<12, Float>, isSilent: Bool) {
    guard !isSilent else { return rest() }
    heardSeconds += stepSeconds
    for i in 0..<12 {
      slow[i] = classes[i] + slowKeep * (slow[i] - classes[i])
      quick[i] = classes[i] + quickKeep * (quick[i] - classes[i])
    }
    choose()
    weighMode()
  }

  private mutating func rest() {
    heardSeconds = max(0, heardSeconds - stepSeconds)
    modality *= quickKeep
    if abs(modality) < 1e-6 { modality = 0 }
    if heardSeconds == 0 { key = nil }
  }

  private mutating func choose() {
    guard heardSeconds >= Self.patienceSeconds else { return }
    var best = (index: 0, value: -Float.infinity)
    var present = -Float.infinity
    for index in 0..<24 {
      let value = Self.correlation(slow, key: index)
      if value > best.value { best = (index, value) }
      if let key, index == Int(key.tonic) + (key.isMinor ? 12 : 0) { present = value }
    }
    if best.value < Self.gate {
      key = nil
    } else if key == nil || best.value > present + Self.lead {
      key = Key(tonic: Int8(best.index % 12), isMinor: best.index >= 12)
    }
  }

  private mutating func weighMode() {
    var major: Float = 0
    var minor: Float = 0
    for index in 0..<12 { major += Maths.exp(Self.gain * Self.correlation(quick, key: index)) }
    for index in 12..<24 { minor += Maths.exp(Self.gain * Self.correlation(quick, key: index)) }
    // Log-odds of 3 (20 : 1) are as sure as music gets.
    modality = Maths.tanh((Maths.log2(major) - Maths.log2(minor)) * 0.693_147 / 3)
  }

  /// Pearson correlation of a chroma with a key's profile; 0…11 major, 12…23 minor.
  private static func correlation(_ chroma: InlineArray<12, Float>, key: Int) -> Float {
    let profile = key < 12 ? major : minor
    var sum: Float = 0
    var profileSum: Float = 0
    for i in 0..<12 {
      sum += chroma[i]
      profileSum += profile[i]
    }
    var product: Float = 0
    var square: Float = 0
    var profileSquare: Float = 0
    for i in 0..<12 {
      let a = chroma[(i + key) % 12] - sum / 12
      let b = profile[i] - profileSum / 12
      product += a * b
      square += a * a
      profileSquare += b * b
    }
    return product / max((square * profileSquare).squareRoot(), 1e-12)
  }
}
