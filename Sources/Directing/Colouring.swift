import Music
import Scenery

/// The show's colours: they follow the mood as slowly as eyes like, around a hue of the take's own.
struct Colouring: Sendable {
  private(set) var palette: Palette
  private var mood = Mood()
  private var hue: MoodHue
  private let accentTurn: Double
  private static let halfLifeSeconds = 0.8
  /// 21 ms: no eye sees a step of half a degree.
  private static let hopsBetweenPalettes: Int64 = 4

  init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed, purpose: "palette")
    hue = MoodHue(home: chance.unit())
    accentTurn = chance.unit() < 0.5 ? 150 : -150
    palette = Palette(mood: mood, hue: hue.degrees, accentTurn: accentTurn)
  }

  mutating func advance(_ moment: Moment) {
    mood.valence = eased(mood.valence, moment.mood.valence)
    mood.arousal = eased(mood.arousal, moment.mood.arousal)
    mood.confidence = eased(mood.confidence, moment.mood.confidence)
    hue.follow(mood, atSeconds: moment.hop.end.seconds, forSeconds: Hop.seconds)
    guard moment.hop.value % Self.hopsBetweenPalettes == 0 else { return }
    palette = Palette(mood: mood, hue: hue.degrees, accentTurn: accentTurn)
  }

  private func eased(_ value: Float, _ goal: Float) -> Float {
    Float(Pace.eased(Double(value), to: Double(goal), halfLifeSeconds: Self.halfLifeSeconds))
  }
}
