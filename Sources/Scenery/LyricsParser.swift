/// Reads a song's words with their times: `.lrc` (lines, and words in angle brackets) and `.srt`.
///
/// What can't be used is passed over and complained of, by line; nothing here is fatal.
public struct LyricsParser {
  /// Lines in order of time.
  public private(set) var lines: [LyricLine] = []
  public private(set) var complaints: [OverlayError] = []
  let path: String
  /// Line being read, counted from 1.
  var number = 0

  /// Characters of a line; nobody reads more at once.
  static let longestLine = 400
  /// A file of nothing but mistakes is told once, not ten thousand times.
  private static let mostComplaints = 20
  /// A line whose end isn't told stays at most this long, seconds.
  static let longestStaySeconds = 8.0
  /// A day: what lies beyond is a slip of the pen.
  static let latestSeconds = 86_400.0

  /// Reads a file's text.
  ///
  /// - Parameter path: whose ending tells the format: `.srt`, else `.lrc`.
  public static func parse(_ bytes: [UInt8], path: String) -> LyricsParser {
    var parser = LyricsParser(path: path)
    let text = parser.decode(bytes)
    if path.lowercased().hasSuffix(".srt") { parser.readSRT(text) } else { parser.readLRC(text) }
    return parser
  }

  private init(path: String) { self.path = path }

  mutating func complain(_ reason: String) {
    if complaints.count == Self.mostComplaints {
      complaints.append(OverlayError(path: path, line: number, reason: "more of the same is not told"))
    }
    guard complaints.count < Self.mostComplaints else { return }
    complaints.append(OverlayError(path: path, line: number, reason: reason))
  }

  /// Takes the lines in: in order, each with an end, none over another unless stacked.
  mutating func settle(_ found: [LyricLine]) {
    var sorted = found.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
    for place in sorted.indices {
      let next = place + 1 < sorted.count ? sorted[place + 1] : nil
      if sorted[place].end.isInfinite {
        let last = sorted[place].words.last?.seconds ?? sorted[place].start
        sorted[place].end = min(next?.start ?? .infinity, last + Self.longestStaySeconds)
      }
    }
    stack(&sorted)
    lines = sorted.filter { !$0.text.isEmpty && $0.end > $0.start }
  }

  /// A line that begins while another is shown stands above it; a third makes the first leave.
  private mutating func stack(_ sorted: inout [LyricLine]) {
    for place in sorted.indices where !sorted[place].text.isEmpty {
      let start = sorted[place].start
      let shown = sorted[..<place].indices.suffix(4).filter {
        sorted[$0].end > start && sorted[$0].start < start && !sorted[$0].text.isEmpty
      }
      let twins = sorted[..<place].indices.suffix(4).filter {
        sorted[$0].start == start && !sorted[$0].text.isEmpty
      }
      let taken = (shown + twins).map { sorted[$0].stack }
      if !taken.contains(0) { continue }
      if !taken.contains(1) {
        sorted[place].stack = 1
        continue
      }
      for other in shown where sorted[other].stack == 0 { sorted[other].end = start }
      if twins.contains(where: { sorted[$0].stack == 0 }) { sorted[place].end = start }
    }
  }

  // MARK: Text

  /// UTF-8, UTF-16 with a mark, or else Windows' Western European letters.
  private mutating func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units: [UInt16] = stride(from: 2, to: bytes.count - 1, by: 2).map { (place: Int) -> UInt16 in
        let (low, high) = isLittle ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
        return UInt16(high) << 8 | UInt16(low)
      }
      return String(decoding: units, as: UTF16.self)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    number = Self.lineOfFirstBadByte(body)
    complain("isn't UTF-8; the whole file is read as Windows-1252. Save it as UTF-8")
    return String(String.UnicodeScalarView(body.map(Self.western)))
  }

  private static func lineOfFirstBadByte(_ bytes: ArraySlice<UInt8>) -> Int {
    var line = 1
    for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  /// Windows-1252; bytes that mean nothing there become a replacement mark.
  private static func western(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let table: [UInt16] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
      0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
      0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    return Unicode.Scalar(table[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  /// Lines, whatever ends them.
  static func rows(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// Without what can't be seen, and no longer than can be read.
  mutating func readable(_ text: some StringProtocol) -> String {
    var clean = String(String.UnicodeScalarView(text.unicodeScalars.filter { !Self.isControl($0) }))
    if clean.utf8.count > Self.longestLine, clean.count > Self.longestLine {
      complain("is \(clean.count) characters long; what follows the first \(Self.longestLine) is left out")
      clean = String(clean.prefix(Self.longestLine))
    }
    return clean.trimmed
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 32 && scalar != "\t" && scalar != "\n") || (127..<160).contains(scalar.value)
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
