import Media
import Music
import Testing

@testable import Capture

/// A card's stream, stepped: what was sent when, which of it went missing, and how late it was noticed.
private final class SteppedCard {
  let line = CaptureLine()
  var writer: LineWriter
  var reader: LineReader
  var session: CardSession
  /// Sample frames that the converter made so far, and the clock.
  var made = 0
  /// Value of each sample on the line: the ordinal of the sample frame the converter made; 0 for silence.
  var heard: [Float] = []
  let rate: Double
  static let period = 128
  static let start: Int64 = 9_000_000_000_000

  init(rate: Double = 48_000) {
    self.rate = rate
    writer = LineWriter(line)
    reader = LineReader(line)
    session = CardSession(
      format: CardFormat(encoding: .float32, sampleRate: 48_000, channels: 2, period: 128, buffer: 19_200),
      resampler: nil)
  }

  func time(_ frame: Int) -> Int64 { Self.start + Int64(Double(frame) / rate * 1e9) }

  /// The converter makes sound that never arrives.
  func lose(_ frames: Int) { made += frames }

  /// So many sample frames arrive in one block, noticed so late.
  func send(_ frames: Int = period, late: Double = 0) {
    for i in 0..<frames {
      session.raw[2 * i] = Float(made + i + 1) * 0x1p-23
      session.raw[2 * i + 1] = session.raw[2 * i]
    }
    made += frames
    let now = time(made) + Int64(late * 1e9)
    session.place(SoundCard.Reading(frames, at: now), on: &writer)
    session.fill(&writer, until: now - CaptureLoop.latest)
    listen()
  }

  /// Nothing comes: the loop looks in every 5 ms, until a time after the last sample frame made.
  func wait(seconds: Double) {
    for tick in stride(from: 0, through: seconds, by: 0.005) {
      session.fill(&writer, until: time(made) + Int64(tick * 1e9) - CaptureLoop.latest)
      listen()
    }
  }

  func listen() {
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
    defer { room.deallocate() }
    while reader.next(room) != nil {
      heard += stride(from: 0, to: 512, by: 2).map { (room[$0] * 0x1p23).rounded() }
    }
  }

  /// Place on the line minus place in the sound, at the last sample heard.
  var lag: Int? {
    guard let last = heard.last, last != 0 else { return nil }
    return heard.count - Int(last)
  }

  var gaps: [(frames: Int64, reason: CaptureEvent.GapReason)] {
    line.events.empty().compactMap { event in
      if case .gap(_, let frames, let reason) = event { (frames, reason) } else { nil }
    }
  }
}

@Suite("A card's stream on the line") struct StreamClockTests {
  /// Noticed 0.1 ms late as a rule, and up to 8 ms on a busy machine.
  private static func jitter(_ chance: inout SeededGenerator) -> Double {
    chance.unit() < 0.5 ? 0.0001 : 0.008 * chance.unit()
  }

  @Test("has sound that came late and whole where it belongs, to the sample, whatever the machine does")
  func late() throws {
    var chance = SeededGenerator(seed: 5, purpose: "stalls")
    let card = SteppedCard(rate: 48_002)
    for _ in 0..<800 { card.send(late: Self.jitter(&chance)) }
    let before = try #require(card.lag)
    for _ in 0..<8 {
      // The machine is busy: nothing for up to 0.3 s, then all of it at once.
      let seconds = 0.08 + 0.2 * chance.unit()
      card.wait(seconds: seconds)
      card.send(Int(seconds * 48_000))
      for _ in 0..<900 { card.send(late: Self.jitter(&chance)) }
      #expect(card.lag == before)
    }
    #expect(card.gaps.count == 8)
  }

