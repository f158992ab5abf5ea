import Directing
import Music
import Scenery

/// A director with captions, listening to a metronome of 120 beats per minute, four to the bar.
struct CaptionShow {
  private var director: Director

  init(_ list: CaptionList) { director = Director(repertoire: Repertoire(), seed: 1, captions: list) }

  /// The finished stays, in order.
  func run(seconds: Double) -> [CaptionStay] {
    var director = director
    var stays: [CaptionStay] = []
    for hop in 0..<Int64(seconds / Hop.seconds) {
      var moment = Moment(hop: HopIndex(hop))
      moment.grid = BeatGrid(
        anchorSeconds: 0, anchorBeats: 0, period: 0.5, confidence: 1, downbeatConfidence: 1)
      moment.isSilent = false
      let now = director.direct(moment, following: []).score.captions.now
      if now.ordinal >= 0, now.exit.isFinite, stays.last != now { stays.append(now) }
    }
    return stays
  }
}
