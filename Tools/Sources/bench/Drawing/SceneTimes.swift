import Capture
import Directing
import Glibc
import Music
import Scenery
import Session
import Staging

/// What a show would draw: the plans of pictures while the demo song plays to a director.
enum ScenePlans {
  private static let framesPerSecond = 30
  /// In the demo song: drums and melody are there.
  private static let begin = 18.0
  /// Seconds of music that ear and director have heard before the first picture.
  private static let runUp = 2.0

  /// - Parameters:
  ///   - repertoire: the scene first.
  ///   - cues: what else the director is asked for at the beginning.
  static func make(_ repertoire: Repertoire, cues: [Cue], frames: Int) throws -> [FramePlan] {
    let song = DemoSong()
    try song.seek(toSeconds: begin)
    var conductor = Conductor(repertoire: repertoire, seed: 1)
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * Hop.length)
    defer { hop.deallocate() }
    let ready = repertoire.presets.indices.map { Cue.ready(PresetIndex(Int32($0))) }
    var events = (ready + [.hold(true)] + cues).map { SessionEvent.cue($0, from: .auto) }
    let grid = FrameGrid(framesPerSecond: framesPerSecond)
    var plans: [FramePlan] = []
    var frame: Int64 = 0
    while plans.count < frames, try song.next(hop) {
      let step = conductor.step(UnsafeBufferPointer(hop), events: events)
      events = []
      while grid.time(ofFrame: frame) < step.snapshot.moment.hop.end {
        let seconds = grid.time(ofFrame: frame).seconds
        if seconds >= runUp { plans.append(step.snapshot.plan(atSeconds: seconds)) }
        frame += 1
      }
    }
    return plans
  }
}

/// How long pictures took: on the wall, and of the processor, all threads together.
struct DrawTimes {
  private(set) var wall: [Double] = []
  private(set) var cpu: [Double] = []

  /// Draws a picture and waits until it is there.
  mutating func draw(_ plan: FramePlan, on stage: Stage) {
    let (begin, beginOnWall) = (Folder.cpuSeconds(), Self.wallSeconds())
    stage.draw(plan)
    stage.finish()
    wall.append((Self.wallSeconds() - beginOnWall) * 1000)
    cpu.append((Folder.cpuSeconds() - begin) * 1000)
  }

  static func wallSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  static func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? 0 : (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
  }
}
