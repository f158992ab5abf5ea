import Scenery

/// Whether presets cost what their headers say: what `Tools/bench presets` prints.
public enum CostVerification {
  /// So many times the written cost is told as a fault. Both are multiples of the reference shader's cost, measured by
  /// turns with it, so that neither the machine nor its load comes in.
  public static let tolerance = 1.5
  private static let attempts = 3

  /// Measures presets by name, or all of them, in all their looks, and prints a line each.
  ///
  /// - Returns: whether each is within its cost.
  public static func run(names: [String], folder: String?) throws(PerformanceError) -> Bool {
    let catalogue = try Catalogue.find(named: folder)
    let presets = names.isEmpty ? catalogue.presets : try catalogue.presets(named: names)
    let measuring = try PresetMeasuring()
    var bad = catalogue.errors.count
    for error in catalogue.errors { print("BAD  \(error)") }
    for preset in presets where preset.kind != .look {
      do throws(PresetError) {
        let (isGood, line) = try verdict(on: preset, by: measuring)
        if !isGood { bad += 1 }
        print((isGood ? "ok   " : "BAD  ") + Reports.padded(preset.name, to: 18) + line)
      } catch {
        bad += 1
        print("BAD  \(error)")
      }
    }
    print("\(presets.count) presets, \(bad) beyond \(tolerance) times their cost")
    return bad == 0
  }

  /// What is too dear is measured again, and the least counts: what disturbs only ever adds.
  private static func verdict(
    on preset: Preset, by measuring: PresetMeasuring
  ) throws(PresetError) -> (isGood: Bool, line: String) {
    var least: [Double] = []
    for _ in 0..<attempts {
      let costs = try measuring.costs(of: preset).map(\.multiple)
      least = least.isEmpty ? costs : zip(least, costs).map { min($0, $1) }
      if verdict(on: preset, measured: least).isGood { break }
    }
    return verdict(on: preset, measured: least)
  }

  /// - Parameter measured: of each look, the full one first; multiples of the reference shader's cost.
  static func verdict(on preset: Preset, measured: [Double]) -> (isGood: Bool, line: String) {
    let written = preset.header.kinora.costs.map(Double.init)
    guard written.count == measured.count else {
      return (
        false,
        "has \(measured.count) looks and \(written.count) costs: kinora presets measure --write \(preset.name)"
      )
    }
    let ratios = zip(measured, written).map { $0 / max($1, 1e-3) }
    let line = zip(measured, written).map { "\(Reports.decimal($0)) of \(Reports.decimal($1))" }
    let worst = ratios.max() ?? 0
    return (worst <= tolerance, line.joined(separator: ", ") + " (at most \(Reports.decimal(worst)) times)")
  }
}
