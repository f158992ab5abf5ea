/// When each sample frame of a card's stream was at the microphone, out of when blocks were noticed.
///
/// Sample frames are counted, and a count doesn't err; only sound that went missing on its way sets the count behind
/// the clock. A block can be noticed late, never early: so the least late of a while is the truth, and a delay-locked
/// loop follows that (not the mean: how late this thread is woken depends on what else the machine does). What is
/// late for good, by the same amount in while after while, is missing sound.
struct StreamClock {
  private let sampleRate: Double
  private var loop: DelayLockedLoop
  /// Sample frames after the loop's last step, and the least lateness among them.
  private var frames = 0
  private var least = Double.infinity
  /// The least lateness of each of the last whiles that were all out of step; the oldest is overwritten.
  private var whiles = InlineArray<10, Double>(repeating: 0)
  private var count = 0

  /// Seconds of a while.
  private static let length = 0.1
  /// Nanoseconds that the least lateness may be off without being looked into: jitter, and a clock's drift.
  static let leeway = 1_000_000.0
  /// Nanoseconds above which three whiles tell, not ten.
  private static let much = 8_000_000.0
  private static let fewWhiles = 3
  /// Of ten whiles so many must agree, within so many nanoseconds: on a machine that wakes this thread late each has
  /// a lateness of its own.
  private static let agreeing = 0.7
  private static let agreement = 500_000.0
  /// Whiles after which the least lateness is believed even if no two agree: 3 s.
  private static let longest = 30

  /// - Parameter endNanoseconds: when the sample frame before the first to come was at the microphone.
  init(sampleRate: Int, endNanoseconds: Int64) {
    self.sampleRate = Double(sampleRate)
    loop = DelayLockedLoop(sampleRate: self.sampleRate, endNanoseconds: endNanoseconds)
  }

  /// When the next sample frame is at the microphone.
  var endNanoseconds: Int64 {
    loop.endNanoseconds + Int64((Double(frames) * loop.nanosecondsPerFrame).rounded())
  }

  /// Seconds followed since the start.
  var age: Double { loop.age }

  /// Nanoseconds that `now` is later than expected, if a block of so many sample frames ends then.
  func lateness(of frames: Int, at now: Int64) -> Double { loop.lateness(of: self.frames + frames, at: now) }

  /// Counts a block that was noticed at `now`. Real-time safe.
  ///
  /// - Returns: nanoseconds by which all sound is now known to be late (missing sound) or early (it was less than was
  ///   thought); the caller makes it good and calls `shift`.
  mutating func take(frames more: Int, at now: Int64) -> Int64? {
    least = min(least, lateness(of: more, at: now))
    frames += more
    guard Double(frames) >= Self.length * sampleRate else { return nil }
    let late = least
    endWhile(following: abs(late) <= Self.leeway)
    guard abs(late) > Self.leeway else {
      count = 0
      return nil
    }
    whiles[count % whiles.count] = late
    count += 1
    return verdict
  }

  /// Counts a block without learning from it: one that is old or whose time is not known. Real-time safe.
  mutating func pass(frames more: Int) {
    frames += more
    endWhile(following: false)
    count = 0
  }

  /// What follows is so many nanoseconds later than the count says.
  mutating func shift(by nanoseconds: Int64) {
    endWhile(following: false)
    loop.shift(by: nanoseconds)
    count = 0
  }

  private mutating func endWhile(following: Bool) {
    defer { (frames, least) = (0, .infinity) }
    guard frames > 0 else { return }
    let expected = Double(frames) * loop.nanosecondsPerFrame + (following ? least : 0)
    _ = loop.take(frames: frames, at: loop.endNanoseconds + Int64(expected.rounded()))
  }

  private var verdict: Int64? {
    let known = min(count, whiles.count)
    let recent = (count - min(known, Self.fewWhiles))..<count
    if known >= Self.fewWhiles, let few = agreed(recent), abs(few) > Self.much { return Int64(few.rounded()) }
    guard known == whiles.count else { return nil }
    let all = (count - known)..<count
    if let many = agreed(all) { return Int64(many.rounded()) }
    return count >= Self.longest ? Int64(least(of: all).rounded()) : nil
  }

  private func least(of range: Range<Int>) -> Double {
    range.reduce(.infinity) { min($0, whiles[$1 % whiles.count]) }
  }

  private func agreed(_ range: Range<Int>) -> Double? {
    let least = least(of: range)
    let near = range.count { whiles[$0 % whiles.count] <= least + Self.agreement }
    return Double(near) >= Self.agreeing * Double(range.count) ? least : nil
  }
}
