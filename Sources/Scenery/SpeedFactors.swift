/// Where a shader multiplies its time by one of its inputs: `TIME * speed`, `sin(0.5 * TIME * (speed))`.
///
/// In such a product the host hands out a time of its own for each speed, T = ∫speed·dt / speed, so that T·speed goes
/// on smoothly whatever becomes of the speed. While the speed never changes, T is TIME, bit for bit.
public struct SpeedFactors: Sendable {
  /// Place of a word that means time (its first byte) → the speed it is multiplied by.
  public private(set) var places: [Int: String] = [:]
  /// Inputs that multiply time in other ways as well, such as `TIME * (1.0 + speed)`: they had better rest.
  public private(set) var entangled: Set<String> = []

  /// Inputs with a time of their own, in the order asked for.
  public private(set) var inputs: [String] = []

  private let list: [ShaderWords.Word]
  private let candidates: Set<String>

  /// - Parameter inputs: names of the float inputs.
  public init(_ words: ShaderWords, inputs: [String]) {
    list = words.words
    let shadowed = Self.declared(in: words.words)
    candidates = Set(inputs).subtracting(shadowed)
    guard !candidates.isEmpty else { return }
    let times = Self.timeWords(words, declared: shadowed)
    for at in list.indices where times.contains(list[at].text) {
      if let speed = speed(multiplying: at) { places[list[at].range.lowerBound] = speed }
    }
    self.inputs = inputs.filter(places.values.contains)
  }

  /// The uniform that holds a speed's own time.
  public static func uniform(of speed: String) -> String { "isf_timeBy_\(speed)" }

  // MARK: Words that mean time

  private static let types: Set<String> = ["float", "int", "vec2", "vec3", "vec4", "mat2", "mat3", "bool"]

  private static func declared(in list: [ShaderWords.Word]) -> Set<String> {
    Set(list.indices.dropFirst().filter { types.contains(list[$0 - 1].text) }.map { list[$0].text })
  }

  /// `TIME` and what is the same by `float t = TIME;` or `#define t TIME`, as long as nobody changes it.
  private static func timeWords(_ words: ShaderWords, declared: Set<String>) -> Set<String> {
    let given: Set<String> = ["TIME", "iTime", "iGlobalTime"]
    let list = words.words
    var times = given.subtracting(declared)
    func text(_ at: Int) -> String { list.indices.contains(at) ? list[at].text : "" }
    for at in list.indices where given.contains(list[at].text) {
      if text(at - 1) == "=", text(at - 3) == "float", text(at + 1) == ";" { times.insert(text(at - 2)) }
      let isLast = words.restOfLine(after: list[at].range.upperBound).allSatisfy { $0 == " " || $0 == "\r" }
      if text(at - 2) == "define", text(at - 3) == "#", isLast { times.insert(text(at - 1)) }
    }
    return times.filter { name in
      given.contains(name)
        || list.indices.allSatisfy { at in
          list[at].text != name || !isChanged(at, in: list, isTime: given.contains(text(at + 2)))
        }
    }
  }

  /// Whether the word is assigned something that isn't time, or is declared without being it.
  private static func isChanged(_ at: Int, in list: [ShaderWords.Word], isTime: Bool) -> Bool {
    func text(_ at: Int) -> String { list.indices.contains(at) ? list[at].text : "" }
    let isDeclared = types.contains(text(at - 1))
    if text(at + 1) == "=" && text(at + 2) != "=" {
      return !(text(at - 1) == "float" && isTime && text(at + 3) == ";")
    }
    return isDeclared || ("+-*/".contains(text(at + 1)) && text(at + 2) == "=")
      || (text(at + 1) == text(at + 2) && "+-".contains(text(at + 1)))
  }

  // MARK: Products

  private func text(_ at: Int) -> String { list.indices.contains(at) ? list[at].text : "" }

  /// The input that a word is multiplied by: beside it, or beside the brackets round it.
  private mutating func speed(multiplying word: Int) -> String? {
    var factor = word...word
    for _ in 0..<4 {
      guard text(factor.lowerBound - 1) != "/" else { return nil }
      let (found, chain) = speed(beside: factor)
      if let found { return found }
      guard let outer = brackets(around: chain) else { return nil }
      factor = outer
    }
    return nil
  }

