import Music

/// Scenes from scenes. All of it is seeded; what would leave the budget or the grammar is left as it was.
///
/// Sources: K. Sims, “Artificial evolution for computer graphics” (1991); J. R. Koza, “Genetic Programming” (1992).
extension SceneInventor {
  /// Moves numbers: the scene stays itself.
  ///
  /// - Parameter amount: 0…1, how far, as a share of each number's range.
  public func mutatedConstants(of genome: Genome, seed: UInt64, amount: Double = 0.2) -> Genome {
    var chance = SeededGenerator(seed: seed, purpose: "constants")
    var child = genome
    child.seed = seed
    child.root = moved(genome.root, by: amount, &chance)
    return child
  }

  private func moved(_ node: Genome.Node, by amount: Double, _ chance: inout SeededGenerator) -> Genome.Node {
    var node = node
    for (place, slot) in (grammar[node.use]?.slots ?? []).enumerated() where place < node.genes.count {
      guard chance.unit() < 0.5 else { continue }
      let step = (2 * chance.unit() - 1) * amount * (slot.high - slot.low)
      let value = min(max(node.genes[place] + step, slot.low), slot.high)
      node.genes[place] = slot.isWhole ? value.rounded() : (value * 1000).rounded() / 1000
    }
    node.from = node.from.map { moved($0, by: amount, &chance) }
    return node
  }

  /// Grows one branch anew.
  public func mutatedStructure(of genome: Genome, seed: UInt64) -> Genome {
    let mood = Mood(valence: Float(genome.valence), arousal: Float(genome.arousal), confidence: 1)
    let fresh = invent(seed: seed, mood: mood, family: genome.family)
    return crossed(genome, with: fresh, seed: seed)
  }

  /// Puts a branch of one scene where a branch of the same type grew in another.
  public func crossed(_ genome: Genome, with other: Genome, seed: UInt64) -> Genome {
    var chance = SeededGenerator(seed: seed, purpose: "cross")
    let sources = typed(other.root, as: other.family.root).dropFirst()
    for _ in 0..<32 {
      let places = typed(genome.root, as: genome.family.root)
      guard places.count > 1, !sources.isEmpty else { break }
      let place = 1 + chance.index(below: places.count - 1)
      let fitting = sources.filter {
        $0.type == places[place].type && $0.node != places[place].node && isAtHome($0.node, genome.family)
      }
      guard !fitting.isEmpty else { continue }
      let chosen = fitting[fitting.startIndex + chance.index(below: fitting.count)]
      var left = place
      var child = genome
      child.seed = seed
      child.root = replacing(genome.root, at: &left, by: chosen.node)
      if isSound(child) { return child }
    }
    return genome
  }

  /// Lays one scene's picture into another's by a rule that takes two colours.
  public func mashed(_ genome: Genome, with other: Genome, seed: UInt64) -> Genome {
    var chance = SeededGenerator(seed: seed, purpose: "mash")
    let rules = grammar.rules(for: .colour, in: .field).filter {
      $0.takes.count { $0 == .colour || $0 == .picture } == 2
    }
    guard !rules.isEmpty, let one = asColour(genome), let two = asColour(other) else { return genome }
    let rule = rules[chance.index(below: rules.count)]
    var pictures = [one, two]
    var child = genome
    child.seed = seed
    child.family = .field
    child.root = Genome.Node(rule.name, genes: rule.slots.map { gene(for: $0, &chance) })
    for taken in rule.takes {
      if taken == .colour || taken == .picture {
        child.root.from.append(pictures.removeFirst())
      } else {
        let masks = grammar.rules(for: taken, in: .field).filter { $0.takes == [.coordinate] }
        guard !masks.isEmpty else { return genome }
        let mask = masks[chance.index(below: masks.count)]
        child.root.from.append(
          Genome.Node(mask.name, genes: mask.slots.map { gene(for: $0, &chance) }, from: [.here]))
      }
    }
    return isSound(child) ? child : genome
  }

  /// Within the budget, of the right types, and with one buffer at most for what lives on.
  public func isSound(_ genome: Genome) -> Bool {
    grammar.complaint(about: genome.root, giving: genome.family.root) == nil
      && grammar.cost(of: genome.root) <= budget
      && genome.root.all.count { grammar[$0.use]?.gives == .state } <= 1
  }

  /// Whether a branch may grow in a family: a horizon must not be bent, a lattice not be blurred.
  private func isAtHome(_ branch: Genome.Node, _ family: InventionFamily) -> Bool {
    branch.use != "here"
      && branch.all.allSatisfy { $0.use == "here" || grammar[$0.use]?.families.contains(family) == true }
  }

  /// A scene's picture as a colour: what an image is mixed from, what a view shows.
  private func asColour(_ genome: Genome) -> Genome.Node? {
    switch genome.family.root {
    case .colour: return genome.root
    case .view: return grammar["scenery"].map { Genome.Node($0.name, from: [genome.root]) }
    default:
      let takes = grammar[genome.root.use]?.takes ?? []
      return zip(takes, genome.root.from).first { $0.0 == .colour || $0.0 == .picture }?.1
    }
  }

  /// All nodes below with the types that are wanted of them, in the order in which `replacing` counts.
  private func typed(
    _ node: Genome.Node, as type: IngredientType
  ) -> [(type: IngredientType, node: Genome.Node)] {
    let takes = grammar[node.use]?.takes ?? []
    return [(type.grown, node)] + zip(node.from, takes).flatMap { typed($0, as: $1) }
  }

  private func replacing(_ node: Genome.Node, at left: inout Int, by new: Genome.Node) -> Genome.Node {
    defer { left -= 1 }
    if left == 0 { return new }
    var node = node
    for place in node.from.indices {
      if left <= 0 { break }
      let size = node.from[place].all.count
      if left - 1 < size {
        var inner = left - 1
        node.from[place] = replacing(node.from[place], at: &inner, by: new)
        left = 0
        return node
      }
      left -= size
    }
    return node
  }
}
