/// A shader as words, numbers and single signs; comments gone, preprocessor lines apart.
struct ShaderTokens {
  struct Token {
    var text: String
    var line: Int
  }

  struct Macro {
    var name: String
    var body: [String]
    var line: Int
  }

  private(set) var tokens: [Token] = []
  private(set) var macros: [Macro] = []
  /// Files that `#include` lines name.
  private(set) var includes: [Token] = []
  /// Named numbers: `#define STEPS 64`, `const int steps = 64;`.
  private(set) var constants: [String: Double] = [:]

  init(_ shader: String, firstLine: Int) {
    var line = firstLine
    var directive: [Token]?
    var isLineStart = true
    let bytes = Array(shader.utf8)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if byte == UInt8(ascii: "\n") {
        line += 1
        if let words = directive { define(words) }
        directive = nil
        isLineStart = true
        at += 1
      } else if byte == UInt8(ascii: "\\") && next == UInt8(ascii: "\n") {
        line += 1
        at += 2
      } else if byte <= UInt8(ascii: " ") {
        at += 1
      } else if byte == UInt8(ascii: "/") && (next == UInt8(ascii: "/") || next == UInt8(ascii: "*")) {
        (at, line) = Self.skipComment(bytes, from: at, line: line)
      } else {
        let word = Self.word(bytes, from: at)
        if isLineStart && byte == UInt8(ascii: "#") { directive = [] }
        isLineStart = false
        let token = Token(text: word, line: line)
        if directive != nil { directive?.append(token) } else { tokens.append(token) }
        at += word.utf8.count
      }
    }
    if let words = directive { define(words) }
    readConstants()
  }

  private static func skipComment(_ bytes: [UInt8], from start: Int, line: Int) -> (at: Int, line: Int) {
    var at = start + 2
    var line = line
    if bytes[start + 1] == UInt8(ascii: "/") {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      return (at, line)
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      if bytes[at] == UInt8(ascii: "*"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/") {
        return (at + 2, line)
      }
      at += 1
    }
    return (at, line)
  }

  private static func word(_ bytes: [UInt8], from start: Int) -> String {
    var end = start
    let isNumber =
      isDigit(bytes[start])
      || (bytes[start] == UInt8(ascii: ".") && start + 1 < bytes.count
        && isDigit(bytes[start + 1]))
    while end < bytes.count, isWordByte(bytes[end]) || (isNumber && bytes[end] == UInt8(ascii: ".")) {
      end += 1
    }
    if end == start {
      // One sign; a character beyond ASCII is taken in whole.
      end += 1
      while end < bytes.count, bytes[start] >= 0x80, bytes[end] & 0xc0 == 0x80 { end += 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// GLSL numbers: `64`, `64.`, `6.4e1`, `64u`, `64.0f`, `0x40`.
  static func number(_ word: String) -> Double? {
    if word.hasPrefix("0x") || word.hasPrefix("0X") {
      return UInt32(word.dropFirst(2), radix: 16).map(Double.init)
    }
    var digits = word
    while let last = digits.last, "uUfF".contains(last) { digits.removeLast() }
    guard let first = digits.first, first.isNumber || first == "." else { return nil }
    return Double(digits)
  }

  private mutating func define(_ words: [Token]) {
    if words.count >= 3, words[1].text == "include" {
      includes.append(Token(text: words[2...].map(\.text).joined(), line: words[0].line))
    }
    guard words.count >= 3, words[1].text == "define" else { return }
    let body = words[3...].map(\.text)
    macros.append(Macro(name: words[2].text, body: body, line: words[0].line))
    let plain = body.filter { $0 != "(" && $0 != ")" }
    if plain.count == 1, let number = Self.number(plain[0]) { constants[words[2].text] = number }
  }

  private mutating func readConstants() {
    for at in tokens.indices where tokens[at].text == "const" && at + 5 < tokens.count {
      guard tokens[at + 3].text == "=", tokens[at + 5].text == ";" else { continue }
      if let number = Self.number(tokens[at + 4].text) { constants[tokens[at + 2].text] = number }
    }
  }
}
