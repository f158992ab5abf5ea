import Scenery

/// Whether presets cost what their headers say: what `Tools/bench presets` prints.
public enum CostVerification {
  /// So many times the written cost is told as a fault. Both are multiples of the reference shader's cost, measured by
  /// turns with it, so that neither the machine nor its load comes in.
  public static let tolerance = 1.5

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
        let costs = try measuring.costs(of: preset).map(\.multiple)
        let (isGood, line) = verdict(on: preset, measured: costs)
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
