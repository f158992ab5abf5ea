import Listening

/// What the parts of the ear for mood, key and form are worth: predictions with each left out in turn.
enum MoodAblation {
  private static let rows: [(part: EarParts, name: String)] = [
    ([], "nothing"), (.changeFilter, "change filter"), (.levelMemory, "memory of level"),
    (.registers, "profiles by register"), (.parallelKeys, "change to the parallel key"),
    (.passageMemory, "memory of the passage"), (.vote, "vote of three networks"),
    (.lateSections, "late announcements"),
  ]

  /// Writes a folder of predictions for the whole ear and for each part left out; prints folder and name.
  static func run(corpus: String, output: String) throws {
    try Folder.make(output)
    for (number, row) in rows.enumerated() {
      var predictions = Predictions(corpus: corpus, output: "\(output)/\(number)")
      predictions.parts = EarParts.all.subtracting(row.part)
      try predictions.write(line: Lines.mood)
      print("\(output)/\(number)\t\(row.name)")
    }
  }
}
