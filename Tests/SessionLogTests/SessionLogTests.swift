import Directing
import Music
import Scenery
import Testing

@testable import Session

@Suite("A session log")
struct SessionLogTests {
  static let header = SessionHeader(
    appVersion: "1.0", build: "abc", seed: 0xfeed_beef_0123_4567, size: PixelSize(width: 1280, height: 720),
    framesPerSecond: 60,
    repertoire: [
      PresetEntry(
        index: PresetIndex(0), kind: .scene, name: "Tide", digest: String(repeating: "a", count: 64),
        licence: "MIT",
        files: [PresetFile(path: "Tide.fs", digest: String(repeating: "b", count: 64))]),
      PresetEntry(
        index: PresetIndex(1), kind: .transition, name: "Überblendung 🎵", digest: "", licence: "CC-BY-4.0"),
    ], startUTC: "2026-11-23T22:00:00Z", title: "A night", renderer: "llvmpipe 4.5")

  static let intent: Intent = {
    var intent = Intent()
    intent.brief = "a fox, quietly"
    intent.understood = "Brief understood: fox, calm."
    intent.weights = [1, 0, 20.5]
    intent.mood = Mood(valence: -0.5, arousal: 0.25, confidence: 0.6)
    intent.hue = 255
    intent.colourfulness = 0.5
    intent.cutsPerMinute = 1.5
    intent.motionCeiling = 0.5
    intent.contrastCeiling = 0.9
    intent.songSeconds = 240
    intent.ideaWeights = [1, 0, 5]
    intent.acts = [
      PlannedAct(.opening, start: 1, startsAtBar: true),
      PlannedAct(.peak, start: 61.5, startsAtBar: false, weights: [1, 0]),
    ]
    return intent
  }()

  static let everyEvent: [SessionEvent] =
    [
      .header(header), .audioSpan(AudioSpan(first: SampleTime(48_000), frames: 48_000, sha256: "00ff")),
      .gap(frames: 512, reason: .unplugged),
      .presetAdded(header.repertoire[0]), .presetRemoved(PresetIndex(7)), .mark("Refrain"),
      .fault("The disk is full."), .frameCheck(index: 1 << 40, hash: .max),
      .decisionCheck(hop: HopIndex(1 << 33), hash: 0x0123_4567_89ab_cdef),
      .end(SessionTotals(sampleFrames: 1 << 40, records: 12, faults: 3, refused: 4)),
      .unknown(type: 999, payload: [1, 2, 3]), .intent(intent),
    ]
    + [
      Cue.nextScene, .previousScene, .scene(PresetIndex(3)), .hold(true), .hold(false), .tap, .downbeat,
      .doubleTempo, .halveTempo, .ready(PresetIndex(4)), .failed(PresetIndex(5)),
      .grade(0.75), .look(PresetIndex(9), bars: 4), .filter(PresetIndex(8), amount: 0.5),
      .toggleHold, .toggleGrade(0.75), .nextLook(bars: 4), .toggleFilter(PresetIndex(8)), .clearFilters,
      .set(input: "sea.swell", SIMD4(0.5, -1, 0, 2)), .release(input: ""),
    ].enumerated().map { .cue($1, from: CueOrigin.allCases[$0 % CueOrigin.allCases.count]) }

  static func log(_ events: [SessionEvent]) -> (bytes: [UInt8], records: [SessionRecord], starts: [Int]) {
    var bytes = SessionLog.fileHeader
    var records: [SessionRecord] = []
    var starts: [Int] = []
    for (i, event) in events.enumerated() {
      let record = SessionRecord(sequence: UInt64(i), time: SampleTime(Int64(i) * 256), event: event)
      starts.append(bytes.count)
      bytes += SessionLog.bytes(of: record) ?? []
      records.append(record)
    }
    return (bytes, records, starts)
  }

  @Test("gives back every kind of event")
  func roundTrip() {
    let (bytes, records, _) = Self.log(Self.everyEvent)
    let read = SessionLog.read(bytes)
    #expect(read.records == records)
    #expect(read.damage.isEmpty)
  }

  @Test("reads the wishes of takes that earlier builds wrote")
  func earlierIntent() throws {
    var intent = Self.intent
    intent.motionCeiling = 1
    intent.contrastCeiling = 0
    intent.songSeconds = 0
    intent.ideaWeights = []
    intent.acts = []
    let event = SessionEvent.intent(intent)
    // Three numbers and two empty lists came later.
    let payload = event.payload.dropLast(20)
    #expect(try SessionEvent(type: event.type, payload: payload) == event)
  }

  @Test("has the layout that is written down")
  func layout() {
    let record = SessionRecord(sequence: 0x0102, time: SampleTime(0x0304), event: .mark("A"))
    let bytes = SessionLog.bytes(of: record) ?? []
    #expect(Array(bytes[0..<4]) == Array("KREC".utf8))
    #expect(Array(bytes[4..<12]) == [5, 0, 0, 0, 7, 0, 0, 0], "length, type, flags")
    #expect(Array(bytes[12..<28]) == [2, 1, 0, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0, 0, 0, 0], "sequence, time")
    #expect(Array(bytes[32...]) == [1, 0, 0, 0, 65])
    #expect(CRC32.value(of: Array("123456789".utf8)) == 0xcbf4_3926)
  }

