import Foundation
import Scenery

/// Writes a preset as files that other hosts run.
public enum PresetExport {
  /// - Parameter output: the `.fs` file; nil: by the preset's name, in the working folder.
  public static func run(
    name: String, to output: String?, folder: String?, force: Bool
  ) throws(PerformanceError) {
    let catalogue = try Catalogue.find(named: folder)
    let preset = try find(name, in: catalogue)
    let exported: ExportedPreset
    do throws(PresetError) { exported = try preset.exported() } catch { throw .other(error) }
    let path = output ?? "\(preset.name).fs"
    try write(exported.fragment, to: path, force: force)
    if let vertex = exported.vertex { try write(vertex, to: PresetParser.vertexPath(of: path), force: force) }
    let from = (preset.path as NSString).deletingLastPathComponent
    let to = (path as NSString).deletingLastPathComponent
    for image in exported.images {
      try copy(from + "/" + image, to: (to.isEmpty ? "." : to) + "/" + image, force: force)
    }
    let others = (exported.vertex == nil ? 0 : 1) + exported.images.count
    Terminal.write(
      "Exported \(preset.name) to \(path)\(others > 0 ? " and \(others) files beside it" : "")\n")
  }

  private static func find(_ name: String, in catalogue: Catalogue) throws(PerformanceError) -> Preset {
    if let known = catalogue.presets.first(where: { $0.name == name }) { return known }
    guard name.contains("/") || FileManager.default.fileExists(atPath: name) else {
      throw .unknownPreset(name: name, known: catalogue.presets.map(\.name))
    }
    do throws(PresetError) {
      return try Catalogue.read(name, kind: nil, library: Catalogue.library(in: catalogue.folder))
    } catch {
      throw .other(error)
    }
  }

  private static func write(_ text: String, to path: String, force: Bool) throws(PerformanceError) {
    var output = try TextOutput(path: path, force: force)
    try output.write(text)
    try output.close()
  }

  private static func copy(_ from: String, to: String, force: Bool) throws(PerformanceError) {
    let files = FileManager.default
    if files.fileExists(atPath: to) {
      if files.contentsEqual(atPath: from, andPath: to) { return }
      guard force else { throw .wouldOverwrite(path: to) }
    }
    do {
      try files.createDirectory(
        atPath: (to as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      if files.fileExists(atPath: to) { try files.removeItem(atPath: to) }
      try files.copyItem(atPath: from, toPath: to)
    } catch {
      throw .cannotWrite(path: to, reason: error.localizedDescription)
    }
  }
}
