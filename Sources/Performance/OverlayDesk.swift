import Conduits
import Dispatch
import Foundation
import Lettering
import Scenery
import Staging

/// Keeps the stage supplied with what is written over the pictures: each text is set once, ahead of its time.
///
/// Live, a thread of its own sets them, so that no frame waits; otherwise they are set when they are needed.
final class OverlayDesk {
  let overlays: Overlays
  private let setter: OverlaySetter
  private var worker: LetterWorker?
  /// Asked for and not yet there, or found to have nothing to show.
  private var asked: [OverlayID: PixelSize] = [:]
  private var waiting: [String]
  private var toldMissing: Set<String> = []

  /// Words are set this long before they are sung, song seconds.
  private static let aheadSeconds = 6.0

  init(_ source: OverlaySource) throws(PerformanceError) {
    overlays = source.overlays
    setter = OverlaySetter(overlays: source.overlays, logo: source.logo, family: source.family)
    waiting = source.complaints
    guard !overlays.isEmpty else { return }
    if !Lettering.isInstalled(family: source.family) {
      waiting.append(
        "The font “\(source.family)” isn't installed; another stands in. Install it, or name one with --font."
      )
    }
  }

  /// From now on texts are set by a thread of their own.
  func startWorking() {
    guard !overlays.isEmpty else { return }
    worker = LetterWorker(setter)
  }

  func stop() { worker?.stop() }

  /// What the performer should know since the last call.
  func notes() -> [String] {
    defer { waiting.removeAll() }
    return waiting
  }

  /// Puts into a plan what is written over its picture, and sees to it that the stage has it.
  ///
  /// - Parameter songShift: song time less stream time.
  func write(into plan: inout FramePlan, _ snapshot: Snapshot, songShift: Double = 0, on stage: Stage) {
    guard !overlays.isEmpty else { return }
    let state = snapshot.score.captions
    plan.overlays = overlays.items(
      state, atSeconds: plan.seconds, songShift: songShift,
      beat: min(max(snapshot.moment.grid.period, 0.25), 1),
      pulse: plan.outgoing.signals[.pulse])
    let song = plan.seconds + songShift - overlays.lyricsOffsetSeconds - state.nudgeSeconds
    supply(wanted(state, song), on: stage)
  }

  /// What is shown now or soon, the most urgent first.
  private func wanted(_ state: CaptionState, _ song: Double) -> [OverlayID] {
    var ids = overlays.lines(atSeconds: song, until: song + Self.aheadSeconds).map { OverlayID.line($0) }
    if overlays.hasLogo { ids.append(.logo) }
    let last = max(state.now.ordinal, state.before.ordinal)
    if !overlays.title.isEmpty && last <= 1 { ids.append(.title) }
    let card = Int(max(0, state.now.ordinal - 1))
    for next in max(0, card - 1)..<max(card, min(card + 2, overlays.credits.count)) {
      ids.append(.card(next))
    }
    return ids
  }

  private func supply(_ wanted: [OverlayID], on stage: Stage) {
    let size = stage.overlaySize
    let there = stage.overlayIDs
    for result in worker?.results.empty() ?? [] { take(result, on: stage) }
    for id in there.keys where !wanted.contains(id) {
      try? stage.setOverlay(nil, for: id)  // letting go can't fail
      asked[id] = nil
    }
    for id in wanted where there[id] != size && asked[id] != size {
      asked[id] = size
      if let worker { worker.ask(id, size) } else { take(setter.set(id, for: size), on: stage) }
    }
  }

  private func take(_ result: OverlaySetter.Result, on stage: Stage) {
    do throws(StageError) {
      try stage.setOverlay(result.picture, for: result.id)
    } catch {
      waiting.append(error.description)
    }
    guard result.missing > 0, toldMissing.insert(result.text).inserted else { return }
    waiting.append(
      "No installed font has \(result.missing) of the letters of “\(result.text.prefix(40))”. "
        + "Install fonts-noto-core and fonts-noto-cjk.")
  }
}

/// Sets texts on a thread of its own.
final class LetterWorker: Sendable {
  let results = Mailbox<OverlaySetter.Result>(limit: 64)
  private let requests = Mailbox<(OverlayID, PixelSize)>(limit: 64)
  private let stopped = Mailbox<Bool>(limit: 1)
  private let bell = DispatchSemaphore(value: 0)

  init(_ setter: OverlaySetter) {
    let thread = Thread { [self] in
      while stopped.empty().isEmpty {
        bell.wait()
        for (id, size) in requests.empty() { results.post(setter.set(id, for: size)) }
      }
    }
    thread.name = "kinora-letters"
    thread.qualityOfService = .utility
    thread.stackSize = 2 << 20
    thread.start()
  }

  func ask(_ id: OverlayID, _ size: PixelSize) {
    requests.post((id, size))
    bell.signal()
  }

  func stop() {
    stopped.post(true)
    bell.signal()
  }
}
