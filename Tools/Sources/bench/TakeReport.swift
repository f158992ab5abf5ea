import Foundation
import Music
import Performance
import Recording
import Session

/// Plays a take's decisions again and measures them: were they the same, did scenes change on bar lines?
struct TakeReport {
  private let reader: TakeReader
  private var differing = 0
  private var checked = 0
  private var gaps: [(seconds: Double, frames: Int64)] = []
  private var changes = ChangeLog()

  init(folder: String) throws { reader = try TakeReader(folder: folder) }

  /// - Parameter framesPerSecond: a change counts as on the bar line within one of these frames.
  mutating func run(framesPerSecond: Double) throws {
    var checks: [Int64: UInt64] = [:]
    for record in reader.records {
      if case .decisionCheck(let hop, let hash) = record.event { checks[hop.value] = hash }
      if case .gap(let frames, _) = record.event { gaps.append((record.time.seconds, frames)) }
    }
    var audio = try reader.audio()
    // Moods of presets are part of the decisions: the repertoire is the take's, as the product reads it.
    var replay = Replay(
      repertoire: try KeptPresets(reader).repertoire, seed: reader.header.seed, records: reader.records)
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * Hop.length)
    defer { hop.deallocate() }
    while audio.next(hop) {
      let step = replay.step(UnsafeBufferPointer(hop))
      let moment = step.snapshot.moment
      if let expected = checks[moment.hop.value] {
        checked += 1
        if expected != step.decisionHash { differing += 1 }
      }
      changes.hear(step)
    }
    tell(framesPerSecond)
  }

  private func tell(_ framesPerSecond: Double) {
    changes.tell(framesPerSecond: framesPerSecond)
    print("decisions: \(differing) of \(checked) checked differ from the live ones")
    print("sound: \(gaps.reduce(0) { $0 + $1.frames }) sample frames missing")
    for gap in gaps {
      let seconds = (gap.seconds * 1000).rounded() / 1000
      print("gap: \(gap.frames) sample frames, before \(seconds) s")
    }
  }
}
