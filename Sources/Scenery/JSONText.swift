extension JSONNode {
  /// The value as JSON; objects and lists that hold others take a line a member.
  func text(indent: Int) -> String {
    let inside = String(repeating: " ", count: indent + 2)
    let outside = String(repeating: " ", count: indent)
    switch value {
    case .null: return "null"
    case .bool(let bool): return "\(bool)"
    case .number(let number):
      return number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .text(let text): return Self.quoted(text)
    case .list(let nodes):
      guard !nodes.isEmpty else { return "[]" }
      let parts = nodes.map { inside + $0.text(indent: indent + 2) }
      return "[\n" + parts.joined(separator: ",\n") + "\n\(outside)]"
    case .object(let members):
      let parts = members.map { "\(Self.quoted($0.name)): \($0.node.text(indent: indent + 2))" }
      let isPlain = members.allSatisfy { $0.node.list == nil && $0.node.members.isEmpty }
      if isPlain { return "{ " + parts.joined(separator: ", ") + " }" }
      return "{\n" + parts.map { inside + $0 }.joined(separator: ",\n") + "\n\(outside)}"
    }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      }
    }
    return result + "\""
  }

  /// A number with four digits, which is enough for what was measured.
  static func short(_ number: Float) -> String {
    guard number.isFinite, number != 0 else { return "0" }
    var scale = 1.0
    while abs(Double(number)) * scale < 1000, scale < 1e9 { scale *= 10 }
    let text = "\(Float((Double(number) * scale).rounded() / scale))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
