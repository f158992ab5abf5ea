import Music

/// One layer of a frame: a scene, the time on its own clock, and the signals it may bind.
public struct LayerPlan: Sendable, Equatable {
  public var appearance: Appearance
  /// Seconds since the entrance.
  public var time: Double
  public var signals: Signals

  public init(appearance: Appearance, time: Double, signals: Signals) {
    self.appearance = appearance
    self.time = time
    self.signals = signals
  }
}

/// The values of all signals for one layer at one instant; floats by `Signal`'s order, colours apart.
public struct Signals: Sendable, Equatable {
  public private(set) var values: [Float]
  public var palette: Palette
  /// What a performer's hand holds.
  public var overrides = Overrides()

  public init(palette: Palette = .neutral) {
    values = Array(repeating: 0, count: Signal.allCases.count)
    self.palette = palette
  }

  public subscript(_ signal: Signal) -> Float {
    get { values[signal.ordinal] }
    set { values[signal.ordinal] = newValue }
  }
}

extension Signal {
  /// Position in `allCases`; hash-free, for flat storage.
  var ordinal: Int { Self.ordinals[self] ?? 0 }
  private static let ordinals = Dictionary(
    uniqueKeysWithValues: Signal.allCases.enumerated().map { ($1, $0) })
}

/// All that the stage needs for one picture. A pure function of a snapshot and the time its light leaves.
public struct FramePlan: Sendable {
  /// Stream time at which the light leaves, seconds.
  public var seconds: Double
  public var outgoing: LayerPlan
  public var incoming: LayerPlan?
  public var transition: PresetIndex?
  /// 0 (only the outgoing picture) … 1 (only the incoming one).
  public var progress: Float
  public var moment: Moment
  /// What is written over the picture, lowest first.
  public var overlays: [OverlayItem] = []
  public var finishing = FinishingPlan()

  public init(
    seconds: Double, outgoing: LayerPlan, incoming: LayerPlan? = nil, transition: PresetIndex? = nil,
    progress: Float = 0, moment: Moment
  ) {
    self.seconds = seconds
    self.outgoing = outgoing
    self.incoming = incoming
    self.transition = transition
    self.progress = progress
    self.moment = moment
  }
}
