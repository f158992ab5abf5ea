import Directing
import Foundation
import Music
import Scenery

/// How much of the cast a film of the demo song shows, and whether any world comes back too soon.
enum CastBench {
  private static let seeds: ClosedRange<UInt64> = 1...10
  /// Worlds that each seed shows at least, and the seconds within which none comes back but as a motif.
  private static let leastWorlds = 12
  private static let restSeconds = 240.0

  private struct Film {
    var changes: [(change: DecidedChange, isMotif: Bool)] = []

    var stays: [(world: String, seconds: Double, isMotif: Bool)] {
      changes.map { ($0.change.to, $0.change.seconds, $0.isMotif) }
    }
    var worlds: Set<String> { Set(changes.map(\.change.to)) }
    var motifs: Int { changes.count { $0.isMotif } }

    /// Worlds that came back after less than the least number of others and the least time.
    func returns(others: Int, seconds: Double) -> [String] {
      stays.indices.compactMap { place in
        let stay = stays[place]
        guard !stay.isMotif,
          let last = stays[..<place].lastIndex(where: { $0.world == stay.world }),
          stay.seconds - stays[last + 1].seconds < seconds,
          Set(stays[(last + 1)..<place].map(\.world)).count < others
        else { return nil }
        return "\(stay.world) at \(Int(stay.seconds)) s"
      }
    }

    mutating func note(_ direction: Direction) {
      for decision in direction.decisions {
        if let change = decision.change { changes.append((change, decision.reason == .motif)) }
      }
    }
  }

  /// - Returns: whether the bar holds.
  static func run(presets: String) throws -> Bool {
    let repertoire = try Rehearsal.repertoire(presets)
    var films: [UInt64: Film] = [:]
    var rehearsal = Rehearsal(of: repertoire, seeds: seeds)
    rehearsal.play(Sound.demo()) { seed, _, direction in
      films[seed, default: Film()].note(direction)
    }
    let cast = repertoire.indices(of: .scene).count
    print("The demo song with a cast of \(cast), by \(seeds.count) seeds.")
    print("seed  worlds  changes  motifs  back too soon")
    var holds = true
    for (seed, film) in films.sorted(by: { $0.key < $1.key }) {
      let returns = film.returns(others: cast / 2, seconds: restSeconds)
      holds = holds && returns.isEmpty && film.worlds.count >= leastWorlds
      print(
        String(
          format: "%4d %7d %8d %7d  ", Int(seed), film.worlds.count, film.changes.count - 1, film.motifs)
          + (returns.isEmpty ? "none" : returns.joined(separator: ", ")))
    }
    print(
      "\(holds ? "ok" : "NO")    bar: at least \(leastWorlds) worlds with each seed, and none back within "
        + "\(Int(restSeconds)) s or \(cast / 2) others but as a motif")
    return holds
  }
}
