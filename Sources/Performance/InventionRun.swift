import Directing
import Foundation
import Media
import Music
import Scenery
import Staging

/// `kinora invent`: writes scenes as files that can be checked, edited and shown like any other.
public enum InventionRun {
  /// - Parameters:
  ///   - valence, arousal: where in the mood plane, each −1…1.
  ///   - wanted: an ingredient that every scene contains; nil for any.
  ///   - output: a folder, made where it isn't there.
  public static func run(
    seed: UInt64, valence: Float, arousal: Float, count: Int, with wanted: String? = nil, presets: String?,
    into output: String, force: Bool
  ) throws(PerformanceError) {
    let mood = Mood(valence: valence, arousal: arousal, confidence: 1)
    let workshop = try SceneWorkshop(presets: presets)
    for error in workshop.errors { Terminal.write("\(error)\n") }
    if let wanted { try workshop.want(wanted) }
    do { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) } catch {
      throw .other(error)
    }
    for ordinal in 0..<count {
      var chance = SeededGenerator(seed: seed, purpose: "invent", ordinal: UInt64(ordinal))
      let palette = Self.palette(mood, home: chance.unit())
      guard let scene = workshop.next(seed: chance.next(), mood: mood, palette: palette) else {
        throw .badOption(complaint(about: workshop, seed: seed))
      }
      let path = "\(output)/invented-\(seed)-\(ordinal + 1).fs"
      if !force, FileManager.default.fileExists(atPath: path) {
        throw .badOption("\(path) exists: choose another folder or seed, or add --force.")
      }
      do { try scene.preset.source.write(toFile: path, atomically: true, encoding: .utf8) } catch {
        throw .other(error)
      }
      print("\(path): \(scene.preset.header.description)")
    }
  }

  /// Why nothing could be invented: what the guard rails found, most frequent first.
  private static func complaint(about workshop: SceneWorkshop, seed: UInt64) -> String {
    let faults = workshop.faults.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let list = faults.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
    let found = list.isEmpty ? "" : " \(workshop.tried) were tried and left out: \(list)."
    let errors = workshop.errors.last.map { " \($0)." } ?? ""
    return "No scene could be invented with seed \(seed): try another, or another mood.\(found)\(errors)"
  }

  /// The colours of a mood, about a leading hue of its own.
  public static func palette(_ mood: Mood, home: Double) -> Palette {
    Palette(mood: mood, hue: MoodHue(home: home).target(of: mood, atSeconds: 0))
  }
}
