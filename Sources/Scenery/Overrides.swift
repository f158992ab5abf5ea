/// Inputs that a performer's hand holds, whatever the music says; the newest word on each wins.
public struct Overrides: Sendable, BitwiseCopyable, Equatable {
  /// More inputs than this are held by no hand.
  public static let limit = 12

  private struct Held: BitwiseCopyable {
    var key: UInt64 = 0
    var value: SIMD4<Float> = .zero
  }

  private var held = InlineArray<12, Held>(repeating: Held())
  public private(set) var count = 0

  public init() {}

  public var isEmpty: Bool { count == 0 }

  /// What a name is known by: FNV-1a, 64 bit.
  public static func key(of name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Takes an input in hand.
  ///
  /// - Parameters:
  ///   - name: `INPUT`, for every preset that has one, or `PRESET.INPUT`.
  ///   - value: one number an axis or colour channel; numbers use the first lane.
  /// - Returns: false when the hand is full.
  @discardableResult
  public mutating func set(_ name: String, to value: SIMD4<Float>) -> Bool {
    let key = Self.key(of: name)
    if let place = place(of: key) {
      held[place].value = value
      return true
    }
    guard count < Self.limit else { return false }
    held[count] = Held(key: key, value: value)
    count += 1
    return true
  }

  /// Gives an input back to the music; an empty name gives back all.
  public mutating func release(_ name: String) {
    guard !name.isEmpty else {
      count = 0
      return
    }
    guard let place = place(of: Self.key(of: name)) else { return }
    count -= 1
    held[place] = held[count]
  }

  /// The value held under a key; nil where the music decides.
  public func value(of key: UInt64) -> SIMD4<Float>? { place(of: key).map { held[$0].value } }

  private func place(of key: UInt64) -> Int? { (0..<count).first { held[$0].key == key } }

  /// All that is held, as words for a digest.
  public var words: [UInt64] {
    (0..<count).flatMap { place in
      [held[place].key] + (0..<4).map { UInt64(held[place].value[$0].bitPattern) }
    }
  }

  public static func == (a: Overrides, b: Overrides) -> Bool { a.words == b.words }
}
