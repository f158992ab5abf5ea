import Directing
import Scenery

/// The numbers by which cues are known in a file; given out once, never reused.
private enum CueCode: UInt8 {
  case nextScene = 1
  case previousScene, scene, hold, tap, downbeat, doubleTempo, halveTempo, ready, failed
  case credits = 40
  case nudgeLyrics
  case grade, look, filter
  case set = 50
  case release
  case suggest = 70
  case released
  case toggleHold = 80
  case toggleGrade, nextLook, toggleFilter, clearFilters
}

extension ByteWriter {
  mutating func put(_ cue: Cue) {
    switch cue {
    case .nextScene: put(CueCode.nextScene.rawValue)
    case .previousScene: put(CueCode.previousScene.rawValue)
    case .scene(let index): put(.scene, index)
    case .suggest(let index): put(.suggest, index)
    case .hold(let isHeld):
      put(CueCode.hold.rawValue)
      put(isHeld)
    case .toggleHold: put(CueCode.toggleHold.rawValue)
    case .tap: put(CueCode.tap.rawValue)
    case .downbeat: put(CueCode.downbeat.rawValue)
    case .doubleTempo: put(CueCode.doubleTempo.rawValue)
    case .halveTempo: put(CueCode.halveTempo.rawValue)
    case .ready(let index): put(.ready, index)
    case .failed(let index): put(.failed, index)
    case .released(let index): put(.released, index)
    case .credits: put(CueCode.credits.rawValue)
    case .nudgeLyrics(let milliseconds):
      put(CueCode.nudgeLyrics.rawValue)
      put(milliseconds)
    case .grade(let amount):
      put(CueCode.grade.rawValue)
      put(amount.bitPattern)
    case .toggleGrade(let amount):
      put(CueCode.toggleGrade.rawValue)
      put(amount.bitPattern)
    case .look(let index, let bars):
      put(.look, index)
      put(bars)
    case .nextLook(let bars):
      put(CueCode.nextLook.rawValue)
      put(bars)
    case .filter(let index, let amount):
      put(.filter, index)
      put(amount.bitPattern)
    case .toggleFilter(let index): put(.toggleFilter, index)
    case .clearFilters: put(CueCode.clearFilters.rawValue)
    case .set(let input, let value):
      put(CueCode.set.rawValue)
      put(input)
      for lane in 0..<4 { put(value[lane].bitPattern) }
    case .release(let input):
      put(CueCode.release.rawValue)
      put(input)
    }
  }

  private mutating func put(_ code: CueCode, _ index: PresetIndex) {
    put(code.rawValue)
    put(index.value)
  }
}

extension ByteReader {
  /// Nil for a cue that a later version wrote.
  mutating func cue() throws(Malformed) -> Cue? {
    switch CueCode(rawValue: try integer()) {
    case .nextScene: .nextScene
    case .previousScene: .previousScene
    case .scene: .scene(PresetIndex(try integer()))
    case .suggest: .suggest(PresetIndex(try integer()))
    case .hold: .hold(try bool())
    case .tap: .tap
    case .downbeat: .downbeat
    case .doubleTempo: .doubleTempo
    case .halveTempo: .halveTempo
    case .ready: .ready(PresetIndex(try integer()))
    case .failed: .failed(PresetIndex(try integer()))
    case .released: .released(PresetIndex(try integer()))
    case .credits: .credits
    case .nudgeLyrics: .nudgeLyrics(try integer())
    case .grade: .grade(Float(bitPattern: try integer()))
    case .look: .look(PresetIndex(try integer()), bars: try integer())
    case .filter: .filter(PresetIndex(try integer()), amount: Float(bitPattern: try integer()))
    case .toggleHold: .toggleHold
    case .toggleGrade: .toggleGrade(Float(bitPattern: try integer()))
    case .nextLook: .nextLook(bars: try integer())
    case .toggleFilter: .toggleFilter(PresetIndex(try integer()))
    case .clearFilters: .clearFilters
    case .set: .set(input: try text(), try lanes())
    case .release: .release(input: try text())
    case nil: nil
    }
  }

  private mutating func lanes() throws(Malformed) -> SIMD4<Float> {
    var value = SIMD4<Float>.zero
    for lane in 0..<4 { value[lane] = Float(bitPattern: try integer()) }
    return value
  }
}
