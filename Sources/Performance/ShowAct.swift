import Directing
import Scenery
import Yams

/// An act that a show file places by hand.
public struct ShowAct: Sendable {
  public var act: Act
  /// A bar, counted from 1, or seconds.
  public var start: Double
  public var startsAtBar: Bool
  /// Scenes that play in it; empty = all.
  public var scenes: [String] = []
  public var weights: [(scene: String, weight: Float)] = []
  /// Where scenes are named.
  var lines: [String: Int] = [:]

  private static let shape =
    "an act has “act” (opening, rise, peak, release or close), “bar” or “seconds”, and may have “scenes” and “weights”"

  static func list(_ value: Node, path: String) throws(PerformanceError) -> [ShowAct] {
    guard let sequence = value.sequence else {
      throw .badShow(path: path, line: value.mark?.line, reason: "“acts” is a list; \(shape)")
    }
    var acts: [ShowAct] = []
    for node in sequence {
      let act = try ShowAct(node, path: path)
      if let last = acts.last, last.startsAtBar == act.startsAtBar, act.start <= last.start {
        throw .badShow(path: path, line: node.mark?.line, reason: "acts stand in order of their beginning")
      }
      acts.append(act)
    }
    return acts
  }

  private init(_ node: Node, path: String) throws(PerformanceError) {
    func fault(_ node: Node, _ reason: String) -> PerformanceError {
      .badShow(path: path, line: node.mark?.line, reason: reason)
    }
    guard let mapping = node.mapping else { throw fault(node, Self.shape) }
    var act: Act?
    var start: (value: Double, isBar: Bool)?
    for (key, value) in mapping {
      switch key.string {
      case "act": act = value.string.flatMap { Act(rawValue: $0) }
      case "bar":
        guard let bar = value.int, bar >= 1 else { throw fault(value, "“bar” is a whole number from 1") }
        start = (Double(bar), true)
      case "seconds":
        guard let seconds = value.float, seconds >= 0 else { throw fault(value, "“seconds” is 0 or more") }
        start = (seconds, false)
      case "scenes":
        let names = value.sequence?.compactMap(\.string) ?? []
        guard !names.isEmpty else { throw fault(value, "“scenes” is a list of scene names") }
        scenes = names
        for name in value.sequence ?? [] { lines[name.string ?? ""] = name.mark?.line }
      case "weights":
        let read = try Self.weights(value, path: path)
        weights = read.weights
        lines.merge(read.lines) { first, _ in first }
      default: throw fault(key, "“\(key.string ?? "?")” isn't known; \(Self.shape)")
      }
    }
    guard let act, let start else { throw fault(node, Self.shape) }
    self.act = act
    self.start = start.value
    startsAtBar = start.isBar
  }

  /// Lines of `SCENE: NUMBER`.
  static func weights(_ value: Node, path: String) throws(PerformanceError) -> (
    weights: [(scene: String, weight: Float)], lines: [String: Int]
  ) {
    let reason = "“weights” has lines of SCENE: NUMBER, from 0 to 100"
    guard let mapping = value.mapping else {
      throw .badShow(path: path, line: value.mark?.line, reason: reason)
    }
    var weights: [(scene: String, weight: Float)] = []
    var lines: [String: Int] = [:]
    for (scene, number) in mapping {
      guard let name = scene.string, let weight = number.string.flatMap({ Float($0) }),
        (0...100).contains(weight)
      else { throw .badShow(path: path, line: scene.mark?.line, reason: reason) }
      weights.append((name, weight))
      lines[name] = scene.mark?.line
    }
    return (weights, lines)
  }

  /// As the director is told: a weight for each preset.
  func planned(in repertoire: Repertoire) -> PlannedAct {
    var numbers = [Float](repeating: 1, count: repertoire.presets.count)
    for index in repertoire.indices(of: .scene) {
      let name = repertoire[index]?.name ?? ""
      if !scenes.isEmpty && !scenes.contains(name) { numbers[Int(index.value)] = 0 }
      if let weight = weights.last(where: { $0.scene == name })?.weight {
        numbers[Int(index.value)] = weight
      }
    }
    return PlannedAct(
      act, start: start, startsAtBar: startsAtBar, weights: scenes.isEmpty && weights.isEmpty ? [] : numbers)
  }
}

/// What a show file allows at most.
public struct ShowCeilings: Sendable {
  public var cutsPerMinute: Float?
  /// How far the energy master may open, 0…1.
  public var motion: Float?
  /// The grade's contrast.
  public var contrast: Float?

  init() {}

  init(_ value: Node, path: String) throws(PerformanceError) {
    let reason =
      "“ceilings” has lines of cuts-per-minute: NUMBER (0.1 to 60), motion: NUMBER (0 to 1) and contrast: NUMBER (0.2 to 2)"
    guard let mapping = value.mapping else {
      throw .badShow(path: path, line: value.mark?.line, reason: reason)
    }
    for (key, number) in mapping {
      let value = number.string.flatMap { Float($0) } ?? -1
      switch key.string {
      case "cuts-per-minute" where (0.1...60).contains(value): cutsPerMinute = value
      case "motion" where (0...1).contains(value): motion = value
      case "contrast" where (0.2...2).contains(value): contrast = value
      default: throw .badShow(path: path, line: key.mark?.line, reason: reason)
      }
    }
  }
}
