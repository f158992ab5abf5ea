import Foundation
import Scenery
import Staging

/// Measures presets: what each input does to the picture, and what a picture costs.
public struct PresetMeasuring {
  private let stage: Stage
  private let reference: Preset
  /// Whether the processor draws.
  let isSoftware: Bool

  /// The size at which costs are told.
  static let usualSize = PixelSize(width: 640, height: 360)
  /// Where a picture of the usual size would take longer than a show can bear, a smaller one tells enough.
  static let smallSize = PixelSize(width: 160, height: 90)
  static let roughSize = PixelSize(width: 320, height: 180)
  /// Multiples of the reference shader's cost.
  private static let heavy = 60.0

  /// On a stage of its own.
  init() throws(PerformanceError) {
    try self.init(on: OfflinePerformance.openStage(Self.usualSize))
  }

  init(on stage: Stage) throws(PerformanceError) {
    self.stage = stage
    isSoftware = Self.isSoftware(stage)
    do throws(PresetError) { reference = try CostProbe.reference() } catch { throw .other(error) }
  }

  static func isSoftware(_ stage: Stage) -> Bool {
    ["llvmpipe", "softpipe", "swrast"].contains { stage.rendererName.contains($0) }
  }

  /// Everything that a side file holds.
  func measure(_ preset: Preset) throws(PresetError) -> SideFile.Measurement {
    var measurement = SideFile.Measurement()
    if preset.kind == .transition {
      measurement.digest = preset.ownDigest
    } else {
      measurement = try EffectProbe.measure(preset, on: stage)
    }
    measurement.costs = try costs(of: preset).map { Float($0.multiple) }
    return measurement
  }

  /// Costs of all looks, the full one first, each as a multiple of the reference shader's.
  func costs(of preset: Preset) throws(PresetError) -> [Cost] {
    var costs: [Cost] = []
    for economy in 0...preset.header.kinora.steps {
      let small = try cost(of: preset, size: Self.smallSize, frames: 5, economy: economy)
      // Particles cost the same at any size.
      let isHeavy = small.multiple > Self.heavy && preset.header.kinora.points == nil
      costs.append(
        isHeavy
          ? small : try cost(of: preset, size: Self.usualSize, frames: 31, economy: economy))
    }
    return costs
  }

  /// The same, less exactly and in a tenth of the time.
  func roughCosts(of preset: Preset) throws(PresetError) -> [Float] {
    var costs: [Float] = []
    for economy in 0...preset.header.kinora.steps {
      costs.append(
        Float(try cost(of: preset, size: Self.roughSize, frames: 7, economy: economy).multiple))
    }
    return costs
  }

  /// Nanoseconds: of this program on all processors, or of the clock on the wall.
  private func now() -> Int64 { Self.nanoseconds(isSoftware: isSoftware) }

