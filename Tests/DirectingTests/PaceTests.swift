import Music
import Scenery
import Testing

@testable import Directing

@Suite("The clocks that music drives") struct PaceTests {
  @Test("cover one unit a beat and stay on the beat")
  func travel() {
    var pace = Pace(ceilings: Ceilings())
    let music = ToldMusic(beatsPerMinute: 128)
    for hop in 0..<20_000 as Range<Int64> { pace.advance(music.moment(hop)) }
    let seconds = HopIndex(19_999).end.seconds
    #expect(abs(pace.motion.travel - music.steadyGrid.beats(atSeconds: seconds)) < 1e-6)
    #expect(abs(pace.motion.travelRate - 128.0 / 60) < 1e-6)
  }

  @Test("are back on the beat within two beats of a correction", arguments: [-0.45, -0.2, 0.1, 0.3, 7.4])
  func correction(beats: Double) {
    var music = ToldMusic()
    let before = music.steadyGrid
    var after = before
    after.anchorBeats += beats
    music.grid = { $0 < 10 ? before : after }
    var pace = Pace(ceilings: Ceilings())
    for hop in 0..<Int64(11.2 / Hop.seconds) { pace.advance(music.moment(hop)) }
    let apart = after.beats(atSeconds: 11.2) - pace.motion.travel
    #expect(abs(apart - apart.rounded()) < 0.06)
  }

  @Test("flow from 0.35 in silence to 1.8 in the wildest music")
  func flow() {
    var pace = Pace(ceilings: Ceilings())
    let wild = ToldMusic(energy: { _ in 1 }, mood: { _ in Mood(valence: 0, arousal: 1, confidence: 1) })
    for hop in 0..<3_000 as Range<Int64> { pace.advance(wild.moment(hop)) }
    #expect(abs(pace.motion.flowRate - 1.8) < 0.01)
    let silent = ToldMusic(energy: { _ in 1 }, isSilent: { _ in true })
    for hop in 3_000..<6_000 as Range<Int64> { pace.advance(silent.moment(hop)) }
    #expect(abs(pace.motion.flowRate - 0.35) < 0.01)
    #expect(pace.motion.surge < 0.01)
  }
}
