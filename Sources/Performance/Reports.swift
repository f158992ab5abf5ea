import Capture
import Control
import Foundation
import Scenery

/// What the listing commands print.
public enum Reports {
  public static func devices() -> String {
    let devices = AudioDevices.list()
    guard !devices.isEmpty else {
      return "No sound device found. Is the sound server running, and are you in the group “audio”? "
        + "See: kinora doctor"
    }
    let width = devices.map(\.name.count).max() ?? 0
    func list(_ title: String, _ chosen: [AudioDevice]) -> [String] {
      guard !chosen.isEmpty else { return [title, "  none"] }
      return [title]
        + chosen.map { "  " + padded($0.name, to: width) + "  " + $0.description.replacing("\n", with: ", ") }
    }
    return
      (list("Capture (kinora perform --input NAME)", devices.filter(\.captures)) + [""]
      + list("Playback (kinora rehearse SONG --output NAME)", devices.filter(\.plays)))
      .joined(separator: "\n")
  }

  public static func keys() -> String { KeyMap().description }

  public static func presets(in folder: String?) throws(PerformanceError) -> String {
    let catalogue = try Catalogue.find(named: folder)
    var lines = ["Presets in \(catalogue.folder)"]
    let width = catalogue.presets.map(\.name.count).max() ?? 0
    for room in Catalogue.rooms {
      let presets = catalogue.presets.filter { $0.kind == room.kind }
      guard !presets.isEmpty else { continue }
      lines += ["", "\(room.folder) (\(presets.count))"]
      lines += presets.map { preset in
        let subject = preset.header.kinora.subject
        let about = subject.isEmpty ? "" : "[\(subject)] "
        return "  " + padded(preset.name, to: width) + "  " + padded(cost(preset.header.kinora.costs), to: 22)
          + about + preset.header.description
      }
    }
    if !catalogue.errors.isEmpty {
      lines += ["", "Can't be used (\(catalogue.errors.count))"] + catalogue.errors.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  public static func preset(named name: String, in folder: String?) throws(PerformanceError) -> String {
    let catalogue = try Catalogue.find(named: folder)
    guard let preset = catalogue.presets.first(where: { $0.name == name }) else {
      throw .unknownPreset(name: name, known: catalogue.presets.map(\.name))
    }
    return describe(preset).joined(separator: "\n")
  }

  private static func describe(_ preset: Preset) -> [String] {
    let kinora = preset.header.kinora
    var lines = [
      "\(preset.name) (\(preset.kind.rawValue))", "  \(preset.header.description)",
      "  file     \(preset.path)", "  licence  \(kinora.licence)", "  digest   \(preset.digest)",
    ]
    if !kinora.subject.isEmpty { lines.append("  subject  \(kinora.subject) (\(kinora.domain))") }
    if !kinora.uses.isEmpty { lines.append("  uses     \(kinora.uses.joined(separator: ", "))") }
    if !kinora.costs.isEmpty {
      lines.append("  cost     \(cost(kinora.costs).dropFirst(5)) the reference shader")
    }
    if let points = kinora.points {
      lines.append(
        "  points   \(points.counts.map { "\($0)" }.joined(separator: "/")) particles, the full look first")
    }
    if preset.kind == .scene {
      lines.append("  mood     valence \(kinora.valence), arousal \(kinora.arousal), reach \(kinora.reach)")
    }
    lines.append("  inputs")
    for input in preset.header.inputs {
      let bound = kinora.bindings.filter { $0.input == input.name }.map(told)
      lines.append("    \(input.name): \(typeName(input)) \(bound.joined(separator: " "))")
    }
    for binding in kinora.bindings where binding.input == Binding.clock {
      lines.append("    TIME: the shader's clock \(told(binding))")
    }
    return lines
  }

  /// What drives an input, between which values, and who says so where the header doesn't.
  private static func told(_ binding: Binding) -> String {
    var text = "← \(binding.signal.rawValue)"
    if let low = binding.low, let high = binding.high { text += " \(low)…\(high)" }
    if binding.origin != .header { text += " (by its \(binding.origin.rawValue))" }
    return text
  }

  /// A cost as multiples of the reference shader's, the full look first.
  static func cost(_ costs: [Float]) -> String {
    costs.isEmpty ? "" : "cost " + costs.map { decimal(Double($0)) }.joined(separator: "/") + "×"
  }

  static func decimal(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return number >= 20 ? "\(Int(number.rounded()))" : "\(tenths)"
  }

  private static func typeName(_ input: PresetInput) -> String {
    switch input.initial {
    case .float(let value): "float \(input.minimum)…\(input.maximum), \(value)"
    case .bool(let value): "bool \(value)"
    case .long(let value): "long \(value)"
    case .event: "event"
    case .point(let x, let y): "point \(x), \(y)"
    case .color: "colour"
    case .image: "image"
    case .audio(let width): "audio, \(width) samples"
    case .audioFFT(let width): "audioFFT, \(width) bins"
    case .wholes(let x, let y): "whole numbers \(x), \(y)"
    case .triple(let x, let y, let z): "numbers \(x), \(y), \(z)"
    case .soundRows: "spectrum and wave"
    }
  }

  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
