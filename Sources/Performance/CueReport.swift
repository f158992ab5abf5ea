import Foundation
import Music
import Scenery
import Session

/// The cue sheet of a take, or of a song as it would be rendered: what is decided when, without drawing.
public enum CueReport {
  public enum Format: String, Sendable, CaseIterable { case text, srt, edl, json }

  /// - Parameter output: a file, or “-” for standard output.
  public static func write(
    of source: String, _ format: Format, to output: String, _ configuration: Configuration
  ) throws(PerformanceError) {
    var file = try TextOutput(path: output, force: configuration.force)
    do {
      try file.write(text(of: try sheet(of: source, configuration), format))
      try file.close()
    } catch {
      file.discard()
      throw error
    }
  }

  static func text(of sheet: CueSheet, _ format: Format) throws(PerformanceError) -> String {
    switch format {
    case .text: return sheet.text
    case .srt: return sheet.srt
    case .edl: return sheet.edl
    case .json:
      do { return try sheet.json() } catch { throw .other(error) }
    }
  }

  /// Takes a song or a take through ear and director.
  static func sheet(of source: String, _ configuration: Configuration) throws(PerformanceError) -> CueSheet {
    Interruption.listen()
    var programme =
      SoundSource.isTake(source)
      ? try Programme(take: source, configuration) : try Programme(song: source, configuration)
    let captions = try OverlayDesk(programme.overlay).overlays.captions
    let fps = configuration.fps ?? programme.usualFramesPerSecond
    var sheet = CueSheet(
      title: programme.title, seed: programme.seed, grid: FrameGrid(framesPerSecond: fps))
    var conductor = Conductor(repertoire: programme.repertoire, seed: programme.seed, captions: captions)
    let sound = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)
    defer { sound.deallocate() }
    var hop = HopIndex(0)
    var differing = 0
    var waiting = programme.opening
    let limit = configuration.durationSeconds ?? .infinity
    while !Interruption.isAsked, hop.start.seconds < limit, try programme.next(sound) {
      let step = conductor.step(UnsafeBufferPointer(sound), events: waiting + (try programme.events(in: hop)))
      sheet.note(step)
      if let expected = programme.decisionHash(of: hop), expected != step.decisionHash { differing += 1 }
      // A take tells by itself what was ready when.
      waiting = programme.isTake ? [] : step.requests.map { .cue(.ready($0), from: .stage) }
      hop.value += 1
    }
    if differing > 0 {
      Terminal.write("\(differing) decisions differ from the take’s: it was made by another build.\n")
    }
    return sheet
  }
}
