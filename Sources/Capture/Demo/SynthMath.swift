/// Arithmetic that gives the same bits on every machine: no C library, whose variants differ by processor.
enum SynthMath {
  /// The whole number at or below `x`; |x| < 2³¹. (The library's is a function call on plain x86-64.)
  @inline(__always)
  static func floor(_ x: Float) -> Float {
    let whole = Float(Int32(x))
    return whole > x ? whole - 1 : whole
  }

  /// The sine of a whole turn, by a polynomial; error < 2e-7 for a phase of −1 ... 2 turns.
  @inline(__always)
  static func sine(_ turns: Float) -> Float {
    // Fold to −0.25 ... 0.25 turns, where the polynomial is good.
    var t = turns - floor(turns)
    if t > 0.75 { t -= 1 } else if t > 0.25 { t = 0.5 - t }
    let x = t * 6.283_185_3
    let x2 = x * x
    let tail: Float = x2 * (2.752_556e-6 - x2 * 2.384_63e-8)
    return x * (1 + x2 * (-0.166_666_66 + x2 * (0.008_333_332 + x2 * (-1.984_09e-4 + tail))))
  }

  /// 2 to the power of `x`, for −126 ... 126; relative error < 3e-7.
  @inline(__always)
  static func exp2(_ x: Float) -> Float {
    let held = min(max(x, -126), 126)
    let whole = floor(held)
    let f = held - whole
    let high: Float = 0.009_618_129 + f * (0.001_333_355_8 + f * 0.000_154_035_3)
    let low: Float = 0.693_147_2 + f * (0.240_226_5 + f * (0.055_504_11 + f * high))
    return (1 + f * low) * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// Hertz of a MIDI note; 69 is 440 Hz.
  @inline(__always)
  static func hertz(_ note: Float) -> Float { 440 * exp2((note - 69) / 12) }

  /// The tangent, for 0 ... 0.24 turns.
  @inline(__always)
  static func tangent(_ turns: Float) -> Float { sine(turns) / sine(turns + 0.25) }

  /// What a one-pole smoother keeps per sample to fall to 1/e in so many seconds at 48 kHz.
  static func keep(seconds: Float) -> Float { exp2(-1.442_695 / (seconds * 48_000)) }
}
