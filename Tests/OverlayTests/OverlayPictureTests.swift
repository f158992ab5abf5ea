import Lettering
import Music
import Scenery
import Testing

@testable import Staging

@MainActor @Suite("Writing over the picture") struct OverlayPictureTests {
  private static let size = PixelSize(width: 320, height: 180)

  private func stage() throws -> Stage {
    let stage = try Stage(window: Window(WindowSettings(size: Self.size, isHeadless: true)))
    stage.fixedOutput = Self.size
    let preset = try PresetParser.parse(
      text: "/*{}*/ void main() { gl_FragColor = vec4(vec3(0.2), 1.0); }", path: "grey.fs")
    try stage.prepare(preset, as: PresetIndex(0))
    return stage
  }

  private func picture(of text: String, words: [Range<Int>] = []) throws -> OverlayPicture {
    let style = LetterStyle(family: "Noto Sans", size: 18, width: 280, lines: 2, isCentred: true)
    let set = try #require(Lettering.set(text, words: words, style))
    return OverlayPicture(
      picture: StillPicture(size: PixelSize(width: set.width, height: set.height), pixels: set.letters),
      map: StillPicture(size: PixelSize(width: set.mapWidth, height: set.mapHeight), pixels: set.map),
      em: set.size, margin: set.margin, isRightToLeft: set.isRightToLeft, madeFor: Self.size)
  }

  private func plan(_ items: [OverlayItem], at seconds: Double) -> FramePlan {
    let appearance = Appearance(scene: PresetIndex(0), entrance: .zero, entranceBeats: 0, variation: 0)
    var plan = FramePlan(
      seconds: seconds, outgoing: LayerPlan(appearance: appearance, time: seconds, signals: Signals()),
      moment: Moment(hop: HopIndex(0)))
    plan.overlays = items
    return plan
  }

  /// Pixels brighter than the picture below, and the share of them in its lower third.
  private func bright(_ stage: Stage, columns: Range<Int>? = nil) -> (all: Int, low: Int) {
    var bytes = [UInt8](repeating: 0, count: 4 * Self.size.width * Self.size.height)
    bytes.withUnsafeMutableBytes { stage.readPixels(into: $0) }
    var (all, low) = (0, 0)
    for row in 0..<Self.size.height {
      for column in columns ?? 0..<Self.size.width where bytes[4 * (row * Self.size.width + column)] > 150 {
        all += 1
        if row > Self.size.height * 2 / 3 { low += 1 }
      }
    }
    return (all, low)
  }

  @Test("is seen at its time and not before, in the lower third, the same twice")
  func appears() throws {
    var overlays = Overlays()
    overlays.lyrics = [LyricLine(start: 1, end: 3, text: "Evening")]
    let stage = try stage()
    try stage.setOverlay(try picture(of: "Evening"), for: .line(0))
    func draw(_ seconds: Double) -> (all: Int, low: Int) {
      let items = overlays.items(CaptionState(), atSeconds: seconds, beat: 0.5, pulse: 0)
      stage.draw(plan(items, at: seconds))
      return bright(stage)
    }
    #expect(draw(0).all == 0 && draw(0.999).all == 0)
    let shown = draw(2)
    let hash = stage.pictureHash()
    #expect(shown.all > 100 && shown.low == shown.all)
    #expect(draw(3.001).all == 0)
    _ = draw(2)
    #expect(stage.pictureHash() == hash)
    #expect(stage.faults().isEmpty)
  }

