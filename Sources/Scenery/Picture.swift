/// Size in pixels, both ≥ 1.
public struct PixelSize: Sendable, BitwiseCopyable, Hashable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A key pressed in the window, by the name that users know it by (“N”, “Space”, “Right”, “F11”).
public struct KeyPress: Sendable, Hashable {
  public var name: String
  public var isShifted: Bool
  public var isControlled: Bool

  public init(name: String, isShifted: Bool = false, isControlled: Bool = false) {
    self.name = name
    self.isShifted = isShifted
    self.isControlled = isControlled
  }
}
