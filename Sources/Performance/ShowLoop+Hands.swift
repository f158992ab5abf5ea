import Control
import Directing
import Foundation
import Music
import Recording
import Scenery
import Session
import Staging

/// What hands do: keys to cues for the director, or to the performance around it.
extension ShowLoop {
  /// A film of this length may take longer to put in order than who stops the program will wait.
  private static let longFilmSeconds = 600.0

  func take(_ event: WindowEvent) {
    switch event {
    case .closed: endEvening()
    case .resized: break  // the stage looks at the window's size with every picture
    case .key(let key):
      guard let command = keys.command(for: key) else { return }
      take(command)
    }
  }

  private func take(_ command: Command) {
    switch command {
    case .cue(let cue): post(cue)
    case .scene(let number):
      let scenes = wardrobe.repertoire.indices(of: .scene)
      guard scenes.indices.contains(number - 1) else {
        status.note("There is no scene \(number); the repertoire has \(scenes.count).")
        return
      }
      post(.scene(scenes[number - 1]))
    case .set(let input, let value): post(.set(input: input, value))
    case .release(let input): post(.release(input: input))
    case .stage(let wish): take(wish)
    case .toggleFilter(let number): toggleFilter(number)
    case .toggleGrade: post(.toggleGrade(max(configuration.grade?.amount ?? 1, 0.25)))
    }
  }

  private func toggleFilter(_ number: Int) {
    let filters = wardrobe.repertoire.indices(of: .filter)
    guard filters.indices.contains(number - 1) else {
      return status.note("There is no filter \(number); the repertoire has \(filters.count).")
    }
    post(.toggleFilter(filters[number - 1]))
  }

  private func post(_ cue: Cue) {
    if !conductor.events.post(.cue(cue, from: .key)) {
      status.note("Too many cues at once; this one was not taken.")
    }
  }

  private func take(_ wish: StageCommand) {
    switch wish {
    case .toggleFullScreen: window.setFullscreen(!window.isFullscreen)
    case .toggleRecording: toggleRecording()
    case .toggleHelp: for line in keys.description.split(separator: "\n") { status.note(String(line)) }
    case .toggleStatusLine: showsStatus.toggle()
    case .saveScene: saveByHand()
    case .inventScene: inventByHand()
    case .breedScene: breedByHand()
    case .togglePause: togglePause()
    case .seekBack: seek(by: -5)
    case .seekForward: seek(by: 5)
    case .seekFarBack: seek(by: -30)
    case .seekFarForward: seek(by: 30)
    case .loopStart: setLoopStart()
    case .loopEnd: setLoopEnd()
    case .clearLoop:
      loopStart = nil
      deck?.unloop()
      status.note("No loop.")
    case .nextPart: goOn()
    case .quit: quit()
    }
  }

  private func goOn() {
    guard part != nil else { return status.note("There is no next part: this isn't a set list.") }
    isOver = true
  }

  private func endEvening() {
    isOver = true
    endsEvening = true
  }

  private func quit() {
    let now = clock.now()
    if let asked = quitAskedAt, Double(now - asked) * 1e-9 <= Command.confirmationSeconds {
      endEvening()
      return
    }
    quitAskedAt = now
    status.note("Press again within \(Int(Command.confirmationSeconds)) seconds to end the show.")
  }

  // MARK: Recording

  private func toggleRecording() {
    if desk.film != nil {
      endFilm()
      return
    }
    let stamp = StartTime.now.fileName
    let path = RecordingPlace.freeName(configuration.record ?? "kinora \(stamp).mp4")
    do throws(PerformanceError) {
      try beginFilm(path)
    } catch {
      tellTrouble(error.description)
    }
  }

  /// Begins a film with the next picture of the grid.
  func beginFilm(_ path: String) throws(PerformanceError) {
    // The film's size stays what it is, whatever becomes of the window.
    stage.fixedOutput = desk.header.size
    let soon = grid.frame(at: SampleTime(seconds: max(0, streamSeconds))) + 2
    let film = try desk.beginFilm(path, grid: grid, atFrame: max(lastFrame + 1, soon))
    conductor.sinkChanges.post(.add(film))
    status.note("Recording to \(path)")
  }

  /// Ends the film where the sound is now, so that picture and sound end together.
  ///
  /// - Parameter isLast: nobody waits for the next part of the evening.
  func endFilm(isLast: Bool = true) {
    let heard = snapshot.moment.hop.end
    // Who stops the program from outside waits for it; a long film is put in order at another time.
    let isHurried =
      !isLast || (Interruption.isAsked && SampleTime(heard.frames).seconds > Self.longFilmSeconds)
    guard let film = desk.endFilm(atFrame: grid.frame(at: heard), tidily: !isHurried) else { return }
    conductor.sinkChanges.post(.remove(film))
    stage.fixedOutput = nil
    status.note("Recording ended: \(film.path)")
  }

  // MARK: Rehearsal

  private func togglePause() {
    guard let deck else { return status.note("A room can't be paused.") }
    if frozenSeconds == nil {
      frozenSeconds = streamSeconds
      conductor.setPaused(true)
      deck.pause()
    } else {
      deck.resume()
      conductor.setPaused(false)
      frozenSeconds = nil
    }
  }

  private func seek(by seconds: Double) {
    guard let deck else { return }
    let end = deck.durationSeconds ?? .infinity
    let target = min(max(0, deck.positionSeconds + seconds), max(0, end - 1))
    deck.seek(toSeconds: target)
    status.note("To \(clockText(target)).")
  }

  private func setLoopStart() {
    guard let deck else { return }
    loopStart = deck.positionSeconds
    status.note("The loop begins at \(clockText(deck.positionSeconds)).")
  }

  private func setLoopEnd() {
    guard let deck else { return }
    let begin = loopStart ?? 0
    guard deck.positionSeconds > begin else { return status.note("A loop ends after its beginning.") }
    deck.loop(from: begin, to: deck.positionSeconds)
    status.note("Loop \(clockText(begin))–\(clockText(deck.positionSeconds)).")
  }
}