  @Test("has sound after a gap as late as before, within a millisecond, after any number of gaps")
  func lost() throws {
    var chance = SeededGenerator(seed: 6, purpose: "losses")
    let card = SteppedCard()
    for _ in 0..<800 { card.send(late: Self.jitter(&chance)) }
    let before = try #require(card.lag)
    // What a card loses without a word: one block, a few, or a fifth of a second.
    for blocks in [1, 1, 2, 5, 75, 1, 12, 3, 40, 1, 1, 2] {
      card.lose(blocks * SteppedCard.period)
      if blocks > 30 { card.wait(seconds: 0) }
      for _ in 0..<900 { card.send(late: Self.jitter(&chance)) }
      #expect(abs(try #require(card.lag) - before) <= 48, "\(blocks) blocks were lost")
    }
    let gaps = card.gaps
    #expect(gaps.count == 12, "\(gaps)")
    #expect(gaps.allSatisfy { $0.reason == .dropped || $0.reason == .stall })
  }

  @Test("is not moved by a machine that wakes the reader late for seconds")
  func busy() throws {
    var chance = SeededGenerator(seed: 7, purpose: "busy")
    let card = SteppedCard()
    for _ in 0..<800 { card.send(late: 0.0001) }
    let before = try #require(card.lag)
    // Each tenth of a second has its own least lateness, up to 25 ms.
    for _ in 0..<20 {
      let least = 0.002 + 0.023 * chance.unit()
      for _ in 0..<37 { card.send(late: least + 0.004 * chance.unit()) }
    }
    for _ in 0..<900 { card.send(late: 0.0001) }
    #expect(abs(try #require(card.lag) - before) <= 48)
    #expect(card.gaps.isEmpty)
  }

  @Test("is put right when it was first thought to be later than it is", arguments: [0.004, 0.015])
  func corrected(seconds: Double) throws {
    let card = SteppedCard()
    for _ in 0..<800 { card.send() }
    let before = try #require(card.lag)
    // A fifth of a second is lost, and the first sound after it is noticed late.
    card.lose(9_600)
    for _ in 0..<20 { card.send(late: seconds) }
    for _ in 0..<900 { card.send() }
    #expect(abs(try #require(card.lag) - before) <= 48)
  }
}

@Suite("A gap's edges") struct GapEdgeTests {
  @Test("are eased within three milliseconds, with silence between")
  func eased() {
    let line = CaptureLine()
    var writer = LineWriter(line)
    var reader = LineReader(line)
    let sound = [Float](repeating: 0.5, count: 2_048)
    sound.withUnsafeBufferPointer { writer.deliver($0, at: 0) }
    writer.deliverGap(frames: 2_048, at: writer.endNanoseconds ?? 0, reason: .stall)
    sound.withUnsafeBufferPointer { writer.deliver($0, at: writer.endNanoseconds ?? 0) }
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
    defer { room.deallocate() }
    var left: [Float] = []
    while reader.next(room) != nil { left += stride(from: 0, to: 512, by: 2).map { room[$0] } }
    #expect(left.count == 4_096)
    let steps = zip(left, left.dropFirst()).map { abs($0 - $1) }
    #expect((steps.max() ?? 1) < 0.01, "a click of \(steps.max() ?? 1)")
    let edge = LineWriter.edge
    #expect(left[..<1_024].allSatisfy { $0 == 0.5 })
    #expect(left[(1_024 + edge)..<3_072].allSatisfy { $0 == 0 })
    #expect(left[(3_072 + edge)...].allSatisfy { $0 == 0.5 })
    #expect(left.allSatisfy { ($0 * 8_388_608).rounded() == $0 * 8_388_608 })
  }
}

@Suite("A card of another rate") struct CardRateTests {
  @Test("is converted, or refused: never played at the wrong pitch")
  func refused() throws {
    var format = CardFormat(encoding: .float32, sampleRate: 44_100, channels: 2, period: 128, buffer: 1_024)
    #expect(try format.resampler(of: "vsc") != nil)
    format.sampleRate = 48_000
    #expect(try format.resampler(of: "vsc") == nil)
    format.sampleRate = 7_000_000
    #expect(throws: CaptureError.wrongRate(device: "vsc", hertz: 7_000_000)) {
      try format.resampler(of: "vsc")
    }
  }
}
