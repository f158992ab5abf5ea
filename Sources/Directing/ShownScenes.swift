import Glibc
import Scenery

/// Which scenes were on stage, and when: none comes back before it has rested.
struct ShownScenes: Sendable {
  private struct Stay: Sendable {
    var scene: PresetIndex
    var seconds: Double
  }

  /// The newest last; each ends where the next begins.
  private var stays: [Stay] = []

  /// Whoever left the stage longer ago than this has rested, however few came between.
  static let restSeconds = 240.0
  private static let longestMemory = 64
  /// Of a share that should be whole, and is not quite in binary.
  private static let rounding = 1e-6

  var isEmpty: Bool { stays.isEmpty }

  /// - Parameter seconds: stream time of its entrance.
  mutating func note(_ scene: PresetIndex, atSeconds seconds: Double) {
    stays.append(Stay(scene: scene, seconds: seconds))
    if stays.count > Self.longestMemory { stays.removeFirst() }
  }

  /// Scenes that don't come back of themselves yet: until half the cast was on stage, or for four minutes, whichever
  /// is less. Always the one on stage.
  ///
  /// - Parameter wanted: how much each scene of the cast is wanted.
  func resting(atSeconds now: Double, cast wanted: [Double]) -> Set<PresetIndex> {
    let most = max(1, Int(Self.size(of: wanted) / 2 + Self.rounding))
    var resting: Set<PresetIndex> = []
    var left = now
    for stay in stays.reversed() {
      guard resting.count < most, now - left <= Self.restSeconds else { break }
      resting.insert(stay.scene)
      left = stay.seconds
    }
    return resting
  }

  /// The one of a list that was on stage longest ago.
  func longestAgo(among list: [PresetIndex]) -> PresetIndex? {
    list.min { (lastPlace(of: $0) ?? -1) < (lastPlace(of: $1) ?? -1) }
  }

  private func lastPlace(of scene: PresetIndex) -> Int? { stays.lastIndex { $0.scene == scene } }

  /// How many the cast is in effect: all, where all are wanted alike; the few that are wanted much, where others are
  /// hardly wanted. (Σw)² / Σw², E. H. Simpson, “Measurement of Diversity”, Nature 163 (1949).
  private static func size(of wanted: [Double]) -> Double {
    let sum = wanted.reduce(0, +)
    let squares = wanted.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? sum * sum / squares : 0
  }
}
