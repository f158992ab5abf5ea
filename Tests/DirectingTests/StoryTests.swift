import Music
import Scenery
import Testing

@testable import Directing

/// Music at 120 beats per minute with beats at 0.2 + 0.5 n seconds, bars of four.
@Suite("A director who tells a story") struct StoryTests {
  let repertoire = Repertoire.told(scenes: 10, transitions: 8)

  /// A build-up from second 60 on, and its drop, heard 0.1 s after it fell on the beat at 68.2 s.
  private static func withDrop(_ energy: Float = 0.5) -> ToldMusic {
    var music = ToldMusic(energy: { _ in energy })
    music.more = { moment, now in
      moment.dropWatch.isArmed = now > 60 && now < 68.3
      moment.dropWatch.probability = moment.dropWatch.isArmed ? 0.82 : 0
      moment.drops = now >= 68.3 && now < 68.3 + Hop.seconds
    }
    return music
  }

  @Test("puts one strong change on the very beat of a drop, and lets nothing change before it")
  func drop() throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      var show = Show(repertoire, seed: seed)
      show.play(Self.withDrop(0.9), untilSeconds: 75)
      #expect(!show.changes.contains { $0.startSeconds > 60.1 && $0.startSeconds < 68.1 })
      let change = try #require(show.changes.first { abs($0.startSeconds - 68.2) < 0.001 })
      #expect(change.transition == .nothing || change.endSeconds - 68.2 < 0.51)
      let line = try #require(show.decisions.first { $0.reason == .drop })
      #expect(line.description.wholeMatch(of: /bar 35, drop 0\.82, peak: scene-\d → .*/) != nil, "\(line)")
      #expect(show.broughtUnready == 0)
      #expect(show.decisions.contains { $0.description == "bar 35: peak (the drop)" })
    }
  }

  @Test("passes a drop over for a held scene, for a scene of the hand's, and where the ceiling says so")
  func dropsThatWait() {
    var held = Show(repertoire)
    held.play(Self.withDrop(), untilSeconds: 75, cues: [(30, .hold(true))])
    var chosen = Show(repertoire)
    chosen.play(Self.withDrop(), untilSeconds: 75, cues: [(59, .scene(PresetIndex(3)))])
    var capped = Show(repertoire)
    var intent = Intent()
    intent.cutsPerMinute = 0.8
    capped.director.follow(intent)
    capped.play(Self.withDrop(), untilSeconds: 75)
    for show in [held, chosen, capped] {
      #expect(!show.changes.contains { $0.startSeconds > 62 && $0.startSeconds < 70 })
      #expect(!show.decisions.contains { $0.reason == .drop })
    }
    #expect(capped.decisions.contains { $0.description.hasSuffix("gets no change: the last is too near") })
  }

  @Test("says once that the form is unknown, and follows the energy until sections are heard")
  func unknownForm() {
    var show = Show(repertoire)
    show.play(
      ToldMusic(
        energy: { $0 < 60 ? 0.2 : $0 < 120 ? 0.95 : 0.2 },
        mood: { Mood(valence: 0, arousal: $0 > 60 && $0 < 120 ? 0.9 : -0.5, confidence: 1) },
        sections: [150]), untilSeconds: 180)
    let form = show.decisions.filter { $0.reason == .form }.map(\.description)
    #expect(
      form == [
        "the form is unknown so far: acts follow the energy", "sections are heard: acts follow them",
      ])
    let acts = show.decisions.filter { $0.reason == .act && $0.change == nil }.map(\.description)
    #expect(acts.contains { $0.hasSuffix("peak (energy)") })
    #expect(acts.last { $0.hasSuffix("(energy)") }?.hasSuffix("release (energy)") == true)
  }

  @Test("acts by hand begin on their bars with their own scenes")
  func actsByHand() throws {
    var intent = Intent()
    var weights = [Float](repeating: 0, count: repertoire.presets.count)
    weights[7] = 1
    intent.acts = [
      PlannedAct(.opening, start: 1, startsAtBar: true),
      PlannedAct(.peak, start: 26, startsAtBar: true, weights: weights),
    ]
    for seed in 1...4 as ClosedRange<UInt64> {
      var show = Show(repertoire, seed: seed)
      show.director.follow(intent)
      show.play(ToldMusic(energy: { _ in 0.1 }), untilSeconds: 64)
      // Bar 26 begins at 50.2 s; the scene on stage has its 8 s first, and stays if it is the act's only one.
      #expect(show.changes.last?.to == PresetIndex(7), "seed \(seed)")
      #expect(show.changes.allSatisfy { $0.startSeconds < 62 })
      #expect(show.decisions.contains { $0.description == "bar 26: peak (by the show)" })
    }
  }

  @Test("a section that comes back brings its world back, changed")
  func motifs() throws {
    var music = ToldMusic(
      energy: { _ in 0.3 }, mood: { _ in Mood(valence: 0.2, arousal: -0.4, confidence: 0.8) },
      sections: [40, 80, 120])
    music.more = { moment, now in
      let section = min(Int(now / 40), 3)
      moment.form.beganSeconds = Double(section) * 40
      // Which section it is, is known five seconds in; A and B take turns.
      guard now - moment.form.beganSeconds >= 5 || section == 0 else { return }
      moment.form.label = Int16(section % 2)
      moment.form.isReturn = section >= 2
      moment.form.confidence = 0.9
    }
    var told = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      var show = Show(repertoire, seed: seed)
      show.play(music, untilSeconds: 160)
      func onStage(_ seconds: Double) -> PresetIndex? { show.changes.last { $0.startSeconds < seconds }?.to }
      let opening = try #require(show.changes.first).from
      let second = try #require(show.changes.first { $0.startSeconds > 40 && $0.startSeconds < 45 })
      // Chance may have brought a section's scene with its beginning: then it stays.
      #expect(onStage(96) == opening && onStage(136) == second.to)
      let homecomings = show.decisions.filter { $0.reason == .motif }
      told += homecomings.count
      guard let back = show.changes.first(where: { $0.startSeconds > 125 && $0.startSeconds < 136 }) else {
        continue
      }
      #expect(back.transition == second.transition)
      #expect(abs(back.variation - second.variation) > 0.1, "another variation of it")
      #expect(homecomings.last?.description.contains(", B returns, ") == true)
    }
    #expect(told >= 4, "not by chance alone")
  }
}

