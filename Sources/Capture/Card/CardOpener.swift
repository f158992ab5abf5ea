import Dispatch
import Foundation
import Synchronization

/// Opens, closes and reopens a card on a thread of its own: a sound server that hangs must not hold up
/// the thread that keeps the stream going.
///
/// The card stays behind a mutex that the reading thread holds as long as it uses the card; the two never
/// want it at the same time, because each waits for the other's word.
final class CardOpener: Sendable {
  let device: String
  private let wish: CardWish
  private let card = Mutex<SoundCard?>(nil)
  private let failure = Mutex<CaptureError?>(nil)
  private let isStopped = Atomic<Bool>(false)
  /// Set while an open card waits for its reader.
  private let isReady = Atomic<Bool>(false)
  private let wanted = DispatchSemaphore(value: 0)
  private let tried = DispatchSemaphore(value: 0)

  /// Seconds between attempts: the first, and the longest; each is twice the one before.
  private static let firstPause = 0.5
  private static let longestPause = 2.0

  init(device: String, wish: CardWish) {
    self.device = device
    self.wish = wish
  }

  /// Begins to open; call once.
  func run() {
    let thread = Thread { [self] in work() }
    thread.name = "kinora-opener"
    thread.start()
    wanted.signal()
  }

  /// The outcome of the first attempt: nil when a card waits.
  func firstFailure(withinSeconds limit: Double) -> CaptureError? {
    guard tried.wait(timeout: .now() + limit) == .success else {
      return .noAnswer(device: device, seconds: limit)
    }
    return failure.withLock { $0 }
  }

  /// Whether an open card waits. Real-time safe.
  var hasCard: Bool { isReady.load(ordering: .acquiring) }

  /// Uses the waiting card as long as `body` runs; afterwards it is closed.
  func withCard(_ body: (borrowing SoundCard) -> Void) {
    card.withLock { slot in
      guard let card = slot.take() else { return }
      body(card)
      slot = consume card
    }
    isReady.store(false, ordering: .releasing)
  }

  /// Closes the card that was used and opens a new one as soon as there is one.
  func reopen() { wanted.signal() }

  /// Closes everything, in its own time.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    wanted.signal()
  }

  private var goesOn: Bool { !isStopped.load(ordering: .acquiring) }

  private func work() {
    ThreadSignals.blockBrokenPipe()
    while goesOn {
      wanted.wait()
      card.withLock { $0 = nil }
      open()
    }
    card.withLock { $0 = nil }
  }

  /// Tries until a card is there.
  private func open() {
    var pause = Self.firstPause
    while goesOn {
      let reason = attempt()
      failure.withLock { $0 = reason }
      if reason == nil { isReady.store(true, ordering: .releasing) }
      tried.signal()
      if reason == nil { return }
      _ = wanted.wait(timeout: .now() + pause)
      pause = min(pause * 2, Self.longestPause)
    }
  }

  private func attempt() -> CaptureError? {
    card.withLock { slot in
      do throws(CaptureError) {
        slot = try CardTrial.open(device: device, wish: wish)
        return nil
      } catch {
        return error
      }
    }
  }
}

/// Opens a card and listens for a moment: does it deliver, and does it keep time?
enum CardTrial {
  /// Seconds of sound taken and thrown away: a fresh stream begins in bursts.
  private static let length = 0.1
  /// Seconds a card may take for its first sound.
  private static let patience = 2.0
  /// A card that is done in this part of the time keeps none.
  private static let suspicious = 0.25

  static func open(device: String, wish: CardWish) throws(CaptureError) -> SoundCard {
    let card = try SoundCard(device: device, wish: wish)
    let scratch = UnsafeMutablePointer<Float>.allocate(capacity: card.capacity * 2)
    defer { scratch.deallocate() }
    let started = card.start()
    if started < 0 { throw CaptureError(opening: device, code: started) }
    let wanted = Int(length * Double(card.format.sampleRate))
    let begin = MonotonicClock.nanoseconds()
    var first = begin
    var frames = 0
    while frames < wanted {
      let now = MonotonicClock.nanoseconds()
      if Double(now - begin) * 1e-9 > patience { throw .mute(device: device, seconds: patience) }
      guard case .sound = card.wait(milliseconds: 20) else { continue }
      let got = card.read(into: scratch).frames
      if got < 0 { throw .unusable(device: device, why: CaptureError.words(got)) }
      if frames == 0, got > 0 { first = MonotonicClock.nanoseconds() }
      frames += got
    }
    // The first block may have waited for us; what comes after it may not.
    let seconds = Double(MonotonicClock.nanoseconds() - first) * 1e-9
    if seconds < length * suspicious { throw .notPaced(device: device) }
    return card
  }
}
