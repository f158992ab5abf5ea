import Foundation
import Music
import Scenery
import Testing

@testable import Staging

@MainActor @Suite("A preset's passes") struct PassTests {
  @Test("keep a persistent buffer from frame to frame, beginning with transparent black")
  func persistent() throws {
    let test = try TestStage()
    let header =
      """
      { "PASSES": [
        { "TARGET": "count", "PERSISTENT": true, "FLOAT": true, "WIDTH": 1, "HEIGHT": 1 }, {}] }
      """
    try test.prepare(
      0,
      """
      void main() {
        if (PASSINDEX == 0) gl_FragColor = IMG_NORM_PIXEL(count, vec2(0.5)) + vec4(1.0);
        else gl_FragColor = vec4(IMG_NORM_PIXEL(count, vec2(0.5)).rgb / 255.0, 1.0);
      }
      """, header: header)
    for frame in 1...5 {
      let picture = test.draw(TestStage.plan(0, at: Double(frame) / 30))
      #expect(picture.colour(0.5, 0.5) == [UInt8(frame), UInt8(frame), UInt8(frame)])
    }
    // The same scene at a new entrance begins anew.
    let again = test.draw(TestStage.plan(0, at: 1, entrance: 1))
    #expect(again.colour(0.5, 0.5) == [1, 1, 1])
  }

