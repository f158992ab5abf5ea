import Directing
import Recording
import Scenery
import Session
import Staging

/// The looks and filters that a take is rendered with instead of its own.
struct Refinishing {
  private var late: LateFinish
  private let presets: [(index: PresetIndex, preset: Preset)]
  private let library: [String: String]

  /// Far from every index that a take has or gives during its course.
  private static let firstIndex: Int32 = 1 << 20

  /// - Returns: nil where nothing but the take's own finish is wanted.
  init?(_ configuration: Configuration, seed: UInt64) throws(PerformanceError) {
    guard configuration.finishes else { return nil }
    let catalogue = try Catalogue.find(named: configuration.presets)
    library = Catalogue.library(in: catalogue.folder)
    var repertoire = Repertoire()
    func index(_ name: String, _ kind: Preset.Kind) throws(PerformanceError) -> PresetIndex {
      let preset = try catalogue.preset(named: name, kind: kind)
      return PresetIndex(repertoire.add(preset).value + Self.firstIndex)
    }
    var look: PresetIndex?
    switch configuration.look {
    case nil: break
    case "off": look = .nothing
    case "auto":
      throw .badOption(
        "A take has its song's look already: name another with --look, or take it away: --look off.")
    case let name?: look = try index(name, .look)
    }
    var filters: [(index: PresetIndex, amount: Float)]?
    if let wanted = configuration.filters {
      filters = []
      for filter in wanted { filters?.append((try index(filter.name, .filter), filter.amount)) }
    }
    presets = repertoire.presets.enumerated().compactMap { place, preset in
      preset.map { (PresetIndex(Int32(place) + Self.firstIndex), $0) }
    }
    late = LateFinish(seed: seed, grade: configuration.grade?.amount, look: look, filters: filters)
  }

  /// As a film's provenance lists them.
  var entries: [PresetEntry] {
    presets.map {
      TakePreset($0.preset, at: $0.index, library: library, images: Pictures.files(of: $0.preset)).entry
    }
  }

  func prepare(on stage: Stage) throws(PerformanceError) {
    for (index, preset) in presets {
      do throws(PresetError) { try stage.prepare(preset, as: index) } catch { throw .other(error) }
    }
  }

  mutating func finish(_ snapshot: inout Snapshot) {
    snapshot.score.finishing = late.finishing(over: snapshot)
  }
}
