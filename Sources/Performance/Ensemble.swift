import Recording
import Scenery
import Session

/// What a performance starts from: presets that could be read, the show's choice among them, and the seed.
struct Ensemble {
  let catalogue: Catalogue
  let repertoire: Repertoire
  let seed: UInt64
  /// What a hand holds from the start: the show's word, then the command line's.
  let opening: [SessionEvent]

  /// - Parameter usualSeed: what is used where neither the user nor the show names a seed.
  init(_ configuration: Configuration, usualSeed: UInt64) throws(PerformanceError) {
    let show = try configuration.show.map { path throws(PerformanceError) in try Show(path: path) } ?? Show()
    catalogue = try Catalogue.find(named: configuration.presets)
    repertoire = try show.repertoire(from: catalogue)
    seed = configuration.seed ?? show.seed ?? usualSeed
    opening = (show.held + configuration.held).map(\.event)
  }

  /// The presets with their exact texts, as a take keeps them.
  var takePresets: [TakePreset] {
    let library = Catalogue.library(in: catalogue.folder)
    return repertoire.presets.indices.compactMap { position in
      repertoire.presets[position].map {
        TakePreset($0, at: PresetIndex(Int32(position)), library: library)
      }
    }
  }
}
