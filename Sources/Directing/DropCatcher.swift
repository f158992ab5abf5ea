import Glibc
import Music

/// Waits for drops: nothing else changes while one is due, and one strong change is ready for it.
///
/// A drop is heard within about 0.1 s. It counts as heard too when a section begins at the end of a build-up, and when a
/// tension that has lasted breaks and a kick falls on the next beat: the ear says one or the other.
struct DropCatcher: Sendable {
  /// A drop that fell.
  struct Drop: Sendable, Equatable {
    /// When it fell, seconds of the stream.
    var seconds: Double
    /// How likely it was just before, 0…1.
    var strength: Float
  }

  /// A build-up is on that will come to something.
  private(set) var isPreparing = false
  /// A drop that waits for its change.
  private(set) var waiting: Drop?
  private var armedSince: Double?
  private var likely: Float = 0
  private var lastDrop = -Double.infinity
  /// The highest tension of the last moments, falling; for how long it has been felt; and until when it counts as broken.
  private var peak: Float = 0
  private var feltSeconds = 0.0
  private var brokenUntil = -Double.infinity
  /// How long no kick has been heard, and had been before the last.
  private var breath = 0.0
  private var lastBreath = 0.0

  /// The ear's delay.
  private static let delaySeconds = 0.1
  /// Tension fades for some seconds after a drop: that is no new build-up.
  private static let echoSeconds = 3.0
  private static let believed: Float = 0.3
  /// A build-up of this length makes a new section a drop.
  private static let leastBuildSeconds = 1.5
  /// A change that comes later than this is no longer the drop's.
  private static let patienceSeconds = 0.6
  /// Tension that is felt; for how long; and the share of its peak under which it has broken.
  private static let felt: Float = 0.25
  private static let leastFeltSeconds = 0.6
  private static let leastPeak: Float = 0.32
  private static let brokenShare: Float = 0.5
  private static let peakHalfLife = 2.0
  /// After it broke, the drop falls on a beat within this time or not at all.
  private static let breathSeconds = 0.7
  /// A kick counts as on the beat this long after it.
  private static let onBeatSeconds = 0.2
  private static let strike: Float = 0.6
  /// Before it, no kick for this long: the held breath.
  private static let kick: Float = 0.2
  private static let leastBreathSeconds = 0.3

  /// - Returns: whether a drop is heard now.
  mutating func hear(_ moment: Moment) -> Bool {
    let now = moment.hop.end.seconds
    if let drop = waiting, now - drop.seconds > Self.patienceSeconds { waiting = nil }
    guard !moment.isSilent, now - lastDrop > Self.echoSeconds else {
      rest()
      return false
    }
    let watch = moment.dropWatch
    let built = armedSince.map { now - $0 } ?? 0
    let isDrop =
      moment.drops || breaks(moment)
      || (moment.beginsSection && built >= Self.leastBuildSeconds && likely >= Self.believed)
    if isDrop {
      waiting = Drop(seconds: now - Self.delaySeconds, strength: max(likely, moment.drops ? 0.5 : peak))
      lastDrop = now
      rest()
      return true
    }
    armedSince = watch.isArmed ? armedSince ?? now : nil
    likely = watch.isArmed ? watch.probability : 0
    isPreparing = (watch.isArmed && likely >= Self.believed) || feltSeconds >= Self.leastFeltSeconds
    return false
  }

  /// Whether a tension that has lasted breaks on this beat.
  private mutating func breaks(_ moment: Moment) -> Bool {
    let now = moment.hop.end.seconds
    peak = max(moment.tension, peak * Float(exp2(-Hop.seconds / Self.peakHalfLife)))
    let isFelt = moment.tension >= Self.felt
    if isFelt { feltSeconds += Hop.seconds }
    if feltSeconds >= Self.leastFeltSeconds, peak >= Self.leastPeak, moment.tension < Self.brokenShare * peak
    {
      brokenUntil = now + Self.breathSeconds
    }
    if !isFelt { feltSeconds = max(0, feltSeconds - 2 * Hop.seconds) }
    let isKick = moment.strikes.kick > Self.kick
    if isKick && breath > 0 { lastBreath = breath }
    breath = isKick ? 0 : breath + Hop.seconds
    guard now < brokenUntil, moment.grid.hasBeat else { return false }
    let beats = moment.grid.beats(atSeconds: now)
    let sinceBeat = (beats - beats.rounded(.down)) * moment.grid.period
    return sinceBeat < Self.onBeatSeconds && moment.strikes.kick > Self.strike
      && lastBreath >= Self.leastBreathSeconds
  }

  /// The change is made, or won't be.
  mutating func settle() { waiting = nil }

  private mutating func rest() {
    armedSince = nil
    likely = 0
    isPreparing = false
    peak = 0
    feltSeconds = 0
    brokenUntil = -.infinity
  }
}
