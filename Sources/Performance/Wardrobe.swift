import Recording
import Scenery
import Session
import Staging

/// Gets presets ready for the stage and tells the conductor how it went. Main thread, between frames.
struct Wardrobe {
  private(set) var repertoire: Repertoire
  let library: [String: String]
  /// Presets that somebody waits for, first come first served.
  private var queue: [PresetIndex] = []

  init(_ repertoire: Repertoire, library: [String: String]) {
    self.repertoire = repertoire
    self.library = library
  }

  /// Makes every preset ready before the curtain rises.
  ///
  /// - Parameters:
  ///   - kinds: of presets; others are made ready when the director asks for them.
  ///   - progress: told of each preset before it is compiled: how many are done, of how many.
  /// - Returns: what the conductor must know at the first hop, and why some can't be used.
  func prepareAll(
    _ kinds: Set<Preset.Kind> = Set(Preset.Kind.allCases), on stage: Stage,
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> (events: [SessionEvent], errors: [PresetError]) {
    var events: [SessionEvent] = []
    var errors: [PresetError] = []
    for (position, preset) in repertoire.presets.enumerated() {
      guard let preset, kinds.contains(preset.kind) else { continue }
      progress(position, repertoire.presets.count)
      let index = PresetIndex(Int32(position))
      do throws(PresetError) {
        try stage.prepare(preset, as: index)
        events.append(.cue(.ready(index), from: .stage))
      } catch {
        errors.append(error)
        events.append(.cue(.failed(index), from: .stage))
      }
    }
    return (events, errors)
  }

  /// The director wants these.
  mutating func request(_ indices: [PresetIndex]) {
    for index in indices where !queue.contains(index) { queue.append(index) }
  }

  /// Compiles at most one of the presets waited for, so that a frame waits for one at most.
  mutating func prepareNext(on stage: Stage) -> SessionEvent? {
    guard !queue.isEmpty else { return nil }
    let index = queue.removeFirst()
    if stage.isReady(index) { return .cue(.ready(index), from: .stage) }
    guard let preset = repertoire[index] else { return .cue(.failed(index), from: .stage) }
    do throws(PresetError) {
      try stage.prepare(preset, as: index)
      return .cue(.ready(index), from: .stage)
    } catch {
      return .cue(.failed(index), from: .stage)
    }
  }

  /// Puts an edited or new preset on stage at once; one that fails leaves the old one as it is.
  mutating func replace(with preset: Preset, on stage: Stage) throws(PresetError) -> Replacement {
    let known = repertoire.index(ofName: preset.name, kind: preset.kind)
    var grown = repertoire
    let index = grown.add(preset)
    try stage.prepare(preset, as: index)
    repertoire = grown
    return Replacement(
      index: index, isNew: known == nil,
      preset: TakePreset(preset, at: index, library: library, images: Pictures.files(of: preset)))
  }

  struct Replacement {
    var index: PresetIndex
    var isNew: Bool
    var preset: TakePreset
  }
}
