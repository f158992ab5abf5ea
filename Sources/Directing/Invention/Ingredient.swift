import Scenery

/// What an ingredient takes and gives. Coordinates are pairs of numbers, scalars one, all others a linear colour.
public enum IngredientType: String, Sendable, CaseIterable {
  case coordinate, scalar, colour
  /// A picture that is mixed with the one before it.
  case image
  /// Two chemicals that live on from picture to picture.
  case state
  /// The parts of a composition, from far to near.
  case sky, land, view
  /// A scalar and a colour that an ingredient asks for at places of its own choice.
  case field, picture

  /// How GLSL calls it; nil for what is a function there.
  var glsl: String? {
    switch self {
    case .coordinate: "vec2"
    case .scalar: "float"
    case .state: "vec4"
    case .colour, .image, .sky, .land, .view: "vec3"
    case .field, .picture: nil
    }
  }

  /// Whether it is part of the same composition as what takes it.
  var isPart: Bool { self == .sky || self == .land || self == .view }

  /// What grows where this is wanted.
  var grown: IngredientType {
    switch self {
    case .field: .scalar
    case .picture: .colour
    default: self
    }
  }
}

/// Kinds of picture that are kept apart: a scene is made of ingredients of one family.
public enum InventionFamily: String, Sendable, CaseIterable, Codable {
  case field, lattice, feedback, warp, reaction, spectrum, march, flame, composition

  /// What stands at the root of a scene.
  var root: IngredientType {
    switch self {
    case .feedback, .warp: .image
    case .composition: .view
    default: .colour
    }
  }
}

/// Where a composition plays; what is together in one must have a place in common: a boat doesn't sail on hills.
public enum Place: String, Sendable, CaseIterable { case land, water, under, hall }

/// A number that an ingredient wants.
public struct IngredientSlot: Sendable, Equatable {
  public var name: String
  public var low: Double
  public var high: Double
  /// Whole numbers only.
  public var isWhole: Bool
  /// What of the music drives it. An unbounded signal is multiplied by the gene; any other goes from `low` to it.
  public var signal: Signal?
}

/// One idea of a picture: a GLSL function with a type, and what a composer must know of it.
///
/// Source of the types: L. Olsen, O. Jack, “Hydra”: chains of sources, geometry, colour, blend and modulate.
public struct Ingredient: Sendable, Equatable {
  public var name: String
  public var path: String
  public var meaning: String
  public var takes: [IngredientType]
  public var gives: IngredientType
  public var families: Set<InventionFamily>
  public var slots: [IngredientSlot] = []
  /// Price of one call, in calls of `valueNoise`, children not counted.
  public var cost = 1.0
  /// How often it asks each field or picture that it takes.
  public var samples = 1.0
  public var licence = "MIT"
  /// Library files that it wants.
  public var uses: [String] = []
  /// Where in the mood plane it is at home; nil for anywhere.
  public var mood: (valence: Double, arousal: Double)?
  /// What it depicts, and in which of the worlds it belongs.
  public var subject = ""
  public var domain = ""
  /// Where it may be: on land, on water, under water, in a hall. Empty for anywhere.
  public var places: Set<Place> = []
  /// Chance against others, 1 for most.
  public var weight = 1.0
  public var body: String

  /// Whether it lies over a whole composition.
  var isVeil: Bool { gives == .view && takes.contains(.view) }

  /// Whether its text is written once for each use, because it asks functions.
  var isTemplate: Bool { takes.contains { $0 == .field || $0 == .picture } }

  public static func == (a: Ingredient, b: Ingredient) -> Bool { a.name == b.name && a.body == b.body }
}
