import Glibc
import Media
import Music

/// One card from its opening to its loss: counts its sound, and knows where on the line it belongs.
struct CardSession: ~Copyable {
  private let sampleRate: Int
  /// When the card's sound was at the microphone; nil until its first blocks have told.
  private var clock: StreamClock?
  /// Sample frames at 48 kHz by which the line is ahead of the card's next one: so many that come are dropped, for
  /// silence already stands in their place. Below 0: so many are missing on the line.
  private(set) var ahead: Int64 = 0
  /// Why the count of sound can't be trusted at present, if so: how much is missing must be learnt first.
  private var doubt: CaptureEvent.GapReason?
  private var settling = Settling()
  /// Whether the line had sound before this card: then its time is not to be moved.
  private var hasPast = false
  /// The block just read, stereo at the card's rate.
  let raw: UnsafeMutableBufferPointer<Float>
  private let output: UnsafeMutableBufferPointer<Float>
  private let resampler: Resampler?
  private var restarts = 0
  private var restartSecond: Int64 = 0

  /// Restarts a second, above which the card is given up.
  private static let restartsPerSecond = 5
  /// Seconds after the first block of all in which its time may still be found to be earlier.
  private static let freshSeconds = 1.0
  /// Nanoseconds of lateness, after sound was late and no fault was told, up to which nothing is missing.
  private static let harmless = 1_500_000.0

  init(_ card: borrowing SoundCard) { self.init(format: card.format, resampler: card.resampler) }

  init(format: CardFormat, resampler: Resampler?) {
    sampleRate = format.sampleRate
    self.resampler = resampler
    raw = .allocate(capacity: format.buffer * 2)
    raw.initialize(repeating: 0)
    let room = resampler?.outputFrames(for: format.buffer) ?? format.buffer
    output = .allocate(capacity: (room + 64) * 2)
    output.initialize(repeating: 0)
  }

  deinit {
    raw.deallocate()
    output.deallocate()
  }

  /// Reads what waits at the card; `place` says where it belongs.
  func read(_ card: borrowing SoundCard) -> SoundCard.Reading {
    raw.baseAddress.map { card.read(into: $0) } ?? SoundCard.Reading(0)
  }

  /// Puts the block just read where it belongs. Real-time safe.
  mutating func place(_ reading: SoundCard.Reading, on line: inout LineWriter) {
    guard var clock else { return begin(reading, on: &line) }
    let late = clock.lateness(of: reading.frames, at: reading.nanoseconds)
    if doubt == nil, late > Double(CaptureLoop.latest) { doubt(.stall) }
    if !hasPast, clock.age < Self.freshSeconds, late < 0 { clock.shift(by: Int64(late)) }
    let start = time(of: clock)
    var missing: Int64?
    if doubt == nil {
      missing = clock.take(frames: reading.frames, at: reading.nanoseconds)
    } else {
      clock.pass(frames: reading.frames)
    }
    self.clock = clock
    let block = converted(frames: reading.frames)
    guard let reason = doubt else {
      deliver(block, at: start, on: &line)
      if let missing { move(by: missing, .dropped, on: &line) }
      return
    }
    ahead -= Int64(block.count / 2)
    if late <= Double(CaptureLoop.latest), reason == .stall {
      // It was late, and is here: the count goes on.
      doubt = nil
      fillMissing(.stall, on: &line)
    } else if let late = settling.hear(frames: reading.frames, late: late, sampleRate: sampleRate) {
      let isExact = abs(late) < Self.harmless && reason != .overrun
      doubt = nil
      move(by: isExact ? 0 : Int64(late.rounded()), reason, on: &line)
    }
  }

  /// Fills the line with silence up to a time when no sound came in time. Real-time safe.
  mutating func fill(_ line: inout LineWriter, until nanoseconds: Int64) {
    guard line.endNanoseconds != nil else { return }
    let frames = line.framesAhead(of: nanoseconds)
    guard frames > 0 else { return }
    line.fill(until: nanoseconds, reason: doubt ?? (clock == nil ? .lost : .stall))
    ahead += frames
  }

  /// The first blocks tell when the stream began; they are thrown away.
  private mutating func begin(_ reading: SoundCard.Reading, on line: inout LineWriter) {
    var counting = settling.clock ?? StreamClock(sampleRate: sampleRate, endNanoseconds: reading.nanoseconds)
    let late = counting.lateness(of: reading.frames, at: reading.nanoseconds)
    counting.pass(frames: reading.frames)
    settling.clock = counting
    _ = converted(frames: reading.frames)
    guard let least = settling.hear(frames: reading.frames, late: late, sampleRate: sampleRate)
    else { return }
    counting.shift(by: Int64(least.rounded()))
    clock = counting
    hasPast = line.endNanoseconds != nil
    guard hasPast else { return }
    ahead = -line.framesAhead(of: time(of: counting))
    fillMissing(.lost, on: &line)
  }

