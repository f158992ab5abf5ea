import Scenery
import Testing

@Suite("Lyrics") struct LyricsParserTests {
  private func lrc(_ text: String) -> LyricsParser { LyricsParser.parse(Array(text.utf8), path: "a.lrc") }
  private func srt(_ text: String) -> LyricsParser { LyricsParser.parse(Array(text.utf8), path: "a.srt") }

  @Test(
    "read every way of writing a time",
    arguments: [
      ("[00:01.50]a", 1.5), ("[00:01]a", 1), ("[01:02.345]a", 62.345), ("[75:00.00]a", 4500),
      ("[01:00:02.00]a", 3602), ("[00:02:50]a", 2.5), ("[ 00:03.00 ]a", 3), ("[00:04,25]a", 4.25),
    ])
  func times(text: String, seconds: Double) throws {
    let parser = lrc(text)
    #expect(parser.lines.count == 1 && parser.complaints.isEmpty, "\(parser.complaints)")
    #expect(abs(try #require(parser.lines.first).start - seconds) < 1e-9)
  }

  @Test(
    "complain of what is no time, by line, and read the rest",
    arguments: [
      "[00:99.00]a", "[0x:01.00]a", "[-1:00]a", "[99999999999:00]a", "[]a", "words without a time",
      "[1e3:00]a",
      "[00:01.2.3]a", "[nan:00]a",
    ])
  func badTimes(row: String) {
    let parser = lrc("[00:01.00]one\n\(row)\n[00:03.00]three")
    #expect(parser.lines.map(\.text) == ["one", "three"])
    // A tag such as [ti:…] is no mistake; “nan:00” looks like one.
    #expect(parser.complaints.map(\.line) == (row.hasPrefix("[nan") ? [] : [2]), "\(parser.complaints)")
  }

  @Test("end a line where the next begins, at an empty line, or after eight seconds")
  func ends() {
    let lines = lrc("[00:01.00]a\n[00:03.00]b\n[00:05.00]\n[00:20.00]c").lines
    #expect(lines.map(\.text) == ["a", "b", "c"])
    #expect(lines.map(\.end) == [3, 5, 28])
  }

  @Test("know repeated lines, tags, the offset, Windows' line ends and a byte order mark")
  func dialect() {
    let lines = lrc("\u{FEFF}[ti:Song]\r\n[offset:+500]\r\n[00:10.00][00:02.00]again\r\n[00:05.00]once").lines
    #expect(lines.map(\.text) == ["again", "once", "again"])
    #expect(lines.map(\.start) == [1.5, 4.5, 9.5])
  }

  @Test("follow words, and lines whose words run backwards are shown at once")
  func words() throws {
    let parser = lrc(
      "[00:01.00] <00:01.00>Hel<00:01.50>lo <00:02.00>wörld<00:03.00>\n[00:05.00]<00:06.00>a <00:05.00>b")
    let line = try #require(parser.lines.first)
    #expect(line.text == "Hello wörld" && line.end == 3)
    #expect(line.words.map(\.bytes) == [0..<3, 3..<6, 6..<12])
    #expect(line.sung(atSeconds: 0.9) == 0)
    #expect(abs(line.sung(atSeconds: 1.75) - 1.5) < 1e-9)
    #expect(line.sung(atSeconds: 9) == 3)
    #expect(parser.lines[1].words.isEmpty && parser.lines[1].text == "a b")
    #expect(parser.complaints.map(\.line) == [2])
  }

  @Test("read SubRip: tags go, lines stay, overlaps stand above each other")
  func subRip() {
    let parser = srt(
      """
      1
      00:00:01,000 --> 00:00:04,000 X1:40
      <i>One</i> {\\an8}and
      two < three

      2
      00:00:02.500 --> 00:00:05.000
      <font color="red">Other</font>

      3
      00:00:09,000 --> 00:00:08,000
      backwards

      4
      00:61:09,000 --> 00:00:08,000
      never
      """)
    #expect(parser.lines.map(\.text) == ["One and\ntwo < three", "Other", "backwards"])
    #expect(parser.lines.map(\.stack) == [0, 1, 0])
    #expect(parser.lines[2].start == 9 && parser.lines[2].end == 11)
    #expect(parser.complaints.map(\.line) == [11, 15])
  }

  @Test("survive a line of a megabyte, no text at all, bytes that are no UTF-8, and ten thousand mistakes")
  func sick() {
    let long = lrc("[00:01.00]" + String(repeating: "x", count: 1 << 20))
    #expect(long.lines.first?.text.count == 400 && long.complaints.map(\.line) == [1])
    #expect(lrc("").lines.isEmpty && srt("").complaints.isEmpty)
    #expect(srt("nothing here").complaints.count == 1)
    let western = LyricsParser.parse(Array("[00:01.00]one\n[00:02.00]caf".utf8) + [0xE9], path: "a.lrc")
    #expect(western.lines.last?.text == "café" && western.complaints.map(\.line) == [2])
    #expect(lrc(String(repeating: "[xx:00]a\n", count: 10_000)).complaints.count <= 21)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in "[00:01.00]日本".utf16 { utf16 += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(LyricsParser.parse(utf16, path: "a.lrc").lines.first?.text == "日本")
  }

  @Test("say what is shown when, and never before its time")
  func planned() {
    var overlays = Overlays()
    overlays.lyrics = lrc("[00:01.00]a\n[00:02.00]b\n[00:03.00]").lines
    func shown(_ seconds: Double, offset: Double = 0) -> [OverlayID] {
      overlays.lyricsOffsetSeconds = offset
      return overlays.items(CaptionState(), atSeconds: seconds, beat: 0.5, pulse: 0)
        .filter { $0.opacity > 0 }.map(\.id)
    }
    #expect(shown(0.999).isEmpty && shown(1.0001) == [.line(0)])
    #expect(shown(1.9) == [.line(0)] && shown(2.001) == [.line(1)] && shown(3.001).isEmpty)
    #expect(shown(1.1, offset: 0.25).isEmpty && shown(0.8, offset: -0.25) == [.line(0)])
  }

  @Test("make cards of credits")
  func credits() {
    let text = "Piano\nSomebody\n\n\n" + (1...9).map { "name \($0)" }.joined(separator: "\n")
    let (cards, complaints) = CreditsParser.parse(Array(text.utf8), path: "c.txt")
    #expect(cards.map(\.count) == [2, 8, 1] && complaints.isEmpty)
    #expect(CreditsParser.parse([0xC3, 0x28], path: "c.txt").complaints.count == 1)
  }
}
