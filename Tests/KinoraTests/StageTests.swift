import Foundation
import Testing

@Suite("On stage", .serialized) struct StageTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test("a take renders again with the same decisions, at another size and rate")
  func takeAndAgain() throws {
    let show = try workshop.startOnDisplay([
      "perform", "--input", "demo", "--for", "12", "--size", "160x90", "--record", workshop.path("live.mp4"),
    ])
    let live = try workshop.end(of: show)
    #expect(live.status == 0, "\(live.errors)")
    #expect(live.errors.contains("complete"))
    let length = try workshop.durations(of: "live.mp4")
    #expect(abs((length["video"] ?? 0) - (length["audio"] ?? 9)) <= 1.0 / 30)
    #expect(workshop.exists("live.provenance.json"))
    let again = try workshop.kinora(
      "render", "live.kinora", "-o", "again.mkv", "--size", "96x54", "--fps", "12")
    #expect(again.status == 0, "\(again.errors)")
    #expect(!again.errors.contains("differ"), "\(again.errors)")
    try tellsItsCues(live.errors)
  }

  /// The cue sheet of the take tells what was said live, in every format.
  private func tellsItsCues(_ live: String) throws {
    let text = try workshop.kinora("cues", "live.kinora")
    #expect(text.status == 0 && !text.errors.contains("differ"), "\(text.errors)")
    let lines = text.output.split(separator: "\n").map { $0.dropFirst("00:00:00:00  ".count) }
    #expect(!lines.isEmpty && lines.allSatisfy { live.contains($0) }, "\(text.output)")
    let list = try workshop.kinora("cues", "live.kinora", "--format", "edl", "-o", "live.edl")
    #expect(list.status == 0)
    #expect(try workshop.text(of: "live.edl").contains("001  AX       V     C"))
    let json = try workshop.kinora("cues", "live.kinora", "--format", "json")
    let sheet = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((sheet?["cues"] as? [[String: Any]])?.count == lines.count)
    #expect(abs((sheet?["seconds"] as? Double ?? 0) - 12) < 2)
    let again = try workshop.kinora("cues", "live.kinora", "--format", "srt", "-o", "live.edl")
    #expect(again.status == 73, "what exists isn't replaced unasked")
  }

  @Test("SIGTERM, SIGINT and SIGHUP finish the film", arguments: ["TERM", "INT", "HUP"])
  func finishes(signal: String) throws {
    let show = try workshop.startOnDisplay([
      "perform", "--input", "demo", "--size", "96x54", "--record", workshop.path("cut.mp4"),
    ])
    #expect(try workshop.wait(for: show, toSay: "opens", atMost: 60) != nil)
    Thread.sleep(forTimeInterval: 2)
    try workshop.signal(signal)
    #expect(try workshop.end(of: show).status == 0)
    #expect((try workshop.durations(of: "cut.mp4")["video"] ?? 0) > 1)
  }

  @Test("a device that is unplugged is told, coasted over and found again")
  func unplugged() throws {
    let card = try SoundCard()
    let show = try workshop.startOnDisplay(
      ["perform", "--size", "96x54", "--for", "14", "--take", workshop.path("t.kinora")],
      environment: card.environment)
    #expect(try workshop.wait(for: show, toSay: "opens", atMost: 60) != nil)
    try card.unplug()
    Thread.sleep(forTimeInterval: 2)
    try card.replug()
    let result = try workshop.end(of: show)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("found again"), "\(result.errors)")
    let again = try workshop.kinora("render", "t.kinora", "-o", "t.mkv", "--size", "64x36", "--fps", "2")
    #expect(again.status == 0 && !again.errors.contains("differ"), "\(again.errors)")
  }

  @Test("without a display it says how to render to a file")
  func noDisplay() throws {
    let result = try workshop.kinora("perform", "--input", "demo")
    #expect(result.status == 69)
    #expect(result.errors.contains("kinora render demo -o"))
  }

  @Test("without a capture device the demo song plays, and it says so")
  func demoInstead() throws {
    let show = try workshop.startOnDisplay(
      ["perform", "--for", "2", "--size", "96x54", "--no-take"],
      environment: ["ALSA_CONFIG_PATH": "/nonexistent"])
    let result = try workshop.end(of: show)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("demo song"))
  }

  @Test("a file that may grow no more ends there, and the show goes on")
  func fullFile() throws {
    let line =
      "ulimit -f 200; exec xvfb-run -a -s '-screen 0 1024x768x24' '\(Workshop.kinora)' perform "
      + "--input demo --for 10 --size 320x180 --no-take --record '\(workshop.path("full.mkv"))'"
    let result = try workshop.run(["bash", "-c", line])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("full 2.mkv"), "it goes on in a second file: \(result.errors)")
    let played = try workshop.run([
      "ffmpeg", "-v", "error", "-i", workshop.path("full.mkv"), "-f", "null", "-",
    ])
    #expect(played.status == 0, "the file up to then plays: \(played.errors)")
  }
}
