import Scenery
import Yams

/// What a show lets drive presets' inputs, as lines of `PRESET.INPUT: SIGNAL` or with a range:
///
///     bindings:
///       wolf.power: bass
///       gallop.strain: { signal: onset, low: 0.1, high: 0.8, halfLifeSeconds: 0.3 }
///       halftone.slip: none
public struct ShowBindings: Sendable {
  struct Line: Sendable {
    var preset: String
    var binding: HandBinding
    var number: Int?
  }

  private(set) var lines: [Line] = []
  private var path = ""

  private static let shape =
    "“bindings” has lines of PRESET.INPUT: SIGNAL, or PRESET.INPUT: { signal: …, low: …, high: …, scale: …, halfLifeSeconds: …, curve: … }; the signal “none” leaves an input alone"

  init() {}

  /// - Throws: `PerformanceError.badShow` with the line.
  init(_ value: Node, path: String) throws(PerformanceError) {
    self.path = path
    guard let mapping = value.mapping else {
      throw .badShow(path: path, line: value.mark?.line, reason: Self.shape)
    }
    for (key, value) in mapping {
      let names = (key.string ?? "").split(separator: ".", maxSplits: 1).map(String.init)
      guard names.count == 2 else { throw fault(key.mark?.line, Self.shape) }
      var details: [(name: String, value: String)] = []
      if let mapping = value.mapping {
        for (name, value) in mapping {
          guard HandBinding.details.contains(name.string ?? ""), let text = value.string else {
            throw fault(name.mark?.line, "“\(name.string ?? "?")” isn't known; \(Self.shape)")
          }
          details.append((name.string ?? "", text))
        }
      } else {
        details = [("signal", value.string ?? "")]
      }
      let binding = HandBinding(input: names[1], details: details)
      lines.append(Line(preset: names[0], binding: binding, number: key.mark?.line))
    }
  }

  private func fault(_ line: Int?, _ reason: String) -> PerformanceError {
    .badShow(path: path, line: line, reason: reason)
  }

  /// Presets with their inputs bound as the show wants: their side files say so, and takes keep it.
  ///
  /// - Throws: `PerformanceError.badShow` with the line of a preset, input or signal that isn't there.
  func applied(to presets: [Preset], library: [String: String]) throws(PerformanceError) -> [Preset] {
    var bound = presets
    for line in lines {
      let places = bound.indices.filter { bound[$0].name == line.preset && bound[$0].kind != .look }
      guard !places.isEmpty else {
        throw fault(line.number, "no preset of this show is called “\(line.preset)”; see: kinora presets")
      }
      for place in places {
        let preset = bound[place]
        do throws(PresetError) {
          bound[place] = try PresetParser.parse(
            text: preset.source, vertexText: preset.vertexSource,
            sideText: SideFile.text(binding: line.binding, keeping: preset.sideText), path: preset.path,
            kind: preset.kind, library: library)
        } catch {
          throw fault(line.number, error.reason)
        }
      }
    }
    return bound
  }
}
