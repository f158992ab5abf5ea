import Foundation
import Music
import Scenery
import Testing

@testable import Staging

/// Pictures kept as files (PPM: no reader needed), compared with what is drawn today.
///
/// Drawn by Mesa's software renderer. Tolerance, for other drivers: mean distance ≤ 0.6/255, and at most one
/// value in two hundred further off than 8/255. KINORA_WRITE_GOLDEN writes them anew: look at them.
@MainActor @Suite("Golden pictures") struct GoldenTests {
  private static let size = PixelSize(width: 160, height: 90)

  @Test("of a gradient with a ring, drawn in the palette's colours")
  func ring() throws {
    let test = try TestStage()
    try test.prepare(
      0,
      """
      void main() {
        vec2 p = (gl_FragCoord.xy - 0.5 * RENDERSIZE) / min(RENDERSIZE.x, RENDERSIZE.y);
        float edge = fwidth(length(p));
        float ring = 1.0 - smoothstep(0.02 - edge, 0.02 + edge, abs(length(p) - 0.3));
        gl_FragColor = vec4(mix(ground.rgb * (0.5 + isf_FragNormCoord.y), ink.rgb, ring), 1.0);
      }
      """,
      header: """
        { "INPUTS": [{ "NAME": "ground", "TYPE": "color" }, { "NAME": "ink", "TYPE": "color" }],
          "KINORA": { "bindings": [{ "input": "ground", "signal": "palette.base" },
            { "input": "ink", "signal": "palette.accent" }] } }
        """)
    try compare(test.draw(TestStage.plan(0)), with: "ring")
  }

  @Test("of a trail after forty frames of feedback")
  func trail() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.trail, header: Shader.trailHeader)
    for frame in 0..<39 { test.stage.draw(TestStage.plan(0, at: Double(frame) / 30)) }
    try compare(test.draw(TestStage.plan(0, at: 39.0 / 30)), with: "trail")
  }

  @Test("of a crossfade in linear light, scaled up")
  func crossfade() throws {
    let test = try TestStage()
    test.stage.size = PixelSize(width: 80, height: 45)
    try test.prepare(0, Shader.corners)
    try test.prepare(1, Shader.trail, header: Shader.trailHeader)
    let plan = TestStage.plan(
      0, at: 1, incoming: TestStage.layer(1, entrance: 0.5, at: 1), progress: 0.4)
    try compare(test.draw(plan), with: "crossfade")
  }

  @Test("of the dusk before the first scene")
  func dusk() throws { try compare(TestStage().draw(TestStage.plan(0)), with: "dusk") }

  // MARK: Files

  private func compare(_ picture: ProbePicture, with name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Golden/\(name).ppm")
    if ProcessInfo.processInfo.environment["KINORA_WRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try write(picture, to: file)
    }
    let golden = try read(file)
    var far = 0
    for i in picture.pixels.indices where abs(Int(picture.pixels[i]) - Int(golden.pixels[i])) > 8 { far += 1 }
    #expect(picture.difference(from: golden) <= 0.6 / 255)
    #expect(far * 200 <= picture.pixels.count)
  }

  private func write(_ picture: ProbePicture, to file: URL) throws {
    var text = Data("P6 \(picture.size.width) \(picture.size.height) 255\n".utf8)
    for i in stride(from: 0, to: picture.pixels.count, by: 4) {
      text.append(contentsOf: picture.pixels[i..<(i + 3)])
    }
    try text.write(to: file)
  }

  private func read(_ file: URL) throws -> ProbePicture {
    let bytes = [UInt8](try Data(contentsOf: file))
    let header = Array("P6 \(Self.size.width) \(Self.size.height) 255\n".utf8)
    try #require(bytes.starts(with: header))
    let colours = bytes.dropFirst(header.count)
    try #require(colours.count == 3 * Self.size.width * Self.size.height)
    var pixels: [UInt8] = []
    for i in stride(from: colours.startIndex, to: colours.endIndex, by: 3) {
      pixels.append(contentsOf: colours[i..<(i + 3)])
      pixels.append(255)
    }
    return ProbePicture(size: Self.size, pixels: pixels)
  }
}
