/// What stands beside a preset in `NAME.kinora.json`: bindings that somebody wrote, and what was measured.
///
///     { "bindings": [ { "input": "zoom", "signal": "bass", "low": 1.0, "high": 1.4 },
///                     { "input": "tilt", "signal": "none" } ],
///       "measured": { … written by “kinora presets measure” … } }
public struct SideFile: Sendable {
  /// By hand; they win over everything.
  var bindings: [Binding] = []
  /// Inputs that a hand wants left alone.
  var still: Set<String> = []
  var measured: Measurement?

  /// What a measurement found.
  public struct Measurement: Sendable {
    /// Digest of the preset that was measured; a changed preset must be measured again.
    public var digest = ""
    public var costs: [Float] = []
    public var bindings: [Binding] = []
    /// Every input that was looked at, with what it did to the picture.
    public var effects: [InputEffect] = []

    public init() {}
  }

  public static func path(of preset: String) -> String {
    guard let dot = preset.lastIndex(of: "."), !preset[dot...].contains("/") else { return preset + ending }
    return preset[..<dot] + ending
  }

  public static let ending = ".kinora.json"

  private let root: JSONNode

  /// - Throws: `PresetError` with the side file's path and line.
  init(_ text: String, path: String, header: PresetHeader) throws(PresetError) {
    let bytes = Array(text.utf8)
    do {
      root = try JSONReader.read(bytes[...], line: 1)
    } catch {
      throw PresetError(path: path, line: error.line, reason: "The side file is not JSON: \(error.reason).")
    }
    guard case .object = root.value else {
      throw PresetError(path: path, line: 1, reason: "The side file is not a JSON object.")
    }
    let reader = PresetHeaderReader(path: path, json: root)
    for item in root["bindings"]?.list ?? [] {
      if item["signal"]?.text == "none", let name = item["input"]?.text {
        still.insert(name)
      } else {
        bindings.append(try reader.binding(item, inputs: header.inputs, origin: .hand))
      }
    }
    guard let node = root["measured"] else { return }
    var found = Measurement()
    found.digest = node["of"]?.text ?? ""
    found.costs = (node["cost"]?.list ?? []).compactMap { $0.number.map { Float($0) } }
    // What was measured of another version may name inputs that are gone: they are passed over.
    for item in node["bindings"]?.list ?? [] {
      guard let binding = try? reader.binding(item, inputs: header.inputs, origin: .measured) else {
        continue
      }
      found.bindings.append(binding)
    }
    found.effects = (node["inputs"]?.list ?? []).compactMap(InputEffect.init)
    measured = found
  }

  /// The text of a side file with one more binding by hand; all else in the old one stays.
  public static func text(binding: HandBinding, keeping old: String?) -> String {
    let root = old.flatMap { try? JSONReader.read(Array($0.utf8)[...], line: 1) }
    let others = (root?["bindings"]?.list ?? []).filter { $0["input"]?.text != binding.input }
    let list = (others.map { $0.text(indent: 4) } + [binding.text]).map { "    " + $0 }
    var parts = ["  \"bindings\": [\n\(list.joined(separator: ",\n"))\n  ]"]
    for member in root?.members ?? [] where member.name != "bindings" {
      parts.append("  \"\(member.name)\": \(member.node.text(indent: 2))")
    }
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }

  /// The text of a side file with this measurement; what a hand wrote in the old one stays.
  public static func text(_ measurement: Measurement, keeping old: String?) -> String {
    var parts: [String] = []
    if let old, let root = try? JSONReader.read(Array(old.utf8)[...], line: 1) {
      for member in root.members where member.name != "measured" {
        parts.append("  \"\(member.name)\": \(member.node.text(indent: 2))")
      }
    }
    parts.append("  \"measured\": \(measurement.text)")
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }
}

/// A binding as somebody wrote it down, not yet looked at: an input, and details such as its signal.
public struct HandBinding: Sendable {
  public static let details: Set<String> = [
    "signal", "low", "high", "scale", "halfLifeSeconds", "curve", "wraps",
  ]

