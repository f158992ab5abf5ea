import Conduits
import FilmProbe
import Foundation
import Media
import Music
import Session
import Synchronization
import Testing

@testable import Recording

/// What a test's sink was given.
struct SinkDiary: Sendable {
  var pictures: [UInt8] = []  // first byte of each; a repeated one again
  var sound: [Float] = []
  var parts = 0
  var chapters: [Chapter] = []
}

/// A sink that remembers, and fails when told.
final class DiarySink: PictureSink {
  private let diary: DiaryBook
  private let failure: EncodeError?
  private let failAfter: Int
  private let gate: DispatchSemaphore?
  private var frames: Int64 = 0

  init(
    _ diary: DiaryBook, failAfter: Int = .max, with failure: EncodeError? = nil,
    gate: DispatchSemaphore? = nil
  ) {
    self.diary = diary
    self.failure = failure
    self.failAfter = failAfter
    self.gate = gate
    diary.change { $0.parts += 1 }
  }

  var path: String { "diary" }
  var encoderName: String { "diary" }
  var notices: [String] { [] }
  var bytes: Int64 { frames }
  func write(_ picture: UnsafeRawBufferPointer) throws(EncodeError) {
    gate?.wait()
    try count(picture[0])
  }
  func repeatPicture() throws(EncodeError) { try count(diary.now.pictures.last ?? 0) }
  private func count(_ first: UInt8) throws(EncodeError) {
    if frames >= failAfter, let failure { throw failure }
    frames += 1
    diary.change { $0.pictures.append(first) }
  }
  func write(sound samples: UnsafeBufferPointer<Float>) throws(EncodeError) {
    let copy = Array(samples)
    diary.change { $0.sound += copy }
  }
  func requestSync() {}
  func finish(chapters: [Chapter], tidily: Bool) throws(EncodeError) -> MovieTotals {
    diary.change { $0.chapters = chapters }
    return MovieTotals(path: path, frames: frames, sampleFrames: 0, encoder: "diary", isTidy: true)
  }
}

final class DiaryBook: Sendable {
  private let diary = Mutex(SinkDiary())
  var now: SinkDiary { diary.withLock { $0 } }
  func change(_ act: (inout SinkDiary) -> Void) { diary.withLock { act(&$0) } }
}

@Suite("A movie output")
struct MovieOutputTests {
  let folder: TestFolder
  let diary = DiaryBook()
  init() throws { folder = try TestFolder() }

  private func settings(
    pace: Pace = .offline, fps: Int = 30, start: Int64 = 0, hasSound: Bool = true
  ) -> RecorderSettings {
    RecorderSettings(
      grid: FrameGrid(start: SampleTime(start), framesPerSecond: fps), pace: pace, pictureLength: 16,
      hasSound: hasSound, reserve: 0)
  }

  private func output(_ settings: RecorderSettings) -> MovieOutput {
    let diary = diary
    return MovieOutput(path: "diary", settings: settings) { _ throws(EncodeError) in DiarySink(diary) }
  }

  private func show(_ output: MovieOutput, _ frame: Int64, as first: UInt8) {
    output.add(frame: frame) { $0[0] = first }
  }

