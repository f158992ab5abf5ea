import FilmProbe
import Foundation
import Testing

@testable import Media

@Suite("A FLAC file")
struct FLACTests {
  let folder: TestFolder
  init() throws { folder = try TestFolder() }

  static func readAll(_ path: String) throws -> [Float] {
    let reader = try PCMReader(path: path)
    var all: [Float] = []
    var part = [Float](repeating: 0, count: 512)
    while true {
      let frames = part.withUnsafeMutableBufferPointer { reader.read(into: $0) }
      all += part[..<(frames * 2)]
      if frames < 256 { return all }
    }
  }

  @Test("gives back what was heard, bit for bit, to the extremes of 24 bits")
  func roundTrip() throws {
    let path = folder("a.flac")
    var samples = TestPattern.sound(from: 0, frames: 100_003)
    samples[0] = -1
    samples[1] = Float(0x7f_ffff) * 0x1p-23
    samples[2] = 0x1p-23
    samples[3] = -0x1p-23
    let writer = try FLACWriter(path: path)
    var position = 0
    for size in [1, 255, 256, 4608, 7, 50_000, 44_876] {
      let part = Array(samples[(position * 2)..<((position + size) * 2)])
      try part.withUnsafeBufferPointer { try writer.write($0) }
      position += size
    }
    try writer.finish()
    #expect(position == 100_003)
    #expect(try Self.readAll(path).elementsEqual(samples))
    #expect(try FilmProbe(path).sound?["bits_per_raw_sample"] == "24")
  }

  @Test("clips what is too loud and makes silence of what is no number")
  func clips() {
    #expect(PCM24.integer(2) == 0x7f_ffff)
    #expect(PCM24.integer(1) == 0x7f_ffff)
    #expect(PCM24.integer(-3) == -0x80_0000)
    #expect(PCM24.integer(.nan) == 0)
    #expect(PCM24.integer(.infinity) == 0)
  }

  @Test("cut anywhere, gives back all but its last 0.2 s")
  func truncated() throws {
    let path = folder("b.flac")
    let samples = TestPattern.sound(from: 0, frames: 48_000 * 3)
    let writer = try FLACWriter(path: path)
    try samples.withUnsafeBufferPointer { try writer.write($0) }
    try writer.finish()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for share in [0.31, 0.55, 0.83, 0.999] {
      let cut = folder("cut.flac")
      try whole.prefix(Int(Double(whole.count) * share)).write(to: URL(fileURLWithPath: cut))
      let read = try Self.readAll(cut)
      let expected = Double(samples.count / 2) * share
      #expect(Double(read.count / 2) > expected - 9600, "\(share): \(read.count / 2) of \(expected)")
      let sound = min(read.count, samples.count) - 4608 * 4
      #expect(read[..<sound].elementsEqual(samples[..<sound]))
    }
  }

  @Test("that is none is refused in one sentence")
  func notFLAC() throws {
    try Data("no music".utf8).write(to: URL(fileURLWithPath: folder("c.flac")))
    #expect(throws: EncodeError.self) { try PCMReader(path: folder("c.flac")) }
    #expect(throws: EncodeError.self) { try PCMReader(path: folder("none.flac")) }
  }
}

@Suite("A PNG writer")
struct PNGTests {
  @Test("keeps every pixel")
  func pixels() throws {
    let folder = try TestFolder()
    let (width, height) = (67, 41)
    var picture = TestPattern.chart(width: width, height: height)
    for i in stride(from: 0, to: picture.count, by: 4) { picture[i] = UInt8(i * 7 % 256) }
    let writer = try PNGWriter(width: width, height: height)
    for name in ["0.png", "1.png"] {
      try picture.withUnsafeBytes { try writer.write($0, to: folder(name)) }
      let raw = try FilmProbe.run(
        "ffmpeg", ["-v", "quiet", "-i", folder(name), "-f", "rawvideo", "-pix_fmt", "rgba", "-"])
      #expect([UInt8](raw).elementsEqual(picture))
    }
    #expect(throws: EncodeError.exists(path: folder("0.png"))) {
      try picture.withUnsafeBytes { try writer.write($0, to: folder("0.png")) }
    }
  }
}
