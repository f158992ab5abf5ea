import Music

/// What is written over the pictures: a title, credits, the words of the song, and a logo's place.
public struct Overlays: Sendable, Equatable {
  /// Lines of the title, the most important first; empty = none.
  public var title: [String] = []
  /// Cards of credits, shown one after the other; each is lines of text.
  public var credits: [[String]] = []
  public var lyrics: [LyricLine] = []
  public var hasLogo = false
  /// Stream time from which credits begin by themselves; nil = when a hand asks for them.
  public var creditsSeconds: Double?
  /// Added to every time of the lyrics, seconds; a hand adds more.
  public var lyricsOffsetSeconds = 0.0

  public init() {}

  public var isEmpty: Bool { title.isEmpty && credits.isEmpty && lyrics.isEmpty && !hasLogo }

  /// What the director has to know of them.
  public var captions: CaptionList {
    CaptionList(hasTitle: !title.isEmpty, cards: credits.count, creditsSeconds: creditsSeconds)
  }
}

/// One line of a song's words.
public struct LyricLine: Sendable, Equatable {
  /// Song time, seconds.
  public var start: Double
  /// When it is gone, > `start`.
  public var end: Double
  public var text: String
  /// When each word is sung, where the file says so; in the text's order. Empty = all at once.
  public var words: [LyricWord]
  /// 0, or 1 for a line that is shown above another at the same time.
  public var stack: Int

  public init(start: Double, end: Double, text: String, words: [LyricWord] = [], stack: Int = 0) {
    self.start = start
    self.end = end
    self.text = text
    self.words = words
    self.stack = stack
  }

  /// Words reached at a song time: 2.5 = two and half of the third; everything where words have no times.
  public func sung(atSeconds seconds: Double) -> Double {
    guard !words.isEmpty else { return .infinity }
    guard let place = words.lastIndex(where: { $0.seconds <= seconds }) else { return 0 }
    let next = place + 1 < words.count ? words[place + 1].seconds : end
    let length = min(max(next - words[place].seconds, 0.01), Self.longestWordSeconds)
    return Double(place) + min(1, (seconds - words[place].seconds) / length)
  }

  /// A word held longer than this is followed by a rest.
  private static let longestWordSeconds = 1.5
}

/// A word, or part of one, with its own time.
public struct LyricWord: Sendable, Equatable {
  /// Bytes of the line's UTF-8 text that it covers.
  public var bytes: Range<Int>
  /// Song time, seconds.
  public var seconds: Double

  public init(bytes: Range<Int>, seconds: Double) {
    self.bytes = bytes
    self.seconds = seconds
  }
}

/// What in a file of words can't be used as it stands: names file and line.
public struct OverlayError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  public var line: Int?
  public var reason: String

  public init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}

/// How many captions there are to bring on, and when.
public struct CaptionList: Sendable, BitwiseCopyable, Equatable {
  public var hasTitle: Bool
  public var cards: Int
  public var creditsSeconds: Double?

  public init(hasTitle: Bool = false, cards: Int = 0, creditsSeconds: Double? = nil) {
    self.hasTitle = hasTitle
    self.cards = cards
    self.creditsSeconds = creditsSeconds
  }
}

/// One stay of the title or of a card of credits.
public struct CaptionStay: Sendable, BitwiseCopyable, Equatable {
  /// 0 the title, 1… the cards of credits, −1 nothing.
  public var ordinal: Int32 = -1
  /// Stream time of its entrance, on a bar line where there is a beat.
  public var entrance = 0.0
  /// Stream time at which it begins to leave; infinite until that is certain.
  public var exit = Double.infinity
  /// Length of a beat at the entrance, seconds: how fast it moves.
  public var beat = 0.5

  public init() {}
}

/// What the director says of captions: bitwise, and decided hop by hop.
public struct CaptionState: Sendable, BitwiseCopyable, Equatable {
  public var now = CaptionStay()
  /// The one before, while it leaves.
  public var before = CaptionStay()
  /// What hands have added to the lyrics' times, seconds.
  public var nudgeSeconds = 0.0

  public init() {}
}
