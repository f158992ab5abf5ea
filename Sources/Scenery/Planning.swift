import Glibc
import Music

extension Snapshot {
  /// What to draw for light that leaves at `seconds` of stream time.
  ///
  /// Clocks and progress never run backwards from frame to frame, whatever the ear corrects meanwhile, as long
  /// as light leaves at most `Score.committedSeconds` after the end of this hop.
  public func plan(atSeconds seconds: Double) -> FramePlan {
    var plan = FramePlan(
      seconds: seconds, outgoing: layer(score.onStage, atSeconds: seconds), moment: moment)
    plan.finishing = finishing(atSeconds: seconds)
    guard let change = score.change else { return plan }
    let ahead = seconds - moment.hop.end.seconds
    let progress = change.progress + change.progressRate * ahead
    guard progress >= 0 else { return plan }
    let incoming = layer(change.incoming, atSeconds: seconds)
    guard change.transition != .nothing, progress < 1 else {
      plan.outgoing = incoming
      return plan
    }
    plan.incoming = incoming
    plan.transition = change.transition
    plan.progress = Float(progress)
    return plan
  }

  private func finishing(atSeconds seconds: Double) -> FinishingPlan {
    var plan = FinishingPlan()
    let finishing = score.finishing
    plan.filters = (0..<finishing.filters.count).map { place in
      let slot = finishing.filters[place]
      return FinishingPlan.Filter(layer: layer(slot.appearance, atSeconds: seconds), amount: slot.amount)
    }
    plan.grade = finishing.grade
    plan.looks = finishing.looks
    plan.grain = FinishingPlan.grain(seed: finishing.grainSeed, atSeconds: seconds)
    return plan
  }

  private func layer(_ appearance: Appearance, atSeconds seconds: Double) -> LayerPlan {
    var signals = Signals(palette: score.palette)
    describeBeat(in: &signals, atSeconds: seconds)
    describeStay(in: &signals, of: appearance, atSeconds: seconds)
    describeSound(in: &signals, atSeconds: seconds)
    signals[.variation] = appearance.variation
    signals.overrides = score.overrides
    let time = max(0, seconds - appearance.entrance.seconds)
    return LayerPlan(
      appearance: appearance, time: time, signals: signals, bars: bars(of: appearance, atSeconds: seconds))
  }

  /// Bars since an entrance, whole on bar lines whatever beat the entrance was on, and surging with the beat.
  private func bars(of appearance: Appearance, atSeconds seconds: Double) -> Double {
    let covered = travel(atSeconds: seconds)
    let metre = Double(appearance.beatsPerBar)
    let count = (covered - appearance.entranceMotion.travel) / metre
    let surge = Self.clipSurge * score.motion.surge * sin(2 * .pi * covered) / (2 * .pi * metre)
    guard moment.grid.beatsPerBar == appearance.beatsPerBar else { return max(0, count + surge) }
    let wholeBeatsApart = (moment.grid.beats(atSeconds: moment.hop.end.seconds) - score.motion.travel)
      .rounded()
    let inBar = (covered + wholeBeatsApart - Double(moment.grid.downbeat)) / metre
    let phase = inBar - inBar.rounded(.down)
    // Which whole bar: chosen far from where an entrance on any beat of a bar of two to four would waver.
    let whole = (count - phase + Self.barChoice).rounded(.down)
    return max(0, whole + phase + surge)
  }

  /// How much of the surge clips take part in: their speed stays within bounds.
  private static var clipSurge: Double { 0.66 }
  private static var barChoice: Double { 0.42 }

  /// Beats covered at a time near this hop.
  private func travel(atSeconds seconds: Double) -> Double {
    score.motion.travel + score.motion.travelRate * (seconds - moment.hop.end.seconds)
  }

