/// A JSON value and the line on which it began.
struct JSONNode: Sendable {
  enum Value: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONNode])
    case object([JSONMember])
  }

  var line: Int
  var value: Value

  /// The member of that name; the last one where a name comes twice. Nil for anything but an object.
  subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.name == name }?.node
  }

  var members: [JSONMember] {
    if case .object(let members) = value { return members }
    return []
  }

  var list: [JSONNode]? {
    if case .list(let nodes) = value { return nodes }
    return nil
  }

  var text: String? {
    if case .text(let text) = value { return text }
    return nil
  }

  /// A number; also one written as a string, as some editors do.
  var number: Double? {
    switch value {
    case .number(let number): number
    case .bool(let bool): bool ? 1 : 0
    case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }

  /// True, a number above 0, or one of these as a string.
  var truth: Bool? {
    if let number { return number > 0 }
    switch text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default: return nil
    }
  }
}

struct JSONMember: Sendable {
  var name: String
  var node: JSONNode
}

/// Why a text is not JSON.
struct JSONFault: Error {
  var line: Int
  var reason: String
}

/// Reads JSON as people and old tools write it: trailing commas, raw tabs and new lines inside strings and
/// `//` comments pass; nesting is capped, and every value remembers its line.
struct JSONReader {
  /// Deeper nesting than this is an attack or a mistake.
  static let depthLimit = 32

  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var line: Int

  private init(_ bytes: ArraySlice<UInt8>, line: Int) {
    self.bytes = bytes
    at = bytes.startIndex
    self.line = line
  }

  /// - Parameter line: the line on which the text begins, for messages.
  static func read(_ bytes: ArraySlice<UInt8>, line: Int) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(bytes, line: line)
    let node = try reader.value(depth: 0)
    try reader.skipBlanks()
    guard reader.at == bytes.endIndex else { throw reader.fault("something follows the closing brace") }
    return node
  }

  private func fault(_ reason: String) -> JSONFault { JSONFault(line: line, reason: reason) }

  private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func skipBlanks() throws(JSONFault) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "/") where bytes.dropFirst(at + 1 - bytes.startIndex).first == UInt8(ascii: "/"):
        while let skipped = next, skipped != UInt8(ascii: "\n") { at += 1 }
        continue
      default: return
      }
      at += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    guard depth <= Self.depthLimit else { throw fault("nested deeper than \(Self.depthLimit) levels") }
    try skipBlanks()
    let start = line
    switch next {
    case UInt8(ascii: "{"): return JSONNode(line: start, value: .object(try object(depth: depth)))
    case UInt8(ascii: "["): return JSONNode(line: start, value: .list(try list(depth: depth)))
    case UInt8(ascii: "\""): return JSONNode(line: start, value: .text(try string()))
    case nil: throw fault("the JSON header ends too early")
    default: return JSONNode(line: start, value: try word())
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> [JSONMember] {
    at += 1
    var members: [JSONMember] = []
    while true {
      try skipBlanks()
      if next == UInt8(ascii: "}") {
        at += 1
        return members
      }
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is wanted \(found)") }
      let name = try string()
      try skipBlanks()
      guard next == UInt8(ascii: ":") else { throw fault("a colon is wanted after “\(name)” \(found)") }
      at += 1
      members.append(JSONMember(name: name, node: try value(depth: depth + 1)))
      try separator(before: UInt8(ascii: "}"))
    }
  }

  private mutating func list(depth: Int) throws(JSONFault) -> [JSONNode] {
    at += 1
    var nodes: [JSONNode] = []
    while true {
      try skipBlanks()
      if next == UInt8(ascii: "]") {
        at += 1
        return nodes
      }
      nodes.append(try value(depth: depth + 1))
      try separator(before: UInt8(ascii: "]"))
    }
  }

  /// A comma, or the closing bracket (left for the caller).
  private mutating func separator(before close: UInt8) throws(JSONFault) {
    try skipBlanks()
    if next == UInt8(ascii: ",") {
      at += 1
    } else if next != close {
      throw fault("a comma or “\(Character(UnicodeScalar(close)))” is wanted \(found)")
    }
  }

  private var found: String {
    guard let byte = next else { return "where the header ends" }
    return byte < 0x80 ? "where “\(Character(UnicodeScalar(byte)))” stands" : "here"
  }

  private mutating func word() throws(JSONFault) -> JSONNode.Value {
    let start = at
    while let byte = next,
      byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")), at - start < 64
    { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    switch text.lowercased() {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    guard text.first.map({ $0.isNumber || "+-.".contains($0) }) == true, let number = Double(text) else {
      throw fault(text.isEmpty ? "a value is wanted \(found)" : "“\(text)” is no JSON value")
    }
    guard number.isFinite else { throw fault("the number \(text) is out of range") }
    return .number(number)
  }

  private mutating func string() throws(JSONFault) -> String {
    let first = line
    at += 1
    var content: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &content)
      default:
        if byte == UInt8(ascii: "\n") { line += 1 }
        content.append(byte)
      }
    }
    throw JSONFault(line: first, reason: "a quote is opened and never closed")
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
    guard let byte = next else { throw fault("the JSON header ends too early") }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): content.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"): content.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "b"), UInt8(ascii: "f"): content.append(UInt8(ascii: " "))
    case UInt8(ascii: "u"): content.append(contentsOf: Array(String(try codePoint()).utf8))
    default: content.append(byte)
    }
  }

  private mutating func codePoint() throws(JSONFault) -> Character {
    let first = try hexadecimal()
    if first & 0xfc00 == 0xd800, next == UInt8(ascii: "\\") {
      at += 1
      guard next == UInt8(ascii: "u") else { return "\u{FFFD}" }
      at += 1
      let second = try hexadecimal()
      let joined = 0x10000 + (first & 0x3ff) << 10 + (second & 0x3ff)
      return second & 0xfc00 == 0xdc00 ? UnicodeScalar(joined).map(Character.init) ?? "\u{FFFD}" : "\u{FFFD}"
    }
    return UnicodeScalar(first).map(Character.init) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard bytes.endIndex - at >= 4 else { throw fault("the JSON header ends too early") }
    let text = String(decoding: bytes[at..<at + 4], as: UTF8.self)
    guard let value = UInt32(text, radix: 16) else { throw fault("“\\u\(text)” is no character") }
    at += 4
    return value
  }
}
