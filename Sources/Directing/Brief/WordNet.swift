/// The WordNet 3 lexicon, looked up in its own files: nothing is parsed ahead.
///
/// Fellbaum (ed.) 1998, WordNet: An Electronic Lexical Database. File formats: wndb(5WN), senseidx(5WN).
public struct WordNet: Sendable {
  public enum Part: Int, Sendable, CaseIterable {
    case noun = 1
    case verb, adjective, adverb

    var file: String { ["noun", "verb", "adj", "adv"][rawValue - 1] }
    init?(mark: Substring) {
      switch mark {
      case "n": self = .noun
      case "v": self = .verb
      case "a", "s": self = .adjective
      case "r": self = .adverb
      default: return nil
      }
    }
  }

  /// Where a synset stands in the files: its part of speech and byte offset.
  public struct Sense: Sendable, Hashable {
    public var part: Part
    public var offset: Int
  }

  /// Words that mean the same, and what they point to.
  public struct Synset: Sendable {
    /// The lexicographer's file, lexnames(5WN): 5 is animals, 18 persons …
    public var topic = -1
    public var words: [Substring] = []
    /// Pointer symbols: “@” is a kind of, “&” similar, “+” derived, “!” opposite.
    public var pointers: [(symbol: Substring, sense: Sense)] = []
  }

  private let index: [Part: [UInt8]]
  private let data: [Part: [UInt8]]
  private let exceptions: [Part: [UInt8]]
  private let counts: [UInt8]

  /// - Parameter file: the bytes of a file of WordNet's folder by its name, such as “index.noun”.
  /// - Returns: nil where a file is missing.
  public init?(file: (String) -> [UInt8]?) {
    var index: [Part: [UInt8]] = [:]
    var data: [Part: [UInt8]] = [:]
    var exceptions: [Part: [UInt8]] = [:]
    for part in Part.allCases {
      guard let found = file("index.\(part.file)"), let bodies = file("data.\(part.file)") else { return nil }
      index[part] = found
      data[part] = bodies
      exceptions[part] = file("\(part.file).exc") ?? []
    }
    self.index = index
    self.data = data
    self.exceptions = exceptions
    counts = file("cntlist.rev") ?? []
  }

  /// What a word can mean, most frequent first; empty where the part of speech doesn't have it.
  public func senses(of word: String, _ part: Part) -> [Sense] {
    guard let bytes = index[part], let line = Self.line(beginning: word + " ", in: bytes) else { return [] }
    let fields = line.split(separator: " ")
    guard fields.count > 3, let count = Int(fields[2]), fields.count >= count else { return [] }
    return fields.suffix(count).compactMap { Int($0) }.map { Sense(part: part, offset: $0) }
  }

  /// How often a word was met in the tagged corpora as this part of speech.
  public func uses(of word: String, _ part: Part) -> Int {
    let kinds = part == .adjective ? [3, 5] : [part.rawValue]
    return kinds.reduce(0) { sum, kind in
      sum
        + Self.lines(beginning: "\(word)%\(kind):", in: counts).reduce(0) {
          $0 + ($1.split(separator: " ").last.flatMap { Int($0) } ?? 0)
        }
    }
  }

  public func synset(_ sense: Sense) -> Synset {
    guard let bytes = data[sense.part], bytes.indices.contains(sense.offset) else { return Synset() }
    let fields = Self.text(bytes, from: sense.offset).split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count > 5, let topic = Int(fields[1]), let count = Int(fields[3], radix: 16) else {
      return Synset()
    }
    var synset = Synset(topic: topic)
    synset.words = (0..<count).compactMap { 4 + 2 * $0 < fields.count ? fields[4 + 2 * $0] : nil }
    var at = 4 + 2 * count
    guard at < fields.count, let pointers = Int(fields[at]) else { return synset }
    at += 1
    for _ in 0..<pointers where at + 3 < fields.count {
      if let offset = Int(fields[at + 1]), let part = Part(mark: fields[at + 2]) {
        synset.pointers.append((fields[at], Sense(part: part, offset: offset)))
      }
      at += 4
    }
    return synset
  }

