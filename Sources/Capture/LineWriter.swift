import Glibc
import Media
import Music

/// The writing side of a line: keeps the stream whole.
///
/// Sound that breaks off and begins again at a gap is eased out and in, so that a film has no click there.
struct LineWriter: ~Copyable {
  private let line: CaptureLine
  private(set) var frame: Int64
  /// CLOCK_MONOTONIC at which the line ends; nil before the first block of this writer.
  private(set) var endNanoseconds: Int64?
  private var openGap: (first: Int64, frames: Int64, reason: CaptureEvent.GapReason)?

  /// Sample frames of the easing at a gap's edges: 3 ms.
  static let edge = Hop.sampleRate * 3 / 1000
  /// Room for one eased edge, and the last sample frame of sound.
  private let eased: UnsafeMutableBufferPointer<Float>
  private var last: (left: Float, right: Float) = (0, 0)
  /// Sample frames of sound that are still to be eased in.
  private var easingIn = 0

  static let nanosecondsPerFrame = 1e9 / Double(Hop.sampleRate)

  init(_ line: CaptureLine) {
    self.line = line
    frame = line.frames
    eased = .allocate(capacity: Self.edge * 2)
    eased.initialize(repeating: 0)
  }

  deinit { eased.deallocate() }

  /// Puts a block on the line. When nobody made room, its time passes as silence. Real-time safe.
  mutating func deliver(_ samples: UnsafeBufferPointer<Float>, at nanoseconds: Int64) {
    let frames = samples.count / 2
    guard frames > 0 else { return }
    let room = line.samples.capacity - line.samples.count
    if line.stamps.count < line.stamps.capacity, samples.count <= room {
      closeGap()
      write(samples)
      line.stamps.write(BlockStamp(firstFrame: frame, frames: Int32(frames), nanoseconds: nanoseconds))
    } else {
      easingIn = Self.edge
      widenGap(Int64(frames), .unread)
    }
    advance(Int64(frames), from: nanoseconds)
  }

  /// Puts silence on the line that stands for missing sound. Real-time safe.
  mutating func deliverGap(frames: Int64, at nanoseconds: Int64, reason: CaptureEvent.GapReason) {
    guard frames > 0 else { return }
    widenGap(frames, reason)
    let tail = easeOut(atMost: frames, at: nanoseconds)
    easingIn = Self.edge
    let offset = Int64((Double(tail) * Self.nanosecondsPerFrame).rounded())
    deliverSilence(frames: frames - tail, at: nanoseconds + offset)
  }

  /// Puts silence on the line that is nobody's fault, such as a pause. Real-time safe.
  mutating func deliverSilence(frames: Int64, at nanoseconds: Int64) {
    guard frames > 0 else { return }
    // A refused stamp loses nothing: the reader sees the jump to the next one.
    line.stamps.write(
      BlockStamp(
        firstFrame: frame, frames: Int32(clamping: frames), nanoseconds: nanoseconds, isSilence: true))
    advance(frames, from: nanoseconds)
  }

  /// Fills the line with silence up to a time. Real-time safe.
  mutating func fill(until nanoseconds: Int64, reason: CaptureEvent.GapReason) {
    guard let end = endNanoseconds else { return }
    deliverGap(frames: framesAhead(of: nanoseconds), at: end, reason: reason)
  }

  /// Sample frames from the line's end to a time; negative when the line is ahead of it.
  func framesAhead(of nanoseconds: Int64) -> Int64 {
    guard let end = endNanoseconds else { return 0 }
    return Int64((Double(nanoseconds - end) / Self.nanosecondsPerFrame).rounded())
  }

  /// Tells of the gap that real sound has just ended. In steady state this is one comparison.
  mutating func closeGap() {
    guard let gap = openGap else { return }
    openGap = nil
    line.addMissing(gap.frames)
    line.events.post(.gap(first: SampleTime(gap.first), frames: gap.frames, reason: gap.reason))
  }

  func tell(_ event: CaptureEvent) { line.events.post(event) }

  private mutating func write(_ samples: UnsafeBufferPointer<Float>) {
    let frames = samples.count / 2
    last = (samples[2 * frames - 2], samples[2 * frames - 1])
    let count = min(easingIn, frames)
    guard count > 0 else {
      line.samples.write(samples)
      return
    }
    for i in 0..<count {
      let gain = Self.gain(Self.edge - easingIn + i)
      eased[2 * i] = samples[2 * i] * gain
      eased[2 * i + 1] = samples[2 * i + 1] * gain
    }
    easingIn -= count
    writeEased(count)
    line.samples.write(UnsafeBufferPointer(rebasing: samples[(2 * count)...]))
  }

  /// Lets the last sample frame fade away at a gap's beginning.
  ///
  /// - Returns: sample frames put on the line for it.
  private mutating func easeOut(atMost frames: Int64, at nanoseconds: Int64) -> Int64 {
    let count = Int(min(frames, Int64(Self.edge)))
    let room = line.samples.capacity - line.samples.count
    guard last != (0, 0), line.stamps.count < line.stamps.capacity, 2 * count <= room else { return 0 }
    for i in 0..<count {
      let gain = 1 - Self.gain(i * Self.edge / count)
      eased[2 * i] = last.left * gain
      eased[2 * i + 1] = last.right * gain
    }
    last = (0, 0)
    writeEased(count)
    line.stamps.write(BlockStamp(firstFrame: frame, frames: Int32(count), nanoseconds: nanoseconds))
    advance(Int64(count), from: nanoseconds)
    return Int64(count)
  }

  private func writeEased(_ count: Int) {
    let edge = UnsafeMutableBufferPointer(rebasing: eased[..<(2 * count)])
    SampleGrid.settle(edge)
    line.samples.write(UnsafeBufferPointer(edge))
  }

  /// How loud sound is so many sample frames after a gap's end: half a cosine, 0 to 1.
  private static func gain(_ frame: Int) -> Float {
    0.5 - 0.5 * cos(Float.pi * (Float(frame) + 0.5) / Float(edge))
  }

  private mutating func widenGap(_ frames: Int64, _ reason: CaptureEvent.GapReason) {
    if let gap = openGap, gap.reason != reason, gap.frames > 0 {
      // A stall that turns out to be a lost device is one gap; say the graver reason.
      openGap = (gap.first, gap.frames + frames, reason)
    } else {
      openGap = (openGap?.first ?? frame, (openGap?.frames ?? 0) + frames, reason)
    }
  }

  private mutating func advance(_ frames: Int64, from nanoseconds: Int64) {
    frame += frames
    endNanoseconds = nanoseconds + Int64((Double(frames) * Self.nanosecondsPerFrame).rounded())
    line.end.store(frame, ordering: .releasing)
    line.ring()
  }
}
