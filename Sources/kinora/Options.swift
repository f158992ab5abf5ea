import ArgumentParser
import Performance

/// Width and height as users write them: 1280x720.
struct SizeOption: ExpressibleByArgument {
  var size: PictureSize

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (16...16384).contains(width), (16...16384).contains(height)
    else { return nil }
    size = PictureSize(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}

/// What perform, rehearse and render have in common.
struct ShowOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Show file: scenes, transitions, seed.", valueName: "file"))
  var show: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the show is about, in plain English: “a lone horse at night, rain”.", valueName: "text"))
  var brief: String?

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: "Every second scene is invented while the music plays (default: as the show file says, else no).")
  var invent: Bool?

  @Option(
    name: .long, help: ArgumentHelp("Folder of presets (default: the one that came along).", valueName: "dir")
  )
  var presets: String?

  @Option(name: .long, help: ArgumentHelp("Picture size (default 1280x720).", valueName: "WxH"))
  var size: SizeOption?

  @Option(name: .long, help: "Pictures per second, 1 to 240 (default 30).")
  var fps: Int?

  @Option(name: .long, help: "Seed of all chance: the same seed and sound give the same show.")
  var seed: UInt64?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "Folder of films and stills that are scenes too; may be given twice.", valueName: "dir"))
  var clips: [String] = []

  @Option(name: .long, help: ArgumentHelp("A camera that is a scene too.", valueName: "/dev/video0"))
  var camera: String?

  @Flag(name: .long, help: "Show clips (or the camera) and no other scenes.")
  var onlyClips = false

  @Option(
    name: .long, help: ArgumentHelp("Colour correction by mood: off, auto or 0 to 2.", valueName: "amount"))
  var grade: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Colour table: a name from “kinora presets”, a .cube file, off, or auto: the song's own.",
      valueName: "look"))
  var look: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Filter on top, NAME or NAME:AMOUNT (0 to 1); up to four, in order; off for none.", valueName: "filter")
  )
  var filter: [String] = []
  private static let off = "off"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hold an input still, whatever the music says; PRESET.INPUT for one preset's. Can be given again.",
      valueName: "INPUT=VALUE"))
  var set: [String] = []

  @Flag(name: .long, help: "Replace output files that exist.")
  var force = false

  mutating func validate() throws {
    if onlyClips && clips.isEmpty && camera == nil {
      throw ValidationError("--only-clips needs clips: name their folder with --clips.")
    }
    if let grade, GradeChoice(grade) == nil {
      throw ValidationError("--grade is off, auto or a number from 0 to 2, not \(grade).")
    }
    if filter.count > 4 { throw ValidationError("--filter can be given four times, not \(filter.count).") }
    for name in filter where FilterChoice(name) == nil {
      throw ValidationError("--filter is NAME or NAME:AMOUNT, the amount above 0 and up to 1; not “\(name)”.")
    }
    for text in set where HeldInput(text) == nil {
      throw ValidationError("--set wants INPUT=VALUE, such as zoom=0.4 or tint=1,0.5,0.2, not “\(text)”.")
    }
    if let fps, !(1...240).contains(fps) { throw ValidationError("--fps is 1 to 240, not \(fps).") }
  }

  var configuration: Configuration {
    var configuration = Configuration()
    configuration.show = show
    configuration.brief = brief
    configuration.invent = invent
    configuration.presets = presets
    configuration.size = size?.size
    configuration.fps = fps
    configuration.seed = seed
    configuration.force = force
    configuration.clips = clips
    configuration.camera = camera
    configuration.onlyClips = onlyClips
    configuration.held = set.compactMap(HeldInput.init)
    configuration.grade = grade.flatMap { GradeChoice($0) }
    configuration.look = look
    if !filter.isEmpty {
      configuration.filters = filter == [Self.off] ? [] : filter.compactMap { FilterChoice($0) }
    }
    return configuration
  }
}

/// Where the window stands.
struct WindowOptions: ParsableArguments {
  @Flag(name: .long, help: "Fill the display.")
  var fullscreen = false

  @Option(name: .long, help: "Display to open on, counted from 0.")
  var display = 0

  @Option(
    name: .customLong("for"), help: ArgumentHelp("End by itself after this long.", valueName: "seconds"))
  var duration: Double?

  mutating func validate() throws {
    if let duration, !(duration > 0) { throw ValidationError("--for is a number of seconds above 0.") }
  }

  func apply(to configuration: inout Configuration) {
    configuration.fullscreen = fullscreen
    configuration.display = display
    configuration.durationSeconds = duration
  }
}

/// What is written over the pictures.
struct OverlayOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Title shown at the beginning; “|” begins a smaller line.", valueName: "text"))
  var title: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Credits: a text file, cards apart by empty lines. Shown at a song's end, or by the key C.",
      valueName: "file"))
  var credits: String?

  @Option(name: .long, help: ArgumentHelp("The song's words with times: .lrc or .srt.", valueName: "file"))
  var lyrics: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Show the words later (or, below 0, sooner). Keys: , and .", valueName: "ms"))
  var lyricsOffset: Int?

  @Option(
    name: .long, help: ArgumentHelp("Picture for the upper right corner (PNG with alpha).", valueName: "file")
  )
  var logo: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Font family (default Noto Sans); others stand in for what it lacks.", valueName: "family"))
  var font: String?

  mutating func validate() throws {
    if let offset = lyricsOffset, !(-600_000...600_000).contains(offset) {
      throw ValidationError("--lyrics-offset is −600000 to 600000 milliseconds, not \(offset).")
    }
    if lyricsOffset != nil && lyrics == nil {
      throw ValidationError("--lyrics-offset moves the words of --lyrics: name their file too.")
    }
  }

  func apply(to configuration: inout Configuration) {
    configuration.overlay.title = title
    configuration.overlay.credits = credits
    configuration.overlay.lyrics = lyrics
    configuration.overlay.lyricsOffsetMilliseconds = lyricsOffset
    configuration.overlay.logo = logo
    configuration.overlay.font = font
  }
}
