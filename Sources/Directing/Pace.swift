import Glibc
import Music
import Scenery

/// The clocks that the music drives, integrated hop by hop.
struct Pace: Sendable {
  private(set) var motion = Motion()
  /// Energy over the last several seconds: what lengths are decided by.
  private(set) var energy = 0.3
  /// The same of energy and arousal together: how dense cuts are.
  private(set) var drive = 0.3
  private var hasBegun = false
  private let ceilings: Ceilings

  /// Beats per beat of error: half of a correction is smoothed out in about half a beat.
  private static let pull = 1.5
  /// While it corrects, `travel` runs at 0.7…1.4 of the tempo.
  private static let slowest = 0.7
  private static let fastest = 1.4
  /// Speed changes by 4 % a hop at most: so a look ahead of 25 hops (0.13 s) at each hop never runs backwards.
  static let slew = 0.04
  private static let fullSurge = 0.6
  /// What the flow keeps under a master of 0.
  private static let stillFlow = 0.4
  private static let flowHalfLifeSeconds = 0.8
  private static let surgeHalfLifeSeconds = 0.6
  private static let energyHalfLifeSeconds = 4.0

  init(ceilings: Ceilings) {
    self.ceilings = ceilings
    motion.flowRate = ceilings.calmFlow
  }

  /// Moves every clock on by one hop.
  ///
  /// - Parameters:
  ///   - master: how much of flow and surge is let through, 0…1.
  ///   - factor: of the flow, within its bounds.
  mutating func advance(_ moment: Moment, master: Double = 1, factor: Double = 1) {
    energy = Self.eased(energy, to: Double(moment.energy), halfLifeSeconds: Self.energyHalfLifeSeconds)
    motion.flow += motion.flowRate * Hop.seconds
    drive = Self.eased(drive, to: moment.drive, halfLifeSeconds: Self.energyHalfLifeSeconds)
    let arousal = Double(moment.mood.arousal) / 2 + 0.5
    let push = moment.isSilent ? 0 : min(max(0.6 * Double(moment.energy) + 0.4 * arousal, 0), 1)
    let musical = ceilings.calmFlow + (ceilings.wildFlow - ceilings.calmFlow) * push * master
    let flowRate = min(musical * factor, ceilings.wildFlow) * (Self.stillFlow + (1 - Self.stillFlow) * master)
    motion.flowRate = Self.eased(motion.flowRate, to: flowRate, halfLifeSeconds: Self.flowHalfLifeSeconds)
    let surge = moment.isSilent ? 0 : master * Self.fullSurge * Double(min(max(moment.grid.confidence, 0), 1))
    motion.surge = Self.eased(motion.surge, to: surge, halfLifeSeconds: Self.surgeHalfLifeSeconds)
    follow(moment.grid, atSeconds: moment.hop.end.seconds)
  }

  /// Keeps `travel` on the beat without a jump: an error is made good by going a little faster or slower.
  private mutating func follow(_ grid: BeatGrid, atSeconds seconds: Double) {
    let count = grid.beats(atSeconds: seconds)
    let tempo = 1 / max(grid.period, 0.1)
    guard hasBegun else {
      motion.travel = count
      motion.travelRate = tempo
      hasBegun = true
      return
    }
    motion.travel += motion.travelRate * Hop.seconds
    let apart = count - motion.travel
    let error = apart - apart.rounded()
    let wanted = tempo * min(max(1 + Self.pull * error, Self.slowest), Self.fastest)
    let step = motion.travelRate * Self.slew
    motion.travelRate += min(max(wanted - motion.travelRate, -step), step)
  }

  static func eased(_ value: Double, to goal: Double, halfLifeSeconds: Double) -> Double {
    goal + (value - goal) * exp2(-Hop.seconds / halfLifeSeconds)
  }
}
