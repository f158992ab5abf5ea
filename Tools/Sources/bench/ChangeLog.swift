import Foundation
import Media
import Music
import Scenery
import Session

/// When scenes changed, and how far that was from the bar line as it was tracked then.
struct ChangeLog {
  private var entrance = SampleTime(-1)
  private(set) var changes: [(seconds: Double, toBarLine: Double)] = []

  mutating func hear(_ step: Step) {
    guard let change = step.snapshot.score.change, change.incoming.entrance != entrance,
      change.incoming.entrance <= step.snapshot.moment.hop.end
    else { return }
    entrance = change.incoming.entrance
    let grid = step.snapshot.moment.grid
    let bars = grid.bars(atSeconds: entrance.seconds)
    changes.append((entrance.seconds, (bars - bars.rounded()) * grid.period * Double(grid.beatsPerBar)))
  }

  /// - Parameter framesPerSecond: a change counts as on the bar line within one of these frames.
  func tell(framesPerSecond: Double) {
    let onTime = changes.count { abs($0.toBarLine) <= 1 / framesPerSecond }
    for change in changes where abs(change.toBarLine) > 1 / framesPerSecond || changes.count < 40 {
      print(
        String(
          format: "change at %7.3f s, %+6.1f ms from a bar line", change.seconds, change.toBarLine * 1000))
    }
    let share = changes.isEmpty ? 100 : Double(onTime) * 100 / Double(changes.count)
    print("changes: \(onTime) of \(changes.count) within one frame of a tracked bar line (\(Int(share)) %)")
  }

  /// Performs to every sound of a folder, without drawing, the stage answering at once.
  static func run(corpus: String, framesPerSecond: Double) throws {
    var repertoire = Repertoire()
    for name in 0..<10 { repertoire.add(blank("scene \(name)", .scene)) }
    for name in 0..<8 { repertoire.add(blank("transition \(name)", .transition)) }
    let ready = repertoire.presets.indices.map {
      SessionEvent.cue(.ready(PresetIndex(Int32($0))), from: .stage)
    }
    var all = ChangeLog()
    for name in Folder.names(in: corpus, ending: ".wav") {
      var log = ChangeLog()
      var conductor = Conductor(repertoire: repertoire, seed: 1)
      var events = ready
      try Sound.stereo(corpus + "/" + name).withUnsafeBufferPointer { sound in
        for start in stride(from: 0, through: sound.count - 2 * Hop.length, by: 2 * Hop.length) {
          let hop = UnsafeBufferPointer(rebasing: sound[start..<(start + 2 * Hop.length)])
          log.hear(conductor.step(hop, events: events))
          events = []
        }
      }
      all.changes += log.changes
    }
    all.tell(framesPerSecond: framesPerSecond)
  }

  private static func blank(_ name: String, _ kind: Preset.Kind) -> Preset {
    Preset(name: name, kind: kind, path: name, source: "", header: PresetHeader(), digest: name)
  }
}
