import Directing
import Scenery
import Session

/// An input that a performer holds from the start: `zoom=0.4`, `sea.tint=1,0.5,0.2`.
public struct HeldInput: Sendable, Equatable {
  public var input: String
  public var value: SIMD4<Float>

  /// - Parameter text: `INPUT=VALUE` or `PRESET.INPUT=VALUE`; up to four numbers with commas between, or true, false.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    self.init(input: String(parts[0]), value: String(parts[1]))
  }

  init?(input: String, value: String) {
    var lanes = SIMD4<Float>(0, 0, 0, 1)
    let words = value.split(separator: ",", omittingEmptySubsequences: false)
    guard !input.isEmpty, (1...4).contains(words.count) else { return nil }
    for (place, word) in words.enumerated() {
      let text = word.filter { $0 != " " }
      let number: Float? = text == "true" ? 1 : text == "false" ? 0 : Float(text)
      guard let number, number.isFinite else { return nil }
      lanes[place] = number
    }
    self.input = input
    self.value = lanes
  }

  /// As the session's log keeps it.
  var event: SessionEvent { .cue(.set(input: input, value), from: .key) }
}
