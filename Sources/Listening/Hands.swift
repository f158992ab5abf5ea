/// A performer's hand as evidence: it reweighs belief, it does not command it.
extension BarPointer {
  /// Odds of the phase at the tap against the opposite one, as a natural logarithm.
  private static var trustInPhase: Double { 3 }
  /// Belief given to each period at the performer's tempo, 1 being all there was.
  private static var trustInPeriod: Float { 1 }
  /// Scatter of human taps relative to the period (standard deviation).
  private static var scatter: Double { 0.05 }

  /// Raises belief in states near `phase`, 0..<1.
  mutating func favour(phase: Double) {
    for row in 0..<Self.evidenceCount {
      let center = (Double(row % Self.phaseBins) + 0.5) / Double(Self.phaseBins)
      let off = Maths.wrapped(center - phase) / Self.scatter
      evidence[row] = Float(Self.trustInPhase * Maths.exponential(-0.5 * off * off))
    }
    weighStates()
  }

  /// Moves most of the belief to one period and phase.
  mutating func place(period: Double, phase: Double) {
    for i in 0..<periodCount {
      let off = (Double(shortest + i) / period - 1) / Self.scatter
      let target = Self.trustInPeriod * Float(Maths.exponential(-0.5 * off * off))
      // What lies elsewhere shrinks to a tenth; what is near is filled evenly, then weighed by phase.
      setBelief(period: i, share: 0.1 * tempi[i] + target)
    }
    normalise()
    favour(phase: phase)
  }
}
