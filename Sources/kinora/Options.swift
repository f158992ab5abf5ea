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
    name: .long,
    help: ArgumentHelp(
      "Hold an input still, whatever the music says; PRESET.INPUT for one preset's. Can be given again.",
      valueName: "INPUT=VALUE"))
  var set: [String] = []

  @Flag(name: .long, help: "Replace output files that exist.")
  var force = false

  mutating func validate() throws {
    for text in set where HeldInput(text) == nil {
      throw ValidationError("--set wants INPUT=VALUE, such as zoom=0.4 or tint=1,0.5,0.2, not “\(text)”.")
    }
    if let fps, !(1...240).contains(fps) { throw ValidationError("--fps is 1 to 240, not \(fps).") }
  }

  var configuration: Configuration {
    var configuration = Configuration()
    configuration.show = show
    configuration.presets = presets
    configuration.size = size?.size
    configuration.fps = fps
    configuration.seed = seed
    configuration.force = force
    configuration.held = set.compactMap(HeldInput.init)
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
