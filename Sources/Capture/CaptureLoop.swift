import CALSA
import Glibc
import Media
import Music
import Synchronization

/// The capture thread's work: card → line, and silence in time whatever the card does.
///
/// The line follows CLOCK_MONOTONIC. While the card delivers, its own clock (smoothed) leads; where sound is
/// missing, silence of exactly the missing length stands in its place; sound that comes so late that its time
/// is already filled is dropped. So one frame on the line is one frame of real time, through every fault.
struct CaptureLoop: ~Copyable {
  private let opener: CardOpener
  private let isStopped: StopFlag
  private var writer: LineWriter

  /// Milliseconds a wait for sound may last; also the beat of silence while none comes.
  private static let waitMilliseconds = 5
  /// Nanoseconds sound may be late before silence takes its place.
  static let latest: Int64 = 60_000_000
  /// Nanoseconds sound may seem to come from the future: more means that it is old.
  private static let earliest = -20_000_000.0
  /// The same just after a beginning or a gap, when the first block may have been noticed late.
  private static let earliestWhenFresh = -3_000_000.0
  /// Nanoseconds this thread may sleep too long before what has piled up is thrown away.
  private static let longestSleep: Int64 = 100_000_000
  /// Nanoseconds without sound after which the card is given up.
  private static let patience: Int64 = 1_000_000_000
  /// Restarts a second, above which the card is given up.
  private static let restartsPerSecond = 5

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
        var session = CardSession(format: card.format)
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
      if now - awake > Self.longestSleep, session.isAnchored { session.drain(card) }
      awake = now
      switch news {
      case .nothing:
        writer.fill(until: now - Self.latest, reason: session.isAnchored ? .stall : session.gapReason)
        if now - heard > Self.patience {
          return .lost(device: card.device, why: "no sound for 1 s")
        }
      case .trouble(let code):
        if let reason = session.recover(card, from: code, at: now, limit: Self.restartsPerSecond) {
          return reason
        }
      case .sound:
        let frames = session.read(card)
        if frames > 0 {
          heard = now
          place(frames, from: &session, at: now)
        } else if frames < 0 {
          if let reason = session.recover(card, from: frames, at: now, limit: Self.restartsPerSecond) {
            return reason
          }
        } else if now - heard > Self.patience {
          return .lost(device: card.device, why: "no sound for 1 s")
        }
      }
    }
    return nil
  }

  /// Puts a block where it belongs in time.
  private mutating func place(_ frames: Int, from session: inout CardSession, at now: Int64) {
    let late = session.lateness(of: frames, at: now)
    let earliest = session.isFresh ? Self.earliestWhenFresh : Self.earliest
    if late > Double(Self.latest) || late < earliest { session.lift() }
    if let reason = session.watch(late, frames: frames) { session.lift(reason) }
    if !session.isAnchored {
      guard session.settle(frames: frames, at: now) else { return }
      let ahead = writer.framesAhead(of: session.beginNanoseconds)
      if ahead > 0 { writer.fill(until: session.beginNanoseconds, reason: session.gapReason) }
      session.skip = max(0, Int(-ahead))
    }
    let begin = session.take(frames: frames, at: now)
    let block = session.converted(frames: frames)
    let skipped = min(session.skip, block.count / 2)
    session.skip -= skipped
    if skipped < block.count / 2 {
      let offset = Int64(Double(skipped) * LineWriter.nanosecondsPerFrame)
      writer.deliver(UnsafeBufferPointer(rebasing: block[(skipped * 2)...]), at: begin + offset)
    }
  }
}

/// The clock a card keeps, and the room to convert its sound.
struct CardSession: ~Copyable {
  private let sampleRate: Int
  private var clock: DelayLockedLoop
  /// Whether the clock is fixed to the line: not at the beginning, nor after a gap.
  private(set) var isAnchored = false
  private(set) var gapReason = CaptureEvent.GapReason.lost
  /// Sample frames at 48 kHz still to be dropped because silence already stands in their place.
  var skip = 0
  /// When the first block after the clock was lifted came, what was heard since, and the earliest time at
  /// which that may have begun.
  private var settlingSince: Int64?
  private var settledFrames = 0
  private var origin = Int64.max
  private static let settleSeconds = 0.02
  private var leastLate = Double.infinity
  private var mostLate = -Double.infinity
  private var watchedFrames = 0
  private static let watchSeconds = 0.2
  /// Nanoseconds of lateness that, if it never lessens, is missing sound.
  private static let missing = 8_000_000.0
  /// Nanoseconds by which sound may outrun the clock and still be living: two usual periods.
  private static let largestBurst: Int64 = 6_000_000
  private let raw: UnsafeMutableBufferPointer<Float>
  private let output: UnsafeMutableBufferPointer<Float>
  private let resampler: Resampler?
  private var restarts = 0
  private var restartSecond: Int64 = 0