@Suite("The idea that a song's show carries") struct IdeaTests {
  /// Scenes of day and night, and transitions of which the last is at home at dusk.
  private static let repertoire: Repertoire = {
    var repertoire = Repertoire()
    for i in 0..<12 {
      var header = PresetHeader()
      header.kinora.subject = i % 2 == 0 ? "summer meadow" : "moon at night"
      repertoire.add(.told("scene-\(i)", .scene, header))
    }
    for name in ["plain", "other", "third", "dusk-and-dawn"] { repertoire.add(.told(name, .transition)) }
    return repertoire
  }()

  private static func nightfall(songSeconds: Float) -> Intent {
    var intent = Intent()
    intent.ideaWeights = Intent.ideas.map { $0.name == "day into night" ? 1 : 0 }
    intent.songSeconds = songSeconds
    return intent
  }

  @Test("is told once, goes from its first station to its last, and shows in scenes, grade and transitions")
  func nightfall() throws {
    var show = Show(Self.repertoire)
    show.director.follow(Self.nightfall(songSeconds: 400))
    var seen: [(seconds: Double, grade: Grade)] = []
    show.play(ToldMusic(energy: { _ in 0.9 }), untilSeconds: 400, cues: [(0, .grade(1))]) {
      seen.append(($0.moment.hop.end.seconds, $0.score.finishing.grade))
    }
    let lines = show.decisions.filter { $0.reason == .idea }.map(\.description)
    #expect(lines.count == 4)
    #expect(lines.first == "bar 1: the idea it carries is day into night, from day on")
    #expect(lines.last?.hasSuffix("day into night: deep night") == true)
    let first = try #require(seen.first { $0.seconds > 20 }).grade
    let last = try #require(seen.last).grade
    #expect(first.gain.green > 1 && last.gain.green < 0.75)
    #expect(first.temperature > 0.1 && last.temperature < -0.5)
    let dark = show.changes.map { change in (change.startSeconds, change.to.value % 2 == 1) }
    let early = dark.filter { $0.0 < 80 }
    let late = dark.filter { $0.0 > 280 }
    #expect(early.count { $0.1 } * 2 < early.count && late.count { $0.1 } * 2 > late.count)
  }

  @Test("brings its own transition more often than any other, over several songs")
  func ownTransition() {
    var counts: [PresetIndex: Int] = [:]
    for texture in 1...4 as ClosedRange<UInt64> {
      var show = Show(Self.repertoire)
      show.director.follow(Self.nightfall(songSeconds: 150))
      show.play(ToldMusic(energy: { _ in 0.9 }, texture: texture), untilSeconds: 150)
      for change in show.changes { counts[change.transition, default: 0] += 1 }
    }
    let most = counts.max { $0.value < $1.value }?.key
    #expect(most.flatMap { Self.repertoire[$0]?.name } == "dusk-and-dawn", "\(counts)")
  }

  @Test("another song, after a silence, gets an idea of its own; the same song the same with any seed")
  func songs() {
    func ideas(_ seed: UInt64, texture: UInt64 = 1) -> [String] {
      var show = Show(Self.repertoire, seed: seed)
      show.play(
        ToldMusic(isSilent: { $0.truncatingRemainder(dividingBy: 60) > 50 }, texture: texture),
        untilSeconds: 479)
      return show.decisions.filter { $0.description.contains("the idea it carries") }.map(\.description)
    }
    let one = ideas(3)
    #expect(one.count == 8, "\(one)")
    #expect(one == ideas(4))
    #expect(Set(one.map { $0.drop { $0 != ":" } }).count > 2)
    #expect(one != ideas(3, texture: 2))
  }

