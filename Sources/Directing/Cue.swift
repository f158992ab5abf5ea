import Music
import Scenery

/// What a performer, or the stage, says to the director. The only arrow back; every cue is logged.
public enum Cue: Sendable, Equatable {
  /// Bring on another scene at the next bar line.
  case nextScene
  /// Go back to the scene before.
  case previousScene
  /// Bring on this scene at the next bar line.
  case scene(PresetIndex)
  /// Keep the scene on stage until released.
  case hold(Bool)
  /// A hand beats time.
  case tap
  /// This is the first beat of a bar.
  case downbeat
  /// The tempo is twice, or half, what the ear believes.
  case doubleTempo, halveTempo
  /// A hand takes an input: `INPUT` of any preset, or `PRESET.INPUT`; one lane an axis or channel.
  case set(input: String, SIMD4<Float>)
  /// The music has it back; an empty name gives back all.
  case release(input: String)
  /// The stage has the preset compiled and warm.
  case ready(PresetIndex)
  /// The stage can't use the preset; the one on stage stays.
  case failed(PresetIndex)
}