  @Test("clear a buffer that isn't persistent, and read it in later passes")
  func transient() throws {
    let test = try TestStage()
    try test.prepare(
      0,
      """
      void main() {
        vec4 before = IMG_THIS_PIXEL(half_);
        if (PASSINDEX == 0) gl_FragColor = vec4(before.r, 0.5, 0.0, 1.0);
        else gl_FragColor = vec4(before.rg, RENDERSIZE.x / 320.0, 1.0);
      }
      """, header: #"{ "PASSES": [{ "TARGET": "half_", "WIDTH": "$WIDTH/2" }, {}] }"#)
    for frame in 0..<3 {
      let colour = test.draw(TestStage.plan(0, at: Double(frame))).colour(0.5, 0.5)
      #expect(colour[0] == 0 && abs(Int(colour[1]) - 128) <= 1 && abs(Int(colour[2]) - 128) <= 1)
    }
  }

  @Test("show the last pass even when it has a target, at that target's size")
  func lastTarget() throws {
    let test = try TestStage()
    try test.prepare(
      0, "void main() { gl_FragColor = vec4(RENDERSIZE.x / 255.0, 0.0, 0.0, 1.0); }",
      header:
        """
        { "INPUTS": [{ "NAME": "q", "TYPE": "float", "DEFAULT": 0.5 }],
          "PASSES": [{ "TARGET": "a", "WIDTH": "$WIDTH*$q", "HEIGHT": "$HEIGHT*$q" }] }
        """
    )
    #expect(test.draw(TestStage.plan(0)).colour(0.5, 0.5) == [80, 0, 0])
  }

  @Test(
    "run a vertex shader once a particle and add them up, fewer in a cheaper look",
    arguments: [(0, 8), (1, 3)])
  func points(economy: Int, expected: UInt8) throws {
    let test = try TestStage()
    test.stage.economy = economy
    try test.prepare(
      0,
      """
      varying float gain;
      void main() {
        if (PASSINDEX == 0) gl_FragColor = vec4(gain);
        else gl_FragColor = vec4(IMG_NORM_PIXEL(dust, vec2(0.5)).rgb, 1.0);
      }
      """,
      header: """
        { "PASSES": [ { "TARGET": "dust", "WIDTH": 4, "HEIGHT": 4 }, {} ],
          "KINORA": { "steps": 1, "points": { "target": "dust", "counts": [8, 3] } } }
        """,
      vertex: """
        varying float gain;
        void main() {
          isf_vertShaderInit();
          if (PASSINDEX == 0) {
            gl_Position = vec4(0.0, 0.0, 0.0, 1.0);
            gl_PointSize = 8.0;
            gain = gl_VertexID < POINTS ? 1.0 / 255.0 : 1.0;
          }
        }
        """)
    // Twice: what was added up for one picture is not in the next.
    for frame in 0..<2 {
      let picture = test.draw(TestStage.plan(0, at: Double(frame) / 30))
      #expect(picture.colour(0.5, 0.5) == [expected, expected, expected])
    }
  }

  @Test("give the same pictures twice when they feed on themselves")
  func determinism() throws {
    func hashes() throws -> [UInt64] {
      let test = try TestStage()
      try test.prepare(0, Shader.trail, header: Shader.trailHeader)
      return (0..<40).map { frame in
        test.stage.draw(TestStage.plan(0, at: Double(frame) / 30))
        return test.stage.pictureHash()
      }
    }
    let first = try hashes()
    #expect(first == (try hashes()))
    #expect(Set(first).count == 40)
  }

  @Test("carry what they kept over to a new size")
  func resize() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.trail, header: Shader.trailHeader)
    var before = test.draw(TestStage.plan(0))
    for frame in 1..<30 { before = test.draw(TestStage.plan(0, at: Double(frame) / 30)) }
    test.stage.size = PixelSize(width: 120, height: 67)
    let after = test.draw(TestStage.plan(0, at: 1))
    #expect(abs(after.light - before.light) < 0.3 * before.light)
    #expect(after.difference(from: before) < 0.03)
  }

  @Test("turn what is no number into black before a feedback can keep it")
  func notANumber() throws {
    let test = try TestStage()
    try test.prepare(
      0,
      """
      void main() {
        float bad = TIME < 0.05 && isf_FragNormCoord.x < 0.5 ? sqrt(-1.0 - TIME) + 1.0 / TIME * 0.0 : 0.25;
        if (PASSINDEX == 0) gl_FragColor = 0.5 * IMG_THIS_PIXEL(past) + vec4(bad);
        else gl_FragColor = vec4(IMG_THIS_PIXEL(past).rgb, 1.0);
      }
      """, header: Shader.trailHeader)
    let first = test.draw(TestStage.plan(0))
    #expect(first.colour(0.25, 0.5) == [0, 0, 0])
    var later = first
    for frame in 1..<12 { later = test.draw(TestStage.plan(0, at: Double(frame) / 10)) }
    #expect(later.colour(0.25, 0.5).allSatisfy { $0 > 120 })
  }

  @Test("use a vertex shader beside the file, corner by corner")
  func vertex() throws {
    let test = try TestStage()
    let vertex = """
      varying float side;
      void main() {
        isf_vertShaderInit();
        side = gl_Position.x > 0.0 ? 1.0 : 0.0;
        gl_Position.y *= 0.5;
      }
      """
    try test.prepare(
      0, "varying float side;\nvoid main() { gl_FragColor = vec4(side, 1.0, 0.0, 1.0); }", vertex: vertex)
    let picture = test.draw(TestStage.plan(0))
    #expect(picture.colour(0.5, 0.1) == [0, 0, 0])
    #expect(picture.colour(0.99, 0.5)[0] > 250 && picture.colour(0, 0.5)[0] < 5)
  }

  @Test("give points without a range in pixels")
  func points() throws {
    let test = try TestStage()
    try test.prepare(
      0, "void main() { gl_FragColor = vec4(a / 255.0, b.x, 1.0); }",
      header: """
        { "INPUTS": [{ "NAME": "a", "TYPE": "point2D", "DEFAULT": [0.5, 1] },
          { "NAME": "b", "TYPE": "point2D", "DEFAULT": [0.5, 1], "MIN": [0, 0], "MAX": [1, 1] }] }
        """)
    #expect(test.draw(TestStage.plan(0)).colour(0.5, 0.5) == [80, 90, 128])
  }

  @Test("hear the wave and the spectrum as textures")
  func sound() throws {
    let test = try TestStage()
    try test.prepare(
      0,
      """
      void main() {
        float bin = IMG_NORM_PIXEL(bins, vec2(isf_FragNormCoord.x, 0.75)).g;
        gl_FragColor = vec4(IMG_NORM_PIXEL(wave, vec2(0.5)).r, bin, IMG_SIZE(bins).x / 255.0, 1.0);
      }
      """,
      header:
        """
        { "INPUTS": [{ "NAME": "wave", "TYPE": "audio" },
          { "NAME": "bins", "TYPE": "audioFFT", "MAX": 16 }] }
        """
    )
    var plan = TestStage.plan(0)
    #expect(test.draw(plan).colour(0.5, 0.5) == [128, 0, 16])
    for i in 0..<512 { plan.moment.wave[i] = 1 }
    for i in 0..<128 { plan.moment.spectrum[i] = 1 }
    let picture = test.draw(plan)
    #expect(picture.colour(0.1, 0.5) == [255, 255, 16])
    #expect(picture.colour(0.9, 0.5) == [255, 0, 16])
    for i in 0..<512 { plan.moment.wave[i] = .nan }
    #expect(test.draw(plan).colour(0.9, 0.5) == [128, 0, 16])
  }

  @Test("know version 1's words, other hosts' words and words that became keywords")
  func dialects() throws {
    let test = try TestStage()
    let shaders = [
      "void main() { gl_FragColor = vec4(vv_FragNormCoord, 0.0, 1.0); }",
      "#version 120\n#extension GL_OES_standard_derivatives : enable\n"
        + "void main() { gl_FragData[0] = vec4(1.0); }",
      "#ifdef GL_ES\nprecision highp float;\n#endif\n"
        + "void main(void) { float sample = 1.0; gl_FragColor = vec4(sample); }",
      "layout(location = 0) out vec4 fragColor;\nvoid main() { fragColor = vec4(0.5); }",
      "out vec4 c;\nvoid main() { c = vec4(iTime, iResolution.x, 1.0, 1.0); }",
      "float f() { return 1; }\nvoid main() { vec4 texture = vec4(f()); gl_FragColor = texture; }",
      "uniform float TIME;\nvoid main() { vec4 smooth = vec4(0.5), flat = smooth; gl_FragColor = flat; }",
      "float sign(float x) { return 1.0; }\nfloat ratio = RENDERSIZE.x / RENDERSIZE.y;\n"
        + "void main() { gl_FragColor = vec4(sign(ratio)); }",
    ]
    for (index, glsl) in shaders.enumerated() {
      #expect(throws: Never.self, "\(glsl)") { try test.prepare(Int32(index), glsl) }
      #expect(test.draw(TestStage.plan(Int32(index), at: 1, entrance: 0.5)).light > 0.2, "\(glsl)")
    }
  }
}

