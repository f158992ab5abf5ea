import Foundation
import Music
import Scenery
import Testing

@testable import Staging

/// What we promise of every preset of our own, tried for five seconds at 320×180.
///
/// Not here: what a picture costs. That needs a clock, so `Tools/bench presets` compares it with the written cost.
@MainActor private enum Promise {
  /// - Returns: what is broken, a sentence each; empty for a good preset.
  static func faults(of preset: Preset, on stage: Stage) throws(PresetError) -> [String] {
    let report = PresetProbe.check(preset, on: stage, effort: .thorough)
    var faults = report.findings.map(\.description)
    // Silence is directed as the music was: what answers to palette, flow and counted beats alone is deaf.
    if report.reaction < leastReaction(of: preset) && !report.findings.contains(.deaf) {
      faults.append("Deaf: in silence its picture is the same but for \(report.reaction * 255)/255.")
    }
    if report.flashes { faults.append("Flashes \(report.flashesPerSecond) times a second.") }
    if preset.kind == .transition, try !PresetProbe.hasExactEnds(preset, on: stage) {
      faults.append("On stage its ends aren't the two scenes' own pictures.")
    }
    return faults
  }

  /// Transitions come and go on the beat; what they show must answer only where they listen, and may do it in a small part.
  private static func leastReaction(of preset: Preset) -> Float {
    guard preset.kind == .transition else { return PresetProbe.deafReaction }
    return preset.header.kinora.bindings.contains { isHeard($0.signal) } ? 0.1 / 255 : 0
  }

  /// Whether a signal ends with the sound: what the director counts goes on.
  private static func isHeard(_ signal: Signal) -> Bool {
    switch signal {
    case .beat, .bar, .phrase, .variation: false
    default: signal.range == .unit || signal.range == .signed
    }
  }
}

