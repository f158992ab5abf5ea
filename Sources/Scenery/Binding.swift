/// What of the music drives one input.
public struct Binding: Sendable, Equatable {
  /// Who says so; a hand's word comes before a measurement's, and that before a name's.
  public enum Origin: String, Sendable {
    case header
    case hand = "side file"
    case measured = "measured effect"
    case name
  }

  /// How a level becomes a share of the range.
  public enum Curve: String, Sendable, CaseIterable {
    case straight
    /// Only strong signals show: the square.
    case late
    /// Weak signals show already: the root.
    case early
    /// Soft at both ends (smoothstep).
    case soft

    func share(_ x: Float) -> Float {
      switch self {
      case .straight: x
      case .late: x * abs(x)
      case .early: x < 0 ? -(-x).squareRoot() : x.squareRoot()
      case .soft:
        if x <= 0 { 0 } else if x >= 1 { 1 } else { x * x * (3 - 2 * x) }
      }
    }
  }

  /// Not an input but the shader's own clock: what drives it is how fast TIME runs.
  public static let clock = "TIME"

  public var input: String
  public var signal: Signal
  /// Values of the input at the signal's low and high end; nil = the input's own range. With both, an unbounded
  /// signal goes to and fro between them, beginning at the input's default.
  public var low: Float?
  public var high: Float?
  /// For unbounded signals: input per signal, or ranges per signal where it goes to and fro.
  public var scale: Float
  /// Time in which a smoothed value goes half of its way.
  public var halfLifeSeconds: Float
  public var curve: Curve
  /// The range is a circle: an unbounded signal goes round instead of to and fro.
  public var wraps: Bool
  public var origin: Origin

  public init(
    input: String, signal: Signal, low: Float? = nil, high: Float? = nil, scale: Float = 1,
    halfLifeSeconds: Float = 0, curve: Curve = .straight, wraps: Bool = false, origin: Origin = .header
  ) {
    self.input = input
    self.signal = signal
    self.low = low
    self.high = high
    self.scale = scale
    self.halfLifeSeconds = halfLifeSeconds
    self.curve = curve
    self.wraps = wraps
    self.origin = origin
  }

  /// The number that a smoothed signal makes of an input; `start` is where an unbounded one begins.
  public func value(of signal: Float, input: PresetInput, from start: Float) -> Float {
    let low = self.low ?? input.minimum
    // Points in pixels have no range of their own; what they get are shares.
    let high = self.high ?? (input.maximum == input.minimum ? input.minimum + 1 : input.maximum)
    switch self.signal.range {
    case .unbounded:
      guard self.low != nil, self.high != nil, low != high else { return signal * scale }
      return low + (high - low) * course((start - low) / (high - low) + signal * scale)
    case .signed: return low + (high - low) * (curve.share(signal) + 1) / 2
    case .unit, .colour: return low + (high - low) * curve.share(signal)
    }
  }

  /// Round (0..<1) or to and fro (0…1) for a way that never turns.
  private func course(_ way: Float) -> Float {
    if wraps { return way - way.rounded(.down) }
    let turn = way / 2 - (way / 2).rounded(.down)
    return 1 - abs(2 * turn - 1)
  }
}
