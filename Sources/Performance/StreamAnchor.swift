import Music

/// Ties the stream's sample clock to the machine's monotonic clock: one pair of simultaneous readings.
struct StreamAnchor: Sendable, BitwiseCopyable {
  /// This sample frame of the stream …
  var frames: Int64
  /// … was at the microphone at this monotonic time.
  var nanoseconds: Int64

  /// Where the stream is at monotonic time `now`, seconds.
  func seconds(atNanoseconds now: Int64) -> Double {
    SampleTime(frames).seconds + Double(now - nanoseconds) * 1e-9
  }

  /// Monotonic time at which the stream is at `seconds`.
  func nanoseconds(atSeconds seconds: Double) -> Int64 {
    nanoseconds + Int64((seconds - SampleTime(frames).seconds) * 1e9)
  }
}
