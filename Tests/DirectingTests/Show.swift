import Music
import Scenery

@testable import Directing

/// Music as the ear would tell it: a tempo, an energy and a mood, all functions of time.
struct ToldMusic {
  var beatsPerMinute = 120.0
  var energy: (Double) -> Float = { _ in 0.5 }
  var mood: (Double) -> Mood = { _ in Mood(valence: 0.2, arousal: 0.1, confidence: 0.8) }
  /// Times at which a section begins.
  var sections: [Double] = []
  var isSilent: (Double) -> Bool = { _ in false }
  var confidence: (Double) -> Float = { _ in 0.9 }
  /// The grid at a time; nil: a steady one.
  var grid: ((Double) -> BeatGrid)?
  /// What else the ear says.
  var more: (inout Moment, Double) -> Void = { _, _ in }
  /// Two songs that differ in nothing else differ in this.
  var texture: UInt64 = 1

  var steadyGrid: BeatGrid {
    BeatGrid(anchorSeconds: 0.2, anchorBeats: 0, period: 60 / beatsPerMinute, confidence: 0.9)
  }

  func moment(_ hop: Int64) -> Moment {
    var moment = Moment(hop: HopIndex(hop))
    let now = moment.hop.end.seconds
    moment.grid = grid?(now) ?? steadyGrid
    moment.grid.confidence = confidence(now)
    moment.energy = energy(now)
    moment.mood = mood(now)
    moment.isSilent = isSilent(now)
    moment.beginsSection = sections.contains { $0 > now - Hop.seconds && $0 <= now }
    more(&moment, now)
    var chance = SeededGenerator(seed: texture, purpose: "texture", ordinal: UInt64(hop))
    moment.onsetStrength = Float(chance.unit())
    moment.bands = Bands(
      bass: Float(chance.unit()), mid: Float(chance.unit()), treble: Float(chance.unit()), level: 0.5)
    return moment
  }
}

/// How the stage answers requests.
struct ToldStage {
  var delaySeconds = 0.1
  var failing: Set<PresetIndex> = []
  var isDeaf = false
}

/// A change as the room saw it.
struct SeenChange: Equatable {
  var from: PresetIndex
  var to: PresetIndex
  var transition: PresetIndex
  /// When its first light left, as the score said when it had begun.
  var startSeconds: Double
  var endSeconds: Double
  var variation: Float = 0
  /// The grid in the hop that began it.
  var grid: BeatGrid

  /// Seconds from the nearest bar line.
  var offBar: Double {
    let bars = grid.bars(atSeconds: startSeconds)
    return abs(bars - bars.rounded()) * grid.period * Double(grid.beatsPerBar)
  }

  /// Seconds from the nearest beat at its end.
  var endOffBeat: Double {
    let beats = grid.beats(atSeconds: endSeconds)
    return abs(beats - beats.rounded()) * grid.period
  }
}

/// A director at work on told music, and what came of it.
struct Show {
  var director: Director
  var changes: [SeenChange] = []
  var decisions: [Decision] = []
  var requests: [PresetIndex] = []
  var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  /// Changes that began with a preset that the stage hadn't reported ready.
  var broughtUnready = 0
  private var ready: Set<PresetIndex> = [.nothing]
  private var answers: [(seconds: Double, cue: Cue)] = []
  private var hop: Int64 = 0

  init(_ repertoire: Repertoire, seed: UInt64 = 1) { director = Director(repertoire: repertoire, seed: seed) }

  var order: [PresetIndex] { changes.map(\.to) }
  var seconds: Double { Double(hop) * Hop.seconds }

  /// Plays on until `seconds`.
  mutating func play(
    _ music: ToldMusic, untilSeconds: Double, on stage: ToldStage = ToldStage(),
    cues: [(seconds: Double, cue: Cue)] = [], watching: (Snapshot) -> Void = { _ in }
  ) {
    while seconds < untilSeconds {
      let moment = music.moment(hop)
      let now = seconds
      var heard = cues.filter { $0.seconds >= now && $0.seconds < now + Hop.seconds }.map(\.cue)
      heard += answers.filter { $0.seconds <= now }.map(\.cue)
      answers.removeAll { $0.seconds <= now }
      for case .ready(let index) in heard { ready.insert(index) }
      let before = director.score
      let direction = director.direct(moment, following: heard)
      note(direction, after: before, moment)
      if !stage.isDeaf {
        for index in direction.requests {
          answers.append(
            (now + stage.delaySeconds, stage.failing.contains(index) ? .failed(index) : .ready(index)))
        }
      }
      watching(Snapshot(moment: moment, score: direction.score))
      hop += 1
    }
  }

  private mutating func note(_ direction: Direction, after before: Score, _ moment: Moment) {
    let now = moment.hop.end.seconds
    decisions += direction.decisions
    requests += direction.requests
    let score = direction.score
    if let change = score.change, change.progress >= 0, (before.change?.progress ?? -1) < 0 {
      if !ready.isSuperset(of: [change.incoming.scene, change.transition]) { broughtUnready += 1 }
      changes.append(
        SeenChange(
          from: before.onStage.scene, to: change.incoming.scene, transition: change.transition,
          startSeconds: change.incoming.entrance.seconds, endSeconds: .nan,
          variation: change.incoming.variation, grid: moment.grid))
    }
    if before.change != nil, score.change == nil || score.change!.progress < 0, before.change!.progress >= 0 {
      changes[changes.count - 1].endSeconds = now
    }
    for number in [
      score.motion.flow, score.motion.travel, score.change?.progress ?? 0, Double(score.palette.base.red),
      Double(score.onStage.scene.value), Double(score.onStage.variation), Double(score.energyMaster),
      Double(score.finishing.grade.gain.red),
    ] {
      digest = (digest ^ number.bitPattern) &* 0x100_0000_01b3
    }
  }
}

extension Repertoire {
  /// Scenes a, b, c… all over the mood plane, and transitions of which the first is the signature.
  static func told(scenes: Int, transitions: Int) -> Repertoire {
    var repertoire = Repertoire()
    for i in 0..<scenes {
      var header = PresetHeader()
      let angle = Float(i) / Float(max(scenes, 1)) * 2
      header.kinora.valence = angle < 1 ? angle * 1.6 - 0.8 : 0.8 - (angle - 1) * 1.6
      header.kinora.arousal = angle < 1 ? 0.5 : -0.5
      repertoire.add(.told("scene-\(i)", .scene, header))
    }
    for i in 0..<transitions {
      repertoire.add(.told(i == 0 ? "infinite-zoom" : "transition-\(i)", .transition, PresetHeader()))
    }
    return repertoire
  }
}

extension Preset {
  static func told(_ name: String, _ kind: Kind, _ header: PresetHeader = PresetHeader()) -> Preset {
    Preset(name: name, kind: kind, path: "\(name).fs", source: "", header: header, digest: name)
  }
}

/// A wandering grid: a tracker that corrects phase and tempo by a little at every beat.
struct WaveringGrid {
  var period = 0.5
  var jitterSeconds = 0.015
  var seed: UInt64 = 3

  func callAsFunction(_ seconds: Double) -> BeatGrid {
    let beat = (seconds / period).rounded(.down)
    var chance = SeededGenerator(seed: seed, purpose: "jitter", ordinal: UInt64(max(0, beat)))
    let anchor = beat * period + (chance.unit() - 0.5) * 2 * jitterSeconds
    let drift = 1 + (chance.unit() - 0.5) * 0.02
    return BeatGrid(anchorSeconds: anchor, anchorBeats: beat, period: period * drift, confidence: 0.9)
  }
}
