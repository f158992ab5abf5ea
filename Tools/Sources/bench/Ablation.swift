import Listening

/// What the parts of the ear for mood, key and form are worth: predictions with each left out in turn.
enum Ablation {
  /// Writes a folder of predictions for the whole ear and for each part left out; prints folder and name.
  static func run(corpus: String, output: String) throws {
    try Folder.make(output)
    for (number, entry) in ([(EarParts(), "nothing")] + EarParts.named).enumerated() {
      var predictions = Predictions(corpus: corpus, output: "\(output)/\(number)")
      predictions.parts = EarParts.all.subtracting(entry.0)
      try predictions.write(line: Lines.mood)
      print("\(output)/\(number)\t\(entry.1)")
    }
  }
}
