import Capture
import Control
import Directing
import Foundation
import Music
import Scenery
import Session
import Staging

/// The stage's side of a show, on the main thread: hands, news, one picture after the other.
final class ShowLoop {
  let window: Window
  let stage: Stage
  let conductor: ConductorThread
  let desk: RecordingDesk
  let grid: FrameGrid
  /// The deck that plays a song; nil when a room is heard.
  let deck: PacedInput?
  let watcher: PresetWatcher
  let letters: OverlayDesk
  let clips: ClipTheatre
  let inventor: InventionDesk
  var inventions: InventionPlan
  var wardrobe: Wardrobe
  var configuration: Configuration
  var status = StatusLine()
  var isOver = false
  /// A part of a set list and when it is over by itself; nil for a performance that stands alone.
  var part: PartWatch?
  /// Over with the whole evening, and not with this part alone.
  var endsEvening = false
  var showsStatus = true
  /// Stream time at which the picture stands while a rehearsal is paused.
  var frozenSeconds: Double?
  var quitAskedAt: Int64?
  var loopStart: Double?
  let clock = WallClock()
  let keys = KeyMap()
  private(set) var lastFrame: Int64 = -1
  private(set) var tally = FrameTally()
  private var governor: ResolutionGovernor
  /// How long a picture takes to draw, smoothed, seconds: a frame is begun that much before its light leaves.
  private var drawSeconds = 0.010
  /// From the command to the first picture of a scene.
  private(set) var firstPictureSeconds: Double?
  private var trouble = ""
  private var nextStatus: Int64 = 0
  private let begin: Int64

  private static let statusIntervalNanoseconds: Int64 = 250_000_000

  init(
    window: Window, stage: Stage, conductor: ConductorThread, desk: RecordingDesk, grid: FrameGrid,
    deck: PacedInput?, watcher: PresetWatcher, wardrobe: Wardrobe, configuration: Configuration,
    letters: OverlayDesk, clips: ClipTheatre, inventor: InventionDesk, inventions: InventionPlan
  ) {
    self.window = window
    self.stage = stage
    self.conductor = conductor
    self.desk = desk
    self.grid = grid
    self.deck = deck
    self.watcher = watcher
    self.letters = letters
    self.clips = clips
    self.inventor = inventor
    self.inventions = inventions
    self.wardrobe = wardrobe
    self.configuration = configuration
    governor = ResolutionGovernor(framesPerSecond: grid.framesPerSecond)
    begin = clock.now()
  }

  /// Performs until somebody, or `--for`, ends it.
  func run() {
    while !isOver {
      for event in window.events() { take(event) }
      hearNews()
      drawFrame()
      tellStatus()
      endWhenItIsTime()
    }
    status.close()
  }

  /// The snapshot that pictures are drawn from now.
  var snapshot: Snapshot { conductor.snapshots.value() }

  /// Stream time now, seconds.
  var streamSeconds: Double { conductor.anchors.value().seconds(atNanoseconds: clock.now()) }

  /// Song time less stream time: a deck may have been sought, a room is heard from its beginning.
  private var songShift: Double { deck.map { $0.positionSeconds - (frozenSeconds ?? streamSeconds) } ?? 0 }

  // MARK: Pictures

  private func drawFrame() {
    let anchor = conductor.anchors.value()
    let frame = nextFrame(anchor)
    let due = grid.time(ofFrame: frame).seconds
    let deadline = anchor.nanoseconds(atSeconds: due)
    let started = clock.now()
    let snapshot = snapshot
    var plan = snapshot.plan(atSeconds: frozenSeconds ?? due)
    letters.write(into: &plan, snapshot, songShift: songShift, on: stage)
    if plan.incoming == nil, let change = snapshot.score.change, change.progress < 0 {
      clips.expect(change.incoming, in: wardrobe.repertoire)
    }
    let onStage = wardrobe.repertoire[(snapshot.score.change?.incoming ?? snapshot.score.onStage).scene]
    let isSmaller = governor.expect(onStage?.header.kinora.costs ?? [])
    if isSmaller { fitPicture() }
    stage.draw(plan)
    stage.finish()
    if let film = desk.film, frame >= film.firstFrame {
      film.output.add(frame: frame - film.firstFrame) { stage.readPixels(into: $0) }
    }
    let spent = Double(clock.now() - started) * 1e-9
    drawSeconds += 0.1 * (spent - drawSeconds)
    if governor.drew(inSeconds: spent, steps: onStage?.header.kinora.steps ?? 0) { fitPicture() }
    clock.sleep(until: deadline)
    stage.present()
    if firstPictureSeconds == nil, stage.isReady(plan.outgoing.appearance.scene) {
      firstPictureSeconds = ProcessAge.seconds
    }
    tally.count(
      skipped: lastFrame < 0 ? 0 : frame - lastFrame - 1, atNanoseconds: clock.now(), size: stage.size)
    lastFrame = frame
  }

