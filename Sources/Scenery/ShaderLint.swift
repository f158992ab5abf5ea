/// Finds, before any compiler sees it, GLSL that would hang a graphics card or the compiler itself.
///
/// A shader that runs for seconds can't be stopped from inside the process, so loops must have an end that
/// can be seen, and constant bounds must be sane.
enum ShaderLint {
  struct Complaint: Equatable {
    var line: Int
    var reason: String
  }

  /// Steps a single loop, and loops inside loops together, may take for one pixel.
  static let stepLimit = 100_000.0
  static let nestedStepLimit = 1_000_000.0
  static let bracketLimit = 128
  /// Tokens that a macro may grow to.
  static let macroLimit = 200_000.0
  /// Rounds after which all sizes must stand; each looks through one more macro defined after its use.
  static let macroRounds = 24
  static let loopDepthLimit = 32

  /// - Parameter firstLine: the line of the file on which `shader` begins.
  static func complaint(about shader: String, firstLine: Int) -> Complaint? {
    guard shader.utf8.count <= PresetParser.shaderLimit else {
      return Complaint(line: firstLine, reason: "The shader is larger than 256 KiB.")
    }
    let text = ShaderTokens(shader, firstLine: firstLine)
    return includes(text) ?? brackets(text) ?? macros(text) ?? LoopLint(text).complaint()
  }

  /// MadMapper's own dialect: files that only it has.
  private static func includes(_ text: ShaderTokens) -> Complaint? {
    guard let include = text.includes.first else { return nil }
    return Complaint(
      line: include.line,
      reason:
        "It includes the file \(include.text), as only MadMapper does. Write its functions into the shader, "
        + "or name one of Presets/Library under KINORA.uses.")
  }

  private static func brackets(_ text: ShaderTokens) -> Complaint? {
    var depth = 0
    for token in text.tokens {
      switch token.text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      default: break
      }
      if depth > bracketLimit {
        return Complaint(line: token.line, reason: "Brackets are nested deeper than \(bracketLimit) levels.")
      }
    }
    return nil
  }

  /// Sizes of macros, each counted with what it holds; a macro can only grow by macros.
  private static func macros(_ text: ShaderTokens) -> Complaint? {
    let places = Dictionary(text.macros.enumerated().map { ($1.name, $0) }) { first, _ in first }
    /// Per macro: its plain words, and which macros its other words are.
    let parts = text.macros.map { macro in
      let inner = macro.body.compactMap { $0 == macro.name ? nil : places[$0] }
      return (plain: Double(macro.body.count - inner.count), inner: inner)
    }
    var sizes = parts.map(\.plain)
    for _ in 0..<macroRounds {
      var hasGrown = false
      for (at, part) in parts.enumerated() {
        let size = part.inner.reduce(part.plain) { $0 + sizes[$1] }
        if size > macroLimit {
          let macro = text.macros[at]
          return Complaint(line: macro.line, reason: "The macro \(macro.name) grows beyond all measure.")
        }
        if size > sizes[at] { (sizes[at], hasGrown) = (size, true) }
      }
      if !hasGrown { return nil }
    }
    return Complaint(line: text.macros[0].line, reason: "The macros name each other without end.")
  }
}

/// Loops whose head can be read: where they begin, where they end, how often they run.
struct LoopLint {
  let tokens: [ShaderTokens.Token]
  let constants: [String: Double]
  /// For every opening bracket the token of the closing one; 0 where there is none.
  let partners: [Int]
  /// Tokens to look ahead for the end of a statement without braces.
  private static let statementLimit = 4096

  init(_ text: ShaderTokens) {
    tokens = text.tokens
    partners = Self.partners(text.tokens)
    constants = text.constants
  }

  func complaint() -> ShaderLint.Complaint? {
    /// Loops that are open here: the token at which each ends, and its steps.
    var open: [(end: Int, steps: Double)] = []
    for (at, token) in tokens.enumerated() where token.text == "for" || token.text == "while" {
      guard let head = bracket(after: at) else { continue }
      open.removeAll { $0.end < at }
      guard open.count < ShaderLint.loopDepthLimit else {
        return ShaderLint.Complaint(
          line: token.line, reason: "Loops are nested deeper than \(ShaderLint.loopDepthLimit) levels.")
      }
      let steps: Double
      switch token.text == "for" ? forSteps(head) : whileSteps(head) {
      case .failure(let problem): return ShaderLint.Complaint(line: token.line, reason: problem.reason)
      case .success(let count): steps = count
      }
      open.append((end: bodyEnd(after: head.upperBound), steps: steps))
      let all = open.reduce(1) { $0 * max(1, $1.steps) }
      if steps > ShaderLint.stepLimit || all > ShaderLint.nestedStepLimit {
        let count = all < 1e15 ? "\(Int(all))" : "endless"
        return ShaderLint.Complaint(
          line: token.line,
          reason: "This loop takes \(count) steps for every pixel; that would freeze the show.")
      }
    }
    return nil
  }

  private struct Problem: Error { var reason: String }

