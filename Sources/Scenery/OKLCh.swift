import Glibc

/// A colour as the eye orders it: lightness, chroma, hue.
///
/// Source: B. Ottosson, “A perceptual color space for image processing” (2020); sRGB by IEC 61966-2-1.
struct OKLCh {
  /// 0 (black) … 1 (white).
  var lightness: Double
  /// 0 (grey) … about 0.32 for the most colourful of sRGB.
  var chroma: Double
  /// Degrees: 29 red, 70 orange, 110 yellow, 142 green, 195 teal, 264 blue, 328 magenta.
  var hue: Double

  /// The most chroma that sRGB can show at a lightness and hue.
  static func greatestChroma(lightness: Double, hue: Double) -> Double {
    let a = cos(hue * .pi / 180)
    let b = sin(hue * .pi / 180)
    var inside = 0.0
    var outside = 0.4
    for _ in 0..<14 {  // to within 0.4 / 2¹⁴: far below what an eye or an 8-bit picture can tell
      let middle = (inside + outside) / 2
      if isInGamut(linear(lightness, middle * a, middle * b)) { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// As sRGB code values; what sRGB can't show is clipped, so keep to `greatestChroma`.
  var colour: Colour {
    let linear = Self.linear(lightness, chroma * cos(hue * .pi / 180), chroma * sin(hue * .pi / 180))
    return Colour(
      red: Self.encoded(linear.red), green: Self.encoded(linear.green), blue: Self.encoded(linear.blue))
  }

  /// Green to red, blue to yellow.
  var axes: (a: Double, b: Double) {
    (chroma * cos(hue * .pi / 180), chroma * sin(hue * .pi / 180))
  }

  init(lightness: Double, chroma: Double, hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  init(_ colour: Colour) {
    let red = Self.decoded(colour.red)
    let green = Self.decoded(colour.green)
    let blue = Self.decoded(colour.blue)
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    let a: Double = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    let b: Double = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    chroma = (a * a + b * b).squareRoot()
    hue = atan2(b, a) * 180 / .pi
  }

  private typealias Linear = (red: Double, green: Double, blue: Double)

  private static func linear(_ lightness: Double, _ a: Double, _ b: Double) -> Linear {
    let l = lightness + 0.3963377774 * a + 0.2158037573 * b
    let m = lightness - 0.1055613458 * a - 0.0638541728 * b
    let s = lightness - 0.0894841775 * a - 1.2914855480 * b
    let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
    return (
      4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
      -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
      -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3
    )
  }

  private static func isInGamut(_ linear: Linear) -> Bool {
    let range = -1e-6...1 + 1e-6
    return range.contains(linear.red) && range.contains(linear.green) && range.contains(linear.blue)
  }

  private static func encoded(_ linear: Double) -> Float {
    let x = min(max(linear, 0), 1)
    return Float(x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055)
  }

  private static func decoded(_ code: Float) -> Double {
    let x = Double(code)
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
  }
}

extension Colour {
  /// OKLCh degrees; nil for a grey, which has no hue to speak of.
  public var hueDegrees: Double? {
    let form = OKLCh(self)
    return form.chroma > 0.02 ? form.hue : nil
  }
}
