import Glibc
import Music

/// Counts the bars of a show once each, whatever the ear thinks of the tempo's level.
///
/// An ear that takes the tempo for twice or half of what it was counts other bars from then on, and every beat before
/// anew. A musician doesn't: bars go on at the level they were counted at, until the other has lasted longer.
struct BarCount: Sendable {
  /// Bars since the first the ear counted, whole on a bar line.
  private var position = 0.0
  /// Length of a bar at the level that is counted, seconds; nil before the first beat.
  private var barSeconds: Double?
  /// The highest bar that was told.
  private var told = 1
  /// How long the ear was at the level that is counted, and since then at another.
  private var home = 0.0
  private var away = 0.0

  /// Longer than this at a level is no more certain; and how long another must last at least.
  private static let surestSeconds = 60.0
  private static let leastSeconds = 8.0
  /// A bar that is so near to twice or half another is that bar at another level, octaves; else it is another bar.
  private static let nearness = 0.2
  /// A bar line isn't missed by less, bars.
  private static let lineWidth = 1e-4

  /// Another song: its first beat says at which level its bars are counted.
  mutating func begin() {
    barSeconds = nil
    (home, away) = (0, 0)
  }

  /// Takes the count one hop on.
  mutating func advance(_ moment: Moment) {
    let grid = moment.grid
    let now = moment.hop.end.seconds
    if let barSeconds { position += Hop.seconds / barSeconds }
    guard grid.hasBeat, !moment.isSilent else { return }
    let heard = grid.period * Double(grid.beatsPerBar)
    guard let counted = barSeconds else {
      if told == 1, position == 0 { position = grid.beats(atSeconds: now) / Double(grid.beatsPerBar) }
      barSeconds = heard
      align(to: grid, octave: 0, atSeconds: now)
      return note()
    }
    let octave = Self.octave(of: heard / counted)
    barSeconds = heard / exp2(Double(octave))
    align(to: grid, octave: octave, atSeconds: now)
    weigh(octave)
    note()
  }

  /// The bar at a time, near now, counted from 1; never less than one that was told before.
  func bar(atSeconds seconds: Double, now: Double) -> Int {
    let ahead = (seconds - now) / (barSeconds ?? 1)
    return max(told, Int((position + ahead + Self.lineWidth).rounded(.down)) + 1)
  }

  /// Of which power of two a ratio is; 0 where it is of none.
  private static func octave(of ratio: Double) -> Int {
    let octaves = log2(ratio)
    return abs(octaves - octaves.rounded()) < nearness ? Int(octaves.rounded()) : 0
  }

  private mutating func note() { told = max(told, Int((position + Self.lineWidth).rounded(.down)) + 1) }

  /// Moves the count to the nearest place at which it has its bar lines where the grid has them.
  ///
  /// - Parameter octave: the grid's bars are 2 to this power as long as those that are counted.
  private mutating func align(to grid: BeatGrid, octave: Int, atSeconds now: Double) {
    let place = grid.bars(atSeconds: now) * exp2(Double(octave))
    // Of two bars of a faster grid either may be the line: the nearer is meant.
    let step = octave < 0 ? exp2(Double(octave)) : 1
    let off = place - position
    position += off - (off / step).rounded() * step
  }

  /// Another level that has lasted longer than the one that is counted takes its place.
  private mutating func weigh(_ octave: Int) {
    guard octave != 0 else {
      home = min(home + Hop.seconds, Self.surestSeconds)
      away = max(0, away - Hop.seconds)
      return
    }
    away += Hop.seconds
    guard away >= Self.leastSeconds, away > home, let counted = barSeconds else { return }
    barSeconds = counted * exp2(Double(octave))
    (home, away) = (away, 0)
  }
}