  private func fitPicture() {
    stage.size = Stage.smoothSize(governor.size(for: stage.outputSize))
    stage.economy = governor.economy
  }

  /// The first frame of the grid whose picture can be drawn before its light must leave.
  private func nextFrame(_ anchor: StreamAnchor) -> Int64 {
    let earliest = anchor.seconds(atNanoseconds: clock.now()) + drawSeconds
    return max(lastFrame + 1, grid.frame(at: SampleTime(seconds: max(0, earliest))) + 1)
  }

  // MARK: News

  private func hearNews() {
    hearWardrobe()
    for news in watcher.news.empty() { take(news) }
    hearInventions()
    for note in conductor.notes.empty() { take(note) }
    for change in clips.changes() {
      let cue: Cue = change.isThere ? .ready(change.scene) : .failed(change.scene)
      conductor.events.post(.cue(cue, from: .stage))
    }
    for note in letters.notes() + clips.notes() { status.note(note) }
    // Whoever is still being compiled isn't ready, and that is no fault.
    for fault in stage.faults() where !wardrobe.isAwaited(fault.preset) {
      tellTrouble(fault.description)
      conductor.events.post(.fault(fault.description))
      if !stage.isReady(fault.preset) { conductor.events.post(.cue(.failed(fault.preset), from: .stage)) }
    }
    for fault in desk.faults() {
      if fault.endsRecording { tellTrouble(fault.sentence) } else { status.note(fault.sentence) }
    }
  }

  private func take(_ news: PresetWatcher.News) {
    do throws(PresetError) {
      wardrobe.order(try news.get(), from: .file, on: stage)
    } catch {
      tellTrouble("\(error) (the old one stays)")
    }
  }

  /// The preset that was saved is on stage.
  func tellReloaded(_ replacement: Wardrobe.Replacement) {
    trouble = ""
    status.note("\(replacement.preset.entry.name): \(replacement.isNew ? "new" : "reloaded")")
  }

  private func take(_ note: Note) {
    switch note {
    case .decision(let line): status.note(line)
    case .trouble(let sentence): tellTrouble(sentence)
    case .sound(.lost(let reason)): tellTrouble(reason)
    case .sound(.found(let description)):
      trouble = ""
      status.note("Sound found again: \(description)")
    case .sound(.gap(let first, let frames, let reason)):
      status.note("\(clockText(first.seconds)): \(frames) sample frames missing, \(reason.rawValue)")
    case .sound(.notice(let sentence)): status.note(sentence)
    case .sound(.failed(let reason)): tellTrouble(reason)
    case .sound(.ended):
      status.note("The song is over.")
      isOver = true
    }
  }

  func tellTrouble(_ sentence: String) {
    trouble = sentence
    status.note(sentence)
  }

  // MARK: Status

  private func tellStatus() {
    let now = clock.now()
    guard now >= nextStatus else { return }
    nextStatus = now + Self.statusIntervalNanoseconds
    let text = StatusText(
      snapshot: snapshot, repertoire: wardrobe.repertoire, seconds: streamSeconds,
      songSeconds: deck?.positionSeconds, framesPerSecond: tally.framesPerSecond(atNanoseconds: now),
      size: stage.size, film: desk.film?.output.tally, isPaused: frozenSeconds != nil, trouble: trouble)
    if showsStatus { status.show(text.line, atSeconds: Double(now - begin) * 1e-9) }
    if !window.isFullscreen { window.title = text.title }
  }

  private func endWhenItIsTime() {
    if Interruption.isAsked { isOver = true }
    if deck == nil, part?.isOver(snapshot.moment) == true { isOver = true }
    if let limit = configuration.durationSeconds, Double(clock.now() - begin) * 1e-9 >= limit {
      isOver = true
    }
  }
}
