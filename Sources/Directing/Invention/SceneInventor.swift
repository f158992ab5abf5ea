import Glibc
import Music
import Scenery

/// Composes scenes: a seed, a mood and a budget in, a genome out. The same arguments give the same genome.
public struct SceneInventor: Sendable {
  public let grammar: Grammar
  /// What a place of the picture may cost, in calls of `valueNoise`.
  public var budget: Double
  /// Factors of ingredients' chances by their names, from a brief; 0 keeps one away.
  public var favours: [String: Double] = [:] {
    didSet { placeFavours = favoursOfPlaces() }
  }
  /// The best that a place has to offer of what is asked for, at least 1.
  private var placeFavours: [Place: Double] = [:]

  public static let usualBudget = 130.0
  /// Nested deeper than this nothing branches.
  private static let depthLimit = 6
  private static let attempts = 24
  /// How much less likely an ingredient is that was shown a moment ago.
  private static let repeatShare = 0.25

  public init(_ grammar: Grammar, budget: Double = usualBudget) {
    self.grammar = grammar
    self.budget = budget
  }

  /// - Parameters:
  ///   - family: nil lets the mood and chance choose.
  ///   - recent: scenes shown lately, newest last: what they are made of becomes less likely.
  public func invent(
    seed: UInt64, mood: Mood, family: InventionFamily? = nil, after recent: [Genome] = []
  ) -> Genome {
    var chance = SeededGenerator(seed: seed, purpose: "invention")
    let family = family ?? chooseFamily(mood, after: recent, &chance)
    var counts: [String: Int] = [:]
    for genome in recent.suffix(8) { for name in genome.ingredients { counts[name, default: 0] += 1 } }
    var best = Genome.Node.here
    for _ in 0..<Self.attempts {
      var growth = Growth(inventor: self, family: family, mood: mood, worn: counts, chance: chance)
      let root = growth.grow(family.root, budget: budget, depth: 0)
      chance = growth.chance
      best = root ?? best
      if let root, grammar.cost(of: root) <= budget { break }
    }
    func number(_ low: Double, _ high: Double) -> Double {
      ((low + (high - low) * chance.unit()) * 1000).rounded() / 1000
    }
    let side: Double = chance.unit() < 0.5 ? -1 : 1
    return Genome(
      family: family, seed: seed, valence: Double(mood.valence), arousal: Double(mood.arousal),
      horizon: number(-0.2, 0.12), light: [side * number(0.12, 0.6), number(0.08, 0.34)], root: best)
  }

  /// Families that were shown lately wait.
  private func chooseFamily(
    _ mood: Mood, after recent: [Genome], _ chance: inout SeededGenerator
  ) -> InventionFamily {
    let families = InventionFamily.allCases.filter { !grammar.rules(for: $0.root, in: $0).isEmpty }
    let weights = families.map { family -> Double in
      var weight = Self.prior(of: family, mood) * favour(of: family)
      for (age, genome) in recent.reversed().prefix(5).enumerated() where genome.family == family {
        weight *= 0.2 + 0.15 * Double(age)
      }
      return weight
    }
    return families[chance.index(by: weights)]
  }

  /// A family counts more that has what is asked for.
  private func favour(of family: InventionFamily) -> Double {
    let most = favours.lazy.filter { grammar[$0.key]?.families.contains(family) == true }.map(\.value).max()
    return max(1, most ?? 1).power(0.75)
  }

  private func favoursOfPlaces() -> [Place: Double] {
    var best: [Place: Double] = [:]
    for (name, favour) in favours where favour > 1 {
      guard let ingredient = grammar[name], ingredient.gives == .sky || ingredient.gives == .land else {
        continue
      }
      for place in ingredient.places { best[place] = max(best[place, default: 1], favour) }
    }
    return best
  }

  /// Who can only be on land isn't asked for where the sea is.
  private func favourOfPlaces(of rule: Ingredient) -> Double {
    placeFavours.isEmpty || rule.places.isEmpty
      ? 1 : rule.places.map { placeFavours[$0, default: 1] }.max() ?? 1
  }

  /// How much a scene shows of what is asked for: 0 for nothing, 1 and more for a good deal.
  public func match(of genome: Genome) -> Double {
    genome.ingredients.reduce(0) { $0 + log(max(1, favours[$1, default: 1])) } / 3
  }

