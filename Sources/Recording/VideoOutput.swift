import Media
import Music
import Session

/// Where the pictures and the sound of a performance go.
///
/// One thread hands over pictures, one thread (it may be the same) sound; both are placed by the take's
/// clock, so that picture and sound stay together whatever is late or missing.
public protocol VideoOutput: AnyObject, Sendable {
  /// The pictures' constant grid; its start is the first moment recorded.
  var grid: FrameGrid { get }

  /// Hands over the picture of a frame. Frames left out show the picture before; one that comes late is
  /// dropped. Live: never waits. Offline: waits for room.
  ///
  /// - Parameter fill: writes RGBA, 8 bit each, top row first. Called at most once, before this returns.
  /// - Returns: false when the picture was refused, because the recorder is behind or has ended.
  @discardableResult
  func add(frame: Int64, _ fill: (UnsafeMutableRawBufferPointer) -> Void) -> Bool

  /// Hands over sound. What is missing between two calls is silence in the file.
  ///
  /// - Parameters:
  ///   - samples: left and right in turn at 48 kHz.
  ///   - first: when the first of them is, on the take's clock.
  /// - Returns: false when the sound was refused.
  @discardableResult
  func hear(_ samples: UnsafeBufferPointer<Float>, at first: SampleTime) -> Bool

  /// A chapter begins.
  func mark(_ title: String, at time: SampleTime)

  /// How it goes.
  var tally: RecordingTally { get }

  /// What went wrong since the last call.
  func faults() -> [RecordingFault]

  /// Asks for the end, and returns at once. What was handed over before is still recorded.
  ///
  /// - Parameters:
  ///   - frame: the first frame that is no longer in the recording; nil ends after the last picture.
  ///   - tidily: false where time is short: the file plays, but is not rewritten with its index in front.
  func end(atFrame frame: Int64?, tidily: Bool)

  /// Waits until everything is written after `end`.
  func wait() throws(RecordingError) -> RecordingSummary
}

extension VideoOutput {
  /// Ends the recording and waits for it.
  public func finish(atFrame frame: Int64? = nil, tidily: Bool = true) throws(RecordingError)
    -> RecordingSummary
  {
    end(atFrame: frame, tidily: tidily)
    return try wait()
  }
}

/// How a recording goes.
public struct RecordingTally: Sendable, Equatable {
  /// Frames in the file, repeated ones included.
  public var frames: Int64 = 0
  /// Frames for which there was no picture in time: they show the one before.
  public var repeated: Int64 = 0
  /// Pictures that came after their frame had been written.
  public var dropped: Int64 = 0
  /// Sample frames of silence that stand for sound that never came.
  public var silence: Int64 = 0
  public var bytes: Int64 = 0
  /// Pictures waiting for the encoder.
  public var backlog = 0
  /// The encoder at work; empty until it is chosen.
  public var encoder = ""

  public init() {}
}

/// What a recording came to.
public struct RecordingSummary: Sendable, Equatable {
  /// The files, in order: one, unless an encoder failed or a file reached its limit.
  public var files: [MovieTotals]
  public var tally: RecordingTally
  /// Every fault, in order.
  public var faults: [RecordingFault]

  public init(files: [MovieTotals], tally: RecordingTally, faults: [RecordingFault]) {
    self.files = files
    self.tally = tally
    self.faults = faults
  }
}

/// Whether a recorder keeps up with a show or a show with its recorder.
public enum Pace: Sendable, Equatable {
  /// Nobody waits: what can't be recorded in time is left out, counted and told.
  case live
  /// Every picture is recorded, however long it takes.
  case offline
}
