import Scenery

/// Values of a preset's inputs through one appearance: defaults, and what the music makes of them.
///
/// A value depends on the signals since the entrance and on the times between them, on nothing else.
struct BoundInputs {
  private let inputs: [PresetInput]
  private let bindings: [BoundInput]
  /// Smoothed signal values, one SIMD4 a binding (numbers use the first lane).
  private var smoothed: [SIMD4<Float>] = []
  private var previous: [Float] = []
  private(set) var values: [InputValue]
  /// Inputs of type event that are true in this frame.
  private(set) var firing: [Bool]

  private struct BoundInput {
    var place: Int
    var binding: Binding
  }

  init(_ header: PresetHeader) {
    inputs = header.inputs
    values = header.inputs.map(\.initial)
    firing = header.inputs.map { _ in false }
    bindings = header.kinora.bindings.compactMap { binding in
      header.inputs.firstIndex { $0.name == binding.input }.map { BoundInput(place: $0, binding: binding) }
    }
  }

  /// Takes one frame's signals in.
  ///
  /// - Parameter seconds: since the frame before; 0 for the first.
  mutating func step(_ signals: Signals, seconds: Float) {
    let isFirst = smoothed.isEmpty
    for i in firing.indices { firing[i] = false }
    for (i, bound) in bindings.enumerated() {
      let raw = Self.raw(bound.binding.signal, in: signals)
      if isFirst {
        smoothed.append(raw)
        previous.append(raw.x)
      } else {
        smoothed[i] = Self.smooth(smoothed[i], towards: raw, by: bound.binding, seconds: seconds)
      }
      let input = inputs[bound.place]
      if case .event = input.initial {
        let fires = !isFirst && Self.fires(bound.binding.signal, from: previous[i], to: raw.x)
        firing[bound.place] = firing[bound.place] || fires
      } else {
        values[bound.place] = Self.value(of: input, by: bound.binding, smoothed[i])
      }
      previous[i] = raw.x
    }
  }

  /// The current number of an input that a size expression names.
  func number(_ name: String) -> Double? {
    guard let place = inputs.firstIndex(where: { $0.name == name }) else { return nil }
    switch values[place] {
    case .float(let value): return Double(value)
    case .long(let value): return Double(value)
    case .bool(let value): return value ? 1 : 0
    default: return nil
    }
  }

  // MARK: Leaves

  private static func raw(_ signal: Signal, in signals: Signals) -> SIMD4<Float> {
    func lanes(_ c: Colour) -> SIMD4<Float> { SIMD4(c.red, c.green, c.blue, 1) }
    switch signal {
    case .paletteShade: return lanes(signals.palette.shade)
    case .paletteDeep: return lanes(signals.palette.deep)
    case .paletteBase: return lanes(signals.palette.base)
    case .paletteLight: return lanes(signals.palette.light)
    case .paletteAccent: return lanes(signals.palette.accent)
    default:
      // What is no number would stay in the smoothing for ever.
      let value = signals[signal]
      return SIMD4(value.isFinite ? value : 0, 0, 0, 0)
    }
  }

  /// Half of the way in each half-life; strikes rise at once.
  private static func smooth(
    _ now: SIMD4<Float>, towards goal: SIMD4<Float>, by binding: Binding, seconds: Float
  ) -> SIMD4<Float> {
    if binding.halfLifeSeconds <= 0 || (binding.signal.isStrike && goal.x >= now.x) { return goal }
    let rest = Self.halved(seconds / binding.halfLifeSeconds)
    return goal + (now - goal) * rest
  }

  /// 2^(−x) for x ≥ 0, by halving and a polynomial: the same bits on every machine.
  static func halved(_ x: Float) -> Float {
    guard x > 0 else { return 1 }
    guard x < 64 else { return 0 }
    let whole = x.rounded(.down)
    let t = -(x - whole) * 0.693_147_18
    let tail = 1 + t * (1 + t * (0.5 + t * (1 / 6 + t * (1 / 24 + t * (1 / 120 + t / 720)))))
    return tail * Float(sign: .plus, exponent: -Int(whole), significand: 1)
  }

  /// A strike begins, a count goes up, a phase begins anew.
  private static func fires(_ signal: Signal, from old: Float, to new: Float) -> Bool {
    switch signal {
    case .beat, .bar, .phrase: return new < old - 0.5
    case .beats, .bars, .chapter, .chapterEase, .flow, .travel:
      return new.rounded(.down) > old.rounded(.down)
    default: return signal.isStrike ? new > old + 0.25 : old < 0.5 && new >= 0.5
    }
  }

  private static func value(of input: PresetInput, by binding: Binding, _ signal: SIMD4<Float>) -> InputValue
  {
    switch input.initial {
    case .float: return .float(mapped(signal.x, input, binding))
    case .bool: return .bool(mapped(signal.x, input, binding) >= 0.5)
    case .long: return .long(choice(signal.x, input, binding))
    case .point:
      let value = mapped(signal.x, input, binding)
      return .point(value, value)
    case .color(_, _, _, let alpha): return .color(signal.x, signal.y, signal.z, alpha)
    case .event, .image, .audio, .audioFFT, .soundRows, .wholes, .triple: return input.initial
    }
  }

  private static func mapped(_ signal: Float, _ input: PresetInput, _ binding: Binding) -> Float {
    let low = binding.low ?? input.minimum
    // Points in pixels have no range of their own; what they get are shares.
    let high = binding.high ?? (input.maximum == input.minimum ? input.minimum + 1 : input.maximum)
    switch binding.signal.range {
    case .unbounded: return signal * binding.scale
    case .signed: return low + (high - low) * (signal + 1) / 2
    case .unit, .colour: return low + (high - low) * signal
    }
  }

  /// For pop-ups: counts walk round the values, levels choose among them.
  private static func choice(_ signal: Float, _ input: PresetInput, _ binding: Binding) -> Int32 {
    let number = mapped(signal, input, binding)
    guard !input.values.isEmpty, binding.low == nil, binding.high == nil else { return whole(number) }
    let count = Int32(clamping: input.values.count)
    if binding.signal.range == .unbounded {
      let step = whole(number) % count
      return input.values[Int(step < 0 ? step + count : step)]
    }
    let share = binding.signal.range == .signed ? (signal + 1) / 2 : signal
    return input.values[Int(min(max(whole(share * Float(count)), 0), count - 1))]
  }

  private static func whole(_ number: Float) -> Int32 {
    Int32(max(-2_147_483_520, min(2_147_483_520, number.rounded(.down))))
  }
}
