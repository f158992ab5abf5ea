import Music

/// New sections, build-ups and drops, from what `SongCues` says of the last seconds.
///
/// A section is announced at once where it is plain, or up to three seconds late where only time could tell. A
/// drop is said only if a build-up was believed within the last seconds: no build-up, no drop.
struct FormModel: ~Copyable {
  /// True in the hop that announces a new section.
  private(set) var beginsSection = false
  /// Seconds from the section's beginning to its announcement, about.
  private(set) var lateness: Double = 0
  /// True in the hop that announces a drop.
  private(set) var drops = false
  /// Likelihood of being in the last seconds of a build-up, 0…1.
  private(set) var tension: Float = 0
  private var network: FormNetwork
  private let lateOdds: Float
  private var sinceSection: Float = 0
  private var sinceDrop: Float = 0
  private var sinceBuild = armedSeconds

  /// Log-odds that are enough to announce a section that began just now, one to three seconds ago, a drop.
  private static var sectionOdds: Float { 1.5 }
  private static var lateSectionOdds: Float { 2.5 }
  private static var dropOdds: Float { 1 }
  /// Usual times from a boundary to what is said of it, seconds.
  private static var promptSeconds: Double { 0.25 }
  private static var lateSeconds: Double { 1.8 }
  /// Tension that arms a drop, and for how long, seconds.
  private static var armingTension: Float { 0.5 }
  private static var armedSeconds: Float { 3 }
  /// No second section or drop within these times, seconds; nothing before the ear knows what is usual.
  private static var sectionDeadSeconds: Float { 6 }
  private static var dropDeadSeconds: Float { 8 }
  private static var patienceSeconds: Float { 4 }

  init(parts: EarParts = .all) {
    network = FormNetwork(parts: parts)
    lateOdds = parts.contains(.lateSections) ? Self.lateSectionOdds : .infinity
  }

  /// Forgets what was announced: before every hop.
  mutating func clear() {
    beginsSection = false
    drops = false
  }

  /// Silence ends every build-up.
  mutating func rest() {
    if sinceBuild < Self.armedSeconds || tension > 0 { network.rest() }
    tension = tension < 1e-6 ? 0 : tension * 0.99
    sinceBuild = min(sinceBuild + Float(Hop.seconds), Self.armedSeconds)
  }

  /// One step.
  ///
  /// - Parameter features: `SongCues.featureCount` numbers.
  mutating func hear(_ features: borrowing Buffer<Float>, heardSeconds: Float) {
    network.hear(features)
    let step = Float(SongCues.stepSeconds)
    tension = heardSeconds > Self.patienceSeconds ? Maths.chance(logOdds: network.odds[1]) : 0
    sinceBuild = tension > Self.armingTension ? 0 : min(sinceBuild + step, Self.armedSeconds)
    sinceSection = min(sinceSection + step, 60)
    sinceDrop = min(sinceDrop + step, 60)
    guard heardSeconds > Self.patienceSeconds else { return }
    let isPrompt = network.odds[0] > Self.sectionOdds
    if sinceSection > Self.sectionDeadSeconds, isPrompt || network.odds[3] > lateOdds {
      beginsSection = true
      lateness = isPrompt ? Self.promptSeconds : Self.lateSeconds
      sinceSection = 0
    }
    let isArmed = sinceBuild < Self.armedSeconds && sinceDrop > Self.dropDeadSeconds
    if isArmed, network.odds[2] > Self.dropOdds {
      drops = true
      sinceDrop = 0
    }
  }
}
