import Music
import Scenery
import Session
import Synchronization

/// What was on stage, and how long: filled hop by hop, or picture by picture.
final class ShownTally: HopSink {
  struct Stay: Sendable {
    var scene: PresetIndex
    var startSeconds: Double
    var endSeconds: Double
  }

  struct Shown: Sendable {
    var stays: [Stay] = []
    /// Each change that came to its end, by its transition; cuts are `.nothing`.
    var transitions: [PresetIndex] = []
    var seconds = 0.0
    fileprivate var colours = SIMD4<Float>()

    /// Mean of the palette's leading colour.
    var leading: Colour {
      let count = max(1, colours.w)
      return Colour(red: colours.x / count, green: colours.y / count, blue: colours.z / count)
    }
  }

  private let state = Mutex(Shown())

  var shown: Shown { state.withLock { $0 } }

  /// Half-way through a change the incoming scene is the one that is seen.
  func add(_ snapshot: Snapshot) {
    let change = snapshot.score.change
    let isOver = (change?.progress ?? 0) >= 0.5
    let scene = (isOver ? change?.incoming : nil)?.scene ?? snapshot.score.onStage.scene
    let now = snapshot.moment.hop.end.seconds
    let base = snapshot.score.palette.base
    state.withLock { shown in
      shown.seconds = now
      shown.colours += SIMD4(base.red, base.green, base.blue, 1)
      guard scene != .nothing else { return }
      if shown.stays.last?.scene == scene {
        shown.stays[shown.stays.count - 1].endSeconds = now
        return
      }
      let start = shown.stays.last?.endSeconds ?? snapshot.moment.hop.start.seconds
      if !shown.stays.isEmpty, let change { shown.transitions.append(change.transition) }
      shown.stays.append(Stay(scene: scene, startSeconds: start, endSeconds: now))
    }
  }

  func take(_ hop: UnsafeBufferPointer<Float>, at index: HopIndex, events: [SessionEvent], step: Step) {
    add(step.snapshot)
  }
}
