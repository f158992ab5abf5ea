/// The `.lrc` format: `[mm:ss.xx]words`, several times a line, `<mm:ss.xx>` before words, `[offset:ms]`.
extension LyricsParser {
  mutating func readLRC(_ text: String) {
    var found: [LyricLine] = []
    var offset = 0.0
    for (index, row) in Self.rows(of: text).enumerated() {
      number = index + 1
      var rest = row.drop { $0.isWhitespace }
      guard !rest.isEmpty else { continue }
      var times: [Double] = []
      var isTag = false
      while rest.first == "[", let close = rest.firstIndex(of: "]") {
        let inside = rest[rest.index(after: rest.startIndex)..<close]
        if let seconds = Self.seconds(inside) {
          times.append(seconds)
        } else if let colon = inside.firstIndex(of: ":"), inside.first?.isLetter == true {
          isTag = true
          if inside[..<colon].lowercased() == "offset" {
            offset = self.offset(inside[inside.index(after: colon)...]) ?? offset
          }
        } else if times.isEmpty {
          complain("“[\(inside.prefix(20))]” is no time; write [mm:ss.xx]")
          isTag = true
        } else {
          break  // brackets that belong to the words
        }
        rest = rest[rest.index(after: close)...]
      }
      guard !times.isEmpty else {
        if !isTag { complain("has no time; write [mm:ss.xx] before it") }
        continue
      }
      add(rest, at: times, to: &found)
    }
    // A positive offset shows the words sooner.
    for place in found.indices { found[place].shift(by: -offset) }
    settle(found)
  }

  private mutating func offset(_ text: Substring) -> Double? {
    guard let milliseconds = Double(text.trimmed), abs(milliseconds) <= Self.latestSeconds * 1000 else {
      complain("the offset “\(text.prefix(20))” is no number of milliseconds")
      return nil
    }
    return milliseconds / 1000
  }

  private mutating func add(_ rest: Substring, at times: [Double], to found: inout [LyricLine]) {
    let (text, words, end) = words(in: rest)
    for time in times {
      // Words carry times of their own; a line sung again moves them along.
      let shift = time - times[0]
      found.append(
        LyricLine(
          start: time, end: end.map { $0 + shift } ?? .infinity, text: text,
          words: words.map { LyricWord(bytes: $0.bytes, seconds: $0.seconds + shift) }))
    }
  }

  /// The text without its marks, where each word stands in it, and when the last one ends.
  private mutating func words(in rest: Substring) -> (text: String, words: [LyricWord], end: Double?) {
    guard rest.contains("<") else { return (readable(rest), [], nil) }
    var text = ""
    var starts: [(place: Int, seconds: Double)] = []
    var end: Double?
    for part in Self.parts(of: rest) {
      if let seconds = part.seconds { starts.append((text.utf8.count, seconds)) }
      var word = part.text
      if text.isEmpty { word = word.drop { $0.isWhitespace } }
      text += readableWord(word)
    }
    if text.count > Self.longestLine { return (readable(text), [], nil) }
    while text.last?.isWhitespace == true { text.removeLast() }
    let length = text.utf8.count
    if let last = starts.last, last.place >= length, starts.count > 1 {
      end = last.seconds
      starts.removeAll { $0.place >= length }
    }
    for (one, next) in zip(starts, starts.dropFirst()) where next.seconds < one.seconds {
      complain("its words' times run backwards; the line is shown at once")
      return (text, [], nil)
    }
    let words = starts.indices.map { place in
      LyricWord(
        bytes: starts[place].place..<(place + 1 < starts.count ? starts[place + 1].place : length),
        seconds: starts[place].seconds)
    }
    return (text, words.filter { !$0.bytes.isEmpty }, end)
  }

  private func readableWord(_ word: Substring) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.filter { !Self.isControl($0) }))
  }

  /// The text cut at its marks of time.
  private static func parts(of text: Substring) -> [(seconds: Double?, text: Substring)] {
    var parts: [(seconds: Double?, text: Substring)] = []
    var rest = text
    var time: Double?
    var start = rest.startIndex
    while let open = rest[start...].firstIndex(of: "<") {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: ">"), let seconds = seconds(rest[after..<close]) else {
        start = after
        continue
      }
      parts.append((time, rest[..<open]))
      time = seconds
      rest = rest[rest.index(after: close)...]
      start = rest.startIndex
    }
    parts.append((time, rest))
    return parts
  }

  /// `mm:ss`, `mm:ss.xx`, `mm:ss:xx`, `hh:mm:ss.xx`; nil for anything else.
  static func seconds(_ text: some StringProtocol) -> Double? {
    let fields = text.trimmed.replacing(",", with: ".").split(
      separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), let last = number(fields[fields.count - 1], mayHavePoint: true),
      let first = number(fields[0], mayHavePoint: false)
    else { return nil }
    guard fields.count == 3 else { return last < 60 ? checked(first * 60 + last) : nil }
    guard let middle = number(fields[1], mayHavePoint: false), middle < 60 else { return nil }
    if fields[2].contains(".") || text.trimmed.contains(",") {
      return last < 60 ? checked(first * 3600 + middle * 60 + last) : nil
    }
    // Old files write hundredths after a colon.
    return checked(first * 60 + middle + last / 100)
  }

  private static func checked(_ seconds: Double) -> Double? { seconds <= latestSeconds ? seconds : nil }

  private static func number(_ text: Substring, mayHavePoint: Bool) -> Double? {
    guard !text.isEmpty, text.utf8.count <= 9, text.first != ".",
      text.utf8.allSatisfy({ (48...57).contains($0) || (mayHavePoint && $0 == 46) })
    else { return nil }
    return Double(text)
  }
}

extension LyricLine {
  mutating func shift(by seconds: Double) {
    guard seconds != 0 else { return }
    start += seconds
    end += seconds
    for place in words.indices { words[place].seconds += seconds }
  }
}

extension StringProtocol {
  /// With one character put for another.
  func replacing(_ old: Character, with new: Character) -> String { String(map { $0 == old ? new : $0 }) }
}
