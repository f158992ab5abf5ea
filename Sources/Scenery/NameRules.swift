/// What an input's name says about what should drive it: loudness and beat move amounts, mood and form move colours
/// and structure, energy moves speeds.
///
/// Only for scenes and filters without bindings of their own. In silence an input stands at, or near, its default.
public struct NameRules {
  /// What kind of thing an input changes.
  enum Role: String, Sendable {
    case brightness, size, amount, colour, structure, seed, angle, place, speed, trigger, still, other
  }

  /// Each row: words that a name may contain, and the role they give. The first row that fits decides.
  static let roles: [(words: Set<String>, role: Role)] = [
    // What would hide the picture, make it flash, or must stay in order with another.
    row("alpha opacity mask strobe flash invert fps update time delay progress", .still),
    row("start end min max lower upper inner outer reset clear", .still),
    row("speed rate velocity tempo scroll", .speed),
    row("seed random rand variation", .seed),
    row("note gate trigger trig hit", .trigger),
    row("hue colour color palette tint saturation sat chroma temperature", .colour),
    row("red green blue cyan magenta yellow", .colour),
    row("brightness bright gain exposure glow bloom light gamma contrast", .brightness),
    row("angle rotate rotation rot spin orient phase twist twirl roll", .angle),
    row(
      "sides count iterations iteration iter steps detail density grid cells cell tiles octaves", .structure),
    row(
      "pattern number lines dots points levels complexity loops repeat frequency freq shape stripes",
      .structure),
    row("quality spacing", .structure),
    row("size zoom scale radius width height thickness length amplitude amp depth expand spread", .size),
    row("amount intensity strength power level displace distort distortion warp wobble deform", .amount),
    row("mix blend blur feedback noise jitter shake glitch magnitude volume pulse threshold", .amount),
    row("smoothness softness", .amount),
    row("x y z center centre position pos offset shift pan tilt point", .place),
  ]

  private static func row(_ words: String, _ role: Role) -> (words: Set<String>, role: Role) {
    (Set(words.split(separator: " ").map(String.init)), role)
  }

  private let header: PresetHeader
  private let entangled: Set<String>
  /// How far inputs go: many at once go less far each.
  private let reach: Float
  /// Whether a seed places the picture's parts: another size, or another place to begin from, draws other lots.
  private let isByLot: Bool
  /// How many inputs of a role have had their signal.
  private var used: [Role: Int] = [:]

  /// - Parameter entangled: speeds whose change would make the picture jump.
  init(_ header: PresetHeader, entangled: Set<String>) {
    self.header = header
    self.entangled = entangled
    isByLot = header.inputs.contains { $0.hasRange && Self.role(of: $0.name) == .seed }
    let count = header.inputs.filter(\.hasRange).count
    reach = count <= 3 ? 1 : (3 / Float(count)).squareRoot()
  }

  /// - Parameter besides: inputs that somebody else decides about.
  mutating func bindings(besides decided: Set<String>) -> [Binding] {
    var bindings: [Binding] = []
    let shades = colours()
    for input in header.inputs where !decided.contains(input.name) {
      switch input.initial {
      case .float, .long: if let binding = number(input) { bindings.append(binding) }
      case .point: if let binding = point(input) { bindings.append(binding) }
      case .color:
        if let shade = shades[input.name] {
          bindings.append(Binding(input: input.name, signal: shade, halfLifeSeconds: 1, origin: .name))
        }
      case .bool:
        guard Self.role(of: input.name) == .trigger else { continue }
        let strike = next(.trigger, [.kick, .snare, .hat, .onset, .bass, .mid, .treble, .pulse, .downPulse])
        bindings.append(Binding(input: input.name, signal: strike, halfLifeSeconds: 0.5, origin: .name))
      case .event:
        guard Self.role(of: input.name) != .still else { continue }
        bindings.append(Binding(input: input.name, signal: .bar, origin: .name))
      default: break
      }
    }
    // What has nothing else to answer with answers with its pace.
    let isNumber: (Binding) -> Bool = { $0.signal.range != .colour && $0.signal != .bar }
    if !bindings.contains(where: isNumber), !decided.contains(Binding.clock) { bindings.append(Self.pace) }
    return bindings
  }

