import Foundation
import Scenery
import Staging

/// Measures presets: what each input does to the picture, and what a picture costs.
public struct PresetMeasuring {
  private let stage: Stage
  /// Milliseconds a megapixel of the reference shader, on this machine and now.
  let reference: Double

  /// The size at which issue 6 and the facts of costs are told.
  static let usualSize = PixelSize(width: 640, height: 360)
  /// Where a picture of the usual size would take longer than a show can bear, a smaller one tells enough.
  static let smallSize = PixelSize(width: 160, height: 90)
  private static let longestMilliseconds = 120.0

  init(on stage: Stage) throws(PerformanceError) {
    self.stage = stage
    do throws(PresetError) {
      reference =
        try Self.milliseconds(of: CostProbe.reference(), on: stage, size: Self.usualSize, frames: 41)
        / Self.megapixels(Self.usualSize)
    } catch {
      throw .other(error)
    }
  }

  /// Everything that a side file holds.
  func measure(_ preset: Preset) throws(PresetError) -> SideFile.Measurement {
    var measurement = SideFile.Measurement()
    if preset.kind == .transition {
      measurement.digest = preset.ownDigest
    } else {
      measurement = try EffectProbe.measure(preset, on: stage)
    }
    measurement.costs = try costs(of: preset)
    return measurement
  }

  /// Costs of all looks, the full one first, each as a multiple of the reference shader's.
  func costs(of preset: Preset) throws(PresetError) -> [Float] {
    var costs: [Float] = []
    for economy in 0...preset.header.kinora.steps {
      costs.append(Float(try millisecondsPerMegapixel(of: preset, economy: economy) / reference))
    }
    return costs
  }

  private func millisecondsPerMegapixel(of preset: Preset, economy: Int) throws(PresetError) -> Double {
    let small = try Self.milliseconds(
      of: preset, on: stage, size: Self.smallSize, frames: 3, economy: economy)
    let scale = Self.megapixels(Self.usualSize) / Self.megapixels(Self.smallSize)
    guard small * scale < Self.longestMilliseconds else { return small / Self.megapixels(Self.smallSize) }
    let usual = try Self.milliseconds(
      of: preset, on: stage, size: Self.usualSize, frames: 21, economy: economy)
    return usual / Self.megapixels(Self.usualSize)
  }

  private static func megapixels(_ size: PixelSize) -> Double { Double(size.width * size.height) * 1e-6 }

  /// Median time of a picture, after one that isn't counted.
  static func milliseconds(
    of preset: Preset, on stage: Stage, size: PixelSize, frames: Int, economy: Int = 0
  ) throws(PresetError) -> Double {
    let probe = try CostProbe(preset, on: stage, size: size, economy: economy)
    let clock = WallClock()
    try probe.draw()
    var times: [Double] = []
    for _ in 0..<frames {
      let begin = clock.now()
      try probe.draw()
      times.append(Double(clock.now() - begin) * 1e-6)
    }
    return times.sorted()[frames / 2]
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
    let presets = try catalogue.presets(named: others, orAllUnless: !folders.isEmpty)
    if !presets.isEmpty { bad += try measure(presets, in: catalogue, write: write) }
    if bad > 0 { throw .badPresets(count: bad) }
  }

  private static func measure(
    _ presets: [Preset], in catalogue: Catalogue, write: Bool
  ) throws(PerformanceError) -> Int {
    let stage = try OfflinePerformance.openStage(PresetMeasuring.usualSize)
    let measuring = try PresetMeasuring(on: stage)
    print("Reference shader: \(Reports.decimal(measuring.reference)) ms a megapixel here")
    var bad = 0
    for preset in presets {
      do throws(PresetError) {
        let isOwn = catalogue.presets.contains { $0.path == preset.path }
        if isOwn && !preset.header.kinora.bindings.isEmpty || preset.kind == .transition && isOwn {
          let costs = try measuring.costs(of: preset)
          print(line(of: preset, costs, measuring))
          if write { try HeaderCost.write(costs, into: preset.path) }
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

  private static func line(of preset: Preset, _ costs: [Float], _ measuring: PresetMeasuring) -> String {
    let pixels = Double(PresetMeasuring.usualSize.width * PresetMeasuring.usualSize.height) * 1e-6
    let times = costs.map { Reports.decimal(Double($0) * measuring.reference * pixels) + " ms" }
    return Reports.padded(preset.name, to: 18) + Reports.padded(Reports.cost(costs), to: 28)
      + "at 640×360: " + times.joined(separator: ", ")
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
