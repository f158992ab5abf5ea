import Foundation
import Music
import Scenery
import Testing

@testable import Performance

@Suite("A show file") struct ShowFileTests {
  static let presets =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Presets"

  /// The sentence that a show's text is refused with.
  private func refusal(_ text: String) -> String {
    do {
      let show = try Show(text: text, path: "s.yaml")
      _ = try show.repertoire(from: Catalogue(folder: Self.presets))
      return ""
    } catch {
      return error.description
    }
  }

  @Test("all ten that come along can be cast, and each wants many scenes of its own")
  func shipped() throws {
    let catalogue = Catalogue(folder: Self.presets)
    let folder = Self.presets + "/Shows"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    // One more goes with the demo song and names its ten scenes.
    #expect(files.count == 11)
    for file in files where file != "first-light.yaml" {
      let show = try Show(path: "\(folder)/\(file)")
      #expect(throws: Never.self, "\(file)") { try show.repertoire(from: catalogue) }
      #expect(show.weights.count { $0.weight > 1 } >= 8, "\(file) names too few scenes")
      #expect(show.brief != nil && show.palette != nil && show.ceilings.cutsPerMinute != nil, "\(file)")
    }
  }

  @Test("brief, palette, weights and ceilings are read")
  func keys() throws {
    let show = try Show(
      text:
        "brief: \"rain, no people\"\npalette: blue\nweights:\n  wolf: 2.5\n  heron: 0\nceilings:\n  cuts-per-minute: 3\n",
      path: "s.yaml")
    #expect(show.brief == "rain, no people" && show.palette == "blue" && show.ceilings.cutsPerMinute == 3)
    #expect(show.weights.map(\.scene) == ["wolf", "heron"] && show.weights.map(\.weight) == [2.5, 0])
  }

  @Test("clips, tables of colour, overlays and bindings are read, files beside the show")
  func files() throws {
    let folder = NSTemporaryDirectory() + "kinora-show-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/films", withIntermediateDirectories: true)
    try "[00:01.00]la\n".write(toFile: folder + "/song.lrc", atomically: true, encoding: .utf8)
    try "LUT_3D_SIZE 2\n".write(toFile: folder + "/my.cube", atomically: true, encoding: .utf8)
    let text = """
      clips: [films]
      look: my.cube
      filters: [halftone:0.5]
      overlays:
        title: A Song|by us
        lyrics: song.lrc
        lyrics-offset: -120
      bindings:
        wolf.power: bass
        halftone.swell: {signal: onset, low: 0.2, high: 0.6, halfLifeSeconds: 0.3}
      """
    let show = try Show(text: text, path: folder + "/s.yaml")
    #expect(show.clips == [folder + "/films"] && show.look == folder + "/my.cube")
    #expect(show.filters?.first?.name == "halftone", "a name stays a name")
    #expect(show.overlay.lyrics == folder + "/song.lrc" && show.overlay.lyricsOffsetMilliseconds == -120)
    #expect(show.overlay.title == "A Song|by us")
    var mine = OverlayWish()
    mine.title = "Mine"
    #expect(mine.over(show.overlay).title == "Mine")
    mine.lyrics = "other.lrc"
    #expect(mine.over(show.overlay).lyricsOffsetMilliseconds == nil)
    #expect(show.bindings.lines.count == 2)
  }

  @Test("a show's bindings come before a preset's own, and stay with the preset where it is kept")
  func bindings() throws {
    let catalogue = Catalogue(folder: Self.presets)
    let own = try #require(catalogue.presets.first { $0.name == "halftone" })
    let input = try #require(own.header.kinora.bindings.first { $0.signal.range == .unit }?.input)
    let show = try Show(
      text: "bindings:\n  halftone.\(input): {signal: treble, low: 0.1, high: 0.2}\n", path: "s.yaml")
    let bound = try #require(
      try show.repertoire(from: catalogue).presets.compactMap { $0 }.first { $0.name == "halftone" })
    let binding = try #require(bound.header.kinora.bindings.first { $0.input == input })
    #expect(binding.signal == .treble && binding.low == 0.1 && binding.high == 0.2)
    #expect(bound.header.kinora.bindings.count { $0.input == input } == 1)
    #expect(bound.sideText?.contains("treble") == true && bound.digest != own.digest)
    let still = try Show(text: "bindings:\n  halftone.\(input): none\n", path: "s.yaml")
    let left = try still.repertoire(from: catalogue).presets.compactMap { $0 }.first { $0.name == "halftone" }
    #expect(left?.header.kinora.bindings.contains { $0.input == input } == false)
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("clips: [nowhere]\n", "s.yaml:1:", "no folder of clips nowhere"),
      ("title: x\noverlays:\n  lyrics: no.lrc\n", "s.yaml:3:", "no.lrc"),
      ("overlays:\n  titel: x\n", "s.yaml:2:", "titel"),
      ("overlays:\n  lyrics-offset: soon\n", "s.yaml:2:", "milliseconds"),
      ("bindings:\n  unicorn.horn: bass\n", "s.yaml:2:", "unicorn"),
      ("bindings:\n  wolf: bass\n", "s.yaml:2:", "PRESET.INPUT"),
      ("title: x\nbindings:\n  wolf.horn: bass\n", "s.yaml:3:", "horn"),
      ("bindings:\n  halftone.swell: loudness\n", "s.yaml:2:", "loudness"),
      ("title: x\nweights:\n  wolf: 2\n  unicorn: 1\n", "s.yaml:4:", "unicorn"),
      ("weights:\n  wolf: -1\n", "s.yaml:2:", "from 0 to 100"),
      ("weights: 3\n", "s.yaml:1:", "SCENE: NUMBER"),
      ("title: x\nceilings:\n  cuts-per-minute: 90\n", "s.yaml:3:", "0.1 to 60"),
      ("title: x\nceilings:\n  colours: 3\n", "s.yaml:3:", "cuts-per-minute"),
      ("title: x\nbrif: rain\n", "s.yaml:2:", "brif"),
      ("title: [x\n", "s.yaml:2:", "isn't YAML"),
    ])
  func faults(text: String, place: String, said: String) {
    let sentence = refusal(text)
    #expect(sentence.hasPrefix(place) && sentence.contains(said), "\(sentence)")
  }
}