  @Test("a grade that a hand has taken away stays away, whatever the idea wants")
  func gradeInHand() {
    var show = Show(Self.repertoire)
    show.director.follow(Self.nightfall(songSeconds: 60))
    var grades: [Grade] = []
    var given: Grade?
    show.play(ToldMusic(), untilSeconds: 60, cues: [(0, .grade(1)), (20, .grade(0)), (50, .grade(1))]) {
      let now = $0.moment.hop.end.seconds
      if now > 22, now < 50 { grades.append($0.score.finishing.grade) }
      if now > 58 { given = $0.score.finishing.grade }
    }
    #expect(grades.allSatisfy { $0 == .identity })
    #expect((given?.gain.green ?? 1) < 0.8)
  }
}

@Suite("Energy, stillness and what pictures have in common") struct RestraintTests {
  let repertoire = Repertoire.told(scenes: 10, transitions: 8)
  private static func music(arousal: Float, energy: Float = 0.5) -> ToldMusic {
    ToldMusic(
      energy: { _ in energy }, mood: { _ in Mood(valence: 0, arousal: arousal, confidence: 1) })
  }

  @Test("cuts are denser when arousal is high, at the same energy")
  func density() {
    let counts = [Float(-0.9), 0, 0.9].map { arousal in
      var show = Show(repertoire)
      show.play(Self.music(arousal: arousal), untilSeconds: 400)
      return show.changes.count
    }
    #expect(counts[2] > counts[1] && counts[1] > counts[0])
    #expect(Double(counts[2]) > 1.5 * Double(counts[0]), "\(counts)")
  }

  @Test("holds its breath for a phrase now and then in calm music, never in wild")
  func stillness() throws {
    var calm = Show(repertoire)
    var lowest: Float = 1
    calm.play(Self.music(arousal: -0.8, energy: 0.1), untilSeconds: 600) {
      lowest = min(lowest, $0.score.energyMaster)
    }
    let told = calm.decisions.filter { $0.reason == .stillness }
    #expect((2...9).contains(told.count))
    #expect(told.allSatisfy { $0.description.hasSuffix("stillness for 8 bars") })
    #expect(abs(lowest - Stillness.master) < 0.01)
    for still in told {
      let from = still.hop.end.seconds
      #expect(!calm.changes.contains { $0.startSeconds > from && $0.startSeconds < from + 15.9 })
    }
    var wild = Show(repertoire)
    wild.play(Self.music(arousal: 0.8, energy: 0.9), untilSeconds: 600)
    #expect(!wild.decisions.contains { $0.reason == .stillness })
  }

  @Test("ceilings on motion and contrast hold in every frame")
  func ceilings() {
    var intent = Intent()
    intent.motionCeiling = 0.4
    intent.contrastCeiling = 0.7
    var show = Show(repertoire)
    show.director.follow(intent)
    var kicks: Float = 0
    var contrast: Float = 0
    var flow = 0.0
    var music = Self.music(arousal: 1, energy: 1)
    music.more = { moment, _ in moment.strikes.kick = 1 }
    show.play(music, untilSeconds: 60, cues: [(0, .grade(2))]) {
      guard $0.moment.hop.end.seconds > 10 else { return }
      let plan = $0.plan(atSeconds: $0.moment.hop.end.seconds)
      kicks = max(kicks, plan.outgoing.signals[.kick])
      contrast = max(contrast, plan.finishing.grade.contrast)
      flow = max(flow, $0.score.motion.flowRate)
    }
    #expect(abs(kicks - 0.4) < 0.01 && contrast == 0.7)
    #expect(flow < 0.65, "free it would be 1.8")
  }

  @Test("transitions that have something in common with both pictures are chosen more often, and it is said")
  func meaning() {
    var repertoire = Repertoire()
    for i in 0..<6 {
      var header = PresetHeader()
      header.kinora.subject = i % 2 == 0 ? "waves" : "whale"
      header.description = "Waves roll under the moon."
      repertoire.add(.told("sea-\(i)", .scene, header))
    }
    for i in 0..<6 {
      var header = PresetHeader()
      header.kinora.fits = i == 2 ? ["wave", "whale"] : ["train"]
      repertoire.add(.told("transition-\(i)", .transition, header))
    }
    var show = Show(repertoire)
    show.play(Self.music(arousal: 1, energy: 1), untilSeconds: 600)
    let fitting = show.changes.count { $0.transition == PresetIndex(8) }
    #expect(Double(fitting) > 0.25 * Double(show.changes.count), "a sixth would be chance")
    let told = show.decisions.count {
      $0.description.contains("(wave)") || $0.description.contains("(whale)")
    }
    #expect(told == fitting)
  }
}