  private func play(_ output: MovieOutput, _ range: Range<Int64>) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
      let count = Int(min(256, range.upperBound - first))
      TestPattern.sound(from: first, frames: count).withUnsafeBufferPointer {
        _ = output.hear($0, at: SampleTime(first))
      }
    }
  }

  @Test("hands on ten pictures in order, and sound cut to their end")
  func order() throws {
    let output = output(settings())
    play(output, 0..<20_000)
    for frame in 0..<10 as Range<Int64> { show(output, frame, as: UInt8(frame + 1)) }
    let summary = try output.finish()
    #expect(diary.now.pictures == Array(1...10))
    #expect(diary.now.sound.elementsEqual(TestPattern.sound(from: 0, frames: 16_000)))
    #expect(summary.tally.repeated == 0 && summary.tally.dropped == 0 && summary.tally.silence == 0)
  }

  @Test("shows the picture before where one is missing, drops one that is late, and counts both")
  func missing() throws {
    let output = output(settings(hasSound: false))
    for (frame, first) in [(2, 20), (3, 30), (3, 31), (1, 10), (6, 60)] as [(Int64, UInt8)] {
      show(output, frame, as: first)
    }
    let summary = try output.finish(atFrame: 9)
    #expect(diary.now.pictures == [20, 20, 20, 30, 30, 30, 60, 60, 60])
    #expect(summary.tally.frames == 9)
    #expect(summary.tally.repeated == 2 + 2 + 2)
    #expect(summary.tally.dropped == 2)
  }

  @Test("begins where it is told: earlier sound is cut, later pictures count from there")
  func start() throws {
    let output = output(settings(start: 1000))
    play(output, 0..<30_000)
    for frame in 0..<10 as Range<Int64> { show(output, frame, as: UInt8(frame)) }
    _ = try output.finish()
    #expect(diary.now.sound.elementsEqual(TestPattern.sound(from: 1000, frames: 16_000)))
  }

  @Test("fills missing sound with silence, cuts what came twice, so that later sound stays in place")
  func gaps() throws {
    let output = output(settings())
    play(output, 0..<2560)
    play(output, 2304..<4000)  // overlaps
    play(output, 5000..<12_000)  // leaves a hole
    for frame in 0..<10 as Range<Int64> { show(output, frame, as: 1) }
    let summary = try output.finish()
    let sound = diary.now.sound
    try #require(sound.count == 32_000)
    #expect(Array(sound[..<8000]).elementsEqual(TestPattern.sound(from: 0, frames: 4000)))
    #expect(sound[8000..<10_000].allSatisfy { $0 == 0 })
    #expect(Array(sound[10_000..<24_000]).elementsEqual(TestPattern.sound(from: 5000, frames: 7000)))
    #expect(sound[24_000...].allSatisfy { $0 == 0 })
    #expect(summary.tally.silence >= 4000)
  }

  @Test("live: an encoder that hangs costs pictures, never the show's time, and sound stays in place")
  func overflow() throws {
    let gate = DispatchSemaphore(value: 0)
    let diary = diary
    let output = MovieOutput(path: "diary", settings: settings(pace: .live)) { _ throws(EncodeError) in
      DiarySink(diary, gate: gate)
    }
    var accepted = 0
    for frame in 0..<60 as Range<Int64> {
      if output.add(frame: frame, { $0[0] = UInt8(frame) }) { accepted += 1 }
      play(output, frame * 1600..<(frame + 1) * 1600)
    }
    #expect(accepted <= 10 && accepted >= 8)
    for _ in 0..<accepted { gate.signal() }
    let summary = try output.finish(atFrame: 60)
    #expect(summary.tally.frames == 60)
    #expect(summary.tally.repeated == Int64(60 - accepted))
    #expect(diary.now.sound.elementsEqual(TestPattern.sound(from: 0, frames: 96_000)))
  }

  @Test("live: goes on when pictures stop, and when sound stops")
  func oneSided() throws {
    let silentStage = output(settings(pace: .live))
    show(silentStage, 0, as: 9)
    play(silentStage, 0..<48_000 * 8)
    _ = try silentStage.finish()
    #expect(diary.now.pictures.count >= 30 * 3 - 1)
    #expect(Array(diary.now.sound.prefix(96_000)).elementsEqual(TestPattern.sound(from: 0, frames: 48_000)))
    let deaf = DiaryBook()
    let soundless = MovieOutput(path: "diary", settings: settings(pace: .live)) { _ throws(EncodeError) in
      DiarySink(deaf)
    }
    for frame in 0..<150 as Range<Int64> {
      while !soundless.add(frame: frame, { $0[0] = 1 }) { usleep(200) }
    }
    let summary = try soundless.finish()
    #expect(deaf.now.sound.count == 2 * 48_000 * 5)
    #expect(summary.tally.silence == 48_000 * 5)
  }

  @Test("an encoder that fails in the middle is followed by a new file, in step")
  func encoderFails() throws {
    let diary = diary
    let output = MovieOutput(path: "diary", settings: settings()) { part throws(EncodeError) in
      DiarySink(diary, failAfter: part == 1 ? 40 : .max, with: .encoder(name: "x264", reason: "tired"))
    }
    for frame in 0..<90 as Range<Int64> {
      play(output, frame * 1600..<(frame + 1) * 1600)
      show(output, frame, as: UInt8(frame))
    }
    output.mark("Late", at: SampleTime(48_000 * 2))
    let summary = try output.finish()
    #expect(diary.now.parts == 2)
    #expect(summary.files.map(\.frames) == [40, 50])
    #expect(diary.now.pictures == Array(0..<90), "the picture that failed is the first of the next file")
    #expect(diary.now.sound.elementsEqual(TestPattern.sound(from: 0, frames: 144_000)))
    #expect(summary.faults.count == 1 && summary.faults[0].sentence.contains("x264"))
    #expect(summary.faults[0].sentence.contains("new file"))
    #expect(diary.now.chapters == [Chapter(sampleFrames: 96_000 - 40 * 1600, title: "Late")])
  }

  @Test("a full disk ends the recording with a sentence, and the show goes on")
  func diskFull() throws {
    let diary = diary
    let live = MovieOutput(path: "diary", settings: settings(pace: .live)) { _ throws(EncodeError) in
      DiarySink(diary, failAfter: 20, with: .diskFull(path: "diary"))
    }
    for frame in 0..<200 as Range<Int64> { show(live, frame, as: 1) }
    let summary = try live.finish()
    #expect(summary.faults.last?.endsRecording == true || summary.tally.frames <= 20)
    let offline = MovieOutput(path: "diary", settings: settings()) { _ throws(EncodeError) in
      DiarySink(diary, failAfter: 20, with: .diskFull(path: "diary"))
    }
    for frame in 0..<200 as Range<Int64> { show(offline, frame, as: 1) }
    #expect(throws: RecordingError.encode(.diskFull(path: "diary"))) { try offline.finish() }
    #expect(offline.faults().contains { $0.endsRecording && $0.sentence.contains("full") })
  }

  @Test("let go of without an end still ends its file")
  func abandoned() throws {
    let path = folder("a.mp4")
    do {
      let format = MovieFormat(width: 64, height: 64, framesPerSecond: 30)
      let output = try MovieOutput(path: path, format: format, pace: .live, reserve: 0)
      for frame in 0..<8 as Range<Int64> { output.add(frame: frame) { _ in } }
    }
    for _ in 0..<100 {
      if let frames = try? FilmProbe(path).video?.frames, frames >= 8 { break }
      usleep(50_000)
    }
    #expect(try FilmProbe(path).video?.frames == 8)
  }

  @Test("makes a film of pictures and sound that ends with both", arguments: ["b.mp4", "b.mkv"])
  func film(name: String) throws {
    let path = folder(name)
    let format = MovieFormat(width: 192, height: 108, framesPerSecond: 60)
    let output = try MovieOutput(path: path, format: format, pace: .offline, reserve: 0)
    for frame in 0..<240 as Range<Int64> {
      let picture = TestPattern.numbered(frame, width: 192, height: 108)
      output.add(frame: frame) { $0.copyBytes(from: picture) }
      play(output, frame * 800..<(frame + 1) * 800)
    }
    output.mark("Middle", at: SampleTime(96_000))
    let summary = try output.finish()
    #expect(summary.files.map(\.path) == [path])
    #expect(summary.tally.encoder == "libx264")
    let film = try FilmProbe(path)
    #expect(film.video?.frames == 240)
    let sound = try #require(film.sound)
    let end = sound.start + Double(try FilmProbe.sound(path).count / 2) / 48_000
    #expect(abs(end - 4) <= 1.0 / 60, "\(end)")
    #expect(film.chapters.map(\.title) == ["Middle"])
  }

  @Test("refuses a taken name, a missing folder, a folder that is a file, and an unknown ending")
  func refusals() throws {
    let format = MovieFormat(width: 64, height: 64, framesPerSecond: 30)
    func open(_ path: String) throws {
      _ = try MovieOutput(path: path, format: format, pace: .live, reserve: 0)
    }
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder("c.mp4")))
    #expect(throws: RecordingError.exists(path: folder("c.mp4"))) { try open(folder("c.mp4")) }
    #expect(RecordingPlace.freeName(folder("c.mp4")) == folder("c 2.mp4"))
    #expect(throws: RecordingError.self) { try open(folder("none/d.mp4")) }
    #expect(throws: RecordingError.self) { try open(folder("c.mp4/d.mp4")) }
    #expect(throws: RecordingError.encode(.unknownContainer(path: folder("d.gif")))) {
      try open(folder("d.gif"))
    }
    let needs = Int64.max
    #expect(throws: RecordingError.self) {
      _ = try MovieOutput(path: folder("e.mp4"), format: format, pace: .live, reserve: needs)
    }
    #expect(folder.names == ["c.mp4"])
  }
}

