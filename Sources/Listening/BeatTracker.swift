import Music

/// Follows the beat: from onsets to a grid that never runs backwards, and announcements never taken back.
struct BeatTracker: ~Copyable {
  private(set) var grid = BeatGrid.unheard
  private var tempo: TempoTracker
  private var pointer: BarPointer
  private var bars: BarFinder
  private var model = BeatModel()
  private let evidence = BeatEvidence()
  private var network = BeatNetwork()
  /// Index of the period that is followed, and when it was taken up, in frames.
  private var followed: Int
  private var lastOnsets = Onsets()
  private var hops: Int64 = 0
  /// The last beat said aloud.
  private var announced: Int64 = 0
  private var taps = TapMemory()
  private var hold = PhaseHold()
  private(set) var trust = BeatTrust(stepSeconds: BeatTracker.frameSeconds)
  /// Correction of phase under way, beats per hop.
  private var slew = 0.0

  /// Hops per step of the filter: 10.7 ms, finer than anyone hears a beat misplaced.
  static var hopsPerFrame: Int { 2 }
  static var frameSeconds: Double { Hop.seconds * Double(hopsPerFrame) }
  /// Beats per minute, slowest and fastest.
  static var range: ClosedRange<Double> { 55...215 }
  static var periods: ClosedRange<Int> {
    Int(
      (60 / range.upperBound / frameSeconds).rounded())...Int(
        (60 / range.lowerBound / frameSeconds).rounded())
  }
  /// From an attack to its greatest onset strength, seconds: half the window's rise and the filter's frame.
  private static var onsetDelaySeconds: Double { 0.022 }
  /// From an attack to the frame that tells of it, seconds, in the network's words or the onsets'.
  private let delaySeconds: Double
  private let parts: EarParts
  private var swingMeter = SwingMeter()
  /// How long before its time a beat is said, seconds: a picture's time and a little, so that light can still meet it.
  private static var leadSeconds: Double { 0.024 }
  /// Another tempo must hold this many times the belief of the one followed.
  private static var hysteresis: Float { 1.2 }
  /// Time constant of small corrections of phase, seconds.
  private static var slewSeconds: Double { 0.15 }
  /// Bounds of the grid's speed while it is corrected, in beats per beat.
  private static var speeds: ClosedRange<Double> { 0.25...2.5 }

  /// How the beat is divided.
  var swing: Swing { Swing(ratio: swingMeter.ratio, confidence: swingMeter.confidence * grid.confidence) }

  /// The network's log-odds of a beat and a downbeat in the latest frame.
  var odds: (beat: Float, downbeat: Float) { (network.beat, network.downbeat) }

  /// - Parameters:
  ///   - bandCount: bands that carry harmony, given to `hear`.
  ///   - parts: what is left in.
  init(bandCount: Int, parts: EarParts) {
    self.parts = parts
    let usesNetwork = parts.contains(.network)
    delaySeconds = usesNetwork ? BeatNetwork.delaySeconds : Self.onsetDelaySeconds
    tempo = TempoTracker(periods: Self.periods, stepSeconds: Self.frameSeconds)
    pointer = BarPointer(periods: Self.periods, stepSeconds: Self.frameSeconds)
    bars = BarFinder(bandCount: bandCount, usesNetwork: usesNetwork)
    followed = Int((BeatGrid.unheard.period / Self.frameSeconds).rounded()) - Self.periods.lowerBound
  }

  /// One hop.
  ///
  /// - Parameters:
  ///   - features: what the network is shown; `isComplete` in the hop that completed a frame of them.
  ///   - levels: whitened levels of the bands that carry harmony.
  ///   - nowSeconds: stream time at the end of the hop.
  mutating func hear(
    _ onsets: Onsets, features: borrowing BeatFeatures, isComplete: Bool, levels: UnsafePointer<Float>,
    isSilent: Bool, nowSeconds: Double
  ) -> BeatAnnouncement? {
    hops += 1
    let usesNetwork = parts.contains(.network)
    let hasWord = isComplete && usesNetwork
    if hasWord { network.hear(features.values) }
    advance(to: nowSeconds)
    if hops % Int64(Self.hopsPerFrame) == 0 {
      let frame = Onsets.stronger(lastOnsets, onsets)
      if parts.contains(.tempo) {
        tempo.follow(usesNetwork ? Maths.chance(logOdds: network.beat) : frame.strength)
      }
      let gain = usesNetwork ? BeatModel.gainBesideNetwork : BeatModel.gainAlone
      model.weigh(frame, gain: parts.contains(.onsets) ? gain : 0, into: pointer.evidence)
      if hasWord { evidence.weigh(logOdds: network.beat, into: pointer.evidence) }
      if parts.contains(.tempo) { tempo.bias(pointer.bias) }
      pointer.move(preference: tempo.likelihood)
      let heard = grid.beats(atSeconds: nowSeconds - delaySeconds)
      let agreement = follow(isSilent: isSilent)
      trust.hear(agreement: agreement, beats: heard, logOdds: usesNetwork ? network.beat : nil)
      grid.confidence = max(trust.chance, hold.standing * trust.chanceSomewhere)
      if !isSilent {
        bars.hear(
          beats: heard, accent: frame.regions[0] + 0.5 * frame.regions[1], downbeat: network.downbeat,
          beat: network.beat, levels: levels)
        swingMeter.hear(
          beats: grid.beats(atSeconds: nowSeconds - Self.onsetDelaySeconds), strength: frame.strength)
      }
      grid.beatsPerBar = Int32(bars.beatsPerBar)
      grid.downbeat = bars.downbeat
      grid.downbeatConfidence = bars.confidence * grid.confidence
    }
    lastOnsets = onsets
    return announcement(isSilent: isSilent, nowSeconds: nowSeconds)
  }

