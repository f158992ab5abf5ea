import Directing
import Foundation
import Scenery

/// Turns a brief and a show's wishes into what the director is told.
public enum BriefDesk {
  private static let usualFolder = "/usr/share/wordnet"

  private static var folder: String {
    ProcessInfo.processInfo.environment["KINORA_WORDNET"] ?? usualFolder
  }

  /// The lexicon that briefs are read with, where it is installed.
  static func usualLexicon() -> WordNet? { lexicon(in: folder) }

  /// WordNet's files in a folder; nil where they aren't there.
  public static func lexicon(in folder: String) -> WordNet? {
    WordNet(file: { name in FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) } })
  }

  /// The light, weather and medium that a brief asks for; nothing where there is none or nothing to read it with.
  static func staging(of brief: String?) -> BriefStaging {
    guard let brief, let lexicon = usualLexicon() else { return BriefStaging() }
    return BriefCasting(lexicon).staging(of: brief)
  }

  /// - Returns: the intent, nil where nothing is wished; what was understood; and why the words can't be read, if they
  ///   can't.
  static func intent(
    brief: String?, _ show: Show, in repertoire: Repertoire
  ) -> (intent: Intent?, understood: [String], trouble: PerformanceError?) {
    var intent = Intent()
    var notes: [String] = []
    var trouble: PerformanceError?
    let words = [brief, show.palette].compactMap { $0 }.joined(separator: ", ")
    if !words.isEmpty {
      if let lexicon = usualLexicon() {
        intent = BriefCasting(lexicon).intent(of: words, among: repertoire)
        notes.append(intent.understood)
      } else {
        trouble = .noLexicon(folder: folder)
      }
    }
    for (name, weight) in show.weights {
      guard let index = repertoire.index(ofName: name, kind: .scene) else { continue }
      while intent.weights.count <= Int(index.value) { intent.weights.append(1) }
      intent.weights[Int(index.value)] *= weight
    }
    intent.cutsPerMinute = show.ceilings.cutsPerMinute ?? 0
    intent.motionCeiling = show.ceilings.motion ?? 1
    intent.contrastCeiling = show.ceilings.contrast ?? 0
    if let idea = show.idea { intent.ideaWeights = Intent.ideas.map { $0.name == idea ? 1 : 0 } }
    intent.acts = show.acts.map { $0.planned(in: repertoire) }
    return (intent == Intent() ? nil : intent, notes, trouble)
  }
}
