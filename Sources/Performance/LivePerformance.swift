import Capture
import Foundation
import Music
import Recording
import Scenery
import Session
import Staging

/// Performances in real time: to a room, or to a song that is rehearsed.
public enum LivePerformance {
  /// Performs to a capture device, or to the demo song where there is none.
  public static func perform(_ configuration: Configuration) throws(PerformanceError) {
    Interruption.listen()
    try requireDisplay()
    if let path = configuration.record {
      do throws(RecordingError) {
        try RecordingPlace.check(path, force: configuration.force)
      } catch {
        throw .recording(error)
      }
    }
    let ensemble = try Ensemble(configuration, usualSeed: UInt64.random(in: .min ... .max))
    let line = CaptureLine()
    let sound = try SoundIn.open(configuration.input, into: line)
    try run(ensemble, sound, line, configuration, takeFolder: takeFolder(configuration))
  }

  /// Plays a song with the show on it.
  public static func rehearse(
    song: String, speaker: String, _ configuration: Configuration
  ) throws(PerformanceError) {
    Interruption.listen()
    try requireDisplay()
    let ensemble = try Ensemble(configuration, usualSeed: OfflinePerformance.usualSeed)
    let line = CaptureLine()
    let sound = try SoundIn.play(song, aloudOn: speaker, into: line)
    try run(ensemble, sound, line, configuration, takeFolder: nil)
  }

  private static func run(
    _ ensemble: Ensemble, _ sound: SoundIn, _ line: CaptureLine, _ configuration: Configuration,
    takeFolder: String?
  ) throws(PerformanceError) {
    let overlay = try OverlaySource(configuration.overlay, songSeconds: sound.deck?.durationSeconds)
    let letters = try OverlayDesk(overlay)
    let window = try openWindow(configuration)
    let stage = try openStage(window)
    let clips = ClipTheatre(isLive: true, covering: stage.outputSize, cameras: ensemble.repertoire)
    stage.clips = clips
    var wardrobe = Wardrobe(
      ensemble.repertoire, library: Catalogue.library(in: ensemble.catalogue.folder))
    var ready = prepare(&wardrobe, on: stage)
    ready.events += clips.silentCameras().map { .cue(.failed($0), from: .stage) }
    if configuration.fullscreen { window.setFullscreen(true, onDisplay: configuration.display) }

    let grid = FrameGrid(framesPerSecond: configuration.framesPerSecond)
    let desk = RecordingDesk(
      header: header(ensemble, sound, configuration, stage: stage, window: window),
      presets: ensemble.takePresets,
      force: configuration.force)
    if let takeFolder { try desk.beginTake(in: takeFolder, overlay: overlay.forTake) }

    let first = Snapshot(moment: Moment(hop: HopIndex(0)), score: Score(onStage: .nobody))
    let conductor = ConductorThread(line: line, first: first)
    do { try sound.input.start(into: line) } catch { throw .other(error) }
    conductor.start(
      repertoire: ensemble.repertoire, seed: ensemble.seed, captions: letters.overlays.captions,
      opening: ready.events + ensemble.opening(), sinks: desk.take.map { [$0] } ?? [])
    let watcher = PresetWatcher(folder: ensemble.catalogue.folder)
    watcher.start()
    let inventor = InventionDesk()
    inventor.start()
    let show = ShowLoop(
      window: window, stage: stage, conductor: conductor, desk: desk, grid: grid, deck: sound.deck,
      watcher: watcher, wardrobe: wardrobe, configuration: configuration, letters: letters,
      clips: clips, inventor: inventor,
      inventions: InventionPlan(ensemble.invention, isTimed: true))
    let errors = (ensemble.catalogue.errors + ready.errors).map(\.description)
    for line in sound.notes + ensemble.complaints + errors {
      show.status.note(line)
    }
    if let path = configuration.record { try show.beginFilm(path) }
    letters.startWorking()
    show.run()
    show.endFilm()
    sound.input.stop()
    conductor.stop()
    watcher.stop()
    inventor.stop()
    letters.stop()
    clips.stop()
    for line in desk.close() { Terminal.write(line + "\n") }
    Terminal.write(show.tally.sentence + soundSentence(line) + "\n")
  }

  // MARK: Pieces

  /// SDL would quietly draw to memory where there is no display; a performer wants to know.
  private static func requireDisplay() throws(PerformanceError) {
    let environment = ProcessInfo.processInfo.environment
    let named = ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"].contains {
      environment[$0]?.isEmpty == false
    }
    guard named || FileManager.default.fileExists(atPath: "/dev/dri/card0") else { throw .noDisplay }
  }

  private static func openWindow(_ configuration: Configuration) throws(PerformanceError) -> Window {
    do {
      return try Window(
        WindowSettings(title: "Kinora", size: configuration.pixelSize, display: configuration.display))
    } catch {
      throw .other(error)
    }
  }

  private static func openStage(_ window: Window) throws(PerformanceError) -> Stage {
    do { return try Stage(window: window, images: Pictures.load) } catch { throw .other(error) }
  }

  private static func prepare(
    _ wardrobe: inout Wardrobe, on stage: Stage
  ) -> (events: [SessionEvent], errors: [PresetError]) {
    var status = StatusLine()
    try? stage.warmFinish()  // told when it is first drawn
    let ready = wardrobe.prepareAll(on: stage) { done, count in
      if Terminal.isWatched { status.show("Warming up: \(done + 1) of \(count) presets", atSeconds: 0) }
    }
    return ready
  }

  private static func header(
    _ ensemble: Ensemble, _ sound: SoundIn, _ configuration: Configuration, stage: Stage, window: Window
  ) -> SessionHeader {
    SessionHeader(
      appVersion: Version.text, build: "", seed: ensemble.seed, size: stage.outputSize,
      framesPerSecond: Int32(configuration.framesPerSecond), startUTC: StartTime.now.utc,
      title: sound.deck?.title ?? "Live performance", renderer: window.renderer)
  }

  /// Where the take goes; nil for none.
  private static func takeFolder(_ configuration: Configuration) -> String? {
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

  private static func soundSentence(_ line: CaptureLine) -> String {
    line.missingFrames == 0
      ? "; every sample frame heard." : "; \(line.missingFrames) sample frames missing."
  }
}

extension FrameTally {
  var sentence: String { "\(shown) pictures shown, \(skipped) grid steps skipped" }
}
