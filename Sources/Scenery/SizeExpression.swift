/// A pass's width or height as ISF writes it: `$WIDTH/16.0`, `max(floor($WIDTH*0.02), 1.0)`, `64`.
public struct SizeExpression: Sendable, Equatable {
  indirect enum Node: Sendable, Equatable {
    case number(Double)
    case variable(String)
    case negation(Node)
    case operation(UInt8, Node, Node)
    case call(String, [Node])
  }

  let root: Node
  /// Names after a `$`, in order of appearance.
  public let variables: [String]

  /// Why a text is no size.
  public struct Fault: Error, Equatable {
    public var reason: String
  }

  public init(_ text: String) throws(Fault) {
    var reader = try SizeExpressionReader(text)
    root = try reader.whole()
    variables = reader.variables
  }

  /// Pixels: rounded down, at least 1, at most `limit`. Division by zero and unknown names give 1.
  public func pixels(limit: Int, _ variable: (String) -> Double?) -> Int {
    let value = Self.value(of: root, variable)
    guard value.isFinite, value >= 1 else { return 1 }
    return Int(min(value.rounded(.down), Double(limit)))
  }

  private static func value(of node: Node, _ variable: (String) -> Double?) -> Double {
    switch node {
    case .number(let number): return number
    case .variable(let name): return variable(name) ?? .nan
    case .negation(let inner): return -value(of: inner, variable)
    case .operation(let symbol, let a, let b):
      return combine(symbol, value(of: a, variable), value(of: b, variable))
    case .call(let name, let arguments):
      return call(name, arguments.map { value(of: $0, variable) })
    }
  }

  private static func combine(_ symbol: UInt8, _ a: Double, _ b: Double) -> Double {
    switch symbol {
    case UInt8(ascii: "+"): a + b
    case UInt8(ascii: "-"): a - b
    case UInt8(ascii: "*"): a * b
    case UInt8(ascii: "/"): a / b
    case UInt8(ascii: "%"): a.truncatingRemainder(dividingBy: b)
    default: power(a, b)
    }
  }

  /// How many arguments each function takes.
  static let functions: [String: ClosedRange<Int>] = [
    "floor": 1...1, "ceil": 1...1, "round": 1...1, "abs": 1...1, "sqrt": 1...1, "pow": 2...2,
    "mod": 2...2, "min": 1...8, "max": 1...8, "clamp": 3...3,
  ]

  private static func call(_ name: String, _ x: [Double]) -> Double {
    switch name {
    case "floor": x[0].rounded(.down)
    case "ceil": x[0].rounded(.up)
    case "round": x[0].rounded()
    case "abs": abs(x[0])
    case "sqrt": x[0].squareRoot()
    case "pow": power(x[0], x[1])
    case "mod": x[0] - x[1] * (x[0] / x[1]).rounded(.down)
    case "min": x.min() ?? .nan
    case "max": x.max() ?? .nan
    case "clamp": min(max(x[0], x[1]), x[2])
    default: .nan
    }
  }

  /// Whole exponents −64…64; sizes need no others.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent == exponent.rounded(), abs(exponent) <= 64 else {
      return exponent == 0.5 ? base.squareRoot() : .nan
    }
    var result = 1.0
    for _ in 0..<Int(abs(exponent)) { result *= base }
    return exponent < 0 ? 1 / result : result
  }
}

/// Recursive descent over the few bytes of a size expression.
private struct SizeExpressionReader {
  private static let lengthLimit = 1024
  private static let depthLimit = 32
  private let bytes: [UInt8]
  private var at = 0
  private(set) var variables: [String] = []

  init(_ text: String) throws(SizeExpression.Fault) {
    bytes = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard bytes.count <= Self.lengthLimit else { throw SizeExpression.Fault(reason: "is too long") }
  }

