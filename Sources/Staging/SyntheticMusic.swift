import Music
import Scenery

/// Music made of arithmetic, to try presets on: the same at every call and on every machine.
enum SyntheticMusic: CaseIterable {
  /// 120 beats per minute, four to the bar: kick on every beat, snare on two and four, hats between.
  case loud
  case silent
  /// 84 beats per minute, a soft kick on one and three, few hats: a quiet verse.
  case gentle

  static let beatsPerMinute = 120.0
  private static let gentleBeatsPerMinute = 84.0

  /// What the ear and the director would say at that time, with one scene on stage since 0.
  func snapshot(atSeconds seconds: Double, scene: PresetIndex, variation: Float = 0.37) -> Snapshot {
    let hop = HopIndex(Int64((seconds / Hop.seconds).rounded(.down)))
    var score = Score(
      onStage: Appearance(scene: scene, entrance: .zero, entranceBeats: 0, variation: variation))
    direct(&score, atSeconds: seconds)
    return Snapshot(moment: moment(hop, atSeconds: seconds), score: score)
  }

  /// Motion and palette, as the director takes them from the music.
  fileprivate func direct(_ score: inout Score, atSeconds seconds: Double) {
    score.motion.flowRate = self == .loud ? 1.4 : self == .gentle ? 0.6 : 0.35
    score.motion.travelRate = self == .loud ? 2 : self == .gentle ? 1.4 : 0.5
    score.motion.flow = seconds * score.motion.flowRate
    score.motion.travel = seconds * score.motion.travelRate
    if self != .silent { score.palette = Self.warm }
  }

  private static let warm = Palette(
    shade: Colour(red: 0.09, green: 0.03, blue: 0.07), deep: Colour(red: 0.30, green: 0.09, blue: 0.18),
    base: Colour(red: 0.72, green: 0.30, blue: 0.28), light: Colour(red: 0.98, green: 0.88, blue: 0.70),
    accent: Colour(red: 0.25, green: 0.75, blue: 0.80))

  private func moment(_ hop: HopIndex, atSeconds seconds: Double) -> Moment {
    var moment = Moment(hop: hop)
    guard self != .silent else {
      for i in 0..<512 { moment.wave[i] = 0 }
      return moment
    }
    let isGentle = self == .gentle
    moment.grid = BeatGrid(
      anchorSeconds: 0, anchorBeats: 0,
      period: 60 / (isGentle ? Self.gentleBeatsPerMinute : Self.beatsPerMinute), confidence: 1,
      downbeatConfidence: 1)
    let beats = moment.grid.beats(atSeconds: seconds)
    if isGentle {
      Self.playGently(&moment, beats)
      return moment
    }
    moment.strikes.kick = Self.strike(beats)
    moment.strikes.snare = Self.strike((beats + 1) / 2)
    moment.strikes.hat = Self.strike(beats * 2 + 1)
    moment.strikes.onset = max(moment.strikes.kick, moment.strikes.hat)
    moment.bands = Bands(
      bass: 0.25 + 0.7 * moment.strikes.kick, mid: 0.4 + 0.4 * moment.strikes.snare,
      treble: 0.25 + 0.6 * moment.strikes.hat, level: 0.6 + 0.3 * moment.strikes.kick)
    moment.energy = 0.8
    moment.tension = Float(min(1, (beats / 32).truncatingRemainder(dividingBy: 1)))
    moment.mood = Mood(valence: 0.5, arousal: 0.7, confidence: 1)
    moment.isSilent = false
    for i in 0..<512 { moment.wave[i] = Self.triangle(Double(i) / 64) * (0.4 + 0.5 * moment.strikes.kick) }
    for i in 0..<256 { moment.spectrum[i] = moment.bands.bass / (1 + Float(i) / 24) }
    return moment
  }

  private static func playGently(_ moment: inout Moment, _ beats: Double) {
    moment.strikes.kick = 0.5 * strike(beats / 2)
    moment.strikes.hat = 0.4 * strike(beats)
    moment.strikes.onset = moment.strikes.kick
    moment.bands = Bands(
      bass: 0.15 + 0.35 * moment.strikes.kick, mid: 0.3 + 0.2 * Float(swell(beats / 8)),
      treble: 0.12 + 0.2 * moment.strikes.hat, level: 0.4)
    moment.energy = 0.3
    moment.mood = Mood(valence: 0.1, arousal: -0.4, confidence: 1)
    moment.isSilent = false
    for i in 0..<512 { moment.wave[i] = triangle(Double(i) / 90) * 0.25 }
    for i in 0..<256 { moment.spectrum[i] = 0.35 / (1 + Float(i) / 30) }
  }

  /// 0…1…0 over each whole number, in straight lines.
  private static func swell(_ count: Double) -> Double { 1 - abs(2 * (count - count.rounded(.down)) - 1) }

  /// 1 on the count, falling in straight lines over a third of it.
  private static func strike(_ count: Double) -> Float {
    Float(max(0, 1 - 3 * (count - count.rounded(.down))))
  }

  /// −1…1, one period per 1.
  private static func triangle(_ x: Double) -> Float { Float(4 * abs(x - (x + 0.5).rounded(.down)) - 1) }
}

extension PresetRun.Frame {
  /// Makes it the frame of that time, and lets the sound textures hear the same.
  ///
  /// - Parameters:
  ///   - director: which music motion and palette follow; nil for the same.
  ///   - palette: nil for the music's own.
  mutating func hear(
    _ music: SyntheticMusic, atSeconds seconds: Double, _ sounds: SoundTextures,
    directedAs director: SyntheticMusic? = nil, palette: Palette? = nil
  ) {
    var snapshot = music.snapshot(atSeconds: seconds, scene: PresetIndex(0))
    director?.direct(&snapshot.score, atSeconds: seconds)
    if let palette { snapshot.score.palette = palette }
    let plan = snapshot.plan(atSeconds: seconds)
    sounds.hear(plan.moment)
    time = plan.outgoing.time
    signals = plan.outgoing.signals
    streamSeconds = seconds
  }
}
