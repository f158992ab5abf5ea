extension PresetHeaderReader {
  func inputs() throws(PresetError) -> [PresetInput] {
    guard let list = json["INPUTS"]?.list else { return [] }
    guard list.count <= 256 else { throw complaint(json["INPUTS"]?.line, "More than 256 inputs.") }
    var inputs: [PresetInput] = []
    for node in list {
      let name = try identifier(node["NAME"], of: "An input", line: node.line)
      // A name that comes twice is declared once (ISF).
      if inputs.contains(where: { $0.name == name }) { continue }
      inputs.append(try input(named: name, node))
    }
    return inputs
  }

  private func input(named name: String, _ node: JSONNode) throws(PresetError) -> PresetInput {
    guard let type = node["TYPE"]?.text else {
      throw complaint(node.line, "The input “\(name)” has no TYPE.")
    }
    var input = PresetInput(name: name, label: node["LABEL"]?.text ?? "", initial: .event)
    switch type.lowercased() {
    case "float": try readFloat(node, into: &input)
    case "bool": input.initial = .bool(node["DEFAULT"]?.truth ?? true)
    case "long", "int": try readLong(node, into: &input)
    case "event": input.initial = .event
    case "point2d": try readPoint(node, into: &input)
    case "color", "colour": try readColour(node, into: &input)
    case "image": input.initial = .image
    case "audio": input.initial = .audio(width: textureWidth(node, usual: 512))
    case "audiofft": input.initial = .audioFFT(width: textureWidth(node, usual: 256))
    default:
      throw complaint(
        node["TYPE"]?.line,
        "The input “\(name)” has the unknown TYPE “\(type)”. Known: float, bool, long, event, point2D, "
          + "color, image, audio, audioFFT.")
    }
    return input
  }

  /// A number that fits a Float; nil where the member is missing.
  private func number(
    _ node: JSONNode?, _ member: String, of name: String
  ) throws(PresetError) -> Float? {
    guard let node else { return nil }
    if case .null = node.value { return nil }
    guard let number = node.number, Float(number).isFinite else {
      throw complaint(node.line, "\(member) of the input “\(name)” is no number in range.")
    }
    return Float(number)
  }

  private func readFloat(_ node: JSONNode, into input: inout PresetInput) throws(PresetError) {
    let low = try number(node["MIN"], "MIN", of: input.name)
    let high = try number(node["MAX"], "MAX", of: input.name)
    if let low, let high { (input.minimum, input.maximum) = (low, high) }
    let middle = (input.minimum + input.maximum) / 2
    let value = try number(node["DEFAULT"], "DEFAULT", of: input.name) ?? middle
    let isOrdered = low != nil && high != nil && input.minimum <= input.maximum
    input.initial = .float(isOrdered ? min(max(value, input.minimum), input.maximum) : value)
  }

  /// Rounded towards 0; held inside what a Float and an Int32 both know.
  private func whole(_ number: Float) -> Int32 { Int32(max(-2_147_483_520, min(2_147_483_520, number))) }

  private func readLong(_ node: JSONNode, into input: inout PresetInput) throws(PresetError) {
    for (place, value) in (node["VALUES"]?.list ?? []).enumerated() {
      // Words for values occur in the wild: they count from 0.
      let isWord = value.number == nil && value.text != nil
      let read = isWord ? Float(place) : try number(value, "A value", of: input.name) ?? 0
      input.values.append(whole(read))
    }
    input.minimum = try number(node["MIN"], "MIN", of: input.name) ?? Float(input.values.min() ?? 0)
    input.maximum = try number(node["MAX"], "MAX", of: input.name) ?? Float(input.values.max() ?? 1)
    let named = node["VALUES"]?.list?.firstIndex { $0.text != nil && $0.text == node["DEFAULT"]?.text }
    let initial: Float? =
      if let named { Float(input.values[named]) } else {
        try number(node["DEFAULT"], "DEFAULT", of: input.name)
      }
    let first = input.values.first ?? whole(input.minimum)
    input.initial = .long(initial.map(whole) ?? first)
  }

  private func readPoint(_ node: JSONNode, into input: inout PresetInput) throws(PresetError) {
    let point = try numbers(node["DEFAULT"], "DEFAULT", of: input.name)
    input.initial = .point(point.first ?? 0, point.count > 1 ? point[1] : point.first ?? 0)
    input.minimum = try numbers(node["MIN"], "MIN", of: input.name).first ?? 0
    input.maximum = try numbers(node["MAX"], "MAX", of: input.name).first ?? 0
  }

  private func readColour(_ node: JSONNode, into input: inout PresetInput) throws(PresetError) {
    let c = try numbers(node["DEFAULT"], "DEFAULT", of: input.name)
    input.initial =
      c.count >= 3 ? .color(c[0], c[1], c[2], c.count > 3 ? c[3] : 1) : .color(0, 0, 0, 1)
  }

  private func numbers(
    _ node: JSONNode?, _ member: String, of name: String
  ) throws(PresetError) -> [Float] {
    guard let node else { return [] }
    guard let list = node.list else { return try number(node, member, of: name).map { [$0] } ?? [] }
    var numbers: [Float] = []
    for item in list.prefix(4) { numbers.append(try number(item, member, of: name) ?? 0) }
    return numbers
  }

  private func textureWidth(_ node: JSONNode, usual: Int) -> Int {
    guard let wanted = node["MAX"]?.number, wanted >= 1 else { return usual }
    return Int(min(wanted, 4096))
  }
}

// MARK: - Kinora's own part

