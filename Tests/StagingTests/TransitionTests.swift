import Music
import Scenery
import Testing

@testable import Staging

@MainActor @Suite("A transition") struct TransitionTests {
  /// Scenes 0 (red) and 1 (blue), and the wipe as preset 2.
  private func stage() throws -> TestStage {
    let test = try TestStage()
    try test.prepare(0, Shader.red)
    try test.prepare(1, Shader.blue)
    try test.prepare(2, Shader.wipe, header: Shader.wipeHeader)
    return test
  }

  private func plan(_ progress: Float, transition: Int32? = 2) -> FramePlan {
    TestStage.plan(
      0, at: 1, incoming: TestStage.layer(1, entrance: 0.5, at: 1), transition: transition, progress: progress
    )
  }

  @Test("shows only the outgoing picture at 0 and only the incoming one at 1")
  func ends() throws {
    let test = try stage()
    for transition in [Int32(2), nil] {
      let start = test.draw(plan(0, transition: transition))
      #expect(start.pixels == test.draw(TestStage.plan(0, at: 1)).pixels)
      let end = test.draw(plan(1, transition: transition))
      #expect(end.pixels == test.draw(TestStage.plan(1, at: 1)).pixels)
    }
  }

  @Test("of anybody's has exact ends, and takes pictures of any size")
  func foreign() throws {
    let test = try stage()
    // Never shows either picture alone, and asks for the pictures' sizes.
    try test.prepare(
      3,
      """
      void main() {
        vec2 sizes = IMG_SIZE(startImage) / IMG_SIZE(endImage);
        gl_FragColor = vec4(0.3 + 0.4 * progress, 0.5, 0.1 * sizes.x, 1.0);
      }
      """, header: Shader.wipeHeader)
    #expect(test.draw(plan(0, transition: 3)).colour(0.5, 0.5) == [255, 0, 0])
    #expect(test.draw(plan(0.5, transition: 3)).colour(0.5, 0.5)[1] == 128)
    #expect(test.draw(plan(1, transition: 3)).colour(0.5, 0.5) == [0, 0, 255])
    // The outgoing scene fails: its last picture, of another size, goes on into the transition.
    test.stage.size = PixelSize(width: 80, height: 45)
    test.stage.forget(PresetIndex(0))
    #expect(test.draw(plan(0.5)).colour(0.75, 0.5) == [0, 0, 255])
    #expect(test.draw(plan(0, transition: 3)).colour(0.5, 0.5) == [0, 0, 255])
    #expect(test.draw(plan(1, transition: 3)).colour(0.5, 0.5) == [0, 0, 255])
  }

  @Test("is half-way half-way")
  func middle() throws {
    let picture = try stage().draw(plan(0.5))
    #expect(picture.colour(0.25, 0.5) == [0, 0, 255])
    #expect(picture.colour(0.75, 0.5) == [255, 0, 0])
  }

  @Test("is a crossfade in linear light where there is none, or none that works")
  func crossfade() throws {
    let test = try stage()
    for transition in [nil, Int32(9), 0] {
      let colour = test.draw(plan(0.5, transition: transition)).colour(0.5, 0.5)
      // Half the light is 188 in sRGB's code, not 128.
      #expect(abs(Int(colour[0]) - 188) <= 1 && abs(Int(colour[2]) - 188) <= 1 && colour[1] == 0)
    }
  }

  @Test("shows what there is when one of its scenes isn't ready")
  func halfReady() throws {
    let test = try stage()
    test.stage.forget(PresetIndex(1))
    #expect(test.draw(plan(0.5)).colour(0.2, 0.5) == [255, 0, 0])
    #expect(test.stage.faults().map(\.preset) == [PresetIndex(1)])
    try test.prepare(1, Shader.blue)
    test.stage.forget(PresetIndex(0))
    let picture = test.draw(plan(0.5))
    #expect(picture.colour(0.2, 0.5) == [0, 0, 255])
    #expect(picture.colour(0.8, 0.5) == [255, 0, 0])
  }

  @Test("lets the incoming scene go on where it was when it has become the only one")
  func handOver() throws {
    let test = try stage()
    try test.prepare(
      1,
      """
      void main() {
        if (PASSINDEX == 0) gl_FragColor = IMG_THIS_PIXEL(past) + vec4(1.0 / 255.0);
        else gl_FragColor = vec4(IMG_THIS_PIXEL(past).rgb, 1.0);
      }
      """, header: Shader.trailHeader)
    for step in 1...4 { _ = test.draw(plan(Float(step) / 4)) }
    let after = test.draw(TestStage.plan(1, at: 1.1, entrance: 0.5))
    #expect(after.colour(0.5, 0.5) == [5, 5, 5])
  }
}
