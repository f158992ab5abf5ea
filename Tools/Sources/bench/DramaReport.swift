import Directing
import Foundation
import Media
import Music
import Scenery
import Session

/// How a show's drama keeps to the music: do drops get their change, are cuts denser in wild music?
///
/// The director performs without drawing, with the presets that came along, the stage answering at once.
struct DramaReport {
  private struct Track: Decodable {
    var id: String
    var kind: String?
    var role: String?
    var drops: [Double]?
    var bpm: Double?
  }
  private struct Spec: Decodable { var tracks: [Track] }

  /// What a performance of one sound came to.
  private struct Played {
    var decisions: [Decision] = []
    var seconds = 0.0
    var changes: [DecidedChange] { decisions.compactMap(\.change).filter { !$0.from.isEmpty } }
  }

  private let repertoire: Repertoire
  private static let leastMinutes = 2.0

  /// - Parameters:
  ///   - corpora: folders of sounds, each with its list of tracks: `FOLDER=SPEC.json`.
  ///   - presets: the presets' folder.
  static func run(corpora: [String], presets: String) throws {
    let report = DramaReport(repertoire: try Rehearsal.repertoire(presets))
    var caught: [String] = []
    var cuts: [String: [Double]] = [:]
    caught += report.drops(
      of: "demo", [40, 96], beat: 0.5, in: try report.play(Sound.demo()))
    for corpus in corpora {
      let parts = corpus.split(separator: "=").map(String.init)
      guard parts.count == 2, let data = FileManager.default.contents(atPath: parts[1]) else {
        throw BenchError("“\(corpus)” isn't FOLDER=SPEC.json.")
      }
      for track in try JSONDecoder().decode(Spec.self, from: data).tracks {
        let path = "\(parts[0])/\(track.id).wav"
        if let drops = track.drops, let bpm = track.bpm {
          caught += report.drops(
            of: track.id, drops, beat: 60 / bpm, in: try report.play(try Sound.stereo(path)))
        } else if ["sections", "splice", "steady"].contains(track.kind ?? "") {
          let played = try report.play(try Sound.stereo(path))
          let wrong = played.decisions.count { $0.reason == .drop }
          report.falseDrops.total += wrong
          if wrong > 0 { print("\(track.id): \(wrong) drops where none is known") }
        } else if let role = track.role {
          let rate = try report.cutsPerMinute(of: try Sound.stereo(path))
          cuts[role, default: []].append(rate)
          print("\(track.id): \(rate.tenths) changes a minute")
        }
      }
    }
    let hits = caught.count { $0.hasPrefix("hit") }
    print(
      "drops with a change within a beat: \(hits) of \(caught.count); drops said where none is known: "
        + "\(report.falseDrops.total)")
    for (role, rates) in cuts.sorted(by: { $0.key < $1.key }) {
      print(
        "\(role): \((rates.reduce(0, +) / Double(rates.count)).tenths) changes a minute, mean of \(rates.count)"
      )
    }
  }

  private final class Counter { var total = 0 }
  private let falseDrops = Counter()

  private init(repertoire: Repertoire) { self.repertoire = repertoire }

  /// A line for each drop of a song: was there a change within a beat?
  private func drops(of name: String, _ drops: [Double], beat: Double, in played: Played) -> [String] {
    let changes = played.changes
    falseDrops.total += played.decisions.count { decision in
      decision.reason == .drop
        && !drops.contains { abs($0 - (decision.change?.seconds ?? 0)) <= beat }
    }
    return drops.map { drop in
      let nearest = changes.min { abs($0.seconds - drop) < abs($1.seconds - drop) }
      let off = nearest.map { $0.seconds - drop } ?? .infinity
      let before = changes.count { $0.seconds < drop - beat && $0.seconds > drop - 8 * beat }
      let line =
        "\(abs(off) <= beat ? "hit" : "miss") \(name) at \(drop.tenths): change \((off * 1000).rounded()) ms, "
        + "\(nearest?.description ?? "none"), \(before) in the two bars before"
      print(line)
      return line
    }
  }

  private func cutsPerMinute(of sound: [Float]) throws -> Double {
    let whole = sound.count / (2 * Hop.sampleRate)
    let times = max(1, Int((Self.leastMinutes * 60 / Double(max(whole, 1))).rounded(.up)))
    let played = try play((0..<times).flatMap { _ in sound })
    return Double(played.changes.count) / played.seconds * 60
  }

  private func play(_ sound: [Float]) throws -> Played {
    var played = Played()
    var rehearsal = Rehearsal(of: repertoire, seeds: 1...1)
    rehearsal.play(sound) { _, moment, direction in
      played.decisions += direction.decisions
      played.seconds = moment.hop.end.seconds
    }
    return played
  }
}

extension Double {
  fileprivate var tenths: String { String(format: "%.1f", self) }
}
