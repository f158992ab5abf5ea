import Music

/// Makes anything that a cable can deliver fit to be analysed: finite, bounded, without a constant part.
struct FrontEnd: ~Copyable {
  /// One cleaned hop, `Hop.length` samples.
  let hop = Buffer<Float>(Hop.length)
  /// Mean square of the cleaned hop.
  private(set) var meanSquare: Float = 0
  /// None before the first sample: an offset present from the start is no click.
  private var lastInput: Float?
  private var lastOutput: Float = 0

  /// Pole of the high-pass that removes the constant part: corner 10 Hz, an octave below the lowest bass.
  private let pole = Float(1 - 2 * Double.pi * 10 / Double(Hop.sampleRate))
  /// Nothing that is sound exceeds full scale by 12 dB; beyond it the number is an accident.
  private static var bound: Float { 4 }
  /// −300 dB: below it numbers would soon be denormal and slow.
  private static var tiny: Float { 1e-15 }

  /// Real-time safe. Samples missing from a short hop count as silence.
  mutating func clean(_ mono: UnsafeBufferPointer<Float>) {
    var sum: Float = 0
    for i in 0..<Hop.length {
      let raw = i < mono.count ? mono[i] : 0
      let input = raw.isFinite ? min(max(raw, -Self.bound), Self.bound) : 0
      var output = input - (lastInput ?? input) + pole * lastOutput
      if abs(output) < Self.tiny { output = 0 }
      lastInput = input
      lastOutput = output
      hop[i] = output
      sum += output * output
    }
    meanSquare = sum / Float(Hop.length)
  }
}

/// Tells music from no music by level alone.
struct SilenceGate {
  private(set) var isSilent = true
  private var smoothed: Float = 0

  /// −58 dB below full scale (mean square): under any music, over the hiss of a good input.
  private static var threshold: Float { 1.585e-6 }
  /// 3 dB between closing and opening, so that hiss at the threshold does not chatter.
  private static var opening: Float { 2 }
  /// Time constant of the level, seconds.
  private static var seconds: Double { 0.15 }
  private let keep = Float(Maths.exponential(-Hop.seconds / seconds))
  /// How long it must be so quiet, seconds: longer than between two soft clicks at 80 beats per minute.
  private static var holdSeconds: Double { 0.75 }
  private var quietSeconds = 0.0

  mutating func follow(meanSquare: Float) {
    smoothed = meanSquare + keep * (smoothed - meanSquare)
    if smoothed < 1e-20 { smoothed = 0 }
    let isQuiet = smoothed < Self.threshold * (isSilent ? Self.opening : 1)
    quietSeconds = isQuiet ? min(quietSeconds + Hop.seconds, Self.holdSeconds) : 0
    isSilent = isQuiet && (isSilent || quietSeconds >= Self.holdSeconds)
  }
}
