import Music

/// The constant grid of a take's pictures: frame `n` is due `n / framesPerSecond` seconds after the start.
public struct FrameGrid: Sendable, BitwiseCopyable, Equatable {
  /// Stream time of frame 0.
  public var start: SampleTime
  /// ≥ 1.
  public var framesPerSecond: Int

  public init(start: SampleTime = .zero, framesPerSecond: Int) {
    precondition(framesPerSecond >= 1, "a grid has at least one frame a second")
    self.start = start
    self.framesPerSecond = framesPerSecond
  }

  /// The sample frame nearest to the time of a frame. Whole seconds fall on whole seconds for ever.
  public func time(ofFrame frame: Int64) -> SampleTime {
    let fps = Int64(framesPerSecond)
    return start + (frame * Int64(Hop.sampleRate) + fps / 2) / fps
  }

  /// The last frame due at or before a time; negative before the start.
  public func frame(at time: SampleTime) -> Int64 {
    let fps = Int64(framesPerSecond)
    let elapsed = time - start
    let product = elapsed * fps
    let rate = Int64(Hop.sampleRate)
    var frame = product >= 0 ? product / rate : -((-product + rate - 1) / rate)
    while self.time(ofFrame: frame + 1) <= time { frame += 1 }
    while self.time(ofFrame: frame) > time { frame -= 1 }
    return frame
  }
}
