import Directing
import Music
import Scenery
import Testing

@testable import Session

@Suite("A cue sheet") struct CueSheetTests {
  /// Two changes in twelve seconds at 25 frames a second: a dissolve over half a second, then a cut.
  private static let sheet: CueSheet = {
    var sheet = CueSheet(
      title: "Nocturne – live", seed: 5, grid: FrameGrid(framesPerSecond: 25), seconds: 12)
    let opening = DecidedChange(bar: 1, seconds: 0, from: "", to: "tide")
    sheet.note(
      Decision(hop: HopIndex(0), reason: .opening, description: "tide opens", bar: nil, change: opening))
    let dissolve = DecidedChange(
      bar: 3, seconds: 4, lengthSeconds: 0.5, beats: 1, from: "tide", to: "dune", transition: "whip-pan")
    sheet.note(
      Decision(
        hop: HopIndex(742), reason: .section, description: "bar 3, new section: \(dissolve)", bar: 2,
        change: dissolve))
    let cut = DecidedChange(bar: 5, seconds: 8.01, from: "dune", to: "wolf")
    sheet.note(
      Decision(hop: HopIndex(1494), reason: .hand, description: "bar 5, by hand: \(cut)", bar: 5, change: cut)
    )
    return sheet
  }()

  @Test("as an edit decision list: every frame is in one event, dissolves in two lines")
  func edl() {
    #expect(
      Self.sheet.edl == """
        TITLE: NOCTURNE - LIVE
        FCM: NON-DROP FRAME

        001  AX       V     C        00:00:00:00 00:00:04:00 00:00:00:00 00:00:04:00
        * FROM CLIP NAME: tide
        * COMMENT: tide opens

        002  AX       V     C        00:00:04:00 00:00:04:00 00:00:04:00 00:00:04:00
        002  AX       V     D    013 00:00:00:00 00:00:04:01 00:00:04:00 00:00:08:01
        * EFFECT NAME: WHIP-PAN
        * FROM CLIP NAME: tide
        * TO CLIP NAME: dune
        * COMMENT: bar 3, new section: tide -> dune, whip-pan over 1 beat

        003  AX       V     C        00:00:00:00 00:00:03:24 00:00:08:01 00:00:12:00
        * FROM CLIP NAME: wolf
        * COMMENT: bar 5, by hand: dune -> wolf, a cut

        """)
  }

  @Test("as subtitles: five seconds a line at most, and none stands over the next")
  func srt() {
    #expect(
      Self.sheet.srt == """
        1
        00:00:00,000 --> 00:00:04,000
        tide opens

        2
        00:00:04,000 --> 00:00:08,010
        bar 3, new section: tide → dune, whip-pan over 1 beat

        3
        00:00:08,010 --> 00:00:13,010
        bar 5, by hand: dune → wolf, a cut


        """)
  }

  @Test("as text and JSON: time codes count in the take's own frames")
  func textAndJSON() throws {
    #expect(Self.sheet.text.hasPrefix("00:00:00:00  tide opens\n00:00:04:00  bar 3, new section: "))
    let json = try Self.sheet.json()
    #expect(json.contains("\"timecode\" : \"00:00:08:01\""))
    #expect(json.contains("\"reason\" : \"section\"") && json.contains("\"to\" : \"dune\""))
    #expect(json.components(of: "\"change\" :") == 3 && json.components(of: "\"from\" :") == 2)
  }

  @Test("that can't be written as JSON says so, and which one")
  func noJSON() {
    let endless = CueSheet(
      title: "Endless", seed: 1, grid: FrameGrid(framesPerSecond: 25), seconds: .infinity)
    let error = #expect(throws: CueSheetError.self) { try endless.json() }
    #expect(error?.description.contains("“Endless” can't be written as JSON") == true)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
