import Foundation
import Media
import Recording
import Scenery

/// Folders of films and stills, and a camera, as scenes.
struct ClipFolder {
  private(set) var presets: [Preset] = []
  /// Why some can't be used, and what is odd about others; a sentence each.
  private(set) var complaints: [String] = []
  private var names: Set<String>

  static let films: Set<String> = [
    "mp4", "mov", "mkv", "webm", "avi", "m4v", "mpg", "mpeg", "ts", "mts", "m2ts", "wmv", "flv", "ogv", "gif",
    "mxf", "dv", "3gp", "nut", "apng",
  ]
  static let stills: Set<String> = ["png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff"]
  private static let mostClips = 256

  /// - Parameter taken: names that other scenes have already.
  init(taken: [String]) { names = Set(taken) }

  /// Takes in every film and still of a folder, or one file.
  mutating func add(
    _ path: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PerformanceError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .badClips(path: path, reason: "there is no such folder; check the name")
    }
    var files = isFolder.boolValue ? Self.files(in: path) : [path]
    guard !files.isEmpty else {
      throw .badClips(path: path, reason: "there is no film or still in it (\(Self.examples))")
    }
    if files.count > Self.mostClips {
      complaints.append("\(path) holds \(files.count) clips; the first \(Self.mostClips) by name are used.")
      files.removeLast(files.count - Self.mostClips)
    }
    let before = presets.count
    for (place, file) in files.enumerated() {
      progress(place, files.count)
      do {
        try add(clip: file)
      } catch {
        complaints.append("\(error)")
      }
    }
    guard presets.count > before else {
      throw .badClips(path: path, reason: complaints.last ?? "none of its clips can be used")
    }
  }

  /// Takes in a camera, by its device.
  mutating func add(camera device: String) throws(PerformanceError) {
    let clip = Clip(path: device, isCamera: true)
    do throws(PresetError) {
      try add(ClipScene.text(of: clip, title: "camera", survey: nil), name: "camera", path: device)
    } catch {
      throw .other(error)
    }
  }

  private static var examples: String { "such as .mp4, .mov, .mkv, .webm, .gif, .png, .jpg" }

  private static func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let ending = (name as NSString).pathExtension.lowercased()
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return !isHidden && (films.contains(ending) || stills.contains(ending))
    }.sorted().map { folder + "/" + $0 }
  }

  private mutating func add(clip file: String) throws {
    let path = URL(fileURLWithPath: file).standardizedFileURL.path
    let (survey, digest) = try ClipLedger.look(at: path)
    if let complaint = survey.complaint { complaints.append(complaint) }
    let clip = Clip(
      path: path, digest: digest, durationSeconds: survey.durationSeconds, shots: survey.shots,
      runsBackwards: survey.keySeconds <= 2)
    let name = PresetNames.name(of: path)
    try add(ClipScene.text(of: clip, title: name, survey: survey), name: name, path: path)
  }

  private mutating func add(_ text: String, name: String, path: String) throws(PresetError) {
    var preset = try PresetParser.parse(text: text, path: path, kind: .scene)
    var unique = name
    var number = 2
    while !names.insert(unique).inserted {
      unique = "\(name)-\(number)"
      number += 1
    }
    preset.name = unique
    presets.append(preset)
  }
}

/// Names of scenes made from files.
enum PresetNames {
  /// The file's name without its ending, and without what would be a path.
  static func name(of path: String) -> String {
    let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let name = String(stem.map { $0 == "/" || $0.isNewline ? "-" : $0 }.prefix(120))
    return name.isEmpty ? "clip" : name
  }
}

/// What scenes of the catalogue don't say of the clip they show.
enum ClipFacts {
  static func complete(_ preset: inout Preset) throws {
    guard let clip = preset.header.kinora.clip, !clip.isCamera, clip.digest.isEmpty else { return }
    let (survey, digest) = try ClipLedger.look(at: clip.path)
    preset.header.kinora.clip?.digest = digest
    guard clip.durationSeconds <= 0 else { return }
    preset.header.kinora.clip?.durationSeconds = survey.durationSeconds
    preset.header.kinora.clip?.shots = survey.shots
    preset.header.kinora.clip?.runsBackwards = survey.keySeconds <= 2
  }
}

/// What is known of clips already, kept between runs: looking through a film takes seconds.
enum ClipLedger {
  private struct Entry: Codable {
    var survey: ClipSurvey
    var digest: String
  }

  /// Raised when the survey learns something new.
  private static let version = 1

  static func look(at path: String) throws -> (survey: ClipSurvey, digest: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = attributes?[.size] as? Int ?? 0
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let key = SHA256.hex(of: Array("\(version)\n\(path)\n\(size)\n\(changed)".utf8))
    let file = folder + "/\(key).json"
    if let data = FileManager.default.contents(atPath: file),
      let entry = try? JSONDecoder().decode(Entry.self, from: data)
    {
      return (entry.survey, entry.digest)
    }
    let entry = Entry(survey: try ClipSurvey(path: path), digest: FileDigest.sha256(ofFile: path) ?? "")
    // Without a place to keep it, it is looked through again next time.
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if let data = try? JSONEncoder().encode(entry) {
      try? data.write(to: URL(fileURLWithPath: file), options: .atomic)
    }
    return (entry.survey, entry.digest)
  }

  private static var folder: String {
    let cache = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (cache ?? NSHomeDirectory() + "/.cache") + "/kinora/clips"
  }
}
