/// From the network's log-odds of a beat to likelihoods of each phase of the beat.
///
/// The network was taught a bell around each beat; a phase at which the bell stands at `g` explains the
/// network's answer with the odds of a beat to the power of g. Tempi share three tables, as a beat is the same
/// number of milliseconds wide at any tempo.
struct BeatEvidence: ~Copyable {
  /// For each anchor and phase bin, how much of a beat's bell is heard there, 0…1.
  private let bells: Buffer<Float>

  /// Width of the bell, seconds: that of the network's lessons.
  private static var widthSeconds: Double { 0.022 }
  /// Weight of one frame: the frames of one beat are not independent.
  private static var gain: Float { 0.6 }
  /// Log-odds are believed within these bounds (0.2 % and 98 %).
  private static var bounds: ClosedRange<Float> { -6.2...3.9 }

  init() {
    bells = Buffer(BarPointer.evidenceCount)
    for anchor in 0..<BeatModel.anchors.count {
      let period = 60 / BeatModel.anchors[anchor]
      for bin in 0..<BarPointer.phaseBins {
        let phase = Maths.wrapped((Double(bin) + 0.5) / Double(BarPointer.phaseBins))
        let off = phase * period / Self.widthSeconds
        bells[anchor * BarPointer.phaseBins + bin] = Float(Maths.exponential(-0.5 * off * off))
      }
    }
  }

  /// Adds the log-likelihood of one frame. Real-time safe.
  func weigh(logOdds: Float, into evidence: borrowing Buffer<Float>) {
    let odds = Self.gain * min(max(logOdds, Self.bounds.lowerBound), Self.bounds.upperBound)
    for i in 0..<evidence.count { evidence[i] += odds * bells[i] }
  }
}
