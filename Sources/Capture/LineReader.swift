import Music

/// Where and when a hop read from a line began.
public struct HopStamp: Sendable, BitwiseCopyable, Equatable {
  /// Ordinal of the hop's first sample frame on the line.
  public var firstFrame: Int64
  /// CLOCK_MONOTONIC at which that sample frame was at the microphone.
  public var nanoseconds: Int64
}

/// The reading side of a line: whole hops, with silence where sound is missing.
///
/// Real-time safe after `init`. One reader per line.
public struct LineReader: ~Copyable {
  private let line: CaptureLine
  private let gathered: UnsafeMutableBufferPointer<Float>
  private var frames = 0
  private var hop = HopStamp(firstFrame: 0, nanoseconds: 0)
  /// The block being read, and the line position of the next frame to come.
  private var block: BlockStamp?
  private var position: Int64?

  public init(_ line: CaptureLine) {
    self.line = line
    gathered = .allocate(capacity: Hop.length * 2)
    gathered.initialize(repeating: 0)
  }

  deinit { gathered.deallocate() }

  /// Takes the next whole hop, if one is there.
  ///
  /// - Parameter target: 512 floats, left and right in turn.
  /// - Returns: nil while less than a hop waits; what is there is kept for the next call.
  public mutating func next(_ target: UnsafeMutableBufferPointer<Float>) -> HopStamp? {
    precondition(target.count >= Hop.length * 2, "a stereo hop is 512 floats")
    while frames < Hop.length {
      guard let now = block ?? line.stamps.next() else { return nil }
      block = now
      take(from: now)
    }
    for i in 0..<Hop.length * 2 { target[i] = gathered[i] }
    frames = 0
    return hop
  }

  private mutating func take(from now: BlockStamp) {
    let at = position ?? now.firstFrame
    if frames == 0 {
      let offset = Double(at - now.firstFrame) * LineWriter.nanosecondsPerFrame
      hop = HopStamp(firstFrame: at, nanoseconds: now.nanoseconds + Int64(offset.rounded()))
    }
    let isBefore = at < now.firstFrame
    let left = isBefore ? now.firstFrame - at : now.firstFrame + Int64(now.frames) - at
    let count = Int(min(left, Int64(Hop.length - frames)))
    let room = UnsafeMutableBufferPointer(rebasing: gathered[frames * 2..<(frames + max(0, count)) * 2])
    if isBefore || now.isSilence || !line.samples.read(into: room) { room.update(repeating: 0) }
    frames += max(0, count)
    position = at + Int64(max(0, count))
    if !isBefore, Int64(count) >= left { block = nil }
  }
}
