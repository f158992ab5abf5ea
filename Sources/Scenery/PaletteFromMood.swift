import Glibc
import Music

extension Palette {
  /// Five colours for a mood, around one leading hue.
  ///
  /// Saturation follows arousal and lightness follows valence; shadows lean towards violet and lights towards
  /// yellow, as in painting; the accent stands across the circle. Sources: Palmer et al. 2013 (PNAS);
  /// Whiteford et al. 2018 (i-Perception 9:6); Wilms & Oberfeld 2018.
  ///
  /// - Parameters:
  ///   - mood: valence and arousal, −1…1; other values are taken as the nearest of these.
  ///   - hue: OKLCh degrees, from `MoodHue` or by hand.
  ///   - accentTurn: degrees from the leading hue to the accent's.
  public init(mood: Mood, hue: Double, accentTurn: Double = 150) {
    let valence = Double(min(max(mood.valence, -1), 1))
    let arousal = Double(min(max(mood.arousal, -1), 1))
    let saturation = 0.6 + 0.35 * arousal
    let gloom = max(0, -valence) * max(0, arousal)
    let lift = 0.09 * valence - 0.05 * gloom

    func tone(_ lightness: Double, _ share: Double, hue: Double) -> Colour {
      let limit = OKLCh.greatestChroma(lightness: lightness, hue: hue)
      return OKLCh(lightness: lightness, chroma: limit * min(saturation * share, 1), hue: hue).colour
    }
    // Yellow is itself only when light, blue only when dark: lean towards where the hue is most colourful.
    let natural = 0.62 + 0.17 * cos((hue - 105) * .pi / 180)
    let middle = 0.5 * natural + 0.5 * 0.56 + lift
    shade = tone(0.16 + 0.3 * lift, 0.55, hue: Self.leaning(hue, from: 108, by: 38))
    deep = tone(0.33 + 0.7 * lift, 0.8, hue: Self.leaning(hue, from: 108, by: 32))
    base = tone(middle, 0.92, hue: hue)
    light = tone(min(0.86 + 0.5 * lift, 0.94), 0.55, hue: Self.leaning(hue, from: 280, by: 20))
    let across = hue + accentTurn
    let glow = 0.5 * (0.62 + 0.17 * cos((across - 105) * .pi / 180)) + 0.5 * 0.72 + 0.5 * lift
    // Full green shouts louder than any other colour: it gets the least of its chroma.
    let calm = 0.92 - 0.15 * cos((across - 135) * .pi / 180)
    accent = tone(glow, calm * (0.35 / saturation + 0.6), hue: across)
  }

  /// The same colours, more or less colourful; 0 is grey.
  public func toned(by factor: Float) -> Palette {
    func tone(_ colour: Colour) -> Colour {
      var form = OKLCh(colour)
      let limit = OKLCh.greatestChroma(lightness: form.lightness, hue: form.hue)
      form.chroma = min(form.chroma * Double(max(0, factor)), limit)
      return form.colour
    }
    return Palette(
      shade: tone(shade), deep: tone(deep), base: tone(base), light: tone(light), accent: tone(accent))
  }

  /// The same colours, lighter or (below 0) darker by so much of OKLab's lightness, as colourful as they can be there.
  public func lit(by light: Double) -> Palette {
    func tone(_ colour: Colour) -> Colour {
      var form = OKLCh(colour)
      form.lightness = min(max(form.lightness + light, 0), 1)
      form.chroma = min(form.chroma, OKLCh.greatestChroma(lightness: form.lightness, hue: form.hue))
      return form.colour
    }
    return Palette(
      shade: tone(shade), deep: tone(deep), base: tone(base), light: tone(self.light), accent: tone(accent))
  }

  /// Turns a hue away from one side of the circle, by `degrees` at most; smooth all the way round.
  private static func leaning(_ hue: Double, from pole: Double, by degrees: Double) -> Double {
    hue + degrees * sin((hue - pole) * .pi / 180)
  }
}

