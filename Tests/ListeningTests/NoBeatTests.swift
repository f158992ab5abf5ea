import Music
import TestSignals
import Testing

@testable import Listening

@Suite("Where there is no beat") struct NoBeatTests {
  private func announcements(of signal: some TestSignal, seconds: Double) -> (count: Int, confidence: Float) {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(signal, seconds: seconds, to: &listener)
    return (hearing.announcements.filter { $0.seconds > 3 }.count, hearing.last.grid.confidence)
  }

  @Test("noise is not counted", arguments: [Float(0.003), 0.1])
  func noise(amplitude: Float) {
    let said = announcements(of: Noise(amplitude: amplitude), seconds: 20)
    #expect(said.count <= 2)
    #expect(said.confidence < 0.15)
  }

  @Test("a chord that stands is not counted")
  func chord() {
    let said = announcements(of: Tone(hertz: [110, 165, 220, 277.2]), seconds: 20)
    #expect(said.count <= 2)
    #expect(said.confidence < 0.15)
  }

  @Test("confidence comes with the beat and goes with it")
  func comesAndGoes() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Metronome(beatsPerMinute: 112), seconds: 12, to: &listener)
    #expect(hearing.last.grid.confidence > 0.8)
    hearing.play(Noise(amplitude: 0.1), seconds: 14, to: &listener)
    #expect(!hearing.last.grid.hasBeat)
    let before = hearing.announcements.count
    hearing.play(Noise(amplitude: 0.1), seconds: 6, to: &listener)
    #expect(hearing.announcements.count - before <= 1)
  }
}
