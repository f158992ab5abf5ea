/// Keeps the beat where it was when the belief jumps to the off-beat.
///
/// Where every half beat sounds alike, the belief may turn over in the middle of a song. A musician who has been sure of
/// the beat for a while doesn't follow at once, and plays on: the other phase must hold out for as long as the old one was
/// trusted, and by how much more it is believed counts.
struct PhaseHold {
  /// Chance that the beat that is kept is the right one of the two, 0…1; 0 while belief and beat agree.
  private(set) var standing: Float = 0
  /// Trust gathered on the present phase, and evidence for the other: natural-log odds × seconds.
  private var merit = 0.0
  private var doubt = 0.0

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
    let apart = abs(Maths.wrapped(best.phase - expected))
    guard apart > Self.offBeat else {
      standing = 0
      if apart > Self.stray { merit *= Self.meritKept }
      let beats = 1 / best.period
      merit = min(merit + Self.worth * beats * Double(max(0, trust - Self.sure)), Self.mostMerit)
      doubt *= Self.doubtKept
      return best
    }
    let ratio = (best.agreement + 1e-4) / (near.agreement + 1e-4)
    doubt += min(0.693_147 * Double(Maths.log2(ratio)), Self.mostOdds) * stepSeconds
    guard doubt < merit else {
      forget()
      return best
    }
    standing = merit > Self.leastMerit ? Maths.chance(logOdds: Float((merit - doubt) / Self.unit)) : 0
    var held = near
    if near.agreement < Self.leastAgreement { held.phase = expected }
    return held
  }

  /// A step of silence: nothing is kept, and trust wanes, as another song may follow.
  mutating func rest() {
    standing = 0
    merit *= Self.meritKept
  }

  /// Another tempo: nothing is known of its phase.
  mutating func forget() {
    merit = 0
    doubt = 0
    standing = 0
  }
}
