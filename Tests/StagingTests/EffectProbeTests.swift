import Music
import Scenery
import Testing

@testable import Staging

@MainActor @Suite("Measuring what inputs do") struct EffectProbeTests {
  private static let header = """
    { "INPUTS": [
      { "NAME": "lift", "TYPE": "float", "MIN": 0.0, "MAX": 4.0, "DEFAULT": 1.0 },
      { "NAME": "curtain", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
      { "NAME": "grains", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
      { "NAME": "ring", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
      { "NAME": "unused", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 } ] }
    """
  private static let glsl = """
    void main() {
      vec2 p = isf_FragNormCoord;
      vec2 at = p + 0.2 * vec2(cos(6.2832 * ring), sin(6.2832 * ring));
      float speckle = 0.2 * fract(sin(dot(floor(p * 40.0), vec2(12.9, 78.2)) + grains * 7919.0) * 43758.5);
      float light = (0.3 + 0.2 * sin(20.0 * at.x) * cos(14.0 * at.y) + speckle) * lift;
      gl_FragColor = vec4(vec3(light * step(curtain, 0.6)), 1.0);
    }
    """

  @Test("finds brightness, seeds, circles, what turns black, and what does nothing")
  func effects() throws {
    let preset = try TestStage.preset(Self.glsl, header: Self.header)
    let found = try EffectProbe.measure(preset, on: try TestStage().stage)
    func effect(_ name: String) throws -> InputEffect {
      try #require(found.effects.first { $0.input == name })
    }
    #expect(try effect("lift").brightness > 0.2 && effect("lift").roughness < 0.5)
    #expect(try effect("grains").roughness > 0.5)
    #expect(try effect("ring").isRound && effect("ring").position > 0.02)
    #expect(try effect("curtain").high < 0.67 && effect("unused").change == 0)
    let bound = Dictionary(uniqueKeysWithValues: found.bindings.map { ($0.input, $0) })
    #expect(bound["grains"]?.signal == .variation && bound["ring"]?.wraps == true)
    #expect(bound["unused"] == nil && bound["curtain"].map { max($0.low ?? 0, $0.high ?? 1) < 0.6 } ?? true)
    // Driven by it, the picture lives and never goes black.
    var driven = preset
    driven.header.kinora.bindings = found.bindings
    let report = PresetProbe.check(driven, on: try TestStage().stage)
    #expect(report.answers && !report.showsNothing && !report.flashes)
  }

  @Test("counts flashes: pairs of opposing changes over a quarter of the picture")
  func flashes() {
    // Four fields stand side by side, three above each other; the picture is lit in the first `columns` of the topmost.
    func count(_ lights: [UInt8], columns: Int = 4, rows: Int = 3) -> Int {
      var flashes = FlashCount()
      for light in lights {
        var pixels = [UInt8](repeating: 0, count: 4 * 80 * 60)
        for y in 0..<20 * rows {
          for x in 0..<20 * columns { for c in 0..<3 { pixels[4 * (80 * y + x) + c] = light } }
        }
        flashes.add(ProbePicture(size: PixelSize(width: 80, height: 60), pixels: pixels))
      }
      return flashes.mostFlashes
    }
    let strobe: [UInt8] = [0, 255, 0, 255, 0, 255, 0]
    #expect(count(strobe) == 3 && count(strobe, columns: 3, rows: 1) == 3)
    #expect(count(strobe, columns: 2, rows: 1) == 0, "a sixth of the picture is too little")
    #expect(count([100, 110, 100, 110, 100]) == 0, "a twentieth is no flash")
    #expect(count([0, 60, 120, 180, 240]) == 0, "rising is no flash")
  }
}

@MainActor @Suite("Quality steps") struct QualityTests {
  @Test("draw a scene's cheaper looks, and the full one again, within one stay")
  func steps() throws {
    let tried = try TestStage()
    try tried.prepare(
      0, "void main() { gl_FragColor = vec4(float(QUALITY) / 2.0, isf_FragNormCoord.x, 0.0, 1.0); }",
      header: #"{ "KINORA": { "steps": 2, "bindings": [] } }"#)
    let reds = [0, 1, 2, 7, 0].map { economy in
      tried.stage.economy = economy
      return tried.draw(TestStage.plan(0)).colour(0.5, 0.5)[0]
    }
    #expect(reds == [255, 128, 0, 0, 255])
  }
}

@MainActor @Suite("Transitions from elsewhere") struct ForeignEndsTests {
  @Test("that miss their ends by themselves are exact on stage")
  func ends() throws {
    let stage = try TestStage().stage
    let sloppy = """
      vec4 transition(vec2 uv) { return mix(getFromColor(uv * 0.9), getToColor(uv), 0.2 + 0.6 * progress); }
      """
    let preset = try PresetParser.parse(text: sloppy, path: "sloppy.glsl")
    let report = PresetProbe.check(preset, on: stage)
    #expect(report.findings.contains { if case .startDiffers = $0 { true } else { false } })
    #expect(try PresetProbe.hasExactEnds(preset, on: stage))
  }

  @Test(
    "that are broken are told by file and line",
    arguments: [
      ("{}", "void main() {\n  gl_FragColor = vec4(1.0);\n\n", 3, "ends too early"),
      ("{}", "vec4 f() { return vec4(1.0); }", 1, "no “void main()”"),
      (
        #"{ "INPUTS": [{ "NAME": "smooth", "TYPE": "float" }] }"#,
        "void main() {\n  gl_FragColor = vec4(smooth * nowhere);\n}", 3, "nowhere"
      ),
    ])
  func broken(header: String, glsl: String, line: Int, reason: String) throws {
    let stage = try TestStage()
    let error = #expect(throws: PresetError.self) { try stage.prepare(0, glsl, header: header) }
    #expect(error?.line == line && error?.reason.contains(reason) == true, "\(String(describing: error))")
  }

  @Test("and shaders that write their own place, or read a cube map, run")
  func dialects() throws {
    let stage = try TestStage()
    try stage.prepare(
      0,
      "void main() { gl_FragCoord.xy = gl_FragCoord.xy / RENDERSIZE; gl_FragColor = vec4(gl_FragCoord.xy, 0.0, 1.0); }"
    )
    let corner = stage.draw(TestStage.plan(0)).colour(0.99, 0.01)
    #expect(corner[0] > 250 && corner[1] > 250)
    let header = """
      { "IMPORTED": { "room": { "TYPE": "cube", "PATH": ["a", "b", "c", "d", "e", "f"] } } }
      """
    let colours: [String: [UInt8]] = ["a": [255, 0, 0, 255], "f": [0, 0, 255, 255]]
    let cube = try TestStage(images: { path in
      let name = String(path.split(separator: "/").last ?? "")
      return StillPicture(size: PixelSize(width: 1, height: 1), pixels: colours[name] ?? [9, 9, 9, 255])
    })
    try cube.prepare(
      0,
      """
      void main() {
        vec3 way = isf_FragNormCoord.x < 0.5 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 0.0, -1.0);
        gl_FragColor = textureCube(room, way);
      }
      """, header: header)
    let picture = cube.draw(TestStage.plan(0))
    #expect(picture.colour(0.2, 0.5) == [255, 0, 0] && picture.colour(0.8, 0.5) == [0, 0, 255])
  }
}
