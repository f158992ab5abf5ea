import Music
import Testing

@testable import Scenery

@Suite("The plan of a frame") struct PlanningTests {
  static func snapshot(hop: Int64 = 1_000, change: Change? = nil) -> Snapshot {
    var moment = Moment(hop: HopIndex(hop))
    moment.grid = BeatGrid(anchorSeconds: 0, anchorBeats: 0, period: 0.5, confidence: 1)
    moment.isSilent = false
    let now = moment.hop.end.seconds
    let onStage = Appearance(
      scene: PresetIndex(1), entrance: .zero, entranceBeats: 0, variation: 0.25)
    let motion = Motion(flow: now, flowRate: 1, travel: now / 0.5, travelRate: 2, surge: 0.6)
    return Snapshot(moment: moment, score: Score(onStage: onStage, change: change, motion: motion))
  }

  static func change(startSeconds: Double, by transition: PresetIndex = PresetIndex(9)) -> Change {
    let now = HopIndex(1_000).end.seconds
    let incoming = Appearance(
      scene: PresetIndex(2), entrance: SampleTime(seconds: startSeconds), entranceBeats: startSeconds * 2,
      entranceMotion: Motion(flow: startSeconds, travel: startSeconds * 2), variation: 0.5)
    return Change(
      transition: transition, incoming: incoming, startBeats: startSeconds * 2,
      endBeats: startSeconds * 2 + 2,
      progress: now - startSeconds, progressRate: 1)
  }

  @Test("puts pulses on the beats that the grid predicts")
  func pulses() {
    let snapshot = Self.snapshot()
    let beat = snapshot.plan(atSeconds: 5.5).outgoing.signals
    #expect(beat[.beat] < 1e-4 || beat[.beat] > 1 - 1e-4)
    let just = snapshot.plan(atSeconds: 5.501).outgoing.signals
    #expect(just[.pulse] > 0.98)
    #expect(abs(just[.bar] - 0.7505) < 1e-3)
    let before = snapshot.plan(atSeconds: 5.499).outgoing.signals
    #expect(before[.pulse] < 0.01)
    let bar = snapshot.plan(atSeconds: 6.001).outgoing.signals
    #expect(bar[.downPulse] > 0.98)
  }

  @Test("rests in silence")
  func silence() {
    var snapshot = Self.snapshot()
    snapshot.moment.isSilent = true
    let signals = snapshot.plan(atSeconds: 5.51).outgoing.signals
    #expect(signals[.pulse] == 0 && signals[.downPulse] == 0)
  }

  @Test("shows one scene before a change, both during it, the other after it")
  func change() {
    let snapshot = Self.snapshot(change: Self.change(startSeconds: 5.5))
    let before = snapshot.plan(atSeconds: 5.499)
    #expect(before.incoming == nil && before.transition == nil && before.outgoing.appearance.scene.value == 1)
    let during = snapshot.plan(atSeconds: 5.75)
    #expect(during.incoming?.appearance.scene.value == 2 && during.transition?.value == 9)
    #expect(abs(during.progress - 0.25) < 1e-5)
    #expect(during.incoming.map { abs($0.time - 0.25) < 1e-9 } == true)
    let after = snapshot.plan(atSeconds: 6.6)
    #expect(after.incoming == nil && after.transition == nil && after.outgoing.appearance.scene.value == 2)
  }

  @Test("cuts without a picture in between")
  func cut() {
    let snapshot = Self.snapshot(change: Self.change(startSeconds: 5.5, by: .nothing))
    #expect(snapshot.plan(atSeconds: 5.499).outgoing.appearance.scene.value == 1)
    let after = snapshot.plan(atSeconds: 5.501)
    #expect(after.outgoing.appearance.scene.value == 2 && after.incoming == nil && after.transition == nil)
  }

  @Test("glides from chapter to chapter over one beat")
  func chapters() {
    // A chapter is four bars of four beats of half a second: 8 s.
    func ease(_ seconds: Double) -> Float {
      Self.snapshot(hop: Int64(seconds / Hop.seconds)).plan(atSeconds: seconds).outgoing.signals[.chapterEase]
    }
    let expected: [(Double, Float)] = [
      (1, 0), (7.99, 0), (8.001, 0), (8.25, 0.5), (8.51, 1), (15.99, 1), (16.25, 1.5), (16.6, 2), (23.9, 2),
    ]
    for (seconds, value) in expected { #expect(abs(ease(seconds) - value) < 0.01, "at \(seconds)") }
  }

  @Test("surges on the beat and covers one unit a beat")
  func surge() {
    let snapshot = Self.snapshot()
    func travel(_ seconds: Double) -> Float { snapshot.plan(atSeconds: seconds).outgoing.signals[.travel] }
    #expect(abs(travel(6) - travel(5.5) - 1) < 1e-4)
    let onBeat = travel(5.52) - travel(5.48)
    let offBeat = travel(5.77) - travel(5.73)
    #expect(onBeat > 3 * offBeat && offBeat > 0)
  }

  @Test("lets strikes fall when no newer hop comes")
  func staleStrikes() {
    var snapshot = Self.snapshot()
    snapshot.moment.strikes = Strikes(onset: 1, kick: 1, snare: 0.5, hat: 0.2)
    let now = snapshot.moment.hop.end.seconds
    #expect(snapshot.plan(atSeconds: now + 0.03).outgoing.signals[.kick] == 1)
    #expect(abs(snapshot.plan(atSeconds: now + 0.15).outgoing.signals[.kick] - 0.5) < 1e-3)
    #expect(abs(snapshot.plan(atSeconds: now + 0.25).outgoing.signals[.snare] - 0.125) < 1e-3)
  }

  @Test("counts bars by the metre of the entrance")
  func metre() {
    var snapshot = Self.snapshot()
    snapshot.moment.grid.beatsPerBar = 3
    let signals = snapshot.plan(atSeconds: 5.6).outgoing.signals
    #expect(abs(signals[.bars] - 11.2 / 4) < 1e-4)
  }

  @Test("counts phrases alike whichever downbeat the ear names", arguments: [-8, 4, 8, 44] as [Int64])
  func anyDownbeat(downbeat: Int64) {
    var snapshot = Self.snapshot()
    let first = snapshot.plan(atSeconds: 5.6).outgoing.signals
    snapshot.moment.grid.downbeat = downbeat
    let other = snapshot.plan(atSeconds: 5.6).outgoing.signals
    #expect(first[.phrase] == other[.phrase] && first[.bar] == other[.bar])
  }

  @Test("is the same for the same arguments, and finite at any time")
  func pure() {
    let snapshot = Self.snapshot(change: Self.change(startSeconds: 5.5))
    for seconds in [-10, 0, 5.34, 5.6, 7, 1_000] {
      let one = snapshot.plan(atSeconds: seconds)
      #expect(one.outgoing == snapshot.plan(atSeconds: seconds).outgoing)
      for signal in Signal.allCases { #expect(one.outgoing.signals[signal].isFinite) }
    }
  }
}
