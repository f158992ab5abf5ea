import Music

/// Which colour tables (looks) are on, and how far a fade from one to the other has come.
public struct LookMix: Sendable, BitwiseCopyable, Equatable {
  /// `.nothing` leaves the colours as they are.
  public var outgoing: PresetIndex
  public var incoming: PresetIndex
  /// 0 (only the outgoing) … 1 (only the incoming).
  public var progress: Float
  /// How strong each is, 0…1.
  public var outgoingStrength: Float
  public var incomingStrength: Float

  public init(
    outgoing: PresetIndex = .nothing, incoming: PresetIndex = .nothing, progress: Float = 1,
    outgoingStrength: Float = 1, incomingStrength: Float = 1
  ) {
    self.outgoing = outgoing
    self.incoming = incoming
    self.progress = progress
    self.outgoingStrength = outgoingStrength
    self.incomingStrength = incomingStrength
  }

  /// The incoming look alone: the fade is over.
  public var settled: LookMix {
    LookMix(
      outgoing: incoming, incoming: incoming, outgoingStrength: incomingStrength,
      incomingStrength: incomingStrength)
  }

  /// The looks that have a part in the picture, with their shares; what is missing to 1 is the picture as it is.
  public var shares: [(look: PresetIndex, share: Float)] {
    let progress = min(max(progress, 0), 1)
    let (old, new) = ((1 - progress) * outgoingStrength, progress * incomingStrength)
    let both: [(look: PresetIndex, share: Float)] =
      outgoing == incoming ? [(incoming, old + new)] : [(outgoing, old), (incoming, new)]
    return both.filter { $0.look != .nothing && $0.share > 0 }
  }
}

/// One filter on top of the picture.
public struct FilterSlot: Sendable, BitwiseCopyable, Equatable {
  /// The filter and its own clock; `.nothing` is an empty place.
  public var appearance: Appearance
  /// 0 (the picture as it is) … 1 (the filter alone).
  public var amount: Float

  public init(appearance: Appearance, amount: Float) {
    self.appearance = appearance
    self.amount = amount
  }

  static let empty = FilterSlot(
    appearance: Appearance(scene: .nothing, entrance: .zero, entranceBeats: 0, variation: 0), amount: 0)
}

/// Up to four filters in the order in which they work. Fixed size, so that a score is plain bytes.
public struct FilterChain: Sendable, BitwiseCopyable, Equatable {
  public static let limit = 4

  private var first = FilterSlot.empty
  private var second = FilterSlot.empty
  private var third = FilterSlot.empty
  private var fourth = FilterSlot.empty

  /// - Parameter slots: those beyond the limit are left out.
  public init(_ slots: [FilterSlot] = []) {
    if slots.count > 0 { first = slots[0] }
    if slots.count > 1 { second = slots[1] }
    if slots.count > 2 { third = slots[2] }
    if slots.count > 3 { fourth = slots[3] }
  }

  /// How many there are.
  public var count: Int {
    var count = 0
    while count < Self.limit, self[count].appearance.scene != .nothing { count += 1 }
    return count
  }

  /// - Parameter place: 0..<limit; empty from `count` on.
  public subscript(place: Int) -> FilterSlot {
    switch place {
    case 0: first
    case 1: second
    case 2: third
    default: fourth
    }
  }

  public func contains(_ filter: PresetIndex) -> Bool {
    (0..<count).contains { self[$0].appearance.scene == filter }
  }
}

/// What becomes of the picture between the scenes and the master pass: filters, grade, looks.
public struct Finishing: Sendable, BitwiseCopyable, Equatable {
  public var filters = FilterChain()
  public var grade = Grade.identity
  /// How much of the mood's grade is wanted, 0…2.
  public var gradeAmount: Float = 0
  public var looks = LookMix()
  /// What the take's grain is made from.
  public var grainSeed: UInt32 = 0

  public init() {}
}

/// The same for one frame.
public struct FinishingPlan: Sendable, Equatable {
  public struct Filter: Sendable, Equatable {
    public var layer: LayerPlan
    public var amount: Float

    public init(layer: LayerPlan, amount: Float) {
      self.layer = layer
      self.amount = amount
    }
  }

  public var filters: [Filter] = []
  public var grade = Grade.identity
  public var looks = LookMix()
  /// Another number, other grain: from the take's seed and the film frame (24 a second, whatever the picture rate).
  public var grain: UInt32 = 0

  public init() {}

  /// Film frames of grain a second.
  public static let grainRate = 24.0

  /// Grain of a seed at a time of the stream.
  static func grain(seed: UInt32, atSeconds seconds: Double) -> UInt32 {
    let frame = UInt32(truncatingIfNeeded: Int64((seconds * grainRate).rounded(.down)))
    return seed ^ (frame &* 0x9e37_79b9)
  }
}
