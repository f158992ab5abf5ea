import Music

/// The colour correction of one picture, in sRGB code values; the last creative step before the master pass.
///
/// For a colour `c`, light `b` from the glow of bright places, `r` the distance from the middle (1 at the corners)
/// and `n` −1…1 of grain, in this order:
///
/// 1. bloom: `c + bloom · b · (1 − c)`, with `b` times `halation`: light spreads red in film
/// 2. temperature: red × (1 + 0.12 t), blue × (1 − 0.12 t), then all scaled so that grey keeps its luma
/// 3. lift, gamma, gain: `(c · (gain − lift) + lift) ^ (1 / gamma)`
/// 4. contrast: `(c − 0.46) · contrast + 0.46`, the pivot being middle grey
/// 5. saturation: `luma + (c − luma) · saturation`, luma by Rec. 709
/// 6. the looks (`LookMix`)
/// 7. vignette: `c · (1 − vignette · r⁴)`
/// 8. grain: `c + 0.05 · grain · n · (0.3 + 2.8 · luma · (1 − luma))`
public struct Grade: Sendable, BitwiseCopyable, Equatable {
  /// Added to black.
  public var lift = Colour(red: 0, green: 0, blue: 0)
  /// > 0; above 1 lightens the middle.
  public var gamma = Colour(red: 1, green: 1, blue: 1)
  /// What white becomes.
  public var gain = Colour(red: 1, green: 1, blue: 1)
  /// −1 (blue) … 1 (amber).
  public var temperature: Float = 0
  public var contrast: Float = 1
  public var saturation: Float = 1
  /// 0…1 each.
  public var bloom: Float = 0
  public var vignette: Float = 0
  public var grain: Float = 0

  public init() {}

  /// Touches nothing: such a picture stays as it is, byte for byte.
  public static let identity = Grade()

  /// Colour weights of luma (Rec. 709).
  public static let luma = Colour(red: 0.2126, green: 0.7152, blue: 0.0722)
  /// Colour of the light that spreads around what is bright.
  public static let halation = Colour(red: 1, green: 0.82, blue: 0.66)
  /// sRGB's code for a surface that reflects 18 % of the light.
  public static let pivot: Float = 0.46

  /// Gains of the three colours for the temperature; grey keeps its luma.
  public var balance: Colour {
    let (red, blue) = (1 + 0.12 * temperature, 1 - 0.12 * temperature)
    let luma = Self.luma.red * red + Self.luma.green + Self.luma.blue * blue
    return Colour(red: red / luma, green: 1 / luma, blue: blue / luma)
  }
}

extension Grade {
  /// The grade of a mood: restrained, so that a scene keeps its own colours.
  ///
  /// Happy is warmer and lighter, sad cooler with lifted shadows; excitement has contrast, colour and glow; calm has
  /// grain; tension closes in from the corners and deepens black.
  ///
  /// - Parameters:
  ///   - tension: 0…1.
  ///   - amount: 0 (nothing) … 1 (as meant) … 2.
  public init(mood: Mood, tension: Float, amount: Float) {
    let amount = min(max(amount, 0), 2)
    guard amount > 0 else { return }
    let trust = min(max(mood.confidence, 0), 1)
    let valence = min(max(mood.valence, -1), 1) * trust
    let arousal = min(max(mood.arousal, -1), 1) * trust
    let tension = min(max(tension, 0), 1)
    let (joy, gloom) = (max(0, valence), max(0, -valence))
    let (drive, calm) = (max(0, arousal), max(0, -arousal))
    temperature = amount * 0.4 * valence
    let shadow = 0.010 * gloom + 0.006 * calm - 0.010 * tension
    lift = Colour(red: amount * shadow, green: amount * shadow, blue: amount * (shadow + 0.010 * gloom))
    let middle = 0.05 * joy - 0.04 * tension
    gamma = Colour(red: 1 + amount * middle, green: 1 + amount * middle, blue: 1 + amount * middle)
    gain = Colour(
      red: 1 + amount * 0.015 * joy, green: 1, blue: 1 - amount * (0.015 * joy + 0.01 * calm))
    contrast = 1 + amount * (0.05 * drive + 0.04 * tension - 0.03 * calm)
    saturation = 1 + amount * (0.10 * drive + 0.04 * joy - 0.12 * gloom - 0.06 * tension)
    bloom = amount * (0.22 + 0.20 * drive)
    vignette = amount * (0.10 + 0.14 * tension + 0.06 * gloom)
    grain = amount * (0.22 + 0.16 * calm + 0.08 * gloom)
  }
}