  /// Calm asks for depth and slow matter, excitement for edges and sound made visible; pictures of things lead.
  private static func prior(of family: InventionFamily, _ mood: Mood) -> Double {
    let arousal = Double(mood.arousal)
    return switch family {
    case .composition: 3.0
    case .field: 1.4
    case .march: 1.6
    case .reaction: 0.6 - 0.3 * arousal
    case .lattice: 1.1 + 0.5 * arousal
    case .spectrum: 0.8 + 0.4 * arousal
    case .feedback: 1.1
    case .warp: 0.8 + 0.3 * arousal
    case .flame: 0.8
    }
  }

  /// One tree growing.
  private struct Growth {
    let inventor: SceneInventor
    let family: InventionFamily
    let mood: Mood
    var worn: [String: Int]
    var chance: SeededGenerator
    var hasState = false
    /// Where what grows now may be.
    var places = Set(Place.allCases)
    /// What lies over the composition already: rain, a branch.
    var veils: Set<String> = []
    private static let mostVeils = 2

    mutating func grow(_ type: IngredientType, budget: Double, depth: Int) -> Genome.Node? {
      if type == .coordinate, depth > SceneInventor.depthLimit || chance.unit() < stopShare(depth) {
        return .here
      }
      // One buffer for what lives on is all a scene has.
      let rules = inventor.grammar.rules(for: type, in: family).filter {
        isAffordable($0, budget, depth) && !(hasState && ($0.takes.contains(.state)))
          && !($0.isVeil && (veils.count >= Self.mostVeils || veils.contains($0.name)))
          && ($0.places.isEmpty || !$0.places.isDisjoint(with: places))
      }
      guard !rules.isEmpty else { return type == .coordinate ? .here : nil }
      let rule = rules[chance.index(by: rules.map(weight))]
      worn[rule.name, default: 0] += 2
      if rule.takes.contains(.state) { hasState = true }
      if rule.isVeil { veils.insert(rule.name) }
      let before = places
      defer { places = before }
      if !rule.places.isEmpty { places.formIntersection(rule.places) }
      var node = Genome.Node(rule.name)
      for slot in rule.slots { node.genes.append(inventor.gene(for: slot, &chance)) }
      var left = budget - rule.cost
      let shares = rule.takes.map { ($0.glsl == nil ? rule.samples : 1) }
      for (place, taken) in rule.takes.enumerated() {
        let siblings = Double(rule.takes.count - place)
        guard let child = grow(taken, budget: left / shares[place] / siblings.squareRoot(), depth: depth + 1)
        else { return nil }
        left -= inventor.grammar.cost(of: child) * shares[place]
        node.from.append(child)
      }
      return node
    }

    /// Short chains of coordinates are the rule.
    private func stopShare(_ depth: Int) -> Double { depth <= 2 ? 0.3 : 0.55 }

    private func isAffordable(_ rule: Ingredient, _ budget: Double, _ depth: Int) -> Bool {
      let branches = rule.takes.count { $0 != .coordinate }
      if depth >= SceneInventor.depthLimit, branches > 0, rule.gives == .scalar { return false }
      return rule.cost + Double(branches) * rule.samples <= budget
    }

    private func weight(_ rule: Ingredient) -> Double {
      var weight =
        rule.weight * SceneInventor.repeatShare.power(Double(worn[rule.name, default: 0]) * 0.5)
        * inventor.favours[rule.name, default: 1] * inventor.favourOfPlaces(of: rule)
      if let home = rule.mood {
        let (v, a) = (home.valence - Double(mood.valence), home.arousal - Double(mood.arousal))
        weight *= 0.08 + exp(-(v * v + a * a) / 0.9)
      }
      return weight
    }
  }

  /// A number for a slot, with three decimals, so that texts keep it exactly.
  func gene(for slot: IngredientSlot, _ chance: inout SeededGenerator) -> Double {
    var share = chance.unit()
    // What follows the music must be seen to.
    if slot.signal != nil, slot.signal?.range != .unbounded { share = 0.35 + 0.65 * share }
    let value = slot.low + (slot.high - slot.low) * share
    return slot.isWhole ? value.rounded() : (value * 1000).rounded() / 1000
  }
}

extension SeededGenerator {
  /// A place in a list, by weights; weights that are all 0 count alike.
  mutating func index(by weights: [Double]) -> Int {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return index(below: weights.count) }
    var left = unit() * sum
    for (place, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return place }
    }
    return weights.count - 1
  }
}
