import Foundation
import Media
import Music
import Performance
import Scenery
import Staging

/// Invents scenes along the moods of a few songs and measures how different they are.
enum InventionDiversity {
  /// Valence, arousal and the place of the leading hue, a song a row; four scenes each.
  private static let songs: [(name: String, valence: Float, arousal: Float, home: Double)] = [
    ("lullaby", 0.3, -0.8, 0.12), ("ballad", -0.5, -0.5, 0.55), ("waltz", 0.5, -0.1, 0.31),
    ("folk", 0.4, 0.2, 0.83), ("nocturne", -0.3, -0.7, 0.05), ("pop", 0.7, 0.5, 0.47),
    ("metal", -0.6, 0.8, 0.9),
    ("techno", 0.0, 0.7, 0.66), ("ambient", 0.1, -0.4, 0.22), ("samba", 0.8, 0.8, 0.74),
  ]
  private static let scenesPerSong = 4
  private static let barSeconds = 2.0

  /// - Parameters:
  ///   - folder: of presets.
  ///   - output: gets contact sheets; nil for none.
  /// - Returns: whether all bars hold.
  static func run(presets folder: String, seed: UInt64, output: String?) throws -> Bool {
    let workshop = try SceneWorkshop(presets: folder)
    var palettes: [Palette] = []
    var missing = 0
    for (place, song) in songs.enumerated() {
      let mood = Mood(valence: song.valence, arousal: song.arousal, confidence: 1)
      let palette = InventionRun.palette(mood, home: song.home)
      for scene in 0..<scenesPerSong {
        let ordinal = UInt64(place * scenesPerSong + scene)
        var chance = SeededGenerator(seed: seed, purpose: "diversity", ordinal: ordinal)
        if let found = workshop.next(seed: chance.next(), mood: mood, palette: palette) {
          palettes.append(palette)
          let numbers =
            "novelty \(tenths(found.novelty)), \(tenths(found.trial.milliseconds)) ms, \(tenths(found.seconds)) s"
          print(
            "\(song.name) \(scene + 1): \(found.genome.family.rawValue): \(found.genome.ingredients.joined(separator: " ")); \(numbers)"
          )
        } else {
          missing += 1
        }
      }
    }
    let holds = report(workshop, palettes, missing: missing)
    if let output { try writeSheet(workshop.shown.map(\.trial.still), to: output) }
    return holds
  }

  private static func report(_ workshop: SceneWorkshop, _ palettes: [Palette], missing: Int) -> Bool {
    let shown = workshop.shown
    let set = shown.compactMap { $0.trial.descriptor?.numbers }
    let unusable = workshop.errors.count
    for error in workshop.errors.prefix(12) { print("  \(error)") }
    // As they are seen later: the same scenes, eight seconds on.
    let later = zip(shown, palettes).map { workshop.trial(of: $0.preset, palette: $1, fromSeconds: 8) }
    let passing = later.count { $0.isPassed }
    for (scene, trial) in zip(shown, later) where !trial.isPassed {
      print(
        "fails 8 s later (\(trial.faults.map(\.rawValue).joined(separator: " "))): "
          + scene.genome.ingredients.joined(separator: " "))
    }
    let same = zip(set, later).compactMap { one, two in
      two.descriptor.map { Diversity.distance(one, $0.numbers) }
    }
    let other = set.indices.flatMap { i in (0..<i).map { Diversity.distance(set[i], set[$0]) } }
    let nearest = Diversity.nearest(set)
    let repeats = shown.dropFirst().count { $0.novelty < 0.5 }
    let seconds = shown.map(\.seconds)
    let vendi = Diversity.vendi(set)
    let median = middle(nearest)
    let slowest = seconds.max() ?? 0
    func bar(_ text: String, _ holds: Bool) -> Bool {
      print((holds ? "ok    " : "NO    ") + text)
      return holds
    }
    print(
      "\ntried \(workshop.tried), left out: "
        + workshop.faults.sorted { $0.value > $1.value }.map { "\($0.key.rawValue) \($0.value)" }.joined(
          separator: ", "))
    print(
      "distance of a scene from itself 8 s later: median \(hundredths(middle(same))); from others: \(hundredths(middle(other)))"
    )
    return [
      bar("compile and run: \(workshop.tried - unusable) of \(workshop.tried) (bar: all)", unusable == 0),
      bar("shown: \(shown.count) of \(shown.count + missing) wanted", missing == 0),
      bar(
        "shown scenes that pass the rails 8 s later as well: \(passing) of \(shown.count) (bar: 95 %)",
        Double(passing) >= 0.95 * Double(shown.count)),
      bar("Vendi score (width 0.7): \(tenths(vendi)) of \(set.count) (bar: 30 of 40)", vendi >= 30),
      bar("nearest neighbour, median: \(hundredths(median)) (bar: 0.9)", median >= 0.9),
      bar("nearer than 0.5 to one of the 30 before: \(repeats) (bar: 0)", repeats == 0),
      bar(
        "time to a new scene: median \(hundredths(middle(seconds) / barSeconds)), longest \(hundredths(slowest / barSeconds)) bars at 120 bpm of one core (bar: 2)",
        slowest <= 2 * barSeconds),
    ].allSatisfy { $0 }
  }

