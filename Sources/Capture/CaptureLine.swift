import Conduits
import Dispatch
import Music
import Synchronization

/// When a block of sound was at the microphone, and where it lies on the stream.
public struct BlockStamp: Sendable, BitwiseCopyable, Equatable {
  /// Ordinal of the block's first sample frame on the line.
  public var firstFrame: Int64
  /// Sample frames in the block.
  public var frames: Int32
  /// CLOCK_MONOTONIC of the first sample, smoothed.
  public var nanoseconds: Int64
  /// The block is silence and has no samples in the ring.
  public var isSilence: Bool

  public init(firstFrame: Int64, frames: Int32, nanoseconds: Int64, isSilence: Bool = false) {
    self.firstFrame = firstFrame
    self.frames = frames
    self.nanoseconds = nanoseconds
    self.isSilence = isSilence
  }
}

/// Something about the sound that the performer or the session log should know.
public enum CaptureEvent: Sendable, Equatable {
  public enum GapReason: String, Sendable {
    /// The device overran: it had no room left.
    case overrun = "the sound card overran"
    /// Sound went missing on its way and nobody said so.
    case dropped = "the device dropped sound without a word"
    /// The device delivered nothing for a while.
    case stall = "the device delivered nothing"
    /// This process stood still; what came meanwhile was dropped so that the picture follows living sound.
    case backlog = "old sound was dropped"
    /// The device was away.
    case lost = "the device was away"
    /// Nobody took sound from the line in time.
    case unread = "nobody listened in time"
  }

  /// So many sample frames from `first` on are silence because their sound is missing.
  case gap(first: SampleTime, frames: Int64, reason: GapReason)
  /// The device is gone: one sentence. Silence goes on in its place.
  case lost(reason: String)
  /// The device is back; what it delivers.
  case found(description: String)
  /// Nothing wrong, but worth a line.
  case notice(String)
  /// The song is over; silence goes on.
  case ended
  /// The song could not be read further: one sentence. Silence goes on.
  case failed(reason: String)
}

/// What an input writes and the conductor reads: the stream of sound and when it was.
///
/// Frames on the line never stop and never go missing: what could not be captured is there as silence.
/// One thread writes, one reads. The reading side is best left to `LineReader`.
public final class CaptureLine: Sendable {
  /// Interleaved stereo, 48 kHz, on the 24-bit grid; without the silent blocks.
  public let samples = Ring<Float>(capacity: 1 << 16, filledWith: 0)
  public let stamps = Ring<BlockStamp>(
    capacity: 1 << 11, filledWith: BlockStamp(firstFrame: 0, frames: 0, nanoseconds: 0))
  public let events = Mailbox<CaptureEvent>(limit: 256)

  /// Where the next input on this line goes on.
  let end = Atomic<Int64>(0)
  private let missing = Atomic<Int64>(0)
  private let isAwaited = Atomic<Bool>(false)
  private let bell = DispatchSemaphore(value: 0)

  public init() {}

  /// Sample frames put on the line so far, silence included.
  public var frames: Int64 { end.load(ordering: .acquiring) }

  /// Sample frames of silence that stand for lost sound.
  public var missingFrames: Int64 { missing.load(ordering: .relaxed) }

  func addMissing(_ frames: Int64) { missing.add(frames, ordering: .relaxed) }

  /// Wakes the reader if it waits. Real-time safe: without a waiting reader it is one atomic exchange.
  func ring() {
    if isAwaited.exchange(false, ordering: .acquiringAndReleasing) { bell.signal() }
  }

  /// Waits until something is on the line, at most so long. For the reading thread.
  public func wait(atMostMilliseconds limit: Int) {
    isAwaited.store(true, ordering: .sequentiallyConsistent)
    if stamps.count == 0 { _ = bell.wait(timeout: .now() + .milliseconds(limit)) }
    isAwaited.store(false, ordering: .relaxed)
  }
}

/// The writing side of a line: keeps the stream whole.
struct LineWriter: ~Copyable {
  private let line: CaptureLine
  private(set) var frame: Int64
  /// CLOCK_MONOTONIC at which the line ends; nil before the first block of this writer.
  private(set) var endNanoseconds: Int64?
  private var openGap: (first: Int64, frames: Int64, reason: CaptureEvent.GapReason)?

  static let nanosecondsPerFrame = 1e9 / Double(Hop.sampleRate)

  init(_ line: CaptureLine) {
    self.line = line
    frame = line.frames
  }

  /// Puts a block on the line. When nobody made room, its time passes as silence. Real-time safe.
  mutating func deliver(_ samples: UnsafeBufferPointer<Float>, at nanoseconds: Int64) {
    let frames = samples.count / 2
    guard frames > 0 else { return }
    if line.stamps.count < line.stamps.capacity, line.samples.write(samples) {
      closeGap()
      line.stamps.write(BlockStamp(firstFrame: frame, frames: Int32(frames), nanoseconds: nanoseconds))
    } else {
      widenGap(Int64(frames), .unread)
    }
    advance(Int64(frames), from: nanoseconds)
  }

  /// Puts silence on the line that stands for missing sound. Real-time safe.
  mutating func deliverGap(frames: Int64, at nanoseconds: Int64, reason: CaptureEvent.GapReason) {
    guard frames > 0 else { return }
    widenGap(frames, reason)
    deliverSilence(frames: frames, at: nanoseconds)
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
