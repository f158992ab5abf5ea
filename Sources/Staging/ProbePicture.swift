import CGL
import Scenery

/// A small picture in memory that can be measured: RGBA bytes, top row first.
struct ProbePicture {
  let size: PixelSize
  let pixels: [UInt8]

  init(size: PixelSize, pixels: [UInt8]) {
    self.size = size
    self.pixels = pixels
  }

  init(_ target: Target) {
    glBindFramebuffer(GLName.framebuffer, target.framebuffer)
    size = target.size
    // Floats are clamped to 0…1 and read as bytes.
    if target.isFloat {
      var floats = [Float](repeating: 0, count: 4 * size.width * size.height)
      glReadPixels(0, 0, GLsizei(size.width), GLsizei(size.height), GLName.rgba, GLName.float, &floats)
      let bytes = floats.map { UInt8(max(0, min(1, $0.isFinite ? $0 : 0)) * 255) }
      pixels = StillPicture(size: size, pixels: bytes).bottomUp
      return
    }
    let size = target.size
    pixels = [UInt8](unsafeUninitializedCapacity: 4 * size.width * size.height) { buffer, count in
      PixelReader.read(size, into: UnsafeMutableRawBufferPointer(buffer))
      count = buffer.count
    }
  }

  /// A picture with edges, a gradient and a different colour in each corner; `turned` gives another one.
  static func test(_ size: PixelSize, turned: Bool) -> ProbePicture {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(4 * size.width * size.height)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let across = UInt8(255 * x / max(1, size.width - 1))
        let down = UInt8(255 * y / max(1, size.height - 1))
        let check: UInt8 = (x / 12 + y / 12) % 2 == 0 ? 40 : 210
        pixels.append(
          contentsOf: turned ? [check, 255 - across, down, 255] : [across, check, 255 - down, 255])
      }
    }
    return ProbePicture(size: size, pixels: pixels)
  }

  /// Pictures of which each is the one before, a little further on, for shaders that look for motion.
  static func moving(_ size: PixelSize) -> [ProbePicture] {
    let first = test(size, turned: false)
    return (0..<4).map { step in
      let shift = step * size.width / 20
      let pixels = (0..<size.height).flatMap { y in
        (0..<size.width).flatMap { x in
          let at = 4 * (y * size.width + (x + shift) % size.width)
          return first.pixels[at..<at + 4]
        }
      }
      return ProbePicture(size: size, pixels: pixels)
    }
  }

  func texture(in context: GraphicsContext) -> Texture {
    Texture(
      context, size: size, format: .colour, pixels: StillPicture(size: size, pixels: pixels).bottomUp)
  }

  private func light(_ i: Int) -> Float {
    (0.2126 * Float(pixels[i]) + 0.7152 * Float(pixels[i + 1]) + 0.0722 * Float(pixels[i + 2])) / 255
  }

  /// Mean of the coded light, 0…1.
  var light: Float {
    let sum = stride(from: 0, to: pixels.count, by: 4).reduce(Float(0)) { $0 + light($1) }
    return sum / Float(max(1, pixels.count / 4))
  }

  /// Light that one pixel in a hundred reaches.
  var peak: Float {
    let lights = stride(from: 0, to: pixels.count, by: 4).map(light).sorted()
    return lights.isEmpty ? 0 : lights[min(lights.count - 1, lights.count * 99 / 100)]
  }

  /// Standard deviation of the coded light.
  var contrast: Float {
    let mean = light
    let sum = stride(from: 0, to: pixels.count, by: 4).reduce(Float(0)) {
      $0 + (light($1) - mean) * (light($1) - mean)
    }
    return (sum / Float(max(1, pixels.count / 4))).squareRoot()
  }

  /// Mean distance of the coded colours, 0…1; pictures of unlike sizes are wholly different.
  func difference(from other: ProbePicture) -> Float {
    guard pixels.count == other.pixels.count else { return 1 }
    var sum = 0
    for i in pixels.indices where i % 4 != 3 { sum += abs(Int(pixels[i]) - Int(other.pixels[i])) }
    return Float(sum) / Float(max(1, pixels.count / 4 * 3)) / 255
  }

  /// Largest distance of one colour value, 0…255.
  func largestStep(from other: ProbePicture) -> Int {
    guard pixels.count == other.pixels.count else { return 255 }
    return pixels.indices.reduce(0) {
      $1 % 4 == 3 ? $0 : max($0, abs(Int(pixels[$1]) - Int(other.pixels[$1])))
    }
  }
}
