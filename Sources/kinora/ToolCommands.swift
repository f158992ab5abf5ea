import ArgumentParser
import Performance

struct ListenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "listen", abstract: "Tell what the ear hears, as JSON Lines.",
    discussion: """
      EXAMPLES
        kinora listen song.ogg --beats beats.jsonl --mood mood.jsonl
        kinora listen song.ogg --beats -                 to standard output
        kinora listen --input default --mood - --for 60  live
      Times are seconds of sound taken in; nothing looks ahead. A beat’s “t” is when it is, “announced” how much
      of the stream had been heard when it was said.
      """)

  @Argument(help: ArgumentHelp("Whatever FFmpeg reads, or “demo”.", valueName: "song"))
  var song: String?

  @Option(name: .long, help: ArgumentHelp("ALSA capture device instead of a song.", valueName: "device"))
  var input: String?

  @Option(name: .long, help: ArgumentHelp("Beats: t, beat, downbeat, announced.", valueName: "file"))
  var beats: String?

  @Option(
    name: .long, help: ArgumentHelp("Mood: t, arousal, valence, key, section, tension.", valueName: "file"))
  var mood: String?

  @Option(name: .customLong("for"), help: ArgumentHelp("End after this long.", valueName: "seconds"))
  var duration: Double?

  @Flag(name: .long, help: "Replace output files that exist.")
  var force = false

  mutating func validate() throws {
    if (song == nil) == (input == nil) {
      throw ValidationError("Name either a song or, with --input, a capture device.")
    }
  }

  func run() throws {
    let source: EarReport.Source = song.map { .song($0) } ?? .device(input ?? "default")
    try EarReport.write(
      of: source, beats: beats ?? (mood == nil ? "-" : nil), mood: mood, forSeconds: duration, force: force)
  }
}

struct DevicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "List the sound devices that --input and --output accept.")

  func run() throws { print(Reports.devices()) }
}

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the keys and what they do on stage.")

  func run() throws { print(Reports.keys()) }
}

struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets", abstract: "List, check, show or export presets.",
    discussion: """
      EXAMPLES
        kinora presets                       what there is
        kinora presets check                 draw each one small and judge it
        kinora presets check my-scene.fs     … a single file, while you write it
        kinora presets check ~/ISF           … a folder of ISF, gl-transitions or Shadertoy files
        kinora presets measure ~/ISF         what each input does; writes NAME.kinora.json beside each
        kinora presets measure gallop        what a picture costs (--write: into its header)
        kinora presets show moonlit-sea      inputs, bindings, licence, digest
        kinora presets export moonlit-sea    … as one ISF file that other hosts run
      """,
    subcommands: [
      List.self, Check.self, Measure.self, ShowOne.self, Export.self,
      StillsOf.self, Try.self, TryMeasuring.self, Probe.self, Compose.self,
    ],
    defaultSubcommand: List.self)

  struct Folder: ParsableArguments {
    @Option(
      name: .long,
      help: ArgumentHelp("Folder of presets (default: the one that came along).", valueName: "dir"))
    var presets: String?
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What there is, by kind and subject.")
    @OptionGroup var folder: Folder
    func run() throws { print(try Reports.presets(in: folder.presets)) }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile and draw presets small: black, flat, still, deaf, broken?")
    @Argument(help: ArgumentHelp("Names, files or folders (default: all).", valueName: "preset")) var names:
      [String] =
        []
    @OptionGroup var folder: Folder
    func run() throws { try PresetCheck.run(names: names, folder: folder.presets) }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a preset as one ISF file, library functions included, for any host.")
    @Argument(help: ArgumentHelp("A name, or a file.", valueName: "preset")) var name: String
    @Option(
      name: .shortAndLong, help: ArgumentHelp("Where to (default: NAME.fs here).", valueName: "file"))
    var output: String?
    @OptionGroup var folder: Folder
    @Flag(name: .long, help: "Replace files that exist.") var force = false
    func run() throws { try PresetExport.run(name: name, to: output, folder: folder.presets, force: force) }
  }

  struct Probe: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Draw the presets whose folders stand on standard input; what admits presets with open loops.",
      shouldDisplay: false)
    func run() throws { try AdmissionTrial.run() }
  }

  struct Compose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compose",
      abstract: "Invent the scenes that are ordered on standard input; what a show runs beside itself.",
      shouldDisplay: false)
    func run() throws { try InventionTrial.run() }
  }

  struct Try: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Try the files named on standard input; what “check” runs for a folder.", shouldDisplay: false
    )
    func run() throws { try PresetTrial.run() }
  }

  struct TryMeasuring: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "try-measuring", abstract: "What “measure” runs for a folder.", shouldDisplay: false)
    func run() throws { try PresetTrial.run(measuring: true) }
  }

  struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure what inputs do to the picture and what a picture costs.",
      discussion: """
        Presets without bindings of their own get a side file NAME.kinora.json, beside them or, where that can't be
        written, in ~/.local/share/kinora/side: what drives each input between which values, by measured effect. What
        you write under “bindings” there wins and stays. Costs are multiples of a reference shader's.
        """)
    @Argument(help: ArgumentHelp("Names, files or folders (default: all).", valueName: "preset")) var names:
      [String] =
        []
    @OptionGroup var folder: Folder
    @Flag(help: "Write costs into the headers of Kinora's own presets.") var write = false
    func run() throws { try PresetMeasure.run(names: names, folder: folder.presets, write: write) }
  }

  struct StillsOf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stills",
      abstract: "PNG stills of scenes through the demo song, of transitions and filters.")
    @Argument(help: ArgumentHelp("Names or files (default: all).", valueName: "preset")) var names: [String] =
      []
    @OptionGroup var folder: Folder
    @Option(name: .shortAndLong, help: ArgumentHelp("Gets a folder a preset.", valueName: "dir")) var output:
      String
    @Option(help: ArgumentHelp("Picture size.", valueName: "WxH")) var size = SizeOption(argument: "320x180")
    @Option(help: ArgumentHelp("Time between two stills.", valueName: "seconds")) var every = 4.0
    @Option(name: .customLong("for"), help: ArgumentHelp("How much of the song.", valueName: "seconds"))
    var duration = 60.0
    @Option(help: ArgumentHelp("Stills at these times instead of every few seconds.", valueName: "seconds,…"))
    var at: String?
    @Option(help: "Stills of a transition, its ends among them.") var steps = 12
    @Option(
      help: ArgumentHelp("One or two scenes that transitions and filters are shown on.", valueName: "scene,…")
    )
    var on: String?
    @Option(help: "Another seed, other variations.") var seed = Stills.usualSeed
    @Option(help: "Steps below the full look.") var economy = 0

    private var times: [Double]? {
      guard let at else { return Array(stride(from: every / 2, to: duration, by: every)) }
      let times = at.split(separator: ",").map { Double($0) ?? -1 }
      return times.allSatisfy { $0 >= 0 } ? times.sorted() : nil
    }

    mutating func validate() throws {
      guard every > 0, duration > 0 else { throw ValidationError("--every and --for are seconds above 0.") }
      guard times != nil else { throw ValidationError("--at is seconds with commas between: 8,24,60.") }
      guard steps >= 2 else { throw ValidationError("--steps is 2 or more: both ends are shown.") }
    }

    func run() throws {
      var stills = Stills(
        size: size?.size ?? PictureSize(width: 320, height: 180), seconds: times ?? [], seed: seed)
      stills.transitionStills = steps
      stills.economy = economy
      stills.backdrops = on?.split(separator: ",").map(String.init) ?? []
      try stills.make(names, presets: folder.presets, into: output)
    }
  }

  struct ShowOne: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "A preset's inputs, bindings, licence and digest.")
    @Argument(help: "Its name.") var name: String
    @OptionGroup var folder: Folder
    func run() throws { print(try Reports.preset(named: name, in: folder.presets)) }
  }
}

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look the machine over: sound, rights, OpenGL, encoders, fonts; each problem with its remedy.")

  func run() throws {
    let report = Doctor.examine()
    print(report.text)
    if report.hasProblems { throw ExitCode(1) }
  }
}
