import Glibc

/// The few functions of analysis that Swift's standard library lacks.
///
/// The exact ones are for tables made at `init`; the quick ones run per hop, in plain arithmetic, so that
/// their results do not depend on which variant of the C library a processor selects.
enum Maths {
  static func cosine(_ x: Double) -> Double { cos(x) }
  static func sine(_ x: Double) -> Double { sin(x) }
  static func exponential(_ x: Double) -> Double { Glibc.exp(x) }
  static func logarithm2(_ x: Double) -> Double { Glibc.log2(x) }
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

  /// Base-2 logarithm of a normal x > 0 within 2e-5: exponent bits and a polynomial for the mantissa.
  @inline(__always)
  static func log2(_ x: Float) -> Float {
    let bits = x.bitPattern
    let exponent = Float(Int32(bits >> 23) - 127)
    let m = Float(bitPattern: (bits & 0x007f_ffff) | 0x3f80_0000)
    let p: Float = (((0.043_928_63 * m - 0.409_475_6) * m + 1.610_177_5) * m - 3.520_218_8) * m
    return exponent + ((p + 5.069_756_3) * m - 2.794_153_7)
  }

  /// 2 to the power of x within 4e-6 of the result; 0 below −126, capped at 2¹²⁶.
  @inline(__always)
  static func exp2(_ x: Float) -> Float {
    guard x > -126 else { return 0 }
    let y = min(x, 126)
    let floor = y.rounded(.down)
    let f = y - floor
    let p: Float = (((0.013_683_98 * f + 0.051_717_74) * f + 0.241_621_3) * f + 0.692_969_6) * f
    return (p + 1.000_003_6) * Float(bitPattern: UInt32(Int32(floor) + 127) << 23)
  }

  @inline(__always)
  static func exp(_ x: Float) -> Float { exp2(x * 1.442_695) }

  /// The probability, 0…1, that has these log-odds.
  @inline(__always)
  static func chance(logOdds: Float) -> Float { 1 / (1 + exp(-logOdds)) }

  /// Squashes to −1…1.
  @inline(__always)
  static func tanh(_ x: Float) -> Float {
    let e = exp(2 * min(max(x, -9), 9))
    return (e - 1) / (e + 1)
  }

  /// `phase` moved by whole turns into −0.5..<0.5.
  @inline(__always)
  static func wrapped(_ phase: Double) -> Double { phase - (phase + 0.5).rounded(.down) }

  /// What a leaky memory keeps per step: 0.5 after `halfLifeSeconds`.
  static func keep(halfLifeSeconds: Double, stepSeconds: Double) -> Float {
    Float(power(0.5, stepSeconds / halfLifeSeconds))
  }
}
