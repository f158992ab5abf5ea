import Foundation
import Music
import Recording
import Scenery

/// The performer's one line: time, tempo, scene, rate, recording, trouble.
struct StatusText {
  var snapshot: Snapshot
  var repertoire: Repertoire
  var seconds: Double
  var songSeconds: Double?
  var framesPerSecond: Double
  var size: PixelSize
  var film: RecordingTally?
  var isPaused: Bool
  var trouble: String

  var line: String {
    var parts = [isPaused ? "paused" : "▶", clockText(songSeconds ?? seconds), tempo, scene]
    parts.append("\(Int(framesPerSecond.rounded())) fps \(size.width)×\(size.height)")
    if let film {
      parts.append("REC \(film.frames) pictures" + (film.repeated > 0 ? ", \(film.repeated) repeated" : ""))
    }
    if !trouble.isEmpty { parts.append("! \(trouble)") }
    return parts.joined(separator: " · ")
  }

  /// For the window's frame, which the audience may see.
  var title: String { trouble.isEmpty ? "Kinora · \(scene)" : "Kinora · \(scene) · \(trouble)" }

  private var tempo: String {
    let grid = snapshot.moment.grid
    if snapshot.moment.isSilent { return "silence" }
    guard grid.hasBeat else { return "no beat" }
    let beats = grid.beats(atSeconds: seconds)
    let inBar = Int((beats - Double(grid.downbeat)).rounded(.down)) % Int(grid.beatsPerBar)
    let position = (inBar + Int(grid.beatsPerBar)) % Int(grid.beatsPerBar)
    let dots = (0..<Int(grid.beatsPerBar)).map { $0 == position ? "●" : "○" }.joined()
    return String(format: "%.1f BPM ", grid.beatsPerMinute) + dots
  }

  private var scene: String {
    let score = snapshot.score
    let now = repertoire[score.onStage.scene]?.name ?? "–"
    let held = score.isHeld ? " (held)" : ""
    guard let change = score.change, let next = repertoire[change.incoming.scene]?.name else {
      return now + held
    }
    return "\(now) → \(next)\(held)"
  }
}
