/// Reads credits: plain text, a card a block, blocks apart by empty lines.
public enum CreditsParser {
  /// A card holds no more lines than an audience reads.
  public static let mostLines = 8
  public static let mostCards = 64

  public static func parse(
    _ bytes: [UInt8], path: String
  ) -> (cards: [[String]], complaints: [OverlayError]) {
    var complaints: [OverlayError] = []
    var cards: [[String]] = [[]]
    guard
      let text = String(
        validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
    else { return ([], [OverlayError(path: path, reason: "isn't UTF-8; save it as UTF-8")]) }
    for (index, row) in LyricsParser.rows(of: text).enumerated() {
      let line = String(row.trimmed.filter { !$0.unicodeScalars.contains(where: LyricsParser.isControl) })
      if line.isEmpty {
        if cards.last?.isEmpty == false { cards.append([]) }
      } else if line.count > LyricsParser.longestLine {
        complaints.append(
          OverlayError(path: path, line: index + 1, reason: "is \(line.count) characters long and left out"))
      } else if cards[cards.count - 1].count == mostLines {
        cards.append([line])
      } else {
        cards[cards.count - 1].append(line)
      }
    }
    if cards.last?.isEmpty == true { cards.removeLast() }
    if cards.count > mostCards {
      complaints.append(
        OverlayError(path: path, reason: "holds \(cards.count) cards; \(mostCards) are shown"))
      cards.removeLast(cards.count - mostCards)
    }
    return (cards, complaints)
  }
}
