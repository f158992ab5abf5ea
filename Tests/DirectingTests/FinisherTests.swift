import Music
import Scenery
import Testing

@testable import Directing

@Suite("Grade, looks and filters under the director") struct FinisherTests {
  /// Three scenes, a transition; look 4 and 5, filters 6 to 10.
  private static let repertoire: Repertoire = {
    var repertoire = Repertoire.told(scenes: 3, transitions: 1)
    for name in ["warm", "cold"] { repertoire.add(.told(name, .look)) }
    for name in ["a", "b", "c", "d", "e"] { repertoire.add(.told(name, .filter)) }
    return repertoire
  }()
  private static let warm = PresetIndex(4)
  private static let cold = PresetIndex(5)
  private static let filters = (6...10).map { PresetIndex($0) }

  @Test("a look fades over the bars it was asked for, and is exact before and after")
  func fade() {
    var show = Show(Self.repertoire)
    var seen: [(seconds: Double, mix: LookMix)] = []
    show.play(
      ToldMusic(), untilSeconds: 16,
      cues: [(0, .look(Self.warm, bars: 0)), (4, .look(Self.cold, bars: 2)), (5, .look(.nothing, bars: 1))]
    ) { seen.append(($0.moment.hop.end.seconds, $0.score.finishing.looks)) }
    func mix(_ seconds: Double) -> LookMix { seen.first { $0.seconds >= seconds }!.mix }
    #expect(mix(3.9) == LookMix(outgoing: Self.warm, incoming: Self.warm))
    // Two bars of four at 120 beats per minute are four seconds; the stage takes 0.1 s to be ready.
    #expect(mix(6).outgoing == Self.warm && mix(6).incoming == Self.cold)
    #expect(abs(mix(6.1).progress - 0.5) < 0.03)
    let steps = zip(seen, seen.dropFirst()).filter { $0.mix.incoming == $1.mix.incoming }
    #expect(
      steps.allSatisfy { $0.mix.progress <= $1.mix.progress && $1.mix.progress - $0.mix.progress < 0.02 })
    // The next wish waits until the fade is over.
    #expect(mix(8.5).outgoing == Self.cold && mix(8.5).incoming == .nothing)
    #expect(mix(11).shares.isEmpty)
  }

  @Test("a weak look fades from and to another, and to its own full strength, without a step")
  func strength() {
    let (weak, warm) = (Float(0.6), Self.warm)
    #expect(
      LookMix(outgoing: .nothing, incoming: warm, progress: 0.5, incomingStrength: weak).shares[0].share
        == 0.3)
    let rising = LookMix(outgoing: warm, incoming: warm, progress: 0.5, outgoingStrength: weak)
    #expect(rising.shares.count == 1 && abs(rising.shares[0].share - 0.8) < 1e-6)
    let settled = LookMix(outgoing: Self.cold, incoming: warm, progress: 1, incomingStrength: weak).settled
    #expect(settled.shares.count == 1 && settled.shares[0].share == weak)
  }

  @Test("a song brings a look of its own, the same with any seed; a hand's stays until it is given back")
  func songsOwn() {
    var repertoire = Repertoire.told(scenes: 3, transitions: 1)
    for name in ["moonlight", "ember", "amber-print", "cyan-plate", "foreign"] {
      repertoire.add(.told(name, .look))
    }
    func looks(_ texture: UInt64, seed: UInt64 = 1, cues: [(Double, Cue)] = []) -> [PresetIndex] {
      var show = Show(repertoire, seed: seed)
      var seen: [PresetIndex] = []
      // Two songs with a silence between.
      let music = ToldMusic(isSilent: { $0 > 20 && $0 < 30 }, texture: texture)
      show.play(music, untilSeconds: 60, cues: [(0, .grade(1))] + cues) {
        let look = $0.score.finishing.looks.incoming
        if look != seen.last { seen.append(look) }
      }
      return seen
    }
    let songs = (1...12).map { looks($0) }
    #expect(Set(songs.compactMap(\.last)).count > 2, "\(songs)")
    #expect(songs.allSatisfy { $0[0] == .nothing && !$0.contains(PresetIndex(8)) }, "not a foreign one")
    #expect(songs.contains { $0.count > 2 }, "the second song has its own")
    #expect((1...12).map { looks($0, seed: 2) } == songs)
    #expect((1...4).allSatisfy { looks($0, cues: [(1, .look(.nothing, bars: 0))]) == [.nothing] })
    #expect((1...4).allSatisfy { looks($0, cues: [(0.5, .grade(0))]) == [.nothing] })
    let given = (1...4).map { looks($0, cues: [(1, .look(.nothing, bars: 0)), (25, .release(input: ""))]) }
    #expect(given.contains { $0.count > 1 }, "\(given)")
  }

  @Test("a song without a look keeps no hand's look waiting")
  func songWithout() {
    var repertoire = Repertoire.told(scenes: 3, transitions: 1)
    let foreign = repertoire.add(.told("foreign", .look))
    var show = Show(repertoire)
    var seen: PresetIndex?
    // The song is known after five seconds.
    show.play(ToldMusic(), untilSeconds: 7, cues: [(0, .grade(1)), (5.5, .look(foreign, bars: 0))]) {
      if $0.moment.hop.end.seconds < 6.5 { seen = $0.score.finishing.looks.incoming }
    }
    #expect(show.decisions.contains { $0.description.contains("the song has no look") })
    #expect(seen == foreign)
  }

  @Test("a song's own fade hurries when a hand asks for another look")
  func handOverSong() {
    var finisher = Finisher(seed: 1)
    var motion = Motion()
    var seen: [(beat: Double, mix: LookMix)] = []
    finisher.askLook(Self.warm, bars: 2, strength: 0.6, isSongs: true)
    for hop in 0..<2000 {
      let moment = ToldMusic().moment(Int64(hop))
      motion.travel = moment.hop.end.seconds * 2
      if hop == 200 { finisher.askLook(Self.cold, bars: 0) }
      finisher.advance(moment, motion) { _ in true }
      seen.append((motion.travel, finisher.finishing.looks))
    }
    let asked = seen[200].beat
    let arrived = seen.first { $0.mix.incoming == Self.cold }?.beat ?? .infinity
    #expect(asked > 1 && asked < 4, "in the middle of the fade of eight beats: \(asked)")
    #expect(arrived - asked > 0.3 && arrived - asked < 0.7)
    let steps = zip(seen, seen.dropFirst()).filter {
      $0.mix.incoming == Self.warm && $1.mix.incoming == Self.warm
    }
    #expect(steps.allSatisfy { abs($1.mix.progress - $0.mix.progress) < 0.06 }, "no step in it")
  }

  @Test("filters come in the order they were asked for, within a beat, and go again; a fifth is refused")
  func filters() {
    var show = Show(Self.repertoire)
    var chains: [(seconds: Double, chain: FilterChain)] = []
    let cues = Self.filters.enumerated().map {
      (2 + Double($0) * 0.2, Cue.filter($1, amount: $0 == 1 ? 0.5 : 1))
    }
    show.play(ToldMusic(), untilSeconds: 8, cues: cues + [(5, .filter(Self.filters[0], amount: 0))]) {
      chains.append(($0.moment.hop.end.seconds, $0.score.finishing.filters))
    }
    func slots(_ seconds: Double) -> [FilterSlot] {
      let chain = chains.first { $0.seconds >= seconds }!.chain
      return (0..<chain.count).map { chain[$0] }
    }
    #expect(slots(1.9).isEmpty)
    #expect(slots(4.9).map(\.appearance.scene) == Array(Self.filters.prefix(4)))
    #expect(slots(4.9).map(\.amount) == [1, 0.5, 1, 1])
    #expect((0.3...0.8).contains(slots(2.35)[0].amount))
    #expect(slots(7).map(\.appearance.scene) == Array(Self.filters[1...3]))
    #expect(show.decisions.contains { $0.description == "4 filters are on already" })
  }

  @Test("what the stage can't use is left out, and what isn't a look is no look")
  func failures() {
    var show = Show(Self.repertoire)
    var last = Finishing()
    show.play(
      ToldMusic(), untilSeconds: 6, on: ToldStage(failing: [Self.filters[0], Self.cold]),
      cues: [
        (1, .filter(Self.filters[0], amount: 1)), (1, .filter(Self.filters[1], amount: 1)),
        (1, .look(Self.cold, bars: 1)), (2, .look(Self.filters[2], bars: 0)),
        (2, .filter(Self.warm, amount: 1)),
      ]
    ) { last = $0.score.finishing }
    #expect((0..<last.filters.count).map { last.filters[$0].appearance.scene } == [Self.filters[1]])
    #expect(last.looks.shares.isEmpty)
    #expect(show.decisions.filter { $0.description.contains("can't come") }.count == 2)
  }

  @Test("a grade is there at the first hop, eases away when a hand says so, and is then exactly nothing")
  func grade() {
    var show = Show(Self.repertoire)
    var seen: [Finishing] = []
    show.play(ToldMusic(), untilSeconds: 5, cues: [(0, .grade(1)), (2, .grade(0))]) {
      seen.append($0.score.finishing)
    }
    #expect(seen[0].gradeAmount == 1 && seen[0].grade != .identity)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { abs($0.gradeAmount - $1.gradeAmount) < 0.01 })
    #expect(seen.last?.gradeAmount == 0 && seen.last?.grade == .identity)
  }

  @Test("a scene that wants a picture is fed by the one before it")
  func feeder() {
    var repertoire = Repertoire()
    repertoire.add(.told("plain", .scene))
    var header = PresetHeader()
    header.inputs = [PresetInput(name: "view", initial: .image)]
    repertoire.add(.told("hungry", .scene, header))
    var show = Show(repertoire)
    var fed: [PresetIndex: PresetIndex] = [:]
    show.play(ToldMusic(), untilSeconds: 60) {
      let stays = [$0.score.onStage, $0.score.change?.incoming].compactMap { $0 }
      for stay in stays where stay.entrance.seconds > 1 { fed[stay.scene] = stay.feeder }
    }
    #expect(fed == [PresetIndex(0): .nothing, PresetIndex(1): PresetIndex(0)])
  }
}
