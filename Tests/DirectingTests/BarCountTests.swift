import Music
import Scenery
import Testing

@testable import Directing

@Suite("A show's bars") struct BarCountTests {
  /// 120 beats per minute, of which the ear makes 240 for a while, and 60 for another.
  private func grid(_ seconds: Double) -> BeatGrid {
    let period = (40..<46).contains(seconds) ? 0.25 : (60..<65).contains(seconds) ? 1.0 : 0.5
    return BeatGrid(anchorSeconds: 0.2, anchorBeats: 0, period: period, confidence: 0.9)
  }

  @Test("are counted once each while the ear doubles the tempo and halves it")
  func octaves() {
    let music = ToldMusic(grid: grid)
    var count = BarCount()
    var told: [Int] = []
    for hop in 0..<Int64(90 / Hop.seconds) {
      let moment = music.moment(hop)
      count.advance(moment)
      told.append(count.bar(atSeconds: moment.hop.end.seconds, now: moment.hop.end.seconds))
    }
    let steps = zip(told, told.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 == 0 || $0 == 1 })
    // Bars of two seconds from 0.2 s on.
    #expect(abs(told.last! - 45) <= 1, "\(told.last!)")
  }

  @Test("never run backward in what is decided, and waiting is no decision")
  func decisions() {
    var show = Show(.told(scenes: 12, transitions: 4))
    show.play(ToldMusic(energy: { _ in 0.9 }, grid: grid), untilSeconds: 90)
    let bars = show.decisions.compactMap(\.bar)
    #expect(bars.count > 5 && zip(bars, bars.dropFirst()).allSatisfy { $0 <= $1 }, "\(bars)")
    let changes = show.decisions.compactMap(\.change?.bar)
    #expect(zip(changes, changes.dropFirst()).allSatisfy { $0 < $1 }, "\(changes)")
    #expect(!show.decisions.contains { $0.description.contains("waits") })
  }
}
