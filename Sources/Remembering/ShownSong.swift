/// What was shown with one song, or in one evening's part: what the memory keeps of a performance.
public struct ShownSong: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable { case scene, transition }

  /// One preset's share of it.
  public struct Item: Sendable, Equatable {
    public var kind: Kind
    public var name: String
    /// How often it came on, and how long it was on stage in all.
    public var times: Int
    public var seconds: Double

    public init(kind: Kind, name: String, times: Int, seconds: Double) {
      self.kind = kind
      self.name = name
      self.times = times
      self.seconds = seconds
    }
  }

  public var title: String
  /// When it began, ISO 8601 in UTC, told by the caller.
  public var startUTC: String
  public var seconds: Double
  /// What it was about, as far as that was said; empty where nothing was.
  public var idea: String
  /// Leading hue of its palette, OKLCh degrees; nil where it was grey.
  public var hue: Double?
  public var items: [Item]

  public init(
    title: String, startUTC: String, seconds: Double, idea: String = "", hue: Double? = nil, items: [Item]
  ) {
    self.title = title
    self.startUTC = startUTC
    self.seconds = seconds
    self.idea = idea
    self.hue = hue
    self.items = items
  }
}

extension [ShownSong] {
  /// What was shown counts less by this with each performance since: half after three.
  private static var agePerSong: Double { 0.7937 }
  /// Shown this long in the last performance, a preset is wanted half as much.
  private static var halfSeconds: Double { 45 }
  /// A transition is seen for a moment; each counts as this long.
  private static var transitionSeconds: Double { 15 }
  /// Nothing is ever forgotten on purpose: even what was always on stage keeps this chance.
  private static var least: Double { 0.15 }

  /// How much a preset is still wanted: 1 where it wasn't shown, less the more and the more lately it was.
  ///
  /// - Precondition: newest performance first.
  public func freshness(of name: String, _ kind: ShownSong.Kind) -> Double {
    var weariness = 0.0
    var share = 1.0
    for song in self {
      for item in song.items where item.kind == kind && item.name == name {
        let seconds = kind == .scene ? item.seconds : Double(item.times) * Self.transitionSeconds
        weariness += share * seconds / Self.halfSeconds
      }
      share *= Self.agePerSong
    }
    return Swift.max(Self.least, 1 / (1 + weariness))
  }

  /// The hue that is furthest from those shown lately, OKLCh degrees; nil where there is nothing to keep away from.
  public func freshHue(among candidates: [Double]) -> Double? {
    let shown = prefix(6).compactMap(\.hue)
    guard !shown.isEmpty else { return nil }
    func nearest(_ hue: Double) -> Double {
      shown.map { other in
        let apart = abs(hue - other).truncatingRemainder(dividingBy: 360)
        return Swift.min(apart, 360 - apart)
      }.min() ?? 0
    }
    return candidates.max { nearest($0) < nearest($1) }
  }
}
