import Directing
import Foundation
import Music
import Scenery
import Staging

/// Invents scenes one after the other: composes candidates, plays them small, keeps the one that is newest and fits.
public final class SceneWorkshop {
  /// A scene that may be shown.
  public struct Invention {
    public var genome: Genome
    public var preset: Preset
    public var trial: SceneTrial
    public var novelty: Double
    /// What it took, the candidates that were left out included.
    public var seconds: Double
  }

  /// Candidates that pass the rails, of which one is chosen …
  public static let candidates = 5
  /// … and how many are tried at most for it.
  private static let mostTries = 16
  /// Where one passed, no other is tried after so long: it is to be ready within two bars.
  private static let patienceSeconds = 1.8
  /// Genomes drawn at most for one that has the wanted ingredient, and how much more likely that is made for them.
  private static let mostDraws = 200
  private static let wantedFavour = 20.0
  /// Who is chosen stays this much farther from the rails than it must: what is shown is longer than what is tried.
  private static let margin = 0.12

  public private(set) var inventor: SceneInventor
  /// Factors of ingredients' chances, from a brief.
  public var favours: [String: Double] {
    get { inventor.favours }
    set { inventor.favours = newValue }
  }
  /// An ingredient that every new scene contains; nil for any.
  public private(set) var wanted: String?
  private let library: [String: String]
  private let stage: Stage
  /// Whether a clock tells what is too slow; where the same must come out each time, only the budget does.
  private let isTimed: Bool
  private let isSoftware: Bool
  public private(set) var shown: [Invention] = []
  /// Every candidate so far, and why some were left out.
  public private(set) var tried = 0
  public private(set) var faults: [SceneTrial.Fault: Int] = [:]
  public private(set) var errors: [PresetError] = []

  /// - Parameter folder: of presets, with `Ingredients` and `Library`; nil looks for the one that came along.
  public init(
    presets folder: String? = nil, budget: Double = SceneInventor.usualBudget, isTimed: Bool = true
  ) throws(PerformanceError) {
    self.isTimed = isTimed
    let catalogue = try Catalogue.find(named: folder)
    library = Catalogue.library(in: catalogue.folder)
    let pantry = Pantry.grammar(in: catalogue.folder)
    errors = pantry.errors
    guard !pantry.grammar.ingredients.isEmpty else {
      throw .badOption(
        "There are no ingredients in \(catalogue.folder)/Ingredients: nothing can be invented.")
    }
    inventor = SceneInventor(pantry.grammar, budget: budget)
    stage = try OfflinePerformance.openStage(SceneTrial.size)
    isSoftware = PresetMeasuring.isSoftware(stage)
  }

  /// From now on every new scene contains an ingredient.
  ///
  /// - Throws: where there is none of this name.
  public func want(_ name: String) throws(PerformanceError) {
    guard inventor.grammar[name] != nil else {
      let likely = inventor.grammar.ingredients.keys.sorted().filter {
        $0.lowercased().hasPrefix(name.prefix(2).lowercased())
      }
      let hint = likely.isEmpty ? "" : " Did you mean \(likely.joined(separator: ", "))?"
      throw .badOption("There is no ingredient “\(name)” in Presets/Ingredients.\(hint)")
    }
    wanted = name
    favours[name] = Self.wantedFavour
  }

  /// The text and the preset of a genome.
  ///
  /// - Throws: why it is no scene: a fault of an ingredient.
  public func preset(of genome: Genome, name: String) throws(PresetError) -> Preset {
    let text = try SceneWriter.text(of: genome, by: inventor.grammar)
    let preset = try PresetParser.parse(text: text, path: "\(name).fs", kind: .scene, library: library)
    guard preset.isProvenToEnd else {
      throw PresetError(path: preset.path, reason: "its text doesn't prove that it ends")
    }
    return preset
  }

  /// Plays a scene small.
  public func trial(
    of preset: Preset, palette: Palette, music: SceneTrial.Music = .loud, margin: Double = 0,
    fromSeconds: Double = 0
  ) -> SceneTrial {
    SceneTrial.play(
      preset, on: stage, palette: palette, music: music, margin: margin, fromSeconds: fromSeconds
    ) { self.seconds }
  }

  /// Whether the scene still stands when it has been on for a while, and when the music is another.
  ///
  /// The trial sees a chorus from the entrance on; a scene stays for half a minute, through verses too.
  private func lasts(_ invention: Invention, _ palette: Palette) -> Bool {
    for (music, start) in [(SceneTrial.Music.gentle, 5.0), (.loud, 11)] {
      let later = trial(
        of: invention.preset, palette: palette, music: music, margin: Self.margin, fromSeconds: start)
      guard later.isPassed else {
        for fault in later.faults { faults[fault, default: 0] += 1 }
        return false
      }
    }
    return true
  }

