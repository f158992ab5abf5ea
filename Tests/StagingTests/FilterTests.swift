import Foundation
import Music
import Scenery
import Testing

@testable import Staging

/// Filters for tests: each does one thing to a number that can be told from the outside.
private enum Filter {
  static let header = #"{ "INPUTS": [{ "NAME": "inputImage", "TYPE": "image" }] }"#
  static let half =
    "void main() { gl_FragColor = vec4(IMG_THIS_PIXEL(inputImage).rgb * 0.5, 1.0); }"
  static let more =
    "void main() { gl_FragColor = vec4(IMG_THIS_PIXEL(inputImage).rgb + 51.0 / 255.0, 1.0); }"
  static let countHeader =
    #"{ "INPUTS": [{ "NAME": "inputImage", "TYPE": "image" }], "PASSES": [{ "TARGET": "past", "#
    + #""PERSISTENT": true }, {}] }"#
  static let count = """
    void main() {
      if (PASSINDEX == 0) gl_FragColor = IMG_THIS_PIXEL(past) + vec4(1.0 / 255.0);
      else gl_FragColor = vec4(IMG_THIS_PIXEL(past).rgb, 1.0);
    }
    """
}

@MainActor @Suite("A chain of filters") struct FilterTests {
  private func plan(
    _ filters: [(Int32, Float)], at seconds: Double = 0, scene: Int32 = 0
  ) -> FramePlan {
    var plan = TestStage.plan(scene, at: seconds)
    plan.finishing.filters = filters.map {
      FinishingPlan.Filter(layer: TestStage.layer($0.0, at: seconds), amount: $0.1)
    }
    return plan
  }

  private func stage() throws -> TestStage {
    let test = try TestStage()
    try test.prepare(0, "void main() { gl_FragColor = vec4(vec3(100.0 / 255.0), 1.0); }")
    try test.prepare(1, Filter.half, header: Filter.header)
    try test.prepare(2, Filter.more, header: Filter.header)
    return test
  }

  @Test("works in its order, and by its amounts")
  func order() throws {
    let test = try stage()
    #expect(test.draw(plan([(1, 1), (2, 1)])).colour(0.5, 0.5) == [101, 101, 101])
    // Half of 151.
    #expect((75...76).contains(test.draw(plan([(2, 1), (1, 1)])).colour(0.5, 0.5)[0]))
    let mixed = test.draw(plan([(1, 0.5)])).colour(0.5, 0.5)[0]
    #expect(abs(Int(mixed) - 75) <= 1)
    #expect(test.draw(plan([(1, 1), (2, 1), (2, 1)])).colour(0.5, 0.5)[0] == 152)
  }

  @Test("passed by leaves every byte as it is")
  func bypass() throws {
    let test = try stage()
    try test.prepare(3, Shader.corners)
    let plain = test.draw(plan([], scene: 3)).pixels
    #expect(test.draw(plan([(1, 0)], scene: 3)).pixels == plain)
    #expect(test.draw(plan([(9, 1)], scene: 3)).pixels == plain)
    #expect(test.draw(plan([(0, 1)], scene: 3)).pixels == plain)  // a scene is no filter
  }

  @Test("passes by a filter that fails, tells it once, and goes on")
  func failure() throws {
    let test = try stage()
    #expect(throws: PresetError.self) { try test.prepare(4, Shader.not, header: Filter.header) }
    glRaiseError()
    // The error is found with the first preset that draws after it: the scene rests, its last picture is filtered.
    _ = test.draw(plan([(1, 1)]))
    #expect(test.stage.faults().count == 1)
    try test.prepare(0, Shader.red)
    #expect((127...128).contains(test.draw(plan([(4, 1), (1, 1)], at: 0.1)).colour(0.5, 0.5)[0]))
    #expect(test.stage.faults().isEmpty)
  }

  @Test("remembers through its stay, begins anew with the next, and sees mixtures, too")
  func feedback() throws {
    let test = try stage()
    try test.prepare(5, Filter.count, header: Filter.countHeader)
    for frame in 0..<3 { _ = test.draw(plan([(5, 1)], at: Double(frame) / 30)) }
    #expect(test.draw(plan([(5, 1)], at: 0.1)).colour(0.5, 0.5) == [4, 4, 4])
    _ = test.draw(plan([], at: 0.2))
    #expect(test.draw(plan([(5, 1)], at: 0.3)).colour(0.5, 0.5) == [1, 1, 1])
    try test.prepare(6, "void main() { gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0); }")
    var mixture = plan([(2, 1)], at: 0.4)
    mixture.incoming = TestStage.layer(6, at: 0.4)
    mixture.progress = 0.5
    // 100/255 and black, half of each in linear light, are 71; the filter adds 51.
    #expect(abs(Int(test.draw(mixture).colour(0.5, 0.5)[0]) - 122) <= 2)
  }

