import Foundation
import Music
import Recording
import Scenery
import Session

/// Plays a take's decisions again and measures them: were they the same, did scenes change on bar lines?
struct TakeReport {
  private let reader: TakeReader
  private var differing = 0
  private var checked = 0
  private var gapFrames: Int64 = 0
  private var changes = ChangeLog()

  init(folder: String) throws { reader = try TakeReader(folder: folder) }

  /// - Parameter framesPerSecond: a change counts as on the bar line within one of these frames.
  mutating func run(framesPerSecond: Double) throws {
    var checks: [Int64: UInt64] = [:]
    for record in reader.records {
      if case .decisionCheck(let hop, let hash) = record.event { checks[hop.value] = hash }
      if case .gap(let frames, _) = record.event { gapFrames += frames }
    }
    var audio = try reader.audio()
    // Moods of presets are part of the decisions: the repertoire is read from the take.
    var replay = Replay(
      repertoire: try Self.repertoire(of: reader), seed: reader.header.seed, records: reader.records)
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

  private static func repertoire(of reader: TakeReader) throws -> Repertoire {
    var repertoire = Repertoire()
    for entry in reader.header.repertoire {
      let files = try reader.files(of: entry)
      let text = files.first { !$0.path.hasPrefix("Library/") }?.bytes ?? []
      var library: [String: String] = [:]
      for file in files where file.path.hasPrefix("Library/") {
        library[String(file.path.dropFirst(8))] = String(decoding: file.bytes, as: UTF8.self)
      }
      repertoire.add(
        try PresetParser.parse(
          text: String(decoding: text, as: UTF8.self), vertexText: nil, path: entry.name, kind: entry.kind,
          library: library))
    }
    return repertoire
  }

  private func tell(_ framesPerSecond: Double) {
    changes.tell(framesPerSecond: framesPerSecond)
    print("decisions: \(differing) of \(checked) checked differ from the live ones")
    print("sound: \(gapFrames) sample frames missing")
  }
}