  @Test(
    "lights words in the order in which they are read", arguments: [("one two", false), ("ليل طويل", true)])
  func words(text: String, runsLeft: Bool) throws {
    let space = try #require(
      text.utf8.firstIndex(of: 32).map { text.utf8.distance(from: text.startIndex, to: $0) })
    let stage = try stage()
    let picture = try picture(of: text, words: [0..<space + 1, space + 1..<text.utf8.count])
    #expect(picture.isRightToLeft == runsLeft)
    try stage.setOverlay(picture, for: .line(0))
    let middle = Self.size.width / 2
    func lit(_ sung: Float) -> (left: Int, right: Int) {
      let item = OverlayItem(id: .line(0), place: .foot(stack: 0), opacity: 1, sung: sung)
      stage.draw(plan([item], at: 0))
      var bytes = [UInt8](repeating: 0, count: 4 * Self.size.width * Self.size.height)
      bytes.withUnsafeMutableBytes { stage.readPixels(into: $0) }
      var (left, right) = (0, 0)
      for place in 0..<Self.size.width * Self.size.height where bytes[4 * place] > 215 {
        if place % Self.size.width < middle { left += 1 } else { right += 1 }
      }
      return (left, right)
    }
    let (none, half, all) = (lit(-1), lit(1), lit(2))
    #expect(none.left + none.right == 0)
    #expect(half.left + half.right > 20 && all.left + all.right > half.left + half.right + 20)
    #expect(runsLeft ? half.right > 4 * half.left : half.left > 4 * half.right)
  }

  @Test(
    "sets a title's lines flush with the side where they begin",
    arguments: [("Harbour Lights\nlive", false), ("أضواء الميناء\nحفلة", true)])
  func flush(text: String, runsLeft: Bool) throws {
    let style = LetterStyle(
      family: "Noto Sans", size: 40, restSize: 22, width: 600, lines: 2, isCentred: false)
    let set = try #require(Lettering.set(text, style))
    #expect(set.isRightToLeft == runsLeft)
    /// The outermost columns with ink in some rows.
    func columns(_ rows: Range<Int>) -> (first: Int, last: Int) {
      let inked = (0..<set.width).filter { x in
        rows.contains { set.letters[4 * ($0 * set.width + x) + 3] > 128 }
      }
      return (inked.first ?? 0, inked.last ?? 0)
    }
    let (first, second) = (columns(0..<set.height * 6 / 10), columns(set.height * 7 / 10..<set.height))
    #expect(first.last - first.first > second.last - second.first + 60)
    let apart = runsLeft ? abs(first.last - second.last) : abs(first.first - second.first)
    #expect(apart <= 5, "\(first) \(second)")
  }

  @Test("sets every script, wraps, and counts letters that no font has")
  func scripts() throws {
    for text in ["Grüße", "مرحبا", "日本語", "नमस्ते", "한국어", "שלום"] {
      let style = LetterStyle(family: "Noto Sans", size: 20, width: 300, lines: 2, isCentred: true)
      let set = try #require(Lettering.set(text, style))
      #expect(set.missing == 0, "\(text)")
      #expect(set == Lettering.set(text, style), "the same twice")
    }
    let style = LetterStyle(family: "No Such Font", size: 20, width: 120, lines: 3, isCentred: true)
    #expect(try #require(Lettering.set("\u{10FFFE}a", style)).missing > 0)
    #expect(!Lettering.isInstalled(family: "No Such Font"))
    let long = try #require(Lettering.set(String(repeating: "word ", count: 60), style))
    #expect(long.size == 10 && long.width <= 120 + 2 * long.margin)
    #expect(Lettering.set("   ", style) == nil && Lettering.set("", style) == nil)
  }

  @Test("brings a title and cards on and off on bar lines")
  func captions() throws {
    let stays = CaptionShow(CaptionList(hasTitle: true, cards: 2, creditsSeconds: 20)).run(seconds: 60)
    #expect(stays.map(\.ordinal) == [0, 1, 2])
    for stay in stays {
      for time in [stay.entrance, stay.exit] {
        #expect(abs((time / 2).rounded() * 2 - time) < 0.006, "\(time) is a bar line at 120 beats per minute")
      }
      #expect(stay.exit - stay.entrance >= 3.4)
    }
    #expect(stays[1].entrance >= 20)
  }
}
