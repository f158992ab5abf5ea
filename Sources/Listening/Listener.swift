import Music

/// Kinora's ear: 256 samples in, what the music is doing out.
///
/// It knows only what it was given so far, needs no memory after `init`, and the same samples give the same
/// moments bit for bit. One listener is one performance; its stream time starts at 0.
public struct Listener: ~Copyable {
  private var hop: Int64 = 0
  private var front = FrontEnd()
  private var gate = SilenceGate()
  private var spectrum: Spectrum
  private var longSpectrum: Spectrum
  private var onsetDetector: OnsetDetector
  private var levels: BandLevels
  private var strikes = StrikeEnvelopes()
  private var features: BeatFeatures
  private var beat: BeatTracker
  private var chroma: Chroma
  private var songCues: SongCues
  private var keyFinder: KeyFinder
  private var mood = MoodEstimator()
  private var form = FormModel()
  /// Onsets of the last hop, for benches and for fitting the beat model.
  package private(set) var lastOnsets = Onsets()
  /// Whether the last hop completed a frame for the beat network.
  package private(set) var completedFrame = false

  /// Window of onsets and levels, samples: 43 ms, short enough for attacks, fine enough for bass.
  private static var windowLength: Int { 2048 }
  /// Window of chroma, samples: 171 ms, enough to part semitones down to 100 Hz.
  private static var longWindowLength: Int { 8192 }
  /// The long window is analysed once in so many hops (85 ms): harmony is slow.
  private static var hopsPerLongWindow: Int64 { 16 }
  /// Bands that carry harmony and bass lines: up to this frequency, hertz.
  private static var harmonyBelow: Float { 1400 }

  public init() { self.init(parts: .all) }

  /// - Parameter parts: what is left in; all of them but in benches.
  package init(parts: EarParts) {
    spectrum = Spectrum(length: Self.windowLength)
    longSpectrum = Spectrum(length: Self.longWindowLength)
    let detector = OnsetDetector(binCount: spectrum.binCount, binWidth: spectrum.binWidth, parts: parts)
    levels = BandLevels(binCount: spectrum.binCount, binWidth: spectrum.binWidth)
    beat = BeatTracker(
      bandCount: detector.filterbank.band(atOrAbove: Self.harmonyBelow), parts: parts)
    features = BeatFeatures(bandCount: detector.filterbank.bandCount)
    chroma = Chroma(binCount: longSpectrum.binCount, binWidth: longSpectrum.binWidth)
    keyFinder = KeyFinder(stepSeconds: Hop.seconds * Double(Self.hopsPerLongWindow))
    songCues = SongCues(centres: detector.filterbank.centres)
    onsetDetector = detector
  }

  /// Hops taken in so far.
  package var heardHops: Int64 { hop }

  /// Takes in one hop.
  ///
  /// - Parameter mono: `Hop.length` samples at `Hop.sampleRate`; what is not finite counts as 0, and missing
  ///   samples as silence.
  /// - Returns: what the music is doing at the end of this hop.
  /// - Real-time safe: no allocation, lock or system call.
  public mutating func hear(_ mono: UnsafeBufferPointer<Float>) -> Moment {
    var moment = Moment(hop: HopIndex(hop))
    hop += 1
    front.clean(mono)
    gate.follow(meanSquare: front.meanSquare)
    spectrum.take(front.hop)
    longSpectrum.take(front.hop)
    spectrum.analyse()
    var onsets = onsetDetector.hear(spectrum.magnitudes)
    if gate.isSilent { onsets = Onsets() }
    lastOnsets = onsets
    moment.isSilent = gate.isSilent
    moment.onsetStrength = onsets.strength
    strikes.hear(onsets, isSilent: gate.isSilent)
    moment.strikes = strikes.strikes
    listenToBeat(onsets, into: &moment)
    levels.hear(spectrum.magnitudes, isSilent: gate.isSilent)
    moment.bands = levels.bands
    listenToMood(onsets, into: &moment)
    draw(into: &moment)
    return moment
  }

  /// From a beat to the frame in which the network tells of it.
  package static var networkDelaySeconds: Double { BeatNetwork.delaySeconds }

