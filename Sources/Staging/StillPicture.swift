import Scenery

/// A decoded image: RGBA bytes, top row first.
public struct StillPicture: Sendable, Equatable {
  /// Longest side and most pixels that a preset's image may have.
  public static let sideLimit = 8192
  public static let pixelLimit = 64 << 20

  public var size: PixelSize
  public var pixels: [UInt8]

  public init(size: PixelSize, pixels: [UInt8]) {
    self.size = size
    self.pixels = pixels
  }

  /// Whether the bytes are there and the size is one we show.
  var isSound: Bool {
    size.width >= 1 && size.height >= 1 && max(size.width, size.height) <= Self.sideLimit
      && size.width * size.height <= Self.pixelLimit && pixels.count == 4 * size.width * size.height
  }

  /// Rows in OpenGL's order: bottom first.
  var bottomUp: [UInt8] {
    var flipped: [UInt8] = []
    flipped.reserveCapacity(pixels.count)
    for row in stride(from: size.height - 1, through: 0, by: -1) {
      flipped.append(contentsOf: pixels[(row * size.width * 4)..<((row + 1) * size.width * 4)])
    }
    return flipped
  }
}

/// Opens and decodes an image file; throws a sentence that says why it can't.
public typealias ImageLoading = (_ path: String) throws -> StillPicture
