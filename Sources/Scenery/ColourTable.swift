/// A table from colours to colours, as a `.cube` file holds one.
public struct ColourTable: Sendable, Equatable {
  public enum Shape: Sendable, Equatable {
    /// One curve a colour.
    case curves
    /// A lattice of all three colours.
    case cube
  }

  public var title: String
  public var shape: Shape
  /// Entries a side, ≥ 2.
  public var size: Int
  /// Input colours of the first and the last entry.
  public var low: Colour
  public var high: Colour
  /// Red, green, blue of each entry; in a cube red runs fastest, then green.
  public var values: [Float]

  public init(
    title: String = "", shape: Shape, size: Int, low: Colour = Colour(red: 0, green: 0, blue: 0),
    high: Colour = Colour(red: 1, green: 1, blue: 1), values: [Float]
  ) {
    self.title = title
    self.shape = shape
    self.size = size
    self.low = low
    self.high = high
    self.values = values
  }
}

/// Reads `.cube` files (Adobe, “Cube LUT Specification 1.0”): one-dimensional and three-dimensional tables with title,
/// comments and domain, and the input ranges that other programs write for the domain.
public struct CubeParser {
  /// The specification's limits are 65,536 and 256; cubes in use have 17 to 65.
  public static let curveLimit = 65_536
  public static let cubeLimit = 128
  public static let fileLimit = 64 << 20  // bytes

  private let path: String
  private var title = ""
  private var shape: ColourTable.Shape?
  private var size = 0
  private var low = Colour(red: 0, green: 0, blue: 0)
  private var high = Colour(red: 1, green: 1, blue: 1)
  private var values: [Float] = []
  private var wanted = 0

  private init(path: String) { self.path = path }

  /// - Throws: one sentence with file and line.
  public static func parse(text: String, path: String) throws(PresetError) -> ColourTable {
    var parser = CubeParser(path: path)
    guard text.utf8.count <= fileLimit else {
      throw parser.complaint(nil, "has \(text.utf8.count) bytes; a .cube file has at most 64 MiB")
    }
    return try parser.read(Array(text.utf8))
  }

  private func complaint(_ line: Int?, _ reason: String) -> PresetError {
    PresetError(path: path, line: line, reason: reason + ".")
  }

  private mutating func read(_ bytes: [UInt8]) throws(PresetError) -> ColourTable {
    var line = 0
    var at = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while at < bytes.count {
      line += 1
      var end = at
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      try take(words(bytes, at, end), line: line)
      // CR LF is one end of a line.
      at = end + (end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10 ? 2 : 1)
    }
    return try finish(line: line)
  }

  /// At most eight words of a line: no rule needs more.
  private func words(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [String] {
    var words: [String] = []
    var at = start
    while at < end, words.count < 8 {
      while at < end, bytes[at] <= 32 { at += 1 }
      let first = at
      while at < end, bytes[at] > 32 { at += 1 }
      if at > first { words.append(String(decoding: bytes[first..<at], as: UTF8.self)) }
    }
    return words
  }

  private mutating func take(_ words: [String], line: Int) throws(PresetError) {
    guard let first = words.first, !first.hasPrefix("#") else { return }
    switch first {
    case "TITLE": title = words.dropFirst().joined(separator: " ").filter { $0 != "\"" }
    case "LUT_1D_SIZE": try begin(.curves, words, line: line)
    case "LUT_3D_SIZE": try begin(.cube, words, line: line)
    case "DOMAIN_MIN": low = try colour(words.dropFirst(), of: first, line: line)
    case "DOMAIN_MAX": high = try colour(words.dropFirst(), of: first, line: line)
    case "LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE":
      guard words.count == 3 else { throw complaint(line, "\(first) wants two numbers") }
      low = try colour(Array(repeating: words[1], count: 3)[...], of: first, line: line)
      high = try colour(Array(repeating: words[2], count: 3)[...], of: first, line: line)
    default:
      let isNumber = first.utf8.first.map { "+-.0123456789".utf8.contains($0) } ?? false
      guard isNumber || Float(first) != nil else {
        throw complaint(line, "“\(first.prefix(40))” is neither a keyword of .cube files nor a number")
      }
      guard shape != nil else {
        throw complaint(line, "a colour stands before LUT_1D_SIZE or LUT_3D_SIZE has said how many there are")
      }
      guard values.count < wanted else {
        throw complaint(line, "more than the \(wanted / 3) colours that \(sizeWord) \(size) wants")
      }
      let entry = try colour(words[...], of: "a colour", line: line)
      values.append(entry.red)
      values.append(entry.green)
      values.append(entry.blue)
    }
  }

  private var sizeWord: String { shape == .curves ? "LUT_1D_SIZE" : "LUT_3D_SIZE" }

  private mutating func begin(
    _ shape: ColourTable.Shape, _ words: [String], line: Int
  ) throws(PresetError) {
    guard self.shape == nil else {
      throw complaint(line, "the file has a second size; Kinora reads one table a file, curves or cube")
    }
    let limit = shape == .curves ? Self.curveLimit : Self.cubeLimit
    guard words.count == 2, let size = Int(words[1]), (2...limit).contains(size) else {
      throw complaint(
        line,
        "\(words[0]) is “\(words.dropFirst().joined(separator: " ").prefix(40))”; it goes from 2 to \(limit)"
      )
    }
    self.shape = shape
    self.size = size
    wanted = 3 * (shape == .curves ? size : size * size * size)
    values.reserveCapacity(wanted)
  }

  private func colour(
    _ words: ArraySlice<String>, of what: String, line: Int
  ) throws(PresetError) -> Colour {
    guard words.count == 3 else { throw complaint(line, "\(what) wants three numbers, not \(words.count)") }
    var numbers: [Float] = []
    for word in words {
      guard let number = Float(word), number.isFinite, abs(number) <= 1e6 else {
        throw complaint(line, "“\(word.prefix(40))” is no number that a colour can have")
      }
      numbers.append(number)
    }
    return Colour(red: numbers[0], green: numbers[1], blue: numbers[2])
  }

  private func finish(line: Int) throws(PresetError) -> ColourTable {
    guard let shape else {
      throw complaint(line, "neither LUT_1D_SIZE nor LUT_3D_SIZE is there; is this a .cube file?")
    }
    guard values.count == wanted else {
      throw complaint(line, "\(values.count / 3) colours of the \(wanted / 3) that \(sizeWord) \(size) wants")
    }
    guard low.red < high.red, low.green < high.green, low.blue < high.blue else {
      throw complaint(line, "DOMAIN_MIN must be below DOMAIN_MAX in each colour")
    }
    return ColourTable(title: title, shape: shape, size: size, low: low, high: high, values: values)
  }
}
