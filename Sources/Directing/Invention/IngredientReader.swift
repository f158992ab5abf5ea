import Scenery

/// Reads an ingredient: comment lines that say what it is, then one GLSL function of the file's name.
///
///     // Rings: they run out from a point.
///     // signature: coordinate -> scalar
///     // families: field march
///     // cost: 1
///     // licence: MIT
///     // slot: pitch 2..9
///     // slot: way -0.6..0.6 flow
///     float rings(vec2 p, float pitch, float way) { return 0.5 + 0.5 * swing(length(p) * pitch - way); }
public struct IngredientReader {
  private let path: String
  private var ingredient: Ingredient
  private var hasSignature = false

  /// - Parameter path: of the file, for messages; the ingredient is called like the file.
  public static func read(_ text: String, path: String) throws(FileFault) -> Ingredient {
    var reader = IngredientReader(path: path)
    try reader.read(text)
    return reader.ingredient
  }

  private init(path: String) {
    self.path = path
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.hasSuffix(".glsl") ? String(file.dropLast(5)) : file
    ingredient = Ingredient(
      name: name, path: path, meaning: "", takes: [], gives: .scalar, families: [], body: "")
  }

  private mutating func read(_ text: String) throws(FileFault) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var line = 0
    while line < lines.count, lines[line].hasPrefix("//") {
      let words = lines[line].dropFirst(2).drop { $0 == " " }
      if line == 0 {
        ingredient.meaning = String(words)
      } else {
        try readKey(words, line: line + 1)
      }
      line += 1
    }
    guard hasSignature else { throw fault(1, "has no line “// signature: …”") }
    guard !ingredient.families.isEmpty else { throw fault(1, "has no line “// families: …”") }
    ingredient.body = lines[line...].joined(separator: "\n")
    try checkFunction(firstLine: line + 1)
  }

  private func fault(_ line: Int, _ reason: String) -> FileFault {
    FileFault(path: path, line: line, reason: reason)
  }

  private mutating func readKey(_ words: Substring, line: Int) throws(FileFault) {
    guard let colon = words.firstIndex(of: ":") else {
      throw fault(line, "wants “key: value”, or GLSL from here on")
    }
    let rest = words[words.index(after: colon)...].split(separator: " ").map(String.init)
    switch words[..<colon] {
    case "signature": try readSignature(rest, line: line)
    case "families":
      for word in rest {
        if word == "any" {
          ingredient.families = Set(InventionFamily.allCases)
        } else if let family = InventionFamily(rawValue: word) {
          ingredient.families.insert(family)
        } else {
          let known = InventionFamily.allCases.map(\.rawValue).joined(separator: ", ")
          throw fault(line, "names the family “\(word)”. Known: any, \(known)")
        }
      }
    case "cost": ingredient.cost = try number(rest.first, "cost", in: 0...1000, line: line)
    case "samples": ingredient.samples = try number(rest.first, "samples", in: 1...200, line: line)
    case "weight": ingredient.weight = try number(rest.first, "weight", in: 0...20, line: line)
    case "licence": ingredient.licence = rest.first ?? ""
    case "uses": ingredient.uses = rest
    case "subject": ingredient.subject = rest.joined(separator: " ")
    case "places":
      for word in rest {
        guard let place = Place(rawValue: word) else {
          let known = Place.allCases.map(\.rawValue).joined(separator: ", ")
          throw fault(line, "names the place “\(word)”. Known: \(known)")
        }
        ingredient.places.insert(place)
      }
    case "domain": ingredient.domain = rest.first ?? ""
    case "mood":
      ingredient.mood = (
        try number(rest.first, "mood", in: -1...1, line: line),
        try number(rest.dropFirst().first, "mood", in: -1...1, line: line)
      )
    case "slot": ingredient.slots.append(try slot(rest, line: line))
    case let key: throw fault(line, "has the unknown key “\(key)”")
    }
  }

  private func number(
    _ word: String?, _ key: String, in range: ClosedRange<Double>, line: Int
  ) throws(FileFault) -> Double {
    guard let number = word.flatMap(Double.init), range.contains(number) else {
      throw fault(line, "“\(key)” wants a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private mutating func readSignature(_ words: [String], line: Int) throws(FileFault) {
    var types: [IngredientType] = []
    for word in words where word != "x" && word != "×" && word != "->" {
      guard let type = IngredientType(rawValue: word) else {
        let known = IngredientType.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault(line, "names the type “\(word)”. Known: \(known)")
      }
      types.append(type)
    }
    guard words.dropLast().last == "->", let gives = types.last, gives.glsl != nil else {
      throw fault(line, "wants a signature such as “coordinate x scalar -> colour”")
    }
    ingredient.takes = Array(types.dropLast())
    ingredient.gives = gives
    hasSignature = true
  }

  /// `NAME LOW..HIGH [whole] [SIGNAL]`
  private func slot(_ words: [String], line: Int) throws(FileFault) -> IngredientSlot {
    let ends = words.count > 1 ? words[1].split(separator: ".", omittingEmptySubsequences: false) : []
    let text = words.count > 1 ? words[1] : ""
    guard ends.count >= 3, let dots = text.firstRange(of: ".."), let low = Double(text[..<dots.lowerBound]),
      let high = Double(text[dots.upperBound...]), low <= high
    else { throw fault(line, "wants “slot: NAME LOW..HIGH [whole] [SIGNAL]”") }
    var slot = IngredientSlot(name: words[0], low: low, high: high, isWhole: false)
    for word in words.dropFirst(2) {
      if word == "whole" {
        slot.isWhole = true
      } else if let signal = Signal(rawValue: word), signal.range != .colour {
        slot.signal = signal
      } else {
        throw fault(line, "names the signal “\(word)”, which no number can follow")
      }
    }
    return slot
  }

  /// The function must be there, with the parameters that signature and slots promise.
  private func checkFunction(firstLine: Int) throws(FileFault) {
    let head = "\(ingredient.gives.glsl ?? "") \(ingredient.name)("
    guard let start = ingredient.body.firstRange(of: head) else {
      throw fault(firstLine, "has no function “\(head)…)”")
    }
    let inside = ingredient.body[start.upperBound...].prefix { $0 != ")" }
    let found = inside.split(separator: ",").map { part in
      part.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }
    var wanted = ingredient.takes.compactMap(\.glsl).map { [$0] }
    // Who asks functions, or takes no coordinate, is told the place where it is asked.
    if ingredient.wantsPlace { wanted.insert(["vec2"], at: 0) }
    wanted += ingredient.slots.map { ["float", $0.name] }
    let fits =
      found.count == wanted.count
      && zip(found, wanted).allSatisfy { $0.first == $1[0] && ($1.count < 2 || $0.last == $1[1]) }
    guard fits else {
      let list = wanted.map { $0.joined(separator: " ") }.joined(separator: ", ")
      let line = firstLine + ingredient.body[..<start.lowerBound].count { $0 == "\n" }
      throw fault(line, "“\(ingredient.name)” must take (\(list)), as signature and slots say")
    }
  }
}

extension Ingredient {
  /// Whether it is told the place beside what it takes.
  var wantsPlace: Bool {
    !takes.contains(.coordinate) && (isTemplate || takes.isEmpty || gives == .state || takes.contains(.state))
  }
}