  /// From here on sound is so much later (it is missing) or earlier than was thought.
  private mutating func move(
    by nanoseconds: Int64, _ reason: CaptureEvent.GapReason, on line: inout LineWriter
  ) {
    clock?.shift(by: nanoseconds)
    ahead -= Int64((Double(nanoseconds) / LineWriter.nanosecondsPerFrame).rounded())
    fillMissing(reason, on: &line)
  }

  private mutating func fillMissing(_ reason: CaptureEvent.GapReason, on line: inout LineWriter) {
    guard ahead < 0, let end = line.endNanoseconds else { return }
    line.deliverGap(frames: -ahead, at: end, reason: reason)
    ahead = 0
  }

  private mutating func deliver(
    _ block: UnsafeMutableBufferPointer<Float>, at start: Int64, on line: inout LineWriter
  ) {
    let dropped = Int(min(Int64(block.count / 2), max(0, ahead)))
    ahead -= Int64(dropped)
    guard dropped < block.count / 2 else { return }
    let offset = Int64((Double(dropped) * LineWriter.nanosecondsPerFrame).rounded())
    line.deliver(UnsafeBufferPointer(rebasing: block[(dropped * 2)...]), at: start + offset)
  }

  private mutating func doubt(_ reason: CaptureEvent.GapReason) {
    if doubt == nil || reason == .overrun { doubt = reason }
    settling.forget()
  }

  /// When the clock's next sample frame was at the microphone, allowing for what the resampler holds back.
  private func time(of clock: StreamClock) -> Int64 {
    let held = Double(resampler?.delayFrames ?? 0) * LineWriter.nanosecondsPerFrame
    return clock.endNanoseconds - Int64(held.rounded())
  }

  /// The block just read, at 48 kHz on the 24-bit grid.
  private func converted(frames: Int) -> UnsafeMutableBufferPointer<Float> {
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

  /// Counts and throws away what has piled up while nobody read: the picture follows living sound.
  mutating func drain(_ card: borrowing SoundCard) {
    guard clock != nil else { return settling.forget() }
    doubt(.backlog)
    var dropped = 0
    let most = sampleRate * 20
    while dropped < most, case .sound = card.wait(milliseconds: 0) {
      let frames = read(card).frames
      guard frames > 0 else { break }
      dropped += frames
      clock?.pass(frames: frames)
      ahead -= Int64(converted(frames: frames).count / 2)
    }
  }

  /// After an error: nil when the card runs again, else why it is given up.
  mutating func recover(_ card: borrowing SoundCard, from code: Int, at now: Int64) -> CaptureError? {
    guard code == Int(-EPIPE) else {
      return .lost(device: card.device, why: CaptureError.words(code))
    }
    if now / 1_000_000_000 != restartSecond {
      restartSecond = now / 1_000_000_000
      restarts = 0
    }
    restarts += 1
    doubt(.overrun)
    let result = restarts > Self.restartsPerSecond ? Int(-EPIPE) : card.restart()
    return result < 0 ? .lost(device: card.device, why: CaptureError.words(result)) : nil
  }
}

/// Learns from a few blocks how late sound really is.
///
/// One block alone may have been noticed late, and the whole stream with it. Blocks that come faster than time are
/// old sound: then learning begins anew. What comes meanwhile is thrown away: after a gap, nobody misses 25 ms.
private struct Settling {
  /// Counts the first blocks of all, before the stream has a clock.
  var clock: StreamClock?
  private var first: Double?
  private var least = Double.infinity
  private var frames = 0

  private static let seconds = 0.02
  /// Nanoseconds by which sound may outrun the clock and still be living: two usual periods.
  private static let largestBurst = 6_000_000.0

  mutating func forget() {
    (first, least, frames) = (nil, .infinity, 0)
  }

  /// - Returns: the least lateness, nanoseconds, once enough has been heard.
  mutating func hear(frames more: Int, late: Double, sampleRate: Int) -> Double? {
    guard let first else {
      first = late
      return nil
    }
    // Lateness that has shrunk since the first block: what came faster than time.
    if first - late > Self.largestBurst {
      forget()
      return nil
    }
    least = min(least, late)
    frames += more
    guard Double(frames) >= Self.seconds * Double(sampleRate) else { return nil }
    defer { forget() }
    return least
  }
}
