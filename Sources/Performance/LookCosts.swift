import Scenery

/// What the cheapest looks of our own scenes cost a picture of the usual size: what `Tools/bench looks` prints.
public enum LookCosts {
  /// Times the reference shader's cost, measured by turns with it, that the median scene and the dearest may take:
  /// 1.15 of what they took when this was written (9.9 and 19.6). Milliseconds are told, but they are of one machine.
  static let medianBar = 11.4
  static let worstBar = 22.5
  private static let frames = 15
  private static let attempts = 2

  struct Row {
    var name: String
    /// Steps below the full look.
    var steps: Int
    var cost: PresetMeasuring.Cost
  }

  /// Measures scenes by name, or all of them, in their cheapest look, and prints a line each, the dearest first.
  ///
  /// - Returns: whether the median and the worst keep within their bars and each scene has a cheaper look.
  public static func run(names: [String], folder: String?) throws(PerformanceError) -> Bool {
    let catalogue = try Catalogue.find(named: folder)
    let chosen = names.isEmpty ? catalogue.presets : try catalogue.presets(named: names)
    let measuring = try PresetMeasuring()
    var rows: [Row] = []
    for preset in chosen where preset.kind == .scene {
      do throws(PresetError) {
        rows.append(try row(of: preset, by: measuring))
      } catch {
        print("BAD  \(error)")
        return false
      }
    }
    let (isGood, lines) = table(rows, unit: measuring.isSoftware ? "CPU-ms" : "ms")
    for line in lines { print(line) }
    return isGood
  }

  /// The least of a few attempts: what disturbs only ever adds.
  private static func row(
    of preset: Preset, by measuring: PresetMeasuring
  ) throws(PresetError) -> Row {
    let steps = preset.header.kinora.steps
    var least: PresetMeasuring.Cost?
    for _ in 0..<attempts {
      let cost = try measuring.cost(
        of: preset, size: PresetMeasuring.usualSize, frames: frames, economy: steps)
      if cost.multiple < least?.multiple ?? .infinity { least = cost }
      if cost.multiple < medianBar { break }
    }
    return Row(name: preset.name, steps: steps, cost: least!)
  }

  static func table(_ rows: [Row], unit: String) -> (isGood: Bool, lines: [String]) {
    let rows = rows.sorted { $0.cost.multiple > $1.cost.multiple }
    guard let worst = rows.first else { return (false, ["No scene to measure."]) }
    func columns(_ cells: [String]) -> String {
      Reports.padded(cells[0], to: 18) + cells.dropFirst().map { Reports.padded($0, to: 12) }.joined()
    }
    var lines = [columns(["scene", "wall ms", unit, "× reference", "looks"])]
    for row in rows {
      let cost = row.cost
      let numbers = [cost.wallMilliseconds, cost.milliseconds, cost.multiple].map(Reports.decimal)
      lines.append(columns([row.name] + numbers + ["\(row.steps + 1)"]))
    }
    let median = (rows[rows.count / 2].cost.multiple + rows[(rows.count - 1) / 2].cost.multiple) / 2
    let size = worst.cost.size
    lines.append(
      "\(rows.count) scenes at \(size.width)×\(size.height) in their cheapest look: median "
        + "\(Reports.decimal(median)) × the reference shader (at most \(Reports.decimal(medianBar))), worst "
        + "\(Reports.decimal(worst.cost.multiple)) ×, \(worst.name) (at most \(Reports.decimal(worstBar)))")
    let shares = rows.map { $0.cost.wallMilliseconds / max($0.cost.milliseconds, 1e-3) }.sorted()
    if shares[shares.count / 2] > 0.8 && unit != "ms" {
      lines.append("Other work held the processors: run it alone, or as root with chrt -r 5.")
    }
    let lone = rows.filter { $0.steps < 1 }.map(\.name)
    if !lone.isEmpty { lines.append("Only one look: \(lone.joined(separator: ", "))") }
    return (median <= medianBar && worst.cost.multiple <= worstBar && lone.isEmpty, lines)
  }
}
