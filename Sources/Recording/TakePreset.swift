import Scenery
import Session

/// A preset with the files it is made of, as a take keeps it.
public struct TakePreset: Sendable, Equatable {
  /// Where the preset's main text, its vertex text and library files stand inside a take.
  public enum Place {
    public static func main(_ preset: Preset) -> String {
      preset.kind == .look ? "\(preset.name).cube" : "\(preset.name).fs"
    }
    public static func vertex(_ preset: Preset) -> String { "\(preset.name).vs" }
    public static func side(_ preset: Preset) -> String { "\(preset.name)\(SideFile.ending)" }
    public static func library(_ name: String) -> String { "Library/\(name)" }
  }

  public var entry: PresetEntry
  /// The files' exact bytes, in the order of `entry.files`.
  public var contents: [[UInt8]]

  /// - Parameter files: path relative to the presets' folder, and exact bytes.
  public init(
    index: PresetIndex, kind: Preset.Kind, name: String, digest: String, licence: String,
    files: [(path: String, bytes: [UInt8])]
  ) {
    contents = files.map(\.bytes)
    entry = PresetEntry(
      index: index, kind: kind, name: name, digest: digest, licence: licence,
      files: files.map { PresetFile(path: $0.path, digest: SHA256.hex(of: $0.bytes)) })
  }

  /// - Parameter library: text of each library file that the preset uses, by name.
  public init(_ preset: Preset, at index: PresetIndex, library: [String: String] = [:]) {
    var files = [(path: Place.main(preset), bytes: Array(preset.source.utf8))]
    if let vertex = preset.vertexSource { files.append((Place.vertex(preset), Array(vertex.utf8))) }
    if let side = preset.sideText { files.append((Place.side(preset), Array(side.utf8))) }
    for name in preset.header.kinora.uses {
      if let text = library[name] { files.append((Place.library(name), Array(text.utf8))) }
    }
    self.init(
      index: index, kind: preset.kind, name: preset.name, digest: preset.digest,
      licence: preset.header.kinora.licence, files: files)
  }
}

/// What is written over the pictures, with the files it comes from, as a take keeps it.
public struct TakeOverlay: Sendable, Equatable {
  public var entry: OverlayEntry
  /// The files' exact bytes, in the order of `entry.files`.
  public var contents: [[UInt8]]

  public init(entry: OverlayEntry, contents: [[UInt8]]) {
    self.entry = entry
    self.contents = contents
  }
}