  /// Where in the beat, the bar and the phrase the music is.
  ///
  /// Phases come from the beats covered: those agree with the grid but for corrections not yet smoothed out, and
  /// never cross a beat twice.
  private func describeBeat(in signals: inout Signals, atSeconds seconds: Double) {
    let grid = moment.grid
    let covered = travel(atSeconds: seconds)
    let wholeBeatsApart = (grid.beats(atSeconds: moment.hop.end.seconds) - score.motion.travel).rounded()
    // The ear may name any downbeat; phrases are counted from the first there can have been.
    let metre = Int64(grid.beatsPerBar)
    let firstDownbeat = Double((grid.downbeat % metre + metre) % metre)
    let bars = (covered + wholeBeatsApart - firstDownbeat) / Double(metre)
    signals[.beat] = Self.phase(covered)
    signals[.bar] = Self.phase(bars)
    signals[.phrase] = Self.phase(bars / 8)
    let believed = (moment.isSilent ? 0 : max(Self.leastPulse, grid.confidence)) * score.energyMaster
    signals[.pulse] = Self.fall(signals[.beat]) * believed
    signals[.downPulse] = Self.fall(signals[.bar]) * believed
  }

  /// Counts since the entrance, and the clocks that the music drives.
  private func describeStay(
    in signals: inout Signals, of appearance: Appearance, atSeconds seconds: Double
  ) {
    let entrance = appearance.entranceMotion
    let covered = travel(atSeconds: seconds)
    let beats = max(0, covered - entrance.travel)
    let bars = beats / Double(appearance.beatsPerBar)
    let chapter = (bars / 4).rounded(.down)
    signals[.beats] = Float(beats)
    signals[.bars] = Float(bars)
    signals[.chapter] = Float(chapter)
    // Over the first beat of a chapter it glides from the one before.
    let intoChapter = beats - chapter * 4 * Double(appearance.beatsPerBar)
    signals[.chapterEase] = Float(chapter > 0 ? chapter - 1 + Self.glide(min(intoChapter, 1)) : 0)
    let motion = score.motion
    let ahead = seconds - moment.hop.end.seconds
    signals[.flow] = Float(max(0, motion.flow + motion.flowRate * ahead - entrance.flow))
    let way = Self.surging(covered, by: motion.surge) - Self.surging(entrance.travel, by: entrance.surge)
    signals[.travel] = Float(max(0, way))
  }

  private func describeSound(in signals: inout Signals, atSeconds seconds: Double) {
    signals[.level] = moment.bands.level
    signals[.bass] = moment.bands.bass
    signals[.mid] = moment.bands.mid
    signals[.treble] = moment.bands.treble
    let stale = max(0, seconds - moment.hop.end.seconds - Self.freshSeconds)
    let left = Float(exp2(-stale / Self.strikeHalfLifeSeconds)) * score.energyMaster
    signals[.onset] = moment.strikes.onset * left
    signals[.kick] = moment.strikes.kick * left
    signals[.snare] = moment.strikes.snare * left
    signals[.hat] = moment.strikes.hat * left
    signals[.energy] = moment.energy
    signals[.tension] = moment.tension
    signals[.arousal] = moment.mood.arousal
    signals[.valence] = moment.mood.valence
  }

  /// A pulse is still felt, softly, where the ear isn't sure of the beat.
  private static var leastPulse: Float { 0.35 }
  /// Light may leave this long after the hop with strikes at full strength: the display's own delay.
  private static var freshSeconds: Double { 0.05 }
  /// As `Strikes` says.
  private static var strikeHalfLifeSeconds: Double { 0.1 }

  private static func phase(_ count: Double) -> Float {
    min(Float(count - count.rounded(.down)), 1 - Float.ulpOfOne)
  }

  /// 1 at phase 0, falling to 0 at phase 1, with the weight at the front.
  private static func fall(_ phase: Float) -> Float {
    let rest = 1 - phase
    return rest * rest * rest
  }

  /// 0…1 with no jerk at either end (smoothstep).
  private static func glide(_ x: Double) -> Double { x * x * (3 - 2 * x) }

  /// Position for beats covered: a unit a beat, fastest on the beat itself.
  private static func surging(_ beats: Double, by surge: Double) -> Double {
    beats + surge * sin(2 * .pi * beats) / (2 * .pi)
  }
}
