import Directing
import Foundation
import Music
import Scenery
import Testing

@Suite("A clip's schedule") struct ClipScheduleTests {
  private static let clips = [
    Clip(path: "a", durationSeconds: 7.3), Clip(path: "b", durationSeconds: 0.7),
    Clip(path: "c", durationSeconds: 95, shots: [0, 3.1, 5.1, 40]), Clip(path: "d", durationSeconds: 180),
  ]

  @Test("gives every piece a power-of-two share of bars at half to double speed", arguments: 0..<4)
  func speeds(which: Int) {
    for bar in [0.9, 1.5, 2, 2.667, 4] {
      let schedule = ClipSchedule(Self.clips[which], barSeconds: bar, variation: 0.4)
      for piece in schedule.pieces {
        #expect((0.5...2).contains(piece.speed(barSeconds: bar)), "\(piece) in bars of \(bar)")
        #expect([1, 2, 4, 8].contains(piece.bars) && [1, 2, 4, 8].contains(piece.turns))
      }
      let whole = schedule.pieces.reduce(0) { $0 + $1.length }
      #expect(abs(whole - Self.clips[which].durationSeconds) < 1e-6)
    }
  }

  @Test("cuts at the clip's shots on whole bars, and never shows the next shot early")
  func cuts() {
    let clip = Self.clips[2]
    let schedule = ClipSchedule(clip, barSeconds: 2, variation: 0)
    var last = 0
    for step in 0..<40_000 {
      let bars = Double(step) / 512
      let seconds = schedule.seconds(atBars: bars)
      let shot = clip.shots.lastIndex { $0 <= seconds } ?? 0
      if shot != last { #expect(bars == bars.rounded(), "cut at bar \(bars)") }
      last = shot
    }
    #expect(schedule.seconds(atBars: 0) == 0 && schedule.seconds(atBars: -1) == 0)
    #expect(schedule.seconds(atBars: .nan) == 0)
  }

  @Test("runs to and fro without a jump where the film can run backwards")
  func pingPong() throws {
    var clip = Clip(path: "a", durationSeconds: 8)
    clip.runsBackwards = true
    let schedules = (0..<40).map { ClipSchedule(clip, barSeconds: 2, variation: Float($0) / 40) }
    let both = try #require(schedules.first { $0.pingPong })
    #expect(schedules.contains { !$0.pingPong })
    var before = both.seconds(atBars: 0)
    for step in 1..<3000 {
      let now = both.seconds(atBars: Double(step) / 200)
      #expect(abs(now - before) < 0.02)
      before = now
    }
  }

  @Test(
    "puts cuts on the music's bar lines within a picture, whatever beat the clip came on", arguments: 0..<4)
  func barLines(beat: Int) throws {
    // 124 beats per minute; the ear's first downbeat is the beat given, the scene opens at once.
    let period = 60.0 / 124
    var preset = try PresetParser.parse(
      text: "/*{}*/ void main() { gl_FragColor = vec4(1.0); }", path: "a.fs")
    preset.header.kinora.clip = Clip(path: "a", durationSeconds: 12, shots: [0, 2, 4, 6, 8, 10])
    var director = Director(repertoire: Repertoire([preset]), seed: 3)
    var crossings: [Double] = []
    var last = 0.0
    for hop in 0..<Int64(60 / Hop.seconds) {
      var moment = Moment(hop: HopIndex(hop))
      moment.isSilent = false
      moment.grid = BeatGrid(
        anchorSeconds: 0.2, anchorBeats: 0, period: period, downbeat: Int64(beat), confidence: 1,
        downbeatConfidence: 1)
      let cues: [Cue] = hop == 0 ? [.ready(PresetIndex(0))] : []
      let direction = director.direct(moment, following: cues)
      let now = moment.hop.end.seconds
      let plan = Snapshot(moment: moment, score: direction.score).plan(atSeconds: now)
      let bars = plan.outgoing.bars
      if bars.rounded(.down) > last.rounded(.down), now > 4 { crossings.append(now) }
      last = bars
    }
    #expect(crossings.count > 25)
    for time in crossings {
      let inBars = (time - 0.2 - Double(beat) * period) / (4 * period)
      #expect(abs(inBars - inBars.rounded()) * 4 * period < 1.0 / 30, "\(time)")
    }
  }

  @Test("lets neighbours be alike: the director rarely sends a clip after one that clashes")
  func kinship() throws {
    func look(_ red: Float, _ green: Float, _ blue: Float, _ motion: Double) -> Clip.Look {
      Clip.Look(Colour(red: red, green: green, blue: blue), motion: motion)
    }
    let sea = look(0.1, 0.3, 0.5, 0.1)
    #expect(sea.distance(to: look(0.12, 0.34, 0.5, 0.15)) < 0.3)
    #expect(sea.distance(to: look(0.9, 0.6, 0.2, 0.6)) > 1)
    #expect(sea.distance(to: sea) == 0)
  }
}
