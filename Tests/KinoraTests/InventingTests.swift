import Foundation
import Testing

@Suite("Inventing while the music plays", .serialized) struct InventingTests {
  let workshop: Workshop
  init() throws {
    workshop = try Workshop()
    for folder in ["Library", "Ingredients"] {
      try FileManager.default.createDirectory(
        atPath: workshop.path("Presets/Scenes"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Workshop.root + "/Presets/" + folder, toPath: workshop.path("Presets/" + folder))
    }
    let scene = try String(
      contentsOfFile: Workshop.root + "/Presets/Scenes/moonlit-sea.fs", encoding: .utf8)
    try workshop.write(scene, to: "Presets/Scenes/moonlit-sea.fs")
  }

  private var environment: [String: String] { ["KINORA_PRESETS": workshop.path("Presets")] }

  private func hashes(_ name: String, _ words: String...) throws -> (lines: [Substring], said: String) {
    let result = try workshop.run(
      [
        Workshop.kinora, "render", "demo", "-o", "\(name).mkv", "--hashes", "\(name).txt", "--size", "96x54",
        "--fps", "2", "--for", "40", "--grade", "off",
      ] + words, environment: environment)
    try #require(result.status == 0, "\(result.errors)")
    return (try workshop.text(of: "\(name).txt").split(separator: "\n"), result.errors)
  }

  @Test("a rendered song invents the same scenes each time, and they are seen")
  func isDeterministic() throws {
    try workshop.write("invent: true\nseed: 3\n", to: "show.yaml")
    let first = try hashes("first", "--show", "show.yaml")
    #expect(first.said.contains("is invented"), "\(first.said)")
    #expect(try hashes("second", "--invent", "--seed", "3").lines == first.lines)
    let plain = try hashes("plain", "--show", "show.yaml", "--no-invent")
    #expect(!plain.said.contains("is invented"))
    #expect(plain.lines.last != first.lines.last, "an invention is on stage")
  }

  @Test("a take keeps what was invented, and shows it again without the ingredients")
  func takeAndAgain() throws {
    let show = try workshop.startOnDisplay(
      [
        "perform", "--input", "demo", "--size", "96x54", "--take", workshop.path("t.kinora"), "--invent",
      ], environment: environment)
    #expect(try workshop.wait(for: show, toSay: "→ invented-", atMost: 120) != nil)
    Thread.sleep(forTimeInterval: 3)
    try workshop.signal("TERM")
    let live = try workshop.end(of: show)
    #expect(live.status == 0 && live.errors.contains("complete"), "\(live.errors)")
    try FileManager.default.removeItem(atPath: workshop.path("Presets"))
    var pictures: [String] = []
    for name in ["one", "two"] {
      let again = try workshop.kinora(
        "render", "t.kinora", "-o", "\(name).mkv", "--size", "96x54", "--fps", "2", "--hashes",
        "\(name).txt")
      #expect(again.status == 0, "\(again.errors)")
      #expect(!again.errors.contains("differ") && !again.errors.contains("invented"), "\(again.errors)")
      pictures.append(try workshop.text(of: "\(name).txt"))
    }
    #expect(pictures[0] == pictures[1])
  }

  @Test("the guide's own ingredient is one, and what is wanted is in the scene; an unknown one is named")
  func guide() throws {
    let article = try String(
      contentsOfFile: Workshop.root + "/Sources/Performance/Documentation.docc/InventingScenes.md",
      encoding: .utf8)
    let example = try #require(
      article.components(separatedBy: "```glsl\n").last?.components(separatedBy: "```")[0])
    try workshop.write(example, to: "Presets/Ingredients/moonGate.glsl")
    let made = try workshop.run(
      [Workshop.kinora, "invent", "--with", "moonGate", "-o", "new"], environment: environment)
    #expect(made.status == 0 && made.output.contains("gate"), "\(made.errors)")
    #expect(try workshop.text(of: "new/invented-1-1.fs").contains("vec3 moonGate("))
    let none = try workshop.run(
      [Workshop.kinora, "invent", "--with", "moonGrate", "-o", "new"], environment: environment)
    #expect(none.status == 64 && none.errors.contains("moonGate?"), "\(none.errors)")
  }

  @Test("what was saved is part of the next show")
  func ownScenes() throws {
    let made = try workshop.run([Workshop.kinora, "invent", "-o", "new"], environment: environment)
    #expect(made.status == 0, "\(made.errors)")
    let text = try workshop.text(of: "new/invented-1-1.fs")
    try workshop.write(text, to: "Kinora/Presets/Scenes/my-own.fs")
    let list = try workshop.run([Workshop.kinora, "presets"], environment: environment)
    #expect(list.output.contains("my-own"), "\(list.output)")
    let check = try workshop.run([Workshop.kinora, "presets", "check", "my-own"], environment: environment)
    #expect(check.status == 0, "\(check.output)")
  }
}
