/// The `.srt` format: a number, `hh:mm:ss,mmm --> hh:mm:ss,mmm`, lines of text, an empty line.
extension LyricsParser {
  mutating func readSRT(_ text: String) {
    var found: [LyricLine] = []
    var open: (start: Double, end: Double, text: [String])?
    func close() -> LyricLine? {
      guard let open else { return nil }
      return LyricLine(
        start: open.start, end: open.end, text: open.text.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    let rows = Self.rows(of: text)
    for (index, row) in rows.enumerated() {
      number = index + 1
      if row.contains("-->") {
        if let line = close() { found.append(line) }
        open = span(row).map { ($0.start, $0.end, []) }
      } else if open == nil {
        // Between blocks stands a number and nothing else; a bad block's text was complained of.
      } else if row.trimmed.isEmpty {
        if let line = close() { found.append(line) }
        open = nil
      } else if let count = open?.text.count, count < 3 {
        open?.text.append(readable(Self.withoutTags(row)))
      } else if open?.text.count == 3 {
        complain("a block has more than three lines; the rest is left out")
        open?.text.append("")
      }
    }
    if let line = close() { found.append(line) }
    if found.isEmpty && rows.contains(where: { !$0.trimmed.isEmpty }) {
      number = 1
      complain("holds no block with a time (hh:mm:ss,mmm --> hh:mm:ss,mmm) that can be used")
    }
    settle(found)
  }

  private mutating func span(_ row: Substring) -> (start: Double, end: Double)? {
    let halves = row.split(separator: "-->", maxSplits: 1, omittingEmptySubsequences: false)
    // Old files write a position behind the times.
    let last = halves.count == 2 ? halves[1].split(whereSeparator: \.isWhitespace).first ?? "" : ""
    guard let start = halves.first.flatMap({ Self.seconds($0) }), let end = Self.seconds(last) else {
      complain("“\(row.trimmed.prefix(40))” is no time; write hh:mm:ss,mmm --> hh:mm:ss,mmm")
      return nil
    }
    guard end > start else {
      complain("ends before it begins; it is shown for two seconds")
      return (start, start + 2)
    }
    return (start, end)
  }

  /// Without `<i>`, `<font …>` and `{\an8}`.
  private static func withoutTags(_ row: Substring) -> String {
    var out = ""
    var rest = row
    while let open = rest.firstIndex(where: { $0 == "<" || $0 == "{" }) {
      out += rest[..<open]
      let after = rest[rest.index(after: open)...]
      let closer: Character = rest[open] == "<" ? ">" : "}"
      let isTag =
        closer == ">" ? after.first.map { $0.isLetter || $0 == "/" } ?? false : after.first == "\\"
      if isTag, let close = after.firstIndex(of: closer) {
        rest = rest[rest.index(after: close)...]
      } else {
        out.append(rest[open])
        rest = after
      }
    }
    return out + rest
  }
}
