import Foundation
import Music
import Scenery
import Testing

@testable import Directing

/// The ingredients that ship, and what is composed of them.
struct InventionTests {
  private static let presets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Presets").standardized.path

  private static func texts(_ folder: String) throws -> [String: String] {
    var texts: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: presets + "/" + folder) {
      let path = "\(presets)/\(folder)/\(file)"
      texts[String(file.dropLast(5))] = try String(contentsOfFile: path, encoding: .utf8)
    }
    return texts
  }

  private let inventor: SceneInventor
  private let library: [String: String]

  init() throws {
    let ingredients = try Self.texts("Ingredients").map {
      try IngredientReader.read($1, path: "Ingredients/\($0).glsl")
    }
    inventor = SceneInventor(Grammar(ingredients))
    library = try Self.texts("Library")
  }

  private func preset(_ genome: Genome) throws -> Preset {
    try PresetParser.parse(
      text: SceneWriter.text(of: genome, by: inventor.grammar), path: "invented.fs", kind: .scene,
      library: library)
  }

  @Test func everyFamilyGivesSoundScenesThatEndAndComeBackFromTheirFile() throws {
    for (ordinal, family) in InventionFamily.allCases.enumerated() {
      for seed in 0..<12 {
        let mood = Mood(valence: Float(seed % 3) - 1, arousal: Float(seed % 2), confidence: 1)
        let genome = inventor.invent(seed: UInt64(100 * ordinal + seed), mood: mood, family: family)
        let isSound = inventor.isSound(genome)
        #expect(isSound, "\(family) \(seed)")
        let preset = try preset(genome)
        #expect(preset.isProvenToEnd, "\(family) \(seed)")
        #expect(Genome(of: preset) == genome)
      }
    }
  }

  @Test func sameArgumentsGiveTheSameSceneAndOthersAnother() {
    let mood = Mood(valence: 0.2, arousal: 0.4, confidence: 1)
    let one = inventor.invent(seed: 5, mood: mood)
    #expect(inventor.invent(seed: 5, mood: mood) == one)
    #expect(inventor.invent(seed: 6, mood: mood).root != one.root)
  }

  @Test func childrenAreSoundAndDifferFromTheirParents() throws {
    let mood = Mood(valence: 0, arousal: 0, confidence: 1)
    var changed = 0
    for seed in 0..<24 {
      let one = inventor.invent(seed: UInt64(seed), mood: mood)
      let two = inventor.invent(seed: UInt64(seed + 500), mood: mood)
      let moved = inventor.mutatedConstants(of: one, seed: 9)
      #expect(moved.ingredients == one.ingredients)
      for child in [
        moved, inventor.mutatedStructure(of: one, seed: 9), inventor.crossed(one, with: two, seed: 9),
        inventor.mashed(one, with: two, seed: 9),
      ] {
        let isSound = inventor.isSound(child)
        #expect(isSound)
        #expect(try preset(child).isProvenToEnd)
        changed += child.root == one.root ? 0 : 1
      }
    }
    #expect(changed > 60)  // of 96; a cross finds no fitting branch now and then
  }

  @Test func badIngredientsAreNamedWithTheirLine() {
    func complaint(_ text: String) -> String {
      do {
        _ = try IngredientReader.read(text, path: "odd.glsl")
        return ""
      } catch { return error.description }
    }
    let head = "// Odd.\n// signature: coordinate -> scalar\n// families: field\n"
    #expect(
      complaint("// Odd.\n// signature: place -> scalar\n").hasPrefix("odd.glsl:2: names the type “place”"))
    #expect(complaint(head + "// slot: size 2..1\n").hasPrefix("odd.glsl:4: wants “slot:"))
    #expect(complaint(head + "// slot: size 1..2 loudness\n").contains("names the signal “loudness”"))
    #expect(
      complaint(head + "\nfloat odd(vec2 p, float size) { return size; }").hasPrefix(
        "odd.glsl:5: “odd” must take"))
    #expect(complaint(head + "float odd(vec2 p) { return p.x; }") == "")
  }
}
