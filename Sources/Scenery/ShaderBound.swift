/// How many loop steps a shader takes for one pixel at most, as far as its text proves it.
///
/// A shader that never ends can't be stopped from inside the process. What is proved here to end may come on stage
/// as it is; what isn't is tried first in a process that can be ended.
struct ShaderBound {
  /// Steps that need no trying.
  static let harmless = 20_000.0

  private let text: ShaderTokens
  private let loops: LoopLint
  /// Token ranges of functions' bodies, by name; overloads together.
  private var bodies: [String: [Range<Int>]] = [:]
  private var known: [String: Double] = [:]
  private var open: Set<String> = []
  /// Functions and macros that may change what they are given: a loop's counter, too.
  private let outputs: Set<String>

  /// - Returns: nil where the end of a loop can't be seen.
  static func steps(of shader: String) -> Double? {
    let text = ShaderTokens(shader, firstLine: 1)
    let keywords: Set<String> = ["for", "while", "do"]
    // Loops inside macros, and numbers that are defined twice and differently, are not seen through.
    guard !text.macros.contains(where: { !keywords.isDisjoint(with: $0.body) || keywords.contains($0.name) }),
      !text.tokens.contains(where: { $0.text == "while" }),
      !text.constants.keys.contains(where: { key in
        Set(text.macros.filter { $0.name == key }.map(\.body)).count > 1
      })
    else { return nil }
    var bound = ShaderBound(text)
    let entries = ["main", "mainImage", "transition"].filter { bound.bodies[$0] != nil }
    var sum = 0.0
    for entry in entries {
      guard let steps = bound.steps(ofFunction: entry) else { return nil }
      sum += steps
    }
    return sum
  }

  private init(_ text: ShaderTokens) {
    self.text = text
    loops = LoopLint(text)
    let tokens = text.tokens
    var outputs: Set<String> = []
    for at in tokens.indices where tokens[at].text == "inout" || tokens[at].text == "out" {
      if let name = loops.callee(at) { outputs.insert(name) }
    }
    for macro in text.macros where !outputs.isDisjoint(with: macro.body) { outputs.insert(macro.name) }
    self.outputs = outputs
    var at = 0
    while at < tokens.count {
      if let body = loops.functionBody(at: at) {
        bodies[tokens[at].text, default: []].append(body)
        at = body.upperBound
      }
      at += 1
    }
  }

  private mutating func steps(ofFunction name: String) -> Double? {
    if let steps = known[name] { return steps }
    guard open.insert(name).inserted else { return nil }
    defer { open.remove(name) }
    var sum = 0.0
    for body in bodies[name] ?? [] {
      guard let steps = steps(in: body) else { return nil }
      sum += steps
    }
    // A macro is what it holds.
    for macro in text.macros where macro.name == name {
      for word in Set(macro.body) where word != name && isCallable(word) {
        guard let steps = steps(ofFunction: word) else { return nil }
        sum += steps * Double(macro.body.count { $0 == word })
      }
    }
    known[name] = sum
    return sum
  }

  private func isCallable(_ word: String) -> Bool {
    bodies[word] != nil || text.macros.contains { $0.name == word }
  }

  private mutating func steps(in body: Range<Int>) -> Double? {
    var around: [(end: Int, steps: Double)] = []
    var sum = 0.0
    for at in body {
      around.removeAll { $0.end < at }
      let times = around.reduce(1) { $0 * $1.steps }
      let word = text.tokens[at].text
      if word == "for" {
        guard let loop = loops.provenLoop(at: at, outputs: outputs) else { return nil }
        around.append((loop.end, max(1, loop.steps)))
        sum += times * loop.steps
      } else if isCallable(word) {
        guard let steps = steps(ofFunction: word) else { return nil }
        sum += times * steps
      }
    }
    return sum
  }
}

extension LoopLint {
  /// The body of a function whose name stands at a token; nil for anything else.
  func functionBody(at: Int) -> Range<Int>? {
    guard let first = tokens[at].text.utf8.first, ShaderTokens.isWordByte(first),
      let head = bracket(after: at)
    else { return nil }
    let brace = head.upperBound + 1
    guard !["for", "if", "while", "switch"].contains(tokens[at].text), brace < tokens.count,
      tokens[brace].text == "{", partners[brace] > brace
    else { return nil }
    return brace..<partners[brace]
  }