  /// The same numbers of shaders that others made: what the scale of the bars is worth.
  ///
  /// - Parameter folders: of ISF files; generators that are proven to end are drawn from by the seed.
  static func compare(presets: String, with folders: [String], seed: UInt64, output: String?) throws {
    let workshop = try SceneWorkshop(presets: presets)
    let mood = Mood(valence: 0.5, arousal: 0.7, confidence: 1)
    let palette = InventionRun.palette(mood, home: 0.3)
    var files: [(order: UInt64, path: String)] = []
    var chance = SeededGenerator(seed: seed, purpose: "public sample")
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where name.hasSuffix(".fs") {
        files.append((chance.next(), "\(folder)/\(name)"))
      }
    }
    var (set, stills) = ([[Float]](), [[UInt8]]())
    var (passing, passingLater, refused) = (0, 0, 0)
    for (_, path) in files.sorted(by: { $0.order < $1.order }) where set.count < 40 {
      guard let preset = try? Catalogue.read(path, kind: nil, library: [:]), preset.kind == .scene,
        preset.header.openImages.isEmpty, preset.isProvenToEnd
      else { continue }
      let trial = workshop.trial(of: preset, palette: palette)
      guard let numbers = trial.descriptor?.numbers else {
        refused += 1
        continue
      }
      set.append(numbers)
      stills.append(trial.still)
      if trial.isPassed { passing += 1 }
      if workshop.trial(of: preset, palette: palette, fromSeconds: 8).isPassed { passingLater += 1 }
    }
    print(
      "\npublic sample: \(set.count) generators of \(files.count) files; \(refused) didn't compile")
    print("  pass the rails: \(passing), 8 s later: \(passingLater)")
    let nearest = Diversity.nearest(set)
    print(
      "  Vendi \(tenths(Diversity.vendi(set))), nearest neighbour median \(hundredths(middle(nearest))), nearer than 0.5: \(nearest.count { $0 < 0.5 })"
    )
    if let output { try writeSheet(stills, to: output) }
  }

  private static func middle(_ x: [Double]) -> Double {
    x.isEmpty ? 0 : x.sorted()[x.count / 2]
  }

  private static func tenths(_ number: Double) -> Double {
    number.isFinite ? (number * 10).rounded() / 10 : 0
  }
  private static func hundredths(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  /// Five pictures a row.
  private static func writeSheet(_ stills: [[UInt8]], to path: String) throws {
    let size = SceneTrial.size
    let columns = 5
    let rows = (stills.count + columns - 1) / columns
    let (width, height) = (columns * (size.width + 2), rows * (size.height + 2))
    var sheet = [UInt8](repeating: 255, count: 4 * width * height)
    for (place, still) in stills.enumerated() where still.count == 4 * size.width * size.height {
      let (x, y) = (place % columns * (size.width + 2), place / columns * (size.height + 2))
      for row in 0..<size.height {
        let from = 4 * row * size.width
        let to = 4 * ((y + row) * width + x)
        sheet.replaceSubrange(to..<(to + 4 * size.width), with: still[from..<(from + 4 * size.width)])
      }
    }
    let writer = try PNGWriter(width: width, height: height)
    try sheet.withUnsafeBytes { try writer.write($0, to: path, force: true) }
  }
}