  mutating func whole() throws(SizeExpression.Fault) -> SizeExpression.Node {
    let node = try sum(0)
    guard at == bytes.count else { throw unexpected }
    return node
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private var unexpected: SizeExpression.Fault {
    guard let next else { return SizeExpression.Fault(reason: "ends too early") }
    return SizeExpression.Fault(reason: "can't be read from “\(Character(UnicodeScalar(next)))” on")
  }

  private mutating func accept(_ symbols: UInt8...) -> UInt8? {
    guard let next, symbols.contains(next) else { return nil }
    at += 1
    return next
  }

  private mutating func sum(_ depth: Int) throws(SizeExpression.Fault) -> SizeExpression.Node {
    guard depth <= Self.depthLimit else { throw SizeExpression.Fault(reason: "is nested too deeply") }
    var node = try product(depth)
    while let symbol = accept(UInt8(ascii: "+"), UInt8(ascii: "-")) {
      node = .operation(symbol, node, try product(depth))
    }
    return node
  }

  private mutating func product(_ depth: Int) throws(SizeExpression.Fault) -> SizeExpression.Node {
    var node = try signed(depth)
    while let symbol = accept(UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%")) {
      node = .operation(symbol, node, try signed(depth))
    }
    return node
  }

  private mutating func signed(_ depth: Int) throws(SizeExpression.Fault) -> SizeExpression.Node {
    guard depth <= Self.depthLimit else { throw SizeExpression.Fault(reason: "is nested too deeply") }
    if accept(UInt8(ascii: "-")) != nil { return .negation(try signed(depth + 1)) }
    if accept(UInt8(ascii: "+")) != nil { return try signed(depth + 1) }
    let base = try atom(depth)
    let isPower = accept(UInt8(ascii: "^")) != nil || acceptDoubleStar()
    return isPower ? .operation(UInt8(ascii: "^"), base, try signed(depth + 1)) : base
  }

  private mutating func acceptDoubleStar() -> Bool {
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "*") else {
      return false
    }
    at += 2
    return true
  }

  private mutating func atom(_ depth: Int) throws(SizeExpression.Fault) -> SizeExpression.Node {
    if accept(UInt8(ascii: "(")) != nil {
      let node = try sum(depth + 1)
      guard accept(UInt8(ascii: ")")) != nil else { throw unexpected }
      return node
    }
    if accept(UInt8(ascii: "$")) != nil {
      let name = word { $0.isLetter || $0.isNumber || $0 == "_" }
      guard !name.isEmpty else { throw unexpected }
      variables.append(name)
      return .variable(name)
    }
    let digits = word { $0.isNumber || $0 == "." }
    if !digits.isEmpty {
      guard let number = Double(digits) else {
        throw SizeExpression.Fault(reason: "holds “\(digits)”, which is no number")
      }
      return .number(number)
    }
    return try call(depth)
  }

  private mutating func call(_ depth: Int) throws(SizeExpression.Fault) -> SizeExpression.Node {
    let name = word { $0.isLetter }
    guard !name.isEmpty else { throw unexpected }
    guard let count = SizeExpression.functions[name], accept(UInt8(ascii: "(")) != nil else {
      throw SizeExpression.Fault(reason: "holds “\(name)”, which is no function of sizes")
    }
    var arguments = [try sum(depth + 1)]
    while accept(UInt8(ascii: ",")) != nil { arguments.append(try sum(depth + 1)) }
    guard accept(UInt8(ascii: ")")) != nil else { throw unexpected }
    guard count.contains(arguments.count) else {
      throw SizeExpression.Fault(reason: "gives \(name) \(arguments.count) arguments")
    }
    return .call(name, arguments)
  }

  private mutating func word(_ belongs: (Character) -> Bool) -> String {
    var text = ""
    while let byte = next, byte < 0x80, belongs(Character(UnicodeScalar(byte))) {
      text.append(Character(UnicodeScalar(byte)))
      at += 1
    }
    return text
  }
}