  @Test("and a grade leak nothing")
  func leaks() throws {
    let test = try stage()
    var frame = plan([(1, 0.5), (2, 1)])
    frame.finishing.grade.bloom = 0.5
    var before = 0
    for count in 1...20 {
      frame.finishing.filters[0].layer = TestStage.layer(1, entrance: Double(count), at: Double(count))
      _ = test.draw(frame)
      if count == 3 { before = test.stage.liveObjects }
    }
    #expect(test.stage.liveObjects == before)
  }
}

@MainActor @Suite("A picture that feeds another") struct FeedTests {
  private static let header = #"{ "INPUTS": [{ "NAME": "view", "TYPE": "image" }] }"#
  private static func fed(by scene: String) -> String {
    #"{ "INPUTS": [{ "NAME": "view", "TYPE": "image" }], "KINORA": { "feeds": [{ "input": "view", "scene": ""#
      + scene + #"" }] } }"#
  }
  private static let show = "void main() { gl_FragColor = vec4(IMG_THIS_PIXEL(view).rgb, 1.0); }"
  private static let clock = "void main() { gl_FragColor = vec4(vec3(fract(TIME)), 1.0); }"

  private func prepare(_ test: TestStage, _ index: Int32, _ glsl: String, _ header: String, _ name: String)
    throws
  {
    try test.stage.prepare(TestStage.preset(glsl, header: header, name: name), as: PresetIndex(index))
  }

  @Test("is the scene that the header names, on the clock of whom it feeds")
  func named() throws {
    let test = try TestStage()
    try prepare(test, 0, Self.clock, "{}", "clock")
    try prepare(test, 1, Self.show, Self.fed(by: "clock"), "mirror")
    #expect(abs(Int(test.draw(TestStage.plan(1, at: 7.25, entrance: 7)).colour(0.5, 0.5)[0]) - 64) <= 1)
    #expect(test.stage.faults().isEmpty)
  }

  @Test("is the feeder of the appearance where the file names none")
  func feeder() throws {
    let test = try TestStage()
    try prepare(test, 0, Shader.red, "{}", "red")
    try prepare(test, 1, Self.show, Self.header, "mirror")
    var plan = TestStage.plan(1)
    let clouds = test.draw(plan)
    #expect(clouds.contrast > 0.02)
    plan.outgoing.appearance.feeder = PresetIndex(0)
    #expect(test.draw(plan).colour(0.3, 0.7) == [255, 0, 0])
    // What has gone leaves the clouds.
    test.stage.forget(PresetIndex(0))
    #expect(test.draw(plan).pixels == clouds.pixels)
  }

  @Test("in a circle gets a stand-in where it closes, and that is told once")
  func circle() throws {
    let test = try TestStage()
    try prepare(test, 0, Self.show, Self.fed(by: "b"), "a")
    try prepare(test, 1, Self.show, Self.fed(by: "a"), "b")
    #expect(test.draw(TestStage.plan(0)).contrast > 0.02)
    #expect(test.stage.faults().map(\.preset) == [PresetIndex(0)])
    _ = test.draw(TestStage.plan(0, at: 0.1))
    #expect(test.stage.faults().isEmpty)
  }

  @Test("that isn't there is told once, with its name")
  func missing() throws {
    let test = try TestStage()
    try prepare(test, 0, Self.show, Self.fed(by: "nowhere"), "a")
    _ = test.draw(TestStage.plan(0))
    #expect(test.stage.faults().first?.error.reason.contains("“nowhere”") == true)
    _ = test.draw(TestStage.plan(0, at: 0.1))
    #expect(test.stage.faults().isEmpty)
  }

