import Foundation
import Music
import Scenery
import Testing

@testable import Directing

@Suite("What a show wants") struct IntentTests {
  let repertoire = Repertoire.told(scenes: 10, transitions: 8)

  private func show(_ intent: Intent) -> Show {
    var show = Show(repertoire)
    show.director.follow(intent)
    show.play(ToldMusic(energy: { _ in 0.9 }), untilSeconds: 600)
    return show
  }

  @Test("scenes of weight 0 never come, and the same wishes give the same show")
  func weights() {
    var intent = Intent()
    let unwanted = repertoire.indices(of: .scene).suffix(5)
    intent.weights = [Float](repeating: 1, count: repertoire.presets.count)
    for index in unwanted { intent.weights[Int(index.value)] = 0 }
    let one = show(intent)
    #expect(one.changes.count > 15)
    #expect(one.order.allSatisfy { !unwanted.contains($0) })
    #expect(one.digest == show(intent).digest)
    #expect(show(Intent()).order.contains { unwanted.contains($0) })
  }

  @Test("changes keep to the ceiling on cuts per minute")
  func ceiling() {
    var intent = Intent()
    intent.cutsPerMinute = 2
    let times = show(intent).changes.map(\.startSeconds)
    #expect(times.count > 5)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 30 - 0.5 })
  }
}
