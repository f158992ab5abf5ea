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
  private(set) var clocks: PresetClocks
  /// How fast TIME runs; 1 where nothing drives it.
  private var rate: Float = 1
  /// Places of the inputs that multiply TIME.
  private let speeds: [Int]
  /// What a hand calls each input, without the preset's name and with it.
  private let keys: [(UInt64, UInt64)]
  private let rateKeys: (UInt64, UInt64)

  private struct BoundInput {
    /// nil for TIME.
    var place: Int?
    var binding: Binding
  }

  /// - Parameter name: the preset's, by which hands may call its inputs.
  init(_ header: PresetHeader, of name: String = "") {
    func keys(_ input: String) -> (UInt64, UInt64) {
      (Overrides.key(of: input), Overrides.key(of: name + "." + input))
    }
    self.keys = header.inputs.map { keys($0.name) }
    rateKeys = keys(Binding.clock)
    speeds = header.speeds.compactMap { name in header.inputs.firstIndex { $0.name == name } }
    clocks = PresetClocks(speeds: header.speeds.count)
    inputs = header.inputs
    values = header.inputs.map(\.initial)
    firing = header.inputs.map { _ in false }
    bindings = header.kinora.bindings.compactMap { binding in
      if binding.input == Binding.clock { return BoundInput(place: nil, binding: binding) }
      return header.inputs.firstIndex { $0.name == binding.input }.map {
        BoundInput(place: $0, binding: binding)
      }
    }
  }

  /// Takes one frame's signals in.
  ///
  /// - Parameters:
  ///   - time: seconds since the entrance.
  ///   - seconds: since the frame before; 0 for the first.
  mutating func step(_ signals: Signals, at time: Double = 0, seconds: Float) {
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
      if let place = bound.place {
        drive(place, by: bound.binding, smoothed[i], from: previous[i], to: raw.x, isFirst: isFirst)
      } else {
        let share = bound.binding.value(of: smoothed[i].x, input: Self.clockInput, from: 1)
        rate = max(0, share)
      }
      previous[i] = raw.x
    }
    if !signals.overrides.isEmpty || isHeld { hold(signals.overrides) }
    let factors = speeds.map { place -> Float in
      if case .float(let speed) = values[place] { speed } else { 0 }
    }
    clocks.step(to: time, rate: Double(rate), speeds: factors)
  }

  private static let clockInput = PresetInput(name: Binding.clock, initial: .float(1), maximum: 4)

  private mutating func drive(
    _ place: Int, by binding: Binding, _ signal: SIMD4<Float>, from old: Float, to new: Float, isFirst: Bool
  ) {
    guard case .event = inputs[place].initial else {
      values[place] = Self.value(of: inputs[place], by: binding, signal)
      return
    }
    firing[place] = firing[place] || (!isFirst && Self.fires(binding.signal, from: old, to: new))
  }

  // MARK: A performer's hand

  /// Something was in hand at the last frame: what is released and not bound goes back to its default.
  private var isHeld = false

  private mutating func hold(_ overrides: Overrides) {
    for place in inputs.indices where !bindings.contains(where: { $0.place == place }) {
      values[place] = inputs[place].initial
    }
    if !bindings.contains(where: { $0.place == nil }) { rate = 1 }
    isHeld = !overrides.isEmpty
    for (place, keys) in keys.enumerated() {
      guard let value = overrides.value(of: keys.1) ?? overrides.value(of: keys.0) else { continue }
      let isNumber = (0..<4).allSatisfy { value[$0].isFinite }
      if isNumber { take(value, at: place) }
    }
    let rate = overrides.value(of: rateKeys.1) ?? overrides.value(of: rateKeys.0)
    if let rate, rate.x.isFinite { self.rate = max(0, rate.x) }
  }

  private mutating func take(_ value: SIMD4<Float>, at place: Int) {
    switch inputs[place].initial {
    case .float: values[place] = .float(value.x)
    case .bool: values[place] = .bool(value.x >= 0.5)
    case .long: values[place] = .long(Self.whole(value.x))
    case .point: values[place] = .point(value.x, value.y)
    case .color: values[place] = .color(value.x, value.y, value.z, value.w)
    case .wholes: values[place] = .wholes(Self.whole(value.x), Self.whole(value.y))
    case .triple: values[place] = .triple(value.x, value.y, value.z)
    case .event: firing[place] = value.x >= 0.5
    case .image, .audio, .audioFFT, .soundRows: break
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
    func mapped(from start: Float = 0) -> Float { binding.value(of: signal.x, input: input, from: start) }
    switch input.initial {
    case .float(let start): return .float(mapped(from: start))
    case .bool: return .bool(mapped() >= 0.5)
    case .long(let start): return .long(choice(signal.x, from: Float(start), input, binding))
    case .point(let x, let y):
      // The two axes go at unlike paces, so that the point wanders.
      var other = binding
      other.scale *= goldenShare
      let isWay = binding.signal.range == .unbounded
      let across = mapped(from: x)
      return .point(across, isWay ? other.value(of: signal.x, input: input, from: y) : across)
    case .color(_, _, _, let alpha): return .color(signal.x, signal.y, signal.z, alpha)
    case .event, .image, .audio, .audioFFT, .soundRows, .wholes, .triple: return input.initial
    }
  }

  private static let goldenShare: Float = 0.618_034

  /// For pop-ups: counts walk round the values, levels choose among them.
  private static func choice(
    _ signal: Float, from start: Float, _ input: PresetInput, _ binding: Binding
  ) -> Int32 {
    let number = binding.value(of: signal, input: input, from: start)
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
