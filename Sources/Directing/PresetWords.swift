import Scenery

/// The words by which pictures are matched: with a song's idea, and with the transitions between them.
struct PresetWords: Sendable {
  /// Of its name, subject and domain; of its description.
  private(set) var strong: Set<String> = []
  private(set) var weak: Set<String> = []
  /// Of a transition: what it goes well with.
  private(set) var fits: [String] = []

  /// How much more a scene is wanted that has a word strongly, weakly, not at all.
  private static let strongLeaning = 4.0
  private static let weakLeaning = 2.0
  private static let noLeaning = 0.7
  /// Added to a transition's weight for each side that it has something in common with.
  private static let strongMeaning = 2.0
  private static let weakMeaning = 0.7

  init() {}

  init(_ preset: Preset) {
    let header = preset.header.kinora
    fits = header.fits.map(Self.stem)
    guard preset.kind == .scene else { return }
    strong = Set([preset.name, header.subject, header.domain].flatMap(Self.words))
    weak = Set(Self.words(preset.header.description)).subtracting(strong)
  }

  func leaning(to words: [String]) -> Double {
    if strong.isEmpty && weak.isEmpty { return 1 }
    let stems = words.map(Self.stem)
    if stems.contains(where: strong.contains) { return Self.strongLeaning }
    return stems.contains(where: weak.contains) ? Self.weakLeaning : Self.noLeaning
  }

  /// How much more a transition is wanted, and the word that says why; empty where it means nothing.
  static func meaning(of fits: [String], _ from: PresetWords, _ to: PresetWords) -> (
    factor: Double, word: String
  ) {
    var best = (factor: 1.0, word: "")
    var factor = 1.0
    for side in [from, to] {
      let strong = fits.first(where: side.strong.contains)
      guard let word = strong ?? fits.first(where: side.weak.contains) else { continue }
      let worth = strong != nil ? strongMeaning : weakMeaning
      factor += worth
      if 1 + worth > best.factor { best = (1 + worth, word) }
    }
    return (factor, best.word)
  }

  /// Lower-case words of letters, without a plural's s.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map { stem(String($0)) }
  }

  private static func stem(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
