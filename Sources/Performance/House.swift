import Capture
import Foundation
import Music
import Recording
import Scenery
import Session
import Staging

/// Window and stage: what stands through a whole evening, whatever is played in it.
final class House {
  let window: Window
  let stage: Stage

  init(_ configuration: Configuration) throws(PerformanceError) {
    do {
      window = try Window(
        WindowSettings(title: "Kinora", size: configuration.pixelSize, display: configuration.display))
      stage = try Stage(window: window, images: Pictures.load)
    } catch {
      throw .other(error)
    }
    if configuration.fullscreen { window.setFullscreen(true, onDisplay: configuration.display) }
  }

  /// Plays one performance from its first hop to its end.
  ///
  /// - Parameters:
  ///   - part: says when it is over by itself; nil for a performance that stands alone.
  ///   - isLast: nobody waits for another part after it.
  /// - Returns: whether the evening is over with it.
  @discardableResult
  func play(
    _ ensemble: Ensemble, _ sound: SoundIn, _ line: CaptureLine, _ configuration: Configuration,
    takeFolder: String?, notes: [String] = [], part: PartWatch? = nil, isLast: Bool = true
  ) throws(PerformanceError) -> Bool {
    let overlay = try OverlaySource(ensemble.overlay, songSeconds: sound.deck?.durationSeconds)
    let letters = try OverlayDesk(overlay)
    let clips = ClipTheatre(isLive: true, covering: stage.outputSize, cameras: ensemble.repertoire)
    stage.clips = clips
    stage.beginRepertoire()
    stage.compileBeside()
    let wardrobe = Wardrobe(
      ensemble.repertoire, library: Catalogue.library(in: ensemble.catalogue.folder))
    let silent = clips.silentCameras().map { SessionEvent.cue(.failed($0), from: .stage) }

    let grid = FrameGrid(framesPerSecond: configuration.framesPerSecond)
    let desk = RecordingDesk(
      header: header(ensemble, sound, configuration), presets: ensemble.takePresets,
      force: configuration.force)
    if let takeFolder { try desk.beginTake(in: takeFolder, overlay: overlay.forTake) }

    let first = Snapshot(moment: Moment(hop: HopIndex(0)), score: Score(onStage: .nobody))
    let conductor = ConductorThread(line: line, first: first)
    let tally = ShownTally()
    do { try sound.input.start(into: line) } catch { throw .other(error) }
    conductor.start(
      repertoire: ensemble.repertoire, seed: ensemble.seed, captions: letters.overlays.captions,
      opening: silent + ensemble.opening(), sinks: [tally] + (desk.take.map { [$0] } ?? []))
    let watcher = PresetWatcher(folder: ensemble.catalogue.folder)
    watcher.start()
    let inventor = InventionDesk()
    inventor.start()
    let show = ShowLoop(
      window: window, stage: stage, conductor: conductor, desk: desk, grid: grid, deck: sound.deck,
      watcher: watcher, wardrobe: wardrobe, configuration: configuration, letters: letters,
      clips: clips, inventor: inventor, inventions: InventionPlan(ensemble.invention, isTimed: true))
    show.part = part
    let errors = ensemble.catalogue.errors.map(\.description)
    for line in sound.notes + ensemble.complaints + notes + errors {
      show.status.note(line)
    }
    if let path = configuration.record { try show.beginFilm(path) }
    letters.startWorking()
    show.run()
    show.endFilm(isLast: isLast || show.endsEvening)
    sound.input.stop()
    conductor.stop()
    watcher.stop()
    inventor.stop()
    letters.stop()
    clips.stop()
    for line in desk.close() { Terminal.write(line + "\n") }
    if configuration.remembers, takeFolder != nil { remember(tally, desk.header, ensemble) }
    Terminal.write(show.tally.sentence + Self.soundSentence(line) + "\n")
    Terminal.write(Self.costSentence(show) + "\n")
    return show.endsEvening
  }

  private func remember(_ tally: ShownTally, _ header: SessionHeader, _ ensemble: Ensemble) {
    let trouble = MemoryDesk.remember(
      tally.shown, title: header.title, startUTC: header.startUTC, idea: ensemble.intent?.brief ?? "",
      in: ensemble.repertoire)
    if let trouble { Terminal.write(trouble + "\n") }
  }

  private func header(
    _ ensemble: Ensemble, _ sound: SoundIn, _ configuration: Configuration
  ) -> SessionHeader {
    // The title's own line; those after it are smaller print.
    let named = ensemble.overlay.title?.split(separator: "|").first.map(String.init)
    return SessionHeader(
      appVersion: Version.text, build: "", seed: ensemble.seed, size: stage.outputSize,
      framesPerSecond: Int32(configuration.framesPerSecond), startUTC: StartTime.now.utc,
      title: named ?? sound.deck?.title ?? "Live performance", renderer: window.renderer)
  }

  private static func costSentence(_ show: ShowLoop) -> String {
    let first = show.firstPictureSeconds.map { "First picture \(Reports.decimal($0)) s after the command; " }
    return (first ?? "") + "at most \(ProcessAge.peakMebibytes) MiB of memory."
  }

  private static func soundSentence(_ line: CaptureLine) -> String {
    line.missingFrames == 0
      ? "; every sample frame heard." : "; \(line.missingFrames) sample frames missing."
  }
}

/// Where a live performance writes its take.
enum TakePlace {
  /// Nil for none.
  static func folder(_ configuration: Configuration) -> String? {
    switch configuration.take {
    case .none: return nil
    case .folder(let path): return path
    case .byDate:
      if let record = configuration.record {
        let name = (record as NSString).deletingPathExtension + ".kinora"
        return configuration.force ? name : RecordingPlace.freeName(name)
      }
      let takes = NSHomeDirectory() + "/Kinora/Takes"
      try? FileManager.default.createDirectory(atPath: takes, withIntermediateDirectories: true)
      return RecordingPlace.freeName("\(takes)/\(StartTime.now.fileName).kinora")
    }
  }
}
