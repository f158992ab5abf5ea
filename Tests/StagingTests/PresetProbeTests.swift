import Scenery
import Testing

@testable import Staging

@MainActor @Suite("A preset probe") struct PresetProbeTests {
  private static let inputs = """
    { "INPUTS": [{ "NAME": "x", "TYPE": "float" }],
      "KINORA": { "bindings": [{ "input": "x", "signal": "bass" }] } }
    """

  private func findings(_ glsl: String, header: String = inputs) throws -> [ProbeReport.Finding] {
    PresetProbe.check(try TestStage.preset(glsl, header: header), on: try TestStage().stage).findings
  }

  @Test("is content with a picture that lives with the music")
  func good() throws {
    #expect(
      try findings(
        "void main() { gl_FragColor = vec4(isf_FragNormCoord, 0.5 + 0.5 * sin(TIME + 3.0 * x), 1.0); }"
      )
      .isEmpty)
  }

  @Test("finds what is black, flat, still, deaf and no number")
  func bad() throws {
    #expect(try findings("void main() { gl_FragColor = vec4(0.0, 0.0, x * 0.05, 1.0); }").contains(.black))
    #expect(try findings("void main() { gl_FragColor = vec4(0.2 + 0.5 * x * fract(TIME)); }").contains(.flat))
    let still = try findings("void main() { gl_FragColor = vec4(isf_FragNormCoord, 0.0, 1.0); }")
    #expect(still == [.still, .deaf])
    let deaf = try findings("void main() { gl_FragColor = vec4(fract(isf_FragNormCoord.x + TIME)); }")
    #expect(deaf == [.deaf])
    let bad = try findings(
      """
      void main() {
        float u = isf_FragNormCoord.x;
        gl_FragColor = vec4(u < 0.25 ? sqrt(-x - 1.0) : fract(u + x));
      }
      """
    )
    #expect(
      bad.contains { if case .notANumber(0, let share) = $0 { abs(share - 0.25) < 0.02 } else { false } })
  }

  @Test("tells why a preset can't be used")
  func unusable() throws {
    let found = try findings(Shader.not)
    guard case .unusable(let error)? = found.first else {
      Issue.record("no error")
      return
    }
    #expect(error.line == 2)
  }

  @Test("measures a transition's end frames")
  func transitions() throws {
    #expect(try findings(Shader.wipe, header: Shader.wipeHeader).isEmpty)
    let offset = try findings(
      """
      void main() {
        float p = 0.1 + 0.8 * progress;
        gl_FragColor = mix(IMG_THIS_PIXEL(startImage), IMG_THIS_PIXEL(endImage), p);
      }
      """,
      header: Shader.wipeHeader)
    #expect(offset.contains { if case .startDiffers = $0 { true } else { false } })
    #expect(offset.contains { if case .endDiffers = $0 { true } else { false } })
    let cut = try findings(
      """
      void main() {
        gl_FragColor = progress < 0.9 ? IMG_THIS_PIXEL(startImage) : IMG_THIS_PIXEL(endImage);
      }
      """,
      header: Shader.wipeHeader)
    #expect(cut == [.noTransition])
  }
}
