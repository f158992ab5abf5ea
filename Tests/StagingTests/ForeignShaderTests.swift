import Scenery
import Testing

@testable import Staging

@MainActor @Suite("Shaders of other ecosystems") struct ForeignShaderTests {
  private static let transition = """
    // Author: Nobody
    // License: MIT
    uniform float reach; // = 0.5
    uniform vec2 way/* = vec2(1.0, -2.0) */;
    uniform ivec2 cells /* = ivec2(4) */, more; /* = 3, 7 */
    uniform bool isOpen; // = true
    vec4 transition(vec2 uv) {
      return mix(getFromColor(uv), getToColor(uv), progress) * (isOpen ? 1.0 : 0.0) + 0.0 * ratio;
    }
    """

  private func parse(_ text: String, _ name: String) throws(PresetError) -> Preset {
    try PresetParser.parse(text: text, path: name)
  }

  @Test("a gl-transition is a transition; its parameters' defaults stand in comments")
  func parameters() throws {
    let preset = try parse(Self.transition, "mix.glsl")
    #expect(preset.kind == .transition)
    #expect(preset.header.credit == "Nobody" && preset.header.kinora.licence == "MIT")
    let values = preset.header.inputs.dropFirst(3).map(\.initial)
    #expect(
      values == [.float(0.5), .point(1, -2), .wholes(4, 4), .wholes(3, 7), .bool(true)])
  }

  @Test("a gl-transition has exact end frames, and both pictures half-way")
  func transitionDraws() throws {
    let report = PresetProbe.check(try parse(Self.transition, "mix.glsl"), on: try TestStage().stage)
    #expect(report.findings == [])
  }

  @Test("a Shadertoy pass is a scene that gets its size, its time and a noise channel")
  func shadertoy() throws {
    let stage = try TestStage()
    let preset = try parse(
      """
      #define T iTime
      void mainImage(out vec4 fragColor, in vec2 fragCoord) {
        vec2 uv = fragCoord / iResolution.xy;
        fragColor = vec4(uv, step(0.001, texture(iChannel0, uv).r) + 0.0 * T, 0.0);
      }
      """, "toy.glsl")
    #expect(preset.kind == .scene && preset.header.inputs.map(\.name) == ["iChannel0"])
    try stage.stage.prepare(preset, as: PresetIndex(0))
    let picture = stage.draw(TestStage.plan(0))
    let corner = picture.colour(0.75, 0.25)
    #expect(abs(Int(corner[0]) - 192) < 4 && abs(Int(corner[1]) - 190) < 5 && corner[2] > 0)
  }

  @Test("a mistake is named with the user's own line")
  func mistake() throws {
    let preset = try parse("\nvec4 transition(vec2 uv) {\n  return undeclared;\n}", "bad.glsl")
    do {
      try TestStage().stage.prepare(preset, as: PresetIndex(0))
      Issue.record("it compiled")
    } catch let error as PresetError {
      #expect(error.line == 3 && error.path == "bad.glsl")
    }
  }

  @Test("a text that is nothing of all this says what is missing")
  func nothing() {
    #expect(throws: PresetError.self) { try parse("void main() {}", "none.glsl") }
  }

  @Test("an input named like a keyword, and a pop-up with words for values, work")
  func keywords() throws {
    let stage = try TestStage()
    let header =
      #"{ "INPUTS": [{ "NAME": "smooth", "TYPE": "float", "DEFAULT": 1.0 }, "#
      + #"{ "NAME": "kind", "TYPE": "long", "VALUES": ["a", "b"], "DEFAULT": "b" }] }"#
    try stage.prepare(
      0, "void main() { gl_FragColor = vec4(smooth, float(kind), 0.0, 1.0); }", header: header)
    #expect(stage.draw(TestStage.plan(0)).colour(0.5, 0.5) == [255, 255, 0])
  }
}
