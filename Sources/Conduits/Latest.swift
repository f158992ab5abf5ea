import Synchronization

/// The newest value from one writing to one reading thread: a triple buffer, never a backlog.
public final class Latest<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<Value>
  /// Index of the slot in the middle; bit 2 is set while it is news.
  private let middle = Atomic<Int>(1)
  private var writing = 0
  private var reading = 2
  private static var fresh: Int { 4 }

  public init(_ first: Value) {
    slots = .allocate(capacity: 3)
    slots.initialize(repeating: first, count: 3)
  }

  deinit { slots.deallocate() }

  /// Call on the writing thread only. Real-time safe.
  public func publish(_ value: Value) {
    slots[writing] = value
    writing = middle.exchange(writing | Self.fresh, ordering: .acquiringAndReleasing) & 3
  }

  /// The newest value published; the same again while there is no news. Call on the reading thread only.
  public func value() -> Value {
    if middle.load(ordering: .relaxed) & Self.fresh != 0 {
      reading = middle.exchange(reading, ordering: .acquiringAndReleasing) & 3
    }
    return slots[reading]
  }
}
