import ArgumentParser
import Performance

/// The command line. Every command hands over to `Performance`; nothing is decided here.
@main
struct Kinora: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinora",
    abstract: "Listens to a room, understands the music, and performs pictures to it.",
    discussion: """
      EXAMPLES
        kinora perform                             hear the default device, perform in a window
        kinora perform --record night.mp4          … and record it
        kinora rehearse song.flac                  play a song with the show on it; edit presets meanwhile
        kinora render song.flac -o video.mp4       make the music video, frame-exact, without a window
        kinora render night.kinora -o night.mp4 --size 3840x2160 --fps 60
        kinora cues night.kinora --format edl      what was decided when, and why
        kinora listen song.ogg --beats -           what the ear hears, as JSON Lines

      EXIT CODES
        0 done    64 wrong usage    65 bad data (song, preset, show, take)    66 input not found
        69 device, display or GL not available    70 fault of the program    73 can't write the output
        130, 143 ended at once by a second Ctrl-C or SIGTERM
      """,
    version: Version.text,
    subcommands: [
      PerformCommand.self, RehearseCommand.self, RenderCommand.self, CuesCommand.self, ListenCommand.self,
      DevicesCommand.self, KeysCommand.self, PresetsCommand.self, InventCommand.self, MemoryCommand.self,
      SamenessCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: PerformCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as PerformanceError {
      Terminal.complain(error.description)
      exit(withCode: error.exitCode)
    } catch {
      exit(withError: error)
    }
  }

  private static func exit(withCode code: Int32) -> Never { exit(withError: ExitCode(code)) }
}