  init(format: CardFormat) {
    sampleRate = format.sampleRate
    raw = .allocate(capacity: format.buffer * 2)
    raw.initialize(repeating: 0)
    // A rate libswresample can't take does not come out of hw_params; then it is played as it is.
    resampler =
      format.sampleRate == Hop.sampleRate ? nil : try? Resampler(sampleRate: format.sampleRate, channels: 2)
    let room = resampler?.outputFrames(for: format.buffer) ?? format.buffer
    output = .allocate(capacity: (room + 64) * 2)
    output.initialize(repeating: 0)
    clock = DelayLockedLoop(sampleRate: Double(format.sampleRate), endNanoseconds: 0)
  }

  deinit {
    raw.deallocate()
    output.deallocate()
  }

  func read(_ card: borrowing SoundCard) -> Int { raw.baseAddress.map { card.read(into: $0) } ?? 0 }

  func lateness(of frames: Int, at now: Int64) -> Double {
    isAnchored ? clock.lateness(of: frames, at: now) : 0
  }

  /// Whether the clock has been followed for less than half a second.
  var isFresh: Bool { clock.age < 0.5 }

  /// The next block is placed afresh.
  mutating func lift(_ reason: CaptureEvent.GapReason = .stall) {
    if isAnchored { gapReason = reason }
    isAnchored = false
    forgetSettling()
  }

  /// Learns from a few blocks when sound really is; true when the block just read can be placed.
  ///
  /// One block alone may have been noticed late, and the whole stream with it. Blocks that come faster than
  /// time are old sound: then learning begins anew. What comes before is thrown away: after a gap, nobody
  /// misses 25 ms.
  mutating func settle(frames: Int, at now: Int64) -> Bool {
    guard let began = settlingSince else {
      settlingSince = now
      return false
    }
    let nanosecondsPerFrame = 1e9 / Double(sampleRate)
    let before = Int64((Double(settledFrames) * nanosecondsPerFrame).rounded())
    settledFrames += frames
    let length = Int64((Double(settledFrames) * nanosecondsPerFrame).rounded())
    if length > now - began + Self.largestBurst {
      forgetSettling()
      return false
    }
    origin = min(origin, now - length)
    guard Double(settledFrames) >= Self.settleSeconds * Double(sampleRate) else { return false }
    clock = DelayLockedLoop(sampleRate: Double(sampleRate), endNanoseconds: origin + before)
    isAnchored = true
    return true
  }

  /// Watches lateness over a while: jitter comes and goes, missing sound stays missing.
  ///
  /// - Returns: why the clock should be lifted, if it should.
  mutating func watch(_ late: Double, frames: Int) -> CaptureEvent.GapReason? {
    guard isAnchored else { return nil }
    leastLate = min(leastLate, late)
    mostLate = max(mostLate, late)
    watchedFrames += frames
    guard Double(watchedFrames) > Self.watchSeconds * Double(sampleRate) else { return nil }
    defer { (leastLate, mostLate, watchedFrames) = (.infinity, -.infinity, 0) }
    if leastLate > Self.missing { return .dropped }
    return mostLate < -Self.missing ? .backlog : nil
  }

  private mutating func forgetSettling() {
    (leastLate, mostLate, watchedFrames) = (.infinity, -.infinity, 0)
    settlingSince = nil
    settledFrames = 0
    origin = .max
  }

  /// When the next block's first sample was at the microphone, allowing for what the resampler holds back.
  var beginNanoseconds: Int64 {
    let held = Double(resampler?.delayFrames ?? 0) * LineWriter.nanosecondsPerFrame
    return clock.endNanoseconds - Int64(held.rounded())
  }

  mutating func take(frames: Int, at now: Int64) -> Int64 {
    let begin = beginNanoseconds
    _ = clock.take(frames: frames, at: now)
    return begin
  }

  /// The block just read, at 48 kHz on the 24-bit grid.
  func converted(frames: Int) -> UnsafeMutableBufferPointer<Float> {
    let block: UnsafeMutableBufferPointer<Float>
    if let resampler, let base = raw.baseAddress {
      for i in 0..<frames * 2 where !raw[i].isFinite { raw[i] = 0 }
      let count = resampler.convert(base, frames: frames, into: output)
      block = UnsafeMutableBufferPointer(rebasing: output[..<(count * 2)])
    } else {
      block = UnsafeMutableBufferPointer(rebasing: raw[..<(frames * 2)])
    }
    SampleGrid.settle(block)
    return block
  }

  /// Throws away what has piled up while nobody read.
  mutating func drain(_ card: borrowing SoundCard) {
    var dropped = 0
    let most = sampleRate * 20
    while dropped < most, case .sound = card.wait(milliseconds: 0) {
      let frames = read(card)
      guard frames > 0 else { break }
      dropped += frames
    }
    lift(.backlog)
  }

  /// After an error: nil when the card runs again, else why it is given up.
  mutating func recover(
    _ card: borrowing SoundCard, from code: Int, at now: Int64, limit: Int
  ) -> CaptureError? {
    guard code == Int(-EPIPE) else {
      return .lost(device: card.device, why: CaptureError.words(code))
    }
    if now / 1_000_000_000 != restartSecond {
      restartSecond = now / 1_000_000_000
      restarts = 0
    }
    restarts += 1
    lift(.overrun)
    let result = restarts > limit ? Int(-EPIPE) : card.restart()
    return result < 0 ? .lost(device: card.device, why: CaptureError.words(result)) : nil
  }
}
