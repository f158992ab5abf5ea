import Foundation
import Testing

@Suite("Evenings, memory and briefs", .serialized) struct EveningTests {
  let workshop: Workshop
  init() throws {
    workshop = try Workshop()
    try workshop.keepFewPresets(scenes: ["moonlit-sea", "ink-koi", "gallop", "heron"])
  }

  private var presets: [String: String] { ["KINORA_PRESETS": workshop.path("Presets")] }

  @Test("a set list plays its parts, goes on when the band falls silent, and writes a take for each")
  func setList() throws {
    let card = try SoundCard()
    try workshop.run([
      "sox", "-n", "-r", "48000", "-c", "2", workshop.path("band.wav"), "synth", "6", "pluck", "C3",
    ])
    try workshop.write(
      """
      silence: 2
      parts:
        - song: demo
          title: First
          for: 5
        - listen: \(card.environment["VSC_ALSA_DEVICE"] ?? "vsc")
          title: The band
          brief: "a heron"
        - song: \(workshop.path("band.wav"))
      """, to: "set.yaml")
    let show = try workshop.startOnDisplay(
      [
        "perform", "--set-list", workshop.path("set.yaml"), "--size", "96x54", "--take",
        workshop.path("takes"),
        "--no-memory",
      ], environment: presets.merging(card.environment) { $1 })
    #expect(try workshop.wait(for: show, toSay: "Listening to", atMost: 90) != nil)
    Thread.sleep(forTimeInterval: 3)
    try card.play(workshop.path("band.wav"))
    let result = try workshop.end(of: show)
    #expect(result.status == 0, "\(result.errors)")
    for name in ["01 First", "02 The band", "03 band"] {
      let again = try workshop.kinora(
        "render", "takes/\(name).kinora", "-o", "a.mkv", "--force", "--size", "64x36", "--fps", "4",
        environment: presets)
      #expect(again.status == 0 && !again.errors.contains("differ"), "\(name): \(again.errors)")
    }
    #expect(!workshop.exists("data"), "nothing is remembered")
  }

  @Test("what was shown is remembered, is in the next take, and can be forgotten")
  func memory() throws {
    let home = presets.merging(["XDG_DATA_HOME": workshop.path("data")]) { $1 }
    func perform(_ name: String) throws -> String {
      let show = try workshop.startOnDisplay(
        ["perform", "--input", "demo", "--for", "25", "--size", "64x36", "--take", workshop.path(name)],
        environment: home)
      let result = try workshop.end(of: show)
      #expect(result.status == 0, "\(result.errors)")
      return result.errors
    }
    #expect(!(try perform("one.kinora")).contains("Shown lately"))
    let told = try workshop.kinora("memory", "show", environment: home).output
    #expect(told.contains("First Light") && told.contains("0:2"), "\(told)")
    _ = try perform("two.kinora")
    #expect(try workshop.kinora("memory", "forget", environment: home).status == 0)
    #expect(!workshop.exists("data/kinora/memory.sqlite"))
    // Without the memory the second take is decided as it was.
    let again = try workshop.kinora(
      "render", "two.kinora", "-o", "b.mkv", "--size", "64x36", "--fps", "4", environment: home)
    #expect(again.status == 0 && !again.errors.contains("differ"), "\(again.errors)")
  }

  @Test("a memory that is broken is told, and the show goes on")
  func brokenMemory() throws {
    try workshop.write(String(repeating: "no database ", count: 100), to: "data/kinora/memory.sqlite")
    let home = presets.merging(["XDG_DATA_HOME": workshop.path("data")]) { $1 }
    let show = try workshop.startOnDisplay(
      ["perform", "--input", "demo", "--for", "2", "--size", "64x36", "--take", workshop.path("t.kinora")],
      environment: home)
    let result = try workshop.end(of: show)
    #expect(result.status == 0 && result.errors.contains("The show goes on without it"), "\(result.errors)")
    let asked = try workshop.kinora("memory", "show", environment: home)
    #expect(asked.status == 65 && asked.errors.contains("memory.sqlite"), "\(asked.errors)")
  }

  @Test("a take with a brief renders again exactly, without WordNet")
  func briefInTake() throws {
    let show = try workshop.startOnDisplay(
      [
        "perform", "--input", "demo", "--for", "14", "--size", "64x36", "--take", workshop.path("t.kinora"),
        "--brief", "a horse at night, no birds", "--no-memory",
      ], environment: presets)
    let live = try workshop.end(of: show)
    #expect(live.status == 0 && live.errors.contains("horse"), "\(live.errors)")
    let bare = presets.merging(["KINORA_WORDNET": "/nonexistent"]) { $1 }
    var hashes: [String] = []
    for name in ["one", "two"] {
      let again = try workshop.kinora(
        "render", "t.kinora", "-o", "\(name).mkv", "--size", "64x36", "--fps", "5", "--hashes", "\(name).txt",
        environment: bare)
      #expect(again.status == 0 && !again.errors.contains("differ"), "\(again.errors)")
      hashes.append(try workshop.text(of: "\(name).txt"))
    }
    #expect(hashes[0] == hashes[1] && Set(hashes[0].split(separator: "\n")).count > 40)
    let alike = try workshop.kinora("sameness", "t.kinora", "t.kinora", environment: bare)
    #expect(
      alike.status == 0 && alike.output.contains("most alike: 1 and 2 (0.00)"),
      "\(alike.output)\(alike.errors)")
  }

  @Test("without WordNet a brief ends a rendering with a sentence; on stage the show goes on")
  func noLexicon() throws {
    let bare = presets.merging(["KINORA_WORDNET": "/nonexistent"]) { $1 }
    let render = try workshop.kinora(
      "render", "demo", "-o", "a.mkv", "--for", "1", "--size", "64x36", "--brief", "a horse",
      environment: bare)
    #expect(render.status == 69 && render.errors.contains("wordnet-base"), "\(render.errors)")
    #expect(render.errors.split(separator: "\n").count == 1 && !workshop.exists("a.mkv"))
    let show = try workshop.startOnDisplay(
      ["perform", "--input", "demo", "--for", "2", "--size", "64x36", "--no-take", "--brief", "a horse"],
      environment: bare)
    let live = try workshop.end(of: show)
    #expect(live.status == 0 && live.errors.contains("wordnet-base"), "\(live.errors)")
  }
}