  public var input: String
  var details: [(name: String, value: String)]

  public init(input: String, details: [(name: String, value: String)]) {
    self.input = input
    self.details = details
  }

  /// As a side file has it: numbers and truths bare, the rest in quotes.
  var text: String {
    let members = details.map { name, value in
      let isBare = value == "true" || value == "false" || Double(value)?.isFinite == true
      return "\"\(name)\": \(isBare ? value : JSONNode.quoted(value))"
    }
    return "{ " + (["\"input\": \(JSONNode.quoted(input))"] + members).joined(separator: ", ") + " }"
  }
}

extension SideFile.Measurement {
  var text: String {
    var lines = ["    \"of\": \"\(digest)\""]
    if !costs.isEmpty {
      lines.append("    \"cost\": [" + costs.map(JSONNode.short).joined(separator: ", ") + "]")
    }
    let list = bindings.map { "      " + $0.text }.joined(separator: ",\n")
    lines.append("    \"bindings\": [" + (list.isEmpty ? "]" : "\n\(list)\n    ]"))
    let looks = effects.map { "      " + $0.text }.joined(separator: ",\n")
    lines.append("    \"inputs\": [" + (looks.isEmpty ? "]" : "\n\(looks)\n    ]"))
    return "{\n" + lines.joined(separator: ",\n") + "\n  }"
  }
}

extension Binding {
  /// As side files and headers write it.
  var text: String {
    var parts = ["\"input\": \"\(input)\"", "\"signal\": \"\(signal.rawValue)\""]
    if let low { parts.append("\"low\": \(JSONNode.short(low))") }
    if let high { parts.append("\"high\": \(JSONNode.short(high))") }
    if scale != 1 { parts.append("\"scale\": \(JSONNode.short(scale))") }
    if halfLifeSeconds > 0 { parts.append("\"halfLifeSeconds\": \(JSONNode.short(halfLifeSeconds))") }
    if curve != .straight { parts.append("\"curve\": \"\(curve.rawValue)\"") }
    if wraps { parts.append("\"wraps\": true") }
    return "{ " + parts.joined(separator: ", ") + " }"
  }
}

/// What one input does to the picture between its default and the value that changes it most, each as a share of
/// full light.
public struct InputEffect: Sendable, Equatable {
  public var input: String
  /// Change of the picture's mean light.
  public var brightness: Float = 0
  /// Change of the mean colour.
  public var hue: Float = 0
  /// What lies elsewhere: change of pixels beyond that of the mean light.
  public var position: Float = 0
  /// Change of how much moves from picture to picture.
  public var motion: Float = 0
  /// Change of the picture by the first hundredth of the range, as a share of the whole change, 0…1: near 1 the input
  /// jumps, like a seed.
  public var roughness: Float = 0
  /// The ends of the range give the same picture: it is a circle.
  public var isRound = false
  /// Between these the picture is neither black nor flat, and its light stays near what it is at the default.
  public var low: Float = 0
  public var high: Float = 1

  public init(input: String) { self.input = input }

  /// Change of the picture in all.
  public var change: Float { max(brightness + position, hue) }

  init?(_ node: JSONNode) {
    guard let name = node["input"]?.text else { return nil }
    func number(_ name: String) -> Float { Float(node[name]?.number ?? 0) }
    input = name
    (brightness, hue, position) = (number("brightness"), number("hue"), number("position"))
    (motion, roughness, low, high) = (number("motion"), number("roughness"), number("low"), number("high"))
    isRound = node["round"]?.truth ?? false
  }

  var text: String {
    let numbers: [(String, Float)] = [
      ("brightness", brightness), ("hue", hue), ("position", position), ("motion", motion),
      ("roughness", roughness), ("low", low), ("high", high),
    ]
    let parts = numbers.map { "\"\($0.0)\": \(JSONNode.short($0.1))" } + (isRound ? ["\"round\": true"] : [])
    return "{ \"input\": \"\(input)\", " + parts.joined(separator: ", ") + " }"
  }
}
