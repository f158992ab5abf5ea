import Directing
import Recording
import Scenery
import Session

/// What a performance starts from: presets that could be read, the show's choice among them, and the seed.
struct Ensemble {
  let catalogue: Catalogue
  let repertoire: Repertoire
  let seed: UInt64
  /// What is odd about clips, or why some can't be used.
  let complaints: [String]
  /// What the show wants.
  private(set) var intent: Intent?
  /// Grade, look and filters that the show begins with, and the inputs that a hand holds from the start.
  private let rest: [SessionEvent]
  let invention: InventionSetting
  /// What is written over the pictures.
  let overlay: OverlayWish

  /// - Parameters:
  ///   - usualSeed: what is used where neither the user nor the show names a seed.
  ///   - isOnStage: what the show can do without is told and no error.
  init(
    _ configuration: Configuration, usualSeed: UInt64, isOnStage: Bool = true
  ) throws(PerformanceError) {
    let show = try configuration.show.map { path throws(PerformanceError) in try Show(path: path) } ?? Show()
    let admission = Admission()
    catalogue = try Catalogue.find(named: configuration.presets).admitted(by: admission)
    var repertoire = try show.repertoire(from: catalogue)
    let ownFaults = Self.completeClips(of: &repertoire)
    var wish = configuration
    if wish.clips.isEmpty { wish.clips = show.clips }
    let clipFaults = try Self.addClips(to: &repertoire, wish)
    overlay = configuration.overlay.over(show.overlay)
    let choice = FinishingChoice(
      configuration, show, BriefDesk.staging(of: configuration.brief ?? show.brief), in: repertoire)
    let finishing = try choice.opening(
      in: &repertoire, library: Catalogue.library(in: catalogue.folder), admission)
    let (intent, understood, trouble) = BriefDesk.intent(
      brief: configuration.brief ?? show.brief, show, in: repertoire)
    if let trouble, !isOnStage { throw trouble }
    self.intent = intent
    self.repertoire = repertoire
    seed = configuration.seed ?? show.seed ?? usualSeed
    complaints =
      ownFaults + clipFaults + understood + [choice.told].compactMap { $0 }
      + (trouble.map { ["\($0)"] } ?? [])
    invention = InventionSetting(
      isOn: configuration.invent ?? show.invent ?? false, seed: seed, presets: catalogue.folder,
      brief: configuration.brief ?? show.brief, intent: intent ?? Intent())
    rest = finishing + (show.held + configuration.held).map(\.event)
  }

  /// What a performance begins with.
  ///
  /// - Parameter songSeconds: the song's length where it is known: the show's idea then ends with it.
  func opening(songSeconds: Double? = nil) -> [SessionEvent] {
    var intent = intent
    if let songSeconds, songSeconds > 0 {
      intent = intent ?? Intent()
      intent?.songSeconds = Float(songSeconds)
    }
    return (intent.map { [.intent($0)] } ?? []) + rest
  }

  /// Wants less of what past performances showed.
  ///
  /// - Returns: what the performer should know.
  mutating func freshen() -> [String] { MemoryDesk.freshen(&intent, in: repertoire) }

  /// Looks through the clips that scenes of the catalogue show.
  ///
  /// - Returns: why some can't be used; those scenes are left out.
  private static func completeClips(of repertoire: inout Repertoire) -> [String] {
    var complaints: [String] = []
    for index in repertoire.indices(of: .scene) {
      guard var preset = repertoire[index], preset.header.kinora.clip != nil else { continue }
      do {
        try ClipFacts.complete(&preset)
        repertoire.add(preset)
      } catch {
        complaints.append("\(preset.path): \(error)")
        repertoire.remove(index)
      }
    }
    return complaints
  }

  /// Brings clips into the repertoire.
  ///
  /// - Returns: what the performer should know of them.
  private static func addClips(
    to repertoire: inout Repertoire, _ configuration: Configuration
  ) throws(PerformanceError) -> [String] {
    guard !configuration.clips.isEmpty || configuration.camera != nil else { return [] }
    let presets = repertoire.presets.compactMap { $0 }
    var folder = ClipFolder(taken: presets.filter { $0.kind == .scene }.map(\.name))
    var status = StatusLine()
    for path in configuration.clips {
      try folder.add(path) { done, count in
        if Terminal.isWatched { status.show("Looking at clips: \(done + 1) of \(count)", atSeconds: 0) }
      }
    }
    if let camera = configuration.camera { try folder.add(camera: camera) }
    let others = configuration.onlyClips ? presets.filter { $0.kind != .scene } : presets
    repertoire = Repertoire(others + folder.presets)
    return folder.complaints
  }

  /// The presets with their exact texts, as a take keeps them.
  var takePresets: [TakePreset] {
    let library = Catalogue.library(in: catalogue.folder)
    return repertoire.presets.indices.compactMap { position in
      repertoire.presets[position].map {
        TakePreset(
          $0, at: PresetIndex(Int32(position)), library: library, images: Pictures.files(of: $0))
      }
    }
  }
}
