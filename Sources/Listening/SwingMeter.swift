import Music

/// How the beat is divided: where between two beats the off-beat falls.
///
/// Onsets are gathered by their phase in the beat over the last bars; the stronger of the stretches around the
/// middle is the off-beat. Straight eighths lie at 1/2 (ratio 1), a triplet's swing at 2/3 (ratio 2). Dotted
/// swing at 3/4 is not told from sixteenths. Source: A. Friberg, A. Sundström, “Swing Ratios and Ensemble Timing
/// in Jazz Performance”, Music Perception 2002.
struct SwingMeter: ~Copyable {
  /// First part of the beat against the second; 1 straight, 2 a triplet's.
  private(set) var ratio: Float = 1
  /// 0…1: how clearly an off-beat stands out.
  private(set) var confidence: Float = 0

  private let histogram = Buffer<Float>(binCount)
  private let smooth = Buffer<Float>(binCount)
  private var beat: Int64 = 0

  /// Phases told apart: a bin is 8 ms at 120 beats a minute.
  private static var binCount: Int { 60 }
  /// Share of what was gathered that outlasts a beat: half is forgotten in eight.
  private static var keep: Float { 0.917 }
  /// Where the off-beat may lie.
  private static var range: ClosedRange<Int> { 26...42 }
  /// What counts as before and after it, to stand out from.
  private static var neighbourhood: ClosedRange<Int> { 10...50 }
  /// Weaker beginnings are the tails of others.
  private static var least: Float { 0.15 }

  /// One frame of the beat filter.
  ///
  /// - Parameters:
  ///   - beats: count of beats at the sound of this frame.
  ///   - strength: of what begins in it, 1 being usual.
  /// - Real-time safe.
  mutating func hear(beats: Double, strength: Float) {
    let now = Int64(beats.rounded(.down))
    if now != beat {
      beat = now
      finish()
    }
    guard strength > Self.least else { return }
    let bin = Int((beats - Double(now)) * Double(Self.binCount))
    histogram[min(max(bin, 0), Self.binCount - 1)] += min(strength, 1.5)
  }

  private mutating func finish() {
    for i in 0..<Self.binCount {
      let before = histogram[(i + Self.binCount - 1) % Self.binCount]
      let after = histogram[(i + 1) % Self.binCount]
      smooth[i] = 0.25 * before + 0.5 * histogram[i] + 0.25 * after
    }
    var peak = Self.range.lowerBound
    for i in Self.range where smooth[i] > smooth[peak] { peak = i }
    let off = centre(around: peak, reach: 2)
    // Against the beat's own onsets, so that what they are late by cancels.
    let on = centre(around: 0, reach: 4)
    let mass = off.mass
    var all: Float = 1e-6
    for i in Self.neighbourhood { all += smooth[i] }
    let phase = (off.place - (on.mass > 0.3 ? on.place : 0)) / Float(Self.binCount)
    // A flat histogram has an eighth of its mass there.
    let share = min(mass / all, 1)
    confidence = mass < 0.3 ? 0 : min(max((share - 0.25) / 0.5, 0), 1)
    if confidence > 0 { ratio += (phase / (1 - phase) - ratio) * 0.25 }
    for i in 0..<Self.binCount { histogram[i] *= Self.keep }
  }

  /// Centre of gravity of the bins around one, in bins from phase 0, and how much they hold.
  private func centre(around bin: Int, reach: Int) -> (place: Float, mass: Float) {
    var mass: Float = 1e-6
    var moment: Float = 0
    for i in (bin - reach)...(bin + reach) {
      let held = smooth[(i + Self.binCount) % Self.binCount]
      mass += held
      moment += held * (Float(i) + 0.5)
    }
    return (moment / mass, mass)
  }
}
