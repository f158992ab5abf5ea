import Music
import Scenery
import Testing

@testable import Directing

@Suite("A director in difficulty") struct DifficultyTests {
  let repertoire = Repertoire.told(scenes: 10, transitions: 8)

  @Test("leaves out presets that failed, and changes on time with others")
  func failures() {
    let failing = Set([0, 2, 4, 6, 11, 13, 15].map { PresetIndex($0) })
    var show = Show(repertoire)
    show.play(ToldMusic(energy: { _ in 0.9 }), untilSeconds: 300, on: ToldStage(failing: failing))
    #expect(show.changes.count > 25)
    #expect(!failing.contains(show.director.score.onStage.scene))
    for change in show.changes {
      #expect(!failing.contains(change.to) && !failing.contains(change.transition))
      #expect(change.offBar < 1e-4)
    }
  }

  @Test("opens with another scene when the first fails")
  func failedOpening() {
    var first = Show(repertoire)
    first.play(ToldMusic(), untilSeconds: 0.01)
    let opening = first.director.score.onStage.scene
    var show = Show(repertoire)
    show.play(ToldMusic(), untilSeconds: 1, on: ToldStage(failing: [opening]))
    #expect(show.director.score.onStage.scene != opening)
    #expect(show.director.score.onStage.scene != .nothing)
  }

  @Test("brings on only what the stage has ready, however slow it is", arguments: [0.1, 3, 9])
  func slowStage(delaySeconds: Double) {
    var show = Show(repertoire)
    show.play(
      ToldMusic(energy: { _ in 1 }), untilSeconds: 200, on: ToldStage(delaySeconds: delaySeconds))
    #expect(show.changes.count >= 8)
    #expect(show.broughtUnready == 0)
    #expect(show.changes.allSatisfy { $0.offBar < 1e-4 })
  }

  @Test("stays with its opening when the stage never answers")
  func deafStage() {
    var show = Show(repertoire)
    show.play(ToldMusic(), untilSeconds: 100, on: ToldStage(isDeaf: true))
    #expect(show.changes.isEmpty)
  }

  @Test("stays with the only scene, and does without any")
  func smallRepertoires() {
    var one = Show(.told(scenes: 1, transitions: 3))
    one.play(ToldMusic(), untilSeconds: 200)
    #expect(one.changes.isEmpty && one.director.score.onStage.scene == PresetIndex(0))
    var none = Show(.told(scenes: 0, transitions: 3))
    none.play(ToldMusic(), untilSeconds: 20)
    #expect(none.changes.isEmpty && none.director.score.onStage.scene == .nothing)
  }

  @Test("cuts on bar lines where there is no transition")
  func cuts() {
    var show = Show(.told(scenes: 3, transitions: 0))
    var plans: [FramePlan] = []
    show.play(ToldMusic(energy: { _ in 1 }), untilSeconds: 100) { snapshot in
      plans.append(snapshot.plan(atSeconds: snapshot.moment.hop.end.seconds + 0.03))
    }
    #expect(show.changes.count > 8)
    #expect(show.changes.allSatisfy { $0.offBar < 1e-4 && $0.transition == .nothing })
    #expect(plans.allSatisfy { $0.transition == nil && $0.incoming == nil })
  }

  @Test("plans a waiting change again when the tempo moves")
  func tempoChange() {
    // The change is planned at the bar before beat 64 (31.2 s + …); there the tempo jumps.
    for jump in stride(from: 29.3, to: 32.4, by: 0.21) {
      var music = ToldMusic(energy: { _ in 0.5 })
      let slow = music.steadyGrid
      let fast = BeatGrid(
        anchorSeconds: jump, anchorBeats: slow.beats(atSeconds: jump), period: 0.41, confidence: 0.9)
      music.grid = { $0 < jump ? slow : fast }
      var show = Show(repertoire)
      show.play(music, untilSeconds: 60)
      #expect(show.changes.count >= 2)
      #expect(show.changes.allSatisfy { $0.offBar < 0.03 }, "jump at \(jump)")
    }
  }

  @Test(
    "still ends a change on a beat when the grid is corrected on its way",
    arguments: [-0.09, -0.04, 0.05, 0.1])
  func correctedOnTheWay(seconds: Double) {
    // Calm music: changes of eight beats, the first from 24.2 s to 28.2 s; half-way the ear changes its mind.
    var music = ToldMusic(energy: { _ in 0.1 })
    let before = music.steadyGrid
    let after = BeatGrid(
      anchorSeconds: 26 + seconds, anchorBeats: before.beats(atSeconds: 26), period: 0.49, confidence: 0.9)
    music.grid = { $0 < 26 ? before : after }
    var show = Show(repertoire)
    show.play(music, untilSeconds: 40)
    #expect(show.changes.count == 1)
    for change in show.changes {
      #expect(abs(change.startSeconds - 24.2) < 1e-4)
      let beats = after.beats(atSeconds: change.endSeconds)
      #expect(abs(beats - beats.rounded()) * 0.49 < 2 * Hop.seconds)
    }
  }

  @Test("waits for the new bar line when the downbeat is found elsewhere")
  func downbeatMoves() {
    for shift in 1...3 as ClosedRange<Int64> {
      for moment in stride(from: 14.0, to: 18.2, by: 0.13) {
        var music = ToldMusic(energy: { _ in 0.55 })
        let before = music.steadyGrid
        var after = before
        after.downbeat = shift
        music.grid = { $0 < moment ? before : after }
        var show = Show(repertoire)
        show.play(music, untilSeconds: 40)
        #expect(!show.changes.isEmpty)
        // A change that began may have begun on the bar line of its time, or within the committed breath.
        for change in show.changes where abs(change.startSeconds - moment) > Score.committedSeconds {
          #expect(change.offBar < 1e-4)
        }
      }
    }
  }