@Suite("A frame sequence")
struct FrameSequenceTests {
  @Test("names its files by pattern")
  func names() {
    #expect(FramePattern("out").path(ofFrame: 7) == "out/000007.png")
    #expect(FramePattern("a/b/").path(ofFrame: 7) == "a/b/000007.png")
    #expect(FramePattern("a/x%04d.png").path(ofFrame: 12) == "a/x0012.png")
    #expect(FramePattern("%d.png").path(ofFrame: 12) == "./12.png")
    #expect(FramePattern("/%03d.png").path(ofFrame: 12345) == "//12345.png")
  }

  @Test("gives back ten pictures and the sound, bit for bit")
  func round() throws {
    let folder = try TestFolder()
    let output = try FrameSequenceOutput(
      path: folder("out/%03d.png"), width: 32, height: 20, framesPerSecond: 30, pace: .offline, reserve: 0)
    for frame in 0..<10 as Range<Int64> where frame != 4 {
      let picture = TestPattern.numbered(frame, width: 32, height: 20)
      output.add(frame: frame) { $0.copyBytes(from: picture) }
    }
    let sound = TestPattern.sound(from: 0, frames: 16_000)
    sound.withUnsafeBufferPointer { _ = output.hear($0, at: .zero) }
    let summary = try output.finish()
    #expect(summary.tally.repeated == 1)
    for frame in 0..<10 as Range<Int64> {
      let raw = try FilmProbe.run(
        "ffmpeg",
        ["-v", "quiet", "-i", folder("out/00\(frame).png"), "-f", "rawvideo", "-pix_fmt", "rgba", "-"])
      #expect([UInt8](raw).elementsEqual(TestPattern.numbered(frame == 4 ? 3 : frame, width: 32, height: 20)))
    }
    let reader = try PCMReader(path: folder("out/sound.flac"))
    var read = [Float](repeating: 0, count: 40_000)
    let frames = read.withUnsafeMutableBufferPointer { reader.read(into: $0) }
    #expect(frames == 16_000 && Array(read[..<32_000]) == sound)
    #expect(throws: RecordingError.self) {
      _ = try FrameSequenceOutput(
        path: folder("out/%03d.png"), width: 32, height: 20, framesPerSecond: 30, pace: .offline, reserve: 0)
    }
  }
}
