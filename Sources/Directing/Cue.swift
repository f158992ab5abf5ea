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
  /// Bring this scene on with the next change, whenever and however that comes.
  case suggest(PresetIndex)
  /// Keep the scene on stage until released.
  case hold(Bool)
  /// Hold the scene on stage; if it is held, release it.
  case toggleHold
  /// A hand beats time.
  case tap
  /// This is the first beat of a bar.
  case downbeat
  /// The tempo is twice, or half, what the ear believes.
  case doubleTempo, halveTempo
  /// How much of the mood's colour correction: 0 (none) … 1 (as meant) … 2.
  case grade(Float)
  /// The same if none is on or wanted; else none.
  case toggleGrade(Float)
  /// Fade to this look, or to none (`.nothing`), over so many bars; 0: at once.
  case look(PresetIndex, bars: Int32)
  /// Fade to the look after the one that is on or wanted; after the last comes none.
  case nextLook(bars: Int32)
  /// Put this filter on top with an amount of 0…1, or change its amount; 0 takes it away.
  case filter(PresetIndex, amount: Float)
  /// Put this filter on whole; if it is on or wanted, take it away.
  case toggleFilter(PresetIndex)
  /// Take all filters away.
  case clearFilters
  /// A hand takes an input: `INPUT` of any preset, or `PRESET.INPUT`; one lane an axis or channel.
  case set(input: String, SIMD4<Float>)
  /// The music has it back; an empty name gives back all.
  case release(input: String)
  /// The stage has the preset compiled and warm.
  case ready(PresetIndex)
  /// The stage can't use the preset; the one on stage stays.
  case failed(PresetIndex)
  /// The stage let the preset's program go; it is asked for again when it is wanted.
  case released(PresetIndex)
  /// Show the credits from the next bar line on.
  case credits
  /// The song's words come this much later, milliseconds.
  case nudgeLyrics(Int32)
}
