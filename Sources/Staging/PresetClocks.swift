/// The times a preset lives by: its own TIME, and one more for each speed that it multiplies TIME by.
///
/// Each is ∫rate·dt, kept as a lead over the time that the present rate would have made, so that a rate that never
/// changes leaves the time as it is, bit for bit.
struct PresetClocks {
  /// What a slower speed is taken as: T = phase / speed needs one.
  static let leastSpeed: Float = 1e-4

  /// TIME, seconds.
  private(set) var time = 0.0
  /// Seconds of TIME since the frame before; 0 for the first.
  private(set) var passed = 0.0
  /// One a speed: the time to multiply it by.
  private(set) var times: [Double]
  private var lead = 0.0
  private var rate: Double?
  private var speeds: [Double?]
  private var leads: [Double]
  private var lastSeconds = 0.0

  init(speeds count: Int) {
    times = Array(repeating: 0, count: count)
    speeds = Array(repeating: nil, count: count)
    leads = Array(repeating: 0, count: count)
  }

  /// Goes on to the next frame.
  ///
  /// - Parameters:
  ///   - seconds: since the entrance.
  ///   - newRate: at which TIME runs.
  ///   - newSpeeds: the inputs that multiply TIME, one each.
  mutating func step(to seconds: Double, rate newRate: Double, speeds newSpeeds: [Float]) {
    let before = time
    lead += ((rate ?? newRate) - newRate) * lastSeconds
    time = lead + newRate * seconds
    passed = rate == nil ? 0 : max(0, time - before)
    rate = newRate
    lastSeconds = seconds
    for i in times.indices {
      let speed = Double(newSpeeds[i])
      leads[i] += ((speeds[i] ?? speed) - speed) * before
      times[i] = leads[i] == 0 || speed == 0 ? time : time + leads[i] / speed
      speeds[i] = speed
    }
  }
}
