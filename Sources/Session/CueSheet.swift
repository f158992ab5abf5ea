import Directing
import FoundationEssentials
import Music

/// What was decided through a performance, told in the formats of cutting rooms.
public struct CueSheet: Sendable {
  public var title: String
  public var seed: UInt64
  /// The grid that time codes count in.
  public var grid: FrameGrid
  /// How long the performance was.
  public var seconds: Double
  /// In order of time.
  public private(set) var decisions: [Decision] = []

  public init(title: String, seed: UInt64, grid: FrameGrid, seconds: Double = 0) {
    self.title = title
    self.seed = seed
    self.grid = grid
    self.seconds = seconds
  }

  /// Takes down the decisions of a hop.
  public mutating func note(_ step: Step) {
    seconds = step.snapshot.moment.hop.end.seconds
    decisions += step.decisions
  }

  public mutating func note(_ decision: Decision) { decisions.append(decision) }

  /// Stream time of what is told: a change's own beginning, otherwise when it was decided.
  static func seconds(of decision: Decision) -> Double {
    max(0, decision.change?.seconds ?? decision.hop.end.seconds)
  }

  // MARK: Text

  /// A line a decision: time code, then what was decided and why.
  public var text: String {
    told.map { "\(timecode(Self.seconds(of: $0)))  \($0.description)\n" }.joined()
  }

  /// Decisions in order of what they tell of: a change is decided a breath before its bar line.
  private var told: [Decision] { decisions.sorted { Self.seconds(of: $0) < Self.seconds(of: $1) } }

  /// Hours, minutes, seconds and frames of the grid, as SMPTE 12M writes them, without dropped numbers.
  func timecode(_ seconds: Double) -> String { timecode(ofFrame: frame(seconds)) }

  /// The first frame that shows what happens at a time.
  func frame(_ seconds: Double) -> Int64 {
    let time = SampleTime(seconds: seconds)
    let last = grid.frame(at: time)
    return max(0, grid.time(ofFrame: last) < time ? last + 1 : last)
  }

  func timecode(ofFrame frame: Int64) -> String {
    let rate = Int64(grid.framesPerSecond)
    let whole = frame / rate
    return [whole / 3600, whole / 60 % 60, whole % 60, frame % rate].map(Self.two).joined(separator: ":")
  }

  static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // MARK: Subtitles

  /// How long a line stands at most, and how long at least before the next.
  private static let longestLineSeconds = 5.0

  /// SubRip subtitles: each line stands until the next, five seconds at most; what was decided at once stands together.
  public var srt: String {
    var shown: [(seconds: Double, lines: [String])] = []
    for decision in told {
      let seconds = Self.seconds(of: decision)
      if let last = shown.last, seconds - last.seconds < 0.5 {
        shown[shown.count - 1].lines.append(decision.description)
      } else {
        shown.append((seconds, [decision.description]))
      }
    }
    return shown.enumerated().map { place, title in
      let next = place + 1 < shown.count ? shown[place + 1].seconds : .infinity
      let end = min(title.seconds + Self.longestLineSeconds, next)
      return "\(place + 1)\n\(Self.clock(title.seconds)) --> \(Self.clock(end))\n"
        + title.lines.joined(separator: "\n") + "\n\n"
    }.joined()
  }

  /// As SubRip writes times: 00:01:02,345.
  private static func clock(_ seconds: Double) -> String {
    let thousandths = Int64((seconds * 1000).rounded())
    let whole = thousandths / 1000
    let rest = thousandths % 1000
    let parts = [whole / 3600, whole / 60 % 60, whole % 60].map(two).joined(separator: ":")
    return parts + "," + (rest < 10 ? "00" : rest < 100 ? "0" : "") + "\(rest)"
  }

  // MARK: JSON

  private struct Sheet: Encodable {
    struct Cue: Encodable {
      struct Change: Encodable {
        var bar: Int
        var seconds: Double
        var timecode: String
        var from: String?
        var to: String
        var transition: String?
        var beats: Int
        var lengthSeconds: Double
      }
      var seconds: Double
      var timecode: String
      var bar: Int?
      var reason: String
      var line: String
      var change: Change?
    }
    var title: String
    var seed: UInt64
    var framesPerSecond: Int
    var seconds: Double
    var cues: [Cue]
  }

  /// An object with `title`, `seed`, `framesPerSecond`, `seconds` (its length) and `cues`. A cue has `seconds` and `timecode`
  /// of its decision, `bar` where there is a beat, `reason` (a word), `line`, and, if it changes the scene, `change` with `bar`,
  /// `seconds`, `timecode`, `from` (none at the opening), `to`, `transition` (none for a cut), `beats` and `lengthSeconds`.
  public func json() throws(CueSheetError) -> String {
    let cues = decisions.map { decision in
      let seconds = decision.hop.end.seconds
      return Sheet.Cue(
        seconds: Self.milli(seconds), timecode: timecode(seconds), bar: decision.bar,
        reason: decision.reason.word, line: decision.description,
        change: decision.change.map {
          Sheet.Cue.Change(
            bar: $0.bar, seconds: Self.milli($0.seconds), timecode: timecode($0.seconds),
            from: $0.from.isEmpty ? nil : $0.from, to: $0.to,
            transition: $0.transition.isEmpty ? nil : $0.transition, beats: $0.beats,
            lengthSeconds: Self.milli($0.lengthSeconds))
        })
    }
    let sheet = Sheet(
      title: title, seed: seed, framesPerSecond: grid.framesPerSecond, seconds: Self.milli(seconds),
      cues: cues)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(sheet), as: UTF8.self) + "\n"
    } catch {
      throw .noJSON(title: title, reason: "\(error)")
    }
  }

  private static func milli(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}

/// Why a cue sheet can't be written.
public enum CueSheetError: Error, Equatable, CustomStringConvertible {
  case noJSON(title: String, reason: String)

  public var description: String {
    switch self {
    case .noJSON(let title, let reason):
      "The cue sheet of “\(title)” can't be written as JSON: \(reason). Write it with --format text."
    }
  }
}

extension Decision.Reason {
  /// One word that files may rely on.
  public var word: String { "\(self)" }
}
