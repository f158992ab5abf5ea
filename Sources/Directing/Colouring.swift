import Glibc
import Music
import Scenery

/// The show's colours: they follow the mood as slowly as eyes like, around a hue of the take's own.
struct Colouring: Sendable {
  private(set) var palette: Palette
  private var mood = Mood()
  private var hue: MoodHue
  private let accentTurn: Double
  var intent = Intent() {
    didSet { if intent.homeHue >= 0 { hue.settle(atDegrees: Double(intent.homeHue)) } }
  }
  private static let swingDegrees = 8.0
  private static let swingSeconds = 97.0
  private static let halfLifeSeconds = 0.8
  /// 21 ms: no eye sees a step of half a degree.
  private static let hopsBetweenPalettes: Int64 = 4

  init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed, purpose: "palette")
    hue = MoodHue(home: chance.unit())
    accentTurn = chance.unit() < 0.5 ? 150 : -150
    palette = Palette(mood: mood, hue: hue.degrees, accentTurn: accentTurn)
  }

  /// From now on the song's key says where the palette is at home, unless the show does.
  ///
  /// - Parameter place: 0..<1, once round the hues that a palette may be at home in.
  mutating func settle(at place: Double) {
    if intent.homeHue < 0 { hue.settle(at: place) }
  }

  mutating func advance(_ moment: Moment) {
    mood.valence = eased(mood.valence, moment.mood.valence)
    mood.arousal = eased(mood.arousal, moment.mood.arousal)
    mood.confidence = eased(mood.confidence, moment.mood.confidence)
    hue.follow(mood, atSeconds: moment.hop.end.seconds, forSeconds: Hop.seconds)
    guard moment.hop.value % Self.hopsBetweenPalettes == 0 else { return }
    let now = moment.hop.end.seconds
    let swing = Self.swingDegrees * sin(2 * .pi * now / Self.swingSeconds)
    let leading = intent.hue < 0 ? hue.degrees : Double(intent.hue) + swing
    palette = Palette(mood: mood, hue: leading, accentTurn: accentTurn)
    if intent.colourfulness != 1 { palette = palette.toned(by: intent.colourfulness) }
  }

  private func eased(_ value: Float, _ goal: Float) -> Float {
    Float(Pace.eased(Double(value), to: Double(goal), halfLifeSeconds: Self.halfLifeSeconds))
  }
}