@MainActor @Suite("A shader that multiplies TIME by an input") struct SpeedTests {
  private static let wave = """
    void main() {
      vec3 c = vec3(sin(20.0 * isf_FragNormCoord.x + 0.7 * TIME * speed), cos(speed * (TIME + 3.0)), fract(TIME));
      gl_FragColor = vec4(0.5 + 0.5 * c, 1.0);
    }
    """
  private static let input = #"{ "NAME": "speed", "TYPE": "float", "MIN": 0.0, "MAX": 4.0, "DEFAULT": 1.3 }"#

  private func pictures(_ glsl: String, speeds: (Double) -> Float?) throws -> [ProbePicture] {
    let stage = try TestStage()
    let header = "{ \"INPUTS\": [\(Self.input)], \"KINORA\": { \"bindings\": [] } }"
    let side =
      #"{ "bindings": [{ "input": "speed", "signal": "none" }, { "input": "TIME", "signal": "none" }] }"#
    let text = "/*\(header)*/\n\(glsl)\n"
    let preset = try PresetParser.parse(text: text, sideText: side, path: "Presets/wave.fs")
    #expect(preset.header.kinora.bindings.isEmpty)
    try stage.stage.prepare(preset, as: PresetIndex(0))
    return [3.0, 3.1, 3.2, 3.3, 1803.3].map { time in
      var plan = TestStage.plan(0, at: time)
      if let speed = speeds(time) { plan.outgoing.signals.overrides.set("speed", to: SIMD4(speed, 0, 0, 0)) }
      return stage.draw(plan)
    }
  }

  @Test("shows the very bytes of the unmodified shader while the speed stays")
  func exact() throws {
    // The same arithmetic by names that the host doesn't look for.
    let plain = Self.wave.replacing("TIME", with: "now").replacing(
      "vec3 c", with: "float zero = 0.0; float now = zero + TIME; vec3 c")
    for speed in [nil, Float(2.7)] {
      let ours = try pictures(Self.wave) { _ in speed }.map(\.pixels)
      #expect(try ours == pictures(plain) { _ in speed }.map(\.pixels))
    }
  }

  @Test("moves on by the new speed's own step where the old way would have jumped")
  func smooth() throws {
    // At 1803 s a change of a hundredth in speed would be a jump of 18 in phase.
    let steady = try pictures(Self.wave) { _ in 1.3 }
    let changed = try pictures(Self.wave) { $0 > 3.25 ? 1.3 : 1.31 }
    #expect(changed[3].difference(from: steady[3]) < 0.01)
  }
}