  /// Moves the anchor to `seconds`, one hop on, with its share of the correction under way.
  private mutating func advance(to seconds: Double) {
    grid.anchorBeats = grid.beats(atSeconds: seconds) + slew
    grid.anchorSeconds = seconds
  }

  /// Draws the grid towards what the filter believes.
  ///
  /// - Returns: share of the belief that agrees.
  private mutating func follow(isSilent: Bool) -> Float {
    if isSilent { hold.rest() }
    let favourite = pointer.favourite()
    if favourite.share > Self.hysteresis * pointer.share(around: followed) {
      let ratio = Double(pointer.shortest + favourite.index) / Double(pointer.shortest + followed)
      if abs(ratio - 1) > 0.06 { hold.forget() }
      if abs(ratio - 1) > 0.2 { bars.forget() }
      followed = favourite.index
    }
    let raw = grid.anchorBeats - delaySeconds / grid.period
    let expected = raw - raw.rounded(.down)
    let readings = pointer.read(around: followed, near: expected)
    let reading =
      isSilent || !parts.contains(.phaseHold)
      ? readings.best
      : hold.choose(
        best: readings.best, near: readings.near, expected: expected, trust: trust.chance,
        stepSeconds: Self.frameSeconds)
    followed = min(
      max(Int(reading.period.rounded()) - pointer.shortest, 0), pointer.periodCount - 1)
    slew = 0
    guard !isSilent else { return 0 }
    grid.period = reading.period * Self.frameSeconds
    let phase = reading.phase + delaySeconds / grid.period
    let error = Maths.wrapped(phase - grid.anchorBeats)
    let step = Hop.seconds / grid.period
    let wanted = error * min(1, Hop.seconds / Self.slewSeconds)
    slew = min(max(wanted, (Self.speeds.lowerBound - 1) * step), (Self.speeds.upperBound - 1) * step)
    return reading.agreement
  }

  private mutating func announcement(isSilent: Bool, nowSeconds: Double) -> BeatAnnouncement? {
    let beat = Int64(grid.beats(atSeconds: nowSeconds + Self.leadSeconds).rounded(.down))
    guard beat > announced else { return nil }
    announced = beat
    guard !isSilent, grid.hasBeat else { return nil }
    let place = (beat - bars.downbeat) % Int64(bars.beatsPerBar)
    return BeatAnnouncement(
      seconds: grid.seconds(atBeats: Double(beat)), isDownbeat: place == 0,
      knowsBar: bars.confidence > 0, confidence: grid.confidence)
  }
}

extension BeatTracker {
  /// Takes a performer's hand as evidence about now: it reweighs belief, the music has the last word.
  mutating func weigh(_ hand: Hand) {
    switch hand {
    case .tap:
      tap()
    case .downbeat:
      tap()
      bars.accept(downbeat: Int64(grid.beats(atSeconds: grid.anchorSeconds).rounded()))
    case .doubleTempo:
      rescale(by: 0.5)
    case .halveTempo:
      rescale(by: 2)
    }
  }

  private mutating func tap() {
    let now = grid.anchorSeconds
    let phase = -delaySeconds / grid.period
    hold.forget()
    pointer.favour(phase: phase - phase.rounded(.down))
    if let seconds = taps.interval(tapAtSeconds: now) {
      tempo.favour(period: seconds / Self.frameSeconds)
    }
  }

  private mutating func rescale(by factor: Double) {
    let period = grid.period * factor / Self.frameSeconds
    guard Double(Self.periods.lowerBound) <= period, period <= Double(Self.periods.upperBound) else { return }
    let phase = grid.anchorBeats / factor - delaySeconds / (grid.period * factor)
    pointer.place(period: period, phase: phase - phase.rounded(.down))
    tempo.favour(period: period)
    hold.forget()
    followed = Int(period.rounded()) - pointer.shortest
    bars.forget()
  }
}

/// The last tap, to find the interval to the next.
struct TapMemory {
  private var lastSeconds = -Double.infinity

  /// Seconds since the tap before, if that is a beat period.
  mutating func interval(tapAtSeconds seconds: Double) -> Double? {
    let interval = seconds - lastSeconds
    lastSeconds = seconds
    let slowest = 60 / BeatTracker.range.lowerBound
    let fastest = 60 / BeatTracker.range.upperBound
    return (fastest...slowest).contains(interval) ? interval : nil
  }
}
