import Listening
import Music

/// What each part of the beat's ear is worth: the same corpus with parts left out.
enum Ablation {
  /// A row of the table: name, what is left in, and whether the filter is left out too.
  private static let rows: [(name: String, parts: EarParts, hasFilter: Bool)] = [
    ("everything", .all, true),
    ("no filter: the network's peaks", .all, false),
    ("no hold on a trusted phase", EarParts.all.subtracting(.phaseHold), true),
    ("no network", EarParts.all.subtracting(.network), true),
    ("no tempo likelihood", EarParts.all.subtracting(.tempo), true),
    ("no onsets beside the network", EarParts.all.subtracting(.onsets), true),
    ("no network, no tempo likelihood", EarParts.all.subtracting([.network, .tempo]), true),
    ("no network, no whitening", EarParts.all.subtracting([.network, .whitening]), true),
    ("no network, no vibrato filter", EarParts.all.subtracting([.network, .vibratoFilter]), true),
  ]

  /// Writes the predictions of each row to its own folder in `output`, and prints folder and name.
  static func run(corpus: String, output: String) throws {
    try Folder.make(output)
    for (number, row) in rows.enumerated() {
      let folder = output + "/row\(number)"
      var predictions = Predictions(corpus: corpus, output: folder)
      predictions.parts = row.parts
      if row.hasFilter {
        try predictions.write(line: Lines.beat)
      } else {
        try predictions.writePeaks()
      }
      print("\(folder)\t\(row.name)")
    }
  }
}

/// Beats without a filter: wherever the network's word peaks.
struct NetworkPeaks {
  private var last: Float = -9
  private var beforeLast: Float = -9
  private var lastSeconds = 0.0
  private var saidSeconds = -1.0

  /// An even chance: below it a peak is not a beat.
  private static let least: Float = 0
  /// No two beats within this time: the fastest tempo that is followed.
  private static let restSeconds = 60.0 / 215

  /// The line of a beat, if the frame before this one was a peak.
  mutating func line(_ listener: borrowing Listener, _ moment: Moment) -> String? {
    guard listener.completedFrame else { return nil }
    let odds = listener.beatOdds.beat
    let now = moment.hop.end.seconds
    let seconds = lastSeconds - Listener.networkDelaySeconds
    defer { (beforeLast, last, lastSeconds) = (last, odds, now) }
    guard last > Self.least, last > beforeLast, last >= odds else { return nil }
    guard seconds > saidSeconds + Self.restSeconds else { return nil }
    saidSeconds = seconds
    return #"{"t": \#(seconds), "beat": true, "downbeat": null, "announced": \#(now)}"#
  }
}
