import Directing
import Music
import Scenery
import Testing

@testable import Session

@Suite("A decision digest, field by field") struct DecisionDigestFieldTests {
  private static let moment: Moment = {
    var moment = Moment(hop: HopIndex(7))
    moment.announcement = BeatAnnouncement(seconds: 1, isDownbeat: false, knowsBar: false, confidence: 0.5)
    moment.key = Key(tonic: 2, isMinor: false)
    return moment
  }()
  private static let score: Score = {
    let stay = Appearance(scene: PresetIndex(1), entrance: .zero, entranceBeats: 0, variation: 0.5)
    var score = Score(onStage: stay)
    score.change = Change(
      transition: PresetIndex(3), incoming: stay, startBeats: 4, endBeats: 8, progress: 0, progressRate: 0.5)
    return score
  }()

  @Test("is another when any field of the moment is, also one that is added later")
  func moment() {
    let fields = Fields(of: Self.moment)
    #expect(fields.leaves.count > 40 && fields.end == MemoryLayout<Moment>.size)
    let same = DecisionDigest.of(Self.moment, Self.score)
    for leaf in fields.leaves {
      #expect(DecisionDigest.of(flipped(Self.moment, at: leaf.offset), Self.score) != same, "\(leaf.name)")
    }
  }

  @Test("is another when any field of the score is")
  func score() {
    let fields = Fields(of: Self.score)
    #expect(fields.leaves.count > 30 && fields.end == MemoryLayout<Score>.size)
    let same = DecisionDigest.of(Self.moment, Self.score)
    for leaf in fields.leaves {
      #expect(DecisionDigest.of(Self.moment, flipped(Self.score, at: leaf.offset)) != same, "\(leaf.name)")
    }
  }

  /// The same with the lowest bit of one byte the other way round.
  private func flipped<Value: BitwiseCopyable>(_ value: Value, at offset: Int) -> Value {
    var value = value
    withUnsafeMutableBytes(of: &value) { $0[offset] ^= 1 }
    return value
  }
}

/// Where in memory a value's fields lie, nested ones as well: Swift lays a structure out in the order of declaration,
/// each field at the next place that its alignment allows.
private struct Fields {
  private(set) var leaves: [(name: String, offset: Int)] = []
  private(set) var end = 0

  /// Lists that say elsewhere how much of them counts.
  private static let closed = ["FilterChain", "Overrides"]

  init(of value: Any) { end = add(value, named: "\(type(of: value))", from: 0) }

  private mutating func add(_ value: Any, named name: String, from start: Int) -> Int {
    let (size, alignment) = Self.layout(of: value)
    let offset = (start + alignment - 1) / alignment * alignment
    let type = "\(Swift.type(of: value))"
    let mirror = Mirror(reflecting: value)
    if Self.closed.contains(type) { return offset + size }
    if mirror.displayStyle == .optional, let some = mirror.children.first {
      _ = add(some.value, named: name, from: offset)
    } else if mirror.displayStyle == .struct, !mirror.children.isEmpty, !type.hasPrefix("InlineArray") {
      var next = offset
      for child in mirror.children {
        next = add(child.value, named: "\(name).\(child.label ?? "")", from: next)
      }
    } else {
      leaves.append((name, offset))
    }
    return offset + size
  }

  private static func layout(of value: Any) -> (size: Int, alignment: Int) {
    func layout<Value>(_: Value.Type) -> (Int, Int) {
      (MemoryLayout<Value>.size, MemoryLayout<Value>.alignment)
    }
    let type: Any.Type = Swift.type(of: value)
    return layout(type)
  }
}