@MainActor @Suite("The presets that come with Kinora") struct BundledPresetTests {
  @Test(
    "compile, aren't black, flat, still or deaf, don't flash, compute numbers, and end exactly",
    .enabled(if: !BundledPresets.paths.isEmpty, "no Presets folder here"), arguments: BundledPresets.paths)
  func keepTheirPromise(path: String) throws {
    let kind: Preset.Kind =
      path.contains("/Transitions/") ? .transition : path.contains("/Filters/") ? .filter : .scene
    let preset = try BundledPresets.preset(path, kind: kind)
    let faults = try Promise.faults(of: preset, on: TestStage().stage)
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test("draw a hundred thousand particles in a full look, and ever fewer in cheaper ones")
  func particles() throws {
    let counts = try BundledPresets.paths.compactMap { path in
      try BundledPresets.preset(path).header.kinora.points?.counts
    }
    #expect(counts.contains { $0[0] >= 100_000 })
    for looks in counts { #expect(zip(looks, looks.dropFirst()).allSatisfy { $0 > 2 * $1 }, "\(looks)") }
  }
}

/// A preset with one fault, and what must be said of it.
private struct Plant: Sendable, CustomTestStringConvertible {
  var name: String
  var header = ears
  var glsl: String
  var kind = Preset.Kind.scene
  /// Begins each sentence that must be said; nothing else may be.
  var faults: [String]
  var testDescription: String { name }

  private static let ears = """
    { "INPUTS": [{ "NAME": "x", "TYPE": "float" }],
      "KINORA": { "bindings": [{ "input": "x", "signal": "bass", "halfLifeSeconds": 0.1 }] } }
    """
  private static let colours = """
    { "INPUTS": [{ "NAME": "tint", "TYPE": "color" }, { "NAME": "flow", "TYPE": "float", "MAX": 100000.0 }],
      "KINORA": { "bindings": [{ "input": "tint", "signal": "palette.base" },
        { "input": "flow", "signal": "flow" }] } }
    """
  private static let filterEars = """
    { "INPUTS": [{ "NAME": "inputImage", "TYPE": "image" }, { "NAME": "x", "TYPE": "float" }],
      "KINORA": { "bindings": [{ "input": "x", "signal": "bass" }] } }
    """
  private static let transitionEars = """
    { "INPUTS": [{ "NAME": "startImage", "TYPE": "image" }, { "NAME": "endImage", "TYPE": "image" },
      { "NAME": "progress", "TYPE": "float" }, { "NAME": "x", "TYPE": "float" }],
      "KINORA": { "bindings": [{ "input": "x", "signal": "kick" }] } }
    """

  static let all = [
    Plant(
      name: "none: it lives with the music",
      glsl: "void main() { gl_FragColor = vec4(isf_FragNormCoord, 0.5 + 0.4 * sin(TIME + x), 1.0); }",
      faults: []),
    Plant(
      name: "black", glsl: "void main() { gl_FragColor = vec4(vec3(0.04 * x * fract(TIME)), 1.0); }",
      faults: ["Black"]),
    Plant(
      name: "flat", glsl: "void main() { gl_FragColor = vec4(vec3(0.3 + 0.1 * x), 1.0); }", faults: ["Flat"]),
    Plant(
      name: "still", glsl: "void main() { gl_FragColor = vec4(isf_FragNormCoord, 0.0, 1.0); }",
      faults: ["Still", "Deaf"]),
    Plant(
      name: "deaf",
      glsl: "void main() { gl_FragColor = vec4(vec3(fract(isf_FragNormCoord.x + 0.1 * TIME)), 1.0); }",
      faults: ["Deaf"]),
    Plant(
      name: "deaf but for palette and flow", header: colours,
      glsl: "void main() { gl_FragColor = vec4(tint.rgb * fract(isf_FragNormCoord.x + 0.1 * flow), 1.0); }",
      faults: ["Deaf"]),
    Plant(
      name: "no number for half a second",
      glsl: """
        void main() {
          float hole = abs(TIME - 3.0) < 0.35 && isf_FragNormCoord.x < 0.1 ? sqrt(-1.0 - x) : 0.0;
          gl_FragColor = vec4(isf_FragNormCoord, 0.5 + 0.4 * sin(TIME + x) + hole, 1.0);
        }
        """, faults: ["Not a number"]),
    Plant(
      name: "flashing",
      glsl:
        "void main() { gl_FragColor = vec4(isf_FragNormCoord * step(0.5, fract(TIME * 4.0)), 0.1 * x, 1.0); }",
      faults: ["Flashes"]),
    Plant(
      name: "a deaf filter", header: filterEars,
      glsl: "void main() { gl_FragColor = vec4(IMG_THIS_PIXEL(inputImage).rgb * (0.9 + 0.0 * x), 1.0); }",
      kind: .filter, faults: ["Deaf"]),
    Plant(
      name: "a deaf transition", header: transitionEars,
      glsl: """
        void main() {
          float edge = step(isf_FragNormCoord.x + 0.0 * x, progress);
          gl_FragColor = mix(IMG_THIS_PIXEL(startImage), IMG_THIS_PIXEL(endImage), progress >= 1.0 ? 1.0 : edge);
        }
        """, kind: .transition, faults: ["Deaf"]),
    Plant(
      name: "a transition that stops short", header: transitionEars,
      glsl: """
        void main() {
          float p = progress * (0.9 + 0.05 * x);
          gl_FragColor = mix(IMG_THIS_PIXEL(startImage), IMG_THIS_PIXEL(endImage), p);
        }
        """, kind: .transition, faults: ["At progress 1"]),
    Plant(
      name: "a cut", header: transitionEars,
      glsl: """
        void main() {
          gl_FragColor = progress + 0.0 * x < 0.9 ? IMG_THIS_PIXEL(startImage) : IMG_THIS_PIXEL(endImage);
        }
        """, kind: .transition, faults: ["Deaf", "Half-way"]),
  ]
}

/// One of each fault, put to the very check that ours pass.
@MainActor @Suite("A preset that breaks the promise") struct BrokenPromiseTests {
  @Test("is told what is wrong with it, and nothing else", arguments: Plant.all)
  fileprivate func isCaught(plant: Plant) throws {
    let preset = try PresetParser.parse(
      text: "/*\(plant.header.split(separator: "\n").joined())*/\n\(plant.glsl)\n",
      path: "Presets/planted.fs",
      kind: plant.kind)
    let faults = try Promise.faults(of: preset, on: TestStage().stage)
    #expect(faults.count == plant.faults.count, "\(faults)")
    for fault in plant.faults { #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)") }
  }
}

/// The files of `Presets`, or of the folder that KINORA_PRESETS names.
enum BundledPresets {
  /// With the vertex shader beside it, where there is one.
  static func preset(_ path: String, kind: Preset.Kind? = nil) throws -> Preset {
    try PresetParser.parse(
      text: String(contentsOfFile: path, encoding: .utf8),
      vertexText: try? String(contentsOfFile: PresetParser.vertexPath(of: path), encoding: .utf8), path: path,
      kind: kind, library: library())
  }

  static var root: String {
    ProcessInfo.processInfo.environment["KINORA_PRESETS"]
      ?? #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Presets"
  }

  static var paths: [String] {
    ["Scenes", "Filters", "Transitions"].flatMap { folder in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
      return files.filter { $0.hasSuffix(".fs") }.sorted().map { root + "/" + folder + "/" + $0 }
    }
  }

  static func library() throws -> [String: String] {
    var library: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: root + "/Library")
    where file.hasSuffix(".glsl") {
      library[String(file.dropLast(5))] = try String(
        contentsOfFile: root + "/Library/" + file, encoding: .utf8)
    }
    return library
  }
}