  @Test("cut anywhere, gives back every whole record")
  func truncated() {
    let (bytes, records, starts) = Self.log(Self.everyEvent)
    for length in 0...bytes.count {
      let read = SessionLog.read(Array(bytes[..<length]))
      let whole = starts.indices.filter { ($0 + 1 < starts.count ? starts[$0 + 1] : bytes.count) <= length }
      #expect(read.records == whole.map { records[$0] }, "cut at \(length)")
    }
  }

  @Test("damaged 1000 times at random, loses only the records that were hit, and says so")
  func flipped() {
    let events = (0..<200).map { Self.everyEvent[$0 % Self.everyEvent.count] }
    let (bytes, records, starts) = Self.log(events)
    var random = SeededGenerator(seed: 1, purpose: "damage")
    for _ in 0..<1000 {
      var damaged = bytes
      var hit: Set<Int> = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        damaged[at] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
        if let record = starts.lastIndex(where: { $0 <= at }) { hit.insert(record) }
      }
      let read = SessionLog.read(damaged)
      let untouched = records.indices.filter { !hit.contains($0) }.map { records[$0] }
      let numbers = Set(read.records.map(\.sequence))
      #expect(untouched.allSatisfy { numbers.contains($0.sequence) })
      #expect(read.records.allSatisfy { $0 == records[Int($0.sequence)] })
      let lost = records.count - read.records.count
      if lost > 0 { #expect(!read.damage.isEmpty) }
    }
  }

  @Test("of random bytes yields nothing, in little time and memory")
  func noise() {
    var random = SeededGenerator(seed: 2, purpose: "noise")
    for length in [0, 1, 7, 8, 31, 32, 33, 5000, 200_000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(SessionLog.read(bytes).records.isEmpty)
    }
    // Nothing but magic words, each claiming a length.
    let magics = Array(repeating: Array("KREC".utf8) + [255, 255, 255, 255], count: 5000).flatMap { $0 }
    #expect(SessionLog.read(magics).records.isEmpty)
  }

  @Test("damaged in the middle reports where and how many records are gone")
  func report() {
    var (bytes, records, starts) = Self.log(Self.everyEvent)
    for i in starts[4]..<starts[6] { bytes[i] = 0 }
    let read = SessionLog.read(bytes)
    #expect(read.records == records.enumerated().filter { $0.offset != 4 && $0.offset != 5 }.map(\.element))
    #expect(
      read.damage == [
        SessionLog.Damage(offset: starts[4], length: starts[6] - starts[4], missingRecords: 2)
      ])
  }

  @Test("a payload that lies about its lists and texts is kept as unknown, without memory for the lie")
  func lyingPayload() {
    for type in 1...13 as ClosedRange<UInt16> {
      for size in [0, 1, 3, 8, 40] {
        let payload = [UInt8](repeating: 255, count: size)
        let lying = SessionRecord(
          sequence: 0, time: .zero, event: .unknown(type: type, payload: payload))
        let read = SessionLog.read(SessionLog.fileHeader + (SessionLog.bytes(of: lying) ?? []))
        #expect(read.records.count == 1, "type \(type), \(size) bytes")
      }
    }
  }

  @Test("refuses to write a record longer than 1 MiB")
  func tooLong() {
    let event = SessionEvent.mark(String(repeating: "x", count: SessionLog.longestPayload))
    #expect(SessionLog.bytes(of: SessionRecord(sequence: 0, time: .zero, event: event)) == nil)
  }
}

@Suite("A frame grid")
struct FrameGridTests {
  @Test("puts whole seconds on whole seconds, for hours", arguments: [24, 25, 30, 50, 60, 144])
  func seconds(framesPerSecond: Int) {
    let grid = FrameGrid(start: SampleTime(1234), framesPerSecond: framesPerSecond)
    for second in [0, 1, 59, 3600, 100_000] as [Int64] {
      let frame = second * Int64(framesPerSecond)
      #expect(grid.time(ofFrame: frame) == SampleTime(1234 + second * 48_000))
      #expect(grid.frame(at: grid.time(ofFrame: frame)) == frame)
    }
    for frame in -5..<400 as Range<Int64> {
      let time = grid.time(ofFrame: frame)
      #expect(grid.frame(at: time) == frame)
      #expect(grid.frame(at: SampleTime(time.frames - 1)) == frame - 1)
    }
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test("gives the digests of FIPS 180-4")
  func vectors() {
    #expect(
      SHA256.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hex(of: "") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test("is the same however the bytes are handed over")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for size in [1, 55, 56, 63, 64, 65, 999] {
      var digest = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(digest.hex() == SHA256.hex(of: bytes))
    }
    #expect(SHA256.hex(of: [UInt8](repeating: 97, count: 1_000_000)).hasPrefix("cdc76e5c9914fb92"))
  }
}

@Suite("A decision digest")
struct DecisionDigestTests {
  @Test("changes with any field, and only then")
  func fields() {
    let score = Score(
      onStage: Appearance(scene: PresetIndex(1), entrance: .zero, entranceBeats: 0, variation: 0.5))
    let moment = Moment(hop: HopIndex(7))
    let same = DecisionDigest.of(moment, score)
    #expect(DecisionDigest.of(Moment(hop: HopIndex(7)), score) == same)
    var changed = moment
    changed.spectrum[255] = 0.001
    #expect(DecisionDigest.of(changed, score) != same)
    changed = moment
    changed.key = Key(tonic: 0, isMinor: false)
    #expect(DecisionDigest.of(changed, score) != same)
    var other = score
    other.motion.flow = 1e-12
    #expect(DecisionDigest.of(moment, other) != same)
  }
}
