import Foundation
import Music
import Scenery

/// What a brief means for a show: which scenes are wanted how much, in which mood and colours.
public struct BriefCasting: Sendable {
  private let lexicon: WordNet
  private let reader: BriefReader

  /// How much a scene that matches in a field counts; weights grow by e with each point.
  private static let worth: [BriefReading.Field: Double] = [
    .subjects: 3, .setting: 1.5, .time: 1, .weather: 1, .style: 1.5, .motion: 0.5, .emotion: 0.5,
  ]
  /// A subject that the description names beside the scene's own.
  private static let minorShare = 0.5
  private static let unwantedWeight: Float = 0
  /// Instruments and signs of music are no part of a world that a brief tells of, unless it names something near.
  private static let musicsStrangeness = 1.5
  private static let leastKinship = 0.2

  public init(_ lexicon: WordNet) {
    self.lexicon = lexicon
    reader = BriefReader(lexicon)
  }

  public func intent(of brief: String, among repertoire: Repertoire) -> Intent {
    let reading = reader.read(brief)
    var intent = Intent()
    intent.brief = brief
    intent.understood = reading.sentence
    intent.weights = [Float](repeating: 1, count: repertoire.presets.count)
    for index in repertoire.indices(of: .scene) {
      guard let preset = repertoire[index] else { continue }
      intent.weights[Int(index.value)] = weight(of: preset, for: reading)
    }
    Self.putBackStrangers(&intent, among: repertoire)
    intent.mood = Self.mood(of: reading)
    Self.tint(&intent, reading)
    intent.ideaWeights = Self.ideaWeights(of: reading)
    return intent
  }

  /// What the whole picture gets for a brief, whatever scene is on.
  public func staging(of brief: String) -> BriefStaging { BriefStaging(of: reader.read(brief)) }

  /// What a brief makes of ingredients' chances: a factor for each that depicts something.
  public func favours(of brief: String, among grammar: Grammar) -> [String: Double] {
    let reading = reader.read(brief)
    return grammar.ingredients.mapValues { ingredient in
      let weight = Double(
        weight(of: ingredient.subject, in: ingredient.domain, told: ingredient.meaning, for: reading))
      // A pattern that is called waves is no sea.
      let depicts = !ingredient.subject.isEmpty || ingredient.families.contains(.composition)
      return depicts ? weight : min(weight, 1)
    }
  }

  /// How much more an idea is wanted for each of its words that the brief means.
  private static let ideaWorth: Float = 4

  private static func ideaWeights(of reading: BriefReading) -> [Float] {
    let fields = BriefReading.Field.allCases
    let (wanted, unwanted) = (Set(fields.flatMap(reading.wanted)), Set(fields.flatMap(reading.unwanted)))
    // A brief that names one hour means that hour, not the way from it to another.
    let isOneHour = Set(reading.wanted(.time)).intersection(hours).count == 1
    return CarriedIdea.all.map { idea in
      if idea.words.contains(where: unwanted.contains) { return 0 }
      if isOneHour && idea.runsThroughHours { return otherHoursWeight }
      return 1 + ideaWorth * Float(idea.words.count(where: wanted.contains))
    }
  }
  private static let hours: Set<String> = ["dawn", "day", "dusk", "night"]
  private static let otherHoursWeight: Float = 0.1

  // MARK: Scenes

  /// Where enough scenes have to do with a brief, all others together have this share of their chance; where it names a
  /// world that is there, what has only some relation to it comes seldom too.
  private static let leastFriends = 3
  private static let leastNamed = 3
  private static let friendWeight: Float = 2
  private static let namedWeight: Float = 3
  private static let relatedShare: Float = 0.15
  private static let strangersShare: Float = 0.02

