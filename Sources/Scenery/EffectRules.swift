/// What should drive an input by what it was seen to do, with its name for a hint.
///
/// Start is what the names say (`NameRules`); then the range is kept where the picture stays one, inputs that jump or
/// that change the light get slow signals, inputs that go round go round, and those without effect rest.
public struct EffectRules {
  /// An effect below this share of full light is none.
  public static let leastEffect: Float = 0.4 / 255
  /// Change of the whole picture's light that a fast signal may make; a tenth counts as a flash.
  public static let fastLight: Float = 0.09
  /// An input jumps that changes this much of all it can within a hundredth of its range.
  private static let jump: Float = 0.5
  /// Effects below this go all their way.
  private static let faint: Float = 4 / 255

  private let header: PresetHeader
  private let effects: [InputEffect]

  public init(_ header: PresetHeader, _ effects: [InputEffect]) {
    self.header = header
    self.effects = effects
  }

  public mutating func bindings() -> [Binding] {
    let floats = header.inputs.filter { if case .float = $0.initial { true } else { false } }.map(\.name)
    let factors = SpeedFactors(ShaderWords(header.shader), inputs: floats)
    var names = NameRules(header, entangled: factors.entangled)
    let named = Dictionary(
      names.bindings(besides: []).map { ($0.input, $0) }, uniquingKeysWith: { first, _ in first })
    var bindings: [Binding] = []
    for input in header.inputs {
      guard let effect = effects.first(where: { $0.input == input.name }) else {
        // Colours and events have no range to be measured over.
        if var binding = named[input.name] {
          binding.origin = .measured
          bindings.append(binding)
        }
        continue
      }
      let isSpeed = header.speeds.contains(input.name)
      guard effect.change >= Self.leastEffect || isSpeed, effect.low < effect.high else { continue }
      if let binding = binding(input, effect, named[input.name], isSpeed) { bindings.append(binding) }
    }
    let answers: (Binding) -> Bool = {
      $0.signal.range != .colour && $0.signal != .bar && $0.signal != .variation
    }
    if !bindings.contains(where: answers) { bindings.append(NameRules.pace) }
    for place in bindings.indices { bindings[place].origin = .measured }
    return bindings
  }

  /// The same, half as far and twice as slow: for pictures that turned out to flash or to go black.
  public static func calmed(_ bindings: [Binding], of header: PresetHeader) -> [Binding] {
    bindings.map { binding in
      var calm = binding
      if binding.signal.range == .unbounded { calm.scale /= 2 }
      if let low = binding.low, let high = binding.high, binding.signal.range != .unbounded {
        let start = header.inputs.first { $0.name == binding.input }?.number ?? 1
        calm.low = start + (low - start) / 2
        calm.high = start + (high - start) / 2
      }
      calm.halfLifeSeconds = max(0.3, 2 * binding.halfLifeSeconds)
      return calm
    }
  }

  /// The same, over all of each safe range and with every input on the move: for pictures that showed no music.
  public func widened(_ bindings: [Binding]) -> [Binding] {
    bindings.map { binding in
      guard let effect = effects.first(where: { $0.input == binding.input }),
        !header.speeds.contains(binding.input), binding.signal.range != .unbounded
      else { return binding }
      var wide = binding
      if binding.signal == .variation { (wide.signal, wide.halfLifeSeconds) = (.arousal, 1.5) }
      let goesUp = (binding.high ?? effect.high) >= (binding.low ?? effect.low)
      if wide.signal.range == .signed {
        (wide.low, wide.high) = (effect.low, effect.high)
      } else {
        wide.high = goesUp ? effect.high : effect.low
      }
      return wide
    }
  }

  private func binding(
    _ input: PresetInput, _ effect: InputEffect, _ named: Binding?, _ isSpeed: Bool
  ) -> Binding? {
    let role = NameRules.role(of: input.name)
    if isSpeed { return named }
    // A speed that no product shows changes the picture more the later it is: it would jump.
    guard role != .speed, let start = input.number else { return named.map { kept($0, effect, input) } }
    if case .long = input.initial {
      return input.values.isEmpty ? named.map { kept($0, effect, input) } : popUp(input, effect)
    }
    if role == .seed || (effect.roughness > Self.jump && effect.position > Self.faint) {
      // Another picture for every stay, none within it.
      return Binding(input: input.name, signal: .variation, low: effect.low, high: effect.high)
    }
    if effect.isRound {
      return Binding(
        input: input.name, signal: .flow, low: input.minimum, high: input.maximum, scale: 0.05, wraps: true)
    }
    var binding = kept(named ?? slow(input, effect, start), effect, input)
    if named != nil, effect.change < Self.faint { binding = widened(binding, effect) }
    return dimmed(binding, effect, start)
  }

  /// A name that says nothing, or something that hides: slow, a little way to both sides.
  private func slow(_ input: PresetInput, _ effect: InputEffect, _ start: Float) -> Binding {
    Binding(
      input: input.name, signal: .arousal, low: start - 0.3 * (start - effect.low),
      high: start + 0.3 * (effect.high - start), halfLifeSeconds: 1.5)
  }

  /// Pop-ups choose among values that all give a picture, once a stay.
  private func popUp(_ input: PresetInput, _ effect: InputEffect) -> Binding? {
    let all = input.values.map { Float($0) }
    guard effect.low <= all.min() ?? 0, effect.high >= all.max() ?? 0 else { return nil }
    return Binding(input: input.name, signal: .variation)
  }

  /// Inside the range where the picture stays one; not quite at its ends, which were not tried between.
  private func kept(_ binding: Binding, _ effect: InputEffect, _ input: PresetInput) -> Binding {
    var binding = binding
    let (low, high) = (binding.low ?? input.minimum, binding.high ?? input.maximum)
    let isWhole = effect.low <= input.minimum && effect.high >= input.maximum
    let margin = isWhole ? 0 : 0.15 * (effect.high - effect.low)
    let floor = effect.low <= input.minimum ? effect.low : effect.low + margin
    let ceiling = effect.high >= input.maximum ? effect.high : effect.high - margin
    guard floor < ceiling else { return binding }
    binding.low = min(max(low, floor), ceiling)
    binding.high = min(max(high, floor), ceiling)
    return binding
  }

  /// An input that shows little goes all its way.
  private func widened(_ binding: Binding, _ effect: InputEffect) -> Binding {
    guard let low = binding.low, let high = binding.high, binding.signal.range != .unbounded else {
      return binding
    }
    var binding = binding
    if high >= low { binding.high = max(high, effect.high) } else { binding.high = min(high, effect.low) }
    return binding
  }

  /// What makes the picture much brighter moves slowly, or less far.
  private func dimmed(_ binding: Binding, _ effect: InputEffect, _ start: Float) -> Binding {
    guard effect.brightness > Self.fastLight, let low = binding.low, let high = binding.high,
      binding.signal.range != .unbounded
    else { return binding }
    var binding = binding
    // As if light followed the input in a straight line over its range.
    let share = abs(high - low) / max(effect.high - effect.low, 1e-6)
    let light = effect.brightness * share
    guard light > Self.fastLight else { return binding }
    let room = Self.fastLight / light
    if binding.signal.range == .signed {
      binding.low = start + (low - start) * room
      binding.high = start + (high - start) * room
    } else {
      binding.high = low + (high - low) * room
    }
    binding.halfLifeSeconds = max(binding.halfLifeSeconds, 0.25)
    return binding
  }
}