  /// TIME at its own rate in silence, faster when the music drives.
  static let pace = Binding(
    input: Binding.clock, signal: .energy, low: 1, high: 1.7, halfLifeSeconds: 0.5, origin: .name)

  /// The words of a name: `dotSize_2` is “dot” and “size”.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character = "_"
    for letter in name {
      let begins = letter.isUppercase && previous.isLowercase
      if !letter.isLetter || begins {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if letter.isLetter { word.append(contentsOf: letter.lowercased()) }
      previous = letter
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  static func role(of name: String) -> Role {
    let words = words(of: name)
    for row in roles where words.contains(where: row.words.contains) { return row.role }
    // `blurAmount` says it in two words, `lineheight` in one.
    let whole = words.joined()
    for row in roles where row.words.contains(where: { $0.count > 3 && whole.contains($0) }) {
      return row.role
    }
    return .other
  }

  // MARK: Numbers

  private mutating func number(_ input: PresetInput) -> Binding? {
    guard input.hasRange, input.values.isEmpty, let value = input.number else { return nil }
    let role = Self.role(of: input.name)
    if role == .seed || isDrawn(role, input) { return lot(input, value, role) }
    switch role {
    case .still, .trigger, .seed: return nil
    case .speed: return speed(input, value)
    case .angle:
      // A whole range in a minute of calm music, or in a quarter of one that drives.
      return Binding(
        input: input.name, signal: .flow, low: input.minimum, high: input.maximum, scale: 0.04, origin: .name)
    case .colour, .structure, .place:
      return slow(input, value, next(role, [.arousal, .valence]), share: role == .structure ? 0.35 : 0.6)
    case .brightness:
      return fast(input, value, next(role, [.pulse, .bass, .mid]), share: 0.15, halfLife: 0.2)
    case .size:
      return fast(input, value, next(role, [.bass, .pulse, .mid, .kick]), share: 0.4, halfLife: 0.12)
    case .amount, .other:
      let words = Self.words(of: input.name)
      let signal: Signal =
        if words.contains("bass") || words.contains("low") { .bass } else if words.contains("treble") {
          .treble
        } else { next(role, [.mid, .bass, .onset, .treble]) }
      return fast(input, value, signal, share: role == .amount ? 0.5 : 0.3, halfLife: 0.15)
    }
  }

  /// Whether another value draws the whole picture anew: cells of another size all change their place, and where a seed
  /// places the parts, so does whatever says how many there are and where they begin.
  private func isDrawn(_ role: Role, _ input: PresetInput) -> Bool {
    switch role {
    case .size, .place: isByLot
    case .structure: isByLot || Self.words(of: input.name).contains(where: Self.lattice.contains)
    default: false
    }
  }
  private static let lattice: Set<String> = ["grid", "cell", "cells", "tile", "tiles"]

  /// Another lot every four bars, on the bar line; the first is the default.
  private func lot(_ input: PresetInput, _ value: Float, _ role: Role) -> Binding {
    let isSeed = role == .seed
    let (below, above) =
      isSeed ? (value - input.minimum, input.maximum - value) : sides(of: value, share: 0.35, input)
    return Binding(
      input: input.name, signal: .chapter, low: value - below, high: value + above, scale: Self.lotStep,
      origin: .name)
  }
  /// Lots go to and fro over the range in steps of this share, which comes back to no place soon.
  private static let lotStep: Float = 0.38

  private mutating func next(_ role: Role, _ signals: [Signal]) -> Signal {
    let place = used[role, default: 0]
    used[role] = place + 1
    return signals[place % signals.count]
  }

  private func speed(_ input: PresetInput, _ value: Float) -> Binding? {
    guard header.speeds.contains(input.name), !entangled.contains(input.name), value != 0 else { return nil }
    let limits = [input.minimum, input.maximum].sorted()
    let fast = min(max(1.7 * value, limits[0]), limits[1])
    let calm = fast == value ? 0.6 * value : value
    return Binding(
      input: input.name, signal: .energy, low: calm, high: fast, halfLifeSeconds: 0.5, origin: .name)
  }

  /// From the default towards the end that is further away.
  private func fast(
    _ input: PresetInput, _ value: Float, _ signal: Signal, share: Float, halfLife: Float
  ) -> Binding {
    let (below, above) = (value - input.minimum, input.maximum - value)
    let goesUp = above >= 0.4 * below
    let way = limited((goesUp ? above : below) * share * reach, value, input)
    return Binding(
      input: input.name, signal: signal, low: value, high: goesUp ? value + way : value - way,
      halfLifeSeconds: halfLife, origin: .name)
  }

  /// To both sides of the default.
  private func slow(_ input: PresetInput, _ value: Float, _ signal: Signal, share: Float) -> Binding {
    let (below, above) = sides(of: value, share: share, input)
    return Binding(
      input: input.name, signal: signal, low: value - below, high: value + above, halfLifeSeconds: 1.5,
      origin: .name)
  }

  private func sides(of value: Float, share: Float, _ input: PresetInput) -> (below: Float, above: Float) {
    (
      limited((value - input.minimum) * share * reach, value, input),
      limited((input.maximum - value) * share * reach, value, input)
    )
  }

  /// Ranges much larger than the default are meant for other uses than this.
  private func limited(_ way: Float, _ value: Float, _ input: PresetInput) -> Float {
    guard value != 0 else { return way }
    return min(way, max(abs(value), 0.25 * (input.maximum - input.minimum)))
  }

  private func point(_ input: PresetInput) -> Binding? {
    guard input.hasRange, Self.role(of: input.name) != .still else { return nil }
    let span = input.maximum - input.minimum
    return Binding(
      input: input.name, signal: isByLot ? .chapter : .flow, low: input.minimum + 0.2 * span,
      high: input.maximum - 0.2 * span, scale: isByLot ? Self.lotStep : 0.06, origin: .name)
  }

  // MARK: Colours

  /// Colours take the palette's in the order of their own light, so that light stays on dark.
  private func colours() -> [String: Signal] {
    var found: [(name: String, light: Float)] = []
    for input in header.inputs {
      guard case .color(let r, let g, let b, let a) = input.initial, a > 0 else { continue }
      found.append((input.name, 0.2126 * r + 0.7152 * g + 0.0722 * b))
    }
    found.sort { $0.light < $1.light }
    let ladder: [Signal] =
      switch found.count {
      case 0...1: [.paletteBase]
      case 2: [.paletteDeep, .paletteLight]
      case 3: [.paletteDeep, .paletteBase, .paletteLight]
      default: [.paletteShade, .paletteDeep, .paletteBase, .paletteAccent, .paletteLight]
      }
    var shades: [String: Signal] = [:]
    for (place, colour) in found.enumerated() {
      let step = found.count <= 5 ? place : place * ladder.count / found.count
      var shade = ladder[min(step, ladder.count - 1)]
      if colour.light < 0.02 { shade = .paletteShade }
      if colour.light > 0.9 { shade = .paletteLight }
      shades[colour.name] = shade
    }
    return shades
  }
}

extension PresetInput {
  /// Whether it is a number, or a point, between two limits.
  public var hasRange: Bool {
    switch initial {
    case .float, .point: minimum < maximum
    case .long: minimum < maximum || values.count > 1
    default: false
    }
  }

  /// The default of a float or a long.
  public var number: Float? {
    switch initial {
    case .float(let value): value
    case .long(let value): Float(value)
    default: nil
    }
  }
}
