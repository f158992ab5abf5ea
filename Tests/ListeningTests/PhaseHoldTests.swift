import Testing

@testable import Listening

@Suite("A trusted phase")
struct PhaseHoldTests {
  private static let step = 0.01
  private static let onBeat = BeatReading(period: 50, phase: 0.25, agreement: 0.9)
  private static let offBeat = BeatReading(period: 50, phase: 0.75, agreement: 0.9)
  private static let trace = BeatReading(period: 50, phase: 0.25, agreement: 0.05)

  /// A hold after so many beats at a trust.
  private func hold(afterBeats beats: Int, trust: Float) -> PhaseHold {
    var hold = PhaseHold()
    for _ in 0..<(beats * 50) {
      _ = hold.choose(
        best: Self.onBeat, near: Self.onBeat, expected: 0.25, trust: trust, stepSeconds: Self.step)
    }
    return hold
  }

  /// Steps until a jump to the off-beat is followed, and the least standing before that.
  private func held(_ hold: PhaseHold) -> (steps: Int, least: Float) {
    var hold = hold
    var least: Float = 1
    for step in 0..<5000 {
      let reading = hold.choose(
        best: Self.offBeat, near: Self.trace, expected: 0.25, trust: 0, stepSeconds: Self.step)
      if reading.phase == 0.75 { return (step, least) }
      least = min(least, hold.standing)
    }
    return (5000, least)
  }

  @Test("is kept against the off-beat the longer it was trusted, and given up in the end")
  func heldByTrust() {
    let short = held(hold(afterBeats: 4, trust: 1))
    let long = held(hold(afterBeats: 20, trust: 1))
    #expect(short.steps > 0)
    #expect(long.steps > 2 * short.steps)
    // The most merit there is, against odds of almost 3.
    #expect(long.steps < 2100)
  }

  @Test("is played on while it is kept, with what chance it has")
  func playedOn() {
    var kept = hold(afterBeats: 20, trust: 1)
    #expect(kept.standing == 0)
    _ = kept.choose(best: Self.offBeat, near: Self.trace, expected: 0.25, trust: 0, stepSeconds: Self.step)
    #expect(kept.standing > 0.95)
    let end = held(kept)
    #expect(end.least >= 0.5 && end.least < 0.6)
    kept.rest()
    #expect(kept.standing == 0)
  }

  @Test("that was never trusted is given up at once")
  func notHeldWithoutTrust() { #expect(held(hold(afterBeats: 20, trust: 0.8)).steps == 0) }

  @Test("follows rubato, however trusted it was")
  func followsRubato() {
    var kept = hold(afterBeats: 40, trust: 1)
    let late = BeatReading(period: 50, phase: 0.55, agreement: 0.9)
    let reading = kept.choose(best: late, near: Self.trace, expected: 0.25, trust: 1, stepSeconds: Self.step)
    #expect(reading.phase == 0.55)
  }

  @Test("is trusted no more after a second of silence")
  func forgetsInSilence() {
    var silent = hold(afterBeats: 40, trust: 1)
    for _ in 0..<200 { silent.rest() }
    #expect(held(silent).steps < 10)
  }
}
