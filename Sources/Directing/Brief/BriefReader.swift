/// Reads a brief: free English, understood by a table of meanings and, for words it lacks, by WordNet's kinships.
public struct BriefReader: Sendable {
  private let lexicon: WordNet
  private let meanings = BriefMeanings.all

  public init(_ lexicon: WordNet) { self.lexicon = lexicon }

  public func read(_ text: String) -> BriefReading {
    var reading = BriefReading()
    let tokens = Self.tokens(of: text)
    var isUnwanted = false
    var at = 0
    while at < tokens.count {
      let token = tokens[at]
      if let count = idiom(in: tokens, at: at, isUnwanted, &reading) {
        at += count
        continue
      }
      if Self.denials.contains(token) {
        isUnwanted = true
      } else if Self.endsDenial(token, after: at > 0 ? tokens[at - 1] : "") {
        isUnwanted = false
      } else if !Self.quiet.contains(token), !isPartOfName(tokens, at: at) {
        read(
          token, after: at > 0 ? tokens[at - 1] : ".", before: at + 1 < tokens.count ? tokens[at + 1] : ".",
          isUnwanted, &reading)
      }
      at += 1
    }
    return reading
  }

  // MARK: Words

  /// Words in lower case, and marks that end a thought.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text.lowercased().replacing("’", with: "'") + " " {
      if character.isLetter || character.isNumber || character == "'" || (character == "-" && !word.isEmpty) {
        word.append(character)
        continue
      }
      if word.hasSuffix("'s"), !["it's", "year's"].contains(word) { word.removeLast(2) }
      if !word.isEmpty { tokens.append(word) }
      word = ""
      if ",.;:!?()–—".contains(character) { tokens.append(",") }
    }
    return tokens
  }

  private static let marks: Set<String> = [","]
  private static let denials: Set<String> = [
    "no", "not", "without", "never", "nothing", "none", "don't", "neither", "nor", "avoid", "isn't", "aren't",
    "less", "free-of", "except", "hardly",
  ]
  /// Where a denial ends without a mark.
  private static let turns: Set<String> = [
    "but", "only", "just", "instead", "in", "on", "at", "over", "under", "through", "with", "after", "while",
  ]
  /// “Not at night” denies the night; “no people at night” ends with the people.
  private static func endsDenial(_ token: String, after before: String) -> Bool {
    marks.contains(token) || (turns.contains(token) && !denials.contains(before))
  }

  /// Words that say nothing of a picture by themselves.
  private static let quiet: Set<String> = Set(
    """
    a an the and or of to into onto from by as for like than then i i'm me my you your it it's its we our they
    their this that these those is are be been was were am will would should can could please very much more most
    some something somewhat somehow all any one single two three thousand lots lot many few too so there here out up
    down away again at around across along between behind before until across want make give let's let show have has
    had get gets go goes come comes do does colours colour colors color mood scene picture style painting drawing
    art feel feeling what which who whose where when how time old new little big small huge great giant large really
    just extreme full deep high low back home last first everywhere outside inside about through set thing kind way
    seems looks look other own another each every both only same such if off upon toward towards place
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The longest idiom that begins here.
  ///
  /// - Returns: how many words it has; nil where there is none.
  private func idiom(
    in tokens: [String], at start: Int, _ isUnwanted: Bool, _ reading: inout BriefReading
  ) -> Int? {
    guard tokens.count - start > 1 else { return nil }
    for count in stride(from: min(meanings.longest, tokens.count - start), to: 1, by: -1) {
      let found = meanings[tokens[start..<(start + count)].joined(separator: " ")]
      guard !found.isEmpty else { continue }
      for entry in found { reading.add(entry.value, entry.field, isUnwanted: isUnwanted) }
      return count
    }
    return nil
  }

  /// “Rain” in “rain forest” tells of a forest, not of the weather: the two are a name in the lexicon.
  private func isPartOfName(_ tokens: [String], at place: Int) -> Bool {
    guard place + 1 < tokens.count, meanings[tokens[place]].contains(where: { $0.field == .weather }),
      let name = lexicon.bases(of: tokens[place] + "_" + tokens[place + 1], .noun).last,
      let topic = topic(of: name)
    else { return false }
    return Self.namedTopics.contains(topic)
  }
  /// Topics of what lives, grows, is made, or stands together.
  private static let namedTopics: Set<Int> = [5, 6, 14, 18, 20]

  private func read(
    _ word: String, after before: String, before next: String, _ isUnwanted: Bool,
    _ reading: inout BriefReading
  ) {
    let known = mended(word)
    let forms = self.forms(of: known)
    let part = likeliestPart(of: known, forms, after: before, before: next)
    var found: [BriefMeanings.Entry] = meanings[known]
    if found.isEmpty, let base = part.flatMap({ forms[$0]?.first }) { found = meanings[base] }
    if found.isEmpty {
      for base in forms.values.flatMap({ $0 }).sorted() where found.isEmpty { found = meanings[base] }
    }
    if found.isEmpty, let part, let base = forms[part]?.first { found = kin(of: base, part) }
    // A noun that can be seen is a subject even where its kind tells of something else too.
    let isSeen = part == .noun && (found.isEmpty || found.allSatisfy { $0.field == .motion })
    if isSeen, let base = forms[.noun]?.first, isVisible(base) {
      found.append(BriefMeanings.Entry(.subjects, base))
    }
    for entry in found { reading.add(entry.value, entry.field, isUnwanted: isUnwanted) }
    if found.isEmpty && part != .adverb { reading.notUnderstood.append(word) }
  }

  private func forms(of word: String) -> [WordNet.Part: [String]] {
    var forms: [WordNet.Part: [String]] = [:]
    for part in WordNet.Part.allCases {
      let bases = lexicon.bases(of: word, part)
      if !bases.isEmpty { forms[part] = bases }
    }
    return forms
  }

  /// Which part of speech a word is here: by what stands around it, else by how it is mostly used.
  private func likeliestPart(
    of word: String, _ forms: [WordNet.Part: [String]], after before: String, before next: String
  ) -> WordNet.Part? {
    guard !forms.isEmpty else { return nil }
    var scores: [(part: WordNet.Part, score: Double)] = []
    for part in WordNet.Part.allCases {
      guard let bases = forms[part] else { continue }
      var score = Double(bases.map { lexicon.uses(of: $0, part) }.max() ?? 0) + 1
      let isForm = bases.first != word
      if part == .verb && isForm && (word.hasSuffix("ing") || word.hasSuffix("ed")) { score *= 4 }
      if part == .noun && isForm && word.hasSuffix("s") { score *= 2 }
      if Self.articles.contains(before) && part == .noun { score *= 6 }
      if Self.articles.contains(before) && part == .verb { score *= 0.1 }
      if part == .noun && meanings[before].contains(where: { $0.field == .palette }) { score *= 8 }
      if part == .verb && Self.pronouns.contains(before) { score *= 6 }
      if part == .noun && (next == "," || Self.turns.contains(next) || next == "and" || next == "of") {
        score *= 2
      }
      if part == .adverb { score *= word.hasSuffix("ly") ? 4 : 0.5 }
      scores.append((part, score))
    }
    return scores.max { $0.score < $1.score }?.part
  }

  private static let articles: Set<String> = [
    "a", "an", "the", "no", "of", "his", "her", "its", "my", "some", "any",
  ]
  private static let pronouns: Set<String> = ["to", "it", "they", "we", "i", "you", "who", "that"]

  /// A misspelt word as it was meant: the most used word that is one slip of the finger away.
  private func mended(_ word: String) -> String {
    guard word.count > 4, meanings[word].isEmpty, forms(of: word).isEmpty, !word.contains("-") else {
      return word
    }
    let letters = Array(word)
    var candidates: Set<String> = []
    for place in 0...letters.count {
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        candidates.insert(String(letters[..<place] + [letter] + letters[place...]))
        if place < letters.count {
          candidates.insert(String(letters[..<place] + [letter] + letters[(place + 1)...]))
        }
      }
      if place < letters.count { candidates.insert(String(letters[..<place] + letters[(place + 1)...])) }
      if place + 1 < letters.count {
        var swapped = letters
        swapped.swapAt(place, place + 1)
        candidates.insert(String(swapped))
      }
    }
    let scored = candidates.sorted().map { word -> (word: String, score: Int) in
      let uses = WordNet.Part.allCases.reduce(0) { $0 + lexicon.uses(of: word, $1) }
      return (word, uses + (meanings[word].isEmpty ? 0 : 20) + (forms(of: word).isEmpty ? 0 : 1))
    }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return word }
    return best.word
  }

  // MARK: Kinship

  /// Meanings of words that are near by in the lexicon.
  private func kin(of word: String, _ part: WordNet.Part) -> [BriefMeanings.Entry] {
    let isPlain = part == .noun && isVisible(word)
    for sense in lexicon.senses(of: word, part).prefix(isPlain ? 1 : 2) {
      for (near, steps) in neighbours(of: sense) {
        let topic = lexicon.synset(near).topic
        for other in lexicon.synset(near).words.map({ $0.replacing("_", with: " ").lowercased() })
        where other != word {
          let found = meanings[other].filter { Self.mayMean($0, part, steps: steps, topic: topic) }
          if !found.isEmpty { return found }
        }
      }
    }
    return []
  }

  private func neighbours(of sense: WordNet.Sense) -> [(sense: WordNet.Sense, steps: Int)] {
    switch sense.part {
    case .noun, .verb: return lexicon.kinds(of: sense, upTo: sense.part == .noun ? 3 : 1)
    case .adjective, .adverb:
      let near = lexicon.synset(sense).pointers.filter { ["&", "+", "\\"].contains($0.symbol) }
      return [(sense, 0)] + near.map { ($0.sense, 1) }
    }
  }

  /// Nouns name places, times, weather and feelings; verbs move; adjectives colour and feel.
  private static func mayMean(
    _ entry: BriefMeanings.Entry, _ part: WordNet.Part, steps: Int, topic: Int
  ) -> Bool {
    switch part {
    case .noun:
      entry.field == .setting
        ? placeTopics.contains(topic) : [.time, .weather, .emotion, .palette].contains(entry.field)
    case .verb: entry.field == .motion || (steps == 0 && entry.field == .emotion)
    case .adjective, .adverb: ![.subjects, .setting].contains(entry.field)
    }
  }

  /// Topics of places: artefacts, groups, locations, things.
  private static let placeTopics: Set<Int> = [6, 14, 15, 17]
  /// Topics of nouns that can be seen: animals, artefacts, bodies, food, groups, things, persons, phenomena, plants,
  /// substances (lexnames(5WN)).
  private static let visibleTopics: Set<Int> = [5, 6, 8, 13, 17, 18, 19, 20, 25, 27]

  private func isVisible(_ noun: String) -> Bool {
    topic(of: noun).map(Self.visibleTopics.contains) ?? false
  }

  /// What kind of thing the first sense of a noun is; nil for a noun that the lexicon doesn't have.
  private func topic(of noun: String) -> Int? {
    lexicon.senses(of: noun, .noun).first.map { lexicon.synset($0).topic }
  }
}
