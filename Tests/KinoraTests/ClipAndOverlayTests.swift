import Foundation
import Testing

@Suite("Clips and overlays, the whole program", .serialized) struct ClipAndOverlayTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func makeClip(_ name: String, _ source: String) throws {
    try FileManager.default.createDirectory(
      atPath: workshop.path("films"), withIntermediateDirectories: true)
    try workshop.run([
      "ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-t", "4", "-pix_fmt", "yuv420p",
      workshop.path("films/\(name)"),
    ])
  }

  private func hashes(_ name: String, _ words: String...) throws -> [Substring] {
    let result = try workshop.run(
      [Workshop.kinora, "render"] + words + [
        "-o", "\(name).mkv", "--hashes", "\(name).txt", "--size", "128x72", "--fps", "10",
      ])
    try #require(result.status == 0, "\(result.errors)")
    #expect(!result.errors.contains("differ"), "\(result.errors)")
    return try workshop.text(of: "\(name).txt").split(separator: "\n")
  }

  @Test("a take tells what was written over it and which clips it showed, and shows them again")
  func takeAndAgain() throws {
    try makeClip("one.mp4", "testsrc2=s=160x90:r=25")
    try makeClip("two.mp4", "mandelbrot=s=160x90:r=25")
    try workshop.write("[00:00.50]first words\n[00:03.00]and more\n", to: "song.lrc")
    let show = try workshop.startOnDisplay([
      "perform", "--input", "demo", "--for", "6", "--size", "160x90", "--clips", "films", "--only-clips",
      "--title", "The Title", "--lyrics", "song.lrc", "--lyrics-offset", "-100", "--take", "t.kinora",
    ])
    let live = try workshop.end(of: show)
    #expect(live.status == 0 && live.errors.contains("complete"), "\(live.errors)")
    // The lyrics' own file is no longer needed.
    try FileManager.default.removeItem(atPath: workshop.path("song.lrc"))
    let first = try hashes("a", "t.kinora")
    #expect(try hashes("b", "t.kinora") == first)
    #expect(Set(first).count > first.count / 2, "pictures move")
    try workshop.write("[00:00.50]other words\n", to: "other.lrc")
    let other = try hashes("c", "t.kinora", "--lyrics", "other.lrc")
    #expect(Array(other.prefix(4)) == Array(first.prefix(4)), "before the first word nothing differs")
    #expect(other[9] != first[9])
    try FileManager.default.moveItem(
      atPath: workshop.path("films"), toPath: workshop.path("elsewhere"))
    let lost = try workshop.kinora("render", "t.kinora", "-o", "d.mkv", "--size", "64x36")
    #expect(lost.status == 65 && lost.errors.contains("films/one.mp4"), "\(lost.errors)")
    #expect(try hashes("e", "t.kinora", "--clips", "elsewhere") == first)
  }

  @Test("a camera is on stage as it sees; pulled out, its last picture stays and it is said")
  func camera() throws {
    let show = try workshop.run([
      Workshop.root + "/Tools/virtual-camera", "--pictures", "60", "xvfb-run", "-a", Workshop.kinora,
      "perform", "--input", "demo", "--camera", "/dev/video-virtual", "--only-clips", "--for", "7",
      "--size", "160x90", "--grade", "off", "--look", "off", "--record", workshop.path("seen.mkv"),
    ])
    #expect(show.status == 0 && show.errors.contains("the last one stays"), "\(show.errors)")
    try workshop.run([
      "ffmpeg", "-v", "error", "-i", workshop.path("seen.mkv"), "-vf", "scale=60:1,format=gray", "-f",
      "rawvideo", workshop.path("seen.raw"),
    ])
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: workshop.path("seen.raw"))))
    let pictures = stride(from: 0, to: bytes.count - 59, by: 60).map { Array(bytes[$0..<($0 + 60)]) }
    // Before the camera has given its first picture the stage may be dark.
    let first = try #require(pictures.firstIndex { $0.allSatisfy { $0 > 40 } })
    let seen = pictures[first...]
    #expect(seen.count > 100 && seen.allSatisfy { $0.allSatisfy { $0 > 40 } }, "never black again")
    /// Where the white bar stands.
    let bars = seen.map { $0.firstIndex(of: $0.max() ?? 0) ?? 0 }
    #expect(Set(bars).count > 25, "it wanders")
    let stays = zip(bars.dropFirst(15), bars).count { $0 == $1 }
    #expect(stays > 5, "and stands while the camera is out")
  }

  @Test("the same song, clips and words give the same film; a broken clip is told and left out")
  func rendersAlike() throws {
    try makeClip("one.mkv", "testsrc2=s=160x90:r=30")
    try workshop.write("not a film", to: "films/bad.mp4")
    let words = ["demo", "--clips", "films", "--only-clips", "--for", "3", "--title", "T|مرحبا"]
    func render(_ name: String) throws -> Outcome {
      try workshop.run(
        [Workshop.kinora, "render"] + words + [
          "-o", "\(name).mkv", "--hashes", "\(name).txt", "--size", "128x72", "--fps", "10",
        ])
    }
    let one = try render("one")
    #expect(one.status == 0 && one.errors.contains("bad.mp4"), "\(one.errors)")
    #expect(try render("two").status == 0)
    #expect(try workshop.text(of: "one.txt") == workshop.text(of: "two.txt"))
  }

  private static let bad: [(words: [String], status: Int32)] = [
    (["--lyrics", "none.lrc"], 65), (["--credits", "."], 65), (["--logo", "text.txt"], 65),
    (["--lyrics", "text.txt"], 65), (["--clips", "none"], 66), (["--clips", "."], 66),
    (["--camera", "/dev/video0"], 64), (["--only-clips"], 64), (["--lyrics-offset", "9"], 64),
  ]

  @Test("what can't be used is refused in one sentence before the show", arguments: 0..<9)
  func refused(which: Int) throws {
    let (words, status) = Self.bad[which]
    try workshop.write("just words", to: "text.txt")
    let result = try workshop.run([Workshop.kinora, "render", "demo", "-o", "a.mkv", "--for", "1"] + words)
    #expect(result.status == status, "\(result.errors)")
    #expect(!result.errors.isEmpty && !workshop.exists("a.mkv"))
  }
}
