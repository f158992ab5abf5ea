import Conduits
import Dispatch
import Foundation
import Media
import Music
import Scenery
import Session
import Synchronization

/// What the threads of a take share.
final class TakeDesk: Sendable {
  enum Letter: Sendable {
    case event(SessionEvent, SampleTime)
    case preset(TakePreset, SampleTime)
  }

  struct State {
    var isEnding = false
    var summary: TakeSummary?
  }

  let folder: String
  /// 10.9 s of stereo: as long as a disk may hang.
  let sound = Ring<Float>(capacity: 1 << 20, filledWith: 0)
  let stamps = Ring<SoundStamp>(capacity: 1 << 13, filledWith: SoundStamp(first: 0, frames: 0))
  let letters = Mailbox<Letter>(limit: 1 << 14)
  let faults = Mailbox<RecordingFault>()
  /// Events and stretches of sound that found no room.
  let refused = Atomic<UInt32>(0)
  let bell = DispatchSemaphore(value: 0)
  let done = DispatchSemaphore(value: 0)
  let state = Mutex(State())

  init(folder: String) { self.folder = folder }
}

/// Keeps a performance as a take: what was heard, bit for bit, and whatever can't be computed from it again.
///
/// Sound and events come from the conductor's thread and are written by another; nobody waits for the disk.
public final class TakeWriter: Sendable {
  public let folder: String
  private let desk: TakeDesk
  private let hopsHeard = Atomic(0)
  /// Hops of sound between two rings of the writing thread's bell.
  private static let hopsPerBell = 16

  /// Begins a take.
  ///
  /// - Parameters:
  ///   - folder: `NAME.kinora`; made here.
  ///   - header: its repertoire is filled in from `presets`.
  ///   - force: replaces a take of that name; otherwise one is an error.
  public init(
    folder: String, header: SessionHeader, presets: [TakePreset], overlay: TakeOverlay? = nil,
    force: Bool = false, reserve: Int64 = RecordingPlace.usualReserve
  ) throws(RecordingError) {
    try RecordingPlace.check(folder, force: force, reserve: reserve)
    try RecordingPlace.makeFolder(TakeFolder.presets(in: folder))
    if force { unlink(TakeFolder.manifest(in: folder)) }
    self.folder = folder
    do throws(EncodeError) {
      // Opened and closed once here, so that a folder which can't be written to is known at once.
      for path in [TakeFolder.log(in: folder), TakeFolder.audio(in: folder)] {
        _ = try OutputFile(path: path, force: force)
      }
    } catch {
      throw .encode(error)
    }
    let desk = TakeDesk(folder: folder)
    self.desk = desk
    let thread = Thread {
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
      TakeWork(desk, header: header, presets: presets, overlay: overlay).run()
      desk.done.signal()
    }
    thread.name = "kinora-take"
    thread.start()
  }

  deinit { end() }

  /// Keeps sound. Call on one thread, in order; what is missing between two calls is silence in the take.
  /// Never waits.
  ///
  /// - Parameter samples: left and right in turn, on the 24-bit grid.
  /// - Returns: false when there was no room: a gap is logged in its place.
  @discardableResult
  public func hear(_ samples: UnsafeBufferPointer<Float>, at first: SampleTime) -> Bool {
    guard desk.stamps.count < desk.stamps.capacity, desk.sound.write(samples) else {
      desk.refused.wrappingAdd(1, ordering: .relaxed)
      return false
    }
    desk.stamps.write(SoundStamp(first: first.frames, frames: Int64(samples.count / 2)))
    let heard = hopsHeard.wrappingAdd(1, ordering: .relaxed).newValue
    if heard % Self.hopsPerBell == 0 { desk.bell.signal() }
    return true
  }

  /// Keeps an event. Never waits for the disk.
  ///
  /// - Parameter time: when it took effect: the first sample frame of its hop.
  public func log(_ event: SessionEvent, at time: SampleTime) { post(.event(event, time)) }

  /// Keeps a preset that came into the repertoire, or changed, and logs that it did.
  public func log(_ preset: TakePreset, at time: SampleTime) { post(.preset(preset, time)) }

  /// What went wrong since the last call.
  public func faults() -> [RecordingFault] { desk.faults.empty() }

  /// Asks for the end, and returns at once.
  public func end() {
    desk.state.withLock { $0.isEnding = true }
    desk.bell.signal()
  }

  /// Waits, after `end`, until everything is written.
  public func wait() -> TakeSummary {
    desk.done.wait()
    desk.done.signal()
    guard let summary = desk.state.withLock({ $0.summary }) else {
      preconditionFailure("a take ends with a summary")
    }
    return summary
  }

  public func finish() -> TakeSummary {
    end()
    return wait()
  }

  private func post(_ letter: TakeDesk.Letter) {
    if !desk.letters.post(letter) { desk.refused.wrappingAdd(1, ordering: .relaxed) }
  }
}

/// What a take came to.
public struct TakeSummary: Sendable, Equatable {
  public var folder: String
  public var totals: SessionTotals
  public var faults: [RecordingFault]
  /// Whether everything that was handed over is in the take.
  public var isComplete: Bool
}
