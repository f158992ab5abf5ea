import Foundation
import Music
import Scenery
import Testing

@testable import Staging

@Suite("Compiling beside the show", .serialized) @MainActor struct CompilingTests {
  private static let tiers = """
    void main() { gl_FragColor = vec4(float(QUALITY) * 0.25, 0.0, 0.0, 1.0); }
    """
  private static let threeTiers = "{ \"KINORA\": { \"steps\": 2 } }"

  /// Waits for what a thread compiles, as a show does: a picture after another.
  private func arrivals(_ count: Int, on stage: Stage) -> [CompiledPreset] {
    var found: [CompiledPreset] = []
    for _ in 0..<2_000 where found.count < count {
      found += stage.arrivals()
      Thread.sleep(forTimeInterval: 0.005)
    }
    return found
  }

  @Test("a preset is ordered, compiled by another thread, installed and drawn like any other")
  func beside() throws {
    let test = try TestStage()
    let before = test.stage.liveObjects
    test.stage.compileBeside()
    let ticket = test.stage.order(try TestStage.preset(Shader.red))
    #expect(!test.stage.isReady(PresetIndex(0)))
    let found = arrivals(1, on: test.stage)
    #expect(found.map(\.ticket) == [ticket] && found[0].error == nil)
    try test.stage.install(found[0], as: PresetIndex(0))
    #expect(test.draw(TestStage.plan(0)).colour(0.5, 0.5) == [255, 0, 0])
    #expect(test.stage.faults().isEmpty)
    test.stage.forget(PresetIndex(0))
    test.stage.endCompiling()
    _ = test.draw(TestStage.plan(1))
    // What stays is the thread's own and the last picture; the program is gone.
    #expect(test.stage.liveObjects < before + 16)
  }

  @Test("one that doesn't compile is refused with its reason, and what stood there stays")
  func refused() throws {
    let test = try TestStage()
    test.stage.compileBeside()
    try test.prepare(0, Shader.blue)
    _ = test.stage.order(try TestStage.preset("void main() { gl_FragColor = nothing; }"))
    let found = arrivals(1, on: test.stage)
    let error = #expect(throws: PresetError.self) { try test.stage.install(found[0], as: PresetIndex(0)) }
    #expect(error?.line == 2)
    #expect(test.draw(TestStage.plan(0)).colour(0.5, 0.5) == [0, 0, 255])
  }

  @Test("where no thread compiles, what is ordered comes one a picture")
  func between() throws {
    let test = try TestStage()
    _ = test.stage.order(try TestStage.preset(Shader.red))
    _ = test.stage.order(try TestStage.preset(Shader.blue))
    #expect(test.stage.arrivals().count == 1)
    #expect(test.stage.arrivals().count == 1)
    #expect(test.stage.arrivals().isEmpty)
  }

  @Test("only the tier that is drawn is compiled; another is shown once it is there, the nearest until then")
  func tiers() throws {
    let test = try TestStage()
    let preset = try TestStage.preset(Self.tiers, header: Self.threeTiers)
    test.stage.economy = 2
    try test.stage.prepare(preset, as: PresetIndex(0))
    #expect(test.draw(TestStage.plan(0)).colour(0.5, 0.5) == [0, 0, 0])
    let program = try #require(test.stage.programs[PresetIndex(0)])
    #expect((0...2).map { program.hasTier(economy: $0) } == [false, false, true])
    test.stage.compileBeside()
    test.stage.economy = 0
    #expect(test.draw(TestStage.plan(0, at: 0.1)).colour(0.5, 0.5) == [0, 0, 0])
    for _ in 0..<2_000 where !program.hasTier(economy: 0) {
      #expect(test.stage.arrivals().isEmpty)
      Thread.sleep(forTimeInterval: 0.005)
    }
    #expect(test.draw(TestStage.plan(0, at: 0.2)).colour(0.5, 0.5) == [128, 0, 0])
    #expect(!program.hasTier(economy: 1))
  }

  @Test("at most a dozen stay: who was used longest ago leaves, never who is kept")
  func residents() throws {
    let test = try TestStage()
    for index in 0..<Int32(20) {
      let glsl = "void main() { gl_FragColor = vec4(\(index).0 / 20.0, 0.0, 0.0, 1.0); }"
      try test.prepare(index, glsl)
      if index == 15 { _ = test.draw(TestStage.plan(1)) }
      _ = test.stage.letGo(keeping: [PresetIndex(0)])
    }
    let ready = (0..<Int32(20)).filter { test.stage.isReady(PresetIndex($0)) }
    #expect(ready.count == Stage.mostResidents)
    #expect(ready.contains(0) && ready.suffix(5) == [15, 16, 17, 18, 19])
    #expect(!ready.contains(2))
  }

  @Test("programs and textures stay as many however many presets come and go")
  func flat() throws {
    let test = try TestStage()
    var counts: [Int] = []
    for index in 0..<Int32(60) {
      try test.prepare(index, "void main() { gl_FragColor = vec4(\(index).0 / 60.0, 0.0, 0.0, 1.0); }")
      _ = test.draw(TestStage.plan(index))
      _ = test.stage.letGo(keeping: [])
      counts.append(test.stage.liveObjects)
    }
    #expect(counts[59] == counts[20])
  }

  @Test("of another repertoire a preset that comes back keeps its program under its new index")
  func repertoires() throws {
    let test = try TestStage()
    let preset = try TestStage.preset(Shader.red)
    try test.stage.prepare(preset, as: PresetIndex(3))
    let program = test.stage.programs[PresetIndex(3)]
    test.stage.beginRepertoire()
    #expect(!test.stage.isReady(PresetIndex(3)))
    _ = test.stage.order(preset)
    try test.stage.install(try #require(test.stage.arrivals().first), as: PresetIndex(0))
    #expect(test.stage.programs[PresetIndex(0)] === program)
  }
}
