import CALSA
import Glibc
import Media
import Music
import Synchronization

/// The capture thread's work: card → line, and silence in time whatever the card does.
///
/// The card's own count leads: as long as it loses nothing, sample frame follows sample frame, however late they come.
/// Where none comes in time, silence goes on the line, and of what comes later exactly as much is dropped. Where sound
/// is missing, as the card's clock (`StreamClock`) shows, silence of the missing length stands in its place. So sound
/// after any number of gaps lies where it would lie without them.
struct CaptureLoop: ~Copyable {
  private let opener: CardOpener
  private let isStopped: StopFlag
  private var writer: LineWriter

  /// Milliseconds a wait for sound may last; also the beat of silence while none comes.
  private static let waitMilliseconds = 5
  /// Nanoseconds sound may be late before silence takes its place.
  static let latest: Int64 = 60_000_000
  /// Nanoseconds this thread may sleep too long before what has piled up is thrown away.
  private static let longestSleep: Int64 = 100_000_000
  /// Nanoseconds without sound after which the card is given up.
  private static let patience: Int64 = 1_000_000_000

  init(opener: CardOpener, isStopped: StopFlag, line: CaptureLine) {
    self.opener = opener
    self.isStopped = isStopped
    writer = LineWriter(line)
  }

  /// Runs until stopped. A first card may already wait at the opener.
  mutating func run() {
    ThreadSignals.blockBrokenPipe()
    if !ThreadPriority.raise() {
      writer.tell(
        .notice("No real-time priority for sound: add @audio - rtprio 95 to /etc/security/limits.conf."))
    }
    var wasHere = opener.hasCard
    while !isStopped.isSet {
      guard opener.hasCard else {
        keepSilence()
        continue
      }
      var reason: CaptureError?
      opener.withCard { card in
        if !wasHere { writer.tell(.found(description: "\(card.device): \(card.format.description)")) }
        var session = CardSession(card)
        reason = follow(card, &session)
      }
      wasHere = false
      guard let reason else { break }
      writer.tell(.lost(reason: reason.description))
      opener.reopen()
    }
    opener.stop()
  }

  /// Silence instead of a card, at the pace of the clock.
  private mutating func keepSilence() {
    let step = Int64(Hop.seconds * 1e9)
    let now = MonotonicClock.nanoseconds()
    if writer.endNanoseconds == nil { writer.deliverGap(frames: 1, at: now, reason: .lost) }
    writer.fill(until: now - Self.latest, reason: .lost)
    MonotonicClock.sleep(until: now + step)
  }

  /// Follows a card until it fails (why) or the input is stopped (nil).
  private mutating func follow(
    _ card: borrowing SoundCard, _ session: inout CardSession
  ) -> CaptureError? {
    var heard = MonotonicClock.nanoseconds()
    var awake = heard
    while !isStopped.isSet {
      let news = card.wait(milliseconds: Self.waitMilliseconds)
      let now = MonotonicClock.nanoseconds()
      if now - awake > Self.longestSleep { session.drain(card) }
      awake = now
      var trouble = 0
      switch news {
      case .nothing: break
      case .trouble(let code): trouble = code
      case .sound:
        let reading = session.read(card)
        trouble = min(0, reading.frames)
        if reading.frames > 0 {
          heard = now
          session.place(reading, on: &writer)
        }
      }
      if trouble < 0, let reason = session.recover(card, from: trouble, at: now) { return reason }
      session.fill(&writer, until: now - Self.latest)
      if now - heard > Self.patience { return .lost(device: card.device, why: "no sound for 1 s") }
    }
    return nil
  }
}
