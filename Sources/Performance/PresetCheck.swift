import Foundation
import Scenery
import Staging

/// Draws presets small, with music and without, and judges them.
public enum PresetCheck {
  /// Checks presets by name, file or folder of any shaders, or all of them; prints a line each.
  ///
  /// - Throws: `badPresets` when any can't be used or is black, flat, still, deaf or not a number.
  public static func run(names: [String], folder: String?) throws(PerformanceError) {
    let catalogue = try Catalogue.find(named: folder)
    var presets: [Preset] = names.isEmpty ? catalogue.presets : []
    var errors = names.isEmpty ? catalogue.errors : []
    var bad = 0
    for name in names {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
        var folder = FolderCheck(folder: name)
        bad += try folder.run()
      } else {
        switch try catalogue.preset(named: name) {
        case .success(let preset): presets.append(preset)
        case .failure(let error): errors.append(error)
        }
      }
    }
    bad += try check(presets) + errors.count
    for error in errors { print("BAD  \(error)") }
    if bad > 0 { throw .badPresets(count: bad) }
  }

  /// - Returns: how many presets have findings.
  private static func check(_ presets: [Preset]) throws(PerformanceError) -> Int {
    // A look that could be read is a good one.
    for look in presets where look.kind == .look { print("ok   \(look.name)") }
    let presets = presets.filter { $0.kind != .look }
    guard !presets.isEmpty else { return 0 }
    let stage = try OfflinePerformance.openStage(PixelSize(width: 160, height: 90))
    let admission = Admission()
    var bad = 0
    for preset in presets {
      do throws(PresetError) { try admission.admit(preset) } catch {
        bad += 1
        print("BAD  \(error)")
        continue
      }
      let report = PresetProbe.check(preset, on: stage)
      guard !report.isPassed else {
        print("ok   " + Reports.padded(preset.name, to: 18) + Reports.cost(preset.header.kinora.costs))
        continue
      }
      bad += 1
      for finding in report.findings {
        if case .unusable(let error) = finding {
          print("BAD  \(error)")
        } else {
          print("BAD  \(preset.path): \(finding)")
        }
      }
    }
    return bad
  }
}
