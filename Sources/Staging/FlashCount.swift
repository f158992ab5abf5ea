/// Counts flashes: light that rises and falls, or falls and rises, by a tenth or more over a quarter of the picture.
///
/// After WCAG 2.2, “general flash”: a pair of opposing changes in relative luminance of 10 % of the maximum or more,
/// where the darker one is below 0.8. The picture is looked at in 4×3 fields; three of them are a quarter.
struct FlashCount {
  private static let columns = 4
  private static let rows = 3
  private static let leastChange: Float = 0.1
  private static let darker: Float = 0.8

  /// Per field: light at the last turn, which way it went since (0, 1, −1), changes counted.
  private var turns = [Float](repeating: -1, count: columns * rows)
  private var ways = [Int](repeating: 0, count: columns * rows)
  private var changes = [Int](repeating: 0, count: columns * rows)

  mutating func add(_ picture: ProbePicture) {
    for (field, light) in Self.luminances(of: picture).enumerated() {
      guard turns[field] >= 0 else {
        turns[field] = light
        continue
      }
      let way = light > turns[field] ? 1 : -1
      let isLarge = abs(light - turns[field]) >= Self.leastChange && min(light, turns[field]) < Self.darker
      if isLarge && way != ways[field] {
        changes[field] += 1
        ways[field] = way
        turns[field] = light
      } else if way == ways[field] {
        // Further the same way: the turn is where it ends.
        turns[field] = light
      }
    }
  }

  /// Flashes that a quarter of the picture makes.
  var mostFlashes: Int { changes.sorted(by: >)[Self.columns * Self.rows / 4 - 1] / 2 }

  /// More a second are not safe (WCAG 2.2).
  static let safe = 3.0

  func perSecond(ofFrames frames: Int, framesPerSecond: Double) -> Double {
    Double(mostFlashes) * framesPerSecond / Double(max(1, frames))
  }

  /// Mean relative luminance of each field, 0…1.
  private static func luminances(of picture: ProbePicture) -> [Float] {
    var sums = [Float](repeating: 0, count: columns * rows)
    var counts = sums
    let size = picture.size
    // Every third pixel each way is enough for a mean.
    for y in stride(from: 0, to: size.height, by: 3) {
      for x in stride(from: 0, to: size.width, by: 3) {
        let at = 4 * (y * size.width + x)
        let field = y * rows / size.height * columns + x * columns / size.width
        func linear(_ i: Int) -> Float { linearLight[Int(picture.pixels[at + i])] }
        sums[field] += 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2)
        counts[field] += 1
      }
    }
    return zip(sums, counts).map { $0 / max(1, $1) }
  }

  /// By the square of the coded value, near enough to sRGB's curve.
  private static let linearLight = (0..<256).map { Float($0) / 255 * Float($0) / 255 }
}
