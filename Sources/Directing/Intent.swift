import Music

/// What a show wants before any music is heard: from a brief, a show file, or both. A take keeps it.
public struct Intent: Sendable, Equatable {
  /// The words it was read from, and what was understood of them.
  public var brief = ""
  public var understood = ""
  /// How much each preset is wanted, by its index; 1 where nothing is said, 0: never.
  public var weights: [Float] = []
  /// A mood that holds as far as the ear isn't sure; its confidence says how firmly.
  public var mood = Mood()
  /// Leading hue of the palette, OKLCh degrees; below 0: the mood's own.
  public var hue: Float = -1
  /// The hue that the palette is at home in, OKLCh degrees, and leaves as the mood says; below 0: the song's own.
  public var homeHue: Float = -1
  /// Factor of the palette's chroma: 0 is grey.
  public var colourfulness: Float = 1
  /// At most so many changes of scene a minute unless a hand asks; 0: as usual.
  public var cutsPerMinute: Float = 0
  /// The energy master goes no higher, 0…1: how much of strikes, pulses and flow is let through.
  public var motionCeiling: Float = 1
  /// The grade's contrast goes no higher; 0: no ceiling. 1 is the picture's own, below it the picture is flatter.
  public var contrastCeiling: Float = 0
  /// How much each carried idea is wanted, in the order of `ideas`; empty: all alike.
  public var ideaWeights: [Float] = []
  /// Acts by hand, in order of their beginning; empty: the ear decides.
  public var acts: [PlannedAct] = []
  /// The song's length, seconds; 0: unknown.
  public var songSeconds: Float = 0

  /// Names of the ideas a show can carry, in their order, and the words of a brief that ask for each.
  public static var ideas: [(name: String, words: [String])] { CarriedIdea.all.map { ($0.name, $0.words) } }

  public init() {}

  func weight(of index: Int) -> Double {
    weights.indices.contains(index) ? Double(weights[index].kept(in: 0...1000)) : 1
  }

  /// The mood to decide by: what is heard and what is wanted, each as far as it is sure.
  public func mood(over heard: Mood) -> Mood {
    let wanted = mood.confidence.kept(in: 0...1)
    guard wanted > 0 else { return heard }
    let sum = heard.confidence + wanted
    func mixed(_ one: Float, _ two: Float) -> Float {
      ((one * heard.confidence + two * wanted) / sum).kept(in: -1...1)
    }
    return Mood(
      valence: mixed(heard.valence, mood.valence), arousal: mixed(heard.arousal, mood.arousal),
      confidence: max(heard.confidence, wanted))
  }
}
