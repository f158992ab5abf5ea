/// A part of the arc that a song's show follows.
public enum Act: String, Sendable, CaseIterable {
  case opening, rise, peak, release, close

  /// Added to the arousal by which scenes are chosen.
  var lift: Float {
    switch self {
    case .opening, .release: -0.15
    case .rise: 0
    case .peak: 0.3
    case .close: -0.3
    }
  }

  /// Factor of a stay's length.
  var stay: Double {
    switch self {
    case .opening, .rise, .release: 1
    case .peak: 0.75
    case .close: 1.5
    }
  }

  /// A change of scene takes no longer, beats.
  var longestChange: Int { self == .peak ? 2 : 16 }
}

/// An act that a show file places by hand.
public struct PlannedAct: Sendable, Equatable {
  public var act: Act
  /// Where it begins: a bar, counted from 1, or seconds of the stream.
  public var start: Double
  public var startsAtBar: Bool
  /// How much each preset is wanted while it lasts, by its index; 1 where nothing is said, 0: never.
  public var weights: [Float]

  public init(_ act: Act, start: Double, startsAtBar: Bool, weights: [Float] = []) {
    self.act = act
    self.start = start
    self.startsAtBar = startsAtBar
    self.weights = weights
  }
}
