import Music

/// The key as a hidden Markov model follows it: twenty-four states, each with its own profile of pitch classes.
///
/// The forward filter needs no threshold for a change of key: evidence for another must outweigh what it costs
/// to leave. Music moves between a key and its parallel more readily than anywhere else. Sources: C. Krumhansl,
/// “Cognitive Foundations of Musical Pitch”, 1990 (profiles); K. Noland, M. Sandler, “Key Estimation Using a
/// Hidden Markov Model”, ISMIR 2006. The profiles of five registers are learned together, through the filter.
struct KeyFinder: ~Copyable {
  private(set) var key: Key?
  /// −1 (surely minor) … 1 (surely major).
  private(set) var modality: Float = 0
  /// How likely the key is, 0…1.
  private(set) var confidence: Float = 0
  private let belief = Buffer<Float>(keyCount, filledWith: 1 / Float(keyCount))
  private let evidence = Buffer<Float>(keyCount)
  /// Profiles turned to every tonic: a row of `Chroma.registerCount` × 12 for each key.
  private let profiles = Buffer<Float>(keyCount * noteCount)
  private var heardSeconds: Double = 0
  private let stepSeconds: Double
  private let parallelChange: Float

  private static var keyCount: Int { 24 }
  private static var noteCount: Int { Chroma.registerCount * 12 }
  /// Chances, in one step of 85 ms, of a change to any key and to the parallel one.
  private static var change: Float { 1.5e-4 }
  private static var usualParallelChange: Float { 3e-3 }
  /// A key is likely at least by this, or there is none.
  private static var gate: Float { 0.25 }
  /// Nothing is said of a key before this many seconds of music.
  private static var patienceSeconds: Double { 1.5 }
  /// Share of the belief that silence takes, in one step.
  private static var forgetting: Float { 0.06 }

  init(stepSeconds: Double, parts: EarParts = .all) {
    self.stepSeconds = stepSeconds
    parallelChange = parts.contains(.parallelKeys) ? Self.usualParallelChange : 0
    for key in 0..<Self.keyCount {
      let table = key < 12 ? 0 : Self.noteCount
      for note in 0..<Self.noteCount {
        let degree = (note % 12 + 24 - key) % 12
        profiles[key * Self.noteCount + note] = KeyModelTable.profiles[table + note / 12 * 12 + degree]
        guard !parts.contains(.registers) else { continue }
        var sum: Float = 0
        for register in 0..<Chroma.registerCount {
          sum += KeyModelTable.profiles[table + register * 12 + degree]
        }
        profiles[key * Self.noteCount + note] = sum / Float(Chroma.registerCount)
      }
    }
  }

  /// One step.
  ///
  /// - Parameter registers: `Chroma.registers`.
  mutating func hear(_ registers: borrowing Buffer<Float>, isSilent: Bool) {
    guard !isSilent else { return rest() }
    heardSeconds = min(heardSeconds + stepSeconds, 3600)
    weigh(registers)
    follow()
    choose()
  }

  private mutating func rest() {
    heardSeconds = max(0, min(heardSeconds, 2) - stepSeconds)
    for i in 0..<Self.keyCount { belief[i] += (1 / Float(Self.keyCount) - belief[i]) * Self.forgetting }
    modality *= 1 - Self.forgetting
    if abs(modality) < 1e-6 { modality = 0 }
    confidence *= 1 - Self.forgetting
    if heardSeconds == 0 {
      key = nil
      confidence = 0
    }
  }

  /// Logarithm of how well each key explains the latest spectrum, around the mean of all.
  private func weigh(_ registers: borrowing Buffer<Float>) {
    var mean: Float = 0
    for key in 0..<Self.keyCount {
      let row = profiles.base + key * Self.noteCount
      var sum: Float = 0
      for note in 0..<Self.noteCount { sum += row[note] * registers[note] }
      evidence[key] = sum
      mean += sum / Float(Self.keyCount)
    }
    for key in 0..<Self.keyCount { evidence[key] -= mean }
  }

  private func follow() {
    let stay = 1 - Self.change - parallelChange
    var sum: Float = 1e-20
    for tonic in 0..<12 {
      let (major, minor) = (belief[tonic], belief[tonic + 12])
      let any = Self.change / Float(Self.keyCount)
      belief[tonic] = (stay * major + parallelChange * minor + any) * Maths.exp(evidence[tonic])
      belief[tonic + 12] =
        (stay * minor + parallelChange * major + any) * Maths.exp(evidence[tonic + 12])
      sum += belief[tonic] + belief[tonic + 12]
    }
    for key in 0..<Self.keyCount { belief[key] /= sum }
  }

  private mutating func choose() {
    var best = 0
    modality = 0
    for index in 0..<Self.keyCount {
      if belief[index] > belief[best] { best = index }
      modality += index < 12 ? belief[index] : -belief[index]
    }
    modality = min(max(modality, -1), 1)
    confidence = belief[best]
    guard heardSeconds >= Self.patienceSeconds else { return }
    key = confidence < Self.gate ? nil : Key(tonic: Int8(best % 12), isMinor: best >= 12)
  }
}