  static func nanoseconds(isSoftware: Bool) -> Int64 {
    var time = timespec()
    clock_gettime(isSoftware ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// What a picture costs.
  struct Cost {
    /// Of the reference shader's cost in the same minute.
    var multiple: Double
    var milliseconds: Double
    /// By the clock on the wall.
    var wallMilliseconds: Double
    var size: PixelSize
  }

  /// Time that pictures take, one of the preset and one of the reference shader by turns: whatever else the machine
  /// does, it does to both. Where the processor draws it is the processor's own time, which nobody else's work counts
  /// in.
  func cost(
    of preset: Preset, size: PixelSize, frames: Int, economy: Int
  ) throws(PresetError) -> Cost {
    let probes = [
      try CostProbe(preset, on: stage, size: size, economy: economy),
      try CostProbe(reference, on: stage, size: size),
    ]
    for probe in probes { try probe.draw() }
    var times = [[Double]](repeating: [], count: 2)
    var walls = times
    for _ in 0..<frames {
      for (place, probe) in probes.enumerated() {
        let (begin, beginOnWall) = (now(), Self.nanoseconds(isSoftware: false))
        try probe.draw()
        times[place].append(Double(now() - begin) * 1e-6)
        walls[place].append(Double(Self.nanoseconds(isSoftware: false) - beginOnWall) * 1e-6)
      }
    }
    // The quicker half's middle: what disturbs only ever adds.
    let (mine, theirs) = (times[0].sorted()[frames / 4], times[1].sorted()[frames / 4])
    return Cost(
      multiple: mine / max(theirs, 1e-6), milliseconds: mine,
      wallMilliseconds: walls[0].sorted()[frames / 4], size: size)
  }

  func write(_ measurement: SideFile.Measurement, of preset: Preset) throws(PresetError) -> String {
    do throws(PerformanceError) {
      return try SidePlace.write(SideFile.text(measurement, keeping: preset.sideText), for: preset.path)
    } catch {
      throw PresetError(path: preset.path, reason: error.description)
    }
  }

  static func sentence(_ measurement: SideFile.Measurement) -> String {
    let driven = measurement.bindings.map { "\($0.input) ← \($0.signal.rawValue)" }.joined(separator: ", ")
    return "\(Reports.cost(measurement.costs)); \(driven.isEmpty ? "nothing to drive" : driven)"
  }
}

/// What “kinora presets measure” does.
public enum PresetMeasure {
  /// Measures presets by name, file or folder of any shaders, or all of them, and prints a line each.
  ///
  /// - Parameter write: costs go into the headers of Kinora's own presets; without it, they are only told.
  public static func run(names: [String], folder: String?, write: Bool) throws(PerformanceError) {
    let catalogue = try Catalogue.find(named: folder)
    let (folders, others) = names.split { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && isFolder.boolValue
    }
    var bad = 0
    for folder in folders {
      var check = FolderCheck(folder: folder, work: .measure)
      bad += try check.run()
    }
    let presets = names.isEmpty ? catalogue.presets : try catalogue.presets(named: others)
    if !presets.isEmpty { bad += try measure(presets, in: catalogue, write: write) }
    if bad > 0 { throw .badPresets(count: bad) }
  }

  private static func measure(
    _ presets: [Preset], in catalogue: Catalogue, write: Bool
  ) throws(PerformanceError) -> Int {
    let measuring = try PresetMeasuring()
    var bad = 0
    for preset in presets {
      do throws(PresetError) {
        // Kinora's own presets say in their headers what drives them.
        let isOwn = catalogue.presets.contains { $0.path == preset.path }
        if isOwn && preset.source.contains("\"KINORA\"") {
          let costs = try measuring.costs(of: preset)
          print(line(of: preset, costs, unit: measuring.isSoftware ? "CPU-ms" : "ms"))
          if write { try HeaderCost.write(costs.map { Float($0.multiple) }, into: preset.path) }
        } else {
          let measurement = try measuring.measure(preset)
          print("\(preset.name): \(PresetMeasuring.sentence(measurement))")
          print("  → \(try measuring.write(measurement, of: preset))")
        }
      } catch {
        bad += 1
        print("BAD  \(error)")
      }
    }
    return bad
  }

  private static func line(of preset: Preset, _ costs: [PresetMeasuring.Cost], unit: String) -> String {
    let times = costs.map {
      "\(Reports.decimal($0.milliseconds)) \(unit) at \($0.size.width)×\($0.size.height)"
    }
    return Reports.padded(preset.name, to: 18)
      + Reports.padded(Reports.cost(costs.map { Float($0.multiple) }), to: 24)
      + times.joined(separator: ", ")
  }
}

/// Writes a measured cost into a preset's own header, touching nothing else.
enum HeaderCost {
  static func write(_ costs: [Float], into path: String) throws(PresetError) {
    let text = try Catalogue.text(of: path)
    let list = "\"cost\": [" + costs.map { Reports.decimal(Double($0)) }.joined(separator: ", ") + "]"
    guard let key = text.firstRange(of: "\"KINORA\""),
      let brace = text[key.upperBound...].firstIndex(of: "{")
    else { throw PresetError(path: path, reason: "has no KINORA part to write its cost into") }
    var new = text
    let old = /"cost":\s*(\[[^\]]*\]|[0-9.]+)/
    if let match = text[brace...].firstMatch(of: old) {
      new.replaceSubrange(match.range, with: list)
    } else {
      new.insert(contentsOf: "\n    \(list),", at: text.index(after: brace))
    }
    do {
      try new.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      throw PresetError(path: path, reason: "can't be written: \(error.localizedDescription)")
    }
  }
}

extension Array {
  /// Those for which the answer is yes, and the others.
  fileprivate func split(_ isFirst: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
