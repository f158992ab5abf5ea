import Glibc
import Music

/// The choice among candidates: what is least like what was shown, weighed by how well it fits the mood.
///
/// Source: J. Lehman, K. O. Stanley, “Abandoning objectives: evolution through the search for novelty alone” (2011).
public enum Choosing {
  /// Nearer than this to one of the last `memory` scenes is a repetition.
  public static let leastDistance = 0.5
  public static let memory = 30

  /// Euclidean distance of two descriptors.
  public static func distance(_ a: [Float], _ b: [Float]) -> Double {
    Double(zip(a, b).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }).squareRoot()
  }

  /// Distance to the nearest of the scenes shown lately; infinite where none were.
  public static func novelty(of descriptor: [Float], after shown: [[Float]]) -> Double {
    shown.suffix(memory).map { distance(descriptor, $0) }.min() ?? .infinity
  }

  /// What a candidate is worth; 0 for a repetition.
  ///
  /// - Parameters:
  ///   - edges: how much the picture consists of edges, 0…1; excitement wants more of them.
  ///   - motion: mean change from picture to picture, 0…1.
  ///   - contrast: standard deviation of the light; a dim blur is worth little.
  public static func worth(
    novelty: Double, edges: Double, motion: Double, contrast: Double, mood: Mood
  ) -> Double {
    guard novelty >= leastDistance else { return 0 }
    let wild = Double(min(max(mood.arousal, -1), 1)) * 0.5 + 0.5
    let busy = min(1, edges * 1.5 + motion * 8)
    let fit = exp(-(busy - wild) * (busy - wild) / 0.5)
    let substance = min(1, contrast / 0.14) * min(1, 0.4 + edges * 8)
    return pow(min(novelty, 2.5), 1.5) * (0.5 + 0.5 * fit) * (0.5 + 0.5 * substance)
  }
}
