import Testing

@testable import Listening

@Suite("A trusted phase")
struct PhaseHoldTests {
  private static let step = 0.01
  private static let onBeat = BeatReading(period: 50, phase: 0.25, agreement: 0.9)
  private static let offBeat = BeatReading(period: 50, phase: 0.75, agreement: 0.9)
  private static let trace = BeatReading(period: 50, phase: 0.25, agreement: 0.05)

  /// Steps until a jump to the off-beat is followed, after so many beats at a trust.
  private func stepsHeld(afterBeats beats: Int, trust: Float) -> Int {
    var hold = PhaseHold()
    for _ in 0..<(beats * 50) {
      _ = hold.choose(
        best: Self.onBeat, near: Self.onBeat, expected: 0.25, trust: trust, stepSeconds: Self.step)
    }
    for step in 0..<5000 {
      let reading = hold.choose(
        best: Self.offBeat, near: Self.trace, expected: 0.25, trust: trust, stepSeconds: Self.step)
      if reading.phase == 0.75 { return step }
    }
    return 5000
  }

  @Test("is kept against the off-beat the longer it was trusted, and given up in the end")
  func heldByTrust() {
    let short = stepsHeld(afterBeats: 4, trust: 1)
    let long = stepsHeld(afterBeats: 20, trust: 1)
    #expect(short > 0)
    #expect(long > 2 * short)
    #expect(long < 1000)
  }

  @Test("that was never trusted is given up at once")
  func notHeldWithoutTrust() { #expect(stepsHeld(afterBeats: 20, trust: 0.8) == 0) }

  @Test("follows rubato, however trusted it was")
  func followsRubato() {
    var hold = PhaseHold()
    for _ in 0..<1000 {
      _ = hold.choose(best: Self.onBeat, near: Self.onBeat, expected: 0.25, trust: 1, stepSeconds: Self.step)
    }
    let late = BeatReading(period: 50, phase: 0.55, agreement: 0.9)
    let reading = hold.choose(best: late, near: Self.trace, expected: 0.25, trust: 1, stepSeconds: Self.step)
    #expect(reading.phase == 0.55)
  }
}
