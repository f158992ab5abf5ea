import Music

/// The ordinal of a preset in the repertoire; given out once and never used again for another preset.
public struct PresetIndex: Sendable, BitwiseCopyable, Hashable, Comparable {
  public var value: Int32
  public init(_ value: Int32) { self.value = value }
  /// No preset: an empty stage, or a cut where a transition could be.
  public static let nothing = PresetIndex(-1)
  public static func < (a: PresetIndex, b: PresetIndex) -> Bool { a.value < b.value }
}

/// One stay of a scene on stage, from its entrance to its exit.
public struct Appearance: Sendable, BitwiseCopyable, Equatable {
  public var scene: PresetIndex
  /// When the scene's own clock starts: the beginning of the transition that brings it on.
  public var entrance: SampleTime
  /// Beats counted by the grid at the entrance.
  public var entranceBeats: Double
  /// Beats in a bar at the entrance; bars and chapters of this stay are counted by it to the end.
  public var beatsPerBar: Int32
  /// Integrated clocks at the entrance.
  public var entranceMotion: Motion
  /// 0..<1, seeded: how this stay differs from others of the same scene.
  public var variation: Float
  /// The scene whose picture goes to image inputs that nobody feeds; `.nothing` where none are.
  public var feeder: PresetIndex

  public init(
    scene: PresetIndex, entrance: SampleTime, entranceBeats: Double, beatsPerBar: Int32 = 4,
    entranceMotion: Motion = Motion(), variation: Float, feeder: PresetIndex = .nothing
  ) {
    self.scene = scene
    self.entrance = entrance
    self.entranceBeats = entranceBeats
    self.beatsPerBar = beatsPerBar
    self.entranceMotion = entranceMotion
    self.variation = variation
    self.feeder = feeder
  }
}

/// A change of scene on its way.
///
/// Where it should begin and end is said in beats of the grid; how far it has come is said in `progress`, which
/// the director steers towards those beats, so that a correction of the grid never turns a change back.
public struct Change: Sendable, BitwiseCopyable, Equatable {
  /// `.nothing` for a cut.
  public var transition: PresetIndex
  public var incoming: Appearance
  /// A bar line, as a count of beats.
  public var startBeats: Double
  /// A beat; the same as `startBeats` for a cut.
  public var endBeats: Double
  /// At the end of this hop: below 0 before the change begins, 1 when it is over.
  public var progress: Double
  /// Progress per second, > 0, to look ahead with.
  public var progressRate: Double

  public init(
    transition: PresetIndex, incoming: Appearance, startBeats: Double, endBeats: Double, progress: Double,
    progressRate: Double
  ) {
    self.transition = transition
    self.incoming = incoming
    self.startBeats = startBeats
    self.endBeats = endBeats
    self.progress = progress
    self.progressRate = progressRate
  }
}

/// Clocks that the music drives: speed integrated into position, so that nothing ever jumps.
public struct Motion: Sendable, BitwiseCopyable, Equatable {
  /// Runs at 0.35 (calm) … 1.8 (wild) per second.
  public var flow: Double
  /// Flow per second at this hop, to look ahead with.
  public var flowRate: Double
  /// Beats covered: the grid's count, give or take whole beats, with every correction smoothed out.
  public var travel: Double
  public var travelRate: Double
  /// How much of the way is made on the beat: 0 (even) …0.6 (surges).
  public var surge: Double

  public init(
    flow: Double = 0, flowRate: Double = 0.35, travel: Double = 0, travelRate: Double = 1.5, surge: Double = 0
  ) {
    self.flow = flow
    self.flowRate = flowRate
    self.travel = travel
    self.travelRate = travelRate
    self.surge = surge
  }
}

/// What is decided: who is on stage, who comes, in which colours.
public struct Score: Sendable, BitwiseCopyable, Equatable {
  /// A change no longer moves when it begins within this time, so that light may leave that much later. Longer
  /// would be safer for slow displays and worse for the beat: ears change their mind about bars until late.
  public static let committedSeconds = 0.04

  public var onStage: Appearance
  public var change: Change?
  public var palette: Palette
  public var motion: Motion
  /// A performer's hand keeps the scene.
  public var isHeld: Bool
  /// How much of strikes, pulses and flow is let through, 0…1.
  public var energyMaster: Float = 1
  /// Title and credits.
  public var captions = CaptionState()
  public var finishing: Finishing
  /// Inputs in a performer's hand.
  public var overrides: Overrides

  public init(
    onStage: Appearance, change: Change? = nil, palette: Palette = .neutral, motion: Motion = Motion(),
    isHeld: Bool = false, finishing: Finishing = Finishing(), overrides: Overrides = Overrides()
  ) {
    self.onStage = onStage
    self.change = change
    self.palette = palette
    self.motion = motion
    self.isHeld = isHeld
    self.finishing = finishing
    self.overrides = overrides
  }
}

/// Everything the stage may know: the music and the score of one hop.
public struct Snapshot: Sendable, BitwiseCopyable {
  public var moment: Moment
  public var score: Score

  public init(moment: Moment, score: Score) {
    self.moment = moment
    self.score = score
  }
}
