import Glibc
import Music
import Scenery

/// The show's colours: they follow the mood as slowly as eyes like, around a hue of the take's own.
struct Colouring: Sendable {
  private(set) var palette: Palette
  private var mood = Mood()
  private var hue: MoodHue
  private(set) var harmony: SongHarmony
  private var wantedHarmony: SongHarmony
  var intent = Intent() {
    didSet { if intent.homeHue >= 0 { hue.settle(atDegrees: Double(intent.homeHue)) } }
  }
  /// What the song's idea does to colours, and by how much a section that came back turns them, degrees.
  var tint = CarriedIdea.Tint.none
  var turn = 0.0
  /// What a hand holds: hue in OKLCh degrees, factor of the chroma.
  var heldHue: Double?
  var heldChroma: Float?
  private var turned = 0.0
  private static let swingDegrees = 8.0
  private static let swingSeconds = 97.0
  private static let halfLifeSeconds = 0.8
  private static let turnHalfLifeSeconds = 0.6
  private static let harmonyHalfLifeSeconds = 1.5
  private static let wishedShare = 0.25
  private static let songShare = 0.5
  /// The song has a hue of its own.
  private var isAtHome = false
  /// 21 ms: no eye sees a step of half a degree.
  private static let hopsBetweenPalettes: Int64 = 4

  init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed, purpose: "palette")
    hue = MoodHue(home: chance.unit())
    harmony = SongHarmony(accentTurn: chance.unit() < 0.5 ? 150 : -150)
    wantedHarmony = harmony
    palette = Palette(mood: mood, hue: hue.degrees, accentTurn: harmony.accentTurn)
  }

  /// From now on the song says how colours stand to each other.
  mutating func settle(in harmony: SongHarmony) { wantedHarmony = harmony }

  /// From now on the song's key says where the palette is at home, unless the show does.
  ///
  /// - Parameter place: 0..<1, once round the hues that a palette may be at home in.
  mutating func settle(at place: Double) {
    guard intent.homeHue < 0 else { return }
    hue.settle(at: place)
    isAtHome = true
  }

  mutating func advance(_ moment: Moment) {
    mood.valence = eased(mood.valence, moment.mood.valence)
    mood.arousal = eased(mood.arousal, moment.mood.arousal)
    mood.confidence = eased(mood.confidence, moment.mood.confidence)
    hue.follow(mood, atSeconds: moment.hop.end.seconds, forSeconds: Hop.seconds)
    guard moment.hop.value % Self.hopsBetweenPalettes == 0 else { return }
    let now = moment.hop.end.seconds
    let swing = Self.swingDegrees * sin(2 * .pi * now / Self.swingSeconds)
    turned = Pace.eased(
      turned, to: turn, halfLifeSeconds: Self.turnHalfLifeSeconds / Double(Self.hopsBetweenPalettes))
    harmony.ease(
      to: wantedHarmony, halfLifeSeconds: Self.harmonyHalfLifeSeconds / Double(Self.hopsBetweenPalettes))
    let leading = heldHue ?? led(by: swing)
    palette = Palette(mood: mood, hue: leading, accentTurn: harmony.accentTurn)
    let chroma = heldChroma ?? wantedChroma
    if chroma != 1 { palette = palette.toned(by: chroma) }
    let light = tint.light + harmony.light
    if light != 0, heldHue == nil { palette = palette.lit(by: light) }
  }

  /// The show's colourfulness, where it has one; else the song's and its idea's.
  private var wantedChroma: Float {
    if intent.colourfulness < 1 { return intent.colourfulness }
    let own = intent.colourfulness > 1 ? 1 : harmony.chroma
    return intent.colourfulness * Float(tint.chroma * own)
  }

  /// The mood's hue, or the brief's, drawn to the idea's and turned.
  private func led(by swing: Double) -> Double {
    let isWished = intent.hue >= 0
    let own = isWished ? Double(intent.hue) + swing : hue.degrees
    let way = (tint.hue - own + 900).truncatingRemainder(dividingBy: 360) - 180
    // A colour that was asked for is only leant on, and a song's own is not given up.
    let share = isWished ? Self.wishedShare : 1
    let pull = tint.pull * (isWished ? Self.wishedShare : isAtHome ? Self.songShare : 1)
    return own + way * pull + (tint.turn + turned) * share
  }

  private func eased(_ value: Float, _ goal: Float) -> Float {
    Float(Pace.eased(Double(value), to: Double(goal), halfLifeSeconds: Self.halfLifeSeconds))
  }
}
