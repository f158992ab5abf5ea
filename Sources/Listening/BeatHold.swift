/// Keeps the beat where it was when the belief jumps to the off-beat or to another metrical level.
///
/// Where every half beat sounds alike, the belief may turn over in the middle of a song, or count twice as fast. A
/// musician who has been sure of the beat for a while doesn't follow at once, and plays on: the other reading must hold
/// out for as long as the old one was trusted, and by how much more it is believed counts.
struct BeatHold {
  /// Chance that the beat that is kept is the right one of the two, 0…1; 0 while belief and beat agree.
  private(set) var standing: Float = 0
  /// Trust gathered on the present beat, and evidence for another phase or level: natural-log odds × seconds.
  private var merit = 0.0
  private var phaseDoubt = 0.0
  private var levelDoubt = 0.0
  private var isLevelKept = false

  /// A jump of phase is one from this far, beats: anything less is rubato or another song, and is followed.
  private static var offBeat: Double { 0.44 }
  /// Only beats trusted more than this count as merit, and how much a beat of full trust beyond it is worth.
  private static var sure: Float { 0.8 }
  private static var worth: Double { 16 }
  private static var mostMerit: Double { 60 }
  /// With less merit nothing is said of a beat that is only kept.
  private static var leastMerit: Double { 3 }
  /// Log-odds × seconds of merit over doubt that make e to 1 for the beat that is kept.
  private static var unit: Double { 3.3 }
  /// Log-odds beyond this count no more.
  private static var mostOdds: Double { 3 }
  /// What is left of doubt after a step without a jump.
  private static var doubtKept: Double { 0.995 }
  /// What is left of merit after a step of silence, or one in which the belief strays by more than `stray` beats.
  private static var meritKept: Double { 0.97 }
  private static var stray: Double { 0.25 }
  /// Belief below this says nothing about the phase.
  private static var leastAgreement: Float { 1e-3 }
  /// Another level lies this near to a whole multiple or part of the period, relative.
  private static var kinship: Double { 0.06 }
  /// Share of the merit that holds the level: a level is a matter of taste, a phase is not.
  private static var levelShare: Double { 0.25 }

  /// Which reading is followed.
  ///
  /// - Parameters:
  ///   - best: the most believed; `near` the most believed around the phase `expected` (0..<1).
  ///   - trust: chance that the next beat is right, 0…1.
  ///   - stepSeconds: since the last call.
  /// - Real-time safe.
  mutating func choose(
    best: BeatReading, near: BeatReading, expected: Double, trust: Float, stepSeconds: Double
  ) -> BeatReading {
    guard !isLevelKept else { return kept(near, at: expected, doubt: levelDoubt) }
    let apart = abs(Maths.wrapped(best.phase - expected))
    guard apart > Self.offBeat else {
      standing = 0
      if apart > Self.stray { merit *= Self.meritKept }
      let beats = 1 / best.period
      merit = min(merit + Self.worth * beats * Double(max(0, trust - Self.sure)), Self.mostMerit)
      phaseDoubt *= Self.doubtKept
      return best
    }
    phaseDoubt += Self.odds(best.agreement, near.agreement) * stepSeconds
    guard phaseDoubt < merit else {
      forget()
      return best
    }
    return kept(near, at: expected, doubt: phaseDoubt)
  }

  /// Whether the level is kept although another tempo is believed more.
  ///
  /// - Parameters:
  ///   - ratio: the other period to the one followed; `share` and `own` the belief in each, 0…1.
  ///   - stepSeconds: since the last call.
  /// - Real-time safe.
  mutating func keepLevel(ratio: Double, share: Float, own: Float, stepSeconds: Double) -> Bool {
    guard isLevel(ratio, of: 2) || isLevel(ratio, of: 3) else {
      isLevelKept = false
      return false
    }
    levelDoubt += Self.odds(share, own) * stepSeconds
    isLevelKept = levelDoubt < Self.levelShare * merit
    return isLevelKept
  }

  /// The level followed is the most believed.
  mutating func agreesOnLevel() {
    levelDoubt *= Self.doubtKept
    isLevelKept = false
  }

  /// A step of silence: nothing is kept, and trust wanes, as another song may follow.
  mutating func rest() {
    standing = 0
    merit *= Self.meritKept
  }

  /// Another tempo: nothing is known of its phase.
  mutating func forget() {
    merit = 0
    phaseDoubt = 0
    levelDoubt = 0
    isLevelKept = false
    standing = 0
  }

  private mutating func kept(_ near: BeatReading, at expected: Double, doubt: Double) -> BeatReading {
    standing = merit > Self.leastMerit ? Maths.chance(logOdds: Float((merit - doubt) / Self.unit)) : 0
    var held = near
    if near.agreement < Self.leastAgreement { held.phase = expected }
    return held
  }

  private func isLevel(_ ratio: Double, of multiple: Double) -> Bool {
    abs(ratio / multiple - 1) < Self.kinship || abs(ratio * multiple - 1) < Self.kinship
  }

  private static func odds(_ other: Float, _ own: Float) -> Double {
    min(0.693_147 * Double(Maths.log2((other + 1e-4) / (own + 1e-4))), mostOdds)
  }
}
