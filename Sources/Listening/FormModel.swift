import Music

/// New sections, build-ups and drops, from what `SongCues` says of the last seconds.
///
/// A network of one hidden layer gives each a likelihood, once in eight hops; see Tools/fit-mood. A drop is
/// said only if a build-up was believed within the last seconds: no build-up, no drop.
struct FormModel: ~Copyable {
  /// True in the hop that announces a new section.
  private(set) var beginsSection = false
  /// True in the hop that announces a drop.
  private(set) var drops = false
  /// Likelihood of being in the last seconds of a build-up, 0…1.
  private(set) var tension: Float = 0
  private let weights: Buffer<Float>
  private let hidden = Buffer<Float>(hiddenCount)
  private var sinceSection: Float = 0
  private var sinceDrop: Float = 0
  private var sinceBuild = armedSeconds

  private static var hiddenCount: Int { 12 }
  /// Likelihood of a section or a drop that is enough to announce it.
  private static var sectionThreshold: Float { 0.65 }
  private static var dropThreshold: Float { 0.4 }
  /// Tension that arms a drop, and for how long, seconds.
  private static var armingTension: Float { 0.5 }
  private static var armedSeconds: Float { 3 }
  /// No second section or drop within these times, seconds; nothing before the ear knows what is usual.
  private static var sectionDeadSeconds: Float { 6 }
  private static var dropDeadSeconds: Float { 8 }
  private static var patienceSeconds: Float { 4 }

  init() {
    weights = Buffer(FormModelTable.weights.count)
    for i in 0..<weights.count { weights[i] = FormModelTable.weights[i] }
  }

  /// Forgets what was announced: before every hop.
  mutating func clear() {
    beginsSection = false
    drops = false
  }

  /// Silence ends every build-up.
  mutating func rest() {
    tension = tension < 1e-6 ? 0 : tension * 0.99
    sinceBuild = min(sinceBuild + Float(Hop.seconds), Self.armedSeconds)
  }

  /// One step.
  ///
  /// - Parameter features: `SongCues.featureCount` numbers.
  mutating func hear(_ features: borrowing Buffer<Float>, heardSeconds: Float) {
    let inputs = SongCues.featureCount
    for unit in 0..<Self.hiddenCount {
      hidden[unit] = Maths.tanh(row(weights.base + unit * (inputs + 1), features.base, inputs))
    }
    let outputs = weights.base + Self.hiddenCount * (inputs + 1)
    let step = Float(SongCues.stepSeconds)
    tension = likelihood(outputs + Self.hiddenCount + 1)
    sinceBuild = tension > Self.armingTension ? 0 : min(sinceBuild + step, Self.armedSeconds)
    sinceSection = min(sinceSection + step, 60)
    sinceDrop = min(sinceDrop + step, 60)
    guard heardSeconds > Self.patienceSeconds else { return }
    if sinceSection > Self.sectionDeadSeconds, likelihood(outputs) > Self.sectionThreshold {
      beginsSection = true
      sinceSection = 0
    }
    let isArmed = sinceBuild < Self.armedSeconds && sinceDrop > Self.dropDeadSeconds
    if isArmed, likelihood(outputs + 2 * (Self.hiddenCount + 1)) > Self.dropThreshold {
      drops = true
      sinceDrop = 0
    }
  }

  private func likelihood(_ factors: UnsafePointer<Float>) -> Float {
    0.5 + 0.5 * Maths.tanh(0.5 * row(factors, hidden.base, Self.hiddenCount))
  }

  /// Weighted sum and the constant behind the weights.
  private func row(_ factors: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ count: Int) -> Float {
    var sum = factors[count]
    for i in 0..<count { sum += factors[i] * values[i] }
    return sum
  }
}
