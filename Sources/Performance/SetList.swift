import Foundation
import Yams

/// A set list (YAML): the parts of an evening, each with its own show.
public struct SetList: Sendable {
  /// One part: a song that is played, or a band that is listened to until it falls silent.
  public struct Part: Sendable, Equatable {
    public enum Sound: Sendable, Equatable {
      /// A file, or “demo”.
      case song(String)
      /// A capture device; empty: the one that the command line names, or the default one.
      case listen(String)
    }

    public var sound: Sound
    public var title: String?
    /// Path of a show file.
    public var show: String?
    public var brief: String?
    public var seed: UInt64?
    /// Ends by itself after this long, whatever is heard.
    public var durationSeconds: Double?
    /// A part that listens is over after so much silence.
    public var silenceSeconds: Double
    /// Where it stands in the file.
    var line: Int?

    /// What it is called in messages and in the names of its files.
    public var name: String {
      if let title { return title.split(separator: "|").first.map(String.init) ?? title }
      switch sound {
      case .song(let path): return ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      case .listen: return "Live"
      }
    }
  }

  public let path: String
  public private(set) var title: String?
  public private(set) var parts: [Part] = []
  private var silenceSeconds = usualSilenceSeconds
  /// Shows are also looked for by their names in this folder.
  private let shows: String

  /// Longer than a general pause, shorter than a band's tuning.
  static let usualSilenceSeconds = 8.0
  private static let silences = 1.0...600

  /// Reads a set list. Songs and shows are looked for beside it.
  ///
  /// - Parameter shows: where shows are that are called by name.
  /// - Throws: `PerformanceError.badShow` naming file, line and the next step.
  public init(path: String, shows: String) throws(PerformanceError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .badShow(path: path, line: nil, reason: "can't be opened; check that it exists and may be read")
    }
    try self.init(text: String(decoding: data, as: UTF8.self), path: path, shows: shows)
  }

  init(text: String, path: String, shows: String) throws(PerformanceError) {
    self.path = path
    self.shows = shows
    guard let document = try YAMLText.compose(text, path: path) else {
      throw .badShow(path: path, line: nil, reason: "is empty; a set list has “parts”")
    }
    guard let mapping = document.mapping else {
      throw fault(document, "a set list holds “key: value” lines")
    }
    for (key, value) in mapping where key.string == "silence" { silenceSeconds = try silence(value) }
    for (key, value) in mapping {
      switch key.string {
      case "title": title = value.string
      case "silence": break
      case "parts":
        guard let list = value.sequence else { throw fault(value, "“parts” is a list") }
        for node in list { parts.append(try part(node)) }
      default:
        throw fault(key, "“\(key.string ?? "?")” isn't known; a set list has title, silence and parts")
      }
    }
    if parts.isEmpty { throw fault(document, "there is no part in it; see: kinora perform --help") }
  }

  private func part(_ node: Node) throws(PerformanceError) -> Part {
    guard let mapping = node.mapping else {
      throw fault(node, "a part has lines such as “song: FILE” or “listen: DEVICE”, and “show: FILE”")
    }
    var sounds: [Part.Sound] = []
    var part = Part(sound: .listen(""), silenceSeconds: silenceSeconds, line: node.mark?.line)
    for (key, value) in mapping {
      switch key.string {
      case "song": sounds.append(.song(try song(value)))
      case "listen": sounds.append(.listen(value.string ?? ""))
      case "title": part.title = value.string
      case "show": part.show = try show(value)
      case "brief": part.brief = value.string
      case "seed":
        guard let seed = value.string.flatMap({ UInt64($0) }) else {
          throw fault(value, "“seed” is a whole number ≥ 0")
        }
        part.seed = seed
      case "for":
        guard let seconds = value.string.flatMap({ Double($0) }), seconds > 0, seconds.isFinite else {
          throw fault(value, "“for” is a number of seconds above 0")
        }
        part.durationSeconds = seconds
      case "silence": part.silenceSeconds = try silence(value)
      default:
        throw fault(
          key,
          "“\(key.string ?? "?")” isn't known; a part has song or listen, title, show, brief, seed, for, silence"
        )
      }
    }
    guard let sound = sounds.first, sounds.count == 1 else {
      throw fault(node, "a part has either “song: FILE” or “listen: DEVICE” (empty: the usual one)")
    }
    part.sound = sound
    return part
  }

  private func song(_ value: Node) throws(PerformanceError) -> String {
    guard let name = value.string, !name.isEmpty else { throw fault(value, "“song” is a file, or demo") }
    if name == SoundSource.demo { return name }
    let path = pathBeside(file: path, name)
    guard FileManager.default.fileExists(atPath: path) else {
      throw fault(value, "there is no song \(path)")
    }
    return path
  }

  private func show(_ value: Node) throws(PerformanceError) -> String {
    let name = value.string ?? ""
    let places = [
      pathBeside(file: path, name), pathBeside(file: path, name + ".yaml"), "\(shows)/\(name).yaml",
    ]
    guard !name.isEmpty, let found = places.first(where: Self.isFile) else {
      throw fault(value, "there is no show “\(name)”, neither beside the set list nor in \(shows)")
    }
    return found
  }

  private func silence(_ value: Node) throws(PerformanceError) -> Double {
    guard let seconds = value.string.flatMap({ Double($0) }), Self.silences.contains(seconds) else {
      throw fault(value, "“silence” is a number of seconds, from 1 to 600")
    }
    return seconds
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  private func fault(_ node: Node, _ reason: String) -> PerformanceError {
    .badShow(path: path, line: node.mark?.line, reason: reason)
  }
}
