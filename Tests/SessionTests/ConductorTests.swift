import Directing
import Music
import Scenery
import Testing

@testable import Session

@Suite("A conductor") struct ConductorTests {
  /// A metronome in stereo: a click of noise every half second; and a bass drum every two seconds, if wanted.
  static func hop(_ index: Int, loudness: Float = 0.5, hasBass: Bool = false) -> [Float] {
    (0..<Hop.length).flatMap { frame -> [Float] in
      let at = (index * Hop.length + frame) % 24_000
      var chance = SeededGenerator(seed: 1, purpose: "click", ordinal: UInt64(at))
      let click = at < 1_200 ? Float(chance.unit() * 2 - 1) * loudness * (1 - Float(at) / 1_200) : 0
      let inBar = (index * Hop.length + frame) % 96_000
      // A square wave of 60 Hz, dying away in 0.15 s.
      let drum: Float = inBar < 7_200 ? (inBar / 400 % 2 == 0 ? 0.4 : -0.4) * (1 - Float(inBar) / 7_200) : 0
      return [click + (hasBass ? drum : 0), click * 0.8 + (hasBass ? drum : 0)]
    }
  }

  static let repertoire: Repertoire = {
    var repertoire = Repertoire()
    for i in 0..<6 { repertoire.add(preset("scene-\(i)", .scene)) }
    for i in 0..<3 { repertoire.add(preset("transition-\(i)", .transition)) }
    return repertoire
  }()

  static func preset(_ name: String, _ kind: Preset.Kind) -> Preset {
    Preset(name: name, kind: kind, path: name, source: "", header: PresetHeader(), digest: name)
  }

  /// Plays `seconds` of the metronome; the stage answers at once.
  static func play(
    seconds: Double, seed: UInt64 = 1, extra: [Int: SessionEvent] = [:]
  ) -> (hashes: [UInt64], records: [SessionRecord], scenes: Set<PresetIndex>) {
    var conductor = Conductor(repertoire: repertoire, seed: seed)
    var hashes: [UInt64] = []
    var records: [SessionRecord] = []
    var scenes: Set<PresetIndex> = []
    var answers: [SessionEvent] = []
    for index in 0..<Int(seconds / Hop.seconds) {
      let events = answers + (extra[index].map { [$0] } ?? [])
      for event in events {
        records.append(
          SessionRecord(
            sequence: UInt64(records.count), time: HopIndex(Int64(index)).start, event: event))
      }
      let step = hop(index).withUnsafeBufferPointer { conductor.step($0, events: events) }
      answers = step.requests.map { .cue(.ready($0), from: .stage) }
      hashes.append(step.decisionHash)
      scenes.insert(step.snapshot.score.onStage.scene)
    }
    return (hashes, records, scenes)
  }

  @Test("takes the same steps for the same sound, seed and events")
  func determinism() {
    let one = Self.play(seconds: 20)
    #expect(one.hashes == Self.play(seconds: 20).hashes)
    #expect(one.hashes.last != Self.play(seconds: 20, seed: 2).hashes.last)
  }

  @Test("begins changes on the downbeats that its own ear announced")
  func onTheBar() {
    var conductor = Conductor(repertoire: Self.repertoire, seed: 3)
    var answers: [SessionEvent] = []
    var downbeats: [Double] = []
    var starts: [Double] = []
    for index in 0..<Int(120 / Hop.seconds) {
      let step = Self.hop(index, hasBass: true).withUnsafeBufferPointer {
        conductor.step($0, events: answers)
      }
      answers = step.requests.map { .cue(.ready($0), from: .stage) }
      if let beat = step.snapshot.moment.announcement, beat.isDownbeat { downbeats.append(beat.seconds) }
      guard let change = step.snapshot.score.change, change.progress >= 0 else { continue }
      if starts.last != change.incoming.entrance.seconds { starts.append(change.incoming.entrance.seconds) }
    }
    let onTime = starts.filter { start in downbeats.contains { abs($0 - start) < 1.0 / 60 } }
    #expect(starts.count >= 4)
    #expect(Double(onTime.count) >= 0.9 * Double(starts.count), "\(onTime.count) of \(starts.count)")
  }

  @Test("is replayed from its log, decision for decision")
  func replay() {
    let extra: [Int: SessionEvent] = [
      700: .cue(.nextScene, from: .key), 900: .mark("here"), 1_500: .cue(.hold(true), from: .key),
      1_600: .fault("nothing"), 2_000: .cue(.scene(PresetIndex(5)), from: .remote),
      2_100: .cue(.tap, from: .key), 2_500: .cue(.previousScene, from: .key),
    ]
    let live = Self.play(seconds: 30, extra: extra)
    #expect(live.scenes.count >= 3)
    var replay = Replay(repertoire: Self.repertoire, seed: 1, records: live.records)
    for (index, hash) in live.hashes.enumerated() {
      let step = Self.hop(index).withUnsafeBufferPointer { replay.step($0) }
      guard step.decisionHash == hash else {
        Issue.record("hop \(index) was decided otherwise")
        return
      }
    }
  }

  @Test("takes an edited preset without a stir")
  func edited() {
    let entry = PresetEntry(index: PresetIndex(2), kind: .scene, name: "scene-2", digest: "new")
    let plain = Self.play(seconds: 20)
    #expect(Self.play(seconds: 20, extra: [1_000: .presetAdded(entry)]).hashes == plain.hashes)
  }

  @Test("brings on a preset that came during the show, and none that was taken away")
  func newcomer() {
    let entry = PresetEntry(index: PresetIndex(9), kind: .scene, name: "late", digest: "x")
    let came = Self.play(
      seconds: 20,
      extra: [1_000: .presetAdded(entry), 1_200: .cue(.scene(PresetIndex(9)), from: .key)])
    #expect(came.scenes.contains(PresetIndex(9)))
    let gone = Self.play(
      seconds: 20,
      extra: [1_000: .presetRemoved(PresetIndex(5)), 1_200: .cue(.scene(PresetIndex(5)), from: .key)])
    #expect(!gone.scenes.subtracting(Self.play(seconds: 5).scenes).contains(PresetIndex(5)))
  }

  @Test("survives sound that isn't numbers")
  func notNumbers() {
    var conductor = Conductor(repertoire: Self.repertoire, seed: 1)
    for index in 0..<400 {
      var sound = Self.hop(index)
      if index % 3 == 0 { sound[index % sound.count] = index % 2 == 0 ? .nan : .infinity }
      let step = sound.withUnsafeBufferPointer { conductor.step($0) }
      #expect(step.snapshot.moment.energy.isFinite)
      #expect(step.snapshot.score.motion.flow.isFinite)
    }
  }
}
