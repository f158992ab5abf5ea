import FilmProbe
import Foundation
import Media
import Music
import Session
import Testing

@testable import Recording

/// A show in a process of its own, to be killed or starved.
private struct Victim {
  let process = Process()
  let output = Pipe()

  init(_ arguments: [String], through shell: String? = nil) throws {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let program = Self.program(near: own)
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", program] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
    }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Built beside the tests.
  private static func program(near own: URL) -> String {
    let bundle = CommandLine.arguments.lazy
      .compactMap { $0.hasSuffix(".xctest") ? URL(fileURLWithPath: $0) : nil }.first
    for folder in [own.deletingLastPathComponent(), bundle?.deletingLastPathComponent()].compactMap({ $0 }) {
      let path = folder.appendingPathComponent("RecordingVictim").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return "RecordingVictim"
  }

  /// Frames and sample frames that it said it had handed over, and whether it came to its end.
  func account() -> (frames: Int, sampleFrames: Int, isDone: Bool) {
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let last = lines.last { $0.count == 2 } ?? ["0", "0"]
    return (Int(last[0]) ?? 0, Int(last[1]) ?? 0, lines.contains { $0.first == "done" })
  }
}

@Suite("A recording", .serialized)
struct DisasterTests {
  let folder: TestFolder
  init() throws { folder = try TestFolder() }

  @Test("killed at any moment plays, and has lost less than a second", arguments: ["a.mp4", "a.mkv"])
  func killed(name: String) throws {
    let victim = try Victim([folder(name), folder("a.kinora"), "30", "320", "180", "30"])
    usleep(.random(in: 4_000_000...5_500_000))
    kill(victim.process.processIdentifier, SIGKILL)
    let handed = victim.account()
    #expect(handed.frames > 60 && !handed.isDone)
    let film = try FilmProbe(folder(name))
    let lost = Double(handed.frames - (film.video?.frames ?? 0)) / 30
    let sound = try FilmProbe.sound(folder(name)).count / 2
    let lostSound = Double(handed.sampleFrames - sound) / 48_000
    #expect(lost < 1, "lost \(lost) s of pictures")
    #expect(lostSound < 1, "lost \(lostSound) s of sound")
    print("killed \(name): lost \(lost) s of pictures, \(lostSound) s of sound")
    #expect(MovieFinish.unfinished(inFolder: folder.path) == [folder(name)])
    try MovieFinish.tidy(path: folder(name))
    let repaired = try FilmProbe(folder(name))
    #expect(repaired.video?.frames == film.video?.frames)
    #expect(repaired.duration > Double(handed.frames) / 30 - 1)
    #expect(MovieFinish.unfinished(inFolder: folder.path).isEmpty)
    let take = try TakeReader(folder: folder("a.kinora"))
    #expect(take.totals == nil && take.manifest == nil)
    var audio = try take.audio()
    let kept = audio.read(frames: .max) { _ in }
    print("killed take: lost \(Double(Int64(handed.sampleFrames) - kept) / 48_000) s")
    #expect(Int64(handed.sampleFrames) - kept < 48_000)
    #expect(try take.damagedAudio().count <= 1)
  }

  @Test("at the largest size that a file may have goes on or ends, and what there is plays")
  func fileLimit() throws {
    // 2 MB, in blocks of 512 bytes.
    let victim = try Victim(
      [folder("b.mp4"), folder("b.kinora"), "8", "320", "180", "30"], through: "ulimit -f 4000")
    let handed = victim.account()
    #expect(handed.isDone && handed.frames == 240, "the show goes on: \(handed)")
    let film = try FilmProbe(folder("b.mp4"))
    #expect(film.video?.frames ?? 0 > 20)
    let parts = folder.names.filter { $0.hasSuffix(".mp4") }
    let frames = try parts.map { try FilmProbe(folder($0)).video?.frames ?? 0 }.reduce(0, +)
    print("file limit: parts \(parts), \(frames) frames of 240")
  }