  /// Where the processor draws, its own time, which other work doesn't lengthen.
  private var seconds: Double {
    isTimed ? Double(PresetMeasuring.nanoseconds(isSoftware: isSoftware)) * 1e-9 : 0
  }

  /// The preset with its costs in its header.
  func costed(_ invention: Invention) throws -> Preset {
    let costs = try PresetMeasuring(on: stage).roughCosts(of: invention.preset)
    let text = try SceneWriter.text(of: invention.genome, by: inventor.grammar, costs: costs)
    return try PresetParser.parse(text: text, path: invention.preset.path, kind: .scene, library: library)
  }

  /// Invents the next scene; nil where no candidate may be shown.
  ///
  /// - Parameter parent: the scene that candidates are children of; nil for new ones.
  public func next(seed: UInt64, mood: Mood, palette: Palette, parent: Genome? = nil) -> Invention? {
    let start = seconds
    var passed: [(worth: Double, invention: Invention)] = []
    let known = shown.compactMap { $0.trial.descriptor?.numbers }
    for ordinal in 0..<Self.mostTries where passed.count < Self.candidates {
      if !passed.isEmpty, seconds - start > Self.patienceSeconds { break }
      var chance = SeededGenerator(seed: seed, purpose: "candidate", ordinal: UInt64(ordinal))
      guard
        let genome = parent.map({ child(of: $0, seed: chance.next(), mood) })
          ?? wantedCandidate(chance.next(), mood)
      else { continue }
      tried += 1
      do throws(PresetError) {
        let preset = try preset(of: genome, name: "invented-\(seed)")
        let trial = trial(of: preset, palette: palette, margin: Self.margin)
        for fault in trial.faults { faults[fault, default: 0] += 1 }
        if let error = trial.error { throw error }
        guard trial.isPassed, let descriptor = trial.descriptor else { continue }
        let novelty = Choosing.novelty(of: descriptor.numbers, after: known)
        let worth =
          (1 + inventor.match(of: genome))
          * Choosing.worth(
            novelty: novelty, edges: Double(descriptor.edges), motion: Double(descriptor.motion),
            contrast: Double(trial.contrast), mood: mood)
        passed.append(
          (worth, Invention(genome: genome, preset: preset, trial: trial, novelty: novelty, seconds: 0)))
      } catch {
        errors.append(error)
      }
    }
    // The best that lasts; repetitions only where there is nothing else.
    let ranked = passed.sorted { ($0.worth, $0.invention.novelty) > ($1.worth, $1.invention.novelty) }
    guard var chosen = ranked.first(where: { lasts($0.invention, palette) })?.invention else { return nil }
    chosen.seconds = seconds - start
    shown.append(chosen)
    return chosen
  }

  /// Numbers moved, a branch grown anew, or one taken from elsewhere.
  private func child(of parent: Genome, seed: UInt64, _ mood: Mood) -> Genome {
    var chance = SeededGenerator(seed: seed, purpose: "child")
    let moved = inventor.mutatedConstants(of: parent, seed: seed, amount: 0.35)
    switch chance.unit() {
    case ..<0.35: return moved
    case ..<0.7: return inventor.mutatedStructure(of: moved, seed: seed)
    default: return inventor.crossed(moved, with: inventor.invent(seed: seed, mood: mood), seed: seed)
    }
  }

  /// One with the wanted ingredient; nil where it hardly ever comes.
  private func wantedCandidate(_ seed: UInt64, _ mood: Mood) -> Genome? {
    guard let wanted else { return candidate(seed, mood) }
    var chance = SeededGenerator(seed: seed, purpose: "wanted")
    return (0..<Self.mostDraws).lazy.map { _ in self.candidate(chance.next(), mood) }
      .first { $0.ingredients.contains(wanted) }
  }

  /// Most are grown anew; some are children of what was shown.
  private func candidate(_ seed: UInt64, _ mood: Mood) -> Genome {
    var chance = SeededGenerator(seed: seed, purpose: "origin")
    let way = chance.unit()
    let past = shown.map(\.genome)
    guard past.count > 3, way < 0.2 else { return inventor.invent(seed: seed, mood: mood, after: past) }
    let one = past[chance.index(below: past.count)]
    let fresh = inventor.invent(seed: seed, mood: mood, after: past)
    return way < 0.1
      ? inventor.mashed(fresh, with: one, seed: seed) : inventor.crossed(fresh, with: one, seed: seed)
  }
}
