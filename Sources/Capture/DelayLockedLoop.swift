/// When sound really was, out of when it was noticed: a second-order delay-locked loop.
///
/// A reader is woken late by some micro- or milliseconds, differently each time; the converter's clock runs
/// evenly. The loop follows the clock's rate and phase and so smooths the stamps without drifting off.
/// Source: F. Adriaensen, “Using a DLL to filter time”, LAC 2005, here for blocks of any length.
struct DelayLockedLoop {
  /// Nanoseconds per sample frame, as measured.
  private(set) var nanosecondsPerFrame: Double
  /// The end of the last block: whole nanoseconds, and a part.
  private var end: Int64
  private var endPart = 0.0
  /// Seconds followed since the start, which narrow the loop.
  private(set) var age = 0.0
  private let nominal: Double

  /// Hz at the start, to get hold of the clock.
  private static let widest = 0.5
  /// Hz in the long run: slow enough to take 20 ms of lateness for what it is.
  private static let narrowest = 0.1
  /// How fast the one becomes the other, per second.
  private static let narrowing = 0.5
  /// No converter is further off than this; what is, is no clock drift.
  private static let largestDrift = 0.005

  init(sampleRate: Double, endNanoseconds: Int64) {
    nominal = 1e9 / sampleRate
    nanosecondsPerFrame = nominal
    end = endNanoseconds
  }

  var endNanoseconds: Int64 { end + Int64(endPart.rounded()) }

  /// How much later than expected `now` is, if it ends a block of so many sample frames; nanoseconds.
  func lateness(of frames: Int, at now: Int64) -> Double {
    Double(now - end) - endPart - Double(frames) * nanosecondsPerFrame
  }

  /// Sound that is missing, or was never missing, moves what follows by so many nanoseconds.
  mutating func shift(by nanoseconds: Int64) { end += nanoseconds }

  /// Takes a block that was noticed at `now`.
  ///
  /// - Returns: the smoothed time of the block's first sample, CLOCK_MONOTONIC nanoseconds.
  /// - Real-time safe.
  mutating func take(frames: Int, at now: Int64) -> Int64 {
    let begin = endNanoseconds
    let late = lateness(of: frames, at: now)
    let seconds = Double(frames) * nominal * 1e-9
    let bandwidth = max(Self.narrowest, Self.widest / (1 + Self.narrowing * age))
    let omega = min(2 * Double.pi * bandwidth * seconds, 0.5)
    age += seconds
    let step = Double(frames) * nanosecondsPerFrame + 2.0.squareRoot() * omega * late
    end += Int64(step.rounded(.down))
    endPart += step - step.rounded(.down)
    if endPart >= 1 {
      end += 1
      endPart -= 1
    }
    let drifted = nanosecondsPerFrame + omega * omega * late / Double(frames)
    nanosecondsPerFrame = min(
      max(drifted, nominal * (1 - Self.largestDrift)), nominal * (1 + Self.largestDrift))
    return begin
  }
}
