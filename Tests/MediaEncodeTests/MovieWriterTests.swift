import FilmProbe
import Foundation
import Testing

@testable import Media

@Suite("A movie writer")
struct MovieWriterTests {
  let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func write(
    _ name: String, seconds: Double, format: MovieFormat, chapters: [Chapter] = [], tidily: Bool = true
  ) throws -> MovieTotals {
    let writer = try MovieWriter(
      path: folder(name), format: format,
      details: MovieDetails(title: "A title", artist: "Somebody", date: "2026-01-02", comment: "Kinora 1.0"))
    let frames = Int64(seconds * Double(format.framesPerSecond))
    for frame in 0..<frames {
      try TestPattern.numbered(frame, width: format.width, height: format.height)
        .withUnsafeBytes { try writer.write($0) }
      let from = frame * 48_000 / Int64(format.framesPerSecond)
      let to = (frame + 1) * 48_000 / Int64(format.framesPerSecond)
      try TestPattern.clicks(from: from, frames: Int(to - from))
        .withUnsafeBufferPointer { try writer.write(sound: $0) }
    }
    return try writer.finish(chapters: chapters, tidily: tidily)
  }

  @Test("keeps a colour chart within 2 code values and tags its colours", arguments: ["a.mp4", "a.mkv"])
  func colour(name: String) throws {
    let (width, height) = (256, 256)
    let path = folder(name)
    let format = MovieFormat(
      width: width, height: height, framesPerSecond: 30, container: try MovieFormat.container(ofPath: path))
    let writer = try MovieWriter(path: path, format: format)
    let chart = TestPattern.chart(width: width, height: height)
    for _ in 0..<30 { try chart.withUnsafeBytes { try writer.write($0) } }
    _ = try writer.finish()
    let pictures = try FilmProbe.pictures(path)
    let size = width * height * 3 / 2
    try #require(pictures.count == size * 30)
    let last = [UInt8](pictures.suffix(size))
    for (index, patch) in TestPattern.patches.enumerated() {
      let (x, y) = ((index % 4) * 64 + 32, (index / 4) * 64 + 32)
      let luma = Double(last[y * width + x])
      let cb = Double(last[width * height + (y / 2) * width / 2 + x / 2])
      let cr = Double(last[width * height * 5 / 4 + (y / 2) * width / 2 + x / 2])
      let rgb = Self.bt709(luma, cb, cr)
      #expect(abs(rgb.0 - Double(patch.0)) <= 2.5, "red of \(patch): \(rgb)")
      #expect(abs(rgb.1 - Double(patch.1)) <= 2.5, "green of \(patch): \(rgb)")
      #expect(abs(rgb.2 - Double(patch.2)) <= 2.5, "blue of \(patch): \(rgb)")
    }
    let video = try #require(try FilmProbe(path).video)
    for tag in ["color_space", "color_primaries", "color_transfer"] { #expect(video[tag] == "bt709") }
    #expect(video["color_range"] == "tv")
  }

  /// Limited-range BT.709 to RGB code values, as ITU-R BT.709 has it.
  static func bt709(_ luma: Double, _ cb: Double, _ cr: Double) -> (Double, Double, Double) {
    let y = (luma - 16) / 219
    let (b, r) = ((cb - 128) / 224, (cr - 128) / 224)
    let red = y + 1.5748 * r
    let blue = y + 1.8556 * b
    let green = (y - 0.2126 * red - 0.0722 * blue) / 0.7152
    func code(_ x: Double) -> Double { min(max(x, 0), 1) * 255 }
    return (code(red), code(green), code(blue))
  }

  @Test(
    "ends pictures and sound together, with every frame",
    arguments: [("b.mp4", 30, true), ("c.mp4", 60, true), ("d.mp4", 25, false), ("e.mkv", 60, true)])
  func ends(name: String, fps: Int, tidily: Bool) throws {
    let format = MovieFormat(
      width: 192, height: 108, framesPerSecond: fps, container: try MovieFormat.container(ofPath: name))
    let totals = try write(name, seconds: 4.5, format: format, tidily: tidily)
    #expect(totals.isTidy == tidily)
    let film = try FilmProbe(folder(name))
    let video = try #require(film.video)
    let sound = try #require(film.sound)
    #expect(video.frames == Int(4.5 * Double(fps)))
    #expect(abs(video.start) < 0.002)
    let decoded = try FilmProbe.sound(folder(name))
    let soundEnd = sound.start + Double(decoded.count / 2) / 48_000
    #expect(abs(soundEnd - 4.5) <= 1 / Double(fps), "sound starts \(sound.start), ends \(soundEnd)")
    // The click of each second is where it was put, to a millisecond.
    for second in 1...4 {
      let expected = Double(second)
      let from = Int((expected - 0.2 - sound.start) * 48_000)
      let found = (from..<from + 19_200).first { abs(decoded[$0 * 2]) > 0.3 }
      let at = Double(try #require(found)) / 48_000 + sound.start
      #expect(abs(at - expected) < 0.0015, "click \(second) at \(at)")
    }
  }

  @Test("says what it is, and where its chapters begin", arguments: ["f.mp4", "f.mkv"])
  func metadata(name: String) throws {
    let chapters = [
      Chapter(sampleFrames: 0, title: "Intro"), Chapter(sampleFrames: 48_000, title: "Refrain"),
    ]
    let format = MovieFormat(
      width: 128, height: 72, framesPerSecond: 30, container: try MovieFormat.container(ofPath: name))
    _ = try write(name, seconds: 2, format: format, chapters: chapters)
    let film = try FilmProbe(folder(name))
    let tags = Dictionary(uniqueKeysWithValues: film.tags.map { ($0.lowercased(), $1) })
    #expect(tags["title"] == "A title")
    #expect(tags["artist"] == "Somebody")
    #expect(tags["comment"] == "Kinora 1.0")
    #expect(film.chapters.map(\.title) == ["Intro", "Refrain"])
    #expect(film.chapters.map(\.start) == [0, 1])
    #expect(folder.names == [name], "no temporary file is left")
  }

  @Test("takes the next encoder when one can't be opened, and says so")
  func fallback() throws {
    let format = MovieFormat(
      width: 128, height: 72, framesPerSecond: 30, encoders: ["h264_bogus", "h264_nvenc", "mpeg4"])
    let totals = try write("g.mp4", seconds: 1, format: format)
    #expect(totals.encoder == "mpeg4")
    #expect(totals.notices.contains { $0.contains("h264_bogus") })
    #expect(totals.notices.contains { $0.contains("Recording with mpeg4") })
    #expect(try FilmProbe(folder("g.mp4")).video?.frames == 30)
  }

  @Test("says which encoders it tried when none works")
  func noEncoder() {
    let format = MovieFormat(width: 128, height: 72, framesPerSecond: 30, encoders: ["h264_bogus"])
    #expect(throws: EncodeError.noEncoder(tried: ["h264_bogus"])) {
      try MovieWriter(path: folder("h.mp4"), format: format)
    }
    #expect(folder.names.isEmpty, "no empty file is left")
  }

  @Test("rounds odd sides down and says so")
  func oddSize() throws {
    let format = MovieFormat(width: 129, height: 73, framesPerSecond: 30)
    let totals = try write("i.mp4", seconds: 1, format: format)
    #expect(totals.notices.contains { $0.contains("128 × 72") })
    let video = try #require(try FilmProbe(folder("i.mp4")).video)
    #expect(video["width"] == "128" && video["height"] == "72")
  }

  @Test("refuses sizes and rates that no film can have")
  func badFormats() {
    for (width, height, fps) in [
      (0, 0, 30), (1, 720, 30), (20_000, 720, 30), (640, 360, 0), (640, 360, 1000),
    ] {
      #expect(throws: EncodeError.self) {
        let format = MovieFormat(width: width, height: height, framesPerSecond: fps)
        _ = try MovieWriter(path: folder("j.mp4"), format: format)
      }
    }
    #expect(folder.names.isEmpty)
  }

