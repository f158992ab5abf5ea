import Glibc

/// How different the scenes of a set are.
public enum Diversity {
  /// How many different scenes there are in effect: 1 where all are alike, n where none resembles another.
  ///
  /// The exponential of the entropy of the eigenvalues of a Gaussian kernel over n.
  /// Source: D. Friedman, A. B. Dieng, “The Vendi Score” (2022), arXiv 2210.02410.
  ///
  /// - Parameter width: of the kernel exp(−d²/2w²).
  public static func vendi(_ set: [[Float]], width: Double = 0.7) -> Double {
    let n = set.count
    guard n > 0 else { return 0 }
    var matrix = (0..<n).map { i in
      (0..<n).map { j -> Double in
        let d = distance(set[i], set[j])
        return exp(-d * d / (2 * width * width)) / Double(n)
      }
    }
    return exp(-eigenvalues(&matrix).reduce(0) { $1 > 1e-12 ? $0 + $1 * log($1) : $0 })
  }

  /// Distance of each scene from the one most like it.
  public static func nearest(_ set: [[Float]]) -> [Double] {
    set.indices.map { i in
      set.indices.filter { $0 != i }.map { distance(set[i], set[$0]) }.min() ?? .infinity
    }
  }

  public static func distance(_ a: [Float], _ b: [Float]) -> Double {
    Double(zip(a, b).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }).squareRoot()
  }

  /// How far two sets of points are apart as a whole: 0 for the same set, in the unit of the points' distances.
  ///
  /// The root of twice the mean distance across, less the mean distances within: two sets that are both a mixture of
  /// everything are near each other, however unlike their single points.
  /// Source: G. J. Székely, M. L. Rizzo, “Energy statistics” (J. Stat. Plan. Inference 143, 2013).
  public static func energyDistance(_ one: [[Float]], _ other: [[Float]]) -> Double {
    func mean(_ a: [[Float]], _ b: [[Float]]) -> Double {
      var sum = 0.0
      for x in a { for y in b { sum += distance(x, y) } }
      return sum / Double(max(1, a.count * b.count))
    }
    return max(0, 2 * mean(one, other) - mean(one, one) - mean(other, other)).squareRoot()
  }

  /// Of a symmetric matrix, by Jacobi's rotations; the matrix is used up.
  static func eigenvalues(_ a: inout [[Double]]) -> [Double] {
    let n = a.count
    for _ in 0..<60 {
      var off = 0.0
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) {
          off += a[p][q] * a[p][q]
          guard abs(a[p][q]) > 1e-15 else { continue }
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            let (x, y) = (a[k][p], a[k][q])
            (a[k][p], a[k][q]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<n {
            let (x, y) = (a[p][k], a[q][k])
            (a[p][k], a[q][k]) = (c * x - s * y, s * x + c * y)
          }
        }
      }
      if off < 1e-20 { break }
    }
    return (0..<n).map { a[$0][$0] }
  }
}
