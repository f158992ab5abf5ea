import ArgumentParser
import Performance

struct PerformCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perform", abstract: "Perform live to what a capture device hears.",
    discussion: """
      EXAMPLES
        kinora perform                                   the default device, in a window
        kinora perform --input hw:1 --fullscreen --display 1
        kinora perform --record night.mp4 --for 3600     one hour, recorded
        kinora perform --input demo                      the built-in demo song
        kinora perform --set-list evening.yaml           a whole evening, part by part
      Without a capture device the demo song is played. Every performance writes a take (NAME.kinora) that
      “kinora render” turns into a video at any size. Keys: see “kinora keys”.

      A set list has parts, each with a show of its own; a part that listens is over after so much silence, and
      Return goes on to the next:
        silence: 8
        parts:
          - song: nocturne.flac
            title: Nocturne|The Evening Trio
            show: piano
          - listen: default
            show: rock
            for: 1800
      What was shown lately comes less often (“kinora memory show”); --no-memory neither looks back nor remembers.
      """)

  @Option(
    name: .long, help: ArgumentHelp("ALSA capture device, or “demo” (default: default).", valueName: "device")
  )
  var input: String?

  @OptionGroup var show: ShowOptions
  @OptionGroup var overlay: OverlayOptions
  @OptionGroup var window: WindowOptions

  @Option(name: .long, help: ArgumentHelp("Record picture and sound (.mp4 or .mkv).", valueName: "file"))
  var record: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Folder of the take (default: by date, in ~/Kinora/Takes).", valueName: "dir"))
  var take: String?

  @Flag(name: .long, help: "Write no take.")
  var noTake = false

  @Option(
    name: .customLong("set-list"), help: ArgumentHelp("Set list: the parts of an evening.", valueName: "file")
  )
  var setList: String?

  @Flag(name: .long, help: "Neither look back at past shows nor remember this one.")
  var noMemory = false

  func run() throws {
    var configuration = show.configuration
    overlay.apply(to: &configuration)
    window.apply(to: &configuration)
    configuration.remembers = !noMemory
    configuration.input = input
    configuration.record = record
    configuration.take = noTake ? .none : take.map { .folder($0) } ?? .byDate
    if let setList {
      try LivePerformance.perform(set: setList, configuration)
    } else {
      try LivePerformance.perform(configuration)
    }
  }
}

struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse", abstract: "Play a song with the show on it, and edit presets while it plays.",
    discussion: """
      EXAMPLES
        kinora rehearse song.flac
        kinora rehearse song.flac --show Presets/Shows/club.yaml
      Space plays and pauses, Left and Right seek, “[” and “]” set a loop. A preset saved in an editor is on
      stage at once; one that fails leaves the old one running and says file and line.
      """)

  @Argument(help: ArgumentHelp("Whatever FFmpeg reads, or “demo”.", valueName: "song"))
  var song: String

  @OptionGroup var show: ShowOptions
  @OptionGroup var overlay: OverlayOptions
  @OptionGroup var window: WindowOptions

  @Option(name: .long, help: ArgumentHelp("ALSA playback device.", valueName: "device"))
  var output = "default"

  func run() throws {
    var configuration = show.configuration
    overlay.apply(to: &configuration)
    window.apply(to: &configuration)
    try LivePerformance.rehearse(song: song, speaker: output, configuration)
  }
}

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Make the video of a song or a take: frame-exact, without a window.",
    discussion: """
      EXAMPLES
        kinora render song.flac -o video.mp4
        kinora render Takes/2026-11-23.kinora -o night.mp4 --size 3840x2160 --fps 60
        kinora render demo -o demo.mkv --seed 7
        kinora render song.flac -o stills/               PNG pictures, one a frame
        kinora render song.flac -o video.mp4 --title "Nocturne|The Trio" --lyrics song.lrc --credits who.txt
      The same song, seed and build give the same pictures.
      """)

  @Argument(help: ArgumentHelp("A song (whatever FFmpeg reads), a take, or “demo”.", valueName: "song|take"))
  var source: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Video (.mp4, .mkv) or a folder for PNG pictures.", valueName: "file"))
  var output: String

  @OptionGroup var show: ShowOptions
  @OptionGroup var overlay: OverlayOptions

  @Option(name: .long, help: ArgumentHelp("Begin at this second of the source.", valueName: "seconds"))
  var from: Double = 0

  @Option(name: .customLong("for"), help: ArgumentHelp("End after this long.", valueName: "seconds"))
  var duration: Double?

  @Flag(name: .long, help: "Show less of what past performances showed (a song only).")
  var memory = false

  @Option(
    name: .long, help: ArgumentHelp("Write a hash of every picture, a line a frame.", valueName: "file"))
  var hashes: String?

  mutating func validate() throws {
    if from < 0 { throw ValidationError("--from is a number of seconds, 0 or more.") }
    if let duration, !(duration > 0) { throw ValidationError("--for is a number of seconds above 0.") }
  }

  func run() throws {
    var configuration = show.configuration
    overlay.apply(to: &configuration)
    configuration.fromSeconds = from
    configuration.durationSeconds = duration
    configuration.hashes = hashes
    configuration.remembers = memory
    try OfflinePerformance.render(source, to: output, configuration)
  }
}
