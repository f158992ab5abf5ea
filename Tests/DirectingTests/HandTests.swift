import Music
import Testing

@testable import Directing
@testable import Scenery

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
      cues: [(12, .hold(true)), (100, .scene(PresetIndex(2))), (150, .hold(false))])
    let during = show.changes.filter { $0.startSeconds > 12 && $0.startSeconds < 150 }
    #expect(during.map(\.to) == [PresetIndex(2)])
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

  @Test("keeps the palette's hue and the energy master until they are given back")
  func faders() {
    var show = Show(repertoire)
    var hues: [(seconds: Double, palette: Palette, master: Float)] = []
    var intent = Intent()
    intent.homeHue = 300
    show.director.follow(intent)
    let music = ToldMusic(mood: { Mood(valence: $0 < 20 ? 0.9 : -0.9, arousal: 0.6, confidence: 1) })
    show.play(
      music, untilSeconds: 60,
      cues: [
        (5, .set(input: "palette.hue", SIMD4(140, 0, 0, 1))),
        (5, .set(input: "palette.chroma", SIMD4(0, 0, 0, 1))),
        (5, .set(input: "master.energy", SIMD4(0.25, 0, 0, 1))), (40, .release(input: "palette.chroma")),
        (45, .release(input: "")),
      ]
    ) { hues.append(($0.moment.hop.end.seconds, $0.score.palette, $0.score.energyMaster)) }
    let held = hues.filter { $0.seconds > 14 && $0.seconds < 40 }
    #expect(held.allSatisfy { abs($0.palette.base.red - $0.palette.base.green) < 0.01 && $0.master == 0.25 })
    func hue(_ seconds: Double) -> Double { OKLCh(hues.first { $0.seconds > seconds }!.palette.base).hue }
    #expect(abs(hue(44) - 140) < 3)
    #expect(abs(hue(59) - 140) > 30 && hues.last?.master == 1)
  }

  @Test("keeps look and filter through drops, acts and another idea")
  func finish() {
    var repertoire = Repertoire.told(scenes: 6, transitions: 3)
    let look = repertoire.add(.told("warm", .look))
    let filter = repertoire.add(.told("grain", .filter))
    var music = ToldMusic(
      energy: { $0 > 60 ? 0.9 : 0.3 }, sections: [30, 60, 90],
      isSilent: { $0 > 120 && $0 < 125 })
    music.more = { moment, now in moment.drops = now >= 75 && now < 75 + Hop.seconds }
    var show = Show(repertoire)
    var kept = 0
    var lost = 0
    show.play(
      music, untilSeconds: 160, cues: [(5, .look(look, bars: 0)), (5, .filter(filter, amount: 0.6))]
    ) {
      guard $0.moment.hop.end.seconds > 8 else { return }
      let finishing = $0.score.finishing
      let isKept =
        finishing.looks.incoming == look && finishing.filters.count == 1
        && finishing.filters[0].amount == 0.6
      if isKept { kept += 1 } else { lost += 1 }
    }
    #expect(lost == 0 && kept > 20_000)
    #expect(show.decisions.contains { $0.reason == .drop } && show.changes.count > 4)
  }
}
