import Foundation
import Performance
import Scenery
import Staging

/// Draws own scenes when asked, a line of JSON each: one side of Tools/peers/compare, which asks by turns.
///
/// A line in is “NAME LOOK WIDTH HEIGHT” (LOOK: 0 is the full one, 1 the next cheaper, `last` the cheapest), a line
/// out what its pictures took, graded as a show grades them. The first line out names the scenes.
struct SceneServer {
  /// Pictures measured at most, and at least; and the seconds after which it is enough of them.
  private static let most = 40
  private static let least = 4
  private static let seconds = 0.4
  /// Pictures drawn before: they compile.
  private static let warmUp = 2

  private let stage: Stage
  private let scenes: [String: Preset]
  private var known: String?
  private var plans: [FramePlan] = []

  static func run(presets folder: String) throws {
    var server = try SceneServer(presets: folder)
    print("{\"scenes\": [\(server.scenes.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", "))]}")
    fflush(nil)
    while let line = readLine() {
      print(try server.answer(line.split(separator: " ").map(String.init)))
      fflush(nil)
    }
  }

  private init(presets folder: String) throws {
    let size = PixelSize(width: 640, height: 360)
    let window = try Window(WindowSettings(size: size, isHeadless: true))
    stage = try Stage(window: window, size: size)
    let all = Catalogue(folder: folder).presets.filter { $0.kind == .scene }
    scenes = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard !scenes.isEmpty else { throw BenchError("There is no scene in “\(folder)”.") }
  }

  private mutating func answer(_ words: [String]) throws -> String {
    guard words.count == 4, let scene = scenes[words[0]], let width = Int(words[2]),
      let height = Int(words[3])
    else {
      throw BenchError("“\(words.joined(separator: " "))” isn't SCENE LOOK WIDTH HEIGHT.")
    }
    if known != scene.name {
      try stage.prepare(scene, as: PresetIndex(0))
      let frames = Self.warmUp + Self.most
      plans = try ScenePlans.make(Repertoire([scene]), cues: [.grade(1)], frames: frames)
      known = scene.name
    }
    let steps = scene.header.kinora.steps
    stage.economy = words[1] == "last" ? steps : min(steps, Int(words[1]) ?? 0)
    stage.fixedOutput = PixelSize(width: width, height: height)
    stage.size = PixelSize(width: width, height: height)
    var warm = DrawTimes()
    for plan in plans.prefix(Self.warmUp) { warm.draw(plan, on: stage) }
    var times = DrawTimes()
    let begin = DrawTimes.wallSeconds()
    for plan in plans.dropFirst(Self.warmUp) {
      times.draw(plan, on: stage)
      if times.wall.count >= Self.least, DrawTimes.wallSeconds() - begin > Self.seconds { break }
    }
    for fault in stage.faults() { throw BenchError("\(scene.name): \(fault.description)") }
    return "{\"name\": \"\(scene.name)\", \"look\": \(stage.economy), "
      + "\"width\": \(width), \"height\": \(height), "
      + "\"pictures\": \(times.wall.count), \"wall_ms\": \(DrawTimes.median(times.wall)), "
      + "\"cpu_ms\": \(DrawTimes.median(times.cpu))}"
  }
}
