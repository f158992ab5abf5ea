import Directing
import Foundation
import Music
import Scenery

/// What the process that invents is asked for: a line of JSON.
struct InventionOrder: Codable, Sendable, Equatable {
  /// The folder of presets whose ingredients are used.
  var presets: String
  /// Counted from 1 in a show; part of the scene's name.
  var ordinal: Int
  var seed: UInt64
  var valence: Float
  var arousal: Float
  /// Shade, deep, base, light and accent: red, green and blue of each, in which candidates are judged.
  var colours: [Float]
  /// Factors of ingredients' chances.
  var favours: [String: Double] = [:]
  /// A scene whose child is wanted.
  var parent: Genome?
  /// Whether a clock judges and costs are measured: not where the same scene must come out each time.
  var isTimed: Bool
  /// A hand asked: it comes at the next bar line, not with the next change.
  var isByHand = false

  var mood: Mood { Mood(valence: valence, arousal: arousal, confidence: 1) }

  var palette: Palette {
    func colour(_ place: Int) -> Colour {
      guard colours.count == 15 else { return Palette.neutral.base }
      return Colour(red: colours[3 * place], green: colours[3 * place + 1], blue: colours[3 * place + 2])
    }
    return Palette(shade: colour(0), deep: colour(1), base: colour(2), light: colour(3), accent: colour(4))
  }

  static func colours(of palette: Palette) -> [Float] {
    [palette.shade, palette.deep, palette.base, palette.light, palette.accent].flatMap {
      [$0.red, $0.green, $0.blue]
    }
  }
}

/// What came of an order: a line of JSON.
struct InventionReply: Codable, Sendable, Equatable {
  /// The preset's file; nil where nothing may be shown.
  var text: String?
  var name = ""
  /// What it shows and what was left out, or why there is nothing.
  var sentence: String
  var isByHand = false
  /// From the order to the reply.
  var seconds: Double?

  /// The invented scene.
  ///
  /// - Throws: why there is none.
  func preset(library: [String: String]) throws(PresetError) -> Preset {
    guard let text else { throw PresetError(path: "invention", reason: sentence) }
    return try PresetParser.parse(text: text, path: "\(name).fs", kind: .scene, library: library)
  }
}

extension Genome {
  /// A name in plain words: what is seen, or of what it is made.
  func words(in grammar: Grammar) -> String {
    let known = ingredients.compactMap { grammar[$0] }
    let things = known.map(\.subject).filter { !$0.isEmpty }
    let parts =
      things.isEmpty ? Array(known.filter { $0.gives != .coordinate }.map(\.name).prefix(2)) : things
    return Self.hyphened(parts.prefix(3).joined(separator: " "))
  }

  /// “oneTree and sky” → “one-tree-and-sky”.
  private static func hyphened(_ text: String) -> String {
    var name = ""
    for character in text {
      if character.isUppercase { name += "-" }
      name += character.isLetter || character.isNumber ? character.lowercased() : "-"
    }
    return name
  }
}
