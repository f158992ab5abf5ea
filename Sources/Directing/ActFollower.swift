import Music

/// Which act the music is in: by its sections, build-ups and drops, or, while none are heard, by its energy alone.
///
/// Acts that a show places by hand stand above both.
struct ActFollower: Sendable {
  /// What is worth telling.
  enum News: Equatable {
    /// The act changed, and why.
    case act(String)
    case formUnknown
    case formKnown
    /// Music after a silence: another song.
    case song
  }

  private(set) var act = Act.opening
  /// Stream time at which the song began.
  private(set) var songStart = 0.0
  /// Sections heard in this song.
  private(set) var sections = 0
  /// Place in the list of acts by hand; nil before the first, or without such a list.
  private(set) var place: Int?
  var planned: [PlannedAct] = []
  /// The song's length where it is known from the start; 0: unknown.
  var songSeconds = 0.0

  /// Drive (energy and arousal, 0…1) of the last seconds, and what is usual for this song.
  private var quick = 0.3
  private var usual = 0.3
  private var since = 0.0
  private var silence = 0.0
  private var faded = 0.0
  private var isKnown = false
  private var hasToldUnknown = false
  private var hasBegun = false
  /// A section began with this drive before it; looked at again at a time, when its own can be told.
  private var look: (seconds: Double, before: Double)?

  private static let quickHalfLife = 1.0
  private static let usualHalfLife = 15.0
  /// A section's own drive is known after this long.
  private static let lookSeconds = 3.0
  /// Without sections, energy is looked at this often.
  private static let energySeconds = 8.0
  /// If nothing of the form was heard by then, it is said, seconds.
  private static let unknownSeconds = 30.0
  /// A silence between songs; and one that ends an act.
  private static let songSilence = 3.0
  private static let closeSilence = 1.0
  private static let fadeSeconds = 5.0
  private static let fadeShare = 0.4
  /// The end of a song of known length: this share, and at least so long.
  private static let closeShare = 0.07
  private static let leastClose = 6.0
  /// A build-up that begins this soon after a drop is its echo.
  private static let leastPeak = 8.0
  private static let step = 0.08
  private static let leap = 0.2
  private static let high = 0.68

  /// - Parameter bar: the bar that is heard, counted from 1; nil without a beat.
  mutating func advance(_ moment: Moment, bar: Int?, drops: Bool, builds: Bool) -> [News] {
    let now = moment.hop.end.seconds
    var news: [News] = []
    guard !moment.isSilent else {
      silence += Hop.seconds
      if silence >= Self.closeSilence, hasBegun, act != .close, planned.isEmpty {
        turn(.close, now, "silence", &news)
      }
      return news
    }
    let drive = moment.drive
    if !hasBegun || silence >= Self.songSilence { begin(now, drive, &news) }
    silence = 0
    quick = Pace.eased(quick, to: drive, halfLifeSeconds: Self.quickHalfLife)
    usual = Pace.eased(usual, to: drive, halfLifeSeconds: Self.usualHalfLife)
    if moment.beginsSection { sections += 1 }
    if planned.isEmpty {
      listen(moment, drops: drops, builds: builds, &news)
    } else {
      keepToPlan(moment, bar: bar, &news)
    }
    return news
  }

  private mutating func begin(_ now: Double, _ drive: Double, _ news: inout [News]) {
    hasBegun = true
    songStart = now
    sections = 0
    (quick, usual) = (drive, drive)
    (isKnown, hasToldUnknown) = (false, false)
    look = nil
    act = .opening
    since = now
    news.append(.song)
  }

  private mutating func turn(_ next: Act, _ now: Double, _ why: String, _ news: inout [News]) {
    guard next != act else { return }
    act = next
    since = now
    news.append(.act(why))
  }

  // MARK: By ear

  private mutating func listen(_ moment: Moment, drops: Bool, builds: Bool, _ news: inout [News]) {
    let now = moment.hop.end.seconds
    if !isKnown, moment.beginsSection || drops {
      isKnown = true
      if hasToldUnknown { news.append(.formKnown) }
    } else if !isKnown, !hasToldUnknown, now - songStart >= Self.unknownSeconds {
      hasToldUnknown = true
      news.append(.formUnknown)
    }
    if drops {
      look = nil
      return turn(.peak, now, "the drop", &news)
    }
    if isClosing(now) { return turn(.close, now, songSeconds > 0 ? "the end is near" : "it fades", &news) }
    if builds, act != .peak || now - since >= Self.leastPeak {
      look = nil
      return turn(.rise, now, "a build-up", &news)
    }
    if moment.beginsSection { look = (now + Self.lookSeconds, usual) }
    if let look, now >= look.seconds {
      self.look = nil
      turn(following(quick, before: look.before), now, isKnown ? "new section" : "energy", &news)
    } else if look == nil, !isKnown, hasToldUnknown {
      look = (now + Self.energySeconds, usual)
    }
  }

  private mutating func isClosing(_ now: Double) -> Bool {
    if songSeconds > 0 {
      return now >= songStart + songSeconds - max(Self.leastClose, Self.closeShare * songSeconds)
    }
    faded = quick < Self.fadeShare * usual ? faded + Hop.seconds : 0
    return faded >= Self.fadeSeconds
  }

  /// The act that follows at this drive after that.
  private func following(_ drive: Double, before: Double) -> Act {
    let change = drive - before
    if change < -Self.step { return act == .opening ? .opening : .release }
    if drive >= Self.high && change > Self.leap { return .peak }
    switch act {
    case .opening: return change > Self.step || drive >= 0.5 ? .rise : .opening
    case .rise: return drive >= Self.high && change > Self.step ? .peak : .rise
    case .peak: return .peak
    case .release, .close: return change > Self.step ? .rise : .release
    }
  }

  // MARK: By hand

  private mutating func keepToPlan(_ moment: Moment, bar: Int?, _ news: inout [News]) {
    let now = moment.hop.end.seconds
    let next = place.map { $0 + 1 } ?? 0
    guard next < planned.count else { return }
    let start = planned[next].start
    guard planned[next].startsAtBar ? Double(bar ?? 0) >= start : now >= start else { return }
    place = next
    act = planned[next].act
    since = now
    news.append(.act("by the show"))
  }
}

extension Moment {
  /// Energy, and arousal as far as it is believed, 0…1.
  var drive: Double {
    let arousal = Double(mood.arousal) / 2 + 0.5
    let trust = 0.55 * Double(min(max(mood.confidence, 0), 1))
    return min(max(Double(energy) + trust * (arousal - Double(energy)), 0), 1)
  }
}
