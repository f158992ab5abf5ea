import Music
import Scenery

/// Brings the title and the cards of the credits on and off, on bar lines.
///
/// A bar line is certain only when it is as near as a change of scene is certain: then entrance and exit are
/// fixed, so that what is planned from them never jumps.
struct Captions: Sendable {
  private(set) var state = CaptionState()
  private let list: CaptionList
  /// Who comes next, and not before which stream time.
  private var next: (ordinal: Int32, notBefore: Double)?
  private var hasShownCredits = false

  private static let titleFromSeconds = 1.0
  private static let titleStaySeconds = 5.0
  private static let cardStaySeconds = 3.5
  /// Without a beat to wait for.
  private static let patienceSeconds = 1.5
  private static let leastConfidence: Float = 0.2
  private static let longestNudgeSeconds = 600.0

  init(_ list: CaptionList) {
    self.list = list
    next = list.hasTitle ? (0, Self.titleFromSeconds) : nil
  }

  mutating func nudge(byMilliseconds milliseconds: Int32) {
    let seconds = state.nudgeSeconds + Double(milliseconds) / 1000
    state.nudgeSeconds = min(max(seconds, -Self.longestNudgeSeconds), Self.longestNudgeSeconds)
  }

  /// Shows the credits, again if they were shown before.
  mutating func askForCredits(atSeconds now: Double) {
    guard list.cards > 0, !(state.now.ordinal > 0 && state.now.exit.isInfinite) else { return }
    hasShownCredits = true
    next = (1, now)
  }

  mutating func advance(_ moment: Moment) {
    let now = moment.hop.end.seconds
    if let start = list.creditsSeconds, now >= start, !hasShownCredits { askForCredits(atSeconds: now) }
    if state.now.ordinal >= 0 && state.now.exit.isInfinite {
      leave(moment, atSeconds: now)
    } else if let wanted = next {
      let earliest = max(wanted.notBefore, state.now.ordinal >= 0 ? state.now.exit + state.now.beat : 0)
      guard let line = certainBarLine(moment, atSeconds: now, notBefore: earliest) else { return }
      state.before = state.now
      state.now = CaptionStay()
      state.now.ordinal = wanted.ordinal
      state.now.entrance = line
      state.now.beat = Self.beat(moment.grid)
      next = nil
    }
  }

  private mutating func leave(_ moment: Moment, atSeconds now: Double) {
    let ordinal = state.now.ordinal
    let stay = next != nil ? 1 : ordinal == 0 ? Self.titleStaySeconds : Self.cardStaySeconds
    let earliest = state.now.entrance + stay
    guard let line = certainBarLine(moment, atSeconds: now, notBefore: earliest) else { return }
    state.now.exit = line
    if next == nil && ordinal > 0 && Int(ordinal) < list.cards { next = (ordinal + 1, line) }
  }

  /// The first bar line not before a time, once it is so near that it no longer moves.
  private func certainBarLine(_ moment: Moment, atSeconds now: Double, notBefore earliest: Double) -> Double?
  {
    if moment.isSilent || moment.grid.confidence < Self.leastConfidence {
      return now >= earliest + Self.patienceSeconds ? now : nil
    }
    let grid = moment.grid
    // A bar line a hair too early is the one that is meant.
    let from = max(now, earliest - 0.05)
    var line = grid.seconds(atBeats: grid.barLine(afterSeconds: from))
    // While the ear still looks for the bar, lines keep moving away: then any beat will do.
    if now > earliest + 1.5 * grid.period * Double(grid.beatsPerBar) {
      line = grid.seconds(atBeats: grid.beats(atSeconds: now).rounded(.down) + 1)
    }
    return line - now <= Score.committedSeconds ? max(line, now) : nil
  }

  private static func beat(_ grid: BeatGrid) -> Double { min(max(grid.period, 0.3), 1) }
}