  /// Token indices of a bracket's two ends.
  func bracket(after at: Int) -> ClosedRange<Int>? {
    guard at + 1 < tokens.count, tokens[at + 1].text == "(", partners[at + 1] > at else { return nil }
    return (at + 1)...partners[at + 1]
  }

  /// Where the statement after a loop's head ends: its brace's partner, or its semicolon.
  func bodyEnd(after close: Int) -> Int {
    var at = close + 1
    while at < tokens.count, at < close + Self.statementLimit {
      switch tokens[at].text {
      case ";": return at
      case "{": return partners[at] > at ? partners[at] : tokens.count
      case "(": at = max(at, partners[at]) + 1
      default: at += 1
      }
    }
    return min(at, tokens.count)
  }

  /// For every opening bracket the index of the closing one; 0 where there is none.
  private static func partners(_ tokens: [ShaderTokens.Token]) -> [Int] {
    var partners = [Int](repeating: 0, count: tokens.count)
    var open: [Int] = []
    for (at, token) in tokens.enumerated() {
      switch token.text {
      case "(", "{": open.append(at)
      case ")", "}":
        if let partner = open.popLast() { partners[partner] = at }
      default: break
      }
    }
    return partners
  }

  private func whileSteps(_ head: ClosedRange<Int>) -> Result<Double, Problem> {
    let condition = tokens[(head.lowerBound + 1)..<head.upperBound].map(\.text)
    if isAlwaysTrue(condition) {
      return .failure(Problem(reason: "This loop has no end: “while (\(condition.joined()))”."))
    }
    return .success(1)
  }

  private func isAlwaysTrue(_ condition: [String]) -> Bool {
    switch condition.count {
    case 0: true
    case 1: condition[0] == "true" || (constants[condition[0]] ?? Double(condition[0]) ?? 0) != 0
    case 4: condition[1] == "=" && condition[2] == "=" && condition[0] == condition[3]
    default: false
    }
  }

  private func forSteps(_ head: ClosedRange<Int>) -> Result<Double, Problem> {
    let inside = tokens[(head.lowerBound + 1)..<head.upperBound].map(\.text)
    let parts = inside.split(separator: ";", omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3 else { return .success(1) }
    if isAlwaysTrue(parts[1]) {
      return .failure(Problem(reason: "This loop has no end: “for (\(inside.joined(separator: " ")))”."))
    }
    guard let loop = countedLoop(head) else { return .success(1) }
    let distance = loop.isUpper ? loop.limit - loop.start : loop.start - loop.limit
    guard distance > 0 else { return .success(0) }
    guard loop.step > 0 else {
      return .failure(Problem(reason: "This loop has no end: its counter moves away from its limit."))
    }
    return .success(distance / loop.step)
  }

  /// A loop from a number to a number.
  struct CountedLoop {
    var counter: String
    var start: Double
    var limit: Double
    /// Towards the limit; negative where it moves away.
    var step: Double
    /// The limit lies above the start.
    var isUpper: Bool
  }

  /// nil where one of its numbers isn't plain to see.
  ///
  /// - Parameter most: the greatest value that a variable can have, where that is known.
  func countedLoop(
    _ head: ClosedRange<Int>, most: (String) -> Double? = { _ in nil }
  ) -> CountedLoop? {
    let inside = tokens[(head.lowerBound + 1)..<head.upperBound].map(\.text)
    let parts = inside.split(separator: ";", omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3, let equals = parts[0].firstIndex(of: "="), equals > 0,
      let start = value(parts[0][(equals + 1)...]),
      let limit = limit(parts[1], of: parts[0][equals - 1], most),
      let stride = stride(parts[2], of: parts[0][equals - 1])
    else { return nil }
    return CountedLoop(
      counter: parts[0][equals - 1], start: start, limit: limit.value,
      step: limit.isUpper ? stride : -stride, isUpper: limit.isUpper)
  }

  /// A plain number, a named constant, or either with a sign.
  func value(_ words: ArraySlice<String>) -> Double? {
    guard let first = words.first else { return nil }
    if first == "-" { return value(words.dropFirst()).map { -$0 } }
    guard words.count == 1 else { return nil }
    return constants[first] ?? ShaderTokens.number(first)
  }

  private func limit(
    _ words: [String], of counter: String, _ most: (String) -> Double?
  ) -> (value: Double, isUpper: Bool)? {
    guard words.count >= 3, words[0] == counter, words[1] == "<" || words[1] == ">" else { return nil }
    let rest = words[2] == "=" ? words[3...] : words[2...]
    if let plain = value(rest) { return (plain, words[1] == "<") }
    guard words[1] == "<", rest.count == 1, let name = rest.first else { return nil }
    return most(name).map { ($0, true) }
  }

  private func stride(_ words: [String], of counter: String) -> Double? {
    let text = words.joined()
    if text == counter + "++" || text == "++" + counter { return 1 }
    if text == counter + "--" || text == "--" + counter { return -1 }
    guard words.count >= 4, words[0] == counter, words[2] == "=" else { return nil }
    if words[1] == "+" { return value(words[3...]) }
    if words[1] == "-" { return value(words[3...]).map { -$0 } }
    return nil
  }
}
