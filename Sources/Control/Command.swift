import Directing

/// What a hand can ask for: something of the director, or something of the performance around it.
public enum Command: Sendable, Equatable {
  case cue(Cue)
  /// The scene with this number, counted from 1 in the order of the repertoire.
  case scene(number: Int)
  /// A hand takes an input of the scene (`INPUT` or `PRESET.INPUT`), or moves it; one lane an axis or channel.
  case set(input: String, SIMD4<Float>)
  /// The music has it back; an empty name gives back all.
  case release(input: String)
  case stage(StageCommand)
  /// Puts on, or takes off, the filter with this number, counted from 1 in the order of the repertoire.
  case toggleFilter(number: Int)
  /// The grade that the show began with, or none.
  case toggleGrade

  /// Asked for by a slip of the finger it would hurt: the performance does it only when asked twice within
  /// `confirmationSeconds`.
  public var needsConfirmation: Bool { self == .stage(.quit) }

  /// Seconds within which the second press counts.
  public static let confirmationSeconds = 2.0
}

/// What the performance does without asking the director.
public enum StageCommand: String, Sendable, CaseIterable {
  case toggleFullScreen
  case toggleRecording
  case toggleHelp
  case toggleStatusLine
  /// Keep the invented scene on stage as a file, have a new one invented, have one bred from the one on stage.
  case saveScene, inventScene, breedScene
  case togglePause
  case seekBack, seekForward
  case seekFarBack, seekFarForward
  case loopStart, loopEnd, clearLoop
  case nextPart
  case quit
}
