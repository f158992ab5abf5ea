import CPango

/// How a text is set.
public struct LetterStyle: Sendable, Equatable {
  public enum Weight: Int32, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  /// Font family; other families stand in for letters it lacks.
  public var family: String
  public var weight: Weight
  /// Height of the first line's letters and of the others', pixels an em.
  public var size: Double
  public var restSize: Double
  /// Widest line, pixels.
  public var width: Int
  /// Most lines; a text that needs more is set smaller.
  public var lines: Int
  public var isCentred: Bool

  public init(
    family: String, weight: Weight = .semibold, size: Double, restSize: Double? = nil, width: Int,
    lines: Int, isCentred: Bool
  ) {
    self.family = family
    self.weight = weight
    self.size = size
    self.restSize = restSize ?? size
    self.width = width
    self.lines = lines
    self.isCentred = isCentred
  }
}

/// A text as pixels.
public struct LetteredText: Sendable, Equatable {
  public var width: Int
  public var height: Int
  /// RGBA with the colour multiplied by alpha, top row first.
  public var letters: [UInt8]
  /// A map at half the size, rounded up, top row first: red = ordinal of the word, green = how far into it in
  /// reading direction (255 = its end), alpha = the letters' soft shadow.
  public var map: [UInt8]
  public var mapWidth: Int
  public var mapHeight: Int
  /// Whether the text begins at the right.
  public var isRightToLeft: Bool
  /// Letters for which no font was found.
  public var missing: Int
  /// Pixels on every side that belong to the shadow.
  public var margin: Int
  /// Pixels an em, after setting it smaller where that was needed.
  public var size: Double
}

/// Sets text with Pango: any script, either direction, with fonts standing in for each other.
///
/// The same text, style and fonts give the same pixels. Use one at a time on any thread.
public enum Lettering {
  /// Room around the letters for their shadow, in ems.
  public static let margin = 0.42
  /// Never set smaller than this share of the size that was asked for.
  private static let smallest = 0.5
  /// What a graphics card takes at a side.
  private static let sideLimit = 4096

  /// Whether a font family is installed; another would stand in.
  public static func isInstalled(family: String) -> Bool {
    guard let map = pango_cairo_font_map_new() else { return false }
    defer { g_object_unref(UnsafeMutableRawPointer(map)) }
    var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &families, &count)
    defer { g_free(families) }
    return (0..<Int(count)).contains { place in
      families?[place].flatMap { pango_font_family_get_name($0) }
        .map { String(cString: $0).lowercased() == family.lowercased() } ?? false
    }
  }

  /// Sets a text; nil where there is nothing to be seen.
  ///
  /// - Parameter words: bytes of the text's UTF-8 that each word covers, in order.
  public static func set(_ text: String, words: [Range<Int>] = [], _ style: LetterStyle) -> LetteredText? {
    guard !text.isEmpty, style.size >= 4, style.width >= 16 else { return nil }
    var scale = 1.0
    while true {
      let block = TextBlock(text, style, scale: scale)
      if (block.lineCount <= style.lines && block.inkWidth <= style.width) || scale <= smallest {
        if style.isCentred { block.balance() }
        return block.draw(words: words, sideLimit: sideLimit)
      }
      scale = max(smallest, scale * 0.92)
    }
  }
}
