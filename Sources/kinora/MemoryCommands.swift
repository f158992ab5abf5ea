import ArgumentParser
import Performance

struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "What past performances showed, which makes it less likely next time.",
    discussion: """
      EXAMPLES
        kinora memory show            the last ten performances: when, what, how long
        kinora memory forget          delete all of it
      It is a small file of your own (~/.local/share/kinora/memory.sqlite). Performances with a take are remembered;
      “kinora perform --no-memory” does without, “kinora render --memory” looks back too.
      """,
    subcommands: [Recall.self, Forget.self], defaultSubcommand: Recall.self)

  struct Recall: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "List what was shown, newest first.")
    @Option(help: "How many performances.") var last = 10

    mutating func validate() throws {
      guard (1...10_000).contains(last) else { throw ValidationError("--last is 1 to 10000.") }
    }

    func run() throws { print(try MemoryDesk.report(latest: last)) }
  }

  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Delete the memory.")
    func run() throws { print(try MemoryDesk.forget()) }
  }
}

struct SamenessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sameness", abstract: "Measure how far shows are apart: takes, or songs.",
    discussion: """
      EXAMPLES
        kinora sameness friday.kinora saturday.kinora
        kinora sameness ~/Kinora/Takes/*.kinora --for 120
      Each is drawn small; every four seconds are described by colours, edges, layout and motion, by their place in the
      show and by how long the scene stays. The distance of two shows is the energy distance of these: 0 for the same
      show; shows of different songs are usually more than 1 apart.
      """)

  @Argument(help: ArgumentHelp("Takes, or whatever can be rendered; two or more.", valueName: "take"))
  var sources: [String]

  @Option(name: .customLong("for"), help: ArgumentHelp("Look at so much of each.", valueName: "seconds"))
  var duration: Double?

  @Option(
    name: .long, help: ArgumentHelp("Folder of presets (default: the one that came along).", valueName: "dir")
  )
  var presets: String?

  mutating func validate() throws {
    guard sources.count >= 2 else { throw ValidationError("Name two takes or more.") }
    if let duration, !(duration > 0) { throw ValidationError("--for is a number of seconds above 0.") }
  }

  func run() throws {
    var configuration = Configuration()
    configuration.presets = presets
    configuration.durationSeconds = duration
    print(try SamenessReport.text(of: sources, configuration))
  }
}
