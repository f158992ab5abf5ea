import Music
import Testing

@testable import Directing
@testable import Scenery

@Suite("A cast") struct CastTests {
  /// Loud enough that a change comes about every ten seconds.
  private let wild = ToldMusic(energy: { _ in 0.9 })

  @Test(
    "is seen before anyone comes back: in two minutes nobody does, with any seed",
    arguments: 1...6 as ClosedRange<UInt64>)
  func newcomersFirst(seed: UInt64) {
    var show = Show(.told(scenes: 42, transitions: 4), seed: seed)
    show.play(wild, untilSeconds: 132)
    let worlds = show.changes.prefix(1).map(\.from) + show.order
    #expect(worlds.count >= 8 && Set(worlds).count == worlds.count, "\(worlds)")
  }

  @Test("comes back of itself only after half of it, or four minutes", arguments: [6, 12, 60])
  func rest(scenes: Int) {
    var show = Show(.told(scenes: scenes, transitions: 4), seed: 3)
    show.play(wild, untilSeconds: 900)
    for (place, change) in show.changes.enumerated() {
      guard let last = show.order[..<place].lastIndex(of: change.to) else { continue }
      let others = Set(show.order[(last + 1)..<place]).count
      let away = change.startSeconds - show.changes[last + 1].startSeconds
      #expect(others >= scenes / 2 - 1 || away >= 240, "\(change.to) after \(others) others, \(away) s")
    }
  }

  @Test("of two or three alternates", arguments: [2, 3])
  func few(scenes: Int) {
    var show = Show(.told(scenes: scenes, transitions: 2))
    show.play(wild, untilSeconds: 180)
    #expect(show.changes.count >= 6 && Set(show.order).count == scenes)
  }

  @Test("that isn't ready is asked for, whoever gives a scene its picture as well")
  func feeder() {
    var repertoire = Repertoire.told(scenes: 2, transitions: 1)
    let hungry = repertoire.indices(of: .scene)[0]
    var casting = Casting(repertoire: repertoire, seed: 1)
    #expect(casting.feeder(of: hungry, after: .nothing, heard: 0) == .nothing)
    var header = PresetHeader()
    header.inputs = [PresetInput(name: "picture", initial: .image)]
    let painter = repertoire.add(.told("painter", .scene, header))
    casting = Casting(repertoire: repertoire, seed: 1)
    #expect(casting.feeder(of: painter, after: .nothing, heard: 0) != .nothing)
    #expect(casting.feeder(of: painter, after: .nothing, heard: 0, onlyReady: true) == .nothing)
  }

  @Test("of which nothing is ready opens and changes as soon as the stage has what it was asked for")
  func unasked() {
    var show = Show(.told(scenes: 12, transitions: 4))
    show.play(wild, untilSeconds: 60, on: ToldStage(delaySeconds: 1.5))
    #expect(show.changes.count >= 3 && show.broughtUnready == 0)
    #expect(show.requests.count < 12 + 4)
  }
}