  private mutating func speed(beside factor: ClosedRange<Int>) -> (String?, ClosedRange<Int>) {
    var found: String?
    var last = factor.upperBound
    while text(last + 1) == "*" || text(last + 1) == "/" {
      guard let end = factorEnd(from: last + 2) else { break }
      if text(last + 1) == "*", found == nil { found = speed(in: last + 2...end) }
      last = end
    }
    var first = factor.lowerBound
    while text(first - 1) == "*" || (text(first - 1) == "/" && first != factor.lowerBound) {
      guard let start = factorStart(before: first - 1) else { break }
      if text(start - 1) != "/", found == nil { found = speed(in: start...first - 2) }
      first = start
    }
    return (found, first...last)
  }

  /// The speed that a factor is: `speed`, `(speed)`, `(2.0 * speed)`. Other mentions entangle it.
  private mutating func speed(in factor: ClosedRange<Int>) -> String? {
    let words = factor.map { list[$0].text }
    let named = words.filter(candidates.contains)
    guard let name = named.first else { return nil }
    let isProduct = words.enumerated().allSatisfy { place, word in
      if word == "(" { return place == 0 || ["(", "*"].contains(words[place - 1]) }
      if word == "/" {
        return place + 1 < words.count && words[place + 1].utf8.first.map(Self.isDigit) == true
      }
      return ")*.".contains(word) || word.utf8.first.map(Self.isDigit) == true || word == name
    }
    if isProduct && named.count == 1 && !words.joined().contains(name + ".") { return name }
    if words.count > 1 { entangled.formUnion(named) }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first == 95 || (first | 0x20 >= 97 && first | 0x20 <= 122)
  }

  /// The last word of the factor that begins here.
  private func factorEnd(from start: Int) -> Int? {
    var at = start
    if text(at) == "-" || text(at) == "+" { at += 1 }
    guard at < list.count, Self.isName(text(at)) || "(.".contains(text(at)) || isNumber(at) else {
      return nil
    }
    if text(at) == "(" {
      guard let close = closing(at) else { return nil }
      at = close
    }
    while at + 1 < list.count {
      if text(at + 1) == ".", isBeside(at) {
        at += 1
      } else if text(at) == ".", isBeside(at), Self.isName(text(at + 1)) || isNumber(at + 1) {
        at += 1
      } else if text(at + 1) == "(", Self.isName(text(at)), let close = closing(at + 1) {
        at = close
      } else {
        break
      }
    }
    return at
  }

  /// The first word of the factor that ends before this one.
  private func factorStart(before end: Int) -> Int? {
    var at = end - 1
    guard at >= 0 else { return nil }
    // From the end: swizzles and decimals, then a name, a number, brackets or a call.
    while at > 1, text(at) == "." || (text(at - 1) == "." && isBeside(at - 1)) {
      at -= text(at) == "." ? 1 : 2
    }
    if text(at) == ")" {
      guard let open = opening(at) else { return nil }
      return Self.isName(text(open - 1)) && text(open - 1) != "return" ? open - 1 : open
    }
    return Self.isName(text(at)) || isNumber(at) || text(at) == "." ? at : nil
  }

  private func isNumber(_ at: Int) -> Bool { text(at).utf8.first.map(Self.isDigit) == true }

  /// Nothing stands between this word and the next.
  private func isBeside(_ at: Int) -> Bool {
    at + 1 < list.count && list[at].range.upperBound == list[at + 1].range.lowerBound
  }

  private func closing(_ open: Int) -> Int? {
    list[(open + 1)...].firstIndex { $0.text == ")" && $0.depth == list[open].depth }
  }

  private func opening(_ close: Int) -> Int? {
    list[..<close].lastIndex { $0.text == "(" && $0.depth == list[close].depth }
  }

  /// The brackets round a sum or product; nil where they are a call's, or hold more than arithmetic.
  private func brackets(around chain: ClosedRange<Int>) -> ClosedRange<Int>? {
    let depth = list[chain.lowerBound].depth
    guard let open = list[..<chain.lowerBound].lastIndex(where: { $0.depth < depth }), text(open) == "(",
      let close = closing(open)
    else { return nil }
    guard !Self.isName(text(open - 1)) || text(open - 1) == "return" else { return nil }
    let others: Set<String> = [",", ";", "?", ":", "=", "<", ">", "&", "|"]
    guard list[open + 1..<close].allSatisfy({ $0.depth != depth || !others.contains($0.text) }) else {
      return nil
    }
    return open...close
  }
}
