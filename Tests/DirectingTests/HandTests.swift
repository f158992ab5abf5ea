import Music
import Scenery
import Testing

@testable import Directing

@Suite("A performer's hand") struct HandTests {
  let repertoire = Repertoire.told(scenes: 10, transitions: 8)
  let calm = ToldMusic(energy: { _ in 0 })

  @Test("brings the next scene at the next bar line, even within 8 s")
  func next() {
    var show = Show(repertoire)
    show.play(calm, untilSeconds: 20, cues: [(3, .nextScene), (8.5, .nextScene)])
    let starts = show.changes.map(\.startSeconds)
    #expect(starts.count == 2)
    #expect(abs(starts[0] - 4.2) < 0.001)
    #expect(abs(starts[1] - 10.2) < 0.001)
    #expect(show.decisions.filter { $0.reason == .hand }.count == 2)
  }

  @Test(
    "never shows a glimpse of a change that comes later", arguments: 0..<38)
  func atTheBarLine(step: Int) {
    let seconds = 8.1 + 0.004 * Double(step)  // about the bar line at 8.2 s
    var show = Show(repertoire)
    var glimpses = 0
    var hasBegun = false
    show.play(calm, untilSeconds: 12, cues: [(seconds, .nextScene)]) { snapshot in
      let plan = snapshot.plan(atSeconds: snapshot.moment.hop.end.seconds + Score.committedSeconds)
      let shows = plan.incoming != nil
      if hasBegun && !shows { glimpses += 1 }
      hasBegun = shows
    }
    #expect(show.changes.count == 1 && glimpses == 0)
    #expect(show.changes.allSatisfy { $0.offBar < 1e-4 })
  }

  @Test("holds an input from the hop in which it is taken until it is given back")
  func inputs() {
    var show = Show(repertoire)
    var held: [Bool] = []
    let key = Overrides.key(of: "scene-1.zoom")
    show.play(
      calm, untilSeconds: 3,
      cues: [(1, .set(input: "scene-1.zoom", SIMD4(0.4, 0, 0, 1))), (2, .release(input: "scene-1.zoom"))]
    ) { snapshot in
      let value = snapshot.plan(atSeconds: snapshot.moment.hop.end.seconds).outgoing.signals.overrides.value(
        of: key)
      if held.last != (value?.x == 0.4) { held.append(value?.x == 0.4) }
    }
    #expect(held == [false, true, false])
  }

  @Test("waits for a change on its way, then gets its own")
  func duringAChange() {
    var show = Show(repertoire)
    show.play(calm, untilSeconds: 30, cues: [(3, .nextScene), (5, .scene(PresetIndex(7)))])
    #expect(show.changes.count == 2)
    #expect(show.order.last == PresetIndex(7))
    #expect(show.changes[1].startSeconds >= show.changes[0].endSeconds)
    #expect(show.changes[1].startSeconds < show.changes[0].endSeconds + 2.01)
  }

  @Test("goes back, and back again")
  func previous() {
    var show = Show(repertoire)
    show.play(
      calm, untilSeconds: 60,
      cues: [
        (5, .nextScene), (15, .nextScene), (25, .previousScene), (35, .previousScene), (45, .previousScene),
      ])
    #expect(show.changes.count == 4)
    #expect(show.changes[2].to == show.changes[1].from)
    #expect(show.changes[3].to == show.changes[0].from)
    #expect(show.decisions.last?.description == "there is no scene before")
  }

  @Test("holds a scene for as long as it likes, and still may change it")
  func hold() {
    var show = Show(repertoire)
    show.play(
      ToldMusic(energy: { _ in 1 }, sections: [40, 80]), untilSeconds: 200,
      cues: [(12, .hold(true)), (100, .scene(PresetIndex(3))), (150, .hold(false))])
    let during = show.changes.filter { $0.startSeconds > 12 && $0.startSeconds < 150 }
    #expect(during.map(\.to) == [PresetIndex(3)])
    let after = show.changes.first { $0.startSeconds > 150 }
    #expect(after.map { $0.startSeconds - 150 >= 6 } == true)
  }

  @Test("takes a waiting change away by holding")
  func holdBeforeTheBarLine() {
    var free = Show(repertoire)
    free.play(ToldMusic(energy: { _ in 1 }), untilSeconds: 20)
    let start = free.changes[0].startSeconds
    var held = Show(repertoire)
    held.play(ToldMusic(energy: { _ in 1 }), untilSeconds: 60, cues: [(start - 0.3, .hold(true))])
    #expect(held.changes.isEmpty)
  }

  @Test("hears why a scene can't come")
  func impossible() {
    var show = Show(repertoire)
    show.play(calm, untilSeconds: 1)
    let broken = PresetIndex(show.director.score.onStage.scene == PresetIndex(4) ? 5 : 4)
    show.play(
      calm, untilSeconds: 20, on: ToldStage(failing: [broken]),
      cues: [
        (2, .scene(PresetIndex(99))), (3, .scene(PresetIndex(12))), (4, .scene(broken)), (8, .scene(broken)),
      ])
    #expect(show.changes.isEmpty)
    #expect(
      show.decisions.filter { $0.reason == .hand }.map(\.description)
        == [99, 12, Int(broken.value)].map { "scene \($0) can't come: it failed or isn't there" })
    #expect(show.decisions.contains { $0.description == "scene-\(broken.value) failed and is left out" })
  }
}