  private static func putBackStrangers(_ intent: inout Intent, among repertoire: Repertoire) {
    let scenes = repertoire.indices(of: .scene).map { Int($0.value) }
    let (friends, strangers) = (
      scenes.filter { intent.weights[$0] >= friendWeight },
      scenes.filter { intent.weights[$0] < friendWeight }
    )
    guard friends.count >= leastFriends else { return }
    if friends.count(where: { intent.weights[$0] >= namedWeight }) >= leastNamed {
      for scene in friends where intent.weights[scene] < namedWeight { intent.weights[scene] *= relatedShare }
    }
    func sum(_ places: [Int]) -> Float { places.reduce(0) { $0 + intent.weights[$1] } }
    let share = min(1, strangersShare * sum(friends) / max(sum(strangers), .leastNormalMagnitude))
    for scene in strangers { intent.weights[scene] *= share }
  }

  private func weight(of preset: Preset, for brief: BriefReading) -> Float {
    let header = preset.header.kinora
    return weight(of: header.subject, in: header.domain, told: preset.header.description, for: brief)
  }

  private func weight(
    of subject: String, in domain: String, told description: String, for brief: BriefReading
  ) -> Float {
    let told = reader.read(description)
    let main = subject.isEmpty ? [] : [subject.split(separator: " ").last.map(String.init) ?? ""]
    let mainReading = reader.read(subject)
    let minor = told.wanted(.subjects)
    var (seen, felt) = (0.0, 0.0)
    let subjects = brief.wanted(.subjects)
    if domain == "music", !subjects.isEmpty, match(subjects, main, minor) < Self.leastKinship {
      seen -= Self.musicsStrangeness
    }
    for field in BriefReading.Field.allCases {
      let has = Set(told.wanted(field) + mainReading.wanted(field))
      let wanted = brief.wanted(field)
      let unwanted = brief.unwanted(field)
      let worth = Self.worth[field, default: 0]
      if field == .subjects {
        if unwanted.contains(where: { isShown($0, by: main + minor + [domain]) }) {
          return Self.unwantedWeight
        }
        seen += worth * match(wanted, main, minor)
      } else {
        if unwanted.contains(where: has.contains), field != .emotion { return Self.unwantedWeight }
        let share = Double(wanted.count(where: has.contains)) / Double(max(1, wanted.count))
        if Self.feltFields.contains(field) { felt += worth * share } else { seen += worth * share }
      }
      if field == .motion, subjects.isEmpty, wanted.contains(where: { Self.isDone($0, by: main) }) {
        seen += Self.doersWorth
      }
    }
    // Any picture can be calm: where a brief names things, the calm ones count among those that show them.
    let isOfThings = Self.seenFields.contains { !brief.wanted($0).isEmpty }
    return Float(exp(seen + (isOfThings && seen < Self.leastKinship ? 0 : felt)))
  }
  private static let feltFields: Set<BriefReading.Field> = [.emotion, .motion]
  private static let seenFields: [BriefReading.Field] = [.subjects, .setting, .time, .weather]
  private static let doersWorth = 1.2

  /// Who dances is a dancer, where nobody else is named.
  private static func isDone(_ motion: String, by subjects: [String]) -> Bool {
    let stem = motion.hasSuffix("e") ? String(motion.dropLast()) : motion
    return subjects.contains { $0.lowercased().hasPrefix(stem) }
  }

  /// 0…1: how near the nearest of the scene's subjects is to any that the brief names.
  private func match(_ wanted: [String], _ main: [String], _ minor: [String]) -> Double {
    wanted.map { wish in
      max(
        main.map { likeness(wish, $0) }.max() ?? 0,
        (minor.map { likeness(wish, $0) }.max() ?? 0) * Self.minorShare)
    }.max() ?? 0
  }

  private func isShown(_ unwanted: String, by subjects: [String]) -> Bool {
    let wanted = unwanted == "people" ? "person" : unwanted
    let root = Set(senses(of: wanted))
    return subjects.contains { subject in
      senses(of: subject).contains { lexicon.kinds(of: $0).contains { root.contains($0.sense) } }
    }
  }

