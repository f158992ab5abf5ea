/// Chance as an argument: a small, fast generator with a documented sequence.
///
/// Each use draws from its own stream, named by the take's seed, a purpose and an ordinal, so that adding
/// one use never disturbs another. Source: S. Vigna, “SplitMix64” (public domain algorithm).
public struct SeededGenerator: RandomNumberGenerator, Sendable, BitwiseCopyable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// The stream for one purpose. The same three arguments give the same numbers on every machine.
  public init(seed: UInt64, purpose: StaticString, ordinal: UInt64 = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bit
    purpose.withUTF8Buffer { text in
      for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    self.init(seed: seed ^ hash)
    state = next() ^ (ordinal &* 0x9e37_79b9_7f4a_7c15)
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in 0..<1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A place in a list of `count`, at least one; all alike.
  public mutating func index(below count: Int) -> Int { min(Int(unit() * Double(count)), count - 1) }
}
