import Foundation
import Scenery

/// The presets on disk: where they are, what could be read, and what could not and why.
public struct Catalogue: Sendable {
  /// The folder that holds `Scenes`, `Transitions`, `Filters`, `Looks` and `Library`.
  public let folder: String
  public internal(set) var presets: [Preset] = []
  public internal(set) var errors: [PresetError] = []

  /// Each kind's folder, and the endings that count as presets.
  static let rooms: [(kind: Preset.Kind, folder: String)] = [
    (.scene, "Scenes"), (.filter, "Filters"), (.transition, "Transitions"), (.look, "Looks"),
  ]
  static let endings: Set<String> = ["fs", "isf", "frag", "glsl"]
  static let lookEnding = "cube"
  private static let shaderBytes = 1 << 20

  /// Whether a file in a kind's folder is a preset, by its name.
  static func isPreset(_ file: String, kind: Preset.Kind) -> Bool {
    let ending = (file as NSString).pathExtension.lowercased()
    return !file.hasPrefix(".") && (kind == .look ? ending == lookEnding : endings.contains(ending))
  }

  /// Reads every preset below `folder`; one that can't be read is listed in `errors` and left out.
  public init(folder: String) {
    self.folder = folder
    let library = Self.library(in: folder)
    for room in Self.rooms {
      for path in Self.files(in: folder + "/" + room.folder, kind: room.kind) {
        do throws(PresetError) {
          presets.append(try Self.read(path, kind: room.kind, library: library))
        } catch {
          errors.append(error)
        }
      }
    }
  }

  /// Finds the presets folder: the one named, `KINORA_PRESETS`, beside the working folder, or beside the program.
  public static func find(named: String?) throws(PerformanceError) -> Catalogue {
    var catalogue = Catalogue(folder: try place(named: named))
    catalogue.addOwnScenes()
    return catalogue
  }

  private static func place(named: String?) throws(PerformanceError) -> String {
    let candidates: [String]
    if let named {
      candidates = [named]
    } else {
      // Not the first argument: a program found on the PATH is called by its bare name.
      let program = ("/proc/self/exe" as NSString).resolvingSymlinksInPath
      var parents = [String]()
      var folder = (program as NSString).deletingLastPathComponent
      for _ in 0..<4 {
        parents.append(folder + "/Presets")
        folder = (folder as NSString).deletingLastPathComponent
      }
      let chosen = ProcessInfo.processInfo.environment["KINORA_PRESETS"].map { [$0] } ?? []
      candidates =
        chosen + ["Presets"] + parents + ["/usr/local/share/kinora/Presets", "/usr/share/kinora/Presets"]
    }
    let found = candidates.first { FileManager.default.fileExists(atPath: $0 + "/Scenes") }
    guard let found else { throw .noPresets(lookedIn: candidates) }
    return found
  }

  /// Scenes that the user kept during shows; a name that is taken stays with the preset that has it.
  private mutating func addOwnScenes() {
    let library = Self.library(in: folder)
    for path in Self.files(in: OwnPresets.folder + "/Scenes", kind: .scene) {
      do throws(PresetError) {
        let preset = try Self.read(path, kind: .scene, library: library)
        if !presets.contains(where: { $0.name == preset.name && $0.kind == .scene }) {
          presets.append(preset)
        }
      } catch {
        errors.append(error)
      }
    }
  }

  /// A preset by its name or file.
  ///
  /// - Returns: the preset, or what is wrong with the file.
  /// - Throws: where there is neither.
  func preset(named name: String) throws(PerformanceError) -> Result<Preset, PresetError> {
    if let known = presets.first(where: { $0.name == name }) { return .success(known) }
    guard name.contains("/") || FileManager.default.fileExists(atPath: name) else {
      throw .unknownPreset(name: name, known: presets.map(\.name))
    }
    let library = Self.library(in: folder)
    return Result { () throws(PresetError) in try Self.read(name, kind: nil, library: library) }
  }

  /// A preset of one kind, by its name or file.
  func preset(named name: String, kind: Preset.Kind) throws(PerformanceError) -> Preset {
    let known = presets.filter { $0.kind == kind }
    if let preset = known.first(where: { $0.name == name }) { return preset }
    return try Self.presetFile(
      name, kind, known: known.map(\.name), library: Self.library(in: folder), Admission())
  }

  /// A preset that is named by its file.
  ///
  /// - Parameter known: names that would have been right too.
  static func presetFile(
    _ name: String, _ kind: Preset.Kind, known: [String], library: [String: String], _ admission: Admission
  ) throws(PerformanceError) -> Preset {
    guard name.contains("/") || FileManager.default.fileExists(atPath: name) else {
      throw .unknownPreset(name: name, known: known)
    }
    do throws(PresetError) {
      let preset = try read(name, kind: kind, library: library)
      try admission.admit(preset)
      return preset
    } catch {
      throw .other(error)
    }
  }

  /// Presets by their names or files.
  func presets(named names: [String]) throws(PerformanceError) -> [Preset] {
    var found: [Preset] = []
    for name in names {
      let preset = try preset(named: name)
      do throws(PresetError) { found.append(try preset.get()) } catch { throw .other(error) }
    }
    return found
  }

  /// Reads one preset from disk.
  ///
  /// - Parameter kind: nil lets the preset's inputs decide.
  public static func read(
    _ path: String, kind: Preset.Kind?, library: [String: String]
  ) throws(PresetError) -> Preset {
    if kind == .look || (kind == nil && path.lowercased().hasSuffix("." + lookEnding)) {
      return try PresetParser.parseLook(text: text(of: path, limit: CubeParser.fileLimit), path: path)
    }
    let text = try text(of: path)
    let vertexPath = (path as NSString).deletingPathExtension + ".vs"
    var vertexText: String?
    if FileManager.default.fileExists(atPath: vertexPath) { vertexText = try Self.text(of: vertexPath) }
    let side = SidePlace.files(of: path).first { FileManager.default.fileExists(atPath: $0) }
    return try PresetParser.parse(
      text: text, vertexText: vertexText,
      sideText: try side.map { path throws(PresetError) in try Self.text(of: path) }, path: path, kind: kind,
      library: library)
  }

  /// The shared shader functions, by the name that `KINORA.uses` calls them.
  public static func library(in folder: String) -> [String: String] {
    var texts: [String: String] = [:]
    let room = folder + "/Library"
    for file in (try? FileManager.default.contentsOfDirectory(atPath: room)) ?? []
    where file.hasSuffix(".glsl") {
      texts[String(file.dropLast(5))] = try? text(of: room + "/" + file)
    }
    return texts
  }

  /// The shared functions for presets in a folder: those that lie in it or beside it, else those that came along.
  static func library(near folder: String) -> [String: String] {
    let beside = (folder as NSString).deletingLastPathComponent
    let places = [folder, beside.isEmpty ? "." : beside]
    let own = places.first { FileManager.default.fileExists(atPath: $0 + "/Library") }
    return (own ?? (try? place(named: nil))).map(library(in:)) ?? [:]
  }

  private static func files(in folder: String, kind: Preset.Kind) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { isPreset($0, kind: kind) }.sorted().map { folder + "/" + $0 }
  }

  /// A shader's text; files no shader has the size of are refused unread.
  static func text(of path: String, limit: Int = shaderBytes) throws(PresetError) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = attributes?[.size] as? Int else {
      throw PresetError(path: path, reason: "can't be opened; check that it exists and may be read")
    }
    guard size <= limit else {
      throw PresetError(path: path, reason: "is \(size) bytes; such a file has at most \(limit >> 20) MiB")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PresetError(path: path, reason: "can't be read; check its permissions")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
