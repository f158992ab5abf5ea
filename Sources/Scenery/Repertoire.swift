import Music

/// The presets a performance may use, by index. Indices never move: a preset that is taken away leaves a gap,
/// an edited one keeps its index with a new digest.
public struct Repertoire: Sendable, Equatable {
  public private(set) var presets: [Preset?] = []

  public init(_ presets: [Preset] = []) {
    for preset in presets { add(preset) }
  }

  public subscript(index: PresetIndex) -> Preset? {
    presets.indices.contains(Int(index.value)) ? presets[Int(index.value)] : nil
  }

  /// Indices of all presets of a kind, in order.
  public func indices(of kind: Preset.Kind) -> [PresetIndex] {
    presets.indices.filter { presets[$0]?.kind == kind }.map { PresetIndex(Int32($0)) }
  }

  public func index(ofName name: String, kind: Preset.Kind) -> PresetIndex? {
    presets.firstIndex { $0?.name == name && $0?.kind == kind }.map { PresetIndex(Int32($0)) }
  }

  /// Adds a preset, or replaces the one of the same name and kind, and tells its index.
  @discardableResult
  public mutating func add(_ preset: Preset) -> PresetIndex {
    if let index = index(ofName: preset.name, kind: preset.kind) {
      presets[Int(index.value)] = preset
      return index
    }
    presets.append(preset)
    return PresetIndex(Int32(presets.count - 1))
  }

  public mutating func remove(_ index: PresetIndex) {
    guard presets.indices.contains(Int(index.value)) else { return }
    presets[Int(index.value)] = nil
  }
}
