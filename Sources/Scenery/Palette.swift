import Music

/// A colour in sRGB code values, each 0…1.
public struct Colour: Sendable, BitwiseCopyable, Equatable {
  public var red: Float
  public var green: Float
  public var blue: Float

  public init(red: Float, green: Float, blue: Float) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

/// Five colours that belong together, from dark to light, and one that stands against them.
public struct Palette: Sendable, BitwiseCopyable, Equatable {
  public var shade: Colour
  public var deep: Colour
  public var base: Colour
  public var light: Colour
  public var accent: Colour

  public init(shade: Colour, deep: Colour, base: Colour, light: Colour, accent: Colour) {
    self.shade = shade
    self.deep = deep
    self.base = base
    self.light = light
    self.accent = accent
  }

  /// The palette before any mood was heard.
  public static let neutral = Palette(
    shade: Colour(red: 0.03, green: 0.05, blue: 0.09), deep: Colour(red: 0.09, green: 0.16, blue: 0.26),
    base: Colour(red: 0.25, green: 0.42, blue: 0.55), light: Colour(red: 0.80, green: 0.87, blue: 0.90),
    accent: Colour(red: 0.95, green: 0.62, blue: 0.35))
}
