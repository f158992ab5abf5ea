import Glibc
import Music

extension Mood {
  /// How well this mood fits what is at home at a place of the mood plane: 1 at home, falling off like a bell; nearer
  /// to 1 the less sure the mood is.
  ///
  /// - Parameters:
  ///   - reach: distance at which a sure mood fits by 1/e.
  ///   - least: what a sure mood far away still fits.
  func fit(to home: Mood, reach: Float, least: Double = 0) -> Double {
    let apart = distance(to: home) / reach
    let fit = max(least, exp(-Double(apart * apart)))
    return 1 + (fit - 1) * Double(confidence.kept(in: 0...1))
  }
}
