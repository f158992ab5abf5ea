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
  /// The bar in which it was decided, counted from 1 and never back; nil without a beat.
  public var bar: Int?
  /// What changes, if it is a change of scene.
  public var change: DecidedChange?

  /// Why something was decided.
  public enum Reason: String, Sendable {
    /// The first scene, or the first that works.
    case opening
    /// The scene has had its beats.
    case length = "its time is over"
    /// Another song is heard: it has scenes of its own.
    case song = "another song"
    /// The music begins a new section.
    case section = "new section"
    /// No beat, or no music: a slow change so that nothing stands for ever.
    case rest = "resting"
    /// A performer asked.
    case hand = "by hand"
    /// What the show wants from the start.
    case brief
    /// The music drops.
    case drop
    /// Another act of the show.
    case act = "another act"
    /// A section comes back.
    case motif
    /// The idea that runs through the song.
    case idea
    /// What is known of the music's form.
    case form
    /// The picture holds its breath.
    case stillness
    /// Something isn't done since the show doesn't allow it.
    case ceiling
    /// A preset can't be used.
    case failure
  }

  public init(
    hop: HopIndex, reason: Reason, description: String, bar: Int? = nil, change: DecidedChange? = nil
  ) {
    self.hop = hop
    self.reason = reason
    self.description = description
    self.bar = bar
    self.change = change
  }
}

/// A change of scene as a cue sheet tells it.
public struct DecidedChange: Sendable, Equatable {
  /// The bar on whose line (or in which) it begins, counted from 1.
  public var bar: Int
  /// Stream time of its beginning, and its length; 0 for a cut.
  public var seconds: Double
  public var lengthSeconds: Double
  public var beats: Int
  /// Names of presets; “from” is empty at the opening, “transition” for a cut.
  public var from: String
  public var to: String
  public var transition: String
  /// What the transition has in common with both pictures, in a word; empty for nothing.
  public var meaning: String

  public init(
    bar: Int, seconds: Double, lengthSeconds: Double = 0, beats: Int = 0, from: String, to: String,
    transition: String = "", meaning: String = ""
  ) {
    self.bar = bar
    self.seconds = seconds
    self.lengthSeconds = lengthSeconds
    self.beats = beats
    self.from = from
    self.to = to
    self.transition = transition
    self.meaning = meaning
  }
}

extension DecidedChange: CustomStringConvertible {
  /// “tide → aurora, infinite-zoom over 2 beats”.
  public var description: String {
    let how = transition.isEmpty ? "a cut" : "\(transition) over \(beats) beat\(beats == 1 ? "" : "s")"
    return "\(from) → \(to), \(how)" + (meaning.isEmpty ? "" : " (\(meaning))")
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
