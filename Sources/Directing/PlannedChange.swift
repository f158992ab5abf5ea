import Music
import Scenery

/// A change from the moment it is decided until it is over: first tied to a bar line, then to its own progress.
struct PlannedChange: Sendable {
  private(set) var change: Change
  let reason: Decision.Reason
  /// Whether it takes back the change before.
  let goesBack: Bool
  /// It is near, on its way or over, and its beginning no longer moves.
  private(set) var isCommitted = false
  /// Beats from beginning to end; 0 for a cut.
  private let beats: Double
  /// It doesn't begin before this time.
  private let earliestSeconds: Double
  /// It begins on this very beat, whatever bar that is in.
  private let isOnBeat: Bool
  /// Why, in words, where the reason alone doesn't say it: “drop 0.82”.
  let why: String?
  /// By how much its palette is turned, degrees.
  let turn: Double

  /// Speed of a change against the tempo's, while it is steered to end on its beat.
  private static let steering = 0.5...2.0

  init(
    to scene: PresetIndex, by transition: PresetIndex, beats: Int, variation: Float, feeder: PresetIndex,
    reason: Decision.Reason,
    goesBack: Bool, earliestSeconds: Double, at moment: Moment, motion: Motion, onBeat: Double? = nil,
    why: String? = nil, turn: Double = 0
  ) {
    self.reason = reason
    self.goesBack = goesBack
    self.beats = transition == .nothing ? 0 : Double(beats)
    self.earliestSeconds = earliestSeconds
    self.why = why
    self.turn = turn
    isOnBeat = onBeat != nil
    let now = moment.hop.end.seconds
    // A bar line this near may be on its way to the screen already.
    let start =
      onBeat ?? moment.grid.barLine(afterSeconds: max(now + Score.committedSeconds, earliestSeconds))
    let incoming = Appearance(
      scene: scene, entrance: .zero, entranceBeats: start, variation: variation, feeder: feeder)
    change = Change(
      transition: transition, incoming: incoming, startBeats: start, endBeats: start + self.beats,
      progress: -1, progressRate: 1)
    place(on: moment.grid, atSeconds: now, motion)
    isCommitted = isOnBeat && change.incoming.entrance.seconds - now <= Score.committedSeconds
  }

  var isOver: Bool { change.progress >= 1 }

  /// Takes the change one hop on.
  mutating func follow(_ moment: Moment, _ motion: Motion) {
    let now = moment.hop.end.seconds
    guard isCommitted else {
      if !isOnBeat { keepToBarLine(of: moment.grid, atSeconds: now) }
      place(on: moment.grid, atSeconds: now, motion)
      isCommitted = change.incoming.entrance.seconds - now <= Score.committedSeconds
      return
    }
    change.progress += change.progressRate * Hop.seconds
    if change.progress >= 0 && beats > 0 { steer(by: moment.grid, atSeconds: now) }
  }

  /// Where the grid no longer has a bar line: the nearest to where it was to begin.
  private mutating func keepToBarLine(of grid: BeatGrid, atSeconds now: Double) {
    let bars = (change.startBeats - Double(grid.downbeat)) / Double(grid.beatsPerBar)
    let start = grid.seconds(atBeats: change.startBeats)
    let bar = grid.period * Double(grid.beatsPerBar)
    // As early as it may be, less a breath: a wavering tempo shall not cost a whole bar.
    let earliest = max(now, earliestSeconds - 0.25)
    let isTimely = start > earliest && start < max(now, earliestSeconds) + 1.5 * bar
    guard bars != bars.rounded() || !isTimely else { return }
    let nearest = isTimely ? start - bar / 2 : earliest
    change.startBeats = grid.barLine(afterSeconds: max(earliest, nearest))
    change.endBeats = change.startBeats + beats
  }

  /// Ties beginning, progress and the incoming scene's clocks to the grid.
  private mutating func place(on grid: BeatGrid, atSeconds now: Double, _ motion: Motion) {
    let start = grid.seconds(atBeats: change.startBeats)
    change.progressRate = 1 / max(beats * grid.period, Hop.seconds)
    change.progress = (now - start) * change.progressRate
    change.incoming.entrance = SampleTime(seconds: start)
    change.incoming.entranceBeats = change.startBeats
    change.incoming.beatsPerBar = grid.beatsPerBar
    change.incoming.entranceMotion = motion
    change.incoming.entranceMotion.flow += motion.flowRate * (start - now)
    let wholeBeatsApart = (grid.beats(atSeconds: now) - motion.travel).rounded()
    change.incoming.entranceMotion.travel = change.startBeats - wholeBeatsApart
  }

  /// Changes speed, never direction, to be over on the last beat.
  private mutating func steer(by grid: BeatGrid, atSeconds now: Double) {
    let usual = 1 / (beats * grid.period)
    let left = grid.seconds(atBeats: change.endBeats) - now
    let wanted = left > Hop.seconds ? (1 - change.progress) / left : usual * Self.steering.upperBound
    let goal = min(max(wanted, usual * Self.steering.lowerBound), usual * Self.steering.upperBound)
    let step = change.progressRate * Pace.slew
    change.progressRate += min(max(goal - change.progressRate, -step), step)
  }
}
