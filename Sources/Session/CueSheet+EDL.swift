import Directing

extension CueSheet {
  /// One scene's time on the record side, in frames, and how it comes on.
  private struct Stay {
    var name: String
    var start: Int64
    var end: Int64
    var transition: String
    var transitionFrames: Int64
    var line: String
  }

  /// A CMX 3600 edit decision list: an event a stay of a scene, on the video track.
  ///
  /// A change with a transition is a dissolve of its length in frames, as the format knows no others; its name stands in a
  /// comment. Source times count from a scene's own entrance, record times from the beginning of the performance.
  public var edl: String {
    var out = "TITLE: \(Self.plain(title).uppercased().prefix(70))\nFCM: NON-DROP FRAME\n"
    var before: Stay?
    for (place, stay) in stays.enumerated() {
      out += "\n"
      let number = Self.padded(Int64(place + 1), to: 3)
      if let before, stay.transitionFrames > 0 {
        let length = before.end - before.start
        out += event(number, "C", nil, source: length..<length, record: stay.start..<stay.start)
        out += event(
          number, "D", stay.transitionFrames, source: 0..<stay.end - stay.start,
          record: stay.start..<stay.end)
        out += "* EFFECT NAME: \(Self.plain(stay.transition).uppercased())\n"
        out += "* FROM CLIP NAME: \(Self.plain(before.name))\n* TO CLIP NAME: \(Self.plain(stay.name))\n"
      } else {
        out += event(number, "C", nil, source: 0..<stay.end - stay.start, record: stay.start..<stay.end)
        out += "* FROM CLIP NAME: \(Self.plain(stay.name))\n"
      }
      out += "* COMMENT: \(Self.plain(stay.line))\n"
      before = stay
    }
    return out
  }

  /// Stays in order; each ends where the next begins. A scene that never had a frame has no event.
  private var stays: [Stay] {
    var stays: [Stay] = []
    let end = frame(seconds)
    for decision in decisions {
      guard let change = decision.change else { continue }
      let start = frame(change.seconds)
      while let last = stays.last, last.start >= start { stays.removeLast() }
      if !stays.isEmpty { stays[stays.count - 1].end = start }
      let length = Int64((change.lengthSeconds * Double(grid.framesPerSecond)).rounded())
      stays.append(
        Stay(
          name: change.to, start: start, end: end, transition: change.transition,
          transitionFrames: change.transition.isEmpty ? 0 : min(max(length, 1), 999),
          line: decision.description))
    }
    while let last = stays.last, last.start >= end { stays.removeLast() }
    if !stays.isEmpty { stays[stays.count - 1].end = end }
    return stays
  }

  private func event(
    _ number: String, _ kind: String, _ frames: Int64?, source: Range<Int64>, record: Range<Int64>
  ) -> String {
    let times = [source.lowerBound, source.upperBound, record.lowerBound, record.upperBound]
    let length = frames.map { Self.padded($0, to: 3) } ?? "   "
    return "\(number)  AX       V     \(kind)    \(length) "
      + times.map { timecode(ofFrame: $0) }.joined(separator: " ") + "\n"
  }

  private static func padded(_ number: Int64, to width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// ASCII on one line: older readers know no other.
  private static func plain(_ text: String) -> String {
    let known: [Character: String] = [
      "→": "->", "“": "\"", "”": "\"", "’": "'", "–": "-", "−": "-", "′": "'",
    ]
    return text.map { character in
      if let word = known[character] { return word }
      return character.isASCII && !character.isNewline ? String(character) : "?"
    }.joined()
  }
}
