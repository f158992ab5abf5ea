import Scenery

/// All ingredients, by what they give: the rules by which scenes are composed.
public struct Grammar: Sendable {
  public let ingredients: [String: Ingredient]
  private let byType: [IngredientType: [Ingredient]]

  public init(_ ingredients: [Ingredient]) {
    let sorted = ingredients.sorted { $0.name < $1.name }
    self.ingredients = Dictionary(sorted.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    byType = Dictionary(grouping: sorted, by: \.gives)
  }

  public subscript(name: String) -> Ingredient? { ingredients[name] }

  /// What can give a type in a family, by name.
  func rules(for type: IngredientType, in family: InventionFamily) -> [Ingredient] {
    (byType[type.grown] ?? []).filter { $0.families.contains(family) }
  }

  /// What a picture of a tree costs at each place, in calls of `valueNoise`.
  public func cost(of node: Genome.Node) -> Double {
    guard let ingredient = self[node.use] else { return 0 }
    let children = zip(ingredient.takes, node.from).map { type, child in
      cost(of: child) * (type.glsl == nil ? ingredient.samples : 1)
    }
    return ingredient.cost + children.reduce(0, +)
  }

  /// Where all of a composition may be; empty where its parts have no place in common.
  func places(of node: Genome.Node) -> Set<Place> {
    guard let ingredient = self[node.use] else { return Set(Place.allCases) }
    var common = ingredient.places.isEmpty ? Set(Place.allCases) : ingredient.places
    for (type, child) in zip(ingredient.takes, node.from) where type.isPart {
      common.formIntersection(places(of: child))
    }
    return common
  }

  /// Why a tree can't become a scene; nil where it can.
  public func complaint(about node: Genome.Node, giving type: IngredientType) -> String? {
    if node.use == "here" {
      return type == .coordinate ? nil : "“here” stands where a \(type.rawValue) is wanted"
    }
    guard let ingredient = self[node.use] else { return "there is no ingredient “\(node.use)”" }
    guard ingredient.gives == type.grown else {
      return "“\(node.use)” stands where a \(type.rawValue) is wanted"
    }
    guard ingredient.slots.count == node.genes.count, ingredient.takes.count == node.from.count,
      node.genes.allSatisfy(\.isFinite)
    else { return "“\(node.use)” has changed since: its numbers don't fit" }
    guard !places(of: node).isEmpty else { return "“\(node.use)” has no place in common with what is in it" }
    for (type, child) in zip(ingredient.takes, node.from) {
      if let complaint = complaint(about: child, giving: type) { return complaint }
    }
    return nil
  }
}
