import Glibc
import Scenery

/// What a few seconds of a scene look like, in 77 numbers whose Euclidean distance tells scenes apart.
///
/// Root histograms of hue (12, weighted by chroma), saturation (4) and value (8); edge directions (8) and edge
/// strength at two scales; light in a 6×4 layout; mirror errors across both axes; light's spectrum in 5 octaves; motion,
/// its variation, flicker and spread. Means over the pictures of the clip.
public struct ClipDescriptor: Sendable {
  public static let count = 77
  /// Brings the median distance of unlike scenes to 1.62, where the bars for sameness were set.
  private static let scale: Float = 0.7
  public private(set) var numbers: [Float]
  /// Share of the picture that is edges, and mean change from picture to picture; both 0…1.
  public private(set) var edges: Float
  public private(set) var motion: Float

  /// - Parameters:
  ///   - pictures: ≥ 1, evenly spaced.
  ///   - changes: mean difference of each picture of the clip from the one before, 0…1.
  ///   - lights: mean light of each picture of the clip, 0…1.
  init(_ pictures: [ProbePicture], changes: [Float], lights: [Float]) {
    var sum = [Float](repeating: 0, count: Self.count - 4)
    for picture in pictures {
      let plane = LightPlane(picture)
      var own = Self.colours(picture) + plane.edgeNumbers(step: 1) + plane.edgeNumbers(step: 4)
      let layout = plane.layout(columns: 6, rows: 4)
      own += layout + plane.mirrorErrors + plane.octaves
      for place in own.indices { sum[place] += own[place] / Float(pictures.count) }
    }
    let motion = Self.mean(changes)
    let lightChange = zip(lights, lights.dropFirst()).map { abs($1 - $0) }
    edges = sum[32]
    self.motion = motion
    let all =
      sum + [
        min(1, motion * 10), min(1, Self.deviation(changes) * 15), min(1, Self.mean(lightChange) * 20),
        min(1, Self.deviation(lights) * 4),
      ]
    numbers = all.map { $0 * Self.scale }
  }

  /// The same of a few pictures as they were read back.
  ///
  /// - Parameter pictures: ≥ 1, evenly spaced; RGBA, 8 bits each, top row first.
  public init(pictures: [[UInt8]], size: PixelSize) {
    let all = pictures.map { ProbePicture(size: size, pixels: $0) }
    // Four looks are as good as many; motion is told from every picture.
    let looks = stride(from: 0, to: all.count, by: max(1, all.count / 4)).map { all[$0] }
    self.init(
      looks, changes: zip(all.dropFirst(), all).map { $0.difference(from: $1) }, lights: all.map(\.light))
  }

  private static func mean(_ x: [Float]) -> Float { x.reduce(0, +) / Float(max(1, x.count)) }

  private static func deviation(_ x: [Float]) -> Float {
    let middle = mean(x)
    return mean(x.map { ($0 - middle) * ($0 - middle) }).squareRoot()
  }

  private static func colours(_ picture: ProbePicture) -> [Float] {
    var hue = [Float](repeating: 0, count: 12)
    var saturation = [Float](repeating: 0, count: 4)
    var value = [Float](repeating: 0, count: 8)
    for i in stride(from: 0, to: picture.pixels.count, by: 4) {
      let (r, g, b) = (
        Float(picture.pixels[i]) / 255, Float(picture.pixels[i + 1]) / 255, Float(picture.pixels[i + 2]) / 255
      )
      let high = max(r, g, b)
      let chroma = high - min(r, g, b)
      value[min(7, Int(high * 8))] += 1
      saturation[min(3, Int(high > 0 ? chroma / high * 4 : 0))] += 1
      guard chroma > 0.02 else { continue }
      var turn = high == r ? (g - b) / chroma : high == g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma
      if turn < 0 { turn += 6 }
      hue[min(11, Int(turn * 2))] += chroma
    }
    let pixels = Float(max(1, picture.pixels.count / 4))
    // A grey picture has no hue to speak of: what counts is how much chroma there is of each.
    let chroma = max(hue.reduce(0, +), 0.05 * pixels)
    return hue.map { ($0 / chroma).squareRoot() } + saturation.map { ($0 / pixels).squareRoot() }
      + value.map { ($0 / pixels).squareRoot() }
  }
}

