import Foundation
import Testing

@Suite("Filters, looks and foreign presets", .serialized) struct HostingTests {
  let workshop: Workshop
  init() throws {
    workshop = try Workshop()
    // Two scenes are enough; every preset more is compiled more.
    for folder in ["Library", "Filters", "Looks"] {
      try FileManager.default.createDirectory(
        atPath: workshop.path("Presets"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Workshop.root + "/Presets/" + folder, toPath: workshop.path("Presets/" + folder))
    }
    for scene in ["moonlit-sea", "ink-koi"] {
      let text = try String(contentsOfFile: Workshop.root + "/Presets/Scenes/\(scene).fs", encoding: .utf8)
      try workshop.write(text, to: "Presets/Scenes/\(scene).fs")
    }
  }

  private func render(_ words: [String]) throws -> (outcome: Outcome, hashes: String) {
    let outcome = try workshop.run(
      [
        Workshop.kinora, "render", "demo", "-o", "a.mkv", "--force", "--hashes", "h.txt", "--size", "96x54",
        "--fps", "5", "--for", "4", "--presets", workshop.path("Presets"),
      ] + words)
    return (outcome, workshop.exists("h.txt") ? try workshop.text(of: "h.txt") : "")
  }

  @Test("a song's grade, look and filters are the same each time, and off is off")
  func choices() throws {
    let all = [
      "--grade", "1.5", "--look", "two-strip", "--filter", "halftone:0.5", "--filter", "kaleidoscope",
    ]
    let one = try render(all)
    #expect(one.outcome.status == 0, "\(one.outcome.errors)")
    #expect(try render(all).hashes == one.hashes)
    let plain = try render(["--grade", "off"])
    #expect(plain.hashes != one.hashes)
    #expect(try render(["--grade", "0"]).hashes == plain.hashes)
  }

  @Test("a wrong choice is told in a sentence, with file and line where there are any")
  func wrongChoices() throws {
    try workshop.write("LUT_3D_SIZE 2\n0 0 0\nhello\n", to: "bad.cube")
    for (words, status, said) in [
      (["--look", "bad.cube"], Int32(65), "bad.cube:3: “hello”"), (["--look", "nowhere"], 66, "nowhere"),
      (["--filter", "nowhere"], 66, "There are: bar-mirrors"),
      (["--filter", "halftone:7"], 64, "halftone:7"),
      (["--grade", "much"], 64, "off, auto or"),
    ] {
      let result = try render(words).outcome
      #expect(result.status == status && result.errors.contains(said), "\(result.errors)")
    }
  }

  @Test("a shader without an end is left out, and the show goes on")
  func endless() throws {
    try workshop.write(
      """
      /*{ "INPUTS": [{ "NAME": "x", "TYPE": "float" }] }*/
      void main() {
        float sum = 0.0;
        float a = x - 1.0;
        while (a < 1.0) {
          float b = x - 1.0;
          while (b < 1.0) {
            float c = x - 1.0;
            while (c < 1.0) {
              c -= RENDERSIZE.x * 1e-9;
              for (int i = 0; i < 32; i++) sum += sin(sum + c) * pow(abs(c * b), 1.3);
            }
            b -= RENDERSIZE.x * 1e-9;
          }
          a -= RENDERSIZE.y * 1e-9;
        }
        gl_FragColor = vec4(fract(sum));
      }
      """, to: "Presets/Scenes/endless.fs")
    let result = try render(["--grade", "off"]).outcome
    #expect(result.status == 0 && result.errors.contains("endless.fs"), "\(result.errors)")
    #expect(result.errors.contains("a loop without an end?"))
    let check = try workshop.kinora("presets", "check", workshop.path("Presets/Scenes/endless.fs"))
    #expect(check.status == 65 && check.output.contains("a loop without an end?"))
  }

  @Test("an image of 100 MB and a JSON bomb are refused in a sentence")
  func bombs() throws {
    let shader = "\nvoid main() { gl_FragColor = IMG_NORM_PIXEL(photo, isf_FragNormCoord); }"
    try workshop.write(#"/*{ "IMPORTED": { "photo": { "PATH": "vast.png" } } }*/"# + shader, to: "vast.fs")
    _ = FileManager.default.createFile(atPath: workshop.path("vast.png"), contents: nil)
    try FileHandle(forWritingTo: URL(fileURLWithPath: workshop.path("vast.png"))).truncate(
      atOffset: 100 << 20)
    let image = try workshop.kinora("presets", "check", workshop.path("vast.fs"))
    #expect(image.status == 65)
    #expect(image.output.contains("vast.png") && image.output.contains("at most 64 MiB"), "\(image.output)")
    try workshop.write(
      "/*{ \"X\": \(String(repeating: "[", count: 100_000)) }*/\nvoid main() {}", to: "deep.fs")
    try workshop.write(
      "/*{ \"X\": \"\(String(repeating: "y", count: 2 << 20))\" }*/\nvoid main() {}", to: "long.fs")
    let deep = try workshop.kinora("presets", "check", workshop.path("deep.fs"))
    #expect(deep.status == 65 && deep.output.contains("deep.fs:1") && deep.output.contains("32 levels"))
    let long = try workshop.kinora("presets", "check", workshop.path("long.fs"))
    #expect(long.status == 65 && long.output.contains("at most 1 MiB"), "\(long.output)")
  }

  @Test("a folder of presets is checked with its own library, and that is no preset")
  func folderWithLibrary() throws {
    try workshop.write("float half1(float x) { return 0.5 * x; }\n", to: "Mine/Library/halves.glsl")
    let scene = """
      /*{ "INPUTS": [], "KINORA": { "uses": ["halves"] } }*/
      void main() { gl_FragColor = vec4(half1(isf_FragNormCoord.x + fract(TIME)), 0.2, 0.1, 1.0); }
      """
    try workshop.write(scene, to: "Mine/Scenes/ramp.fs")
    for folder in ["Mine", "Mine/Scenes"] {
      let check = try workshop.kinora("presets", "check", folder)
      #expect(check.status == 0 && check.output.contains("1 of 1 files"), "\(check.output)\(check.errors)")
    }
  }

  @Test("an exported preset passes the check alone; nothing is overwritten unasked")
  func export() throws {
    let result = try workshop.kinora("presets", "export", "halftone", "-o", "out.fs")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try workshop.kinora("presets", "check", workshop.path("out.fs"), "--presets", workshop.path("Presets"))
        .output.contains("ok   out"))
    let again = try workshop.kinora("presets", "export", "ink-koi", "-o", "out.fs")
    #expect(again.status == 73 && again.errors.contains("out.fs exists already"))
    #expect(try workshop.text(of: "out.fs").contains("Halftone"))
    #expect(try workshop.kinora("presets", "export", "nobody").status == 66)
  }

  @Test("a take keeps look, filters and a preset's image, and renders again without the originals")
  func take() throws {
    let shader =
      #"/*{ "IMPORTED": { "photo": { "PATH": "img/photo.png" }, "room": { "TYPE": "cube", "PATH": ["#
      + (1...6).map { "\"img/side\($0).png\"" }.joined(separator: ", ")
      + #"] } }, "KINORA": { "licence": "MIT" } }*/"#
      + "\nvoid main() { gl_FragColor = 0.5 * IMG_NORM_PIXEL(photo, isf_FragNormCoord)"
      + " + 0.5 * textureCube(room, vec3(isf_FragNormCoord - 0.5, 0.5)); }"
    try workshop.write(shader, to: "Presets/Scenes/photo.fs")
    try FileManager.default.createDirectory(
      atPath: workshop.path("Presets/Scenes/img"), withIntermediateDirectories: true)
    try workshop.run([
      "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=32x18", "-frames:v", "1",
      workshop.path("Presets/Scenes/img/photo.png"),
    ])
    for side in 1...6 {
      try workshop.run([
        "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "mandelbrot=size=16x16", "-frames:v", "1",
        workshop.path("Presets/Scenes/img/side\(side).png"),
      ])
    }
    let show = try workshop.startOnDisplay([
      "perform", "--input", "demo", "--for", "5", "--size", "96x54", "--take", workshop.path("t.kinora"),
      "--presets", workshop.path("Presets"), "--look", "moonlight", "--filter", "ink-edge:0.5",
    ])
    let live = try workshop.end(of: show)
    #expect(live.status == 0 && live.errors.contains("complete"), "\(live.errors)")
    try FileManager.default.removeItem(atPath: workshop.path("Presets"))
    var hashes: [String] = []
    for name in ["one", "two"] {
      let again = try workshop.kinora(
        "render", "t.kinora", "-o", "\(name).mkv", "--size", "96x54", "--fps", "5", "--hashes", "\(name).txt")
      #expect(again.status == 0 && !again.errors.contains("differ"), "\(again.errors)")
      #expect(
        !again.errors.contains("photo") && !again.errors.contains("side"),
        "the image is there: \(again.errors)")
      hashes.append(try workshop.text(of: "\(name).txt"))
    }
    #expect(hashes[0] == hashes[1] && hashes[0].split(separator: "\n").count > 15)
    // What measures a take reads it as the product does, its look too.
    let measured = try workshop.run([Workshop.bench, "take", workshop.path("t.kinora"), "30"])
    #expect(measured.status == 0 && measured.output.contains("decisions: 0 of"), "\(measured.output)")
    try lateFinish(hashes[0])
  }

  /// Another finish than the take's: the decisions stay, the picture changes, and the film says what changed it.
  private func lateFinish(_ usual: String) throws {
    func render(_ words: [String]) throws -> (outcome: Outcome, hashes: String) {
      let outcome = try workshop.run(
        [
          Workshop.kinora, "render", "t.kinora", "-o", "late.mkv", "--force", "--size", "96x54", "--fps", "5",
          "--hashes", "late.txt",
        ] + words)
      return (outcome, try workshop.text(of: "late.txt"))
    }
    let late = try render(["--grade", "1", "--look", "ember", "--filter", "halftone:0.7"])
    #expect(late.outcome.status == 0 && !late.outcome.errors.contains("differ"), "\(late.outcome.errors)")
    #expect(late.hashes != usual)
    let provenance = try workshop.text(of: "late.provenance.json")
    #expect(provenance.contains("halftone") && provenance.contains("ember"), "\(provenance)")
    #expect(
      try render(["--grade", "1", "--look", "ember", "--filter", "halftone:0.7"]).hashes == late.hashes)
    let bare = try render(["--grade", "off", "--look", "off", "--filter", "off"])
    #expect(bare.hashes != usual && bare.hashes != late.hashes)
    #expect(try render(["--look", "nowhere"]).outcome.errors.contains("nowhere"))
    #expect(try render(["--look", "auto"]).outcome.status == 64)
  }
}
