import Foundation
import Music
import Scenery
import Testing

@testable import Staging

@MainActor @Suite("A stage") struct StageTests {
  @Test("draws a scene the right way up, top row first", arguments: [ShaderDialect.core, .embedded])
  func upright(dialect: ShaderDialect) throws {
    let test = try TestStage(dialect: dialect)
    try test.prepare(0, Shader.corners)
    let picture = test.draw(TestStage.plan(0))
    #expect(picture.size == PixelSize(width: 160, height: 90))
    let topLeft = picture.colour(0, 0)
    #expect(topLeft[0] < 4 && topLeft[1] > 250 && abs(Int(topLeft[2]) - 64) <= 1)
    let bottomRight = picture.colour(0.999, 0.999)
    #expect(bottomRight[0] > 250 && bottomRight[1] < 4)
    #expect(test.stage.faults().isEmpty)
  }

  @Test("leaves exact values exact and opaque")
  func exact() throws {
    let test = try TestStage()
    try test.prepare(0, "void main() { gl_FragColor = vec4(17.0, 128.0, 254.0, 0.0) / 255.0; }")
    let pixels = test.draw(TestStage.plan(0)).pixels
    #expect(
      stride(from: 0, to: pixels.count, by: 4).allSatisfy {
        Array(pixels[$0..<($0 + 4)]) == [17, 128, 254, 255]
      })
  }

  @Test("draws at the internal size and scales to a fixed output, whatever the window's size")
  func sizes() throws {
    let test = try TestStage()
    test.stage.size = PixelSize(width: 64, height: 36)
    test.stage.fixedOutput = PixelSize(width: 320, height: 180)
    try test.prepare(0, "void main() { gl_FragColor = vec4(RENDERSIZE / 100.0, 0.0, 1.0); }")
    let picture = test.draw(TestStage.plan(0))
    #expect(picture.size == PixelSize(width: 320, height: 180))
    #expect(picture.colour(0.5, 0.5) == [163, 92, 0])
    test.stage.present()
    #expect(test.stage.outputSize == PixelSize(width: 320, height: 180))
  }

  @Test("keeps a picture's shape in a window of another")
  func shape() {
    let wide = PixelSize(width: 640, height: 360)
    let area = Stage.area(for: wide, in: PixelSize(width: 400, height: 400))
    #expect(area == MasterPass.Area(x: 0, y: 87, size: PixelSize(width: 400, height: 225)))
    let same = Stage.area(for: wide, in: PixelSize(width: 1366, height: 768))
    #expect(same.size == PixelSize(width: 1366, height: 768))
  }

  @Test("steps round sizes for which software renderers compile anew")
  func smoothSizes() {
    #expect(Stage.smoothSize(PixelSize(width: 512, height: 288)) == PixelSize(width: 511, height: 288))
    #expect(Stage.smoothSize(PixelSize(width: 640, height: 360)) == PixelSize(width: 640, height: 360))
    #expect(Stage.smoothSize(PixelSize(width: 1, height: 2)) == PixelSize(width: 1, height: 2))
  }

  @Test("survives sizes of nothing and of far too much")
  func absurdSizes() throws {
    let test = try TestStage(1, 1)
    try test.prepare(0, Shader.red)
    for size in [PixelSize(width: 0, height: 0), PixelSize(width: -5, height: 1 << 40)] {
      test.stage.size = size
      #expect(test.stage.size.width >= 1 && test.stage.size.height <= 8192)
    }
    test.stage.size = PixelSize(width: 0, height: 0)
    #expect(test.draw(TestStage.plan(0)).colour(0, 0) == [255, 0, 0])
  }

  @Test("shows dusk in the palette's colours before anything is ready, never black")
  func stillPicture() throws {
    let test = try TestStage()
    let picture = test.draw(TestStage.plan(7))
    #expect(picture.light > 0.03 && picture.contrast > 0.01)
    #expect(test.stage.faults().map(\.preset) == [PresetIndex(7)])
    // Told once, not in every frame.
    _ = test.draw(TestStage.plan(7, at: 0.1))
    #expect(test.stage.faults().isEmpty)
  }

  @Test("keeps the last good picture when the next scene isn't ready")
  func lastGood() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.red)
    _ = test.draw(TestStage.plan(0))
    let picture = test.draw(TestStage.plan(1, at: 1, entrance: 1))
    #expect(picture.colour(0.5, 0.5) == [255, 0, 0])
    #expect(test.stage.faults().map(\.preset) == [PresetIndex(1)])
    test.stage.forget(PresetIndex(0))
    #expect(!test.stage.isReady(PresetIndex(0)))
    #expect(test.draw(TestStage.plan(0, at: 2)).colour(0.5, 0.5) == [255, 0, 0])
  }

  @Test("names file and line of broken GLSL and leaves the old picture on stage")
  func brokenEdit() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.red)
    let before = test.draw(TestStage.plan(0))
    do {
      try test.prepare(0, "// one\n// two\n" + Shader.not)
      Issue.record("broken GLSL was accepted")
    } catch let error as PresetError {
      #expect(error.path == "Presets/try-out.fs")
      #expect(error.line == 4)
      #expect(error.reason.contains("undeclared"))
    }
    #expect(test.stage.isReady(PresetIndex(0)))
    #expect(test.draw(TestStage.plan(0)).pixels == before.pixels)
  }

  @Test("blames the library file or the vertex shader for their own mistakes")
  func otherFiles() throws {
    let test = try TestStage()
    func error(_ work: () throws -> Void) -> PresetError? {
      do {
        try work()
        return nil
      } catch { return error as? PresetError }
    }
    let uses = #"{ "KINORA": { "uses": ["good", "bad"] } }"#
    let library = ["good": "float one() { return 1.0; }", "bad": "\n\nfloat two() { return nobody; }"]
    let inLibrary = error { try test.prepare(0, Shader.red, header: uses, library: library) }
    #expect(inLibrary?.path == "Library/bad.glsl", "\(String(describing: inLibrary))")
    #expect(inLibrary?.line == 3)
    let inVertex = error {
      try test.prepare(0, Shader.red, vertex: "void main() {\n  isf_vertShaderInit()\n}")
    }
    #expect(inVertex?.path == "Presets/try-out.vs")
    #expect(inVertex?.line == 3)
  }

  @Test("says which image of which preset is missing, and shows one that is there")
  func images() throws {
    let header = #"{ "IMPORTED": { "mask": { "PATH": "img/mask.png" } } }"#
    let shader = "void main() { gl_FragColor = IMG_NORM_PIXEL(mask, isf_FragNormCoord); }"
    let without = try TestStage()
    #expect(throws: PresetError.self) { try without.prepare(0, shader, header: header) }
    struct Missing: Error, CustomStringConvertible { var description = "no such file." }
    let missing = try TestStage(images: { _ in throw Missing() })
    do {
      try missing.prepare(0, shader, header: header)
      Issue.record("a missing image was accepted")
    } catch let error as PresetError {
      #expect(error.path == "Presets/try-out.fs")
      #expect(error.reason.contains("“mask” (Presets/img/mask.png)"))
      #expect(error.reason.contains("no such file"))
    }
    let picture = StillPicture(
      size: PixelSize(width: 1, height: 2), pixels: [255, 0, 0, 255, 0, 0, 255, 255])
    let there = try TestStage(images: { path in
      #expect(path == "Presets/img/mask.png")
      return picture
    })
    try there.prepare(0, shader, header: header)
    let drawn = there.draw(TestStage.plan(0))
    #expect(drawn.colour(0.5, 0.1) == [255, 0, 0] && drawn.colour(0.5, 0.9) == [0, 0, 255])
    let vast = try TestStage(images: { _ in
      StillPicture(size: PixelSize(width: 60_000, height: 60_000), pixels: [])
    })
    #expect(throws: PresetError.self) { try vast.prepare(0, shader, header: header) }
  }

  @Test("refuses more textures than a card has units")
  func tooManyTextures() throws {
    let test = try TestStage()
    let names = (0..<20).map { "t\($0)" }
    let header =
      "{ \"INPUTS\": [" + names.map { "{ \"NAME\": \"\($0)\", \"TYPE\": \"image\" }" }.joined(separator: ",")
      + "] }"
    let sum = names.map { "IMG_THIS_PIXEL(\($0))" }.joined(separator: " + ")
    #expect(throws: PresetError.self) {
      try test.prepare(0, "void main() { gl_FragColor = \(sum); }", header: header)
    }
  }

  @Test("rests a scene that OpenGL refuses, and keeps the picture")
  func refusedDraw() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.red)
    _ = test.draw(TestStage.plan(0))
    // An error that only shows while drawing: one nobody has taken yet.
    glRaiseError()
    let picture = test.draw(TestStage.plan(0, at: 0.1))
    #expect(picture.colour(0.5, 0.5) == [255, 0, 0])
    #expect(test.stage.faults().count == 1)
    #expect(!test.stage.isReady(PresetIndex(0)))
    try test.prepare(0, Shader.blue)
    #expect(test.draw(TestStage.plan(0, at: 0.2)).colour(0.5, 0.5) == [0, 0, 255])
  }

  @Test("leaks nothing through three hundred reloads, good and bad")
  func reloadStorm() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.trail, header: Shader.trailHeader)
    _ = test.draw(TestStage.plan(0))
    let before = test.stage.liveObjects
    for i in 0..<300 {
      let glsl = "// \(i)\n" + (i % 3 == 0 ? Shader.not : Shader.trail)
      try? test.prepare(0, glsl, header: Shader.trailHeader)
      if i % 10 == 0 { _ = test.draw(TestStage.plan(0, at: Double(i) / 30)) }
    }
    _ = test.draw(TestStage.plan(0, at: 11))
    #expect(test.stage.liveObjects == before)
  }
}