  /// A loop that counts from a number to a number, and whose counter nothing else changes.
  func provenLoop(at: Int, outputs: Set<String>) -> (end: Int, steps: Double)? {
    guard let head = bracket(after: at),
      let count = countedLoop(head, most: { most(of: $0, outputs: outputs) })
    else { return nil }
    // A float that is too large for its step stands still.
    guard count.step >= 1e-5 * max(abs(count.start), abs(count.limit)), count.step > 0 else { return nil }
    let end = bodyEnd(after: head.upperBound)
    guard end < tokens.count else { return nil }
    for place in (head.upperBound + 1)..<end where tokens[place].text == count.counter {
      if changes(place) || isChangeable(place, by: outputs) { return nil }
    }
    return (
      end, max(0, (count.isUpper ? count.limit - count.start : count.start - count.limit) / count.step) + 1
    )
  }

  /// The greatest number that a variable is ever given; nil where one of them isn't plain to see.
  ///
  /// Each of its assignments must be a number, or one of two: `count = isNear ? 20 : 0;`.
  private func most(of name: String, outputs: Set<String>) -> Double? {
    var most: Double?
    for at in tokens.indices where tokens[at].text == name {
      let isParameter = ["int", "float", "uint"].contains(word(at - 1)) && [",", ")"].contains(word(at + 1))
      if isParameter || isChangeable(at, by: outputs) { return nil }
      guard changes(at) else { continue }
      guard word(at + 1) == "=", let end = tokens[at...].firstIndex(where: { $0.text == ";" }) else {
        return nil
      }
      let words = tokens[(at + 2)..<end].map(\.text)
      guard words.count(where: { $0 == "?" }) < 2 else { return nil }
      let choices = words.lastIndex(of: "?").map { words[($0 + 1)...] } ?? words[...]
      for choice in choices.split(separator: ":") {
        guard let number = quotient(choice) else { return nil }
        most = max(most ?? number, number)
      }
    }
    return most
  }

  /// A plain number, or one divided by another.
  private func quotient(_ words: ArraySlice<String>) -> Double? {
    if let number = value(words) { return number }
    guard words.count == 3, words[words.startIndex + 1] == "/", let above = value(words.prefix(1)),
      let below = value(words.suffix(1)), below > 0
    else { return nil }
    return above / below
  }

  private func word(_ at: Int) -> String { tokens.indices.contains(at) ? tokens[at].text : "" }

  private func changes(_ at: Int) -> Bool {
    let (next, after) = (word(at + 1), word(at + 2))
    if next == "=" && after != "=" { return true }
    if "+-*/%&|^<>".contains(next), !next.isEmpty, after == "=" && !"<>".contains(next) { return true }
    if next == after && (next == "+" || next == "-") { return true }
    let (before, earlier) = (word(at - 1), word(at - 2))
    return before == earlier && (before == "+" || before == "-")
  }

  /// Whether a name stands alone as an argument of a function that may change it.
  private func isChangeable(_ at: Int, by outputs: Set<String>) -> Bool {
    guard ["(", ","].contains(word(at - 1)), [")", ","].contains(word(at + 1)) else { return false }
    return callee(at).map(outputs.contains) ?? false
  }

  /// The word before the bracket that a token stands in.
  func callee(_ at: Int) -> String? {
    var depth = 0
    var place = at - 1
    while place > 0 {
      switch tokens[place].text {
      case ")": depth += 1
      case "(":
        if depth == 0 { return tokens[place - 1].text }
        depth -= 1
      case ";", "{", "}": return nil
      default: break
      }
      place -= 1
    }
    return nil
  }
}

extension Preset {
  /// Whether its text proves that it ends soon for every pixel.
  public var isProvenToEnd: Bool {
    guard kind != .look else { return true }
    let library = library.map(\.source).joined(separator: "\n")
    let fragment = ShaderBound.steps(of: library + "\n" + header.shader)
    let vertex = vertexSource.map { ShaderBound.steps(of: $0) } ?? 0
    guard let fragment, let vertex else { return false }
    return fragment + vertex <= ShaderBound.harmless
  }
}
