import Foundation
import Listening
import Music

/// What the ear makes of one song, for Tools/plot-ear: a line of JSON every four hops, and one for each beat said.
enum EarTrace {
  static func print(_ path: String) throws {
    let sound = try Sound.mono(path)
    var listener = Listener()
    sound.withUnsafeBufferPointer { samples in
      for start in stride(from: 0, through: samples.count - Hop.length, by: Hop.length) {
        let moment = listener.hear(UnsafeBufferPointer(rebasing: samples[start..<start + Hop.length]))
        if let beat = moment.announcement {
          Swift.print(
            #"{"beat": \#(beat.seconds), "downbeat": \#(beat.knowsBar && beat.isDownbeat)}"#)
        }
        if moment.beginsSection { Swift.print(#"{"section": \#(moment.hop.end.seconds)}"#) }
        if listener.completedFrame { Swift.print(line(moment, odds: listener.beatOdds)) }
      }
    }
  }

  private static func line(_ moment: Moment, odds: (beat: Float, downbeat: Float)) -> String {
    let key = moment.key.map { "\"\($0.name)\"" } ?? "null"
    return #"{"t": \#(moment.hop.end.seconds), "onset": \#(moment.onsetStrength), "#
      + #""beatOdds": \#(odds.beat), "downbeatOdds": \#(odds.downbeat), "tempo": \#(moment.grid.beatsPerMinute), "#
      + #""confidence": \#(moment.grid.confidence), "beatsPerBar": \#(moment.grid.beatsPerBar), "#
      + #""swing": \#(moment.swing.ratio), "swingConfidence": \#(moment.swing.confidence), "#
      + #""arousal": \#(moment.mood.arousal), "valence": \#(moment.mood.valence), "#
      + #""tension": \#(moment.tension), "energy": \#(moment.energy), "key": \#(key)}"#
  }
}
