import Conduits
import Dispatch
import Foundation
import Media
import Music
import Session
import Synchronization

/// What a recorder is to do.
struct RecorderSettings: Sendable {
  var grid: FrameGrid
  var pace: Pace
  /// Bytes of one picture.
  var pictureLength: Int
  var hasSound: Bool
  /// Bytes that must stay free on the disk.
  var reserve: Int64
  /// Pictures that may wait for the encoder.
  var pictures = 8
}

/// Where a stretch of sound belongs.
struct SoundStamp: BitwiseCopyable, Sendable {
  var first: Int64
  var frames: Int64
}

/// Takes pictures and sound from the threads of a show and writes them on a thread of its own.
final class Recorder: Sendable {
  /// Opens the file; the number counts from 1 and rises when a file had to be given up.
  typealias Opening = @Sendable (_ part: Int) throws(EncodeError) -> any PictureSink

  /// What the threads say to each other beside pictures and sound.
  struct State {
    var end: (frame: Int64?, tidily: Bool)?
    var chapters: [(time: SampleTime, title: String)] = []
    var tally = RecordingTally()
    var summary: Result<RecordingSummary, RecordingError>?
  }

  let settings: RecorderSettings
  let pool: BlockPool<Int64>
  /// 10.9 s of stereo: as long as a disk may hang.
  let sound = Ring<Float>(capacity: 1 << 20, filledWith: 0)
  let stamps = Ring<SoundStamp>(capacity: 1 << 13, filledWith: SoundStamp(first: 0, frames: 0))
  let state = Mutex(State())
  let faults = Mailbox<RecordingFault>()
  /// Nothing more is recorded; what comes is thrown away.
  let isBroken = Atomic(false)
  let bell = DispatchSemaphore(value: 0)
  let room = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  private let hopsHeard = Atomic(0)
  /// Hops of sound between two rings of the bell, when no picture rings it.
  private static let hopsPerBell = 16

  init(_ settings: RecorderSettings, opening: @escaping Opening) {
    self.settings = settings
    pool = BlockPool(count: settings.pictures, length: settings.pictureLength, blankTag: 0)
    let opened = DispatchSemaphore(value: 0)
    let thread = Thread { [self] in
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
      let work = RecorderWork(self, opening: opening)
      opened.signal()
      work.run()
      done.signal()
    }
    thread.name = "kinora-recorder"
    thread.start()
    if settings.pace == .offline { opened.wait() }
  }

  func add(frame: Int64, _ fill: (UnsafeMutableRawBufferPointer) -> Void) -> Bool {
    guard !isBroken.load(ordering: .acquiring) else { return false }
    var loan = pool.borrow()
    while loan == nil && settings.pace == .offline {
      room.wait()
      loan = pool.borrow()
    }
    guard let loan else { return false }
    fill(loan.bytes)
    pool.send(loan, tag: frame)
    bell.signal()
    return true
  }

  func hear(_ samples: UnsafeBufferPointer<Float>, at first: SampleTime) -> Bool {
    guard settings.hasSound, !isBroken.load(ordering: .acquiring) else { return false }
    // Sound and its stamp go together or not at all.
    while stamps.count == stamps.capacity || !sound.write(samples) {
      guard settings.pace == .offline, samples.count <= sound.capacity else { return false }
      bell.signal()
      room.wait()
    }
    stamps.write(SoundStamp(first: first.frames, frames: Int64(samples.count / 2)))
    let heard = hopsHeard.wrappingAdd(1, ordering: .relaxed).newValue
    if heard % Self.hopsPerBell == 0 { bell.signal() }
    return true
  }

  func mark(_ title: String, at time: SampleTime) {
    state.withLock { $0.chapters.append((time, title)) }
  }

  var isOver: Bool { isBroken.load(ordering: .acquiring) }

  func end(atFrame frame: Int64?, tidily: Bool) {
    state.withLock { if $0.end == nil { $0.end = (frame, tidily) } }
    bell.signal()
  }

  func wait() throws(RecordingError) -> RecordingSummary {
    done.wait()
    done.signal()
    let summary = state.withLock { $0.summary }
    guard let summary else { preconditionFailure("a recorder ends with a summary") }
    return try summary.get()
  }
}
