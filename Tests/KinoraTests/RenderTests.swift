import Foundation
import Testing

@Suite("Rendering", .serialized) struct RenderTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func hashes(_ name: String, _ words: String...) throws -> [Substring] {
    let result = try workshop.run(
      [
        Workshop.kinora, "render", "demo", "-o", "\(name).mkv", "--hashes", "\(name).txt", "--size", "128x72",
        "--fps", "10", "--for", "8",
      ] + words)
    try #require(result.status == 0, "\(result.errors)")
    return try workshop.text(of: "\(name).txt").split(separator: "\n")
  }

  @Test("gives the same pictures for the same song and seed, and others for another seed")
  func isDeterministic() throws {
    let first = try hashes("first", "--seed", "5")
    #expect(first.count == 80)
    #expect(Set(first).count > 60, "pictures move")
    #expect(try hashes("second", "--seed", "5") == first)
    #expect(try hashes("third", "--seed", "6") != first)
  }

  @Test("ends picture and sound within one frame of each other")
  func endsTogether() throws {
    try workshop.kinora("render", "demo", "-o", "a.mp4", "--size", "128x72", "--fps", "25", "--for", "3")
    let length = try workshop.durations(of: "a.mp4")
    let (picture, sound) = (try #require(length["video"]), try #require(length["audio"]))
    #expect(abs(picture - 3) < 0.001)
    #expect(abs(picture - sound) <= 1.0 / 25)
  }

  @Test("never overwrites without being told to")
  func keepsWhatIsThere() throws {
    try workshop.write("mine", to: "kept.mp4")
    let refused = try workshop.kinora("render", "demo", "-o", "kept.mp4", "--for", "1", "--size", "64x36")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("kept.mp4"))
    #expect(try workshop.text(of: "kept.mp4") == "mine")
    let forced = try workshop.kinora(
      "render", "demo", "-o", "kept.mp4", "--for", "1", "--size", "64x36", "--force")
    #expect(forced.status == 0)
  }

  @Test(
    "says in one sentence what it can't write to",
    arguments: ["/proc/kinora.mp4", "no/folder/a.mp4", "a.avi"])
  func unwritable(path: String) throws {
    let refused = try workshop.kinora("render", "demo", "-o", path, "--for", "1", "--size", "64x36")
    #expect(refused.status == 73)
    #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
  }

  @Test("goes on through a minute of silence without a black picture")
  func silence() throws {
    try workshop.run(["sox", "-n", "-r", "48000", "-c", "2", workshop.path("silence.wav"), "trim", "0", "60"])
    let result = try workshop.kinora("render", "silence.wav", "-o", "s.mp4", "--size", "128x72", "--fps", "2")
    #expect(result.status == 0)
    let black = try workshop.run([
      "ffmpeg", "-i", workshop.path("s.mp4"), "-vf", "blackdetect=d=0.1:pic_th=0.995:pix_th=0.03", "-an",
      "-f",
      "null", "-",
    ])
    #expect(!black.errors.contains("black_start"))
  }
}
