import Music

/// The colour table that a song is seen through when no hand has chosen one: some songs have one, some have none.
enum SongLook {
  /// Where in the mood plane each of our own looks is at home; others are chosen by hands only.
  private static let homes: [String: Mood] = [
    "amber-print": Mood(valence: 0.5, arousal: 0.2), "moonlight": Mood(valence: -0.3, arousal: -0.5),
    "sepia-plate": Mood(valence: 0.1, arousal: -0.7), "bleach-bypass": Mood(valence: -0.5, arousal: 0.5),
    "two-strip": Mood(valence: 0.4, arousal: 0.6), "rose-dusk": Mood(valence: 0.1, arousal: -0.2),
    "cyan-plate": Mood(valence: -0.3, arousal: -0.1), "spring-film": Mood(valence: 0.6, arousal: -0.3),
    "ember": Mood(valence: -0.3, arousal: 0.7),
  ]
  private static let reach: Float = 0.7
  /// Chance of the picture as it is, against that of a look which fits wholly.
  private static let plainShare = 0.3
  /// A look that nobody chose leaves scenes something of their own colours.
  static let strength: Float = 0.8
  /// A look comes in over so many bars.
  static let bars: Int32 = 2

  /// - Parameters:
  ///   - song: the song's number: the same song has the same look.
  ///   - mood: what is heard and wanted when the song becomes known.
  /// - Returns: place among `names`; nil for none.
  static func choice(among names: [String], song: UInt64, mood: Mood) -> Int? {
    let shares = names.map { name in
      homes[name].map { mood.fit(to: $0, reach: reach) } ?? 0
    }
    var chance = SeededGenerator(seed: song, purpose: "look")
    let place = chance.index(by: shares + [plainShare])
    return place < names.count ? place : nil
  }
}
