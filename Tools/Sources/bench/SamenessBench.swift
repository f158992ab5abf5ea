import Foundation
import Music
import Performance
import Scenery
import Session

/// How far the shows of different songs are apart, against the same song with another seed, and against shows whose
/// scenes are dealt out at random.
enum SamenessBench {
  private struct Show {
    var song: Int
    var portrait: ShowPortrait
  }

  /// Between-song distances are clearly above others from this effect on (a large one; J. Cohen 1988).
  private static let clear = 0.8

  /// - Returns: whether both bars hold.
  static func run(presets: String, seeds: Int, seconds: Double, songs: [String]) throws -> Bool {
    var configuration = Configuration()
    configuration.presets = presets
    configuration.durationSeconds = seconds
    let studio = PortraitStudio(configuration)
    var shows: [Show] = []
    for (song, path) in songs.enumerated() {
      for seed in 0..<seeds {
        let portrait = try studio.portrait(of: path, reseeding: UInt64(seed))
        shows.append(Show(song: song, portrait: portrait))
        let stays = portrait.stays.map { "\($0.scene) \(Int($0.seconds.rounded()))" }
        print(
          "\(name(path)) \(seed == 0 ? "own seed" : "reseeded \(seed)"): \(stays.joined(separator: ", ")); \(hex(portrait.leading))"
        )
        fflush(nil)
      }
    }
    let lengths = shows.flatMap { $0.portrait.stays.map(\.seconds) }
    var shuffles: [[Show]] = []
    for isTinted in [false, true] {
      var dealt: [Show] = []
      for (song, path) in songs.enumerated() {
        for seed in 0..<seeds {
          var dealer = Dealer(seed: UInt64(song * seeds + seed), lengths: lengths, isTinted: isTinted)
          let portrait = try studio.portrait(of: path, reseeding: UInt64(seed)) { snapshot, repertoire in
            dealer.deal(snapshot, repertoire)
          }
          dealt.append(Show(song: song, portrait: portrait))
        }
      }
      shuffles.append(dealt)
    }
    return report(shows, plain: shuffles[0], tinted: shuffles[1])
  }

  private static func report(_ shows: [Show], plain: [Show], tinted: [Show]) -> Bool {
    for (what, set) in [("directed", shows), ("dealt", plain)] {
      let counts = set.map { Double(Set($0.portrait.stays.map(\.scene)).count) }
      let stays = set.map { Double($0.portrait.stays.count) }
      print("\(what): " + String(format: "%.1f scenes in %.1f stays a show", mean(counts), mean(stays)))
    }
    let between = distances(shows) { $0.song != $1.song }
    let others = [
      ("same song, another seed", distances(shows) { $0.song == $1.song }),
      ("scenes dealt at random", distances(plain) { $0.song != $1.song }),
    ]
    let hued = ("… each show in a hue", distances(tinted) { $0.song != $1.song })
    print("\ndistance of two shows         pairs   mean  spread    min    max")
    line("different songs", between)
    for (what, distances) in others + [hued] { line(what, distances) }
    // Told, and no bar: a shuffle that colours each show is more than a shuffle.
    _ = effect(hued.0, between, hued.1, bar: nil)
    return others.map { effect($0, between, $1, bar: clear) }.allSatisfy { $0 }
  }

  private static func distances(_ shows: [Show], _ isWanted: (Show, Show) -> Bool) -> [Double] {
    shows.indices.flatMap { i in
      (0..<i).filter { isWanted(shows[i], shows[$0]) }.map {
        shows[i].portrait.distance(to: shows[$0].portrait)
      }
    }
  }

  /// - Returns: whether the bar holds; true without one.
  private static func effect(_ what: String, _ between: [Double], _ other: [Double], bar: Double?) -> Bool {
    let pooled = ((variance(between) + variance(other)) / 2).squareRoot()
    let effect = (mean(between) - mean(other)) / max(pooled, 1e-9)
    let wins = between.reduce(0.0) { sum, x in
      sum + other.reduce(0.0) { $0 + (x > $1 ? 1 : x == $1 ? 0.5 : 0) }
    }
    let area = wins / Double(max(1, between.count * other.count))
    let holds = bar.map { effect >= $0 } ?? true
    print(
      (bar == nil ? "      " : holds ? "ok    " : "NO    ")
        + String(
          format: "different songs against %@: effect size %.2f (%@), area under the curve %.2f", what,
          effect,
          bar.map { String(format: "bar: %.1f", $0) } ?? "no bar", area))
    return holds
  }

  private static func line(_ what: String, _ x: [Double]) {
    print(
      what.padding(toLength: 28, withPad: " ", startingAt: 0)
        + String(
          format: "%7d %6.3f %7.3f %6.3f %6.3f", x.count, mean(x), variance(x).squareRoot(), x.min() ?? 0,
          x.max() ?? 0))
  }

  private static func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(max(1, x.count)) }

  private static func variance(_ x: [Double]) -> Double {
    let middle = mean(x)
    return x.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(max(1, x.count - 1))
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func hex(_ colour: Colour) -> String {
    "#" + [colour.red, colour.green, colour.blue].map { String(format: "%02x", Int($0 * 255)) }.joined()
  }
}

/// Deals scenes out at random, for as long as scenes stay elsewhere, in the colours of no mood; what the music does to
/// each scene is left as it is.
private struct Dealer {
  private var chance: SeededGenerator
  private let lengths: [Double]
  private let palette: Palette
  private var stay = Appearance.nobodyYet
  private var endSeconds = 0.0

  /// - Parameter isTinted: gives the whole show a leading hue from anywhere on the circle; else the colours are those
  ///   before any mood was heard.
  init(seed: UInt64, lengths: [Double], isTinted: Bool) {
    chance = SeededGenerator(seed: seed, purpose: "dealer")
    self.lengths = lengths
    let hue = chance.unit() * 360
    palette = isTinted ? Palette(mood: Mood(), hue: hue) : .neutral
  }

  mutating func deal(_ snapshot: Snapshot, _ repertoire: Repertoire) -> Snapshot {
    var dealt = snapshot
    let now = snapshot.moment.hop.end.seconds
    if now >= endSeconds {
      let scenes = repertoire.indices(of: .scene).filter { $0 != stay.scene }
      let scene = scenes[min(Int(chance.unit() * Double(scenes.count)), scenes.count - 1)]
      stay = Appearance(
        scene: scene, entrance: snapshot.moment.hop.start,
        entranceBeats: snapshot.moment.grid.beats(atSeconds: now), entranceMotion: snapshot.score.motion,
        variation: Float(chance.unit()), feeder: scenes.first ?? .nothing)
      endSeconds = now + lengths[min(Int(chance.unit() * Double(lengths.count)), lengths.count - 1)]
    }
    dealt.score.onStage = stay
    dealt.score.change = nil
    dealt.score.palette = palette
    dealt.score.finishing.looks = LookMix()
    dealt.score.finishing.grade = Grade(mood: Mood(), tension: 0, amount: dealt.score.finishing.gradeAmount)
    return dealt
  }
}

extension Appearance {
  fileprivate static let nobodyYet = Appearance(
    scene: .nothing, entrance: .zero, entranceBeats: 0, variation: 0)
}