/// The light of a picture, a number a pixel.
struct LightPlane {
  let width: Int
  let height: Int
  let light: [Float]

  init(_ picture: ProbePicture) {
    width = picture.size.width
    height = picture.size.height
    light = stride(from: 0, to: picture.pixels.count, by: 4).map {
      (0.2126 * Float(picture.pixels[$0]) + 0.7152 * Float(picture.pixels[$0 + 1]) + 0.0722
        * Float(picture.pixels[$0 + 2])) / 255
    }
  }

  /// Root histogram of edge directions (8), and edge strength (1).
  func edgeNumbers(step: Int) -> [Float] {
    var bins = [Float](repeating: 0, count: 8)
    var sum: Float = 0
    var count: Float = 0
    for y in stride(from: step, to: height - step, by: 2) {
      for x in stride(from: step, to: width - step, by: 2) {
        let dx = light[y * width + x + step] - light[y * width + x - step]
        let dy = light[(y + step) * width + x] - light[(y - step) * width + x]
        let strength = (dx * dx + dy * dy).squareRoot()
        sum += strength
        count += 1
        guard strength > 0.01 else { continue }
        let turn = (atan2(dy, dx) / .pi + 1).truncatingRemainder(dividingBy: 1)
        bins[min(7, Int(turn * 8))] += strength
      }
    }
    let total = max(bins.reduce(0, +), 1e-6)
    return bins.map { ($0 / total).squareRoot() * 0.7 } + [min(1, 4 * sum / max(1, count))]
  }

  func layout(columns: Int, rows: Int) -> [Float] {
    var cells: [Float] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: Float = 0
        var count: Float = 0
        for y in (row * height / rows)..<((row + 1) * height / rows) {
          for x in (column * width / columns)..<((column + 1) * width / columns) {
            sum += light[y * width + x]
            count += 1
          }
        }
        cells.append(sum / max(1, count))
      }
    }
    return cells
  }

  /// Mean difference from the picture mirrored left to right, and top to bottom.
  var mirrorErrors: [Float] {
    var (across, down): (Float, Float) = (0, 0)
    for y in 0..<height {
      for x in 0..<width {
        let here = light[y * width + x]
        across += abs(here - light[y * width + width - 1 - x])
        down += abs(here - light[(height - 1 - y) * width + x])
      }
    }
    let scale = 3 / Float(max(1, light.count))
    return [min(1, across * scale), min(1, down * scale)]
  }

  /// How much of the light's variation lies in each octave of size, from fine to coarse; shares, rooted.
  var octaves: [Float] {
    var energies: [Float] = []
    for octave in 0..<5 {
      let step = 1 << octave
      var sum: Float = 0
      var count: Float = 0
      for y in stride(from: 0, to: height - 2 * step, by: step) {
        for x in stride(from: 0, to: width - 2 * step, by: step) {
          let second = light[y * width + x] - 2 * light[(y + step) * width + x + step]
          let d = second + light[min(y + 2 * step, height - 1) * width + x + 2 * step]
          sum += d * d
          count += 1
        }
      }
      energies.append(sum / max(1, count))
    }
    let total = max(energies.reduce(0, +), 1e-7)
    return energies.map { ($0 / total).squareRoot() }
  }

  /// Of 32 steps of light, in bits.
  var entropy: Float {
    var bins = [Float](repeating: 0, count: 32)
    for value in light { bins[min(31, Int(value * 32))] += 1 }
    return bins.reduce(0) { sum, bin in
      guard bin > 0 else { return sum }
      let share = bin / Float(light.count)
      return sum - share * log2(share)
    }
  }

  /// Mean distance of a pixel from the mean of its four neighbours.
  var residue: Float {
    var sum: Float = 0
    for y in 1..<(height - 1) {
      for x in 1..<(width - 1) {
        let i = y * width + x
        sum += abs(light[i] - (light[i - 1] + light[i + 1] + light[i - width] + light[i + width]) / 4)
      }
    }
    return sum / Float(max(1, light.count))
  }
}
