import Scenery

/// What the cheapest looks of our own scenes cost a picture of the usual size: what `Tools/bench looks` prints.
public enum LookCosts {
  /// Milliseconds of the wall that the median scene and the dearest may take on two cores that draw by themselves.
  static let medianBar = 9.0
  static let worstBar = 30.0
  /// What every scene is measured by turns with, so that a busy machine shows.
  private static let yardstick = "winter-aurora"
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
    guard let aurora = try catalogue.presets(named: [yardstick]).first else { return false }
    var rows: [Row] = []
    for preset in chosen where preset.kind == .scene {
      do throws(PresetError) {
        rows.append(try row(of: preset, against: aurora, by: measuring))
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
    of preset: Preset, against aurora: Preset, by measuring: PresetMeasuring
  ) throws(PresetError) -> Row {
    let steps = preset.header.kinora.steps
    let yardstick = PresetMeasuring.Yardstick(preset: aurora, economy: aurora.header.kinora.steps)
    var least: PresetMeasuring.Cost?
    for _ in 0..<attempts {
      let cost = try measuring.cost(
        of: preset, size: PresetMeasuring.usualSize, frames: frames, economy: steps, by: yardstick)
      if cost.wallMilliseconds < least?.wallMilliseconds ?? .infinity { least = cost }
      if cost.wallMilliseconds < medianBar { break }
    }
    return Row(name: preset.name, steps: steps, cost: least!)
  }

  static func table(_ rows: [Row], unit: String) -> (isGood: Bool, lines: [String]) {
    let rows = rows.sorted { $0.cost.wallMilliseconds > $1.cost.wallMilliseconds }
    guard let worst = rows.first else { return (false, ["No scene to measure."]) }
    func columns(_ cells: [String]) -> String {
      Reports.padded(cells[0], to: 18) + cells.dropFirst().map { Reports.padded($0, to: 12) }.joined()
    }
    var lines = [columns(["scene", "wall ms", unit, "× aurora", "looks"])]
    for row in rows {
      let cost = row.cost
      let numbers = [cost.wallMilliseconds, cost.milliseconds, cost.multiple].map(Reports.decimal)
      lines.append(columns([row.name] + numbers + ["\(row.steps + 1)"]))
    }
    let median =
      (rows[rows.count / 2].cost.wallMilliseconds + rows[(rows.count - 1) / 2].cost.wallMilliseconds) / 2
    let size = worst.cost.size
    lines.append(
      "\(rows.count) scenes at \(size.width)×\(size.height) in their cheapest look: median "
        + "\(Reports.decimal(median)) ms (at most \(Reports.decimal(medianBar))), worst "
        + "\(Reports.decimal(worst.cost.wallMilliseconds)) ms, \(worst.name) (at most \(Reports.decimal(worstBar)))"
    )
    let shares = rows.map { $0.cost.wallMilliseconds / max($0.cost.milliseconds, 1e-3) }.sorted()
    if shares[shares.count / 2] > 0.8 && unit != "ms" {
      lines.append("Other work held the processors: run it alone, or as root with chrt -r 5.")
    }
    let lone = rows.filter { $0.steps < 1 }.map(\.name)
    if !lone.isEmpty { lines.append("Only one look: \(lone.joined(separator: ", "))") }
    return (median <= medianBar && worst.cost.wallMilliseconds <= worstBar && lone.isEmpty, lines)
  }
}
