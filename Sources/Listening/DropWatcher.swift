import Music

/// Whether a drop is due: armed by tension, counting down to a bar line, disarmed by the drop or without it.
struct DropWatcher: Sendable {
  private(set) var watch = DropWatch()
  /// Tension, followed over most of a second.
  private var risen: Float = 0
  private var slackSeconds = 0.0

  /// Tension that arms, and below which it has gone; how long it must have gone, seconds.
  private static var arming: Float { 0.5 }
  private static var gone: Float { 0.25 }
  private static var goneSeconds: Double { 1.5 }
  /// Time constant of the probability's rise, seconds.
  private static var riseSeconds: Double { 0.7 }
  /// A drop may come this many bars late.
  private static var patienceBars: Double { 2 }
  /// Of armed build-ups, how many end in a drop.
  private static var usualShare: Float { 0.85 }
  /// A fourth bar line further away than this is not waited for: tension is the last seconds of a build-up.
  private static var furthestBars: Double { 3.25 }
  /// A bar line nearer than this has been missed.
  private static var nearestBars: Double { 0.25 }

  /// One step of `SongCues`.
  mutating func hear(
    tension: Float, drops: Bool, grid: BeatGrid, sectionSeconds: Double, nowSeconds now: Double
  ) {
    slackSeconds = tension > Self.gone ? 0 : slackSeconds + SongCues.stepSeconds
    if drops { return disarm() }
    if !watch.isArmed {
      guard tension > Self.arming else { return }
      watch.isArmed = true
      expect(grid, sectionSeconds, now)
    }
    let bar = grid.period * Double(grid.beatsPerBar)
    // A build-up that goes on past the bar line is meant for the next.
    if now > watch.expectedSeconds + 0.5 * bar, tension > Self.arming { expect(grid, sectionSeconds, now) }
    risen += (tension - risen) * Float(SongCues.stepSeconds / Self.riseSeconds)
    let overdue = max(now - watch.expectedSeconds, 0) / (Self.patienceBars * bar)
    watch.probability = Self.usualShare * risen * Float(max(1 - overdue, 0))
    let knowsBars = grid.downbeatConfidence > FormFollower.barGate
    watch.barsLeft = knowsBars ? Float(max((watch.expectedSeconds - now) / bar, 0)) : -1
    if overdue >= 1 || slackSeconds > Self.goneSeconds { disarm() }
  }

  mutating func disarm() {
    watch = DropWatch()
    risen = 0
  }

  /// The next bar line that closes four bars of the section, or the next one where that is too far.
  private mutating func expect(_ grid: BeatGrid, _ sectionSeconds: Double, _ now: Double) {
    let bar = grid.period * Double(grid.beatsPerBar)
    let place = grid.bars(atSeconds: now)
    let since = place - grid.bars(atSeconds: sectionSeconds) + Self.nearestBars
    let fourth = (since / 4).rounded(.up) * 4 - since + Self.nearestBars
    let next = (place + Self.nearestBars).rounded(.up) - place
    watch.expectedSeconds = now + bar * (fourth <= Self.furthestBars ? fourth : next)
  }
}