@Suite("A set list") struct SetListTests {
  private func list(_ text: String) throws -> SetList {
    try SetList(text: text, path: "/tmp/set.yaml", shows: ShowFileTests.presets + "/Shows")
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try list(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test("has parts in order, each with its own show, title, seed and silence")
  func parts() throws {
    let text = """
      title: Friday
      parts:
        - song: demo
          title: First Light|a demo
          show: piano
          seed: 7
        - listen: hw:1
          show: rock
          silence: 30
          for: 1800
        - listen:
      silence: 5
      """
    let parts = try list(text).parts
    #expect(parts.map(\.sound) == [.song("demo"), .listen("hw:1"), .listen("")])
    #expect(parts.map(\.silenceSeconds) == [5, 30, 5], "the whole list's silence holds wherever it stands")
    #expect(parts[0].name == "First Light" && parts[0].seed == 7)
    #expect(parts[0].show?.hasSuffix("Shows/piano.yaml") == true)
    #expect(parts[1].durationSeconds == 1800 && parts[2].show == nil)
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("parts:\n  - song: demo\n    shwo: x\n", ":3:", "shwo"),
      ("parts:\n  - song: demo\n  - song: nowhere.flac\n", ":3:", "nowhere.flac"),
      ("parts:\n  - song: demo\n    show: nowhere\n", ":3:", "no show “nowhere”"),
      ("parts:\n  - title: x\n", ":2:", "either"),
      ("parts:\n  - song: demo\n    listen: default\n", ":2:", "either"),
      ("parts:\n  - song: demo\n    for: -1\n", ":3:", "above 0"),
      ("silence: 0\nparts:\n  - song: demo\n", ":1:", "from 1 to 600"),
      ("title: x\n", ":1:", "no part"),
    ])
  func faults(text: String, line: String, said: String) {
    let sentence = refusal(text)
    #expect(sentence.hasPrefix("/tmp/set.yaml" + line) && sentence.contains(said), "\(sentence)")
  }

  @Test("a band has finished when it was heard and has fallen silent, and not before it began")
  func silence() {
    var watch = PartWatch(silenceSeconds: 3)
    var ends: Double?
    for hop in 0..<5000 as Range<Int64> {
      var moment = Moment(hop: HopIndex(hop))
      let now = moment.hop.end.seconds
      // Silence for 6 s, a cough, silence; music from 12 to 18 s with a general pause of 2 s in it.
      moment.isSilent = !((6..<7).contains(now) || (12..<14).contains(now) || (16..<18).contains(now))
      if ends == nil, watch.isOver(moment) { ends = now }
    }
    #expect(abs((ends ?? 0) - 21) < 0.1)
  }
}