  /// What the beat network said last, as log-odds.
  package var beatOdds: (beat: Float, downbeat: Float) { beat.odds }

  /// What the trust in the beat is made of: agreement, the network's word on the beat and between.
  package var trustCues: [Float] { [beat.trust.agreement, beat.trust.onBeat, beat.trust.between] }

  /// What the beat network was shown last, for training it.
  package func beatFeatures() -> [Float] { (0..<features.values.count).map { features.values[$0] } }

  /// What the form model reads, and whether it is silent: for fitting the model.
  package func writeCues(into record: inout [Float]) {
    for i in 0..<SongCues.featureCount { record.append(songCues.features[i]) }
    record.append(gate.isSilent ? 1 : 0)
  }

  /// Takes a performer's hand as evidence about the beat, as of the last hop.
  public mutating func weigh(_ hand: Hand) {
    beat.weigh(hand)
  }

  private mutating func listenToBeat(_ onsets: Onsets, into moment: inout Moment) {
    completedFrame = features.hear(
      magnitudes: onsetDetector.bands.base, rise: onsetDetector.rises.base)
    moment.announcement = beat.hear(
      onsets, features: features, isComplete: completedFrame, levels: onsetDetector.levels.base,
      isSilent: gate.isSilent, nowSeconds: moment.hop.end.seconds)
    moment.grid = beat.grid
    moment.swing = beat.swing
  }

  private mutating func listenToMood(_ onsets: Onsets, into moment: inout Moment) {
    if hop % Self.hopsPerLongWindow == 0 {
      longSpectrum.analyse()
      chroma.hear(longSpectrum.magnitudes)
      keyFinder.hear(chroma.classes, isSilent: gate.isSilent)
    }
    listenToSong(onsets, nowSeconds: moment.hop.end.seconds)
    let cues = moodCues(onsets)
    mood.hear(
      cues, beatsPerMinute: beat.grid.beatsPerMinute, modality: keyFinder.modality, isSilent: gate.isSilent)
    moment.mood = mood.mood
    moment.key = keyFinder.key
    moment.beginsSection = form.beginsSection
    moment.drops = form.drops
    moment.tension = form.tension
    // Half loudness, half how often something begins; 8 onsets a second are as dense as it gets.
    moment.energy = min(1, 0.5 * levels.swell + 0.5 * min(mood.onsetRate / 8, 1))
  }

  private mutating func listenToSong(_ onsets: Onsets, nowSeconds: Double) {
    form.clear()
    guard !gate.isSilent else {
      form.rest()
      return songCues.rest()
    }
    guard songCues.hear(onsetDetector.bands, onsets: onsets, meanSquare: front.meanSquare) else { return }
    songCues.close(
      peakCount: chroma.peakCount, chroma: chroma.classes, grid: beat.grid, nowSeconds: nowSeconds)
    form.hear(songCues.features, heardSeconds: songCues.heardSeconds)
  }

  private func moodCues(_ onsets: Onsets) -> MoodCues {
    var cues = MoodCues()
    cues.flux = onsets.flux
    cues.highFlux = onsets.highFlux
    cues.lowFlux = onsets.lowFlux
    cues.peakCount = chroma.peakCount
    cues.onsetStrength = onsets.strength
    cues.meanSquare = front.meanSquare
    var energy: Float = 1e-12
    var moment: Float = 0
    var low: Float = 0
    var sum: Float = 0
    let bandCount = onsetDetector.filterbank.bandCount
    for band in 0..<bandCount {
      let magnitude = onsetDetector.bands[band]
      let centre = onsetDetector.filterbank.centres[band]
      energy += magnitude
      moment += magnitude * centre
      if centre < 150 { low += magnitude }
      sum += onsetDetector.levels[band]
    }
    cues.centroid = moment / energy
    cues.lowShare = low / energy
    cues.fullness = sum / Float(bandCount)
    return cues
  }

  private mutating func draw(into moment: inout Moment) {
    levels.draw(spectrum.magnitudes, isSilent: gate.isSilent, into: &moment.spectrum)
    let newest = spectrum.history.base + (spectrum.length - moment.wave.count)
    for i in 0..<moment.wave.count { moment.wave[i] = min(max(newest[i], -1), 1) }
  }
}
