import ArgumentParser
import Performance

struct InventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invent", abstract: "Compose new scenes for a mood, as ISF files.",
    discussion: """
      EXAMPLES
        kinora invent -o new                          one scene
        kinora invent --mood=-0.4,0.7 --count 5 -o new    five for sad, excited music
        kinora invent --with whale -o new             a scene that has this ingredient
        kinora presets check new/invented-1-1.fs      looks at one again
      Candidates are drawn small and judged; kept is what is least like those before and fits the mood. The same
      seed, mood and ingredients give the same scenes. Ingredients lie in Presets/Ingredients.
      """)

  @Option(help: "Chance; the same number gives the same scenes.") var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Valence and arousal, each -1 to 1.", valueName: "v,a")) var mood = "0,0"
  @Option(help: "How many scenes.") var count = 1
  @Option(
    name: .customLong("with"), help: ArgumentHelp("Ingredient that each scene contains.", valueName: "name"))
  var wanted: String?
  @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the files.", valueName: "dir")) var output:
    String
  @Option(help: ArgumentHelp("Folder of presets (default: the one that came along).", valueName: "dir"))
  var presets: String?
  @Flag(help: "Replace files that exist.") var force = false

  private var numbers: [Float] { mood.split(separator: ",").compactMap { Float($0) } }

  mutating func validate() throws {
    guard numbers.count == 2, numbers.allSatisfy({ (-1...1).contains($0) }) else {
      throw ValidationError("--mood wants valence and arousal, each from -1 to 1: --mood=0.3,-0.5.")
    }
    guard (1...1000).contains(count) else { throw ValidationError("--count is 1 to 1000.") }
  }

  func run() throws {
    try InventionRun.run(
      seed: seed, valence: numbers[0], arousal: numbers[1], count: count, with: wanted,
      presets: presets, into: output, force: force)
  }
}
