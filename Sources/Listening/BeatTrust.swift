/// How far the beat can be believed: the chance that the next one said is right within 70 ms.
///
/// A logistic function of how much of the filter's belief agrees and of how sure the network was of the last beats; its
/// weights are fitted by Tools/fit-beat-trust on music the network did not learn from
/// and on talk, applause and drones, where every beat said is wrong. Source: J. Platt, “Probabilistic Outputs for
/// Support Vector Machines”, 1999.
struct BeatTrust {
  /// 0…1.
  private(set) var chance: Float = 0
  /// Share of the filter's belief that agrees in tempo and phase, eased over half a second, 0…1.
  private(set) var agreement: Float = 0
  /// The network's best chance of a beat around the last beats, 0…1.
  private(set) var onBeat: Float = 0

  /// The same of beats at any phase: whether something beats, wherever.
  private(set) var somewhere: Float = 0

  private var beat: Int64 = 0
  private var best: Float = 0
  private var most: Float = 0
  private var weight: Float = 0

  /// Half-life of agreement, seconds: confidence is a matter of beats, not of frames.
  private static var halfLifeSeconds: Double { 0.35 }
  /// Share of the past that outlasts a beat: half is forgotten in four.
  private static var keep: Float { 0.84 }
  /// What lies within this share of a beat belongs to it.
  private static var reach: Double { 0.15 }
  /// Weights of agreement, of the word on the beat, and the constant.
  private static var weights: InlineArray<3, Float> { [4.68, 6.79, -7.66] }
  /// What is taken off where the word may lie at any phase, as noise's best word does.
  private static var doubtSomewhere: Float { 2 }
  /// Weights of agreement and the constant where there is no network.
  private static var weightsAlone: InlineArray<2, Float> { [10.6, -8.3] }
  private let keepAgreement: Float

  init(stepSeconds: Double) {
    keepAgreement = Maths.keep(halfLifeSeconds: Self.halfLifeSeconds, stepSeconds: stepSeconds)
  }

  /// Chance that there is a beat, be its phase what it may; 0 without the network.
  var chanceSomewhere: Float {
    guard weight > 0 else { return 0 }
    return Maths.chance(
      logOdds: Self.weights[0] + Self.weights[1] * somewhere + Self.weights[2] - Self.doubtSomewhere)
  }

  /// One frame of the filter.
  ///
  /// - Parameters:
  ///   - agreement: the filter's, 0 in silence.
  ///   - beats: count of beats at the sound of the frame; `logOdds` the network's of a beat there, nil without it.
  /// - Real-time safe.
  mutating func hear(agreement now: Float, beats: Double, logOdds: Float?) {
    agreement = now + keepAgreement * (agreement - now)
    if agreement < 1e-6 { agreement = 0 }
    guard let logOdds else {
      let sum = Self.weightsAlone[0] * agreement + Self.weightsAlone[1]
      chance = agreement == 0 ? 0 : Maths.chance(logOdds: sum)
      return
    }
    let nearest = Int64((beats + 0.5).rounded(.down))
    if nearest != beat {
      beat = nearest
      weight = 1 + Self.keep * weight
      onBeat += (best - onBeat) / weight
      somewhere += (most - somewhere) / weight
      best = 0
      most = 0
    }
    let word = Maths.chance(logOdds: logOdds)
    most = max(most, word)
    if abs(Maths.wrapped(beats)) < Self.reach { best = max(best, word) }
    let odds = Self.weights[0] * agreement + Self.weights[1] * onBeat + Self.weights[2]
    chance = agreement == 0 ? 0 : Maths.chance(logOdds: odds)
  }
}
