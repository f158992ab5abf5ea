/// What a brief asks of the whole picture besides its scenes: the light of an hour, a weather, a medium.
public struct BriefStaging: Sendable, Equatable {
  /// A look's name; nil where the brief speaks of no light.
  public internal(set) var look: String?
  /// Filters in the order in which they lie on the picture: it rains first, and then the rain is painted too, where the
  /// medium can show it.
  public internal(set) var filters: [(name: String, amount: Float)] = []

  public init() {}

  public static func == (one: Self, other: Self) -> Bool {
    one.look == other.look && one.filters.map(\.name) == other.filters.map(\.name)
      && one.filters.map(\.amount) == other.filters.map(\.amount)
  }

  private typealias Table = [(field: BriefReading.Field, value: String, name: String, amount: Float)]

  /// The first that is meant gives the light.
  private static let looks: Table = [
    (.palette, "sepia", "sepia-plate", 1),
    (.time, "night", "moonlight", 1), (.time, "dusk", "rose-dusk", 1), (.time, "dawn", "amber-print", 1),
    (.time, "autumn", "amber-print", 1), (.time, "winter", "cyan-plate", 1),
    (.time, "spring", "spring-film", 1), (.style, "film", "two-strip", 1), (.emotion, "anger", "ember", 1),
    (.emotion, "nostalgia", "sepia-plate", 1),
  ]

  /// The first of a table that is meant is laid on.
  private static let weathers: Table = [
    (.weather, "snow", "falling-snow", 0.9), (.weather, "rain", "falling-rain", 0.9),
    (.weather, "storm", "falling-rain", 1), (.weather, "fog", "drifting-mist", 0.85),
    (.weather, "heat", "heat-haze", 0.8), (.setting, "underwater", "under-water", 0.4),
  ]
  private static let media: Table = [
    (.style, "watercolour", "watercolour", 0.8), (.style, "gouache", "watercolour", 0.7),
    (.style, "impressionist", "oil-paint", 0.9), (.style, "oil", "oil-paint", 0.8),
    (.style, "ink", "ink-edge", 0.8), (.style, "pencil", "engraving", 0.7),
    (.style, "charcoal", "engraving", 0.8), (.style, "woodcut", "linocut", 0.8),
    (.style, "paper", "cut-paper", 0.8), (.style, "collage", "cut-paper", 0.8),
    (.style, "mosaic", "mosaic", 0.8), (.style, "comic", "halftone", 0.8),
    (.style, "embroidery", "cross-stitch", 0.9), (.style, "pixel", "lamp-wall", 0.8),
    (.style, "psychedelic", "kaleidoscope", 0.7), (.style, "film", "gate-weave", 0.8),
    (.palette, "neon", "neon-edges", 0.5),
  ]

  /// Media without the detail for drops and flakes: the weather falls in front of them.
  private static let coarseMedia: Set<String> = [
    "cut-paper", "mosaic", "linocut", "cross-stitch", "lamp-wall",
  ]

  /// All that a brief can ask for, by name.
  public static var allLooks: [String] { looks.map(\.name) }
  public static var allFilters: [String] { (weathers + media).map(\.name) }

  init(of reading: BriefReading) {
    look = Self.first(of: Self.looks, in: reading)?.name
    let weather = Self.first(of: Self.weathers, in: reading)
    let medium = Self.first(of: Self.media, in: reading)
    let isCoarse = Self.coarseMedia.contains(medium?.name ?? "")
    filters = (isCoarse ? [medium, weather] : [weather, medium]).compactMap { $0 }
  }

  private static func first(of table: Table, in reading: BriefReading) -> (name: String, amount: Float)? {
    table.first { reading[$0.field].contains(BriefReading.Meaning($0.value)) }.map { ($0.name, $0.amount) }
  }
}
