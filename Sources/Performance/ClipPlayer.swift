import Dispatch
import Foundation
import Media
import Staging
import Synchronization

/// Decodes one clip ahead of the show, on a thread of its own, in the order in which it will be shown.
final class ClipPlayer: Sendable {
  private struct Due {
    /// Bars of the stay from which it is shown.
    var bars: Double
    var picture: ClipPicture
  }

  private struct State {
    var wish: ClipMoment?
    var queue: [Due] = []
    var shown: ClipPicture?
    /// Bars up to which the queue reaches.
    var reached = -1.0
    var complaint: String?
    var isStopped = false
    var hasFailed = false
  }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)
  private let path: String
  private let size: (width: Int, height: Int)

  /// Pictures decoded ahead: a third of a second.
  private static let mostAhead = 10
  private static let aheadSeconds = 0.5
  /// Finer than any film's pictures follow each other.
  private static let stepSeconds = 1.0 / 240

  init(path: String, covering size: (width: Int, height: Int)) {
    self.path = path
    self.size = size
    let thread = Thread { [self] in work() }
    thread.name = "kinora-clip"
    thread.qualityOfService = .userInitiated
    thread.stackSize = 2 << 20
    thread.start()
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    bell.signal()
  }

  var complaint: String? { state.withLock { $0.complaint } }

  /// Whether the clip can't be opened at all.
  var hasFailed: Bool { state.withLock { $0.hasFailed } }

  /// The picture that is due, or the last one decoded; never waits for the decoder.
  func picture(at moment: ClipMoment) -> ClipPicture? {
    let due = moment.clipSeconds
    let picture = state.withLock { state -> ClipPicture? in
      if let old = state.wish, old.schedule != moment.schedule || moment.bars < old.bars - 0.01 {
        state.queue.removeAll(keepingCapacity: true)
        state.reached = -1
      }
      state.wish = moment
      // Exactly this one where it is there: what is decoded ahead is timed to a few milliseconds.
      if let exact = state.queue.firstIndex(where: { $0.picture.start <= due && due < $0.picture.end }),
        state.queue[exact].bars <= moment.bars + 2 * Self.stepSeconds / moment.barSeconds
      {
        state.shown = state.queue[exact].picture
        state.queue.removeFirst(exact + 1)
      } else {
        while let next = state.queue.first, next.bars <= moment.bars {
          state.shown = next.picture
          state.queue.removeFirst()
        }
      }
      return state.shown
    }
    bell.signal()
    return picture
  }

  private func work() {
    let reader: ClipReader
    do throws(MediaError) {
      reader = try ClipReader(path: path, covering: size, hardware: true)
    } catch {
      state.withLock {
        $0.complaint = error.description
        $0.hasFailed = true
      }
      return
    }
    var last: ClipPicture?
    while true {
      bell.wait()
      while let (moment, bars) = next() {
        guard let picture = reader.picture(atSeconds: moment.schedule.seconds(atBars: bars)) else { break }
        let isNew = last?.start != picture.start || bars <= moment.bars
        last = picture
        put(isNew ? Due(bars: bars, picture: picture) : nil, bars, moment, reader.complaint?.description)
      }
      if state.withLock({ $0.isStopped }) { return }
    }
  }

  /// The next place to decode; nil while enough is decoded.
  private func next() -> (ClipMoment, Double)? {
    state.withLock { state in
      guard !state.isStopped, let wish = state.wish, state.queue.count < Self.mostAhead else { return nil }
      let ahead = Self.aheadSeconds / wish.barSeconds
      let step = Self.stepSeconds / wish.barSeconds
      // Behind, or at the start: go to where the show is.
      let bars = state.reached < wish.bars - step ? wish.bars : state.reached + step
      return bars <= wish.bars + ahead ? (wish, bars) : nil
    }
  }

  private func put(_ due: Due?, _ bars: Double, _ moment: ClipMoment, _ complaint: String?) {
    state.withLock { state in
      state.complaint = complaint ?? state.complaint
      // The wish may have jumped meanwhile: then this is no longer wanted.
      guard let wish = state.wish, wish.schedule == moment.schedule, bars >= moment.bars else { return }
      state.reached = bars
      if let due { state.queue.append(due) }
    }
  }
}

/// Takes a camera's newest picture, on a thread of its own; what it saw last stays when it is unplugged.
final class CameraPlayer: Sendable {
  private struct State {
    var picture: ClipPicture?
    var complaint: String?
    var isStopped = false
  }

  private let state = Mutex(State())
  private static let retrySeconds = 1.0

  init(device: String, covering size: (width: Int, height: Int)) {
    let thread = Thread { [self] in watch(device, size) }
    thread.name = "kinora-camera"
    thread.start()
  }

  var picture: ClipPicture? { state.withLock { $0.picture } }
  var complaint: String? { state.withLock { $0.complaint } }
  func stop() { state.withLock { $0.isStopped = true } }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  private func watch(_ device: String, _ size: (width: Int, height: Int)) {
    while !isStopped {
      do throws(MediaError) {
        let camera = try CameraReader(device: device, covering: size)
        state.withLock { $0.complaint = nil }
        while !isStopped, let picture = camera.next() { state.withLock { $0.picture = picture } }
        let lost = "The camera \(device) gives no more pictures; the last one stays. Plug it in again."
        if !isStopped { state.withLock { $0.complaint = lost } }
      } catch {
        state.withLock { $0.complaint = error.description }
      }
      Thread.sleep(forTimeInterval: Self.retrySeconds)
    }
  }
}
