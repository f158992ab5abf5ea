import Music
import Scenery

/// What the director says at one hop.
public struct Direction: Sendable {
  public var score: Score
  /// Presets to compile and warm; each is answered by the cue `.ready` or `.failed`.
  public var requests: [PresetIndex] = []
  /// What was decided in this hop, oldest first; mostly nothing.
  public var decisions: [Decision] = []

  public init(score: Score) { self.score = score }
}

/// One decision and why, in a line: “bar 33: tide-sea → winter-aurora, infinite-zoom over 2 beats, energy 0.7”.
public struct Decision: Sendable, Equatable, CustomStringConvertible {
  public var hop: HopIndex
  public var reason: Reason
  public var description: String

  /// Why something was decided.
  public enum Reason: String, Sendable {
    /// The first scene, or the first that works.
    case opening
    /// The scene has had its beats.
    case length = "its time is over"
    /// The music begins a new section.
    case section = "new section"
    /// No beat, or no music: a slow change so that nothing stands for ever.
    case rest = "resting"
    /// A performer asked.
    case hand = "by hand"
    /// What the show wants from the start.
    case brief
    /// A preset can't be used.
    case failure
    /// The grid was corrected before the change began.
    case correction
  }

  public init(hop: HopIndex, reason: Reason, description: String) {
    self.hop = hop
    self.reason = reason
    self.description = description
  }
}

/// What a show is allowed at most.
public struct Ceilings: Sendable, Equatable {
  /// Scenes stay at least this long unless a hand asks otherwise, seconds.
  public var shortestStaySeconds = 8.0
  /// About as long as any scene stays, with beats or without, seconds.
  public var longestStaySeconds = 64.0
  /// Beats of a stay in the calmest and the wildest music.
  public var calmStayBeats = 64.0
  public var wildStayBeats = 16.0
  /// Flow per second in the calmest and the wildest music.
  public var calmFlow = 0.35
  public var wildFlow = 1.8

  public init() {}
}
