import Music
import Scenery

/// How a song's colours stand to each other: what a painter decides once for a picture, and the mood then moves within.
///
/// Source of the harmonies: J. Itten, “Kunst der Farbe” (1961): near, split, three- and fourfold, opposite.
struct SongHarmony: Sendable, Equatable {
  /// From the leading hue to the accent's, degrees.
  var accentTurn: Double
  /// Factor of the palette's chroma.
  var chroma = 1.0
  /// Added to OKLab's lightness.
  var light = 0.0

  private static let turns: [Double] = [45, -45, 90, -90, 120, -120, 150, -150, 180]
  /// Muted, plain, full.
  private static let chromas: [Double] = [0.5, 1, 1.3]
  /// Low key, middle, high key.
  private static let lights: [Double] = [-0.06, 0, 0.06]

  /// Before any song is known.
  init(accentTurn: Double) { self.accentTurn = accentTurn }

  /// - Parameter song: the song's number: the same song has the same harmony.
  init(song: UInt64) {
    var chance = SeededGenerator(seed: song, purpose: "harmony")
    func pick(_ choices: [Double]) -> Double { choices[chance.index(below: choices.count)] }
    accentTurn = pick(Self.turns)
    chroma = pick(Self.chromas)
    light = pick(Self.lights)
  }

  /// What the grade does of it to scenes that bring their own colours: a part of what the palette does.
  private static let gradeShare = 0.5

  var saturation: Float { Float(1 + Self.gradeShare * (min(chroma, Self.fullest) - 1)) }
  /// A grade that is fuller than this makes skin and sky shout.
  private static let fullest = 1.2
  var gamma: Float { Float(1 + 1.5 * light) }

  /// A step towards another harmony, as slowly as eyes like.
  mutating func ease(to goal: SongHarmony, halfLifeSeconds: Double) {
    accentTurn = Pace.eased(accentTurn, to: goal.accentTurn, halfLifeSeconds: halfLifeSeconds)
    chroma = Pace.eased(chroma, to: goal.chroma, halfLifeSeconds: halfLifeSeconds)
    light = Pace.eased(light, to: goal.light, halfLifeSeconds: halfLifeSeconds)
  }
}

extension Grade {
  /// Adds what a song's harmony wants, as far as a grade is wanted.
  mutating func lean(to harmony: SongHarmony, by amount: Float) {
    let share = min(max(amount, 0), 1)
    saturation *= 1 + share * (harmony.saturation - 1)
    let light = 1 + share * (harmony.gamma - 1)
    gamma = Colour(red: gamma.red * light, green: gamma.green * light, blue: gamma.blue * light)
  }
}