  /// 1 for the same thing, less for each step between two kinds of thing (path similarity; Rada et al. 1989).
  private func likeness(_ one: String, _ two: String) -> Double {
    if one == two { return 1 }
    var nearest = Int.max
    for first in senses(of: one) {
      let ways = Dictionary(
        lexicon.kinds(of: first, upTo: 6).map { ($0.sense, $0.steps) }, uniquingKeysWith: min)
      for second in senses(of: two) {
        for kind in lexicon.kinds(of: second, upTo: 6) {
          if let way = ways[kind.sense] { nearest = min(nearest, way + kind.steps) }
        }
      }
    }
    return nearest == .max ? 0 : exp(-0.3 * Double(nearest))
  }

  /// The first sense of a noun; more would make anything like anything. But a person who is called an animal is that
  /// animal: WordNet has a chameleon as fickle first, and a whale as fat.
  private func senses(of word: String) -> [WordNet.Sense] {
    let base = lexicon.bases(of: word.lowercased(), .noun).last ?? word
    let usual = lexicon.senses(of: base, .noun).prefix(Self.usualSenses)
    func topic(_ sense: WordNet.Sense) -> Int { lexicon.synset(sense).topic }
    guard let first = usual.first else { return [] }
    guard topic(first) == Self.persons else { return [first] }
    return [usual.first { topic($0) == Self.animals } ?? first]
  }
  private static let usualSenses = 3
  /// Topics of animals and persons (lexnames(5WN)).
  private static let animals = 5
  private static let persons = 18

  // MARK: Mood and colours

  /// Valence and arousal of feelings (after Russell 1980) and of what moves or blows.
  private static let moods: [String: (valence: Float, arousal: Float)] = [
    "joy": (0.7, 0.3), "sadness": (-0.6, -0.4), "calm": (0.3, -0.7), "fear": (-0.6, 0.5),
    "anger": (-0.6, 0.7),
    "love": (0.5, -0.1), "loneliness": (-0.4, -0.5), "hope": (0.5, 0.1), "wonder": (0.4, 0),
    "tension": (-0.3, 0.5),
    "triumph": (0.7, 0.7), "playfulness": (0.7, 0.4), "dream": (0.2, -0.5), "nostalgia": (-0.1, -0.4),
    "excitement": (0.5, 0.8), "fast": (0.1, 0.6), "slow": (0.1, -0.6), "still": (0.1, -0.7),
    "storm": (-0.3, 0.5),
  ]
  private static let moodFirmness: Float = 0.6
  private static let hues: [String: Float] = [
    "red": 25, "orange": 55, "yellow": 100, "green": 145, "turquoise": 190, "teal": 195, "blue": 255,
    "violet": 300,
    "pink": 350, "brown": 60, "ochre": 80, "gold": 88, "sepia": 70, "warm": 55, "cold": 240, "neon": 325,
  ]
  private static let chromas: [String: Float] = [
    "monochrome": 0, "black": 0.35, "white": 0.35, "grey": 0.25, "silver": 0.3, "sepia": 0.45, "pastel": 0.6,
    "pale": 0.5, "dark": 0.85, "neon": 1.3, "bright": 1.2,
  ]

  private static func mood(of reading: BriefReading) -> Mood {
    var sum = Mood()
    var count: Float = 0
    for meaning in reading[.emotion] + reading[.motion] + reading[.weather] {
      guard let mood = moods[meaning.value] else { continue }
      let sign: Float = meaning.isUnwanted ? -0.5 : 1
      sum.valence += sign * mood.valence
      sum.arousal += sign * mood.arousal
      count += 1
    }
    guard count > 0 else { return Mood() }
    return Mood(valence: sum.valence / count, arousal: sum.arousal / count, confidence: moodFirmness)
  }

  private static func tint(_ intent: inout Intent, _ reading: BriefReading) {
    let colours = reading.wanted(.palette)
    intent.hue = colours.lazy.compactMap { hues[$0] }.first ?? -1
    let found = colours.compactMap { chromas[$0] }
    // Grey beside a colour doesn't take the colour away.
    let kept = intent.hue < 0 ? found : found.filter { $0 > 0.4 }
    intent.colourfulness = kept.min() ?? 1
    if let most = kept.max(), most > 1 { intent.colourfulness = most }
  }
}