  @Test("on a disk that fills up ends with a sentence, and plays", .enabled(if: getuid() == 0))
  func diskFull() throws {
    let disk = folder("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try FilmProbe.run("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk])
    defer { _ = try? FilmProbe.run("umount", ["-l", disk]) }
    let format = MovieFormat(width: 640, height: 360, framesPerSecond: 30)
    let film = try MovieOutput(path: disk + "/c.mp4", format: format, pace: .offline, reserve: 0)
    var handed: Int64 = 0
    var random = SeededGenerator(seed: 1, purpose: "noise")
    for frame in 0..<900 as Range<Int64> {
      let ok = film.add(frame: frame) { bytes in
        for i in bytes.bindMemory(to: UInt64.self).indices {
          bytes.storeBytes(of: random.next() & 0x3f3f_3f3f_3f3f_3f3f, toByteOffset: i * 8, as: UInt64.self)
        }
      }
      guard ok else { break }
      handed = frame + 1
      TestPattern.sound(from: frame * 1600, frames: 1600).withUnsafeBufferPointer {
        _ = film.hear($0, at: SampleTime(frame * 1600))
      }
    }
    #expect(throws: RecordingError.encode(.diskFull(path: disk + "/c.mp4"))) { try film.finish() }
    #expect(film.faults().contains { $0.endsRecording && $0.sentence.contains("full") })
    let frames = try FilmProbe(disk + "/c.mp4").video?.frames ?? 0
    print("disk full: \(frames) of \(handed) frames play")
    #expect(handed - Int64(frames) <= 8 + 15, "up to the last half second, and what waited")
    // The log of a take on the same disk: the take goes on without.
    let take = try TakeWriter(
      folder: disk + "/c.kinora", header: TakeTests.header, presets: [TakeTests.scene], reserve: 0)
    for hop in 0..<2000 as Range<Int64> {
      TestPattern.sound(from: hop * 256, frames: 256).withUnsafeBufferPointer {
        _ = take.hear($0, at: SampleTime(hop * 256))
      }
    }
    let summary = take.finish()
    #expect(!summary.isComplete && !summary.faults.isEmpty)
  }

  @Test("ends before it takes a disk's reserve, whole and with a sentence", .enabled(if: getuid() == 0))
  func reserve() throws {
    let disk = folder("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try FilmProbe.run("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk])
    defer { _ = try? FilmProbe.run("umount", ["-l", disk]) }
    let format = MovieFormat(width: 320, height: 180, framesPerSecond: 30, sound: .none)
    let film = try MovieOutput(
      path: disk + "/f.mp4", format: format, pace: .live, reserve: 16 << 20)
    var random = SeededGenerator(seed: 1, purpose: "noise")
    var refused = 0
    for frame in 0..<300 as Range<Int64> {
      let ok = film.add(frame: frame) { bytes in
        for i in bytes.bindMemory(to: UInt64.self).indices {
          bytes.storeBytes(of: random.next() & 0x3f3f_3f3f_3f3f_3f3f, toByteOffset: i * 8, as: UInt64.self)
        }
      }
      if !ok { refused += 1 }
      usleep(5000)
    }
    let summary = try film.finish()
    #expect(summary.tally.frames == 150, "the disk is looked at every five seconds")
    #expect(summary.faults.contains { $0.endsRecording })
    #expect(summary.files[0].isTidy)
    #expect(try FilmProbe(disk + "/f.mp4").video?.frames == 150)
    #expect(refused > 100)
  }

  @Test("a take on a disk that fills up keeps what it has, and says so", .enabled(if: getuid() == 0))
  func takeOnFullDisk() throws {
    let disk = folder("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try FilmProbe.run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk])
    defer { _ = try? FilmProbe.run("umount", ["-l", disk]) }
    let take = try TakeWriter(
      folder: disk + "/g.kinora", header: TakeTests.header, presets: [TakeTests.scene], reserve: 0)
    var random = SeededGenerator(seed: 2, purpose: "noise")
    for hop in 0..<5000 as Range<Int64> {
      let noise = (0..<512).map { _ in Float(Int32(truncatingIfNeeded: random.next()) >> 8) * 0x1p-23 }
      noise.withUnsafeBufferPointer { while !take.hear($0, at: SampleTime(hop * 256)) { usleep(1000) } }
    }
    let summary = take.finish()
    #expect(!summary.isComplete)
    #expect(summary.faults.contains { $0.sentence.contains("sound ends here") })
    let read = try TakeReader(folder: disk + "/g.kinora")
    var audio = try read.audio()
    let kept = audio.read(frames: .max) { _ in }
    #expect(kept > 48_000 * 5, "2 MB hold 7 s of noise: \(kept)")
    #expect(try read.damagedAudio().count <= 1)
  }

  @Test("into a folder that can't be written to is refused before it begins", .enabled(if: getuid() == 0))
  func readOnly() throws {
    let disk = folder("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try FilmProbe.run("mount", ["-t", "tmpfs", "-o", "ro", "tmpfs", disk])
    defer { _ = try? FilmProbe.run("umount", ["-l", disk]) }
    let format = MovieFormat(width: 64, height: 64, framesPerSecond: 30)
    #expect(throws: RecordingError.self) {
      _ = try MovieOutput(path: disk + "/d.mp4", format: format, pace: .live, reserve: 0)
    }
    #expect(throws: RecordingError.self) {
      _ = try TakeWriter(folder: disk + "/d.kinora", header: TakeTests.header, presets: [], reserve: 0)
    }
    #expect(throws: RecordingError.self) {
      _ = try FrameSequenceOutput(
        path: disk + "/d", width: 8, height: 8, framesPerSecond: 30, pace: .live, reserve: 0)
    }
  }
}
