/// The 24-bit grid on which every sample past a source lies: value = k / 2²³.
///
/// So a 24-bit FLAC of a take holds exactly what the ear heard.
public enum SampleGrid {
  /// Grid steps per unit of amplitude.
  public static let stepsPerUnit: Float = 8_388_608
  /// The largest value a 24-bit sample can have.
  public static let highest: Float = 8_388_607 / 8_388_608

  /// The grid value nearest to `x`, held within −1 ... `highest`; 0 for NaN and infinities.
  @inline(__always)
  public static func nearest(_ x: Float) -> Float {
    guard x.isFinite else { return 0 }
    let held = min(max(x, -1), highest)
    return (held * stepsPerUnit).rounded(.toNearestOrEven) / stepsPerUnit
  }

  /// Moves every sample to the grid. Real-time safe.
  public static func settle(_ samples: UnsafeMutableBufferPointer<Float>) {
    for i in 0..<samples.count { samples[i] = nearest(samples[i]) }
  }
}