  /// A sense and all it is a kind of, with the number of steps up; nearest first.
  public func kinds(of sense: Sense, upTo depth: Int = 16) -> [(sense: Sense, steps: Int)] {
    var found = [(sense: sense, steps: 0)]
    var seen: Set<Sense> = [sense]
    var next = 0
    while next < found.count {
      let (here, steps) = found[next]
      next += 1
      guard steps < depth else { continue }
      for pointer in synset(here).pointers where pointer.symbol == "@" || pointer.symbol == "@i" {
        if seen.insert(pointer.sense).inserted { found.append((pointer.sense, steps + 1)) }
      }
    }
    return found
  }

  /// The forms of a word that the lexicon knows: “ran” → “run”, “wolves” → “wolf” (morphy(7WN)).
  public func bases(of word: String, _ part: Part) -> [String] {
    if let line = exceptions[part].flatMap({ Self.line(beginning: word + " ", in: $0) }) {
      let bases = line.split(separator: " ").dropFirst().map(String.init)
      if !bases.isEmpty { return bases }
    }
    var found = senses(of: word, part).isEmpty ? [] : [word]
    for (ending, other) in Self.endings[part] ?? []
    where word.count > ending.count + 1 && word.hasSuffix(ending) {
      let base = word.dropLast(ending.count) + other
      if !found.contains(String(base)), !senses(of: String(base), part).isEmpty { found.append(String(base)) }
    }
    if part == .verb, found.isEmpty || found == [word] {
      for ending in ["ing", "ed"] where word.hasSuffix(ending) {
        let stem = word.dropLast(ending.count)
        guard let last = stem.last, stem.dropLast().last == last else { continue }
        let base = String(stem.dropLast())
        if !senses(of: base, part).isEmpty { found.append(base) }
      }
    }
    return found
  }

  private static let endings: [Part: [(String, String)]] = [
    .noun: [
      ("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
      ("men", "man"), ("ies", "y"),
    ],
    .verb: [
      ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ],
    .adjective: [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
  ]

  // MARK: Sorted lines

  private static func line(beginning prefix: String, in bytes: [UInt8]) -> String? {
    lines(beginning: prefix, in: bytes, atMost: 1).first
  }

  /// Lines of a sorted file that begin with `prefix`, by halving.
  private static func lines(beginning prefix: String, in bytes: [UInt8], atMost: Int = 64) -> [String] {
    let key = Array(prefix.utf8)
    var (low, high) = (0, bytes.count)
    while low < high {
      let start = lineStart(before: (low + high) / 2, in: bytes)
      if precedes(bytes, at: start, key) {
        low = lineEnd(from: start, in: bytes) + 1
      } else {
        high = start
      }
    }
    var found: [String] = []
    while low < bytes.count, found.count < atMost, begins(bytes, at: low, key) {
      found.append(text(bytes, from: low))
      low = lineEnd(from: low, in: bytes) + 1
    }
    return found
  }

  private static func lineStart(before place: Int, in bytes: [UInt8]) -> Int {
    var place = place
    while place > 0 && bytes[place - 1] != 10 { place -= 1 }
    return place
  }

  private static func lineEnd(from place: Int, in bytes: [UInt8]) -> Int {
    var place = place
    while place < bytes.count && bytes[place] != 10 { place += 1 }
    return place
  }

  private static func precedes(_ bytes: [UInt8], at start: Int, _ key: [UInt8]) -> Bool {
    for (i, byte) in key.enumerated() {
      guard start + i < bytes.count else { return true }
      if bytes[start + i] != byte { return bytes[start + i] < byte }
    }
    return false
  }

  private static func begins(_ bytes: [UInt8], at start: Int, _ key: [UInt8]) -> Bool {
    start + key.count <= bytes.count && bytes[start..<(start + key.count)].elementsEqual(key)
  }

  private static func text(_ bytes: [UInt8], from start: Int) -> String {
    // What follows “|” explains; nobody reads it here.
    var end = start
    while end < bytes.count && bytes[end] != 10 && bytes[end] != 124 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