  @Test("goes into a filter's second image")
  func filter() throws {
    let test = try TestStage()
    try prepare(test, 0, Shader.red, "{}", "red")
    try prepare(test, 1, Shader.blue, "{}", "blue")
    let header =
      #"{ "INPUTS": [{ "NAME": "inputImage", "TYPE": "image" }, { "NAME": "view", "TYPE": "image" }], "#
      + #""KINORA": { "feeds": [{ "input": "view", "scene": "blue" }] } }"#
    try prepare(
      test, 2, "void main() { gl_FragColor = IMG_THIS_PIXEL(inputImage) + IMG_THIS_PIXEL(view); }", header,
      "sum")
    var plan = TestStage.plan(0)
    plan.finishing.filters = [FinishingPlan.Filter(layer: TestStage.layer(2), amount: 1)]
    #expect(test.draw(plan).colour(0.5, 0.5) == [255, 0, 255])
  }

  @Test("wrong in the header is named with its line")
  func wrong() {
    for (feeds, said) in [
      (#"[{ "input": "x", "scene": "a" }]"#, "no image input"),
      (#"[{ "input": "view" }]"#, "doesn't say which"),
      (#"[{ "input": "inputImage", "scene": "a" }]"#, "gets the picture on stage"),
    ] {
      let header =
        #"{ "INPUTS": [{ "NAME": "view", "TYPE": "image" }, { "NAME": "inputImage", "TYPE": "image" }], "#
        + #""KINORA": { "feeds": \#(feeds) } }"#
      do {
        _ = try TestStage.preset(Self.show, header: header)
        Issue.record("accepted: \(feeds)")
      } catch {
        #expect(error.line == 1 && error.reason.contains(said), "\(error)")
      }
    }
  }
}

@MainActor @Suite("An exported preset") struct ExportTests {
  @Test(
    "stands alone and draws the same picture", .enabled(if: !BundledPresets.paths.isEmpty),
    arguments: ["Scenes/ink-koi", "Scenes/dust-clef", "Filters/halftone", "Transitions/ink-in-water"])
  func same(name: String) throws {
    let path = BundledPresets.root + "/" + name + ".fs"
    let preset = try BundledPresets.preset(path)
    let exported = try preset.exported()
    let alone = try PresetParser.parse(text: exported.fragment, vertexText: exported.vertex, path: path)
    #expect(alone.library.isEmpty && alone.header.inputs == preset.header.inputs)
    #expect(alone.header.kinora.bindings == preset.header.kinora.bindings)
    #expect(try picture(of: alone).pixels == picture(of: preset).pixels)
  }

  private func picture(of preset: Preset) throws -> ProbePicture {
    let stage = try TestStage().stage
    let program = try stage.compiled(preset, size: PixelSize(width: 160, height: 90))
    let run = PresetRun(program, sounds: stage.sounds, spares: stage.spares)
    let snapshot = SyntheticMusic.loud.snapshot(atSeconds: 1.3, scene: PresetIndex(0))
    var frame = PresetRun.Frame(
      size: PixelSize(width: 160, height: 90), time: 1.3,
      signals: snapshot.plan(atSeconds: 1.3).outgoing.signals, streamSeconds: 1.3)
    let test = ProbePicture.test(frame.size, turned: false).texture(in: stage.context)
    frame.images = ["inputImage": test, "startImage": test, "endImage": stage.spares.clouds]
    frame.progress = 0.4
    _ = try run.draw(frame)
    return ProbePicture(try run.draw(frame))
  }

  @Test("keeps what it says, and says what can't be exported")
  func texts() throws {
    let preset = try TestStage.preset(
      Shader.red,
      header:
        #"{ "DESCRIPTION": "a \"b\" /* c \\ d", "X": [1, 2.5, true, null], "KINORA": { "uses": ["n"] } }"#,
      library: ["n": "float one() { return 1.0; }"])
    let text = try preset.exported().fragment
    #expect(!text.contains("uses") && text.contains("float one()"))
    let again = try PresetParser.parse(text: text, path: "x.fs")
    #expect(again.header.description == "a \"b\" /* c \\ d")
    let foreign = try PresetParser.parse(
      text: "vec4 transition(vec2 uv) { return getToColor(uv); }", path: "t.glsl")
    #expect(throws: PresetError.self) { try foreign.exported() }
  }
}

@Suite("The presets that come with Kinora, read as text") struct BundledTextTests {
  @Test("are proved to end, so that nobody waits for a trial", arguments: BundledPresets.paths)
  func proven(path: String) throws {
    let preset = try BundledPresets.preset(path)
    #expect(preset.isProvenToEnd)
  }
}