extension PresetHeaderReader {
  func kinora(inputs: [PresetInput]) throws(PresetError) -> KinoraHeader {
    var kinora = KinoraHeader()
    guard let node = json["KINORA"] else { return kinora }
    kinora.subject = node["subject"]?.text ?? ""
    kinora.domain = node["domain"]?.text ?? ""
    kinora.licence = node["licence"]?.text ?? kinora.licence
    kinora.uses = node["uses"]?.list?.compactMap(\.text) ?? []
    if let mood = node["mood"] {
      kinora.valence = try number(mood["valence"], "valence", in: -1...1) ?? 0
      kinora.arousal = try number(mood["arousal"], "arousal", in: -1...1) ?? 0
      kinora.reach = try number(mood["reach"], "reach", in: 0...4) ?? 2
    }
    for item in node["bindings"]?.list ?? [] {
      kinora.bindings.append(try binding(item, inputs: inputs, origin: .header))
    }
    for item in node["feeds"]?.list ?? [] { kinora.feeds.append(try feed(item, inputs: inputs)) }
    if let clip = node["clip"] { kinora.clip = try self.clip(clip) }
    for cost in node["cost"]?.list ?? [] {
      if let cost = try number(cost, "cost", in: 0...1e6) { kinora.costs.append(cost) }
    }
    kinora.steps = Int(try number(node["steps"], "steps", in: 0...4) ?? 0)
    kinora.fits = (node["fits"]?.list ?? []).compactMap(\.text)
    kinora.genome = node["genome"]?.text(indent: 0) ?? ""
    kinora.points = try node["points"].map(points)
    return kinora
  }

  private func points(_ node: JSONNode) throws(PresetError) -> PresetPoints {
    let target = node["target"]?.text ?? ""
    guard json["PASSES"]?.list?.contains(where: { $0["TARGET"]?.text == target }) == true else {
      throw complaint(node.line, "The points' target “\(target.prefix(64))” is no TARGET of PASSES.")
    }
    var counts: [Int] = []
    for item in node["counts"]?.list ?? [] {
      if let count = try number(item, "counts", in: 1...Double(PresetPoints.limit)) {
        counts.append(Int(count))
      }
    }
    guard !counts.isEmpty else { throw complaint(node.line, "The points have no “counts”.") }
    return PresetPoints(target: target, counts: counts)
  }

  func number(
    _ node: JSONNode?, _ what: String, in range: ClosedRange<Double>
  ) throws(PresetError) -> Float? {
    guard let node else { return nil }
    guard let number = node.number, range.contains(number) else {
      throw complaint(
        node.line, "“\(what)” wants a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return Float(number)
  }

  private func feed(_ node: JSONNode, inputs: [PresetInput]) throws(PresetError) -> ImageFeed {
    let name = node["input"]?.text ?? ""
    guard inputs.contains(where: { $0.name == name && $0.initial == .image }) else {
      throw complaint(node.line, "A feed names the input “\(name.prefix(64))”, which is no image input.")
    }
    guard !["inputImage", "startImage", "endImage"].contains(name) else {
      throw complaint(node.line, "The input “\(name)” gets the picture on stage; a feed can't change that.")
    }
    guard let scene = node["scene"]?.text, !scene.isEmpty else {
      throw complaint(node.line, "The feed of “\(name)” doesn't say which “scene” it shows.")
    }
    return ImageFeed(input: name, scene: scene)
  }

  func binding(
    _ node: JSONNode, inputs: [PresetInput], origin: Binding.Origin
  ) throws(PresetError) -> Binding {
    let rate = PresetInput(name: Binding.clock, initial: .float(1), minimum: 0, maximum: 4)
    guard let name = node["input"]?.text, let input = (inputs + [rate]).first(where: { $0.name == name })
    else {
      throw complaint(
        node.line, "A binding names the input “\(node["input"]?.text ?? "")”, which INPUTS doesn't have.")
    }
    guard let word = node["signal"]?.text, let signal = Signal(rawValue: word) else {
      let known = Signal.allCases.map(\.rawValue).joined(separator: ", ")
      throw complaint(
        node.line,
        "The binding of “\(name)” names the signal “\(node["signal"]?.text ?? "")”. Known: \(known).")
    }
    try check(signal, fits: input, line: node.line)
    let everything = -1e6...1e6
    return Binding(
      input: name, signal: signal, low: try number(node["low"], "low", in: everything),
      high: try number(node["high"], "high", in: everything),
      scale: try number(node["scale"], "scale", in: everything) ?? 1,
      halfLifeSeconds: try number(node["halfLifeSeconds"], "halfLifeSeconds", in: 0...600) ?? 0,
      curve: try curve(node["curve"], of: name), wraps: node["wraps"]?.truth ?? false, origin: origin)
  }

  private func curve(_ node: JSONNode?, of name: String) throws(PresetError) -> Binding.Curve {
    guard let node else { return .straight }
    guard let curve = node.text.flatMap(Binding.Curve.init) else {
      let known = Binding.Curve.allCases.map(\.rawValue).joined(separator: ", ")
      throw complaint(node.line, "The binding of “\(name)” wants an unknown curve. Known: \(known).")
    }
    return curve
  }

  private func check(_ signal: Signal, fits input: PresetInput, line: Int) throws(PresetError) {
    guard !input.initial.isTexture else {
      throw complaint(line, "The input “\(input.name)” is a texture; a signal can't drive it.")
    }
    var isColour = false
    if case .color = input.initial { isColour = true }
    guard isColour == (signal.range == .colour) else {
      throw complaint(
        line, "The binding of “\(input.name)” to “\(signal.rawValue)” mixes a colour with a number.")
    }
  }
}
