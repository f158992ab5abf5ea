import ArgumentParser
import Performance

extension CueReport.Format: ExpressibleByArgument {}

struct CuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cues", abstract: "The cue sheet of a take or a song: each decision, when and why.",
    discussion: """
      EXAMPLES
        kinora cues night.kinora                             a line a decision
        kinora cues night.kinora --format edl -o night.edl   for a cutting room (CMX 3600)
        kinora cues night.kinora --format srt -o night.srt   … as subtitles to the film
        kinora cues song.flac --brief "a storm at sea"       what a rendering of the song would decide
      The director works through the sound again, without drawing. A take keeps its own show: --show, --brief and what
      goes with them are for songs.
      """)

  @Argument(help: ArgumentHelp("A take, a song (whatever FFmpeg reads), or “demo”.", valueName: "take|song"))
  var source: String

  @Option(help: "text, srt, edl or json.") var format = CueReport.Format.text

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to (default: standard output).", valueName: "file"))
  var output = "-"

  @OptionGroup var show: ShowOptions

  @Option(name: .customLong("for"), help: ArgumentHelp("End after this long.", valueName: "seconds"))
  var duration: Double?

  mutating func validate() throws {
    if let duration, !(duration > 0) { throw ValidationError("--for is a number of seconds above 0.") }
  }

  func run() throws {
    var configuration = show.configuration
    configuration.durationSeconds = duration
    try CueReport.write(of: source, format, to: output, configuration)
  }
}
