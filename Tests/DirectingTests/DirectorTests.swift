import Music
import Scenery
import Testing

@testable import Directing

@Suite("A director") struct DirectorTests {
  let repertoire = Repertoire.told(scenes: 10, transitions: 8)

  @Test("begins changes on bar lines and ends them on beats", arguments: [72.0, 96, 120, 140, 174])
  func onBarLines(beatsPerMinute: Double) {
    var show = Show(repertoire)
    show.play(
      ToldMusic(beatsPerMinute: beatsPerMinute, energy: { Float(0.5 + 0.45 * ($0 / 40).sine) }),
      untilSeconds: 600)
    #expect(show.changes.count > 15)
    for change in show.changes {
      #expect(change.offBar < 1e-4)
      if change.endSeconds.isFinite { #expect(change.endOffBeat < 2 * Hop.seconds) }
    }
  }

  @Test("keeps to bar lines when the tracker wavers at every beat")
  func waveringGrid() {
    var music = ToldMusic(energy: { _ in 0.9 })
    let grid = WaveringGrid()
    music.grid = { grid($0) }
    var show = Show(repertoire)
    show.play(music, untilSeconds: 600)
    // Against the true bar lines, every 2 s: no worse than the tracker's own error.
    let late = show.changes.filter { change in
      let bars = change.startSeconds / 2
      return abs(bars - bars.rounded()) * 2 > grid.jitterSeconds + 0.01
    }
    #expect(show.changes.count > 40)
    #expect(Double(late.count) <= 0.01 * Double(show.changes.count))
  }

  @Test("leaves every scene at least 8 s and at most about 64 s", arguments: [Float(0), 0.3, 0.6, 1])
  func stays(energy: Float) {
    var show = Show(repertoire)
    show.play(ToldMusic(beatsPerMinute: 170, energy: { _ in energy }), untilSeconds: 500)
    for (a, b) in zip(show.changes, show.changes.dropFirst()) {
      #expect(b.startSeconds - a.startSeconds >= 8)
      #expect(b.startSeconds - a.startSeconds <= 66)
    }
  }

  @Test(
    "counts a stay in whole bars: 64 beats when calm, 16 when wild", arguments: [(Float(0), 64.0), (1, 16)])
  func lengths(energy: Float, beats: Double) {
    var show = Show(repertoire)
    show.play(
      ToldMusic(
        beatsPerMinute: 110, energy: { _ in energy },
        mood: { _ in Mood(valence: 0.2, arousal: energy * 2 - 1, confidence: 0.8) }), untilSeconds: 300)
    for (a, b) in zip(show.changes.dropFirst(), show.changes.dropFirst(2)) {
      let stay = (b.startSeconds - a.startSeconds) / 60 * 110
      #expect(abs(stay - beats) < 0.01)
    }
  }

  @Test("is quicker the wilder the music")
  func quicker() {
    let spans = [Float(0.1), 0.4, 0.6, 0.95].map { energy in
      var show = Show(repertoire)
      show.play(ToldMusic(energy: { _ in energy }), untilSeconds: 200)
      let last = show.changes.last { $0.endSeconds.isFinite }
      return last.map { $0.endSeconds - $0.startSeconds } ?? .nan
    }
    #expect(spans == spans.sorted(by: >))
    #expect(abs(spans[0] - 4) < 0.02 && abs(spans[3] - 0.5) < 0.02)
  }

  @Test("changes at the first bar line of a new section")
  func sections() {
    let begins = [41.3, 55.1, 90.6, 131.9]
    var show = Show(repertoire)
    show.play(
      ToldMusic(
        energy: { _ in 0.2 }, mood: { _ in Mood(valence: 0.2, arousal: -0.6, confidence: 0.8) },
        sections: begins), untilSeconds: 140)
    for begin in begins {
      let bar = ToldMusic().steadyGrid.seconds(atBeats: ToldMusic().steadyGrid.barLine(afterSeconds: begin))
      #expect(show.changes.contains { abs($0.startSeconds - bar) < 0.001 }, "section at \(begin)")
    }
    #expect(show.decisions.filter { $0.reason == .section }.count == begins.count)
  }

  @Test("passes over a section that comes before a scene has had 8 s")
  func hastySections() {
    var show = Show(repertoire)
    show.play(
      ToldMusic(energy: { _ in 0.2 }, sections: stride(from: 3, to: 120, by: 1.7).map { $0 }),
      untilSeconds: 120)
    for (a, b) in zip(show.changes, show.changes.dropFirst()) {
      #expect(b.startSeconds - a.startSeconds >= 8)
    }
    #expect(show.changes.count >= 8)
  }

  @Test("shows the same show for the same seed and sound, bit for bit")
  func determinism() {
    let grid = WaveringGrid()
    var music = ToldMusic(energy: { Float(0.5 + 0.4 * ($0 / 9).sine) })
    music.grid = { grid($0) }
    var one = Show(repertoire, seed: 7)
    var two = Show(repertoire, seed: 7)
    one.play(music, untilSeconds: 200)
    two.play(music, untilSeconds: 200)
    #expect(one.digest == two.digest)
    #expect(one.changes.map(\.startSeconds) == two.changes.map(\.startSeconds))
    #expect(one.decisions == two.decisions)
  }

  @Test("never shows two songs, or two seeds, in the same order")
  func otherOrders() {
    func order(song: UInt64, seed: UInt64) -> [PresetIndex] {
      var show = Show(repertoire, seed: seed)
      show.play(ToldMusic(energy: { _ in 0.8 }, texture: song), untilSeconds: 200)
      return Array(show.order.prefix(10))
    }
    let songs = (1...12).map { order(song: $0, seed: 5) }
    #expect(Set(songs).count == 12)
    let seeds = (1...12).map { order(song: 5, seed: UInt64($0)) }
    #expect(Set(seeds).count == 12)
  }

  @Test("comes back to a scene only after two others, and to most in time")
  func noRepeats() {
    var show = Show(repertoire)
    show.play(ToldMusic(energy: { _ in 1 }), untilSeconds: 400)
    let order = show.order
    for i in order.indices.dropFirst(5) {
      #expect(!order[(i - 2)..<i].contains(order[i]))
    }
    #expect(Set(order).count >= 5)
  }

  @Test("prefers scenes at home in the mood")
  func moodFit() {
    func meanValence(_ valence: Float) -> Float {
      var values: [Float] = []
      for seed in 1...4 as ClosedRange<UInt64> {
        var show = Show(repertoire, seed: seed)
        show.play(
          ToldMusic(
            energy: { _ in 1 }, mood: { _ in Mood(valence: valence, arousal: 0.3, confidence: 1) }),
          untilSeconds: 200)
        values += show.order.map { repertoire[$0]?.header.kinora.valence ?? 0 }
      }
      return values.reduce(0, +) / Float(values.count)
    }
    #expect(meanValence(0.7) > meanValence(-0.7) + 0.25)
  }

  @Test("makes about a third of its changes with the infinite zoom")
  func signature() {
    var zooms = 0
    var all = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      var show = Show(repertoire, seed: seed)
      show.play(ToldMusic(energy: { _ in 1 }, texture: seed), untilSeconds: 400)
      zooms += show.changes.filter { repertoire[$0.transition]?.name == "infinite-zoom" }.count
      all += show.changes.count
    }
    #expect((0.23...0.44).contains(Double(zooms) / Double(all)), "\(zooms) of \(all)")
  }

  @Test("explains each change in a line")
  func explained() {
    var show = Show(repertoire)
    show.play(ToldMusic(energy: { _ in 0.7 }, sections: [40]), untilSeconds: 60)
    let lines = show.decisions.map(\.description)
    #expect(lines.contains { $0.hasSuffix("opens") })
    let changes = show.decisions.filter { $0.change?.from.isEmpty == false }
    #expect(changes.count == show.changes.count)
    for line in changes.map(\.description) {
      #expect(
        line.wholeMatch(
          of: /bar \d+(, new section)?, [a-z]+: scene-\d → scene-\d, .* over 2 beats, energy 0\.7/) != nil,
        "\(line)")
    }
  }
}

extension Double {
  /// A swing between −1 and 1 with period 1, without a maths library.
  var sine: Double {
    let phase = self - rounded(.down)
    let x = phase < 0.5 ? phase : phase - 0.5
    return (phase < 0.5 ? 16 : -16) * x * (0.5 - x)
  }
}