/// The leading hue of a performance: where the mood points, never faster than an eye likes.
public struct MoodHue: Sendable, BitwiseCopyable, Equatable {
  /// OKLCh degrees, 0..<360.
  public private(set) var degrees: Double
  /// The hue of a mood that points nowhere; also shifts all others a little.
  private var home: Double
  /// How far a sure mood draws the hue away from home, 0…1.
  private var pull = 1.0
  private static let fastestDegreesPerSecond = 30.0
  /// The hue never rests: it swings this far to either side in this time.
  private static let swingDegrees = 11.0
  private static let swingSeconds = 97.0
  /// The home moves all hues by this much at most.
  private static let homeTurn = 22.0
  private static let songPull = 0.3

  /// - Parameter home: 0..<1, one per take.
  public init(home: Double) {
    // Round the circle from green to orange: a grey-eyed mood in yellow would look like mud.
    self.home = Self.homeDegrees(home)
    degrees = self.home
  }

  private static func homeDegrees(_ place: Double) -> Double { wrapped(145 + 275 * place) }

  /// Gives the hue a song's own home, 0..<1; it goes there as slowly as anywhere. The mood still turns it, by less:
  /// what a mood looks like is told by lightness and saturation first.
  public mutating func settle(at place: Double) {
    home = Self.homeDegrees(place)
    pull = Self.songPull
  }

  /// The same by OKLCh degrees.
  public mutating func settle(atDegrees degrees: Double) {
    home = Self.wrapped(degrees)
    pull = Self.songPull
  }

  /// Moves towards the hue of `mood`, the short way round.
  public mutating func follow(_ mood: Mood, atSeconds seconds: Double, forSeconds elapsed: Double) {
    let way = Self.shortWay(from: degrees, to: target(of: mood, atSeconds: seconds))
    let limit = Self.fastestDegreesPerSecond * elapsed
    // Eases in over the last stretch: a third of the way each second, but never above the limit.
    let step = min(max(way * min(1, elapsed * 1.5), -limit), limit)
    degrees = Self.wrapped(degrees + step)
  }

  /// The hue that `mood` asks for.
  public func target(of mood: Mood, atSeconds seconds: Double) -> Double {
    let valence = Double(mood.valence)
    let arousal = Double(mood.arousal)
    let radius = (valence * valence + arousal * arousal).squareRoot()
    let strength =
      pull * min(max((radius - 0.08) / 0.35, 0), 1) * Double(min(max(mood.confidence, 0), 1))
    let turn = Self.homeTurn * sin(home * .pi / 180)
    let pointed = (Self.hue(ofAngle: atan2(arousal, valence) * 180 / .pi) + turn) * .pi / 180
    let homeward = home * .pi / 180
    let x = strength * cos(pointed) + (1 - strength) * cos(homeward)
    let y = strength * sin(pointed) + (1 - strength) * sin(homeward)
    let swing = Self.swingDegrees * sin(2 * .pi * seconds / Self.swingSeconds)
    return Self.wrapped(atan2(y, x) * 180 / .pi + swing)
  }

  /// OKLCh hue at an angle of the mood plane (0° = happy, 90° = excited), linear between eight winds: yellow-orange,
  /// orange, red, magenta, indigo, blue, teal, spring green. Between the last and the first it hurries past khaki.
  static func hue(ofAngle angle: Double) -> Double {
    let turn = wrapped(angle - 45) / 45
    let winds: [Double] = [78, 45, 10, -37, -85, -137, -190, -222, 78 - 360]
    let wind = min(Int(turn), 7)
    return wrapped(winds[wind] + (turn - Double(wind)) * (winds[wind + 1] - winds[wind]))
  }

  private static func wrapped(_ degrees: Double) -> Double {
    degrees - 360 * (degrees / 360).rounded(.down)
  }

  private static func shortWay(from: Double, to: Double) -> Double {
    wrapped(to - from + 180) - 180
  }
}
