import Music
import Scenery

/// A 64-bit digest of what was heard and decided at one hop: equal digests, equal decisions.
///
/// Taken field by field, since the bytes between fields mean nothing; one multiplication a field.
public struct DecisionDigest: Sendable {
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public static func of(_ moment: Moment, _ score: Score) -> UInt64 {
    var digest = DecisionDigest()
    digest.add(moment)
    digest.add(score)
    return digest.value
  }

  public mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 32
  }

  private mutating func add(_ number: Float) { add(UInt64(number.bitPattern)) }
  private mutating func add(_ number: Double) { add(number.bitPattern) }
  private mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }
  private mutating func add(_ isSet: Bool) { add(isSet ? 1 : 0 as UInt64) }

  private mutating func add(_ moment: Moment) {
    add(moment.hop.value)
    add(moment.onsetStrength)
    for number in [moment.bands.bass, moment.bands.mid, moment.bands.treble, moment.bands.level] {
      add(number)
    }
    for number in [moment.strikes.onset, moment.strikes.kick, moment.strikes.snare, moment.strikes.hat] {
      add(number)
    }
    add(moment.grid)
    add(moment.swing.ratio)
    add(moment.swing.confidence)
    add(moment.announcement != nil)
    if let beat = moment.announcement {
      add(beat.seconds)
      add(beat.isDownbeat)
      add(beat.knowsBar)
      add(beat.confidence)
    }
    for number in [moment.mood.valence, moment.mood.arousal, moment.mood.confidence] { add(number) }
    add(moment.key.map { Int64($0.tonic) * 2 + ($0.isMinor ? 1 : 0) } ?? -1)
    add(moment.energy)
    add(moment.tension)
    add(moment.beginsSection)
    add(moment.drops)
    add(moment.form)
    add(moment.dropWatch)
    add(moment.texture)
    add(moment.isSilent)
    for i in moment.wave.indices { add(moment.wave[i]) }
    for i in moment.spectrum.indices { add(moment.spectrum[i]) }
  }

  private mutating func add(_ grid: BeatGrid) {
    for number in [grid.anchorSeconds, grid.anchorBeats, grid.period] { add(number) }
    add(Int64(grid.beatsPerBar))
    add(grid.downbeat)
    add(grid.confidence)
    add(grid.downbeatConfidence)
  }

  private mutating func add(_ form: SongForm) {
    add(Int64(form.label))
    add(form.isReturn)
    add(form.isVaried)
    add(Int64(form.transposition))
    add(form.confidence)
    add(form.beganSeconds)
    add(Int64(form.bar))
    add(Int64(form.barsInPhrase))
    add(form.phraseConfidence)
  }

  private mutating func add(_ watch: DropWatch) {
    add(watch.isArmed)
    add(watch.probability)
    add(watch.barsLeft)
    add(watch.expectedSeconds)
  }

  private mutating func add(_ texture: Texture) {
    for number in [texture.percussive, texture.dense, texture.bright, texture.steady, texture.vocal] {
      add(number)
    }
    add(UInt64(texture.kind.rawValue))
    add(texture.kindConfidence)
  }

  private mutating func add(_ score: Score) {
    add(score.onStage)
    add(score.change != nil)
    if let change = score.change {
      add(Int64(change.transition.value))
      add(change.incoming)
      add(change.startBeats)
      add(change.endBeats)
      add(change.progress)
      add(change.progressRate)
    }
    let palette = score.palette
    for colour in [palette.shade, palette.deep, palette.base, palette.light, palette.accent] {
      for number in [colour.red, colour.green, colour.blue] { add(number) }
    }
    add(score.motion)
    add(score.isHeld)
    add(score.energyMaster)
    add(score.finishing)
    for word in score.overrides.words { add(word) }
    guard score.captions != CaptionState() else { return }
    add(score.captions.nudgeSeconds)
    for stay in [score.captions.before, score.captions.now] {
      add(Int64(stay.ordinal))
      for number in [stay.entrance, stay.exit, stay.beat] { add(number) }
    }
  }

  private mutating func add(_ finishing: Finishing) {
    for place in 0..<finishing.filters.count {
      add(finishing.filters[place].appearance)
      add(finishing.filters[place].amount)
    }
    let grade = finishing.grade
    for colour in [grade.lift, grade.gamma, grade.gain] {
      for number in [colour.red, colour.green, colour.blue] { add(number) }
    }
    for number in [
      grade.temperature, grade.contrast, grade.saturation, grade.bloom, grade.vignette, grade.grain,
      finishing.gradeAmount, finishing.looks.progress, finishing.looks.outgoingStrength,
      finishing.looks.incomingStrength,
    ] { add(number) }
    add(Int64(finishing.looks.outgoing.value))
    add(Int64(finishing.looks.incoming.value))
    add(UInt64(finishing.grainSeed))
  }

  private mutating func add(_ appearance: Appearance) {
    add(Int64(appearance.scene.value))
    add(appearance.entrance.frames)
    add(appearance.entranceBeats)
    add(Int64(appearance.beatsPerBar))
    add(appearance.entranceMotion)
    add(appearance.variation)
    add(Int64(appearance.feeder.value))
  }

  private mutating func add(_ motion: Motion) {
    for number in [motion.flow, motion.flowRate, motion.travel, motion.travelRate, motion.surge] {
      add(number)
    }
  }
}
