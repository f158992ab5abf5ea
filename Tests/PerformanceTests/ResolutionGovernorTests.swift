import Scenery
import Testing

@testable import Performance

@Suite("The size of the picture") struct ResolutionGovernorTests {
  private static let budget = 1.0 / 60

  @Test("falls when frames are late, shows cheaper looks half-way down, and comes back with slack")
  func ladder() {
    var governor = ResolutionGovernor(framesPerSecond: 60)
    var looks: [Int] = []
    for _ in 0..<400 {
      _ = governor.drew(inSeconds: 1.2 * Self.budget, steps: 2)
      if looks.last != governor.economy { looks.append(governor.economy) }
      // No look is given up while the picture is large.
      if governor.scale > 0.71 { #expect(governor.economy == 0) }
    }
    #expect(looks == [0, 1, 2] && governor.scale == 0.35)
    for _ in 0..<(60 * 120) { _ = governor.drew(inSeconds: 0.2 * Self.budget, steps: 2) }
    #expect(governor.economy == 0 && governor.scale == 1)
  }

  @Test("keeps where frames take between slack and late; one late frame changes nothing")
  func steady() {
    var governor = ResolutionGovernor(framesPerSecond: 60)
    let changes = (0..<600).map { frame in
      governor.drew(inSeconds: (frame % 50 == 0 ? 0.95 : 0.7) * Self.budget, steps: 2)
    }
    #expect(!changes.contains(true))
  }

  @Test("falls before a scene that was measured to cost too much, and not before another")
  func expecting() {
    var governor = ResolutionGovernor(framesPerSecond: 60)
    func expect(_ costs: [Float]) -> Bool {
      let hasChanged = governor.expect(costs)
      for _ in 0..<60 { _ = governor.drew(inSeconds: 0.5 * Self.budget, steps: 1) }
      return hasChanged
    }
    let affordable: [[Float]] = [[5, 4], [6, 5], [], [5, 4]]
    #expect(affordable.map(expect) == [false, false, false, false])
    // Three times as dear: 1.5 of the budget at full size.
    let hasChanged = governor.expect([15, 12])
    #expect(hasChanged && governor.economy == 0)
    #expect(abs(governor.scale - (0.85 / 1.5).squareRoot()) < 0.06)
    let again = governor.expect([15, 12])
    #expect(!again)
  }
}
