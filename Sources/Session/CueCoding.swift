import Directing
import Scenery

/// The numbers by which cues are known in a file; given out once, never reused.
private enum CueCode: UInt8 {
  case nextScene = 1
  case previousScene, scene, hold, tap, downbeat, doubleTempo, halveTempo, ready, failed, set, release
}

extension ByteWriter {
  mutating func put(_ cue: Cue) {
    switch cue {
    case .nextScene: put(CueCode.nextScene.rawValue)
    case .previousScene: put(CueCode.previousScene.rawValue)
    case .scene(let index): put(.scene, index)
    case .hold(let isHeld):
      put(CueCode.hold.rawValue)
      put(isHeld)
    case .tap: put(CueCode.tap.rawValue)
    case .downbeat: put(CueCode.downbeat.rawValue)
    case .doubleTempo: put(CueCode.doubleTempo.rawValue)
    case .halveTempo: put(CueCode.halveTempo.rawValue)
    case .ready(let index): put(.ready, index)
    case .failed(let index): put(.failed, index)
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
    case .hold: .hold(try bool())
    case .tap: .tap
    case .downbeat: .downbeat
    case .doubleTempo: .doubleTempo
    case .halveTempo: .halveTempo
    case .ready: .ready(PresetIndex(try integer()))
    case .failed: .failed(PresetIndex(try integer()))
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
