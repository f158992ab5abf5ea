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
  /// What the reader should know. Only the writing thread posts, or who starts it before it runs: without a lock, and in
  /// the path of a hop without making a text.
  public let events = EventRing<CaptureEvent>(capacity: 256)

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
