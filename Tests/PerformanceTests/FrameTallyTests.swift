import Scenery
import Testing

@testable import Performance

@Suite("A tally of pictures") struct FrameTallyTests {
  @Test("tells how far apart pictures were, and how large they were drawn")
  func sentence() {
    var tally = FrameTally()
    var now: Int64 = 5_000_000_000
    let full = PixelSize(width: 640, height: 360)
    // A hundred pictures after the first: 90 in step, six a little late, three late, and one very late.
    let late = Array(repeating: 40, count: 6) + [66, 66, 66, 700]
    for milliseconds in [0] + Array(repeating: 33, count: 90) + late {
      now += Int64(milliseconds) * 1_000_000
      let size = milliseconds == 700 ? PixelSize(width: 320, height: 180) : full
      tally.count(skipped: milliseconds == 700 ? 20 : 0, atNanoseconds: now, size: size)
    }
    #expect(tally.shown == 101 && tally.skipped == 20)
    #expect(tally.milliseconds(withinShare: 0.5) == 33)
    #expect(tally.milliseconds(withinShare: 0.95) == 40)
    #expect(tally.milliseconds(withinShare: 0.99) == 66)
    #expect(tally.milliseconds(withinShare: 1) == 700)
    #expect(
      tally.sentence == "101 pictures shown, 20 grid steps skipped, p50 33 p95 40 p99 66 worst 700 ms apart, "
        + "drawn at 637×358 on average, 320×180 at the smallest")
  }

  @Test("has nothing to tell of distances before there are two pictures")
  func few() {
    var tally = FrameTally()
    #expect(tally.sentence == "0 pictures shown, 0 grid steps skipped")
    tally.count(skipped: 0, atNanoseconds: 1, size: PixelSize(width: 64, height: 36))
    #expect(tally.sentence == "1 pictures shown, 0 grid steps skipped")
    #expect(tally.milliseconds(withinShare: 0.5) == 0)
  }
}