  @Test("leaves an existing file alone unless forced")
  func overwrite() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder("k.mp4")))
    let format = MovieFormat(width: 128, height: 72, framesPerSecond: 30)
    #expect(throws: EncodeError.exists(path: folder("k.mp4"))) {
      try MovieWriter(path: folder("k.mp4"), format: format)
    }
    #expect(try String(contentsOfFile: folder("k.mp4"), encoding: .utf8) == "mine")
    let writer = try MovieWriter(path: folder("k.mp4"), format: format, force: true)
    try writer.repeatPicture()
    _ = try writer.finish()
    #expect(try FilmProbe(folder("k.mp4")).video?.frames == 1)
  }

  @Test("takes names with spaces, emoji and line breaks, and refuses those too long")
  func names() throws {
    let format = MovieFormat(width: 128, height: 72, framesPerSecond: 30, sound: .none)
    for name in ["a b 🎵.mp4", "x\ny.mp4", "%s:?.mp4", String(repeating: "é", count: 120) + ".mp4"] {
      let writer = try MovieWriter(path: folder(name), format: format)
      try writer.repeatPicture()
      #expect(try writer.finish().isTidy, "\(name)")
      #expect(try FilmProbe("file:" + folder(name)).video?.frames == 1)
    }
    #expect(throws: EncodeError.self) {
      try MovieWriter(path: folder(String(repeating: "x", count: 300) + ".mp4"), format: format)
    }
  }

  @Test("an unfinished film plays, is known as unfinished, and can be tidied")
  func unfinished() throws {
    let path = folder("l.mp4")
    do {
      let format = MovieFormat(width: 128, height: 72, framesPerSecond: 30)
      let writer = try MovieWriter(path: path, format: format)
      for frame in 0..<90 as Range<Int64> {
        try TestPattern.numbered(frame, width: 128, height: 72).withUnsafeBytes { try writer.write($0) }
        try TestPattern.clicks(from: frame * 1600, frames: 1600).withUnsafeBufferPointer {
          try writer.write(sound: $0)
        }
      }
    }  // let go of without `finish`
    #expect(MovieFinish.isUnfinished(path: path))
    let before = try #require(try FilmProbe(path).video)
    #expect(before.frames >= 80)
    try MovieFinish.tidy(path: path)
    #expect(!MovieFinish.isUnfinished(path: path))
    let after = try FilmProbe(path)
    #expect(after.video?.frames == before.frames)
    #expect(after.duration > 2.6)
  }

  @Test("offline: encodes with look-ahead and loses nothing of it")
  func offline() throws {
    let format = MovieFormat(width: 192, height: 108, framesPerSecond: 60, effort: .offline)
    _ = try write("m.mp4", seconds: 3, format: format)
    let film = try FilmProbe(folder("m.mp4"))
    #expect(film.video?.frames == 180)
    #expect(abs(film.video?.start ?? 1) < 0.002)
    let pictures = try FilmProbe.pictures(folder("m.mp4"))
    for frame in 0..<180 {
      let middle = Double(pictures[frame * 192 * 108 * 3 / 2 + 80 * 192 + 96])
      let grey = (middle - 16) / 219 * 255
      #expect(abs(grey - Double(16 + (frame % 24) * 8)) < 3, "frame \(frame) shows \(grey)")
    }
  }
}
