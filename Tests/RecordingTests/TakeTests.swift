import Directing
import FilmProbe
import Foundation
import Media
import Music
import Scenery
import Session
import Testing

@testable import Recording

@Suite("A take")
struct TakeTests {
  let folder: TestFolder
  init() throws { folder = try TestFolder() }

  static let header = SessionHeader(
    appVersion: "1.2", build: "abc", seed: 42, size: PixelSize(width: 640, height: 360), framesPerSecond: 60,
    startUTC: "2026-11-23T22:00:00Z", title: "A night")
  static let scene = TakePreset(
    index: PresetIndex(0), kind: .scene, name: "Tide", digest: String(repeating: "1", count: 64),
    licence: "MIT",
    files: [("Tide.fs", Array("void main() {}\r\n".utf8)), ("Library/sea.glsl", [0, 255, 10])])
  static let later = TakePreset(
    index: PresetIndex(1), kind: .scene, name: "Dune", digest: String(repeating: "2", count: 64),
    licence: "CC-BY-4.0", files: [("Dune.fs", Array("// dune".utf8)), ("Library/sea.glsl", [0, 255, 10])])

  private func play(_ take: TakeWriter, _ range: Range<Int64>) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
      let count = Int(min(256, range.upperBound - first))
      TestPattern.sound(from: first, frames: count).withUnsafeBufferPointer {
        while !take.hear($0, at: SampleTime(first)) { usleep(1000) }
      }
    }
  }

  private func record(_ name: String, seconds: Int64 = 3) throws -> TakeSummary {
    let take = try TakeWriter(folder: folder(name), header: Self.header, presets: [Self.scene], reserve: 0)
    take.log(.cue(.ready(PresetIndex(0)), from: .stage), at: SampleTime(256))
    take.log(.cue(.nextScene, from: .key), at: SampleTime(512))
    take.log(.mark("Refrain"), at: SampleTime(512))
    take.log(Self.later, at: SampleTime(48_000 / 256 * 256))
    play(take, 0..<seconds * 48_000 + 100)
    return take.finish()
  }

  @Test("gives back its sound bit for bit, its events by hop, its presets byte for byte")
  func roundTrip() throws {
    let summary = try record("a.kinora")
    #expect(summary.isComplete && summary.faults.isEmpty)
    let take = try TakeReader(folder: folder("a.kinora"))
    #expect(take.damage.isEmpty)
    #expect(take.header.seed == 42 && take.header.repertoire == [Self.scene.entry])
    #expect(take.totals?.sampleFrames == 144_100)
    #expect(take.events(in: HopIndex(0)).isEmpty)
    #expect(take.events(in: HopIndex(1)).map(\.event) == [.cue(.ready(PresetIndex(0)), from: .stage)])
    #expect(take.events(in: HopIndex(2)).map(\.event) == [.cue(.nextScene, from: .key), .mark("Refrain")])
    #expect(take.events(in: HopIndex(187)).map(\.event).contains(.presetAdded(Self.later.entry)))
    for preset in [Self.scene, Self.later] {
      #expect(try take.files(of: preset.entry).map(\.bytes) == preset.contents)
      #expect(try take.files(of: preset.entry).map(\.path) == preset.entry.files.map(\.path))
    }
    var audio = try take.audio()
    #expect(audio.durationSeconds == SampleTime(144_100).seconds)
    var heard: [Float] = []
    var hop = [Float](repeating: 9, count: 512)
    while hop.withUnsafeMutableBufferPointer({ audio.next($0) }) { heard += hop }
    #expect(heard[..<288_200].elementsEqual(TestPattern.sound(from: 0, frames: 144_100)))
    #expect(heard.count == 563 * 512 && heard[288_200...].allSatisfy { $0 == 0 })
    #expect(try take.damagedAudio().isEmpty)
    try audio.seek(toSeconds: 1)
    _ = hop.withUnsafeMutableBufferPointer { audio.next($0) }
    #expect(hop.elementsEqual(TestPattern.sound(from: 48_000, frames: 256)))
    let manifest = try #require(take.manifest)
    #expect(manifest.sampleFrames == 144_100 && manifest.faults.isEmpty)
    #expect(manifest.audioSHA256 != nil && manifest.sessionLogSHA256 != nil)
    #expect(manifest.audioSHA256 == FileDigest.sha256(ofFile: folder("a.kinora/audio.flac")))
    #expect(manifest.presets.map(\.name) == ["Tide", "Dune"])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("a.kinora/presets"))
    #expect(names.count == 3, "a file that two presets share is kept once")
  }

  @Test("keeps later sound in place where some was refused, and tells the gap")
  func gap() throws {
    let take = try TakeWriter(folder: folder("b.kinora"), header: Self.header, presets: [], reserve: 0)
    play(take, 0..<512)
    play(take, 1024..<2048)
    _ = take.finish()
    let read = try TakeReader(folder: folder("b.kinora"))
    #expect(read.events(in: HopIndex(2)).map(\.event) == [.gap(frames: 512, reason: .recorderBehind)])
    var audio = try read.audio()
    try audio.seek(toSeconds: SampleTime(1024).seconds)
    var hop = [Float](repeating: 9, count: 512)
    _ = hop.withUnsafeMutableBufferPointer { audio.next($0) }
    #expect(hop.elementsEqual(TestPattern.sound(from: 1024, frames: 256)))
  }

  @Test("names the preset that has changed since, or is missing, and goes on only when forced")
  func changedPreset() throws {
    _ = try record("c.kinora", seconds: 1)
    let take = try TakeReader(folder: folder("c.kinora"))
    let file = Self.scene.entry.files[0]
    let path = folder("c.kinora/presets/" + file.digest)
    try Data("void main() { }".utf8).write(to: URL(fileURLWithPath: path))
    #expect {
      try take.files(of: Self.scene.entry)
    } throws: {
      guard case RecordingError.changedFile(let path, file.digest, _) = $0 else { return false }
      return path.contains("Tide.fs")
    }
    #expect(try take.files(of: Self.scene.entry, force: true)[0].bytes == Array("void main() { }".utf8))
    unlink(path)
    #expect(throws: RecordingError.missingFile(path: "\(path) (Tide.fs)")) {
      try take.files(of: Self.scene.entry)
    }
    #expect(try take.files(of: Self.scene.entry, force: true).map(\.path) == ["Library/sea.glsl"])
  }

  @Test("never reads outside its folder, whatever its log says")
  func traversal() throws {
    _ = try record("d.kinora", seconds: 1)
    var entry = Self.scene.entry
    entry.files[0].digest = "../../../../../../../../../../../../etc/passwd"
    #expect(throws: RecordingError.self) {
      try TakeReader(folder: folder("d.kinora")).files(of: entry, force: true)
    }
  }

  @Test("opens when its log is damaged anywhere, and reports what is gone")
  func damagedLog() throws {
    _ = try record("e.kinora", seconds: 2)
    let path = folder("e.kinora/session.klog")
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededGenerator(seed: 3, purpose: "damage")
    var opened = 0
    for _ in 0..<200 {
      var bytes = whole
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes = Array(bytes[..<Int.random(in: 0..<bytes.count, using: &random)])
      case 1: bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 0x40
      default:
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes.replaceSubrange(at..<min(at + 100, bytes.count), with: [UInt8](repeating: 0, count: 60))
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let take = try TakeReader(folder: folder("e.kinora"))
        opened += 1
        #expect(take.header == (try TakeReader(folder: folder("e.kinora"))).header)
      } catch {
        #expect("\(error)".contains("no header is left"), "\(error)")
      }
    }
    #expect(opened > 100)
  }

  @Test("opens without its header's first copy once a minute has passed")
  func secondHeader() throws {
    _ = try record("f.kinora", seconds: 61)
    let path = folder("f.kinora/session.klog")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for i in 0..<200 { bytes[i] = 0 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let take = try TakeReader(folder: folder("f.kinora"))
    #expect(take.header.seed == 42)
    #expect(take.damage.count == 1)
  }

  @Test("tells the second in which its sound was changed")
  func damagedSound() throws {
    _ = try record("g.kinora", seconds: 4)
    let path = folder("g.kinora/audio.flac")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let at = bytes.count * 5 / 8  // in the third second
    for i in at..<at + 16 { bytes[i] ^= 0x55 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let damaged = try TakeReader(folder: folder("g.kinora")).damagedAudio()
    #expect(damaged.contains { $0.first == SampleTime(96_000) })
    #expect(!damaged.contains { $0.first == .zero || $0.first == SampleTime(48_000) })
  }

  @Test("is never written over an older one unless forced")
  func overwrite() throws {
    _ = try record("h.kinora", seconds: 1)
    let before = FileDigest.sha256(ofFile: folder("h.kinora/audio.flac"))
    #expect(throws: RecordingError.exists(path: folder("h.kinora"))) { try record("h.kinora", seconds: 2) }
    #expect(FileDigest.sha256(ofFile: folder("h.kinora/audio.flac")) == before)
    let take = try TakeWriter(
      folder: folder("h.kinora"), header: Self.header, presets: [], force: true, reserve: 0)
    #expect(take.finish().totals.sampleFrames == 0)
  }

  @Test("that is none is refused in one sentence")
  func noTake() throws {
    #expect(throws: RecordingError.self) { try TakeReader(folder: folder("none.kinora")) }
    try FileManager.default.createDirectory(atPath: folder("i.kinora"), withIntermediateDirectories: true)
    try Data("hello".utf8).write(to: URL(fileURLWithPath: folder("i.kinora/session.klog")))
    #expect(throws: RecordingError.self) { try TakeReader(folder: folder("i.kinora")) }
  }
}

@Suite("Provenance")
struct ProvenanceTests {
  @Test("names files by their digests, presets by licence, and nobody's machine")
  func sidecar() throws {
    let folder = try TestFolder()
    let film = folder("My film.mp4")
    try Data("abc".utf8).write(to: URL(fileURLWithPath: film))
    let summary = RecordingSummary(
      files: [MovieTotals(path: film, frames: 3, sampleFrames: 0, encoder: "libx264", isTidy: true)],
      tally: RecordingTally(), faults: [])
    let provenance = Provenance(
      of: summary, header: TakeTests.header, presets: [TakeTests.scene.entry], songTitle: "A song")
    let path = Provenance.path(besides: film)
    #expect(path == folder("My film.provenance.json"))
    try provenance.write(to: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(text.contains("\"rights\" : \"not stated\""))
    #expect(text.contains("\"licence\" : \"MIT\""))
    #expect(!text.contains(folder.path), "the folder, and with it the user's name, stays out")
    for secret in [ProcessInfo.processInfo.hostName, NSUserName()] where secret.count > 4 {
      #expect(!text.contains(secret))
    }
    let read = try JSONDecoder().decode(Provenance.self, from: Data(text.utf8))
    #expect(read == provenance)
  }
}
