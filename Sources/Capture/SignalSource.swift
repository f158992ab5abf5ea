import Media
import Music

/// Test signals: known sound, to the sample, for as long as wanted.
public struct SignalSource: HopSource {
  public enum Signal: Sendable, Equatable {
    case silence
    /// A sine of `hertz` with peak `level`; begins at phase 0.
    case tone(hertz: Double, level: Float)
    /// A 2 ms click on every beat, the first at time 0.
    case clicks(beatsPerMinute: Double, level: Float)
    /// White noise, uniform in ±`level`, both sides alike; the same for the same seed.
    case noise(level: Float, seed: UInt64)
  }

  public let signal: Signal
  public let durationSeconds: Double?
  private var frame: Int64 = 0

  /// Sample frames of a click: 2 ms.
  private static let clickFrames = 96.0

  public init(_ signal: Signal, seconds: Double? = nil) {
    self.signal = signal
    durationSeconds = seconds
  }

  public var title: String {
    switch signal {
    case .silence: "silence"
    case .tone(let hertz, _): "tone of \(hertz) Hz"
    case .clicks(let tempo, _): "clicks at \(tempo) beats per minute"
    case .noise: "noise"
    }
  }

  public mutating func next(_ hop: UnsafeMutableBufferPointer<Float>) throws -> Bool {
    let end = durationSeconds.map { SampleTime(seconds: $0).frames } ?? .max
    let isOver = frame >= end
    for i in 0..<hop.count / 2 {
      let value = frame < end ? SampleGrid.nearest(sample(at: frame)) : 0
      hop[2 * i] = value
      hop[2 * i + 1] = value
      frame += 1
    }
    return !isOver
  }

  public mutating func seek(toSeconds seconds: Double) throws {
    frame = max(0, SampleTime(seconds: seconds).frames)
  }

  private func sample(at frame: Int64) -> Float {
    let seconds = Double(frame) / Double(Hop.sampleRate)
    switch signal {
    case .silence: return 0
    case .tone(let hertz, let level):
      let turns = seconds * hertz
      return level * SynthMath.sine(Float(turns - turns.rounded(.down)))
    case .clicks(let tempo, let level):
      let period = 60 / tempo * Double(Hop.sampleRate)
      let since = Double(frame) - (Double(frame) / period).rounded(.down) * period
      guard since < Self.clickFrames else { return 0 }
      let ring = SynthMath.sine(Float(since) * 0.125 + 0.25)
      return level * ring * SynthMath.exp2(Float(-since / 24))
    case .noise(let level, let seed):
      var draw = SeededGenerator(seed: seed, purpose: "noise", ordinal: UInt64(bitPattern: frame))
      return level * Float(draw.unit() * 2 - 1)
    }
  }
}
