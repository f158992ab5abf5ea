import Foundation
import Listening
import Music

/// What the ear makes of one song, for Tools/plot-ear: a line of JSON every four hops, and one for each beat said.
enum EarTrace {
  static func print(_ path: String) throws {
    let sound = try Sound.mono(path)
    var listener = Listener()
    Sound.play(sound) { hop in
      let moment = listener.hear(hop)
      if let beat = moment.announcement {
        Swift.print(
          #"{"beat": \#(beat.seconds), "downbeat": \#(beat.knowsBar && beat.isDownbeat)}"#)
      }
      if moment.beginsSection { Swift.print(#"{"section": \#(moment.hop.end.seconds)}"#) }
      if moment.drops { Swift.print(#"{"drop": \#(moment.hop.end.seconds)}"#) }
      if listener.completedFrame { Swift.print(line(moment, odds: listener.beatOdds)) }
    }
  }

  private static func line(_ moment: Moment, odds: (beat: Float, downbeat: Float)) -> String {
    let key = moment.key.map { "\"\($0.name)\"" } ?? "null"
    return #"{"t": \#(moment.hop.end.seconds), "onset": \#(moment.onsetStrength), "#
      + #""beatOdds": \#(odds.beat), "downbeatOdds": \#(odds.downbeat), "tempo": \#(moment.grid.beatsPerMinute), "#
      + #""confidence": \#(moment.grid.confidence), "beatsPerBar": \#(moment.grid.beatsPerBar), "#
      + #""swing": \#(moment.swing.ratio), "swingConfidence": \#(moment.swing.confidence), "#
      + #""arousal": \#(moment.mood.arousal), "valence": \#(moment.mood.valence), "#
      + #""tension": \#(moment.tension), "energy": \#(moment.energy), "key": \#(key), "#
      + #""form": "\#(moment.form.name)", "bar": \#(moment.form.bar), "dropChance": \#(moment.dropWatch.probability), "#
      + #""kind": "\#(moment.texture.kind)", "percussive": \#(moment.texture.percussive), "#
      + #""dense": \#(moment.texture.dense), "bright": \#(moment.texture.bright), "#
      + #""steady": \#(moment.texture.steady), "vocal": \#(moment.texture.vocal), "#
      + #""moodConfidence": \#(moment.mood.confidence)}"#
  }
}
