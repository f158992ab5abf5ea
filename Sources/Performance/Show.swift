import Directing
import Foundation
import Scenery
import Yams

/// A show file (YAML): which presets a performance may use, and what it insists on.
public struct Show: Sendable {
  public var title: String?
  /// Scene names; empty = all.
  public var scenes: [String] = []
  /// Transition names; empty = all.
  public var transitions: [String] = []
  public var seed: UInt64?
  /// Inputs that stand still from the start, whatever the music says.
  public var held: [HeldInput] = []
  public var grade: GradeChoice?
  public var look: String?
  /// None if empty; nil where the show doesn't speak of them.
  public var filters: [FilterChoice]?
  /// Folders of films and stills that are scenes too.
  public var clips: [String] = []
  public var overlay = OverlayWish()
  /// What drives inputs, instead of what their presets say.
  public var bindings = ShowBindings()
  /// What the show is about, and its colours, in plain English.
  public var brief: String?
  public var palette: String?
  public var invent: Bool?
  /// How much a scene is wanted against the others: 1 is usual, 0 never.
  public var weights: [(scene: String, weight: Float)] = []
  public var ceilings = ShowCeilings()
  /// Name of the idea that the show carries.
  public var idea: String?
  /// Acts by hand, in order.
  public var acts: [ShowAct] = []
  /// Where a scene was named, for the faults that only the catalogue shows.
  private var lines: [String: Int] = [:]
  private var path: String?

  public init() {}

  /// Reads a show file.
  ///
  /// - Throws: `PerformanceError.badShow` naming file, line and the next step.
  public init(path: String) throws(PerformanceError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .badShow(path: path, line: nil, reason: "can't be opened; check that it exists and may be read")
    }
    try self.init(text: String(decoding: data, as: UTF8.self), path: path)
  }

  init(text: String, path: String) throws(PerformanceError) {
    self.path = path
    let document = try YAMLText.compose(text, path: path)
    guard let document else { return }
    guard let mapping = document.mapping else {
      throw .badShow(path: path, line: document.mark?.line, reason: "a show file holds “key: value” lines")
    }
    for (key, value) in mapping { try read(key, value, path: path) }
  }

  private mutating func read(_ key: Node, _ value: Node, path: String) throws(PerformanceError) {
    func fault(_ reason: String) -> PerformanceError {
      .badShow(path: path, line: value.mark?.line ?? key.mark?.line, reason: reason)
    }
    switch key.string {
    case "title": title = value.string
    case "brief": brief = value.string
    case "palette": palette = value.string
    case "invent": invent = try value.bool.orThrow(fault("“invent” is true or false"))
    case "weights": try readWeights(value, path: path)
    case "ceilings": ceilings = try ShowCeilings(value, path: path)
    case "acts":
      acts = try ShowAct.list(value, path: path)
      for act in acts {
        for (name, line) in act.lines { lines[name] = lines[name] ?? line }
      }
    case "idea":
      let known = Intent.ideas.map(\.name)
      guard let name = value.string, known.contains(name) else {
        throw fault("“idea” is one of: \(known.joined(separator: ", "))")
      }
      idea = name
    case "scenes": scenes = try Self.names(value).orThrow(fault("“scenes” is a list of scene names"))
    case "transitions":
      transitions = try Self.names(value).orThrow(fault("“transitions” is a list of transition names"))
    case "grade":
      guard let choice = value.string.flatMap({ GradeChoice($0) }) else {
        throw fault("“grade” is off, auto or a number from 0 to 2")
      }
      grade = choice
    case "look": look = value.string.map { Self.file($0, besides: path) }
    case "clips":
      let names = try Self.names(value).orThrow(fault("“clips” is a list of folders of films and stills"))
      clips = names.map { pathBeside(file: path, $0) }
      for folder in clips where !FileManager.default.fileExists(atPath: folder) {
        throw fault("there is no folder of clips \(folder)")
      }
    case "overlays": overlay = try OverlayWish(value, path: path)
    case "bindings": bindings = try ShowBindings(value, path: path)
    case "filters":
      let names = try Self.names(value).orThrow(fault("“filters” is a list of NAME or NAME:AMOUNT"))
      filters = try names.map { name throws(PerformanceError) in
        try FilterChoice(Self.file(name, besides: path)).orThrow(
          fault("“\(name)” is no filter; write NAME or NAME:AMOUNT, above 0 to 1"))
      }
    case "seed":
      guard let number = value.string.flatMap({ UInt64($0) }) else {
        throw fault("“seed” is a whole number ≥ 0")
      }
      seed = number
    case "set":
      held = try Self.held(value).orThrow(fault("“set” has lines of INPUT: VALUE, the value a number"))
    default:
      throw fault(
        "“\(key.string ?? "?")” isn't known; a show has title, brief, palette, invent, idea, acts, scenes, weights, transitions, ceilings, filters, look, grade, clips, overlays, bindings, seed and set"
      )
    }
  }

  private mutating func readWeights(_ value: Node, path: String) throws(PerformanceError) {
    let read = try ShowAct.weights(value, path: path)
    weights += read.weights
    lines.merge(read.lines) { first, _ in first }
  }

  /// `zoom: 0.4` or `tint: [1, 0.5, 0.2]`.
  private static func held(_ value: Node) -> [HeldInput]? {
    guard let mapping = value.mapping else { return nil }
    let held = mapping.compactMap { key, value -> HeldInput? in
      let numbers = value.sequence?.compactMap(\.string) ?? [value.string ?? ""]
      return HeldInput(input: key.string ?? "", value: numbers.joined(separator: ","))
    }
    return held.count == mapping.count ? held : nil
  }

  /// A preset's name stays one; a file is looked for beside the show first.
  private static func file(_ name: String, besides path: String) -> String {
    let file = pathBeside(file: path, name)
    let bare = name.split(separator: ":").first.map { pathBeside(file: path, String($0)) } ?? file
    return name.contains(".") && FileManager.default.fileExists(atPath: bare) ? file : name
  }

  private static func names(_ value: Node) -> [String]? {
    guard let sequence = value.sequence else { return nil }
    let names = sequence.compactMap(\.string)
    return names.count == sequence.count ? names : nil
  }

  /// The presets of a catalogue that this show uses.
  public func repertoire(from catalogue: Catalogue) throws(PerformanceError) -> Repertoire {
    let chosen: [Preset.Kind: [String]] = [.scene: scenes, .transition: transitions]
    for (kind, names) in [(Preset.Kind.scene, scenes), (.transition, transitions)] {
      let known = catalogue.presets.filter { $0.kind == kind }.map(\.name)
      for name in names where !known.contains(name) { throw .unknownPreset(name: name, known: known) }
    }
    let scenes = catalogue.presets.filter { $0.kind == .scene }.map(\.name)
    let named = weights.map(\.scene) + acts.flatMap { $0.scenes + $0.weights.map(\.scene) }
    for name in named where !scenes.contains(name) {
      throw .badShow(
        path: path ?? "show", line: lines[name], reason: "no scene is called “\(name)”; see: kinora presets")
    }
    let presets = catalogue.presets.filter { preset in
      let names = chosen[preset.kind] ?? []
      return names.isEmpty || names.contains(preset.name)
    }
    guard presets.contains(where: { $0.kind == .scene }) else { throw .noScene(in: catalogue.folder) }
    return Repertoire(try bindings.applied(to: presets, library: Catalogue.library(in: catalogue.folder)))
  }
}

extension Optional {
  fileprivate func orThrow(_ error: PerformanceError) throws(PerformanceError) -> Wrapped {
    guard let self else { throw error }
    return self
  }
}
