/// Finds and replaces whole words of GLSL, leaving comments, spacing and line numbers as they are.
public struct ShaderWords: Sendable {
  public struct Word: Sendable {
    public var text: String
    /// Byte range in the shader.
    public var range: Range<Int>
    /// Depth of braces and brackets it stands in.
    public var depth: Int
  }

  public private(set) var bytes: [UInt8]
  /// Identifiers, numbers and single signs outside comments and preprocessor lines other than `#define`.
  public private(set) var words: [Word] = []

  public init(_ shader: String) {
    bytes = Array(shader.utf8)
    var depth = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= 32 {
        at += 1
      } else if let end = Self.commentEnd(bytes, from: at) {
        at = end
      } else {
        var end = at
        while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
        end = max(end, at + 1)
        if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}") { depth -= 1 }
        words.append(
          Word(text: String(decoding: bytes[at..<end], as: UTF8.self), range: at..<end, depth: depth))
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") { depth += 1 }
        at = end
      }
    }
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public func has(_ word: String) -> Bool { words.contains { $0.text == word } }

  /// Whether a function of that name has its body here.
  func definesFunction(_ name: String) -> Bool {
    words.indices.contains { at in
      guard words[at].text == name, words[at].depth == 0, at + 1 < words.count, words[at + 1].text == "("
      else { return false }
      guard let close = words[(at + 1)...].firstIndex(where: { $0.text == ")" && $0.depth == 0 }),
        close + 1 < words.count
      else { return false }
      return words[close + 1].text == "{"
    }
  }

  /// The text of a byte range, comments and all.
  func comment(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// From a byte to the end of its line.
  func restOfLine(after start: Int) -> String {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return comment(from: start, to: end)
  }

  /// Blanks a byte range; line ends stay, so that lines keep their numbers.
  public mutating func blank(_ range: Range<Int>) {
    for i in range where bytes[i] != UInt8(ascii: "\n") { bytes[i] = UInt8(ascii: " ") }
    words.removeAll { range.contains($0.range.lowerBound) }
  }

  /// The text with words replaced; `replacement` is asked for every word, with the one after it.
  public func replacing(_ replacement: (_ word: Word, _ next: String) -> String?) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var copied = 0
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1].text : ""
      guard let new = replacement(word, next) else { continue }
      result.append(contentsOf: bytes[copied..<word.range.lowerBound])
      result.append(contentsOf: new.utf8)
      copied = word.range.upperBound
    }
    result.append(contentsOf: bytes[copied...])
    return String(decoding: result, as: UTF8.self)
  }

  private static func commentEnd(_ bytes: [UInt8], from at: Int) -> Int? {
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "/") else { return nil }
    var end = at + 2
    if bytes[at + 1] == UInt8(ascii: "/") {
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      return end
    }
    guard bytes[at + 1] == UInt8(ascii: "*") else { return nil }
    while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/") {
      end += 1
    }
    return min(end + 2, bytes.count)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "_")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }
}
