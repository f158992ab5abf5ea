import CGL
import Music
import Scenery

/// Pictures for image inputs that nobody feeds: made of arithmetic, the same on every machine.
final class SpareTextures {
  /// One transparent black pixel.
  let blank: Texture
  /// White noise in all four channels, repeating: what Shadertoy files expect to read.
  let noise: Texture
  /// Soft grey clouds: what files that bend or dissolve a picture by another can use.
  let clouds: Texture

  private static let side = 256

  init(_ context: GraphicsContext) {
    blank = Texture(context, size: PixelSize(width: 1, height: 1), format: .colour, pixels: [0, 0, 0, 0])
    let size = PixelSize(width: Self.side, height: Self.side)
    var chance = SeededGenerator(seed: 1, purpose: "spare noise")
    let white = (0..<(4 * Self.side * Self.side)).map { _ in UInt8(chance.unit() * 255) }
    noise = Texture(context, size: size, format: .colour, pixels: white, repeats: true)
    clouds = Texture(context, size: size, format: .colour, pixels: Self.cloudPixels(white), repeats: true)
  }

  /// Value noise in four octaves, read from the white noise's lattice.
  private static func cloudPixels(_ white: [UInt8]) -> [UInt8] {
    var pixels = [UInt8](repeating: 255, count: 4 * side * side)
    for y in 0..<side {
      for x in 0..<side {
        var sum: Float = 0
        var share: Float = 0.5
        for cell in [64, 32, 16, 8] {
          sum += share * lattice(white, x, y, cell: cell)
          share /= 2
        }
        let grey = UInt8(max(0, min(255, sum / 0.9375)))
        for channel in 0..<3 { pixels[4 * (y * side + x) + channel] = grey }
      }
    }
    return pixels
  }

  /// Smooth between the lattice's points, and around the edges.
  private static func lattice(_ white: [UInt8], _ x: Int, _ y: Int, cell: Int) -> Float {
    let (across, down) = (Float(x % cell) / Float(cell), Float(y % cell) / Float(cell))
    let count = side / cell
    func point(_ column: Int, _ row: Int) -> Float {
      Float(white[4 * ((row % count) * side + column % count) + cell % 3])
    }
    func eased(_ t: Float) -> Float { t * t * (3 - 2 * t) }
    let (column, row) = (x / cell, y / cell)
    let top = point(column, row) + (point(column + 1, row) - point(column, row)) * eased(across)
    let low = point(column, row + 1) + (point(column + 1, row + 1) - point(column, row + 1)) * eased(across)
    return top + (low - top) * eased(down)
  }
}
