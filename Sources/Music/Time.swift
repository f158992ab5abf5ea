/// The one clock of a performance: how many sample frames the ear has been given since the start.
public enum Hop {
  /// Sample frames per step of analysis (5.3 ms).
  public static let length = 256
  /// Sample frames per second of everything past Capture, whatever the device delivers.
  public static let sampleRate = 48_000
  /// Seconds per hop.
  public static let seconds = Double(length) / Double(sampleRate)
}

/// A moment on the take's integer clock, in sample frames at `Hop.sampleRate` since the take began.
public struct SampleTime: Sendable, BitwiseCopyable, Hashable, Comparable {
  public var frames: Int64

  public init(_ frames: Int64) { self.frames = frames }

  /// The sample frame nearest to `seconds`.
  public init(seconds: Double) { frames = Int64((seconds * Double(Hop.sampleRate)).rounded()) }

  public static let zero = SampleTime(0)

  public var seconds: Double { Double(frames) / Double(Hop.sampleRate) }

  public static func < (a: SampleTime, b: SampleTime) -> Bool { a.frames < b.frames }
  public static func + (a: SampleTime, frames: Int64) -> SampleTime { SampleTime(a.frames + frames) }
  public static func - (a: SampleTime, b: SampleTime) -> Int64 { a.frames - b.frames }
}

/// The ordinal of a hop; hop `n` covers sample frames `n × 256 ..< (n + 1) × 256`.
public struct HopIndex: Sendable, BitwiseCopyable, Hashable, Comparable {
  public var value: Int64

  public init(_ value: Int64) { self.value = value }

  /// Stream position of its first sample frame; events are logged with that of the hop they took effect in.
  public var start: SampleTime { SampleTime(value * Int64(Hop.length)) }

  /// Stream position when the hop has been taken in whole: what a live listener may know at this hop.
  public var end: SampleTime { SampleTime((value + 1) * Int64(Hop.length)) }

  public static func < (a: HopIndex, b: HopIndex) -> Bool { a.value < b.value }
}
