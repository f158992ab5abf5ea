import Directing
import Foundation
import Scenery

/// The ingredients on disk.
public enum Pantry {
  /// Reads `Ingredients` in a folder of presets; one that can't be read is told and left out.
  public static func grammar(in folder: String) -> (grammar: Grammar, errors: [PresetError]) {
    let room = folder + "/Ingredients"
    var ingredients: [Ingredient] = []
    var errors: [PresetError] = []
    for file in ((try? FileManager.default.contentsOfDirectory(atPath: room)) ?? []).sorted()
    where file.hasSuffix(".glsl") && !file.hasPrefix(".") {
      do throws(PresetError) {
        ingredients.append(
          try IngredientReader.read(try Catalogue.text(of: room + "/" + file), path: room + "/" + file))
      } catch {
        errors.append(error)
      }
    }
    return (Grammar(ingredients), errors)
  }
}
