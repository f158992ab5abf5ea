/// What was understood of a brief, field by field, and what was not.
public struct BriefReading: Sendable, Equatable {
  public enum Field: String, Sendable, CaseIterable {
    case subjects, setting, time, weather, palette, style, emotion, motion
  }

  /// A meaning that the brief asks for, or doesn't want.
  public struct Meaning: Sendable, Hashable, CustomStringConvertible {
    public var value: String
    public var isUnwanted: Bool

    public init(_ value: String, isUnwanted: Bool = false) {
      self.value = value
      self.isUnwanted = isUnwanted
    }

    public var description: String { isUnwanted ? "-" + value : value }
  }

  public private(set) var meanings: [Field: [Meaning]] = [:]
  /// Words that say something, but nothing that could be used.
  public internal(set) var notUnderstood: [String] = []

  public init() {}

  public subscript(field: Field) -> [Meaning] { meanings[field] ?? [] }

  func wanted(_ field: Field) -> [String] { self[field].filter { !$0.isUnwanted }.map(\.value) }

  func unwanted(_ field: Field) -> [String] { self[field].filter(\.isUnwanted).map(\.value) }

  public var isEmpty: Bool { meanings.isEmpty }

  mutating func add(_ value: String, _ field: Field, isUnwanted: Bool) {
    let meaning = Meaning(value, isUnwanted: isUnwanted)
    if !self[field].contains(meaning) { meanings[field, default: []].append(meaning) }
  }

  /// Said back in a line: “horse; night; rain; watercolour; no people”.
  public var sentence: String {
    let all = Field.allCases.flatMap { field in
      self[field].map { ($0.isUnwanted ? "no " : "") + $0.value }
    }
    let understood = all.isEmpty ? "nothing was understood" : "understood: " + all.joined(separator: ", ")
    let rest = notUnderstood.isEmpty ? "" : "; not understood: " + notUnderstood.joined(separator: ", ")
    return "Brief " + understood + rest + "."
  }
}
