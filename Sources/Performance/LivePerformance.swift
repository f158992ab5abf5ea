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
    var ensemble = try Ensemble(configuration, usualSeed: UInt64.random(in: .min ... .max))
    let notes = configuration.remembers ? ensemble.freshen() : []
    let line = CaptureLine()
    let sound = try SoundIn.open(configuration.input, into: line)
    let house = try House(configuration)
    try house.play(
      ensemble, sound, line, configuration, takeFolder: TakePlace.folder(configuration), notes: notes)
  }

  /// Performs the parts of a set list, one after the other.
  public static func perform(set path: String, _ configuration: Configuration) throws(PerformanceError) {
    Interruption.listen()
    // What is wrong with the list is told whether there is a display or not.
    let evening = try Evening(path, configuration)
    try requireDisplay()
    try evening.run(in: try House(configuration))
  }

  /// Plays a song with the show on it.
  public static func rehearse(
    song: String, speaker: String, _ configuration: Configuration
  ) throws(PerformanceError) {
    Interruption.listen()
    try requireDisplay()
    let ensemble = try Ensemble(configuration, usualSeed: try SoundSource.seed(of: song))
    let line = CaptureLine()
    let sound = try SoundIn.play(song, aloudOn: speaker, into: line)
    let house = try House(configuration)
    try house.play(ensemble, sound, line, configuration, takeFolder: nil)
  }

  /// SDL would quietly draw to memory where there is no display; a performer wants to know.
  private static func requireDisplay() throws(PerformanceError) {
    let environment = ProcessInfo.processInfo.environment
    let named = ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"].contains {
      environment[$0]?.isEmpty == false
    }
    guard named || FileManager.default.fileExists(atPath: "/dev/dri/card0") else { throw .noDisplay }
  }
}