  @Test("never turns a change back or lets a clock run backwards, whatever the grid does")
  func monotone() {
    var music = ToldMusic(energy: { _ in 0.35 }, sections: stride(from: 10, to: 300, by: 9.1).map { $0 })
    // Every 1.3 s the ear changes its mind: phase, tempo, downbeat, metre.
    music.grid = { seconds in
      let turn = (seconds / 1.3).rounded(.down)
      var chance = SeededGenerator(seed: 11, purpose: "mind", ordinal: UInt64(turn))
      let period = 0.35 + 0.4 * chance.unit()
      return BeatGrid(
        anchorSeconds: turn * 1.3, anchorBeats: turn * 2.6 + chance.unit(), period: period,
        beatsPerBar: chance.unit() < 0.3 ? 3 : 4, downbeat: Int64(chance.unit() * 4), confidence: 0.7)
    }
    var show = Show(repertoire)
    var before: FramePlan?
    var turns = 0
    show.play(music, untilSeconds: 300) { snapshot in
      let plan = snapshot.plan(atSeconds: snapshot.moment.hop.end.seconds + Score.committedSeconds)
      defer { before = plan }
      guard let before else { return }
      turns += Self.stepsBack(from: before, to: plan)
    }
    #expect(show.changes.count > 15)
    #expect(turns == 0)
  }

  /// How many values of one stay went back from frame to frame.
  static func stepsBack(from before: FramePlan, to now: FramePlan) -> Int {
    var count = 0
    let layers = [before.outgoing, before.incoming].compactMap { $0 }
    for layer in [now.outgoing, now.incoming].compactMap({ $0 }) {
      let same = layers.first {
        $0.appearance.scene == layer.appearance.scene
          && abs($0.appearance.entrance - layer.appearance.entrance) < 48_000
      }
      guard let same else { continue }
      if layer.time < same.time { count += 1 }
      for signal in [Signal.beats, .bars, .chapter, .chapterEase, .flow, .travel] {
        if layer.signals[signal] < same.signals[signal] - 1e-6 { count += 1 }
      }
    }
    // Once the incoming picture shows, it stays.
    if before.incoming != nil && now.incoming == nil
      && now.outgoing.appearance.scene != before.incoming?.appearance.scene
    {
      count += 1
    }
    if before.transition != nil && before.transition == now.transition && now.progress < before.progress {
      count += 1
    }
    return count
  }

  @Test("holds long and changes slowly where there is no beat, but is never stuck", arguments: [true, false])
  func resting(isSilent: Bool) {
    var show = Show(repertoire)
    show.play(
      ToldMusic(
        beatsPerMinute: 90, energy: { _ in 0 }, isSilent: { _ in isSilent }, confidence: { _ in 0 }),
      untilSeconds: 600)
    #expect((8...10).contains(show.changes.count))
    for (a, b) in zip(show.changes, show.changes.dropFirst()) {
      #expect((56...66).contains(b.startSeconds - a.startSeconds))
    }
    for change in show.changes {
      #expect(change.offBar < 1e-4)
      if change.endSeconds.isFinite { #expect(change.endSeconds - change.startSeconds > 5) }
    }
  }

  @Test("takes an edited preset without a stir, and gives a mended one another chance")
  func hotReplacement() {
    var plain = Show(repertoire)
    plain.play(ToldMusic(energy: { _ in 0.8 }), untilSeconds: 100)
    var edited = Show(repertoire)
    edited.play(ToldMusic(energy: { _ in 0.8 }), untilSeconds: 50)
    for index in 0..<18 {
      let preset = repertoire[PresetIndex(Int32(index))]
      edited.director.admit(PresetIndex(Int32(index)), kind: preset?.kind ?? .scene, name: preset?.name ?? "")
    }
    edited.play(ToldMusic(energy: { _ in 0.8 }), untilSeconds: 100)
    #expect(edited.digest == plain.digest)

    var mended = Show(.told(scenes: 2, transitions: 0))
    mended.play(ToldMusic(energy: { _ in 0.8 }), untilSeconds: 40, on: ToldStage(failing: [PresetIndex(1)]))
    let opened = mended.director.score.onStage.scene
    #expect(mended.changes.isEmpty && opened == PresetIndex(0))
    mended.director.admit(PresetIndex(1), kind: .scene, name: "scene-1")
    mended.play(ToldMusic(energy: { _ in 0.8 }), untilSeconds: 60)
    #expect(mended.order.first == PresetIndex(1))
  }

  @Test("lets go of a preset that is taken away")
  func dismissal() {
    var show = Show(.told(scenes: 4, transitions: 2))
    show.play(ToldMusic(energy: { _ in 1 }), untilSeconds: 20)
    show.director.dismiss(PresetIndex(2))
    show.play(ToldMusic(energy: { _ in 1 }), untilSeconds: 200)
    #expect(!show.changes.contains { $0.to == PresetIndex(2) && $0.startSeconds > 21 })
  }

  @Test("survives numbers that aren't numbers")
  func notNumbers() {
    var show = Show(repertoire)
    show.play(
      ToldMusic(
        energy: { $0 > 20 && $0 < 30 ? .nan : 0.5 },
        mood: { _ in Mood(valence: .nan, arousal: .infinity, confidence: .nan) }), untilSeconds: 100)
    #expect(show.changes.count >= 2)
    #expect(show.director.score.motion.flow.isFinite && show.director.score.motion.travel.isFinite)
    #expect(show.director.score.palette.base.red.isFinite)
  }
}
