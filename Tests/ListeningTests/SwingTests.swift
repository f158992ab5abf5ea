import Music
import TestSignals
import Testing

@testable import Listening

@Suite("The swing") struct SwingTests {
  @Test(
    "of drums is measured within a tenth",
    arguments: [(96.0, 1.0), (96, 1.6), (96, 2), (128, 1), (128, 1.5), (128, 2), (160, 1), (160, 2)])
  func ratio(beatsPerMinute: Double, ratio: Double) {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(SwungDrums(beatsPerMinute: beatsPerMinute, ratio: ratio), seconds: 20, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute / beatsPerMinute - 1) < 0.02)
    #expect(abs(Double(hearing.last.swing.ratio) / ratio - 1) < 0.1)
    #expect(hearing.last.swing.confidence > 0.3)
  }

  @Test("is not claimed where nothing divides the beat")
  func undivided() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Metronome(beatsPerMinute: 110), seconds: 16, to: &listener)
    #expect(hearing.last.swing.confidence < 0.1)
  }
}
