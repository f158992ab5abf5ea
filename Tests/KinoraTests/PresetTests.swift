import Foundation
import Testing

@Suite("Presets that are wrong", .serialized) struct PresetTests {
  let workshop: Workshop
  init() throws {
    workshop = try Workshop()
    try FileManager.default.copyItem(atPath: Workshop.root + "/Presets", toPath: workshop.path("Presets"))
  }

  static let header =
    #"/*{ "ISFVSN": "2", "INPUTS": [], "KINORA": { "subject": "test", "licence": "MIT" } }*/"#
  /// Each text, and what must be said of it.
  static let wrong: [(text: String, said: String)] = [
    ("/*{ \"ISFVSN\": \"2\", \n \"INPUTS\": [ }*/\nvoid main() {}", "wrong.fs:2"),
    (header + "\nvoid main() {\n  gl_FragColor = vec4(1.0\n}", "wrong.fs:"),
    (header + "\nvoid main() {\n  while (true) { }\n}", "wrong.fs:3"),
    (
      #"/*{ "ISFVSN": "2", "IMPORTED": { "photo": { "PATH": "none.png" } } }*/"#
        + "\nvoid main() { gl_FragColor = IMG_NORM_PIXEL(photo, isf_FragNormCoord); }", "none.png"
    ),
  ]

  @Test("are named with file and line off stage", arguments: wrong.indices)
  func offStage(number: Int) throws {
    try workshop.write(Self.wrong[number].text, to: "wrong.fs")
    let result = try workshop.kinora("presets", "check", workshop.path("wrong.fs"))
    #expect(result.status == 65)
    #expect(
      (result.output + result.errors).contains(Self.wrong[number].said), "\(result.output) \(result.errors)")
  }

  @Test("never show: the performance goes on without them")
  func onStage() throws {
    for number in Self.wrong.indices {
      try workshop.write(Self.wrong[number].text, to: "Presets/Scenes/wrong-\(number).fs")
    }
    let result = try workshop.kinora(
      "render", "demo", "-o", "a.mkv", "--size", "96x54", "--fps", "4", "--for", "4", "--presets",
      workshop.path("Presets"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("wrong-0.fs"))
  }

  @Test("saved while rehearsing are on stage within 0.3 s, broken ones leave the old one with file and line")
  func savedWhileRehearsing() throws {
    let show = try workshop.startOnDisplay([
      "rehearse", "demo", "--presets", workshop.path("Presets"), "--size", "96x54", "--for", "60",
    ])
    #expect(try workshop.wait(for: show, toSay: "opens", atMost: 60) != nil)
    let scene = try workshop.text(of: "Presets/Scenes/moonlit-sea.fs")
    try workshop.write(scene + "\n// edited\n", to: "Presets/Scenes/moonlit-sea.fs")
    let good = try #require(try workshop.wait(for: show, toSay: "moonlit-sea: reloaded", atMost: 20))
    #expect(good < 5, "this may be a busy machine; Tools/bench reload measures it")
    try workshop.write(scene + "\nvoid broken( {\n", to: "Presets/Scenes/moonlit-sea.fs")
    #expect(try workshop.wait(for: show, toSay: "the old one stays", atMost: 20) != nil)
    #expect(try workshop.errors(of: show).contains("moonlit-sea.fs:"))
    #expect(show.isRunning)
    try workshop.signal("TERM")
    #expect(try workshop.end(of: show).status == 0)
  }

  @Test("a show file that is wrong is named with its line")
  func wrongShow() throws {
    try workshop.write("title: Night\nscenes:\n  - nowhere\n", to: "a.yaml")
    let unknown = try workshop.kinora("render", "demo", "-o", "a.mp4", "--show", "a.yaml")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("nowhere"))
    try workshop.write("title: Night\nscenes: 7\n", to: "b.yaml")
    let wrong = try workshop.kinora("render", "demo", "-o", "a.mp4", "--show", "b.yaml")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("b.yaml:2"))
  }
}
