import Recording
import Scenery
import Session

/// What a performance starts from: presets that could be read, the show's choice among them, and the seed.
struct Ensemble {
  let catalogue: Catalogue
  let repertoire: Repertoire
  let seed: UInt64
  /// Grade, look and filters that the show begins with, and the inputs that a hand holds from the start.
  let opening: [SessionEvent]

  /// - Parameter usualSeed: what is used where neither the user nor the show names a seed.
  init(_ configuration: Configuration, usualSeed: UInt64) throws(PerformanceError) {
    let show = try configuration.show.map { path throws(PerformanceError) in try Show(path: path) } ?? Show()
    catalogue = try Catalogue.find(named: configuration.presets)
    var repertoire = try show.repertoire(from: catalogue)
    let choice = FinishingChoice(
      grade: configuration.grade ?? show.grade ?? .auto, look: configuration.look ?? show.look,
      filters: configuration.filters.isEmpty ? show.filters : configuration.filters)
    let finishing = try choice.opening(in: &repertoire, library: Catalogue.library(in: catalogue.folder))
    self.repertoire = repertoire
    seed = configuration.seed ?? show.seed ?? usualSeed
    opening = finishing + (show.held + configuration.held).map(\.event)
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
